"""Checks on a field that forms put together: each says in one sentence what to do."""

from collections.abc import Callable
from datetime import date
from typing import Any, ClassVar

from wtforms.form import BaseForm
from wtforms.validators import StopValidation, ValidationError


def is_leeg(waarde: object) -> bool:
    """Say whether nothing was filled in; no (False) and nought are answers."""
    return waarde is None or waarde == "" or (isinstance(waarde, list | tuple) and not waarde)


class Verplicht:
    """The field must be filled in, unless the form is only saved as concept.

    `vinkje` is for a box that must be ticked: there "no" is not an answer.
    """

    field_flags: ClassVar[dict[str, bool]] = {"verplicht": True}

    def __init__(self, melding: str = "Vul dit in.", *, vinkje: bool = False) -> None:
        """Remember the sentence that says what to fill in."""
        self.melding = melding
        self.vinkje = vinkje

    def __call__(self, form: BaseForm, field: Any) -> None:  # noqa: ANN401 - any kind of field
        """Stop with the sentence when the field is empty."""
        if field.errors:
            return
        leeg = not field.data if self.vinkje else is_leeg(field.data)
        if not leeg:
            return
        if getattr(form, "is_concept", False):
            raise StopValidation
        raise StopValidation(self.melding)


class VerplichtAls:
    """The field must be filled in when a condition on the form holds, for instance a reason after "nee"."""

    field_flags: ClassVar[dict[str, bool]] = {"verplicht_als": True}

    def __init__(self, voorwaarde: Callable[[Any], bool], melding: str) -> None:
        """Remember the condition and the sentence."""
        self.voorwaarde = voorwaarde
        self.verplicht = Verplicht(melding)

    def __call__(self, form: BaseForm, field: Any) -> None:  # noqa: ANN401 - any kind of field
        """Ask for an answer only when the condition holds."""
        if self.voorwaarde(form):
            self.verplicht(form, field)


class Tussen:
    """A date that must lie between two days, each worked out when the form is checked."""

    def __init__(
        self,
        melding: str,
        *,
        vanaf: Callable[[], date] | None = None,
        tot_en_met: Callable[[], date] | None = None,
    ) -> None:
        """Remember the sentence and the ends; an end that is left out is open."""
        self.melding = melding
        self.vanaf = vanaf
        self.tot_en_met = tot_en_met

    def __call__(self, _form: BaseForm, field: Any) -> None:  # noqa: ANN401 - any kind of field
        """Refuse a day outside; nothing filled in is not for this check to judge."""
        if not isinstance(field.data, date):
            return
        te_vroeg = self.vanaf is not None and field.data < self.vanaf()
        te_laat = self.tot_en_met is not None and field.data > self.tot_en_met()
        if te_vroeg or te_laat:
            raise ValidationError(self.melding)
