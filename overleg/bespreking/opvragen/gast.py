"""The screen of a casus for a guest: what the guest needs for this item, and nothing else (domein.md §2, §4).

No account of what happened, no joint texts, no birth dates, no consent, no contact safety, no reasons of
decisions: for those a guest has no ground. What is not in `Gastblad` cannot reach the page.
"""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from models import (
    Agendapunt,
    Besluit,
    Bespreking,
    Casus,
    Directbetrokkene,
    Informatiebijdrage,
    Informering,
    Organisatie,
    TeInformerenPartij,
)
from models.waarden import BesluitSoort, BetrokkeneRol
from overleg.basis.klok import nu
from overleg.basis.oordeel import Oordeel
from overleg.basis.weergave import datum
from overleg.bespreking.opvragen.beslist import besluiten_van, partijen_van
from overleg.bespreking.opvragen.invullen import mag_nu_invullen
from overleg.bespreking.opvragen.live import Livestand
from overleg.bespreking.opvragen.plan import Afsprakenlijst, afsprakenlijst
from overleg.bespreking.regels.klok import Klok, stand
from overleg.live.stand import nummer_voor
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import mag
from overleg.toegang.vrager import Vrager
from overleg.uitvraag.opvragen import zichtbare_bijdragen


@dataclass(frozen=True)
class Gastpersoon:
    """Someone the casus is about: the name and the role, no more."""

    naam: str
    rol: BetrokkeneRol


@dataclass(frozen=True)
class Gastbesluit:
    """What was decided on one of the five questions, in words; empty while it is open."""

    vraag: BesluitSoort
    zinnen: list[str]


@dataclass(frozen=True)
class Gastblad:
    """Everything on the screen of a guest."""

    live: Livestand
    kenmerk: str
    vraag: str
    klok: Klok
    bespreking_id: uuid.UUID | None
    invullen: Oordeel
    personen: list[Gastpersoon]
    bijdragen: list[Informatiebijdrage]
    """The own ones, and those shared with the organisatie of the guest."""
    bijdrage_toevoegen: bool
    afsprakenlijst: Afsprakenlijst
    besluiten: list[Gastbesluit]


def is_gast_bij(vrager: Vrager, punt: Agendapunt) -> bool:
    """Whether the asker is at this item as a guest only."""
    return not mag(vrager, Recht.PLAN_ZIEN, punt)


def gastblad(sessie: Session, vrager: Vrager, punt: Agendapunt) -> Gastblad:
    """Return the screen of a casus item for a guest. `punt` must be about a casus."""
    nummer = nummer_voor(sessie, vrager, punt.overleg)
    casus = sessie.get_one(Casus, punt.casus_id)
    bespreking = sessie.scalars(select(Bespreking).where(Bespreking.punt_id == punt.id)).one_or_none()
    invullen = mag_nu_invullen(vrager, bespreking)
    personen = sessie.execute(
        select(Directbetrokkene.naam, Directbetrokkene.rol)
        .where(Directbetrokkene.casus_id == casus.id)
        .order_by(Directbetrokkene.gemaakt_op, Directbetrokkene.id)
    )
    return Gastblad(
        live=Livestand(punt.overleg_id, nummer),
        kenmerk=casus.kenmerk or "",
        vraag=casus.concrete_vraag,
        klok=stand(punt.gebruikt_seconden, punt.loopt_sinds, punt.minuten, nu()),
        bespreking_id=bespreking.id if bespreking else None,
        invullen=invullen,
        personen=[Gastpersoon(naam, rol) for naam, rol in personen],
        bijdragen=zichtbare_bijdragen(sessie, vrager, casus),
        bijdrage_toevoegen=bool(invullen) and mag(vrager, Recht.BIJDRAGE_TOEVOEGEN, casus),
        afsprakenlijst=afsprakenlijst(sessie, vrager, bespreking),
        besluiten=in_woorden(sessie, bespreking),
    )


def in_woorden(sessie: Session, bespreking: Bespreking | None) -> list[Gastbesluit]:
    """Return what was decided on each of the five questions, for who may not read why."""
    if bespreking is None:
        return []
    genomen = besluiten_van(sessie, bespreking)
    zinnen: dict[BesluitSoort, list[str]] = {
        soort: list(_zinnen(genomen[soort])) for soort in BesluitSoort if soort in genomen
    }
    zinnen[BesluitSoort.INFORMEREN] = _informeren(sessie, bespreking)
    partijen = [_partij(rij) for rij in partijen_van(sessie, bespreking)]
    zinnen[BesluitSoort.PARTIJEN] = partijen or zinnen.get(BesluitSoort.PARTIJEN, [])
    return [Gastbesluit(soort, zinnen.get(soort, [])) for soort in BesluitSoort]


def _zinnen(besluit: Besluit) -> Iterator[str]:
    """Say what was decided, never why."""
    match besluit.soort:
        case BesluitSoort.REGIE:
            yield f"De regie is bij {_wie(besluit.organisatie, besluit.persoon_naam)}."
        case BesluitSoort.MONITORING:
            yield f"Ja, terug op {datum(besluit.datum)}." if besluit.ja else "Nee."
        case BesluitSoort.PARTIJEN:
            if not besluit.ja:
                yield "Geen."
        case BesluitSoort.OPSCHALING:
            if besluit.opschaling:
                yield f"{besluit.opschaling.tekst}."
        case _:
            return


def _informeren(sessie: Session, bespreking: Bespreking) -> list[str]:
    rijen = sessie.scalars(
        select(Informering)
        .where(Informering.bespreking_id == bespreking.id)
        .options(joinedload(Informering.betrokkene), joinedload(Informering.organisatie))
        .order_by(Informering.gemaakt_op, Informering.id)
    )
    return [
        f"{rij.betrokkene.naam} hoort het van {_wie(rij.organisatie, rij.persoon_naam)}"
        + (f", op {datum(rij.op)}." if rij.op else ".")
        for rij in rijen
    ]


def _partij(rij: TeInformerenPartij) -> str:
    return f"{rij.partij}, door {_wie(rij.organisatie, rij.persoon_naam)}, op {datum(rij.op)}."


def _wie(organisatie: Organisatie | None, naam: str) -> str:
    return ", ".join(deel for deel in (naam, organisatie.naam if organisatie else "") if deel)
