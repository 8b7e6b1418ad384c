"""Asking partners through the pages: whom, on which ground, who sees what of it."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Aansluiting, Bericht, Gebeurtenis, Grondslag, Informatiebijdrage, Informatieverzoek
from models.waarden import BijdrageStatus, OrganisatieSoort, Partnervorm, Rol
from overleg.basis.klok import nu, vandaag
from overleg.uitvraag.opvragen import lezers_van
from tests.steun.fabriek import Fabriek
from tests.uitvraag.conftest import Wereld
from tests.uitvraag.stappen import BEKEND, Als, geef, laatste, velden, verzoek_aan, vraag

Org = OrganisatieSoort


def test_vragen__partners_met_grond__verzoek_bericht_en_logboek(
    wereld: Wereld, als: Als, db_sessie: Session
) -> None:
    antwoord = vraag(als, wereld, Org.POLITIE, Org.RVDK)
    assert antwoord.status_code == 303, antwoord.text
    verzoek = verzoek_aan(db_sessie, wereld, Org.POLITIE)
    assert verzoek.grondslag is not None
    assert "4.1.1 Wmo" in verzoek.grondslag.grond
    bericht = db_sessie.scalars(select(Bericht).where(Bericht.aan == wereld.wie["politie"].email)).one()
    assert "Stoelwinder" not in bericht.tekst
    assert str(wereld.casus.kenmerk) not in bericht.tekst + bericht.onderwerp
    regels = db_sessie.scalars(select(Gebeurtenis).where(Gebeurtenis.soort == "informatie_gevraagd")).all()
    assert {r.gegevens["organisatie"] for r in regels} == {
        wereld.org[Org.POLITIE].naam,
        wereld.org[Org.RVDK].naam,
    }
    assert all("4.1.1 Wmo" in r.grond for r in regels)


def test_vragen__voorstel__reden_staat_erbij(wereld: Wereld, als: Als) -> None:
    pagina = als(wereld.wie["voorzitter"]).get(f"/casussen/{wereld.casus.id}/uitvraag")
    invoer = velden(pagina, "/uitvraag")
    gekozen = {naam for naam in invoer if naam.startswith("vraag_")}
    verwacht = {f"vraag_{wereld.org[s].id.hex}" for s in (Org.VEILIG_THUIS, Org.POLITIE, Org.OM, Org.RVDK)}
    assert gekozen == verwacht
    assert "Er is een kind bij betrokken." in pagina.text


@pytest.mark.parametrize("soort", [Org.POLITIE, Org.RECLASSERING])
def test_vragen__wie_niet_vast_meedoet__alleen_met_een_reden(wereld: Wereld, als: Als, soort: Org) -> None:
    client, adres = als(wereld.wie["voorzitter"]), f"/casussen/{wereld.casus.id}/uitvraag"
    invoer = velden(client.get(adres), "/uitvraag")
    invoer = {naam: w for naam, w in invoer.items() if not naam.startswith(("vraag_", "reden_"))}
    antwoord = client.post(adres, data=invoer | {f"vraag_{wereld.org[soort].id.hex}": "y"})
    assert antwoord.status_code == (303 if soort is Org.POLITIE else 422)
    assert ("Schrijf op waarom u" in antwoord.text) is (soort is not Org.POLITIE)


def test_vragen__gemeente_zonder_grond__geweigerd_met_uitleg(wereld: Wereld, als: Als) -> None:
    client, adres = als(wereld.wie["voorzitter"]), f"/casussen/{wereld.casus.id}/uitvraag"
    invoer = velden(client.get(adres), "/uitvraag") | {
        "andere": str(wereld.org[Org.GEMEENTE].id),
        "andere_reden": "Wonen en bewind.",
    }
    antwoord = client.post(adres, data=invoer | {"vraag": "Eigen woorden van de voorzitter"})
    assert antwoord.status_code == 422
    assert "Er is geen grondslag" in antwoord.text
    assert "beheerder" in antwoord.text
    assert "Eigen woorden van de voorzitter" in antwoord.text


def test_vragen__gemeente_na_besluit_beheer__kan_gevraagd_worden_en_geven(
    wereld: Wereld, als: Als, db_sessie: Session
) -> None:
    for gever, ontvanger in ((Org.VEILIG_THUIS, Org.GEMEENTE), (Org.GEMEENTE, Org.VEILIG_THUIS)):
        db_sessie.add(
            Grondslag(
                tafel_id=wereld.tafel.id, gever=gever, ontvanger=ontvanger, doel="Veiligheid", grond="art. X"
            )
        )
    client, adres = als(wereld.wie["voorzitter"]), f"/casussen/{wereld.casus.id}/uitvraag"
    invoer = velden(client.get(adres), "/uitvraag") | {
        "andere": str(wereld.org[Org.GEMEENTE].id),
        "andere_reden": "Wonen en bewind.",
    }
    assert client.post(adres, data=invoer).status_code == 303
    verzoek = verzoek_aan(db_sessie, wereld, Org.GEMEENTE)
    gast = als(wereld.wie["gemeente"])
    assert geef(gast, f"/uitvragen/{verzoek.id}", **BEKEND).status_code == 303
    assert lezers_van(laatste(db_sessie)) == {wereld.org[Org.GEMEENTE].id, wereld.org[Org.VEILIG_THUIS].id}


def test_uitvragen__eigen_lijst__alleen_eigen_organisatie(wereld: Wereld, als: Als) -> None:
    vraag(als, wereld, Org.POLITIE)
    assert str(wereld.casus.kenmerk) in als(wereld.wie["politie"]).get("/uitvragen").text
    assert str(wereld.casus.kenmerk) not in als(wereld.wie["om"]).get("/uitvragen").text


def test_overzicht__zonder_inhoud_voor_wie_geen_ontvanger_is(
    wereld: Wereld, als: Als, db_sessie: Session, fabriek: Fabriek
) -> None:
    ander_korps = fabriek.partner(wereld.tafel, Org.POLITIE)
    lid = fabriek.lid(wereld.tafel, ander_korps, Rol.DEELNEMER)
    vraag(als, wereld, Org.POLITIE)
    verzoek = verzoek_aan(db_sessie, wereld, Org.POLITIE)
    extra = {"achtergehouden": "y", "achtergehouden_reden": "REDEN-VAN-ACHTERHOUDEN"}
    geef(als(wereld.wie["politie"]), f"/uitvragen/{verzoek.id}", **BEKEND, **extra)
    pagina = als(lid).get(f"/casussen/{wereld.casus.id}/uitvraag").text
    assert "Vier mutaties" not in pagina
    assert "REDEN-VAN" not in pagina
    assert "Beantwoord" in pagina
    assert "Houdt iets achter" in pagina


def test_verzoek__herinneren_intrekken_en_opnieuw(wereld: Wereld, als: Als, db_sessie: Session) -> None:
    vraag(als, wereld, Org.POLITIE)
    verzoek = verzoek_aan(db_sessie, wereld, Org.POLITIE)
    voorzitter, politie = als(wereld.wie["voorzitter"]), als(wereld.wie["politie"])
    assert voorzitter.post(f"/uitvragen/{verzoek.id}/herinneren").status_code == 303
    assert db_sessie.scalar(select(func.count()).select_from(Bericht)) == 2
    assert voorzitter.post(f"/uitvragen/{verzoek.id}/intrekken").status_code == 303
    assert politie.get(f"/uitvragen/{verzoek.id}").status_code == 403
    assert voorzitter.post(f"/uitvragen/{verzoek.id}/herinneren").status_code == 422
    assert vraag(als, wereld, Org.POLITIE).status_code == 303
    assert politie.get(f"/uitvragen/{verzoek.id}").status_code == 200


def test_herinneren__niemand_met_een_account__zegt_dat_en_belooft_niets(
    wereld: Wereld, als: Als, db_sessie: Session
) -> None:
    vraag(als, wereld, Org.POLITIE)
    verzoek = verzoek_aan(db_sessie, wereld, Org.POLITIE)
    voorzitter = als(wereld.wie["voorzitter"])
    wereld.wie["politie"].active = False
    verzoek.functie = ""
    db_sessie.commit()
    berichten = db_sessie.scalar(select(func.count()).select_from(Bericht))
    pagina = voorzitter.get(f"/casussen/{wereld.casus.id}/uitvraag").text
    assert "Niemand kan hier antwoorden" in pagina
    assert f"/uitvragen/{verzoek.id}/herinneren" not in pagina
    antwoord = voorzitter.post(f"/uitvragen/{verzoek.id}/herinneren")
    assert antwoord.status_code == 422
    assert "Er is niets verstuurd: bel of mail zelf" in antwoord.text
    db_sessie.expire_all()
    assert verzoek.herinnerd_op is None
    assert db_sessie.scalar(select(func.count()).select_from(Bericht)) == berichten


def test_vertrouwensarts__zonder_account__ook_dan_staat_het_er(
    wereld: Wereld, als: Als, db_sessie: Session
) -> None:
    verzoek = Informatieverzoek(
        casus_id=wereld.casus.id,
        organisatie_id=wereld.org[Org.VEILIG_THUIS].id,
        functie="vertrouwensarts",
        vraag="Past het letsel bij het verhaal?",
        gevraagd_door_id=wereld.wie["voorzitter"].id,
        gevraagd_op=nu(),
        uiterlijk=vandaag(),
    )
    db_sessie.add(verzoek)
    adres = f"/casussen/{wereld.casus.id}/uitvraag"
    assert "Niemand kan hier antwoorden" not in als(wereld.wie["voorzitter"]).get(adres).text
    wereld.wie["arts"].active = False
    db_sessie.commit()
    assert "Niemand kan hier antwoorden" in als(wereld.wie["voorzitter"]).get(adres).text


def test_vragen__vertrouwensarts__alleen_die_functie_antwoordt(
    wereld: Wereld, als: Als, db_sessie: Session
) -> None:
    wereld.casus.letsel = True
    client, adres = als(wereld.wie["voorzitter"]), f"/casussen/{wereld.casus.id}/uitvraag"
    invoer = velden(client.get(adres), "/uitvraag")
    naam = f"vraag_{wereld.org[Org.VEILIG_THUIS].id.hex}vertrouwensarts"
    assert naam in invoer, "injury suggests the vertrouwensarts"
    assert client.post(adres, data=invoer).status_code == 303
    verzoek = db_sessie.scalars(
        select(Informatieverzoek).where(Informatieverzoek.functie == "vertrouwensarts")
    ).one()
    assert als(wereld.wie["arts"]).get(f"/uitvragen/{verzoek.id}").status_code == 200
    assert als(wereld.wie["vt"]).get(f"/uitvragen/{verzoek.id}").status_code == 403
    db_sessie.add(
        Informatiebijdrage(
            casus_id=wereld.casus.id,
            organisatie_id=verzoek.organisatie_id,
            verzoek_id=verzoek.id,
            bekend=True,
            feiten="Past niet bij een val.",
            doel="Veiligheid",
            noodzakelijk=True,
            status=BijdrageStatus.INGEDIEND,
            ingediend_op=nu(),
            door_id=wereld.wie["arts"].id,
        )
    )
    db_sessie.commit()
    kaart = BeautifulSoup(als(wereld.wie["vt"]).get(adres).text, "html.parser").select_one(
        "article h3.kaart__titel"
    )
    assert kaart is not None
    assert "(vertrouwensarts)" in kaart.get_text(), "who reads it knows that a doctor says so"


def test_blad__vast_aantal_vragen_aan_de_database(
    wereld: Wereld,
    als: Als,
    db_sessie: Session,
    fabriek: Fabriek,
    tel_vragen: Callable[[Callable[[], object]], int],
) -> None:
    vraag(als, wereld, Org.POLITIE, Org.OM)
    verzoek = verzoek_aan(db_sessie, wereld, Org.POLITIE)
    om, blad = als(wereld.wie["om"]), f"/casussen/{wereld.casus.id}/uitvraag"
    politie = als(wereld.wie["politie"])
    geef(politie, f"/uitvragen/{verzoek.id}", **BEKEND)
    om.get(blad)
    weinig = tel_vragen(lambda: om.get(blad))
    for _ in range(3):
        geef(politie, f"/uitvragen/{verzoek.id}/aanvulling", **BEKEND)
        ggz = fabriek.partner(wereld.tafel, Org.GGZ, Partnervorm.OP_VERZOEK)
        db_sessie.add(
            Aansluiting(
                casus_id=wereld.casus.id,
                organisatie_id=ggz.id,
                reden="x",
                besloten_door_id=wereld.wie["voorzitter"].id,
            )
        )
    assert tel_vragen(lambda: om.get(blad)) == weinig
