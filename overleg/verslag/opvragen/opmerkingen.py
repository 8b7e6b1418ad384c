"""Comments on a draft record: what one asker sees of them, and on what that asker may comment."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.orm import Session, joinedload

from models import AfwezigBij, Agendapunt, Bespreking, Deelname, Overleg, Verslagopmerking
from models.waarden import BesprekingStatus, OverlegStatus, Rol
from models.waarden_verslag import Afhandeling
from overleg.basis.klok import hier, nu, vandaag
from overleg.bespreking.opvragen.gast import in_woorden
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import mag
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import ZICHT, zichtbaar
from overleg.toegang.zicht_verslag import open_voor_opmerkingen
from overleg.verslag.gastdeel import Gastdeel
from overleg.verslag.inhoud import Besluitregel
from overleg.verslag.lezer import voor_gast, voor_lezer
from overleg.verslag.opvragen.lezen import lezer_van
from overleg.verslag.regels_opmerkingen import Opmerkingfeit, Reactieronde
from overleg.verslag.samenstellen import stel_samen

HEEL_OVERLEG = "het overleg als geheel"
MEESTE_REGELS = 5
ANTWOORD_OP_VANDAAG = timedelta(days=14)
"""So long the first page leads to an answer; the comment itself stays readable for its writer."""


@dataclass(frozen=True)
class Opmerkingenblad:
    """What the page of the record shows of the comments."""

    ronde: Reactieronde
    dagen: int
    """Days between the meeting and its record being adopted, or today."""
    groepen: Sequence[tuple[str, Sequence[Verslagopmerking]]]
    """What they are about, and the comments on it, the first one first."""
    weg: frozenset[uuid.UUID]
    """The casussen for which the asker was out of the room: on those no comment."""


def ronde_van(overleg: Overleg) -> Reactieronde:
    """Return where this meeting stands with its comments today."""
    return Reactieronde(overleg.status, overleg.opmerkingen_tot, vandaag())


def voorstel_tot(overleg: Overleg) -> date:
    """Return the last day to propose: what was set and is not over, or the days of the tafel."""
    dag = vandaag()
    if overleg.opmerkingen_tot and overleg.opmerkingen_tot >= dag:
        return overleg.opmerkingen_tot
    return dag + timedelta(days=overleg.tafel.opmerkingen_dagen)


def onderwerp_van(opmerking: Verslagopmerking) -> str:
    """Return in words what a comment is about; no text about people."""
    return f"casus {opmerking.casus.kenmerk}" if opmerking.casus else HEEL_OVERLEG


def opmerkingenblad(sessie: Session, vrager: Vrager, overleg: Overleg) -> Opmerkingenblad:
    """Return the comments on this record that the asker sees, by what they are about."""
    groepen: dict[str, list[Verslagopmerking]] = {}
    for rij in _opmerkingen(sessie, vrager, overleg):
        groepen.setdefault(onderwerp_van(rij), []).append(rij)
    op_volgorde = sorted(groepen.items(), key=lambda groep: (groep[0] != HEEL_OVERLEG, groep[0]))
    einde = hier(overleg.vastgesteld_op).date() if overleg.vastgesteld_op else vandaag()
    weg = _niet_bij(sessie, vrager, overleg)
    return Opmerkingenblad(ronde_van(overleg), (einde - overleg.datum).days, op_volgorde, weg)


def _opmerkingen(sessie: Session, vrager: Vrager, overleg: Overleg) -> Sequence[Verslagopmerking]:
    return sessie.scalars(
        zichtbaar(vrager, Verslagopmerking)
        .where(Verslagopmerking.overleg_id == overleg.id)
        .options(
            joinedload(Verslagopmerking.casus),
            joinedload(Verslagopmerking.door),
            joinedload(Verslagopmerking.organisatie),
            joinedload(Verslagopmerking.afgehandeld_door),
        )
        .order_by(Verslagopmerking.op, Verslagopmerking.id)
    ).all()


def gastdelen(sessie: Session, vrager: Vrager, overleg: Overleg) -> tuple[Gastdeel, ...]:
    """Return the items of the draft at which the asker was a guest, as a guest may read them."""
    punten = _gastpunten(sessie, vrager, overleg)
    if not punten:
        return ()
    geheel = stel_samen(sessie, overleg)
    delen = voor_gast(geheel, lezer_van(sessie, vrager, overleg, geheel), punten)
    return tuple(_met_besluiten(sessie, overleg, deel) for deel in delen)


def _gastpunten(sessie: Session, vrager: Vrager, overleg: Overleg) -> frozenset[uuid.UUID]:
    """Return the casussen at which the asker was a guest, and in the room; none that was not discussed."""
    punten = [plek.punt_id for plek in vrager.gastplekken if plek.overleg_id == overleg.id]
    if not punten:
        return frozenset()
    besproken = select(Bespreking.casus_id).where(
        Bespreking.punt_id.in_(punten), Bespreking.status != BesprekingStatus.OPEN
    )
    eigen = frozenset(sessie.scalars(besproken))
    return eigen - vrager.teruggetrokken - _niet_bij(sessie, vrager, overleg)


def _met_besluiten(sessie: Session, overleg: Overleg, deel: Gastdeel) -> Gastdeel:
    """Add what was decided in the words that a guest read in the meeting."""
    vraag = select(Bespreking).where(Bespreking.overleg_id == overleg.id, Bespreking.casus_id == deel.id)
    genomen = in_woorden(sessie, sessie.scalars(vraag).one_or_none())
    regels = (Besluitregel(nr, b.vraag.tekst, tuple(b.zinnen), "") for nr, b in enumerate(genomen, start=1))
    return replace(deel, besluiten=tuple(regels))


def te_bespreken(sessie: Session, vrager: Vrager, overleg: Overleg) -> dict[uuid.UUID, str]:
    """Return the casussen on which the asker may comment, with their kenmerk.

    Those that the asker reads in the draft, by the one rule of `lezer.py`, less the items for which the
    asker was out of the room.
    """
    geheel = stel_samen(sessie, overleg)
    lezer = lezer_van(sessie, vrager, overleg, geheel)
    delen = voor_gast(geheel, lezer, _gastpunten(sessie, vrager, overleg))
    casussen = {deel.id: deel.kenmerk for deel in delen}
    if mag(vrager, Recht.VERSLAG_ZIEN, overleg):
        hele = voor_lezer(geheel, lezer).casussen
        casussen |= {deel.id: deel.kenmerk for deel in hele if not deel.vernietigd}
    weg = _niet_bij(sessie, vrager, overleg)
    return {sleutel: kenmerk for sleutel, kenmerk in casussen.items() if sleutel not in weg}


def _niet_bij(sessie: Session, vrager: Vrager, overleg: Overleg) -> frozenset[uuid.UUID]:
    """Return the casussen for which the asker had left the room."""
    vraag = (
        select(Agendapunt.casus_id)
        .join(AfwezigBij, AfwezigBij.punt_id == Agendapunt.id)
        .join(Deelname, Deelname.id == AfwezigBij.deelname_id)
        .where(Deelname.overleg_id == overleg.id, Deelname.gebruiker_id == vrager.id)
    )
    return frozenset(sleutel for sleutel in sessie.scalars(vraag) if sleutel)


def nog_open(sessie: Session, vrager: Vrager, overleg: Overleg) -> tuple[Opmerkingfeit, ...]:
    """Return the comments that nobody handled; of a casus closed to the asker only that there is one.

    Not limited by sight: adopting waits for every comment, whoever adopts.
    """
    rijen = sessie.scalars(
        select(Verslagopmerking)
        .where(Verslagopmerking.overleg_id == overleg.id, Verslagopmerking.afhandeling == Afhandeling.OPEN)
        .options(joinedload(Verslagopmerking.casus))
        .order_by(Verslagopmerking.op, Verslagopmerking.id)
    )
    return tuple(_feit(rij, vrager) for rij in rijen)


def _feit(rij: Verslagopmerking, vrager: Vrager) -> Opmerkingfeit:
    if rij.casus_id in vrager.teruggetrokken:
        return Opmerkingfeit("", "", gesloten=True)
    return Opmerkingfeit(f"opmerking:{rij.id}", onderwerp_van(rij))


def niet_doorgevoerd(sessie: Session, vrager: Vrager, overleg: Overleg) -> tuple[str, ...]:
    """Return what comments are about that were taken over, while that bespreking was not closed anew since.

    Changing a bespreking asks to open it again (besluiten/031). Only of casussen that are open to the asker.
    """
    daarna = exists().where(
        Bespreking.overleg_id == overleg.id,
        Bespreking.casus_id == Verslagopmerking.casus_id,
        Bespreking.afgerond_op > Verslagopmerking.op,
    )
    rijen = sessie.scalars(
        zichtbaar(vrager, Verslagopmerking)
        .where(
            Verslagopmerking.overleg_id == overleg.id,
            Verslagopmerking.casus_id.is_not(None),
            Verslagopmerking.afhandeling == Afhandeling.OVERGENOMEN,
            ~daarna,
        )
        .options(joinedload(Verslagopmerking.casus))
        .order_by(Verslagopmerking.op, Verslagopmerking.id)
    )
    return tuple(dict.fromkeys(onderwerp_van(rij) for rij in rijen))


def te_reageren(sessie: Session, vrager: Vrager, *waar: ColumnElement[bool]) -> Sequence[Overleg]:
    """Return the meetings on whose draft the asker can comment today, the first to end first.

    `waar` limits them further.
    """
    rijen = sessie.scalars(
        select(Overleg)
        .where(ZICHT[Overleg](vrager), open_voor_opmerkingen(vrager), *waar)
        .options(joinedload(Overleg.tafel))
        .order_by(Overleg.opmerkingen_tot, Overleg.id)
        .limit(MEESTE_REGELS)
    ).all()
    return [rij for rij in rijen if mag(vrager, Recht.VERSLAG_ZIEN, rij) or gastdelen(sessie, vrager, rij)]


def nog_niets_gezegd(sessie: Session, vrager: Vrager, vanaf: date, tot: date) -> Sequence[Overleg]:
    """Return the meetings whose round ends in these days, and on which the asker can comment but did not.

    Not for the voorzitter, who asks for the comments and handles them.
    """
    gezegd = exists().where(Verslagopmerking.overleg_id == Overleg.id, Verslagopmerking.door_id == vrager.id)
    leidt_zelf = Overleg.tafel_id.in_(vrager.tafels(Rol.VOORZITTER))
    eindigt = Overleg.opmerkingen_tot.between(vanaf, tot)
    return te_reageren(sessie, vrager, eindigt, ~gezegd, ~leidt_zelf)


def pas_beantwoord(sessie: Session, vrager: Vrager) -> Sequence[Verslagopmerking]:
    """Return the own comments that somebody else handled these last days, the newest first."""
    return sessie.scalars(
        zichtbaar(vrager, Verslagopmerking)
        .where(
            Verslagopmerking.door_id == vrager.id,
            Verslagopmerking.afgehandeld_op >= nu() - ANTWOORD_OP_VANDAAG,
            Verslagopmerking.afgehandeld_door_id != vrager.id,
        )
        .options(joinedload(Verslagopmerking.overleg))
        .order_by(Verslagopmerking.afgehandeld_op.desc(), Verslagopmerking.id)
        .limit(MEESTE_REGELS)
    ).all()


def te_behandelen(sessie: Session, vrager: Vrager) -> list[tuple[Overleg, int]]:
    """Return the meetings with comments that the asker has to handle as voorzitter, and how many."""
    rijen = sessie.execute(
        select(Overleg, func.count(Verslagopmerking.id))
        .join(Verslagopmerking, Verslagopmerking.overleg_id == Overleg.id)
        .where(
            Overleg.tafel_id.in_(vrager.tafels(Rol.VOORZITTER)),
            Overleg.status == OverlegStatus.AFGEROND,
            Verslagopmerking.afhandeling == Afhandeling.OPEN,
            ZICHT[Verslagopmerking](vrager),
        )
        .group_by(Overleg.id)
        .order_by(Overleg.datum, Overleg.id)
        .limit(MEESTE_REGELS)
    )
    return [(overleg, aantal) for overleg, aantal in rijen]
