"""A beheerder tries a template, takes it into use and takes it away; what was adopted stays as it was."""

from __future__ import annotations

import ast
import hashlib
import re
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from flask.testing import FlaskClient
from sqlalchemy import select, update
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

from models import Gebeurtenis, Gebruiker, Huisstijl
from overleg.basis.database import schrijvend_apart
from overleg.basis.klok import nu
from overleg.logboek.soorten import Soort
from overleg.verslag.handelingen import huisstijl as handelingen
from overleg.verslag.handelingen.huisstijl import GEEN_EIGEN
from overleg.verslag.regels_huisstijl import Bevinding
from overleg.verslag.routes import huisstijl as routes
from tests.huis.bestanden import meld
from tests.steun.pakket import deel_van, delen
from tests.verslag.casussen import stalking
from tests.verslag.formulier import Papier, lever
from tests.verslag.sjablonen import KANARIE, KOP, in_kop, sjabloon
from tests.verslag.test_routes import adres, stel_vast
from tests.verslag.verhaal import Verhaal

Als = Callable[[Gebruiker], FlaskClient]
ROUTES = Path(__file__).parents[2] / "overleg"
BLAUW = sjabloon(in_kop("<w:p><w:r><w:t>Blauw</w:t></w:r></w:p>"))
ROOD = sjabloon(in_kop("<w:p><w:r><w:t>Rood</w:t></w:r></w:p>"))


@dataclass
class Opstelling:
    """A held meeting, and the beheerder of another organisatie."""

    verhaal: Verhaal
    casus: str
    beheer: FlaskClient
    voorzitter: FlaskClient

    @property
    def pad(self) -> str:
        return f"/beheer/tafels/{self.verhaal.tafel.id}/huisstijl"

    def laad(self, inhoud: bytes) -> TestResponse:
        """Hand in a template. Encoded here: the client of the library would leave a temporary file open."""
        velden = {"bestand": FileStorage(BytesIO(inhoud), "huisstijl.dotx")}
        grens, lichaam = encode_multipart(velden)
        return self.beheer.post(self.pad, data=lichaam, content_type=f"multipart/form-data; boundary={grens}")

    def op_blad(self, wat: str) -> str:
        """Return the hidden value beside a button, as the page has it now."""
        pagina = self.beheer.get(self.pad).text
        gevonden = re.search(rf'/huisstijl/{wat}".*?name="huisstijl" value="([0-9a-f-]+)"', pagina, re.DOTALL)
        assert gevonden, (wat, pagina)
        return gevonden[1]

    def beslis(self, wat: str, huisstijl: str = "") -> int:
        """Press a button; of the page as it is now, or of one that was open before."""
        data = {"huisstijl": huisstijl or self.op_blad(wat)}
        return self.beheer.post(f"{self.pad}/{wat}", data=data).status_code

    def neem(self, inhoud: bytes) -> None:
        assert self.laad(inhoud).status_code == 303
        assert self.beslis("in-gebruik") == 303

    def verslag(self, achter: str = "verslag.docx") -> bytes:
        antwoord = self.voorzitter.get(adres(self.verhaal, achter))
        assert antwoord.status_code == 200, antwoord.text
        return bytes(antwoord.data)

    def rijen(self) -> list[Huisstijl]:
        self.verhaal.fabriek.sessie.rollback()
        return list(self.verhaal.fabriek.sessie.scalars(select(Huisstijl).order_by(Huisstijl.nummer)))


@pytest.fixture
def o(verhaal: Verhaal, als: Als) -> Opstelling:
    casus = stalking(verhaal).casus
    beheerder = verhaal.fabriek.gebruiker(verhaal.partner["om"], "Bram Beheerder", beheerder=True)
    verhaal.klaar()
    return Opstelling(verhaal, str(casus.id), als(beheerder), als(verhaal.voorzitter))


def kop(word: bytes) -> str:
    """Return what the header says."""
    return "\n".join(alinea.text for alinea in Document(BytesIO(word)).sections[0].header.paragraphs)


def inhoud_van(word: bytes) -> dict[str, bytes]:
    """Return all parts but the one that says when the file was made."""
    return {naam: deel for naam, deel in delen(word).items() if naam != "docProps/core.xml"}


