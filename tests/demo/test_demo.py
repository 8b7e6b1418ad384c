"""The demo data: complete, deterministic, and refused where they do not belong."""

from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Afspraak, Casus, Gebruiker, Overlegtafel
from models.waarden import AfspraakStatus, CasusStatus
from overleg.demo.opdrachten import vul_demo
from overleg.demo.wie import PERSONEN


def test_demo__lege_database__alle_statussen_en_rollen(db_sessie: Session) -> None:
    assert vul_demo()
    statussen = set(db_sessie.scalars(select(Casus.status)))
    assert statussen == set(CasusStatus) - {CasusStatus.VERNIETIGD}
    assert set(db_sessie.scalars(select(Afspraak.status))) == set(AfspraakStatus)
    assert db_sessie.scalar(select(func.count()).select_from(Overlegtafel)) == 3
    assert db_sessie.scalar(select(func.count()).select_from(Gebruiker)) == len(PERSONEN)
    assert len(db_sessie.scalars(select(Casus.id)).all()) >= 30


def test_demo__tweede_keer__verandert_niets(db_sessie: Session) -> None:
    vul_demo()
    aantal = db_sessie.scalar(select(func.count()).select_from(Casus))
    assert not vul_demo()
    assert db_sessie.scalar(select(func.count()).select_from(Casus)) == aantal


def test_demo__zonder_proefomgeving__geweigerd(app: Flask) -> None:
    uitkomst = app.test_cli_runner().invoke(args=["demo"])
    assert uitkomst.exit_code != 0
    assert "OVERLEG_DEMO=1" in uitkomst.output
