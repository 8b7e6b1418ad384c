"""Every route of the application, and an address for it out of a bundle of objects."""

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flask import Flask
from werkzeug.routing import Rule

from overleg.toegang.poort import BIBLIOTHEEK, SOORTEN, recht_van, vraagt_token
from overleg.toegang.rechten import Recht
from tests.steun.raster import Bundel

VRIJ: Mapping[str, object] = {
    "versie": 1,
    "nummer": 1,
    "aanbieder": "geen",
    "token": "x" * 43,
    "pagina": "deelnemer",
    "beeld": "vandaag.png",
}
"""Parameters that are not the id of an object: name → a value that works."""


@dataclass(frozen=True)
class Weg:
    """One address of the application and how it is asked for."""

    eindpunt: str
    recht: Recht
    parameters: tuple[str, ...]
    methoden: frozenset[str]
    regel: Rule

    def __str__(self) -> str:
        return f"{self.eindpunt} ({self.regel.rule})"


def wegen(app: Flask) -> Iterator[Weg]:
    """Yield every route of ours that a person asks for, those of libraries left out."""
    return _wegen(app, met_token=False)


def wegen_voor_programmas(app: Flask) -> Iterator[Weg]:
    """Yield every route that a program asks for, with a token; a person gets nothing there."""
    return _wegen(app, met_token=True)


def _wegen(app: Flask, *, met_token: bool) -> Iterator[Weg]:
    for regel in app.url_map.iter_rules():
        if regel.endpoint in BIBLIOTHEEK or vraagt_token(app, regel.endpoint) is not met_token:
            continue
        recht = recht_van(app, regel.endpoint)
        assert recht is not None, f"{regel.endpoint} names no recht"
        parameters = tuple(deel for is_var, deel in regel._trace if is_var)
        yield Weg(
            regel.endpoint, recht, parameters, frozenset(regel.methods or ()) - {"HEAD", "OPTIONS"}, regel
        )


def onbekende_parameters(app: Flask) -> list[str]:
    """Return the parameters that no test could fill in."""
    return [
        f"{weg}: <{naam}>: not in toegang/parameters.py, and not in VRIJ of tests/steun/wegen.py"
        for weg in wegen(app)
        for naam in weg.parameters
        if naam not in SOORTEN and naam not in VRIJ
    ]


def adres(app: Flask, weg: Weg, bundel: Bundel, **anders: object) -> str:
    """Return the address of a route with the ids out of a bundle, some of them replaced."""
    waarden: dict[str, object] = {}
    for naam in weg.parameters:
        ding = bundel.get(naam)
        waarden[naam] = anders.get(naam, VRIJ.get(naam) if ding is None else getattr(ding, "id", None))
    kaart = app.url_map.bind("localhost")
    return str(kaart.build(weg.eindpunt, waarden))


def bestaat_niet(weg: Weg) -> dict[str, object]:
    """Return ids that belong to nothing, for the last object of a route."""
    laatste = [naam for naam in weg.parameters if naam in SOORTEN][-1]
    return {laatste: uuid.uuid4()}
