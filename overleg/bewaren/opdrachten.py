"""`flask bewaren …` and the work of the background loop: what is due, the list outside, overwriting files."""

from collections import Counter
from datetime import timedelta

import click
from flask import Flask, current_app
from flask.cli import AppGroup
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Gebruiker, Lidmaatschap
from models.waarden import Rol
from models.waarden_post import Berichtsoort
from overleg.basis import achtergrond
from overleg.basis.config import Config
from overleg.basis.database import motor_van, sessie
from overleg.basis.klok import vandaag
from overleg.basis.post import leg_klaar
from overleg.beheer.opvragen import loopt
from overleg.bewaren import sleutelbestand
from overleg.bewaren.handelingen.concepten import kondig_aan, ruim_op
from overleg.bewaren.herhalen import herhaal
from overleg.bewaren.lijst import mist, vul_aan
from overleg.bewaren.opvragen.lijst import te_vernietigen_van_alle
from overleg.bewaren.wissen import iets_te_wissen, wis

MAANDAG = 0
ONDERWERP = "Actie-overleg: casussen die aan vernietiging toe zijn"

groep = AppGroup("bewaren", help="Terms, and what is due for destruction.")


@groep.command("lijst")
def lijst_opdracht() -> None:
    """Print what is due today, a line each: kenmerk, since when, and what it waits for. No content."""
    for regel in te_vernietigen_van_alle(sessie(), vandaag()):
        stand = "opgeschort" if regel.opgeschort else "wacht op goedkeuring" if regel.gevraagd else "te doen"
        click.echo(f"{regel.kenmerk}\t{regel.sinds or 'op verzoek'}\t{stand}")


@groep.command("wis")
def wis_opdracht() -> None:
    """Overwrite what destroyed rows left in the files now; the background loop does this by itself."""
    click.echo(f"{wis()} casussen gewist uit de bestanden.")


@groep.command("herhaal")
def herhaal_opdracht() -> None:
    """Destroy again what an older backup brought back; `flask herstel` does this by itself."""
    aantal = herhaal(sessie(), current_app.extensions["overleg"])
    sessie().commit()
    wis()
    click.echo(f"{aantal} casussen opnieuw vernietigd.")


@achtergrond.taak("bewaren_lijst", dagelijks=True)
def meld_wat_aan_de_beurt_is(eigen: Session) -> int:
    """Look each day what is due; on Mondays tell the voorzitters how many. Return how many there are."""
    regels = [r for r in te_vernietigen_van_alle(eigen, vandaag()) if not (r.opgeschort or r.gevraagd)]
    if vandaag().weekday() == MAANDAG:
        for tafel_id, aantal in Counter(regel.tafel_id for regel in regels).items():
            vraag = select(Gebruiker.email).join(Lidmaatschap, Lidmaatschap.gebruiker_id == Gebruiker.id)
            voor = vraag.where(
                Lidmaatschap.tafel_id == tafel_id,
                Lidmaatschap.rol == Rol.VOORZITTER,
                Gebruiker.active.is_(True),
                loopt(vandaag()),
            )
            for adres in sorted(set(eigen.scalars(voor))):
                leg_klaar(eigen, Berichtsoort.WERK, adres, ONDERWERP, _tekst(aantal))
    return len(regels)


@achtergrond.taak("concepten_opruimen", dagelijks=True)
def ruim_concepten_op(eigen: Session) -> int:
    """Tell whose concept goes soon, and destroy what was announced and is over its term."""
    return kondig_aan(eigen) + ruim_op(eigen)


def _tekst(aantal: int) -> str:
    wat = "Eén casus is" if aantal == 1 else f"{aantal} casussen zijn"
    return f"{wat} aan vernietiging toe. Log in en kies “Bewaren” in het menu."


def _lijst_mist_iets(eigen: Session) -> bool:
    config: Config = current_app.extensions["overleg"]
    return bool(mist(eigen, config.lijst_van_vernietigd))


@achtergrond.taak("vernietigd_lijst", nodig=_lijst_mist_iets)
def werk_bij(eigen: Session) -> int:
    """Add to the list outside the database what a crash left out, and take its keys out of their file."""
    config: Config = current_app.extensions["overleg"]
    sleutelbestand.schrijf(motor_van(eigen), config.sleutelbestand)
    return vul_aan(config.lijst_van_vernietigd, mist(eigen, config.lijst_van_vernietigd))


@achtergrond.taak("vernietigd_wissen", elke=timedelta(minutes=1), nodig=iets_te_wissen, los=wis)
def wis_na(_eigen: Session) -> int:
    """Take the turn; overwriting the files comes after this transaction."""
    return 0


def registreer(app: Flask) -> None:
    """Add the commands."""
    app.cli.add_command(groep)
