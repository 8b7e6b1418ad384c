"""Starting and ending the meeting, and which item is on (domein.md §5)."""

import uuid
from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from models import (
    Aanschuiver,
    Agendapunt,
    Bespreking,
    Casus,
    Deelname,
    Overleg,
    Registratieafspraak,
    Tekstveld,
    Tekstversie,
)
from models.waarden import BesprekingStatus, Veld
from overleg.agenda.handelingen import zet_deelnames_klaar, zet_overlegstap
from overleg.agenda.regels.gang import OverlegStap
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import nu
from overleg.basis.oordeel import Oordeel
from overleg.bespreking.regels.klok import stand
from overleg.bespreking.regels.verloop import mag_beginnen
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager

NIET_MEE = frozenset({Veld.AFWIJKEND})
"""Texts that belong to one decision: they do not go along to a next bespreking of the casus.

Unless it was held over: then that decision is still to be taken.
"""
Sleutel = tuple[Veld, uuid.UUID | None]
Begintekst = tuple[str, uuid.UUID | None, datetime | None]
"""A text to start from: what, written by whom, when."""


def _eis(oordeel: Oordeel) -> None:
    if not oordeel:
        raise Geweigerd(oordeel)


def start_overleg(sessie: Session, vrager: Vrager, overleg: Overleg) -> None:
    """Start the meeting: expected members on the list, the registratieafspraken of today confirmed.

    Raises Geweigerd when it is already on, or over.
    """
    eis(vrager, Recht.OVERLEG_LEIDEN, overleg)
    zet_overlegstap(overleg, OverlegStap.BEGINNEN)
    afspraak = sessie.scalars(
        select(Registratieafspraak)
        .where(Registratieafspraak.tafel_id == overleg.tafel_id)
        .order_by(Registratieafspraak.nummer.desc())
        .limit(1)
    ).one_or_none()
    overleg.begonnen_op = nu()
    overleg.registratieafspraak_id = afspraak.id if afspraak else None
    zet_deelnames_klaar(sessie, overleg)
    sessie.expire(overleg, ["deelnames"])
    sessie.add_all(_verwachte_gasten(sessie, overleg))
    sessie.flush()
    schrijf(sessie, vrager, Soort.OVERLEG_GESTART, overleg, versie=afspraak.nummer if afspraak else 0)


def _verwachte_gasten(sessie: Session, overleg: Overleg) -> list[Deelname]:
    """Return a deelname for each guest of an item who has none yet."""
    bekend = {(d.punt_id, d.gebruiker_id, d.organisatie_id) for d in overleg.deelnames}
    accounts = {d.gebruiker_id for d in overleg.deelnames if d.gebruiker_id}
    gasten = sessie.scalars(
        select(Aanschuiver)
        .join(Aanschuiver.punt)
        .where(Agendapunt.overleg_id == overleg.id)
        .options(selectinload(Aanschuiver.organisatie))
        .order_by(Aanschuiver.id)
    ).all()
    met_naam = {(g.punt_id, g.organisatie_id) for g in gasten if g.gebruiker_id or g.naam}
    nieuw = []
    for gast in gasten:
        zonder_naam = not (gast.gebruiker_id or gast.naam)
        if zonder_naam and (gast.punt_id, gast.organisatie_id) in met_naam:
            continue
        if (gast.punt_id, gast.gebruiker_id, gast.organisatie_id) in bekend or gast.gebruiker_id in accounts:
            continue
        nieuw.append(
            Deelname(
                overleg_id=overleg.id,
                gebruiker_id=gast.gebruiker_id,
                naam="" if gast.gebruiker_id else gast.naam or gast.organisatie.naam,
                organisatie_id=gast.organisatie_id,
                punt_id=gast.punt_id,
            )
        )
        if gast.gebruiker_id:
            accounts.add(gast.gebruiker_id)
    return nieuw


def begin_punt(sessie: Session, vrager: Vrager, punt: Agendapunt) -> None:
    """Put this item on; the one before it ends its turn. Opens the bespreking of a casus item.

    Raises Geweigerd when the meeting does not run, or the casus went on to a later one.
    """
    eis(vrager, Recht.OVERLEG_LEIDEN, punt)
    overleg = punt.overleg
    _eis(mag_beginnen(overleg.status, doorgezet=punt.doorgezet_op is not None))
    if overleg.huidig_punt_id == punt.id:
        return
    beeindig_huidig(sessie, vrager, overleg)
    punt.begonnen_op = punt.begonnen_op or nu()
    punt.loopt_sinds, punt.beeindigd_op = nu(), None
    overleg.huidig_punt_id = punt.id
    schrijf(sessie, vrager, Soort.PUNT_BEGONNEN, punt, puntsoort=punt.soort.tekst)
    if punt.casus is not None:
        open_bespreking(sessie, punt)
        schrijf(sessie, vrager, Soort.BESPREKING_GEOPEND, punt)


