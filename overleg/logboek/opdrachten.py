"""`flask logboek …`: proving that the chain is whole."""

import sys
from datetime import timedelta

import click
from flask import Flask, current_app
from flask.cli import AppGroup
from sqlalchemy.orm import Session

from overleg.basis import achtergrond
from overleg.basis.database import sessie
from overleg.basis.sleutels import sleutel_voor
from overleg.logboek.zegelen import controleer, iets_open, verzegel

groep = AppGroup("logboek", help="The append-only record.")


@groep.command("controleer")
def controleer_opdracht() -> None:
    """Prove the chain: exit 0 when whole, otherwise name the first broken row."""
    uitkomst = controleer(sessie(), sleutel_voor(current_app, "logboek"))
    if uitkomst.breuk:
        click.echo(f"Het logboek is niet heel: {uitkomst.breuk}.", err=True)
        sys.exit(1)
    click.echo(f"Het logboek is heel: {uitkomst.verzegeld} regels verzegeld, {uitkomst.open} nog niet.")


@groep.command("verzegel")
def verzegel_opdracht() -> None:
    """Seal what is not sealed yet; the background loop does this by itself."""
    aantal = 0
    while nieuw := verzegel(sessie(), sleutel_voor(current_app, "logboek")):
        sessie().commit()
        aantal += nieuw
    click.echo(f"{aantal} regels verzegeld.")


@achtergrond.taak("logboek_verzegelen", elke=timedelta(0), nodig=iets_open)
def verzegel_open_regels(eigen: Session) -> int:
    """Seal what was written since the last round."""
    return verzegel(eigen, sleutel_voor(current_app, "logboek"))


def registreer(app: Flask) -> None:
    """Add the commands."""
    app.cli.add_command(groep)
