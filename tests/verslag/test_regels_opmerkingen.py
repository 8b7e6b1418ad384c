"""When comments are asked for, made, taken back and handled; and what they say about adopting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from models.waarden import OverlegStatus
from models.waarden_verslag import Afhandeling
from overleg.verslag.regels_opmerkingen import (
    GESLOTEN_NIET_KLAAR,
    LANGSTE_RONDE,
    Opmerkingfeit,
    Reactieronde,
    is_concept,
    mag_afgehandeld,
    mag_gevraagd,
    mag_ingetrokken,
    mag_opgemerkt,
    over_opmerkingen,
)

S, A = OverlegStatus, Afhandeling
DAG, EEN = date(2026, 11, 30), timedelta(days=1)
LOOPT = Reactieronde(S.AFGEROND, DAG, DAG)
VOORBIJ = replace(LOOPT, tot=DAG - EEN)


@pytest.mark.parametrize("status", list(S))
def test_concept__alleen_na_afronden_en_voor_vaststellen(status: OverlegStatus) -> None:
    assert is_concept(status) is (status is S.AFGEROND)


@pytest.mark.parametrize(
    ("ronde", "loopt"),
    [
        (LOOPT, True),
        (replace(LOOPT, tot=DAG + EEN), True),
        (VOORBIJ, False),
        (replace(LOOPT, tot=None), False),
        (replace(LOOPT, status=S.LOPEND), False),
        (replace(LOOPT, status=S.VASTGESTELD), False),
    ],
)
def test_ronde__tot_en_met_de_laatste_dag(ronde: Reactieronde, loopt: bool) -> None:
    assert ronde.loopt is loopt
    assert bool(mag_opgemerkt(ronde, te_lezen=True)) is loopt
    assert bool(mag_ingetrokken(ronde, A.OPEN)) is loopt


@pytest.mark.parametrize(
    ("ronde", "tot", "zin", "waar"),
    [
        (LOOPT, DAG, "", ""),
        (VOORBIJ, DAG + LANGSTE_RONDE, "", ""),
        (LOOPT, DAG - EEN, "een latere dag", "tot"),
        (LOOPT, DAG + LANGSTE_RONDE + EEN, "uiterlijk", "tot"),
        (replace(LOOPT, status=S.LOPEND), DAG, "Rond eerst het overleg af", ""),
        (replace(LOOPT, status=S.GEANNULEERD), DAG, "Rond eerst het overleg af", ""),
        (replace(LOOPT, status=S.VASTGESTELD), DAG, "al vastgesteld", ""),
    ],
)
def test_vragen__dag_en_stand(ronde: Reactieronde, tot: date, zin: str, waar: str) -> None:
    oordeel = mag_gevraagd(ronde, tot)
    assert bool(oordeel) is (not zin)
    assert [reden.waar for reden in oordeel.redenen] == ([waar] if zin else [])
    assert all(zin in reden.zin for reden in oordeel.redenen)


def test_opmerken__van_een_ander_deel__nee() -> None:
    (reden,) = mag_opgemerkt(LOOPT, te_lezen=False).redenen
    assert reden.waar == "casus"


@pytest.mark.parametrize("stand", [A.OVERGENOMEN, A.NIET_OVERGENOMEN])
def test_intrekken__al_behandeld__nee(stand: Afhandeling) -> None:
    assert "al behandeld" in mag_ingetrokken(LOOPT, stand).zinnen[0]


@pytest.mark.parametrize(
    ("status", "uitkomst", "antwoord", "waar"),
    [
        (S.AFGEROND, A.OVERGENOMEN, "", None),
        (S.AFGEROND, A.NIET_OVERGENOMEN, "Zo is het gezegd.", None),
        (S.AFGEROND, A.NIET_OVERGENOMEN, " ", "antwoord"),
        (S.AFGEROND, A.OPEN, "x", "uitkomst"),
        (S.VASTGESTELD, A.OVERGENOMEN, "x", ""),
    ],
)
def test_afhandelen__met_antwoord_en_op_tijd(
    status: OverlegStatus, uitkomst: Afhandeling, antwoord: str, waar: str | None
) -> None:
    oordeel = mag_afgehandeld(status, uitkomst, antwoord)
    assert [reden.waar for reden in oordeel.redenen] == ([] if waar is None else [waar])


def test_vaststellen__open_opmerking__houdt_tegen_en_wijst_ernaar() -> None:
    oordeel = over_opmerkingen(VOORBIJ, (Opmerkingfeit("opmerking:1", "casus LW-2026-0001"),))
    assert [(r.zin, r.waar) for r in oordeel.redenen] == [
        ("Behandel eerst de opmerking over casus LW-2026-0001.", "opmerking:1")
    ]


def test_vaststellen__van_een_gesloten_casus__niet_welke_en_niet_hoeveel() -> None:
    gewaarschuwd = over_opmerkingen(VOORBIJ, (), ("casus LW-2026-0001",))
    assert gewaarschuwd
    assert "niet gewijzigd" in gewaarschuwd.waarschuwingen[0].zin
    gesloten = Opmerkingfeit("", "", gesloten=True)
    assert over_opmerkingen(VOORBIJ, (gesloten, gesloten)).zinnen == [GESLOTEN_NIET_KLAAR]


def test_vaststellen__ronde_loopt__waarschuwt_maar_mag() -> None:
    oordeel = over_opmerkingen(LOOPT, ())
    assert oordeel
    assert "kan nog reageren tot en met 30-11-2026" in oordeel.waarschuwingen[0].zin
    assert not over_opmerkingen(VOORBIJ, ()).waarschuwingen
