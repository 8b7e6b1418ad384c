"""Members and partners from a sheet: what is shown first, what is done, and what is refused in words."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO

import pytest
from flask.testing import FlaskClient
from openpyxl import Workbook
from sqlalchemy import select
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from models import Gebeurtenis, Gebruiker, Tafelpartner
from models.waarden import Bezetting, Partnervorm
from overleg.basis.klok import vandaag
from overleg.beheer.handelingen.berichten import ACCOUNT, TAFEL
from overleg.beheer.regels.ledenblad.waarden import INTUSSEN
from overleg.verslag.tabellen.leden import LEDENKOPPEN
from tests.steun.database import ALLEEN_SQLITE, ook_anderen_schrijven
from tests.steun.fabriek import Fabriek
from tests.verslag.ledenwereld import (
    Wereld,
    als_bestand,
    bevestig,
    haal,
    lees,
    maak_wereld,
    nieuw,
    stuur,
    velden,
    vul,
)

Als = Callable[[Gebruiker], FlaskClient]
MORGEN = vandaag() + timedelta(days=1)


@pytest.fixture
def wereld(fabriek: Fabriek) -> Wereld:
    """Make the tafel."""
    return maak_wereld(fabriek)


@pytest.fixture
def beheer(wereld: Wereld, als: Als) -> FlaskClient:
    """Return the beheerder, signed in."""
    return als(wereld.beheerder)


def test_heen_en_terug__eerst_zien_dan_overnemen(wereld: Wereld, beheer: FlaskClient) -> None:
    assert beheer.get(wereld.pad).status_code == 200
    bestand = haal(wereld, beheer)
    assert bestand.sheetnames == ["Leden", "Voorbeeld", "Partners", "Organisaties", "Over dit werkblad"]
    vul(bestand, 2, Vast_of_achtervang="achtervang", Mandaat="nee", Tot_en_met=MORGEN)
    vul(bestand, 4, **nieuw(wereld, Bijzondere_functie="Jeugd", Vanaf=MORGEN, Mandaat="ja"))
    vul(bestand, 4, "Partners", Organisatie=wereld.om.naam.upper(), Neemt_deel="op verzoek")
    voorstel = stuur(wereld, beheer, bestand)
    assert voorstel.status_code == 200
    leesbaar = lees(voorstel)
    assert "Nieuw: 2, gewijzigd: 1, ongewijzigd: 3, klopt niet: 0." in leesbaar
    assert "Vast of achtervang: vast lid wordt achtervang" in leesbaar
    assert "Nadia Nieuw" in leesbaar
    assert "Nieuw, met uitnodiging" in leesbaar
    assert set(wereld.leden()) == {"Vera Voorzitter", "Anna Agent"}
    assert "gebruiker_gemaakt" not in wereld.soorten()
    klaar = bevestig(wereld, beheer, voorstel)
    assert klaar.status_code == 200
    assert "Overgenomen: 1 nieuwe plaats, 1 gewijzigde plaats, 1 nieuwe partner." in lees(klaar)
    assert klaar.text.count("/wachtwoord-kiezen/") == 1
    leden = wereld.leden()
    nadia, agent = leden["Nadia Nieuw"], leden["Anna Agent"]
    assert (nadia.gebruiker.email, nadia.functie, nadia.vanaf) == ("n.nieuw@voorbeeld.nl", "Jeugd", MORGEN)
    assert (nadia.mandaat, nadia.bezetting, nadia.tot) == (True, Bezetting.VAST, None)
    assert (agent.mandaat, agent.bezetting, agent.tot) == (False, Bezetting.ACHTERVANG, MORGEN)
    partner = wereld.sessie.scalars(select(Tafelpartner).filter_by(organisatie_id=wereld.om.id)).one()
    assert partner.vorm is Partnervorm.OP_VERZOEK
    soorten = wereld.soorten()
    for soort in ("ledenblad_gedownload", "gebruiker_gemaakt", "lid_toegevoegd", "lid_gewijzigd"):
        assert soorten.count(soort) == 1, soort
    assert soorten.count("instelling_toegevoegd") == 1


def test_zelfde_werkblad_nog_eens__verandert_niets(wereld: Wereld, beheer: FlaskClient) -> None:
    bestand = haal(wereld, beheer)
    vul(bestand, 2, Mandaat="nee")
    vul(bestand, 4, **nieuw(wereld))
    bevestig(wereld, beheer, stuur(wereld, beheer, bestand))
    opnieuw = stuur(wereld, beheer, bestand)
    assert "Er verandert niets" in opnieuw.text
    assert "ongewijzigd: 5, klopt niet: 0." in lees(opnieuw)
    assert "goede" not in opnieuw.text


def test_fout_naast_goed__alleen_het_goede_en_pas_als_u_dat_kiest(
    wereld: Wereld, beheer: FlaskClient
) -> None:
    bestand = haal(wereld, beheer)
    vul(bestand, 4, **nieuw(wereld))
    vul(bestand, 5, **nieuw(wereld, Emailadres="geen adres", Naam="Piet Fout", Rol="baas"))
    voorstel = stuur(wereld, beheer, bestand)
    leesbaar = lees(voorstel)
    assert "Leden, rij 5" in leesbaar
    assert "E-mailadres: Vul een e-mailadres in, bijvoorbeeld naam@organisatie.nl." in leesbaar
    assert "Rol: ‘baas’ kan hier niet. Kies uit: voorzitter, secretaris, deelnemer" in leesbaar
    assert "Neem alleen de goede rij over" in leesbaar
    assert "Kies het verbeterde werkblad" in leesbaar
    assert bevestig(wereld, beheer, voorstel).status_code == 200
    assert set(wereld.leden()) == {"Vera Voorzitter", "Anna Agent", "Nadia Nieuw"}
    vul(bestand, 5, Emailadres="p.goed@voorbeeld.nl", Naam="Piet Goed", Rol="Gast ")
    verbeterd = stuur(wereld, beheer, bestand)
    assert "Nieuw: 1, gewijzigd: 0, ongewijzigd: 5, klopt niet: 0." in lees(verbeterd)


def test_tussen_zien_en_bevestigen_gewijzigd__eerst_opnieuw_zien(wereld: Wereld, beheer: FlaskClient) -> None:
    bestand = haal(wereld, beheer)
    vul(bestand, 2, Mandaat="nee")
    vul(bestand, 4, **nieuw(wereld))
    voorstel = stuur(wereld, beheer, bestand)
    wereld.leden()["Anna Agent"].functie = "Zeden"
    wereld.sessie.commit()
    opnieuw = bevestig(wereld, beheer, voorstel)
    assert opnieuw.status_code == 409
    assert "Intussen is er iets gewijzigd" in opnieuw.text
    assert INTUSSEN in lees(opnieuw)
    assert "Nadia Nieuw" not in wereld.leden()
    assert "gebruiker_gemaakt" not in wereld.soorten()
    assert bevestig(wereld, beheer, opnieuw).status_code == 200
    leden = wereld.leden()
    assert "Nadia Nieuw" in leden
    assert (leden["Anna Agent"].functie, leden["Anna Agent"].mandaat) == ("Zeden", True)


def test_twee_keer_bevestigen__de_tweede_keer_opnieuw_zien(wereld: Wereld, beheer: FlaskClient) -> None:
    bestand = haal(wereld, beheer)
    vul(bestand, 4, **nieuw(wereld))
    voorstel = stuur(wereld, beheer, bestand)
    assert bevestig(wereld, beheer, voorstel).status_code == 200
    assert bevestig(wereld, beheer, voorstel).status_code == 409
    assert wereld.soorten().count("gebruiker_gemaakt") == 1


def test_het_scherm_zou_weigeren__niets_gedaan_en_bij_welke_rij(
    wereld: Wereld, beheer: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    bestand = haal(wereld, beheer)
    vul(bestand, 2, Mandaat="nee")
    vul(bestand, 4, **nieuw(wereld))
    voorstel = stuur(wereld, beheer, bestand)
    weiger = "overleg.beheer.handelingen.leden._heeft_al"
    monkeypatch.setattr(weiger, lambda *_wat: True)
    antwoord = bevestig(wereld, beheer, voorstel)
    assert antwoord.status_code == 422
    assert "Leden, rij 4: Deze persoon heeft deze rol hier al." in lees(antwoord)
    leden = wereld.leden()
    assert (set(leden), leden["Anna Agent"].mandaat) == ({"Vera Voorzitter", "Anna Agent"}, True)
    assert not {"gebruiker_gemaakt", "lid_gewijzigd"} & set(wereld.soorten())
    monkeypatch.undo()
    assert bevestig(wereld, beheer, antwoord).status_code == 200


def test_account_uit_een_werkblad__telt_niet_als_tweede_persoon(wereld: Wereld, beheer: FlaskClient) -> None:
    """The line by which decision 028 knows a puppet: made by this beheerder, just now."""
    bestand = haal(wereld, beheer)
    vul(bestand, 4, **nieuw(wereld))
    bevestig(wereld, beheer, stuur(wereld, beheer, bestand))
    nadia = wereld.leden()["Nadia Nieuw"].gebruiker
    (regel,) = wereld.sessie.scalars(select(Gebeurtenis).filter_by(soort="gebruiker_gemaakt"))
    assert (regel.gebruiker_id, regel.object_id) == (wereld.beheerder.id, nadia.id)
    assert (nadia.beheerder, nadia.functionaris, nadia.password) == (False, False, None)


def test_mail__uitnodiging_en_bericht__de_voorzitter_krijgt_er_een(
    wereld: Wereld, beheer: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("overleg.toegang.uitnodigen.heeft_mailserver", lambda: True)
    bestand = haal(wereld, beheer)
    vul(bestand, 4, **nieuw(wereld))
    vul(bestand, 5, **nieuw(wereld, Naam="Otto Nieuw", Emailadres="otto@voorbeeld.nl", Rol="secretaris"))
    klaar = bevestig(wereld, beheer, stuur(wereld, beheer, bestand))
    assert klaar.status_code == 303
    assert klaar.headers["Location"] == f"/beheer/tafels/{wereld.tafel.id}/leden"
    assert "krijgt een uitnodiging per mail" in beheer.get(klaar.headers["Location"]).text
    nieuwe = {"n.nieuw@voorbeeld.nl", "otto@voorbeeld.nl"}
    assert set(wereld.mails("Uw account voor het Actie-overleg")) == nieuwe
    assert set(wereld.mails(ACCOUNT)) == nieuwe
    (tekst,) = wereld.mails(TAFEL).values()
    assert f"- Nadia Nieuw, {wereld.politie.naam}: deelnemer" in tekst
    assert "- Otto Nieuw" in tekst


def test_rollen_naast_een_tafel__niet_met_een_werkblad(wereld: Wereld, beheer: FlaskClient) -> None:
    bestand = haal(wereld, beheer)
    vul(bestand, 4, **nieuw(wereld, Rol="Beheerder"))
    vul(bestand, 5, **nieuw(wereld, Rol="functionaris", Emailadres="f@voorbeeld.nl"))
    b = wereld.beheerder
    vul(bestand, 6, **nieuw(wereld, Naam=b.naam, Emailadres=b.email, Organisatie=wereld.vt.naam))
    voorstel = stuur(wereld, beheer, bestand)
    leesbaar = lees(voorstel)
    assert "klopt niet: 3." in leesbaar
    assert "Beheerder wordt iemand niet met een werkblad" in leesbaar
    assert "functionaris gegevensbescherming zit niet zelf aan een tafel" in leesbaar
    assert "Uzelf kunt u geen rol aan een tafel geven" in leesbaar
    assert "rijen over" not in leesbaar
    assert bevestig(wereld, beheer, voorstel).status_code == 303
    assert set(wereld.leden()) == {"Vera Voorzitter", "Anna Agent"}


def test_geknoeid__422_en_niets_gedaan(wereld: Wereld, beheer: FlaskClient) -> None:
    bestand = haal(wereld, beheer)
    vul(bestand, 4, **nieuw(wereld))
    goed = velden(stuur(wereld, beheer, bestand))
    rij = next(naam for naam in goed if naam.endswith("-rij"))
    kwaad: tuple[str, ...] = (
        "",
        "x",
        "1",
        "[" * 100_000,
        '["Leden", 2, {}]',
        '["Elders", 2, {}, []]',
        '["Leden", 99999, {}, []]',
        '["Leden", true, {}, []]',
        '["Leden", 2, [], []]',
        '["Leden", 2, {"Naam": 1}, []]',
        '["Leden", 2, {}, [1]]',
        '[["Leden"], 2, {}, []]',
    )
    for tekst in kwaad:
        antwoord = beheer.post(f"{wereld.pad}/inleveren", data={**goed, rij: tekst})
        assert antwoord.status_code == 422, tekst[:40]
        assert "Kies het werkblad opnieuw" in antwoord.text
    assert beheer.post(f"{wereld.pad}/inleveren", data={}).status_code == 422
    anders = {**goed, rij: '["Leden", 2, {"Naam": "Eva", "E-mailadres": "eva@x.nl"}, []]'}
    assert beheer.post(f"{wereld.pad}/inleveren", data=anders).status_code == 409
    te_veel = {f"rijen-{nummer}-rij": '["Leden", 2, {}, []]' for nummer in range(501)}
    assert beheer.post(f"{wereld.pad}/inleveren", data={**te_veel, "gezien": "x"}).status_code == 422
    assert set(wereld.leden()) == {"Vera Voorzitter", "Anna Agent"}


@pytest.mark.parametrize("plek", ["tekst", "kolom", "formule"])
def test_half_teken_in_de_rij__gelezen_zonder_en_geen_500(
    wereld: Wereld, beheer: FlaskClient, plek: str
) -> None:
    goed = velden(stuur(wereld, beheer, haal(wereld, beheer)))
    kolom = "Naam\\ud800" if plek == "kolom" else "Naam"
    tekst = "Piet\\ud800" if plek == "tekst" else "Piet"
    formules = '["Naam\\ud800"]' if plek == "formule" else "[]"
    rij = f'["Leden", 7, {{"{kolom}": "{tekst}", "E-mailadres": "p@voorbeeld.nl"}}, {formules}]'
    antwoord = beheer.post(f"{wereld.pad}/inleveren", data={"rijen-0-rij": rij, "gezien": goed["gezien"]})
    assert antwoord.status_code == 409
    assert "Piet" in lees(antwoord)


@ALLEEN_SQLITE  # one lock to write for everybody is SQLite's way
def test_bekijken__anderen_kunnen_schrijven(
    wereld: Wereld, beheer: FlaskClient, monkeypatch: pytest.MonkeyPatch, database_url: str
) -> None:
    bestand = haal(wereld, beheer)
    plek = "overleg.verslag.routes.ledenblad."
    namen = ("lees_ledenblad", "beoordeel_blad", "toon")
    gedaan = ook_anderen_schrijven(monkeypatch, database_url, *(plek + naam for naam in namen))
    voorstel = stuur(wereld, beheer, bestand)
    assert voorstel.status_code == 200
    assert sorted(gedaan) == sorted(namen)
    monkeypatch.undo()
    ook_anderen_schrijven(monkeypatch, database_url, f"{plek}toon")
    anders = beheer.post(f"{wereld.pad}/inleveren", data={**velden(voorstel), "gezien": "x"})
    assert anders.status_code == 409


def test_formule_en_vreemde_tekens__in_woorden(wereld: Wereld, beheer: FlaskClient) -> None:
    bestand = haal(wereld, beheer)
    vul(bestand, 4, **nieuw(wereld, Naam="=A2"))
    vul(bestand, 5, **nieuw(wereld, Naam="<b>Jo</b>\u202e _x0000_", Emailadres="jo@voorbeeld.nl"))
    voorstel = stuur(wereld, beheer, bestand)
    assert "Naam: Hier staat een formule. Typ wat er moet staan." in lees(voorstel)
    assert "&lt;b&gt;Jo&lt;/b&gt;" in voorstel.text
    bevestig(wereld, beheer, voorstel)
    assert "<b>Jo</b>" in wereld.leden()


def test_eigen_bestand__zonder_verborgen_kolommen_en_op_een_ander_blad(
    wereld: Wereld, beheer: FlaskClient
) -> None:
    bestand = Workbook()
    blad = bestand.worksheets[0]
    blad.append(["Nr", *LEDENKOPPEN])
    blad.append([1, "Anna Agent", wereld.agent.email.upper(), "", "Deelnemer", "", "", "", "", "31-12-2099"])
    blad.append([None] * 10)
    blad.append([2, "Nadia", "n@voorbeeld.nl", wereld.politie.naam, "gast"])
    voorstel = stuur(wereld, beheer, bestand)
    assert "Tot en met: geen einddatum wordt 31-12-2099" in lees(voorstel)
    assert "Nieuw: 1, gewijzigd: 1" in lees(voorstel)
    verborgen = Workbook()
    verborgen.create_sheet("Leden", 0).append(list(LEDENKOPPEN))
    verborgen["Leden"].append(["Nadia", "n@voorbeeld.nl", wereld.politie.naam, "gast"])
    verborgen["Leden"].sheet_state = "hidden"
    antwoord = stuur(wereld, beheer, verborgen)
    assert antwoord.status_code == 422
    assert "Er is geen zichtbaar blad met deze kolommen: Naam, E-mailadres" in antwoord.text


def test_te_veel__leeg__geen_werkblad(wereld: Wereld, beheer: FlaskClient) -> None:
    bestand = Workbook()
    bestand.worksheets[0].append(list(LEDENKOPPEN))
    assert "In dit werkblad staat niets" in stuur(wereld, beheer, bestand).text
    for nummer in range(501):
        bestand.worksheets[0].append([f"Naam {nummer}"])
    assert "hoogstens 500 tegelijk" in stuur(wereld, beheer, bestand).text
    assert "Haal het werkblad van deze tafel opnieuw op" in stuur(wereld, beheer, b"PK\x03\x04").text
    assert beheer.post(wereld.pad, data={}).status_code == 422


def test_meer_dan_in_een_keer_kan__getoond_en_niet_gedaan(wereld: Wereld, beheer: FlaskClient) -> None:
    bestand = Workbook()
    bestand.worksheets[0].append(list(LEDENKOPPEN))
    for nummer in range(500):
        waar = wereld.politie.naam if nummer < 101 else "Politie Zuid"
        bestand.worksheets[0].append([f"N {nummer}", f"n{nummer}@voorbeeld.nl", waar, "gast"])
    voorstel = stuur(wereld, beheer, bestand)
    assert voorstel.status_code == 422
    assert "Nieuw: 101" in lees(voorstel)
    assert "hoogstens 100 tegelijk" in lees(voorstel)
    assert "goede rij" not in voorstel.text
    assert bevestig(wereld, beheer, voorstel).status_code == 422
    assert set(wereld.leden()) == {"Vera Voorzitter", "Anna Agent"}


def test_andere_tafel__kent_deze_rijen_niet(wereld: Wereld, beheer: FlaskClient) -> None:
    elders = wereld.fabriek.tafel("Elders", "EL")
    wereld.fabriek.klaar()
    bestand = haal(wereld, beheer)
    vul(bestand, 2, Mandaat="nee")
    grens, lichaam = encode_multipart({"bestand": FileStorage(BytesIO(als_bestand(bestand)), "leden.xlsx")})
    soort = f"multipart/form-data; boundary={grens}"
    antwoord = beheer.post(f"/beheer/tafels/{elders.id}/werkblad", data=lichaam, content_type=soort)
    assert lees(antwoord).count("is van een andere tafel") == 2
    assert beheer.get(f"/beheer/tafels/{uuid.uuid4()}/werkblad").status_code == 404


def test_werkblad__geen_formules_en_namen_als_tekst(wereld: Wereld, beheer: FlaskClient) -> None:
    wereld.agent.naam = "=HYPERLINK(1)"
    wereld.sessie.commit()
    bestand = haal(wereld, beheer)
    assert all(cel.data_type != "f" for blad in bestand for rij in blad.iter_rows() for cel in rij)
    regels = {regel.sqref: regel.formula1 for regel in bestand["Leden"].data_validations.dataValidation}
    assert "'Organisaties'!$A$2:$A$4" in regels.values()
    opnieuw = stuur(wereld, beheer, bestand)
    assert "ongewijzigd: 4, klopt niet: 0." in lees(opnieuw)
