"""The looks that a reader notices: a table of contents, and kenmerken and dates that stay whole on paper."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from overleg.verslag import inhoud as i
from overleg.verslag.overdrachtinhoud import Overdrachtinhoud
from overleg.verslag.uitnodiging import Uitnodiging
from overleg.verslag.word.bouwer import Bouwer
from overleg.verslag.word.casusverslag import casusverslag_docx
from overleg.verslag.word.huisstijl import Blad
from overleg.verslag.word.overdracht import overdracht_docx
from overleg.verslag.word.uitnodiging import uitnodiging_docx
from overleg.verslag.word.verslag import verslag_docx
from tests.verslag.test_casusverslag import een_casus
from tests.verslag.test_word import MOMENT, VAST, naar_pdf, open_, vol, vul

STUKKEN = 5


def met_casussen(aantal: int) -> i.Verslaginhoud:
    geheel = vol()
    eerste = geheel.casussen[0]
    casussen = [
        replace(eerste, id=UUID(int=nr), kenmerk=f"LW-2026-{nr:04}", feitenonderzoek="Tekst. " * 900)
        for nr in range(aantal)
    ]
    return replace(geheel, casussen=tuple(casussen))


def lees(pdf: Path, *keuzes: str) -> str:
    opdracht = ["pdftotext", "-layout", *keuzes, str(pdf), "-"]
    return subprocess.run(opdracht, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize(("aantal", "heeft"), [(3, False), (4, True)])
def test_inhoudsopgave__bij_meer_dan_drie_casussen(aantal: int, heeft: bool) -> None:
    document = open_(verslag_docx(met_casussen(aantal), VAST, "Politie", MOMENT))
    regels = [p for p in document.paragraphs if p.style and p.style.name == "toc 1"]
    assert bool(regels) is heeft
    koppen = [p for p in document.paragraphs if p.style and p.style.name == "Heading 1"]
    assert [p.text.rstrip("\t") for p in regels] == ([kop.text for kop in koppen] if heeft else [])
    assert not document.settings.element.xpath("w:updateFields"), "that makes Word ask the reader"


def test_inhoudsopgave__elke_regel_leidt_naar_zijn_kop() -> None:
    document = open_(verslag_docx(met_casussen(4), VAST, "Politie", MOMENT))
    lichaam = document.element.body
    naar = lichaam.xpath("//w:hyperlink/@w:anchor")
    assert naar == lichaam.xpath("//w:bookmarkStart/@w:name")
    assert len(set(naar)) == len(naar)
    velden = [tekst.split()[1] for tekst in lichaam.xpath("//w:instrText/text()") if "PAGEREF" in tekst]
    assert velden == naar
    merken = lichaam.xpath("//w:bookmarkStart/@w:id")
    assert merken == lichaam.xpath("//w:bookmarkEnd/@w:id")


def test_kenmerk_en_datum__breken_niet_en_lezen_als_streepje() -> None:
    bouwer = Bouwer(Blad("Titel", "Tafel", "voet", "", MOMENT))
    bouwer.tekst("Casus LW-2026-0001 van 09-12-2026 in LW-2026-11-26, contact- en gebiedsverbod")
    alinea = open_(bouwer.bestand()).paragraphs[-1]
    assert alinea.text == "Casus LW-2026-0001 van 09-12-2026 in LW-2026-11-26, contact- en gebiedsverbod"
    assert len(alinea._p.xpath(".//w:noBreakHyphen")) == 7


def test_nieuwe_regel__blijft_een_regel_ook_naast_een_kenmerk() -> None:
    bouwer = Bouwer(Blad("Titel", "Tafel", "voet", "", MOMENT))
    bouwer.tabel([("A", 8), ("B", 9)], [("LW-2026-0001\nafspraak 2", "een\ntwee")])
    cellen = open_(bouwer.bestand()).tables[0].rows[1].cells
    assert [cel.text for cel in cellen] == ["LW-2026-0001\nafspraak 2", "een\ntwee"]
    assert all(len(cel._tc.xpath(".//w:br")) == 1 for cel in cellen), "a line break of Word, not of XML"
    assert not any("\n" in tekst for cel in cellen for tekst in cel._tc.xpath(".//w:t/text()"))


def test_pdf__woorden_en_kenmerken_blijven_heel_en_nummers_kloppen(tmp_path: Path) -> None:
    bestanden = {
        "verslag": verslag_docx(met_casussen(STUKKEN), i.CONCEPT, "Politie", MOMENT),
        "casus": casusverslag_docx(een_casus("😀 محمد tekst"), VAST, "Politie", MOMENT),
        "overdracht": overdracht_docx(vul(Overdrachtinhoud, "😀 محمد tekst"), MOMENT),
        "uitnodiging": uitnodiging_docx(vul(Uitnodiging, "😀 محمد tekst"), MOMENT),
    }
    bouwer = Bouwer(Blad("Titel", "Tafel", "voet", "", MOMENT))
    bouwer.tabel(
        [("Uiterlijk", 2.2), ("Casus", 2.8), ("Geldt", 2.6), ("Stand", 2.4), ("Rest", 7)],
        [("09-12-2026", "LW-2026-0001", "01-12-2026 tot 09-12-2026", "Uitgesteld, opnieuw bekijken", "x")],
    )
    bestanden["tabel"] = bouwer.bestand()
    for naam, bestand in bestanden.items():
        (tmp_path / f"{naam}.docx").write_bytes(bestand)
    pdfs = {pdf.stem: pdf for pdf in naar_pdf(tmp_path)}
    assert pdfs.keys() == bestanden.keys()
    tabel = lees(pdfs["tabel"])
    assert "Uitgesteld," in tabel
    assert re.search(r"LW.2026.0001", tabel)
    assert not re.search(r"\d{2}-\s*$", tabel, re.MULTILINE)
    inhoud = lees(pdfs["verslag"], "-l", "1")
    nummers = dict(re.findall(r"Casus LW.2026.(\d{4})\s+(\d+)\s*$", inhoud, re.MULTILINE))
    assert len(nummers) == STUKKEN
    for kenmerk, bladzijde in nummers.items():
        blad = lees(pdfs["verslag"], "-f", bladzijde, "-l", bladzijde)
        assert re.search(rf"Casus LW.2026.{kenmerk}", blad), (kenmerk, bladzijde)
