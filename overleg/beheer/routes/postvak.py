"""The outbox: what mail went, and what it says."""

from flask import Blueprint, Response, url_for
from flask.typing import ResponseReturnValue

from models import Bericht
from overleg.basis.database import sessie
from overleg.basis.post import mist_link
from overleg.basis.schil import ga_naar, toon
from overleg.beheer import opvragen
from overleg.beheer.handelingen.postvak import MAG_OPNIEUW, verstuur_opnieuw
from overleg.beheer.routes.accounts import sleutel_uit_adres
from overleg.beheer.routes.gemeen import meld
from overleg.logboek.schrijven import noteer_blik
from overleg.logboek.soorten import Soort
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht


@vereist(Recht.POSTVAK_ZIEN)
def postvak() -> ResponseReturnValue:
    """Show the mails, newest first."""
    return toon("beheer/postvak.html", blad=opvragen.berichten(sessie(), sleutel_uit_adres("na")))


@vereist(Recht.POSTVAK_ZIEN)
def bericht(bericht: Bericht) -> ResponseReturnValue:
    """Show one mail."""
    noteer_blik(huidige_vrager(), Soort.POSTVAK_BEKEKEN, bericht)
    mag_opnieuw = bericht.status in MAG_OPNIEUW and not mist_link(bericht)
    return toon("beheer/bericht.html", bericht=bericht, mag_opnieuw=mag_opnieuw)


@vereist(Recht.POSTVAK_ZIEN)
def bijlage(bericht: Bericht) -> ResponseReturnValue:
    """Download the file with a mail, always as a file and never as a page."""
    noteer_blik(huidige_vrager(), Soort.POSTVAK_BEKEKEN, bericht, altijd=True)
    antwoord = Response(bericht.bijlage.encode(), mimetype="application/octet-stream")
    antwoord.headers.set("Content-Disposition", "attachment", filename=bericht.bijlage_naam or "bijlage")
    return antwoord


@vereist(Recht.POSTVAK_ZIEN)
def opnieuw(bericht: Bericht) -> ResponseReturnValue:
    """Lay a mail ready again."""
    verstuur_opnieuw(sessie(), huidige_vrager(), bericht)
    meld("Het bericht ligt klaar en wordt zo verstuurd.")
    return ga_naar(url_for("beheer.bericht", bericht=bericht.id))


def registreer(blauwdruk: Blueprint) -> None:
    """Add the routes."""
    een = "/beheer/postvak/<uuid:bericht>"
    blauwdruk.get("/beheer/postvak")(postvak)
    blauwdruk.get(een)(bericht)
    blauwdruk.get(f"{een}/bijlage")(bijlage)
    blauwdruk.post(f"{een}/opnieuw")(opnieuw)
