"""The route of the uitvraag through its pages, and the attempts to open its locks."""

from collections.abc import Callable

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Aansluiting, Bericht, Gebeurtenis, Grondslag, Informatiebijdrage, Informatieverzoek
from models.waarden import BijdrageStatus, CasusStatus, OMUitkomst, OrganisatieSoort, Partnervorm, Rol
from overleg.uitvraag.opvragen import lezers_van
from tests.steun.fabriek import Fabriek
from tests.uitvraag.conftest import Wereld
from tests.uitvraag.stappen import BEKEND, Als, geef, laatste, velden, verzoek_aan, vraag

O = OrganisatieSoort  # noqa: E741 reads as a word below


def test_vragen__partners_met_grond__verzoek_bericht_en_logboek(
    wereld: Wereld, als: Als, db_sessie: Session
) -> None:
    antwoord = vraag(als, wereld, O.POLITIE, O.RVDK)
    assert antwoord.status_code == 303, antwoord.text
    verzoek = verzoek_aan(db_sessie, wereld, O.POLITIE)
    assert verzoek.grondslag is not None
    assert "4.1.1 Wmo" in verzoek.grondslag.grond
    bericht = db_sessie.scalars(select(Bericht).where(Bericht.aan == wereld.wie["politie"].email)).one()
    assert "Stoelwinder" not in bericht.tekst
    assert str(wereld.casus.kenmerk) not in bericht.tekst + bericht.onderwerp
    regels = db_sessie.scalars(select(Gebeurtenis).where(Gebeurtenis.soort == "informatie_gevraagd")).all()
    assert {r.gegevens["organisatie"] for r in regels} == {
        wereld.org[O.POLITIE].naam,
        wereld.org[O.RVDK].naam,
    }
    assert all("4.1.1 Wmo" in r.grond for r in regels)


def test_vragen__voorstel__reden_staat_erbij(wereld: Wereld, als: Als) -> None:
    pagina = als(wereld.wie["voorzitter"]).get(f"/casussen/{wereld.casus.id}/uitvraag")
    invoer = velden(pagina, "/uitvraag")
    gekozen = {naam for naam in invoer if naam.startswith("vraag_")}
    verwacht = {f"vraag_{wereld.org[s].id.hex}" for s in (O.VEILIG_THUIS, O.POLITIE, O.OM, O.RVDK)}
    assert gekozen == verwacht
    assert "Er is een kind bij betrokken." in pagina.text


def test_vragen__gemeente_zonder_grond__geweigerd_met_uitleg(wereld: Wereld, als: Als) -> None:
    client, adres = als(wereld.wie["voorzitter"]), f"/casussen/{wereld.casus.id}/uitvraag"
    invoer = velden(client.get(adres), "/uitvraag") | {"andere": str(wereld.org[O.GEMEENTE].id)}
    antwoord = client.post(adres, data=invoer | {"vraag": "Eigen woorden van de voorzitter"})
    assert antwoord.status_code == 422
    assert "Er is geen grondslag" in antwoord.text
    assert "beheerder" in antwoord.text
    assert "Eigen woorden van de voorzitter" in antwoord.text


def test_vragen__gemeente_na_besluit_beheer__kan_gevraagd_worden_en_geven(
    wereld: Wereld, als: Als, db_sessie: Session
) -> None:
    for gever, ontvanger in ((O.VEILIG_THUIS, O.GEMEENTE), (O.GEMEENTE, O.VEILIG_THUIS)):
        db_sessie.add(
            Grondslag(
                tafel_id=wereld.tafel.id, gever=gever, ontvanger=ontvanger, doel="Veiligheid", grond="art. X"
            )
        )
    client, adres = als(wereld.wie["voorzitter"]), f"/casussen/{wereld.casus.id}/uitvraag"
    invoer = velden(client.get(adres), "/uitvraag") | {"andere": str(wereld.org[O.GEMEENTE].id)}
    assert client.post(adres, data=invoer).status_code == 303
    verzoek = verzoek_aan(db_sessie, wereld, O.GEMEENTE)
    gast = als(wereld.wie["gemeente"])
    assert geef(gast, f"/uitvragen/{verzoek.id}", **BEKEND).status_code == 303
    assert lezers_van(laatste(db_sessie)) == {wereld.org[O.GEMEENTE].id, wereld.org[O.VEILIG_THUIS].id}


