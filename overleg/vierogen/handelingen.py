"""Asking a second person, and answering: what is asked happens in the transaction of the answer."""

import uuid
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Casus, Gebeurtenis, Goedkeuring
from models.waarden import CasusStatus
from models.waarden_vierogen import GoedkeuringSoort, GoedkeuringStatus
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import nu
from overleg.basis.oordeel import nee
from overleg.logboek.schrijven import schrijf, vingerafdruk
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager
from overleg.vierogen.regels import (
    GELDIG,
    VERS,
    Stand,
    antwoord_is_goed,
    is_los,
    is_verlopen,
    mag_antwoorden,
)
from overleg.vierogen.uitvoeren import UITVOERING

LANGSTE_ONDERWERP = 300
TOEGANG_GEGEVEN = (
    Soort.GEBRUIKER_GEMAAKT,
    Soort.GEBRUIKER_GEWIJZIGD,
    Soort.GEBRUIKER_AANGEZET,
    Soort.WACHTWOORD_HERSTELD,
    Soort.TWEEDE_FACTOR_GEWIST,
)
"""With each of these a beheerder can get into the account of another."""


@dataclass(frozen=True)
class Vraag:
    """What a second person must look at; `onderwerp` in words without anything about people of a casus."""

    soort: GoedkeuringSoort
    doel_id: uuid.UUID
    onderwerp: str
    reden: str
    casus: Casus | None = None


def vraag_goedkeuring(sessie: Session, vrager: Vrager, vraag: Vraag) -> Goedkeuring:
    """Ask a second person. The caller checked the recht to ask for this.

    Raises Geweigerd without a reason, or while the same question waits already.
    """
    if vraag.soort not in UITVOERING:
        raise LookupError(f"{vraag.soort}: nobody said with bij_goedkeuring what to do")
    if not vraag.reden.strip():
        raise Geweigerd(nee("Schrijf op waarom dit nodig is.", "reden"))
    _maak_plaats(sessie, vraag)
    moment = nu()
    goedkeuring = Goedkeuring(
        soort=vraag.soort,
        doel_id=vraag.doel_id,
        casus_id=vraag.casus.id if vraag.casus else None,
        onderwerp=vraag.onderwerp[:LANGSTE_ONDERWERP],
        reden=vraag.reden,
        gevraagd_door_id=vrager.id,
        gevraagd_op=moment,
        verloopt_op=moment + GELDIG,
    )
    sessie.add(goedkeuring)
    sessie.flush()
    _noteer(sessie, vrager, Soort.GOEDKEURING_GEVRAAGD, goedkeuring, vraag.reden)
    return goedkeuring


def _maak_plaats(sessie: Session, vraag: Vraag) -> None:
    """Close an earlier question that nobody answered in time; refuse while one still waits."""
    eerder = sessie.scalars(
        select(Goedkeuring).where(
            Goedkeuring.soort == vraag.soort,
            Goedkeuring.doel_id == vraag.doel_id,
            Goedkeuring.status == GoedkeuringStatus.WACHT,
        )
    ).one_or_none()
    if eerder is None:
        return
    if not is_verlopen(_stand(eerder), nu()):
        raise Geweigerd(nee("Dit is al gevraagd en wacht nog op een tweede persoon.", "reden"))
    eerder.status, eerder.beslist_op = GoedkeuringStatus.VERLOPEN, nu()
    sessie.flush()


def beantwoord(
    sessie: Session, vrager: Vrager, goedkeuring: Goedkeuring, *, goed: bool, antwoord: str
) -> None:
    """Approve, and do at once what was asked; or refuse, with a reason. Raises Geweigerd as the rules say.

    Who asked, and whom it is about, may not answer: `vroeg_niet_zelf` in the table, a CHECK in the database.
    """
    eis(vrager, Recht.GOEDKEURING_BESLISSEN, goedkeuring)
    _eis_open(sessie, goedkeuring)
    _eis_los(sessie, vrager, goedkeuring)
    oordeel = antwoord_is_goed(goed=goed, antwoord=antwoord)
    if not oordeel:
        raise Geweigerd(oordeel)
    goedkeuring.status = GoedkeuringStatus.GOEDGEKEURD if goed else GoedkeuringStatus.GEWEIGERD
    goedkeuring.beslist_door_id, goedkeuring.beslist_op = vrager.id, nu()
    goedkeuring.antwoord = antwoord
    soort = Soort.GOEDKEURING_GEGEVEN if goed else Soort.GOEDKEURING_GEWEIGERD
    _noteer(sessie, vrager, soort, goedkeuring, antwoord)
    sessie.flush()
    if goed:
        UITVOERING[goedkeuring.soort](sessie, vrager, goedkeuring)


def trek_in(sessie: Session, vrager: Vrager, goedkeuring: Goedkeuring) -> None:
    """Take back what one asked oneself. Raises Geweigerd when it was answered."""
    eis(vrager, Recht.GOEDKEURING_INTREKKEN, goedkeuring)
    _eis_open(sessie, goedkeuring)
    goedkeuring.status = GoedkeuringStatus.INGETROKKEN
    goedkeuring.beslist_door_id, goedkeuring.beslist_op = vrager.id, nu()
    _noteer(sessie, vrager, Soort.GOEDKEURING_INGETROKKEN, goedkeuring, "")


def _eis_open(sessie: Session, goedkeuring: Goedkeuring) -> None:
    """Hold the row: of two answers at one moment one counts. Raise Geweigerd when it is closed."""
    sessie.refresh(goedkeuring, with_for_update={"of": Goedkeuring})
    oordeel = mag_antwoorden(_stand(goedkeuring), nu())
    if not oordeel:
        raise Geweigerd(oordeel)


def _eis_los(sessie: Session, vrager: Vrager, goedkeuring: Goedkeuring) -> None:
    """Raise Geweigerd for an account that the one who asked made, or got into, a short while ago.

    As long as no casus was ever handed in there is nothing to protect yet: an installation must get its
    second beheerder somehow.
    """
    vers = select(Gebeurtenis.id).where(
        Gebeurtenis.gebruiker_id == goedkeuring.gevraagd_door_id,
        Gebeurtenis.object_id == vrager.id,
        Gebeurtenis.soort.in_([soort.value for soort in TOEGANG_GEGEVEN]),
        Gebeurtenis.tijd > nu() - VERS,
    )
    casus = select(Casus.id).where(Casus.status != CasusStatus.CONCEPT)
    oordeel = is_los(
        vers=sessie.scalars(vers.limit(1)).first() is not None,
        begonnen=sessie.scalars(casus.limit(1)).first() is not None,
    )
    if not oordeel:
        raise Geweigerd(oordeel)


def _stand(goedkeuring: Goedkeuring) -> Stand:
    return Stand(goedkeuring.status, goedkeuring.verloopt_op)


def _noteer(sessie: Session, vrager: Vrager, soort: Soort, goedkeuring: Goedkeuring, reden: str) -> None:
    schrijf(
        sessie,
        vrager,
        soort,
        goedkeuring,
        wat=goedkeuring.soort.value,
        doel=str(goedkeuring.doel_id),
        reden_hash=vingerafdruk(reden) if reden else "",
    )
