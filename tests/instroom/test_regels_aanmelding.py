"""What an aanmelding needs, the criteria, the vraag, and what the voorzitter may decide."""

import time
from dataclasses import replace
from datetime import date

import pytest

from models.waarden import (
    BetrokkeneRol,
    CasusStatus,
    Gelijkenis,
    MeldingStatus,
    PersoonOordeel,
    Samenloop,
)
from overleg.instroom.regels.aanmelding import (
    Feiten,
    MeldingFeit,
    PersoonFeit,
    mag_ingediend,
    melding_compleet,
    melding_te_laat,
    samenloop_zin,
)
from overleg.instroom.regels.casusgang import Stap
from overleg.instroom.regels.criteria import CriteriumStand, werk_uit
from overleg.instroom.regels.triage import (
    Paar,
    is_herhaling,
    maanden_ervoor,
    mag_bespreken_toestaan,
    mag_met_reden,
    mag_toegelaten,
    wat_ontbreekt,
)
from overleg.instroom.regels.vraag import Patroon, lijkt_op_informatievraag
from overleg.instroom.regels.weg import weg_van

R, M = BetrokkeneRol, MeldingStatus
GEEN = MeldingFeit(M.GEEN)
DAG = date(2026, 11, 24)
GOED = Feiten(Samenloop.BEIDE, "Dit is er gebeurd.", "", (PersoonFeit("Bo", R.KIND),), (), GEEN)


@pytest.mark.parametrize(
    ("feiten", "waar"),
    [
        (GOED, []),
        (replace(GOED, samenloop=None), ["samenloop"]),
        (replace(GOED, samenloop=Samenloop.GEEN), []),
        (replace(GOED, wat_gebeurd=""), ["wat_gebeurd"]),
        (replace(GOED, personen=()), ["betrokkenen"]),
        (replace(GOED, personen=(PersoonFeit("", R.KIND),)), ["betrokkenen"]),
        (replace(GOED, personen=(PersoonFeit("Bo", R.ONBEKEND),)), ["betrokkenen"]),
        (replace(GOED, criteria_open=("A", "D")), ["criterium-A", "criterium-D"]),
        (
            replace(GOED, melding=MeldingFeit(M.VOLGT)),
            ["melding_volgt_door", "melding_volgt_uiterlijk"],
        ),
        (replace(GOED, melding=MeldingFeit(M.VOLGT, volgt_door="Bo", volgt_uiterlijk=DAG)), []),
        (replace(GOED, melding=MeldingFeit(M.GEDAAN, nummer="VT-1")), ["melding_datum"]),
        (replace(GOED, melding=MeldingFeit(M.GEDAAN, datum=DAG)), []),
    ],
)
def test_indienen__wat_nog_nodig_is(feiten: Feiten, waar: list[str]) -> None:
    oordeel = mag_ingediend(feiten, DAG)
    assert [reden.waar for reden in oordeel.redenen] == waar
    assert bool(oordeel) is (not waar)


def test_samenloop__geen_van_beide__gewone_weg_van_vt() -> None:
    assert "gewone weg van Veilig Thuis" in samenloop_zin(Samenloop.GEEN)
    assert not samenloop_zin(Samenloop.BEIDE)
    assert not samenloop_zin(None)


@pytest.mark.parametrize(
    ("melding", "goed"),
    [
        (MeldingFeit(M.GEDAAN, datum=DAG), True),
        (MeldingFeit(M.GEDAAN), False),
        (MeldingFeit(M.GEDAAN, datum=date(2026, 11, 25)), False),
        (GEEN, True),
    ],
)
def test_melding__gedaan(melding: MeldingFeit, goed: bool) -> None:
    assert bool(melding_compleet(melding, DAG)) is goed


