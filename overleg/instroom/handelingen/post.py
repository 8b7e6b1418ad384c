"""Mail of instroom: only that something waits, never whom it is about."""

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models import Casus, Gebruiker, Lidmaatschap
from models.waarden import Rol
from overleg.basis.klok import vandaag
from overleg.basis.post import leg_klaar

GROET = "Log in op het Actie-overleg om verder te gaan. In deze mail staan geen gegevens over personen."


def _voorzitters(sessie: Session, casus: Casus) -> list[str]:
    dag = vandaag()
    return list(
        sessie.scalars(
            select(Gebruiker.email)
            .join(Lidmaatschap, Lidmaatschap.gebruiker_id == Gebruiker.id)
            .where(
                Lidmaatschap.tafel_id == casus.tafel_id,
                Lidmaatschap.rol == Rol.VOORZITTER,
                Lidmaatschap.vanaf <= dag,
                or_(Lidmaatschap.tot.is_(None), Lidmaatschap.tot >= dag),
                Gebruiker.active.is_(True),
            )
            .order_by(Gebruiker.email)
            .distinct()
        )
    )


def meld_aan_voorzitters(sessie: Session, casus: Casus, *, spoed: bool) -> None:
    """Tell each voorzitter of the tafel that an aanmelding, or acute danger, waits."""
    wat = "SPOED: acuut gevaar gemeld" if spoed else f"Nieuwe aanmelding {casus.kenmerk}"
    zin = (
        "Er is een casus met acuut gevaar gemeld. Bekijk nu de spoedafspraken."
        if spoed
        else f"Casus {casus.kenmerk} is ingediend en wacht op triage."
    )
    for adres in _voorzitters(sessie, casus):
        leg_klaar(sessie, adres, wat, f"{zin}\n\n{GROET}")


def meld_aan_inbrenger(sessie: Session, casus: Casus, zin: str) -> None:
    """Tell the inbrenger what became of the aanmelding, in one sentence without reason or name."""
    onderwerp = f"Casus {casus.kenmerk}: bericht van de voorzitter"
    leg_klaar(sessie, casus.inbrenger.email, onderwerp, f"{zin}\n\n{GROET}")
