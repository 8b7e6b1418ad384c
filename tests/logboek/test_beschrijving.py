"""docs/logboek.md says what the code writes."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask

from models import Gebeurtenis
from overleg.basis.config import WORTEL
from overleg.logboek.beschrijving import BEGIN, KLASSE_VAN, met_tabel, tabel
from overleg.logboek.daden import Daad
from overleg.logboek.soorten import Soort
from tests.steun.database import ALLEEN_SQLITE

BESTAND = Path(WORTEL, "docs", "logboek.md")
ZELF = {"id"}


def test_document__is_dat_van_nu() -> None:
    tekst = BESTAND.read_text(encoding="utf-8")
    assert tekst == met_tabel(tekst), (
        "run `flask logboek beschrijf docs/logboek.md`: a soort was added or changed"
    )
    assert [soort for soort in Soort if f"| `{soort}` |" not in tekst] == []
    assert set(KLASSE_VAN) == set(Daad)


def test_document__noemt_elke_kolom() -> None:
    tekst = BESTAND.read_text(encoding="utf-8")
    kolommen = {kolom.key for kolom in Gebeurtenis.__table__.columns} - ZELF
    assert [naam for naam in kolommen if f"`{naam}`" not in tekst.split(BEGIN)[0]] == []


@ALLEEN_SQLITE  # reads no table
def test_opdracht__zet_de_tabel_erin(app: Flask, tmp_path: Path) -> None:
    bestand = tmp_path / "doc.md"
    bestand.write_text(BESTAND.read_text(encoding="utf-8").replace("| `ingelogd` |", "| `oud` |"))
    assert app.test_cli_runner().invoke(args=["logboek", "beschrijf", str(bestand)]).exit_code == 0
    assert bestand.read_text() == BESTAND.read_text(encoding="utf-8")
    with pytest.raises(ValueError, match="lacks the marks"):
        met_tabel(tabel())
