"""What a program sends: read strictly, or refused with what to do; never half, never a 500."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask import Flask
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from models import Voortgang
from overleg.basis.limieten import limiet
from overleg.basis.problemen import LANGSTE_VELD, MEESTE_FOUTEN, probleem
from overleg.koppelvlak.regels import Ongeldig, lees_json, lees_melding
from tests.koppelvlak.conftest import MaakSysteem
from tests.koppelvlak.test_afspraken import pad, voortgang
from tests.opvolging.wereld import Wereld
from tests.steun.database import ALLEEN_SQLITE

GEDAAN = {"stand": "gedaan"}
TEKST = st.text(st.characters(exclude_categories=()), max_size=80)
"""Half a pair of surrogates too: JSON can write it, UTF-8 cannot."""
VREEMD = st.dictionaries(
    TEKST | st.sampled_from(["stand", "toelichting"]),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEKST,
        lambda binnen: st.lists(binnen, max_size=3) | st.dictionaries(TEKST, binnen, max_size=3),
        max_leaves=5,
    ),
    max_size=30,
)

ONGELDIG: list[bytes] = [
    b"",
    b"null",
    b"[]",
    b'"gedaan"',
    b"{",
    b"{}",
    b'{"stand":"gedaan","stand":"bezig"}',
    b'{"stand":"gedaan","toelichting":NaN}',
    b'{"stand":Infinity}',
    b'{"stand":"gedaan",}',
    b"{'stand':'gedaan'}",
    b'{"stand":' + b"[" * 30_000 + b"]" * 30_000 + b"}",
    b'{"stand":' + b"1" * 5_000 + b"}",
    b'\xff\xfe{\x00"\x00',
    '{"stand":"gedaan"}'.encode("utf-16"),
    b'{"stand":"gedaan"}\x00',
    b'{"stand":"open"}',
    b'{"stand":"Gedaan"}',
    b'{"stand":null}',
    b'{"stand":["gedaan"]}',
    b'{"stand":{"gedaan":1}}',
    b'{"stand":true}',
    b'{"stand":"gedaan","toelichting":null}',
    b'{"stand":"gedaan","toelichting":1}',
    b'{"stand":"gedaan","toelichting":{"a":1}}',
    b'{"toelichting":"x"}',
    b'{"STAND":"gedaan"}',
    b"stand=gedaan",
]


@pytest.mark.parametrize("rauw", ONGELDIG, ids=lambda rauw: repr(rauw[:40]))
@ALLEEN_SQLITE  # nothing of it reaches a database
def test_inhoud__ongeldig__400_en_niets_gedaan(wereld: Wereld, systeem: MaakSysteem, rauw: bytes) -> None:
    politie, adres = systeem(wereld.agent), pad(wereld.extra["1"])
    antwoord = politie.meld(adres, rauw, politie.lees(adres).headers["ETag"])
    assert antwoord.status_code == 400
    assert voortgang(wereld) == 0


@pytest.mark.parametrize(
    "extra",
    ["versie", "organisatieId", "organisatie_id", "id", "wat", "datum", "casus", "persoon", "doorId",
     "csrf_token", "__class__", "Stand", "volgendeStanden", "standSinds", ""],
)  # fmt: skip
@ALLEEN_SQLITE  # nothing of it reaches a database
def test_inhoud__vreemde_velden__geweigerd(wereld: Wereld, systeem: MaakSysteem, extra: str) -> None:
    politie, afspraak = systeem(wereld.agent), wereld.extra["1"]
    antwoord = politie.meld(pad(afspraak), GEDAAN | {extra: "x"}, politie.lees(pad(afspraak)).headers["ETag"])
    assert antwoord.status_code == 400
    assert [fout["veld"] for fout in antwoord.get_json(force=True)["fouten"]] == [extra]
    assert voortgang(wereld) == 0


def test_inhoud__alle_fouten_tegelijk(wereld: Wereld, systeem: MaakSysteem) -> None:
    politie, adres = systeem(wereld.agent), pad(wereld.extra["1"])
    fout = {"stand": "klaar", "toelichting": "x" * (limiet("toelichting") + 1), "versie": 3}
    antwoord = politie.meld(adres, fout, politie.lees(adres).headers["ETag"])
    velden = [een["veld"] for een in antwoord.get_json(force=True)["fouten"]]
    assert velden == ["versie", "stand", "toelichting"]


@pytest.mark.parametrize(
    "tekst", ["\ud800 x", "\u202e omgekeerd", "é" * 10, "مرحبا", "😀", "=1+1", "a\x0bb\r\nc"]
)
def test_inhoud__vreemde_tekens(wereld: Wereld, systeem: MaakSysteem, tekst: str) -> None:
    politie, adres = systeem(wereld.agent), pad(wereld.extra["1"])
    inhoud = {"stand": "bezig", "toelichting": tekst}
    assert politie.meld(adres, inhoud, politie.lees(adres).headers["ETag"]).status_code == 200
    wereld.sessie.rollback()
    bewaard = wereld.sessie.scalars(select(Voortgang.tekst)).one()
    assert bewaard
    assert not {"\ud800", "\u202e", "\x0b", "\r"} & set(bewaard)


@pytest.mark.parametrize(
    "soort",
    ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/xml",
     "application/jsonp", "application/json; charset=utf-16", "", "application/json-patch+json"],
)  # fmt: skip
def test_soort_inhoud__415(wereld: Wereld, systeem: MaakSysteem, soort: str) -> None:
    politie, adres = systeem(wereld.agent), pad(wereld.extra["1"])
    antwoord = politie.meld(adres, GEDAAN, politie.lees(adres).headers["ETag"], Content_Type=soort)
    assert antwoord.status_code == 415
    assert "application/merge-patch+json" in antwoord.headers["Accept-Patch"]
    assert voortgang(wereld) == 0


@ALLEEN_SQLITE  # nothing of it reaches a database
def test_groot__413(wereld: Wereld, systeem: MaakSysteem) -> None:
    politie, adres = systeem(wereld.agent), pad(wereld.extra["1"])
    etag = politie.lees(adres).headers["ETag"]
    for lengte in (limiet("bytes_van_programma"), 9 * 1024 * 1024):
        rauw = b'{"stand":"gedaan","toelichting":"' + b"x" * lengte + b'"}'
        assert politie.meld(adres, rauw, etag).status_code == 413
    assert voortgang(wereld) == 0


def test_lezer__weigert_al_wat_geen_json_is() -> None:
    for rauw in ONGELDIG:
        with pytest.raises(Ongeldig):
            lees_melding(lees_json(rauw))


@pytest.mark.parametrize(
    "naam", ["\ud800", "\udfff\ud800x", "\x00", "\u202eom", "x" * 50_000, "\ud800" * 200]
)
@ALLEEN_SQLITE  # nothing of it reaches a database
def test_inhoud__vreemde_namen__kort_en_schoon_terug(wereld: Wereld, systeem: MaakSysteem, naam: str) -> None:
    politie, adres = systeem(wereld.agent), pad(wereld.extra["1"])
    antwoord = politie.meld(adres, {"stand": "bezig", naam: 1}, politie.lees(adres).headers["ETag"])
    assert antwoord.status_code == 400
    (fout,) = antwoord.get_json(force=True)["fouten"]
    assert len(fout["veld"]) <= LANGSTE_VELD
    assert not {"\ud800", "\x00", "\u202e"} & set(fout["veld"])


@ALLEEN_SQLITE  # nothing of it reaches a database
def test_inhoud__veel_namen__de_eerste_en_hoeveel_meer(wereld: Wereld, systeem: MaakSysteem) -> None:
    politie, adres = systeem(wereld.agent), pad(wereld.extra["1"])
    veel = {f"veld{nummer:03}": 1 for nummer in range(500)}
    antwoord = politie.meld(adres, GEDAAN | veel, politie.lees(adres).headers["ETag"])
    assert antwoord.status_code == 400
    inhoud = antwoord.get_json(force=True)
    assert [fout["veld"] for fout in inhoud["fouten"]] == sorted(veel)[:MEESTE_FOUTEN]
    assert "480" in inhoud["detail"]
    assert len(antwoord.data) < 10_000


@given(VREEMD)
@settings(deadline=None, max_examples=60)
def test_antwoord__op_elke_json_te_versturen(inhoud: dict[str, Any]) -> None:
    """Whatever JSON can hold: it is read, or the answer that says what is wrong can be sent."""
    try:
        lees_melding(lees_json(json.dumps(inhoud).encode()))
    except Ongeldig as fout:
        with Flask("proef").test_request_context():
            antwoord = probleem(400, fout.zin, fouten=[(een.veld, een.melding) for een in fout.fouten])
        assert len(json.loads(antwoord.data).get("fouten", [])) <= MEESTE_FOUTEN


@given(TEKST, TEKST, TEKST)
@settings(deadline=None, max_examples=30)
def test_probleem__elke_tekst_te_versturen(detail: str, veld: str, melding: str) -> None:
    with Flask("proef").test_request_context():
        assert json.loads(probleem(409, detail, fouten=[(veld, melding)]).data)["detail"]
