"""Signing in with a passkey, and keeping one's own passkeys.

A question to the device is put in the session by a POST and taken out by its answer, right or wrong.
"""

from dataclasses import asdict
from datetime import timedelta

from flask import Blueprint, current_app, flash, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_security.utils import check_and_update_authn_fresh, login_user, url_for_security

from forms.toegang import MaakPasskeyFormulier
from models import Gebruiker
from overleg.basis.adressen import eigen_pad
from overleg.basis.database import sessie
from overleg.basis.fouten import Geweigerd
from overleg.basis.schil import ONJUIST, ga_naar, toon
from overleg.logboek.schrijven import schrijf_apart
from overleg.logboek.soorten import Soort
from overleg.toegang import passkeys
from overleg.toegang.eigen_passkeys import bewezen_account, haal_weg, passkeys_van, voeg_toe
from overleg.toegang.passkeys import NietBewezen, Vraag, nieuwe_vraag
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht

VRAAG = "passkey"
"""Where the session keeps the question until its answer comes."""
NIET_HERKEND = (
    "Inloggen met een passkey is niet gelukt. Probeer het opnieuw, of log in met uw e-mailadres, uw "
    "wachtwoord en een code."
)
NIET_GEMAAKT = "De passkey is niet gemaakt. Probeer het opnieuw."


def _gestelde_vraag() -> Vraag | None:
    bewaard = session.pop(VRAAG, None)  # a question is answered once
    return Vraag(**bewaard) if bewaard else None


def _is_vers() -> bool:
    """Whether the person proved a short while ago who it is (ASVS 7.5.1)."""
    return bool(
        check_and_update_authn_fresh(current_app.config["SECURITY_FRESHNESS"], timedelta(0), "session")
    )


def _eerst_bewijzen() -> ResponseReturnValue:
    return ga_naar(url_for_security("verify", next=url_for("toegang.eigen_passkeys")))


def _lijst(form: MaakPasskeyFormulier, status: int = 200) -> ResponseReturnValue:
    rijen = passkeys_van(sessie(), huidige_vrager().id)
    return toon("toegang/passkeys.html", status=status, rijen=rijen, form=form)


@vereist(Recht.EIGEN_ACCOUNT)
def eigen_passkeys() -> ResponseReturnValue:
    """Show the own passkeys, and begin making one."""
    return _lijst(MaakPasskeyFormulier(formdata=None))


@vereist(Recht.EIGEN_ACCOUNT)
def passkey_maken() -> ResponseReturnValue:
    """Ask the device to make a passkey; asks the password again when that was a while ago."""
    if not _is_vers():
        return _eerst_bewijzen()
    form = MaakPasskeyFormulier()
    if not form.validate_on_submit():
        return _lijst(form, ONJUIST)
    vraag = nieuwe_vraag("maken", naam=form.naam.data or "")
    eigen = sessie().get_one(Gebruiker, huidige_vrager().id)
    opties = passkeys.om_te_maken(vraag, eigen, passkeys_van(sessie(), eigen.id))
    session[VRAAG] = asdict(vraag)
    return toon("toegang/passkey_maken.html", opties=opties, naam=vraag.naam)


@vereist(Recht.EIGEN_ACCOUNT)
def passkey_klaar() -> ResponseReturnValue:
    """Keep the passkey that the device made."""
    vraag = _gestelde_vraag()
    form = MaakPasskeyFormulier(formdata=None)
    try:
        gemaakt = passkeys.lees_gemaakt(vraag, request.form.get("antwoord", ""))
        voeg_toe(sessie(), huidige_vrager(), vraag.naam if vraag else "", gemaakt)
    except NietBewezen as fout:
        current_app.logger.warning("passkey: %s", fout)
        form.voeg_fouten_toe([NIET_GEMAAKT])
        return _lijst(form, ONJUIST)
    except Geweigerd as fout:
        form.voeg_redenen_toe(fout.oordeel.redenen)
        return _lijst(form, ONJUIST)
    flash("Voortaan kunt u ook met deze passkey inloggen.", "goed")
    return ga_naar(url_for("toegang.eigen_passkeys"))


@vereist(Recht.EIGEN_ACCOUNT)
def passkey_weg() -> ResponseReturnValue:
    """Take one of the own passkeys away."""
    if not _is_vers():
        return _eerst_bewijzen()
    haal_weg(sessie(), huidige_vrager(), request.form.get("passkey", ""))
    flash("Met die passkey kan niemand meer inloggen.", "goed")
    return ga_naar(url_for("toegang.eigen_passkeys"))


@vereist(Recht.IEDEREEN)
def inloggen_met_passkey() -> ResponseReturnValue:
    """Put a question to the device: who does it belong to."""
    session[VRAAG] = asdict(nieuwe_vraag("inloggen", verder=eigen_pad(request.form.get("next", ""))))
    return ga_naar(url_for("toegang.passkey_vragen"))


@vereist(Recht.IEDEREEN)
def passkey_vragen() -> ResponseReturnValue:
    """Show the question that was put: on a page of its own, for the session began with that question."""
    bewaard = session.get(VRAAG)
    if bewaard is None or bewaard["doel"] != "inloggen":
        return ga_naar(url_for("security.login"))
    return toon("toegang/passkey_inloggen.html", opties=passkeys.om_in_te_loggen(Vraag(**bewaard)))


@vereist(Recht.IEDEREEN)
def passkey_bewezen() -> ResponseReturnValue:
    """Believe the device, or not; then the session begins."""
    vraag = _gestelde_vraag()
    try:
        gebruiker = bewezen_account(sessie(), vraag, request.form.get("antwoord", ""))
    except NietBewezen as fout:
        current_app.logger.warning("passkey: %s", fout)
        sessie().rollback()
        schrijf_apart(None, Soort.INLOGGEN_MISLUKT, uitkomst="geweigerd")
        return toon("toegang/passkey_mislukt.html", status=ONJUIST, zin=NIET_HERKEND)
    login_user(gebruiker, authn_via=["webauthn"])
    return ga_naar((vraag.verder if vraag else "") or url_for("start.start"))


def registreer(blauwdruk: Blueprint) -> None:
    """Add the routes."""
    blauwdruk.app_template_global("passkeys_mogelijk")(passkeys.mogelijk)
    blauwdruk.get("/passkeys")(eigen_passkeys)
    blauwdruk.post("/passkeys")(passkey_maken)
    blauwdruk.post("/passkeys/klaar")(passkey_klaar)
    blauwdruk.post("/passkeys/weg")(passkey_weg)
    blauwdruk.post("/inloggen/passkey")(inloggen_met_passkey)
    blauwdruk.get("/inloggen/passkey")(passkey_vragen)
    blauwdruk.post("/inloggen/passkey/klaar")(passkey_bewezen)
