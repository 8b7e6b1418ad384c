"""`flask toegang`: every endpoint with its methods and the recht it needs."""

import click
from flask import Flask, current_app
from flask.cli import with_appcontext

from overleg.toegang.poort import recht_van


@click.command("toegang")
@with_appcontext
def toegang_opdracht() -> None:
    """Print endpoint, methods and recht, a line each, tab between."""
    for regel in sorted(current_app.url_map.iter_rules(), key=lambda r: (r.endpoint, r.rule)):
        methoden = ",".join(sorted((regel.methods or set()) - {"HEAD", "OPTIONS"}))
        click.echo(f"{regel.endpoint}\t{methoden}\t{recht_van(current_app, regel.endpoint)}")


def registreer(app: Flask) -> None:
    """Add the command."""
    app.cli.add_command(toegang_opdracht)
