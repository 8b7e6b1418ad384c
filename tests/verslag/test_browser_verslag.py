"""In a real browser: files that are filled in elsewhere, and comments on the draft of a record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import TypeVar

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect

from overleg.basis.klok import vandaag
from overleg.demo.wie import DOMEIN, WACHTWOORD
from tests.reis.mens import Mens
from tests.reis.rollen.inleveren import Inleveraar
from tests.reis.rollen.opmerkingen import Reageerder
from tests.steun.browser import NieuweSessie
from tests.verslag.formulier import Papier
from tests.verslag.ledenwereld import als_bestand, vul

M = TypeVar("M", bound=Mens)
Komt = Callable[[type[M], str], M]
GEHOUDEN = timedelta(days=7)
"""So long ago the demo data hold a meeting whose record was not adopted."""


@pytest.fixture
def komt(nieuwe_sessie: NieuweSessie) -> Komt[Mens]:
    """Return what brings on somebody with a demo account, signed in; of whom no page needs JavaScript."""

    def maak(soort: type[M], wie: str) -> M:
        mens = soort(nieuwe_sessie(javascript=False))
        mens.logt_in(f"{wie}{DOMEIN}", WACHTWOORD)
        return mens

    return maak


def test_aanmelding_in_word__ophalen_invullen_inleveren(komt: Komt[Inleveraar]) -> None:
    inbrenger = komt(Inleveraar, "inbrenger")
    inbrenger.volgt("Casus aanmelden")
    papier = Papier(inbrenger.haalt_bestand("Formulier ophalen"))
    papier.typ("concrete_vraag", "Wie haalt de kinderen vrijdag op?")
    papier.typ("betrokkenen-0-geboren", "ergens in mei")
    inbrenger.volgt("Formulier inleveren")
    inbrenger.kiest("Is er nu acuut gevaar?", "Nee")
    inbrenger.kiest_bestand("Ingevuld formulier", "aanmelding.docx", papier.bewaar())
    inbrenger.drukt("Maak er een concept van")
    inbrenger.leest_melding("1 tekst kon niet op zijn plek")
    vraag = inbrenger.page.get_by_label("Concrete vraag aan het overleg").first
    expect(vraag).to_have_value("Wie haalt de kinderen vrijdag op?")
    inbrenger.ziet("ergens in mei")


def test_leden_in_excel__ophalen_invullen_zien_overnemen(komt: Komt[Inleveraar]) -> None:
    beheerder = komt(Inleveraar, "beheerder")
    beheerder.kiest_in_menu("Beheer")
    beheerder.volgt("Actie-overleg Lindewoude")
    beheerder.volgt("Leden")
    beheerder.volgt("Uit een werkblad")
    boek = load_workbook(BytesIO(beheerder.haalt_bestand("Werkblad ophalen")))
    rij = boek["Leden"].max_row + 1
    wie = {"Naam": "Nadia Nieuw", "Emailadres": "nadia@voorbeeld.nl", "Organisatie": "Politie Lindewoude"}
    vul(boek, rij, **wie, Rol="deelnemer")
    vul(boek, rij + 1, **{**wie, "Naam": "Piet Fout", "Emailadres": "piet"}, Rol="deelnemer")
    beheerder.kiest_bestand("Ingevuld werkblad", "leden.xlsx", als_bestand(boek))
    beheerder.drukt("Bekijk wat er verandert")
    beheerder.leest_kop("Dit verandert er")
    beheerder.ziet("Vul een e-mailadres in, bijvoorbeeld naam@organisatie.nl.")
    beheerder.drukt("Neem alleen de goede rij over")
    beheerder.leest_kop("Werkblad overgenomen")
    beheerder.volgt("Naar de leden")
    beheerder.ziet("Nadia Nieuw")
    beheerder.ziet_niet("Piet Fout")


def test_opmerking_bij_het_concept__van_vragen_tot_antwoord(komt: Komt[Reageerder]) -> None:
    op, tekst, antwoord = vandaag() - GEHOUDEN, "Het overleg begon later.", "Dat klopt, aangepast."
    voorzitter, agent = komt(Reageerder, "voorzitter"), komt(Reageerder, "politie")
    voorzitter.vraagt_om_opmerkingen(op, vandaag() + timedelta(days=3))
    agent.reageert_vanaf_vandaag(op, tekst)
    voorzitter.behandelt(op, tekst, "Overgenomen", antwoord)
    agent.leest_antwoord(op, antwoord)
