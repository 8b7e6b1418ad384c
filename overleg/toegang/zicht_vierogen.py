"""What waits for a second person, as filters on queries; part of `zicht.py`."""

from sqlalchemy import ColumnElement, and_, false, or_, true

from models import Casus, Goedkeuring
from models.waarden import Rol
from models.waarden_vierogen import GoedkeuringSoort
from overleg.toegang.filters import leidt, open_casus, via_casussen
from overleg.toegang.vrager import Vrager


def te_beslissen(vrager: Vrager) -> ColumnElement[bool]:
    """Filter on Goedkeuring: the recht GOEDKEURING_BESLISSEN."""
    soort, voor = Goedkeuring.soort, vrager.tafels(Rol.VOORZITTER)
    leidend = via_casussen(Goedkeuring.casus_id, leidt(vrager, Casus.tafel_id))
    zit_voor = via_casussen(Goedkeuring.casus_id, Casus.tafel_id.in_(voor) if voor else false())
    open_ = open_casus(vrager, Goedkeuring.casus_id)
    toezicht, beheer = (true() if rol else false() for rol in (vrager.functionaris, vrager.beheerder))
    return and_(
        Goedkeuring.gevraagd_door_id != vrager.id,
        Goedkeuring.doel_id != vrager.id,
        open_,
        or_(
            and_(soort == GoedkeuringSoort.BEHEERDER_GEVEN, or_(beheer, toezicht)),
            and_(soort == GoedkeuringSoort.BELANG_OPHEFFEN, or_(leidend, toezicht)),
            and_(soort == GoedkeuringSoort.DOSSIER_VERNIETIGEN, or_(beheer, zit_voor)),
        ),
    )


def goedkeuring(vrager: Vrager) -> ColumnElement[bool]:
    """Filter on Goedkeuring: the recht GOEDKEURING_ZIEN."""
    eigen = and_(Goedkeuring.gevraagd_door_id == vrager.id, open_casus(vrager, Goedkeuring.casus_id))
    return or_(eigen, te_beslissen(vrager))
