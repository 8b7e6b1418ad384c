"""The aanmelding as a Word form, through the door: what becomes of it, and who may."""

from __future__ import annotations

import copy
import re
import uuid
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx.oxml.ns import qn
from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from forms.instroom.gegevens import gegevens_van
from models import Casus, Criteriaset, Gebeurtenis, Gebruiker
from models.waarden import CasusStatus, OrganisatieSoort, Rol
from overleg.basis.database import schrijvend_apart
from overleg.basis.klok import vandaag
from overleg.instroom.regels.formulier import KOP, niet_geplaatst
from overleg.logboek.soorten import Soort
from overleg.verslag.formulieren.aanmelding import neem_over
from overleg.verslag.routes import aanmeldformulier
from tests.instroom.steun import Tafel, bewaar, dek, personen, velden, ververs
from tests.steun.database import ALLEEN_SQLITE, ook_anderen_schrijven
from tests.steun.fabriek import Fabriek
from tests.verslag.formulier import LEEG, PAD, Papier, haal, lever

Als = Callable[[Gebruiker], FlaskClient]
RONDJES = re.compile("samenloop|letsel|melding_status|criterium-.")
"""The lists that are buttons on the screen."""
LANG = {"wat_gebeurd", "grootste_zorg", "concrete_vraag"}
VAST = {"melding_nummer": "VT 12"}
TEKST = "Hij sloeg haar.\nDaarna 😀 محمد <b>&amp; weg."


@pytest.fixture
def t(fabriek: Fabriek) -> Tafel:
    """A tafel with its people."""
    return dek(fabriek)


def _casus(antwoord: TestResponse) -> str:
    assert antwoord.status_code == 303, antwoord.text
    naar = antwoord.headers["Location"]
    gevonden = re.search(r"/casussen/([0-9a-f-]{36})/bewerken", naar)
    assert gevonden, naar
    return gevonden.group(1)


def _aantal(fabriek: Fabriek) -> int:
    fabriek.sessie.rollback()
    return fabriek.sessie.scalar(select(func.count()).select_from(Casus)) or 0


def _resten(fabriek: Fabriek, casus: str) -> list[tuple[str, str]]:
    return [(r.veld, r.tekst) for r in niet_geplaatst(ververs(fabriek, casus).wat_gebeurd)]


def _vul_alles(papier: Papier) -> dict[str, object]:
    """Fill in every control; return what each field of the screen should then hold."""
    verwacht: dict[str, object] = {}
    for tag, sdt in papier.vakken.items():
        if tag.startswith(("tafel:", "versie:")) or tag.endswith("-geen"):
            continue
        soorten = {str(e.tag).rpartition("}")[2] for e in sdt.find(qn("w:sdtPr"))}
        if "checkbox" in soorten:
            naam, _, waarde = tag.partition(".")
            papier.vink(tag)
            al = verwacht.get(naam)
            verwacht[naam] = [*(al if isinstance(al, list) else []), waarde or "y"]
        elif "dropDownList" in soorten:
            regel = sdt.findall(f".//{qn('w:listItem')}")[1]
            papier.typ(tag, regel.get(qn("w:displayText")), stukken=2)
            keuze = regel.get(qn("w:value"))
            verwacht[tag] = [keuze] if RONDJES.fullmatch(tag) else keuze
        else:
            verwacht[tag] = _tekst_voor(tag, soorten)
            papier.typ(tag, str(verwacht[tag]), stukken=3)
    return verwacht


def _tekst_voor(tag: str, soorten: set[str]) -> str:
    if "date" in soorten:
        return f"{vandaag() - timedelta(days=3):%d-%m-%Y}"
    if tag in VAST or tag.endswith(("-geboren", "-sinds")):
        return VAST.get(tag, "1988")
    return f"Tekst {tag} 😀 محمد" + ("\nregel twee" if tag in LANG else "")


