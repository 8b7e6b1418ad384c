"""Telling people what a beheerder did with an account (besluiten/028)."""

from collections.abc import Iterable, Sequence

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


def meld_plaatsen(sessie: Session, tafel: Overlegtafel, leden: Sequence[Lidmaatschap]) -> None:
    """Tell who got a place at a tafel, and who sits there as voorzitter: each voorzitter in one mail."""
    aan = f"aan overlegtafel {tafel.naam}"
    for lid in leden:
        rol = lid.rol.tekst.lower()
        meld_eigenaar(sessie, [lid.gebruiker.email], f"U heeft een plaats als {rol} {aan} gekregen.")
    for voorzitter in _voorzitters(sessie, tafel):
        anderen = [lid for lid in leden if lid.gebruiker_id != voorzitter.id]
        if anderen:
            _meld(sessie, [voorzitter.email], TAFEL, _erbij(anderen, aan))


def _voorzitters(sessie: Session, tafel: Overlegtafel) -> Sequence[Gebruiker]:
    dag = vandaag()
    voorzitters = select(Lidmaatschap.gebruiker_id).where(
        Lidmaatschap.tafel_id == tafel.id,
        Lidmaatschap.rol == Rol.VOORZITTER,
        Lidmaatschap.vanaf <= dag,
        or_(Lidmaatschap.tot.is_(None), Lidmaatschap.tot >= dag),
    )
    vraag = select(Gebruiker).where(Gebruiker.id.in_(voorzitters), Gebruiker.active.is_(True))
    return sessie.scalars(vraag.order_by(Gebruiker.id)).all()


def _erbij(leden: Sequence[Lidmaatschap], aan: str) -> str:
    """Return who came to sit at a tafel: one in a sentence, more as a list."""
    namen = [f"{lid.gebruiker.naam}, {lid.gebruiker.organisatie.naam}" for lid in leden]
    rollen = [lid.rol.tekst.lower() for lid in leden]
    if len(leden) == 1:
        return f"{namen[0]}, heeft van de beheerder een plaats als {rollen[0]} {aan} gekregen."
    regels = "\n".join(f"- {naam}: {rol}" for naam, rol in zip(namen, rollen, strict=True))
    return f"Deze mensen hebben van de beheerder een plaats {aan} gekregen:\n\n{regels}"


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
