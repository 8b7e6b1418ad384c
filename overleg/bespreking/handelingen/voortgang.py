"""Reporting how far an afspraak is: in the meeting, and by its owner afterwards (domein.md §6, §11)."""

from sqlalchemy.orm import Session

from models import Afspraak, Voortgang
from models.waarden import AfspraakStatus
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import nu
from overleg.bespreking.regels.voortgang import TE_DOEN, mag_gemeld
from overleg.logboek.schrijven import schrijf, vingerafdruk
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager


def meld_afspraak(
    sessie: Session, vrager: Vrager, afspraak: Afspraak, status: AfspraakStatus, tekst: str
) -> None:
    """Report an afspraak as `status` with these words. Raises Geweigerd when a reason is missing."""
    eis(vrager, Recht.AFSPRAAK_MELDEN, afspraak)
    oordeel = mag_gemeld(afspraak.status, status, tekst)
    if not oordeel:
        raise Geweigerd(oordeel)
    van = afspraak.status
    afspraak.status, afspraak.status_op = status, nu()
    afspraak.status_reden = "" if status in TE_DOEN else tekst
    sessie.add(Voortgang(afspraak_id=afspraak.id, status=status, tekst=tekst, door_id=vrager.id))
    schrijf(
        sessie,
        vrager,
        Soort.AFSPRAAK_GEMELD,
        afspraak,
        nummer=afspraak.nummer,
        van=van.value,
        naar=status.value,
        tekst_hash=vingerafdruk(tekst) if tekst else "",
    )