def test_huisstijl__klaarzetten_gebruiken_weghalen(o: Opstelling) -> None:
    eigen = inhoud_van(o.verslag())
    antwoord = o.laad(BLAUW)
    assert antwoord.status_code == 303, antwoord.text
    pagina = o.beheer.get(o.pad).text
    assert "Klaar om te bekijken: versie 1" in pagina
    assert "Uit het sjabloon: Verdana, 9,5 punt." in pagina
    assert "Ontbreekt: u krijgt onze standaardstijl." in pagina
    assert inhoud_van(o.verslag()) == eigen, "nothing changes before it is taken into use"
    assert o.beslis("in-gebruik") == 303
    assert kop(o.verslag()).startswith(KOP)
    assert "In gebruik: versie 1" in o.beheer.get(o.pad).text
    assert o.beslis("weghalen") == 303
    assert inhoud_van(o.verslag()) == eigen
    pagina = o.beheer.get(o.pad).text
    assert "In gebruik: de standaardhuisstijl" in pagina
    assert "Versie 1, in gebruik genomen" in pagina
    lijnen = o.verhaal.fabriek.sessie.scalars(select(Gebeurtenis.soort).order_by(Gebeurtenis.tijd)).all()
    namen = [soort for soort in lijnen if soort.startswith("huisstijl")]
    assert namen == [Soort.HUISSTIJL_GELADEN, Soort.HUISSTIJL_IN_GEBRUIK, Soort.HUISSTIJL_WEGGEHAALD]


def test_vastgesteld_verslag__verandert_niet_met_de_huisstijl(o: Opstelling) -> None:
    o.neem(BLAUW)
    assert stel_vast(o.verhaal, o.voorzitter).status_code == 303
    was = inhoud_van(o.verslag("verslag/1.docx"))
    assert b"Blauw" in was["word/header1.xml"]
    o.neem(ROOD)
    assert inhoud_van(o.verslag("verslag/1.docx")) == was
    assert inhoud_van(o.verslag()) == was, "the newest version is the adopted one"
    assert "Rood" in kop(o.voorzitter.get(adres(o.verhaal, "acties.docx")).data)
    invoer = {"versie": "1", "casus": o.casus, "tekst": "Het is 5 december.", "reden": "Tikfout"}
    assert o.voorzitter.post(adres(o.verhaal, "verslag/rectificatie"), data=invoer).status_code == 303
    assert "Rood" in kop(o.verslag("verslag/2.docx"))
    assert o.beslis("weghalen") == 303
    assert inhoud_van(o.verslag("verslag/1.docx")) == was
    assert "Rood" in kop(o.verslag("verslag/2.docx"))


def test_vastgesteld_zonder_huisstijl__blijft_de_onze(o: Opstelling) -> None:
    assert stel_vast(o.verhaal, o.voorzitter).status_code == 303
    was = inhoud_van(o.verslag("verslag/1.docx"))
    o.neem(ROOD)
    assert inhoud_van(o.verslag("verslag/1.docx")) == was


def test_documenten_van_de_tafel__allemaal_in_de_huisstijl(o: Opstelling) -> None:
    o.neem(BLAUW)
    casus = re.findall(r"verslag/[0-9a-f-]{36}\.docx", o.voorzitter.get(adres(o.verhaal, "verslag")).text)
    wegen = [adres(o.verhaal, naam) for naam in ("verslag.docx", "acties.docx", "agenda.docx", casus[0])]
    formulier = f"/casussen/formulier.docx?tafel={o.verhaal.tafel.id}"
    for weg in [*wegen, formulier]:
        antwoord = o.voorzitter.get(weg)
        assert antwoord.status_code == 200, weg
        assert "Blauw" in kop(antwoord.data), weg
    assert "Blauw" not in kop(o.voorzitter.get("/acties.docx").data), "that list is of no one tafel"


def _aanroepen() -> Iterator[tuple[str, ast.Call]]:
    """Yield each place in a route that makes a Word file."""
    for bestand in ROUTES.glob("*/routes/*.py"):
        boom = ast.parse(bestand.read_text())
        anders = {
            naam.asname or naam.name
            for knoop in ast.walk(boom)
            if isinstance(knoop, ast.ImportFrom) and (knoop.module or "").startswith("overleg.verslag.word.")
            for naam in knoop.names
            if naam.name.endswith("_docx")
        }
        for knoop in ast.walk(boom):
            if isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Name) and knoop.func.id in anders:
                yield f"{bestand.parent.parent.name}/{bestand.name}: {ast.unparse(knoop)}", knoop


def test_ieder_word_bestand__krijgt_de_huisstijl_mee() -> None:
    plekken = list(_aanroepen())
    assert len(plekken) >= 10
    zonder = [plek for plek, knoop in plekken if "sjabloon" not in ast.unparse(knoop)]
    meld([plek for plek in zonder if plek != ALLE_TAFELS], "Give it sjabloon_van_tafel(...) of its tafel.")


