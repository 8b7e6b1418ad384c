"""Organisaties and accounts: making, changing, ending (ontwerp.md §5)."""

import uuid
from dataclasses import dataclass

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from models import Gebruiker, Goedkeuring, Lidmaatschap, Organisatie
from models.waarden import OrganisatieSoort
from models.waarden_vierogen import GoedkeuringSoort
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import vandaag
from overleg.basis.oordeel import nee
from overleg.beheer.handelingen.berichten import meld_eigenaar, meld_functionaris
from overleg.beheer.handelingen.eenheden import eis_hoort_bij, verplaats
from overleg.beheer.handelingen.gemeen import eis_zoals_gezien, gewijzigd, kolommen, zet
from overleg.beheer.handelingen.leden import EEN_DAG, beeindig_plaats
from overleg.beheer.opvragen import open_plichten
from overleg.beheer.regels import Accountfeiten, mag_beheerder_worden, mag_rollen_krijgen, mag_uit
from overleg.beheer.vertrek import doe_vervolg
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.kalenderlinks import haal_kalenderlink_weg
from overleg.toegang.links import trek_in
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.tweedefactor import wis_tweede_factor
from overleg.toegang.uitnodigen import nodig_uit
from overleg.toegang.vrager import Vrager
from overleg.toegang.wachtwoorden import beeindig_sessies
from overleg.vierogen.handelingen import Vraag, vraag_goedkeuring
from overleg.vierogen.uitvoeren import bij_goedkeuring

NIEUW = Accountfeiten(is_zelf=False, beheerder=False, andere_beheerders=1, open_plichten=0)
"""What the rules know of an account that is made."""


@dataclass(frozen=True)
class OrganisatieInvoer:
    """A partner."""

    naam: str
    soort: OrganisatieSoort
    actief: bool
    hoort_bij_id: uuid.UUID | None = None
    """The organisatie of which it is a unit."""


@dataclass(frozen=True)
class AccountInvoer:
    """A person with an account."""

    naam: str
    email: str
    beheerder: bool
    functionaris: bool


@dataclass(frozen=True)
class NieuwAccount(AccountInvoer):
    """A new account belongs to one organisatie, for good."""

    organisatie_id: uuid.UUID


def maak_organisatie(sessie: Session, vrager: Vrager, invoer: OrganisatieInvoer) -> None:
    """Make an organisatie. Raises Geweigerd when the name is taken."""
    eis(vrager, Recht.BEHEER)
    _eis_naam_vrij(sessie, invoer.naam, None)
    eis_hoort_bij(sessie, None, invoer.hoort_bij_id)
    organisatie = Organisatie(**kolommen(invoer))
    sessie.add(organisatie)
    sessie.flush()
    schrijf(sessie, vrager, Soort.ORGANISATIE_GEMAAKT, organisatie)


def wijzig_organisatie(
    sessie: Session,
    vrager: Vrager,
    organisatie: Organisatie,
    invoer: OrganisatieInvoer,
    *,
    gezien: str | None,
) -> None:
    """Change an organisatie. Its kind stays: what may be shared with it hangs on that.

    Raises Botsing when it is no longer as the asker saw it, Geweigerd as the rules say.
    """
    eis(vrager, Recht.BEHEER)
    eis_zoals_gezien(sessie, organisatie, invoer, gezien)
    _eis_naam_vrij(sessie, invoer.naam, organisatie)
    eis_hoort_bij(sessie, organisatie, invoer.hoort_bij_id)
    if organisatie.actief and not invoer.actief:
        _eis_leeg(sessie, organisatie)
    velden = gewijzigd(organisatie, invoer, zonder=["soort"])
    if velden:
        verplaats(sessie, vrager, organisatie, invoer.hoort_bij_id)
        zet(organisatie, invoer, velden)
        schrijf(sessie, vrager, Soort.ORGANISATIE_GEWIJZIGD, organisatie, velden=velden)


def _eis_leeg(sessie: Session, organisatie: Organisatie) -> None:
    vraag = select(func.count()).where(Gebruiker.organisatie_id == organisatie.id, Gebruiker.active.is_(True))
    if aantal := sessie.scalar(vraag):
        accounts = "1 account" if aantal == 1 else f"{aantal} accounts"
        raise Geweigerd(
            nee(f"Deze organisatie heeft nog {accounts} in gebruik. Zet die eerst uit.", "actief")
        )


def _eis_naam_vrij(sessie: Session, naam: str, behalve: Organisatie | None) -> None:
    gelijk = sessie.scalars(select(Organisatie).where(func.lower(Organisatie.naam) == naam.lower())).first()
    if gelijk is not None and gelijk is not behalve:
        raise Geweigerd(nee("Er is al een organisatie met deze naam. Kies een andere naam.", "naam"))


