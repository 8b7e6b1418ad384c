"""Filling in the Word form the way Word does it, and handing it in."""

from __future__ import annotations

import re
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from flask.testing import FlaskClient
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

PAD = "/casussen/uit-formulier"
LEEG = "/casussen/formulier.docx"
ONMOGELIJK = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML can hold, so what Word cannot save."""


class Papier:
    """A form opened in a word processor."""

    def __init__(self, inhoud: bytes) -> None:
        """Open it."""
        self.document = Document(BytesIO(inhoud))
        self.vakken: dict[str, Any] = {}
        for sdt in self.document.element.body.iter(qn("w:sdt")):
            self.vakken.setdefault(sdt.find("w:sdtPr/w:tag", sdt.nsmap).get(qn("w:val")), sdt)

    def typ(self, tag: str, tekst: str, *, stukken: int = 1) -> None:
        """Type in a control; the placeholder goes, the text comes in pieces with line breaks in between."""
        sdt = self.vakken[tag]
        for vlag in sdt.findall("w:sdtPr/w:showingPlcHdr", sdt.nsmap):
            vlag.getparent().remove(vlag)
        inhoud = sdt.find(qn("w:sdtContent"))
        for kind in list(inhoud):
            inhoud.remove(kind)
        tekst = ONMOGELIJK.sub("", tekst)
        stap = max(1, -(-len(tekst) // stukken))
        for begin in range(0, len(tekst), stap):
            inhoud.append(self.stuk(tekst[begin : begin + stap]))

    def vink(self, tag: str) -> None:
        """Tick a box."""
        sdt = self.vakken[tag]
        next(e for e in sdt.iter() if str(e.tag).endswith("}checked")).set(
            "{http://schemas.microsoft.com/office/word/2010/wordml}val", "1"
        )
        next(sdt.iter(qn("w:t"))).text = "☒"

    def alinea(self, tag: str) -> Any:  # noqa: ANN401 an element of lxml
        """Return the paragraph around a control."""
        return next(e for e in self.vakken[tag].iterancestors() if e.tag == qn("w:p"))

    def typ_ernaast(self, tag: str, tekst: str, *, vak_weg: bool = False) -> None:
        """Type beside a control, or in its place."""
        alinea = self.alinea(tag)
        if vak_weg:
            alinea.remove(self.vakken[tag])
        alinea.append(self.stuk(tekst))

    def stuk(self, tekst: str) -> Any:  # noqa: ANN401
        stuk = OxmlElement("w:r")
        for nummer, regel in enumerate(tekst.split("\n")):
            if nummer:
                stuk.append(OxmlElement("w:br"))
            t = OxmlElement("w:t")
            t.text = regel
            t.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            stuk.append(t)
        return stuk

    def vul_alles(self, tekst: str) -> None:
        """Fill in every control: a text, the last day or choice of a list, a tick."""
        for tag, sdt in self.vakken.items():
            soorten = {str(e.tag).rpartition("}")[2] for e in sdt.find(qn("w:sdtPr"))}
            if "checkbox" in soorten:
                self.vink(tag)
            elif "dropDownList" in soorten:
                self.typ(tag, sdt.findall(f".//{qn('w:listItem')}")[-1].get(qn("w:displayText")))
            elif "sdtContentLocked" not in {e.get(qn("w:val")) for e in sdt.iter(qn("w:lock"))}:
                self.typ(tag, "03-11-2026" if "date" in soorten else tekst, stukken=3)

    def bewaar(self) -> bytes:
        """Return the file."""
        uit = BytesIO()
        self.document.save(uit)
        return uit.getvalue()


def haal(client: FlaskClient, pad: str = LEEG) -> Papier:
    """Fetch the empty form."""
    antwoord = client.get(pad)
    assert antwoord.status_code == 200, antwoord.text
    return Papier(antwoord.data)


def lever(
    client: FlaskClient, inhoud: bytes, *, pad: str = PAD, acuut: str = "nee", **meer: str
) -> TestResponse:
    """Hand a file in. Encoded here: the client of the library would leave a temporary file open."""
    velden = {"acuut": acuut, "bestand": FileStorage(BytesIO(inhoud), "formulier.docx"), **meer}
    grens, lichaam = encode_multipart(velden)
    return client.post(pad, data=lichaam, content_type=f"multipart/form-data; boundary={grens}")


def door_libreoffice(map_: Path, **bestanden: bytes) -> dict[str, bytes]:
    """Open Word files in LibreOffice and save them again; return them by name."""
    for naam, inhoud in bestanden.items():
        (map_ / f"{naam}.docx").write_bytes(inhoud)
    opdracht = [
        "soffice",
        "--headless",
        f"-env:UserInstallation=file://{map_}/profiel",
        "--convert-to",
        "docx",
    ]
    namen = [f"{naam}.docx" for naam in bestanden]
    subprocess.run(
        [*opdracht, "--outdir", "uit", *namen], cwd=map_, check=True, capture_output=True, timeout=90
    )
    return {naam: (map_ / "uit" / f"{naam}.docx").read_bytes() for naam in bestanden}
