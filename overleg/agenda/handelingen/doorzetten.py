"""A casus that is left over, or held, goes on to a later overleg with its history."""

from sqlalchemy.orm import Session

from models import Aanschuiver, Agendapunt, Casus, Overleg
from models.waarden import CasusStatus
from overleg.agenda.handelingen.afzeggen import zeg_gasten_af
from overleg.agenda.handelingen.gemeen import eis_oordeel, eis_wijzigbaar, raak_aan
from overleg.agenda.handelingen.punten import leg_casus_op, van_deze_tafel
from overleg.basis.klok import nu
from overleg.basis.oordeel import JA, Oordeel, nee
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager


def zet_door(sessie: Session, vrager: Vrager, punt: Agendapunt, naar: Overleg) -> Agendapunt:
    """Put the casus of `punt` on the agenda of a later overleg and return the new item.

    The old item stays as history (`doorgezet_op`, and `van_punt` of the new one); its guests come along
    without a time. Raises Geweigerd. The bespreking calls this too, when a casus is held (aangehouden).
    """
    eis(vrager, Recht.AGENDA_MAKEN, punt)
    eis(vrager, Recht.AGENDA_MAKEN, naar)
    eis_oordeel(_mag_door(punt, naar))
    eis_wijzigbaar(naar)
    casus = _casus(punt)
    eis_oordeel(van_deze_tafel(naar, casus))
    nieuw = leg_casus_op(sessie, naar, casus, van=punt)
    raak_aan(punt.overleg)  # first: a calendar takes a cancellation only with a higher number
    zeg_gasten_af(sessie, punt.overleg, punt.aanschuivers)
    for gast in punt.aanschuivers:
        nieuw.aanschuivers.append(
            Aanschuiver(organisatie_id=gast.organisatie_id, gebruiker_id=gast.gebruiker_id, naam=gast.naam)
        )
    punt.doorgezet_op = nu()
    van, op = punt.overleg.datum.isoformat(), naar.datum.isoformat()
    schrijf(sessie, vrager, Soort.CASUS_DOORGEZET, nieuw, van=van, naar=op)
    return nieuw


def _casus(punt: Agendapunt) -> Casus:
    if punt.casus is None:
        raise ValueError("only an item about a casus goes on to a later overleg")
    return punt.casus


def _mag_door(punt: Agendapunt, naar: Overleg) -> Oordeel:
    """Whether the item can go on: about a casus that stands here, to an overleg that comes after this one."""
    if punt.casus is None:
        return nee("Alleen een casus gaat naar een volgend overleg. Voeg een ander punt daar opnieuw toe.")
    if punt.doorgezet_op is not None or punt.casus.status is not CasusStatus.GEAGENDEERD:
        return nee("Deze casus staat niet meer op deze agenda. Kies een casus die er nog op staat.")
    hier = punt.overleg
    if (naar.datum, naar.begin) <= (hier.datum, hier.begin):
        return nee("Kies een overleg dat na dit overleg komt.")
    return JA
