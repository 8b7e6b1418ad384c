"""What a program sends: read strictly, or refused with what to do; never half, never a 500."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from models import Voortgang
from overleg.basis.limieten import limiet
from overleg.koppelvlak.regels import Ongeldig, lees_json, lees_melding
from tests.koppelvlak.conftest import MaakSysteem
from tests.koppelvlak.test_afspraken import pad, voortgang
from tests.opvolging.wereld import Wereld
from tests.steun.database import ALLEEN_SQLITE

GEDAAN = {"stand": "gedaan"}

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
