"""`flask logboek …`: proving that the chain is whole."""

import sys

import click
from flask import Flask, current_app
from flask.cli import AppGroup

from overleg.basis.database import sessie
from overleg.basis.sleutels import sleutel_voor
from overleg.logboek.zegelen import controleer, verzegel

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
    aantal = verzegel(sessie(), sleutel_voor(current_app, "logboek"))
    sessie().commit()
    click.echo(f"{aantal} regels verzegeld.")


def registreer(app: Flask) -> None:
    """Add the commands."""
    app.cli.add_command(groep)
