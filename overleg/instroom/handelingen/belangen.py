"""A conflict of interest: closing a casus to a person or an organisatie; lifting takes two persons."""

import uuid
from dataclasses import dataclass

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from models import (
    AfwezigBij,
    Agendapunt,
    Belang,
    Belanguitzondering,
    Casus,
    Deelname,
    Gebruiker,
    Goedkeuring,
    Lidmaatschap,
    Organisatie,
    Overleg,
)
from models.waarden import OverlegStatus
from models.waarden_vierogen import GoedkeuringSoort
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import nu
from overleg.basis.oordeel import nee
from overleg.beheer.handelingen.eenheden import houd_vast
from overleg.instroom.handelingen.gang import vergrendel
from overleg.instroom.regels.belangen import Belangfeiten, mag_sluiten
from overleg.live.delen import ALLES
from overleg.live.melden import meld
from overleg.logboek.schrijven import schrijf, vingerafdruk
from overleg.logboek.soorten import Soort
from overleg.toegang.leiding import blijft_leiding
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager
from overleg.vierogen.handelingen import Vraag, vraag_goedkeuring
from overleg.vierogen.uitvoeren import bij_goedkeuring


@dataclass(frozen=True)
class BelangInvoer:
    """To whom the casus is closed: an organisatie or a person; why; who of it takes part all the same."""

    organisatie_id: uuid.UUID | None
    gebruiker_id: uuid.UUID | None
    reden: str
    genoemden: tuple[uuid.UUID, ...] = ()


def leg_belang_vast(sessie: Session, vrager: Vrager, casus: Casus, invoer: BelangInvoer) -> Belang:
    """Close the casus, from this moment. Raises Geweigerd as the rules say.

    Who records this about the own organisatie stays in: otherwise an aanmelding would lie where nobody looks.
    """
    eis(vrager, Recht.BELANG_VASTLEGGEN, casus)
    return _sluit(sessie, vrager, casus, invoer)


def meld_eigen_belang(sessie: Session, vrager: Vrager, casus: Casus, reden: str) -> None:
    """Close the casus to oneself, at once. Raises Geweigerd for the last voorzitter."""
    eis(vrager, Recht.BELANG_MELDEN, casus)
    _sluit(sessie, vrager, casus, BelangInvoer(None, vrager.id, reden))


def sluit_voor_wie_wegging(
    sessie: Session, vrager: Vrager, casus: Casus, gebruiker_id: uuid.UUID, reden: str
) -> None:
    """Keep a casus closed to someone who left the room for it; the caller checked who leads the item."""
    if not _open(sessie, casus, BelangInvoer(None, gebruiker_id, reden)):
        _bewaar(sessie, vrager, casus, BelangInvoer(None, gebruiker_id, reden))


def _sluit(sessie: Session, vrager: Vrager, casus: Casus, invoer: BelangInvoer) -> Belang:
    vergrendel(sessie, casus)
    if invoer.organisatie_id:
        houd_vast(sessie, [invoer.organisatie_id])
    eigen = vrager.organisatie_id in _met_eenheden(sessie, invoer.organisatie_id)
    if eigen and vrager.id not in invoer.genoemden:
        invoer = BelangInvoer(invoer.organisatie_id, None, invoer.reden, (*invoer.genoemden, vrager.id))
    vooraf = _feiten(sessie, casus, invoer)
    if not (oordeel := mag_sluiten(vooraf)):
        raise Geweigerd(oordeel)
    belang = _bewaar(sessie, vrager, casus, invoer)
    leiding = blijft_leiding(sessie, casus)
    if not (oordeel := mag_sluiten(Belangfeiten(False, True, True, leiding))):
        raise Geweigerd(oordeel)
    return belang


def _feiten(sessie: Session, casus: Casus, invoer: BelangInvoer) -> Belangfeiten:
    organisatie = sessie.get(Organisatie, invoer.organisatie_id) if invoer.organisatie_id else None
    leden = select(Lidmaatschap.gebruiker_id).where(Lidmaatschap.tafel_id == casus.tafel_id)
    lid = invoer.gebruiker_id in {*sessie.scalars(leden), casus.inbrenger_id}
    genoemd = sessie.scalars(select(Gebruiker.organisatie_id).where(Gebruiker.id.in_(invoer.genoemden)))
    return Belangfeiten(
        al_gesloten=bool(_open(sessie, casus, invoer)),
        bestaat=organisatie is not None or lid,
        genoemden_van_organisatie=set(genoemd) <= _met_eenheden(sessie, invoer.organisatie_id),
        blijft_leiding=True,
    )


