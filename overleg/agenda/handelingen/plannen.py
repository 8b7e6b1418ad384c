"""Planning one overleg or a series, moving it, calling it off."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from sqlalchemy.orm import Session

from models import Agendapunt, Overleg, Overlegtafel
from models.waarden import OverlegStatus, OverlegVorm
from overleg.agenda.handelingen.afzeggen import zeg_allen_af
from overleg.agenda.handelingen.gang import zet_overlegstap
from overleg.agenda.handelingen.gemeen import eis_oordeel, punten_van, raak_aan, zet_terug
from overleg.agenda.handelingen.monitoring import zet_monitoring_klaar
from overleg.agenda.opvragen.overleggen import bezette_momenten
from overleg.agenda.regels.agenderen import MINUTEN_STANDAARD
from overleg.agenda.regels.gang import OverlegStap, mag_stap
from overleg.agenda.regels.plannen import Moment, mag_gepland, mag_verplaatst
from overleg.basis.fouten import Botsing
from overleg.basis.klok import vandaag
from overleg.basis.oordeel import nee, samen
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager

VELDEN = ("datum", "begin", "einde", "vorm", "plaats")


@dataclass(frozen=True)
class Overlegplan:
    """When, how and where."""

    begin: time
    einde: time
    vorm: OverlegVorm
    plaats: str
    extra: bool = False


def plan_overleggen(
    sessie: Session, vrager: Vrager, tafel: Overlegtafel, data: Sequence[date], plan: Overlegplan
) -> list[Overleg]:
    """Plan an overleg on each of `data`: one, or a series. Raises Geweigerd when one of them cannot be.

    Each gets the standing items, and the casussen under monitoring that are due.
    """
    reeks_id = uuid.uuid4() if len(data) > 1 else None
    if not data:
        eis_oordeel(nee("Kies minstens één datum waarop het overleg doorgaat.", "overslaan"))
    bezet = bezette_momenten(sessie, tafel.id, min(data))
    momenten = [Moment(dag, plan.begin, plan.einde) for dag in data]
    eis_oordeel(samen(dict.fromkeys(mag_gepland(moment, vandaag(), bezet) for moment in momenten)))
    return [_plan(sessie, vrager, tafel, dag, plan, reeks_id=reeks_id) for dag in sorted(data)]


def _plan(
    sessie: Session,
    vrager: Vrager,
    tafel: Overlegtafel,
    dag: date,
    plan: Overlegplan,
    *,
    reeks_id: uuid.UUID | None,
) -> Overleg:
    overleg = Overleg(
        tafel=tafel,
        tafel_id=tafel.id,
        datum=dag,
        begin=plan.begin,
        einde=plan.einde,
        vorm=plan.vorm,
        plaats=plan.plaats,
        extra=plan.extra,
        reeks_id=reeks_id,
        status=OverlegStatus.GEPLAND,
    )
    eis(vrager, Recht.AGENDA_MAKEN, overleg)
    sessie.add(overleg)
    for volgorde, (soort, minuten) in enumerate(MINUTEN_STANDAARD.items(), start=1):
        sessie.add(Agendapunt(overleg=overleg, soort=soort, volgorde=volgorde, minuten=minuten))
    sessie.flush()
    schrijf(sessie, vrager, Soort.OVERLEG_GEPLAND, overleg, datum=dag.isoformat())
    zet_monitoring_klaar(sessie, overleg, vrager)
    return overleg


def wijzig_overleg(
    sessie: Session, vrager: Vrager, overleg: Overleg, plan: Overlegplan, *, datum: date, versie: int
) -> None:
    """Move an overleg, or change how or where. Raises Botsing when based on an older version."""
    eis(vrager, Recht.AGENDA_MAKEN, overleg)
    eis_oordeel(mag_verplaatst(overleg.status))
    if versie != overleg.versie:
        raise Botsing("Iemand anders wijzigde dit overleg. Kijk wat er nu staat en wijzig het opnieuw.")
    bezet = bezette_momenten(sessie, overleg.tafel_id, datum, behalve=overleg.id)
    eis_oordeel(mag_gepland(Moment(datum, plan.begin, plan.einde), vandaag(), bezet))
    nieuw = {"datum": datum, **{naam: getattr(plan, naam) for naam in VELDEN[1:]}}
    veranderd = [naam for naam in VELDEN if getattr(overleg, naam) != nieuw[naam]]
    if not veranderd:
        return
    for naam in veranderd:
        setattr(overleg, naam, nieuw[naam])
    raak_aan(overleg)
    schrijf(sessie, vrager, Soort.OVERLEG_GEWIJZIGD, overleg, velden=", ".join(veranderd))


def annuleer_overleg(sessie: Session, vrager: Vrager, overleg: Overleg) -> None:
    """Call an overleg off: its casussen are free for another agenda, who was invited hears it."""
    eis(vrager, Recht.AGENDA_MAKEN, overleg)
    eis_oordeel(mag_stap(overleg.status, OverlegStap.ANNULEREN))
    for punt in punten_van(sessie, overleg):
        if punt.casus is not None and punt.doorgezet_op is None:
            zet_terug(punt.casus, punt)
    was_verstuurd = overleg.status is OverlegStatus.GEPUBLICEERD
    raak_aan(overleg)
    zet_overlegstap(overleg, OverlegStap.ANNULEREN)
    if was_verstuurd:
        overleg.gewijzigd_na_uitnodiging = False
        zeg_allen_af(sessie, overleg)
    schrijf(sessie, vrager, Soort.OVERLEG_GEANNULEERD, overleg)
