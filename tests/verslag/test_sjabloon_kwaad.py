"""Templates that somebody made up to do harm, or that are broken: each is refused with a sentence."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.shared import Cm

from overleg.verslag import bestanden
from overleg.verslag.bestanden import Onleesbaar
from overleg.verslag.sjabloon.openen import open_sjabloon
from tests.steun.pakket import deel_van, met_delen
from tests.verslag.sjablonen import (
    INHOUD,
    KANARIE,
    RUIMTEN,
    Verander,
    ander_beeld,
    in_kop,
    met_relatie,
    png,
    sjabloon,
    veld,
    vervang,
)

DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "b">]>'


def _doctype(naam: str) -> Verander:
    def doe(goed: bytes) -> bytes:
        return met_delen(goed, {naam: DOCTYPE + re.sub(rb"^<\?xml[^>]*\?>", b"", deel_van(goed, naam))})

    return doe


def _in_lichaam(xml: str) -> Verander:
    return lambda goed: vervang(goed, "word/document.xml", "<w:body>", f"<w:body>{xml}")


def _stijl(document: WordDocument) -> None:
    document.styles.add_style("x" * 5000, WD_STYLE_TYPE.PARAGRAPH)


def _veel_stijlen(document: WordDocument) -> None:
    for nummer in range(1100):
        naam = f'<w:name w:val="s{nummer}"/>'
        xml = f'<w:style {RUIMTEN} w:type="paragraph" w:styleId="s{nummer}">{naam}</w:style>'
        document.styles.element.append(parse_xml(xml))


def _smal(document: WordDocument) -> None:
    document.sections[0].left_margin = document.sections[0].right_margin = Cm(4)


def _bom(goed: bytes) -> bytes:
    return met_delen(goed, {"word/bom.xml": b"<a>" + b" " * (bestanden.GROOTSTE_UITGEPAKT + 1) + b"</a>"})


KWAAD: dict[str, tuple[Verander, str]] = {
    "niets": (lambda _goed: b"", "is geen Word-sjabloon"),
    "tekst": (lambda _goed: b"Zomaar tekst", "is geen Word-sjabloon"),
    "afgebroken": (lambda goed: goed[: len(goed) // 2], "is beschadigd"),
    "zip zonder Word": (lambda _goed: _los({"a.txt": b"x"}), "is geen Word"),
    "werkblad": (
        lambda goed: vervang(goed, INHOUD, "wordprocessingml.document.main", "spreadsheetml.sheet.main"),
        "is geen Word-sjabloon",
    ),
    "oud of met wachtwoord": (lambda _goed: b"\xd0\xcf\x11\xe0" + b"x" * 99, "wachtwoord"),
    "te groot": (lambda _goed: b"PK" + b"x" * (bestanden.GROOTSTE + 1), "te groot"),
    "bom": (_bom, "uitgepakt te groot"),
    "veel delen": (
        lambda goed: met_delen(goed, {f"word/x{nummer}.xml": b"<a/>" for nummer in range(150)}),
        "uitgepakt te groot",
    ),
    "docm als docx": (
        lambda goed: vervang(
            goed,
            INHOUD,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            "application/vnd.ms-word.document.macroEnabled.main+xml",
        ),
        "macro",
    ),
    "dotm als dotx": (
        lambda goed: vervang(
            goed,
            INHOUD,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
        ),
        "macro",
    ),
    "macro": (lambda goed: met_delen(goed, {"word/vbaProject.bin": b"x"}), "macro"),
    "ingesloten bestand": (lambda goed: met_delen(goed, {"word/embeddings/oleObject1.bin": b"x"}), "macro"),
    "activex": (lambda goed: met_delen(goed, {"word/activeX/activeX1.xml": b"<a/>"}), "macro"),
    "doctype in tekst": (_doctype("word/document.xml"), "is niet door een tekstverwerker gemaakt"),
    "doctype in stijlen": (_doctype("word/styles.xml"), "is niet door een tekstverwerker gemaakt"),
    "doctype in koptekst": (_doctype("word/header1.xml"), "is niet door een tekstverwerker gemaakt"),
    "doctype in customXml": (
        lambda goed: met_delen(goed, {"customXml/item9.xml": DOCTYPE + b"<x/>"}),
        "is niet door een tekstverwerker gemaakt",
    ),
    "plaatje van elders": (
        lambda goed: met_relatie(goed, "header1.xml", "image", "http://elders.voorbeeld/a.png"),
        "verwijst naar andere bestanden",
    ),
    "deel van elders": (
        lambda goed: met_relatie(goed, "document.xml", "subDocument", "file:///c:/a.docx"),
        "verwijst naar andere bestanden",
    ),
    "kader van elders": (
        lambda goed: met_relatie(goed, "document.xml", "frame", "https://elders.voorbeeld/"),
        "verwijst naar andere bestanden",
    ),
    "veld dat haalt in de kop": (
        lambda _goed: sjabloon(in_kop(veld('INCLUDEPICTURE "http://elders.voorbeeld/a.png"'))),
        "INCLUDEPICTURE",
    ),
    "veld dat start in de tekst": (_in_lichaam(veld('DDEAUTO c:\\\\windows "x"')), "DDEAUTO"),
    "veld in stukken": (
        _in_lichaam(veld('INCL</w:instrText></w:r><w:r><w:instrText>UDETEXT "c:\\\\a"')),
        "INCLUDETEXT",
    ),
    "kort veld dat haalt": (
        _in_lichaam('<w:p><w:fldSimple w:instr=" link Excel.Sheet "><w:r/></w:fldSimple></w:p>'),
        "LINK",
    ),
    "lange naam van een stijl": (lambda _goed: sjabloon(_stijl), "naam van meer dan 100 tekens"),
    "te veel stijlen": (lambda _goed: sjabloon(_veel_stijlen), "meer dan 1000 stijlen"),
    "zonder stijlen": (
        lambda goed: vervang(goed, "word/_rels/document.xml.rels", "relationships/styles", "relationships/x"),
        "heeft geen stijlen",
    ),
    "deel dat er niet is": (
        lambda goed: met_delen(goed, {}, zonder=("word/styles.xml",)),
        "is beschadigd",
    ),
    "strict": (
        lambda goed: met_delen(
            goed, {"word/document.xml": b'<d xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'}
        ),
        "(Strict)",
    ),
    "zonder bladzijde": (
        lambda goed: met_delen(
            goed, {"word/document.xml": f"<w:document {RUIMTEN}><w:body/></w:document>".encode()}
        ),
        "hoe groot de bladzijde is",
    ),
    "te smal": (lambda _goed: sjabloon(_smal), "13,0 cm breed"),
    "koptekst van het blad af": (
        lambda _goed: sjabloon(lambda d: setattr(d.sections[0], "header_distance", Cm(50))),
        "te ver van de rand",
    ),
    "marge zonder getal": (
        lambda goed: vervang(goed, "word/document.xml", 'w:w="11906"', 'w:w="breed"'),
        "is beschadigd",
    ),
    "logo dat geen PNG is": (ander_beeld(b"\x01\x00\x00\x00EMF"), "geen PNG of JPEG"),
    "logo dat is afgebroken": (ander_beeld(png()[:60]), "is beschadigd"),
    "logo als bom": (
        ander_beeld(png(kop=b"\x00\x00\xff\xff\x00\x00\xff\xff\x08\x02\x00\x00\x00")),
        "te groot",
    ),
    "xml in de diepte": (_in_lichaam("<w:p>" * 400 + "</w:p>" * 400), "is beschadigd"),
}


def _los(inhoud: dict[str, bytes]) -> bytes:
    uit = BytesIO()
    with zipfile.ZipFile(uit, "w") as pak:
        for naam, deel in inhoud.items():
            pak.writestr(naam, deel)
    return uit.getvalue()


@pytest.mark.parametrize("naam", sorted(KWAAD))
def test_kwaad_sjabloon__geweigerd_met_een_zin(naam: str) -> None:
    maak, zegt = KWAAD[naam]
    with pytest.raises(Onleesbaar) as fout:
        open_sjabloon(maak(sjabloon()))
    assert zegt in fout.value.zin
    assert KANARIE not in fout.value.zin


def test_bom__wordt_niet_uitgepakt(monkeypatch: pytest.MonkeyPatch) -> None:
    bom = _bom(sjabloon())
    monkeypatch.setattr(zipfile.ZipFile, "open", None)
    with pytest.raises(Onleesbaar, match="uitgepakt te groot"):
        open_sjabloon(bom)


def _probeer(bron: bytes) -> str:
    """Return the sentence of a refusal; nothing when it was taken."""
    try:
        open_sjabloon(bron)
    except Onleesbaar as fout:
        return fout.zin
    return ""


def test_elke_afgekapte_of_geraakte_vorm__een_zin_of_een_sjabloon() -> None:
    goed, zinnen = sjabloon(), set()
    for plek in range(0, len(goed), 487):
        geraakt = bytearray(goed)
        geraakt[plek] ^= 0xFF
        zinnen |= {_probeer(goed[:plek]), _probeer(bytes(geraakt))}
    assert all(zin == "" or zin.endswith(".") for zin in zinnen)
    assert any(zinnen)
