"""Rules of the views on the logboek: merging equal lines of a day, and what stands out."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

UUR = timedelta(hours=1)


@dataclass(frozen=True)
class Blik:
    """One line for the person whose data it was about; equal ones of a day are one."""

    dag: date
    organisatie: str
    wie: str
    rol: str
    namens: str
    wat: str
    grond: str
    noodtoegang: bool


def voeg_samen(blikken: Iterable[Blik]) -> list[tuple[Blik, int]]:
    """Merge equal lines of a day and count them; the newest day first (NEN 7513)."""
    geteld = Counter(blikken)
    return sorted(
        geteld.items(),
        key=lambda paar: (-paar[0].dag.toordinal(), paar[0].organisatie, paar[0].wie, paar[0].wat),
    )


def initialen(naam: str) -> str:
    """Return the first letters of a name: enough to tell the people of one casus apart."""
    return " ".join(f"{deel[0]}." for deel in naam.split()) or "–"


def gelijk_geschreven(naam: str) -> str:
    """Return a name without capitals, accents and double spaces, to compare whole names by."""
    kaal = unicodedata.normalize("NFKD", naam)
    return " ".join("".join(t for t in kaal if not unicodedata.combining(t)).casefold().split())


@dataclass(frozen=True)
class Drempels:
    """From how many something stands out; settings of the installation."""

    dossiers_per_uur: int = 15
    weigeringen_per_dag: int = 5
    inlogpogingen_per_dag: int = 10
    nacht_van: int = 22
    nacht_tot: int = 6
    """Whole hours on the clock in Amsterdam; the night may pass midnight."""


def drukste_uur(blikken: Sequence[tuple[datetime, str]]) -> tuple[int, datetime | None]:
    """Return the most different dossiers within any hour, and when that hour began.

    `blikken`: (moment, dossier) pairs in order of time.
    """
    meeste, begin_ervan, van = 0, None, 0
    in_het_uur: defaultdict[str, int] = defaultdict(int)
    for moment, dossier in blikken:
        in_het_uur[dossier] += 1
        while moment - blikken[van][0] >= UUR:
            eerste = blikken[van][1]
            in_het_uur[eerste] -= 1
            if not in_het_uur[eerste]:
                del in_het_uur[eerste]
            van += 1
        if len(in_het_uur) > meeste:
            meeste, begin_ervan = len(in_het_uur), blikken[van][0]
    return meeste, begin_ervan


def nachturen(drempels: Drempels) -> frozenset[int]:
    """Return the hours of the clock in Amsterdam that are night."""
    van, tot = drempels.nacht_van, drempels.nacht_tot
    return frozenset(uur for uur in range(24) if (van <= uur < tot if van < tot else uur >= van or uur < tot))
