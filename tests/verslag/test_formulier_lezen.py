"""Reading a Word form: any text, edits as Word makes them, files that are no form or would do something."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from hypothesis import given, settings
from hypothesis import strategies as st

from forms.instroom.aanmelding import aanmeld_formulier
from models import AndereTafel, Criteriaset, Criterium, CriteriumOnderdeel, Thema
from models.waarden import BekendRegel
from overleg.basis.tekst import schoon
from overleg.instroom.regels.formulier import KOP, Rest, met_rest, niet_geplaatst, zonder_rest
from overleg.verslag.bestanden import Onleesbaar
from overleg.verslag.formulieren.aanmelding import AANMELDING, OPNIEUW, Uitkomst, aanmelding_inhoud, neem_over
from overleg.verslag.formulieren.openen import BEELD, Geopend, _tags_per_vak, open_formulier
from overleg.verslag.formulieren.plaatsen import Geplaatst, plaats
from overleg.verslag.formulieren.vorm import Formulierinhoud
from overleg.verslag.word.aanmeldformulier import aanmeldformulier_docx
from tests.steun.pakket import deel_van, met_deel
from tests.verslag.formulier import ONMOGELIJK, Papier, door_libreoffice

MOMENT = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
DOC, SOORTEN = "word/document.xml", "[Content_Types].xml"


def _criterium(code: str, titel: str, minimum: int | None, *onderdelen: str) -> Criterium:
    rijen = [CriteriumOnderdeel(id=uuid.uuid4(), titel=naam, sleutel=naam) for naam in onderdelen]
    return Criterium(
        id=uuid.uuid4(), code=code, titel=titel, uitleg="Let op.", minimum=minimum, onderdelen=rijen
    )


SET = Criteriaset(
    nummer=1,
    criteria=[_criterium("A", "Onveilig", None), _criterium("D", "Ook: één van", 1, "Stalking", "Zeden")],
)
SOORT = aanmeld_formulier(
    SET,
    [Thema(id=uuid.uuid4(), naam="Ouderenmishandeling & meer")],
    [AndereTafel(id=uuid.uuid4(), naam="ZVH", bekend_regel=BekendRegel.OVERGEDRAGEN)],
)
INHOUD: Formulierinhoud = aanmelding_inhoud(SOORT(formdata=None, meta={"csrf": False}), uuid.uuid4(), 1)
GOED = aanmeldformulier_docx(INHOUD, "Lindewoude <&>", MOMENT)


def _open(bestand: bytes) -> Geopend:
    return open_formulier(bestand, AANMELDING)


LEEG = _open(GOED)


def _plaats(papier: Papier) -> Geplaatst:
    return plaats(_open(papier.bewaar()), INHOUD, LEEG)


def _neem(papier: Papier) -> Uitkomst:
    return neem_over(SOORT, _plaats(papier))


def _resten(papier: Papier) -> list[tuple[str, str]]:
    return [(rest.veld, rest.tekst) for rest in _plaats(papier).resten]


def test_leeg__niets_gelezen_niets_over() -> None:
    gelezen = _plaats(Papier(GOED))
    assert (gelezen.velden, gelezen.resten, gelezen.afgeschermd) == ([], [], [])


def test_vakken__namen_die_word_aankan() -> None:
    document = Document(BytesIO(GOED))
    nummers = [e.get(qn("w:val")) for e in document.element.body.iter(qn("w:id"))]
    assert len(set(nummers)) == len(nummers)
    for soort in ("w:tag", "w:alias"):
        assert all(len(e.get(qn("w:val"))) <= 64 for e in document.element.body.iter(qn(soort)))


TEKSTEN = st.one_of(
    st.text(max_size=300),
    st.sampled_from(
        ["\u202eABC", "😀" * 50, "محمد بن", "\x00\x0b\x1b\ufffe", "é" * 100_000, " a\t\tb \n\n c "]
    ),
)


@settings(deadline=None, max_examples=40)
@given(tekst=TEKSTEN, stukken=st.integers(1, 9))
def test_tekst__komt_aan_zoals_het_scherm_hem_zou_bewaren(tekst: str, stukken: int) -> None:
    papier = Papier(GOED)
    papier.typ("wat_gebeurd", tekst, stukken=stukken)
    papier.typ("grootste_zorg", "vast")
    gelezen = dict(_plaats(papier).velden)
    assert gelezen.pop("grootste_zorg") == "vast"
    verwacht = schoon(ONMOGELIJK.sub("", tekst))
    assert gelezen.get("wat_gebeurd", "") == verwacht


@settings(deadline=None, max_examples=40)
@given(tekst=st.text(max_size=200))
def test_tekst_naast_een_vak__nooit_weg(tekst: str) -> None:
    papier = Papier(GOED)
    alinea = papier.document.add_paragraph(ONMOGELIJK.sub("", tekst))
    over = schoon(alinea.text)  # of "\r\n" the library makes two lines
    gelezen = _plaats(papier)
    assert not over or over in [rest.tekst for rest in [*gelezen.resten, *gelezen.afgeschermd]]


@settings(deadline=None, max_examples=40)
@given(
    tekst=st.text(max_size=100).map(schoon),
    resten=st.lists(
        st.builds(Rest, st.just("Persoon 1, Naam"), st.text(max_size=80).map(schoon), st.just("dubbel")),
        max_size=4,
    ),
)
def test_rest__heen_en_terug(tekst: str, resten: list[Rest]) -> None:
    samen = met_rest(tekst, resten)
    assert niet_geplaatst(samen) == tuple(Rest(r.veld, r.tekst.strip(), r.waarom) for r in resten)
    assert zonder_rest(samen) == tekst


@pytest.mark.parametrize(
    "erachter", ["En daarna sloeg hij haar.", "- hij sloeg haar", "- dit\n- dat\n\nen meer"]
)
def test_rest__wat_iemand_erachter_typt__blijft(erachter: str) -> None:
    rest = Rest("Persoon 1, Naam", "Piet\n\nJansen", "dubbel")
    samen = f"{met_rest('Ruzie.', [rest])}\n{erachter}"
    assert niet_geplaatst(samen) == (rest,)
    assert zonder_rest(samen) == f"Ruzie.\n\n{erachter}"


def test_rest__met_de_hand_veranderd__de_kop_gaat_en_de_tekst_blijft() -> None:
    samen = f"a\n\n{KOP}\nzomaar iets\nen meer"
    assert niet_geplaatst(samen) == (Rest(KOP, ""),)
    assert zonder_rest(samen) == "a\n\nzomaar iets\nen meer"
    assert niet_geplaatst(KOP) == (Rest(KOP, ""),)
    assert niet_geplaatst(f"Over {KOP} gesproken") == ()


def _alineas(*regels: str) -> object:
    ps = "".join(f"<w:p><w:r><w:t>{regel}</w:t></w:r></w:p>" for regel in regels)
    return parse_xml(f"<w:sdtContent {nsdecls('w')}>{ps}</w:sdtContent>")


def test_vak_om_alineas__en_bijgehouden_wijzigingen() -> None:
    papier = Papier(GOED)
    sdt = papier.vakken["wat_gebeurd"]
    sdt.replace(sdt.find(qn("w:sdtContent")), _alineas("een", "twee"))
    zorg = papier.vakken["grootste_zorg"].find(qn("w:sdtContent"))
    zorg.getparent().replace(
        zorg,
        parse_xml(
            f"<w:sdtContent {nsdecls('w')}><w:del><w:r><w:delText>oud</w:delText></w:r></w:del>"
            "<w:moveFrom><w:r><w:t>weg</w:t></w:r></w:moveFrom><w:ins><w:r><w:t>nieuw</w:t></w:r></w:ins>"
            "</w:sdtContent>"
        ),
    )
    assert _plaats(papier).velden == [("wat_gebeurd", "een\ntwee"), ("grootste_zorg", "nieuw")]


def test_vak_met_kader_eromheen__telt_zelf() -> None:
    papier = Papier(GOED)
    papier.typ("wat_gebeurd", "binnen")
    alinea = papier.alinea("wat_gebeurd")
    kader = parse_xml(
        f'<w:sdt {nsdecls("w")}><w:sdtPr><w:tag w:val="kader"/></w:sdtPr><w:sdtContent/></w:sdt>'
    )
    alinea.addprevious(kader)
    kader.find(qn("w:sdtContent")).append(alinea)
    assert _plaats(papier).velden == [("wat_gebeurd", "binnen")]


def test_woorden_van_word_in_een_leeg_vak__zijn_geen_antwoord() -> None:
    papier = Papier(GOED)
    next(papier.vakken["wat_gebeurd"].iter(qn("w:t"))).text = "Click or tap here to enter text."
    papier.typ("grootste_zorg", "Kies een item.")
    assert _plaats(papier).velden == [("grootste_zorg", "Kies een item.")]


def test_vinkje__tekst_erin_en_label_als_antwoord() -> None:
    papier = Papier(GOED)
    tag = next(tag for tag in papier.vakken if tag.startswith("criterium-D."))
    papier.vink(tag)
    papier.typ("betrokkenen-0-adres_geheim", "weet niet")
    papier.typ_ernaast("vermoed_feit", "Stalking", vak_weg=True)
    gelezen = _plaats(papier)
    assert gelezen.velden == [("criterium-D", tag.partition(".")[2])]
    assert [rest.tekst for rest in gelezen.resten] == ["Stalking"]
    assert [rest.tekst for rest in gelezen.afgeschermd] == ["weet niet"]


def test_getypt_achter_de_woorden_van_het_formulier__bij_dat_veld() -> None:
    papier = Papier(GOED)
    rij = next(e for e in papier.alinea("melding_nummer").iterancestors() if e.tag == qn("w:tr"))
    label = next(rij.iter(qn("w:p")))
    label.append(papier.stuk(" VT 12"))
    assert _resten(papier) == [("Nummer van de melding", "Nummer van de melding VT 12")]


def test_opmerking_en_afbeelding__worden_genoemd() -> None:
    papier = Papier(GOED)
    alinea = papier.document.add_paragraph("x")
    papier.document.add_comment(alinea.runs, text="Bel mij hierover.", author="A", initials="A")
    papier.alinea("letsel").append(
        parse_xml(f"<w:r {nsdecls('w', 'a')}><w:drawing><a:blip/></w:drawing></w:r>")
    )
    tekst = _resten(papier)
    assert ("Opmerking", "Bel mij hierover.") in tekst
    assert BEELD in [rest for _veld, rest in tekst]


def _noteer_bij(papier: Papier, alinea: Any, tekst: str) -> None:  # noqa: ANN401 an element of lxml
    stukken = Paragraph(alinea, papier.document._body).runs
    papier.document.add_comment(stukken, text=tekst, author="A", initials="A")


def _label_van(papier: Papier, tag: str) -> Any:  # noqa: ANN401
    rij = next(e for e in papier.alinea(tag).iterancestors() if e.tag == qn("w:tr"))
    return next(rij.iter(qn("w:p")))


def test_opmerking__hoort_bij_het_veld_waar_zij_staat() -> None:
    papier = Papier(GOED)
    papier.typ("betrokkenen-0-adres", "Dorpsstraat 1")
    _noteer_bij(papier, _label_van(papier, "betrokkenen-0-adres"), "Geheim: Schuilweg 7")
    _noteer_bij(papier, _label_van(papier, "melding_nummer"), "Nog opvragen")
    geplaatst = _plaats(papier)
    assert [rest.tekst for rest in geplaatst.afgeschermd] == ["Geheim: Schuilweg 7"]
    assert [rest.tekst for rest in geplaatst.resten] == ["Nog opvragen"]
    assert any("Opmerking" in fout for fout in _neem(papier).fouten), "what may be an address goes nowhere"


@pytest.mark.parametrize(("adres", "apart"), [("", False), ("Dorpsstraat 1", True)])
def test_opmerking__bij_geen_veld__apart_als_er_een_adres_is(*, adres: str, apart: bool) -> None:
    papier = Papier(GOED)
    if adres:
        papier.typ("betrokkenen-0-adres", adres)
    _noteer_bij(papier, papier.document.paragraphs[0]._p, "Zij zit nu op de Schuilweg")
    geplaatst = _plaats(papier)
    lijst = geplaatst.afgeschermd if apart else geplaatst.resten
    assert [rest.tekst for rest in lijst] == ["Zij zit nu op de Schuilweg"]


def test_vak_voor_een_adres_dat_er_niet_meer_is__blijft_apart() -> None:
    papier = Papier(GOED)
    papier.typ("betrokkenen-0-adres", "Schuilweg 7")
    papier.vakken["betrokkenen-0-adres"].find("w:sdtPr/w:tag", papier.document.element.nsmap).set(
        qn("w:val"), "personen-0-adres"
    )
    geplaatst = _plaats(papier)
    assert [rest.tekst for rest in geplaatst.afgeschermd] == ["Schuilweg 7"]
    assert "Schuilweg 7" not in [rest.tekst for rest in geplaatst.resten]


def test_deel_dat_vaak_wordt_genoemd__een_keer_gelezen() -> None:
    papier = Papier(GOED)
    deel = papier.document.part
    kop = papier.document.sections[0].header
    kop.add_paragraph("Stempel van de afdeling")
    for nummer in range(300):
        deel.rels.add_relationship(RT.HEADER, kop.part, f"rIdVaak{nummer}")
    assert [stuk.tekst for stuk in _open(papier.bewaar()).stukken].count("Stempel van de afdeling") == 1


def test_tags_per_vak__tot_en_met_meer_dan_een() -> None:
    vak = '<w:sdt><w:sdtPr><w:tag w:val="b"/></w:sdtPr><w:sdtContent/></w:sdt>'
    om, dicht = '<w:sdt><w:sdtPr><w:tag w:val="a"/></w:sdtPr><w:sdtContent>', "</w:sdtContent></w:sdt>"
    leeg_om = "<w:sdt><w:sdtPr/><w:sdtContent>"
    lijf = parse_xml(f"<w:body {nsdecls('w')}>{om * 40}{vak * 500}{dicht * 40}{leeg_om}{vak}{dicht}</w:body>")
    aantallen = _tags_per_vak(lijf)
    for sdt in lijf.iter(qn("w:sdt")):
        hoeveel = len(sdt.findall(".//{*}sdtPr/{*}tag"))
        assert min(hoeveel, 2) == min(aantallen.get(sdt, 0), 2)


def test_fout_antwoord__zin_van_het_scherm() -> None:
    papier = Papier(GOED)
    papier.typ("samenloop", "misschien")
    papier.typ("melding_datum", "30-02-2026")
    papier.typ("criterium-A", "JA ")
    uit = _neem(papier)
    assert uit.aantal_resten == 2
    assert {rest.tekst for rest in niet_geplaatst(uit.invoer.wat_gebeurd)} == {"misschien", "30-02-2026"}
    assert uit.invoer.toetsen[0].antwoord is True


def _zip(goed: bytes) -> bytes:
    uit = BytesIO()
    with ZipFile(uit, "w", ZIP_DEFLATED) as pak:
        pak.writestr("foto.jpg", goed)
    return uit.getvalue()


def _ander() -> bytes:
    uit = BytesIO()
    document = Document()
    document.add_paragraph("Beste collega,")
    document.save(uit)
    return uit.getvalue()


def _relatie(goed: bytes, soort: str) -> bytes:
    naam = "word/_rels/document.xml.rels"
    extra = (
        f'<Relationship Id="rId999" TargetMode="External" Target="https://kwaad.example/x" '
        f'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{soort}"/></Relationships>'
    )
    return met_deel(goed, naam, deel_van(goed, naam).replace(b"</Relationships>", extra.encode()))


DOCTYPE = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
KWAAD: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "leeg": (lambda _goed: b"", "geen Word-bestand"),
    "tekst": (lambda _goed: b"Beste collega", "geen Word-bestand"),
    "oud of wachtwoord": (
        lambda _goed: b"\xd0\xcf\x11\xe0" + b"x" * 600,
        "wachtwoord of is in een oude vorm",
    ),
    "half": (lambda goed: goed[: len(goed) // 2], "beschadigd"),
    "te groot": (lambda goed: goed + b"x" * 2_100_000, "te groot: hoogstens 2 MB"),
    "bom": (lambda goed: met_deel(goed, "word/media/a.png", b"0" * 30_000_000), "uitgepakt te groot"),
    "veel": (lambda goed: met_deel(goed, DOC, b"<a>" + b"<c/>" * 200_000 + b"</a>"), "te veel onderdelen"),
    "diep": (lambda goed: met_deel(goed, DOC, b"<a>" * 5_000 + b"</a>" * 5_000), "beschadigd"),
    "macro": (lambda goed: met_deel(goed, "word/vbaProject.bin", b"x"), "macro’s"),
    "docm": (
        lambda goed: met_deel(
            goed,
            SOORTEN,
            deel_van(goed, SOORTEN).replace(
                b"vnd.openxmlformats-officedocument.wordprocessingml.document.main",
                b"vnd.ms-word.document.macroEnabled.main",
            ),
        ),
        "macro’s",
    ),
    "ole": (lambda goed: met_deel(goed, "word/embeddings/oleObject1.bin", b"x"), "andere bestanden"),
    "sjabloon": (lambda goed: _relatie(goed, "attachedTemplate"), "verwijst naar"),
    "plaatje elders": (lambda goed: _relatie(goed, "image"), "verwijst naar"),
    "doctype": (lambda goed: met_deel(goed, "word/extra.xml", DOCTYPE), "tekstverwerker"),
    "pad": (lambda goed: met_deel(goed, "../../x.xml", b"<a/>"), "tekstverwerker"),
    "kapotte xml": (lambda goed: met_deel(goed, DOC, b"<w:document>"), "beschadigd"),
    "zonder tekst": (lambda goed: met_deel(goed, "a.xml", b"<a/>", weg=DOC), "beschadigd"),
    "zip": (_zip, "geen Word-bestand"),
    "ander": (lambda _goed: _ander(), AANMELDING.ander),
    "tafel is geen tafel": (
        lambda goed: met_deel(goed, DOC, deel_van(goed, DOC).replace(b"tafel:", b"tafel:x")),
        AANMELDING.ander,
    ),
}


@pytest.mark.parametrize("soort", list(KWAAD))
def test_bestand_dat_geen_formulier_is__geweigerd_met_wat_te_doen(soort: str) -> None:
    maak, zin = KWAAD[soort]
    with pytest.raises(Onleesbaar) as fout:
        _open(maak(GOED))
    assert zin in fout.value.zin
    assert OPNIEUW in fout.value.zin or "kies het opnieuw" in fout.value.zin


def test_klikbare_link__wordt_gelezen_nooit_gevolgd() -> None:
    assert plaats(_open(_relatie(GOED, "hyperlink")), INHOUD, LEEG).resten == []


def test_beschadigd_bestand__nooit_een_andere_fout() -> None:
    for nummer in range(0, len(GOED), 499):
        kapot = bytearray(GOED)
        kapot[nummer] ^= 0xFF
        try:
            neem_over(SOORT, plaats(_open(bytes(kapot)), INHOUD, LEEG))
        except Onleesbaar:
            continue


def test_libreoffice__bewaart_ieder_vak(tmp_path: Path) -> None:
    papier = Papier(GOED)
    papier.vul_alles("Tekst 😀 محمد <b>\nregel twee")
    vol = papier.bewaar()
    verwacht = plaats(_open(vol), INHOUD, LEEG)
    opnieuw = door_libreoffice(tmp_path, vol=vol, leeg=GOED)
    gelezen = plaats(_open(opnieuw["vol"]), INHOUD, LEEG)
    assert gelezen == verwacht
    assert len(gelezen.velden) > 50
    leeg = plaats(_open(opnieuw["leeg"]), INHOUD, LEEG)
    assert (leeg.velden, leeg.resten, leeg.afgeschermd, leeg.oude_versie) == ([], [], [], None)
    assert _open(opnieuw["leeg"]).naam == "Lindewoude <&>"