def test_melding__volgt__te_laat_na_de_dag_zelf() -> None:
    volgt = MeldingFeit(M.VOLGT, volgt_door="Bo", volgt_uiterlijk=DAG)
    assert not melding_te_laat(volgt, DAG)
    assert melding_te_laat(volgt, date(2026, 11, 25))
    assert [g.zin for g in wat_ontbreekt("Vraag?", volgt, date(2026, 11, 25))] == [
        "Melding had er al moeten zijn"
    ]
    assert [g.zin for g in wat_ontbreekt("", volgt, DAG)] == ["Geen concrete vraag", "Melding volgt"]
    assert [g.zin for g in wat_ontbreekt("", GEEN, DAG)][1] == "Geen melding bij Veilig Thuis"
    assert not wat_ontbreekt("Vraag?", MeldingFeit(M.GEDAAN), DAG)


def stand(code: str, antwoord: bool | None) -> CriteriumStand:
    return CriteriumStand(code, code, antwoord=antwoord)


def lijst(*aangevinkt: str, antwoord: bool | None = None, minimum: int = 1) -> CriteriumStand:
    return CriteriumStand("D", "D", minimum=minimum, antwoord=antwoord, aangevinkt=aangevinkt)


@pytest.mark.parametrize(
    ("abc", "d", "voldoet"),
    [
        ((True, True, True), lijst("stalking"), True),
        ((True, True, True), lijst(antwoord=False), False),
        ((True, True, True), lijst(), None),
        ((True, None, True), lijst("stalking"), None),
        ((True, None, False), lijst("stalking"), False),
        ((True, True, True), lijst("stalking", minimum=2), False),
        ((True, True, True), lijst("stalking", antwoord=False), True),
    ],
)
def test_criteria__usual_rule(abc: tuple[bool | None, ...], d: CriteriumStand, voldoet: bool | None) -> None:
    standen = [*(stand(code, antwoord) for code, antwoord in zip("ABC", abc, strict=True)), d]
    assert werk_uit("A en B en C en D", standen).voldoet is voldoet


def test_criteria__open__genoemd() -> None:
    uitkomst = werk_uit("A of D", [stand("A", None), lijst()])
    assert (uitkomst.open, uitkomst.tekst) == (["A", "D"], "Nog niet te zeggen")
    assert werk_uit("A of D", [stand("A", True), lijst()]).tekst == "Voldoet"


PATRONEN = [Patroon("welke hulp*"), Patroon("wat weten * van"), Patroon("graag informatie*")]


@pytest.mark.parametrize(
    ("vraag", "lijkt"),
    [
        ("Welke hulp is er in dit gezin?", True),
        ("welke  HULP loopt er", True),
        ("Beste allen, welke hulp is er?", True),
        ("Dit is het verhaal. Welke hulp is er?", True),
        ("Wat weten de partners van dit gezin?", True),
        ("Wat weten de partners?", False),
        ("Wie regelt vóór vrijdag een contactverbod?", False),
        ("", False),
        (
            "Wie beslist welke maatregel er komt, en wie regelt daarna met de ouders welke hulp er komt?",
            False,
        ),
        ("Afwelke hulp", False),
    ],
)
def test_vraag__lijkt_op_informatievraag(vraag: str, lijkt: bool) -> None:
    assert bool(lijkt_op_informatievraag(vraag, PATRONEN)) is lijkt


@pytest.mark.parametrize("patroon", ["", "*", "***", "?", "(a+)+$", "[", "\\", "a" * 200, "*a" * 90])
def test_vraag__vreemd_patroon__geen_fout_en_snel(patroon: str) -> None:
    begin = time.perf_counter()
    lijkt_op_informatievraag("a" * 4000, [Patroon(patroon)])
    assert time.perf_counter() - begin < 0.5


