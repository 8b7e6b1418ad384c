"""The demo data: complete, deterministic, and refused where they do not belong."""

from datetime import date

import pytest
import time_machine
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Afspraak, Casus, Gebruiker, Overleg, Overlegtafel
from models.waarden import AfspraakStatus, Akkoord, CasusStatus, OverlegStatus
from overleg.agenda.handelingen.monitoring import zet_alle_monitoring_klaar
from overleg.basis.klok import vandaag
from overleg.demo.opdrachten import vul_demo
from overleg.demo.tafels import komend
from overleg.demo.wie import PERSONEN


def test_demo__lege_database__alle_statussen_en_rollen(db_sessie: Session) -> None:
    assert vul_demo()
    statussen = set(db_sessie.scalars(select(Casus.status)))
    assert statussen == set(CasusStatus) - {CasusStatus.VERNIETIGD}
    assert set(db_sessie.scalars(select(Afspraak.status))) == set(AfspraakStatus)
    assert set(db_sessie.scalars(select(Afspraak.akkoord))) == set(Akkoord)
    assert db_sessie.scalar(select(func.count()).select_from(Overlegtafel)) == 3
    assert db_sessie.scalar(select(func.count()).select_from(Gebruiker)) == len(PERSONEN)
    assert len(db_sessie.scalars(select(Casus.id)).all()) >= 30


def test_demo__na_de_achtergrond__nog_steeds_een_casus_in_monitoring(db_sessie: Session) -> None:
    vul_demo()
    assert zet_alle_monitoring_klaar(db_sessie, vandaag()) == 1, "one comes back by itself"
    db_sessie.flush()
    assert CasusStatus.IN_MONITORING in set(db_sessie.scalars(select(Casus.status)))
    verstuurd = db_sessie.scalars(select(Overleg).where(Overleg.status == OverlegStatus.GEPUBLICEERD)).all()
    assert verstuurd
    assert all(overleg.uitgenodigd_op for overleg in verstuurd), "sent, so with the moment of sending"


def test_demo__tweede_keer__verandert_niets(db_sessie: Session) -> None:
    vul_demo()
    aantal = db_sessie.scalar(select(func.count()).select_from(Casus))
    assert not vul_demo()
    assert db_sessie.scalar(select(func.count()).select_from(Casus)) == aantal


def test_demo__zonder_proefomgeving__geweigerd(app: Flask) -> None:
    uitkomst = app.test_cli_runner().invoke(args=["demo"])
    assert uitkomst.exit_code != 0
    assert "OVERLEG_DEMO=1" in uitkomst.output


@pytest.mark.parametrize("dag", range(23, 30))
def test_demo__op_elke_dag_van_de_week__vult(db_sessie: Session, dag: int) -> None:
    with time_machine.travel(f"2026-11-{dag} 10:00+01:00", tick=False):
        assert vul_demo()
    verstuurd = db_sessie.scalars(select(Overleg).where(Overleg.status == OverlegStatus.GEPUBLICEERD)).all()
    assert {overleg.datum for overleg in verstuurd} == {komend(date(2026, 11, dag))}


@pytest.mark.parametrize(
    ("dag", "uitkomst"),
    [
        (date(2026, 11, 23), date(2026, 11, 25)),
        (date(2026, 11, 25), date(2026, 11, 27)),
        (date(2026, 11, 26), date(2026, 11, 30)),
        (date(2026, 11, 27), date(2026, 11, 30)),
        (date(2026, 11, 29), date(2026, 12, 1)),
    ],
)
def test_komend__alleen_op_werkdagen(dag: date, uitkomst: date) -> None:
    assert komend(dag) == uitkomst
