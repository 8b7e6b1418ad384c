"""What the handelingen of beheer share: which fields changed, and whether someone else was first."""

from collections.abc import Iterable
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import Session

from models import Basis
from overleg.basis.fouten import Botsing
from overleg.logboek.schrijven import vingerafdruk

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

EERDER = (
    "Iemand anders wijzigde dit intussen. Hieronder staat wat u typte en hoe het nu is: "
    "kies wat er moet staan en sla opnieuw op."
)


def afdruk(rij: object, soort: "type[DataclassInstance]") -> str:
    """Return what stands for the state of a row, or of a value with its columns: those `soort` can change."""
    return vingerafdruk("\0".join(f"{veld.name}={getattr(rij, veld.name)!r}" for veld in fields(soort)))


def eis_zoals_gezien(sessie: Session, rij: Basis, invoer: "DataclassInstance", gezien: str | None) -> None:
    """Raise Botsing unless the row still is as the asker saw it; hold it until the end of the request."""
    sessie.refresh(rij, with_for_update={"of": type(rij)})
    if gezien != afdruk(rij, type(invoer)):
        raise Botsing(EERDER)


def kolommen(invoer: "DataclassInstance") -> dict[str, Any]:
    """Return what was filled in, by the name of its column."""
    return {veld.name: getattr(invoer, veld.name) for veld in fields(invoer)}


def gewijzigd(rij: Basis, invoer: "DataclassInstance", zonder: Iterable[str] = ()) -> list[str]:
    """Return the names of the columns that `invoer` would change."""
    return sorted(n for n, w in kolommen(invoer).items() if n not in zonder and getattr(rij, n) != w)


def zet(rij: Basis, invoer: "DataclassInstance", namen: Iterable[str]) -> None:
    """Put the named columns of `invoer` in the row."""
    for naam in namen:
        setattr(rij, naam, getattr(invoer, naam))
