"""What is decided until now in one bespreking: the facts for the rules, and the rows for the screen."""

from collections import Counter
from dataclasses import dataclass
from itertools import chain

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from models import (
    Afspraak,
    Agendapunt,
    AndereTafel,
    Besluit,
    Bespreking,
    Informering,
    Organisatie,
    Overdracht,
    TeInformerenPartij,
    Tekstveld,
)
from models.waarden import BesluitSoort, InformerenStatus, Toestemming, Veld
from overleg.bespreking.opvragen.personen import namen_van, organisaties_van
from overleg.bespreking.opvragen.regie import HuidigeRegie, regie_nu
from overleg.bespreking.regels.besluiten import Persoon, Stand


@dataclass(frozen=True)
class Besluitenblad:
    """All rows that the screen of the five questions shows."""

    stand: Stand
    besluiten: dict[BesluitSoort, Besluit]
    informeringen: list[Informering]
    partijen: list[TeInformerenPartij]
    overdrachten: list[Overdracht]
    afspraken: list[Afspraak]
    organisaties: list[Organisatie]
    namen: list[str]
    andere_tafels: list[AndereTafel]
    regie: HuidigeRegie | None


def bespreking_bij(sessie: Session, punt: Agendapunt) -> Bespreking | None:
    """Return the bespreking of an agendapunt, if the meeting came to it."""
    return sessie.scalars(
        select(Bespreking)
        .where(Bespreking.punt_id == punt.id)
        .options(joinedload(Bespreking.casus), joinedload(Bespreking.overleg))
    ).one_or_none()


def besluiten_van(sessie: Session, bespreking: Bespreking) -> dict[BesluitSoort, Besluit]:
    """Return the decisions of a bespreking by question."""
    rijen = sessie.scalars(
        select(Besluit)
        .where(Besluit.bespreking_id == bespreking.id)
        .options(
            joinedload(Besluit.organisatie),
            joinedload(Besluit.achtervang_organisatie),
            joinedload(Besluit.andere_tafel),
        )
    )
    return {rij.soort: rij for rij in rijen}


def informeringen_van(sessie: Session, bespreking: Bespreking) -> list[Informering]:
    """Return who is told what in this bespreking, and what is still open of earlier ones."""
    vraag = (
        select(Informering)
        .join(Informering.betrokkene)
        .where(
            Informering.casus_id == bespreking.casus_id,
            or_(
                Informering.bespreking_id == bespreking.id,
                Informering.status != InformerenStatus.GEDAAN,
                Informering.zonder_toestemming.is_(True),
            ),
        )
        .order_by(Informering.gemaakt_op, Informering.id)
        .options(joinedload(Informering.betrokkene), joinedload(Informering.organisatie))
    )
    return list(sessie.scalars(vraag))


def partijen_van(sessie: Session, bespreking: Bespreking) -> list[TeInformerenPartij]:
    """Return the parties to inform of this bespreking."""
    vraag = (
        select(TeInformerenPartij)
        .where(TeInformerenPartij.bespreking_id == bespreking.id)
        .order_by(TeInformerenPartij.gemaakt_op, TeInformerenPartij.id)
        .options(joinedload(TeInformerenPartij.organisatie))
    )
    return list(sessie.scalars(vraag))


def afspraken_van(sessie: Session, bespreking: Bespreking) -> list[Afspraak]:
    """Return the afspraken of this bespreking by number."""
    vraag = (
        select(Afspraak)
        .where(Afspraak.bespreking_id == bespreking.id)
        .order_by(Afspraak.nummer)
        .options(joinedload(Afspraak.organisatie))
    )
    return list(sessie.scalars(vraag))


def overdrachten_van(sessie: Session, bespreking: Bespreking) -> list[Overdracht]:
    """Return what this bespreking hands over."""
    vraag = (
        select(Overdracht)
        .where(Overdracht.bespreking_id == bespreking.id)
        .order_by(Overdracht.aangeboden_op, Overdracht.id)
        .options(
            joinedload(Overdracht.van_organisatie),
            joinedload(Overdracht.naar_organisatie),
            joinedload(Overdracht.andere_tafel),
            joinedload(Overdracht.afspraak),
        )
    )
    return list(sessie.scalars(vraag))


