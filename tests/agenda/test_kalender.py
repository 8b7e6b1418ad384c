"""Calendar files, read back by the library."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

import pytest
from icalendar import Calendar

from overleg.agenda.kalender import Blok, Methode, kalender, uid_van

OVERLEG = uuid4()


def blok(dag: date, **anders: Any) -> Blok:
    gegevens = {
        "uid": uid_van(OVERLEG),
        "titel": "Actie-overleg Lindewoude",
        "datum": dag,
        "begin": time(9),
        "einde": time(12),
        "plaats": "Markt 1; zaal 2, Lindewoude",
        "link": "https://overleg.voorbeeld.nl/overleggen/1",
        "volgnummer": 3,
        "gewijzigd_op": datetime(2026, 11, 24, 10, tzinfo=UTC),
    }
    return Blok(**{**gegevens, **anders})


def lees(inhoud: str) -> tuple[Calendar, list[Any]]:
    agenda = Calendar.from_ical(inhoud)
    assert isinstance(agenda, Calendar)
    return agenda, list(agenda.walk("VEVENT"))


@pytest.mark.parametrize(
    ("dag", "utc"),
    [
        (date(2026, 12, 3), 8),
        (date(2027, 3, 27), 8),
        (date(2027, 3, 28), 7),
        (date(2027, 10, 30), 7),
        (date(2027, 10, 31), 8),
    ],
)
def test_kalender__zomer_en_wintertijd__negen_uur_in_amsterdam(dag: date, utc: int) -> None:
    agenda, (ding,) = lees(kalender([blok(dag)], Methode.PUBLICEREN, van="overleg@voorbeeld.nl"))
    begin = ding["dtstart"].dt
    assert (begin.hour, begin.astimezone(UTC).hour) == (9, utc)
    assert ding["dtend"].dt - begin == timedelta(hours=3)
    assert ding["dtstart"].params["TZID"] == "Europe/Amsterdam"
    (zone,) = agenda.walk("VTIMEZONE")
    assert zone["tzid"] == "Europe/Amsterdam"
    assert {deel.name for deel in zone.subcomponents} == {"STANDARD", "DAYLIGHT"}


@pytest.mark.parametrize(
    ("dag", "uren"),
    [
        (date(2027, 3, 27), 1),  # Saturday, the day before the clock goes forward
        (date(2027, 3, 28), 2),
        (date(2027, 3, 29), 2),
        (date(2027, 10, 30), 2),
        (date(2027, 10, 31), 1),
        (date(2027, 11, 1), 1),
    ],
)
def test_kalender__wie_de_tijdzone_niet_kent__leest_hem_uit_het_bestand(dag: date, uren: int) -> None:
    jaar_rond = [blok(date(2026, 12, 3)), blok(date(2027, 7, 1), uid="zomer@x"), blok(dag, uid="dag@x")]
    agenda, _ = lees(kalender(jaar_rond, Methode.PUBLICEREN, van="a@b.nl"))
    zones: list[Any] = list(agenda.walk("VTIMEZONE"))
    (zone,) = zones
    eigen = zone.to_tz(lookup_tzid=False)
    assert datetime.combine(dag, time(9), tzinfo=eigen).utcoffset() == timedelta(hours=uren)


def test_kalender__abonnement__zegt_hoe_vaak_het_ververst() -> None:
    agenda, (ding,) = lees(
        kalender([blok(date(2026, 12, 3))], Methode.PUBLICEREN, van="a@b.nl", verversen=timedelta(hours=1))
    )
    assert str(agenda["name"]) == "Actie-overleg"
    assert ding["last-modified"].dt == ding["dtstamp"].dt


def test_kalender__velden_en_lange_regels() -> None:
    inhoud = kalender([blok(date(2026, 12, 3))], Methode.UITNODIGEN, van="a@b.nl", aan="lid@c.nl")
    agenda, (ding,) = lees(inhoud)
    assert agenda["method"] == "REQUEST"
    assert (ding["uid"], ding["sequence"]) == (uid_van(OVERLEG), 3)
    assert ding["location"] == "Markt 1; zaal 2, Lindewoude"
    assert str(ding["attendee"]) == "mailto:lid@c.nl"
    assert ding["attendee"].params["RSVP"] == "FALSE"
    assert str(ding["organizer"]) == "mailto:a@b.nl"
    assert ding["status"] == "CONFIRMED"
    assert inhoud.endswith("END:VCALENDAR\r\n")
    assert max(len(regel.encode()) for regel in inhoud.split("\r\n")) <= 75


def test_kalender__afzeggen__vervalt_met_dezelfde_uid() -> None:
    agenda, (ding,) = lees(
        kalender([blok(date(2026, 12, 3), vervallen=True)], Methode.AFZEGGEN, van="a@b.nl")
    )
    assert (agenda["method"], ding["status"], ding["uid"]) == ("CANCEL", "CANCELLED", uid_van(OVERLEG))


def test_kalender__leeg__geldig_bestand() -> None:
    _, dingen = lees(kalender([], Methode.PUBLICEREN, van="a@b.nl"))
    assert dingen == []


def test_uid__van_gast__eigen_en_vast() -> None:
    punt = uuid4()
    assert uid_van(OVERLEG, punt) == uid_van(OVERLEG, punt) != uid_van(OVERLEG)
