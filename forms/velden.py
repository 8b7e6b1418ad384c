"""The kinds of field a form can have. Each keeps what was typed and says in one sentence what to do.

`vorm` tells the macro `veld` in templates/macros/formulier.html how to draw the field.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import Enum
from typing import Any, ClassVar, Generic, TypeAlias, TypeVar

from email_validator import EmailNotValidError, validate_email
from wtforms import Field, StringField
from wtforms.fields import BooleanField
from wtforms.form import BaseForm
from wtforms.validators import ValidationError
from wtforms.widgets import HiddenInput, PasswordInput, TextArea, TextInput

from forms.lezen import DatumOfJaar, lees_datum, lees_datum_of_jaar, lees_tijd, tekst_van
from overleg.basis.limieten import limiet as limiet_van

__all__ = [
    "DatumOfJaar",
    "DatumOfJaarVeld",
    "DatumVeld",
    "EmailVeld",
    "GetalVeld",
    "JaNeeVeld",
    "KeuzeVeld",
    "LangTekstVeld",
    "MeerkeuzeVeld",
    "Optie",
    "TekstVeld",
    "TijdVeld",
    "VerborgenVeld",
    "VinkVeld",
    "WachtwoordVeld",
]

T = TypeVar("T")
Controles: TypeAlias = list[Any] | None
"""The checks of a field, as the library takes them."""

KEUZE_MELDING = "Maak een keuze uit de lijst."
_GETAL = re.compile(r"-?[0-9]{1,9}")


class TekstVeld(StringField):
    """One line of text, cleaned, with a named limit."""

    vorm: ClassVar[str] = "tekst"
    meer_regels: ClassVar[bool] = False

    def __init__(
        self, label: str | None = None, validators: Controles = None, *, limiet: str = "regel", **kw: Any
    ) -> None:
        """Take the name of a limit from overleg/basis/limieten.py."""
        super().__init__(label, validators, filters=[self._schoon], default=kw.pop("default", ""), **kw)
        self.grens = limiet_van(limiet)

    def _schoon(self, waarde: object) -> str:
        """Clean what was typed; in a field of one line a line end becomes a space."""
        tekst = tekst_van(waarde)
        return tekst if self.meer_regels else tekst.replace("\n", " ")

    def pre_validate(self, form: BaseForm) -> None:  # noqa: ARG002 - the library passes it
        """Refuse what is too long, and say how much too long."""
        te_veel = len(self.data or "") - self.grens
        if te_veel > 0:
            grens = f"{self.grens:,}".replace(",", ".")
            tekens = "teken" if te_veel == 1 else "tekens"
            message = f"Maak deze tekst korter: hoogstens {grens} tekens, nu {te_veel} {tekens} te veel."
            raise ValidationError(message)


class LangTekstVeld(TekstVeld):
    """Text of more lines; `hoogte` is the number of lines shown at first."""

    vorm = "langtekst"
    meer_regels = True
    widget = TextArea()

    def __init__(
        self,
        label: str | None = None,
        validators: Controles = None,
        *,
        limiet: str = "tekst",
        hoogte: int = 5,
        **kw: Any,
    ) -> None:
        """Take the limit and the height."""
        super().__init__(label, validators, limiet=limiet, **kw)
        self.hoogte = hoogte


class EmailVeld(TekstVeld):
    """An e-mail address; whether it can receive mail is not looked up."""

    def __init__(self, label: str | None = None, validators: Controles = None, **kw: Any) -> None:
        """Use the limit for e-mail."""
        super().__init__(label, validators, limiet="email", **kw)

    def pre_validate(self, form: BaseForm) -> None:
        """Refuse what is no address."""
        super().pre_validate(form)
        if not self.data:
            return
        try:
            validate_email(self.data, check_deliverability=False)
        except EmailNotValidError:
            message = "Vul een e-mailadres in, bijvoorbeeld naam@organisatie.nl."
            raise ValidationError(message) from None


class WachtwoordVeld(StringField):
    """A password: never cleaned, never shown again."""

    vorm: ClassVar[str] = "wachtwoord"
    widget = PasswordInput()


class _GelezenVeld(Field, Generic[T]):
    """A field whose text is read into a value; text that cannot be read stays in the field."""

    vorm: ClassVar[str] = "tekst"
    data: T | None
    widget: Any = TextInput()
    ruw: str | None = None

    def lees(self, tekst: str) -> T:
        """Turn the text into the value, or raise a ValueError with the sentence for the field."""
        raise NotImplementedError

    def schrijf(self, waarde: T) -> str:
        """Write the value as people read it."""
        raise NotImplementedError

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read what was posted and remember the text itself."""
        self.ruw = tekst_van(valuelist[0]) if valuelist else ""
        self.data = None
        if self.ruw:
            self.data = self.lees(self.ruw)

    def zet(self, waarde: T | None) -> None:
        """Hold this value, whatever was posted."""
        self.data, self.ruw = waarde, None

    def _value(self) -> str:
        if self.ruw is not None:
            return self.ruw
        return "" if self.data is None else self.schrijf(self.data)


