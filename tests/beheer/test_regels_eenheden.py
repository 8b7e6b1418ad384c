"""When an organisatie can be a unit of another: the table, without a database."""

from __future__ import annotations

import pytest

from overleg.beheer.regels.eenheden import (
    GEEN_LEIDING,
    HEEFT_EENHEDEN,
    OUDER_IS_EENHEID,
    ZELF,
    Eenheidfeiten,
    mag_horen_bij,
)


@pytest.mark.parametrize(
    ("feiten", "zin"),
    [
        (Eenheidfeiten(), None),
        (Eenheidfeiten(is_zelf=True), ZELF),
        (Eenheidfeiten(ouder_hoort_ergens_bij=True), OUDER_IS_EENHEID),
        (Eenheidfeiten(heeft_eenheden=True), HEEFT_EENHEDEN),
        (Eenheidfeiten(blijft_leiding=False), GEEN_LEIDING),
    ],
)
def test_onderdeel__tabel(feiten: Eenheidfeiten, zin: str | None) -> None:
    assert mag_horen_bij(feiten).zinnen == ([zin] if zin else [])