def test_uitvragen__eigen_lijst__alleen_eigen_organisatie(wereld: Wereld, als: Als) -> None:
    vraag(als, wereld, O.POLITIE)
    assert str(wereld.casus.kenmerk) in als(wereld.wie["politie"]).get("/uitvragen").text
    assert str(wereld.casus.kenmerk) not in als(wereld.wie["om"]).get("/uitvragen").text


def test_antwoord__ziet_de_minste_gegevens(wereld: Wereld, als: Als, db_sessie: Session) -> None:
    wereld.casus.wat_gebeurd, wereld.casus.betrokkenen[0].adres = "KANARIE-VERHAAL", "KANARIE-ADRES"
    vraag(als, wereld, O.RECLASSERING)
    verzoek = verzoek_aan(db_sessie, wereld, O.RECLASSERING)
    tekst = als(wereld.wie["reclassering"]).get(f"/uitvragen/{verzoek.id}").text
    assert "Marijke Stoelwinder" in tekst
    assert "2017" in tekst
    assert "KANARIE" not in tekst
    assert wereld.casus.concrete_vraag not in tekst


@pytest.mark.parametrize("wie", ["om", "rvdk", "voorzitter", "gemeente"])
def test_antwoord__andere_organisatie__kan_niet(
    wereld: Wereld, als: Als, db_sessie: Session, wie: str
) -> None:
    vraag(als, wereld, O.POLITIE)
    verzoek = verzoek_aan(db_sessie, wereld, O.POLITIE)
    assert als(wereld.wie[wie]).get(f"/uitvragen/{verzoek.id}").status_code in {403, 404}
    assert als(wereld.wie[wie]).post(f"/uitvragen/{verzoek.id}", data=BEKEND).status_code in {403, 404}


def test_antwoord__collega_van_andere_tafel__404(
    wereld: Wereld, als: Als, db_sessie: Session, fabriek: Fabriek
) -> None:
    elders = fabriek.lid(fabriek.tafel("Elders", "EL"), wereld.org[O.POLITIE], Rol.DEELNEMER)
    vraag(als, wereld, O.POLITIE)
    verzoek = verzoek_aan(db_sessie, wereld, O.POLITIE)
    assert als(elders).get(f"/uitvragen/{verzoek.id}").status_code == 404
    geef(als(wereld.wie["politie"]), f"/uitvragen/{verzoek.id}", **BEKEND)
    assert als(elders).get(f"/bijdragen/{laatste(db_sessie).id}").status_code == 404


def test_antwoord__bekend__gedeeld_op_voorgekozen_grond(wereld: Wereld, als: Als, db_sessie: Session) -> None:
    vraag(als, wereld, O.POLITIE, O.OM)
    verzoek = verzoek_aan(db_sessie, wereld, O.POLITIE)
    antwoord = geef(als(wereld.wie["politie"]), f"/uitvragen/{verzoek.id}", **BEKEND)
    assert antwoord.status_code == 303, antwoord.text
    gronden = {o.organisatie.soort: o.grondslag.grond for o in laatste(db_sessie).ontvangers}
    assert gronden == {
        O.OM: "art. 16 lid 1 sub a Wpg",
        O.VEILIG_THUIS: "art. 18 lid 1 Wpg jo. art. 4:2 lid 1 Bpg",
    }
    assert "Vier mutaties" in als(wereld.wie["om"]).get(f"/casussen/{wereld.casus.id}/uitvraag").text


