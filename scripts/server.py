"""The server that `make start` runs: prepares the database, then serves as gunicorn.conf.py says.

Loading the application is most of what starting costs, so it is done once: the workers are copies of
the process that prepared the database. Unlike its neighbours this module runs inside .venv.
"""

from __future__ import annotations

if __name__ == "__main__":
    from gevent import monkey

    monkey.patch_all()

import logging
import sys

from flask import Flask
from gunicorn.app.base import Application

from overleg import create_app
from overleg.basis.config import FouteInstelling
from overleg.basis.database import db
from overleg.basis.logregels import VERZOEKEN
from scripts.gemeen import WORTEL, Onmogelijk, laatste_regel, meld, voer_uit
from scripts.start import ADRES

KOLOMMEN = ("e-mail", "password", "rol", "organisatie")
LOG = WORTEL / "var" / "start.log"
INSTELLINGEN = WORTEL / "gunicorn.conf.py"


class Server(Application):  # type: ignore[misc] # gunicorn has no types
    """Gunicorn around an application that is already loaded, with the settings of production."""

    def __init__(self, wsgi: Flask, poort: int) -> None:
        self.wsgi_app = wsgi
        self.poort = poort
        super().__init__()

    def load_config(self) -> None:
        """Read the settings of production; here it answers to this machine only, and says little."""
        self.load_config_from_file(str(INSTELLINGEN))
        for naam, waarde in {"bind": f"{ADRES}:{self.poort}", "loglevel": "warning"}.items():
            self.cfg.set(naam, waarde)

    def load(self) -> Flask:
        """Return the application to a worker."""
        return self.wsgi_app


def zet_klaar(app: Flask, *, demo: bool) -> list[list[str]]:
    """Migrate, fill an empty database in demo mode, and return the rows of the demo accounts.

    Lets go of every connection, because the workers may not share one.
    """
    klaar = app.test_cli_runner().invoke(args=["klaarzetten", *(["--demo"] if demo else [])])
    if klaar.exit_code:
        LOG.parent.mkdir(exist_ok=True)
        LOG.write_text(f"{klaar.output}\n{klaar.exception!r}\n", encoding="utf-8")
        reden = laatste_regel(klaar.output) if klaar.output.strip() else repr(klaar.exception)
        raise Onmogelijk(
            f"Preparing the database failed: {reden} (all of it is in {LOG.relative_to(WORTEL)})."
        )
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
    rijen = [regel.split("\t") for regel in klaar.stdout.splitlines()]
    return [rij for rij in rijen if len(rij) >= len(KOLOMMEN)]


def tabel(rijen: list[list[str]]) -> str:
    """Lay the rows of the accounts out in columns, under a heading."""
    alles = [list(KOLOMMEN), *[rij[: len(KOLOMMEN)] for rij in rijen]]
    breedtes = [max(len(rij[kolom]) for rij in alles) for kolom in range(len(KOLOMMEN))]
    alles.insert(1, ["-" * breedte for breedte in breedtes])
    regels = ["  ".join(f"{cel:<{b}}" for cel, b in zip(rij, breedtes, strict=True)) for rij in alles]
    return "\n".join(regel.rstrip() for regel in regels)


def opdracht() -> int:
    """Run `python -m scripts.server <port>`; returns only when the server could not start."""
    try:
        app = create_app()
    except FouteInstelling as fout:
        raise Onmogelijk(str(fout)) from fout
    accounts = zet_klaar(app, demo=app.extensions["overleg"].demo)
    if accounts:
        meld("Demo accounts:\n" + tabel(accounts))
    logging.getLogger(VERZOEKEN).setLevel(logging.WARNING)  # the terminal is for the accounts and for errors
    Server(app, int(sys.argv[1])).run()
    return 1


if __name__ == "__main__":
    voer_uit(opdracht)
