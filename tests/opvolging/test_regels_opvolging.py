"""Rules after the meeting, as tables without a database."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from models.waarden import CasusStatus, InformerenStatus, OverdrachtSoort, OverdrachtStatus
from overleg.opvolging.regels.melden import (
    is_gemonitord,
    mag_gedaan,
    mag_ronde,
    mag_uitstellen,
)
from overleg.opvolging.regels.overdracht import (
    Aanbodfeit,
    Vastlegging,
    mag_beantwoorden,
    mag_intrekken,
    mag_opnieuw,
    mag_vastleggen,
    mag_weigeren,
    vervangen,
)
from overleg.opvolging.regels.sluiten import (
    Sluitfeiten,
    Weigering,
    mag_gesloten,
    mag_heropend,
    mag_sluiten,
    vuist_op_tafel,
)

VANDAAG = date(2026, 12, 9)
GISTEREN, MORGEN = date(2026, 12, 8), date(2026, 12, 10)
GOED = Vastlegging(
    status=OverdrachtStatus.AANGEBODEN,
    zelf_aangeboden=False,
    ontvanger_heeft_account=False,
    door_naam="N. Elzinga",
    eigen_naam="P. Noordhof",
    op=VANDAAG,
    aangeboden_op=GISTEREN,
    vandaag=VANDAAG,
    aangenomen=True,
    reden="",
)


@pytest.mark.parametrize("status", list(OverdrachtStatus))
def test_mag_beantwoorden__alleen_wat_is_aangeboden(status: OverdrachtStatus) -> None:
    assert bool(mag_beantwoorden(status)) is (status is OverdrachtStatus.AANGEBODEN)
    assert bool(mag_opnieuw(status, voorbij=False)) is (status is OverdrachtStatus.GEWEIGERD)
    assert not mag_opnieuw(status, voorbij=True)


@pytest.mark.parametrize("soort", OverdrachtSoort)
@pytest.mark.parametrize("status", OverdrachtStatus)
def test_mag_intrekken__alleen_een_afspraak_zonder_antwoord_en_met_reden(
    status: OverdrachtStatus, soort: OverdrachtSoort
) -> None:
    mag = soort is OverdrachtSoort.AFSPRAAK and status is OverdrachtStatus.AANGEBODEN
    assert bool(mag_intrekken(status, soort, "toch zelf")) is mag
    assert not mag_intrekken(status, soort, "")


def test_mag_weigeren__zonder_reden__niet() -> None:
    assert mag_weigeren(OverdrachtStatus.AANGEBODEN, "eerst de strafzaak")
    assert not mag_weigeren(OverdrachtStatus.AANGEBODEN, "")


@pytest.mark.parametrize(
    ("feiten", "mag"),
    [
        (GOED, True),
        (replace(GOED, zelf_aangeboden=True), False),
        (replace(GOED, ontvanger_heeft_account=True), False),
        (replace(GOED, door_naam="p. noordhof"), False),
        (replace(GOED, op=MORGEN), False),
        (replace(GOED, op=date(2026, 12, 7)), False),
        (replace(GOED, aangenomen=False), False),
        (replace(GOED, aangenomen=False, reden="geen plek"), True),
        (replace(GOED, status=OverdrachtStatus.GEACCEPTEERD), False),
    ],
)
def test_mag_vastleggen__nooit_door_de_gever(feiten: Vastlegging, mag: bool) -> None:
    assert bool(mag_vastleggen(feiten)) is mag


@pytest.mark.parametrize("status", list(CasusStatus))
def test_mag_gesloten__alleen_besproken(status: CasusStatus) -> None:
    assert bool(mag_gesloten(Sluitfeiten(status))) is (status is CasusStatus.BESPROKEN)


@pytest.mark.parametrize(
    ("feiten", "waar"),
    [
        (Sluitfeiten(CasusStatus.BESPROKEN, overdrachten=("van regie aan gemeente",)), "overdrachten"),
        (Sluitfeiten(CasusStatus.BESPROKEN, te_informeren=("Ruben",)), "informeren"),
        (Sluitfeiten(CasusStatus.BESPROKEN, partijen=("school",)), "partijen"),
        (Sluitfeiten(CasusStatus.BESPROKEN, niet_akkoord=("afspraak 2 (Politie)",)), "afspraken"),
    ],
)
def test_mag_gesloten__er_staat_iets_open__genoemd(feiten: Sluitfeiten, waar: str) -> None:
    assert [reden.waar for reden in mag_gesloten(feiten).redenen] == [waar]


@pytest.mark.parametrize(
    ("is_afspraak", "of"),
    [(False, "besluit in een overleg anders"), (True, "meld de afspraak als zij is gedaan")],
)
def test_mag_gesloten__geweigerd__zegt_wanneer_door_wie_en_wat_nu(is_afspraak: bool, of: str) -> None:
    weigering = Weigering("van regie aan gemeente", "R. Bakker", "20-11-2026", is_afspraak=is_afspraak)
    (reden,) = mag_gesloten(Sluitfeiten(CasusStatus.BESPROKEN, geweigerd=(weigering,))).redenen
    assert reden.zin == (
        "De overdracht van regie aan gemeente is op 20-11-2026 geweigerd door R. Bakker. "
        f"Bied haar opnieuw aan, of {of}."
    )
    assert reden.waar == "overdrachten"


def test_mag_sluiten__vraagt_een_reden__en_waarschuwt_voor_afspraken() -> None:
    feiten = Sluitfeiten(CasusStatus.BESPROKEN, afspraken_open=("afspraak 2 (Politie)",), reden="Klaar.")
    assert mag_sluiten(feiten)
    (let_op,) = mag_sluiten(feiten).waarschuwingen
    assert "afspraak 2 (Politie)" in let_op.zin
    assert not mag_sluiten(replace(feiten, reden=""))


@pytest.mark.parametrize("status", list(CasusStatus))
def test_mag_heropend__alleen_gesloten_met_reden(status: CasusStatus) -> None:
    assert bool(mag_heropend(status, "nieuw incident")) is (status is CasusStatus.GESLOTEN)
    assert not mag_heropend(status, "")


@pytest.mark.parametrize(("aantal", "vuist"), [(0, False), (2, False), (3, True), (7, True)])
def test_vuist_op_tafel(aantal: int, vuist: bool) -> None:
    assert vuist_op_tafel(aantal) is vuist


def test_mag_gedaan__niet_in_de_toekomst_en_niet_twee_keer() -> None:
    assert mag_gedaan(InformerenStatus.UITGESTELD, VANDAAG, VANDAAG)
    assert not mag_gedaan(InformerenStatus.GEPLAND, MORGEN, VANDAAG)
    assert not mag_gedaan(InformerenStatus.GEDAAN, VANDAAG, VANDAAG)


@pytest.mark.parametrize(
    ("status", "reden", "opnieuw", "mag"),
    [
        (InformerenStatus.GEPLAND, "gevaar", MORGEN, True),
        (InformerenStatus.UITGESTELD, "gevaar", MORGEN, True),
        (InformerenStatus.GEPLAND, "", MORGEN, False),
        (InformerenStatus.GEPLAND, "gevaar", VANDAAG, False),
        (InformerenStatus.GEDAAN, "gevaar", MORGEN, False),
    ],
)
def test_mag_uitstellen__met_reden_en_datum(
    status: InformerenStatus, reden: str, opnieuw: date, mag: bool
) -> None:
    assert bool(mag_uitstellen(status, reden, opnieuw, VANDAAG)) is mag


@pytest.mark.parametrize(
    ("gemonitord", "beeindigen", "volgende", "toelichting", "mag"),
    [
        (True, False, MORGEN, "", True),
        (True, False, None, "", False),
        (True, False, VANDAAG, "", False),
        (True, True, None, "alles is nagekomen", False),  # nobody says whether they are safe
        (True, True, None, "", False),
        (False, False, MORGEN, "", False),
    ],
)
def test_mag_ronde(
    gemonitord: bool, beeindigen: bool, volgende: date | None, toelichting: str, mag: bool
) -> None:
    oordeel = mag_ronde(
        gemonitord=gemonitord,
        beeindigen=beeindigen,
        direct_veilig=None,
        volgende=volgende,
        toelichting=toelichting,
        vandaag=VANDAAG,
    )
    assert bool(oordeel) is mag


@pytest.mark.parametrize(
    ("beeindigen", "veilig", "mag"),
    [(True, False, False), (True, True, True), (True, None, False), (False, False, True)],
)
def test_mag_ronde__niet_veilig__eindigt_niet(beeindigen: bool, veilig: bool | None, mag: bool) -> None:
    oordeel = mag_ronde(
        gemonitord=True,
        beeindigen=beeindigen,
        direct_veilig=veilig,
        volgende=MORGEN,
        toelichting="alles is nagekomen",
        vandaag=VANDAAG,
    )
    assert bool(oordeel) is mag
    if not mag:
        assert oordeel.redenen[0].waar == ("volgende_op" if veilig is False else "direct_veilig")


def test_mag_sluiten__noemt_wat_nog_van_kracht_is() -> None:
    feiten = Sluitfeiten(
        CasusStatus.BESPROKEN, maatregelen=("Contactverbod (tot en met 14-01-2027)",), reden="x"
    )
    assert mag_sluiten(feiten)
    (let_op,) = mag_sluiten(feiten).waarschuwingen
    assert "Contactverbod (tot en met 14-01-2027)" in let_op.zin


@pytest.mark.parametrize("status", CasusStatus)
def test_is_gemonitord__ook_op_de_agenda_met_een_datum(status: CasusStatus) -> None:
    assert is_gemonitord(status, VANDAAG) is (status in {CasusStatus.IN_MONITORING, CasusStatus.GEAGENDEERD})
    assert is_gemonitord(status, None) is (status is CasusStatus.IN_MONITORING)


EEN, TWEE, AFSPRAAK = UUID(int=1), UUID(int=2), UUID(int=9)
EERST, LATER = datetime(2026, 12, 3, 10, tzinfo=UTC), datetime(2026, 12, 17, 10, tzinfo=UTC)
VAN_AFSPRAAK = Aanbodfeit(EEN, OverdrachtSoort.AFSPRAAK, EERST, afspraak=AFSPRAAK, afgerond_op=EERST)
VAN_REGIE = Aanbodfeit(EEN, OverdrachtSoort.REGIE, EERST, afgerond_op=EERST)


@pytest.mark.parametrize(
    ("alle", "laatst", "weg"),
    [
        ([VAN_AFSPRAAK], LATER, set()),  # a later bespreking says nothing of it
        ([replace(VAN_AFSPRAAK, te_doen=False)], EERST, {EEN}),
        ([VAN_AFSPRAAK, replace(VAN_AFSPRAAK, sleutel=TWEE, aangeboden_op=LATER)], EERST, {EEN}),
        ([VAN_AFSPRAAK, replace(VAN_AFSPRAAK, sleutel=TWEE, afspraak=UUID(int=8))], EERST, set()),
        ([VAN_REGIE], EERST, set()),
        ([VAN_REGIE], None, set()),
        ([VAN_REGIE], LATER, {EEN}),
        ([replace(VAN_REGIE, soort=OverdrachtSoort.CASUS)], LATER, {EEN}),
        ([replace(VAN_REGIE, afgerond_op=None)], EERST, set()),  # opened again
        ([VAN_REGIE, replace(VAN_REGIE, sleutel=TWEE, vorige=EEN, aangeboden_op=LATER)], EERST, {EEN}),
    ],
)
def test_vervangen__wat_later_kwam(alle: list[Aanbodfeit], laatst: datetime | None, weg: set[UUID]) -> None:
    assert vervangen(alle, laatst) == weg
