"""Which report about an afspraak may follow which."""

import pytest

from models.waarden import AfspraakStatus as S
from overleg.bespreking.regels.voortgang import houdt_op, mag_gemeld, vervolg_van


@pytest.mark.parametrize(
    ("van", "mag"),
    [
        (S.OPEN, {S.BEZIG, S.GEDAAN, S.NIET_GEDAAN, S.NIET_MOGELIJK}),
        (S.BEZIG, {S.BEZIG, S.GEDAAN, S.NIET_GEDAAN, S.NIET_MOGELIJK}),
        (S.GEDAAN, {S.BEZIG}),
        (S.NIET_GEDAAN, {S.BEZIG, S.GEDAAN, S.NIET_MOGELIJK}),
        (S.NIET_MOGELIJK, {S.BEZIG}),
    ],
)
def test_mag_gemeld__elke_stand_naar_elke_stand__alleen_wat_kan(van: S, mag: set[S]) -> None:
    assert {naar for naar in S if mag_gemeld(van, naar, "zo is het")} == mag
    assert set(vervolg_van(van)) == mag


@pytest.mark.parametrize("naar", [S.BEZIG, S.NIET_GEDAAN, S.NIET_MOGELIJK])
def test_mag_gemeld__zonder_tekst__vraagt_erom(naar: S) -> None:
    oordeel = mag_gemeld(S.OPEN, naar, "")
    assert not oordeel
    assert oordeel.redenen[0].waar == "tekst"


def test_mag_gemeld__gedaan_zonder_tekst__mag() -> None:
    assert mag_gemeld(S.OPEN, S.GEDAAN, "")


@pytest.mark.parametrize("eerst", list(S))
def test_houdt_op__alleen_gedaan_laat_de_volgende_vrij(eerst: S) -> None:
    assert houdt_op(eerst) is (eerst is not S.GEDAAN)
