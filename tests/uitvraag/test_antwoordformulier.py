"""The answer to a uitvraag as a Word form, through the door: what becomes of it, and who may."""

from __future__ import annotations

import uuid
from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Belang, Directbetrokkene, Gebeurtenis, Informatiebijdrage, Informatieverzoek
from models.waarden import BetrokkeneRol, BijdrageStatus, CasusStatus, OrganisatieSoort, Rol
from overleg.basis.klok import vandaag
from overleg.instroom.regels.aanmelding import ZET_OP_PLEK
from overleg.instroom.regels.formulier import KOP, niet_geplaatst
from overleg.logboek.soorten import Soort
from overleg.uitvraag.routes.verwerken import NOG_NIET_BEWAARD
from overleg.uitvraag.routes.verzoeken import AL_GEANTWOORD
from overleg.verslag.formulieren.antwoord import ANDERE_VRAAG, ANTWOORD
from overleg.verslag.routes.antwoordformulier import GEWIJZIGD
from overleg.verslag.word.antwoordformulier import GEEN_ARTIKEL_9
from tests.steun.fabriek import Fabriek
from tests.uitvraag.conftest import Wereld
from tests.uitvraag.stappen import BEKEND, Als, geef, laatste, velden, verzoek_aan, vraag
from tests.verslag.formulier import LEEG, Papier, haal, lever

Org = OrganisatieSoort
FEITEN = "Vier mutaties.\nEn een aangifte 😀 محمد <b>&amp;"


class Vraag:
    """The question to the politie, and the ways to its form."""

    def __init__(self, wereld: Wereld, als: Als, sessie: Session) -> None:
        self.wereld, self.sessie = wereld, sessie
        vraag(als, wereld, Org.POLITIE, Org.OM)
        self.verzoek_id = verzoek_aan(sessie, wereld, Org.POLITIE).id
        self.politie = als(wereld.wie["politie"])
        self.voorzitter = als(wereld.wie["voorzitter"])

    @property
    def verzoek(self) -> Informatieverzoek:
        return verzoek_aan(self.sessie, self.wereld, Org.POLITIE)

    @property
    def adres(self) -> str:
        return f"/uitvragen/{self.verzoek_id}"

    @property
    def ophalen(self) -> str:
        return f"{self.adres}/formulier.docx"

    @property
    def inleveren(self) -> str:
        return f"{self.adres}/uit-formulier"

    def papier(self) -> Papier:
        papier = haal(self.politie, self.ophalen)
        papier.typ("bekend", "Ja")
        papier.typ("feiten", FEITEN, stukken=3)
        return papier

    def aantal(self) -> int:
        self.sessie.rollback()
        return self.sessie.scalar(select(func.count()).select_from(Informatiebijdrage)) or 0

    def vraag_opnieuw(self, als: Als, tekst: str) -> None:
        self.voorzitter.post(f"{self.adres}/intrekken")
        vraag(als, self.wereld, Org.POLITIE)
        self.verzoek.vraag = tekst
        self.sessie.commit()


@pytest.fixture
def v(wereld: Wereld, als: Als, db_sessie: Session) -> Vraag:
    """Ask the politie and the OM."""
    return Vraag(wereld, als, db_sessie)