def test_overzicht__zonder_inhoud_voor_wie_geen_ontvanger_is(
    wereld: Wereld, als: Als, db_sessie: Session, fabriek: Fabriek
) -> None:
    ander_korps = fabriek.partner(wereld.tafel, O.POLITIE)
    lid = fabriek.lid(wereld.tafel, ander_korps, Rol.DEELNEMER)
    vraag(als, wereld, O.POLITIE)
    verzoek = verzoek_aan(db_sessie, wereld, O.POLITIE)
    extra = {"achtergehouden": "y", "achtergehouden_reden": "REDEN-VAN-ACHTERHOUDEN"}
    geef(als(wereld.wie["politie"]), f"/uitvragen/{verzoek.id}", **BEKEND, **extra)
    pagina = als(lid).get(f"/casussen/{wereld.casus.id}/uitvraag").text
    assert "Vier mutaties" not in pagina
    assert "REDEN-VAN" not in pagina
    assert "Beantwoord" in pagina
    assert "Houdt iets achter" in pagina


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
    vraag(als, wereld, O.POLITIE, O.OM)
    verzoek = verzoek_aan(db_sessie, wereld, O.POLITIE)
    alles = BEKEND | {"oordeel": "Dit staat er nog."} | invoer
    if invoer.get("feiten") == "":
        alles["oordeel"] = ""
    antwoord = geef(als(wereld.wie["politie"]), f"/uitvragen/{verzoek.id}", **alles)
    assert antwoord.status_code == 422
    assert zin in antwoord.text
    assert alles["oordeel"] in antwoord.text
    assert db_sessie.scalar(select(func.count()).select_from(Informatiebijdrage)) == 0


def test_antwoord__niet_bekend__voor_wie_meedoet(wereld: Wereld, als: Als, db_sessie: Session) -> None:
    vraag(als, wereld, O.VEILIG_THUIS, O.RVDK, O.OM)
    verzoek = verzoek_aan(db_sessie, wereld, O.RVDK)
    assert geef(als(wereld.wie["rvdk"]), f"/uitvragen/{verzoek.id}", bekend="nee").status_code == 303
    assert lezers_van(laatste(db_sessie)) == {wereld.org[s].id for s in (O.RVDK, O.VEILIG_THUIS, O.OM)}


def test_antwoord__concept__alleen_eigen_organisatie_en_verder(
    wereld: Wereld, als: Als, db_sessie: Session
) -> None:
    vraag(als, wereld, O.POLITIE, O.OM)
    verzoek = verzoek_aan(db_sessie, wereld, O.POLITIE)
    politie, adres = als(wereld.wie["politie"]), f"/uitvragen/{verzoek.id}"
    assert geef(politie, adres, **BEKEND, actie="concept").status_code == 303
    assert laatste(db_sessie).status is BijdrageStatus.CONCEPT
    assert "Vier mutaties" not in als(wereld.wie["om"]).get(f"/casussen/{wereld.casus.id}/uitvraag").text
    assert geef(politie, adres).status_code == 303
    assert laatste(db_sessie).status is BijdrageStatus.INGEDIEND
    assert db_sessie.scalar(select(func.count()).select_from(Informatiebijdrage)) == 1


def test_antwoord__oude_versie__409_met_beide_teksten(wereld: Wereld, als: Als, db_sessie: Session) -> None:
    vraag(als, wereld, O.POLITIE, O.OM)
    adres = f"/uitvragen/{verzoek_aan(db_sessie, wereld, O.POLITIE).id}"
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
    vraag(als, wereld, O.POLITIE, O.OM)
    adres = f"/uitvragen/{verzoek_aan(db_sessie, wereld, O.POLITIE).id}"
    client = als(wereld.wie["politie"])
    oud = velden(client.get(adres))
    geef(client, adres, **BEKEND)
    antwoord = client.post(adres, data=oud | BEKEND | {"feiten": "Nog iets anders.", "actie": "indienen"})
    assert antwoord.status_code == 422
    assert "Nog iets anders." in antwoord.text


