"""Rows that one adds and removes: persons, offers of help, measures.

Adding and removing are submit buttons, so they work without JavaScript: the post comes back as the same page
with one row more or less and everything typed still there. See `Formulier.verwerk_rijen`.
"""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from wtforms import Field, Form
from wtforms.fields import FieldList, FormField
from wtforms.form import BaseForm
from wtforms.meta import DefaultMeta

from forms.controles import is_leeg
from forms.taal import NEDERLANDS, Nederlands
from overleg.basis.limieten import limiet as limiet_van

_NUMMER = re.compile(r"[0-9]{1,4}")
_ONGEBRUIKT: Any = object()


class RijFormulier(Form):
    """One row. A subclass has its fields and an `als_invoer()` like a whole form."""

    telt_niet_mee: ClassVar[frozenset[str]] = frozenset()
    """Fields that do not make a row count as filled in, because they start with an answer."""
    is_concept: bool = False

    class Meta(DefaultMeta):
        """Dutch sentences; the token against forged posts is in the form around it."""

        def get_translations(self, form: BaseForm) -> Nederlands:  # noqa: ARG002 - the library passes it
            """Speak Dutch."""
            return NEDERLANDS

    @property
    def is_leeg(self) -> bool:
        """Say whether nothing was filled in anywhere in the row."""
        return all(_veld_leeg(veld) for veld in self if self._telt(veld))

    def _telt(self, veld: Field) -> bool:
        """Whether a field makes the row count; words that are no answer of its list always do."""
        return veld.short_name not in self.telt_niet_mee or bool(getattr(veld, "onbekend", None))


def _veld_leeg(veld: Field) -> bool:
    if getattr(veld, "vorm", "") == "verborgen":
        return True
    ruw = getattr(veld, "ruw", None)
    return not ruw and (is_leeg(veld.data) or veld.data is False) and not getattr(veld, "onbekend", None)


R = TypeVar("R", bound=RijFormulier)


if TYPE_CHECKING:

    class _Lijst(FieldList[FormField[R]], Generic[R]):
        """The library's list, as its types describe it."""
else:

    class _Lijst(FieldList, Generic[R]):
        """The library's list, which takes no type parameter when it runs."""


class Rijen(_Lijst[R]):
    """A list of rows of one kind. `ingevuld` are the rows with something in them; empty ones do not count."""

    vorm: ClassVar[str] = "rijen"

    def __init__(
        self,
        rij: type[R],
        label: str,
        *,
        rijnaam: str = "rij",
        min_rijen: int = 0,
        begin_rijen: int = 1,
        limiet: str = "aantal_rijen",
        melding: str = "",
        **kw: Any,
    ) -> None:
        """Take the form of a row, what one row is called, how many there must be and how many stand ready."""
        self.rijnaam, self.min_rijen, self.begin_rijen = rijnaam, min_rijen, begin_rijen
        self.max_rijen = limiet_van(limiet)
        self.melding = melding or f"Vul minstens {min_rijen} {rijnaam} in."
        self.eigen_fouten: list[str] = []
        self.geposte_nummers: list[int] = []
        self.nieuwe_rij: int | None = None
        self.bericht = ""
        super().__init__(FormField(rij), label, max_entries=self.max_rijen + 1, **kw)

    def process(self, formdata: Any, data: Any = _ONGEBRUIKT, extra_filters: Any = None) -> None:  # noqa: ANN401
        """Make the rows from the post alone, or from the data when nothing was posted."""
        eerste_keer = formdata is None
        begin = () if data is _ONGEBRUIKT or not eerste_keer else data
        self.geposte_nummers = [] if eerste_keer else sorted(set(self._extract_indices(self.name, formdata)))
        super().process(formdata, begin, extra_filters)
        if eerste_keer:
            while len(self.entries) < self.begin_rijen:
                self.append_entry()

    def _extract_indices(self, prefix: str, formdata: Iterable[str]) -> Iterator[int]:
        """Return the numbers of the posted rows; names that somebody made up are passed over."""
        begin = f"{prefix}-"
        for naam in formdata:
            nummer = naam[len(begin) :].split("-", 1)[0]
            if naam.startswith(begin) and _NUMMER.fullmatch(nummer):
                yield int(nummer)

    @property
    def ingevuld(self) -> list[R]:
        """Return the rows that hold something, in order."""
        return [rij.form for rij in self.entries if not rij.form.is_leeg]

    @property
    def data(self) -> list[Any]:
        """Return the data of the rows that hold something."""
        return [rij.data for rij in self.ingevuld]

    @property
    def vol(self) -> bool:
        """Say whether no row can be added."""
        return len(self.entries) >= self.max_rijen

    @property
    def knop_erbij(self) -> str:
        """Return the name of the button that adds a row."""
        return f"rij_erbij-{self.name}"

    @property
    def anker_erbij(self) -> str:
        """Return the id of that button."""
        return f"{self.id}-erbij"

    def knop_weg(self, nummer: int) -> str:
        """Return the name of the button that removes a row."""
        return f"rij_weg-{self.name}-{nummer}"

    def rij_erbij(self) -> None:
        """Add an empty row, unless the list is full."""
        if self.vol:
            self.bericht = f"Hoogstens {self.max_rijen}: er kan geen {self.rijnaam} meer bij."
            return
        self.append_entry()
        self.nieuwe_rij = len(self.entries) - 1
        self.bericht = f"{self.rijnaam.capitalize()} {len(self.entries)} is toegevoegd."

    def rij_weg(self, nummer: int) -> None:
        """Remove the row that was posted with this number; one that is gone already stays gone."""
        if nummer not in self.geposte_nummers:
            return
        plaats = self.geposte_nummers.index(nummer)
        if plaats >= len(self.entries):
            return
        del self.geposte_nummers[plaats]
        self.entries.pop(plaats)
        self._hernummer()
        self.bericht = f"{self.rijnaam.capitalize()} {plaats + 1} is weggehaald."

    def _hernummer(self) -> None:
        for nummer, rij in enumerate(self.entries):
            self._rename_entry(rij, nummer)  # type: ignore[attr-defined]  # newer than the stubs
        self.last_index = len(self.entries) - 1

    def verwerk(self, formdata: Iterable[str]) -> bool:
        """Add or remove a row when a button of this list was pressed; say whether that was so."""
        for naam in formdata:
            if naam == self.knop_erbij:
                self.rij_erbij()
                return True
            begin, _, nummer = naam.rpartition("-")
            if begin == f"rij_weg-{self.name}" and _NUMMER.fullmatch(nummer):
                self.rij_weg(int(nummer))
                return True
        return False

    def validate(self, form: BaseForm, extra_validators: Any = ()) -> bool:  # noqa: ANN401, ARG002
        """Check the rows that hold something, and their number."""
        rijen = self.ingevuld
        for rij in rijen:
            rij.is_concept = getattr(form, "is_concept", False)
        goed = [rij.validate() for rij in rijen]
        self.eigen_fouten = self._fouten_in_aantal(len(rijen), concept=getattr(form, "is_concept", False))
        self.errors = [*self.eigen_fouten, *(rij.errors for rij in rijen if rij.errors)]
        return all(goed) and not self.eigen_fouten

    def _fouten_in_aantal(self, aantal: int, *, concept: bool) -> list[str]:
        if aantal > self.max_rijen:
            return [f"Vul hoogstens {self.max_rijen} rijen in."]
        if aantal < self.min_rijen and not concept:
            return [self.melding]
        return []