def beeindig_huidig(sessie: Session, vrager: Vrager, overleg: Overleg) -> None:
    """End the turn of the item that is on, if there is one."""
    vorig = sessie.get(Agendapunt, overleg.huidig_punt_id) if overleg.huidig_punt_id else None
    if vorig is None:
        return
    klok = stand(vorig.gebruikt_seconden, vorig.loopt_sinds, vorig.minuten, nu())
    vorig.gebruikt_seconden, vorig.loopt_sinds, vorig.beeindigd_op = klok.seconden, None, nu()
    schrijf(
        sessie,
        vrager,
        Soort.PUNT_BEEINDIGD,
        vorig,
        puntsoort=vorig.soort.tekst,
        seconden=vorig.gebruikt_seconden,
    )


def open_bespreking(sessie: Session, punt: Agendapunt) -> Bespreking:
    """Return the bespreking of a casus item with all its Tekstveld rows, making what is missing.

    Call it in a POST only. The texts start from the last bespreking of this casus; the biggest worry
    otherwise from the aanmelding.
    """
    casus = punt.casus
    if casus is None:
        raise ValueError("a bespreking belongs to an item about a casus")
    bespreking = sessie.scalars(select(Bespreking).where(Bespreking.punt_id == punt.id)).one_or_none()
    if bespreking is None:
        bespreking = Bespreking(punt_id=punt.id, overleg_id=punt.overleg_id, casus_id=casus.id)
        sessie.add(bespreking)
        sessie.flush()
    bestaand = {(veld.veld, veld.betrokkene_id) for veld in bespreking.velden}
    begin = _beginteksten(sessie, bespreking, casus)
    for sleutel in _sleutels(casus):
        if sleutel not in bestaand:
            _maak_veld(sessie, bespreking, sleutel, begin.get(sleutel))
    sessie.flush()
    sessie.expire(bespreking, ["velden"])
    return bespreking


def _sleutels(casus: Casus) -> Iterator[Sleutel]:
    yield from ((veld, None) for veld in Veld if veld is not Veld.PLAN_PERSOON)
    yield from ((Veld.PLAN_PERSOON, betrokkene.id) for betrokkene in casus.betrokkenen)


def _beginteksten(sessie: Session, bespreking: Bespreking, casus: Casus) -> dict[Sleutel, Begintekst]:
    """Return per field the text to start from, with who wrote it and when: not who put the item on."""
    begin: dict[Sleutel, Begintekst] = {
        (Veld.GROOTSTE_ZORG, None): (casus.grootste_zorg, casus.inbrenger_id, casus.ingediend_op)
    }
    vorige = sessie.scalars(
        select(Bespreking)
        .where(Bespreking.casus_id == casus.id, Bespreking.id != bespreking.id)
        .order_by(Bespreking.gemaakt_op.desc(), Bespreking.id)
        .options(selectinload(Bespreking.velden))
        .limit(1)
    ).one_or_none()
    gaat_verder = vorige is not None and vorige.status is BesprekingStatus.AANGEHOUDEN
    for veld in vorige.velden if vorige else ():
        if veld.waarde and (gaat_verder or veld.veld not in NIET_MEE):
            begin[(veld.veld, veld.betrokkene_id)] = (veld.waarde, veld.door_id, veld.op)
    return begin


def _maak_veld(sessie: Session, bespreking: Bespreking, sleutel: Sleutel, begin: Begintekst | None) -> None:
    soort, betrokkene_id = sleutel
    waarde, door_id, op = begin or ("", None, None)
    wie = {"door_id": door_id, "op": op or nu()}
    veld = Tekstveld(
        bespreking_id=bespreking.id, veld=soort, betrokkene_id=betrokkene_id, waarde=waarde, **wie
    )
    sessie.add(veld)
    sessie.flush()
    if waarde and door_id:
        sessie.add(Tekstversie(tekstveld_id=veld.id, versie=1, waarde=waarde, **wie))
