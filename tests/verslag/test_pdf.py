"""Turning into PDF: bounded, alone, without our settings, and one at a time."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from overleg.verslag import pdf
from overleg.verslag.pdf import BEZET, MISLUKT, GeenPdf, kan_pdf, maak_pdf
from overleg.verslag.word.voorbeeld import voorbeeld_docx

MOMENT = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)


def _programma(monkeypatch: pytest.MonkeyPatch, map_: Path, opdracht: str) -> None:
    """Put something else in the place of LibreOffice."""
    bestand = map_ / "soffice"
    bestand.write_text(f"#!/bin/sh\n{opdracht}\n")
    bestand.chmod(0o755)
    monkeypatch.setattr(pdf, "_programma", lambda: str(bestand))


def test_echt__van_een_document_van_ons() -> None:
    assert kan_pdf()
    assert maak_pdf(voorbeeld_docx("Actie-overleg Lindewoude", b"", MOMENT)).startswith(b"%PDF")


@pytest.mark.parametrize(
    "opdracht",
    [
        "exit 1",
        "exit 0",
        "printf 'geen pdf' > voorbeeld.pdf",
        "yes | head -c 30000000 > voorbeeld.pdf",
        "kill -9 $$",
    ],
    ids=["fout", "niets", "iets anders", "te groot", "gevallen"],
)
def test_mislukt__zegt_wat_te_doen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, opdracht: str) -> None:
    _programma(monkeypatch, tmp_path, opdracht)
    with pytest.raises(GeenPdf) as fout:
        maak_pdf(b"x")
    assert fout.value.zin == MISLUKT


def test_te_lang__wordt_beeindigd_met_wat_het_startte(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    spoor = tmp_path / "spoor"
    _programma(monkeypatch, tmp_path, f"(sleep 2; echo nog > {spoor}) & sleep 60")
    begin = time.monotonic()
    with pytest.raises(GeenPdf):
        maak_pdf(b"x", seconden=1)
    assert time.monotonic() - begin < 5
    time.sleep(1.5)
    assert not spoor.exists(), "what it started lives on"


def test_krijgt__geen_instellingen_een_eigen_map_en_grenzen(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("OVERLEG_SECRET_KEY", "geheim-van-de-toepassing")
    uit = tmp_path / "uit"
    _programma(monkeypatch, tmp_path, f'(env; pwd; echo "$@"; ulimit -v; ulimit -t) > {uit}')
    with pytest.raises(GeenPdf):
        maak_pdf(b"x")
    gezien = uit.read_text()
    assert "geheim" not in gezien
    assert "OVERLEG" not in gezien
    assert "unlimited" not in gezien
    map_ = next(regel for regel in gezien.splitlines() if regel.startswith("HOME=")).removeprefix("HOME=")
    assert f"-env:UserInstallation=file://{map_}/profiel" in gezien
    assert not Path(map_).exists(), "its folder goes with it"


def test_een_tegelijk__de_tweede_hoort_dat(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _programma(monkeypatch, tmp_path, "exit 0")
    with pdf._een_tegelijk, pytest.raises(GeenPdf) as fout:
        maak_pdf(b"x")
    assert fout.value.zin == BEZET
    with pytest.raises(GeenPdf) as fout:
        maak_pdf(b"x")
    assert fout.value.zin == MISLUKT, "the place is free again"


def test_zonder_programma__zegt_wat_te_doen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", os.devnull)
    assert not kan_pdf()
    with pytest.raises(GeenPdf):
        maak_pdf(b"x")