def _met_eenheden(sessie: Session, organisatie_id: uuid.UUID | None) -> set[uuid.UUID]:
    """Return the organisatie and its units: closing the one closes them all."""
    if organisatie_id is None:
        return set()
    zelf, ouder = Organisatie.id == organisatie_id, Organisatie.hoort_bij_id == organisatie_id
    return set(sessie.scalars(select(Organisatie.id).where(or_(zelf, ouder))))


def _open(sessie: Session, casus: Casus, invoer: BelangInvoer) -> Belang | None:
    return sessie.scalars(
        select(Belang).where(
            Belang.casus_id == casus.id,
            Belang.opgeheven_op.is_(None),
            Belang.organisatie_id == invoer.organisatie_id
            if invoer.organisatie_id
            else Belang.gebruiker_id == invoer.gebruiker_id,
        )
    ).one_or_none()


def _bewaar(sessie: Session, vrager: Vrager, casus: Casus, invoer: BelangInvoer) -> Belang:
    belang = Belang(
        casus=casus,
        organisatie_id=invoer.organisatie_id,
        gebruiker_id=invoer.gebruiker_id,
        reden=invoer.reden,
        vastgelegd_door_id=vrager.id,
        vastgelegd_op=nu(),
        uitzonderingen=[Belanguitzondering(gebruiker_id=wie) for wie in invoer.genoemden],
    )
    sessie.add(belang)
    sessie.flush()
    schrijf(
        sessie,
        vrager,
        Soort.BELANG_VASTGELEGD,
        belang,
        wie=_wie(belang),
        doel=str(invoer.organisatie_id or invoer.gebruiker_id),
        genoemd=[str(wie) for wie in invoer.genoemden],
        reden_hash=vingerafdruk(invoer.reden),
    )
    _laat_opnieuw_kijken(sessie, casus)
    return belang


def _wie(belang: Belang) -> str:
    return "organisatie" if belang.organisatie_id else "persoon"


def _laat_opnieuw_kijken(sessie: Session, casus: Casus) -> None:
    """Let the open screens of a running meeting with this casus fetch themselves again; names no casus."""
    lopend = (
        select(Overleg.id)
        .join(Agendapunt, Agendapunt.overleg_id == Overleg.id)
        .where(Agendapunt.casus_id == casus.id, Overleg.status == OverlegStatus.LOPEND)
    )
    for overleg_id in sessie.scalars(lopend):
        meld(sessie, (ALLES,), overleg_id=overleg_id)


def vraag_opheffing(sessie: Session, vrager: Vrager, belang: Belang, reden: str) -> None:
    """Ask a second person to let them in again. Raises Geweigerd when it was lifted already, or was asked."""
    eis(vrager, Recht.BELANG_OPHEFFEN, belang)
    _eis_geldt(belang)
    onderwerp = f"{belang.casus.kenmerk or 'casus zonder kenmerk'}, voor {belang.voor}"
    vraag = Vraag(GoedkeuringSoort.BELANG_OPHEFFEN, belang.id, onderwerp, reden, belang.casus)
    vraag_goedkeuring(sessie, vrager, vraag)


@bij_goedkeuring(GoedkeuringSoort.BELANG_OPHEFFEN)
def hef_op(sessie: Session, vrager: Vrager, goedkeuring: Goedkeuring) -> None:
    """Open the casus to them again, now that a second person approved."""
    eis(vrager, Recht.GOEDKEURING_BESLISSEN, goedkeuring)
    belang = sessie.get_one(Belang, goedkeuring.doel_id)
    _eis_geldt(belang)
    belang.opgeheven_op = nu()
    if belang.gebruiker_id:
        _vergeet_wegging(sessie, belang)
    schrijf(
        sessie,
        vrager,
        Soort.BELANG_OPGEHEVEN,
        belang,
        wie=_wie(belang),
        doel=str(belang.organisatie_id or belang.gebruiker_id),
    )
    _laat_opnieuw_kijken(sessie, belang.casus)


def _vergeet_wegging(sessie: Session, belang: Belang) -> None:
    """That someone left the room stays on record; that it was for a conflict no longer shuts them out."""
    punten = select(Agendapunt.id).where(Agendapunt.casus_id == belang.casus_id)
    deelnames = select(Deelname.id).where(Deelname.gebruiker_id == belang.gebruiker_id)
    sessie.execute(
        update(AfwezigBij)
        .where(AfwezigBij.punt_id.in_(punten), AfwezigBij.deelname_id.in_(deelnames))
        .values(belangenconflict=False)
    )


def _eis_geldt(belang: Belang) -> None:
    if belang.opgeheven_op is not None:
        raise Geweigerd(nee("Dit belangenconflict is al opgeheven."))
