"""`flask toegang`: every endpoint with its methods and the recht it needs; or the page of policy."""

from pathlib import Path

import click
from flask import Flask, current_app
from flask.cli import with_appcontext

from overleg.toegang.beschrijving import met_tabel
from overleg.toegang.poort import recht_van


@click.command("toegang")
@click.option(
    "--beschrijf",
    "bestand",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Put the table of rights in this document, between its marks, instead.",
)
@with_appcontext
def toegang_opdracht(bestand: Path | None) -> None:
    """Print endpoint, methods and recht, a line each, tab between."""
    if bestand is not None:
        bestand.write_text(met_tabel(bestand.read_text(encoding="utf-8"), current_app), encoding="utf-8")
        return
    for regel in sorted(current_app.url_map.iter_rules(), key=lambda r: (r.endpoint, r.rule)):
        methoden = ",".join(sorted((regel.methods or set()) - {"HEAD", "OPTIONS"}))
        click.echo(f"{regel.endpoint}\t{methoden}\t{recht_van(current_app, regel.endpoint)}")


def registreer(app: Flask) -> None:
    """Add the command."""
    app.cli.add_command(toegang_opdracht)
