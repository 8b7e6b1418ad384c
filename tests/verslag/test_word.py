"""The Word files themselves: opened again, checked in XML, with nasty text, and through LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import fields, replace
from datetime import UTC, date, datetime, time
from enum import Enum
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin, get_type_hints
from uuid import UUID
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Pt

from models import Afspraak
from models.waarden import AfspraakStatus, Akkoord
from overleg.verslag import inhoud as i
from overleg.verslag.actielijst import Aanbod, Actie, Actielijst, TeInformeren
from overleg.verslag.woorden import zonder_akkoord
from overleg.verslag.word.acties import actielijst_docx
from overleg.verslag.word.bouwer import Bouwer
from overleg.verslag.word.casus import GEEN_AFSPRAKEN
from overleg.verslag.word.huisstijl import Blad
from overleg.verslag.word.tekst import is_rechts, word_tekst
from overleg.verslag.word.verslag import verslag_docx

T = TypeVar("T")
MOMENT = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
NUL = UUID(int=0)
VAST = i.Stempel(1, "ab" * 32, MOMENT, "Vera van der Meer")
WAARDEN: dict[object, object] = {
    int: 1, bool: True, date: date(2026, 12, 4), time: time(9, 5), datetime: MOMENT, UUID: NUL,
}  # fmt: skip


def vul(soort: type[T], tekst: str = "") -> T:
    """Return a value of a content type with a text of its own in every field (or `tekst` in each)."""
    soorten = get_type_hints(soort)
    merken = {naam: tekst or f"KANARIE-{soort.__name__}-{naam}" for naam in soorten}
    if "vernietigd" in merken:  # it stands there instead of everything else
        merken["vernietigd"] = ""
    return soort(**{naam: _waarde(soorten[naam], merken[naam], tekst) for naam in soorten})


def _waarde(soort: Any, merk: str, tekst: str) -> object:  # noqa: ANN401 any type of a field
    if get_origin(soort) is tuple:
        return (_waarde(get_args(soort)[0], merk, tekst),)
    if get_origin(soort) is frozenset:
        return frozenset()
    soort = (get_args(soort) or (soort,))[0]
    if soort is str:
        return merk
    if isinstance(soort, type) and issubclass(soort, Enum):
        return next(iter(soort))
    return WAARDEN[soort] if soort in WAARDEN else vul(soort, tekst)


def vol(tekst: str = "") -> i.Verslaginhoud:
    """Return a record with every field filled."""
    geheel = vul(i.Verslaginhoud, tekst)
    anders = replace(geheel.casussen[0], id=UUID(int=1), besproken=False, feitenonderzoek="", afspraken=())
    weg = replace(geheel.aanwezigen[0], was_er=False)
    return replace(geheel, casussen=(geheel.casussen[0], anders), aanwezigen=(*geheel.aanwezigen, weg))


def open_(bestand: bytes) -> WordDocument:
    return Document(BytesIO(bestand))


def alles(document: WordDocument) -> str:
    cellen = [cel.text for tabel in document.tables for rij in tabel.rows for cel in rij.cells]
    return "\n".join([*(alinea.text for alinea in document.paragraphs), *cellen])


def kanaries(waarde: object) -> set[str]:
    """Return every text in a content object."""
    if isinstance(waarde, str):
        return {waarde} if waarde.startswith("KANARIE") else set()
    if isinstance(waarde, tuple):
        return set().union(*(kanaries(deel) for deel in waarde))
    if hasattr(waarde, "__dataclass_fields__"):
        return set().union(*(kanaries(getattr(waarde, veld.name)) for veld in fields(waarde)))  # type: ignore[arg-type]
    return set()


def test_word__elk_veld_van_de_inhoud__staat_erin() -> None:
    inhoud = vol()
    tekst = alles(open_(verslag_docx(inhoud, i.CONCEPT, "Politie", MOMENT)))
    ontbreekt = {merk for merk in kanaries(inhoud) if merk not in tekst and merk.lower() not in tekst}
    assert not ontbreekt


def test_word__zonder_gegevens__zegt_geen() -> None:
    leeg = {veld.name: () for veld in fields(i.CasusInVerslag) if str(veld.type).startswith("tuple")}
    casus = replace(vol().casussen[0], **leeg, feitenonderzoek="", afwijkend="")  # type: ignore[arg-type]
    document = open_(verslag_docx(replace(vol(), casussen=(casus,)), VAST, "Politie", MOMENT))
    alineas = [alinea.text for alinea in document.paragraphs]
    for kop in ("Overdrachten", "Afwijkend standpunt"):
        assert alineas[alineas.index(kop) + 1] == "Geen.", kop
    maatregelen = alineas.index("Maatregelen die gelden")
    assert alineas[maatregelen + 1] == "Er zijn geen maatregelen vastgelegd."
    assert alineas[alineas.index("Afspraken") + 1] == GEEN_AFSPRAKEN
    feiten = next(kop for kop in alineas if kop.startswith("Eén feitenonderzoek"))
    assert alineas[alineas.index(feiten) + 1] == "Niets vastgelegd."


def test_word__maatregel__geldt_tot_en_met_haar_laatste_dag() -> None:
    regel = i.Maatregelregel("Huisverbod", "Bestuurlijk", "", "", date(2026, 11, 22), date(2026, 12, 2), None)
    open_einde = replace(regel, wat="Voogdij", tot=None)
    casus = replace(vol().casussen[0], maatregelen=(regel, open_einde))
    tekst = alles(open_(verslag_docx(replace(vol(), casussen=(casus,)), VAST, "Politie", MOMENT)))
    assert "22-11-2026 tot en met 02-12-2026" in tekst
    assert "22-11-2026 tot nader order" in tekst


def test_word__opmaak__echte_koppen_tabellen_taal() -> None:
    bestand = verslag_docx(vol(), VAST, "Politie", MOMENT)
    document = open_(bestand)
    stijlen = {alinea.style.name for alinea in document.paragraphs if alinea.style}
    assert {"Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "Normal"} <= stijlen
    met_kop = [t for t in document.tables if t._tbl.xpath("w:tr[1]/w:trPr/w:tblHeader")]
    assert len(met_kop) >= 10
    assert all(t._tbl.xpath("w:tr/w:trPr/w:cantSplit") for t in met_kop)
    assert document.core_properties.language == "nl-NL"
    assert document.core_properties.title.startswith("Verslag ")
    with ZipFile(BytesIO(bestand)) as archief:
        voet = "".join(archief.read(n).decode() for n in archief.namelist() if "footer" in n)
        stijl = archief.read("word/styles.xml").decode()
        assert "python-docx" not in archief.read("docProps/core.xml").decode()
    assert 'w:instr=" PAGE "' in voet
    assert 'w:instr=" NUMPAGES "' in voet
    assert 'w:lang w:val="nl-NL"' in stijl
    assert "en-US" not in stijl
    kop = document.sections[0].header.paragraphs
    assert "Vertrouwelijk" in kop[0].text
    assert len(kop) == 1


def test_word__concept__op_elke_bladzijde() -> None:
    document = open_(verslag_docx(vol(), i.CONCEPT, "Politie", MOMENT))
    assert "CONCEPT" in document.sections[0].header.paragraphs[1].text
    assert not document.sections[0].different_first_page_header_footer


def test_word_tekst__elk_stuurteken__blijft_leesbaar() -> None:
    lastig = "".join(map(chr, [*range(0x20), 0x7F, 0x85, 0x2028, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF, 0x202E]))
    bestand = verslag_docx(vol(f"begin{lastig}einde"), VAST, lastig, MOMENT)
    assert "begin" in alles(open_(bestand))
    assert "\u202e" not in word_tekst(lastig)


@pytest.mark.parametrize(
    "tekst",
    ["😀👩‍👩‍👧 en meer", "محمد بن سلمان", "Jan محمد de Vries", "שלום", "x" * 300, "=1+1", "<w:p/>&amp;"],
    ids=["emoji", "arabisch", "gemengd", "hebreeuws", "lange naam", "formule", "xml"],
)
def test_word__vreemde_tekst__komt_ongeschonden_terug(tekst: str) -> None:
    assert tekst in alles(open_(verslag_docx(vol(tekst), VAST, tekst, MOMENT)))


def test_word__regels_en_lange_tekst__blijven_heel() -> None:
    lang = "Een zin met woorden. " * 5_000
    casus = replace(vol().casussen[0], feitenonderzoek=lang, veiligheidsplan="een\ntwee\r\ndrie\n\nvier")
    document = open_(verslag_docx(replace(vol(), casussen=(casus,)), VAST, "Politie", MOMENT))
    teksten = [alinea.text for alinea in document.paragraphs]
    assert lang.strip() in teksten
    assert "een\ntwee\ndrie" in teksten
    assert "vier" in teksten


def test_word__arabisch__is_gemerkt() -> None:
    assert is_rechts("محمد")
    assert not is_rechts("Jan de Vries belt محمد")
    assert not is_rechts("محمد belt de politie en wacht op antwoord.")
    assert is_rechts("محمد بن سلمان (OM)")
    assert not is_rechts("12-06-2026")
    casus = replace(vol().casussen[0], veiligheidsplan="محمد")
    document = open_(verslag_docx(replace(vol(), casussen=(casus,)), VAST, "Politie", MOMENT))
    (alinea,) = [alinea for alinea in document.paragraphs if alinea.text == "محمد"]
    assert alinea._p.xpath("w:pPr/w:bidi")
    assert alinea.runs[0].font.rtl


def lijst(*acties: Actie) -> Actielijst:
    return Actielijst("Actielijst", "Politie", "Open acties", "2026-11-26", "Politie", acties)


def test_actielijst__te_laat__in_woorden_en_geteld() -> None:
    actie = Actie(
        "LW-2026-0001", 3, "Bel de school", "Politie", date(2026, 11, 1), "1 (OM): open", "Open", True
    )
    tekst = alles(open_(actielijst_docx(lijst(actie, replace(actie, te_laat=False)), MOMENT)))
    assert tekst.count("TE LAAT") == 1
    assert "2, waarvan 1 te laat" in tekst
    assert "1 (OM): open" in tekst
    leeg = alles(open_(actielijst_docx(lijst(), MOMENT)))
    assert "Er zijn geen acties." in leeg
    assert "informeren" not in leeg.lower()


def test_actielijst__informeren_en_aanbod__staan_erop() -> None:
    plicht = TeInformeren(
        "LW-2026-0001", "Ruben", "Over het verbod", "Politie", date(2026, 11, 1), "Open", True
    )
    aanbod = Aanbod("LW-2026-0002", "Regie", "Veilig Thuis", None, "Na het gesprek")
    geheel = replace(
        lijst(), informeren=(plicht, replace(plicht, datum=None, te_laat=False)), aanbod=(aanbod,)
    )
    tekst = alles(open_(actielijst_docx(geheel, MOMENT)))
    for woord in ("Over het verbod", "geen datum", "2, waarvan 1 te laat", "Regie", "Na het gesprek"):
        assert woord in tekst


def test_zonder_akkoord__staat_bij_wie_het_doet() -> None:
    actie = Actie(
        "LW-2026-0001", 3, "Bel", "Politie", date(2026, 11, 1), "", "Open", False, "Nog niet akkoord"
    )
    assert "Politie\nNog niet akkoord" in alles(open_(actielijst_docx(lijst(actie), MOMENT)))
    casus = vol().casussen[0]
    niet = replace(casus.afspraken[0], wie="Politie", akkoord="Niet akkoord: geen mensen")
    inhoud = replace(vol(), casussen=(replace(casus, afspraken=(niet,)),))
    assert "Politie\nNiet akkoord: geen mensen" in alles(open_(verslag_docx(inhoud, VAST, "Politie", MOMENT)))


@pytest.mark.parametrize(
    ("akkoord", "status", "woorden"),
    [
        (Akkoord.AKKOORD, AfspraakStatus.OPEN, ""),
        (Akkoord.OPEN, AfspraakStatus.OPEN, "Nog niet akkoord"),
        (Akkoord.OPEN, AfspraakStatus.GEDAAN, ""),
        (Akkoord.GEWEIGERD, AfspraakStatus.BEZIG, "Niet akkoord: geen mensen"),
    ],
)
def test_zonder_akkoord__in_woorden(akkoord: Akkoord, status: AfspraakStatus, woorden: str) -> None:
    rij = Afspraak(akkoord=akkoord, status=status, akkoord_reden="geen mensen")
    assert zonder_akkoord(rij) == woorden


def test_word__tabellen__passen_op_de_bladzijde() -> None:
    document = open_(verslag_docx(vol(), VAST, "Politie", MOMENT))
    for tabel in document.tables:
        breedte = sum(int(kolom.get(qn("w:w"))) for kolom in tabel._tbl.tblGrid.findall(qn("w:gridCol")))
        assert breedte <= 17 * 567


def naar_pdf(map_: Path) -> list[Path]:
    """Turn every Word file of a folder into PDF, as a reader without Word would; return them by name."""
    programma = shutil.which("soffice")
    assert programma, "LibreOffice is needed to check the Word files: install libreoffice-writer"
    bestanden = sorted(pad.name for pad in map_.glob("*.docx"))
    eigen = f"-env:UserInstallation=file://{map_}/profiel"
    subprocess.run(
        [programma, "--headless", eigen, "--convert-to", "pdf", *bestanden],
        cwd=map_,
        check=True,
        capture_output=True,
        timeout=90,
    )
    return sorted(map_.glob("*.pdf"))


def test_word__door_libreoffice__wordt_pdf(tmp_path: Path) -> None:
    (tmp_path / "verslag.docx").write_bytes(verslag_docx(vol("😀 محمد tekst"), i.CONCEPT, "Politie", MOMENT))
    actie = Actie("LW-2026-0001", 3, "Bel", "Politie", date(2026, 11, 1), "", "Open", True)
    (tmp_path / "acties.docx").write_bytes(actielijst_docx(lijst(actie), MOMENT))
    pdfs = naar_pdf(tmp_path)
    assert [pdf.name for pdf in pdfs] == ["acties.pdf", "verslag.pdf"]
    assert all(pdf.read_bytes().startswith(b"%PDF") for pdf in pdfs)


def test_word__tabel_bij_een_paginagrens__verliest_geen_rij(tmp_path: Path) -> None:
    """A heading row alone at the foot of a page takes rows off the paper; where, differs by a point."""
    kolommen = [("Casus", 2.7), ("Wat", 5.3), ("Wie", 3.4), ("Vóór wanneer", 2.2), ("Stand", 3.4)]
    rijen = [(f"r{nr:02}\nafspraak", "tekst " * 12, "anders " * 9, "12-12-2026", "Open") for nr in range(30)]
    for punten in range(36, 49):
        bouwer = Bouwer(Blad("Titel", "Tafel", "voet", "CONCEPT", MOMENT))
        bouwer.tabel([("A", 8), ("B", 9)], [("x", "y")] * 27)
        bouwer.document.add_paragraph().paragraph_format.space_after = Pt(punten)
        bouwer.regel("Iets", "geen")
        bouwer.kop("Acties")
        bouwer.tabel(kolommen, rijen)
        (tmp_path / f"v{punten}.docx").write_bytes(bouwer.bestand())
    for pdf in naar_pdf(tmp_path):
        lees = ["pdftotext", "-layout", str(pdf), "-"]
        tekst = subprocess.run(lees, capture_output=True, text=True, check=True).stdout
        weg = [nr for nr in range(30) if f"r{nr:02}" not in tekst]
        assert not weg, f"{pdf.name}: {weg}"
