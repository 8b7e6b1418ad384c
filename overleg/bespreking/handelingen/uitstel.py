"""Postponing to tell someone, in the meeting and after it: every round is kept (domein.md §5, question 3)."""

from models import Informering, Uitstel
from models.waarden import InformerenStatus
from overleg.bespreking.regels.informeren import Uitstelronde, is_nieuwe_ronde
from overleg.toegang.vrager import Vrager


def stel_uit(rij: Informering, vrager: Vrager, ronde: Uitstelronde) -> None:
    """Postpone `rij`: a round beside the earlier ones; nothing new when that very round is the newest.

    For a handeling that asked for the right and the rules.
    """
    laatste = rij.uitstellen[0] if rij.uitstellen else None
    vorige = Uitstelronde(laatste.reden, laatste.opnieuw_op) if laatste else None
    if is_nieuwe_ronde(rij.status, vorige, ronde):
        nummer = laatste.nummer + 1 if laatste else 1
        nieuw = Uitstel(nummer=nummer, reden=ronde.reden, opnieuw_op=ronde.opnieuw_op, door_id=vrager.id)
        rij.uitstellen.insert(0, nieuw)
    rij.status, rij.op, rij.opnieuw_op = InformerenStatus.UITGESTELD, None, ronde.opnieuw_op
