"""Each kind of document on each kind of template: what must hold whatever the template is."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time
from functools import cache
from pathlib import Path
from uuid import UUID

import pytest
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt

from models.waarden import OverlegStatus, OverlegVorm, PuntSoort
from overleg.agenda.inhoud import Agendainhoud, Casusinhoud, Puntinhoud
from overleg.verslag import inhoud as i
from overleg.verslag.inzage import Inzagepakket, Pakketdeel
from overleg.verslag.overdrachtinhoud import Overdrachtinhoud
from overleg.verslag.procesverbaal import Procesverbaal
from overleg.verslag.regels_huisstijl import ONZE_STIJLEN, STANDAARD_PUNTEN
from overleg.verslag.sjabloon.openen import open_sjabloon
from overleg.verslag.uitnodiging import Uitnodiging
from overleg.verslag.word.aanmeldformulier import aanmeldformulier_docx
from overleg.verslag.word.acties import actielijst_docx
from overleg.verslag.word.agenda import agenda_docx
from overleg.verslag.word.antwoordformulier import antwoordformulier_docx
from overleg.verslag.word.casusverslag import casusverslag_docx
from overleg.verslag.word.inzage import inzage_docx
from overleg.verslag.word.overdracht import overdracht_docx
from overleg.verslag.word.procesverbaal import procesverbaal_docx
from overleg.verslag.word.stijlfeiten import LANGSTE_KETEN, stijlfeiten
from overleg.verslag.word.uitnodiging import uitnodiging_docx
from overleg.verslag.word.verslag import CONCEPT_MERK, verslag_docx
from overleg.verslag.word.voorbeeld import VOORBEELD_MERK, voorbeeld_docx
from tests.verslag.sjablonen import EERSTE, EVEN, KANARIE, KOP, eerste_en_even, in_kop, sjabloon, veld
from tests.verslag.test_antwoord_lezen import INHOUD as ANTWOORD
from tests.verslag.test_antwoord_lezen import VRAAG
from tests.verslag.test_casusverslag import een_casus
from tests.verslag.test_formulier_lezen import INHOUD as FORMULIER
from tests.verslag.test_word import MOMENT, VAST, alles, lijst, naar_pdf, open_, vol, vul
from tests.verslag.test_word_opmaak import lees, met_casussen

TAFEL = "KANARIE-Verslaginhoud-tafel"
CASUS = Casusinhoud(UUID(int=0), "LW-2026-0001", "Wie gaat erheen?", ("Stalking",), "Politie", False, "")
PUNT = Puntinhoud(
    UUID(int=0), PuntSoort.CASUS, "Casus", time(9), time(9, 20), 20, CASUS, (), None, doorgezet=False
)


def _vul_agenda() -> Agendainhoud:
    waarden = {"overleg_id": UUID(int=0), "tafel": TAFEL, "datum": date(2026, 11, 26), "begin": time(9)}
    waarden |= {"einde": time(12), "vorm": OverlegVorm.FYSIEK, "plaats": "zaal", "punten": (PUNT,)}
    waarden |= {"status": OverlegStatus.GEPLAND, "voorzitter": "V", "secretaris": "S"}
    namen = Agendainhoud.__dataclass_fields__
    return Agendainhoud(**{naam: waarden.get(naam) for naam in namen})  # type: ignore[arg-type]


SOORTEN: dict[str, Callable[[bytes], bytes]] = {
    "verslag": lambda s: verslag_docx(vol(), i.CONCEPT, "Politie", MOMENT, s),
    "vastgesteld verslag": lambda s: verslag_docx(vol(), VAST, "Politie", MOMENT, s),
    "verslag van een casus": lambda s: casusverslag_docx(een_casus(), VAST, "Politie", MOMENT, s),
    "agenda": lambda s: agenda_docx(_vul_agenda(), "LW-2026-11-26", "Politie", MOMENT, s),
    "actielijst": lambda s: actielijst_docx(lijst(), MOMENT, s),
    "overdracht": lambda s: overdracht_docx(vul(Overdrachtinhoud), MOMENT, s),
    "uitnodiging": lambda s: uitnodiging_docx(vul(Uitnodiging), MOMENT, s),
    "inzage": lambda s: inzage_docx(
        Inzagepakket(
            TAFEL, "k", "p", date(2026, 1, 1), "toegewezen", "", (Pakketdeel("k", "t", False),), False
        ),
        MOMENT,
        s,
    ),
    "vernietiging": lambda s: procesverbaal_docx(
        Procesverbaal("k", TAFEL, "g", MOMENT, "a", "b", (("Casus", 1),), (), None, date(2026, 1, 1)),
        MOMENT,
        s,
    ),
    "aanmeldformulier": lambda s: aanmeldformulier_docx(FORMULIER, "Lindewoude", MOMENT, s),
    "antwoordformulier": lambda s: antwoordformulier_docx(ANTWOORD, VRAAG, MOMENT, s, politie=True),
    "voorbeeld": lambda s: voorbeeld_docx(TAFEL, s, MOMENT),
}


def _kaal(document: WordDocument) -> None:
    """Leave no style but the one that every paragraph has."""
    for stijl in list(document.styles):
        stijl.delete()
    for alinea in document.element.iter(qn("w:pStyle"), qn("w:numPr")):
        alinea.getparent().remove(alinea)


def _liggend(document: WordDocument) -> None:
    document.sections[0].page_width, document.sections[0].page_height = Cm(29.7), Cm(21)


def _bezet(document: WordDocument) -> None:
    """Give our names to what they are not, and hide what must be seen."""
    stijlen = document.styles
    stijlen["Title"].delete()
    stijlen.add_style("Title", WD_STYLE_TYPE.CHARACTER)
    stijlen.add_style("Overlegtabel", WD_STYLE_TYPE.PARAGRAPH)
    stijlen.add_style("Placeholder Text", WD_STYLE_TYPE.CHARACTER)
    for naam in ("Merk", "Bladregel"):
        stijl = stijlen.add_style(naam, WD_STYLE_TYPE.PARAGRAPH)
        stijl.font.size, stijl.font.hidden = Pt(1), True
    stijlen["Normal"].font.hidden = True
    stijlen["Heading 1"].element.name_val = "Heading 1"  # as another program writes it
    stijlen["Heading 2"].element.styleId = "Subtitle"  # an id that another style of ours would get
    stijlen["Subtitle"].delete()


def _genummerd(document: WordDocument) -> None:
    in_kop(veld("PAGE", "1") + veld("NUMPAGES", "1"))(document)


def _leeg(document: WordDocument) -> None:
    """No header and no footer at all."""
    deel = document.sections[0]
    deel.header.is_linked_to_previous = deel.footer.is_linked_to_previous = True


MAKERS: dict[str, Callable[[WordDocument], object]] = {
    "gewoon": lambda _document: None,
    "eerste en even": eerste_en_even,
    "zonder stijlen": _kaal,
    "liggend": _liggend,
    "namen bezet": _bezet,
    "eigen nummers": _genummerd,
    "zonder kop en voet": _leeg,
}


@cache
def schoon(naam: str) -> bytes:
    return open_sjabloon(sjabloon(MAKERS[naam])).inhoud


@cache
def gemaakt(soort: str, naam: str) -> bytes:
    return SOORTEN[soort](schoon(naam))


def banden(document: WordDocument) -> list[tuple[str, str]]:
    """Return header and footer of each kind of page, as read; fields by what they ask."""
    deel = document.sections[0]
    paren = [(deel.header, deel.footer)]
    if deel.different_first_page_header_footer:
        paren.append((deel.first_page_header, deel.first_page_footer))
    if document.settings.odd_and_even_pages_header_footer:
        paren.append((deel.even_page_header, deel.even_page_footer))
    return [(_tekst(boven._element), _tekst(onder._element)) for boven, onder in paren]


def _tekst(element: BaseOxmlElement) -> str:
    wat = "w:t/text() | .//w:fldSimple/@w:instr | .//w:tab[not(ancestor::w:tabs)] | .//w:noBreakHyphen"
    stukken = element.xpath(f".//{wat}")
    return "".join(s if isinstance(s, str) else "-" if "Hyphen" in s.tag else "\t" for s in stukken)


PAREN = sorted(
    {("voorbeeld", naam) for naam in MAKERS}
    | {(soort, "eerste en even") for soort in SOORTEN}
    | {("aanmeldformulier", "namen bezet")}
)


@pytest.mark.parametrize(("soort", "naam"), PAREN)
def test_document__op_ieder_sjabloon__houdt_wat_moet(soort: str, naam: str) -> None:
    document = open_(gemaakt(soort, naam))
    kaal = open_(SOORTEN[soort](b""))
    assert alles(document) == alles(kaal), "what it says does not depend on what it looks like"
    for boven, onder in banden(document):
        assert "\tVertrouwelijk" in boven
        nummers = boven + onder
        assert nummers.count(" PAGE ") == nummers.count(" NUMPAGES ") == 1
    kern = document.core_properties
    assert (kern.title, kern.author, kern.language) == (
        kaal.core_properties.title,
        kaal.core_properties.author,
        "nl-NL",
    )
    _eis_taal_en_stijlen(document)
    _eis_tabellen(document)
    assert KANARIE not in document.element.xml


def _eis_taal_en_stijlen(document: WordDocument) -> None:
    talen = document.styles.element.xpath("//w:lang/@w:val")
    assert set(talen) == {"nl-NL"}
    assert document.styles.element.xpath("w:docDefaults//w:lang")
    stijlen = {stijl.styleId for stijl in document.styles.element.style_lst}
    ids = [stijl.styleId for stijl in document.styles.element.style_lst]
    assert len(ids) == len(stijlen), "an id that two styles have"
    deel = document.sections[0]
    for element in (document.element, deel.header._element, deel.footer._element):
        gebruikt = element.xpath(".//w:pStyle/@w:val | .//w:rStyle/@w:val | .//w:tblStyle/@w:val")
        assert set(gebruikt) - stijlen <= {"Header", "Footer"}
    for stijl in ONZE_STIJLEN:
        assert stijl.naam in document.styles
        assert not document.styles[stijl.naam].element.xpath(".//w:vanish[not(@w:val='0')]")
    for niveau in range(1, 5):
        (stand,) = document.styles[f"Heading {niveau}"].element.xpath("w:pPr/w:outlineLvl/@w:val")
        assert stand == str(niveau - 1)


def _eis_tabellen(document: WordDocument) -> None:
    deel = document.sections[0]
    maten = [deel.page_width, deel.left_margin, deel.right_margin]
    breed, links, rechts = (maat.twips for maat in maten if maat is not None)
    for tabel in document.tables:
        kolommen = tabel._tbl.tblGrid.findall(qn("w:gridCol"))
        assert sum(int(kolom.get(qn("w:w"))) for kolom in kolommen) <= breed - links - rechts + 5
        kop = tabel._tbl.xpath("w:tblPr/w:tblLook/@w:firstRow") == ["1"]
        assert bool(tabel.rows[0]._tr.xpath("w:trPr/w:tblHeader")) is kop


@pytest.mark.parametrize("naam", ["eerste en even", "zonder stijlen"])
@pytest.mark.parametrize(
    ("soort", "merk", "voet"),
    [
        ("verslag", CONCEPT_MERK, "concept"),
        ("vastgesteld verslag", "", "versie 1, controlegetal abababababab"),
        ("voorbeeld", VOORBEELD_MERK, "VB-2026-03-12"),
    ],
)
def test_merk_en_versie__op_ieder_soort_bladzijde(soort: str, merk: str, voet: str, naam: str) -> None:
    for boven, onder in banden(open_(gemaakt(soort, naam))):
        assert boven.endswith(merk or "Vertrouwelijk")
        assert voet in onder


def test_eigen_kop_van_het_sjabloon__blijft_erboven() -> None:
    koppen = [boven for boven, _onder in banden(open_(gemaakt("verslag", "eerste en even")))]
    assert [kop.split(TAFEL)[0] for kop in koppen] == [KOP, EERSTE, EVEN]


def test_zonder_kop_in_het_sjabloon__staat_er_geen_lege_regel_voor() -> None:
    deel = open_(gemaakt("verslag", "zonder kop en voet")).sections[0]
    assert [alinea.style.name for alinea in deel.header.paragraphs if alinea.style] == ["Bladregel", "Merk"]
    assert [alinea.style.name for alinea in deel.footer.paragraphs if alinea.style] == ["Bladregel"]


@pytest.mark.parametrize("naam", ["Merk", "Bladregel"])
def test_bladregels__zijn_te_zien_hoe_het_sjabloon_ze_ook_noemt(naam: str) -> None:
    stijl = open_(gemaakt("verslag", "namen bezet")).styles[naam]
    assert stijl.font.hidden is False
    assert stijl.font.size is not None
    assert stijl.font.size >= Pt(8.5)
    assert stijl.base_style is None
    assert str(stijl.font.color.rgb) == "000000"


def test_stijl_van_het_sjabloon__blijft_zoals_hij_is() -> None:
    document = open_(gemaakt("verslag", "gewoon"))
    kop = next(p for p in document.paragraphs if p.style and p.style.name == "Heading 1")
    assert kop.style is not None
    assert (kop.style.font.name, str(kop.style.font.color.rgb)) == ("Georgia", "005A8C")
    tabeltekst = document.styles["Tabeltekst"]
    assert tabeltekst.font.name is None, "ours takes the letter of the template"
    assert tabeltekst.base_style.name == "Normal"


def test_wat_ontbreekt__is_van_ons_en_een_lijst_heeft_een_teken() -> None:
    document = open_(gemaakt("voorbeeld", "zonder stijlen"))
    lijst_ = document.styles["List Bullet"].element
    (nummer,) = lijst_.xpath("w:pPr/w:numPr/w:numId/@w:val")
    nummering = document.part.numbering_part.element
    (soort,) = nummering.xpath(f"w:num[@w:numId='{nummer}']/w:abstractNumId/@w:val")
    assert nummering.xpath(f"w:abstractNum[@w:abstractNumId='{soort}']/w:lvl/w:lvlText/@w:val") == ["•"]
    volgorde = [kind.tag.rpartition("}")[2] for kind in nummering]
    assert volgorde == sorted(volgorde), "Word wants the kinds of lists before the lists"


def test_pdf__elke_bladzijde_is_vertrouwelijk_en_zegt_dat_het_een_concept_is(tmp_path: Path) -> None:
    for naam in ("eerste en even", "namen bezet"):
        word = verslag_docx(met_casussen(4), i.CONCEPT, "Politie", MOMENT, schoon(naam))
        (tmp_path / f"{naam}.docx").write_bytes(word)
    for pdf in naar_pdf(tmp_path):
        bladen = lees(pdf).split("\f")[:-1]
        assert len(bladen) > 2
        for nummer, blad in enumerate(bladen, start=1):
            assert "Vertrouwelijk" in blad, (pdf.stem, nummer)
            assert CONCEPT_MERK in blad, (pdf.stem, nummer)
            assert re.search(rf"Pagina {nummer} van {len(bladen)}", blad), (pdf.stem, nummer)


def _keten(lengte: int) -> Callable[[WordDocument], object]:
    """Let Title build on a row of styles, the last of which says how large it is."""

    def doe(document: WordDocument) -> None:
        for nummer in range(lengte):
            stijl = document.styles.add_style(f"schakel {nummer}", WD_STYLE_TYPE.PARAGRAPH).element
            stijl.styleId, stijl.basedOn_val = f"k{nummer}", f"k{nummer + 1}" if nummer + 1 < lengte else None
        document.styles[f"schakel {lengte - 1}"].element.get_or_add_rPr().sz_val = Pt(31)
        titel = document.styles["Title"].element
        titel.basedOn_val = "k0"
        titel.rPr.sz_val = None

    return doe


@pytest.mark.parametrize(("lengte", "punten"), [(LANGSTE_KETEN - 1, 31), (LANGSTE_KETEN, STANDAARD_PUNTEN)])
def test_stijlfeiten__van_onze_namen_alleen_en_een_keten_houdt_op(lengte: int, punten: float) -> None:
    document = open_(sjabloon(_keten(lengte)))
    gewoon = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    gewoon.remove(gewoon.find(qn("w:sz")))
    feiten = stijlfeiten(document)
    assert feiten["title"].punten == punten
    assert set(feiten) <= {stijl.naam.lower() for stijl in ONZE_STIJLEN}
