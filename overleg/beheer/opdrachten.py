"""`flask beheerder`: the first account of an installation."""

import click
from email_validator import EmailNotValidError, validate_email
from flask import Flask, current_app
from flask.cli import with_appcontext

from models.waarden import OrganisatieSoort
from overleg.basis.config import Config
from overleg.basis.database import sessie
from overleg.basis.fouten import Geweigerd
from overleg.basis.limieten import limiet
from overleg.basis.tekst import schoon
from overleg.beheer.handelingen.eerste_beheerder import EersteBeheerder, maak_eerste_beheerder
from overleg.toegang.wachtwoorden import GELDIG


@click.command("beheerder")
@click.argument("email")
@click.argument("naam")
@click.option("--organisatie", default="Beheer", help="Name of the organisatie it belongs to; made when new.")
@click.option(
    "--soort",
    type=click.Choice([soort.value for soort in OrganisatieSoort]),
    default=OrganisatieSoort.OVERIG.value,
    help="What kind of organisatie, when it is new.",
)
@with_appcontext
def beheerder_opdracht(email: str, naam: str, organisatie: str, soort: str) -> None:
    """Make the first beheerder, and print a password that lets that person in once."""
    invoer = EersteBeheerder(
        email=_email(email),
        naam=_naam("NAAM", naam),
        organisatie=_naam("--organisatie", organisatie),
        soort=next(lid for lid in OrganisatieSoort if lid.value == soort),
    )
    try:
        gebruiker, wachtwoord = maak_eerste_beheerder(sessie(), invoer)
    except Geweigerd as fout:
        sessie().rollback()
        raise click.ClickException(" ".join(fout.oordeel.zinnen)) from fout
    sessie().commit()
    config: Config = current_app.extensions["overleg"]
    click.echo(f"{config.basis_url}/inloggen\t{gebruiker.email}\t{wachtwoord}")
    click.echo(
        f"This password lets {gebruiker.naam} in once, within {GELDIG.days} days; it is shown only now."
    )


def _email(tekst: str) -> str:
    try:
        return validate_email(schoon(tekst), check_deliverability=False).normalized.lower()
    except EmailNotValidError as fout:
        raise click.BadParameter("is no e-mail address", param_hint="EMAIL") from fout


def _naam(waar: str, tekst: str) -> str:
    naam = schoon(tekst)
    if not 0 < len(naam) <= limiet("naam") or "\n" in naam:
        raise click.BadParameter(f"is empty or longer than {limiet('naam')} characters", param_hint=waar)
    return naam


def registreer(app: Flask) -> None:
    """Add the command."""
    app.cli.add_command(beheerder_opdracht)