def test_bijdrage__wijzigen_en_na_bespreking_alleen_aanvullen(
    wereld: Wereld, als: Als, db_sessie: Session
) -> None:
    vraag(als, wereld, O.POLITIE, O.OM)
    verzoek = verzoek_aan(db_sessie, wereld, O.POLITIE)
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


def _artikel_9(wereld: Wereld, als: Als, sessie: Session) -> Informatiebijdrage:
    vraag(als, wereld, O.VEILIG_THUIS, O.POLITIE, O.OM)
    verzoek = verzoek_aan(sessie, wereld, O.POLITIE)
    adres = f"/uitvragen/{verzoek.id}/artikel-9"
    invoer = {"feiten": "GEHEIM-ARTIKEL-9", "noodzakelijk": "y"}
    antwoord = geef(als(wereld.wie["politie"]), adres, **invoer)
    assert antwoord.status_code == 303, antwoord.text
    return laatste(sessie)


@pytest.mark.parametrize("wie", ["politie", "voorzitter", "om"])
def test_artikel_9__tot_contact_alleen_om__daarna_ook_ontvangers(
    wereld: Wereld, als: Als, db_sessie: Session, wie: str
) -> None:
    bijdrage = _artikel_9(wereld, als, db_sessie)
    blad = f"/casussen/{wereld.casus.id}/uitvraag"
    politie, om, vt = (wereld.org[s].id for s in (O.POLITIE, O.OM, O.VEILIG_THUIS))
    assert lezers_van(bijdrage) == {politie, om}
    assert "GEHEIM" in als(wereld.wie["om"]).get(blad).text
    assert "GEHEIM" not in als(wereld.wie["vt"]).get(blad).text
    contact = {"met": "C. Verlaat", "bijdrage": str(bijdrage.id)}
    niet = geef(als(wereld.wie[wie]), f"{blad}/om-contact", **contact, uitkomst="niet_akkoord")
    assert niet.status_code == 303, niet.text
    assert "GEHEIM" not in als(wereld.wie["vt"]).get(blad).text
    assert geef(als(wereld.wie[wie]), f"{blad}/om-contact", **contact, uitkomst="akkoord").status_code == 303
    bijdrage = laatste(db_sessie)
    assert bijdrage.om_uitkomst is OMUitkomst.AKKOORD
    assert lezers_van(bijdrage) == {politie, om, vt}
    assert "GEHEIM" in als(wereld.wie["vt"]).get(blad).text


def test_artikel_9__voorzitter_legt_vast_zonder_te_lezen(
    wereld: Wereld, als: Als, db_sessie: Session
) -> None:
    bijdrage = _artikel_9(wereld, als, db_sessie)
    voorzitter = als(wereld.wie["voorzitter"])
    tekst = voorzitter.get(f"/casussen/{wereld.casus.id}/uitvraag/om-contact").text
    assert "GEHEIM" not in tekst
    assert wereld.org[O.POLITIE].naam in tekst
    assert voorzitter.get(f"/bijdragen/{bijdrage.id}").status_code == 404


def test_artikel_9__andere_partner__geweigerd(wereld: Wereld, als: Als, db_sessie: Session) -> None:
    vraag(als, wereld, O.OM, O.POLITIE)
    verzoek = verzoek_aan(db_sessie, wereld, O.OM)
    adres = f"/uitvragen/{verzoek.id}/artikel-9"
    antwoord = geef(als(wereld.wie["om"]), adres, feiten="x", noodzakelijk="y")
    assert antwoord.status_code == 422
    assert "Alleen de politie" in antwoord.text


def test_om_contact__in_de_toekomst_of_door_ander__kan_niet(
    wereld: Wereld, als: Als, db_sessie: Session
) -> None:
    bijdrage = _artikel_9(wereld, als, db_sessie)
    adres = f"/casussen/{wereld.casus.id}/uitvraag/om-contact"
    invoer = {"met": "X", "bijdrage": str(bijdrage.id), "uitkomst": "akkoord"}
    straks = geef(als(wereld.wie["politie"]), adres, **invoer, dag="01-01-2099")
    assert straks.status_code == 422
    ander = als(wereld.wie["vt"]).post(adres, data=invoer | {"dag": "01-01-2020", "uur": "10.00"})
    assert ander.status_code == 422
    assert laatste(db_sessie).om_uitkomst is None


