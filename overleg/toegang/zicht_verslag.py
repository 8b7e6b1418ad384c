"""Filters on comments on a draft record, and on meetings of which the draft is open for comment."""

from sqlalchemy import ColumnElement, and_, exists, or_, select

from models import Deelname, Overleg, Verslagopmerking
from models.waarden import OverlegStatus
from overleg.basis.klok import vandaag
from overleg.toegang.filters import aan_tafel, als_gast, leidt, open_casus
from overleg.toegang.voorwaarden import AANWEZIG_GEWEEST
from overleg.toegang.vrager import Vrager


def open_voor_opmerkingen(vrager: Vrager) -> ColumnElement[bool]:
    """Filter on Overleg: its draft is open for comment today, and the asker was there."""
    was_er = exists().where(
        Deelname.overleg_id == Overleg.id,
        Deelname.gebruiker_id == vrager.id,
        Deelname.aanwezigheid.in_(AANWEZIG_GEWEEST),
    )
    return and_(Overleg.status == OverlegStatus.AFGEROND, Overleg.opmerkingen_tot >= vandaag(), was_er)


def opmerking(vrager: Vrager) -> ColumnElement[bool]:
    """Filter on Verslagopmerking: the recht OPMERKING_ZIEN."""
    van = Verslagopmerking.overleg_id
    geleid = van.in_(select(Overleg.id).where(leidt(vrager, Overleg.tafel_id)).correlate(None))
    bij = or_(aan_tafel(vrager, van), als_gast(vrager, van, "overleg_id", nu=False))
    eigen = and_(Verslagopmerking.door_id == vrager.id, bij)
    return and_(open_casus(vrager, Verslagopmerking.casus_id), or_(geleid, eigen))
