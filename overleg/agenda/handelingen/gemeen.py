"""What the handelingen of this stage share."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Agendapunt, Casus, Overleg
from models.waarden import CasusStatus, OverlegStatus
from overleg.agenda.regels.agenderen import mag_agenda_wijzigen
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import nu
from overleg.basis.oordeel import Oordeel
from overleg.instroom.handelingen.gang import zet_stap
from overleg.instroom.regels.casusgang import Stap


def eis_oordeel(oordeel: Oordeel) -> None:
    """Raise Geweigerd when a rule says no."""
    if not oordeel:
        raise Geweigerd(oordeel)


def eis_wijzigbaar(overleg: Overleg) -> None:
    """Raise Geweigerd when the agenda of this overleg is closed."""
    eis_oordeel(mag_agenda_wijzigen(overleg.status))


def raak_aan(overleg: Overleg) -> None:
    """Raise the version of the overleg: who works from an older agenda hears so.

    After the invitations went out it raises their SEQUENCE too, and the page offers to send them again.
    """
    overleg.gewijzigd_op = nu()
    if overleg.status is OverlegStatus.GEPUBLICEERD:
        overleg.ics_volgnummer += 1
        overleg.gewijzigd_na_uitnodiging = True


def punten_van(sessie: Session, overleg: Overleg) -> list[Agendapunt]:
    """Return all items of the overleg in order, whoever asks."""
    vraag = select(Agendapunt).where(Agendapunt.overleg_id == overleg.id).order_by(Agendapunt.volgorde)
    return list(sessie.scalars(vraag).all())


def nummer(punten: Sequence[Agendapunt]) -> None:
    """Number the items in this order."""
    for volgorde, punt in enumerate(punten, start=1):
        punt.volgorde = volgorde


def zet_geagendeerd(casus: Casus, punt: Agendapunt) -> None:
    """Let the casus stand on an agenda; the item remembers what it was."""
    if casus.status is CasusStatus.GEAGENDEERD:
        zet_stap(casus, Stap.AANHOUDEN)
        return
    punt.status_vooraf = casus.status
    zet_stap(casus, Stap.AGENDEREN)


def zet_terug(casus: Casus, punt: Agendapunt) -> None:
    """Let the casus be what it was before it came on the agenda: discussed or monitored stays so."""
    if casus.status is CasusStatus.GEAGENDEERD:
        zet_stap(casus, Stap.VAN_AGENDA, punt.status_vooraf or CasusStatus.TOEGELATEN)
