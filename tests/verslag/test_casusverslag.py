"""The verslag of one casus: everything of that casus for this reader, and nothing of another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from uuid import UUID

import pytest
from flask.testing import FlaskClient

from models import Gebruiker, Informatieverzoek
from models.waarden import CasusStatus, OverlegStatus
from models.waarden_uitvraag import Antwoordwijze
from overleg.logboek.soorten import Soort
from overleg.verslag import inhoud as i
from overleg.verslag.lezer import van_casus
from overleg.verslag.word.casusverslag import casusverslag_docx
from tests.verslag.casussen import ART_9, stalking, zoon
from tests.verslag.test_routes import adres, soorten, stel_vast, woorden
from tests.verslag.test_word import MOMENT, NUL, VAST, alles, kanaries, open_, vol
from tests.verslag.verhaal import Besproken, Verhaal

Als = Callable[[Gebruiker], FlaskClient]


def een_casus(tekst: str = "") -> i.Verslaginhoud:
    geheel = vol(tekst)
    rectificaties = tuple(replace(r, casus_id=NUL) for r in geheel.rectificaties)
    deel = van_casus(replace(geheel, rectificaties=rectificaties), NUL)
    assert deel is not None
    return deel


def pad(verhaal: Verhaal, b: Besproken) -> str:
    return adres(verhaal, f"verslag/{b.casus.id}.docx")


def test_van_casus__laat_niets_van_een_ander_staan() -> None:
    ander = UUID(int=7)
    geheel = vol()
    andere = replace(
        geheel,
        agenda=tuple(replace(r, casus_id=ander) for r in geheel.agenda),
        vorige_acties=tuple(replace(a, casus_id=ander) for a in geheel.vorige_acties),
        rectificaties=tuple(replace(r, casus_id=None) for r in geheel.rectificaties),
    )
    deel = van_casus(andere, NUL)
    assert deel is not None
    assert [casus.id for casus in deel.casussen] == [NUL]
    assert not any(map(len, (deel.agenda, deel.vorige_acties, deel.rectificaties, deel.aanwezigen)))
    assert van_casus(andere, ander) is None


def test_word__elk_veld_van_de_casus__staat_erin() -> None:
    inhoud = een_casus()
    tekst = alles(open_(casusverslag_docx(inhoud, i.CONCEPT, "Politie", MOMENT)))
    weg = {"KANARIE-Verslaginhoud-registratieafspraken", "KANARIE-Agendaregel-onderwerp"}
    weg |= {"KANARIE-Agendaregel-uitkomst", "KANARIE-Rectificatie-kenmerk", "KANARIE-Verslaginhoud-code"}
    ontbreekt = {m for m in kanaries(inhoud) - weg if m not in tekst and m.lower() not in tekst}
    assert not ontbreekt
    assert tekst.count("KANARIE-Afspraakregel-wat") == 1


def test_word__opmaak__merk_versie_en_controlegetal_op_elke_bladzijde() -> None:
    concept = open_(casusverslag_docx(een_casus(), i.CONCEPT, "Politie", MOMENT)).sections[0]
    assert "Vertrouwelijk" in concept.header.paragraphs[0].text
    assert "CONCEPT" in concept.header.paragraphs[1].text
    document = open_(casusverslag_docx(een_casus(), VAST, "Politie", MOMENT))
    voet = document.sections[0].footer.paragraphs[0].text
    assert f"versie 1, controlegetal {VAST.controlegetal[:12]}" in voet
    assert len(document.sections[0].header.paragraphs) == 1
    stijlen = [p.style.name for p in document.paragraphs if p.style and p.style.name.startswith("Heading")]
    assert stijlen[0] == "Heading 1", "the whole document is about this casus"
    (besluit,) = [p.text for p in document.paragraphs if p.text.startswith("1. KANARIE-Besluitregel")]
    vraag, toelichting = besluit.split("\n")
    assert vraag == "1. KANARIE-Besluitregel-vraag: KANARIE-Besluitregel-antwoord"
    assert toelichting == "Toelichting: KANARIE-Besluitregel-toelichting"


@pytest.mark.parametrize("tekst", ["😀👩‍👩‍👧", "محمد بن سلمان", "x" * 300, "<w:p/>&amp;"])
def test_word__vreemde_tekst__komt_ongeschonden_terug(tekst: str) -> None:
    assert tekst in alles(open_(casusverslag_docx(een_casus(tekst), VAST, tekst, MOMENT)))


def test_word__stuurtekens__blijft_leesbaar() -> None:
    lastig = "a\x00\ud800\ufffe\u202ekanarie"
    assert "akanarie" in alles(open_(casusverslag_docx(een_casus(lastig), VAST, lastig, MOMENT)))


def test_route__een_partner__alleen_deze_casus(verhaal: Verhaal, als: Als) -> None:
    ene, andere = stalking(verhaal), zoon(verhaal)
    verhaal.klaar()
    client = als(verhaal.lid["om"])
    antwoord = client.get(pad(verhaal, ene))
    tekst = woorden(antwoord)
    naam = f"verslag-LW-2026-11-26-casus-{ene.casus.kenmerk}.docx"
    assert antwoord.headers["Content-Disposition"] == f"attachment; filename={naam}"
    for zin in (ene.casus.concrete_vraag, "Spoedadvies over elektronisch toezicht", "Tim Hoekman", "CONCEPT"):
        assert zin in tekst
    for zin in (str(andere.casus.kenmerk), andere.casus.concrete_vraag, "Hornstra", "bewind"):
        assert zin not in tekst
    regels = soorten(verhaal)
    assert regels.count(Soort.VERSLAG_GEDOWNLOAD.value) == 1
    assert regels.count(Soort.CASUS_GEDOWNLOAD.value) == 1
    assert pad(verhaal, ene) in client.get(adres(verhaal, "verslag")).text


def test_route__bijdrage__alleen_voor_de_ontvangers(verhaal: Verhaal, als: Als) -> None:
    b = stalking(verhaal)
    verhaal.bijdrage(b, "om", "Alleen voor Veilig Thuis.", ("vt",))
    verhaal.klaar()
    assert "Alleen voor Veilig Thuis." in woorden(als(verhaal.lid["vt"]).get(pad(verhaal, b)))
    politie = woorden(als(verhaal.lid["politie"]).get(pad(verhaal, b)))
    assert "Alleen voor Veilig Thuis." not in politie
    assert ART_9 in politie
    assert ART_9 not in woorden(als(verhaal.voorzitter).get(pad(verhaal, b)))


def test_route__bijdrage_door_een_ander_vastgelegd__zegt_van_wie(verhaal: Verhaal, als: Als) -> None:
    b = stalking(verhaal)
    verzoek = verhaal.erbij(
        Informatieverzoek(
            casus_id=b.casus.id,
            organisatie_id=verhaal.partner["om"].id,
            functie="los",
            gevraagd_door_id=verhaal.voorzitter.id,
            uiterlijk=date(2026, 11, 20),
        )
    )
    hoe = {"gegeven_hoe": Antwoordwijze.BRIEF, "gegeven_op": date(2026, 11, 19), "verzoek_id": verzoek.id}
    wie = {"gegeven_door": "R. Oosterling", "gegeven_functie": "Officier"}
    verhaal.bijdrage(b, "om", "Per brief gemeld.", ("vt",), **hoe, **wie)
    verhaal.klaar()
    tekst, pagina = woorden(als(verhaal.lid["vt"]).get(pad(verhaal, b))), als(verhaal.lid["vt"])
    zin = "Gegeven door R. Oosterling, Officier, namens"
    assert zin in tekst
    assert f"per brief op 19-11-2026. Vastgelegd door {verhaal.lid['om'].naam}." in tekst
    assert zin in pagina.get(adres(verhaal, "verslag")).text
    assert zin not in woorden(als(verhaal.lid["politie"]).get(pad(verhaal, b)))


def test_route__wie_de_casus_niet_ziet__bestaat_niet(verhaal: Verhaal, als: Als) -> None:
    b = stalking(verhaal)
    verhaal.klaar()
    client = als(verhaal.lid["reclassering"])
    assert client.get(pad(verhaal, b)).status_code == 404
    assert pad(verhaal, b) not in client.get(adres(verhaal, "verslag")).text


def test_route__casus_van_een_ander_overleg__bestaat_niet(verhaal: Verhaal, als: Als) -> None:
    stalking(verhaal)
    elders = verhaal.fabriek.casus(verhaal.tafel, verhaal.lid["politie"], CasusStatus.BESPROKEN)
    verhaal.klaar()
    client = als(verhaal.voorzitter)
    assert client.get(adres(verhaal, f"verslag/{elders.id}.docx")).status_code == 404


def test_route__nog_niet_begonnen__bestaat_niet(verhaal: Verhaal, als: Als) -> None:
    b = stalking(verhaal)
    verhaal.overleg.status = OverlegStatus.GEPUBLICEERD
    verhaal.klaar()
    assert als(verhaal.voorzitter).get(pad(verhaal, b)).status_code == 404


def test_route__vastgesteld_en_daarna_doorgezet__geen_nieuw_bestand(verhaal: Verhaal, als: Als) -> None:
    b = stalking(verhaal)
    verhaal.klaar()
    client = als(verhaal.voorzitter)
    assert stel_vast(verhaal, client).status_code == 303
    tekst = woorden(client.get(pad(verhaal, b)))
    assert "versie 1, controlegetal" in tekst
    assert "CONCEPT" not in tekst
    b.casus.status = CasusStatus.DOORVERWEZEN
    verhaal.klaar()
    om = als(verhaal.lid["om"])
    pagina = om.get(adres(verhaal, "verslag")).text
    assert b.casus.concrete_vraag in pagina, "what was adopted stays readable"
    assert pad(verhaal, b) not in pagina
    assert om.get(pad(verhaal, b)).status_code == 404


def test_route__rectificatie__alleen_over_deze_casus(verhaal: Verhaal, als: Als) -> None:
    ene, andere = stalking(verhaal), zoon(verhaal)
    verhaal.klaar()
    client = als(verhaal.voorzitter)
    stel_vast(verhaal, client)
    for versie, (over, tekst) in enumerate(((ene, "Hier is 5 december bedoeld."), (andere, "Een ander")), 1):
        invoer = {"versie": str(versie), "casus": str(over.casus.id), "tekst": tekst, "reden": "Tikfout"}
        assert client.post(adres(verhaal, "verslag/rectificatie"), data=invoer).status_code == 303
    tekst = woorden(client.get(pad(verhaal, ene)))
    assert "Hier is 5 december bedoeld." in tekst
    assert "Een ander" not in tekst


def test_elk_veld_van_de_inhoud__heeft_een_plaats() -> None:
    """Whoever adds a field to the record decides here whether it is about one casus."""
    assert {veld.name for veld in fields(i.Verslaginhoud)} == {
        "vorm", "tafel", "code", "datum", "begin", "einde", "begonnen", "geeindigd", "overlegvorm", "plaats",
        "voorzitters", "registratieafspraken", "agenda", "aanwezigen", "vorige_acties", "casussen",
        "rectificaties",
    }  # fmt: skip
    assert een_casus().datum == date(2026, 12, 4)
