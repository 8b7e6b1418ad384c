"""Plain rows of the made grid, for parameters of addresses that the usual settings have none of."""

from collections.abc import Callable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import object_session

from models import Basis, Dienstnummer, Gebruiker, Grondvraag, Huisstijl, Overlegtafel
from models.waarden import OrganisatieSoort
from overleg.basis.klok import nu

Org = OrganisatieSoort


def _huisstijl(tafel: Overlegtafel) -> Huisstijl:
    """Return a version that says: our own again."""
    sessie = object_session(tafel)
    assert sessie is not None
    wie = sessie.scalars(select(Gebruiker.id)).first()
    daad = {"geladen_door_id": wie, "in_gebruik_door_id": wie, "in_gebruik_op": nu()}
    return Huisstijl(tafel_id=tafel.id, nummer=1, meldingen=[], **daad)


GEWOON: Mapping[str, Callable[[Overlegtafel], Basis]] = {
    "dienstnummer": lambda tafel: Dienstnummer(tafel_id=tafel.id, soort=Org.OM, naam="Piket", nummer="112"),
    "grondvraag": lambda tafel: Grondvraag(tafel_id=tafel.id, gever=Org.GGZ, ontvanger=Org.POLITIE),
    "huisstijl": _huisstijl,
}
"""Name of a parameter → a plain row for it."""
