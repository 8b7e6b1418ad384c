"""When a dossier is due, and what stands in the way: tables, no database."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from models.waarden import CasusStatus
from models.waarden_bewaren import BewaarBegin, BewaarSoort, VernietigGrond
from overleg.bewaren.regels.vernietigen import (
    WEG_TE_DOEN,
    Termijn,
    Vernietigfeiten,
    grond_voor,
    in_woorden,
    mag_opgeschort,
    mag_vernietigd,
    soort_van,
)

S, G = CasusStatus, VernietigGrond
JAAR = Termijn(12, BewaarBegin.VERTREK, "AVG")
FEITEN = Vernietigfeiten(
    status=S.GESLOTEN,
    vertrek=date(2024, 2, 29),
    gewijzigd=date(2024, 6, 1),
    termijn=JAAR,
    verzoek_toegewezen=False,
    opgeschort=False,
    open_verzoeken=0,
    beperking=False,
)


@pytest.mark.parametrize(
    ("anders", "dag", "grond"),
    [
        ({}, date(2025, 2, 27), None),
        ({}, date(2025, 2, 28), G.TERMIJN),
        ({"termijn": Termijn(12, BewaarBegin.WIJZIGING, "AVG")}, date(2025, 5, 31), None),
        ({"termijn": Termijn(12, BewaarBegin.WIJZIGING, "AVG")}, date(2025, 6, 1), G.TERMIJN),
        ({"termijn": None}, date(2040, 1, 1), None),
        ({"vertrek": None}, date(2040, 1, 1), None),
        ({"status": S.BESPROKEN}, date(2040, 1, 1), None),
        ({"verzoek_toegewezen": True}, date(2024, 3, 1), G.VERZOEK),
        ({"verzoek_toegewezen": True, "status": S.BESPROKEN}, date(2024, 3, 1), G.VERZOEK),
    ],
)
def test_grond_voor(anders: dict[str, Any], dag: date, grond: VernietigGrond | None) -> None:
    assert grond_voor(replace(FEITEN, **anders), dag) is grond


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({}, ""),
        ({"verzoek_toegewezen": True, "vertrek": date(2025, 1, 1)}, ""),
        ({"vertrek": date(2025, 1, 1)}, "loopt nog tot 01-01-2026"),
        ({"termijn": None}, "geldt geen bewaartermijn"),
        ({"opgeschort": True}, "opgeschort"),
        ({"open_verzoeken": 1}, "verzoek van een betrokkene"),
        ({"beperking": True}, "bewaren maar niet te gebruiken"),
        ({"onvastgesteld": (date(2024, 2, 1),)}, "01-02-2024 is nog niet vastgesteld"),
        ({"status": S.IN_MONITORING, "verzoek_toegewezen": True}, "Sluit de casus eerst"),
        ({"status": S.VERNIETIGD}, "al vernietigd"),
    ],
)
def test_mag_vernietigd(anders: dict[str, Any], zin: str) -> None:
    oordeel = mag_vernietigd(replace(FEITEN, **anders), date(2025, 3, 1))
    assert bool(oordeel) is (not zin)
    assert zin in " ".join(oordeel.zinnen)


def test_alles_wat_in_de_weg_staat__tegelijk() -> None:
    feiten = replace(FEITEN, opgeschort=True, beperking=True, open_verzoeken=2)
    assert len(mag_vernietigd(feiten, date(2025, 3, 1)).zinnen) == 3


def test_uit_welke_stand() -> None:
    assert set(WEG_TE_DOEN) == {S.TERUGGESTUURD, S.AFGEWEZEN, S.DOORVERWEZEN, S.GESLOTEN}
    assert {s: soort_van(s) for s in WEG_TE_DOEN}[S.GESLOTEN] is BewaarSoort.CASUS
    assert soort_van(S.AFGEWEZEN) is BewaarSoort.NIET_TOEGELATEN


def test_in_woorden__noemt_termijn_en_bron() -> None:
    woorden = in_woorden(FEITEN, G.TERMIJN)
    assert "12 maanden" in woorden
    assert "28-02-2025" in woorden
    assert "Bron: AVG" in woorden
    assert in_woorden(FEITEN, G.VERZOEK) == f"{G.VERZOEK.tekst}."


@pytest.mark.parametrize(
    ("status", "al", "mag"),
    [(S.GESLOTEN, False, True), (S.CONCEPT, True, False), (S.VERNIETIGD, False, False)],
)
def test_mag_opgeschort(status: CasusStatus, al: bool, mag: bool) -> None:
    assert bool(mag_opgeschort(status, al=al)) is mag
