"""Rules of the meeting and of stap 1 and 2, as tables."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from models.waarden import (
    AfspraakSoort,
    AfspraakStatus,
    BesprekingStatus,
    BetrokkeneRol,
    Domein,
    OrganisatieSoort,
    OverlegStatus,
    Veld,
)
from overleg.bespreking.regels.afspraken import (
    Feit,
    Informeerfeit,
    mag_op_dag,
    mag_van_organisatie,
    mag_volgen_op,
    waarschuwingen,
)
from overleg.bespreking.regels.klok import stand
from overleg.bespreking.regels.maatregelen import Looptijd, looptijd, moet_eerder_herbeoordeeld
from overleg.bespreking.regels.verloop import (
    mag_aanwezigheid_bijwerken,
    mag_beginnen,
    mag_invullen,
    mag_leiden,
    mag_veld_wijzigen,
)
from overleg.bespreking.regels.voorbehoud import staat_onder_voorbehoud, zonder_voorbehoud

O = OverlegStatus  # noqa: E741 reads as a table below
DAG = date(2026, 12, 3)


@pytest.mark.parametrize(
    "tekst",
    [
        "Hulp onder voorbehoud",
        "ONDER VOORBEHOUD van akkoord",
        "onder voor\u00adbehoud",
        "onder\u200b voorbehoud",
        "o.v.b. akkoord directie",
        "ovb",
        "O. V. B.",
        "onder-voorbehoud",
        "met voorbehoud van geld",
        "onder vóórbehoud",
        "onder voorbehoudt",
        "onder reserve",
        "ond\u0435r voorbehoud",
    ],
)
def test_voorbehoud__elke_schrijfwijze__wordt_herkend(tekst: str) -> None:
    assert staat_onder_voorbehoud(tekst)
    oordeel = zonder_voorbehoud({"wat": tekst})
    assert not oordeel
    assert oordeel.redenen[0].waar == "wat"
    assert "wie beslist" in oordeel.zinnen[0]


@pytest.mark.parametrize(
    "tekst",
    [
        "Zonder voorbehoud uitgevoerd",
        "Beslist over de gedragsaanwijzing",
        "Woonplek voor Gerben met ingang van 9 december",
        "Bovbjerg belt",
        "Het recht is voorbehouden",
        "",
    ],
)
def test_voorbehoud__gewone_afspraak__mag(tekst: str) -> None:
    assert zonder_voorbehoud({"wat": tekst})


@pytest.mark.parametrize(
    ("zelf", "volgt_op", "mag"),
    [(1, None, True), (None, 1, True), (3, 1, True), (1, 1, False), (1, 3, False), (1, 2, False)],
)
def test_volgt_op__kring__mag_niet(zelf: int | None, volgt_op: int | None, mag: bool) -> None:
    ketting: dict[int, int | None] = {1: None, 2: 1, 3: 2}
    assert bool(mag_volgen_op(zelf, volgt_op, ketting)) is mag


def test_volgt_op__kring_die_er_al_is__loopt_niet_vast() -> None:
    assert mag_volgen_op(9, 1, {1: 2, 2: 1})


def _gesprek(nummer: int, rol: BetrokkeneRol, dag: date, volgt_op: int | None = None) -> Feit:
    return Feit(nummer, nummer, AfspraakSoort.GESPREK, dag, volgt_op, met=7, met_naam="Noud", met_rol=rol)


def _onderzoek(nummer: int, dag: date) -> Feit:
    return Feit(nummer, nummer, AfspraakSoort.ONDERZOEK, dag)


LATER = DAG + timedelta(days=5)
KIND, PLEGER = BetrokkeneRol.KIND, BetrokkeneRol.PLEGER


@pytest.mark.parametrize(
    ("afspraken", "zinnen"),
    [
        ([_gesprek(1, KIND, DAG)], []),
        ([_gesprek(1, KIND, DAG), _gesprek(4, KIND, LATER)], ["2 keer gehoord (afspraak 1 en 4)"]),
        (
            [_gesprek(1, PLEGER, DAG), _onderzoek(2, LATER)],
            ["vóór de onderzoekshandeling van afspraak 2. Laat"],
        ),
        (
            [_gesprek(1, PLEGER, DAG), _onderzoek(2, LATER), _onderzoek(3, LATER), _onderzoek(4, LATER)],
            ["vóór de onderzoekshandelingen van de afspraken 2, 3 en 4. Laat"],
        ),
        ([_gesprek(1, PLEGER, LATER, 2), _onderzoek(2, LATER)], []),
        ([_gesprek(1, PLEGER, LATER + timedelta(days=1)), _onderzoek(2, LATER)], []),
        ([_onderzoek(1, DAG - timedelta(days=1))], ["ligt vóór dit overleg"]),
        ([_gesprek(1, KIND, DAG, 2), _onderzoek(2, LATER)], ["maar is eerder klaar"]),
    ],
)
def test_waarschuwingen__tabel(afspraken: list[Feit], zinnen: list[str]) -> None:
    uitkomst = waarschuwingen(afspraken, [], DAG)
    assert len(uitkomst) == len(zinnen)
    assert all(zin in reden.zin for zin, reden in zip(zinnen, uitkomst, strict=True))


GETUIGE, GEDAAN = BetrokkeneRol.GETUIGE, AfspraakStatus.GEDAAN


@pytest.mark.parametrize(
    ("afspraken", "zinnen"),
    [
        ([replace(_gesprek(n, GETUIGE, LATER), met_kind=True) for n in (1, 2)], ["2 keer gehoord"]),
        ([replace(_onderzoek(1, LATER), met=7, met_kind=True), _gesprek(2, KIND, LATER)], ["2 keer"]),
        ([_gesprek(1, GETUIGE, LATER), _gesprek(2, GETUIGE, LATER)], []),
        (
            [replace(_gesprek(1, KIND, DAG), eerder=True, status=GEDAAN), _gesprek(4, KIND, LATER)],
            ["2 keer gehoord (afspraak 1 en 4)"],
        ),
        ([replace(_gesprek(n, KIND, DAG), eerder=True) for n in (1, 2)], []),
    ],
)
def test_kind_twee_keer__welke_rol_of_bespreking_ook(afspraken: list[Feit], zinnen: list[str]) -> None:
    uitkomst = waarschuwingen(afspraken, [], DAG)
    assert len(uitkomst) == len(zinnen)
    assert all(zin in reden.zin for zin, reden in zip(zinnen, uitkomst, strict=True))


VOORBIJ = DAG - timedelta(days=6)


@pytest.mark.parametrize(
    ("stap", "aantal"),
    [
        (replace(_onderzoek(1, VOORBIJ), eerder=True), 2),
        (replace(_onderzoek(1, VOORBIJ), eerder=True, status=AfspraakStatus.NIET_GEDAAN), 2),
        (replace(_onderzoek(1, VOORBIJ), eerder=True, status=GEDAAN), 0),
        (replace(_onderzoek(1, LATER), eerder=True), 2),
        (replace(_onderzoek(1, DAG), eerder=True), 0),
    ],
)
def test_pleger_voor_onderzoek__van_een_eerdere_bespreking(stap: Feit, aantal: int) -> None:
    gesprek = _gesprek(5, PLEGER, LATER - timedelta(days=1))
    verteld = Informeerfeit("Ruben", PLEGER, LATER - timedelta(days=1))
    assert len(waarschuwingen([stap, gesprek], [verteld], DAG)) == aantal
    toen = [stap, replace(gesprek, eerder=True)]
    assert not waarschuwingen(toen, [replace(verteld, eerder=True)], DAG), "said when it was agreed"


@pytest.mark.parametrize(
    ("soort", "domein", "met_rol", "verwacht"),
    [
        (AfspraakSoort.ONDERZOEK, None, None, True),
        (AfspraakSoort.ONDERZOEK, Domein.ZORG, None, True),
        (AfspraakSoort.ONDERZOEK, Domein.CIVIEL, PLEGER, True),
        (AfspraakSoort.INTERVENTIE, Domein.STRAF, None, True),
        (AfspraakSoort.GESPREK, Domein.STRAF, KIND, True),
        (AfspraakSoort.GESPREK, Domein.STRAF, PLEGER, False),
        (AfspraakSoort.INTERVENTIE, Domein.STRAF, PLEGER, True),
        (AfspraakSoort.GESPREK, None, KIND, False),
        (AfspraakSoort.INTERVENTIE, Domein.ZORG, None, False),
        (AfspraakSoort.OVERIG, Domein.BESTUURLIJK, None, False),
    ],
)
def test_onderzoekshandeling__tabel(
    soort: AfspraakSoort, domein: Domein | None, met_rol: BetrokkeneRol | None, verwacht: bool
) -> None:
    afspraak = Feit(1, 1, soort, DAG, met_rol=met_rol, domein=domein)
    assert afspraak.is_onderzoekshandeling is verwacht


def test_waarschuwingen__vervallen_telt_niet_en_informeren_wel() -> None:
    vervallen = Feit(
        3, 3, AfspraakSoort.GESPREK, DAG, met=7, met_rol=KIND, status=AfspraakStatus.NIET_MOGELIJK
    )
    assert not waarschuwingen([_gesprek(1, KIND, DAG), vervallen], [], DAG)
    verteld = Informeerfeit("Ruben", PLEGER, DAG)
    uitkomst = waarschuwingen([_onderzoek(2, LATER)], [verteld], DAG)
    assert "Ruben wordt geïnformeerd vóór de onderzoekshandeling van afspraak 2. Verzet" in uitkomst[0].zin
    meer = waarschuwingen([_onderzoek(2, LATER), _onderzoek(5, LATER)], [verteld], DAG)
    assert "vóór de onderzoekshandelingen van de afspraken 2 en 5. Verzet" in meer[0].zin


@pytest.mark.parametrize(
    ("tot", "beeindigd", "volgend", "verwacht"),
    [
        (None, None, LATER, Looptijd.LOOPT),
        (None, None, None, Looptijd.LOOPT),
        (LATER, None, LATER, Looptijd.LOOPT),
        (LATER - timedelta(days=1), None, LATER, Looptijd.LOOPT_AF),
        (LATER, None, None, Looptijd.LOOPT_AF),
        (DAG - timedelta(days=1), None, LATER, Looptijd.VOORBIJ),
        (LATER, DAG, LATER, Looptijd.BEEINDIGD),
    ],
)
def test_looptijd__tabel(
    tot: date | None, beeindigd: date | None, volgend: date | None, verwacht: Looptijd
) -> None:
    assert looptijd(DAG, tot, beeindigd, DAG, volgend) is verwacht
    assert looptijd(LATER, None, None, DAG, None) is Looptijd.BEGINT_NOG


def test_herbeoordeling__voor_het_volgende_overleg__wordt_gemeld() -> None:
    assert moet_eerder_herbeoordeeld(DAG, DAG, LATER)
    assert not moet_eerder_herbeoordeeld(LATER, DAG, LATER)
    assert not moet_eerder_herbeoordeeld(None, DAG, LATER)


@pytest.mark.parametrize("status", OverlegStatus)
def test_verloop__elke_status_heeft_een_mening(status: OverlegStatus) -> None:
    assert bool(mag_leiden(status)) is (status is O.LOPEND)
    assert bool(mag_beginnen(status, doorgezet=False)) is (status is O.LOPEND)
    assert not mag_beginnen(status, doorgezet=True)
    assert bool(mag_aanwezigheid_bijwerken(status)) is (status in {O.LOPEND, O.AFGEROND})
    for bespreking in BesprekingStatus:
        mag = bespreking is BesprekingStatus.OPEN and status is not O.VASTGESTELD
        assert bool(mag_invullen(bespreking, status)) is mag


@pytest.mark.parametrize("veld", Veld)
def test_veld__alleen_vervolging_is_van_het_om(veld: Veld) -> None:
    vrij = veld is not Veld.VERVOLGING
    assert bool(mag_veld_wijzigen(veld, OrganisatieSoort.POLITIE, leidt=False)) is vrij
    assert mag_veld_wijzigen(veld, OrganisatieSoort.OM, leidt=False)
    assert mag_veld_wijzigen(veld, OrganisatieSoort.VEILIG_THUIS, leidt=True)


@pytest.mark.parametrize(
    ("seconden", "loopt", "tekst"),
    [
        (0, False, "20 minuten gepland"),
        (600, False, "10 van 20 minuten gebruikt, nog 10"),
        (600, True, "15 van 20 minuten gebruikt, nog 5"),
        (960, True, "1 minuut over de tijd (21 van 20)"),
        (1500, False, "5 minuten over de tijd (25 van 20)"),
    ],
)
def test_klok__in_woorden(seconden: int, loopt: bool, tekst: str) -> None:
    nu = datetime(2026, 12, 3, 9, tzinfo=UTC)
    klok = stand(seconden, nu - timedelta(minutes=5) if loopt else None, 20, nu)
    assert klok.tekst == tekst


@pytest.mark.parametrize(
    ("dag", "mag"),
    [(None, True), (date(2026, 12, 2), False), (date(2026, 12, 3), True), (date(2027, 1, 1), True)],
)
def test_dag__niet_voor_het_overleg(dag: date | None, mag: bool) -> None:
    assert bool(mag_op_dag(dag, date(2026, 12, 3))) is mag


@pytest.mark.parametrize(
    ("alles", "eigen", "mag"),
    [(True, False, True), (False, True, True), (False, False, False), (True, True, True)],
)
def test_eigenaar__gast_alleen_eigen_organisatie(alles: bool, eigen: bool, mag: bool) -> None:
    assert bool(mag_van_organisatie(alles, eigen)) is mag