def test_heen_en_terug__ieder_veld_op_zijn_plek(fabriek: Fabriek, als: Als, t: Tafel) -> None:
    fabriek.klaar()
    agent = als(t.agent)
    papier = haal(agent)
    verwacht = _vul_alles(papier)
    antwoord = lever(agent, papier.bewaar())
    assert antwoord.status_code == 303, antwoord.text
    casus = _casus(antwoord)
    rij = ververs(fabriek, casus)
    assert rij.status is CasusStatus.CONCEPT
    assert niet_geplaatst(rij.wat_gebeurd) == ()
    scherm = velden(agent, f"/casussen/{casus}/bewerken")
    geheim = {
        n: v for n, v in verwacht.items() if n.rpartition("-")[2] in {"adres", "contact", "contact_hoe"}
    }
    anders = {n: (v, scherm.get(n)) for n, v in verwacht.items() if n not in geheim and scherm.get(n) != v}
    assert not anders
    for nr, persoon in enumerate(rij.betrokkenen):
        assert persoon.adres == geheim[f"betrokkenen-{nr}-adres"]
        assert persoon.contact == geheim[f"betrokkenen-{nr}-contact"]
        assert persoon.contact_hoe == geheim[f"betrokkenen-{nr}-contact_hoe"]
    assert len(rij.betrokkenen) == 6
    assert len(gegevens_van(rij)["themas"]) == len(verwacht["themas"])  # type: ignore[arg-type]


def test_leeg_formulier__leeg_concept_zonder_resten(fabriek: Fabriek, als: Als, t: Tafel) -> None:
    fabriek.klaar()
    agent = als(t.agent)
    rij = ververs(fabriek, _casus(lever(agent, haal(agent).bewaar())))
    assert (rij.wat_gebeurd, rij.betrokkenen, rij.samenloop) == ("", [], None)
    soorten = fabriek.sessie.scalars(select(Gebeurtenis.soort).where(Gebeurtenis.casus_id == rij.id)).all()
    assert {Soort.AANMELDING_BEGONNEN.value, Soort.AANMELDING_BEWAARD.value} <= set(soorten)
    assert Soort.AANMELDING_INGEDIEND.value not in soorten


def test_wat_niet_past__staat_op_de_pagina_tot_het_is_verwerkt(fabriek: Fabriek, als: Als, t: Tafel) -> None:
    fabriek.klaar()
    agent = als(t.agent)
    papier = haal(agent)
    papier.typ("wat_gebeurd", TEKST)
    papier.typ("betrokkenen-0-naam", "Bo Vermaas")
    papier.typ("betrokkenen-0-geboren", "30-02-2020")
    papier.typ("betrokkenen-0-rol", "Buurman")
    papier.typ("melding_datum", "ergens in mei")
    papier.typ("betrokkenen-1-naam", "Ad Vermaas\nBep Vermaas")
    papier.typ_ernaast("concrete_vraag", "Wie haalt het kind op?", vak_weg=True)
    papier.typ_ernaast("samenloop", "weet ik niet")
    papier.document.add_paragraph("Nog iets:\nbel mij.")
    casus = _casus(lever(agent, papier.bewaar()))
    resten = _resten(fabriek, casus)
    for rest in (
        ("Persoon 1, Geboortedatum", "30-02-2020"),
        ("Persoon 1, Rol", "Buurman"),
        ("Datum van de melding", "ergens in mei"),
        ("Persoon 2, Naam", "Ad Vermaas\nBep Vermaas"),
        ("Concrete vraag aan het overleg", "Wie haalt het kind op?"),
        ("Waar komen straf en zorg samen?", "weet ik niet"),
    ):
        assert rest in resten
    assert "Nog iets:\nbel mij." in [tekst for _veld, tekst in resten]
    assert len(resten) == 7
    pad = f"/casussen/{casus}/bewerken"
    blad = agent.get(pad).text
    for woorden in ("Uit uw formulier, niet geplaatst", "30-02-2020", "Deze datum bestaat niet", KOP):
        assert woorden in blad
    rij = ververs(fabriek, casus)
    assert rij.wat_gebeurd.startswith(TEKST)
    assert [p.naam for p in rij.betrokkenen] == ["Bo Vermaas"]
    goed = personen(("Bo Vermaas", "2020", "kind")) | {"samenloop": "beide", "melding_status": "geen"}
    niet = bewaar(agent, casus, goed, "indienen")
    assert "Zet op zijn plek wat niet uit uw formulier te plaatsen was" in niet.text
    assert bewaar(agent, casus, goed, "verwerkt").status_code == 303
    assert ververs(fabriek, casus).wat_gebeurd == TEKST
    assert "Uit uw formulier, niet geplaatst" not in agent.get(pad).text


