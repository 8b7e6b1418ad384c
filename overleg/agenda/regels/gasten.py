"""A guest's slot."""

from datetime import time

from overleg.agenda.regels.tijden import Tijdvak
from overleg.basis.oordeel import JA, Oordeel, let_op, nee


def mag_slot(begin: time | None, einde: time | None, punt: Tijdvak) -> Oordeel:
    """Whether a guest can have this slot: whole, in order; a warning when outside the item's times."""
    if begin is None and einde is None:
        return JA
    if begin is None or einde is None:
        return nee("Vul zowel de begintijd als de eindtijd in.", "slot_einde" if begin else "slot_begin")
    if einde <= begin:
        return nee("Kies een eindtijd die na de begintijd ligt.", "slot_einde")
    if not punt.omvat(begin, einde):
        return let_op("Deze tijd valt buiten de tijd van het agendapunt.", "slot_begin")
    return JA
