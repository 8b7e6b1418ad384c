"""Taking a destroyed casus out of the adopted records of its tafel (docs/besluiten/022).

An adopted record is about several casussen, so it stays, without the part of the one that was destroyed. Its
checksum changes with it: the row keeps the first one, and a line of the logboek ties both together.
"""

import uuid
from dataclasses import fields, replace
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Agendapunt, Casus, Overleg, Verslag
from models.versleuteling import MetGaten
from overleg.basis.klok import hier
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.vrager import Vrager
from overleg.verslag.bewaren import WEG, controlegetal, naar_json, ontdooi
from overleg.verslag.gaten import vernietigd_op, zonder_gaten
from overleg.verslag.inhoud import Aanwezige, CasusInVerslag, Rectificatie, Verslaginhoud

BLIJFT = frozenset({"id", "kenmerk", "lezers"})
"""Of a casus in a record: what says nothing about people."""


def zonder_casus(inhoud: Verslaginhoud, casus_id: uuid.UUID, dag: date) -> Verslaginhoud:
    """Return `inhoud` without anything of one casus; doing it twice changes nothing."""
    return replace(
        inhoud,
        casussen=tuple(_leeg(c, dag) if c.id == casus_id else c for c in inhoud.casussen),
        aanwezigen=tuple(w for wie in inhoud.aanwezigen if (w := _zonder_gast(wie, casus_id)) is not None),
        vorige_acties=tuple(a for a in inhoud.vorige_acties if a.casus_id != casus_id),
        rectificaties=tuple(_zonder_tekst(r) if r.casus_id == casus_id else r for r in inhoud.rectificaties),
    )


def _leeg(casus: CasusInVerslag, dag: date) -> CasusInVerslag:
    if casus.vernietigd:
        return casus
    leegte = {str: "", bool: False, tuple: (), frozenset: frozenset()}
    weg = {
        veld.name: leegte.get(type(waarde))
        for veld in fields(casus)
        if veld.name not in BLIJFT and (waarde := getattr(casus, veld.name)) is not None
    }
    return replace(casus, **{**weg, **vernietigd_op(dag)})


def _zonder_gast(wie: Aanwezige, casus_id: uuid.UUID) -> Aanwezige | None:
    """Return a guest without this casus; None for who was there for nothing else."""
    if casus_id not in wie.bij_casussen:
        return wie
    rest = sorted(wie.bij_casussen - {casus_id}, key=str)
    return replace(wie, bij_casus=rest[0], ook_bij=frozenset(rest[1:])) if rest else None


def _zonder_tekst(rectificatie: Rectificatie) -> Rectificatie:
    return replace(rectificatie, reden=WEG, tekst=WEG)


def kort_in(sessie: Session, vrager: Vrager | None, casus: Casus, moment: datetime) -> int:
    """Take `casus` out of every adopted record of its tafel; return how many versions changed.

    The meetings are held until the end of the transaction, so that nobody adopts or mends one meanwhile.
    Raises OnleesbaarVerslag when a record is not what was adopted: then nothing is destroyed.
    """
    aantal = 0
    for overleg in _overleggen(sessie, casus):
        vraag = select(Verslag).where(Verslag.overleg_id == overleg.id).order_by(Verslag.versie)
        for verslag in sessie.scalars(vraag.execution_options(populate_existing=True)):
            if (van := _kort_in(sessie, verslag, casus, moment)) is None:
                continue
            aantal += 1
            sessie.flush()
            schrijf(
                sessie,
                vrager,
                Soort.VERSLAG_INGEKORT,
                overleg,
                versie=verslag.versie,
                van=van,
                naar=verslag.controlegetal,
            )
    return aantal


def _overleggen(sessie: Session, casus: Casus) -> list[Overleg]:
    """Return the meetings from the first one with this casus on: later ones name its actions."""
    eerste = select(func.min(Overleg.datum)).join(Agendapunt, Agendapunt.overleg_id == Overleg.id)
    vraag = (
        select(Overleg)
        .where(
            Overleg.tafel_id == casus.tafel_id,
            Overleg.datum >= eerste.where(Agendapunt.casus_id == casus.id).scalar_subquery(),
        )
        .order_by(Overleg.id)
        .with_for_update()
    )
    return list(sessie.scalars(vraag))


def _namen(sessie: Session, casus: Casus) -> dict[str, str]:
    vraag = select(Casus.id, Casus.kenmerk).where(Casus.tafel_id == casus.tafel_id)
    return {str(wie): kenmerk or "" for wie, kenmerk in sessie.execute(vraag)}


def _kort_in(sessie: Session, verslag: Verslag, casus: Casus, moment: datetime) -> str | None:
    """Take the casus out of one version; return the checksum of before, None when it was not in it."""
    casus_id, dag = casus.id, hier(moment).date()
    if gaten := isinstance(verslag.inhoud, MetGaten):
        geheel = zonder_gaten(verslag.inhoud, _namen(sessie, casus), dag)
    else:
        geheel = ontdooi(verslag.inhoud, verslag.controlegetal)
    rest = zonder_casus(geheel, casus_id, dag)
    if rest == geheel and not gaten:
        return None
    van, verslag.inhoud = verslag.controlegetal, naar_json(rest)
    verslag.controlegetal = controlegetal(verslag.inhoud)
    verslag.oorspronkelijk_getal = verslag.oorspronkelijk_getal or van
    verslag.ingekort_op = moment
    if any(r.casus_id == casus_id and r.nummer + 1 == verslag.versie for r in geheel.rectificaties):
        verslag.rectificatie_reden = WEG
    return van
