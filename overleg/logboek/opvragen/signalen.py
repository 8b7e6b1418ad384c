"""What stands out in the logboek: many dossiers in an hour, at night, refused attempts, failed sign-ins.

A signal is no accusation: it says where to look. Four questions to the database, whatever the period holds.

What a system of a partner fetches is no look of its owner: it asks day and night, and would hide the people.
It stays in the logboek and in every view on it; of a system only stands out that it asks for much that it may
not see (decision 034).
"""

import uuid
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, and_, case, cast, distinct, extract, func, select
from sqlalchemy.orm import Session

from models import Gebeurtenis
from overleg.basis.klok import hier
from overleg.logboek.daden import Daad, soorten_van
from overleg.logboek.herkomst import VAN_SYSTEEM
from overleg.logboek.opvragen.gezien import Periode
from overleg.logboek.regels import Drempels, drukste_uur, nachturen
from overleg.logboek.soorten import Soort
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import ZICHT

INHOUD = soorten_van(Daad.LEZEN, Daad.EXPORTEREN, Daad.AFDRUKKEN)
DOOR_EEN_SYSTEEM = Gebeurtenis.apparaat.startswith(VAN_SYSTEEM, autoescape=True)
"""By what the line says the request came with; a browser cannot name itself there."""
MEESTE = 200
"""Signals of one kind on the page: whoever has more must choose a shorter period."""
MEESTE_REGELS = 20_000
SECONDEN_UUR, SECONDEN_DAG = 3600, 86_400


@dataclass(frozen=True)
class Signaal:
    """Something that stands out."""

    wat: str
    wie: str
    organisatie: str
    moment: datetime
    aantal: int
    gebruiker_id: uuid.UUID | None = None


def signalen(sessie: Session, vrager: Vrager, periode: Periode, drempels: Drempels) -> list[Signaal]:
    """Return what stands out in a period, the newest first."""
    zicht = and_(ZICHT[Gebeurtenis](vrager), periode.filter())
    alles = [
        *_veel_dossiers(sessie, zicht, drempels),
        *_in_de_nacht(sessie, zicht, drempels),
        *_vaak(sessie, zicht, drempels),
        *_systemen(sessie, zicht, drempels),
    ]
    return sorted(alles, key=lambda signaal: signaal.moment, reverse=True)


def _vak(seconden: int) -> ColumnElement[int]:
    """Return the number of the hour or day (in UTC) that a line is in."""
    return cast(extract("epoch", Gebeurtenis.tijd), BigInteger) // seconden


def _gekeken(zicht: ColumnElement[bool]) -> ColumnElement[bool]:
    g = Gebeurtenis
    mens = and_(g.gebruiker_id.is_not(None), ~DOOR_EEN_SYSTEEM)
    return and_(zicht, g.soort.in_(INHOUD), g.casus_id.is_not(None), mens)


def _veel_dossiers(sessie: Session, zicht: ColumnElement[bool], drempels: Drempels) -> Iterator[Signaal]:
    """Look at who had half the number in one hour of the clock: any hour with the whole number covers two."""
    g, vak = Gebeurtenis, _vak(SECONDEN_UUR)
    half = (drempels.dossiers_per_uur + 1) // 2
    druk = (
        select(g.gebruiker_id)
        .where(_gekeken(zicht))
        .group_by(g.gebruiker_id, vak)
        .having(func.count(distinct(g.casus_id)) >= half)
    )
    rijen = sessie.execute(
        select(g.gebruiker_id, g.gebruiker_naam, g.organisatie_naam, g.tijd, g.casus_id)
        .where(_gekeken(zicht), g.gebruiker_id.in_(druk))
        .order_by(g.tijd.desc())
        .limit(MEESTE_REGELS)
    ).all()
    per_persoon: defaultdict[uuid.UUID | None, list[Any]] = defaultdict(list)
    for rij in reversed(rijen):
        per_persoon[rij.gebruiker_id].append(rij)
    for sleutel, eigen in per_persoon.items():
        aantal, moment = drukste_uur([(rij.tijd, str(rij.casus_id)) for rij in eigen])
        if aantal >= drempels.dossiers_per_uur and moment:
            laatste = eigen[-1]
            yield Signaal(
                "bekeek binnen één uur veel casussen",
                laatste.gebruiker_naam,
                laatste.organisatie_naam,
                moment,
                aantal,
                sleutel,
            )


