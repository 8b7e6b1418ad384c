"""Mail of instroom: only that something waits, never whom it is about."""

from sqlalchemy.orm import Session

from models import Casus
from models.waarden_post import Berichtsoort
from overleg.basis.post import leg_klaar
from overleg.toegang.leiding import voorzitters_van
from overleg.toegang.uitsluiting import uitgesloten_mensen

GROET = "Log in op het Actie-overleg om verder te gaan. In deze mail staan geen gegevens over personen."


def meld_spoed(sessie: Session, casus: Casus) -> None:
    """Tell each voorzitter of the tafel that there is acute danger."""
    zin = "Er is een casus met acuut gevaar gemeld. Bekijk nu de spoedafspraken."
    for adres in voorzitters_van(sessie, casus):
        leg_klaar(sessie, Berichtsoort.ALTIJD, adres, "SPOED: acuut gevaar gemeld", f"{zin}\n\n{GROET}")


def meld_aanmelding(sessie: Session, casus: Casus, *, opnieuw: bool) -> None:
    """Tell each voorzitter of the tafel that an aanmelding waits for triage, for the first time or again."""
    wat = f"{'Aanmelding opnieuw ingediend:' if opnieuw else 'Nieuwe aanmelding'} {casus.kenmerk}"
    zin = f"Casus {casus.kenmerk} is {'opnieuw ' if opnieuw else ''}ingediend en wacht op triage."
    for adres in voorzitters_van(sessie, casus):
        leg_klaar(sessie, Berichtsoort.WERK, adres, wat, f"{zin}\n\n{GROET}")


def meld_aan_inbrenger(sessie: Session, casus: Casus, zin: str) -> None:
    """Tell the inbrenger what became of the aanmelding, in one sentence without reason or name."""
    if casus.inbrenger_id in set(sessie.scalars(uitgesloten_mensen(casus.id))):
        return
    onderwerp = f"Casus {casus.kenmerk}: bericht van de voorzitter"
    leg_klaar(sessie, Berichtsoort.WERK, casus.inbrenger.email, onderwerp, f"{zin}\n\n{GROET}")
