"""How one casus goes on after the meeting: everything the voorzitter follows (domein.md §6)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from models import (
    Afspraak,
    Casus,
    Informering,
    Maatregel,
    Monitoringronde,
    Overdracht,
    TeInformerenPartij,
    Veiligheidsvoorwaarde,
)
from overleg.basis.klok import vandaag
from overleg.basis.oordeel import Oordeel
from overleg.bespreking.opvragen.beslist import met_uitstellen
from overleg.bespreking.opvragen.regie import HuidigeRegie, regie_nu
from overleg.bespreking.regels.maatregelen import mag_bijgehouden
from overleg.opvolging.opvragen.sluiten import aantal_besprekingen, sluitfeiten
from overleg.opvolging.regels.sluiten import mag_gesloten, vuist_op_tafel
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import zichtbaar


@dataclass(frozen=True)
class Opvolgblad:
    """The page of one casus after the meeting."""

    casus: Casus
    vandaag: date
    regie: HuidigeRegie | None
    besprekingen: int
    vuist: bool
    sluiten: Oordeel
    afspraken: list[Afspraak]
    informeringen: list[Informering]
    partijen: list[TeInformerenPartij]
    overdrachten: list[Overdracht]
    maatregelen: list[Maatregel]
    voorwaarden: list[Veiligheidsvoorwaarde]
    rondes: list[Monitoringronde]

    @property
    def bijhouden(self) -> bool:
        """Whether maatregelen of this casus can still be added and changed."""
        return bool(mag_bijgehouden(self.casus.status))


def opvolgblad(sessie: Session, vrager: Vrager, casus: Casus) -> Opvolgblad:
    """Return the page in a fixed number of queries."""
    aantal = aantal_besprekingen(sessie, casus)
    return Opvolgblad(
        casus=casus,
        vandaag=vandaag(),
        regie=regie_nu(sessie, casus),
        besprekingen=aantal,
        vuist=vuist_op_tafel(aantal),
        sluiten=mag_gesloten(sluitfeiten(sessie, casus)),
        afspraken=_afspraken(sessie, vrager, casus),
        informeringen=_informeringen(sessie, vrager, casus),
        partijen=_partijen(sessie, vrager, casus),
        overdrachten=_overdrachten(sessie, vrager, casus),
        maatregelen=_maatregelen(sessie, casus),
        voorwaarden=_voorwaarden(sessie, casus),
        rondes=_rondes(sessie, casus),
    )


def _afspraken(sessie: Session, vrager: Vrager, casus: Casus) -> list[Afspraak]:
    vraag = (
        zichtbaar(vrager, Afspraak)
        .where(Afspraak.casus_id == casus.id, Afspraak.geldt_vanaf.is_not(None))
        .order_by(Afspraak.nummer)
        .options(
            joinedload(Afspraak.organisatie),
            joinedload(Afspraak.volgt_op),
            selectinload(Afspraak.voortgang),
        )
    )
    return list(sessie.scalars(vraag))


def _informeringen(sessie: Session, vrager: Vrager, casus: Casus) -> list[Informering]:
    vraag = (
        zichtbaar(vrager, Informering)
        .where(Informering.casus_id == casus.id)
        .order_by(Informering.gemaakt_op, Informering.id)
        .options(
            joinedload(Informering.betrokkene),
            joinedload(Informering.organisatie),
            joinedload(Informering.bespreking),
            met_uitstellen(),
        )
    )
    return list(sessie.scalars(vraag))


def _partijen(sessie: Session, vrager: Vrager, casus: Casus) -> list[TeInformerenPartij]:
    vraag = (
        zichtbaar(vrager, TeInformerenPartij)
        .where(TeInformerenPartij.casus_id == casus.id)
        .order_by(TeInformerenPartij.gemaakt_op, TeInformerenPartij.id)
        .options(joinedload(TeInformerenPartij.organisatie), joinedload(TeInformerenPartij.bespreking))
    )
    return list(sessie.scalars(vraag))


def _overdrachten(sessie: Session, vrager: Vrager, casus: Casus) -> list[Overdracht]:
    vraag = (
        zichtbaar(vrager, Overdracht)
        .where(Overdracht.casus_id == casus.id, Overdracht.geldt_vanaf.is_not(None))
        .order_by(Overdracht.aangeboden_op, Overdracht.id)
        .options(
            joinedload(Overdracht.van_organisatie),
            joinedload(Overdracht.naar_organisatie),
            joinedload(Overdracht.andere_tafel),
            joinedload(Overdracht.afspraak),
        )
    )
    return list(sessie.scalars(vraag))


def _maatregelen(sessie: Session, casus: Casus) -> list[Maatregel]:
    vraag = (
        select(Maatregel)
        .where(Maatregel.casus_id == casus.id, Maatregel.beeindigd_op.is_(None))
        .order_by(Maatregel.tot, Maatregel.id)
    )
    return list(sessie.scalars(vraag))


def _voorwaarden(sessie: Session, casus: Casus) -> list[Veiligheidsvoorwaarde]:
    vraag = (
        select(Veiligheidsvoorwaarde)
        .where(Veiligheidsvoorwaarde.casus_id == casus.id)
        .order_by(Veiligheidsvoorwaarde.gesteld_op, Veiligheidsvoorwaarde.id)
    )
    return list(sessie.scalars(vraag))


def _rondes(sessie: Session, casus: Casus) -> list[Monitoringronde]:
    vraag = (
        select(Monitoringronde)
        .where(Monitoringronde.casus_id == casus.id)
        .order_by(Monitoringronde.op.desc(), Monitoringronde.id)
        .options(joinedload(Monitoringronde.door))
    )
    return list(sessie.scalars(vraag))