def test_aansluiting__partner_op_verzoek__ziet_casus_en_gever_deelt_verder(
    wereld: Wereld, als: Als, db_sessie: Session
) -> None:
    vraag(als, wereld, O.POLITIE, O.OM)
    politie = als(wereld.wie["politie"])
    geef(politie, f"/uitvragen/{verzoek_aan(db_sessie, wereld, O.POLITIE).id}", **BEKEND)
    bijdrage, blad = laatste(db_sessie), f"/casussen/{wereld.casus.id}/uitvraag"
    reclassering = als(wereld.wie["reclassering"])
    assert reclassering.get(blad).status_code == 404
    besluit = {
        "aansluiten-organisatie": str(wereld.org[O.RECLASSERING].id),
        "aansluiten-vorm": "partner",
        "aansluiten-reden": "Toezicht loopt.",
    }
    assert als(wereld.wie["secretaris"]).post(f"{blad}/aansluitingen", data=besluit).status_code == 403
    voorzitter = als(wereld.wie["voorzitter"])
    assert voorzitter.post(f"{blad}/aansluitingen", data=besluit).status_code == 303
    assert "Vier mutaties" not in reclassering.get(blad).text
    adres = f"/bijdragen/{bijdrage.id}/ontvangers"
    veld = f"verder-delen_{wereld.org[O.RECLASSERING].id.hex}"
    pagina = politie.get(adres)
    assert wereld.org[O.RECLASSERING].naam in pagina.text
    grond = next(
        g.id
        for g in db_sessie.scalars(select(Grondslag))
        if (g.gever, g.ontvanger) == (O.POLITIE, O.RECLASSERING)
    )
    keuze = velden(pagina) | {veld: str(grond)}
    assert politie.post(adres, data=keuze).status_code == 422, "without the weighing"
    assert politie.post(adres, data=keuze | {"verder-noodzakelijk": "y"}).status_code == 303
    assert "Vier mutaties" in reclassering.get(blad).text
    db_sessie.expire_all()
    aansluiting = db_sessie.scalars(select(Aansluiting)).one()
    assert voorzitter.post(f"{blad}/aansluitingen/{aansluiting.id}/beeindigen").status_code == 303
    assert reclassering.get(blad).status_code == 404


@pytest.mark.parametrize("soort", [O.GEMEENTE, O.POLITIE])
def test_aansluiting__geen_partner_of_al_vast__422(
    wereld: Wereld, als: Als, soort: O, db_sessie: Session
) -> None:
    besluit = {
        "aansluiten-organisatie": str(wereld.org[soort].id),
        "aansluiten-vorm": "partner",
        "aansluiten-reden": "Mijn reden",
    }
    adres = f"/casussen/{wereld.casus.id}/uitvraag/aansluitingen"
    antwoord = als(wereld.wie["voorzitter"]).post(adres, data=besluit)
    assert antwoord.status_code == 422
    assert "Mijn reden" in antwoord.text
    assert db_sessie.scalars(select(Aansluiting)).all() == []


def test_verzoek__herinneren_intrekken_en_opnieuw(wereld: Wereld, als: Als, db_sessie: Session) -> None:
    vraag(als, wereld, O.POLITIE)
    verzoek = verzoek_aan(db_sessie, wereld, O.POLITIE)
    voorzitter, politie = als(wereld.wie["voorzitter"]), als(wereld.wie["politie"])
    assert voorzitter.post(f"/uitvragen/{verzoek.id}/herinneren").status_code == 303
    assert db_sessie.scalar(select(func.count()).select_from(Bericht)) == 2
    assert voorzitter.post(f"/uitvragen/{verzoek.id}/intrekken").status_code == 303
    assert politie.get(f"/uitvragen/{verzoek.id}").status_code == 403
    assert voorzitter.post(f"/uitvragen/{verzoek.id}/herinneren").status_code == 422
    assert vraag(als, wereld, O.POLITIE).status_code == 303
    assert politie.get(f"/uitvragen/{verzoek.id}").status_code == 200


