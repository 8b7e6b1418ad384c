"""Answering through the pages, and the attempts to open its locks."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Informatiebijdrage
from models.waarden import BijdrageStatus, CasusStatus, OrganisatieSoort, Rol
from overleg.uitvraag.opvragen import lezers_van
from tests.steun.fabriek import Fabriek
from tests.uitvraag.conftest import Wereld
from tests.uitvraag.stappen import BEKEND, Als, geef, laatste, velden, verzoek_aan, vraag

Org = OrganisatieSoort


def test_antwoord__ziet_de_minste_gegevens(wereld: Wereld, als: Als, db_sessie: Session) -> None:
    wereld.casus.wat_gebeurd, wereld.casus.betrokkenen[0].adres = "KANARIE-VERHAAL", "KANARIE-ADRES"
    vraag(als, wereld, Org.RECLASSERING)
    verzoek = verzoek_aan(db_sessie, wereld, Org.RECLASSERING)
    tekst = als(wereld.wie["reclassering"]).get(f"/uitvragen/{verzoek.id}").text
    assert "Marijke Stoelwinder" in tekst
    assert "2017" in tekst
    assert "KANARIE" not in tekst
    assert wereld.casus.concrete_vraag not in tekst


@pytest.mark.parametrize("wie", ["om", "rvdk", "voorzitter", "gemeente"])
def test_antwoord__andere_organisatie__kan_niet(
    wereld: Wereld, als: Als, db_sessie: Session, wie: str
) -> None:
    vraag(als, wereld, Org.POLITIE)
    verzoek = verzoek_aan(db_sessie, wereld, Org.POLITIE)
    assert als(wereld.wie[wie]).get(f"/uitvragen/{verzoek.id}").status_code in {403, 404}
    assert als(wereld.wie[wie]).post(f"/uitvragen/{verzoek.id}", data=BEKEND).status_code in {403, 404}


def test_antwoord__collega_van_andere_tafel__404(
    wereld: Wereld, als: Als, db_sessie: Session, fabriek: Fabriek
) -> None:
    elders = fabriek.lid(fabriek.tafel("Elders", "EL"), wereld.org[Org.POLITIE], Rol.DEELNEMER)
    vraag(als, wereld, Org.POLITIE)
    verzoek = verzoek_aan(db_sessie, wereld, Org.POLITIE)
    assert als(elders).get(f"/uitvragen/{verzoek.id}").status_code == 404
    geef(als(wereld.wie["politie"]), f"/uitvragen/{verzoek.id}", **BEKEND)
    assert als(elders).get(f"/bijdragen/{laatste(db_sessie).id}").status_code == 404


def test_antwoord__bekend__gedeeld_op_voorgekozen_grond(wereld: Wereld, als: Als, db_sessie: Session) -> None:
    vraag(als, wereld, Org.POLITIE, Org.OM)
    verzoek = verzoek_aan(db_sessie, wereld, Org.POLITIE)
    antwoord = geef(als(wereld.wie["politie"]), f"/uitvragen/{verzoek.id}", **BEKEND)
    assert antwoord.status_code == 303, antwoord.text
    gronden = {o.organisatie.soort: o.grondslag.grond for o in laatste(db_sessie).ontvangers}
    assert gronden == {
        Org.OM: "art. 16 lid 1 sub a Wpg",
        Org.VEILIG_THUIS: "art. 18 lid 1 Wpg jo. art. 4:2 lid 1 Bpg",
    }
    assert "Vier mutaties" in als(wereld.wie["om"]).get(f"/casussen/{wereld.casus.id}/uitvraag").text


@pytest.mark.parametrize(
    ("invoer", "zin"),
    [
        ({"bekend": ""}, "Kies of het gezin bekend is"),
        ({"noodzakelijk": ""}, "Bevestig dat u heeft afgewogen"),
        ({"doel": " "}, "Schrijf op met welk doel"),
        ({"feiten": ""}, "Schrijf op wat u weet"),
        ({"achtergehouden": "y"}, "Schrijf op waarom u iets achterhoudt"),
        ({"bekend": "nee"}, "U koos “niet bekend”"),
    ],
)
def test_antwoord__onvolledig__422_en_niets_kwijt(
    wereld: Wereld, als: Als, db_sessie: Session, invoer: dict[str, str], zin: str
) -> None:
    vraag(als, wereld, Org.POLITIE, Org.OM)
    verzoek = verzoek_aan(db_sessie, wereld, Org.POLITIE)
    alles = BEKEND | {"oordeel": "Dit staat er nog."} | invoer
    if invoer.get("feiten") == "":
        alles["oordeel"] = ""
    antwoord = geef(als(wereld.wie["politie"]), f"/uitvragen/{verzoek.id}", **alles)
    assert antwoord.status_code == 422
    assert zin in antwoord.text
    assert alles["oordeel"] in antwoord.text
    assert db_sessie.scalar(select(func.count()).select_from(Informatiebijdrage)) == 0


def test_antwoord__niet_bekend__voor_wie_meedoet(wereld: Wereld, als: Als, db_sessie: Session) -> None:
    vraag(als, wereld, Org.VEILIG_THUIS, Org.RVDK, Org.OM)
    verzoek = verzoek_aan(db_sessie, wereld, Org.RVDK)
    assert geef(als(wereld.wie["rvdk"]), f"/uitvragen/{verzoek.id}", bekend="nee").status_code == 303
    assert lezers_van(laatste(db_sessie)) == {wereld.org[s].id for s in (Org.RVDK, Org.VEILIG_THUIS, Org.OM)}


def test_antwoord__concept__alleen_eigen_organisatie_en_verder(
    wereld: Wereld, als: Als, db_sessie: Session
) -> None:
    vraag(als, wereld, Org.POLITIE, Org.OM)
    verzoek = verzoek_aan(db_sessie, wereld, Org.POLITIE)
    politie, adres = als(wereld.wie["politie"]), f"/uitvragen/{verzoek.id}"
    assert geef(politie, adres, **BEKEND, actie="concept").status_code == 303
    assert laatste(db_sessie).status is BijdrageStatus.CONCEPT
    assert "Vier mutaties" not in als(wereld.wie["om"]).get(f"/casussen/{wereld.casus.id}/uitvraag").text
    assert geef(politie, adres).status_code == 303
    assert laatste(db_sessie).status is BijdrageStatus.INGEDIEND
    assert db_sessie.scalar(select(func.count()).select_from(Informatiebijdrage)) == 1


def test_antwoord__oude_versie__409_met_beide_teksten(wereld: Wereld, als: Als, db_sessie: Session) -> None:
    vraag(als, wereld, Org.POLITIE, Org.OM)
    adres = f"/uitvragen/{verzoek_aan(db_sessie, wereld, Org.POLITIE).id}"
    client = als(wereld.wie["politie"])
    geef(client, adres, **BEKEND, actie="concept")
    oud = velden(client.get(adres))
    client.post(adres, data=oud | {"feiten": "Van de collega.", "actie": "concept"})
    antwoord = client.post(adres, data=oud | {"feiten": "Van mij.", "actie": "concept"})
    assert antwoord.status_code == 409
    assert "Van de collega." in antwoord.text
    assert "Van mij." in antwoord.text
    nieuw = velden(antwoord)
    assert client.post(adres, data=nieuw | {"actie": "concept"}).status_code == 303
    assert laatste(db_sessie).feiten == "Van mij."


def test_antwoord__collega_was_eerst__tekst_blijft(wereld: Wereld, als: Als, db_sessie: Session) -> None:
    vraag(als, wereld, Org.POLITIE, Org.OM)
    adres = f"/uitvragen/{verzoek_aan(db_sessie, wereld, Org.POLITIE).id}"
    client = als(wereld.wie["politie"])
    oud = velden(client.get(adres))
    geef(client, adres, **BEKEND)
    antwoord = client.post(adres, data=oud | BEKEND | {"feiten": "Nog iets anders.", "actie": "indienen"})
    assert antwoord.status_code == 422
    assert "Nog iets anders." in antwoord.text


def test_bijdrage__wijzigen_en_na_bespreking_alleen_aanvullen(
    wereld: Wereld, als: Als, db_sessie: Session
) -> None:
    vraag(als, wereld, Org.POLITIE, Org.OM)
    verzoek = verzoek_aan(db_sessie, wereld, Org.POLITIE)
    client = als(wereld.wie["politie"])
    geef(client, f"/uitvragen/{verzoek.id}", **BEKEND)
    bijdrage = laatste(db_sessie)
    assert geef(client, f"/bijdragen/{bijdrage.id}", feiten="Gewijzigd.").status_code == 303
    assert laatste(db_sessie).feiten == "Gewijzigd."
    invoer = velden(client.get(f"/bijdragen/{bijdrage.id}"))
    db_sessie.expire_all()
    wereld.casus.status = CasusStatus.BESPROKEN
    antwoord = client.post(f"/bijdragen/{bijdrage.id}", data=invoer | {"feiten": "Te laat."})
    assert antwoord.status_code == 422
    assert client.get(f"/bijdragen/{bijdrage.id}").status_code == 200
    assert geef(client, f"/uitvragen/{verzoek.id}/aanvulling", **BEKEND).status_code == 303
    assert db_sessie.scalar(select(func.count()).select_from(Informatiebijdrage)) == 2


def test_acuut__grond_alleen_bij_acuut_gevaar(
    wereld: Wereld, als: Als, db_sessie: Session, fabriek: Fabriek
) -> None:
    ggz = fabriek.partner(wereld.tafel, Org.GGZ)
    vraag(als, wereld, Org.POLITIE)
    adres = f"/uitvragen/{verzoek_aan(db_sessie, wereld, Org.POLITIE).id}"
    client, veld = als(wereld.wie["politie"]), f"delen_{ggz.id.hex}"
    assert veld not in velden(client.get(adres))
    wereld.casus.acuut = True
    assert velden(client.get(adres))[veld] == "niet", "offered, never preselected"


@pytest.mark.parametrize("tekst", ["\x00\x07é\u202e🙂", "a" * 100_000, "<img src=x onerror=1>"])
def test_antwoord__vreemde_invoer__nooit_500(
    wereld: Wereld, als: Als, db_sessie: Session, tekst: str
) -> None:
    vraag(als, wereld, Org.POLITIE, Org.OM)
    adres = f"/uitvragen/{verzoek_aan(db_sessie, wereld, Org.POLITIE).id}"
    invoer = BEKEND | {"feiten": tekst, "doel": tekst, "versie": "geen getal", "bekend": "misschien"}
    antwoord = geef(als(wereld.wie["politie"]), adres, **invoer)
    assert antwoord.status_code == 422
    assert "<img src=x" not in antwoord.text


def test_besproken_tijdens_het_wijzigen__geweigerd_en_de_tekst_blijft(
    wereld: Wereld, als: Als, db_sessie: Session
) -> None:
    vraag(als, wereld, Org.POLITIE)
    client, verzoek = als(wereld.wie["politie"]), verzoek_aan(db_sessie, wereld, Org.POLITIE)
    assert geef(client, f"/uitvragen/{verzoek.id}", **BEKEND).status_code == 303
    adres = f"/bijdragen/{laatste(db_sessie).id}"
    ingevuld = velden(client.get(adres))
    wereld.casus.status = CasusStatus.BESPROKEN
    db_sessie.commit()
    antwoord = client.post(adres, data={**ingevuld, "feiten": "Vijf mutaties.", "actie": "indienen"})
    assert antwoord.status_code == 422
    assert "al besproken" in antwoord.text
    assert velden(antwoord)["feiten"] == "Vijf mutaties."