def _in_de_nacht(sessie: Session, zicht: ColumnElement[bool], drempels: Drempels) -> Iterator[Signaal]:
    g, vak = Gebeurtenis, _vak(SECONDEN_UUR)
    wie = (g.gebruiker_id, g.gebruiker_naam, g.organisatie_naam)
    eerst = func.min(g.tijd)
    nacht = nachturen(drempels)
    uren = sorted({(uur + zone) % 24 for uur in nacht for zone in (-1, -2)})
    rijen = sessie.execute(
        select(*wie, eerst, func.count(distinct(g.casus_id)))
        .where(_gekeken(zicht), (vak % 24).in_(uren))
        .group_by(*wie, vak)
        .order_by(eerst.desc())
        .limit(MEESTE)
    )
    for sleutel, naam, organisatie, moment, aantal in rijen:
        if hier(moment).hour in nacht:
            yield Signaal("bekeek 's nachts casussen", naam, organisatie, moment, aantal, sleutel)


def _vaak(sessie: Session, zicht: ColumnElement[bool], drempels: Drempels) -> Iterator[Signaal]:
    """Refused attempts by a person, and failed sign-ins from an address, on one day."""
    g, vak = Gebeurtenis, _vak(SECONDEN_DAG)
    wie = (g.soort, g.gebruiker_id, g.gebruiker_naam, g.organisatie_naam)
    grenzen = {
        Soort.TOEGANG_GEWEIGERD.value: ("kreeg vaak nee", drempels.weigeringen_per_dag),
        Soort.INLOGGEN_MISLUKT.value: ("kon vaak niet inloggen", drempels.inlogpogingen_per_dag),
    }
    eerst, aantal = func.min(g.tijd), func.count()
    adres = case((g.soort == Soort.INLOGGEN_MISLUKT.value, g.ip), else_="").label("adres")
    rijen: Sequence[Any] = sessie.execute(
        select(*wie, adres, eerst, aantal)
        .where(zicht, g.soort.in_(grenzen), ~DOOR_EEN_SYSTEEM)
        .group_by(*wie, "adres", vak)
        .having(aantal >= min(grens for _, grens in grenzen.values()))
        .order_by(eerst.desc())
        .limit(MEESTE)
    ).all()
    for soort, sleutel, naam, organisatie, ip, moment, keren in rijen:
        wat, grens = grenzen[soort]
        if keren >= grens:
            yield Signaal(
                wat, naam or f"Vanaf {ip or 'een onbekend adres'}", organisatie, moment, keren, sleutel
            )


def _systemen(sessie: Session, zicht: ColumnElement[bool], drempels: Drempels) -> Iterator[Signaal]:
    """Look at systems that were refused many different things on one day.

    Different ones: a program asks every few minutes for what went away, and that says nothing.
    """
    g, vak = Gebeurtenis, _vak(SECONDEN_DAG)
    wie = (g.gebruiker_id, g.gebruiker_naam, g.organisatie_naam)
    eerst, aantal = func.min(g.tijd), func.count(distinct(g.object_id))
    rijen = sessie.execute(
        select(*wie, eerst, aantal)
        .where(zicht, g.soort == Soort.TOEGANG_GEWEIGERD.value, DOOR_EEN_SYSTEEM)
        .group_by(*wie, g.apparaat, vak)
        .having(aantal >= drempels.weigeringen_per_dag)
        .order_by(eerst.desc())
        .limit(MEESTE)
    )
    for sleutel, naam, organisatie, moment, dingen in rijen:
        yield Signaal("vroeg met een systeem veel wat niet mag", naam, organisatie, moment, dingen, sleutel)