def test_vragen__vertrouwensarts__alleen_die_functie_antwoordt(
    wereld: Wereld, als: Als, db_sessie: Session
) -> None:
    wereld.casus.letsel = True
    client, adres = als(wereld.wie["voorzitter"]), f"/casussen/{wereld.casus.id}/uitvraag"
    invoer = velden(client.get(adres), "/uitvraag")
    naam = f"vraag_{wereld.org[O.VEILIG_THUIS].id.hex}vertrouwensarts"
    assert naam in invoer, "injury suggests the vertrouwensarts"
    assert client.post(adres, data=invoer).status_code == 303
    verzoek = db_sessie.scalars(
        select(Informatieverzoek).where(Informatieverzoek.functie == "vertrouwensarts")
    ).one()
    assert als(wereld.wie["arts"]).get(f"/uitvragen/{verzoek.id}").status_code == 200
    assert als(wereld.wie["vt"]).get(f"/uitvragen/{verzoek.id}").status_code == 403


def test_acuut__grond_alleen_bij_acuut_gevaar(
    wereld: Wereld, als: Als, db_sessie: Session, fabriek: Fabriek
) -> None:
    ggz = fabriek.partner(wereld.tafel, O.GGZ)
    vraag(als, wereld, O.POLITIE)
    adres = f"/uitvragen/{verzoek_aan(db_sessie, wereld, O.POLITIE).id}"
    client, veld = als(wereld.wie["politie"]), f"delen_{ggz.id.hex}"
    assert veld not in velden(client.get(adres))
    wereld.casus.acuut = True
    assert velden(client.get(adres))[veld] == "niet", "offered, never preselected"


@pytest.mark.parametrize("tekst", ["\x00\x07é\u202e🙂", "a" * 100_000, "<img src=x onerror=1>"])
def test_antwoord__vreemde_invoer__nooit_500(
    wereld: Wereld, als: Als, db_sessie: Session, tekst: str
) -> None:
    vraag(als, wereld, O.POLITIE, O.OM)
    adres = f"/uitvragen/{verzoek_aan(db_sessie, wereld, O.POLITIE).id}"
    invoer = BEKEND | {"feiten": tekst, "doel": tekst, "versie": "geen getal", "bekend": "misschien"}
    antwoord = geef(als(wereld.wie["politie"]), adres, **invoer)
    assert antwoord.status_code == 422
    assert "<img src=x" not in antwoord.text


def test_blad__vast_aantal_vragen_aan_de_database(
    wereld: Wereld,
    als: Als,
    db_sessie: Session,
    fabriek: Fabriek,
    tel_vragen: Callable[[Callable[[], object]], int],
) -> None:
    vraag(als, wereld, O.POLITIE, O.OM)
    verzoek = verzoek_aan(db_sessie, wereld, O.POLITIE)
    om, blad = als(wereld.wie["om"]), f"/casussen/{wereld.casus.id}/uitvraag"
    politie = als(wereld.wie["politie"])
    geef(politie, f"/uitvragen/{verzoek.id}", **BEKEND)
    om.get(blad)
    weinig = tel_vragen(lambda: om.get(blad))
    for _ in range(3):
        geef(politie, f"/uitvragen/{verzoek.id}/aanvulling", **BEKEND)
        ggz = fabriek.partner(wereld.tafel, O.GGZ, Partnervorm.OP_VERZOEK)
        db_sessie.add(
            Aansluiting(
                casus_id=wereld.casus.id,
                organisatie_id=ggz.id,
                reden="x",
                besloten_door_id=wereld.wie["voorzitter"].id,
            )
        )
    assert tel_vragen(lambda: om.get(blad)) == weinig