def test_heen_en_terug__pas_bewaard_na_indienen(v: Vraag) -> None:
    papier = v.papier()
    papier.typ("oordeel", "Het neemt toe.")
    papier.vink("achtergehouden")
    papier.typ("achtergehouden_reden", "Een lopend onderzoek.")
    blad = lever(v.politie, papier.bewaar(), pad=v.inleveren)
    assert blad.status_code == 200, blad.text
    assert NOG_NIET_BEWAARD in blad.text
    assert "Uit uw formulier, niet geplaatst" not in blad.text
    assert v.aantal() == 0
    ingevuld = velden(blad, v.adres)
    assert ingevuld["feiten"] == FEITEN
    assert v.politie.post(v.adres, data={**ingevuld, "actie": "indienen"}).status_code == 422
    klaar = v.politie.post(v.adres, data={**ingevuld, "noodzakelijk": "y", "actie": "indienen"})
    assert klaar.status_code == 303, klaar.text
    bijdrage = laatste(v.sessie)
    assert bijdrage.status is BijdrageStatus.INGEDIEND
    assert (bijdrage.bekend, bijdrage.feiten, bijdrage.oordeel) == (True, FEITEN, "Het neemt toe.")
    assert (bijdrage.achtergehouden, bijdrage.achtergehouden_reden) == (True, "Een lopend onderzoek.")
    assert {o.organisatie.soort for o in bijdrage.ontvangers} == {Org.OM, Org.VEILIG_THUIS}


def test_niet_bekend__en_meteen_klaar(v: Vraag) -> None:
    papier = haal(v.politie, v.ophalen)
    papier.typ("bekend", "nee")
    ingevuld = velden(lever(v.politie, papier.bewaar(), pad=v.inleveren), v.adres)
    assert v.politie.post(v.adres, data={**ingevuld, "actie": "indienen"}).status_code == 303
    assert laatste(v.sessie).bekend is False


def test_ophalen__staat_als_download_in_het_logboek(v: Vraag) -> None:
    haal(v.politie, v.ophalen)
    haal(v.politie, v.ophalen)
    v.sessie.rollback()
    regels = v.sessie.scalars(
        select(Gebeurtenis).where(Gebeurtenis.soort.in_([Soort.VERZOEK_GEDOWNLOAD, Soort.CASUS_GEDOWNLOAD]))
    ).all()
    assert [r.soort for r in regels].count(Soort.VERZOEK_GEDOWNLOAD.value) == 2
    assert [r.soort for r in regels].count(Soort.CASUS_GEDOWNLOAD.value) == 2
    assert {r.casus_id for r in regels} == {v.wereld.casus.id}


def test_erin__wat_het_scherm_toont_en_minder(v: Vraag) -> None:
    casus = v.wereld.casus
    casus.wat_gebeurd = casus.betrokkenen[0].adres = casus.betrokkenen[0].andere_namen = "KANARIE"
    v.verzoek.reden = "KANARIE"
    v.sessie.commit()
    geef(v.politie, v.adres, **{**BEKEND, "feiten": "KANARIE"}, actie="concept")
    with ZipFile(BytesIO(v.politie.get(v.ophalen).data)) as pak:
        alles = b"".join(pak.read(naam) for naam in pak.namelist()).decode("utf-8", "ignore")
    for nodig in ("Marijke Stoelwinder", "Fenna Aartshof", "2017", GEEN_ARTIKEL_9):
        assert nodig in alles
    mensen = [v.wereld.wie["voorzitter"].naam, v.wereld.wie["politie"].naam, v.wereld.wie["politie"].email]
    for verboden in ("KANARIE", str(casus.id), *mensen):
        assert verboden not in alles
    for soort in (Org.OM, Org.RECLASSERING, Org.RVDK):
        assert v.wereld.org[soort].naam not in alles, "who takes part does not leave the system"


