"""Asking whether the people of a casus are known at another tafel: yes or no (besluiten/027)."""

from datetime import timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Bekendheidsantwoord, Bekendheidsvraag, Casus, Gebruiker, Overlegtafel
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import nu
from overleg.basis.oordeel import nee
from overleg.instroom.opvragen.bekendheid import treffers
from overleg.logboek.schrijven import schrijf, vingerafdruk
from overleg.logboek.soorten import Soort
from overleg.toegang.filters import niet_teruggetrokken
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager

DAG = timedelta(hours=24)
MEESTE = 20
"""Questions of one person within a day."""
TE_VAAK = "U vroeg dit vandaag al vaak. Bel de andere overlegtafel, of vraag het morgen."
NIEMAND = "Van niemand is de geboortedatum bekend. Vul die aan: zonder geboortedatum kan dit niet."


def vraag_bekendheid(sessie: Session, vrager: Vrager, casus: Casus, doel: str) -> Bekendheidsvraag:
    """Ask every other tafel about everybody in `casus` with a birth date.

    A casus elsewhere that is closed to the asker because of a conflict of interest counts as not known. Both
    tafels get a line in the logboek. Raises Geweigerd after too many questions, or without any birth date.
    """
    eis(vrager, Recht.BEKENDHEID_VRAGEN, casus)
    _eis_mag(sessie, vrager, casus)
    gevonden = treffers(sessie, casus, niet_teruggetrokken(vrager))
    vraag = Bekendheidsvraag(
        casus=casus, doel=doel, door_id=vrager.id, aantal_tafels=_aantal_tafels(sessie, casus)
    )
    vraag.antwoorden = [
        Bekendheidsantwoord(betrokkene_id=mens, tafel_id=tafel)
        for mens, tafel in sorted({(mens, ander.tafel_id) for mens, ander in gevonden}, key=str)
    ]
    sessie.add(vraag)
    sessie.flush()
    tafels = {ander.tafel_id for _mens, ander in gevonden}
    schrijf(
        sessie,
        vrager,
        Soort.BEKENDHEID_GEVRAAGD,
        casus,
        tafels=vraag.aantal_tafels,
        bekend=len(tafels),
        doel_hash=vingerafdruk(doel),
    )
    for ander in sorted({ander for _mens, ander in gevonden}, key=lambda c: str(c.id)):
        schrijf(
            sessie,
            vrager,
            Soort.BEKENDHEID_GEGEVEN,
            ander,
            gever=ander.tafel.naam,
            organisatie=f"{casus.tafel.naam}, {vrager.organisatie_naam}",
            doel="Nagaan of iemand bij een andere overlegtafel bekend is",
        )
    return vraag


def _eis_mag(sessie: Session, vrager: Vrager, casus: Casus) -> None:
    if not any(mens.geboortedatum for mens in casus.betrokkenen):
        raise Geweigerd(nee(NIEMAND))
    sessie.execute(select(Gebruiker.id).where(Gebruiker.id == vrager.id).with_for_update())
    eerder = sessie.scalar(
        select(func.count())
        .select_from(Bekendheidsvraag)
        .where(Bekendheidsvraag.door_id == vrager.id, Bekendheidsvraag.op > nu() - DAG)
    )
    if (eerder or 0) >= MEESTE:
        raise Geweigerd(nee(TE_VAAK))


def _aantal_tafels(sessie: Session, casus: Casus) -> int:
    waar = Overlegtafel.actief.is_(True), Overlegtafel.id != casus.tafel_id
    return sessie.scalar(select(func.count()).select_from(Overlegtafel).where(*waar)) or 0
