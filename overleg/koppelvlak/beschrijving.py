"""The description of what programs may rely on: OpenAPI 3.1, made from the words and limits of the code.

The names of fields are those of `vorm.py` and `regels.py`; tests hold every answer against it.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from flask import current_app

from models.waarden import AfspraakStatus
from overleg.basis.adressen import afzender
from overleg.basis.limieten import limiet
from overleg.basis.problemen import LANGSTE_VELD, MEESTE_FOUTEN, PROBLEMEN, SOORT
from overleg.basis.programmas import HOOFDVERSIE, PAD, VERSIE
from overleg.bespreking.regels.voortgang import MELDBAAR
from overleg.koppelvlak.regels import LANGSTE_SLEUTEL
from overleg.toegang.systeemkoppelingen import INGELOGD_BINNEN

Deel = dict[str, Any]
JSON, SAMENVOEGEN = "application/json", "application/merge-patch+json"
"""A report is some of the fields of an afspraak (RFC 7396); plain JSON is understood as the same."""
WAAROVER = """\
Met deze koppeling leest het eigen systeem van een partner de afspraken die zijn organisatie moet uitvoeren, \
en meldt het hoe het daarmee staat. Het systeem werkt namens één persoon, met precies diens rechten: wat die \
persoon niet (meer) mag zien, bestaat voor het systeem niet.

In de tekst van een afspraak staan vaak persoonsgegevens. De koppeling is daarom alleen bedoeld voor het \
zaaksysteem van de eigen organisatie.

