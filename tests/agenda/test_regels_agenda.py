"""Times, order, what may come on an agenda, the states of an overleg, the checks before sending."""

import re
import uuid
from dataclasses import replace
from datetime import date, time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.waarden import CasusStatus, MeldingStatus, OverlegStatus, PuntSoort
from overleg.agenda.regels.agenderen import (
    Agendeerfeiten,
    mag_agenda_wijzigen,
    mag_geagendeerd,
    mag_punt_weg,
    plek_voor,
)
from overleg.agenda.regels.controle import (
    Agendafeiten,
    Gastfeit,
    Partnerfeit,
    Plek,
    Puntfeit,
    blokkeert,
    controle,
)
from overleg.agenda.regels.gang import OverlegStap, gang_van, mag_stap, na_stap
from overleg.agenda.regels.gasten import mag_slot
from overleg.agenda.regels.plannen import Moment, mag_gepland
from overleg.agenda.regels.tijden import Tijdvak, past_in_maximum, past_in_tijd, sluiten_aan, tijden
from overleg.agenda.regels.volgorde import ingevoegd, is_zelfde_lijst, verschoven
from overleg.instroom.regels.casusgang import Stap, stappen_vanuit
from scripts.gemeen import WORTEL

GOED = Agendeerfeiten(CasusStatus.TOEGELATEN, heeft_vraag=True, melding=MeldingStatus.GEDAAN)
MAG_AGENDEREN = {CasusStatus.TOEGELATEN, CasusStatus.BESPROKEN, CasusStatus.IN_MONITORING}


