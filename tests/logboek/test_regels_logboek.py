"""Merging equal lines of a day, the busiest hour, the night, names to compare by."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from overleg.logboek.daden import IN_WOORDEN, Daad, daad_van, soorten_van
from overleg.logboek.regels import (
    Blik,
    Drempels,
    drukste_uur,
    gelijk_geschreven,
    initialen,
    nachturen,
    voeg_samen,
)
from overleg.logboek.soorten import Soort

TIEN = datetime(2026, 11, 24, 10, tzinfo=UTC)
BLIK = Blik(
    date(2026, 11, 24), "Politie", "Persoon", "Deelnemer", "", "bekeek gegevens", "", noodtoegang=False
)


def test_voeg_samen__gelijke_van_een_dag_nieuwste_eerst() -> None:
    gisteren = replace(BLIK, dag=date(2026, 11, 23))
    ander = replace(BLIK, wat="haalde gegevens op in een bestand")
    assert voeg_samen([gisteren, BLIK, ander, BLIK]) == [(BLIK, 2), (ander, 1), (gisteren, 1)]


@pytest.mark.parametrize(
    ("minuten", "uitkomst"),
    [
        ([], (0, None)),
        ([(0, "a"), (5, "a"), (10, "b")], (2, 0)),
        ([(0, "a"), (59, "b"), (60, "c")], (2, 0)),
        ([(0, "a"), (50, "b"), (65, "c"), (70, "d")], (3, 50)),
    ],
)
def test_drukste_uur__elk_uur_niet_alleen_dat_van_de_klok(
    minuten: list[tuple[int, str]], uitkomst: tuple[int, int | None]
) -> None:
    aantal, begin = drukste_uur([(TIEN + timedelta(minutes=m), dossier) for m, dossier in minuten])
    assert (aantal, begin) == (
        uitkomst[0],
        None if uitkomst[1] is None else TIEN + timedelta(minutes=uitkomst[1]),
    )


@pytest.mark.parametrize(
    ("van", "tot", "uren"), [(22, 6, {22, 23, 0, 1, 2, 3, 4, 5}), (1, 3, {1, 2}), (23, 0, {23})]
)
def test_nachturen__over_middernacht(van: int, tot: int, uren: set[int]) -> None:
    assert nachturen(Drempels(nacht_van=van, nacht_tot=tot)) == uren


@pytest.mark.parametrize(("naam", "kort"), [("Sanne de Vries", "S. d. V."), ("  Özge  ", "Ö."), ("", "–")])
def test_initialen(naam: str, kort: str) -> None:
    assert initialen(naam) == kort


def test_gelijk_geschreven__hoofdletters_accenten_en_spaties() -> None:
    assert gelijk_geschreven(" ÖZGE  Yılmaz") == gelijk_geschreven("ozge yılmaz")
    assert gelijk_geschreven("Jan") != gelijk_geschreven("Jan Jansen")


@pytest.mark.parametrize(
    ("soort", "daad"),
    [
        ("casus_bekeken", Daad.LEZEN),
        ("casus_gedownload", Daad.EXPORTEREN),
        ("pagina_afgedrukt", Daad.AFDRUKKEN),
        ("logboek_bekeken", Daad.LOGBOEK),
        ("postvak_bekeken", Daad.BEHEREN),
        ("bijdrage_gedeeld", Daad.VERSTREKKEN),
        ("iets_van_vroeger", Daad.WIJZIGEN),
    ],
)
def test_daad(soort: str, daad: Daad) -> None:
    assert daad_van(soort) is daad


def test_daden__samen_alles_en_elk_met_woorden() -> None:
    assert set(IN_WOORDEN) == set(Daad)
    assert sorted(soorten_van(*Daad)) == sorted(soort.value for soort in Soort)
