"""An answer recorded for a partner of which nobody can answer: who may, what it says, who corrects."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Aanschuiver, Bericht, Gebeurtenis, Grondslag, Informatieverzoek
from models.waarden import BijdrageStatus, OrganisatieSoort, OverlegStatus, PuntSoort, Rol
from models.waarden_uitvraag import Antwoordwijze
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import vandaag
from overleg.uitvraag.handelingen import (
    beantwoord,
    deel_verder,
    leg_antwoord_vast,
    voeg_bijdrage_toe,
    wijzig_bijdrage,
)
from overleg.uitvraag.handelingen.aansluiten import ONDERWERP
from overleg.uitvraag.opvragen import antwoordt_zelf, lezers_van
from overleg.uitvraag.regels import (
    Bijdrage,
    Gegeven,
    Opgave,
    Vastlegging,
    is_goed_opgegeven,
    mag_lezen_wat_het_vastlegt,
    mag_vastgelegd,
)
from tests.logboek.wereld import rijen_van
from tests.steun.fabriek import Fabriek
from tests.uitvraag.conftest import Wereld
from tests.uitvraag.gevraagd import ANTWOORD, HOE, Gevraagd, vraag_ziekenhuis
from tests.uitvraag.stappen import BEKEND, Als, geef, laatste, velden, verzoek_aan, vraag

Org = OrganisatieSoort
DAG = date(2026, 11, 30)
GEGEVEN = Gegeven("R. Oosterling", "Maatschappelijk werker", Antwoordwijze.TELEFOON, DAG)
OPGAVE = Opgave(GEGEVEN, Org.ZIEKENHUIS, "V. Dekker", DAG)
KAN = Vastlegging("Ziekenhuis", Org.ZIEKENHUIS, antwoordt_zelf=False, doet_mee=True)


@pytest.mark.parametrize(
    ("feiten", "mag"),
    [(KAN, True), (replace(KAN, antwoordt_zelf=True), False), (replace(KAN, doet_mee=False), False)],
)
def test_regel__alleen_voor_wie_het_zelf_niet_kan(feiten: Vastlegging, mag: bool) -> None:
    assert bool(mag_vastgelegd(feiten)) is mag


@pytest.mark.parametrize(
    ("gegeven", "soort", "waar"),
    [
        (GEGEVEN, Org.ZIEKENHUIS, None),
        (replace(GEGEVEN, door="v. dekker"), Org.ZIEKENHUIS, "gegeven_door"),
        (replace(GEGEVEN, op=DAG + timedelta(days=1)), Org.ZIEKENHUIS, "gegeven_op"),
        (GEGEVEN, Org.POLITIE, "artikel_9_erbij"),
        (replace(GEGEVEN, artikel_9=False), Org.POLITIE, None),
        (replace(GEGEVEN, artikel_9=True), Org.POLITIE, "artikel_9_erbij"),
        (replace(GEGEVEN, artikel_9=True), Org.ZIEKENHUIS, "artikel_9_erbij"),
    ],
)
def test_regel__wie_wanneer_en_geen_artikel_9(gegeven: Gegeven, soort: Org, waar: str | None) -> None:
    oordeel = is_goed_opgegeven(replace(OPGAVE, gegeven=gegeven, gever_soort=soort))
    assert [reden.waar for reden in oordeel.redenen] == ([waar] if waar else [])


@pytest.mark.parametrize(
    ("leest", "inhoud", "mag"), [(True, True, True), (False, False, True), (False, True, False)]
)
def test_regel__wie_vastlegt_krijgt_het_ook(leest: bool, inhoud: bool, mag: bool) -> None:
    assert bool(mag_lezen_wat_het_vastlegt("Ziekenhuis", "VT", leest=leest, inhoud=inhoud)) is mag


@pytest.fixture
def gevraagd(wereld: Wereld, als: Als, db_sessie: Session, fabriek: Fabriek) -> Gevraagd:
    """Ask a ziekenhuis that nobody here has an account of."""
    return vraag_ziekenhuis(wereld, als, db_sessie, fabriek)


def test_overzicht__zegt_dat_niemand_kan_antwoorden_en_wat_te_doen(gevraagd: Gevraagd, als: Als) -> None:
    assert "Niemand kan hier antwoorden" in gevraagd.blad
    assert gevraagd.adres in gevraagd.blad
    partner = als(gevraagd.wereld.wie["politie"]).get(f"/casussen/{gevraagd.wereld.casus.id}/uitvraag").text
    assert "Niemand kan hier antwoorden" in partner
    assert gevraagd.adres not in partner


def test_te_laat__tot_het_is_vastgelegd(gevraagd: Gevraagd) -> None:
    gevraagd.verzoek.uiterlijk = vandaag() - timedelta(days=1)
    gevraagd.sessie.commit()
    assert "Te laat" in gevraagd.blad
    assert gevraagd.leg_vast().status_code == 303
    assert "Te laat" not in gevraagd.blad
    assert "Beantwoord" in gevraagd.blad


def test_vastgelegd__overal_staat_wie_het_gaf_en_wie_het_vastlegde(gevraagd: Gevraagd) -> None:
    assert gevraagd.leg_vast().status_code == 303
    bijdrage, voorzitter = laatste(gevraagd.sessie), gevraagd.wereld.wie["voorzitter"]
    assert bijdrage.organisatie_id == gevraagd.ziekenhuis.id
    assert bijdrage.status is BijdrageStatus.INGEDIEND
    assert bijdrage.door_id == voorzitter.id
    assert lezers_van(bijdrage) == {gevraagd.ziekenhuis.id, gevraagd.wereld.org[Org.VEILIG_THUIS].id}
    assert HOE in gevraagd.blad
    assert f"Vastgelegd door {voorzitter.naam}" in gevraagd.blad


def test_logboek_en_register__noemen_de_gever_en_wie_vastlegde(gevraagd: Gevraagd) -> None:
    gevraagd.leg_vast()
    gevraagd.sessie.expire_all()
    regel = gevraagd.sessie.scalars(select(Gebeurtenis).filter_by(soort="antwoord_vastgelegd")).one()
    assert regel.gebruiker_naam == gevraagd.wereld.wie["voorzitter"].naam
    assert regel.gegevens["gegeven_door"] == "R. Oosterling, Maatschappelijk werker"
    assert regel.gegevens["organisatie"] == gevraagd.ziekenhuis.naam
    assert "spoedpost" not in str(regel.gegevens)
    pagina = gevraagd.voorzitter.get(f"/logboek/verstrekkingen?casus={gevraagd.wereld.casus.id}")
    (rij,) = [r for r in rijen_van(pagina.text, "Verstrekkingen, de nieuwste eerst") if "R. Oosterling" in r]
    wie = f"{gevraagd.ziekenhuis.naam} gegeven door R. Oosterling, Maatschappelijk werker vastgelegd door"
    assert f"{wie} {gevraagd.wereld.wie['voorzitter'].naam}" in rij
    assert gevraagd.wereld.org[Org.VEILIG_THUIS].naam in rij


@pytest.mark.parametrize("wie", ["politie", "om", "vt", "arts", "rvdk", "gemeente"])
def test_wie_de_tafel_niet_leidt__kan_niets_vastleggen(gevraagd: Gevraagd, als: Als, wie: str) -> None:
    client = als(gevraagd.wereld.wie[wie])
    invoer = velden(gevraagd.voorzitter.get(gevraagd.adres))
    assert client.get(gevraagd.adres).status_code in {403, 404}
    assert client.post(gevraagd.adres, data={**invoer, **ANTWOORD}).status_code in {400, 403, 404}
    assert not gevraagd.verzoek.bijdragen


def test_wie_is_uitgesloten__bestaat_de_vraag_niet(gevraagd: Gevraagd, als: Als, fabriek: Fabriek) -> None:
    secretaris = gevraagd.wereld.wie["secretaris"]
    client = als(secretaris)
    assert client.get(gevraagd.adres).status_code == 200
    fabriek.sluit_uit(gevraagd.wereld.casus, secretaris, gevraagd.wereld.wie["voorzitter"])
    fabriek.klaar()
    assert client.get(gevraagd.adres).status_code == 404


def test_gesloten_organisatie__niets_van_vastleggen(gevraagd: Gevraagd, fabriek: Fabriek) -> None:
    fabriek.sluit_uit(gevraagd.wereld.casus, gevraagd.ziekenhuis, gevraagd.wereld.wie["voorzitter"])
    fabriek.klaar()
    assert "belangenconflict" in gevraagd.voorzitter.get(gevraagd.adres).text


def test_later_een_account__ziet_het_en_verbetert_het_zelf(
    gevraagd: Gevraagd, als: Als, fabriek: Fabriek
) -> None:
    gevraagd.leg_vast()
    lid = fabriek.lid(gevraagd.wereld.tafel, gevraagd.ziekenhuis, Rol.GAST)
    fabriek.klaar()
    client, bijdrage = als(lid), laatste(gevraagd.sessie)
    assert "Door de voorzitter vastgelegd" in client.get("/uitvragen").text
    assert HOE in client.get(f"/uitvragen/{gevraagd.verzoek.id}").text
    assert "kan iemand zelf" in gevraagd.voorzitter.get(f"/bijdragen/{bijdrage.id}/ontvangers").text
    with pytest.raises(Geweigerd, match="kan iemand zelf"):
        deel_verder(
            gevraagd.sessie,
            fabriek.vrager(gevraagd.wereld.wie["voorzitter"]),
            bijdrage,
            ((gevraagd.wereld.org[Org.POLITIE].id, bijdrage.ontvangers[0].grondslag_id),),
            noodzakelijk=True,
        )
    assert geef(client, f"/bijdragen/{bijdrage.id}", feiten="Eén keer gezien.").status_code == 303
    bijdrage = laatste(gevraagd.sessie)
    assert (bijdrage.feiten, bijdrage.gegeven_hoe, bijdrage.gegeven_door) == ("Eén keer gezien.", None, "")
    assert HOE not in gevraagd.blad


def test_vastlegger__verbetert_een_fout_en_zegt_weer_van_wie(gevraagd: Gevraagd) -> None:
    gevraagd.leg_vast()
    adres = f"/bijdragen/{laatste(gevraagd.sessie).id}"
    ingevuld = velden(gevraagd.voorzitter.get(adres))
    assert ingevuld["gegeven_door"] == "R. Oosterling"
    zonder = {n: w for n, w in ingevuld.items() if not n.startswith("gegeven_")}
    assert gevraagd.voorzitter.post(adres, data={**zonder, "actie": "indienen"}).status_code == 422
    assert geef(gevraagd.voorzitter, adres, feiten="Drie keer gezien.").status_code == 303
    bijdrage = laatste(gevraagd.sessie)
    assert (bijdrage.feiten, bijdrage.gegeven_door) == ("Drie keer gezien.", "R. Oosterling")


def test_handeling__zonder_gever_of_bij_een_ander_dan_gevraagd__geweigerd(
    gevraagd: Gevraagd, fabriek: Fabriek
) -> None:
    gevraagd.leg_vast()
    bijdrage, vrager = laatste(gevraagd.sessie), fabriek.vrager(gevraagd.wereld.wie["voorzitter"])
    zonder = Bijdrage(bekend=False, versie=bijdrage.versie)
    with pytest.raises(Geweigerd, match="namens een ander"):
        wijzig_bijdrage(gevraagd.sessie, vrager, bijdrage, zonder)
    with pytest.raises(Geweigerd, match="bij de vraag"):
        voeg_bijdrage_toe(
            gevraagd.sessie, vrager, gevraagd.wereld.casus, replace(zonder, versie=None, gegeven=GEGEVEN)
        )
    gevraagd.sessie.rollback()


def test_handeling__partner_met_een_account__kan_zich_niet_voordoen_als_vastgelegd(
    wereld: Wereld, als: Als, db_sessie: Session, fabriek: Fabriek
) -> None:
    vraag(als, wereld, Org.POLITIE)
    verzoek = verzoek_aan(db_sessie, wereld, Org.POLITIE)
    for wie, doe in (("politie", beantwoord), ("voorzitter", leg_antwoord_vast)):
        with pytest.raises(Geweigerd, match="kan iemand zelf"):
            doe(db_sessie, fabriek.vrager(wereld.wie[wie]), verzoek, Bijdrage(bekend=False, gegeven=GEGEVEN))
    db_sessie.rollback()


def test_wat_een_partner_zelf_gaf__wijzigt_wie_leidt_niet(
    wereld: Wereld, als: Als, db_sessie: Session
) -> None:
    vraag(als, wereld, Org.POLITIE, Org.VEILIG_THUIS)
    verzoek = verzoek_aan(db_sessie, wereld, Org.POLITIE)
    assert geef(als(wereld.wie["politie"]), f"/uitvragen/{verzoek.id}", **BEKEND).status_code == 303
    voorzitter, sleutel = als(wereld.wie["voorzitter"]), laatste(db_sessie).id
    assert BEKEND["feiten"] in voorzitter.get(f"/casussen/{wereld.casus.id}/uitvraag").text
    for pad in (f"/bijdragen/{sleutel}", f"/bijdragen/{sleutel}/ontvangers"):
        assert voorzitter.get(pad).status_code == 403, pad


def test_vertrouwensarts_zonder_account__collegas_nemen_het_niet_over(
    wereld: Wereld, als: Als, db_sessie: Session, fabriek: Fabriek
) -> None:
    wereld.wie["arts"].active = False
    vt = wereld.org[Org.VEILIG_THUIS]
    verzoek = Informatieverzoek(
        casus_id=wereld.casus.id,
        organisatie_id=vt.id,
        functie="vertrouwensarts",
        vraag="Past het letsel?",
        gevraagd_door_id=wereld.wie["voorzitter"].id,
        uiterlijk=vandaag(),
    )
    db_sessie.add(verzoek)
    db_sessie.commit()
    voorzitter = als(wereld.wie["voorzitter"])
    niet = {**ANTWOORD, "bekend": "nee", "feiten": ""}
    assert geef(voorzitter, f"/uitvragen/{verzoek.id}/namens", **niet).status_code == 303
    bijdrage = laatste(db_sessie)
    with pytest.raises(Geweigerd, match="namens een ander"):
        wijzig_bijdrage(
            db_sessie,
            fabriek.vrager(wereld.wie["vt"]),
            bijdrage,
            Bijdrage(bekend=False, versie=bijdrage.versie),
        )
    db_sessie.rollback()


def test_wie_later_aansluit__wordt_verteld_aan_wie_vastlegde(gevraagd: Gevraagd) -> None:
    gevraagd.leg_vast()
    adres = f"/casussen/{gevraagd.wereld.casus.id}/uitvraag/aansluitingen"
    wie = str(gevraagd.wereld.org[Org.RVDK].id)
    antwoord = geef(gevraagd.voorzitter, adres, organisatie=wie, vorm="partner", reden="Er is een kind.")
    assert antwoord.status_code == 303
    gevraagd.sessie.expire_all()
    aan = set(gevraagd.sessie.scalars(select(Bericht.aan).where(Bericht.onderwerp == ONDERWERP)))
    assert aan == {gevraagd.wereld.wie["voorzitter"].email}


def test_niet_bekend__ook_zonder_grondslag(gevraagd: Gevraagd) -> None:
    for grond in gevraagd.sessie.scalars(select(Grondslag).filter_by(gever=Org.ZIEKENHUIS)):
        gevraagd.sessie.delete(grond)
    gevraagd.sessie.commit()
    assert "alleen “niet bekend”" in gevraagd.voorzitter.get(gevraagd.adres).text
    assert gevraagd.leg_vast().status_code == 422
    assert gevraagd.leg_vast(bekend="nee", feiten="").status_code == 303
    assert "Beantwoord" in gevraagd.blad


def test_politie_zonder_account__artikel_9_geweigerd(wereld: Wereld, als: Als, db_sessie: Session) -> None:
    vraag(als, wereld, Org.POLITIE)
    wereld.wie["politie"].active = False
    db_sessie.commit()
    verzoek = db_sessie.scalars(
        select(Informatieverzoek).filter_by(organisatie_id=wereld.org[Org.POLITIE].id)
    ).one()
    voorzitter, adres = als(wereld.wie["voorzitter"]), f"/uitvragen/{verzoek.id}/namens"
    for keuze, status in (({}, 422), ({"artikel_9_erbij": "ja"}, 422), ({"artikel_9_erbij": "nee"}, 303)):
        antwoord = geef(voorzitter, adres, **ANTWOORD, **keuze)
        assert antwoord.status_code == status, keuze
    assert laatste(db_sessie).artikel_9 is False


def test_aanschuiver__kan_zelf_antwoorden(gevraagd: Gevraagd, fabriek: Fabriek) -> None:
    overleg = fabriek.overleg(gevraagd.wereld.tafel, vandaag(), OverlegStatus.GEPUBLICEERD)
    punt = fabriek.punt(overleg, PuntSoort.CASUS, gevraagd.wereld.casus)
    gast = fabriek.gebruiker(gevraagd.ziekenhuis)
    gevraagd.sessie.add(
        Aanschuiver(punt_id=punt.id, organisatie_id=gevraagd.ziekenhuis.id, gebruiker_id=gast.id)
    )
    fabriek.klaar()
    assert antwoordt_zelf(gevraagd.sessie, gevraagd.verzoek)
