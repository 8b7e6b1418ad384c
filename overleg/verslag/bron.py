"""Everything of one overleg that a verslag is made of, in a fixed number of queries.

Not limited to an asker: the whole is composed once, and `voor_lezer` takes out per reader what that
reader may not see. Nothing of this module goes to a page by itself.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, joinedload, selectinload
from sqlalchemy.sql.base import ExecutableOption

from models import (
    Agendapunt,
    Basis,
    Besluit,
    Bespreking,
    Bijdrageontvanger,
    Casus,
    Criteriaset,
    CriteriumToets,
    Deelname,
    Informatiebijdrage,
    Informatieverzoek,
    Informering,
    Lidmaatschap,
    Maatregel,
    Monitoringronde,
    Overdracht,
    Overleg,
    Overlegtafel,
    TeInformerenPartij,
    Tekstveld,
    Veiligheidsvoorwaarde,
)
from models.opvolging import Afspraak
from models.waarden import Rol
from overleg.bespreking.opvragen.beslist import met_uitstellen
from overleg.bespreking.opvragen.besluiten import telt_mee

R = TypeVar("R", bound=Basis)
Sleutel = InstrumentedAttribute[uuid.UUID] | InstrumentedAttribute[uuid.UUID | None]
Kolom = InstrumentedAttribute[Any]
VERS = {"populate_existing": True}
"""Read what is there now, also where this session saw an earlier state."""


@dataclass(frozen=True)
class Bron:
    """The rows of one overleg, grouped by what they hang under."""

    overleg: Overleg
    voorzitters: frozenset[uuid.UUID]
    leiding: frozenset[uuid.UUID]
    """The voorzitters and the secretarissen."""
    casussen: dict[uuid.UUID, Casus]
    besprekingen: dict[uuid.UUID, Bespreking]
    """By agendapunt."""
    vervolg: dict[uuid.UUID, Overleg]
    """By agendapunt: the overleg where it came back."""
    maatregelen: dict[uuid.UUID, list[Maatregel]]
    voorwaarden: dict[uuid.UUID, list[Veiligheidsvoorwaarde]]
    afspraken: dict[uuid.UUID, list[Afspraak]]
    """By bespreking, like what follows."""
    overdrachten: dict[uuid.UUID, list[Overdracht]]
    informeringen: dict[uuid.UUID, list[Informering]]
    """What answers the third question: agreed here, or still open from an earlier bespreking."""
    partijen: dict[uuid.UUID, list[TeInformerenPartij]]
    rondes: dict[uuid.UUID, list[Monitoringronde]]


def haal_bron(sessie: Session, overleg_id: uuid.UUID) -> Bron:
    """Return the rows of an overleg. Raises NoResultFound when there is no such overleg."""
    overleg = sessie.scalars(_overleg(overleg_id)).one()
    casus_ids = [punt.casus_id for punt in overleg.punten if punt.casus_id]
    besprekingen = sessie.scalars(_besprekingen(overleg_id)).all()
    ids = [bespreking.id for bespreking in besprekingen]
    leiding = _leiding(sessie, overleg)
    return Bron(
        overleg=overleg,
        voorzitters=frozenset(wie for wie, rol in leiding if rol is Rol.VOORZITTER),
        leiding=frozenset(wie for wie, _ in leiding),
        casussen={casus.id: casus for casus in sessie.scalars(_casussen(casus_ids))},
        besprekingen={bespreking.punt_id: bespreking for bespreking in besprekingen},
        vervolg=_vervolg(sessie, overleg, besprekingen),
        maatregelen=_per(sessie, Maatregel.casus_id, casus_ids, Maatregel.vanaf),
        voorwaarden=_per(sessie, Veiligheidsvoorwaarde.casus_id, casus_ids, Veiligheidsvoorwaarde.gesteld_op),
        afspraken=_per(
            sessie,
            Afspraak.bespreking_id,
            ids,
            Afspraak.nummer,
            joinedload(Afspraak.organisatie),
            joinedload(Afspraak.persoon),
            joinedload(Afspraak.volgt_op).joinedload(Afspraak.organisatie),
        ),
        overdrachten=_per(
            sessie,
            Overdracht.bespreking_id,
            ids,
            Overdracht.aangeboden_op,
            joinedload(Overdracht.van_organisatie),
            joinedload(Overdracht.naar_organisatie),
            joinedload(Overdracht.andere_tafel),
            joinedload(Overdracht.afspraak),
        ),
        informeringen=_informeringen(sessie, besprekingen),
        partijen=_per(
            sessie,
            TeInformerenPartij.bespreking_id,
            ids,
            TeInformerenPartij.gemaakt_op,
            joinedload(TeInformerenPartij.organisatie),
            joinedload(TeInformerenPartij.persoon),
        ),
        rondes=_per(sessie, Monitoringronde.bespreking_id, ids, Monitoringronde.op),
    )


def _overleg(overleg_id: uuid.UUID) -> Select[Any]:
    deelnames = selectinload(Overleg.deelnames)
    return (
        select(Overleg)
        .where(Overleg.id == overleg_id)
        .options(
            joinedload(Overleg.tafel).selectinload(Overlegtafel.partners),
            joinedload(Overleg.registratieafspraak),
            selectinload(Overleg.punten).joinedload(Agendapunt.casus),
            selectinload(Overleg.punten).selectinload(Agendapunt.aanschuivers),
            deelnames.joinedload(Deelname.gebruiker),
            deelnames.joinedload(Deelname.vervangt),
            deelnames.joinedload(Deelname.organisatie),
            deelnames.selectinload(Deelname.afwezig_bij),
        )
        .execution_options(**VERS)
    )


def _casussen(casus_ids: Sequence[uuid.UUID]) -> Select[Any]:
    bijdragen = selectinload(Casus.bijdragen)
    ontvangers = bijdragen.selectinload(Informatiebijdrage.ontvangers)
    toetsen = selectinload(Casus.toetsen)
    return (
        select(Casus)
        .where(Casus.id.in_(casus_ids))
        .options(
            selectinload(Casus.spoedafspraken),
            selectinload(Casus.betrokkenen),
            selectinload(Casus.hulp),
            selectinload(Casus.themas),
            selectinload(Casus.aansluitingen),
            selectinload(Casus.verzoeken).joinedload(Informatieverzoek.organisatie),
            selectinload(Casus.criteriaset).selectinload(Criteriaset.criteria),
            toetsen.joinedload(CriteriumToets.criterium),
            toetsen.selectinload(CriteriumToets.onderdelen),
            bijdragen.joinedload(Informatiebijdrage.organisatie),
            bijdragen.joinedload(Informatiebijdrage.door),
            bijdragen.joinedload(Informatiebijdrage.verzoek),
            ontvangers.joinedload(Bijdrageontvanger.organisatie),
            ontvangers.joinedload(Bijdrageontvanger.grondslag),
        )
        .execution_options(**VERS)
    )


def _besprekingen(overleg_id: uuid.UUID) -> Select[Any]:
    besluiten = selectinload(Bespreking.besluiten)
    return (
        select(Bespreking)
        .where(Bespreking.overleg_id == overleg_id)
        .options(
            selectinload(Bespreking.velden).joinedload(Tekstveld.betrokkene),
            besluiten.joinedload(Besluit.organisatie),
            besluiten.joinedload(Besluit.persoon),
            besluiten.joinedload(Besluit.achtervang_organisatie),
            besluiten.joinedload(Besluit.achtervang),
            besluiten.joinedload(Besluit.andere_tafel),
        )
        .execution_options(**VERS)
    )


def _leiding(sessie: Session, overleg: Overleg) -> list[tuple[uuid.UUID, Rol]]:
    """Return who was voorzitter or secretaris of the tafel on the day of the overleg."""
    vraag = select(Lidmaatschap.gebruiker_id, Lidmaatschap.rol).where(
        Lidmaatschap.tafel_id == overleg.tafel_id,
        Lidmaatschap.rol.in_((Rol.VOORZITTER, Rol.SECRETARIS)),
        Lidmaatschap.vanaf <= overleg.datum,
        or_(Lidmaatschap.tot.is_(None), Lidmaatschap.tot >= overleg.datum),
    )
    return [(wie, rol) for wie, rol in sessie.execute(vraag)]


def _vervolg(
    sessie: Session, overleg: Overleg, besprekingen: Sequence[Bespreking]
) -> dict[uuid.UUID, Overleg]:
    """Return per agendapunt the overleg where it came back: held over, or left over and moved."""
    punten = [punt.id for punt in overleg.punten]
    verplaatst = sessie.execute(
        select(Agendapunt.van_punt_id, Overleg)
        .join(Overleg, Overleg.id == Agendapunt.overleg_id)
        .where(Agendapunt.van_punt_id.in_(punten))
    )
    vervolg = {van: naar for van, naar in verplaatst if van}
    gekozen = {b.punt_id: b.naar_overleg_id for b in besprekingen if b.naar_overleg_id}
    naar_id = {o.id: o for o in sessie.scalars(select(Overleg).where(Overleg.id.in_(gekozen.values())))}
    vervolg |= {punt: naar_id[naar] for punt, naar in gekozen.items() if naar in naar_id}
    return vervolg


def _per(
    sessie: Session, sleutel: Sleutel, ids: Sequence[uuid.UUID], volgorde: Kolom, *opties: ExecutableOption
) -> dict[uuid.UUID, list[Any]]:
    """Return the rows under each of `ids`, in a fixed order."""
    model = sleutel.class_
    vraag = select(model).where(sleutel.in_(ids)).options(*opties).order_by(volgorde, model.id)
    return _gegroepeerd(sessie.scalars(vraag.execution_options(**VERS)), sleutel.key)


def _informeringen(sessie: Session, besprekingen: Sequence[Bespreking]) -> dict[uuid.UUID, list[Informering]]:
    """Return per bespreking the records that answer its third question, by the rule of the meeting itself."""
    per_casus = _per(
        sessie,
        Informering.casus_id,
        [bespreking.casus_id for bespreking in besprekingen],
        Informering.gemaakt_op,
        joinedload(Informering.betrokkene),
        joinedload(Informering.organisatie),
        joinedload(Informering.persoon),
        met_uitstellen(),
    )
    return {
        bespreking.id: [rij for rij in per_casus.get(bespreking.casus_id, []) if telt_mee(rij, bespreking)]
        for bespreking in besprekingen
    }


def _gegroepeerd(rijen: Iterable[R], kolom: str) -> dict[uuid.UUID, list[R]]:
    groepen: dict[uuid.UUID, list[R]] = defaultdict(list)
    for rij in rijen:
        groepen[getattr(rij, kolom)].append(rij)
    return groepen
