"""Changing a row that another beheerder may be changing too: what one saw travels along."""

from typing import Any, ClassVar

from wtforms import Field

from forms.basis import Formulier
from forms.velden import KeuzeVeld, VerborgenVeld, VinkVeld

LEEG = "niets ingevuld"


class WijzigRijFormulier(Formulier):
    """A form that changes a row; `gezien` says which state of the row it was opened on."""

    invoer: ClassVar[type[Any]]
    """The value the form makes; its fields are the columns that count."""
    gezien = VerborgenVeld(str)
    nu: tuple[tuple[str, str], ...] = ()
    """After a conflict: (label, what stands in the row now) where that is not what was typed."""

    def zet_gezien(self, afdruk: str) -> None:
        """Let the page carry this state along."""
        self.gezien.zet(afdruk)

    def zet_naast(self, rij: object) -> None:
        """Show what `rij` holds now beside what was typed."""
        velden = [veld for veld in self if veld.name in self.invoer.__dataclass_fields__]
        self.nu = tuple(
            (str(veld.label.text), _woorden(veld, getattr(rij, veld.name)))
            for veld in velden
            if veld.data != getattr(rij, veld.name)
        )


def _woorden(veld: Field, waarde: Any) -> str:  # noqa: ANN401 the value of any column
    """Return a value as this field writes it."""
    if isinstance(veld, KeuzeVeld):
        return next((tekst for keuze, tekst in veld.keuzes if keuze == waarde), LEEG)
    if isinstance(veld, VinkVeld):
        return "ja" if waarde else "nee"
    schrijf = getattr(veld, "schrijf", str)
    return str(schrijf(waarde)) if waarde not in {None, ""} else LEEG
