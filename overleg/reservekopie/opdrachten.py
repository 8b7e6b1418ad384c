"""`flask backup`, `flask herstel` and `flask backup-sleutel`; docs/backup.md says how to use them."""

import time
from pathlib import Path

import click
from flask import Flask, current_app

from overleg.basis.config import Config
from overleg.basis.database import motor_van, sessie
from overleg.basis.klok import nu
from overleg.bewaren import sleutelbestand
from overleg.bewaren.lijst import OnleesbareLijst, mist, vul_aan
from overleg.reservekopie.databases import NietGelukt
from overleg.reservekopie.herstellen import herstel
from overleg.reservekopie.maken import maak, ruim_op
from overleg.reservekopie.sleutels import GeenSleutel, nieuwe_sleutel
from overleg.reservekopie.vorm import OnleesbareKopie
from overleg.verslag.bewaren import OnleesbaarVerslag

MAP = click.Path(file_okay=False, path_type=Path)
BESTAND = click.Path(exists=True, dir_okay=False, path_type=Path)
FOUTEN = (
    GeenSleutel,
    NietGelukt,
    OnleesbareKopie,
    OnleesbareLijst,
    OnleesbaarVerslag,
    sleutelbestand.OnleesbareSleutels,
)


@click.command("backup")
@click.argument("map_", metavar="FOLDER", type=MAP)
def backup_opdracht(map_: Path) -> None:
    """Write an encrypted backup in FOLDER while people work, and throw away what is too old.

    The keys of its texts go to their file after it, so that it holds those of every text in the backup.
    """
    config: Config = current_app.extensions["overleg"]
    begin = time.monotonic()
    try:
        vul_aan(config.lijst_van_vernietigd, mist(sessie(), config.lijst_van_vernietigd))
        sessie().rollback()
        bestand = maak(config, map_, nu())
        sleutelbestand.schrijf(motor_van(sessie()), config.sleutelbestand)
    except FOUTEN as fout:
        raise click.ClickException(str(fout)) from None
    weg = ruim_op(map_, nu(), config.backup_dagen)
    duur, grootte = time.monotonic() - begin, bestand.stat().st_size
    click.echo(f"{bestand}: {grootte} bytes in {duur:.1f} s; {len(weg)} old backups thrown away.")


@click.command("backup-sleutel")
@click.argument("bestand", metavar="FILE", type=click.Path(path_type=Path))
def sleutel_opdracht(bestand: Path) -> None:
    """Make the key that opens backups in FILE, and print the public key for OVERLEG_BACKUP_ONTVANGERS."""
    try:
        click.echo(nieuwe_sleutel(bestand))
    except FileExistsError:
        raise click.ClickException(f"{bestand} is there already: a key is never overwritten.") from None


@click.command("herstel")
@click.argument("bestand", metavar="FILE", type=BESTAND)
@click.option("--sleutel", "geheim", type=BESTAND, required=True, help="File with the key that opens it.")
def herstel_opdracht(bestand: Path, geheim: Path) -> None:
    """Put the backup in FILE in the empty database of the settings, and destroy again what was destroyed."""
    begin = time.monotonic()
    try:
        klaar = herstel(current_app._get_current_object(), bestand, geheim)  # type: ignore[attr-defined] # the proxy
    except FOUTEN as fout:
        raise click.ClickException(str(fout)) from None
    duur = time.monotonic() - begin
    click.echo(f"Restored in {duur:.1f} s: backup of {klaar.van.isoformat()}.")
    click.echo(
        f"{klaar.opnieuw} casussen destroyed again. Nobody is signed in; unsent mail waits in Postvak."
    )
    if klaar.breuk:
        raise click.ClickException(f"The logboek is not whole: {klaar.breuk}.")
    click.echo("The logboek is whole.")


def registreer(app: Flask) -> None:
    """Add the commands."""
    for opdracht in (backup_opdracht, sleutel_opdracht, herstel_opdracht):
        app.cli.add_command(opdracht)
