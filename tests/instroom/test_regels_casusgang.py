"""The route of a casus: table and drawing agree, and what is not in the table is refused in words."""

import re

import pytest

from models.waarden import CasusStatus
from overleg.instroom.regels.casusgang import Stap, mag_stap, na_stap, stappen_vanuit
from scripts.gemeen import WORTEL

PIJL = re.compile(r"^\s*(\w+) --> (\w+): (.+)$", re.M)
TABEL = {
    (van, naar, stap.tekst)
    for van in CasusStatus
    for stap, alle in stappen_vanuit(van).items()
    for naar in alle
}


def test_casusgang__tekening__zegt_hetzelfde_als_de_tabel() -> None:
    tekening = (WORTEL / "docs" / "casusgang.md").read_text(encoding="utf-8").split("```")[1]
    assert {tuple(pijl) for pijl in PIJL.findall(tekening)} == {(str(a), str(b), w) for a, b, w in TABEL}


@pytest.mark.parametrize("status", CasusStatus)
@pytest.mark.parametrize("stap", Stap)
def test_stap__alleen_wat_in_de_tabel_staat(status: CasusStatus, stap: Stap) -> None:
    oordeel = mag_stap(status, stap)
    assert bool(oordeel) == (stap in stappen_vanuit(status))
    if oordeel:
        for naar in stappen_vanuit(status)[stap]:
            assert na_stap(status, stap, naar) is naar
    else:
        assert status.tekst in oordeel.zinnen[0]


def test_stap__elke_status_wordt_bereikt__behalve_het_begin() -> None:
    bereikt = {naar for _van, naar, _woorden in TABEL}
    assert set(CasusStatus) - bereikt == {CasusStatus.CONCEPT}


def test_stap__woorden__op_iedere_knop_anders() -> None:
    assert len({stap.tekst for stap in Stap}) == len(Stap)


def test_na_stap__meer_uitkomsten__zeg_welke() -> None:
    with pytest.raises(ValueError, match="leads from"):
        na_stap(CasusStatus.GEAGENDEERD, Stap.AFRONDEN)
    with pytest.raises(ValueError, match="leads from"):
        na_stap(CasusStatus.AANGEMELD, Stap.TOELATEN, CasusStatus.GESLOTEN)
