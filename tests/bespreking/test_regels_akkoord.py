"""The answer of who is to do an afspraak, as tables: who, when, how, and what it means for closing."""

import pytest

from models.waarden import AfspraakStatus as S
from models.waarden import Akkoord as A  # noqa: N817 reads as a word in the table
from models.waarden import BesprekingStatus as B
from models.waarden import OverlegStatus as O
from overleg.bespreking.regels.akkoord import (
    Openstaand,
    Spreker,
    Stand,
    bij_maken,
    mag_afgerond,
    mag_antwoorden,
    mag_spreken,
    mag_zeggen,
    na_wijziging,
)


@pytest.mark.parametrize("akkoord", list(A))
@pytest.mark.parametrize("bespreking", list(B))
@pytest.mark.parametrize("overleg", list(O))
@pytest.mark.parametrize("geldt", [True, False])
def test_mag_antwoorden__open_of_later_wat_open_bleef(
    akkoord: A, bespreking: B, overleg: O, geldt: bool
) -> None:
    stand = Stand(akkoord, S.OPEN, bespreking, overleg, geldt)
    in_overleg = bespreking is B.OPEN and overleg is not O.VASTGESTELD
    later = geldt and akkoord is not A.AKKOORD
    oordeel = mag_antwoorden(stand)
    assert bool(oordeel) is (in_overleg or later)
    assert all(zin.endswith(".") for zin in oordeel.zinnen)


@pytest.mark.parametrize("status", list(S))
def test_mag_antwoorden__later_alleen_wat_nog_te_doen_is(status: S) -> None:
    stand = Stand(A.OPEN, status, B.AFGEROND, O.VASTGESTELD, geldt=True)
    assert bool(mag_antwoorden(stand)) is (status in {S.OPEN, S.BEZIG})


@pytest.mark.parametrize(
    ("spreker", "mag"),
    [
        (Spreker(eigen=True), True),
        (Spreker(eigen=True, leidt=True), True),
        (Spreker(eigen=False), False),
        (Spreker(eigen=False, in_de_zaal=True), False),
        (Spreker(eigen=False, leidt=True), False),
        (Spreker(eigen=False, leidt=True, in_de_zaal=True), True),
    ],
)
def test_mag_spreken__eigen_organisatie_of_wie_leidt_voor_iemand_in_de_zaal(
    spreker: Spreker, mag: bool
) -> None:
    assert bool(mag_spreken(spreker)) is mag


@pytest.mark.parametrize(
    ("antwoord", "reden", "waar"),
    [
        (A.AKKOORD, "", []),
        (A.GEWEIGERD, "Wij hebben tot maart geen mensen.", []),
        (A.GEWEIGERD, "", ["reden"]),
        (A.GEWEIGERD, "   ", ["reden"]),
        (A.GEWEIGERD, "Alleen onder voorbehoud van de teamleider.", ["reden"]),
        (A.OPEN, "", ["antwoord"]),
    ],
)
def test_mag_zeggen__niet_akkoord_met_reden_en_nooit_onder_voorbehoud(
    antwoord: A, reden: str, waar: list[str]
) -> None:
    assert [r.waar for r in mag_zeggen(antwoord, reden).redenen] == waar


@pytest.mark.parametrize(
    ("gewijzigd", "vervalt"),
    [
        (["wat"], True),
        (["datum"], True),
        (["organisatie_id"], True),
        (["gesprek_met_id"], True),
        (["gesprek_over"], True),
        (["domein", "datum"], True),
        (["persoon_naam", "persoon_id"], False),
        (["domein", "soort", "volgt_op_id"], False),
        ([], False),
    ],
)
@pytest.mark.parametrize("akkoord", list(A))
def test_na_wijziging__een_andere_belofte_vraagt_een_nieuw_antwoord(
    akkoord: A, gewijzigd: list[str], vervalt: bool
) -> None:
    assert na_wijziging(akkoord, gewijzigd, eigen=False) is (A.OPEN if vervalt else akkoord)
    assert na_wijziging(akkoord, gewijzigd, eigen=True) is (A.AKKOORD if vervalt else akkoord)


def test_bij_maken__wie_hem_zelf_maakt_is_akkoord() -> None:
    assert bij_maken(eigen=True) is A.AKKOORD
    assert bij_maken(eigen=False) is A.OPEN


def test_mag_afgerond__geweigerd_houdt_tegen_en_onbeantwoord_waarschuwt() -> None:
    rijen = [
        Openstaand(1, "Politie", "afspraak-1", A.AKKOORD),
        Openstaand(2, "OM", "afspraak-2", A.GEWEIGERD),
        Openstaand(3, "Gemeente", "afspraak-3", A.OPEN),
    ]
    oordeel = mag_afgerond(rijen)
    assert [reden.waar for reden in oordeel.redenen] == ["afspraak-2"]
    assert "OM is niet akkoord met afspraak 2" in oordeel.zinnen[0]
    assert [reden.waar for reden in oordeel.waarschuwingen] == ["afspraak-3"]
    assert mag_afgerond([rijen[0], rijen[2]])
