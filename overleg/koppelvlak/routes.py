"""Routes: what the own system of a partner asks and reports, as the person whose token it shows."""

import json
import uuid
from collections.abc import Sequence
from hashlib import sha256
from typing import NoReturn

from flask import Blueprint, Response, abort, g, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm.exc import StaleDataError

from models import Afspraak
from overleg.basis.adressen import volledig
from overleg.basis.database import LEZEND, laat_los, sessie
from overleg.basis.fouten import Botsing, Geweigerd
from overleg.basis.limieten import limiet
from overleg.basis.oordeel import Oordeel
from overleg.basis.problemen import probleem
from overleg.basis.programmas import HOOFDVERSIE, PAD
from overleg.bespreking.invoer_stappen import Melding
from overleg.koppelvlak.beschrijving import JSON, SAMENVOEGEN, beschrijf
from overleg.koppelvlak.handelingen import SleutelBezet, Verzoek, meld_van_systeem
from overleg.koppelvlak.noteren import noteer_opgehaald
from overleg.koppelvlak.opvragen import afspraak_van, eerder_gevraagd, lees_opnieuw, lijst_van
from overleg.koppelvlak.regels import Gemeld, Ongeldig, lees_json, lees_melding, lees_sleutel, lees_vraag
from overleg.koppelvlak.vorm import Weergave, van_afspraak, van_lijst
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht

blauwdruk = Blueprint("koppelvlak", __name__, url_prefix=f"{PAD}/{HOOFDVERSIE}")
ONGEWIJZIGD = 304
HERHAALD = "Idempotency-Replayed"
ANDERS = "Deze Idempotency-Key is al gebruikt voor iets anders. Kies voor elke melding een nieuwe sleutel."
PRECIES = {"merge_slashes": False}
"""One address for each thing: a doubled slash leads nowhere, not on to a page that says so."""


@blauwdruk.get("/openapi.json", **PRECIES)
@vereist(Recht.IEDEREEN)
def openapi() -> ResponseReturnValue:
    """Give the description; any site may show it, for there is nothing in it of anybody."""
    antwoord = Response(json.dumps(beschrijf(), ensure_ascii=False), mimetype=JSON)
    antwoord.headers["Access-Control-Allow-Origin"] = "*"
    return antwoord


@blauwdruk.get("/afspraken", **PRECIES)
@vereist(Recht.ACTIES_ZIEN, met_token=True)
def afspraken() -> ResponseReturnValue:
    """Give a part of the own afspraken: those to be done, or with the standen that are asked for."""
    _eis_json_terug()
    try:
        vraag = lees_vraag(list(request.args.items(multi=True)))
    except Ongeldig as fout:
        _wijs_af(fout)
    deel = lijst_van(sessie(), huidige_vrager(), vraag.standen, vraag.na)
    adres = None
    if deel.volgende:
        anders = {"stand": [stand.value for stand in sorted(vraag.standen)]} if _met_stand() else {}
        adres = volledig("koppelvlak.afspraken", na=str(deel.volgende), **anders)
    antwoord = _antwoord(van_lijst(deel.afspraken, adres))
    _noteer(antwoord, [afspraak.casus_id for afspraak in deel.afspraken])
    if adres:
        antwoord.headers["Link"] = f'<{adres}>; rel="next"'
    return antwoord


def _met_stand() -> bool:
    return "stand" in request.args


@blauwdruk.get("/afspraken/<uuid:afspraak>", **PRECIES)
@vereist(Recht.AFSPRAAK_UITWISSELEN, met_token=True)
def afspraak(afspraak: Afspraak) -> ResponseReturnValue:
    """Give one own afspraak, with the mark to report on it with."""
    _eis_json_terug()
    _eis_geen_vraag()
    antwoord = _antwoord(van_afspraak(afspraak_van(afspraak)))
    _noteer(antwoord, [afspraak.casus_id])
    return antwoord


@blauwdruk.patch("/afspraken/<uuid:afspraak>", **PRECIES)
@vereist(Recht.AFSPRAAK_UITWISSELEN, met_token=True)
def afspraak_melden(afspraak: Afspraak) -> ResponseReturnValue:
    """Report how far an own afspraak is, when it still is as the system read it."""
    _eis_json_terug()
    _eis_geen_vraag()
    gemeld, verzoek = _gemeld(), _verzoek()
    if _is_herhaald(verzoek):
        return _herhaald(afspraak)
    _eis_gezien(afspraak)
    sleutel, melding = afspraak.id, Melding(afspraak.versie, gemeld.stand, gemeld.toelichting)
    try:
        meld_van_systeem(sessie(), huidige_vrager(), afspraak, melding, verzoek)
    except Geweigerd as fout:
        _weiger(fout.oordeel)
    except (Botsing, StaleDataError, SleutelBezet) as fout:
        laat_los()
        nu = lees_opnieuw(sessie(), huidige_vrager(), sleutel)
        if nu is None:
            abort(404)
        if _is_herhaald(verzoek):
            return _herhaald(nu)
        abort(409 if isinstance(fout, SleutelBezet) else 412)  # nobody has that key: the koppeling is gone
    return _antwoord(van_afspraak(afspraak_van(afspraak)))


