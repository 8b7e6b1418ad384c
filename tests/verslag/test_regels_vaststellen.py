"""When a record may be adopted: every check, with the sentence and the place to mend it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from models.waarden import BesprekingStatus, OverlegStatus
from overleg.verslag.regels import (
    Aanwezigfeit,
    Afspraakfeit,
    Puntfeit,
    Vastpuntfeit,
    Vaststelfeiten,
    heeft_verslag,
    mag_gerectificeerd,
    mag_vastgesteld,
)
from overleg.verslag.regels_opmerkingen import Reactieronde

PUNT = Puntfeit("LW-2026-0001", "punt", BesprekingStatus.AFGEROND, False, False)
AFSPRAAK = Afspraakfeit("LW-2026-0001", 1, "punt", True, True)
RONDE = Reactieronde(OverlegStatus.AFGEROND, None, date(2026, 11, 30))
GOED = Vaststelfeiten(OverlegStatus.AFGEROND, (PUNT,), (AFSPRAAK,), (Aanwezigfeit("Jan", True),), True, RONDE)


@pytest.mark.parametrize(
    ("feiten", "zin", "waar"),
    [
        (replace(GOED, status=OverlegStatus.LOPEND), "Rond eerst het overleg af", "opening"),
        (replace(GOED, status=OverlegStatus.VASTGESTELD), "al vastgesteld", ""),
        (replace(GOED, registratie_bevestigd=False), "Bevestig bij de opening", "opening"),
        (replace(GOED, aanwezigen=()), "wie aanwezig was", "opening"),
        (replace(GOED, aanwezigen=(Aanwezigfeit("Jan", None),)), "of Jan akkoord is", "opening"),
        (replace(GOED, punten=(replace(PUNT, status=None),)), "nog geen besluit", "punt"),
        (replace(GOED, punten=(replace(PUNT, status=BesprekingStatus.OPEN),)), "nog geen besluit", "punt"),
        (replace(GOED, afspraken=(replace(AFSPRAAK, eigenaar=False),)), "een eigenaar", "punt"),
        (replace(GOED, afspraken=(replace(AFSPRAAK, datum=False),)), "een datum", "punt"),
    ],
)
def test_vaststellen__iets_mist__zin_en_plek(feiten: Vaststelfeiten, zin: str, waar: str) -> None:
    (reden,) = mag_vastgesteld(feiten).redenen
    assert zin in reden.zin
    assert reden.waar == waar


@pytest.mark.parametrize(
    "punt",
    [
        PUNT,
        replace(PUNT, status=BesprekingStatus.AANGEHOUDEN),
        replace(PUNT, status=None, doorgeschoven=True),
        replace(PUNT, status=BesprekingStatus.OPEN, gemonitord=True),
    ],
)
def test_vaststellen__elk_punt_heeft_een_uitkomst__mag(punt: Puntfeit) -> None:
    assert mag_vastgesteld(replace(GOED, punten=(punt,)))


def test_vaststellen__iemand_niet_akkoord__waarschuwt_maar_mag() -> None:
    oordeel = mag_vastgesteld(replace(GOED, aanwezigen=(Aanwezigfeit("Jan", False),)))
    assert oordeel
    assert "Jan is niet akkoord" in oordeel.waarschuwingen[0].zin


@pytest.mark.parametrize(
    ("feiten", "zin", "waar"),
    [
        (replace(GOED, verwacht=("Gea Gast",)), "Gea Gast staat nog op ‘verwacht’", "opening"),
        (replace(GOED, overgeslagen=(Vastpuntfeit("Rondvraag", "laatste"),)), "‘Rondvraag’", "laatste"),
    ],
)
def test_vaststellen__niet_vastgelegd__waarschuwt_maar_mag(
    feiten: Vaststelfeiten, zin: str, waar: str
) -> None:
    oordeel = mag_vastgesteld(feiten)
    assert oordeel
    (reden,) = oordeel.waarschuwingen
    assert (zin in reden.zin, reden.waar) == (True, waar)


@pytest.mark.parametrize("status", list(OverlegStatus))
def test_verslag__per_status__te_lezen_en_te_rectificeren(status: OverlegStatus) -> None:
    geweest = {OverlegStatus.LOPEND, OverlegStatus.AFGEROND, OverlegStatus.VASTGESTELD}
    assert heeft_verslag(status) is (status in geweest)
    assert bool(mag_gerectificeerd(status)) is (status is OverlegStatus.VASTGESTELD)
