"""Signing in with a passkey, and keeping one's own passkeys.

A question to the device is put in the session by a POST and taken out by its answer, right or wrong.
"""

from flask import Blueprint, current_app, flash, request, url_for
from flask.typing import ResponseReturnValue
from flask_security.utils import login_user

from forms.toegang import MaakPasskeyFormulier
from models import Gebruiker
from overleg.basis.adressen import eigen_pad
from overleg.basis.database import sessie
from overleg.basis.fouten import Geweigerd
from overleg.basis.schil import ONJUIST, ga_naar, toon
from overleg.logboek.soorten import Soort
from overleg.toegang import passkeys
from overleg.toegang.afremmen import neem_poging, van_hier, was_goed
from overleg.toegang.eigen_passkeys import bewezen_account, haal_weg, passkeys_van, voeg_toe
from overleg.toegang.inlogformulieren import TE_VAAK, rem_af
from overleg.toegang.inlogvraag import eerst_bewijzen, is_vers, noteer_mislukt
from overleg.toegang.passkeys import NietBewezen, Passkeyvraag, nieuwe_vraag
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht

NIET_HERKEND = (
    "Inloggen met een passkey is niet gelukt. Probeer het opnieuw, of log in met uw e-mailadres, uw "
    "wachtwoord en een code."
)
NIET_GEMAAKT = "De passkey is niet gemaakt. Probeer het opnieuw."


def _lijst(form: MaakPasskeyFormulier, status: int = 200) -> ResponseReturnValue:
    rijen = passkeys_van(sessie(), huidige_vrager().id)
    return toon("toegang/passkeys.html", status=status, rijen=rijen, form=form)


@vereist(Recht.EIGEN_ACCOUNT)
def eigen_passkeys() -> ResponseReturnValue:
    """Show the own passkeys, and begin making one."""
    naam = request.args.get("naam", "")  # as it was typed before the password was asked again
    return _lijst(MaakPasskeyFormulier(formdata=None, data={"naam": naam}))


@vereist(Recht.EIGEN_ACCOUNT)
def passkey_maken() -> ResponseReturnValue:
    """Ask the device to make a passkey; asks the password again when that was a while ago."""
    form = MaakPasskeyFormulier()
    if not form.validate_on_submit():
        return _lijst(form, ONJUIST)
    if not is_vers():
        return eerst_bewijzen(url_for("toegang.eigen_passkeys", naam=form.naam.data))
    vraag = nieuwe_vraag("maken", naam=form.naam.data or "")
    eigen = sessie().get_one(Gebruiker, huidige_vrager().id)
    opties = passkeys.om_te_maken(vraag, eigen, passkeys_van(sessie(), eigen.id))
    vraag.bewaar()
    return toon("toegang/passkey_maken.html", opties=opties, naam=vraag.naam)


@vereist(Recht.EIGEN_ACCOUNT)
def passkey_klaar() -> ResponseReturnValue:
    """Keep the passkey that the device made."""
    vraag = Passkeyvraag.pak()
    form = MaakPasskeyFormulier(formdata=None, data={"naam": vraag.naam if vraag else ""})
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
    if not is_vers():
        return eerst_bewijzen(url_for("toegang.eigen_passkeys"))
    haal_weg(sessie(), huidige_vrager(), request.form.get("passkey", ""))
    flash("Met die passkey kan niemand meer inloggen.", "goed")
    return ga_naar(url_for("toegang.eigen_passkeys"))


@vereist(Recht.IEDEREEN)
def inloggen_met_passkey() -> ResponseReturnValue:
    """Put a question to the device: who does it belong to."""
    nieuwe_vraag("inloggen", verder=eigen_pad(request.form.get("next", ""))).bewaar()
    return ga_naar(url_for("toegang.passkey_vragen"))


@vereist(Recht.IEDEREEN)
def passkey_vragen() -> ResponseReturnValue:
    """Show the question that was put: on a page of its own, for the session began with that question."""
    vraag = Passkeyvraag.gesteld()
    if vraag is None or vraag.doel != "inloggen":
        return ga_naar(url_for("security.login"))
    return toon("toegang/passkey_inloggen.html", opties=passkeys.om_in_te_loggen(vraag))


@vereist(Recht.IEDEREEN)
def passkey_bewezen() -> ResponseReturnValue:
    """Believe the device, or not; then the session begins."""
    vraag, poging = Passkeyvraag.pak(), van_hier()
    if wacht := neem_poging(poging):
        zin = rem_af(Soort.INLOGGEN_AFGEREMD, wacht)
        return toon("toegang/passkey_mislukt.html", status=TE_VAAK, zin=zin)
    try:
        gebruiker = bewezen_account(sessie(), vraag, request.form.get("antwoord", ""))
    except NietBewezen as fout:
        current_app.logger.warning("passkey: %s", fout)
        noteer_mislukt()
        return toon("toegang/passkey_mislukt.html", status=ONJUIST, zin=NIET_HERKEND)
    was_goed(poging)
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
