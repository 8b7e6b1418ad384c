"""Signing in through the provider of one's own organisatie, and linking an account to it (OpenID Connect).

Nothing is written by a GET: the way there is a page with a link, the way back a page with a button. With
JavaScript both go on by themselves.
"""

from flask import Blueprint, abort, current_app, flash, request, url_for
from flask.typing import ResponseReturnValue
from flask_security.utils import login_user

from overleg.basis.adressen import eigen_pad, volledig
from overleg.basis.database import laat_los, sessie
from overleg.basis.schil import ONJUIST, ga_naar, toon
from overleg.logboek.soorten import Soort
from overleg.toegang.aanbieders import Aanbieder
from overleg.toegang.afremmen import neem_poging, van_hier, was_goed
from overleg.toegang.identiteiten import account_van, eigen_identiteiten, koppel, ontkoppel
from overleg.toegang.inlogformulieren import TE_VAAK, rem_af
from overleg.toegang.inlogvraag import eerst_bewijzen, is_vers, noteer_mislukt
from overleg.toegang.oidc import Antwoord, NietHerkend, Oidcvraag, adres_van, lees_antwoord, nieuwe_vraag
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht

LANGSTE_DEEL = 4000
NIET_BEREIKBAAR = "is nu niet te bereiken. Probeer het zo nog eens, of log in met uw e-mailadres."
NIET_GELUKT = (
    "Inloggen via uw organisatie is niet gelukt. Probeer het opnieuw. Blijft het misgaan, log dan in met uw "
    "e-mailadres en bel de secretaris van uw overlegtafel."
)
NIET_GEKOPPELD = (
    "Dit account van uw organisatie is hier niet gekoppeld. Log in met uw e-mailadres en koppel het daarna "
    "bij Inloggen via uw organisatie."
)


def aanbieders() -> tuple[Aanbieder, ...]:
    """Return the providers of this installation."""
    gevonden: tuple[Aanbieder, ...] = current_app.extensions["aanbieders"]
    return gevonden


def _aanbieder(sleutel: str) -> Aanbieder:
    return next((een for een in aanbieders() if een.sleutel == sleutel), None) or abort(404)


def _terug(aanbieder: Aanbieder) -> str:
    return volledig("toegang.via_terug", aanbieder=aanbieder.sleutel)


def _begin(aanbieder: Aanbieder, vraag: Oidcvraag) -> ResponseReturnValue:
    laat_los()
    try:
        adres = adres_van(aanbieder, vraag, _terug(aanbieder))
    except NietHerkend as fout:
        current_app.logger.warning("oidc %s: %s", aanbieder.sleutel, fout)
        return _mislukt(aanbieder, f"{aanbieder.naam} {NIET_BEREIKBAAR}", vraag)
    vraag.bewaar()
    return toon("toegang/via.html", aanbieder=aanbieder, adres=adres)


def _mislukt(
    aanbieder: Aanbieder, zin: str, vraag: Oidcvraag | None = None, *, status: int = ONJUIST
) -> ResponseReturnValue:
    terug = url_for("toegang.koppelingen") if vraag and vraag.koppelen else url_for("security.login")
    return toon("toegang/via_mislukt.html", status=status, aanbieder=aanbieder, zin=zin, terug=terug)


@vereist(Recht.IEDEREEN)
def via(aanbieder: str) -> ResponseReturnValue:
    """Begin signing in through a provider."""
    gekozen = _aanbieder(aanbieder)
    return _begin(gekozen, nieuwe_vraag(gekozen, verder=eigen_pad(request.form.get("next", ""))))


@vereist(Recht.EIGEN_ACCOUNT)
def koppelen(aanbieder: str) -> ResponseReturnValue:
    """Begin linking the own account to a provider; asks the password again when that was a while ago."""
    gekozen = _aanbieder(aanbieder)
    if not is_vers():
        return eerst_bewijzen(url_for("toegang.koppelingen"))
    return _begin(gekozen, nieuwe_vraag(gekozen, koppelen=True))