def maak_account(sessie: Session, vrager: Vrager, invoer: NieuwAccount) -> tuple[Gebruiker, str]:
    """Make an account and invite its owner; return it with what `nodig_uit` gives.

    Raises Geweigerd when the e-mail is taken.
    """
    eis(vrager, Recht.BEHEER)
    _eis_email_vrij(sessie, invoer.email, None)
    oordeel = mag_rollen_krijgen(NIEUW, wijzigt=invoer.beheerder, wordt_beheerder=invoer.beheerder)
    if not oordeel:
        raise Geweigerd(oordeel)
    gebruiker = Gebruiker(**kolommen(invoer))
    sessie.add(gebruiker)
    sessie.flush()
    if gebruiker.functionaris:
        meld_functionaris(sessie, gebruiker)
    schrijf(sessie, vrager, Soort.GEBRUIKER_GEMAAKT, gebruiker)
    return gebruiker, nodig_uit(sessie, gebruiker)


def wijzig_account(
    sessie: Session, vrager: Vrager, gebruiker: Gebruiker, invoer: AccountInvoer, *, gezien: str | None
) -> None:
    """Change name, e-mail or the roles apart from a tafel.

    Raises Botsing when it is no longer as the asker saw it, Geweigerd as the rules say.
    """
    eis(vrager, Recht.BEHEER)
    eis_zoals_gezien(sessie, gebruiker, invoer, gezien)
    _eis_email_vrij(sessie, invoer.email, gebruiker)
    rollen = (invoer.beheerder, invoer.functionaris)
    oordeel = mag_rollen_krijgen(
        accountfeiten(sessie, vrager, gebruiker, vasthouden=True),
        wijzigt=rollen != (gebruiker.beheerder, gebruiker.functionaris),
        wordt_beheerder=invoer.beheerder,
        wordt_functionaris=invoer.functionaris,
    )
    if not oordeel:
        raise Geweigerd(oordeel)
    velden, was = gewijzigd(gebruiker, invoer), (gebruiker.email, gebruiker.functionaris)
    if velden:
        zet(gebruiker, invoer, velden)
        _vertel(sessie, gebruiker, *was)
        schrijf(sessie, vrager, Soort.GEBRUIKER_GEWIJZIGD, gebruiker, velden=velden)


def _vertel(sessie: Session, gebruiker: Gebruiker, email: str, functionaris: bool) -> None:
    """Tell of a new address, at the old one too, and of a new functionaris."""
    if gebruiker.email != email:
        wat = "Het e-mailadres waarmee u inlogt, is door de beheerder gewijzigd."
        meld_eigenaar(sessie, [email, gebruiker.email], wat)
    if gebruiker.functionaris and not functionaris:
        meld_functionaris(sessie, gebruiker)


def vraag_beheerder(sessie: Session, vrager: Vrager, gebruiker: Gebruiker, reden: str) -> None:
    """Ask a second person to let an account become beheerder. Raises Geweigerd as the rules say."""
    eis(vrager, Recht.BEHEER)
    _eis_mag_beheerder(sessie, vrager, gebruiker)
    vraag_goedkeuring(
        sessie, vrager, Vraag(GoedkeuringSoort.BEHEERDER_GEVEN, gebruiker.id, gebruiker.naam, reden)
    )


@bij_goedkeuring(GoedkeuringSoort.BEHEERDER_GEVEN)
def maak_beheerder(sessie: Session, vrager: Vrager, goedkeuring: Goedkeuring) -> None:
    """Make the account beheerder, now that a second person approved. Raises Geweigerd as the rules say."""
    eis(vrager, Recht.GOEDKEURING_BESLISSEN, goedkeuring)
    gebruiker = sessie.get_one(Gebruiker, goedkeuring.doel_id)
    _eis_mag_beheerder(sessie, vrager, gebruiker)
    gebruiker.beheerder = True
    schrijf(sessie, vrager, Soort.BEHEERDER_GEMAAKT, gebruiker)


def _eis_mag_beheerder(sessie: Session, vrager: Vrager, gebruiker: Gebruiker) -> None:
    oordeel = mag_beheerder_worden(accountfeiten(sessie, vrager, gebruiker), in_gebruik=gebruiker.active)
    if not oordeel:
        raise Geweigerd(oordeel)


def _eis_email_vrij(sessie: Session, email: str, behalve: Gebruiker | None) -> None:
    gelijk = sessie.scalars(select(Gebruiker).where(func.lower(Gebruiker.email) == email.lower())).first()
    if gelijk is not None and gelijk is not behalve:
        raise Geweigerd(nee("Er is al een account met dit e-mailadres. Zoek dat account op.", "email"))


