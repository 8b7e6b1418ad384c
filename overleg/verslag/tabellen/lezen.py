"""Reading back a sheet with actions: only what was filled in, as text. What it means is for others to say."""

import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Final

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from overleg.basis.weergave import datum
from overleg.verslag.bestanden import Onleesbaar, gekeurd
from overleg.verslag.tabellen.acties import (
    ACTIES,
    KENMERK,
    NODIG,
    NUMMER,
    SLEUTEL,
    STAND,
    TOELICHTING,
    VERSIE,
)
from overleg.verslag.tabellen.keuren import OPNIEUW, WERKBLAD
from overleg.verslag.tabellen.tekst import LANGSTE_CEL, decodeer

MEESTE_RIJEN: Final = 5_000
MEESTE_KOLOMMEN: Final = 50


@dataclass(frozen=True, slots=True)
class Werkbladrij:
    """One row in which something was filled in, word for word."""

    regel: int
    """The number of the row in the sheet."""
    kenmerk: str
    nummer: str
    stand: str
    toelichting: str
    sleutel: str
    versie: str


def lees_werkblad(inhoud: bytes) -> tuple[Werkbladrij, ...]:
    """Return the rows that somebody filled in. Raises Onleesbaar for what is no sheet of ours."""
    with gekeurd(inhoud, WERKBLAD):
        rijen = _lees(inhoud)
    return tuple(rij for rij in rijen if rij.stand or rij.toelichting)


def _lees(inhoud: bytes) -> list[Werkbladrij]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about parts of a sheet that are not read at all
        bestand = load_workbook(BytesIO(inhoud), read_only=True, data_only=True, keep_links=False)
        try:
            return list(_rijen(bestand))
        finally:
            bestand.close()


def _rijen(bestand: Workbook) -> Iterator[Werkbladrij]:
    """Yield the rows of the first sheet with our headings; the one that has its name comes first."""
    for blad in sorted(bestand.worksheets, key=lambda blad: blad.title != ACTIES):
        blad.reset_dimensions()  # what a file says of its size is not believed
        rijen = blad.iter_rows(max_row=MEESTE_RIJEN + 1, max_col=MEESTE_KOLOMMEN, values_only=True)
        plaats = _plaatsen([_tekst(waarde) for waarde in next(rijen, ())])
        if plaats is not None:
            for nummer, waarden in enumerate(rijen, start=2):
                yield _rij(nummer, plaats, waarden)
            return
    raise Onleesbaar(f"Dit is niet het werkblad met uw acties: er ontbreken kolommen. {OPNIEUW}")


def _plaatsen(koppen: list[str]) -> dict[str, int] | None:
    """Return where each heading stands; None when one is missing."""
    return {kop: koppen.index(kop) for kop in NODIG} if set(NODIG) <= set(koppen) else None


def _rij(nummer: int, plaats: dict[str, int], waarden: Sequence[object]) -> Werkbladrij:
    if nummer > MEESTE_RIJEN and any(waarden):
        raise Onleesbaar(f"Dit werkblad heeft te veel rijen. {OPNIEUW}")
    cel = {kop: _tekst(waarden[waar]) if waar < len(waarden) else "" for kop, waar in plaats.items()}
    return Werkbladrij(
        regel=nummer,
        kenmerk=cel[KENMERK],
        nummer=cel[NUMMER],
        stand=cel[STAND],
        toelichting=cel[TOELICHTING],
        sleutel=cel[SLEUTEL],
        versie=cel[VERSIE],
    )


def _tekst(waarde: object) -> str:
    """Return a cell as somebody reads it: programs turn figures and days into values of their own."""
    if waarde is None:
        return ""
    if isinstance(waarde, date):
        return datum(waarde)
    if isinstance(waarde, float) and waarde.is_integer():
        waarde = int(waarde)
    return decodeer(str(waarde)[:LANGSTE_CEL])
