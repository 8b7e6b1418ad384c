"""Where a beheerder starts."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from overleg.basis.database import sessie
from overleg.basis.schil import toon
from overleg.beheer import opvragen
from overleg.toegang.poort import vereist
from overleg.toegang.rechten import Recht


@vereist(Recht.BEHEER)
def beheer() -> ResponseReturnValue:
    """Show the tafels and the other parts of beheer."""
    return toon(
        "beheer/overzicht.html",
        tafels=opvragen.tafels(sessie()),
        grondvragen=opvragen.open_grondvragen(sessie()),
    )


def registreer(blauwdruk: Blueprint) -> None:
    """Add the route."""
    blauwdruk.get("/beheer")(beheer)
