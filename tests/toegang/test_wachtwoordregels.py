"""When a password will do: a table, without a database (ASVS 6.2)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overleg.toegang.wachtwoordregels import (
    HOOGSTENS,
    MINSTENS,
    TE_BEKEND,
    TE_KORT,
    TE_LANG,
    mag_wachtwoord,
)

VAN = ("Fenna van der Wijk", "f.vanderwijk@wetterhuis.voorbeeld.nl", "Veilig Thuis Lindewoude")


@pytest.mark.parametrize(
    ("wachtwoord", "zin"),
    [
        ("", TE_KORT),
        ("x" * (MINSTENS - 1), TE_KORT),
        ("kort maar krach", ""),
        ("mijn hond eet graag kaas", ""),
        ("Q7#pl-Zw2!vNd9@e", ""),
        ("الكلب يأكل الجبن كل يوم", ""),
        ("🐕 eet 🧀 op maandag en rent", ""),
        ("passwordpassword", TE_BEKEND),
        ("drowssapdrowssap", TE_BEKEND),
        ("PasswordPassword", TE_BEKEND),
        ("P@ssw0rdP@ssw0rd", TE_BEKEND),
        ("welkomwelkom2026", TE_BEKEND),
        ("Welkom01Welkom01", TE_BEKEND),
        ("123456789012345678", TE_BEKEND),
        ("qwertyuiopasdfghjkl", TE_BEKEND),
        ("aaaaaaaaaaaaaaaaaaaaaaa", TE_BEKEND),
        ("abcdefghijklmnopqrst", TE_BEKEND),
        ("iloveyouiloveyou1", TE_BEKEND),
        ("veiligthuisveilig", TE_BEKEND),
        ("fennavanderwijk1", TE_BEKEND),
        ("wetterhuisfenna2026", TE_BEKEND),
        ("x" * (HOOGSTENS + 1), TE_LANG),
    ],
)
def test_wachtwoord__oordeel(wachtwoord: str, zin: str) -> None:
    assert mag_wachtwoord(wachtwoord, VAN).zinnen == ([zin] if zin else [])


def test_wachtwoord__een_ander_mag_wel_wat_op_mijn_naam_lijkt() -> None:
    assert not mag_wachtwoord("fennavanderwijk1", VAN)
    assert mag_wachtwoord("fennavanderwijk1")


@given(st.text(max_size=HOOGSTENS + 50))
def test_wachtwoord__wat_er_ook_staat__een_oordeel(wachtwoord: str) -> None:
    oordeel = mag_wachtwoord(wachtwoord, VAN)
    assert bool(oordeel) is not bool(oordeel.zinnen)
