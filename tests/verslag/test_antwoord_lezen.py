"""The Word form of an answer: written, filled in, read back; whatever is typed, and through LibreOffice."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from forms.uitvraag import GeefBijdrageFormulier
from overleg.basis.tekst import schoon
from overleg.instroom.regels.formulier import KOP, niet_geplaatst
from overleg.uitvraag.inhoud import Gevraagde, Verzoekinhoud
from overleg.verslag.bestanden import Onleesbaar
from overleg.verslag.formulieren.antwoord import ANTWOORD, OPNIEUW, antwoord_inhoud, vul_in
from overleg.verslag.formulieren.openen import open_formulier
from overleg.verslag.formulieren.plaatsen import VERANDERD, Geplaatst, plaats
from overleg.verslag.word.antwoordformulier import GEEN_ARTIKEL_9, antwoordformulier_docx
from overleg.verslag.word.velden import VASTTAG
from tests.verslag.formulier import ONMOGELIJK, Papier, door_libreoffice
from tests.verslag.test_formulier_lezen import GOED as AANMELDFORMULIER
from tests.verslag.test_formulier_lezen import KWAAD, MOMENT, TEKSTEN
from tests.verslag.test_word import alles, naar_pdf, open_

WIE = uuid.uuid4()
VRAAG = Verzoekinhoud(
    kenmerk="LW-2026-0001",
    tafel="Actie-overleg Lindewoude <&>",
    organisatie="Politie Lindewoude",
    functie="",
    vraag="Wat weet u van deze personen?\nEn sinds wanneer?\n\nOok van محمد, graag vóór 01-12-2026.",
    uiterlijk=date(2026, 12, 4),
    reden="KANARIE-reden",
    doel="Veiligheid",
    grondslag="art. 6 lid 1 sub e AVG",
    gevraagd_door="KANARIE-vrager",
    personen=(
        Gevraagde(WIE, "Marijke Stoelwinder", date(1988, 3, 12), None, "Slachtoffer"),
        Gevraagde(WIE, "محمد بن سلمان", None, 2017, "Kind"),
        Gevraagde(WIE, "😀 O’Brien\u202e <b>", None, None, "(Vermoedelijk) pleger"),
    ),
)
ID = uuid.UUID(int=7)
INHOUD = antwoord_inhoud(ID, VRAAG)
ALLES = {
    "bekend": "Ja",
    "feiten": "Vier mutaties.\n\nEn één aangifte 😀 محمد <b>&amp;",
    "oordeel": "Het neemt toe.",
    "achtergehouden_reden": "Een lopend onderzoek.",
}


def schrijf(vraag: Verzoekinhoud = VRAAG, *, politie: bool = False) -> bytes:
    return antwoordformulier_docx(antwoord_inhoud(ID, vraag), vraag, MOMENT, politie=politie)


GOED = schrijf()
LEEG = open_formulier(GOED, ANTWOORD)


def gelezen(bestand: bytes, nu: Verzoekinhoud = VRAAG) -> Geplaatst:
    leeg = LEEG if nu is VRAAG else open_formulier(schrijf(nu), ANTWOORD)
    return plaats(open_formulier(bestand, ANTWOORD), antwoord_inhoud(ID, nu), leeg)


def op_het_scherm(bestand: bytes) -> GeefBijdrageFormulier:
    form = GeefBijdrageFormulier(formdata=None, meta={"csrf": False})
    vul_in(form, gelezen(bestand))
    return form


def vul_alles() -> Papier:
    papier = Papier(GOED)
    for tag, tekst in ALLES.items():
        papier.typ(tag, tekst, stukken=3)
    papier.vink("achtergehouden")
    return papier


def test_leeg__niets_gelezen_niets_over() -> None:
    uit = gelezen(GOED)
    assert (uit.velden, uit.resten, uit.afgeschermd, uit.oude_versie) == ([], [], [], None)


def test_heen_en_terug__ieder_veld_op_zijn_plek() -> None:
    form = op_het_scherm(vul_alles().bewaar())
    assert form.bekend.data is True
    assert {naam: form[naam].data for naam in ALLES if naam != "bekend"} == {
        naam: tekst for naam, tekst in ALLES.items() if naam != "bekend"
    }
    assert form.achtergehouden.data is True
    assert not form.foutenlijst


@settings(deadline=None, max_examples=25)
@given(feiten=TEKSTEN, oordeel=st.text(max_size=200), stukken=st.integers(1, 9))
def test_tekst__komt_aan_zoals_het_scherm_hem_zou_bewaren(feiten: str, oordeel: str, stukken: int) -> None:
    papier = Papier(GOED)
    papier.typ("feiten", feiten, stukken=stukken)
    papier.typ("oordeel", oordeel)
    form = op_het_scherm(papier.bewaar())
    assert form.feiten.data == schoon(ONMOGELIJK.sub("", feiten))
    assert form.oordeel.data == schoon(ONMOGELIJK.sub("", oordeel))


@settings(deadline=None, max_examples=15)
@given(vraag=st.text(max_size=300), naam=st.text(min_size=1, max_size=80))
def test_vaste_tekst__nooit_iets_dat_iemand_typte(vraag: str, naam: str) -> None:
    anders = replace(VRAAG, vraag=vraag, personen=(Gevraagde(WIE, naam, None, None, "Kind"),))
    oud = schrijf(anders)
    assert gelezen(oud, anders).resten == []
    assert gelezen(oud).resten == [], "of a question that was replaced since, neither"
    assert gelezen(oud).oude_versie is not None or (vraag, naam) == (VRAAG.vraag, "Kind")


def test_vaste_tekst__veranderd__wordt_genoemd() -> None:
    papier = Papier(GOED)
    tag = next(tag for tag, sdt in papier.vakken.items() if "".join(sdt.itertext()).startswith("Wat weet u"))
    papier.vakken[tag].find(qn("w:sdtContent")).append(papier.stuk(" Ja, sinds mei."))
    (rest,) = gelezen(papier.bewaar()).resten
    assert (rest.veld, rest.waarom) == ("Wat wordt gevraagd", VERANDERD)
    assert rest.tekst.endswith("Ja, sinds mei.")


@pytest.mark.parametrize(
    "anders",
    [
        replace(VRAAG, vraag="Wat weet u nog meer?"),
        replace(VRAAG, personen=VRAAG.personen[:2]),
        replace(VRAAG, personen=(*VRAAG.personen, Gevraagde(WIE, "Erbij", None, None, "Kind"))),
        replace(VRAAG, personen=(replace(VRAAG.personen[0], rol="Kind"), *VRAAG.personen[1:])),
    ],
    ids=["vraag", "iemand minder", "iemand erbij", "andere rol"],
)
def test_vraag_of_personen_gewijzigd__is_een_oude_versie(anders: Verzoekinhoud) -> None:
    uit = gelezen(vul_alles().bewaar(), anders)
    assert uit.oude_versie is not None
    assert uit.resten == []
    assert len(uit.velden) == len(ALLES) + 1


def test_alleen_de_dag_gewijzigd__geen_oude_versie() -> None:
    uit = gelezen(GOED, replace(VRAAG, uiterlijk=date(2027, 1, 4), tafel=VRAAG.tafel))
    assert (uit.oude_versie, uit.resten) == (None, [])


def test_wat_niet_past__achter_de_feiten_en_een_keer() -> None:
    papier = vul_alles()
    papier.typ("bekend", "Misschien")
    papier.typ_ernaast("oordeel", "nog iets")
    form = GeefBijdrageFormulier(formdata=None, meta={"csrf": False})
    vul_in(form, gelezen(papier.bewaar()))
    vul_in(form, gelezen(papier.bewaar()))
    assert form.bekend.data is None
    assert {rest.tekst for rest in form.niet_geplaatst} == {"Misschien", "nog iets"}
    assert len(form.niet_geplaatst) == 2
    assert (form.feiten.data or "").count(KOP) == 1
    form.haal_niet_geplaatst_weg()
    assert form.feiten.data == ALLES["feiten"]


def test_te_lang__blijft_heel_staan_met_de_zin_van_het_scherm() -> None:
    papier = Papier(GOED)
    papier.typ("achtergehouden_reden", "é" * 9_000)
    form = op_het_scherm(papier.bewaar())
    assert form.achtergehouden_reden.data == "é" * 9_000
    assert "Maak deze tekst korter" in str(form.achtergehouden_reden.errors)
    assert not niet_geplaatst(form.feiten.data or "")


def test_concept__wat_leeg_is_op_papier_blijft__wat_anders_is_wordt_genoemd() -> None:
    form = GeefBijdrageFormulier(
        formdata=None, meta={"csrf": False}, data={"feiten": "Van de collega.", "oordeel": "Blijft."}
    )
    papier = Papier(GOED)
    papier.typ("feiten", "Van mij.")
    assert vul_in(form, gelezen(papier.bewaar())) == ["Feiten"]
    assert (form.feiten.data, form.oordeel.data) == ("Van mij.", "Blijft.")
    assert vul_in(form, gelezen(papier.bewaar())) == []


@pytest.mark.parametrize(
    ("stond_er", "papier_zegt", "genoemd"),
    [(False, "Ja", True), (True, "Nee", True), (False, "Nee", False), (None, "Ja", False)],
)
def test_concept__nee_is_ook_een_antwoord(*, stond_er: bool | None, papier_zegt: str, genoemd: bool) -> None:
    form = GeefBijdrageFormulier(
        formdata=None, meta={"csrf": False}, data={"bekend": stond_er, "achtergehouden": False}
    )
    papier = Papier(GOED)
    papier.typ("bekend", papier_zegt)
    papier.vink("achtergehouden")
    anders = vul_in(form, gelezen(papier.bewaar()))
    assert anders == ([form.bekend.label.text] if genoemd else []), "an empty box is no answer of a colleague"
    assert form.bekend.data is (papier_zegt == "Ja")


def test_erin__niet_meer_dan_nodig() -> None:
    with ZipFile(BytesIO(schrijf(politie=True))) as pak:
        rauw = b"".join(pak.read(naam) for naam in pak.namelist()).decode("utf-8", "ignore")
    assert "KANARIE" not in rauw
    assert GEEN_ARTIKEL_9 in rauw
    document = open_(GOED)
    assert GEEN_ARTIKEL_9 not in alles(document)
    for kern in (document.core_properties.title, document.core_properties.author):
        assert not any(persoon.naam in kern for persoon in VRAAG.personen)


def test_vakken__namen_en_sloten_die_word_aankan() -> None:
    lichaam = open_(GOED).element.body
    nummers = [e.get(qn("w:val")) for e in lichaam.iter(qn("w:id"))]
    assert len(set(nummers)) == len(nummers)
    for sdt in lichaam.iter(qn("w:sdt")):
        tag = sdt.find("w:sdtPr/w:tag", sdt.nsmap).get(qn("w:val"))
        slot = sdt.find("w:sdtPr/w:lock", sdt.nsmap).get(qn("w:val"))
        assert len(tag) <= 64
        assert slot == (
            "sdtContentLocked" if tag.startswith((VASTTAG, "uitvraag:", "versie:")) else "sdtLocked"
        )


@pytest.mark.parametrize("soort", [*KWAAD, "aanmeldformulier"])
def test_bestand_dat_geen_formulier_is__geweigerd_met_wat_te_doen(soort: str) -> None:
    bestand = AANMELDFORMULIER if soort == "aanmeldformulier" else KWAAD[soort][0](GOED)
    if soort == "tafel is geen tafel":
        bestand = KWAAD["ander"][0](GOED)
    with pytest.raises(Onleesbaar) as fout:
        open_formulier(bestand, ANTWOORD)
    assert OPNIEUW in fout.value.zin or "kies het opnieuw" in fout.value.zin


def test_libreoffice__bewaart_ieder_vak(tmp_path: Path) -> None:
    vol, vraag = vul_alles().bewaar(), replace(VRAAG, vraag="Een andere vraag?", personen=VRAAG.personen[1:])
    opnieuw = door_libreoffice(tmp_path, vol=vol, leeg=GOED)
    uit = gelezen(opnieuw["vol"])
    assert (uit.resten, uit.oude_versie) == ([], None)
    assert dict(uit.velden) == ALLES | {"bekend": "ja", "achtergehouden": "ja"}
    leeg = gelezen(opnieuw["leeg"])
    assert (leeg.velden, leeg.resten) == ([], [])
    oud = gelezen(opnieuw["vol"], vraag)
    assert (oud.velden, oud.resten) == (uit.velden, [])
    assert oud.oude_versie is not None
    (tmp_path / "opnieuw.docx").write_bytes(opnieuw["vol"])
    assert all(pdf.read_bytes().startswith(b"%PDF") for pdf in naar_pdf(tmp_path))
