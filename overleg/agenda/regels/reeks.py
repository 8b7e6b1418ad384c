"""The dates of a series of overleggen, and the days on which it had better not fall."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from models.waarden import Ritme
from overleg.basis.oordeel import JA, Oordeel, nee

MEESTE_OVERLEGGEN = 60
DAGEN_PER_WEEK = 7
STAP = {Ritme.WEKELIJKS: timedelta(days=7), Ritme.TWEEWEKELIJKS: timedelta(days=14)}


@dataclass(frozen=True)
class Reeks:
    """A series as somebody plans it: the first day, the rhythm, the last day, and days to leave out."""

    eerste: date
    ritme: Ritme
    tot_en_met: date
    overslaan: frozenset[date] = field(default=frozenset())


def mag_reeks(reeks: Reeks) -> Oordeel:
    """Whether the series can be planned: it does not end before it begins, and it is not endless."""
    if reeks.tot_en_met < reeks.eerste:
        return nee("Kies een einddatum die na de eerste datum ligt.", "tot_en_met")
    if len(_alle_data(reeks)) > MEESTE_OVERLEGGEN:
        return nee(
            f"Een reeks heeft hoogstens {MEESTE_OVERLEGGEN} overleggen. Kies een eerdere einddatum.",
            "tot_en_met",
        )
    return JA


def data_van_reeks(reeks: Reeks) -> tuple[date, ...]:
    """Return the days of the series in order, without those to leave out.

    Monthly means the same weekday of the month as the first day (every first Thursday); a month
    without a fifth one takes its last. Days are calendar days, so summer time does not shift them.
    """
    return tuple(dag for dag in _alle_data(reeks) if dag not in reeks.overslaan)


def _alle_data(reeks: Reeks) -> list[date]:
    """Return the days of the series, one more than allowed at most."""
    data: list[date] = []
    dag = reeks.eerste
    while dag <= reeks.tot_en_met and len(data) <= MEESTE_OVERLEGGEN:
        data.append(dag)
        dag = _volgende(reeks, dag)
    return data


def _volgende(reeks: Reeks, dag: date) -> date:
    stap = STAP.get(reeks.ritme)
    if stap is not None:
        return dag + stap
    jaar, maand = (dag.year + 1, 1) if dag.month == 12 else (dag.year, dag.month + 1)  # noqa: PLR2004 December
    return weekdag_in_maand(jaar, maand, reeks.eerste.weekday(), nummer_in_maand(reeks.eerste))


def nummer_in_maand(dag: date) -> int:
    """Return which one of its weekday a day is in its month: 1 for the first Thursday, up to 5."""
    return (dag.day - 1) // DAGEN_PER_WEEK + 1


def weekdag_in_maand(jaar: int, maand: int, weekdag: int, nummer: int) -> date:
    """Return the `nummer`-th `weekdag` (Monday is 0) of a month, or the last when there are fewer."""
    eerste = date(jaar, maand, 1)
    dag = eerste_op_weekdag(eerste, weekdag) + timedelta(days=(nummer - 1) * DAGEN_PER_WEEK)
    return dag if dag.month == maand else dag - timedelta(days=DAGEN_PER_WEEK)


def eerste_op_weekdag(vanaf: date, weekdag: int) -> date:
    """Return the first day on or after `vanaf` that is this weekday (Monday is 0)."""
    return vanaf + timedelta(days=(weekdag - vanaf.weekday()) % DAGEN_PER_WEEK)


def paasdag(jaar: int) -> date:
    """Return Easter Sunday (the computus of Meeus, Jones and Butcher)."""
    goud, (eeuw, rest) = jaar % 19, divmod(jaar, 100)
    maan = (19 * goud + eeuw - eeuw // 4 - (eeuw - (eeuw + 8) // 25 + 1) // 3 + 15) % 30
    zondag = (32 + 2 * (eeuw % 4) + 2 * (rest // 4) - maan - rest % 4) % 7
    bij = (goud + 11 * maan + 22 * zondag) // 451
    maand, dag = divmod(maan + zondag - 7 * bij + 114, 31)
    return date(jaar, maand, dag + 1)


def feestdagen(jaar: int) -> dict[date, str]:
    """Return the days in a year on which offices in the Netherlands are closed, with their names."""
    pasen = paasdag(jaar)
    zondag = 6
    koning = date(jaar, 4, 26) if date(jaar, 4, 27).weekday() == zondag else date(jaar, 4, 27)
    dagen = {
        date(jaar, 1, 1): "Nieuwjaarsdag",
        pasen - timedelta(days=2): "Goede Vrijdag",
        pasen + timedelta(days=1): "tweede paasdag",
        koning: "Koningsdag",
        pasen + timedelta(days=39): "Hemelvaartsdag",
        pasen + timedelta(days=50): "tweede pinksterdag",
        date(jaar, 12, 25): "eerste kerstdag",
        date(jaar, 12, 26): "tweede kerstdag",
    }
    return {**({date(jaar, 5, 5): "Bevrijdingsdag"} if jaar % 5 == 0 else {}), **dagen}


def feestdagen_in(data: Iterable[date]) -> dict[date, str]:
    """Return which of these days are holidays: a suggestion to leave out, never more."""
    data = tuple(data)
    bekend = {dag: naam for jaar in {d.year for d in data} for dag, naam in feestdagen(jaar).items()}
    return {dag: bekend[dag] for dag in data if dag in bekend}
