"""The invitation of a guest, made from the agenda."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Aanschuiver, Agendapunt
from models.waarden import OverlegStatus, Rol
from overleg.agenda.inhoud import gast_naam, tijdvakken
from overleg.agenda.opvragen.deelnemers import leiding_op
from overleg.verslag.uitnodiging import Uitnodiging


def uitnodiging_van(sessie: Session, gast: Aanschuiver) -> Uitnodiging:
    """Return the invitation of `gast`: the own slot, or the time of the item when there is none.

    The caller has checked `agenda_maken`.
    """
    overleg = gast.punt.overleg
    punten = sessie.scalars(
        select(Agendapunt).where(Agendapunt.overleg_id == overleg.id).order_by(Agendapunt.volgorde)
    )
    vak = tijdvakken(overleg, punten.all()).get(gast.punt_id)
    leiding = leiding_op(sessie, overleg)
    return Uitnodiging(
        tafel=overleg.tafel.naam,
        kenmerk=f"{overleg.tafel.code}-{overleg.datum.isoformat()}",
        gast=gast_naam(gast),
        organisatie=gast.organisatie.naam,
        datum=overleg.datum,
        begin=gast.slot_begin or (vak.begin if vak else overleg.begin),
        einde=gast.slot_einde or (vak.einde if vak else overleg.einde),
        vorm=overleg.vorm.tekst,
        plaats=overleg.plaats,
        voorzitter=", ".join(leiding[Rol.VOORZITTER]),
        secretaris=", ".join(leiding[Rol.SECRETARIS]),
        vervallen=overleg.status is OverlegStatus.GEANNULEERD or vak is None,
    )
