"""`flask demo`: fill an empty database with invented data; `--toon` prints the accounts."""

import click
from flask import Flask, current_app
from flask.cli import with_appcontext
from sqlalchemy import func, select

from models import Gebruiker, Organisatie
from models.waarden import Bezetting
from overleg.basis.database import sessie
from overleg.basis.klok import vandaag
from overleg.demo import casussen, overleggen, verzoeken
from overleg.demo.tafels import bouw
from overleg.demo.wie import PERSONEN, WACHTWOORD, Persoon
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.tweedefactor import codes, wachttijd


def vul_demo() -> bool:
    """Fill an empty database; return False, and change nothing, when there is something in it."""
    db = sessie()
    if db.scalar(select(func.count()).select_from(Organisatie)):
        return False
    wereld = bouw(db, vandaag())
    gemaakt = casussen.vul(wereld)
    vast_te_stellen = overleggen.vul(wereld, gemaakt)
    verzoeken.vul(wereld, gemaakt)
    for overleg in vast_te_stellen:
        overleggen.stel_vast_alsof(wereld, overleg)
    schrijf(db, None, Soort.DEMO_GEVULD)
    db.commit()
    return True


def rol_tekst(persoon: Persoon) -> str:
    """Return the roles of a demo account as words."""
    namen = list(dict.fromkeys(rol.tekst for _tafel, rol in persoon.rollen))
    if persoon.bezetting is Bezetting.ACHTERVANG:
        namen = ["Achtervang"]
    if persoon.functie:
        namen = [persoon.functie.capitalize()]
    if persoon.beheerder:
        namen.append("Beheerder")
    if persoon.functionaris:
        namen.append("Functionaris gegevensbescherming")
    return " en ".join(namen)


@click.command("demo")
@click.option(
    "--toon", is_flag=True, help="Print the accounts instead: e-mail, password, rol, organisatie, TOTP."
)
@with_appcontext
def demo_opdracht(toon: bool) -> None:
    """Fill an empty database with invented data."""
    if toon:
        for persoon in PERSONEN:
            click.echo(
                f"{persoon.email}\t{WACHTWOORD}\t{rol_tekst(persoon)}\t{persoon.organisatie}\t{persoon.totp}"
            )
        return
    if not current_app.extensions["overleg"].demo:
        raise click.ClickException("Demo data need demo mode: set OVERLEG_DEMO=1.")
    click.echo("Demo data are there." if vul_demo() else "There are data already: nothing was added.")


def demo_accounts() -> list[dict[str, object]]:
    """Return the demo accounts for the sign-in page, each with a code that works at this moment."""
    rijen = sessie().scalars(select(Gebruiker).where(Gebruiker.email.in_([p.email for p in PERSONEN])))
    gebruikers = {rij.email: rij for rij in rijen}
    return [
        {
            "email": p.email,
            "wachtwoord": WACHTWOORD,
            "rol": rol_tekst(p),
            "organisatie": p.organisatie,
            "uitleg": p.uitleg,
            "code": demo_code(gebruikers[p.email]),
            "wacht": wachttijd(gebruikers[p.email]),
        }
        for p in PERSONEN
        if p.email in gebruikers
    ]


def demo_code(gebruiker: Gebruiker | None) -> str | None:
    """Return a code that works now, for a demo account; for anybody else none."""
    if gebruiker is None or gebruiker.email not in {p.email for p in PERSONEN}:
        return None
    return codes().bruikbaar(gebruiker)


def registreer(app: Flask) -> None:
    """Add the command, and in demo mode the accounts to the pages of signing in."""
    app.cli.add_command(demo_opdracht)
    if app.extensions["overleg"].demo:
        app.jinja_env.globals.update(demo_accounts=demo_accounts, demo_code=demo_code, demo_wacht=wachttijd)