@vereist(Recht.IEDEREEN)
def via_terug(aanbieder: str) -> ResponseReturnValue:
    """Come back from a provider: a page with one button, which sends on what the provider gave along."""
    gekozen = _aanbieder(aanbieder)
    gekregen = {naam: request.args.get(naam, "")[:LANGSTE_DEEL] for naam in ("code", "state", "iss")}
    if not gekregen["code"]:
        return _mislukt(gekozen, NIET_GELUKT)
    return toon("toegang/via_terug.html", aanbieder=gekozen, gekregen=gekregen)


@vereist(Recht.IEDEREEN)
def via_klaar(aanbieder: str) -> ResponseReturnValue:
    """Believe the answer of the provider, or not; sign in, or link the account."""
    gekozen = _aanbieder(aanbieder)
    vraag, poging = Oidcvraag.pak(), van_hier()
    if wacht := neem_poging(poging):
        return _mislukt(gekozen, rem_af(Soort.INLOGGEN_AFGEREMD, wacht), vraag, status=TE_VAAK)
    try:
        antwoord = _lees(gekozen, vraag)
    except NietHerkend as fout:
        current_app.logger.warning("oidc %s: %s", gekozen.sleutel, fout)
        noteer_mislukt()
        return _mislukt(gekozen, NIET_GELUKT, vraag)
    assert vraag is not None  # noqa: S101 without one there is no answer
    was_goed(poging)
    if vraag.koppelen:
        koppel(sessie(), huidige_vrager(), gekozen, antwoord)
        flash(f"Voortaan kunt u ook inloggen via {gekozen.naam}.", "goed")
        return ga_naar(url_for("toegang.koppelingen"))
    return _log_in(gekozen, vraag, antwoord)


def _lees(aanbieder: Aanbieder, vraag: Oidcvraag | None) -> Antwoord:
    if vraag is None or vraag.aanbieder != aanbieder.sleutel:
        raise NietHerkend("no question was asked in this session")
    laat_los()
    gekregen = {naam: request.form.get(naam, "")[:LANGSTE_DEEL] for naam in ("code", "state")}
    iss = request.form.get("iss") or None
    return lees_antwoord(aanbieder, vraag, _terug(aanbieder), iss=iss, **gekregen)


def _log_in(aanbieder: Aanbieder, vraag: Oidcvraag, antwoord: Antwoord) -> ResponseReturnValue:
    gebruiker = account_van(sessie(), antwoord)
    if gebruiker is None:
        noteer_mislukt()
        return _mislukt(aanbieder, NIET_GEKOPPELD)
    login_user(gebruiker, authn_via=["oauth"])
    return ga_naar(vraag.verder or url_for("start.start"))


@vereist(Recht.EIGEN_ACCOUNT)
def koppelingen() -> ResponseReturnValue:
    """Show through which providers one can sign in."""
    eigen = {rij.issuer: rij for rij in eigen_identiteiten(sessie(), huidige_vrager())}
    return toon("toegang/koppelingen.html", eigen=eigen)


@vereist(Recht.EIGEN_ACCOUNT)
def ontkoppelen(aanbieder: str) -> ResponseReturnValue:
    """Take the own link with a provider away."""
    gekozen = _aanbieder(aanbieder)
    if ontkoppel(sessie(), huidige_vrager(), gekozen):
        flash(f"U kunt niet meer inloggen via {gekozen.naam}.", "goed")
    return ga_naar(url_for("toegang.koppelingen"))


def registreer(blauwdruk: Blueprint) -> None:
    """Add the routes."""
    blauwdruk.app_template_global("aanbieders")(aanbieders)
    blauwdruk.post("/inloggen/via/<aanbieder>")(via)
    blauwdruk.get("/inloggen/via/<aanbieder>/terug")(via_terug)
    blauwdruk.post("/inloggen/via/<aanbieder>/terug")(via_klaar)
    blauwdruk.get("/koppelingen")(koppelingen)
    blauwdruk.post("/koppelingen/<aanbieder>")(koppelen)
    blauwdruk.post("/koppelingen/<aanbieder>/weg")(ontkoppelen)
