"""Following a casus after the meeting: monitoring, back on the agenda, closing (domein.md §6)."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Agendapunt, Casus, Monitoringronde, Overleg
from models.waarden import OverlegStatus
from overleg.agenda.handelingen import beeindig_monitoring, zet_op_agenda
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import vandaag
from overleg.basis.oordeel import nee
from overleg.logboek.schrijven import schrijf, vingerafdruk
from overleg.logboek.soorten import Soort
from overleg.opvolging.handelingen.gemeen import eis_oordeel, sluit, sluit_wat_is_overgedragen
from overleg.opvolging.invoer import Ronde
from overleg.opvolging.opvragen.sluiten import sluitfeiten
from overleg.opvolging.regels.melden import is_gemonitord, mag_ronde
from overleg.opvolging.regels.sluiten import mag_sluiten
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager


def leg_ronde_vast(sessie: Session, vrager: Vrager, casus: Casus, ronde: Ronde) -> Monitoringronde:
    """Record one look at a casus under monitoring; it goes on to a next date, or ends with the reason."""
    eis(vrager, Recht.CASUS_OPVOLGEN, casus)
    eis_oordeel(
        mag_ronde(
            gemonitord=is_gemonitord(casus.status, casus.monitoring_op),
            beeindigen=ronde.beeindigen,
            direct_veilig=ronde.direct_veilig,
            volgende=ronde.volgende_op,
            toelichting=ronde.toelichting,
            vandaag=vandaag(),
        )
    )
    rij = Monitoringronde(
        casus_id=casus.id,
        voorwaarden_nagekomen=ronde.voorwaarden_nagekomen,
        direct_veilig=ronde.direct_veilig,
        stabiel_veilig=ronde.stabiel_veilig,
        schade_hersteld=ronde.schade_hersteld,
        vraag_beantwoord=ronde.vraag_beantwoord,
        gesproken_met=ronde.gesproken_met,
        toelichting=ronde.toelichting,
        volgende_op=None if ronde.beeindigen else ronde.volgende_op,
        door_id=vrager.id,
    )
    sessie.add(rij)
    if ronde.beeindigen:
        beeindig_monitoring(casus)
        schrijf(sessie, vrager, Soort.MONITORING_BEEINDIGD, casus)
        sluit_wat_is_overgedragen(sessie, vrager, casus)
    else:
        casus.monitoring_op = ronde.volgende_op
        volgende = ronde.volgende_op.isoformat() if ronde.volgende_op else ""
        schrijf(sessie, vrager, Soort.MONITORING_RONDE, casus, volgende=volgende)
    return rij


def volgend_overleg(sessie: Session, casus: Casus) -> Overleg | None:
    """Return the first coming overleg of the tafel that can take a casus."""
    return sessie.scalars(
        select(Overleg)
        .where(
            Overleg.tafel_id == casus.tafel_id,
            Overleg.datum >= vandaag(),
            Overleg.status.in_((OverlegStatus.GEPLAND, OverlegStatus.GEPUBLICEERD)),
        )
        .order_by(Overleg.datum, Overleg.begin, Overleg.id)
        .limit(1)
    ).one_or_none()


def zet_terug_op_agenda(sessie: Session, vrager: Vrager, casus: Casus) -> Agendapunt:
    """Put a casus on the agenda of the next overleg. Raises Geweigerd with what stands in the way."""
    eis(vrager, Recht.CASUS_OPVOLGEN, casus)
    overleg = volgend_overleg(sessie, casus)
    if overleg is None:
        raise Geweigerd(nee("Er is geen volgend overleg gepland. Plan eerst een overleg."))
    punt = zet_op_agenda(sessie, vrager, overleg, casus)
    schrijf(sessie, vrager, Soort.CASUS_TERUG_OP_AGENDA, casus, aanleiding="voorzitter")
    return punt


def sluit_casus(sessie: Session, vrager: Vrager, casus: Casus, reden: str) -> None:
    """Close a casus. Raises Geweigerd with everything that is still open."""
    eis(vrager, Recht.CASUS_OPVOLGEN, casus)
    eis_oordeel(mag_sluiten(sluitfeiten(sessie, casus, reden)))
    sluit(casus, reden)
    schrijf(sessie, vrager, Soort.CASUS_GESLOTEN, casus, reden_hash=vingerafdruk(reden))
