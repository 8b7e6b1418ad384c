"""Console commands about the installation itself; the stages and the logboek bring their own."""

import click
from flask import Flask, current_app
from flask_migrate import upgrade

from overleg.basis.config import WORTEL


def registreer(app: Flask) -> None:
    """Add the commands of this module to `app`."""

    @app.cli.command("klaarzetten")
    @click.option(
        "--demo", is_flag=True, help="Fill an empty database with demo data and print the accounts."
    )
    def klaarzetten(demo: bool) -> None:
        """Bring the database up to date; one process does all that `make start` needs."""
        upgrade(directory=str(WORTEL / "migrations"))
        if demo:
            demo_opdracht = current_app.cli.commands["demo"]
            demo_opdracht.main(args=[], standalone_mode=False)
            demo_opdracht.main(args=["--toon"], standalone_mode=False)
