"""Linking an account to who somebody is at a provider, and finding the account again."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Gebruiker, Identiteit
from overleg.basis.fouten import Geweigerd
from overleg.basis.oordeel import nee
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.aanbieders import Aanbieder
from overleg.toegang.oidc import Antwoord
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager

LANGSTE_SUBJECT = 255
"""What OpenID Connect allows."""
VAN_EEN_ANDER = (
    "Dit account van uw organisatie is al aan een ander gekoppeld. Log bij uw organisatie in met uw eigen "
    "account en probeer het opnieuw."
)
AL_EEN = "U koppelde al een account van deze aanbieder. Haal die koppeling eerst weg."


def eigen_identiteiten(sessie: Session, vrager: Vrager) -> Sequence[Identiteit]:
    """Return the links of the asker."""
    return sessie.scalars(
        select(Identiteit).where(Identiteit.gebruiker_id == vrager.id).order_by(Identiteit.gekoppeld_op)
    ).all()


def account_van(sessie: Session, antwoord: Antwoord) -> Gebruiker | None:
    """Return the account in use that belongs to who the provider says this is; None when there is none."""
    return sessie.scalars(
        select(Gebruiker)
        .join(Identiteit, Identiteit.gebruiker_id == Gebruiker.id)
        .where(
            Identiteit.issuer == antwoord.issuer,
            Identiteit.subject == antwoord.subject,
            Gebruiker.active.is_(True),
        )
    ).one_or_none()


def koppel(sessie: Session, vrager: Vrager, aanbieder: Aanbieder, antwoord: Antwoord) -> None:
    """Let the asker sign in through this provider from now on. Raises Geweigerd when it is another's."""
    eis(vrager, Recht.EIGEN_ACCOUNT)
    al = sessie.scalars(
        select(Identiteit).where(Identiteit.issuer == antwoord.issuer, Identiteit.subject == antwoord.subject)
    ).one_or_none()
    if al is not None and al.gebruiker_id == vrager.id:
        return
    if al is not None or len(antwoord.subject) > LANGSTE_SUBJECT:
        raise Geweigerd(nee(VAN_EEN_ANDER))
    if any(rij.issuer == antwoord.issuer for rij in eigen_identiteiten(sessie, vrager)):
        raise Geweigerd(nee(AL_EEN))
    sessie.add(Identiteit(gebruiker_id=vrager.id, issuer=antwoord.issuer, subject=antwoord.subject))
    schrijf(
        sessie,
        vrager,
        Soort.IDENTITEIT_GEKOPPELD,
        sessie.get_one(Gebruiker, vrager.id),
        aanbieder=aanbieder.naam,
    )


def ontkoppel(sessie: Session, vrager: Vrager, aanbieder: Aanbieder) -> bool:
    """Take away the own link with this provider; return whether there was one."""
    eis(vrager, Recht.EIGEN_ACCOUNT)
    weg = [rij for rij in eigen_identiteiten(sessie, vrager) if rij.issuer == aanbieder.issuer]
    for rij in weg:
        sessie.delete(rij)
    if weg:
        schrijf(
            sessie,
            vrager,
            Soort.IDENTITEIT_ONTKOPPELD,
            sessie.get_one(Gebruiker, vrager.id),
            aanbieder=aanbieder.naam,
        )
    return bool(weg)
