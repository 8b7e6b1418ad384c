"""Accounts: making, changing, inviting, ending."""

import uuid

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue

from forms.beheer.accounts import (
    BeheerderFormulier,
    NieuwAccountFormulier,
    WijzigAccountFormulier,
    ZoekAccountFormulier,
)
from models import Gebruiker
from models.waarden import Linksoort
from overleg.basis.database import sessie
from overleg.basis.schil import ga_naar, toon
from overleg.beheer import opvragen
from overleg.beheer.handelingen.accounts import (
    accountfeiten,
    beeindig_sessies_van,
    herstel_wachtwoord,
    maak_account,
    vraag_beheerder,
    wijzig_account,
    wis_tweede_stap,
    zet_account_aan,
    zet_account_uit,
)
from overleg.beheer.regels import mag_uit
from overleg.beheer.routes.gemeen import meld, probeer, probeer_wijziging
from overleg.toegang.links import geldig
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht
from overleg.toegang.sessierijen import levende
from overleg.toegang.systeemkoppelingen import aantal_levende


def sleutel_uit_adres(naam: str) -> uuid.UUID | None:
    """Return an id from the query string; anything else counts as none."""
    try:
        return uuid.UUID(request.args.get(naam, ""))
    except ValueError:
        return None


@vereist(Recht.BEHEER)
def accounts() -> ResponseReturnValue:
    """Show the accounts, a page at a time."""
    form = ZoekAccountFormulier(request.args)
    zoek = (form.zoek.data or "") if form.validate() else ""
    blad = opvragen.accounts(sessie(), zoek, sleutel_uit_adres("na"))
    return toon("beheer/accounts.html", form=form, blad=blad, zoek=zoek)


@vereist(Recht.BEHEER)
def nieuw_account() -> ResponseReturnValue:
    """Make an account, and say how its owner gets in."""
    form = NieuwAccountFormulier()
    form.organisatie_id.zet_keuzes([(o.id, o.naam) for o in opvragen.organisaties(sessie(), actief=True)])
    gemaakt: list[tuple[Gebruiker, str]] = []
    if probeer(form, lambda: gemaakt.append(maak_account(sessie(), huidige_vrager(), form.als_nieuw()))):
        return _toon_uitnodiging(*gemaakt[0])
    return toon("beheer/account_nieuw.html", status=form.status, form=form)


def _toon_uitnodiging(account: Gebruiker, link: str) -> ResponseReturnValue:
    """Say that the invitation was mailed; without a mail server show the link, this once."""
    return toon(
        "beheer/uitnodiging.html", account=account, link=link, dagen=geldig(Linksoort.UITNODIGING).days
    )


@vereist(Recht.BEHEER)
def account(account: Gebruiker) -> ResponseReturnValue:
    """Show and change an account."""
    form = WijzigAccountFormulier(obj=account)

    def doe() -> None:
        wijzig_account(sessie(), huidige_vrager(), account, form.als_invoer(), gezien=form.gezien.data)

    if probeer_wijziging(form, account, doe):
        meld("Het account is bewaard.")
        return ga_naar(url_for("beheer.account", account=account.id))
    feiten = accountfeiten(sessie(), huidige_vrager(), account)
    return toon(
        "beheer/account.html",
        status=form.status,
        form=form,
        account=account,
        feiten=feiten,
        uit=mag_uit(feiten),
        plaatsen=opvragen.plaatsen_van(sessie(), account),
        sessies=levende(sessie(), account.id),
        koppelingen=aantal_levende(sessie(), account),
    )


@vereist(Recht.BEHEER)
def beheerder_vragen(account: Gebruiker) -> ResponseReturnValue:
    """Ask a second person to let someone become beheerder."""
    form = BeheerderFormulier()
    if probeer(form, lambda: vraag_beheerder(sessie(), huidige_vrager(), account, form.reden.data or "")):
        meld("De vraag wacht op een tweede persoon.")
        return ga_naar(url_for("vierogen.goedkeuringen"))
    return toon("beheer/beheerder_vragen.html", status=form.status, form=form, account=account)


@vereist(Recht.BEHEER)
def nieuw_wachtwoord(account: Gebruiker) -> ResponseReturnValue:
    """Let the owner choose a password anew."""
    return _toon_uitnodiging(account, herstel_wachtwoord(sessie(), huidige_vrager(), account))


@vereist(Recht.BEHEER)
def overal_uitloggen(account: Gebruiker) -> ResponseReturnValue:
    """Sign someone out everywhere."""
    beeindig_sessies_van(sessie(), huidige_vrager(), account)
    meld("Deze persoon is overal uitgelogd.")
    return ga_naar(url_for("beheer.account", account=account.id))


@vereist(Recht.BEHEER)
def tweede_stap_wissen(account: Gebruiker) -> ResponseReturnValue:
    """Let someone set up the second step of signing in anew."""
    wis_tweede_stap(sessie(), huidige_vrager(), account)
    meld("Deze persoon stelt de code opnieuw in bij de volgende keer inloggen.")
    return ga_naar(url_for("beheer.account", account=account.id))


@vereist(Recht.BEHEER)
def account_uit(account: Gebruiker) -> ResponseReturnValue:
    """End an account."""
    zet_account_uit(sessie(), huidige_vrager(), account)
    meld("Het account staat uit. Wie ermee werkte, is meteen afgemeld.")
    return ga_naar(url_for("beheer.account", account=account.id))


@vereist(Recht.BEHEER)
def account_aan(account: Gebruiker) -> ResponseReturnValue:
    """Take an account into use again; its owner chooses a password."""
    return _toon_uitnodiging(account, zet_account_aan(sessie(), huidige_vrager(), account))


def registreer(blauwdruk: Blueprint) -> None:
    """Add the routes."""
    beide, een = ["GET", "POST"], "/beheer/gebruikers/<uuid:account>"
    blauwdruk.get("/beheer/gebruikers")(accounts)
    blauwdruk.route("/beheer/gebruikers/nieuw", methods=beide)(nieuw_account)
    blauwdruk.route(een, methods=beide)(account)
    blauwdruk.route(f"{een}/beheerder", methods=beide)(beheerder_vragen)
    blauwdruk.post(f"{een}/wachtwoord")(nieuw_wachtwoord)
    blauwdruk.post(f"{een}/uitloggen")(overal_uitloggen)
    blauwdruk.post(f"{een}/tweede-stap")(tweede_stap_wissen)
    blauwdruk.post(f"{een}/uit")(account_uit)
    blauwdruk.post(f"{een}/aan")(account_aan)
