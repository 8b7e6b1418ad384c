"""A table as a real sheet (xlsx), or as csv. Text of people is text: no cell of either is a formula."""

import csv
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import Final, cast

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from overleg.basis.weergave import datum, tijdstip
from overleg.verslag.tabellen.tabel import Kolom, Tabel, Waarde, Werkboek
from overleg.verslag.tabellen.tekst import cel_tekst, codeer, csv_tekst, lijkt_formule

MAKER: Final = "Actie-overleg"
"""The author of every file: never a person, who need not travel along with it."""
OVER: Final = "Over dit werkblad"
VERTROUWELIJK: Final = "Vertrouwelijk"
LETTER: Final = "Arial"
DATUM: Final = "dd-mm-yyyy"
LANGSTE_TITEL: Final = 255
REGEL: Final = 13.0
"""The height of one line of text, in points."""
HOOGSTE_RIJ: Final = 409.0
"""No program shows a higher row."""
RUIMTE_ONDER: Final = 500
"""How many rows under the last one offer the words to choose from: for a row that somebody moves."""

_LIJN = Side(style="thin", color="FF767676")
_RAND = Border(left=_LIJN, right=_LIJN, top=_LIJN, bottom=_LIJN)
_KOP = PatternFill("solid", fgColor="FFD9E2EC")
_VAST = PatternFill("solid", fgColor="FFF2F2F2")
"""Looks locked: the columns that nobody fills in, beside columns that somebody does."""


def als_xlsx(boek: Werkboek, gemaakt_op: datetime) -> bytes:
    """Return the file: a sheet for each table, with its first row in view, and one about the file itself."""
    bestand = Workbook()
    bestand.remove(bestand.worksheets[0])
    lengtes = {tabel.naam: len(tabel.rijen) for tabel in boek.tabellen}
    for tabel in boek.tabellen:
        blad = bestand.create_sheet(tabel.naam)
        _schrijf_tabel(blad, tabel, boek.voettekst)
        _keuzes(blad, tabel, lengtes)
    over = (*boek.over, ("Gemaakt op", tijdstip(gemaakt_op)))
    _schrijf_over(bestand.create_sheet(OVER), boek, over)
    eigen = bestand.properties
    eigen.title, eigen.creator = cel_tekst(boek.titel)[:LANGSTE_TITEL], MAKER
    eigen.lastModifiedBy, eigen.category, eigen.language = MAKER, VERTROUWELIJK, "nl-NL"
    eigen.created = eigen.modified = gemaakt_op.replace(tzinfo=None)
    uit = BytesIO()
    bestand.save(uit)
    return uit.getvalue()


