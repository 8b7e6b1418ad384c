"""A casus that is discussed again: what was agreed before and is open is there (domein.md §6, §11)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from sqlalchemy import select

from models import Afspraak, Besluit, Bespreking, Gebruiker, Informering, Maatregel
from models.waarden import (
    AfspraakSoort,
    AfspraakStatus,
    BesluitSoort,
    BesprekingStatus,
    BetrokkeneRol,
    Domein,
    OrganisatieSoort,
    OverlegStatus,
    PuntSoort,
    Toestemming,
    Veld,
)
from overleg.basis.klok import nu, vandaag
from overleg.bespreking.handelingen.verloop import open_bespreking
from tests.opvolging.wereld import Wereld, maak_wereld, open_tweede_bespreking
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]


@pytest.fixture
def wereld(fabriek: Fabriek) -> Wereld:
    return maak_wereld(fabriek)


def _opnieuw(wereld: Wereld, als: Als, soort: PuntSoort = PuntSoort.CASUS) -> Bespreking:
    """Close the first bespreking with an afspraak, let its dates pass, and open a second one a week later."""
    voorzitter = als(wereld.voorzitter)
    wereld.afspraak(1, wereld.politie, persoon_id=wereld.agent.id, persoon_naam=wereld.agent.naam)
    wereld.beantwoord_alles(voorzitter)
    assert wereld.rond_af(voorzitter).status_code == 303
    wereld.sessie.expire_all()
    for afspraak in wereld.sessie.scalars(select(Afspraak)):
        afspraak.datum = vandaag() - timedelta(days=1)
    for rij in wereld.sessie.scalars(select(Informering)):
        rij.op = vandaag() - timedelta(days=1)
    return open_tweede_bespreking(wereld, soort)


def _blad(bespreking: Bespreking, client: FlaskClient) -> BeautifulSoup:
    antwoord = client.get(f"/overleggen/{bespreking.overleg_id}/bespreking/{bespreking.punt_id}")
    assert antwoord.status_code == 200
    return BeautifulSoup(antwoord.text, "html.parser")


def test_eerder_afgesproken__staat_erbij__te_laat_en_met_een_weg_om_te_melden(
    wereld: Wereld, als: Als
) -> None:
    bespreking = _opnieuw(wereld, als)
    afspraken = _blad(bespreking, als(wereld.agent)).find(id="afspraken")
    assert afspraken is not None
    eerder = afspraken.find("section", attrs={"aria-labelledby": "eerder-titel"})
    assert eerder is not None
    assert "Afspraak nummer 1" in eerder.get_text()
    assert "Te laat" in eerder.get_text()
    link = eerder.find("a")
    assert link is not None
    assert als(wereld.agent).get(str(link["href"])).status_code == 200
    van_een_ander = _blad(bespreking, als(wereld.officier)).find(id="afspraken")
    assert van_een_ander is not None
    assert "Melden hoe het staat" not in van_een_ander.get_text()


def test_informeren__uit_een_eerdere_bespreking__te_laat_en_te_melden(wereld: Wereld, als: Als) -> None:
    vraag = _blad(_opnieuw(wereld, als), als(wereld.voorzitter)).find(id="vraag-informeren")
    assert vraag is not None
    assert vraag.get_text().count("Te laat") == 2
    link = vraag.find(
        "a", string=lambda tekst: bool(tekst and "Melden of uitstellen" in tekst)
    ) or vraag.find("a", href=lambda href: bool(href and "/informeren/" in href))
    assert link is not None
    assert als(wereld.voorzitter).get(str(link["href"])).status_code == 200


def test_regie__blijft_zo__staat_al_in_het_formulier(wereld: Wereld, als: Als) -> None:
    bespreking = _opnieuw(wereld, als)
    voorzitter = als(wereld.voorzitter)
    formulier = _blad(bespreking, voorzitter).find(id="formulier-regie")
    assert formulier is not None
    velden = {
        str(veld["name"]): str(veld.get("value", ""))
        for veld in formulier.find_all("input")
        if str(veld.get("name", "")).startswith("regie-")
    }
    assert velden["regie-naam"] == wereld.agent.naam
    assert velden["regie-versie"] == "0"
    gekozen = {
        str(keuze["name"]): str(optie["value"])
        for keuze in formulier.find_all("select")
        if (optie := keuze.find("option", selected=True))
    }
    toelichting = formulier.find("textarea")
    assert toelichting is not None
    alles = velden | gekozen | {str(toelichting["name"]): toelichting.get_text().strip()}
    antwoord = voorzitter.post(f"/besprekingen/{bespreking.id}/besluiten/regie", data=alles)
    assert antwoord.status_code == 303


def test_regie__bij_een_gast_van_toen__kan_daar_blijven(wereld: Wereld, als: Als) -> None:
    bespreking = _opnieuw(wereld, als)
    gi = wereld.fabriek.organisatie(OrganisatieSoort.GI, "Jeugdbescherming Zuid")
    besluit = wereld.sessie.scalars(select(Besluit).where(Besluit.soort == BesluitSoort.REGIE)).one()
    besluit.organisatie, besluit.persoon, besluit.persoon_naam = gi, None, "Iemand van toen"
    wereld.fabriek.klaar()
    formulier = _blad(bespreking, als(wereld.voorzitter)).find(id="formulier-regie")
    assert formulier is not None
    keuze = formulier.find("select", attrs={"name": "regie-organisatie"})
    assert keuze is not None
    gekozen = keuze.find("option", selected=True)
    assert gekozen is not None
    assert gekozen.get_text() == "Jeugdbescherming Zuid"
    bespreking.overleg.status = OverlegStatus.GEPLAND
    wereld.fabriek.klaar()
    agenda = f"/overleggen/{bespreking.overleg_id}/agenda"
    zin = "Jeugdbescherming Zuid heeft in deze casus een taak, maar schuift niet aan"
    assert zin in als(wereld.voorzitter).get(agenda).text
    wereld.gast(gi)
    assert zin not in als(wereld.voorzitter).get(agenda).text


def test_monitoringpunt__heeft_de_weg_naar_de_vragen_van_monitoring(wereld: Wereld, als: Als) -> None:
    bespreking = _opnieuw(wereld, als, PuntSoort.MONITORING)
    wereld.casus.monitoring_op = vandaag()
    wereld.fabriek.klaar()
    voorzitter = als(wereld.voorzitter)
    vraag = _blad(bespreking, voorzitter).find(id="vraag-monitoring")
    assert vraag is not None
    link = vraag.find("a", href=lambda href: bool(href and "opvolging" in href))
    assert link is not None
    doel = voorzitter.get(str(link["href"]))
    assert doel.status_code == 200
    uitklap = BeautifulSoup(doel.text, "html.parser").find(id="uitklap-formulier-ronde")
    assert uitklap is not None
    assert uitklap.has_attr("open")


def test_zonder_toestemming__vinkje_zegt_voor_wie_het_nodig_is(wereld: Wereld, als: Als) -> None:
    wereld.slachtoffer.toestemming = Toestemming.ZONDER
    wereld.slachtoffer.toestemming_reden = "Levensgevaar."
    wereld.fabriek.klaar()
    formulier = _blad(wereld.bespreking, als(wereld.voorzitter)).find(id="formulier-informeren")
    assert formulier is not None
    assert f"(nodig voor {wereld.slachtoffer.naam})" in formulier.get_text()


def test_kind_en_pleger__ook_met_wat_eerder_is_afgesproken(wereld: Wereld, als: Als) -> None:
    bespreking = _opnieuw(wereld, als)
    kind = wereld.fabriek.betrokkene(
        wereld.casus, BetrokkeneRol.GETUIGE, "Fenna Kind", geboortedatum=vandaag() - timedelta(days=2500)
    )
    pleger = wereld.fabriek.betrokkene(wereld.casus, BetrokkeneRol.PLEGER, "Ruben Pleger")
    gesprek: dict[str, Any] = {"soort": AfspraakSoort.GESPREK, "domein": Domein.ZORG, "gesprek_over": "thuis"}
    gehoord = {**gesprek, "gesprek_met_id": kind.id}
    wereld.afspraak(2, wereld.politie, **gehoord, status=AfspraakStatus.GEDAAN, geldt_vanaf=nu())
    wereld.bespreking = bespreking
    wereld.afspraak(3, wereld.politie, **gehoord)
    voorzitter = als(wereld.voorzitter)
    assert wereld.informeren(voorzitter, pleger).status_code == 303
    blad = _blad(bespreking, voorzitter)
    afspraken, vraag = blad.find(id="afspraken"), blad.find(id="vraag-informeren")
    assert afspraken is not None
    assert vraag is not None
    assert "Fenna Kind wordt 2 keer gehoord (afspraak 2 en 3)" in afspraken.get_text()
    zin = "Ruben Pleger wordt geïnformeerd vóór de onderzoekshandeling van afspraak 1"
    assert zin in afspraken.get_text()
    assert zin in vraag.get_text(), "where it is decided, not only above"


def test_maatregel_die_afloopt__gezegd_bij_het_afronden_en_tot_en_met_haar_dag(
    wereld: Wereld, als: Als
) -> None:
    morgen = vandaag() + timedelta(days=1)
    wereld.sessie.add(
        Maatregel(
            casus_id=wereld.casus.id,
            wat="Huisverbod voor Ruben",
            domein=Domein.BESTUURLIJK,
            uitvoerder="Burgemeester",
            vanaf=vandaag(),
            tot=morgen,
        )
    )
    wereld.fabriek.klaar()
    voorzitter = als(wereld.voorzitter)
    zin = f"Huisverbod voor Ruben loopt af op {morgen:%d-%m-%Y}, vóór het volgende overleg."
    afronden = _blad(wereld.bespreking, voorzitter).find(id="nog-nodig")
    assert afronden is not None
    assert zin not in afronden.get_text(), "there is no next overleg"
    wereld.fabriek.overleg(wereld.tafel, vandaag() + timedelta(days=7))
    wereld.fabriek.klaar()
    afronden = _blad(wereld.bespreking, voorzitter).find(id="nog-nodig")
    assert afronden is not None
    assert zin in afronden.get_text()
    opvolging = voorzitter.get(f"/casussen/{wereld.casus.id}/opvolging").text
    assert f"tot en met {morgen:%d-%m-%Y}" in opvolging


@pytest.mark.parametrize(
    ("status", "gaat_mee"), [(BesprekingStatus.AANGEHOUDEN, True), (BesprekingStatus.AFGEROND, False)]
)
def test_afwijkend_standpunt__gaat_mee_als_de_casus_is_aangehouden(
    wereld: Wereld, status: BesprekingStatus, gaat_mee: bool
) -> None:
    eerst = next(veld for veld in wereld.bespreking.velden if veld.veld is Veld.AFWIJKEND)
    eerst.waarde = "De reclassering ziet het anders."
    later = wereld.fabriek.overleg(wereld.tafel, vandaag() + timedelta(days=7))
    punt = wereld.fabriek.punt(later, PuntSoort.CASUS, wereld.casus)
    wereld.bespreking.status = status
    if gaat_mee:
        wereld.bespreking.aangehouden_reden, wereld.bespreking.naar_overleg_id = "Later.", later.id
    else:
        wereld.bespreking.afgerond_op = nu()
    wereld.fabriek.klaar()
    nieuw = open_bespreking(wereld.sessie, punt)
    tekst = next(veld.waarde for veld in nieuw.velden if veld.veld is Veld.AFWIJKEND)
    assert bool(tekst) is gaat_mee
