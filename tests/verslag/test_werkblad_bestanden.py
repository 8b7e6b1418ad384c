"""Files that are no sheet of ours, or would do something: refused before they are opened, in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from overleg.verslag.bestanden import Onleesbaar
from overleg.verslag.tabellen.acties import NODIG, acties_werkboek, lees_werkblad
from overleg.verslag.tabellen.keuren import OPNIEUW
from overleg.verslag.tabellen.schrijven import als_xlsx
from tests.steun.pakket import deel_van, met_deel
from tests.verslag.test_tabellen import MOMENT, actie, lijst


def _ander(*koppen: str) -> bytes:
    bestand = Workbook()
    bestand.worksheets[0].append(list(koppen))
    uit = BytesIO()
    bestand.save(uit)
    return uit.getvalue()


BLAD = "xl/worksheets/sheet1.xml"
SOORTEN = "[Content_Types].xml"
LACHEN = b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;&b;">]><a>&d;</a>"""
XXE = b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>"""
XXE_16 = XXE.decode().replace("?>", " encoding='utf-16'?>").encode("utf-16")


def _veel_delen(goed: bytes) -> bytes:
    uit = BytesIO(goed)
    with ZipFile(uit, "a") as pak:
        for nummer in range(200):
            pak.writestr(f"xl/deel{nummer}.xml", "<a/>")
    return uit.getvalue()


def _blad_elders(goed: bytes) -> bytes:
    """Let the sheet be a part that does not look like XML, with more cells than fit in memory."""
    rel = deel_van(goed, "xl/_rels/workbook.xml.rels").replace(
        b"worksheets/sheet1.xml", b"worksheets/blad.bin"
    )
    soort = deel_van(goed, SOORTEN).replace(b"worksheets/sheet1.xml", b"worksheets/blad.bin")
    vol = b"<worksheet><sheetData><row>" + b"<c/>" * 1_000_000 + b"</row></sheetData></worksheet>"
    met = met_deel(goed, "xl/worksheets/blad.bin", vol, weg=BLAD)
    return met_deel(met_deel(met, "xl/_rels/workbook.xml.rels", rel), SOORTEN, soort)


KWAAD: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "leeg": (lambda _goed: b" ", "geen werkblad"),
    "tekst": (lambda _goed: b"Kenmerk;Nummer", "geen werkblad"),
    "oud": (lambda _goed: b"\xd0\xcf\x11\xe0" + b"x" * 600, "wachtwoord of is in een oude vorm"),
    "half": (lambda goed: goed[: len(goed) // 2], "beschadigd"),
    "alleen het begin": (lambda _goed: b"PK\x03\x04", "beschadigd"),
    "te groot": (lambda goed: goed + b"x" * 2_100_000, "te groot: hoogstens 2 MB"),
    "bom": (lambda goed: met_deel(goed, "xl/media/a.png", b"0" * 30_000_000), "uitgepakt te groot"),
    "veel delen": (_veel_delen, "uitgepakt te groot"),
    "veel cellen": (
        lambda goed: met_deel(goed, BLAD, b"<worksheet><a>" + b"<c/>" * 200_000 + b"</a></worksheet>"),
        "te veel cellen",
    ),
    "blad elders": (_blad_elders, "te veel cellen"),
    "macro": (lambda goed: met_deel(goed, "xl/vbaProject.bin", b"x"), "macro’s"),
    "macrosoort": (
        lambda goed: met_deel(
            goed, SOORTEN, deel_van(goed, SOORTEN).replace(b"sheet.main", b"sheet.macroEnabled.main")
        ),
        "macro’s",
    ),
    "ingesloten": (lambda goed: met_deel(goed, "xl/embeddings/a.docx", b"x"), "andere bestanden"),
    "koppeling": (
        lambda goed: met_deel(goed, "xl/externalLinks/externalLink1.xml", b"<a/>"),
        "verwijst naar",
    ),
    "doctype": (lambda goed: met_deel(goed, BLAD, LACHEN), "rekenprogramma"),
    "xxe": (lambda goed: met_deel(goed, "xl/extra.xml", XXE), "rekenprogramma"),
    "xxe elders": (lambda goed: met_deel(goed, "xl/blad.bin", XXE), "rekenprogramma"),
    "xxe elders, anders geschreven": (
        lambda goed: met_deel(goed, "xl/blad.bin", XXE_16),
        "rekenprogramma",
    ),
    "pad": (lambda goed: met_deel(goed, "../../x.xml", b"<a/>"), "rekenprogramma"),
    "kapotte xml": (lambda goed: met_deel(goed, BLAD, b"<worksheet><a>"), "beschadigd"),
    "rare tekenset": (
        lambda goed: met_deel(goed, BLAD, b"<?xml version='1.0' encoding='x-y'?><a/>"),
        "beschadigd",
    ),
    "word": (
        lambda goed: met_deel(
            goed, SOORTEN, deel_van(goed, SOORTEN).replace(b"spreadsheetml", b"wordprocessingml")
        ),
        "geen werkblad",
    ),
    "geen soorten": (lambda goed: met_deel(goed, "a.xml", b"<a/>", weg=SOORTEN), "geen werkblad"),
    "ander blad": (lambda _goed: _ander("Naam", "Leeftijd"), "er ontbreken kolommen"),
    "niets erin": (lambda _goed: _ander(), "er ontbreken kolommen"),
    "cel buiten het blad": (
        lambda goed: met_deel(goed, BLAD, deel_van(goed, BLAD).replace(b'r="A1"', b'r="??"')),
        "beschadigd",
    ),
}


@pytest.mark.parametrize("soort", list(KWAAD))
def test_bestand_dat_geen_werkblad_is__geweigerd_met_wat_te_doen(soort: str) -> None:
    maak, zin = KWAAD[soort]
    goed = als_xlsx(acties_werkboek(lijst(actie("Bel de school")), invullen=True), MOMENT)
    with pytest.raises(Onleesbaar) as fout:
        lees_werkblad(maak(goed))
    assert zin in fout.value.zin
    assert OPNIEUW in fout.value.zin or "kies het opnieuw" in fout.value.zin


def test_ons_eigen_werkblad__nog_niets_ingevuld__geen_rijen() -> None:
    goed = als_xlsx(acties_werkboek(lijst(actie("Bel de school")), invullen=True), MOMENT)
    assert lees_werkblad(goed) == ()
    assert lees_werkblad(_ander(*NODIG)) == ()
    geen_dag = re.sub(rb"<v>\d+</v>", b"<v>9e99</v>", deel_van(goed, BLAD))
    assert lees_werkblad(met_deel(goed, BLAD, geen_dag)) == ()


def test_deel_dat_als_veel_bladen_wordt_genoemd__een_keer_gelezen(monkeypatch: pytest.MonkeyPatch) -> None:
    goed = _ander("Iets", "anders")
    boek = deel_van(goed, "xl/workbook.xml").decode()
    blad = re.search(r"<(\w*:?)sheet [^>]*/>", boek)
    assert blad
    meer = "".join(
        blad[0].replace('sheetId="1"', f'sheetId="{nr}"').replace('name="', f'name="{nr}')
        for nr in range(2, 90)
    )
    vol = met_deel(goed, "xl/workbook.xml", boek.replace(blad[0], blad[0] + meer).encode())
    gelezen = []

    def tel(zelf: ReadOnlyWorksheet, **_hoe: int) -> Iterator[Any]:
        gelezen.append(zelf.title)
        return iter(())

    monkeypatch.setattr(ReadOnlyWorksheet, "iter_rows", tel)
    with pytest.raises(Onleesbaar):
        lees_werkblad(vol)
    assert len(gelezen) == 1


def test_half_bestand__nooit_een_andere_fout() -> None:
    goed = als_xlsx(acties_werkboek(lijst(actie("Bel de school")), invullen=True), MOMENT)
    for nummer in range(0, len(goed), 97):
        kapot = bytearray(goed)
        kapot[nummer] ^= 0xFF
        for inhoud in (bytes(kapot), goed[:nummer]):
            try:
                lees_werkblad(inhoud)
            except Onleesbaar:
                continue
