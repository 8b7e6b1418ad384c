"""Lists that a tafel keeps: adding, changing, retiring, putting in order.

What each list is, is an `Instelling`; the verbs are the same for all.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Bewaartermijn, Dienstnummer, Grondslag, Overlegtafel
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import nu, vandaag
from overleg.basis.oordeel import nee
from overleg.beheer.handelingen.gemeen import eis_zoals_gezien, gewijzigd, kolommen, zet
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


Rij: TypeAlias = Any
"""A row of any list: its columns depend on the list."""


class Einde(Enum):
    """What becomes of a row that is no longer used."""

    UITZETTEN = "uitzetten"
    """It stays for old casussen, and can come back."""
    VERWIJDEREN = "verwijderen"
    """Nothing refers to it: it goes."""
    VERVALT = "vervalt"
    """It is never changed: a new row follows it, so that what was shared under it keeps its words."""


@dataclass(frozen=True)
class Instelling:
    """One list of settings of a tafel."""

    naam: str
    """As the logboek calls it."""
    model: type[Any]
    einde: Einde
    uniek: str = ""
    """The column that may occur once in the list."""
    al_bekend: str = "Dit staat al in de lijst. Pas de bestaande aan, of zet die weer aan."


def voeg_toe(
    sessie: Session, vrager: Vrager, tafel: Overlegtafel, soort: Instelling, invoer: "DataclassInstance"
) -> None:
    """Add a row at the end of a list. Raises Geweigerd when it is there already."""
    eis(vrager, Recht.BEHEER)
    _eis_uniek(sessie, tafel.id, soort, invoer, None)
    rij = soort.model(tafel_id=tafel.id, **kolommen(invoer))
    if hasattr(soort.model, "volgorde"):
        hoogste = select(func.max(soort.model.volgorde)).where(soort.model.tafel_id == tafel.id)
        rij.volgorde = (sessie.scalar(hoogste) or 0) + 1
    sessie.add(rij)
    sessie.flush()
    schrijf(sessie, vrager, Soort.INSTELLING_TOEGEVOEGD, rij, lijst=soort.naam)


def wijzig(
    sessie: Session,
    vrager: Vrager,
    soort: Instelling,
    rij: Rij,
    invoer: "DataclassInstance",
    *,
    gezien: str | None,
) -> None:
    """Change a row; where it may not change, retire it and let a new one follow.

    Raises Botsing when it is no longer as the asker saw it, Geweigerd as the rules say.
    """
    eis(vrager, Recht.BEHEER)
    eis_zoals_gezien(sessie, rij, invoer, gezien)
    velden = gewijzigd(rij, invoer)
    if not velden:
        return
    _eis_uniek(sessie, rij.tafel_id, soort, invoer, rij.id)
    if soort.einde is Einde.VERVALT:
        _eis_geldig(rij)
        rij.vervallen_op = nu()
        sessie.flush()  # first the old one out of use: of some lists only one may hold
        rij = soort.model(tafel_id=rij.tafel_id, **kolommen(invoer))
        sessie.add(rij)
        sessie.flush()
    else:
        zet(rij, invoer, velden)
    schrijf(sessie, vrager, Soort.INSTELLING_GEWIJZIGD, rij, lijst=soort.naam, velden=velden)


def haal_weg(sessie: Session, vrager: Vrager, soort: Instelling, rij: Rij) -> None:
    """Retire or remove a row, as its list wants."""
    eis(vrager, Recht.BEHEER)
    schrijf(sessie, vrager, Soort.INSTELLING_UITGEZET, rij, lijst=soort.naam)
    if soort.einde is Einde.UITZETTEN:
        rij.actief = False
    elif soort.einde is Einde.VERVALT:
        _eis_geldig(rij)
        rij.vervallen_op = nu()
    else:
        sessie.delete(rij)


def zet_terug(sessie: Session, vrager: Vrager, soort: Instelling, rij: Rij) -> None:
    """Take a retired row into use again. Raises Geweigerd where that cannot be."""
    eis(vrager, Recht.BEHEER)
    if soort.einde is not Einde.UITZETTEN:
        raise Geweigerd(nee("Dit kan niet terug. Voeg het opnieuw toe."))
    rij.actief = True
    schrijf(sessie, vrager, Soort.INSTELLING_AANGEZET, rij, lijst=soort.naam)


def zet_volgorde(
    sessie: Session, vrager: Vrager, tafel: Overlegtafel, soort: Instelling, volgorde: Sequence[uuid.UUID]
) -> None:
    """Put a list in this order; rows that are not named keep their place behind the others."""
    eis(vrager, Recht.BEHEER)
    plaats = {sleutel: nummer for nummer, sleutel in enumerate(volgorde)}
    rijen = sessie.scalars(
        select(soort.model).where(soort.model.tafel_id == tafel.id).order_by(soort.model.volgorde)
    ).all()
    for nummer, rij in enumerate(sorted(rijen, key=lambda rij: plaats.get(rij.id, len(plaats)))):
        rij.volgorde = nummer
    schrijf(sessie, vrager, Soort.VOLGORDE_GEWIJZIGD, tafel, lijst=soort.naam)


def controleer_nummer(sessie: Session, vrager: Vrager, nummer: Dienstnummer) -> None:
    """Note that somebody called this number today and it is right (domein.md §3)."""
    eis(vrager, Recht.BEHEER)
    nummer.gecontroleerd_op = vandaag()
    schrijf(sessie, vrager, Soort.DIENSTNUMMER_GECONTROLEERD, nummer)


def _eis_geldig(rij: Grondslag | Bewaartermijn) -> None:
    if rij.vervallen_op is not None:
        raise Geweigerd(nee("Deze regel is al vervallen. Wijzig de regel die nu geldt."))


def _eis_uniek(
    sessie: Session,
    tafel_id: uuid.UUID,
    soort: Instelling,
    invoer: "DataclassInstance",
    behalve: uuid.UUID | None,
) -> None:
    if not soort.uniek or not hasattr(invoer, soort.uniek):
        return
    kolom = getattr(soort.model, soort.uniek)
    waarde = getattr(invoer, soort.uniek)
    gelijk = func.lower(kolom) == waarde.lower() if isinstance(waarde, str) else kolom == waarde
    vraag = select(soort.model.id).where(soort.model.tafel_id == tafel_id, gelijk, soort.model.id != behalve)
    if behalve is None:
        vraag = select(soort.model.id).where(soort.model.tafel_id == tafel_id, gelijk)
    if soort.einde is Einde.VERVALT:
        vraag = vraag.where(soort.model.vervallen_op.is_(None))
    if sessie.scalars(vraag.limit(1)).first() is not None:
        raise Geweigerd(nee(soort.al_bekend, soort.uniek))
