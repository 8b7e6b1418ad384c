"""When emergency access is given: the table, without a database."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from overleg.noodtoegang.regels import (
    AL_OPEN,
    LOOPT_AL,
    MEESTE,
    MEESTE_POGINGEN,
    ONBEKEND,
    TE_KORT,
    TE_VAAK,
    Noodfeiten,
    mag_beoordeeld,
    mag_genomen,
)

GOED = Noodfeiten(kan=True, al_open=False, loopt_al=False, genomen=0, pogingen=0)
REDEN = "Zij belt nu, hij staat voor de deur."


@pytest.mark.parametrize(
    ("anders", "reden", "zinnen"),
    [
        ({}, REDEN, []),
        ({"genomen": MEESTE - 1}, REDEN, []),
        ({"pogingen": MEESTE_POGINGEN - 1}, REDEN, []),
        ({}, "nodig", [TE_KORT]),
        ({}, " " * 40, [TE_KORT]),
        ({"kan": False}, REDEN, [ONBEKEND]),
        ({"kan": False}, "nodig", [TE_KORT]),
        ({"al_open": True}, REDEN, [AL_OPEN]),
        ({"loopt_al": True}, REDEN, [LOOPT_AL]),
        ({"genomen": MEESTE}, REDEN, [TE_VAAK]),
        ({"genomen": 1, "pogingen": MEESTE_POGINGEN - 1}, REDEN, [TE_VAAK]),
        ({"kan": False, "pogingen": MEESTE_POGINGEN}, REDEN, [TE_VAAK]),
    ],
)
def test_nemen(anders: dict[str, Any], reden: str, zinnen: list[str]) -> None:
    assert mag_genomen(replace(GOED, **anders), reden).zinnen == zinnen


@pytest.mark.parametrize(
    ("loopt", "al", "mag"), [(False, False, True), (True, False, False), (False, True, False)]
)
def test_oordelen__alleen_achteraf_en_een_keer(*, loopt: bool, al: bool, mag: bool) -> None:
    assert bool(mag_beoordeeld(loopt=loopt, al=al)) is mag
