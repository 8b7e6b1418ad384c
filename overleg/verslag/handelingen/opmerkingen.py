"""What people do with the draft: asking for comments, making one, taking it back, handling it."""

import uuid
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Deelname, Gebruiker, Overleg, Verslagopmerking
from models.waarden_post import Berichtsoort
from models.waarden_verslag import Afhandeling
from overleg.basis.fouten import Botsing, Geweigerd
from overleg.basis.klok import nu
from overleg.basis.post import leg_klaar
from overleg.basis.weergave import datum
from overleg.logboek.schrijven import schrijf, vingerafdruk
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.voorwaarden import AANWEZIG_GEWEEST
from overleg.toegang.vrager import Vrager
from overleg.verslag.opvragen import ronde_van, te_bespreken
from overleg.verslag.regels_opmerkingen import mag_afgehandeld, mag_gevraagd, mag_ingetrokken, mag_opgemerkt

GEVRAAGD = (
    "Het concept van het verslag van het overleg van {dag} ligt klaar. U was erbij. Klopt er iets niet? "
    "Dan kunt u tot en met {tot} reageren.\n"
    "Log in op het Actie-overleg: bij Vandaag staat een link naar het concept.\n"
)
BEHANDELD = (
    "De voorzitter heeft uw opmerking bij het verslag van {dag} behandeld: {uitkomst}.\n"
    "Log in op het Actie-overleg: bij Vandaag staat een link naar het antwoord.\n"
)


@dataclass(frozen=True)
class Opmerkinginvoer:
    """What somebody says, and about which casus; None: about the meeting as a whole."""

    casus_id: uuid.UUID | None
    tekst: str


@dataclass(frozen=True)
class Behandeling:
    """What became of a comment, why, and the version of the comment that was read."""

    uitkomst: Afhandeling
    antwoord: str
    versie: int


def vraag_opmerkingen(sessie: Session, vrager: Vrager, overleg: Overleg, tot: date) -> None:
    """Open the draft of `overleg` for comment until `tot`, and tell those who were there.

    Again, with another day, for a round that goes on or is over. Raises Geweigerd as the rules say. Source:
    domein.md §11, "those who were there can object to the draft record before it is adopted".
    """
    eis(vrager, Recht.OPMERKINGEN_VRAGEN, overleg)
    sessie.refresh(overleg, with_for_update={"of": Overleg})
    oordeel = mag_gevraagd(ronde_van(overleg), tot)
    if not oordeel:
        raise Geweigerd(oordeel)
    overleg.opmerkingen_tot = tot
    schrijf(sessie, vrager, Soort.OPMERKINGEN_GEVRAAGD, overleg, tot=datum(tot))
    tekst = GEVRAAGD.format(dag=datum(overleg.datum), tot=datum(tot))
    onderwerp = f"{overleg.tafel.naam}: het concept van een verslag ligt klaar"
    for adres in _wie_er_waren(sessie, vrager, overleg):
        leg_klaar(sessie, Berichtsoort.WERK, adres, onderwerp, tekst)


def _wie_er_waren(sessie: Session, vrager: Vrager, overleg: Overleg) -> list[str]:
    """Return the mail addresses of who was there, but for the one who asks, sorted."""
    vraag = (
        select(Gebruiker.email)
        .join(Deelname, Deelname.gebruiker_id == Gebruiker.id)
        .where(
            Deelname.overleg_id == overleg.id,
            Deelname.aanwezigheid.in_(AANWEZIG_GEWEEST),
            Gebruiker.active.is_(True),
            Gebruiker.id != vrager.id,
        )
    )
    return list(sessie.scalars(vraag.order_by(Gebruiker.email)))


