"""An adopted record that cannot be read any more: the page says so, and what to do."""

from flask import current_app, request
from flask.typing import ResponseReturnValue

from overleg.basis.database import sessie
from overleg.basis.schil import toon
from overleg.basis.verzoeknummer import foutcode
from overleg.verslag.bewaren import OnleesbaarVerslag
from overleg.verslag.opvragen import versies_van
from overleg.verslag.routes.blauwdruk import blauwdruk


@blauwdruk.errorhandler(OnleesbaarVerslag)
def onleesbaar(fout: OnleesbaarVerslag) -> ResponseReturnValue:
    """Show which versions there are beside the damaged one; the cause goes to the log of the server."""
    args = request.view_args or {}
    overleg, code = args["overleg"], foutcode()
    versies = versies_van(sessie(), overleg)
    kapot = args.get("versie") or versies[-1].versie
    current_app.logger.error(
        "fout %s: verslag van overleg %s, versie %s, is onleesbaar: %s", code, overleg.id, kapot, fout
    )
    andere = [rij.versie for rij in versies if rij.versie != kapot]
    return toon(
        "verslag/onleesbaar.html",
        status=500,
        overleg=overleg,
        versie=kapot,
        andere=andere,
        foutcode=code,
    )
