"""How values read on screen and in Word: Dutch dates, times in Amsterdam, names sorted the Dutch way."""

import re
import unicodedata
from datetime import date, datetime, time

from flask import Flask

from overleg.basis.klok import hier
from overleg.basis.namen import TUSSENVOEGSELS

DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def datum(waarde: date | None) -> str:
    """Return a day as dd-mm-jjjj; empty when there is none."""
    return waarde.strftime("%d-%m-%Y") if waarde else ""


def datum_lang(waarde: date | None) -> str:
    """Return a day as `donderdag 17 december 2026`; empty when there is none."""
    if not waarde:
        return ""
    return f"{DAGEN[waarde.weekday()]} {waarde.day} {MAANDEN[waarde.month - 1]} {waarde.year}"


def geldt_tot(waarde: date | None) -> str:
    """Return until when a maatregel is in force: its last day is one of them, so `tot en met`."""
    return f"tot en met {datum(waarde)}" if waarde else "tot nader order"


def tijd(waarde: time | datetime | None) -> str:
    """Return a time of day as 10.20; a moment is shown as the clock in Amsterdam; empty when none."""
    if waarde is None:
        return ""
    if isinstance(waarde, datetime):
        waarde = hier(waarde).time()
    return waarde.strftime("%H.%M")


def tijdstip(waarde: datetime | None) -> str:
    """Return a moment as `17-12-2026 10.20`, as the clock in Amsterdam shows it."""
    return f"{datum(hier(waarde).date())} {tijd(waarde)}" if waarde else ""


def janee(waarde: bool | None) -> str:
    """Return ja, nee, or that it was not answered."""
    if waarde is None:
        return "nog niet beantwoord"
    return "ja" if waarde else "nee"


def sorteernaam(naam: str) -> tuple[str, str]:
    """Return the key by which a name sorts the Dutch way: surname without tussenvoegsels first.

    `Jan de Vries` sorts as (vries, jan de); accents do not matter.
    """
    delen = naam.split()
    begin = next((i for i, deel in enumerate(delen) if i and deel.lower() in TUSSENVOEGSELS), len(delen) - 1)
    while begin < len(delen) - 1 and delen[begin].lower() in TUSSENVOEGSELS:
        begin += 1
    return (_kaal(" ".join(delen[begin:])), _kaal(" ".join(delen[:begin])))


def _kaal(tekst: str) -> str:
    ontleed = unicodedata.normalize("NFD", tekst.casefold())
    return re.sub(r"[^\w\s]", "", "".join(t for t in ontleed if not unicodedata.combining(t)))


def registreer(app: Flask) -> None:
    """Give templates the filters."""
    for functie in (datum, datum_lang, geldt_tot, tijd, tijdstip, janee):
        app.jinja_env.filters[functie.__name__] = functie
    app.jinja_env.filters["op_naam"] = lambda rijen: sorted(rijen, key=lambda rij: sorteernaam(rij.naam))
