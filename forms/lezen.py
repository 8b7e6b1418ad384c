"""Reading what people type: cleaned text, dates and times as they write them."""

import re
from dataclasses import dataclass
from datetime import date, time

from overleg.basis.tekst import schoon

DATUM_MELDING = "Vul een datum in als dd-mm-jjjj, bijvoorbeeld 04-12-2026."
DATUM_BESTAAT_NIET = "Deze datum bestaat niet. Controleer de dag en de maand."
DATUM_JAAR = "Controleer het jaar: vul een jaar in tussen 1900 en 2100."
TIJD_MELDING = "Vul een tijd in als uu.mm, bijvoorbeeld 10.20."

_VROEGSTE_JAAR, _LAATSTE_JAAR = 1900, 2100
_DAG_EERST = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})")
_JAAR_EERST = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_JAAR = re.compile(r"[0-9]{4}")
_TIJD = re.compile(r"([0-9]{1,2})[.:]([0-9]{2})(?: ?uur)?")


def tekst_van(waarde: object) -> str:
    """Return a posted value as clean text."""
    return schoon(waarde) if isinstance(waarde, str) else ""


def lees_datum(tekst: str) -> date:
    """Read a date as people write it; a ValueError carries the sentence for the field."""
    if gevonden := _DAG_EERST.fullmatch(tekst):
        dag, maand, jaar = (int(deel) for deel in gevonden.groups())
    elif gevonden := _JAAR_EERST.fullmatch(tekst):
        jaar, maand, dag = (int(deel) for deel in gevonden.groups())
    else:
        raise ValueError(DATUM_MELDING)
    if not _VROEGSTE_JAAR <= jaar <= _LAATSTE_JAAR:
        raise ValueError(DATUM_JAAR)
    try:
        return date(jaar, maand, dag)
    except ValueError:
        raise ValueError(DATUM_BESTAAT_NIET) from None


def lees_tijd(tekst: str) -> time:
    """Read a time of day such as 10.20 or 10:20; a ValueError carries the sentence for the field."""
    gevonden = _TIJD.fullmatch(tekst)
    if gevonden is None:
        raise ValueError(TIJD_MELDING)
    uur, minuut = (int(deel) for deel in gevonden.groups())
    try:
        return time(uur, minuut)
    except ValueError:
        raise ValueError(TIJD_MELDING) from None


@dataclass(frozen=True, slots=True)
class DatumOfJaar:
    """A birth date, or no more than the year of it."""

    jaar: int
    datum: date | None = None

    def __str__(self) -> str:
        """Write it as people read it."""
        return f"{self.datum:%d-%m-%Y}" if self.datum else str(self.jaar)


def lees_datum_of_jaar(tekst: str) -> DatumOfJaar:
    """Read a whole date, or four figures as a year; a ValueError carries the sentence for the field."""
    if not _JAAR.fullmatch(tekst):
        datum = lees_datum(tekst)
        return DatumOfJaar(datum.year, datum)
    if not _VROEGSTE_JAAR <= int(tekst) <= _LAATSTE_JAAR:
        raise ValueError(DATUM_JAAR)
    return DatumOfJaar(int(tekst))
