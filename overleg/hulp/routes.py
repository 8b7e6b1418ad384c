"""Routes: the pages of the handleiding and their pictures."""

from flask import Blueprint, Response, abort, url_for
from flask.typing import ResponseReturnValue

from overleg.basis.schil import toon
from overleg.hulp import bladen
from overleg.hulp.plekken import adres, bladen_van
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht

blauwdruk = Blueprint("hulp", __name__)


def _naar(verwijzing: str) -> str:
    """Return where a link in the text leads: `gast.md#uw-tijd` to a page, `#uw-tijd` within this one."""
    if verwijzing.startswith("#"):
        return verwijzing
    naam, _punt, rest = verwijzing.partition(".md")
    return adres(naam + rest)


def _beeld(bron: str) -> dict[str, object]:
    """Return address and measures of a picture, which the text names `beelden/vandaag.png`."""
    naam = bron.removeprefix("beelden/")
    breed, hoog = bladen.maten(naam)
    return {"adres": url_for("hulp.beeld", beeld=naam), "breed": breed, "hoog": hoog}


def _toon(naam: str) -> ResponseReturnValue:
    eigen = bladen_van(huidige_vrager())
    return toon(
        "hulp/blad.html",
        blad=bladen.blad(naam),
        alle=[bladen.blad(ander) for ander in bladen.NAMEN],
        eigen=eigen,
        anker=bladen.anker,
        woorden=bladen.woorden,
        naar=_naar,
        beeld=_beeld,
    )


@blauwdruk.get("/hulp")
@vereist(Recht.EIGEN_ACCOUNT)
def eigen() -> ResponseReturnValue:
    """Show the page for the role of the person who asks."""
    return _toon(bladen_van(huidige_vrager())[0])


@blauwdruk.get("/hulp/<string:pagina>")
@vereist(Recht.EIGEN_ACCOUNT)
def blad(pagina: str) -> ResponseReturnValue:
    """Show one page; nothing in it is secret, so everybody may read the page of another role."""
    if pagina not in bladen.NAMEN:
        abort(404)
    return _toon(pagina)


@blauwdruk.get("/hulp/beelden/<string:beeld>")
@vereist(Recht.EIGEN_ACCOUNT)
def beeld(beeld: str) -> ResponseReturnValue:
    """Answer with a picture; only those that lie in the folder exist."""
    try:
        return Response(bladen.beeld(beeld), mimetype="image/png")
    except KeyError:
        abort(404)
