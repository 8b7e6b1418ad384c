"""docs/rechten.md says what the code says."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask

from overleg.basis.config import WORTEL
from overleg.toegang.beschrijving import met_tabel, tabel
from overleg.toegang.rechten import Recht
from tests.steun.database import ALLEEN_SQLITE
from tests.steun.wegen import wegen

BESTAND = Path(WORTEL, "docs", "rechten.md")


@ALLEEN_SQLITE  # the code of the table: no database is asked
def test_document__is_dat_van_nu(app: Flask) -> None:
    tekst = BESTAND.read_text(encoding="utf-8")
    assert tekst == met_tabel(tekst, app), (
        "run `flask toegang --beschrijf docs/rechten.md`: a recht, a way or an address was changed"
    )


@ALLEEN_SQLITE
def test_tabel__ieder_recht_en_iedere_weg_staat_erin(app: Flask) -> None:
    tekst = tabel(app)
    assert all(f"### {recht.value.replace('_', ' ').capitalize()}\n" in tekst for recht in Recht)
    assert not [weg for weg in wegen(app) if f"`{weg.regel.rule}`" not in tekst]
    assert "None" not in tekst


@ALLEEN_SQLITE
def test_document__zonder_merken__geweigerd(app: Flask) -> None:
    with pytest.raises(ValueError, match="lacks the marks"):
        met_tabel("niets", app)
