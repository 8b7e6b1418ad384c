"""Word files: what ours cost beside the same document written with bare python-docx, and how they grow.

The bare one writes what stands in ours, block by block, from a literal: no styles of its own, no header and
no marks for a screen reader. By turns, so that what else the machine does weighs on both.
"""

from __future__ import annotations

import os
import resource
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from uuid import UUID

from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

from overleg.verslag.actielijst import Actie, Actielijst
from overleg.verslag.inhoud import CONCEPT, Verslaginhoud
from overleg.verslag.word.acties import actielijst_docx
from overleg.verslag.word.verslag import verslag_docx
from scripts.bench.regels import Regel
from tests.verslag.test_word import vul

RONDES = 5
MOMENT = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
CASUSSEN, VEEL, AFSPRAKEN, ACTIES = 12, 60, 8, 1_000
DOEL, GROEI = 1.3, 1.2
KILOBYTE, MEGABYTE = 1024, 1024 * 1024
Blok = tuple[str, str] | list[list[str]]
"""A paragraph as (style, text), or a table as rows of cells."""
Maker = Callable[[], bytes]


def verslag(casussen: int) -> Verslaginhoud:
    """Return a record with so many casussen of eight afspraken each, texts of an ordinary length."""
    tekst = "Zij belde om half negen; de buurvrouw was bij haar, de kinderen op school."
    geheel = vul(Verslaginhoud, tekst)
    een = geheel.casussen[0]
    afspraken = tuple(replace(een.afspraken[0], nummer=nr) for nr in range(1, AFSPRAKEN + 1))
    rijen = (
        replace(een, id=UUID(int=nr), kenmerk=f"LW-2026-{nr:04}", afspraken=afspraken)
        for nr in range(1, casussen + 1)
    )
    return replace(geheel, casussen=tuple(rijen))


def actielijst(aantal: int) -> Actielijst:
    """Return a list with so many actions."""
    dag = date(2026, 12, 4)
    acties = (
        Actie(f"LW-2026-{nr:04}", 1, "Belt de school", "Politie", dag, "", "Open", te_laat=False)
        for nr in range(aantal)
    )
    return Actielijst("Actielijst", "Lindewoude", "Open acties", "2026-12-01", "Politie", tuple(acties))


def letterlijk(bestand: bytes) -> list[Blok]:
    """Return what stands in the body of a Word file, in order."""
    blokken: list[Blok] = []
    for deel in Document(BytesIO(bestand)).iter_inner_content():
        if isinstance(deel, Table):
            blokken.append([[cel.text for cel in rij.cells] for rij in deel.rows])
        else:
            blokken.append((_stijl(deel), deel.text))
    return blokken


def _stijl(alinea: Paragraph) -> str:
    naam = (alinea.style.name if alinea.style else "") or ""
    return naam if naam.startswith("Heading") else "Normal"


def kaal(blokken: list[Blok]) -> bytes:
    """Write the same with python-docx, as its own first pages show."""
    document = Document()
    for blok in blokken:
        if isinstance(blok, tuple):
            document.add_paragraph(blok[1], style=blok[0])
            continue
        tabel = document.add_table(rows=0, cols=len(blok[0]))
        for rij in blok:
            for cel, tekst in zip(tabel.add_row().cells, rij, strict=False):
                cel.text = tekst
    uit = BytesIO()
    document.save(uit)
    return uit.getvalue()


def _tijd(maak: Maker) -> float:
    begin = time.perf_counter()
    maak()
    return time.perf_counter() - begin


def _verhouding(ons: Maker, ander: Maker) -> float:
    """Return the time of ours as a part of that of the other: the median of turns."""
    return statistics.median(_tijd(ons) / _tijd(ander) for _ in range(RONDES))


def _piek(maak: Maker) -> int:
    """Return how much memory making it asks of a process, in bytes: also what is not Python's own."""
    lezen, schrijven = os.pipe()
    kind = os.fork()
    if not kind:
        eerst = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        maak()
        os.write(schrijven, str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - eerst).encode())
        os._exit(0)
    os.close(schrijven)
    with os.fdopen(lezen) as uitkomst:
        piek = int(uitkomst.read()) * KILOBYTE
    os.waitpid(kind, 0)
    return max(piek, 1)


def _naast_kaal(naam: str, ons: Maker) -> Iterator[Regel]:
    blokken = letterlijk(ons())

    def ander() -> bytes:
        return kaal(blokken)

    deel = _verhouding(ons, ander)
    yield Regel(f"{naam}, beside bare python-docx", f"{deel:.2f} ×", f"≤ {DOEL} ×", deel <= DOEL)
    piek, bodem = _piek(ons), _piek(ander)
    yield Regel(f"{naam}, memory", f"{piek / MEGABYTE:.0f} MB, {piek / bodem:.2f} × that of bare python-docx")


def word() -> Iterator[Regel]:
    """Measure the verslag and the action list."""

    def maak(casussen: int) -> Maker:
        inhoud = verslag(casussen)
        return lambda: verslag_docx(inhoud, CONCEPT, "Politie", MOMENT)

    lijst = actielijst(ACTIES)
    yield from _naast_kaal(f"verslag of {CASUSSEN} casussen with {AFSPRAKEN} afspraken each", maak(CASUSSEN))
    groei = _verhouding(maak(VEEL), maak(CASUSSEN)) * CASUSSEN / VEEL
    yield Regel(
        f"verslag of {VEEL} casussen, time for each casus beside {CASUSSEN}",
        f"{groei:.2f} ×",
        f"≤ {GROEI} ×",
        groei <= GROEI,
    )
    yield from _naast_kaal(f"action list of {ACTIES} afspraken", lambda: actielijst_docx(lijst, MOMENT))
