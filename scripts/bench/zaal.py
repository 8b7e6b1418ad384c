"""PostgreSQL with 250 meetings of twelve that are on, and everybody's session without signing in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from flask import Flask
from flask_migrate import upgrade
from psycopg import sql
from sqlalchemy import create_engine, select, text
from sqlalchemy.orm import Session

from models import Gebruiker
from overleg import create_app
from overleg.basis.config import WORTEL, Config
from overleg.basis.database import db
from scripts.bench.kaal import TABEL
from scripts.bench.opdracht import Bezoeker, Groep, Veld
from tests.steun import postgresql
from tests.steun.fabriek import Fabriek
from tests.steun.sessies import maak_sessie, token_van
from tests.steun.toepassing import GEHEIM
from tests.steun.vergadering import Vergadering, vergadering

MEESTE_CASUSSEN = 12
ONZE, KALE = "onze", "kaal"
VERZEGELD, OPEN, GROOT = "verzegeld", "open", "groot"
"""Three more: for what sealing costs, and for lists."""


@dataclass(frozen=True)
class Zaal:
    """What is there to measure on."""

    app: Flask
    url: str
    kale_url: str
    vol: Vergadering
    """One with twelve casussen."""
    rustig: Vergadering
    """One with one casus."""
    allen: list[Vergadering]
    """Those of the streams, with one casus each, in which nothing was written before."""


@contextmanager
def database(map_: Path, toezicht: int) -> Iterator[tuple[str, str]]:
    """Start PostgreSQL in `map_`; yields the addresses of two empty databases: for ours and for the floor."""
    map_.chmod(0o755)
    postgresql.start(map_, toezicht, postgresql.BEVESTIGD)
    try:
        with postgresql.verbind(map_) as eigenaar:
            for naam in (ONZE, KALE, VERZEGELD, OPEN, GROOT):
                eigenaar.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(naam)))
        yield postgresql.url(map_, ONZE), postgresql.url(map_, KALE)
    finally:
        postgresql.stop(map_)


def vul(url: str, kale_url: str, aantal: int) -> Zaal:
    """Make the tables, so many meetings for the streams, and the two for the rest."""
    app = create_app(Config(database_url=url, secret_key=GEHEIM, testing=True))
    with app.app_context():
        upgrade(directory=str(WORTEL / "migrations"))
        with Session(db.engine) as sessie:
            fabriek = Fabriek(sessie)
            gemaakt = []
            for nummer in range(1, aantal + 3):
                gemaakt.append(vergadering(fabriek, nummer, MEESTE_CASUSSEN if nummer == 1 else 1))
                fabriek.klaar()
                sessie.expunge_all()
    _kale_tabel(kale_url)
    return Zaal(app, url, kale_url, gemaakt[0], gemaakt[1], gemaakt[2:])


def _kale_tabel(url: str) -> None:
    motor = create_engine(url)
    with motor.begin() as verbinding:
        verbinding.execute(text(TABEL))
    motor.dispose()


def bezoeker(app: Flask, email: str) -> Bezoeker:
    """Return a session as signing in leaves it, without the cost of checking a password."""
    with app.app_context(), Session(db.engine) as sessie:
        kenmerk = maak_sessie(sessie, sessie.scalars(select(Gebruiker).filter_by(email=email)).one())
    return Bezoeker(f"{app.config['SESSION_COOKIE_NAME']}={kenmerk}", token_van(app, kenmerk))


def groep(app: Flask, van: Vergadering) -> Groep:
    """Return a meeting as its visitors see it, with the texts of its casussen."""
    velden = [
        Veld(plek.tekst(veld), f"{van.url}/{plek.punt_id}?deel=tekst-{veld}", f"tekst-{veld}")
        for plek in van.casussen
        for veld in plek.velden
    ]
    return Groep(van.stroom, [bezoeker(app, email) for email in van.emails], velden)


def kale_groep(nummer: int, mensen: int) -> Groep:
    """Return the same of the floor."""
    velden = [Veld(f"/sein/{nummer}/d{nummer}-{nr}", "/deel", f"d{nummer}-{nr}") for nr in range(9)]
    return Groep(f"/stroom/{nummer}", [Bezoeker()] * mensen, velden)
