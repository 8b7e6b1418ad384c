"""From a casus to the facts that the rules ask about."""

from datetime import date

from models import Casus
from models.waarden import CasusStatus, MeldingStatus
from overleg.agenda.regels.agenderen import Agendeerfeiten


def feiten_van(casus: Casus, dag: date, status: CasusStatus | None = None) -> Agendeerfeiten:
    """Return what decides whether a casus can come on an agenda; `status` replaces its own."""
    volgt_tot = casus.melding_volgt_uiterlijk
    return Agendeerfeiten(
        status=status or casus.status,
        heeft_vraag=bool(casus.concrete_vraag.strip()),
        melding=casus.melding_status,
        bespreken_zonder_melding=casus.bespreken_zonder_melding,
        melding_te_laat=casus.melding_status is MeldingStatus.VOLGT and bool(volgt_tot and volgt_tot < dag),
    )
