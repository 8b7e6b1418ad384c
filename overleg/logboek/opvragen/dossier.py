"""Finding a casus, its people and the staff in the logboek, without opening the casus.

The functionaris sees no case content: a casus is its kenmerk, a person in it a number and initials.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, exists, or_, select, true
from sqlalchemy.orm import Session

from models import Casus, Directbetrokkene, Gebeurtenis, Gebruiker, Overlegtafel
from overleg.basis.limieten import limiet
from overleg.logboek.regels import gelijk_geschreven, initialen
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import ZICHT

AANTAL = limiet("aantal_per_pagina")
MEESTE_KANDIDATEN = 5000
"""People born in one year whose name is compared; with the whole date there are a handful."""


@dataclass(frozen=True)
class Betrokkene:
    """A person in a casus as the logboek shows one."""

    id: uuid.UUID
    casus_id: uuid.UUID
    nummer: int
    initialen: str
    sinds: datetime
    kenmerk: str = ""
    tafel: str = ""


@dataclass(frozen=True)
class GezochtePersoon:
    """Who is looked for, as that person says."""

    naam: str
    jaar: int
    geboren: date | None


@dataclass(frozen=True)
class Dossier:
    """A casus as the logboek shows one."""

    id: uuid.UUID
    kenmerk: str
    tafel: str


def _in_logboek(vrager: Vrager) -> ColumnElement[bool]:
    """Filter on Casus: the asker may see lines about it, and that it exists."""
    regels = exists().where(Gebeurtenis.casus_id == Casus.id, ZICHT[Gebeurtenis](vrager))
    return and_(regels, true() if vrager.functionaris else ZICHT[Casus](vrager))


def dossier(sessie: Session, vrager: Vrager, casus_id: uuid.UUID) -> Dossier | None:
    """Return a casus whose lines the asker may see; None otherwise."""
    return _eerste_dossier(sessie, vrager, Casus.id == casus_id)


def dossier_met_kenmerk(sessie: Session, vrager: Vrager, kenmerk: str) -> Dossier | None:
    """Return the casus with this kenmerk, capitals or not; None when the asker may not see its lines."""
    return _eerste_dossier(sessie, vrager, Casus.kenmerk == kenmerk.strip().upper())


def _eerste_dossier(sessie: Session, vrager: Vrager, welke: ColumnElement[bool]) -> Dossier | None:
    rij = sessie.execute(
        select(Casus.id, Casus.kenmerk, Overlegtafel.naam)
        .join(Overlegtafel, Overlegtafel.id == Casus.tafel_id)
        .where(welke, _in_logboek(vrager))
    ).first()
    return Dossier(rij[0], rij[1] or "Zonder kenmerk", rij[2]) if rij else None


def betrokkenen(sessie: Session, casus_id: uuid.UUID) -> list[Betrokkene]:
    """Return the people of a casus the asker may see in the logboek, by number and initials."""
    rijen = sessie.execute(
        select(Directbetrokkene.id, Directbetrokkene.naam, Directbetrokkene.gemaakt_op)
        .where(Directbetrokkene.casus_id == casus_id)
        .order_by(Directbetrokkene.volgorde, Directbetrokkene.gemaakt_op, Directbetrokkene.id)
    )
    return [
        Betrokkene(sleutel, casus_id, nummer, initialen(naam), sinds)
        for nummer, (sleutel, naam, sinds) in enumerate(rijen, start=1)
    ]


def betrokkene(
    sessie: Session, vrager: Vrager, betrokkene_id: uuid.UUID
) -> tuple[Dossier, Betrokkene] | None:
    """Return a person and the casus, when the asker may see the lines about it."""
    casus_id = sessie.scalar(select(Directbetrokkene.casus_id).where(Directbetrokkene.id == betrokkene_id))
    gevonden = dossier(sessie, vrager, casus_id) if casus_id else None
    if gevonden is None:
        return None
    persoon = next((p for p in betrokkenen(sessie, gevonden.id) if p.id == betrokkene_id), None)
    return (gevonden, persoon) if persoon else None


def zoek_persoon(sessie: Session, vrager: Vrager, wie: GezochtePersoon) -> Sequence[Betrokkene]:
    """Return where a person is a directbetrokkene: the whole name and the birth date must be the same.

    For a request by that person, who gives both; nothing is shown that was not typed.
    """
    alleen_jaar = and_(Directbetrokkene.geboortedatum.is_(None), Directbetrokkene.geboortejaar == wie.jaar)
    in_het_jaar = Directbetrokkene.geboortedatum.between(date(wie.jaar, 1, 1), date(wie.jaar, 12, 31))
    dag = Directbetrokkene.geboortedatum == wie.geboren if wie.geboren else in_het_jaar
    kandidaten = sessie.execute(
        select(
            Directbetrokkene.id,
            Directbetrokkene.casus_id,
            Directbetrokkene.naam,
            Directbetrokkene.andere_namen,
        )
        .join(Casus, Casus.id == Directbetrokkene.casus_id)
        .where(or_(dag, alleen_jaar), _in_logboek(vrager))
        .limit(MEESTE_KANDIDATEN)
    )
    gezocht = gelijk_geschreven(wie.naam)
    gelijk = {
        sleutel: casus_id
        for sleutel, casus_id, eigen, andere in kandidaten
        if gezocht in {gelijk_geschreven(deel) for deel in (eigen, *andere.replace("\n", ",").split(","))}
    }
    return _met_nummer(sessie, gelijk)


def _met_nummer(sessie: Session, gelijk: dict[uuid.UUID, uuid.UUID]) -> list[Betrokkene]:
    """Return the people found, each with its number in its casus."""
    rijen = sessie.execute(
        select(
            Directbetrokkene.id,
            Directbetrokkene.casus_id,
            Directbetrokkene.naam,
            Directbetrokkene.gemaakt_op,
            Casus.kenmerk,
            Overlegtafel.naam,
        )
        .join(Casus, Casus.id == Directbetrokkene.casus_id)
        .join(Overlegtafel, Overlegtafel.id == Casus.tafel_id)
        .where(Directbetrokkene.casus_id.in_(set(gelijk.values())))
        .order_by(Directbetrokkene.volgorde, Directbetrokkene.gemaakt_op, Directbetrokkene.id)
    )
    geteld: dict[uuid.UUID, int] = {}
    gevonden = []
    for sleutel, casus_id, naam, sinds, kenmerk, tafel in rijen:
        geteld[casus_id] = nummer = geteld.get(casus_id, 0) + 1
        if sleutel in gelijk:
            kort = initialen(naam)
            gevonden.append(Betrokkene(sleutel, casus_id, nummer, kort, sinds, kenmerk or "", tafel))
    return sorted(gevonden, key=lambda persoon: persoon.kenmerk)


def zoek_medewerkers(sessie: Session, vrager: Vrager, naam: str) -> Sequence[Gebruiker]:
    """Return the staff with this in their name, about whom the asker may see a line."""
    regels = exists().where(Gebeurtenis.gebruiker_id == Gebruiker.id, ZICHT[Gebeurtenis](vrager))
    vraag = select(Gebruiker).where(Gebruiker.naam.icontains(naam, autoescape=True), regels)
    return sessie.scalars(vraag.order_by(Gebruiker.naam, Gebruiker.id).limit(AANTAL)).all()


def medewerker(sessie: Session, vrager: Vrager, sleutel: uuid.UUID) -> Gebruiker | None:
    """Return one of the staff about whom the asker may see a line."""
    regels = exists().where(Gebeurtenis.gebruiker_id == Gebruiker.id, ZICHT[Gebeurtenis](vrager))
    return sessie.scalars(select(Gebruiker).where(Gebruiker.id == sleutel, regels)).one_or_none()
