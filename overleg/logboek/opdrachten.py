"""`flask logboek …`: proving that the chain is whole, and keeping its head outside the database."""

import sys
from datetime import timedelta
from pathlib import Path

import click
from flask import Flask, current_app
from flask.cli import AppGroup
from sqlalchemy.orm import Session

from overleg.basis import achtergrond
from overleg.basis.config import Config
from overleg.basis.database import sessie
from overleg.logboek.beschrijving import met_tabel
from overleg.logboek.controleren import controleer
from overleg.logboek.kop import OnleesbareKop, bewaar, kop_nu, lees
from overleg.logboek.sleutel import logboeksleutel
from overleg.logboek.zegelen import iets_open, verzegel

groep = AppGroup("logboek", help="The append-only record.")


@groep.command("controleer")
@click.option(
    "--kop",
    "bestand",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="File with heads that were kept outside the database: finds out a tail that was cut off.",
)
def controleer_opdracht(bestand: Path | None) -> None:
    """Prove the chain: exit 0 when whole, otherwise name the first broken row."""
    try:
        koppen = lees(bestand.read_text(encoding="utf-8")) if bestand else ()
    except OnleesbareKop as fout:
        raise click.ClickException(str(fout)) from None
    uitkomst = controleer(sessie(), logboeksleutel(current_app), koppen)
    if uitkomst.breuk:
        click.echo(f"Het logboek is niet heel: {uitkomst.breuk}.", err=True)
        sys.exit(1)
    click.echo(f"Het logboek is heel: {uitkomst.verzegeld} regels verzegeld, {uitkomst.open} nog niet.")


@groep.command("verzegel")
def verzegel_opdracht() -> None:
    """Seal what is not sealed yet; the background loop does this by itself."""
    aantal = 0
    while nieuw := verzegel(sessie(), logboeksleutel(current_app)):
        sessie().commit()
        aantal += nieuw
    click.echo(f"{aantal} regels verzegeld.")


@groep.command("kop")
def kop_opdracht() -> None:
    """Print the head of the chain, to be kept elsewhere; the background loop does this daily."""
    if kop := kop_nu(sessie()):
        click.echo(str(kop))


@groep.command("beschrijf")
@click.argument("bestand", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def beschrijf_opdracht(bestand: Path) -> None:
    """Put the table of what is written down in a document, between its marks."""
    bestand.write_text(met_tabel(bestand.read_text(encoding="utf-8")), encoding="utf-8")


@achtergrond.taak("logboek_verzegelen", elke=timedelta(0), nodig=iets_open)
def verzegel_open_regels(eigen: Session) -> int:
    """Seal what was written since the last round."""
    return verzegel(eigen, logboeksleutel(current_app))


@achtergrond.taak("logboek_kop", dagelijks=True)
def bewaar_kop(eigen: Session) -> int:
    """Keep the head outside the database, where OVERLEG_LOGBOEK_KOP says."""
    config: Config = current_app.extensions["overleg"]
    kop = kop_nu(eigen) if config.logboek_kop else None
    if kop is None:
        return 0
    bewaar(kop, config.logboek_kop)
    return 1


def registreer(app: Flask) -> None:
    """Add the commands."""
    app.cli.add_command(groep)
