"""The screen in the room: only what everyone who sits there may see, whoever opened it (ontwerp.md §5).

No information per partner, no Wpg art. 9 data, no contact safety, birth dates or consent, no spoedafspraken,
nothing of the aanmelding but the question, no reasons of decisions or of an exception, no OM decision and no
dissent, and not who left or why. What is not in `Zaalblad` cannot reach the page.

Between items there are the standing items only: a guest may have come in early, and may not learn that
there are other casussen, or how many.
"""

import uuid
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from models import (
    Afspraak,
    Agendapunt,
    Bespreking,
    Casus,
    Directbetrokkene,
    Maatregel,
    Overleg,
    Tekstveld,
)
from models.waarden import OverlegStatus, Veld
from overleg.basis.klok import nu
from overleg.bespreking.opvragen.besluiten import stand_van
from overleg.bespreking.opvragen.gast import Gastpersoon, in_woorden
from overleg.bespreking.opvragen.inzaal import zicht_in_de_zaal
from overleg.bespreking.opvragen.live import Livestand
from overleg.bespreking.regels.besluiten import vijf_vragen
from overleg.bespreking.regels.klok import Klok, stand
from overleg.bespreking.regels.zaal import Zaalzicht
from overleg.live.stand import nummer_voor
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import zichtbaar

GEZAMENLIJK = (Veld.FEITENONDERZOEK, Veld.GROOTSTE_ZORG, Veld.AFWEGING, Veld.VEILIGHEIDSPLAN)
"""The texts of all partners together, in the order of the stappen."""


@dataclass(frozen=True)
class Zaaltekst:
    """One joint text; `id` is that of its part of the screen."""

    id: str
    kop: str
    tekst: str


@dataclass(frozen=True)
class Zaalmaatregel:
    """What is in force, by whom, and until when."""

    wat: str
    uitvoerder: str
    vanaf: date
    tot: date | None


@dataclass(frozen=True)
class Zaalafspraak:
    """Who does what by when."""

    nummer: int
    wat: str
    organisatie: str
    persoon: str
    datum: date


@dataclass(frozen=True)
class Zaalvraag:
    """One of the five questions: what was decided, in words, or for whom it is open."""

    nummer: int
    vraag: str
    beantwoord: bool
    zinnen: list[str]


@dataclass(frozen=True)
class Zaalcasus:
    """The casus that is on, as far as the room may see it."""

    id: uuid.UUID
    kenmerk: str
    vraag: str
    klok: Klok
    personen: list[Gastpersoon]
    gast: bool
    """Someone is in the room as a guest: the joint texts and maatregelen are left out."""
    vragen: list[Zaalvraag]
    afspraken: list[Zaalafspraak]
    teksten: list[Zaaltekst] = field(default_factory=list)
    maatregelen: list[Zaalmaatregel] = field(default_factory=list)


@dataclass(frozen=True)
class Zaalpunt:
    """A standing item, while no casus is on the screen."""

    titel: str
    aan: bool
    geweest: bool


@dataclass(frozen=True)
class Zaalblad:
    """Everything on the screen in the room."""

    overleg_id: uuid.UUID
    tafel: str
    datum: date
    status: OverlegStatus
    live: Livestand
    casus: Zaalcasus | None
    gesloten: bool
    """A casus is on, and someone who may be in the room may not see it."""
    punten: list[Zaalpunt]


def zaalblad(sessie: Session, vrager: Vrager, overleg: Overleg) -> Zaalblad:
    """Return the screen in the room, as opened by `vrager`: never more than `vrager` may see either."""
    nummer = nummer_voor(sessie, vrager, overleg)
    punt = _huidig_casuspunt(sessie, vrager, overleg)
    zicht = zicht_in_de_zaal(sessie, punt) if punt else Zaalzicht.NIETS
    toont = punt is not None and zicht is not Zaalzicht.NIETS
    return Zaalblad(
        overleg_id=overleg.id,
        tafel=overleg.tafel.naam,
        datum=overleg.datum,
        status=overleg.status,
        live=Livestand(overleg.id, nummer),
        casus=_casus(sessie, punt, zicht) if punt and toont else None,
        gesloten=punt is not None and not toont,
        punten=[] if toont else _standaardpunten(sessie, overleg),
    )


def _huidig_casuspunt(sessie: Session, vrager: Vrager, overleg: Overleg) -> Agendapunt | None:
    """Return the item that is on, when it is about a casus that the asker may see."""
    if overleg.status is not OverlegStatus.LOPEND or overleg.huidig_punt_id is None:
        return None
    return sessie.scalars(
        zichtbaar(vrager, Agendapunt).where(
            Agendapunt.id == overleg.huidig_punt_id, Agendapunt.casus_id.is_not(None)
        )
    ).one_or_none()


