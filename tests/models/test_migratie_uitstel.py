"""Migration 0036, on both databases: the reason that stood with an informering becomes a round, and back."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_migrate import downgrade, upgrade
from sqlalchemy import Text, column, inspect, select, table, text

from models import Gebruiker, Informering, Uitstel
from models.versleuteling import Onleesbaar, kast_van
from overleg.basis.config import WORTEL
from overleg.basis.database import db
from overleg.basis.klok import vandaag
from tests.opvolging.wereld import Wereld, dag, maak_wereld
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]
MAP = str(WORTEL / "migrations")
TOEN = table("informering", column("uitstel_reden", Text()), column("status", Text()))


@pytest.fixture
def wereld(fabriek: Fabriek) -> Wereld:
    """A casus of which the slachtoffer is to be told, put off twice; and a child, planned."""
    return maak_wereld(fabriek)


def _stel_uit(wereld: Wereld, als: Als) -> None:
    voorzitter, agent = als(wereld.voorzitter), als(wereld.agent)
    wereld.beantwoord_alles(voorzitter)
    assert wereld.rond_af(voorzitter).status_code == 303
    rij = wereld.sessie.scalars(
        select(Informering.id).where(Informering.betrokkene_id == wereld.slachtoffer.id)
    ).one()
    for reden, dagen in (("Eerst gevaar.", 3), ("Nog steeds gevaar.", 5)):
        velden = {"uitstel-reden": reden, "uitstel-opnieuw_op": dag(dagen)}
        assert agent.post(f"/informeren/{rij}/uitstellen", data=velden).status_code == 303


def test_migratie_0036__reden_wordt_een_ronde__wie_en_wanneer_uit_het_logboek(
    wereld: Wereld, als: Als, app: Flask
) -> None:
    _stel_uit(wereld, als)
    laatste = wereld.sessie.scalars(select(Uitstel).where(Uitstel.nummer == 2)).one()
    gezet, agent = laatste.op, wereld.agent.id
    wereld.sessie.rollback()
    with app.app_context():
        downgrade(directory=MAP, revision="0035")
        assert "uitstel" not in inspect(db.engine).get_table_names()
        with db.engine.begin() as verbinding:
            dicht = dict(verbinding.execute(select(TOEN.c.status, TOEN.c.uitstel_reden)).all())
            kast = kast_van(verbinding.dialect)
            assert kast.open(dicht["uitgesteld"], "informering.uitstel_reden") == "Nog steeds gevaar."
            assert dicht["gepland"] == ""
            with pytest.raises(Onleesbaar):
                kast.open(dicht["uitgesteld"], "uitstel.reden")
        upgrade(directory=MAP)
        assert "uitstel_reden" not in {k["name"] for k in inspect(db.engine).get_columns("informering")}
        ronde = db.session.scalars(select(Uitstel)).one()
        assert (ronde.nummer, ronde.reden, ronde.door_id) == (1, "Nog steeds gevaar.", agent)
        assert (ronde.opnieuw_op - vandaag()).days == 5
        assert abs((ronde.op - gezet).total_seconds()) < 5
        rauw = db.session.execute(text("SELECT reden FROM uitstel")).scalar_one()
        assert "gevaar" not in rauw
        db.session.rollback()


def test_migratie_0036__zonder_logboek__niemand_wordt_genoemd(wereld: Wereld, als: Als, app: Flask) -> None:
    _stel_uit(wereld, als)
    wereld.sessie.rollback()
    with app.app_context():
        downgrade(directory=MAP, revision="0035")
        with db.engine.begin() as verbinding:  # as if it was put before there was a line about it
            verbinding.execute(
                text("UPDATE informering SET id = :nieuw WHERE status = 'uitgesteld'"),
                {"nieuw": "0" * 31 + "1"},
            )
        upgrade(directory=MAP)
        ronde = db.session.scalars(select(Uitstel)).one()
        assert (ronde.door_id, ronde.reden) == (None, "Nog steeds gevaar.")
        db.session.rollback()