def test_rij_verplaatst_en_gekopieerd__op_naam_gelezen(fabriek: Fabriek, als: Als, t: Tafel) -> None:
    fabriek.klaar()
    agent = als(t.agent)
    papier = haal(agent)
    papier.typ("betrokkenen-0-naam", "Een")
    papier.typ("betrokkenen-3-naam", "Twee")
    rij = next(e for e in papier.vakken["betrokkenen-0-naam"].iterancestors() if e.tag == qn("w:tr"))
    papier.document.element.body[0].addprevious(copy.deepcopy(rij.getparent()))
    rij.getparent().append(rij)
    doel = papier.vakken["betrokkenen-0-naam"]
    next(doel.iter(qn("w:t"))).text = "Drie"
    casus = _casus(lever(agent, papier.bewaar()))
    assert [p.naam for p in ververs(fabriek, casus).betrokkenen] == ["Een", "Twee"]
    assert ("Persoon 1, Naam", "Drie") in _resten(fabriek, casus)


def test_adres_dat_niet_past__nooit_tussen_andere_tekst(fabriek: Fabriek, als: Als, t: Tafel) -> None:
    fabriek.klaar()
    agent = als(t.agent)
    for doe in ("te lang", "ernaast"):
        papier = haal(agent)
        if doe == "te lang":
            papier.typ("betrokkenen-0-adres", "Geheime Steeg 1 " * 60)
        else:
            papier.typ_ernaast("betrokkenen-0-adres", "Geheime Steeg 1", vak_weg=True)
        antwoord = lever(agent, papier.bewaar())
        assert antwoord.status_code == 422
        assert "Persoon 1, Adres: " in antwoord.text
        assert "Geheime Steeg" not in antwoord.text
    assert _aantal(fabriek) == 0


def test_tekst_die_nergens_past__geweigerd_met_het_veld(fabriek: Fabriek, als: Als, t: Tafel) -> None:
    fabriek.klaar()
    agent = als(t.agent)
    papier = haal(agent)
    papier.typ("wat_gebeurd", "a" * 100_000)
    antwoord = lever(agent, papier.bewaar())
    assert antwoord.status_code == 422
    assert "Maak dit korter in het formulier" in antwoord.text
    assert "Wat is er gebeurd?" in antwoord.text
    assert _aantal(fabriek) == 0


def test_tafel_en_versie__die_er_niet_zijn(fabriek: Fabriek, als: Als, t: Tafel) -> None:
    ander = dek(fabriek, "Duinrand", "DR")
    fabriek.klaar()
    vreemd = haal(als(ander.agent)).bewaar()
    agent = als(t.agent)
    antwoord = lever(agent, vreemd)
    assert antwoord.status_code == 422
    assert "waar u niet kunt aanmelden (‘" in antwoord.text
    assert "Duinrand" in antwoord.text
    assert agent.get(f"{LEEG}?tafel={ander.tafel.id}").status_code == 404
    papier = haal(agent)
    oud = next(tag for tag in papier.vakken if tag.startswith("versie:"))
    papier.vakken[oud].find("w:sdtPr/w:tag", papier.vakken[oud].nsmap).set(qn("w:val"), "versie:0.9")
    letter = next(tag for tag in papier.vakken if re.fullmatch(r"criterium-.\.[0-9a-f-]+", tag))
    papier.vink(letter)
    eigenschap = papier.vakken[letter].find("w:sdtPr/w:tag", papier.vakken[letter].nsmap)
    eigenschap.set(qn("w:val"), f"criterium-D.{uuid.uuid4()}")
    casus = _casus(lever(agent, papier.bewaar()))
    resten = _resten(fabriek, casus)
    assert resten[0] == ("Het formulier", "versie 0.9")
    assert resten[1][1] == "aangevinkt"


def test_twee_keer_verstuurd__een_concept__ander_bestand__nog_een(
    fabriek: Fabriek, als: Als, t: Tafel
) -> None:
    fabriek.klaar()
    agent = als(t.agent)
    papier = haal(agent)
    een = papier.bewaar()
    adressen = {lever(agent, een, verzendnummer="a" * 32).headers["Location"] for _ in range(2)}
    assert len(adressen) == 1
    assert _aantal(fabriek) == 1
    papier.typ("grootste_zorg", "Iets anders")
    assert lever(agent, papier.bewaar(), verzendnummer="a" * 32).headers["Location"] not in adressen
    assert _aantal(fabriek) == 2