def _standaardpunten(sessie: Session, overleg: Overleg) -> list[Zaalpunt]:
    punten = sessie.scalars(
        select(Agendapunt)
        .where(Agendapunt.overleg_id == overleg.id, Agendapunt.casus_id.is_(None))
        .order_by(Agendapunt.volgorde, Agendapunt.id)
    )
    return [
        Zaalpunt(punt.titel or punt.soort.tekst, overleg.huidig_punt_id == punt.id, bool(punt.beeindigd_op))
        for punt in punten
    ]


def _casus(sessie: Session, punt: Agendapunt, zicht: Zaalzicht) -> Zaalcasus:
    casus = sessie.get_one(Casus, punt.casus_id)
    bespreking = sessie.scalars(select(Bespreking).where(Bespreking.punt_id == punt.id)).one_or_none()
    alles = zicht is Zaalzicht.ALLES
    return Zaalcasus(
        id=casus.id,
        kenmerk=casus.kenmerk or "",
        vraag=casus.concrete_vraag,
        klok=stand(punt.gebruikt_seconden, punt.loopt_sinds, punt.minuten, nu()),
        personen=[Gastpersoon(mens.naam, mens.rol) for mens in casus.betrokkenen],
        gast=not alles,
        vragen=_vragen(sessie, bespreking) if bespreking else [],
        afspraken=_afspraken(sessie, bespreking) if bespreking else [],
        teksten=_teksten(sessie, bespreking) if bespreking and alles else [],
        maatregelen=_maatregelen(sessie, casus, punt.overleg.datum) if alles else [],
    )


def _teksten(sessie: Session, bespreking: Bespreking) -> list[Zaaltekst]:
    """Return what was written together; a text without words takes no room."""
    velden = sessie.scalars(
        select(Tekstveld)
        .outerjoin(Directbetrokkene, Directbetrokkene.id == Tekstveld.betrokkene_id)
        .where(
            Tekstveld.bespreking_id == bespreking.id, Tekstveld.veld.in_((*GEZAMENLIJK, Veld.PLAN_PERSOON))
        )
        .order_by(Directbetrokkene.volgorde, Tekstveld.id)
        .options(joinedload(Tekstveld.betrokkene))
    ).all()
    volgorde = {veld: plek for plek, veld in enumerate((*GEZAMENLIJK, Veld.PLAN_PERSOON))}
    return [
        Zaaltekst(f"zaal-{veld.id}", _kop(veld), veld.waarde)
        for veld in sorted(velden, key=lambda veld: volgorde[veld.veld])
        if veld.waarde.strip()
    ]


def _kop(veld: Tekstveld) -> str:
    return f"Plan voor {veld.betrokkene.naam}" if veld.betrokkene else veld.veld.tekst


def _maatregelen(sessie: Session, casus: Casus, dag: date) -> list[Zaalmaatregel]:
    """Return what is in force on the day of the meeting, or still begins."""
    rijen = sessie.scalars(
        select(Maatregel)
        .where(
            Maatregel.casus_id == casus.id,
            Maatregel.beeindigd_op.is_(None),
            or_(Maatregel.tot.is_(None), Maatregel.tot >= dag),
        )
        .order_by(Maatregel.tot, Maatregel.vanaf, Maatregel.id)
    )
    return [Zaalmaatregel(rij.wat, rij.uitvoerder, rij.vanaf, rij.tot) for rij in rijen]


def _afspraken(sessie: Session, bespreking: Bespreking) -> list[Zaalafspraak]:
    rijen = sessie.scalars(
        select(Afspraak)
        .where(Afspraak.bespreking_id == bespreking.id)
        .order_by(Afspraak.nummer)
        .options(joinedload(Afspraak.organisatie))
    )
    return [Zaalafspraak(r.nummer, r.wat, r.organisatie.naam, r.persoon_naam, r.datum) for r in rijen]


def _vragen(sessie: Session, bespreking: Bespreking) -> list[Zaalvraag]:
    """Return the five questions. What is missing is said without the reason: that can name a consent."""
    feiten = stand_van(sessie, bespreking)
    besloten = {besluit.vraag: besluit.zinnen for besluit in in_woorden(sessie, bespreking)}
    return [
        Zaalvraag(vraag.nummer, vraag.soort.tekst, vraag.beantwoord, besloten.get(vraag.soort, []))
        for vraag in vijf_vragen(feiten)
    ]
