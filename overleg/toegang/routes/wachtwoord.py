"""Choosing a password by a link, and asking for one when it was forgotten."""

from flask import Blueprint, flash, url_for
from flask.typing import ResponseReturnValue

from forms.toegang import WachtwoordKiezenFormulier, WachtwoordVergetenFormulier
from overleg.basis.database import laat_los, sessie
from overleg.basis.schil import ga_naar, toon
from overleg.logboek.soorten import Soort
from overleg.toegang.afremmen import neem_poging, op_link, van_hier
from overleg.toegang.inlogformulieren import TE_VAAK, rem_af
from overleg.toegang.links import LinkWeg, vind_link
from overleg.toegang.poort import vereist
from overleg.toegang.rechten import Recht
from overleg.toegang.uitnodigen import heeft_mailserver, kies_wachtwoord, vraag_link

NIET_GEVONDEN = 404


@vereist(Recht.IEDEREEN)
def wachtwoord_vergeten() -> ResponseReturnValue:
    """Ask for a link. The answer is the same whether there is an account or not."""
    form = WachtwoordVergetenFormulier()
    if not heeft_mailserver():
        return toon("toegang/vergeten_zonder_mail.html")
    if not form.validate_on_submit():
        return toon("toegang/wachtwoord_vergeten.html", status=form.status, form=form)
    email = str(form.email.data)
    if wacht := neem_poging(op_link(email), van_hier()):
        form.voeg_fouten_toe([rem_af(Soort.INLOGGEN_AFGEREMD, wacht)])
        return toon("toegang/wachtwoord_vergeten.html", status=TE_VAAK, form=form)
    vraag_link(sessie(), email)
    return toon("toegang/link_onderweg.html", email=email)


@vereist(Recht.IEDEREEN)
def wachtwoord_kiezen(token: str) -> ResponseReturnValue:
    """Choose a password. Opening the link does nothing yet: what scans mail opens links too."""
    form = WachtwoordKiezenFormulier()
    try:
        link = vind_link(sessie(), token)
        form.van = (link.gebruiker.naam, link.gebruiker.email, link.gebruiker.organisatie.naam)
        soort, email = link.soort, link.gebruiker.email
        if not form.validate_on_submit():
            return toon(
                "toegang/wachtwoord_kiezen.html", status=form.status, form=form, soort=soort, email=email
            )
        laat_los()  # making the hash takes long
        kies_wachtwoord(sessie(), token, str(form.nieuw.data))
    except LinkWeg:
        return toon("toegang/link_weg.html", status=NIET_GEVONDEN)
    flash("Uw wachtwoord is gekozen. Log er nu mee in.", "goed")
    return ga_naar(url_for("security.login"))


def registreer(blauwdruk: Blueprint) -> None:
    """Add the routes."""
    beide = ["GET", "POST"]
    blauwdruk.route("/wachtwoord-vergeten", methods=beide)(wachtwoord_vergeten)
    blauwdruk.route("/wachtwoord-kiezen/<string(length=43):token>", methods=beide)(wachtwoord_kiezen)
