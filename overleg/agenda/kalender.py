"""Calendar files (iCalendar, RFC 5545 and 5546): when and where, never about whom."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from icalendar import Calendar, Event, vCalAddress, vText

from overleg.basis.klok import AMSTERDAM

MAKER = "-//Actie-overleg//Agenda//NL"
NAAM = "Actie-overleg"
DOMEIN = "actie-overleg"
SOORT = "text/calendar"


class Methode(StrEnum):
    """What the receiving calendar must do with it."""

    PUBLICEREN = "PUBLISH"
    UITNODIGEN = "REQUEST"
    AFZEGGEN = "CANCEL"


@dataclass(frozen=True)
class Blok:
    """One time in the calendar of one person."""

    uid: str
    titel: str
    datum: date
    begin: time
    einde: time
    plaats: str
    link: str
    volgnummer: int
    gewijzigd_op: datetime
    vervallen: bool = False


def uid_van(overleg_id: uuid.UUID, punt_id: uuid.UUID | None = None) -> str:
    """Return the UID of an overleg, or of a guest's slot in it: the same as long as it exists."""
    deel = f"{overleg_id}-{punt_id}" if punt_id else str(overleg_id)
    return f"{deel}@{DOMEIN}"


def kalender(
    blokken: Sequence[Blok],
    methode: Methode,
    van: str,
    aan: str = "",
    *,
    verversen: timedelta | None = None,
) -> str:
    """Return a calendar file with these times in Amsterdam; `van` and `aan` are mail addresses.

    `verversen`: how often a calendar that is subscribed to it should look again.
    """
    agenda = Calendar()
    agenda.add("prodid", MAKER)
    agenda.add("version", "2.0")
    agenda.add("method", methode.value)
    if verversen:
        agenda.add("name", NAAM)
        agenda.add("x-wr-calname", NAAM)  # what Outlook and Google read
        agenda.add("refresh-interval", verversen, parameters={"VALUE": "DURATION"})
    for blok in blokken:
        agenda.add_component(_gebeurtenis(blok, methode, van, aan))
    agenda.add_missing_timezones()
    return str(agenda.to_ical().decode())


def _gebeurtenis(blok: Blok, methode: Methode, van: str, aan: str) -> Event:
    vervalt = blok.vervallen or methode is Methode.AFZEGGEN
    ding = Event()
    ding.add("uid", blok.uid)
    ding.add("dtstamp", blok.gewijzigd_op)
    ding.add("last-modified", blok.gewijzigd_op)
    ding.add("sequence", blok.volgnummer)
    ding.add("dtstart", datetime.combine(blok.datum, blok.begin, tzinfo=AMSTERDAM))
    ding.add("dtend", datetime.combine(blok.datum, blok.einde, tzinfo=AMSTERDAM))
    ding.add("summary", blok.titel)
    ding.add("status", "CANCELLED" if vervalt else "CONFIRMED")
    ding.add("class", "PRIVATE")
    if blok.plaats:
        ding.add("location", blok.plaats)
    ding.add("url", blok.link)
    ding.add("description", f"De agenda staat op {blok.link}")
    organisator = vCalAddress(f"mailto:{van}")
    organisator.params["cn"] = vText(NAAM)
    ding["organizer"] = organisator
    if aan:
        # Who comes says so on the page: an answer by mail would end at an address that nobody reads.
        vraag = {"role": "REQ-PARTICIPANT", "partstat": "NEEDS-ACTION", "rsvp": "FALSE"}
        ding.add("attendee", vCalAddress(f"mailto:{aan}"), parameters=vraag)
    return ding
