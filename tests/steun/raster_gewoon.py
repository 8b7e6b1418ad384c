"""Plain rows of the made grid, for parameters of addresses that the usual settings have none of."""

from collections.abc import Callable, Mapping

from models import Basis, Dienstnummer, Grondvraag, Overlegtafel
from models.waarden import OrganisatieSoort

O = OrganisatieSoort  # noqa: E741 reads as a word below
GEWOON: Mapping[str, Callable[[Overlegtafel], Basis]] = {
    "dienstnummer": lambda tafel: Dienstnummer(tafel_id=tafel.id, soort=O.OM, naam="Piket", nummer="112"),
    "grondvraag": lambda tafel: Grondvraag(tafel_id=tafel.id, gever=O.GGZ, ontvanger=O.POLITIE),
}
"""Name of a parameter → a plain row for it."""