def test_wat_niet_past__tot_het_is_verwerkt(v: Vraag) -> None:
    papier = v.papier()
    papier.typ("bekend", "Misschien")
    papier.document.add_paragraph("Bel mij hierover.")
    blad = lever(v.politie, papier.bewaar(), pad=v.inleveren)
    assert "Uit uw formulier, niet geplaatst" in blad.text
    ingevuld = {**velden(blad, v.adres), "bekend": "ja", "noodzakelijk": "y"}
    niet = v.politie.post(v.adres, data={**ingevuld, "actie": "indienen"})
    assert niet.status_code == 422
    assert ZET_OP_PLEK in niet.text
    assert v.politie.post(v.adres, data={**ingevuld, "actie": "concept"}).status_code == 303
    assert {rest.tekst for rest in niet_geplaatst(laatste(v.sessie).feiten)} == {
        "Misschien",
        "Bel mij hierover.",
    }
    blad = v.politie.get(v.adres)
    assert "Uit uw formulier, niet geplaatst" in blad.text
    assert KOP not in v.voorzitter.get(f"/casussen/{v.wereld.casus.id}/uitvraag").text
    blad = v.politie.post(v.adres, data={**velden(blad, v.adres), "actie": "verwerkt"})
    assert blad.status_code == 200
    assert NOG_NIET_BEWAARD in blad.text
    ingevuld = velden(blad, v.adres)
    assert ingevuld["feiten"] == FEITEN
    assert v.politie.post(v.adres, data={**ingevuld, "actie": "indienen"}).status_code == 303
    assert laatste(v.sessie).feiten == FEITEN


def test_vak_voor_een_adres_uit_een_ander_formulier__geweigerd_en_niet_stil_weg(v: Vraag) -> None:
    papier = v.papier()
    papier.typ("oordeel", "Schuilweg 7")
    papier.vakken["oordeel"].find("w:sdtPr/w:tag", papier.document.element.nsmap).set(
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}val", "betrokkenen-0-adres"
    )
    blad = lever(v.politie, papier.bewaar(), pad=v.inleveren)
    assert blad.status_code == 422
    assert "Zet dit in het formulier in het goede vak" in blad.text
    assert "Schuilweg" not in blad.text


def test_te_lang__422_en_heel_op_het_scherm(v: Vraag) -> None:
    papier = v.papier()
    papier.typ("feiten", "é" * 100_000)
    blad = lever(v.politie, papier.bewaar(), pad=v.inleveren)
    assert blad.status_code == 422
    assert "Maak deze tekst korter" in blad.text
    assert velden(blad, v.adres)["feiten"] == "é" * 100_000


def test_er_is_een_concept__beide_teksten_en_niets_vanzelf_over_elkaar(v: Vraag) -> None:
    van_collega = {**BEKEND, "feiten": "Van de collega.", "oordeel": "Blijft staan."}
    geef(v.politie, v.adres, **van_collega, actie="concept")
    blad = lever(v.politie, v.papier().bewaar(), pad=v.inleveren)
    assert blad.status_code == 409
    assert "met iets anders bij: Feiten" in blad.text
    assert "Van de collega." in blad.text
    assert laatste(v.sessie).feiten == "Van de collega."
    ingevuld = velden(blad, v.adres)
    assert (ingevuld["feiten"], ingevuld["oordeel"]) == (FEITEN, "Blijft staan.")
    assert v.politie.post(v.adres, data={**ingevuld, "actie": "concept"}).status_code == 303
    assert laatste(v.sessie).feiten == FEITEN
    assert v.aantal() == 1
    nog_eens = lever(v.politie, v.papier().bewaar(), pad=v.inleveren)
    assert nog_eens.status_code == 200, "the same once more takes nothing away"


def test_al_beantwoord__wordt_een_aanvulling(v: Vraag) -> None:
    bestand = v.papier().bewaar()
    geef(v.politie, v.adres, **BEKEND)
    blad = lever(v.politie, bestand, pad=v.inleveren)
    assert AL_GEANTWOORD in blad.text
    ingevuld = velden(blad, "/aanvulling")
    assert ingevuld["feiten"] == FEITEN
    klaar = v.politie.post(
        f"{v.adres}/aanvulling", data={**ingevuld, "noodzakelijk": "y", "actie": "indienen"}
    )
    assert klaar.status_code == 303, klaar.text
    assert v.aantal() == 2


def test_vraag_gewijzigd__gelezen_met_wat_te_doen(v: Vraag, als: Als) -> None:
    bestand = v.papier().bewaar()
    v.vraag_opnieuw(als, "Wat weet u van hun werk?")
    blad = lever(v.politie, bestand, pad=v.inleveren)
    assert blad.status_code == 200, blad.text
    assert GEWIJZIGD in blad.text
    assert "Wat weet u van hun werk?" in blad.text
    assert velden(blad, v.adres)["feiten"] == FEITEN
    assert "niet geplaatst" not in blad.text