@pytest.mark.parametrize(
    ("status", "voldoet", "reden", "goed"),
    [
        (CasusStatus.AANGEMELD, True, "", True),
        (CasusStatus.AANGEMELD, False, "", False),
        (CasusStatus.AANGEMELD, None, "", False),
        (CasusStatus.AANGEMELD, False, "Toch nodig.", True),
        (CasusStatus.CONCEPT, True, "", False),
        (CasusStatus.TOEGELATEN, True, "", False),
    ],
)
def test_toelaten__tabel(status: CasusStatus, voldoet: bool | None, reden: str, goed: bool) -> None:
    assert bool(mag_toegelaten(status, voldoet, reden)) is goed


def test_terugsturen__zonder_vraag__geweigerd() -> None:
    oordeel = mag_met_reden(CasusStatus.AANGEMELD, Stap.TERUGSTUREN, "", "Schrijf uw vraag.")
    assert oordeel.zinnen == ["Schrijf uw vraag."]
    assert mag_met_reden(CasusStatus.AANGEMELD, Stap.TERUGSTUREN, "Wie?", "")


@pytest.mark.parametrize(("status", "goed"), [(M.VOLGT, True), (M.GEDAAN, False), (M.GEEN, False)])
def test_bespreken_toestaan__alleen_als_de_melding_volgt(status: MeldingStatus, goed: bool) -> None:
    assert bool(mag_bespreken_toestaan(status)) is goed


def paar(
    rol: BetrokkeneRol, nr: int, oordeel: PersoonOordeel | None = None, sterk: bool = True, ander: int = 0
) -> Paar:
    gelijkenis = Gelijkenis.STERK if sterk else Gelijkenis.MOGELIJK
    return Paar(rol, rol, nr, -(ander or nr), gelijkenis, oordeel)


PLEGER, SLACHTOFFER = paar(R.PLEGER, 1), paar(R.SLACHTOFFER, 2)
ANDER = PersoonOordeel.ANDER


@pytest.mark.parametrize(
    ("paren", "ander", "verwacht"),
    [
        ([PLEGER, SLACHTOFFER], date(2026, 1, 1), "dezelfde pleger en hetzelfde slachtoffer"),
        ([PLEGER, SLACHTOFFER], date(2025, 11, 24), "dezelfde pleger en hetzelfde slachtoffer"),
        ([PLEGER, SLACHTOFFER], date(2025, 11, 23), ""),
        ([PLEGER, SLACHTOFFER], date(2026, 12, 1), ""),
        ([PLEGER], date(2026, 1, 1), ""),
        ([PLEGER, paar(R.KIND, 3)], date(2026, 1, 1), "hetzelfde gezin"),
        ([PLEGER, paar(R.SLACHTOFFER, 2, ANDER)], date(2026, 1, 1), ""),
        ([PLEGER, paar(R.SLACHTOFFER, 2, sterk=False)], date(2026, 1, 1), ""),
        (
            [PLEGER, paar(R.SLACHTOFFER, 2, PersoonOordeel.ZELFDE, sterk=False)],
            date(2026, 1, 1),
            "dezelfde pleger en hetzelfde slachtoffer",
        ),
        ([paar(R.KIND, 1), paar(R.KIND, 1, ander=9)], date(2026, 1, 1), ""),
    ],
)
def test_herhaling__tabel(paren: list[Paar], ander: date, verwacht: str) -> None:
    assert is_herhaling(paren, DAG, ander, 12) == verwacht


@pytest.mark.parametrize(
    ("dag", "maanden", "verwacht"),
    [
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2024, 3, 31), 1, date(2024, 2, 29)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2026, 11, 24), 120, date(2016, 11, 24)),
    ],
)
def test_maanden_ervoor__tabel(dag: date, maanden: int, verwacht: date) -> None:
    assert maanden_ervoor(dag, maanden) == verwacht


@pytest.mark.parametrize("status", CasusStatus)
def test_weg__hoogstens_een_stap_nu(status: CasusStatus) -> None:
    staten = [punt.staat for punt in weg_van(status)]
    assert staten.count("nu") <= 1
    assert staten == sorted(staten, key=["klaar", "nu", "straks"].index)
