"""The first beheerder, made from the console of the machine; every next one is made in the application."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Gebruiker, Organisatie
from models.waarden import OrganisatieSoort
from overleg.basis.fouten import Geweigerd
from overleg.basis.oordeel import Oordeel
from overleg.beheer.regels import mag_eerste_beheerder
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.wachtwoorden import geef_eenmalig_wachtwoord


@dataclass(frozen=True)
class EersteBeheerder:
    """Who it will be."""

    email: str
    naam: str
    organisatie: str
    soort: OrganisatieSoort


def maak_eerste_beheerder(sessie: Session, invoer: EersteBeheerder) -> tuple[Gebruiker, str]:
    """Make the account; return it with its one-time password.

    Again for who has not signed in yet and lost it. Raises Geweigerd when there is another beheerder, or the
    e-mail belongs to somebody else. Source: ASVS 6.3.2, no default accounts.
    """
    beheerders = list(
        sessie.scalars(select(Gebruiker).where(Gebruiker.beheerder.is_(True)).with_for_update())
    )
    bekend = sessie.scalars(
        select(Gebruiker).where(func.lower(Gebruiker.email) == invoer.email)
    ).one_or_none()
    wacht = bekend if bekend in beheerders and bekend.active and not bekend.laatst_ingelogd_op else None
    _eis(
        mag_eerste_beheerder(
            andere_beheerders=len([b for b in beheerders if b is not wacht]),
            email_bezet=bekend is not None and wacht is None,
        )
    )
    gebruiker = wacht or Gebruiker(
        naam=invoer.naam, email=invoer.email, beheerder=True, organisatie_id=_organisatie(sessie, invoer).id
    )
    wachtwoord = geef_eenmalig_wachtwoord(gebruiker)
    sessie.add(gebruiker)
    sessie.flush()
    schrijf(sessie, None, Soort.EERSTE_BEHEERDER_GEMAAKT, gebruiker)
    return gebruiker, wachtwoord


def _eis(oordeel: Oordeel) -> None:
    if not oordeel:
        raise Geweigerd(oordeel)


def _organisatie(sessie: Session, invoer: EersteBeheerder) -> Organisatie:
    vraag = select(Organisatie).where(func.lower(Organisatie.naam) == invoer.organisatie.lower())
    organisatie = sessie.scalars(vraag).one_or_none()
    if organisatie is None:
        organisatie = Organisatie(naam=invoer.organisatie, soort=invoer.soort)
        sessie.add(organisatie)
        sessie.flush()
    return organisatie