def accountfeiten(
    sessie: Session, vrager: Vrager, gebruiker: Gebruiker, *, vasthouden: bool = False
) -> Accountfeiten:
    """Return what the rules must know.

    `vasthouden` keeps the rows of the beheerders until the end of the transaction, so that two
    beheerders who end each other's account at the same moment cannot both succeed.
    """
    beheerders = select(Gebruiker.id).where(Gebruiker.beheerder.is_(True), Gebruiker.active.is_(True))
    if vasthouden:
        beheerders = beheerders.order_by(Gebruiker.id).with_for_update()
    return Accountfeiten(
        is_zelf=gebruiker.id == vrager.id,
        beheerder=gebruiker.beheerder,
        andere_beheerders=len(set(sessie.scalars(beheerders)) - {gebruiker.id}),
        open_plichten=open_plichten(sessie, gebruiker),
        functionaris=gebruiker.functionaris,
        plaatsen=_plaatsen(sessie, gebruiker),
    )


def _plaatsen(sessie: Session, gebruiker: Gebruiker) -> int:
    loopt = or_(Lidmaatschap.tot.is_(None), Lidmaatschap.tot >= vandaag())
    vraag = select(func.count()).where(Lidmaatschap.gebruiker_id == gebruiker.id, loopt)
    return sessie.scalar(vraag) or 0


def herstel_wachtwoord(sessie: Session, vrager: Vrager, gebruiker: Gebruiker) -> str:
    """Let the owner of an account choose a password anew; the old one counts no more and its sessions end.

    Returns what `nodig_uit` gives.
    """
    eis(vrager, Recht.BEHEER)
    if gebruiker.id == vrager.id:
        raise Geweigerd(nee("Uw eigen wachtwoord wijzigt u met ‘Wachtwoord wijzigen’, boven aan de pagina."))
    if not gebruiker.active:
        raise Geweigerd(nee("Dit account staat uit. Zet het eerst weer aan."))
    schrijf(sessie, vrager, Soort.WACHTWOORD_HERSTELD, gebruiker)
    return nodig_uit(sessie, gebruiker)


def beeindig_sessies_van(sessie: Session, vrager: Vrager, gebruiker: Gebruiker) -> None:
    """Sign someone out everywhere, at once; the account itself stays as it is. Source: ASVS 7.4.5."""
    eis(vrager, Recht.BEHEER)
    aantal = beeindig_sessies(gebruiker)
    schrijf(sessie, vrager, Soort.SESSIES_BEEINDIGD, gebruiker, aantal=aantal)


def wis_tweede_stap(sessie: Session, vrager: Vrager, gebruiker: Gebruiker) -> None:
    """Let someone who lost app and recovery codes set them up anew at the next sign-in; sessions end.

    Raises Geweigerd for the own account: who is signed in does it without beheer.
    """
    eis(vrager, Recht.BEHEER)
    if gebruiker.id == vrager.id:
        raise Geweigerd(nee("Uw eigen app koppelt u opnieuw met ‘Wachtwoord wijzigen’, boven aan de pagina."))
    wis_tweede_factor(gebruiker)
    beeindig_sessies(gebruiker)
    haal_kalenderlink_weg(sessie, gebruiker)
    wat = "De beheerder heeft de tweede stap van uw account gewist. U stelt die opnieuw in als u inlogt."
    meld_eigenaar(sessie, [gebruiker.email], wat)
    schrijf(sessie, vrager, Soort.TWEEDE_FACTOR_GEWIST, gebruiker)


def zet_account_uit(sessie: Session, vrager: Vrager, gebruiker: Gebruiker) -> None:
    """End an account: its sessions end at once, its places at tafels too. Raises Geweigerd."""
    eis(vrager, Recht.BEHEER)
    oordeel = mag_uit(accountfeiten(sessie, vrager, gebruiker, vasthouden=True))
    if not oordeel:
        raise Geweigerd(oordeel)
    gebruiker.active = False
    gebruiker.beheerder = gebruiker.functionaris = False
    beeindig_sessies(gebruiker)
    trek_in(sessie, gebruiker)
    haal_kalenderlink_weg(sessie, gebruiker)
    lopend = select(Lidmaatschap).where(Lidmaatschap.gebruiker_id == gebruiker.id)
    for lid in sessie.scalars(lopend).all():
        if lid.tot is None or lid.tot > vandaag() - EEN_DAG:
            beeindig_plaats(sessie, vrager, lid)
    doe_vervolg(sessie, gebruiker)
    schrijf(sessie, vrager, Soort.GEBRUIKER_UITGEZET, gebruiker)


def zet_account_aan(sessie: Session, vrager: Vrager, gebruiker: Gebruiker) -> str:
    """Take an account into use again, without its former places; return what `nodig_uit` gives."""
    eis(vrager, Recht.BEHEER)
    gebruiker.active = True
    schrijf(sessie, vrager, Soort.GEBRUIKER_AANGEZET, gebruiker)
    return nodig_uit(sessie, gebruiker)
