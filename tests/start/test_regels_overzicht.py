"""When somebody gets the digest, and what it says."""

from datetime import date, timedelta

import pytest

from models.waarden_post import Mailkeuze
from overleg.start.regels import Post, eindigt_bijna, gaat_uit, in_woorden, is_werkdag, opsomming

RUSTIG, DRINGEND = Post("Vragen", 2), Post("Afspraken", 3, "1 te laat", dringend=True)


@pytest.mark.parametrize(
    ("keuze", "niets", "rustig", "dringend"),
    [
        (Mailkeuze.DIRECT, False, False, True),
        (Mailkeuze.DAGELIJKS, False, True, True),
        (Mailkeuze.GEEN, False, False, False),
    ],
)
def test_gaat_uit(keuze: Mailkeuze, niets: bool, rustig: bool, dringend: bool) -> None:
    antwoorden = [gaat_uit(keuze, posten) for posten in ((), (RUSTIG,), (RUSTIG, DRINGEND))]
    assert antwoorden == [niets, rustig, dringend]


def test_werkdag__maandag_tot_en_met_vrijdag() -> None:
    maandag = date(2026, 11, 30)
    dagen = [maandag + timedelta(days=dag) for dag in range(7)]
    assert [is_werkdag(dag) for dag in dagen] == [True] * 5 + [False] * 2


def test_eindigt_bijna__iedere_dag_van_het_jaar_precies_een_keer() -> None:
    begin = date(2026, 1, 1)
    herinnerd: list[date] = []
    for nummer in range(365):
        dag = begin + timedelta(days=nummer)
        if is_werkdag(dag):
            eerste, laatste = eindigt_bijna(dag)
            herinnerd.extend(eerste + timedelta(days=erbij) for erbij in range((laatste - eerste).days + 1))
    assert herinnerd == [begin + timedelta(days=1 + nummer) for nummer in range(len(herinnerd))]
    assert eindigt_bijna(date(2026, 11, 27)) == (date(2026, 11, 28), date(2026, 11, 30))


def test_opsomming__aantallen_in_woorden() -> None:
    assert opsomming((RUSTIG, DRINGEND)) == "- Vragen: 2\n- Afspraken: 3 (1 te laat)"
    assert [in_woorden(0), in_woorden(2), in_woorden(0, 1), in_woorden(2, 1)] == [
        "",
        "2 te laat",
        "1 binnen drie dagen",
        "2 te laat, 1 binnen drie dagen",
    ]