def als_csv(tabel: Tabel) -> bytes:
    """Return a table as a Dutch Excel opens it: semicolons, a mark that says UTF-8, every field in quotes."""
    uit = StringIO()
    pen = csv.writer(uit, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    zichtbaar = [nummer for nummer, kolom in enumerate(tabel.kolommen) if not kolom.verborgen]
    pen.writerow([tabel.kolommen[nummer].kop for nummer in zichtbaar])
    pen.writerows([_csv_veld(rij[nummer]) for nummer in zichtbaar] for rij in tabel.rijen)
    return uit.getvalue().encode("utf-8-sig")


def _csv_veld(waarde: Waarde) -> str:
    if isinstance(waarde, date):
        return datum(waarde)
    return csv_tekst("" if waarde is None else str(waarde))


def _schrijf_tabel(blad: Worksheet, tabel: Tabel, voettekst: str) -> None:
    invulbaar = any(kolom.invullen for kolom in tabel.kolommen)
    for nummer, kolom in enumerate(tabel.kolommen, start=1):
        _kop(_cel(blad, 1, nummer), kolom.kop)
        breedte = blad.column_dimensions[get_column_letter(nummer)]
        breedte.width, breedte.hidden = kolom.breedte, kolom.verborgen
    for rij, waarden in enumerate(tabel.rijen, start=2):
        for nummer, (kolom, waarde) in enumerate(zip(tabel.kolommen, waarden, strict=True), start=1):
            cel = _cel(blad, rij, nummer)
            _vul(cel, waarde)
            if invulbaar and not kolom.invullen:
                cel.fill = _VAST
        blad.row_dimensions[rij].height = _hoogte(tabel.kolommen, waarden)
    laatste = len(tabel.rijen) + 1
    blad.freeze_panes = "A2"
    blad.auto_filter.ref = f"A1:{get_column_letter(len(tabel.kolommen))}{laatste}"
    blad.print_title_rows = "1:1"
    _afdruk(blad, voettekst)


def _hoogte(kolommen: Iterable[Kolom], waarden: Iterable[Waarde]) -> float:
    """Return how high a row must be to show its longest text: programs do not work that out when opening."""
    regels = max(
        sum(-(-max(len(deel), 1) // int(kolom.breedte)) for deel in str(waarde).split("\n"))
        for kolom, waarde in zip(kolommen, waarden, strict=True)
        if not kolom.verborgen
    )
    return min(regels * REGEL + 3, HOOGSTE_RIJ)


def _keuzes(blad: Worksheet, tabel: Tabel, lengtes: Mapping[str, int]) -> None:
    """Offer the words of a column to choose from: ours stand in the rule, others on a sheet of their own."""
    tot = len(tabel.rijen) + 1 + RUIMTE_ONDER
    for nummer, kolom in enumerate(tabel.kolommen, start=1):
        bron, wat = _bron(kolom, lengtes)
        if bron:
            regel = DataValidation(type="list", formula1=bron, allow_blank=True)
            regel.showErrorMessage = regel.showInputMessage = True
            regel.errorTitle, regel.error = kolom.kop, f"Kies {wat}, of laat leeg."
            regel.promptTitle, regel.prompt = kolom.kop, f"Kies {wat}."
            regel.add(f"{get_column_letter(nummer)}2:{get_column_letter(nummer)}{tot}")
            blad.add_data_validation(regel)


def _bron(kolom: Kolom, lengtes: Mapping[str, int]) -> tuple[str, str]:
    """Return where the words of a column come from, and how to name them; empty when there are none."""
    if kolom.keuzes:
        return f'"{",".join(kolom.keuzes)}"', " of ".join(kolom.keuzes)
    aantal = lengtes.get(kolom.keuzes_uit, 0)
    if not aantal:
        return "", ""
    return f"'{kolom.keuzes_uit}'!$A$2:$A${aantal + 1}", f"een naam van het blad ‘{kolom.keuzes_uit}’"


def _schrijf_over(blad: Worksheet, boek: Werkboek, paren: Iterable[tuple[str, str]]) -> None:
    """Write what the file says about itself, so that the tables hold nothing but rows."""
    _tekst(_cel(blad, 1, 1), boek.titel)
    _cel(blad, 1, 1).font = Font(name=LETTER, size=14, bold=True)
    for rij, (woord, waarde) in enumerate(paren, start=3):
        _tekst(_cel(blad, rij, 1), woord)
        _cel(blad, rij, 1).font = Font(name=LETTER, size=10, bold=True)
        _tekst(_cel(blad, rij, 2), waarde)
    _cel(blad, 1, 1).alignment = Alignment(wrap_text=False)
    blad.column_dimensions["A"].width, blad.column_dimensions["B"].width = 24, 90
    _afdruk(blad, boek.voettekst)


def _afdruk(blad: Worksheet, voettekst: str) -> None:
    """Let it print: A4 on its side, as wide as the page, numbered."""
    blad.page_setup.orientation, blad.page_setup.paperSize = "landscape", 9
    blad.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    marge = blad.page_margins
    marge.left, marge.right, marge.top, marge.bottom = 0.4, 0.4, 0.5, 0.7
    blad.page_setup.fitToWidth, blad.page_setup.fitToHeight = 1, 0
    veilig = cel_tekst(voettekst).replace("&", "&&")
    voet = blad.oddFooter
    voet.left.text = f"{veilig} · {VERTROUWELIJK}"  # type: ignore[union-attr]  # as above
    voet.right.text = "Pagina &P van &N"  # type: ignore[union-attr]


def _cel(blad: Worksheet, rij: int, kolom: int) -> Cell:
    return cast("Cell", blad.cell(rij, kolom))


def _kop(cel: Cell, kop: str) -> None:
    _tekst(cel, kop)
    cel.font, cel.fill = Font(name=LETTER, size=10, bold=True), _KOP
    cel.border = _RAND


def _vul(cel: Cell, waarde: Waarde) -> None:
    cel.border, cel.font = _RAND, Font(name=LETTER, size=10)
    if isinstance(waarde, str):
        _tekst(cel, waarde)
        return
    cel.alignment = Alignment(vertical="top", horizontal="left")
    cel.value = waarde
    if isinstance(waarde, date):
        cel.number_format = DATUM


def _tekst(cel: Cell, tekst: str) -> None:
    """Put text in a cell as text, whatever it looks like: `=1+1`, `#N/A`, `1-2`.

    `quotePrefix` keeps it text when somebody opens the cell to change it.
    """
    leesbaar = cel_tekst(tekst)
    cel.alignment = Alignment(vertical="top", wrap_text=True)
    if not leesbaar:
        return
    cel.value = codeer(leesbaar)
    cel.data_type = "s"
    if lijkt_formule(leesbaar):
        cel.quotePrefix = True