def test_iemand_bij_de_casus__de_vraag_blijft_dezelfde(v: Vraag) -> None:
    bestand = v.papier().bewaar()
    v.sessie.add(Directbetrokkene(casus_id=v.wereld.casus.id, rol=BetrokkeneRol.KIND, naam="Erbij Gekomen"))
    v.sessie.commit()
    assert GEWIJZIGD not in lever(v.politie, bestand, pad=v.inleveren).text


def test_iemand_niet_meer_in_de_vraag__zegt_dat_zij_anders_is(v: Vraag) -> None:
    bestand = v.papier().bewaar()
    verzoek = v.verzoek
    verzoek.personen.pop()
    v.sessie.commit()
    assert GEWIJZIGD in lever(v.politie, bestand, pad=v.inleveren).text


def test_dag_voorbij__kan_nog_en_zegt_het(v: Vraag) -> None:
    bestand = v.papier().bewaar()
    v.verzoek.uiterlijk = vandaag() - timedelta(days=2)
    v.sessie.commit()
    blad = lever(v.politie, bestand, pad=v.inleveren)
    assert blad.status_code == 200
    assert "Het antwoord had er op" in blad.text
    assert GEWIJZIGD not in blad.text


def test_casus_gesloten__niet_op_te_halen__tekst_blijft_zichtbaar(v: Vraag) -> None:
    bestand = v.papier().bewaar()
    v.sessie.expire_all()
    v.wereld.casus.status = CasusStatus.GESLOTEN
    v.sessie.commit()
    assert v.politie.get(v.ophalen).status_code == 422
    blad = lever(v.politie, bestand, pad=v.inleveren)
    assert blad.status_code == 422
    assert "De casus is gesloten" in blad.text
    assert "Vier mutaties." in blad.text


def test_formulier_van_een_andere_vraag__zelfde_woorden_als_een_die_er_niet_is(v: Vraag, als: Als) -> None:
    om = als(v.wereld.wie["om"])
    ander = haal(om, f"/uitvragen/{verzoek_aan(v.sessie, v.wereld, Org.OM).id}/formulier.docx")
    verzonnen = v.papier()
    merk = verzonnen.vakken[f"{ANTWOORD.tag}{v.verzoek_id}"]
    merk.find("w:sdtPr/w:tag", merk.nsmap).set(
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}val", f"{ANTWOORD.tag}{uuid.uuid4()}"
    )
    antwoorden = [lever(v.politie, p.bewaar(), pad=v.inleveren) for p in (ander, verzonnen)]
    assert {a.status_code for a in antwoorden} == {422}
    zinnen = {a.text.split('class="veld__fout', 1)[1].split("</p>", 1)[0] for a in antwoorden}
    assert len(zinnen) == 1
    assert ANDERE_VRAAG in zinnen.pop()


@pytest.mark.parametrize("wie", ["om", "rvdk", "voorzitter", "gemeente"])
def test_andere_organisatie__haalt_en_levert_niets(v: Vraag, als: Als, wie: str) -> None:
    bestand = v.papier().bewaar()
    client = als(v.wereld.wie[wie])
    for antwoord in (client.get(v.ophalen), client.get(v.inleveren), lever(client, bestand, pad=v.inleveren)):
        assert antwoord.status_code in {403, 404}
        assert "Vier mutaties" not in antwoord.text
    assert v.aantal() == 0


def _dicht(client: FlaskClient, v: Vraag, bestand: bytes) -> None:
    for antwoord in (client.get(v.ophalen), client.get(v.inleveren), lever(client, bestand, pad=v.inleveren)):
        assert antwoord.status_code in {403, 404}
        assert "Vier mutaties" not in antwoord.text


