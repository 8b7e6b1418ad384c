"""What Word is strict about: a file with one of these mistakes it “repairs” in public, or does not open.

The schemas and relations are checked by a port of the library that Office itself is tested with; what that
lets through is checked here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator

LANGSTE_NAAM = 64
"""Of the tag and the title of a control."""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPATIE = "{http://www.w3.org/XML/1998/namespace}space"


@cache
def _keurder() -> OpenXmlValidator:
    return OpenXmlValidator(file_format=FileFormat.MICROSOFT_365)


def fouten_in(bestand: bytes) -> list[str]:
    """Return what is wrong with a Word file; nothing when Word opens it without a word."""
    return [*eigen_fouten(bestand), *schema_fouten(bestand)]


def schema_fouten(bestand: bytes) -> list[str]:
    """Return what the library finds: by far the most, and by far the slowest."""
    with TemporaryDirectory() as map_:
        pad = Path(map_) / "bestand.docx"
        pad.write_bytes(bestand)
        return [f"{fout.part_uri}: {fout.description}" for fout in _keurder().validate(pad).errors]


def eigen_fouten(bestand: bytes) -> list[str]:
    """Return what the library lets through."""
    with ZipFile(BytesIO(bestand)) as pak:
        return [*_delen(pak), *_lichaam(pak)]


def _delen(pak: ZipFile) -> Iterator[str]:
    soorten = etree.fromstring(pak.read("[Content_Types].xml"))
    genoemd = {e.get("PartName") for e in soorten if e.get("PartName")}
    for naam in pak.namelist():
        if naam.startswith("word/") and naam.endswith(".xml") and f"/{naam}" not in genoemd:
            yield f"/{naam}: no kind of its own in the list of kinds"


def _lichaam(pak: ZipFile) -> Iterator[str]:
    """Yield what is wrong in the parts with text."""
    nummering = etree.fromstring(pak.read("word/numbering.xml"))
    lijsten = {e.get(f"{W}numId") for e in nummering.iter(f"{W}num")}
    for naam in pak.namelist():
        if naam.startswith("word/") and naam.endswith(".xml"):
            deel = etree.fromstring(pak.read(naam))
            fouten = (*_unieken(deel), *_tabellen(deel), *_teksten(deel), *_namen(deel))
            yield from (f"/{naam}: {fout}" for fout in fouten)
            onbekend = {e.get(f"{W}val") for e in deel.iter(f"{W}numId")} - lijsten - {"0"}
            yield from (f"/{naam}: list {nummer} does not exist" for nummer in onbekend)


def _unieken(deel: etree._Element) -> Iterator[str]:
    soorten = {
        "id of a control": [e.get(f"{W}val") for e in deel.iterfind(f".//{W}sdtPr/{W}id")],
        "name of a bookmark": [e.get(f"{W}name") for e in deel.iter(f"{W}bookmarkStart")],
        "id of a drawing": [e.get("id") for e in deel.iter("{*}docPr")],
    }
    for soort, waarden in soorten.items():
        dubbel = [waarde for waarde, aantal in Counter(waarden).items() if aantal > 1]
        yield from (f"{soort} is there twice: {waarde}" for waarde in dubbel)
    begin, einde = (
        Counter(e.get(f"{W}id") for e in deel.iter(f"{W}bookmark{wat}")) for wat in ("Start", "End")
    )
    if begin != einde:
        yield f"bookmarks that do not begin and end: {(begin - einde) + (einde - begin)}"


def _tabellen(deel: etree._Element) -> Iterator[str]:
    for nummer, tabel in enumerate(deel.iter(f"{W}tbl"), start=1):
        kolommen = len(tabel.findall(f"{W}tblGrid/{W}gridCol"))
        for rij in tabel.findall(f"{W}tr"):
            overslaan = [*rij.findall(f"{W}trPr/{W}gridBefore"), *rij.findall(f"{W}trPr/{W}gridAfter")]
            breed = sum(int(e.get(f"{W}val", "1")) for e in overslaan)
            for cel in rij.findall(f"{W}tc"):
                span = cel.find(f"{W}tcPr/{W}gridSpan")
                breed += 1 if span is None else int(span.get(f"{W}val", "1"))
                if len(cel) == 0 or cel[-1].tag != f"{W}p":
                    yield f"table {nummer}: a cell does not end with a paragraph"
            if breed != kolommen:
                yield f"table {nummer}: a row of {breed} columns in a grid of {kolommen}"


def _teksten(deel: etree._Element) -> Iterator[str]:
    for t in deel.iter(f"{W}t"):
        tekst = t.text or ""
        if tekst != tekst.strip() and t.get(SPATIE) != "preserve":
            yield f"space that Word drops: {tekst!r}"
        if set(tekst) & {"\n", "\r", "\t"}:
            yield f"a line end or tab in a text: {tekst!r}"


def _namen(deel: etree._Element) -> Iterator[str]:
    for soort in ("tag", "alias"):
        for e in deel.iterfind(f".//{W}sdtPr/{W}{soort}"):
            if len(e.get(f"{W}val", "")) > LANGSTE_NAAM:
                yield f"too long: {e.get(f'{W}val')}"
