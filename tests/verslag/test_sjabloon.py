"""What a template may be, and what of it arrives: everything that could do harm stays outside."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from overleg.verslag.bestanden import Onleesbaar
from overleg.verslag.sjabloon import openen
from overleg.verslag.sjabloon.kuisen import Weggelaten
from overleg.verslag.sjabloon.openen import open_sjabloon
from overleg.verslag.word import huisstijl
from overleg.verslag.word.stijlfeiten import bevindingen
from overleg.verslag.word.voorbeeld import voorbeeld_docx
from tests.steun.pakket import deel_van, delen, met_delen
from tests.verslag.sjablonen import (
    IN_EEN_STUK,
    KANARIE,
    KOP,
    RUIMTEN,
    VOET,
    Verander,
    als_dotx,
    eerste_en_even,
    in_kop,
    met_relatie,
    png,
    sjabloon,
    veld,
    vervang,
)


@pytest.mark.parametrize("vorm", [bytes, als_dotx], ids=["docx", "dotx"])
def test_goed_sjabloon__kop_voet_logo_stijlen_en_marges_komen_over(vorm: Verander) -> None:
    gevonden = Document(BytesIO(open_sjabloon(vorm(sjabloon())).inhoud))
    deel = gevonden.sections[0]
    assert deel.header.paragraphs[0].text == KOP
    assert deel.footer.paragraphs[0].text == VOET
    (blip,) = deel.header._element.iter(qn("a:blip"))
    beeld = deel.header.part.related_parts[blip.get(qn("r:embed"))]
    assert beeld.blob.startswith(b"\x89PNG")
    assert gevonden.styles["Normal"].font.name == "Verdana"
    assert deel.left_margin is not None
    assert deel.left_margin.cm == pytest.approx(1.9, abs=0.01)
    assert gevonden.element.body.xpath("w:p | w:tbl") == []


SPOREN: dict[str, Verander] = {
    "tekst": bytes,
    "maker": lambda goed: vervang(goed, "docProps/core.xml", "python-docx", KANARIE),
    "bedrijf": lambda goed: vervang(
        goed, "docProps/app.xml", "</Properties>", f"<Company>{KANARIE}</Company></Properties>"
    ),
    "eigen eigenschappen": lambda goed: met_delen(
        goed, {"docProps/custom.xml": f"<a>{KANARIE}</a>".encode()}
    ),
    "eigen xml": lambda goed: met_delen(goed, {"customXml/item1.xml": f"<a>{KANARIE}</a>".encode()}),
    "instellingen": lambda goed: met_delen(
        goed,
        {
            "word/settings.xml": (
                f'<w:settings {RUIMTEN}><w:docVars><w:docVar w:name="x" w:val="{KANARIE}"/></w:docVars>'
                '<w:documentProtection w:edit="readOnly" w:enforcement="1"/></w:settings>'
            ).encode()
        },
    ),
    "gekoppeld sjabloon": lambda goed: met_relatie(
        goed, "settings.xml", "attachedTemplate", f"file:///c:/{KANARIE}.dotm"
    ),
    "koppeling": lambda goed: met_relatie(goed, "header1.xml", "hyperlink", f"https://{KANARIE}.voorbeeld/"),
    "opmerkingen": lambda goed: met_delen(goed, {"word/comments.xml": f"<w:c>{KANARIE}</w:c>".encode()}),
    "thema": lambda goed: vervang(goed, "word/theme/theme1.xml", 'name="Office', f'name="{KANARIE}'),
    "sessies in de stijlen": lambda goed: vervang(
        goed, "word/styles.xml", "<w:styles ", f'<w:styles xmlns:k="urn:{KANARIE}" k:x="{KANARIE}" '
    ),
}
IN_DE_KOP = {
    "toegevoegd door": f'<w:p><w:ins w:id="1" w:author="{KANARIE}"><w:r><w:t>nieuw</w:t></w:r></w:ins></w:p>',
    "weggehaald": f'<w:p><w:del w:id="1"><w:r><w:delText>{KANARIE}</w:delText></w:r></w:del></w:p>',
    "opmaak gewijzigd door": (
        f'<w:p><w:pPr><w:pPrChange w:id="1" w:author="{KANARIE}"><w:pPr/></w:pPrChange></w:pPr></w:p>'
    ),
    "verborgen": f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{KANARIE}</w:t></w:r></w:p>",
    "inhoudsbesturing": (
        f'<w:sdt><w:sdtPr><w:tag w:val="{KANARIE}"/><w:dataBinding w:xpath="{KANARIE}"/></w:sdtPr>'
        "<w:sdtContent><w:p><w:r><w:t>nieuw</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    ),
    "bladwijzer": f'<w:p><w:bookmarkStart w:id="1" w:name="{KANARIE}"/><w:bookmarkEnd w:id="1"/></w:p>',
    "sessie": f'<w:p w:rsidR="{KANARIE}"/>',
    "koppeling": f'<w:p><w:hyperlink r:id="{KANARIE}"><w:r><w:t>nieuw</w:t></w:r></w:hyperlink></w:p>',
    "veld maker": veld("AUTHOR"),
    "veld datum": f'<w:p><w:fldSimple w:instr="DATE"><w:r><w:t>{KANARIE}</w:t></w:r></w:fldSimple></w:p>',
    "veld in veld": veld(
        f'QUOTE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{KANARIE}'
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:instrText>'
    ),
    "veld zonder einde": (
        f'<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>{KANARIE}</w:instrText></w:r></w:p>'
    ),
    "oude tekening": f'<w:p><w:r><w:pict><v:shape o:href="{KANARIE}"/></w:pict></w:r></w:p>',
    "object": f'<w:p><w:r><w:object><o:OLEObject ProgID="{KANARIE}"/></w:object></w:r></w:p>',
    "deel erin": f'<w:altChunk r:id="{KANARIE}"/>',
    "onbekend": f'<w:p><w:r><w:nieuwInWord w:val="{KANARIE}"/></w:r></w:p><x:a xmlns:x="urn:{KANARIE}"/>',
}
TEKENING = (
    '<w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="1" name="{k}" descr="{k}" title="{k}">'
    '<a:hlinkClick r:id="{k}"/></wp:docPr><a:graphic><a:graphicData uri="{uri}">{inhoud}</a:graphicData>'
    "</a:graphic></wp:inline></w:drawing>"
)
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
WPG = 'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"'
TEKSTVAK = (
    f'<wps:wsp><wps:cNvPr id="1" name="{KANARIE}"/><wps:txbx id="1"><w:txbxContent><w:p w:rsidR="{KANARIE}">'
    "<w:r><w:t>in het vak</w:t></w:r></w:p></w:txbxContent></wps:txbx>"
    f'<wps:linkedTxbx id="{KANARIE}" seq="1"/></wps:wsp>'
)


@pytest.mark.parametrize("naam", sorted(SPOREN))
def test_van_de_maker__komt_niets_mee(naam: str) -> None:
    bron = SPOREN[naam](sjabloon())
    assert KANARIE.encode() in b"".join(delen(bron).values()), "the canary must be in it to begin with"
    meegekomen = [
        deel for deel, tekst in delen(open_sjabloon(bron).inhoud).items() if KANARIE.encode() in tekst
    ]
    assert meegekomen == []


@pytest.mark.parametrize("naam", sorted(IN_DE_KOP))
def test_in_de_koptekst__blijft_alleen_wat_mag(naam: str) -> None:
    bron = sjabloon(in_kop(IN_DE_KOP[naam]))
    assert KANARIE.encode() in b"".join(delen(bron).values())
    uit = open_sjabloon(bron).inhoud
    assert [deel for deel, tekst in delen(uit).items() if KANARIE.encode() in tekst] == []
    tekst = Document(BytesIO(uit)).sections[0].header._element.xpath("string(.)")
    assert ("nieuw" in tekst) is ("nieuw" in IN_DE_KOP[naam].replace("nieuwInWord", ""))
    assert KOP in tekst, "what stood beside it stays"


def test_tekstvak__blijft_zonder_namen_en_koppelingen() -> None:
    tekening = TEKENING.format(k=KANARIE, uri=WPS, inhoud=TEKSTVAK)
    keuze = (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{tekening}</mc:Choice>'
        f"<mc:Fallback><w:pict><v:shape>{KANARIE}</v:shape></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    uit = open_sjabloon(sjabloon(in_kop(f"<w:p><w:r>{keuze}</w:r></w:p>")))
    kop = Document(BytesIO(uit.inhoud)).sections[0].header._element
    assert "in het vak" in kop.xpath("string(.)")
    assert KANARIE not in kop.xml
    assert list(kop.iter(f"{{{WPS}}}txbx"))
    (nodig,) = kop.xpath(".//*[local-name()='Choice']")
    assert nodig.nsmap[nodig.get("Requires")] == WPS, "Word refuses a file that needs what it does not name"
    assert kop.xpath(".//*[local-name()='Fallback']") == []


def _verborgen_stijlen(document: WordDocument) -> None:
    for soort, id_, grond, toont in (
        ("paragraph", "weg", "", "<w:vanish/>"),
        ("paragraph", "wegkind", "weg", ""),
        ("paragraph", "zichtkind", "wegkind", '<w:vanish w:val="0"/>'),
        ("character", "tekenweg", "", "<w:vanish/>"),
        ("character", "tekenkind", "tekenweg", ""),
        ("character", "kring", "kring2", ""),
        ("character", "kring2", "kring", ""),
        ("table", "tabelweg", "", "<w:vanish/>"),
    ):
        gegrond = f'<w:basedOn w:val="{grond}"/>' if grond else ""
        xml = f'<w:style {RUIMTEN} w:type="{soort}" w:styleId="{id_}"><w:name w:val="n {id_}"/>{gegrond}'
        document.styles.element.append(parse_xml(f"{xml}<w:rPr>{toont}</w:rPr></w:style>"))


ALINEA = '<w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr><w:r><w:rPr>{}</w:rPr><w:t>zin7</w:t></w:r></w:p>'
TEKEN = '<w:rStyle w:val="{}"/>'
TABEL_ = '<w:tbl><w:tblPr><w:tblStyle w:val="tabelweg"/></w:tblPr><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>'


@pytest.mark.parametrize(
    ("xml", "blijft"),
    [
        (ALINEA.format("weg", ""), False),
        (ALINEA.format("wegkind", ""), False),
        (ALINEA.format("zichtkind", ""), True),
        (ALINEA.format("weg", '<w:vanish w:val="0"/>'), True),
        (ALINEA.format("Normal", TEKEN.format("tekenweg")), False),
        (ALINEA.format("Normal", TEKEN.format("tekenkind")), False),
        (ALINEA.format("Normal", TEKEN.format("kring")), True),
        (ALINEA.format("bestaat niet", ""), True),
        (TABEL_.format(ALINEA.format("Normal", "")), False),
    ],
)
def test_verborgen_door_een_stijl__komt_niet_tevoorschijn(xml: str, blijft: bool) -> None:
    uit = open_sjabloon(sjabloon(_verborgen_stijlen, in_kop(xml)))
    tekst = Document(BytesIO(uit.inhoud)).sections[0].header._element.xpath("string(.)")
    assert ("zin7" in tekst) is blijft
    assert (Weggelaten.VERBORGEN in uit.meldingen) is not blijft


def test_verborgen_standaard__verbergt_wat_geen_stijl_heeft() -> None:
    def verberg(document: WordDocument) -> None:
        document.styles["Normal"].font.hidden = True

    xml = "<w:p><w:r><w:t>zin7</w:t></w:r></w:p>"
    uit = open_sjabloon(sjabloon(verberg, in_kop(xml)))
    assert "zin7" not in Document(BytesIO(uit.inhoud)).sections[0].header._element.xpath("string(.)")


ZWEVEND = (
    '<w:drawing><wp:anchor{achter} simplePos="0" relativeHeight="251659264" locked="0" layoutInCell="1" '
    'allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:extent cx="7560000" cy="10692000"/><wp:docPr id="1" '
    'name="x"/><a:graphic><a:graphicData uri="{uri}">{inhoud}</a:graphicData></a:graphic></wp:anchor>'
    "</w:drawing>"
)


@pytest.mark.parametrize("achter", [' behindDoc="0"', ""])
def test_zwevende_tekening__ligt_achter_wat_wij_op_elke_bladzijde_zetten(achter: str) -> None:
    binnen = ZWEVEND.format(achter=achter, uri=WPS, inhoud="<wps:wsp/>")
    vak = f"<wps:txbx><w:txbxContent><w:p><w:r>{binnen}</w:r></w:p></w:txbxContent></wps:txbx>"
    groep = f"<wpg:wgp {WPG}><wps:wsp>{vak}</wps:wsp></wpg:wgp>"
    buiten = ZWEVEND.format(achter=achter, uri=WPG[11:-1], inhoud=groep)
    for soort in ("header", "footer"):

        def zet(document: WordDocument, soort: str = soort) -> None:
            band = getattr(document.sections[0], soort)._element
            band.append(parse_xml(f"<w:p {RUIMTEN}><w:r>{buiten}</w:r></w:p>"))

        uit = Document(BytesIO(open_sjabloon(sjabloon(zet)).inhoud))
        band = getattr(uit.sections[0], soort)._element
        assert band.xpath(".//wp:anchor/@behindDoc") == ["1", "1"]


@pytest.mark.parametrize(
    ("uri", "inhoud"),
    [
        ("http://schemas.openxmlformats.org/drawingml/2006/chart", "<a:x/>"),
        (
            "http://schemas.openxmlformats.org/drawingml/2006/picture",
            f'<pic:pic><pic:blipFill><a:blip r:embed="{KANARIE}"/></pic:blipFill></pic:pic>',
        ),
        (
            "http://schemas.openxmlformats.org/drawingml/2006/picture",
            f'<pic:pic><pic:blipFill><a:blip r:link="{KANARIE}"/></pic:blipFill></pic:pic>',
        ),
    ],
    ids=["grafiek", "beeld dat er niet is", "gekoppeld beeld"],
)
def test_andere_tekening__gaat_weg_en_wordt_genoemd(uri: str, inhoud: str) -> None:
    tekening = TEKENING.format(k=KANARIE, uri=uri, inhoud=inhoud)
    uit = open_sjabloon(sjabloon(in_kop(f"<w:p><w:r>{tekening}</w:r></w:p>")))
    assert KANARIE not in Document(BytesIO(uit.inhoud)).sections[0].header._element.xml
    assert Weggelaten.TEKENING in uit.meldingen


@pytest.mark.parametrize(
    "xml",
    [
        '<w:p><w:fldSimple w:instr=" PAGE \\* MERGEFORMAT "><w:r><w:t>7</w:t></w:r></w:fldSimple></w:p>',
        veld(" PAGE  \\* MERGEFORMAT ", "7"),
        IN_EEN_STUK,
    ],
    ids=["kort", "gespreid", "in een stuk"],
)
def test_paginanummer__blijft_in_de_eenvoudigste_vorm(xml: str) -> None:
    uit = open_sjabloon(sjabloon(in_kop(xml)))
    kop = Document(BytesIO(uit.inhoud)).sections[0].header._element
    assert kop.xpath(".//w:fldSimple/@w:instr") == [" PAGE "]
    assert kop.xpath(".//w:fldChar | .//w:instrText") == []
    assert Weggelaten.VELD not in uit.meldingen


@pytest.mark.parametrize(
    ("maak", "zin"),
    [
        (lambda: sjabloon(in_kop(veld("DATE"))), Weggelaten.VELD),
        (lambda: sjabloon(in_kop(IN_DE_KOP["toegevoegd door"])), Weggelaten.WIJZIGINGEN),
        (lambda: sjabloon(in_kop(IN_DE_KOP["weggehaald"])), Weggelaten.WIJZIGINGEN),
        (lambda: sjabloon(in_kop(IN_DE_KOP["verborgen"])), Weggelaten.VERBORGEN),
        (lambda: sjabloon(in_kop(IN_DE_KOP["oude tekening"])), Weggelaten.TEKENING),
        (lambda: sjabloon(lambda d: d.add_picture(BytesIO(png()))), openen.LOGO_IN_TEKST),
        (lambda: SPOREN["gekoppeld sjabloon"](sjabloon()), openen.GEKOPPELD),
        (lambda: sjabloon(lambda d: d.add_section()), openen.MEER_DELEN),
    ],
    ids=["veld", "erbij", "eraf", "verborgen", "tekening", "logo", "gekoppeld", "secties"],
)
def test_wat_niet_meekomt__wordt_gezegd(maak: Callable[[], bytes], zin: str) -> None:
    assert open_sjabloon(sjabloon()).meldingen == ()
    assert open_sjabloon(maak()).meldingen == (zin,)


def test_volgende_sectie_zonder_eigen_kop__heeft_die_van_ervoor() -> None:
    uit = Document(BytesIO(open_sjabloon(sjabloon(lambda d: d.add_section())).inhoud))
    assert uit.sections[0].header.paragraphs[0].text == KOP


def test_eerste_en_even_bladzijden__houden_hun_eigen_kop() -> None:
    uit = Document(BytesIO(open_sjabloon(sjabloon(eerste_en_even)).inhoud))
    assert uit.settings.odd_and_even_pages_header_footer
    assert uit.sections[0].first_page_header.paragraphs[0].text == "Alleen vooraan"
    assert uit.sections[0].even_page_header.paragraphs[0].text == "Alleen even"


def test_stijlen__kring_dubbel_en_los_einde__worden_heel() -> None:
    def verander(document: WordDocument) -> None:
        for id_, grond in (("a", "b"), ("b", "a"), ("c", "weg"), ("c", "Normal")):
            xml = (
                f'<w:style {RUIMTEN} w:type="paragraph" w:styleId="{id_}"><w:name w:val="naam {id_}"/>'
                f'<w:basedOn w:val="{grond}"/><w:pPr><w:numPr><w:numId w:val="999"/></w:numPr></w:pPr>'
                '<w:rPr><w:vanish/><w:lang w:val="en-GB"/></w:rPr></w:style>'
            )
            document.styles.element.append(parse_xml(xml))

    stijlen = Document(BytesIO(open_sjabloon(sjabloon(verander)).inhoud)).styles.element
    gronden = {s.styleId: s.basedOn_val for s in stijlen.style_lst if s.styleId in {"a", "b", "c"}}
    assert gronden in ({"a": None, "b": "a", "c": None}, {"a": "b", "b": None, "c": None})
    assert [s.styleId for s in stijlen.style_lst].count("c") == 1
    assert stijlen.xpath("//w:vanish | //w:lang[@w:val='en-GB'] | //w:numId[@w:val='999']") == []


@pytest.mark.parametrize(
    ("deel", "oud", "nieuw"),
    [
        ("word/styles.xml", '<w:sz w:val="19"/>', '<w:sz w:val="²"/>'),
        ("word/styles.xml", '<w:sz w:val="19"/>', f'<w:sz w:val="{"9" * 5000}"/>'),
        ("word/numbering.xml", 'w:numId="1"', 'w:numId="n1"'),
        ("word/numbering.xml", 'w:numId="1"', 'w:numId="²"'),
        ("word/numbering.xml", 'w:abstractNumId="0"', 'w:abstractNumId="x"'),
    ],
    ids=["macht", "lang getal", "nummer", "nummer als macht", "soort lijst"],
)
def test_wat_geen_getal_is__gaat_weg_en_er_is_een_document_van_te_maken(
    deel: str, oud: str, nieuw: str
) -> None:
    uit = open_sjabloon(vervang(sjabloon(_zonder_lijst), deel, oud, nieuw)).inhoud
    assert nieuw.encode() not in deel_van(uit, deel)
    assert bevindingen(uit)
    assert KOP in deel_van(op_sjabloon_gemaakt(uit), "word/header1.xml").decode()


def _zonder_lijst(document: WordDocument) -> None:
    """Leave out what is a list, so that ours is added: by the numbers there are."""
    document.styles["List Bullet"].delete()


def op_sjabloon_gemaakt(sjabloon_: bytes) -> bytes:
    """Return the example on a template; without the way out of our own house style KOP would be lost."""
    return voorbeeld_docx("Tafel", sjabloon_, datetime(2026, 11, 27, 9, 0, tzinfo=UTC))


def test_waar_geen_document_van_te_maken_is__wordt_geweigerd(monkeypatch: pytest.MonkeyPatch) -> None:
    def breekt(*_wat: object) -> None:
        raise KeyError

    monkeypatch.setattr(huisstijl, "_merk_bladen", breekt)
    with pytest.raises(Onleesbaar, match="is beschadigd of geen Word-sjabloon"):
        open_sjabloon(sjabloon())
