"""Asking whether the people of a casus are known at another tafel: yes or no (besluiten/027)."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Bekendheidsantwoord, Bekendheidsvraag, Casus, Directbetrokkene, Overlegtafel, Persoonsmerk
from models.versleuteling import kast_van
from models.waarden import CasusStatus
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import nu
from overleg.basis.oordeel import nee
from overleg.instroom.persoonsmerken import als_persoon
from overleg.instroom.regels.personen import schrijfwijzen
from overleg.logboek.schrijven import schrijf, vingerafdruk
from overleg.logboek.soorten import Soort
from overleg.toegang.filters import ingediend, niet_teruggetrokken
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager

DAG = timedelta(hours=24)
MEESTE = 20
"""Questions of one person within a day."""
TE_VAAK = "U vroeg dit vandaag al vaak. Bel de andere overlegtafel, of vraag het morgen."
NIEMAND = "Van niemand is de geboortedatum bekend. Vul die aan: zonder geboortedatum kan dit niet."
NIET_BEKEND = (CasusStatus.AFGEWEZEN, CasusStatus.DOORVERWEZEN)
"""Never a casus of that tafel."""


def vraag_bekendheid(sessie: Session, vrager: Vrager, casus: Casus, doel: str) -> Bekendheidsvraag:
    """Ask every other tafel about everybody in `casus` with a birth date.

    A casus elsewhere that is closed to the asker because of a conflict of interest counts as not known. Both
    tafels get a line in the logboek. Raises Geweigerd after too many questions, or without any birth date.
    """
    eis(vrager, Recht.BEKENDHEID_VRAGEN, casus)
    _eis_mag(sessie, vrager, casus)
    gevonden = _zoek(sessie, vrager, casus)
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
    eerder = sessie.scalar(
        select(func.count())
        .select_from(Bekendheidsvraag)
        .where(Bekendheidsvraag.door_id == vrager.id, Bekendheidsvraag.op > nu() - DAG)
    )
    if (eerder or 0) >= MEESTE:
        raise Geweigerd(nee(TE_VAAK))


def _zoek(sessie: Session, vrager: Vrager, casus: Casus) -> set[tuple[UUID, Casus]]:
    """Return (person of this casus, casus of another tafel in which that person may be)."""
    kast = kast_van(sessie.get_bind().dialect)
    van = {
        kast.merk(wijze): mens.id
        for mens in casus.betrokkenen
        for wijze in schrijfwijzen(als_persoon(mens), omgewisseld=True)
    }
    rijen = sessie.execute(
        select(Persoonsmerk.merk, Casus)
        .join(Directbetrokkene, Directbetrokkene.id == Persoonsmerk.betrokkene_id)
        .join(Casus, Casus.id == Directbetrokkene.casus_id)
        .join(Overlegtafel, Overlegtafel.id == Casus.tafel_id)
        .where(
            Persoonsmerk.merk.in_(van),
            Casus.tafel_id != casus.tafel_id,
            Casus.status.not_in(NIET_BEKEND),
            Overlegtafel.actief.is_(True),
            ingediend(),
            niet_teruggetrokken(vrager),
        )
    )
    return {(van[merk], ander) for merk, ander in rijen}


def _aantal_tafels(sessie: Session, casus: Casus) -> int:
    waar = Overlegtafel.actief.is_(True), Overlegtafel.id != casus.tafel_id
    return sessie.scalar(select(func.count()).select_from(Overlegtafel).where(*waar)) or 0
