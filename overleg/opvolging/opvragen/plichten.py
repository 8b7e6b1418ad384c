"""Who holds open duties: regie, monitoring, afspraken, informing people and parties (domein.md §11)."""

import uuid
from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload

from models import (
    Afspraak,
    Besluit,
    Bespreking,
    Casus,
    Gebruiker,
    Informering,
    Lidmaatschap,
    TeInformerenPartij,
)
from models.waarden import BesluitSoort, CasusStatus, InformerenStatus, Rol
from overleg.basis.weergave import sorteernaam
from overleg.beheer.opvragen import geldend_besluit
from overleg.bespreking.opvragen.openstaand import open_afspraak
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import mag
from overleg.toegang.uitsluiting import uitgesloten_mensen
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import casus_voor_deelnemers

Rij = Afspraak | Besluit | Informering | TeInformerenPartij
LOPEND = (CasusStatus.TOEGELATEN, CasusStatus.GEAGENDEERD, CasusStatus.BESPROKEN, CasusStatus.IN_MONITORING)


@dataclass(frozen=True)
class Plicht:
    """One open duty of one person; `sleutel` names it in the form."""

    soort: str
    rij: Rij
    casus: Casus
    rol: str
    persoon_id: uuid.UUID | None

    @property
    def sleutel(self) -> str:
        """The duty as one value of the form."""
        return f"{self.soort}:{self.rij.id}"

    @property
    def tekst(self) -> str:
        """The duty in words."""
        return f"{self.rol} ({self.casus.kenmerk})"


def _eigen_casussen(vrager: Vrager) -> Select[uuid.UUID]:
    """The casussen of the tafels that the asker chairs, and may see."""
    tafels = vrager.tafels(Rol.VOORZITTER)
    return select(Casus.id).where(Casus.tafel_id.in_(tafels), casus_voor_deelnemers(vrager)).correlate(None)


def plichten(sessie: Session, vrager: Vrager) -> list[Plicht]:
    """Return every open duty that names an account, on the casussen of the asker's tafels."""
    eigen = _eigen_casussen(vrager)
    return [
        *_van_afspraken(sessie, eigen),
        *_van_besluiten(sessie, eigen),
        *_van_informeringen(sessie, eigen),
        *_van_partijen(sessie, eigen),
    ]


def _van_afspraken(sessie: Session, eigen: Select[uuid.UUID]) -> list[Plicht]:
    rijen = sessie.scalars(
        select(Afspraak)
        .where(Afspraak.casus_id.in_(eigen), *open_afspraak(), Afspraak.persoon_id.is_not(None))
        .order_by(Afspraak.datum, Afspraak.id)
        .options(joinedload(Afspraak.casus))
    )
    return [Plicht("afspraak", rij, rij.casus, f"Afspraak {rij.nummer}", rij.persoon_id) for rij in rijen]


def _van_besluiten(sessie: Session, eigen: Select[uuid.UUID]) -> list[Plicht]:
    """Return regie, its stand-in and monitoring as decided on each running casus.

    While the regie is offered: of who has it, and of who is asked.
    """
    rijen = sessie.execute(
        select(Besluit, Casus)
        .join(Bespreking, Bespreking.id == Besluit.bespreking_id)
        .join(Casus, Casus.id == Bespreking.casus_id)
        .where(
            Casus.id.in_(eigen),
            Casus.status.in_(LOPEND),
            geldend_besluit(),
            Besluit.soort.in_((BesluitSoort.REGIE, BesluitSoort.MONITORING)),
        )
        .order_by(Bespreking.afgerond_op.desc(), Besluit.id)
    )
    gevonden: list[Plicht] = []
    for besluit, casus in rijen:
        gevonden.append(Plicht(besluit.soort.value, besluit, casus, besluit.soort.tekst, besluit.persoon_id))
        if besluit.achtervang_id:
            gevonden.append(
                Plicht("achtervang", besluit, casus, "Achtervang van de regie", besluit.achtervang_id)
            )
    return [plicht for plicht in gevonden if plicht.persoon_id]