def test_acuut__eerst_naar_de_spoedafspraken(fabriek: Fabriek, als: Als, t: Tafel) -> None:
    fabriek.klaar()
    agent = als(t.agent)
    inhoud = haal(agent).bewaar()
    assert lever(agent, inhoud, acuut="").status_code == 422
    antwoord = lever(agent, inhoud, acuut="ja")
    assert antwoord.headers["Location"].endswith("/spoed")
    assert fabriek.sessie.scalars(select(Casus.acuut)).all() == [True]


def test_wie_niet_mag_aanmelden__haalt_en_levert_niets(fabriek: Fabriek, als: Als, t: Tafel) -> None:
    gast = fabriek.lid(t.tafel, fabriek.partner(t.tafel, OrganisatieSoort.GGZ), Rol.GAST)
    fabriek.klaar()
    inhoud = haal(als(t.agent)).bewaar()
    client = als(gast)
    assert client.get(LEEG).status_code == 403
    assert client.get(PAD).status_code == 403
    assert lever(client, inhoud).status_code == 403
    assert _aantal(fabriek) == 0


def test_leeg_formulier__niets_van_een_casus(fabriek: Fabriek, als: Als, t: Tafel) -> None:
    casus = fabriek.casus(t.tafel, t.agent, CasusStatus.AANGEMELD)
    casus.wat_gebeurd = casus.concrete_vraag = "KANARIE-7"
    fabriek.klaar()
    agent = als(t.agent)
    with ZipFile(BytesIO(agent.get(LEEG).data)) as pak:
        alles = b"".join(pak.read(naam) for naam in pak.namelist()).decode("utf-8", "ignore")
    for verboden in ("KANARIE", t.agent.naam, t.agent.email, str(casus.kenmerk), str(casus.id)):
        assert verboden not in alles
    criteria = fabriek.sessie.scalars(select(Criteriaset).where(Criteriaset.tafel_id == t.tafel.id)).one()
    assert all(c.titel.split("\n")[0] in alles.replace("&amp;", "&") for c in criteria.criteria)


def test_links__op_casus_aanmelden(fabriek: Fabriek, als: Als, t: Tafel) -> None:
    fabriek.klaar()
    agent = als(t.agent)
    blad = agent.get("/casussen/nieuw").text
    for woorden in ("Liever eerst in Word?", "Formulier ophalen", "Formulier inleveren", PAD):
        assert woorden in blad
    assert agent.get(PAD).status_code == 200


@ALLEEN_SQLITE  # one lock to write for everybody is SQLite's way
def test_lezen__anderen_kunnen_schrijven(
    fabriek: Fabriek, als: Als, t: Tafel, monkeypatch: pytest.MonkeyPatch, database_url: str
) -> None:
    fabriek.klaar()
    agent = als(t.agent)
    bestand = haal(agent).bewaar()
    plek = "overleg.verslag.routes.aanmeldformulier."
    namen = ("open_formulier", "aanmeldformulier_docx", "plaats", "neem_over")
    gedaan = ook_anderen_schrijven(monkeypatch, database_url, *(plek + naam for naam in namen))
    _casus(lever(agent, bestand))
    assert sorted(gedaan) == sorted([*namen, "open_formulier"]), "the empty form is opened too"


def test_criteria_gewijzigd_terwijl_wij_lezen__nog_een_keer(
    fabriek: Fabriek, als: Als, t: Tafel, monkeypatch: pytest.MonkeyPatch
) -> None:
    fabriek.klaar()
    agent = als(t.agent)
    bestand = haal(agent).bewaar()
    tafel_id, echt = t.tafel.id, neem_over

    def nieuwe_set(*args: Any) -> object:
        with schrijvend_apart() as eigen:
            eigen.add(Criteriaset(tafel_id=tafel_id, nummer=99, regel="A"))
        return echt(*args)

    monkeypatch.setattr(aanmeldformulier, "neem_over", nieuwe_set)
    antwoord = lever(agent, bestand)
    assert antwoord.status_code == 422
    assert aanmeldformulier.JUIST_GEWIJZIGD in antwoord.text
