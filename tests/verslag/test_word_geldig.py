"""Every kind of file holds to the rules that Word is strict about, whatever is written in it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from overleg.agenda.inhoud import Agendainhoud
from overleg.uitvraag.inhoud import Verzoekinhoud
from overleg.verslag import inhoud as i
from overleg.verslag.actielijst import Actielijst
from overleg.verslag.formulieren.antwoord import antwoord_inhoud
from overleg.verslag.inzage import Inzagepakket
from overleg.verslag.overdrachtinhoud import Overdrachtinhoud
from overleg.verslag.procesverbaal import Procesverbaal
from overleg.verslag.uitnodiging import Uitnodiging
from overleg.verslag.word.aanmeldformulier import aanmeldformulier_docx
from overleg.verslag.word.acties import actielijst_docx
from overleg.verslag.word.agenda import agenda_docx
from overleg.verslag.word.antwoordformulier import antwoordformulier_docx
from overleg.verslag.word.casusverslag import casusverslag_docx
from overleg.verslag.word.inzage import inzage_docx
from overleg.verslag.word.overdracht import overdracht_docx
from overleg.verslag.word.procesverbaal import procesverbaal_docx
from overleg.verslag.word.uitnodiging import uitnodiging_docx
from overleg.verslag.word.verslag import verslag_docx
from overleg.verslag.word.voorbeeld import voorbeeld_docx
from tests.huis.bestanden import bestanden
from tests.steun.pakket import deel_van, met_deel
from tests.steun.word import eigen_fouten, fouten_in, schema_fouten
from tests.verslag.test_casusverslag import een_casus
from tests.verslag.test_formulier_lezen import INHOUD
from tests.verslag.test_huisstijl_word import gemaakt
from tests.verslag.test_word import MOMENT, NUL, VAST, alles, naar_pdf, open_, vol, vul
from tests.verslag.test_word_opmaak import met_casussen

RECHTS = "محمد بن سلمان"
LASTIG = f"  Eerst\n\ttab  \n\nnog een alinea: LW-2026-0001 op 04-12-2026, 😀 {RECHTS}, <b>&amp; {'x' * 300} "

STUUR = "a" + "".join(map(chr, [*range(0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF, 0x202E, 0xD800])) + "b"
"""Every control character, and what XML or a reader cannot have."""


def _verbaal(tekst: str) -> Procesverbaal:
    return Procesverbaal(
        tekst, tekst, tekst, MOMENT, tekst, tekst, ((tekst, 3),), (tekst,), MOMENT, date(2027, 1, 1)
    )


def _antwoord(tekst: str) -> bytes:
    vraag = vul(Verzoekinhoud, tekst)
    return antwoordformulier_docx(antwoord_inhoud(NUL, vraag), vraag, MOMENT, politie=True)


SOORTEN: dict[str, Callable[[str], bytes]] = {
    "verslag": lambda tekst: verslag_docx(vol(tekst), VAST, tekst, MOMENT),
    "verslag met inhoudsopgave": lambda tekst: verslag_docx(
        replace(met_casussen(4), tafel=tekst), i.CONCEPT, tekst, MOMENT
    ),
    "casusverslag": lambda tekst: casusverslag_docx(een_casus(tekst), VAST, tekst, MOMENT),
    "agenda": lambda tekst: agenda_docx(vul(Agendainhoud, tekst), tekst, tekst, MOMENT),
    "acties": lambda tekst: actielijst_docx(vul(Actielijst, tekst), MOMENT),
    "overdracht": lambda tekst: overdracht_docx(vul(Overdrachtinhoud, tekst), MOMENT),
    "uitnodiging": lambda tekst: uitnodiging_docx(vul(Uitnodiging, tekst), MOMENT),
    "inzage": lambda tekst: inzage_docx(vul(Inzagepakket, tekst), MOMENT),
    "procesverbaal": lambda tekst: procesverbaal_docx(_verbaal(tekst), MOMENT),
    "voorbeeld": lambda tekst: voorbeeld_docx(tekst, b"", MOMENT),
    "aanmeldformulier": lambda tekst: aanmeldformulier_docx(INHOUD, tekst, MOMENT),
    "antwoordformulier": _antwoord,
}


@pytest.mark.parametrize("tekst", [LASTIG, RECHTS, STUUR], ids=["lastig", "rechts", "stuurtekens"])
@pytest.mark.parametrize("soort", list(SOORTEN))
def test_word__geldig(soort: str, tekst: str) -> None:
    assert fouten_in(SOORTEN[soort](tekst)) == []


def test_word__honderdduizend_tekens__geldig_en_geen_teken_weg() -> None:
    tekst = "Zij belde om half negen. " * 4_000
    casus = replace(vol().casussen[0], feitenonderzoek=tekst)
    bestand = verslag_docx(replace(vol(), casussen=(casus,)), VAST, "Politie", MOMENT)
    assert fouten_in(bestand) == []
    assert tekst.strip() in alles(open_(bestand))
    lijst = vul(Actielijst)
    acties = actielijst_docx(replace(lijst, acties=(replace(lijst.acties[0], wat=tekst),)), MOMENT)
    assert fouten_in(acties) == []
    assert tekst.strip() in alles(open_(acties))


@pytest.mark.parametrize("naam", ["eerste en even", "namen bezet"])
def test_word__op_een_eigen_sjabloon__geldig(naam: str) -> None:
    assert fouten_in(gemaakt("antwoordformulier", naam)) == []


def test_word__iedere_soort__wordt_pdf_met_zijn_woorden(tmp_path: Path) -> None:
    for soort, maak in SOORTEN.items():
        (tmp_path / f"{soort}.docx").write_bytes(maak(LASTIG))
    pdfs = naar_pdf(tmp_path)
    assert {pdf.stem for pdf in pdfs} == set(SOORTEN)
    for pdf in pdfs:
        regel = ["pdftotext", str(pdf), "-"]
        tekst = subprocess.run(regel, check=True, capture_output=True, text=True, timeout=60).stdout
        assert "Vertrouwelijk" in tekst, pdf.stem
        assert re.search(r"Pagina 1 van \d+", tekst), pdf.stem


def test_word__iedere_soort_doet_mee() -> None:
    bronnen = bestanden("overleg/verslag/word", soort=".py").values()
    schrijvers = {naam for tekst in bronnen for naam in re.findall(r"^def (\w+_docx)\(", tekst, re.M)}
    hier = bestanden("tests/verslag", soort=".py")["tests/verslag/test_word_geldig.py"]
    assert {naam for naam in schrijvers if f"{naam}(" not in hier} == set()


DOC, RELS, TYPES = "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
KAPOT: dict[str, tuple[str, str, str]] = {
    "volgorde in pPr": (DOC, r"<w:pPr>(<w:pStyle [^>]*/>)", r'<w:pPr><w:jc w:val="left"/>\1'),
    "volgorde in rPr": (DOC, r"<w:rPr>", r"<w:rPr><w:rtl/><w:b/>"),
    "volgorde in tblPr": (DOC, r"(<w:tblLook [^>]*/>)", r'\1<w:tblW w:w="0" w:type="auto"/>'),
    "volgorde in tcPr": (DOC, r"<w:tcPr>", r'<w:tcPr><w:vAlign w:val="top"/>'),
    "volgorde in sectPr": (DOC, r"<w:sectPr([^>]*)>", r'<w:sectPr\1><w:cols w:space="1"/>'),
    "volgorde in settings": ("word/settings.xml", "</w:settings>", '<w:zoom w:percent="1"/></w:settings>'),
    "cel zonder alinea": (DOC, r"(<w:tc><w:tcPr>.*?</w:tcPr>)<w:p>.*?</w:p></w:tc>", r"\1</w:tc>"),
    "cel te veel": (DOC, r"<w:gridCol [^>]*/>", ""),
    "stijl die er niet is": (DOC, r'w:pStyle w:val="Tabelkop"', 'w:pStyle w:val="Weg"'),
    "twee vakken een nummer": (DOC, r'<w:id w:val="1002"/>', '<w:id w:val="1001"/>'),
    "twee plekken een naam": (DOC, r'w:name="_v1002\w+"(.*?)w:name="[^"]+"', r'w:name="A"\1w:name="A"'),
    "plek zonder einde": (DOC, r'<w:bookmarkEnd [^>]*w:id="1002"/>', ""),
    "te lange titel": (DOC, r'<w:alias w:val="', '<w:alias w:val="' + "x" * 65),
    "deel weg": (RELS, r"styles\.xml", "stijlen.xml"),
    "soort van een deel": (TYPES, r"wordprocessingml\.styles\+xml", "wordprocessingml.stijl+xml"),
    "deel zonder soort": (TYPES, r'<Override PartName="/word/footer1\.xml"[^>]*/>', ""),
    "verwijzing naar niets": (DOC, r'r:id="rId\d+"', 'r:id="rId999"'),
    "lijst die er niet is": ("word/styles.xml", r'<w:numId w:val="\d+"', '<w:numId w:val="99"'),
    "spatie die verdwijnt": (DOC, r"<w:t>([^<])", r"<w:t> \1"),
    "tab in tekst": (DOC, r"<w:t>([^<])", "<w:t>x\ty\\1"),
}


@pytest.mark.parametrize("wat", list(KAPOT))
def test_keuring__ziet_het(wat: str) -> None:
    naam, patroon, vervanging = KAPOT[wat]
    goed = _antwoord("Tekst")
    oud = deel_van(goed, naam).decode()
    nieuw = re.sub(patroon, vervanging, oud, count=1, flags=re.S)
    assert nieuw != oud, "the test itself changes nothing any more"
    kapot = met_deel(goed, naam, nieuw.encode())
    assert eigen_fouten(kapot) or schema_fouten(kapot)


def test_keuring__laat_door_wat_met_een_ander_programma_is_bewaard() -> None:
    uit = BytesIO()
    with ZipFile(BytesIO(_antwoord("Tekst"))) as bron, ZipFile(uit, "w", ZIP_DEFLATED) as doel:
        for deel in reversed(bron.infolist()):
            doel.writestr(deel.filename, bron.read(deel))
    assert fouten_in(uit.getvalue()) == []