ALLE_TAFELS = "verslag/documenten.py: actielijst_docx(gevonden.lijst, nu())"
"""What one has to do at all tafels together."""


@pytest.mark.parametrize(
    ("inhoud", "zegt"),
    [(b"", "Kies het Word-sjabloon."), (b"PK geen zip", "is beschadigd"), (b"%PDF-1.7", "is geen Word")],
    ids=["niets", "kapot", "pdf"],
)
def test_laden__verkeerd_bestand__zegt_het_bij_het_veld(o: Opstelling, inhoud: bytes, zegt: str) -> None:
    antwoord = o.laad(inhoud) if inhoud else o.beheer.post(o.pad, data={})
    assert antwoord.status_code == 422
    assert zegt in antwoord.text
    assert o.rijen() == []


def test_laden__verkeerd_bestand__houdt_niemand_van_bewaren_af(
    o: Opstelling, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert o.laad(BLAUW).status_code == 303
    gelukt: list[object] = []

    def bewaar_intussen(_sjabloon: bytes) -> tuple[Bevinding, ...]:
        with schrijvend_apart() as eigen:
            gelukt.append(eigen.scalar(select(Huisstijl.nummer)))
        return ()

    monkeypatch.setattr(routes, "bevindingen_van_bewaard", bewaar_intussen)
    assert o.laad(b"%PDF-1.7").status_code == 422
    assert o.beheer.post(o.pad, data={}).status_code == 422
    assert gelukt == [1, 1]


def test_laden__bewaart_niets_van_de_maker(o: Opstelling) -> None:
    assert o.laad(BLAUW).status_code == 303
    (rij,) = o.rijen()
    assert rij.sjabloon
    assert KANARIE.encode() not in b"".join(delen(rij.sjabloon).values())


def test_laden__nog_eens__vervangt_wat_klaarstond(o: Opstelling) -> None:
    assert o.laad(BLAUW).status_code == 303
    assert o.laad(ROOD).status_code == 303
    assert [rij.in_gebruik_op for rij in o.rijen()] == [None]
    assert o.beslis("weggooien") == 303
    assert o.rijen() == []


def test_beslissen__over_wat_er_niet_meer_staat__botst(o: Opstelling) -> None:
    o.neem(BLAUW)
    assert o.laad(ROOD).status_code == 303
    blauw, rood = (str(rij.id) for rij in o.rijen())
    elders = str(uuid.uuid4())
    for wat, id_ in (("in-gebruik", blauw), ("in-gebruik", elders), ("weggooien", blauw), ("weghalen", rood)):
        assert o.beslis(wat, id_) == 409, wat
    for kapot in ("x", "1", ""):
        assert o.beheer.post(f"{o.pad}/in-gebruik", data={"huisstijl": kapot}).status_code == 409
    assert [bool(rij.in_gebruik_op) for rij in o.rijen()] == [True, False]


def test_ander_sjabloon_onder_hetzelfde_nummer__is_niet_wat_gezien_is(o: Opstelling) -> None:
    assert o.laad(BLAUW).status_code == 303
    gezien, was = o.op_blad("in-gebruik"), [rij.nummer for rij in o.rijen()]
    voorbeeld = f"{o.pad}/{gezien}/voorbeeld.docx"
    assert voorbeeld in o.beheer.get(o.pad).text
    assert o.beheer.get(voorbeeld).status_code == 200
    assert o.laad(ROOD).status_code == 303
    assert [rij.nummer for rij in o.rijen()] == was, "the number alone does not tell them apart"
    assert o.beslis("in-gebruik", gezien) == 409
    assert o.beslis("weggooien", gezien) == 409
    assert o.beheer.get(voorbeeld).status_code == 404, "the same address never shows another file"
    assert [rij.in_gebruik_op for rij in o.rijen()] == [None]
    assert o.beslis("in-gebruik") == 303


def test_klok_die_teruggaat__wat_het_laatst_is_gekozen_geldt(
    o: Opstelling, monkeypatch: pytest.MonkeyPatch
) -> None:
    o.neem(BLAUW)
    monkeypatch.setattr(handelingen, "nu", lambda: nu() - timedelta(hours=1))
    o.neem(ROOD)
    assert "Rood" in kop(o.verslag())
    assert o.beslis("weghalen") == 303
    assert "In gebruik: de standaardhuisstijl" in o.beheer.get(o.pad).text


def test_weghalen__zonder_eigen_huisstijl__zegt_dat(o: Opstelling) -> None:
    antwoord = o.beheer.post(f"{o.pad}/weghalen", data={"huisstijl": str(uuid.uuid4())})
    assert antwoord.status_code == 422
    assert GEEN_EIGEN in antwoord.text


def test_voorbeeld__verzonnen_en_van_geen_andere_tafel(o: Opstelling) -> None:
    o.neem(BLAUW)
    (rij,) = o.rijen()
    eigen = f"{rij.id}/voorbeeld.docx"
    for weg, huisstijl in (("voorbeeld.docx", False), (eigen, True)):
        antwoord = o.beheer.get(f"{o.pad}/{weg}")
        assert antwoord.status_code == 200
        assert antwoord.headers["Content-Disposition"].startswith("attachment; filename=voorbeeld-huisstijl-")
        assert ("Blauw" in kop(antwoord.data)) is huisstijl
        assert b"LW-2026-0001" not in deel_van(antwoord.data, "word/document.xml")
    for ander in (uuid.uuid4(), 1):
        assert o.beheer.get(f"{o.pad}/{ander}/voorbeeld.docx").status_code == 404
    elders = o.verhaal.fabriek.tafel("Elders", "EL")
    o.verhaal.fabriek.klaar()
    assert o.beheer.get(f"/beheer/tafels/{elders.id}/huisstijl/{eigen}").status_code == 404
    assert o.voorzitter.get(f"{o.pad}/{eigen}").status_code in {403, 404}


def test_beschadigd_sjabloon__het_document_komt_toch(o: Opstelling, caplog: pytest.LogCaptureFixture) -> None:
    eigen = inhoud_van(o.verslag())
    o.neem(BLAUW)
    sessie = o.verhaal.fabriek.sessie
    sessie.execute(update(Huisstijl).values(sjabloon=b"PK"))
    sessie.commit()
    assert inhoud_van(o.verslag()) == eigen
    assert "beschadigd" in caplog.text


def test_onbruikbaar_bewaard_sjabloon__pagina_en_document_komen_toch(
    o: Opstelling, caplog: pytest.LogCaptureFixture
) -> None:
    eigen = inhoud_van(o.verslag())
    o.neem(BLAUW)
    sessie = o.verhaal.fabriek.sessie
    sessie.execute(update(Huisstijl).values(sjabloon=b"PK", controlegetal=hashlib.sha256(b"PK").hexdigest()))
    sessie.commit()
    assert inhoud_van(o.verslag()) == eigen
    assert "niet te gebruiken" in caplog.text
    pagina = o.beheer.get(o.pad)
    assert pagina.status_code == 200
    assert "Ontbreekt: u krijgt onze standaardstijl." in pagina.text
    assert "niet te lezen" in caplog.text


def test_aanmeldformulier__in_huisstijl_ingeleverd__niets_ernaast(o: Opstelling) -> None:
    o.neem(BLAUW)
    papier = Papier(o.voorzitter.get(f"/casussen/formulier.docx?tafel={o.verhaal.tafel.id}").data)
    antwoord = lever(o.voorzitter, papier.bewaar())
    assert antwoord.status_code == 303, antwoord.text
    assert "niet op zijn plek" not in o.voorzitter.get(antwoord.headers["Location"]).text


def test_pdf__alleen_waar_het_programma_staat(o: Opstelling, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Voorbeeld als PDF" in o.beheer.get(o.pad).text
    monkeypatch.setattr(routes, "kan_pdf", lambda: False)
    monkeypatch.setattr("shutil.which", lambda _naam: None)
    assert "Voorbeeld als PDF" not in o.beheer.get(o.pad).text
    antwoord = o.beheer.get(f"{o.pad}/voorbeeld.pdf")
    assert antwoord.status_code == 422
    assert "als Word-bestand" in antwoord.text


def test_pdf__van_een_eigen_huisstijl(o: Opstelling, monkeypatch: pytest.MonkeyPatch) -> None:
    gekregen: list[bytes] = []

    def maak(word: bytes) -> bytes:
        gekregen.append(word)
        return b"%PDF-1.7"

    monkeypatch.setattr(routes, "maak_pdf", maak)
    o.neem(BLAUW)
    (rij,) = o.rijen()
    antwoord = o.beheer.get(f"{o.pad}/{rij.id}/voorbeeld.pdf")
    assert antwoord.status_code == 200
    assert antwoord.mimetype == "application/pdf"
    assert antwoord.headers["Content-Disposition"].startswith("attachment; ")
    assert antwoord.headers["X-Content-Type-Options"] == "nosniff"
    assert "Blauw" in kop(gekregen[0])
