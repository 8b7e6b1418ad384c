"""Word templates to try: good ones, and ones that somebody made up to do harm. All names are invented."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt, RGBColor

from tests.steun.pakket import deel_van, delen, met_delen

Verander = Callable[[bytes], bytes]
KANARIE = "kanarie7"
KOP, VOET, EERSTE, EVEN = "Regio Lindewoude", "Postbus 1", "Alleen vooraan", "Alleen even"
RUIMTEN = nsdecls("w", "r", "wp", "a", "pic") + (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
INHOUD = "[Content_Types].xml"


def png(breed: int = 120, hoog: int = 40, *, kop: bytes = b"") -> bytes:
    """Return a blue picture, with a text that a program wrote into it."""

    def stuk(soort: bytes, inhoud: bytes) -> bytes:
        return struct.pack(">I", len(inhoud)) + soort + inhoud + struct.pack(">I", zlib.crc32(soort + inhoud))

    rijen = b"".join(b"\0" + bytes((0, 90, 140)) * breed for _ in range(hoog))
    maat = kop or struct.pack(">IIBBBBB", breed, hoog, 8, 2, 0, 0, 0)
    tekst = stuk(b"tEXt", b"Author\0" + KANARIE.encode())
    begin = b"\x89PNG\r\n\x1a\n" + stuk(b"IHDR", maat) + tekst
    return begin + stuk(b"IDAT", zlib.compress(rijen)) + stuk(b"IEND", b"") + KANARIE.encode()


def sjabloon(*doe: Callable[[WordDocument], object]) -> bytes:
    """Return a good template with a logo, after `doe` changed something of it."""
    document = Document()
    deel = document.sections[0]
    deel.page_width, deel.page_height = Cm(21), Cm(29.7)
    deel.left_margin, deel.right_margin, deel.top_margin = Cm(1.9), Cm(2), Cm(3)
    deel.header.paragraphs[0].add_run(KOP)
    deel.header.add_paragraph().add_run().add_picture(BytesIO(png()), width=Cm(3))
    deel.footer.paragraphs[0].add_run(VOET)
    normaal = document.styles["Normal"].font
    normaal.name, normaal.size = "Verdana", Pt(9.5)
    kop = document.styles["Heading 1"].font
    kop.name, kop.color.rgb = "Georgia", RGBColor(0, 90, 140)
    document.add_paragraph(f"Tekst van het sjabloon {KANARIE}")
    for verandering in doe:
        verandering(document)
    uit = BytesIO()
    document.save(uit)
    return uit.getvalue()


def in_kop(xml: str) -> Callable[[WordDocument], object]:
    """Return what puts elements in the header."""

    def doe(document: WordDocument) -> None:
        omhulsel = parse_xml(f"<w:hdr {RUIMTEN}>{xml}</w:hdr>")
        for kind in list(omhulsel):
            document.sections[0].header._element.append(kind)

    return doe


def eerste_en_even(document: WordDocument) -> None:
    """Give the first page and the even pages a header and footer of their own."""
    deel = document.sections[0]
    deel.different_first_page_header_footer = True
    document.settings.odd_and_even_pages_header_footer = True
    deel.first_page_header.paragraphs[0].add_run(EERSTE)
    deel.even_page_header.paragraphs[0].add_run(EVEN)


def vervang(inhoud: bytes, naam: str, oud: str, nieuw: str) -> bytes:
    """Return the file with words of one part changed; they must be there."""
    tekst = deel_van(inhoud, naam).decode()
    assert oud in tekst, (naam, oud)
    return met_delen(inhoud, {naam: tekst.replace(oud, nieuw).encode()})


def als_dotx(inhoud: bytes) -> bytes:
    """Return the file as Word saves a template."""
    return vervang(inhoud, INHOUD, "wordprocessingml.document.main", "wordprocessingml.template.main")


def met_relatie(inhoud: bytes, deel: str, soort: str, doel: str, *, buiten: bool = True) -> bytes:
    """Return the file with one relation more of a part such as `document.xml`."""
    mode = ' TargetMode="External"' if buiten else ""
    ruimte = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relatie = f'<Relationship Id="rIdX" Type="{ruimte}/{soort}" Target="{doel}"{mode}/>'
    naam = f"word/_rels/{deel}.rels"
    if naam in delen(inhoud):
        return vervang(inhoud, naam, "</Relationships>", f"{relatie}</Relationships>")
    begin = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    return met_delen(inhoud, {naam: f"{begin}{relatie}</Relationships>".encode()})


VELD = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{}</w:instrText></w:r><w:r>'
VELD += '<w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{}</w:t></w:r><w:r>'
VELD += '<w:fldChar w:fldCharType="end"/></w:r></w:p>'


IN_EEN_STUK = '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText>'
IN_EEN_STUK += '<w:fldChar w:fldCharType="end"/></w:r></w:p>'


def veld(opdracht: str, toont: str = KANARIE) -> str:
    """Return a paragraph with a field that is spread over runs."""
    return VELD.format(opdracht, toont)


def ander_beeld(inhoud: bytes) -> Verander:
    """Return what puts another picture in the place of the logo."""
    return lambda goed: met_delen(goed, {"word/media/image1.png": inhoud})
