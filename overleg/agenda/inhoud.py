"""What an agenda holds for one reader: the page and the Word file are written from this, and nothing else.

What the reader may not see is not in it: no title, no number, no place in a count.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from models import Aanschuiver, Afspraak, Agendapunt, Casus, Overleg
from models.waarden import CasusStatus, OverlegStatus, OverlegVorm, Partnervorm, PuntSoort, Rol
from overleg.agenda.opvragen.deelnemers import eigen_slots, leiding_op
from overleg.agenda.regels.tijden import Tijdvak, sluiten_aan, tijden
from overleg.basis.afspraakstand import TE_DOEN
from overleg.toegang.voorwaarden import leidt_tafel, neemt_deel_aan_tafel
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import ZICHT, zichtbaar

EEN_DEEL = "U ziet de punten waar u bij bent. Daartussen kan het overleg andere punten bespreken."


@dataclass(frozen=True)
class Gastinhoud:
    """A guest at an item."""

    naam: str
    """The person, or empty when not known yet."""
    organisatie: str
    begin: time | None
    einde: time | None


@dataclass(frozen=True)
class Casusinhoud:
    """What the agenda says of a casus: no names of the people it is about."""

    id: uuid.UUID
    kenmerk: str
    vraag: str
    themas: tuple[str, ...]
    inbrenger: str
    """The organisatie that brought it in."""
    spoed: bool
    uitzondering_reden: str
    """Why it was admitted though it does not meet the criteria; empty when it does."""


@dataclass(frozen=True)
class Puntinhoud:
    """One item; `begin` and `einde` are its own times."""

    id: uuid.UUID
    soort: PuntSoort
    titel: str
    begin: time
    einde: time
    minuten: int
    casus: Casusinhoud | None
    """None for an item without a casus, and for a guest."""
    gasten: tuple[Gastinhoud, ...]
    eerder_op: date | None
    """The overleg from which it was put on to this one."""
    doorgezet: bool
    """Discussed in part, and put on to a later overleg."""


@dataclass(frozen=True)
class Agendainhoud:
    """An agenda for one reader."""

    overleg_id: uuid.UUID
    tafel: str
    datum: date
    begin: time
    einde: time
    """For a guest: the begin and the end of the own slots."""
    vorm: OverlegVorm
    plaats: str
    status: OverlegStatus
    voorzitter: str
    secretaris: str
    punten: tuple[Puntinhoud, ...]
    open_acties: int | None
    """Open afspraken of this tafel that the reader may see; None for a guest."""
    als_gast: bool
    toont_tijden: bool = True
    """Not when a jump in them would tell that an item was left out (docs/besluiten/037)."""
    ziet_deel: bool = False
    """A partner on request joins for some casussen: no secret, so a jump in the times is explained."""

    @property
    def uitleg_bij_deel(self) -> str:
        """Return what a reader of a part is told, on the page and in Word; empty for who sees all."""
        return EEN_DEEL if self.ziet_deel else ""

    @property
    def is_concept(self) -> bool:
        """Whether the agenda was not sent yet."""
        return self.status is OverlegStatus.GEPLAND


def telt_mee(punt: Agendapunt) -> bool:
    """Whether an item stands on this agenda: not when it went on to a later one before it began."""
    return punt.doorgezet_op is None or punt.begonnen_op is not None


def punt_titel(punt: Agendapunt) -> str:
    """Return the words for an item, without any content of a casus but its kenmerk."""
    if punt.casus is not None:
        woord = "Monitoring" if punt.soort is PuntSoort.MONITORING else "Casus"
        return f"{woord} {punt.casus.kenmerk}"
    return punt.titel or punt.soort.tekst


def tijdvakken(overleg: Overleg, punten: Sequence[Agendapunt]) -> dict[uuid.UUID, Tijdvak]:
    """Return the times of every item that stands on the agenda, by its id."""
    staan = [punt for punt in punten if telt_mee(punt)]
    vakken = tijden(overleg.begin, [punt.minuten for punt in staan])
    return {punt.id: vak for punt, vak in zip(staan, vakken, strict=True)}


def agendainhoud(sessie: Session, vrager: Vrager, overleg: Overleg) -> Agendainhoud:
    """Return the agenda of `overleg` as `vrager` may see it: a fixed number of queries.

    For who takes part: the items without a casus, and those about a casus the reader may see. For a
    guest: the own slots, without what they are about. The caller has checked `overleg_zien`.
    """
    als_gast = not (leidt_tafel(vrager, overleg) or neemt_deel_aan_tafel(vrager, overleg))
    alle = sessie.scalars(
        select(Agendapunt).where(Agendapunt.overleg_id == overleg.id).order_by(Agendapunt.volgorde)
    ).all()
    vakken = tijdvakken(overleg, alle)
    if als_gast:
        punten = _eigen_slots(sessie, vrager, overleg, vakken)
    else:
        punten = tuple(_punt(punt, vakken[punt.id]) for punt in _zichtbare(sessie, vrager, overleg))
    leiding = leiding_op(sessie, overleg)
    ziet_deel = not als_gast and _is_op_verzoek(vrager, overleg)
    eigen_vakken = [vakken[punt.id] for punt in punten]
    return Agendainhoud(
        overleg_id=overleg.id,
        tafel=overleg.tafel.naam,
        datum=overleg.datum,
        begin=min((p.begin for p in punten), default=overleg.begin) if als_gast else overleg.begin,
        einde=max((p.einde for p in punten), default=overleg.einde) if als_gast else overleg.einde,
        vorm=overleg.vorm,
        plaats=overleg.plaats,
        status=overleg.status,
        voorzitter=", ".join(leiding[Rol.VOORZITTER]),
        secretaris=", ".join(leiding[Rol.SECRETARIS]),
        punten=punten,
        open_acties=None if als_gast else open_acties(sessie, vrager, overleg),
        als_gast=als_gast,
        toont_tijden=als_gast or ziet_deel or sluiten_aan(overleg.begin, eigen_vakken),
        ziet_deel=ziet_deel,
    )


def _is_op_verzoek(vrager: Vrager, overleg: Overleg) -> bool:
    """Whether the asker is at this tafel for some casussen only."""
    return not leidt_tafel(vrager, overleg) and all(
        p.vorm is not Partnervorm.VAST
        for p in overleg.tafel.partners
        if p.organisatie_id == vrager.organisatie_id and p.actief
    )


def _zichtbare(sessie: Session, vrager: Vrager, overleg: Overleg) -> list[Agendapunt]:
    vraag = (
        zichtbaar(vrager, Agendapunt)
        .where(Agendapunt.overleg_id == overleg.id)
        .order_by(Agendapunt.volgorde)
        .options(
            joinedload(Agendapunt.casus).selectinload(Casus.themas),
            joinedload(Agendapunt.casus).joinedload(Casus.inbrenger_organisatie),
            joinedload(Agendapunt.van_punt).joinedload(Agendapunt.overleg),
            selectinload(Agendapunt.aanschuivers).joinedload(Aanschuiver.organisatie),
            selectinload(Agendapunt.aanschuivers).joinedload(Aanschuiver.gebruiker),
        )
    )
    return [punt for punt in sessie.scalars(vraag).all() if telt_mee(punt)]


def _punt(punt: Agendapunt, vak: Tijdvak) -> Puntinhoud:
    return Puntinhoud(
        id=punt.id,
        soort=punt.soort,
        titel=punt_titel(punt),
        begin=vak.begin,
        einde=vak.einde,
        minuten=punt.minuten,
        casus=_casus(punt.casus) if punt.casus else None,
        gasten=tuple(_gast(gast) for gast in sorted(punt.aanschuivers, key=_gast_volgorde)),
        eerder_op=punt.van_punt.overleg.datum if punt.van_punt else None,
        doorgezet=punt.doorgezet_op is not None,
    )


def _casus(casus: Casus) -> Casusinhoud:
    return Casusinhoud(
        id=casus.id,
        kenmerk=casus.kenmerk or "",
        vraag=casus.concrete_vraag,
        themas=tuple(thema.naam for thema in casus.themas),
        inbrenger=casus.inbrenger_organisatie.naam,
        spoed=casus.acuut,
        uitzondering_reden=casus.uitzondering_reden,
    )


def _gast_volgorde(gast: Aanschuiver) -> tuple[time, str, uuid.UUID]:
    return (gast.slot_begin or time.max, gast.organisatie.naam, gast.id)


def _gast(gast: Aanschuiver) -> Gastinhoud:
    return Gastinhoud(gast_naam(gast), gast.organisatie.naam, gast.slot_begin, gast.slot_einde)


def gast_naam(gast: Aanschuiver) -> str:
    """Return the name of a guest, with or without an account; empty when not known yet."""
    return gast.gebruiker.naam if gast.gebruiker else gast.naam


def _eigen_slots(
    sessie: Session, vrager: Vrager, overleg: Overleg, vakken: dict[uuid.UUID, Tijdvak]
) -> tuple[Puntinhoud, ...]:
    """Return a guest's own slots: when, and nothing about the casus."""
    eigen = eigen_slots(sessie, vrager, overleg)
    return tuple(_slot(gast, vakken[gast.punt_id]) for gast in eigen if gast.punt_id in vakken)


def _slot(gast: Aanschuiver, vak: Tijdvak) -> Puntinhoud:
    begin, einde = gast.slot_begin or vak.begin, gast.slot_einde or vak.einde
    return Puntinhoud(
        id=gast.punt_id,
        soort=PuntSoort.CASUS,
        titel="U schuift aan",
        begin=begin,
        einde=einde,
        minuten=(einde.hour - begin.hour) * 60 + einde.minute - begin.minute,
        casus=None,
        gasten=(_gast(gast),),
        eerder_op=None,
        doorgezet=False,
    )


def open_acties(sessie: Session, vrager: Vrager, overleg: Overleg) -> int:
    """Return how many afspraken of this tafel are open, of those the reader may see."""
    vraag = (
        select(func.count())
        .select_from(Afspraak)
        .join(Afspraak.casus)
        .where(
            ZICHT[Afspraak](vrager),
            Casus.tafel_id == overleg.tafel_id,
            Casus.status != CasusStatus.VERNIETIGD,
            Afspraak.status.in_(TE_DOEN),
            Afspraak.geldt_vanaf.is_not(None),
        )
    )
    return sessie.scalars(vraag).one()