def stand_van(sessie: Session, bespreking: Bespreking) -> Stand:
    """Return the facts that the rules of the five questions ask for."""
    return _stand(
        sessie,
        bespreking,
        besluiten_van(sessie, bespreking),
        informeringen_van(sessie, bespreking),
        len(partijen_van(sessie, bespreking)),
        afspraken_van(sessie, bespreking),
    )


def _stand(
    sessie: Session,
    bespreking: Bespreking,
    besluiten: dict[BesluitSoort, Besluit],
    informeringen: list[Informering],
    partijen: int,
    afspraken: list[Afspraak],
) -> Stand:
    monitoring, opschaling = besluiten.get(BesluitSoort.MONITORING), besluiten.get(BesluitSoort.OPSCHALING)
    partij = besluiten.get(BesluitSoort.PARTIJEN)
    return Stand(
        status=bespreking.status,
        besluiten=frozenset(besluiten),
        personen=_personen(sessie, bespreking, informeringen),
        partijen_ja=partij.ja if partij else None,
        partijen=partijen,
        monitoring_ja=monitoring.ja if monitoring else None,
        opschaling=opschaling.opschaling if opschaling else None,
        afspraken=len(afspraken),
        afspraken_zonder_persoon=tuple(a.nummer for a in afspraken if not a.persoon_naam),
    )


def _personen(
    sessie: Session, bespreking: Bespreking, informeringen: list[Informering]
) -> tuple[Persoon, ...]:
    tellend = [
        rij
        for rij in informeringen
        if rij.bespreking_id == bespreking.id or rij.status is not InformerenStatus.GEDAAN
    ]
    aantal = Counter(rij.betrokkene_id for rij in tellend)
    verteld = {rij.betrokkene_id for rij in informeringen if rij.zonder_toestemming}
    in_plan = set(
        sessie.scalars(
            select(Tekstveld.betrokkene_id).where(
                Tekstveld.bespreking_id == bespreking.id,
                Tekstveld.veld == Veld.PLAN_PERSOON,
                Tekstveld.waarde != "",
            )
        )
    )
    return tuple(
        Persoon(
            naam=mens.naam,
            sleutel=str(mens.id),
            informeringen=aantal[mens.id],
            zonder_toestemming=mens.toestemming is Toestemming.ZONDER,
            verteld=mens.id in verteld,
            in_plan=mens.id in in_plan,
        )
        for mens in bespreking.casus.betrokkenen
    )


def besluitenblad(sessie: Session, bespreking: Bespreking) -> Besluitenblad:
    """Return what the screen of the five questions shows, in a fixed number of queries."""
    besluiten = besluiten_van(sessie, bespreking)
    informeringen = informeringen_van(sessie, bespreking)
    partijen = partijen_van(sessie, bespreking)
    afspraken = afspraken_van(sessie, bespreking)
    organisaties = organisaties_van(sessie, bespreking.casus)
    tafels = sessie.scalars(
        select(AndereTafel)
        .where(AndereTafel.tafel_id == bespreking.casus.tafel_id, AndereTafel.actief.is_(True))
        .order_by(AndereTafel.volgorde, AndereTafel.naam)
    )
    return Besluitenblad(
        stand=_stand(sessie, bespreking, besluiten, informeringen, len(partijen), afspraken),
        besluiten=besluiten,
        informeringen=[
            rij
            for rij in informeringen
            if rij.bespreking_id == bespreking.id or rij.status is not InformerenStatus.GEDAAN
        ],
        partijen=partijen,
        overdrachten=overdrachten_van(sessie, bespreking),
        afspraken=afspraken,
        organisaties=_met_gekozen(organisaties, besluiten),
        namen=namen_van(sessie, bespreking.casus, organisaties),
        andere_tafels=list(tafels),
        regie=regie_nu(sessie, bespreking.casus),
    )


def _met_gekozen(
    organisaties: list[Organisatie], besluiten: dict[BesluitSoort, Besluit]
) -> list[Organisatie]:
    """Keep an organisatie that was chosen on the list, also when it is no partner any more."""
    gekozen = chain.from_iterable((b.organisatie, b.achtervang_organisatie) for b in besluiten.values())
    erbij = {o.id: o for o in gekozen if o is not None} | {o.id: o for o in organisaties}
    return sorted(erbij.values(), key=lambda o: o.naam.casefold())