Een nieuw veld in een antwoord is geen nieuwe hoofdversie: sla velden over die u niet kent. Verdwijnt er \
iets, dan komt er een `v2`, en blijft `v1` daarnaast nog minstens zes maanden bestaan."""
VOORBEELD: Deel = {
    "id": "5b0c7a52-4c0e-4a86-9d1f-3a2f6f0f8e11",
    "casus": "LW-2026-0012",
    "nummer": 3,
    "wat": "Contactverbod aanvragen en uitleggen aan beide ouders.",
    "organisatie": "Politie Lindewoude",
    "persoon": "T. Hoekman",
    "datum": "2026-12-11",
    "wachtOp": {"nummer": 2, "organisatie": "Openbaar Ministerie", "stand": "bezig"},
    "stand": "open",
    "standSinds": None,
    "volgendeStanden": ["bezig", "gedaan", "niet_gedaan", "niet_mogelijk"],
}
MELDING: Deel = {"stand": "bezig", "toelichting": "Aangevraagd bij de officier, besluit volgt vrijdag."}


def _ref(soort: str, naam: str) -> Deel:
    return {"$ref": f"#/components/{soort}/{naam}"}


def _standen(standen: Sequence[AfspraakStatus]) -> Deel:
    uitleg = "; ".join(f"`{stand.value}`: {stand.tekst.lower()}" for stand in standen)
    return {"type": "string", "enum": [stand.value for stand in standen], "description": uitleg}


def _object(verplicht: Sequence[str], velden: Deel, uitleg: str) -> Deel:
    """Return the schema of an answer; fields may be added later."""
    return {"type": "object", "description": uitleg, "required": list(verplicht), "properties": velden}


def _schemas() -> Deel:
    tekst, geheel = {"type": "string"}, {"type": "integer", "minimum": 1}
    afspraak: Deel = {
        "id": {"type": "string", "format": "uuid"},
        "casus": tekst | {"description": "Het kenmerk van de casus; nooit een naam."},
        "nummer": geheel | {"description": "Het nummer van de afspraak binnen de casus."},
        "wat": tekst | {"description": "Wat er is afgesproken. Hierin staan vaak persoonsgegevens."},
        "organisatie": tekst | {"description": "Wie de afspraak uitvoert: altijd de eigen organisatie."},
        "persoon": {
            "type": ["string", "null"],
            "description": "Wie van die organisatie, als dat is afgesproken.",
        },
        "datum": {"type": "string", "format": "date", "description": "De dag waarop het klaar moet zijn."},
        "wachtOp": {"oneOf": [_ref("schemas", "WachtOp"), {"type": "null"}]},
        "stand": _ref("schemas", "Stand"),
        "standSinds": {
            "type": ["string", "null"],
            "format": "date-time",
            "description": "Wanneer de stand voor het laatst is gemeld, met tijdzone (RFC 3339).",
        },
        "volgendeStanden": {
            "type": "array",
            "items": _ref("schemas", "Stand"),
            "description": "Wat er nu gemeld kan worden.",
        },
    }
    wacht_op = {"nummer": geheel, "organisatie": tekst, "stand": _ref("schemas", "Stand")}
    lijst: Deel = {
        "afspraken": {
            "type": "array",
            "items": _ref("schemas", "Afspraak"),
            "maxItems": limiet("aantal_per_pagina"),
        },
        "volgende": {
            "type": ["string", "null"],
            "format": "uri",
            "description": "Het adres van het volgende deel; null als dit het laatste is.",
        },
    }
    return {
        "Stand": _standen(list(AfspraakStatus)),
        "Afspraak": _object(list(afspraak), afspraak, "Een afspraak van de eigen organisatie.")
        | {"examples": [VOORBEELD]},
        "WachtOp": _object(list(wacht_op), wacht_op, "De afspraak die eerst klaar moet zijn."),
        "Afsprakenlijst": _object(list(lijst), lijst, "Een deel van de lijst, op datum."),
        "Voortgang": _voortgang(),
        "Probleem": _probleem(),
    }


def _voortgang() -> Deel:
    return {
        "type": "object",
        "description": "Wat er aan een afspraak verandert. Andere velden worden geweigerd.",
        "required": ["stand"],
        "additionalProperties": False,
        "properties": {
            "stand": _standen(MELDBAAR),
            "toelichting": {
                "type": "string",
                "maxLength": limiet("toelichting"),
                "default": "",
                "writeOnly": True,
                "description": "Wat er is gedaan, of waarom niet. Mag alleen leeg zijn bij `gedaan`.",
            },
        },
        "examples": [MELDING],
    }


def _probleem() -> Deel:
    velden: Deel = {
        "status": {"type": "integer", "minimum": 400, "maximum": 599},
        "title": {"type": "string"},
        "detail": {"type": "string", "description": "Wat er moet gebeuren, in een zin."},
        "fouten": {
            "type": "array",
            "maxItems": MEESTE_FOUTEN,
            "items": _object(
                ["veld", "melding"],
                {"veld": {"type": "string", "maxLength": LANGSTE_VELD}, "melding": {"type": "string"}},
                "Wat er met één veld mis is. Een langere naam staat er afgekort.",
            ),
        },
        "verzoek": {
            "type": "string",
            "description": "Het nummer van dit verzoek, om te noemen bij een vraag.",
        },
    }
    return _object(["status", "title", "detail"], velden, "Wat er mis is (RFC 9457).")


def _koppen(*namen: str) -> Deel:
    return {naam: _ref("headers", naam) for naam in ("API-Version", *namen)}


def _fout(status: int) -> Deel:
    titel, zin = PROBLEMEN[status]
    extra = {401: ["WWW-Authenticate"], 429: ["Retry-After"], 503: ["Retry-After"]}.get(status, [])
    return {
        "description": f"{titel}. {zin}",
        "headers": _koppen(*extra),
        "content": {SOORT: {"schema": _ref("schemas", "Probleem")}},
    }


def _antwoorden(goed: Mapping[str, Deel], *fouten: int) -> Deel:
    altijd = (400, 401, 406, 429, 503)
    rest = {str(status): _ref("responses", f"Fout{status}") for status in sorted({*altijd, *fouten})}
    return {**goed, **rest}


def _goed(uitleg: str, schema: str, *koppen: str, media: str = JSON) -> Deel:
    return {
        "description": uitleg,
        "headers": _koppen("ETag", *koppen),
        "content": {media: {"schema": _ref("schemas", schema)}},
    }


def _ongewijzigd() -> Deel:
    return {"description": "Niets veranderd sinds de ETag in If-None-Match.", "headers": _koppen("ETag")}


def _kop_in(naam: str, uitleg: str, *, verplicht: bool = False, langste: int = 200) -> Deel:
    return {
        "name": naam,
        "in": "header",
        "required": verplicht,
        "description": uitleg,
        "schema": {"type": "string", "maxLength": langste},
    }


def _parameters() -> Deel:
    return {
        "Stand": {
            "name": "stand",
            "in": "query",
            "description": "Alleen met deze stand; mag vaker. Zonder: wat nog te doen is (`open`, `bezig`).",
            "style": "form",
            "explode": True,
            "schema": {"type": "array", "uniqueItems": True, "items": _ref("schemas", "Stand")},
        },
        "Na": {
            "name": "na",
            "in": "query",
            "description": "Waar een volgend deel begint. Neem het adres uit `volgende` over zoals het is.",
            "schema": {"type": "string"},
        },
        "Id": {
            "name": "id",
            "in": "path",
            "required": True,
            "schema": {"type": "string", "format": "uuid"},
        },
        "IfMatch": _kop_in("If-Match", "De ETag van de afspraak zoals die is gelezen.", verplicht=True),
        "IfNoneMatch": _kop_in("If-None-Match", "De ETag van de vorige keer: zonder verandering volgt 304."),
        "IdempotencyKey": _kop_in(
            "Idempotency-Key",
            "Een eigen sleutel voor deze melding. Stuurt u dezelfde melding binnen een dag nog eens met "
            "dezelfde sleutel, dan wordt zij niet twee keer verwerkt.",
            langste=LANGSTE_SLEUTEL + 2,
        ),
    }


def _headers() -> Deel:
    def kop(uitleg: str, soort: str = "string") -> Deel:
        return {"description": uitleg, "schema": {"type": soort}}

    return {
        "API-Version": kop("De volledige versie van de koppeling."),
        "ETag": kop("Het kenmerk van wat is gelezen, voor If-Match en If-None-Match."),
        "Link": kop('Het volgende deel, met rel="next", als dat er is.'),
        "Retry-After": kop("Over hoeveel seconden het weer kan.", "integer"),
        "WWW-Authenticate": kop("Dat een Bearer-token nodig is, en of het meegestuurde niet geldt."),
        "Idempotency-Replayed": kop("`true` als deze melding al eerder was verwerkt."),
    }


def _paden() -> Deel:
    lijst: Deel = {
        "operationId": "leesAfspraken",
        "summary": "Eigen afspraken",
        "description": "De afspraken van de eigen organisatie, op datum, in delen.",
        "tags": ["Afspraken"],
        "parameters": [_ref("parameters", naam) for naam in ("Stand", "Na", "IfNoneMatch")],
        "responses": _antwoorden(
            {"200": _goed("Een deel van de lijst.", "Afsprakenlijst", "Link"), "304": _ongewijzigd()}
        ),
    }
    lezen: Deel = {
        "operationId": "leesAfspraak",
        "summary": "Eén eigen afspraak",
        "tags": ["Afspraken"],
        "parameters": [_ref("parameters", "IfNoneMatch")],
        "responses": _antwoorden({"200": _goed("De afspraak.", "Afspraak"), "304": _ongewijzigd()}, 404),
    }
    melden: Deel = {
        "operationId": "meldVoortgang",
        "summary": "Melden hoe het staat",
        "description": "Verandert de stand, als de afspraak nog is zoals zij is gelezen. De toelichting komt "
        "bij de afspraak te staan, met de naam van de persoon van het token.",
        "tags": ["Afspraken"],
        "parameters": [_ref("parameters", naam) for naam in ("IfMatch", "IdempotencyKey")],
        "requestBody": {
            "required": True,
            "content": {soort: {"schema": _ref("schemas", "Voortgang")} for soort in (SAMENVOEGEN, JSON)},
        },
        "responses": _antwoorden(
            {"200": _goed("De afspraak zoals zij nu is.", "Afspraak", "Idempotency-Replayed")},
            *(404, 409, 412, 413, 415, 422, 428),
        ),
    }
    een = {"parameters": [_ref("parameters", "Id")], "get": lezen, "patch": melden}
    return {"/afspraken": {"get": lijst}, "/afspraken/{id}": een}


def beschrijf() -> Deel:
    """Return the whole description, with the address of this installation."""
    adres = current_app.extensions["overleg"].basis_url
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Actie-overleg: eigen afspraken",
            "version": VERSIE,
            "description": WAAROVER,
            "contact": {"name": "Beheerder van dit Actie-overleg", "url": adres, "email": afzender()},
        },
        "servers": [{"url": f"{adres}{PAD}/{HOOFDVERSIE}"}],
        "tags": [{"name": "Afspraken", "description": "Wat de eigen organisatie moet uitvoeren."}],
        "security": [{"token": []}],
        "paths": _paden(),
        "components": {
            "schemas": _schemas(),
            "parameters": _parameters(),
            "headers": _headers(),
            "responses": {f"Fout{status}": _fout(status) for status in sorted(set(PROBLEMEN) - {405, 500})},
            "securitySchemes": {
                "token": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "Een token van één persoon, gemaakt bij Systeemkoppelingen. "
                    f"Het telt zolang die persoon minstens eens per {INGELOGD_BINNEN.days} dagen inlogt.",
                }
            },
        },
    }
