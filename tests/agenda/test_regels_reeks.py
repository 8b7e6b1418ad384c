"""The dates of a series."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.waarden import Ritme
from overleg.agenda.regels.reeks import (
    MEESTE_OVERLEGGEN,
    Reeks,
    data_van_reeks,
    feestdagen,
    feestdagen_in,
    mag_reeks,
    nummer_in_maand,
    paasdag,
)

DONDERDAG = date(2026, 12, 3)
TABEL = [
    (
        "over de jaarwisseling",
        Reeks(DONDERDAG, Ritme.WEKELIJKS, date(2027, 1, 7)),
        ["2026-12-03", "2026-12-10", "2026-12-17", "2026-12-24", "2026-12-31", "2027-01-07"],
    ),
    (
        "over de zomertijd",
        Reeks(date(2027, 3, 18), Ritme.TWEEWEKELIJKS, date(2027, 4, 15)),
        ["2027-03-18", "2027-04-01", "2027-04-15"],
    ),
    (
        "elke eerste donderdag",
        Reeks(DONDERDAG, Ritme.MAANDELIJKS, date(2027, 4, 30)),
        ["2026-12-03", "2027-01-07", "2027-02-04", "2027-03-04", "2027-04-01"],
    ),
    (
        "vijfde donderdag wordt de laatste",
        Reeks(date(2026, 10, 29), Ritme.MAANDELIJKS, date(2027, 1, 31)),
        ["2026-10-29", "2026-11-26", "2026-12-31", "2027-01-28"],
    ),
    (
        "met overgeslagen dagen",
        Reeks(DONDERDAG, Ritme.WEKELIJKS, date(2026, 12, 24), frozenset({date(2026, 12, 10)})),
        ["2026-12-03", "2026-12-17", "2026-12-24"],
    ),
    ("een dag", Reeks(DONDERDAG, Ritme.MAANDELIJKS, DONDERDAG), ["2026-12-03"]),
    ("einde voor begin", Reeks(DONDERDAG, Ritme.WEKELIJKS, date(2026, 12, 1)), []),
]


@pytest.mark.parametrize(("naam", "reeks", "verwacht"), TABEL)
def test_data_van_reeks(naam: str, reeks: Reeks, verwacht: list[str]) -> None:
    assert [dag.isoformat() for dag in data_van_reeks(reeks)] == verwacht, naam


@given(
    st.dates(date(2024, 1, 1), date(2040, 1, 1)),
    st.sampled_from(Ritme),
    st.integers(0, 900),
    st.sets(st.integers(0, 900), max_size=5),
)
def test_data_van_reeks__altijd_zelfde_weekdag_oplopend_en_zonder_overgeslagen(
    eerste: date, ritme: Ritme, dagen: int, weg: set[int]
) -> None:
    overslaan = frozenset(eerste + timedelta(days=aantal) for aantal in weg)
    reeks = Reeks(eerste, ritme, eerste + timedelta(days=dagen), overslaan)
    data = data_van_reeks(reeks)
    assert list(data) == sorted(set(data))
    assert not set(data) & overslaan
    assert all(eerste <= dag <= reeks.tot_en_met and dag.weekday() == eerste.weekday() for dag in data)
    if ritme is Ritme.MAANDELIJKS:
        assert len({(dag.year, dag.month) for dag in data}) == len(data)
        if nummer_in_maand(eerste) < 5:
            assert {nummer_in_maand(dag) for dag in data} <= {nummer_in_maand(eerste)}
    else:
        assert all((dag - eerste).days % (7 if ritme is Ritme.WEKELIJKS else 14) == 0 for dag in data)


def test_mag_reeks__te_lang_of_omgekeerd__zegt_wat_te_doen() -> None:
    assert not mag_reeks(Reeks(DONDERDAG, Ritme.WEKELIJKS, DONDERDAG - timedelta(days=1)))
    lang = Reeks(DONDERDAG, Ritme.WEKELIJKS, DONDERDAG + timedelta(weeks=MEESTE_OVERLEGGEN))
    assert mag_reeks(lang).redenen[0].waar == "tot_en_met"
    assert mag_reeks(Reeks(DONDERDAG, Ritme.WEKELIJKS, DONDERDAG + timedelta(weeks=MEESTE_OVERLEGGEN - 1)))


@pytest.mark.parametrize(
    ("jaar", "dag"),
    [
        (2024, "2024-03-31"),
        (2026, "2026-04-05"),
        (2027, "2027-03-28"),
        (2038, "2038-04-25"),
        (2049, "2049-04-18"),
    ],
)
def test_paasdag(jaar: int, dag: str) -> None:
    assert paasdag(jaar).isoformat() == dag


def test_feestdagen__koningsdag_op_zondag_en_lustrum() -> None:
    assert feestdagen(2025)[date(2025, 4, 26)] == "Koningsdag"
    assert feestdagen(2025)[date(2025, 5, 5)] == "Bevrijdingsdag"
    assert date(2026, 5, 5) not in feestdagen(2026)
    assert feestdagen_in([date(2026, 12, 24), date(2026, 12, 25)]) == {date(2026, 12, 25): "eerste kerstdag"}
    assert feestdagen_in([]) == {}