def maak_opmerking(
    sessie: Session, vrager: Vrager, overleg: Overleg, invoer: Opmerkinginvoer
) -> Verslagopmerking:
    """Add a comment on the draft. Raises Geweigerd when the round is over or that part is not the asker's.

    Under the lock of adopting: a comment is there before it, or refused.
    """
    sessie.refresh(overleg, with_for_update={"of": Overleg})
    eis(vrager, Recht.OPMERKING_MAKEN, overleg)
    te_lezen = invoer.casus_id is None or invoer.casus_id in te_bespreken(sessie, vrager, overleg)
    oordeel = mag_opgemerkt(ronde_van(overleg), te_lezen=te_lezen)
    if not oordeel:
        raise Geweigerd(oordeel)
    opmerking = Verslagopmerking(
        overleg_id=overleg.id,
        casus_id=invoer.casus_id,
        tekst=invoer.tekst,
        door_id=vrager.id,
        organisatie_id=vrager.organisatie_id,
        op=nu(),
    )
    sessie.add(opmerking)
    sessie.flush()
    schrijf(sessie, vrager, Soort.OPMERKING_GEMAAKT, opmerking, tekst_hash=vingerafdruk(invoer.tekst))
    return opmerking


def trek_opmerking_in(sessie: Session, vrager: Vrager, opmerking: Verslagopmerking) -> None:
    """Take an own comment back: its text goes, the logboek keeps that it was there. Raises Geweigerd."""
    eis(vrager, Recht.OPMERKING_INTREKKEN, opmerking)
    sessie.refresh(opmerking.overleg, with_for_update={"of": Overleg})
    sessie.refresh(opmerking, with_for_update={"of": Verslagopmerking})
    oordeel = mag_ingetrokken(ronde_van(opmerking.overleg), opmerking.afhandeling)
    if not oordeel:
        raise Geweigerd(oordeel)
    hash_ = vingerafdruk(opmerking.tekst)
    schrijf(sessie, vrager, Soort.OPMERKING_INGETROKKEN, opmerking, tekst_hash=hash_)
    sessie.delete(opmerking)


def handel_opmerking_af(
    sessie: Session, vrager: Vrager, opmerking: Verslagopmerking, invoer: Behandeling
) -> None:
    """Put on record whether a comment was taken over, with the answer that its writer reads.

    It changes nothing in the record: the text is mended in the bespreking itself. Raises Geweigerd, or
    Botsing when somebody handled it meanwhile.
    """
    eis(vrager, Recht.OPMERKING_AFHANDELEN, opmerking)
    sessie.refresh(opmerking.overleg, with_for_update={"of": Overleg})
    sessie.refresh(opmerking, with_for_update={"of": Verslagopmerking})
    if opmerking.versie != invoer.versie:
        raise Botsing("Iemand anders heeft deze opmerking intussen behandeld. Kijk wat er nu staat.")
    uitkomst, antwoord = invoer.uitkomst, invoer.antwoord
    oordeel = mag_afgehandeld(opmerking.overleg.status, uitkomst, antwoord)
    if not oordeel:
        raise Geweigerd(oordeel)
    opmerking.afhandeling, opmerking.antwoord = uitkomst, antwoord
    opmerking.afgehandeld_door_id, opmerking.afgehandeld_op = vrager.id, nu()
    schrijf(
        sessie,
        vrager,
        Soort.OPMERKING_AFGEHANDELD,
        opmerking,
        besluit=uitkomst.tekst.lower(),
        antwoord_hash=vingerafdruk(antwoord),
    )
    _vertel_schrijver(sessie, vrager, opmerking)


def _vertel_schrijver(sessie: Session, vrager: Vrager, opmerking: Verslagopmerking) -> None:
    """Mail the writer the outcome in a word; the answer is to be read here."""
    if opmerking.door_id == vrager.id or not opmerking.door.active:
        return
    dag = datum(opmerking.overleg.datum)
    tekst = BEHANDELD.format(dag=dag, uitkomst=opmerking.afhandeling.tekst.lower())
    onderwerp = f"{opmerking.overleg.tafel.naam}: uw opmerking bij een verslag is behandeld"
    leg_klaar(sessie, Berichtsoort.WERK, opmerking.door.email, onderwerp, tekst)
