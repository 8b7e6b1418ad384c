"""The parts that filters on queries are made of; `zicht.py` puts them together."""

import uuid

from sqlalchemy import ColumnElement, and_, exists, false, or_, select, true
from sqlalchemy.orm import InstrumentedAttribute, aliased

from models import Casus, Overleg, Tafelpartner
from models.waarden import CasusStatus, Partnervorm, Rol
from overleg.toegang.voorwaarden import LEIDEND
from overleg.toegang.vrager import Vrager

Kolom = InstrumentedAttribute[uuid.UUID] | InstrumentedAttribute[uuid.UUID | None]


def leidt(vrager: Vrager, tafel_id: Kolom) -> ColumnElement[bool]:
    """Filter: the asker is voorzitter or secretaris of this tafel."""
    tafels = vrager.tafels(*LEIDEND)
    return tafel_id.in_(tafels) if tafels else false()


def niet_teruggetrokken(vrager: Vrager) -> ColumnElement[bool]:
    """Filter on Casus: the asker has no conflict of interest."""
    return Casus.id.not_in(vrager.teruggetrokken) if vrager.teruggetrokken else true()


def ingediend() -> ColumnElement[bool]:
    """Filter on Casus: `is_ingediend_of_acuut` in `voorwaarden.py`."""
    weg = (CasusStatus.CONCEPT, CasusStatus.VERNIETIGD)
    acuut = and_(Casus.acuut.is_(True), Casus.status != CasusStatus.VERNIETIGD)
    return or_(Casus.status.not_in(weg), acuut)


def geleid(vrager: Vrager) -> ColumnElement[bool]:
    """Filter on Casus: the way VOORZITTER_OF_SECRETARIS in `tabel.py`."""
    return and_(leidt(vrager, Casus.tafel_id), ingediend(), niet_teruggetrokken(vrager))


def via_casussen(kolom: Kolom, filter_: ColumnElement[bool]) -> ColumnElement[bool]:
    """Filter: the casus that this column points to passes `filter_`."""
    return kolom.in_(select(Casus.id).where(filter_).correlate(None))


def open_casus(vrager: Vrager, casus_id: Kolom) -> ColumnElement[bool]:
    """Filter: about no casus, or about one for which the asker has no conflict of interest."""
    weg = vrager.teruggetrokken
    return or_(casus_id.is_(None), casus_id.not_in(weg)) if weg else true()


def deelnemer(vrager: Vrager, tafel_id: Kolom) -> ColumnElement[bool]:
    """Filter: the asker takes part at this tafel."""
    tafels = vrager.tafels(Rol.DEELNEMER)
    return tafel_id.in_(tafels) if tafels else false()


def partner(vrager: Vrager, tafel_id: Kolom, *, vast: bool) -> ColumnElement[bool]:
    """Filter: the organisatie of the asker is a partner of this tafel that still takes part."""
    soort = Tafelpartner.vorm == Partnervorm.VAST if vast else true()
    return exists().where(
        Tafelpartner.tafel_id == tafel_id,
        Tafelpartner.organisatie_id == vrager.organisatie_id,
        Tafelpartner.actief.is_(True),
        soort,
    )


def als_gast(vrager: Vrager, kolom: Kolom, veld: str, *, nu: bool) -> ColumnElement[bool]:
    """Filter: this item, overleg or casus (`veld`) is one at which the asker is a guest, or is on `nu`."""
    sleutels = {getattr(plek, veld) for plek in vrager.gastplekken if plek.nu or not nu}
    return kolom.in_(sleutels - {None}) if sleutels else false()


def aan_tafel(vrager: Vrager, overleg_id: Kolom) -> ColumnElement[bool]:
    """Filter: the asker leads the tafel of this overleg, or takes part there for a partner."""
    eigen = aliased(Overleg)
    return exists().where(
        eigen.id == overleg_id,
        or_(
            leidt(vrager, eigen.tafel_id),
            and_(deelnemer(vrager, eigen.tafel_id), partner(vrager, eigen.tafel_id, vast=False)),
        ),
    )
