"""The passkeys of an account: adding one, taking one away, and finding the account of one."""

import uuid
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Gebruiker, Passkey
from models.waarden_post import Berichtsoort
from overleg.basis.database import laat_los, schrijvend_apart
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import nu, vandaag
from overleg.basis.limieten import limiet
from overleg.basis.oordeel import nee
from overleg.basis.post import leg_klaar
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.passkeys import Gekopieerd, Gemaakt, NietBewezen, Passkeyvraag, eis_bewijs, kenmerk_in
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager, vrager_van

AL_BEKEND = nee("Dit apparaat heeft hier al een passkey. Gebruik die, of haal haar eerst weg.")
TE_VEEL = nee("U heeft al het hoogste aantal passkeys. Haal er eerst een weg die u niet meer gebruikt.")
ONBEKEND = nee("Deze passkey is er niet meer. Kijk in de lijst wat er nog staat.")
BERICHT = (
    "Aan uw account voor het Actie-overleg is een passkey toegevoegd: {naam}.\n"
    "Deed u dat niet zelf? Log in, haal haar weg bij Passkeys, wijzig uw wachtwoord en bel uw beheerder.\n"
)

KOPIE_ONDERWERP = "Actie-overleg: een passkey werkt niet meer"
KOPIE_BERICHT = (
    "Iemand wilde inloggen met een kopie van een passkey van u. Die passkey werkt niet meer.\n"
    "Log in met uw wachtwoord en uw code, en maak zo nodig een nieuwe. Bel ook uw beheerder.\n"
)


def passkeys_van(sessie: Session, gebruiker_id: uuid.UUID) -> Sequence[Passkey]:
    """Return the passkeys of an account, oldest first."""
    return sessie.scalars(
        select(Passkey).where(Passkey.gebruiker_id == gebruiker_id).order_by(Passkey.gemaakt_op, Passkey.id)
    ).all()


def voeg_toe(sessie: Session, vrager: Vrager, naam: str, gemaakt: Gemaakt) -> Passkey:
    """Let the asker sign in with this passkey from now on, and tell so by mail (ASVS 6.3.7).

    Raises Geweigerd when it is known already, or there are too many.
    """
    eis(vrager, Recht.EIGEN_ACCOUNT)
    if sessie.scalar(select(Passkey.id).where(Passkey.kenmerk == gemaakt.kenmerk)):
        raise Geweigerd(AL_BEKEND)
    if len(passkeys_van(sessie, vrager.id)) >= limiet("aantal_passkeys"):
        raise Geweigerd(TE_VEEL)
    rij = Passkey(
        gebruiker_id=vrager.id,
        naam=naam,
        kenmerk=gemaakt.kenmerk,
        sleutel=gemaakt.sleutel,
        teller=gemaakt.teller,
    )
    sessie.add(rij)
    sessie.flush()
    eigen = sessie.get_one(Gebruiker, vrager.id)
    schrijf(sessie, vrager, Soort.PASSKEY_TOEGEVOEGD, eigen)
    leg_klaar(
        sessie,
        Berichtsoort.ALTIJD,
        eigen.email,
        "Actie-overleg: een passkey toegevoegd",
        BERICHT.format(naam=naam),
    )
    return rij


def haal_weg(sessie: Session, vrager: Vrager, sleutel: str) -> None:
    """Take a passkey of the asker away. Raises Geweigerd when there is none such."""
    eis(vrager, Recht.EIGEN_ACCOUNT)
    rij = next((rij for rij in passkeys_van(sessie, vrager.id) if str(rij.id) == sleutel), None)
    if rij is None:
        raise Geweigerd(ONBEKEND)
    sessie.delete(rij)
    schrijf(sessie, vrager, Soort.PASSKEY_WEGGEHAALD, sessie.get_one(Gebruiker, vrager.id))


def sluit_uit(sleutel: uuid.UUID) -> None:
    """Take a passkey of which there are two out of use and tell its owner, apart from the refused attempt."""
    laat_los()
    with schrijvend_apart() as eigen:
        rij = eigen.get(Passkey, sleutel)
        if rij is None:
            return
        eigenaar = rij.gebruiker
        eigen.delete(rij)
        wie = vrager_van(eigen, eigenaar, vandaag())
        schrijf(eigen, wie, Soort.PASSKEY_GEKOPIEERD, eigenaar, uitkomst="geweigerd")
        leg_klaar(eigen, Berichtsoort.ALTIJD, eigenaar.email, KOPIE_ONDERWERP, KOPIE_BERICHT)


def bewezen_account(sessie: Session, vraag: Passkeyvraag | None, antwoord: str) -> Gebruiker:
    """Return the account whose passkey gave this answer, and note that it was used.

    Raises NietBewezen when the answer is not right, or the account cannot begin a session.
    """
    rij = sessie.scalars(select(Passkey).where(Passkey.kenmerk == kenmerk_in(antwoord))).one_or_none()
    if rij is None:
        raise NietBewezen("this passkey is unknown here")
    try:
        teller = eis_bewijs(vraag, antwoord, rij)
    except Gekopieerd:
        sluit_uit(rij.id)
        raise
    if not rij.gebruiker.is_active:
        raise NietBewezen("the account is out of use")
    rij.teller, rij.laatst_gebruikt_op = teller, nu()
    return rij.gebruiker
