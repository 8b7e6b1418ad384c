"""Reading sheets back, as text, row by row. What it means is for others to say."""

import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any, Final

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from overleg.basis.weergave import datum
from overleg.verslag.bestanden import Bestandssoort, Onleesbaar, gekeurd
from overleg.verslag.tabellen.tekst import LANGSTE_CEL, decodeer

MEESTE_RIJEN: Final = 5_000
MEESTE_KOLOMMEN: Final = 50
ZICHTBAAR: Final = "visible"


@dataclass(frozen=True, slots=True)
class Bladrij:
    """One row of a sheet, word for word, by heading; a heading that is not there is not in it."""

    regel: int
    """The number of the row in the sheet."""
    cellen: Mapping[str, str]
    formules: tuple[str, ...] = ()
    """The headings under which a formula stands; only when they were asked for."""

    def __getitem__(self, kop: str) -> str:
        """Return what stands under a heading; nothing when the heading is not there."""
        return self.cellen.get(kop, "")


@dataclass(frozen=True, slots=True)
class Blad:
    """A sheet to find: the name it was given, and the headings by which it is known wherever they stand."""

    naam: str
    nodig: tuple[str, ...]
    ook: tuple[str, ...] = ()
    """Headings that are read when they are there."""


def lees_bladen(
    inhoud: bytes, soort: Bestandssoort, bladen: Sequence[Blad], *, formules: bool = False
) -> dict[str, list[Bladrij]]:
    """Return the rows of each of these sheets that is there, by its name. Hidden sheets are not read.

    A formula counts as what it came to; with `formules` as a formula, and its cell as empty. Raises
    Onleesbaar for what is no file of this kind.
    """
    with gekeurd(inhoud, soort), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about parts of a sheet that are not read at all
        bestand = load_workbook(BytesIO(inhoud), read_only=True, data_only=not formules, keep_links=False)
        try:
            gelezen = {blad.naam: _rijen(bestand, blad, soort) for blad in bladen}
        finally:
            bestand.close()
    return {naam: rijen for naam, rijen in gelezen.items() if rijen is not None}


def _rijen(bestand: Workbook, gezocht: Blad, soort: Bestandssoort) -> list[Bladrij] | None:
    """Return the rows of the first sheet with these headings; the one that has its name comes first."""
    gelezen = set()
    for blad in sorted(bestand.worksheets, key=lambda blad: blad.title != gezocht.naam):
        deel = getattr(blad, "_worksheet_path", None)
        if blad.sheet_state != ZICHTBAAR or deel in gelezen:
            continue  # a file can name one part as ten thousand sheets
        gelezen.add(deel)
        blad.reset_dimensions()  # what a file says of its size is not believed
        rijen = blad.iter_rows(max_row=MEESTE_RIJEN + 1, max_col=MEESTE_KOLOMMEN)
        koppen = [_tekst(cel.value) for cel in next(rijen, ())]
        if set(gezocht.nodig) <= set(koppen):
            waar = {kop: koppen.index(kop) for kop in (*gezocht.nodig, *gezocht.ook) if kop in koppen}
            return list(_van_blad(rijen, waar, soort))
    return None


def _van_blad(rijen: Iterator[Any], waar: Mapping[str, int], soort: Bestandssoort) -> Iterator[Bladrij]:
    for nummer, cellen in enumerate(rijen, start=2):
        if nummer > MEESTE_RIJEN and any(cel.value for cel in cellen):
            raise Onleesbaar(f"Dit {soort.naam} heeft te veel rijen. {soort.opnieuw}")
        onder = {kop: cellen[plek] for kop, plek in waar.items() if plek < len(cellen)}
        formules = tuple(kop for kop, cel in onder.items() if cel.data_type == "f")
        teksten = {kop: "" if kop in formules else _tekst(cel.value) for kop, cel in onder.items()}
        yield Bladrij(nummer, teksten, formules)


def _tekst(waarde: object) -> str:
    """Return a cell as somebody reads it: programs turn figures and days into values of their own."""
    if waarde is None:
        return ""
    if isinstance(waarde, date):
        return datum(waarde)
    if isinstance(waarde, float) and waarde.is_integer():
        waarde = int(waarde)
    return decodeer(str(waarde)[:LANGSTE_CEL])