def _antwoord(weergave: Weergave) -> Response:
    """Return what is to be read, or that nothing changed since the system read it."""
    if request.method in LEZEND and request.if_none_match.contains_weak(weergave.etag):
        antwoord = Response(status=ONGEWIJZIGD)
    else:
        antwoord = Response(weergave.inhoud, mimetype=JSON)
    antwoord.set_etag(weergave.etag)
    return antwoord


def _noteer(antwoord: Response, casus_ids: Sequence[uuid.UUID]) -> None:
    """Note what leaves the house, before it does; when nothing changed, nothing leaves."""
    if antwoord.status_code != ONGEWIJZIGD:
        noteer_opgehaald(huidige_vrager(), casus_ids)


def _herhaald(afspraak: Afspraak) -> Response:
    """Answer what was done already with how it is now: nothing is done, so it is a look."""
    antwoord, casus_id = _antwoord(van_afspraak(afspraak_van(afspraak))), afspraak.casus_id
    antwoord.headers[HERHAALD] = "true"
    laat_los()  # on SQLite it holds the lock to write, that the line of the look needs
    noteer_opgehaald(huidige_vrager(), [casus_id])
    return antwoord


def _eis_json_terug() -> None:
    if "Accept" in request.headers and not request.accept_mimetypes.quality(JSON):
        abort(406)


def _eis_geen_vraag() -> None:
    if request.query_string:
        abort(probleem(400, "Achter dit adres hoort geen vraagteken met parameters."))


def _gemeld() -> Gemeld:
    """Read the report. Answers 415, 413 or 400 when it is not as described."""
    soort = request.mimetype_params.get("charset", "utf-8").lower()
    if request.mimetype not in {JSON, SAMENVOEGEN} or soort != "utf-8":
        abort(probleem(415, koppen=[("Accept-Patch", f"{SAMENVOEGEN}, {JSON}")]))
    request.max_content_length = limiet("bytes_van_programma")
    try:
        return lees_melding(lees_json(request.get_data()))
    except Ongeldig as fout:
        _wijs_af(fout)


def _wijs_af(fout: Ongeldig) -> NoReturn:
    abort(probleem(400, fout.zin, fouten=[(een.veld, een.melding) for een in fout.fouten]))


def _weiger(oordeel: Oordeel) -> NoReturn:
    """Answer what the rule of the screen says: a text that misses is bad input, the rest does not fit now."""
    velden = {"tekst": "toelichting"}
    fouten = [(velden.get(reden.waar, reden.waar), reden.zin) for reden in oordeel.redenen]
    status = 400 if all(veld == "toelichting" for veld, _zin in fouten) else 409
    abort(probleem(status, oordeel.zinnen[0], fouten=fouten))


def _eis_gezien(afspraak: Afspraak) -> None:
    """Answer 428 when the system does not say what it read, 412 when it is otherwise by now.

    `*` says nothing about what was read, so it counts as saying nothing.
    """
    gezien = request.if_match
    if "If-Match" not in request.headers or gezien.star_tag:
        abort(probleem(428))
    if not gezien.is_strong(van_afspraak(afspraak_van(afspraak)).etag):
        abort(412)


def _verzoek() -> Verzoek | None:
    """Return by what this request is known when it comes again; None when the system named no key."""
    try:
        sleutel = lees_sleutel(request.headers.get("Idempotency-Key"))
    except Ongeldig as fout:
        _wijs_af(fout)
    if sleutel is None:
        return None
    delen = (request.path, request.headers.get("If-Match", ""), request.get_data().decode("utf-8"))
    return Verzoek(
        g.koppeling.id, sha256(sleutel.encode()).hexdigest(), sha256("\0".join(delen).encode()).hexdigest()
    )


def _is_herhaald(verzoek: Verzoek | None) -> bool:
    """Whether this very request was done already; answers 422 when its key was used for something else."""
    if verzoek is None:
        return False
    eerder = eerder_gevraagd(sessie(), verzoek.koppeling_id, verzoek.sleutel)
    if eerder is not None and eerder != verzoek.afdruk:
        abort(probleem(422, ANDERS))
    return eerder is not None