@pytest.mark.parametrize("hoe", ["persoon", "organisatie", "ingetrokken", "weg van de tafel"])
def test_tussen_ophalen_en_inleveren__deur_dicht(v: Vraag, hoe: str) -> None:
    bestand = v.papier().bewaar()
    politie = v.wereld.wie["politie"]
    if hoe == "ingetrokken":
        assert v.voorzitter.post(f"{v.adres}/intrekken").status_code == 303
    elif hoe == "weg van de tafel":
        for plaats in politie.lidmaatschappen:
            plaats.tot = vandaag() - timedelta(days=1)
    else:
        v.sessie.add(
            Belang(
                casus_id=v.wereld.casus.id,
                gebruiker_id=politie.id if hoe == "persoon" else None,
                organisatie_id=politie.organisatie_id if hoe == "organisatie" else None,
                reden="Broer van een betrokkene",
                vastgelegd_door_id=v.wereld.wie["voorzitter"].id,
            )
        )
    v.sessie.commit()
    _dicht(v.politie, v, bestand)
    assert v.aantal() == 0


def test_vertrouwensarts__alleen_wie_de_functie_heeft(v: Vraag, als: Als, fabriek: Fabriek) -> None:
    verzoek = v.verzoek
    arts = Informatieverzoek(
        casus_id=verzoek.casus_id,
        organisatie_id=v.wereld.org[Org.VEILIG_THUIS].id,
        functie="vertrouwensarts",
        vraag="Past dit letsel?",
        uiterlijk=vandaag(),
        gevraagd_door_id=verzoek.gevraagd_door_id,
    )
    fabriek.sessie.add(arts)
    fabriek.klaar()
    pad = f"/uitvragen/{arts.id}/formulier.docx"
    assert als(v.wereld.wie["vt"]).get(pad).status_code in {403, 404}
    assert "(vertrouwensarts)" in "".join(haal(als(v.wereld.wie["arts"]), pad).document.element.itertext())


def test_gast__beantwoordt_ook_op_papier(v: Vraag, als: Als) -> None:
    vraag_aan = v.wereld.wie["gemeente"]
    verzoek = Informatieverzoek(
        casus_id=v.wereld.casus.id,
        organisatie_id=vraag_aan.organisatie_id,
        vraag="Loopt er hulp?",
        uiterlijk=vandaag(),
        gevraagd_door_id=v.wereld.wie["voorzitter"].id,
    )
    v.sessie.add(verzoek)
    v.sessie.commit()
    gast = als(vraag_aan)
    adres = f"/uitvragen/{verzoek.id}"
    papier = haal(gast, f"{adres}/formulier.docx")
    papier.typ("bekend", "Nee")
    assert vraag_aan.lidmaatschappen[0].rol is Rol.GAST
    blad = lever(gast, papier.bewaar(), pad=f"{adres}/uit-formulier")
    assert blad.status_code == 200
    assert velden(blad, adres)["bekend"] == "nee"


def test_verkeerd_bestand__zin_bij_het_veld(v: Vraag, als: Als, fabriek: Fabriek) -> None:
    inbrenger = fabriek.lid(v.wereld.tafel, v.wereld.org[Org.POLITIE], Rol.INBRENGER)
    fabriek.klaar()
    for bestand, zin in (
        (b"geen word", "geen Word-bestand"),
        (haal(als(inbrenger), LEEG).bewaar(), ANTWOORD.ander),
    ):
        antwoord = lever(v.politie, bestand, pad=v.inleveren)
        assert antwoord.status_code == 422
        assert zin in antwoord.text
    assert "Kies het formulier" in v.politie.post(v.inleveren).text


def test_scherm__leidt_ernaartoe(v: Vraag) -> None:
    blad = v.politie.get(v.adres).text
    for pad in (v.ophalen, v.inleveren):
        assert pad in blad
    assert v.politie.get(v.inleveren).status_code == 200