@given(st.integers(0, 23 * 60 + 59), st.lists(st.integers(0, 480), max_size=30))
def test_tijden__sluiten_aan_en_duren_wat_gevraagd_is(begin: int, minuten: list[int]) -> None:
    vakken = tijden(time(begin // 60, begin % 60), minuten)
    assert [vak.tot - vak.van for vak in vakken] == minuten
    assert all(een.tot == twee.van for een, twee in pairwise(vakken))
    assert not vakken or (vakken[0].van == begin and vakken[-1].tot == begin + sum(minuten))


@pytest.mark.parametrize(
    ("gezien", "aan"),
    [
        ((0, 1, 2), True),
        ((0, 2), False),
        ((1, 2), False),  # the first is missing: it begins later than the meeting
        ((0, 1), True),  # nothing tells that there is more
        ((0,), True),
        ((), True),
    ],
)
def test_sluiten_aan__een_punt_ertussen_weg__springt(gezien: tuple[int, ...], *, aan: bool) -> None:
    vakken = tijden(time(9), [10, 20, 15])
    assert sluiten_aan(time(9), [vakken[plek] for plek in gezien]) is aan


def test_tijden__loopt_over_middernacht__klok_begint_opnieuw() -> None:
    assert tijden(time(23, 30), [60])[0].einde == time(0, 30)


@pytest.mark.parametrize(("minuten", "zin"), [([180], ""), ([181], "1 minuut"), ([100, 100], "20 minuten")])
def test_past_in_tijd(minuten: list[int], zin: str) -> None:
    oordeel = past_in_tijd(time(9), time(12), minuten)
    assert oordeel
    assert zin in "".join(reden.zin for reden in oordeel.waarschuwingen)
    assert bool(oordeel.waarschuwingen) == bool(zin)


def test_past_in_maximum__waarschuwt_pas_erboven() -> None:
    assert not past_in_maximum(8, 8).waarschuwingen
    assert "9 casussen" in past_in_maximum(9, 8).waarschuwingen[0].zin


@pytest.mark.parametrize("status", CasusStatus)
def test_mag_geagendeerd__alleen_wat_binnen_en_vrij_is(status: CasusStatus) -> None:
    assert bool(mag_geagendeerd(replace(GOED, status=status))) == (status in MAG_AGENDEREN)
    assert (status in MAG_AGENDEREN) == (Stap.AGENDEREN in stappen_vanuit(status))


@pytest.mark.parametrize(
    ("feiten", "mag", "waar"),
    [
        (replace(GOED, heeft_vraag=False), False, "vraag"),
        (replace(GOED, melding=MeldingStatus.GEEN), False, "melding"),
        (replace(GOED, melding=MeldingStatus.VOLGT), False, "melding"),
        (replace(GOED, melding=MeldingStatus.GEEN, bespreken_zonder_melding=True), False, "melding"),
        (replace(GOED, melding=MeldingStatus.VOLGT, bespreken_zonder_melding=True), True, "melding"),
    ],
)
def test_mag_geagendeerd__vraag_en_melding(feiten: Agendeerfeiten, mag: bool, waar: str) -> None:
    oordeel = mag_geagendeerd(feiten)
    assert bool(oordeel) is mag
    assert [reden.waar for reden in (*oordeel.redenen, *oordeel.waarschuwingen)] == [waar]


def test_mag_geagendeerd__niets_in_orde__alle_redenen_tegelijk() -> None:
    feiten = Agendeerfeiten(CasusStatus.AANGEMELD, heeft_vraag=False, melding=MeldingStatus.GEEN)
    assert len(mag_geagendeerd(feiten).redenen) == 3


def test_mag_geagendeerd__melding_te_laat__zegt_dat() -> None:
    feiten = replace(GOED, melding=MeldingStatus.VOLGT, bespreken_zonder_melding=True, melding_te_laat=True)
    assert "te laat" in mag_geagendeerd(feiten).waarschuwingen[0].zin


@pytest.mark.parametrize("status", OverlegStatus)
def test_mag_agenda_wijzigen(status: OverlegStatus) -> None:
    open_ = {OverlegStatus.GEPLAND, OverlegStatus.GEPUBLICEERD, OverlegStatus.LOPEND}
    assert bool(mag_agenda_wijzigen(status)) == (status in open_)


def test_mag_punt_weg() -> None:
    assert mag_punt_weg(soort=PuntSoort.CASUS, begonnen=False)
    assert not mag_punt_weg(soort=PuntSoort.CASUS, begonnen=True)
    assert not mag_punt_weg(soort=PuntSoort.OPENING, begonnen=False)


OP, A, M, C, V, R = (
    PuntSoort.OPENING,
    PuntSoort.ACTIES,
    PuntSoort.MONITORING,
    PuntSoort.CASUS,
    PuntSoort.VRIJ,
    PuntSoort.RONDVRAAG,
)


@pytest.mark.parametrize(
    ("soorten", "nieuw", "vooraan", "plek"),
    [
        ([], C, False, 0),
        ([OP, A, R], C, False, 2),
        ([OP, A, R], M, False, 2),
        ([OP, A, C, R], M, False, 2),
        ([OP, A, M, C, C, R], C, False, 5),
        ([OP, A, M, C, C, R], C, True, 3),
        ([OP, A, C, R], V, False, 3),
        ([OP, C, A, R], C, False, 3),
    ],
)
def test_plek_voor(soorten: list[PuntSoort], nieuw: PuntSoort, vooraan: bool, plek: int) -> None:
    assert plek_voor(soorten, nieuw, vooraan=vooraan) == plek


@given(st.permutations(list("abcdef")), st.integers(0, 6))
def test_ingevoegd__verborgen_houdt_zijn_plaats(volgorde: list[str], aantal: int) -> None:
    alle, zichtbaar = list("abcdef"), [letter for letter in volgorde if letter in "abcdef"[:aantal]]
    nieuw = ingevoegd(alle, zichtbaar)
    assert sorted(nieuw) == alle
    assert [letter for letter in nieuw if letter in zichtbaar] == zichtbaar
    assert all(nieuw[plek] == letter for plek, letter in enumerate(alle) if letter not in zichtbaar)


def test_verschoven__aan_de_rand_en_onbekend__blijft_gelijk() -> None:
    assert verschoven("abc", "b", -1) == list("bac")
    assert verschoven("abc", "a", -1) == list("abc")
    assert verschoven("abc", "c", 1) == list("abc")
    assert verschoven("abc", "x", 1) == list("abc")


@pytest.mark.parametrize(("gevraagd", "goed"), [("cab", 1), ("ab", 0), ("abx", 0), ("aab", 0), ("abca", 0)])
def test_is_zelfde_lijst(gevraagd: str, goed: int) -> None:
    assert is_zelfde_lijst("abc", gevraagd) == bool(goed)


STAPPEN = {
    (OverlegStatus.GEPLAND, OverlegStap.VERSTUREN): OverlegStatus.GEPUBLICEERD,
    (OverlegStatus.GEPLAND, OverlegStap.BEGINNEN): OverlegStatus.LOPEND,
    (OverlegStatus.GEPLAND, OverlegStap.ANNULEREN): OverlegStatus.GEANNULEERD,
    (OverlegStatus.GEPUBLICEERD, OverlegStap.VERSTUREN): OverlegStatus.GEPUBLICEERD,
    (OverlegStatus.GEPUBLICEERD, OverlegStap.BEGINNEN): OverlegStatus.LOPEND,
    (OverlegStatus.GEPUBLICEERD, OverlegStap.ANNULEREN): OverlegStatus.GEANNULEERD,
    (OverlegStatus.LOPEND, OverlegStap.AFRONDEN): OverlegStatus.AFGEROND,
    (OverlegStatus.AFGEROND, OverlegStap.VASTSTELLEN): OverlegStatus.VASTGESTELD,
}


@pytest.mark.parametrize("status", OverlegStatus)
@pytest.mark.parametrize("stap", OverlegStap)
def test_gang__elke_stap_uit_elke_staat(status: OverlegStatus, stap: OverlegStap) -> None:
    naar = STAPPEN.get((status, stap))
    assert gang_van(status).stappen.get(stap) == naar
    assert bool(mag_stap(status, stap)) == (naar is not None)
    if naar is not None:
        assert na_stap(status, stap) is naar
    else:
        assert mag_stap(status, stap).zinnen[0].endswith(".")


def test_gang__tekening__zegt_hetzelfde_als_de_tabel() -> None:
    tekening = (WORTEL / "docs" / "overleggang.md").read_text(encoding="utf-8")
    pijlen = re.findall(r"^\s*(\w+) --> (\w+): (.+)$", tekening, re.M)
    assert set(pijlen) == {(str(van), str(naar), str(stap)) for (van, stap), naar in STAPPEN.items()}


@pytest.mark.parametrize(
    ("begin", "einde", "mag", "let_op"),
    [
        (None, None, True, False),
        (time(10, 20), time(10, 35), True, False),
        (time(10, 20), None, False, False),
        (None, time(10, 35), False, False),
        (time(10, 35), time(10, 20), False, False),
        (time(10, 30), time(10, 50), True, True),
    ],
)
def test_mag_slot(begin: time | None, einde: time | None, mag: bool, let_op: bool) -> None:
    oordeel = mag_slot(begin, einde, Tijdvak(10 * 60 + 20, 10 * 60 + 40))
    assert (bool(oordeel), bool(oordeel.waarschuwingen)) == (mag, let_op)


def test_mag_gepland__voorbij_omgekeerd_dubbel() -> None:
    vandaag = date(2026, 11, 24)
    goed = Moment(date(2026, 11, 26), time(9), time(12))
    assert mag_gepland(goed, vandaag, [])
    assert mag_gepland(replace(goed, datum=date(2026, 11, 23)), vandaag, []).redenen[0].waar == "datum"
    assert mag_gepland(replace(goed, einde=time(9)), vandaag, []).redenen[0].waar == "einde"
    assert "al een overleg" in mag_gepland(goed, vandaag, [(goed.datum, goed.begin)]).zinnen[0]


PUNT = Puntfeit(uuid.uuid4(), "Casus LW-1", 20, Tijdvak(620, 640), uuid.uuid4())
AGENDA = Agendafeiten(
    vandaag=date(2026, 11, 24),
    datum=date(2026, 11, 26),
    begin=time(9),
    einde=time(12),
    plaats="Markt 1",
    maximum_casussen=8,
    punten=(PUNT,),
    heeft_voorzitter=True,
    heeft_secretaris=True,
)
VROEG = Tijdvak(0, 9)
SLOT = (time(10, 20), time(10, 35))


def met_punt(**anders: object) -> Agendafeiten:
    return replace(AGENDA, punten=(replace(PUNT, **anders),))  # type: ignore[arg-type]


CONTROLES = [
    ("alles in orde", AGENDA, []),
    ("voorbij", replace(AGENDA, datum=date(2026, 11, 23)), [(True, Plek.OVERLEG)]),
    ("geen voorzitter", replace(AGENDA, heeft_voorzitter=False), [(False, Plek.LEDEN)]),
    ("geen secretaris", replace(AGENDA, heeft_secretaris=False), [(False, Plek.LEDEN)]),
    ("niemand van een partner", replace(AGENDA, niemand_komt=("OM",)), [(False, Plek.AANWEZIGHEID)]),
    ("geen plaats", replace(AGENDA, plaats=" "), [(False, Plek.OVERLEG)]),
    ("geen casus", replace(AGENDA, punten=()), [(False, Plek.AGENDA)]),
    ("te vol", replace(AGENDA, maximum_casussen=0), [(False, Plek.AGENDA)]),
    ("loopt uit", met_punt(minuten=200), [(False, Plek.AGENDA)]),
    ("zonder tijd", met_punt(minuten=0), [(False, Plek.AGENDA)]),
    ("monitoring", replace(AGENDA, monitoring_ontbreekt=2), [(False, Plek.AGENDA)]),
    (
        "geen vraag en geen melding",
        met_punt(oordeel=mag_geagendeerd(replace(GOED, heeft_vraag=False, melding=MeldingStatus.GEEN))),
        [(True, Plek.CASUS), (True, Plek.CASUS)],
    ),
    ("gast zonder tijd", met_punt(gasten=(Gastfeit("Elzinga", None),)), [(True, Plek.PUNT)]),
    ("gast niet geplaatst", met_punt(gasten_zonder_plek=("Gemeente",)), [(True, Plek.PUNT)]),
    ("wie een taak heeft komt niet", met_punt(taak_zonder_plek=("Jeugdbescherming",)), [(False, Plek.PUNT)]),
    (
        "gast buiten punt",
        met_punt(gasten=(Gastfeit("E", SLOT),), tijdvak=VROEG),
        [(False, Plek.PUNT)],
    ),
    ("gast zonder account", met_punt(gasten=(Gastfeit("E", SLOT, heeft_adres=False),)), [(False, Plek.PUNT)]),
    ("partner open", met_punt(wacht_op=(Partnerfeit("OM", date(2026, 11, 25)),)), [(False, Plek.UITVRAAG)]),
    (
        "partner te laat",
        met_punt(wacht_op=(Partnerfeit("OM", date(2026, 11, 20)),)),
        [(False, Plek.UITVRAAG)],
    ),
    (
        "bij de partner kan niemand antwoorden",
        met_punt(wacht_op=(Partnerfeit("Ziekenhuis", date(2026, 11, 25), uuid.uuid4()),)),
        [(False, Plek.ANTWOORD)],
    ),
]


@pytest.mark.parametrize(("naam", "feiten", "verwacht"), CONTROLES)
def test_controle(naam: str, feiten: Agendafeiten, verwacht: list[tuple[bool, Plek]]) -> None:
    uitkomst = controle(feiten)
    assert [(b.blokkeert, b.plek) for b in uitkomst] == verwacht, naam
    assert blokkeert(uitkomst) is any(blok for blok, _ in verwacht)


@pytest.mark.parametrize(("dag", "woord"), [(25, "kan"), (20, "kon")])
def test_controle__niemand_die_hier_antwoordt__zegt_dat_en_wijst_naar_de_vraag(dag: int, woord: str) -> None:
    vraag = uuid.uuid4()
    (gevonden,) = controle(met_punt(wacht_op=(Partnerfeit("Ziekenhuis", date(2026, 11, dag), vraag),)))
    assert gevonden.sleutel == vraag
    assert gevonden.zin == (
        "Casus LW-1: bij Ziekenhuis kan niemand hier zelf antwoorden. "
        f"Vraag ernaar en leg het antwoord vast; het {woord} tot en met {dag}-11-2026."
    )


def test_controle__wat_tegenhoudt_staat_vooraan() -> None:
    feiten = replace(met_punt(gasten=(Gastfeit("E", None),)), heeft_voorzitter=False, plaats="")
    assert [b.blokkeert for b in controle(feiten)] == [True, False, False]
