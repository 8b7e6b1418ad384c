"""The description: sound OpenAPI, the rules of the Dutch government for APIs, and true to the code.

The rules are those of the NLGov REST API Design Rules 2.x that can be tested, by their names.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from overleg.basis.programmas import VERSIE
from overleg.koppelvlak.regels import Ongeldig, lees_json, lees_melding
from tests.steun.database import ALLEEN_SQLITE
from tests.steun.systeem import WORTEL, Json, keurder, opgelost
from tests.steun.wegen import wegen_voor_programmas

pytestmark = ALLEEN_SQLITE  # it holds no data
METHODEN = {"get", "put", "post", "delete", "patch"}
KEBAB = re.compile(r"(/([a-z0-9-]+|\{[a-z]+\}))+")
KAMEEL = re.compile(r"[a-z][a-zA-Z0-9]*")
GOED: list[Any] = [
    {"stand": "gedaan"},
    {"stand": "bezig", "toelichting": "Begonnen."},
    {"stand": "niet_mogelijk", "toelichting": "x" * 4000},
    {"stand": "niet_gedaan", "toelichting": ""},
]
SLECHT: list[Any] = [
    {}, [], None, "gedaan", {"stand": "open"}, {"stand": 1}, {"stand": "gedaan", "toelichting": None},
    {"stand": "gedaan", "toelichting": "x" * 4001}, {"stand": "gedaan", "versie": 1}, {"toelichting": "x"},
]  # fmt: skip


@pytest.fixture
def beschrijving(client: FlaskClient) -> Json:
    """Return the description as a program fetches it, without a token."""
    antwoord = client.get(f"{WORTEL}/openapi.json")
    assert (antwoord.status_code, antwoord.mimetype) == (200, "application/json")
    inhoud: Json = antwoord.get_json()
    return inhoud


def handelingen(beschrijving: Json) -> Iterator[tuple[str, str, Json]]:
    """Yield path, method and operation."""
    for pad, inhoud in beschrijving["paths"].items():
        for methode, handeling in inhoud.items():
            if methode != "parameters":
                yield pad, methode, handeling


def alle_dicts(deel: object) -> Iterator[Json]:
    """Yield every object in it."""
    if isinstance(deel, dict):
        yield deel
    for kind in deel.values() if isinstance(deel, dict) else deel if isinstance(deel, list) else ():
        yield from alle_dicts(kind)


def test_openapi__geldig(beschrijving: Json) -> None:
    for deel in alle_dicts(beschrijving):
        opgelost(beschrijving, deel)  # KeyError when it points nowhere
    namen = [handeling["operationId"] for _pad, _methode, handeling in handelingen(beschrijving)]
    assert len(set(namen)) == len(namen)
    for pad, inhoud in beschrijving["paths"].items():
        genoemd = [opgelost(beschrijving, deel)["name"] for deel in inhoud.get("parameters", [])]
        assert re.findall(r"\{(\w+)\}", pad) == genoemd
    for naam, schema in beschrijving["components"]["schemas"].items():
        Draft202012Validator.check_schema(schema)
        for voorbeeld in schema.get("examples", []):
            keurder(beschrijving, schema).validate(voorbeeld)
        assert re.fullmatch(r"[A-Z][A-Za-z]+", naam)


def test_openapi__elke_weg_en_geen_andere(beschrijving: Json, app: Flask) -> None:
    echt = {
        (re.sub(r"<uuid:\w+>", "{id}", weg.regel.rule.removeprefix(WORTEL)), methode.lower())
        for weg in wegen_voor_programmas(app)
        for methode in weg.methoden
    }
    assert echt == {(pad, methode) for pad, methode, _ in handelingen(beschrijving)}


def test_openapi__iedere_verwijzing_wordt_gebruikt(beschrijving: Json) -> None:
    tekst = json.dumps(beschrijving)
    for soort, delen in beschrijving["components"].items():
        if soort != "securitySchemes":
            for naam in delen:
                assert f'"#/components/{soort}/{naam}"' in tekst, f"{soort}/{naam}"
    assert beschrijving["security"] == [{"token": []}]


def test_regels_van_de_overheid__adressen_en_namen(beschrijving: Json) -> None:
    """uri-version, no-trailing-slash, path-segments-kebab-case, query-keys-camel-case, http-methods."""
    (server,) = beschrijving["servers"]
    assert server["url"].endswith("/api/v1")
    for pad, methode, _handeling in handelingen(beschrijving):
        assert KEBAB.fullmatch(pad)
        assert methode in METHODEN
    for deel in alle_dicts(beschrijving):
        if deel.get("in") == "query":
            assert KAMEEL.fullmatch(deel["name"])
    for schema in beschrijving["components"]["schemas"].values():
        assert all(KAMEEL.fullmatch(naam) for naam in schema.get("properties", {}))


def test_regels_van_de_overheid__versie_en_contact(beschrijving: Json, client: FlaskClient) -> None:
    """semver, version-header, doc-openapi, doc-openapi-contact, publish-openapi (with CORS)."""
    assert beschrijving["openapi"].startswith("3.")
    assert beschrijving["info"]["version"] == VERSIE
    assert re.fullmatch(r"\d+\.\d+\.\d+", VERSIE)
    assert {"name", "url", "email"} <= set(beschrijving["info"]["contact"])
    antwoord = client.get(f"{WORTEL}/openapi.json", headers={"Origin": "https://ergens.example"})
    assert antwoord.headers["Access-Control-Allow-Origin"] == "*"
    for kop in ("API-Version", "X-Content-Type-Options", "Content-Security-Policy", "X-Frame-Options"):
        assert kop in antwoord.headers


def test_regels_van_de_overheid__antwoorden(beschrijving: Json) -> None:
    """version-header, problem-details and invalid-input, for every answer that is described."""
    for pad, methode, handeling in handelingen(beschrijving):
        assert "400" in handeling["responses"], (pad, methode)
        for status, antwoord in handeling["responses"].items():
            deel = opgelost(beschrijving, antwoord)
            assert "API-Version" in deel["headers"], (pad, methode, status)
            if int(status) >= 400:
                (soort,) = deel["content"]
                schema = opgelost(beschrijving, deel["content"][soort]["schema"])
                assert soort == "application/problem+json"
                assert {"status", "title", "detail"} <= set(schema["required"])


def test_regels_van_de_overheid__dagen_en_tijden(beschrijving: Json) -> None:
    """date-time: a day is a date, a moment has a zone."""
    velden = beschrijving["components"]["schemas"]["Afspraak"]["properties"]
    assert (velden["datum"]["format"], velden["standSinds"]["format"]) == ("date", "date-time")


@pytest.mark.parametrize("melding", [*GOED, *SLECHT], ids=lambda melding: str(melding)[:40])
def test_schema_en_lezer__zeggen_hetzelfde(beschrijving: Json, melding: object) -> None:
    """What the description lets through is read, and what it refuses is refused."""
    schema = beschrijving["components"]["schemas"]["Voortgang"]
    volgens_schema = keurder(beschrijving, schema).is_valid(melding)
    try:
        lees_melding(lees_json(json.dumps(melding).encode()))
    except Ongeldig:
        gelezen = False
    else:
        gelezen = True
    assert volgens_schema is gelezen is (melding in GOED)
