"""Acute danger: marking it, and what was settled (domein.md §3)."""

from sqlalchemy.orm import Session

from models import Casus, Spoedafspraak
from overleg.basis.fouten import Botsing, Geweigerd
from overleg.basis.klok import nu
from overleg.instroom.handelingen.gang import vergrendel
from overleg.instroom.handelingen.post import meld_spoed
from overleg.instroom.invoer import SpoedInvoer
from overleg.instroom.regels.spoed import is_opnieuw, mag_voorbij
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis, mag
from overleg.toegang.vrager import Vrager

VEROUDERD = "Iemand anders wijzigde een spoedafspraak. Vergelijk de teksten en bewaar opnieuw."


def meld_acuut(sessie: Session, vrager: Vrager, casus: Casus) -> None:
    """Mark a casus as acute, once, and tell the voorzitters; waits for no melding and no form."""
    eis(vrager, Recht.SPOED_VASTLEGGEN, casus)
    if not casus.acuut:
        _meld(sessie, vrager, casus)


def _meld(sessie: Session, vrager: Vrager, casus: Casus) -> None:
    casus.acuut = True
    casus.acuut_gemeld_op = nu()
    schrijf(sessie, vrager, Soort.ACUUT_GEMELD, casus)
    meld_spoed(sessie, casus)


def meld_acuut_voorbij(sessie: Session, vrager: Vrager, casus: Casus) -> None:
    """Record that the danger is no longer acute; what was settled stays. Raises Geweigerd for a concept.

    From then on nothing is shared on the ground for acute danger, and a next time is told anew
    (domein.md §4 and §8, Samen op in acuut: no longer acute, hand over).
    """
    eis(vrager, Recht.SPOED_BEEINDIGEN, casus)
    vergrendel(sessie, casus)
    if not casus.acuut:
        return
    oordeel = mag_voorbij(casus.status)
    if not oordeel:
        raise Geweigerd(oordeel)
    casus.acuut = False
    schrijf(sessie, vrager, Soort.ACUUT_VOORBIJ, casus)


def leg_spoed_vast(sessie: Session, vrager: Vrager, casus: Casus, invoer: tuple[SpoedInvoer, ...]) -> None:
    """Save the seven texts, any of them empty. Raises Botsing when one was changed meanwhile.

    Nothing is saved then: the page shows both texts, with all that was typed.
    """
    eis(vrager, Recht.SPOED_VASTLEGGEN, casus)
    vergrendel(sessie, casus)
    sessie.expire(casus, ["spoedafspraken"])
    staat_er = {afspraak.soort: afspraak for afspraak in casus.spoedafspraken}
    if any(_is_verouderd(staat_er.get(rij.soort), rij) for rij in invoer):
        raise Botsing(VEROUDERD)
    was_acuut = casus.acuut
    meld_acuut(sessie, vrager, casus)
    gewijzigd = [
        rij.soort.value for rij in invoer if _zet(sessie, vrager, casus, staat_er.get(rij.soort), rij)
    ]
    sessie.flush()
    sessie.expire(casus, ["spoedafspraken"])
    if gewijzigd:
        schrijf(sessie, vrager, Soort.SPOEDAFSPRAKEN_VASTGELEGD, casus, soorten=gewijzigd)
        if was_acuut and is_opnieuw(casus.status) and not mag(vrager, Recht.SPOED_BEEINDIGEN, casus):
            _meld(sessie, vrager, casus)  # who leads the tafel was past it, and would not look again


def _is_verouderd(huidig: Spoedafspraak | None, rij: SpoedInvoer) -> bool:
    """Another version than the one on the screen; the same text typed twice is no clash."""
    tekst = huidig.tekst if huidig else ""
    return (huidig.versie if huidig else None) != rij.versie and tekst != rij.tekst


def _zet(
    sessie: Session, vrager: Vrager, casus: Casus, huidig: Spoedafspraak | None, rij: SpoedInvoer
) -> bool:
    """Add, change or remove one; say whether anything changed."""
    if rij.tekst == (huidig.tekst if huidig else ""):
        return False
    if huidig is None:
        sessie.add(Spoedafspraak(casus_id=casus.id, soort=rij.soort, tekst=rij.tekst, door_id=vrager.id))
    elif not rij.tekst:
        sessie.delete(huidig)
    else:
        huidig.tekst = rij.tekst
        huidig.door_id = vrager.id
    return True
