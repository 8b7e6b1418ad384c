"""Telling people what a beheerder did with an account (besluiten/028)."""

from collections.abc import Iterable

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models import Gebruiker, Lidmaatschap, Overlegtafel
from models.waarden import Rol
from models.waarden_post import Berichtsoort
from overleg.basis.klok import vandaag
from overleg.basis.post import leg_klaar

ACCOUNT, TAFEL, TOEZICHT = (
    "Actie-overleg: er is iets gewijzigd aan uw account",
    "Actie-overleg: er is iemand bij gekomen aan uw tafel",
    "Actie-overleg: er is een functionaris bij gekomen",
)
NIET_VERWACHT = (
    "Verwachtte u dit niet? Bel dan meteen de functionaris gegevensbescherming of de beheerder.\n\n"
    "In deze mail staan geen gegevens over directbetrokkenen."
)


def meld_eigenaar(sessie: Session, adressen: Iterable[str], wat: str) -> None:
    """Tell the owner of an account what was done with it, at each of these addresses."""
    _meld(sessie, adressen, ACCOUNT, wat)


def meld_plaats(sessie: Session, lid: Lidmaatschap, tafel: Overlegtafel, gebruiker: Gebruiker) -> None:
    """Tell who got a place at a tafel, and who sits there as voorzitter."""
    dag = vandaag()
    voorzitters = sessie.scalars(
        select(Gebruiker.email)
        .join(Lidmaatschap, Lidmaatschap.gebruiker_id == Gebruiker.id)
        .where(
            Lidmaatschap.tafel_id == tafel.id,
            Lidmaatschap.rol == Rol.VOORZITTER,
            Lidmaatschap.vanaf <= dag,
            or_(Lidmaatschap.tot.is_(None), Lidmaatschap.tot >= dag),
            Gebruiker.active.is_(True),
            Gebruiker.id != gebruiker.id,
        )
    )
    plaats = f"een plaats als {lid.rol.tekst.lower()} aan overlegtafel {tafel.naam}"
    meld_eigenaar(sessie, [gebruiker.email], f"U heeft {plaats} gekregen.")
    wie = f"{gebruiker.naam}, {gebruiker.organisatie.naam}"
    _meld(sessie, voorzitters, TAFEL, f"{wie}, heeft van de beheerder {plaats} gekregen.")


def meld_functionaris(sessie: Session, nieuw: Gebruiker) -> None:
    """Tell every other functionaris and beheerder that an account became functionaris."""
    anderen = sessie.scalars(
        select(Gebruiker.email).where(
            Gebruiker.active.is_(True),
            or_(Gebruiker.functionaris.is_(True), Gebruiker.beheerder.is_(True)),
            Gebruiker.id != nieuw.id,
        )
    )
    wat = f"{nieuw.naam}, {nieuw.organisatie.naam}, is functionaris gegevensbescherming geworden."
    _meld(sessie, anderen, TOEZICHT, wat)


def _meld(sessie: Session, adressen: Iterable[str], onderwerp: str, wat: str) -> None:
    for adres in sorted(set(adressen)):
        leg_klaar(sessie, Berichtsoort.ALTIJD, adres, onderwerp, f"{wat}\n\n{NIET_VERWACHT}")