def _van_informeringen(sessie: Session, eigen: Select[uuid.UUID]) -> list[Plicht]:
    rijen = sessie.scalars(
        select(Informering)
        .where(
            Informering.casus_id.in_(eigen),
            Informering.status != InformerenStatus.GEDAAN,
            Informering.persoon_id.is_not(None),
        )
        .order_by(Informering.gemaakt_op, Informering.id)
        .options(joinedload(Informering.casus))
    )
    return [Plicht("informering", rij, rij.casus, "Informeren", rij.persoon_id) for rij in rijen]


def _van_partijen(sessie: Session, eigen: Select[uuid.UUID]) -> list[Plicht]:
    rijen = sessie.scalars(
        select(TeInformerenPartij)
        .where(
            TeInformerenPartij.casus_id.in_(eigen),
            TeInformerenPartij.gedaan_op.is_(None),
            TeInformerenPartij.persoon_id.is_not(None),
        )
        .order_by(TeInformerenPartij.gemaakt_op, TeInformerenPartij.id)
        .options(joinedload(TeInformerenPartij.casus))
    )
    return [Plicht("partij", rij, rij.casus, "Partij informeren", rij.persoon_id) for rij in rijen]


def aanspreekpunt_bij(sessie: Session, vrager: Vrager, van: Gebruiker) -> list[str]:
    """Return the kenmerken of running casussen that name this person as the victim's fixed contact.

    That is words in a besluit, not an account, so it goes to nobody by itself (domein.md §5 and §11).
    """
    rijen = sessie.scalars(
        select(Casus.kenmerk)
        .join(Bespreking, Bespreking.casus_id == Casus.id)
        .join(Besluit, Besluit.bespreking_id == Bespreking.id)
        .where(
            Casus.id.in_(_eigen_casussen(vrager)),
            Casus.status.in_(LOPEND),
            geldend_besluit(),
            Besluit.soort == BesluitSoort.REGIE,
            Besluit.aanspreekpunt.icontains(van.naam, autoescape=True),
        )
        .distinct()
        .order_by(Casus.kenmerk)
    )
    return [kenmerk for kenmerk in rijen if kenmerk]


def houders(sessie: Session, alle: list[Plicht]) -> list[tuple[Gebruiker, int]]:
    """Return who holds open duties, and how many, by name."""
    aantal: dict[uuid.UUID, int] = {}
    for plicht in alle:
        if plicht.persoon_id:
            aantal[plicht.persoon_id] = aantal.get(plicht.persoon_id, 0) + 1
    mensen = sessie.scalars(
        select(Gebruiker).where(Gebruiker.id.in_(aantal)).options(joinedload(Gebruiker.organisatie))
    )
    return [(mens, aantal[mens.id]) for mens in sorted(mensen, key=lambda m: sorteernaam(m.naam))]


def bij_uitgeslotenen(sessie: Session, vrager: Vrager, casus: Casus) -> list[tuple[Gebruiker, int]]:
    """Return who holds open duties of this casus and is shut out of it since: nobody sees to those.

    For who can give them to a colleague; empty for anybody else.
    """
    if not mag(vrager, Recht.PLICHTEN_TOEWIJZEN):
        return []
    dicht = set(sessie.scalars(uitgesloten_mensen(casus.id)))
    if not dicht:
        return []
    alle = plichten(sessie, vrager)
    return houders(sessie, [p for p in alle if p.casus.id == casus.id and p.persoon_id in dicht])


def opvolgers(sessie: Session, vrager: Vrager, van: Gebruiker) -> list[Gebruiker]:
    """Return who can take over: active people of the same organisatie at a tafel of the asker."""
    tafels = vrager.tafels(Rol.VOORZITTER)
    mensen = sessie.scalars(
        select(Gebruiker).where(
            Gebruiker.active.is_(True),
            Gebruiker.id != van.id,
            Gebruiker.organisatie_id == van.organisatie_id,
            Gebruiker.id.in_(select(Lidmaatschap.gebruiker_id).where(Lidmaatschap.tafel_id.in_(tafels))),
        )
    )
    return sorted(mensen, key=lambda m: sorteernaam(m.naam))
