"""Wpg art. 9 data, contact with the OM, and who joins later."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Aansluiting, Bericht, Grondslag, Informatiebijdrage
from models.waarden import OMUitkomst, OrganisatieSoort
from overleg.uitvraag.handelingen.aansluiten import ONDERWERP
from overleg.uitvraag.opvragen import lezers_van
from tests.uitvraag.conftest import Wereld
from tests.uitvraag.stappen import BEKEND, Als, geef, laatste, velden, verzoek_aan, vraag

Org = OrganisatieSoort


def _artikel_9(wereld: Wereld, als: Als, sessie: Session) -> Informatiebijdrage:
    vraag(als, wereld, Org.VEILIG_THUIS, Org.POLITIE, Org.OM)
    verzoek = verzoek_aan(sessie, wereld, Org.POLITIE)
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
    politie, om, vt = (wereld.org[s].id for s in (Org.POLITIE, Org.OM, Org.VEILIG_THUIS))
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
    assert wereld.org[Org.POLITIE].naam in tekst
    assert voorzitter.get(f"/bijdragen/{bijdrage.id}").status_code == 404


def test_artikel_9__andere_partner__geweigerd(wereld: Wereld, als: Als, db_sessie: Session) -> None:
    vraag(als, wereld, Org.OM, Org.POLITIE)
    verzoek = verzoek_aan(db_sessie, wereld, Org.OM)
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
    vraag(als, wereld, Org.POLITIE, Org.OM)
    politie = als(wereld.wie["politie"])
    geef(politie, f"/uitvragen/{verzoek_aan(db_sessie, wereld, Org.POLITIE).id}", **BEKEND)
    bijdrage, blad = laatste(db_sessie), f"/casussen/{wereld.casus.id}/uitvraag"
    reclassering = als(wereld.wie["reclassering"])
    assert reclassering.get(blad).status_code == 404
    besluit = {
        "organisatie": str(wereld.org[Org.RECLASSERING].id),
        "vorm": "partner",
        "reden": "Toezicht loopt.",
    }
    assert als(wereld.wie["secretaris"]).post(f"{blad}/aansluitingen", data=besluit).status_code == 403
    voorzitter = als(wereld.wie["voorzitter"])
    assert voorzitter.post(f"{blad}/aansluitingen", data=besluit).status_code == 303
    assert "Vier mutaties" not in reclassering.get(blad).text
    leest_niet = f"{wereld.org[Org.RECLASSERING].naam} sloot later aan en leest dit niet"
    assert leest_niet in politie.get("/uitvragen").text
    assert leest_niet not in als(wereld.wie["om"]).get("/uitvragen").text, "who did not answer yet"
    adres = f"/bijdragen/{bijdrage.id}/ontvangers"
    veld = f"verder-delen_{wereld.org[Org.RECLASSERING].id.hex}"
    pagina = politie.get(adres)
    assert wereld.org[Org.RECLASSERING].naam in pagina.text
    grond = next(
        g.id
        for g in db_sessie.scalars(select(Grondslag))
        if (g.gever, g.ontvanger) == (Org.POLITIE, Org.RECLASSERING)
    )
    keuze = velden(pagina) | {veld: str(grond)}
    assert politie.post(adres, data=keuze).status_code == 422, "without the weighing"
    assert politie.post(adres, data=keuze | {"verder-noodzakelijk": "y"}).status_code == 303
    assert "Vier mutaties" in reclassering.get(blad).text
    assert leest_niet not in politie.get("/uitvragen").text
    db_sessie.expire_all()
    aansluiting = db_sessie.scalars(select(Aansluiting)).one()
    assert voorzitter.post(f"{blad}/aansluitingen/{aansluiting.id}/beeindigen").status_code == 303
    assert reclassering.get(blad).status_code == 404


@pytest.mark.parametrize("soort", [Org.GEMEENTE, Org.POLITIE])
def test_aansluiting__geen_partner_of_al_vast__422(
    wereld: Wereld, als: Als, soort: Org, db_sessie: Session
) -> None:
    besluit = {
        "organisatie": str(wereld.org[soort].id),
        "vorm": "partner",
        "reden": "Mijn reden",
    }
    adres = f"/casussen/{wereld.casus.id}/uitvraag/aansluitingen"
    antwoord = als(wereld.wie["voorzitter"]).post(adres, data=besluit)
    assert antwoord.status_code == 422
    assert "Mijn reden" in antwoord.text
    assert db_sessie.scalars(select(Aansluiting)).all() == []


def test_artikel_9__gewijzigd_na_akkoord__weer_alleen_voor_het_om(
    wereld: Wereld, als: Als, db_sessie: Session
) -> None:
    bijdrage = _artikel_9(wereld, als, db_sessie)
    blad = f"/casussen/{wereld.casus.id}/uitvraag"
    contact = {"met": "C. Verlaat", "bijdrage": str(bijdrage.id), "uitkomst": "akkoord"}
    assert geef(als(wereld.wie["voorzitter"]), f"{blad}/om-contact", **contact).status_code == 303
    assert "GEHEIM" in als(wereld.wie["vt"]).get(blad).text
    gewijzigd = geef(als(wereld.wie["politie"]), f"/bijdragen/{bijdrage.id}", feiten="GEHEIM-NIEUW")
    assert gewijzigd.status_code == 303, gewijzigd.text
    assert laatste(db_sessie).om_uitkomst is None
    assert "GEHEIM" not in als(wereld.wie["vt"]).get(blad).text
    assert "GEHEIM-NIEUW" in als(wereld.wie["om"]).get(blad).text


def test_aansluiting__wie_al_antwoordde_hoort_het__zonder_personen(
    wereld: Wereld, als: Als, db_sessie: Session
) -> None:
    vraag(als, wereld, Org.POLITIE, Org.OM)
    geef(als(wereld.wie["politie"]), f"/uitvragen/{verzoek_aan(db_sessie, wereld, Org.POLITIE).id}", **BEKEND)
    besluit = {"organisatie": str(wereld.org[Org.RECLASSERING].id), "vorm": "partner", "reden": "Toezicht."}
    adres = f"/casussen/{wereld.casus.id}/uitvraag/aansluitingen"
    assert als(wereld.wie["voorzitter"]).post(adres, data=besluit).status_code == 303
    mails = db_sessie.scalars(select(Bericht).filter_by(onderwerp=ONDERWERP)).all()
    assert wereld.wie["politie"].email in {mail.aan for mail in mails}
    assert wereld.wie["om"].email not in {mail.aan for mail in mails}, "gave nothing yet"
    for mail in mails:
        assert str(wereld.casus.kenmerk) not in mail.tekst
        assert wereld.org[Org.RECLASSERING].naam not in mail.tekst


def test_aansluiting__wie_niets_wist__hoort_niets(wereld: Wereld, als: Als, db_sessie: Session) -> None:
    vraag(als, wereld, Org.POLITIE)
    politie = als(wereld.wie["politie"])
    geef(politie, f"/uitvragen/{verzoek_aan(db_sessie, wereld, Org.POLITIE).id}", bekend="nee")
    besluit = {"organisatie": str(wereld.org[Org.RECLASSERING].id), "vorm": "partner", "reden": "Toezicht."}
    adres = f"/casussen/{wereld.casus.id}/uitvraag/aansluitingen"
    assert als(wereld.wie["voorzitter"]).post(adres, data=besluit).status_code == 303
    assert not db_sessie.scalars(select(Bericht).filter_by(onderwerp=ONDERWERP)).all()
    assert "sloot later aan" not in politie.get("/uitvragen").text