class DatumVeld(_GelezenVeld[date]):
    """A day: dd-mm-jjjj, and the other ways people write one."""

    vorm = "datum"

    def lees(self, tekst: str) -> date:
        """Read the day."""
        return lees_datum(tekst)

    def schrijf(self, waarde: date) -> str:
        """Write the day as dd-mm-jjjj."""
        return f"{waarde:%d-%m-%Y}"


class DatumOfJaarVeld(_GelezenVeld[DatumOfJaar]):
    """A birth date of which sometimes only the year is known."""

    vorm = "datum"

    def lees(self, tekst: str) -> DatumOfJaar:
        """Read a whole date, or four figures as a year."""
        return lees_datum_of_jaar(tekst)

    def schrijf(self, waarde: DatumOfJaar) -> str:
        """Write the date or the year."""
        return str(waarde)


class TijdVeld(_GelezenVeld[time]):
    """A time of day: 10.20 or 10:20."""

    vorm = "tijd"

    def lees(self, tekst: str) -> time:
        """Read the time."""
        return lees_tijd(tekst)

    def schrijf(self, waarde: time) -> str:
        """Write the time with a point, as people do."""
        return f"{waarde:%H.%M}"


class GetalVeld(_GelezenVeld[int]):
    """A whole number between two ends."""

    vorm = "getal"

    def __init__(
        self,
        label: str | None = None,
        validators: Controles = None,
        *,
        minimum: int = 0,
        limiet: str = "getal",
        **kw: Any,
    ) -> None:
        """Take the least value, and the name of the limit for the greatest."""
        super().__init__(label, validators, **kw)
        self.minimum, self.maximum = minimum, limiet_van(limiet)

    def lees(self, tekst: str) -> int:
        """Read the number."""
        message = f"Vul een heel getal in van {self.minimum} tot en met {self.maximum}."
        if not _GETAL.fullmatch(tekst):
            raise ValueError(message)
        if not self.minimum <= int(tekst) <= self.maximum:
            raise ValueError(message)
        return int(tekst)

    def schrijf(self, waarde: int) -> str:
        """Write the number in figures."""
        return str(waarde)


class VinkVeld(BooleanField):
    """One box to tick."""

    vorm: ClassVar[str] = "vink"


@dataclass(frozen=True, slots=True)
class Optie:
    """One answer to choose, as the macro draws it."""

    id: str
    waarde: str
    tekst: str
    gekozen: bool


def _waarde(keuze: object) -> str:
    """Return what stands in the HTML for a choice."""
    if isinstance(keuze, Enum):
        return str(keuze.value)
    return {True: "ja", False: "nee"}.get(keuze, str(keuze)) if isinstance(keuze, bool) else str(keuze)


def _paren(keuzes: Iterable[Any]) -> list[tuple[Any, str]]:
    """Return (choice, words) for members with `.tekst`, or for pairs as they are."""
    return [
        keuze if isinstance(keuze, tuple) else (keuze, str(getattr(keuze, "tekst", keuze)))
        for keuze in keuzes
    ]


