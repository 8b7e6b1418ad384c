"""Units of an organisatie: what is closed to the whole is closed to each of them (besluiten/017)."""

import uuid
from collections.abc import Iterable

from sqlalchemy import exists, select
from sqlalchemy.orm import Session, joinedload, selectinload

from models import Belang, Belanguitzondering, Gebruiker, Organisatie
from overleg.basis.fouten import Geweigerd
from overleg.beheer.regels.eenheden import Eenheidfeiten, mag_horen_bij
from overleg.logboek.schrijven import schrijf, vingerafdruk
from overleg.logboek.soorten import Soort
from overleg.toegang.leiding import blijft_leiding
from overleg.toegang.vrager import Vrager


def eis_hoort_bij(sessie: Session, organisatie: Organisatie | None, ouder_id: uuid.UUID | None) -> None:
    """Raise Geweigerd when this organisatie (None: a new one) cannot be a unit of that one.

    Holds both until the transaction ends: two at the same time would make a circle.
    """
    zelf = organisatie.id if organisatie else None
    houd_vast(sessie, [sleutel for sleutel in (zelf, ouder_id) if sleutel])
    _eis(_feiten(sessie, zelf, ouder_id) if ouder_id else Eenheidfeiten())


def verplaats(sessie: Session, vrager: Vrager, organisatie: Organisatie, ouder_id: uuid.UUID | None) -> None:
    """Let an organisatie be a unit of that one, or of none; the caller checked the rule and the right.

    Nobody comes from behind a wall by it: what was closed to the whole it leaves, stays closed to it. Raises
    Geweigerd when a casus that is closed to the new whole would have no voorzitter left.
    """
    oude = organisatie.hoort_bij_id
    if oude == ouder_id:
        return
    if oude is not None:
        _neem_muren_mee(sessie, vrager, organisatie, oude)
    organisatie.hoort_bij_id = ouder_id
    sessie.flush()
    if ouder_id is not None:
        gesloten = _open_belangen(sessie, ouder_id)
        _eis(Eenheidfeiten(blijft_leiding=all(blijft_leiding(sessie, b.casus) for b in gesloten)))


def houd_vast(sessie: Session, sleutels: Iterable[uuid.UUID]) -> None:
    """Hold these organisaties until the transaction ends, always in the same order."""
    vraag = select(Organisatie.id).where(Organisatie.id.in_(list(sleutels))).order_by(Organisatie.id)
    sessie.execute(vraag.with_for_update()).all()


def _eis(feiten: Eenheidfeiten) -> None:
    oordeel = mag_horen_bij(feiten)
    if not oordeel:
        raise Geweigerd(oordeel)


def _feiten(sessie: Session, zelf: uuid.UUID | None, ouder_id: uuid.UUID) -> Eenheidfeiten:
    ouder = sessie.get(Organisatie, ouder_id, populate_existing=True)
    eenheden = exists().where(Organisatie.hoort_bij_id == zelf)
    return Eenheidfeiten(
        is_zelf=ouder_id == zelf,
        ouder_hoort_ergens_bij=ouder is not None and ouder.hoort_bij_id is not None,
        heeft_eenheden=zelf is not None and bool(sessie.scalar(select(eenheden))),
    )


def _open_belangen(sessie: Session, organisatie_id: uuid.UUID) -> list[Belang]:
    vraag = select(Belang).where(Belang.organisatie_id == organisatie_id, Belang.opgeheven_op.is_(None))
    met = (joinedload(Belang.casus), selectinload(Belang.uitzonderingen))
    return list(sessie.scalars(vraag.options(*met).order_by(Belang.id)))


def _neem_muren_mee(sessie: Session, vrager: Vrager, organisatie: Organisatie, oude: uuid.UUID) -> None:
    eigen = {belang.casus_id for belang in _open_belangen(sessie, organisatie.id)}
    mensen = select(Gebruiker.id).where(Gebruiker.organisatie_id == organisatie.id)
    van_hier = set(sessie.scalars(mensen))
    for belang in _open_belangen(sessie, oude):
        if belang.casus_id in eigen:
            continue
        genoemden = sorted(
            {rij.gebruiker_id for rij in belang.uitzonderingen} & van_hier, key=lambda wie: wie.hex
        )
        nieuw = Belang(
            casus=belang.casus,
            organisatie_id=organisatie.id,
            reden=belang.reden,
            vastgelegd_door_id=belang.vastgelegd_door_id,
            vastgelegd_op=belang.vastgelegd_op,
            uitzonderingen=[Belanguitzondering(gebruiker_id=wie) for wie in genoemden],
        )
        sessie.add(nieuw)
        sessie.flush()
        schrijf(
            sessie,
            vrager,
            Soort.BELANG_VASTGELEGD,
            nieuw,
            wie="organisatie",
            doel=str(organisatie.id),
            genoemd=[str(wie) for wie in genoemden],
            reden_hash=vingerafdruk(belang.reden),
        )
