"""Reporting that someone was told, or that telling is postponed (domein.md §6)."""

from sqlalchemy.orm import Session

from models import Informering, TeInformerenPartij
from models.waarden import InformerenStatus
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import vandaag
from overleg.basis.oordeel import nee
from overleg.bespreking.handelingen.uitstel import stel_uit
from overleg.bespreking.regels.informeren import Uitstelronde
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.opvolging.handelingen.gemeen import eis_oordeel, sluit_wat_is_overgedragen
from overleg.opvolging.invoer import Gedaan
from overleg.opvolging.regels.melden import mag_gedaan, mag_uitstellen
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager


def meld_geinformeerd(sessie: Session, vrager: Vrager, rij: Informering, gedaan: Gedaan) -> None:
    """Report that a directbetrokkene was told, when and how."""
    eis(vrager, Recht.INFORMERING_MELDEN, rij)
    eis_oordeel(mag_gedaan(rij.status, gedaan.op, vandaag()))
    rij.status, rij.gedaan_op, rij.gedaan_toelichting = (
        InformerenStatus.GEDAAN,
        gedaan.op,
        gedaan.toelichting,
    )
    schrijf(sessie, vrager, Soort.INFORMERING_GEDAAN, rij)
    sluit_wat_is_overgedragen(sessie, vrager, rij.casus)


def stel_informeren_uit(sessie: Session, vrager: Vrager, rij: Informering, uitstel: Uitstelronde) -> None:
    """Postpone telling a directbetrokkene: with a reason and a date to look again, beside earlier rounds."""
    eis(vrager, Recht.INFORMERING_MELDEN, rij)
    sessie.refresh(rij, with_for_update={"of": Informering})
    eis_oordeel(mag_uitstellen(rij.status, uitstel.reden, uitstel.opnieuw_op, vandaag()))
    stel_uit(rij, vrager, uitstel)
    schrijf(sessie, vrager, Soort.INFORMERING_UITGESTELD, rij, tot=uitstel.opnieuw_op.isoformat())


def meld_partij(sessie: Session, vrager: Vrager, rij: TeInformerenPartij, gedaan: Gedaan) -> None:
    """Report that a party outside the meeting was told."""
    eis(vrager, Recht.PARTIJ_MELDEN, rij)
    if rij.gedaan_op is not None:
        raise Geweigerd(nee("Dit is al gemeld als gedaan."))
    eis_oordeel(mag_gedaan(InformerenStatus.GEPLAND, gedaan.op, vandaag()))
    rij.gedaan_op = gedaan.op
    schrijf(sessie, vrager, Soort.PARTIJ_GEINFORMEERD, rij)
    sluit_wat_is_overgedragen(sessie, vrager, rij.casus)
