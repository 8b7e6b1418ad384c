"""What holds up destruction, and what was destroyed, as filters on queries; part of `zicht.py`."""

from sqlalchemy import ColumnElement, and_, false, or_, true

from models import Bewaarplicht, Casus, Vernietiging
from models.waarden import Rol
from overleg.toegang.filters import ingediend, leidt, niet_teruggetrokken, open_casus, via_casussen
from overleg.toegang.vrager import Vrager


def bewaarplicht(vrager: Vrager) -> ColumnElement[bool]:
    """Filter on Bewaarplicht: the recht BEWAARPLICHT_OPHEFFEN."""
    voor = vrager.tafels(Rol.VOORZITTER)
    zit_voor = Casus.tafel_id.in_(voor) if voor else false()
    toezicht = true() if vrager.functionaris else false()
    return or_(
        via_casussen(Bewaarplicht.casus_id, and_(zit_voor, ingediend(), niet_teruggetrokken(vrager))),
        and_(toezicht, open_casus(vrager, Bewaarplicht.casus_id)),
    )


def vernietiging(vrager: Vrager) -> ColumnElement[bool]:
    """Filter on Vernietiging: the recht PROCESVERBAAL_ZIEN."""
    alles = true() if vrager.beheerder or vrager.functionaris else false()
    return or_(alles, leidt(vrager, Vernietiging.tafel_id))
