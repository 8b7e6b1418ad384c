"""A casus that went on to a later overleg: told as such on the page and in Word, its guest not missed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from flask.testing import FlaskClient

from models import Aanschuiver, Gebruiker
from models.waarden import Aanwezigheid, CasusStatus, OrganisatieSoort, PuntSoort
from overleg.agenda.handelingen import zet_door
from overleg.verslag.samenstellen import stel_samen
from tests.verslag.casussen import stalking
from tests.verslag.test_routes import adres, woorden
from tests.verslag.verhaal import DAG, Verhaal


def schuif_door(verhaal: Verhaal) -> str:
    """Move a casus with a guest to a later overleg before it began; return its kenmerk."""
    fabriek = verhaal.fabriek
    casus = fabriek.casus(verhaal.tafel, verhaal.lid["politie"], CasusStatus.GEAGENDEERD)
    punt = fabriek.punt(verhaal.overleg, PuntSoort.CASUS, casus)
    gemeente = fabriek.organisatie(OrganisatieSoort.GEMEENTE, "Gemeente Lindewoude")
    nynke = fabriek.gebruiker(gemeente, naam="Nynke Elzinga")
    verhaal.erbij(Aanschuiver(punt_id=punt.id, organisatie_id=gemeente.id, gebruiker_id=nynke.id))
    verhaal.deelname(nynke, punt_id=punt.id, aanwezigheid=Aanwezigheid.VERWACHT)
    later = fabriek.overleg(verhaal.tafel, DAG + timedelta(days=7))
    zet_door(fabriek.sessie, fabriek.vrager(verhaal.voorzitter), punt, later)
    verhaal.klaar()
    return str(casus.kenmerk)


def test_doorgeschoven__pagina_en_word__zeggen_het_en_hebben_geen_leeg_deel(
    verhaal: Verhaal, als: Callable[[Gebruiker], FlaskClient]
) -> None:
    besproken = stalking(verhaal)
    verder = schuif_door(verhaal)
    client = als(verhaal.voorzitter)
    pagina = client.get(adres(verhaal, "verslag")).text
    word = woorden(client.get(adres(verhaal, "verslag.docx")))
    for tekst in (pagina, word):
        assert "Aangehouden en doorgeschoven" in tekst
        assert verder in tekst
        assert "03-12-2026" in tekst
    assert f"Casus {besproken.casus.kenmerk}" in pagina
    assert f"Casus {verder}" not in pagina
    assert f"Casus {verder}" not in word


def test_doorgeschoven__gast_ervan__is_niet_afwezig(verhaal: Verhaal) -> None:
    stalking(verhaal)
    schuif_door(verhaal)
    inhoud = stel_samen(verhaal.fabriek.sessie, verhaal.overleg)
    assert "Nynke Elzinga" not in {mens.naam for mens in inhoud.aanwezigen}


def test_agenda__alleen_wat_begon_is_behandeld(verhaal: Verhaal) -> None:
    verhaal.fabriek.punt(verhaal.overleg, PuntSoort.RONDVRAAG, minuten=5)
    verhaal.klaar()
    uitkomsten = {
        regel.onderwerp: regel.uitkomst
        for regel in stel_samen(verhaal.fabriek.sessie, verhaal.overleg).agenda
    }
    assert uitkomsten == {
        PuntSoort.OPENING.tekst: "Behandeld",
        PuntSoort.RONDVRAAG.tekst: "Niet behandeld",
    }
