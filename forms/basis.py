"""The form every other form starts from.

A form checks what was typed and hands it on as one frozen value (`als_invoer()` in each form); it never
touches a model. What was typed stays on the page whatever is wrong with it.
"""

from collections.abc import Iterable, Iterator
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, ClassVar

from wtforms import Field
from wtforms.form import BaseForm

from forms.fouten import Fout, fouten_van
from forms.rijen import Rijen
from forms.taal import NEDERLANDS, Nederlands
from overleg.basis.oordeel import Reden

if TYPE_CHECKING:
    from wtforms import Form as FlaskForm
else:
    from flask_wtf import FlaskForm


class Formulier(FlaskForm):
    """A form on a page: Dutch sentences, a list of what is wrong, and rows."""

    is_concept: bool = False
    """Set by `geldig_als_concept`: then what is `Verplicht` may be empty."""
    verouderd: bool = False
    """Set when somebody else changed the same thing meanwhile: what was typed was not saved."""

    class Meta(FlaskForm.Meta):  # type: ignore[misc]  # the stubs give Meta as Any
        """Dutch sentences."""

        def get_translations(self, form: BaseForm) -> Nederlands:  # noqa: ARG002 - the library's signature
            """Speak Dutch."""
            return NEDERLANDS

    if TYPE_CHECKING:

        def is_submitted(self) -> bool:
            """Say whether this request sends the form."""

        def validate_on_submit(self) -> bool:
            """Say whether this request sends the form and all is well."""

    def geldig_als_concept(self) -> bool:
        """Check for saving half-way: what is filled in must be right, what is empty may stay empty."""
        self.is_concept = True
        return self.validate()

    def verwerk_rijen(self, formdata: Iterable[str]) -> bool:
        """Do what a button for rows asks; say whether the post wanted no more than that."""
        return any(rijen.verwerk(formdata) for rijen in self._rijen())

    def _rijen(self) -> Iterator[Rijen[Any]]:
        return (veld for veld in self if isinstance(veld, Rijen))

    def voeg_fouten_toe(self, redenen: Iterable[str], veld: Field | None = None) -> None:
        """Show sentences at a field, or above the form."""
        if veld is None:
            self.form_errors = [*self.form_errors, *redenen]
        elif isinstance(veld, Rijen):
            veld.eigen_fouten = [*veld.eigen_fouten, *redenen]
        else:
            veld.errors = [*veld.errors, *redenen]

    def voeg_redenen_toe(self, redenen: Iterable[Reden]) -> None:
        """Show the reasons of an `Oordeel` at the field each names in `waar`, otherwise above the form."""
        for reden in redenen:
            self.voeg_fouten_toe([reden.zin], self._fields.get(reden.waar))

    @property
    def foutenlijst(self) -> list[Fout]:
        """Return everything that is wrong, in the order of the page; sentences on the whole come first."""
        over_het_geheel = [Fout(str(tekst)) for tekst in self.form_errors]
        return [*over_het_geheel, *fouten_van(self)]

    @property
    def eerste_fout(self) -> Fout | None:
        """Return what to mend first."""
        return next(iter(self.foutenlijst), None)

    @property
    def status(self) -> HTTPStatus:
        """Return the status of the page with this form: 409 when stale, 422 when something is wrong."""
        if self.verouderd:
            return HTTPStatus.CONFLICT
        return HTTPStatus.UNPROCESSABLE_ENTITY if self.foutenlijst else HTTPStatus.OK


class ZoekFormulier(Formulier):
    """A form that only asks, with GET: pass `request.args`. It changes nothing and needs no token."""

    class Meta(Formulier.Meta):
        """No token."""

        csrf: ClassVar[bool] = False
