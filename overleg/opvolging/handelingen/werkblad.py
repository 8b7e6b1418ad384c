"""Taking over the progress of a sheet: each row as if it was reported on the page of its afspraak."""

import uuid
from collections.abc import Sequence

from sqlalchemy.orm import Session, joinedload
from sqlalchemy.orm.exc import StaleDataError

from models import Afspraak
from overleg.basis.fouten import Botsing, GeenRecht, Geweigerd
from overleg.bespreking.handelingen.voortgang import meld_afspraak
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.opvolging.regels.werkblad import INTUSSEN, NIET_VAN_U, ONBEKEND
from overleg.opvolging.werkblad import Afgekeurd, Regel, Uitslag, Wijziging
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import zichtbaar


def lever_werkblad_in(sessie: Session, vrager: Vrager, regels: Sequence[Regel]) -> Uitslag:
    """Report every row, and return what was done. A row that cannot be done leaves the others alone.

    Right, version and rule are those of `meld_afspraak`, whatever the page before this showed.
    """
    eis(vrager, Recht.ACTIES_ZIEN)
    gezien = zichtbaar(vrager, Afspraak).options(joinedload(Afspraak.casus), joinedload(Afspraak.organisatie))
    vraag = gezien.where(Afspraak.id.in_({regel.afspraak_id for regel in regels}))
    afspraken = {afspraak.id: afspraak for afspraak in sessie.scalars(vraag)}
    gedaan, niet = [], []
    for regel in regels:
        afspraak = afspraken.get(regel.afspraak_id)
        if afspraak is None:
            _noteer_weigering(sessie, vrager, regel.afspraak_id, "onbekend")
        waarom = _meld(sessie, vrager, afspraak, regel) if afspraak else ONBEKEND
        if afspraak and not waarom:
            gedaan.append(Wijziging(regel, afspraak))
        else:
            niet.append(Afgekeurd(regel.regel, afspraak, waarom))
    return Uitslag(tuple(gedaan), tuple(niet))


def _noteer_weigering(sessie: Session, vrager: Vrager, sleutel: uuid.UUID, uitkomst: str) -> None:
    """Write the line that the page of the afspraak would leave (ASVS 16.3.2)."""
    schrijf(
        sessie,
        vrager,
        Soort.TOEGANG_GEWEIGERD,
        object_soort=Afspraak.__tablename__,
        object_id=sleutel,
        uitkomst=uitkomst,
        eindpunt="opvolging.werkblad_inleveren",
    )


def _meld(sessie: Session, vrager: Vrager, afspraak: Afspraak, regel: Regel) -> str:
    """Report one row; return why it was not done, or nothing. What a refused row began is undone."""
    try:
        with sessie.begin_nested():
            meld_afspraak(sessie, vrager, afspraak, regel.melding)
    except Geweigerd as fout:
        return fout.oordeel.zinnen[0]
    except GeenRecht:
        _noteer_weigering(sessie, vrager, regel.afspraak_id, "geweigerd")
        return NIET_VAN_U
    except (Botsing, StaleDataError):
        return INTUSSEN
    return ""