class _Keuzes(Field, Generic[T]):
    """What fields with a closed list share. `keuzes` is an Enum with `.tekst`, or pairs (value, words)."""

    keuzes: list[tuple[T, str]]
    apart: tuple[str, frozenset[str]] = ("", frozenset())
    """In a drop-down: a title, and the values that stand last under it."""

    def __init__(
        self,
        label: str | None = None,
        validators: Controles = None,
        *,
        keuzes: Iterable[T] | Iterable[tuple[T, str]] = (),
        **kw: Any,
    ) -> None:
        """Take the list; a list that depends on the tafel is set with `zet_keuzes` once the form exists."""
        super().__init__(label, validators, **kw)
        self.keuzes = _paren(keuzes)
        self.onbekend: list[str] = []

    def zet_keuzes(self, keuzes: Iterable[tuple[T, str]]) -> None:
        """Offer this list, and read again what was posted."""
        self.keuzes = list(keuzes)
        if self.raw_data is not None:
            self.process_formdata(self.raw_data)

    def gekozen(self) -> Sequence[T]:
        """Return what is chosen now."""
        raise NotImplementedError

    def opties(self) -> list[Optie]:
        """Return the answers for the macro, in order."""
        gekozen = {_waarde(keuze) for keuze in self.gekozen()}
        return [
            Optie(f"{self.id}-{nummer}", _waarde(keuze), tekst, _waarde(keuze) in gekozen)
            for nummer, (keuze, tekst) in enumerate(self.keuzes)
        ]

    def pre_validate(self, form: BaseForm) -> None:  # noqa: ARG002 - the library passes it
        """Refuse what is not on the list."""
        if self.onbekend:
            raise ValidationError(KEUZE_MELDING)

    def _herken(self, geposte: Iterable[object]) -> list[T]:
        teksten = [tekst for tekst in map(tekst_van, geposte) if tekst]
        bekend = {_waarde(keuze): keuze for keuze, _ in self.keuzes}
        self.onbekend = [tekst for tekst in teksten if tekst not in bekend]
        return [bekend[tekst] for tekst in dict.fromkeys(teksten) if tekst in bekend]


class KeuzeVeld(_Keuzes[T]):
    """One answer from a list, as a drop-down; with `vorm="radio"` as a list of buttons."""

    data: T | None

    def __init__(
        self,
        label: str | None = None,
        validators: Controles = None,
        *,
        keuzes: Iterable[T] | Iterable[tuple[T, str]] = (),
        vorm: str = "keuze",
        **kw: Any,
    ) -> None:
        """Take the list and the way to draw it."""
        super().__init__(label, validators, keuzes=keuzes, **kw)
        self.vorm = vorm

    def gekozen(self) -> Sequence[T]:
        """Return the one answer, if there is one."""
        return [] if self.data is None else [self.data]

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read the answer; nothing posted is no answer."""
        herkend = self._herken(valuelist[:1])
        self.data = herkend[0] if herkend else None


class JaNeeVeld(KeuzeVeld[bool]):
    """Yes or no, or not answered yet."""

    def __init__(self, label: str | None = None, validators: Controles = None, **kw: Any) -> None:
        """Offer yes and no."""
        super().__init__(label, validators, keuzes=[(True, "Ja"), (False, "Nee")], vorm="radio", **kw)


class MeerkeuzeVeld(_Keuzes[T]):
    """Any number of answers from a list, as boxes to tick."""

    vorm: ClassVar[str] = "vinkjes"
    data: list[T]

    def gekozen(self) -> Sequence[T]:
        """Return the answers."""
        return self.data

    def process_data(self, value: Iterable[T] | None) -> None:
        """Take the answers the form starts with."""
        self.data = list(value or [])

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read the answers, each once."""
        self.data = self._herken(valuelist[: limiet_van("aantal_keuzes")])


HOOGSTE_GETAL = 2**31 - 1
"""What a column for a whole number holds on both databases."""
VEROUDERD = "De pagina is verouderd. Laad de pagina opnieuw en probeer het nog een keer."


class VerborgenVeld(_GelezenVeld[T]):
    """A value the page carries along, such as a version or the id of a row; `soort` reads it."""

    vorm = "verborgen"
    widget = HiddenInput()

    def __init__(self, soort: Callable[[str], T], validators: Controles = None, **kw: Any) -> None:
        """Take what reads the text, such as int or UUID."""
        super().__init__(None, validators, **kw)
        self.soort = soort

    def lees(self, tekst: str) -> T:
        """Read the value; text that somebody changed by hand is refused in words."""
        try:
            waarde = self.soort(tekst)
        except ValueError:
            raise ValueError(VEROUDERD) from None
        if isinstance(waarde, int) and abs(waarde) > HOOGSTE_GETAL:
            raise ValueError(VEROUDERD)
        return waarde

    def schrijf(self, waarde: T) -> str:
        """Write the value as it is read again."""
        return str(waarde)
