"""The action lists, each as one asker may see it."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, or_
from sqlalchemy.orm import Session, joinedload

from models import Afspraak, Bespreking, Casus, Overleg
from overleg.basis.klok import vandaag
from overleg.basis.weergave import datum_lang
from overleg.bespreking.opvragen.openstaand import open_afspraak
from overleg.bespreking.regels.voortgang import houdt_op, is_te_laat
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import zichtbaar
from overleg.verslag.actielijst import Actie, Actielijst
from overleg.verslag.opvragen.informeren import (
    eigen_aanbod,
    eigen_te_informeren,
    te_informeren_van_overleg,
)
from overleg.verslag.woorden import wie, zonder_akkoord


@dataclass(frozen=True, slots=True)
class Actiekeuze:
    """Which actions of the own organisatie go on the list."""

    alleen_zelf: bool = False
    """Only what names the asker."""
    alles: bool = False
    """Also the afspraken that are done, or no longer possible."""


@dataclass(frozen=True)
class Gevonden:
    """An action list, and the casussen it is about (for the logboek)."""

    lijst: Actielijst
    casus_ids: frozenset[uuid.UUID]


STANDAARD = Actiekeuze()


def acties_van_overleg(sessie: Session, vrager: Vrager, overleg: Overleg) -> Gevonden:
    """Return what this overleg agreed, as far as `vrager` may see it, and the casussen it is about."""
    vraag = zichtbaar(vrager, Afspraak).join(Bespreking, Bespreking.id == Afspraak.bespreking_id)
    rijen = _acties(sessie, vraag.where(Bespreking.overleg_id == overleg.id))
    informeren = te_informeren_van_overleg(sessie, vrager, overleg.id, vandaag())
    kenmerk = f"{overleg.tafel.code}-{overleg.datum.isoformat()}"
    lijst = Actielijst(
        titel=f"Actielijst {overleg.tafel.naam}",
        tafel=overleg.tafel.naam,
        ondertitel=f"Overleg van {datum_lang(overleg.datum)}",
        kenmerk=kenmerk,
        voor=vrager.organisatie_naam,
        acties=tuple(_actie(rij, vandaag()) for rij in rijen),
        informeren=tuple(plicht for _, plicht in informeren),
    )
    return Gevonden(lijst, frozenset(rij.casus_id for rij in rijen) | {casus for casus, _ in informeren})


def eigen_acties(sessie: Session, vrager: Vrager, keuze: Actiekeuze = STANDAARD) -> Gevonden:
    """Return what the asker's organisatie still has to do or answer, at the tafels the asker sits at."""
    zelf = Afspraak.persoon_id == vrager.id
    eigen = zelf if keuze.alleen_zelf else or_(Casus.tafel_id.in_(vrager.tafels()), zelf)
    vraag = (
        zichtbaar(vrager, Afspraak)
        .join(Casus, Casus.id == Afspraak.casus_id)
        .where(Afspraak.organisatie_id == vrager.organisatie_id, eigen)
    )
    if not keuze.alles:
        vraag = vraag.where(*open_afspraak())
    rijen = _acties(sessie, vraag)
    dag = vandaag()
    informeren = eigen_te_informeren(sessie, vrager, dag, alleen_zelf=keuze.alleen_zelf)
    aanbod = eigen_aanbod(sessie, vrager, alleen_zelf=keuze.alleen_zelf)
    van = vrager.naam if keuze.alleen_zelf else vrager.organisatie_naam
    lijst = Actielijst(
        titel="Actielijst",
        tafel=vrager.organisatie_naam,
        ondertitel=f"{'Alle' if keuze.alles else 'Open'} acties van {van} op {datum_lang(dag)}",
        kenmerk=dag.isoformat(),
        voor=vrager.organisatie_naam,
        acties=tuple(_actie(rij, dag) for rij in rijen),
        informeren=tuple(plicht for _, plicht in informeren),
        aanbod=tuple(ding for _, ding in aanbod),
    )
    ook = {casus for casus, _ in (*informeren, *aanbod)}
    return Gevonden(lijst, frozenset(rij.casus_id for rij in rijen) | ook)


def _acties(sessie: Session, vraag: Select[Afspraak]) -> Sequence[Afspraak]:
    """Return the afspraken that hold, by date and casus; who sees them was settled in `vraag`."""
    rijen = sessie.scalars(
        vraag.where(Afspraak.geldt_vanaf.is_not(None))
        .options(
            joinedload(Afspraak.casus),
            joinedload(Afspraak.organisatie),
            joinedload(Afspraak.persoon),
            joinedload(Afspraak.volgt_op).joinedload(Afspraak.organisatie),
        )
        .order_by(Afspraak.datum, Afspraak.nummer)
    )
    return sorted(rijen, key=lambda rij: (rij.datum, rij.casus.kenmerk or "", rij.nummer))


def _actie(rij: Afspraak, dag: date) -> Actie:
    """Return one line; of what it still waits on only the number, the owner and the state, no content."""
    eerst = rij.volgt_op if rij.volgt_op and houdt_op(rij.volgt_op.status) else None
    wacht_op = f"{eerst.nummer} ({eerst.organisatie.naam}), {eerst.status.tekst.lower()}" if eerst else ""
    return Actie(
        kenmerk=rij.casus.kenmerk or "",
        nummer=rij.nummer,
        wat=rij.wat,
        wie=wie(rij.organisatie, rij.persoon_naam, rij.persoon),
        datum=rij.datum,
        wacht_op=wacht_op,
        stand=": ".join(deel for deel in (rij.status.tekst, rij.status_reden) if deel),
        te_laat=is_te_laat(rij.status, rij.datum, dag),
        akkoord=zonder_akkoord(rij),
        id=rij.id,
        versie=rij.versie,
    )
