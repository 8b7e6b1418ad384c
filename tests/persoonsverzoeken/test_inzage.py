"""The inzagepakket of the pleger holds nothing of the victim, and leaves after two people looked at it."""

from collections.abc import Callable
from io import BytesIO

import pytest
from docx import Document
from flask.testing import FlaskClient
from sqlalchemy import select

from models import (
    Bijdrageontvanger,
    Casus,
    Directbetrokkene,
    Gebeurtenis,
    Gebruiker,
    Grondslag,
    Informatiebijdrage,
    Informatieverzoek,
    Inzagedeel,
    Persoonsverzoek,
    Spoedafspraak,
)
from models.waarden import BetrokkeneRol, BijdrageStatus, CasusStatus, OrganisatieSoort, Rol, SpoedSoort
from models.waarden_uitvraag import Antwoordwijze
from models.waarden_verzoeken import Deelkeuze, VerzoekSoort, VerzoekStatus
from overleg.basis.klok import vandaag
from overleg.logboek.soorten import Soort
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]
ADRES, NAAM, BRON = "Kanariestraat 12", "Sofie Kanarie", "Buurman Kanariepiet zag het."


class Wereld:
    """A casus with a victim and a pleger, and who leads the tafel."""

    def __init__(self, fabriek: Fabriek) -> None:
        self.fabriek, self.sessie = fabriek, fabriek.sessie
        tafel = fabriek.tafel()
        vt = fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS)
        self.politie = fabriek.partner(tafel, OrganisatieSoort.POLITIE)
        self.voorzitter = fabriek.lid(tafel, vt, Rol.VOORZITTER, naam="Vera Voor")
        self.secretaris = fabriek.lid(tafel, vt, Rol.SECRETARIS, naam="Sem Schrijft")
        self.agent = fabriek.lid(tafel, self.politie, Rol.DEELNEMER, naam="Tjerk Hoekman")
        self.functionaris = fabriek.gebruiker(vt, functionaris=True)
        self.casus: Casus = fabriek.casus(tafel, self.agent, CasusStatus.BESPROKEN)
        slachtoffer = fabriek.betrokkene(self.casus, BetrokkeneRol.SLACHTOFFER, NAAM)
        slachtoffer.adres = ADRES
        self.pleger: Directbetrokkene = fabriek.betrokkene(self.casus, BetrokkeneRol.PLEGER, "Mark Doorn")
        self.pleger.adres = "Eigenweg 1"
        self.casus.wat_gebeurd = f"Mark sloeg Sofie, op {ADRES}."
        self.casus.grootste_zorg = BRON
        fabriek.klaar()

    def verzoek(self, client: FlaskClient, soort: VerzoekSoort = VerzoekSoort.INZAGE) -> Persoonsverzoek:
        """Record a request of the pleger through the page."""
        antwoord = client.post(
            f"/casussen/{self.casus.id}/persoonsverzoeken",
            data={
                "betrokkene": str(self.pleger.id),
                "soort": soort.value,
                "ontvangen_op": f"{vandaag():%d-%m-%Y}",
                "gevraagd": "Ik wil alles lezen.",
            },
        )
        assert antwoord.status_code == 303, antwoord.text
        self.sessie.expire_all()
        return self.sessie.scalars(select(Persoonsverzoek).where(Persoonsverzoek.soort == soort)).one()

    def toegewezen(self, client: FlaskClient, soort: VerzoekSoort = VerzoekSoort.INZAGE) -> Persoonsverzoek:
        """Record a request and grant it."""
        verzoek = self.verzoek(client, soort)
        besluit = {"besluit-besluit": "toegewezen", "besluit-identiteit": "Paspoort gezien."}
        assert client.post(f"/persoonsverzoeken/{verzoek.id}/besluit", data=besluit).status_code == 303
        self.sessie.expire_all()
        return verzoek


@pytest.fixture
def wereld(fabriek: Fabriek) -> Wereld:
    """Return the casus."""
    return Wereld(fabriek)


def _bekijk_alles(client: FlaskClient, wereld: Wereld, verzoek: Persoonsverzoek) -> None:
    """Take over what is proposed for each part; leave out what gives the source away."""
    assert client.post(f"/persoonsverzoeken/{verzoek.id}/pakket").status_code == 303
    wereld.sessie.expire_all()
    for deel in verzoek.delen:
        keuze = Deelkeuze.OPNEMEN if deel.tekst == deel.origineel else Deelkeuze.AFSCHERMEN
        data = {"keuze": keuze.value, "tekst": deel.tekst}
        if deel.origineel == BRON:
            data = {"keuze": "weglaten", "reden": "De bron moet verborgen blijven."}
        pad = f"/persoonsverzoeken/{verzoek.id}/pakket/{deel.volgorde}"
        assert client.post(pad, data=data).status_code == 303
    wereld.sessie.expire_all()


def test_inzage__geheim_adres__niet_in_het_voorstel(wereld: Wereld, als: Als) -> None:
    wereld.pleger.adres_geheim, wereld.pleger.contact = True, "0612-KANARIE"
    wereld.fabriek.klaar()
    voorzitter = als(wereld.voorzitter)
    verzoek = wereld.toegewezen(voorzitter)
    _bekijk_alles(voorzitter, wereld, verzoek)
    tekst = "".join(deel.tekst + deel.origineel for deel in verzoek.delen)
    assert "Mark Doorn" in tekst
    assert "Eigenweg 1" not in tekst
    assert "KANARIE" not in tekst


def test_inzage__pleger__niets_van_het_slachtoffer_en_twee_paar_ogen(wereld: Wereld, als: Als) -> None:
    voorzitter, secretaris = als(wereld.voorzitter), als(wereld.secretaris)
    verzoek = wereld.toegewezen(voorzitter)
    _bekijk_alles(secretaris, wereld, verzoek)
    pad = f"/persoonsverzoeken/{verzoek.id}"
    assert voorzitter.get(f"{pad}/inzage.docx").status_code == 422
    assert secretaris.post(f"{pad}/pakket/vrijgeven").status_code == 422, "who made it may not let it go"
    assert voorzitter.post(f"{pad}/pakket/vrijgeven").status_code == 303
    bestand = voorzitter.get(f"{pad}/inzage.docx")
    assert bestand.status_code == 200
    assert "Mark" not in bestand.headers["Content-Disposition"]
    document = Document(BytesIO(bestand.data))
    alinea_s = [alinea.text for alinea in document.paragraphs]
    cellen = [cel.text for tabel in document.tables for rij in tabel.rows for cel in rij.cells]
    tekst = "\n".join([*alinea_s, *cellen])
    assert "Mark Doorn" in tekst
    assert "Eigenweg 1" in tekst
    assert "sloeg [afgeschermd]" in tekst
    assert "kanarie" not in tekst.lower()
    assert "Sofie" not in tekst
    soorten = wereld.sessie.scalars(select(Gebeurtenis.soort)).all()
    for soort in (Soort.INZAGEPAKKET_GECONTROLEERD, Soort.INZAGEPAKKET_GEDOWNLOAD):
        assert soort in soorten


def test_inzage__spoedafspraken_gaan_ook_over_deze_persoon(wereld: Wereld, als: Als) -> None:
    tekst = f"Huisverbod voor Mark; Sofie is niet meer op {ADRES}."
    wereld.sessie.add(
        Spoedafspraak(
            casus_id=wereld.casus.id, soort=SpoedSoort.MAATREGELEN, tekst=tekst, door_id=wereld.agent.id
        )
    )
    wereld.fabriek.klaar()
    client = als(wereld.voorzitter)
    verzoek = wereld.toegewezen(client)
    client.post(f"/persoonsverzoeken/{verzoek.id}/pakket")
    wereld.sessie.expire_all()
    (deel,) = [d for d in wereld.sessie.scalars(select(Inzagedeel)) if d.kop.startswith("Spoedafspraken: ")]
    assert "Huisverbod voor Mark" in deel.tekst
    assert "Sofie" not in deel.tekst
    assert "Kanariestraat" not in deel.tekst


def test_inzage__gewijzigd_na_controle__moet_opnieuw_gecontroleerd(wereld: Wereld, als: Als) -> None:
    voorzitter, secretaris = als(wereld.voorzitter), als(wereld.secretaris)
    verzoek = wereld.toegewezen(voorzitter)
    _bekijk_alles(secretaris, wereld, verzoek)
    pad = f"/persoonsverzoeken/{verzoek.id}"
    voorzitter.post(f"{pad}/pakket/vrijgeven")
    assert secretaris.post(f"{pad}/pakket/0", data={"keuze": "opnemen"}).status_code == 303
    assert voorzitter.get(f"{pad}/inzage.docx").status_code == 422
    assert secretaris.post(f"{pad}/pakket").status_code == 303  # beginning anew
    assert voorzitter.post(f"{pad}/pakket/vrijgeven").status_code == 422, "parts wait for a choice"


def test_inzage__keuze_die_niet_past__422_en_tekst_blijft(wereld: Wereld, als: Als) -> None:
    voorzitter = als(wereld.voorzitter)
    verzoek = wereld.toegewezen(voorzitter)
    voorzitter.post(f"/persoonsverzoeken/{verzoek.id}/pakket")
    wereld.sessie.expire_all()
    deel = verzoek.delen[0]
    pad = f"/persoonsverzoeken/{verzoek.id}/pakket/{deel.volgorde}"
    niets_weg = voorzitter.post(pad, data={"keuze": "afschermen", "tekst": deel.origineel})
    assert (niets_weg.status_code, "Er is niets afgeschermd" in niets_weg.text) == (422, True)
    zonder_reden = voorzitter.post(pad, data={"keuze": "weglaten", "tekst": "Bewaard getypt."})
    assert (zonder_reden.status_code, "Bewaard getypt." in zonder_reden.text) == (422, True)
    assert voorzitter.get(f"/persoonsverzoeken/{verzoek.id}/pakket/999").status_code == 404


def test_inzage__wat_de_voorzitter_zelf_niet_mag_zien__komt_er_niet_in(wereld: Wereld, als: Als) -> None:
    wereld.sessie.add(
        Informatiebijdrage(
            casus_id=wereld.casus.id,
            organisatie_id=wereld.politie.id,
            door_id=wereld.agent.id,
            status=BijdrageStatus.INGEDIEND,
            bekend=True,
            feiten="KANARIE-ARTIKEL-9",
            artikel_9=True,
        )
    )
    wereld.fabriek.klaar()
    voorzitter = als(wereld.voorzitter)
    verzoek = wereld.toegewezen(voorzitter)
    voorzitter.post(f"/persoonsverzoeken/{verzoek.id}/pakket")
    blad = voorzitter.get(f"/persoonsverzoeken/{verzoek.id}").text
    assert f"zelf op het verzoek te antwoorden: {wereld.politie.naam}" in blad
    delen = wereld.sessie.scalars(select(Inzagedeel.origineel)).all()
    assert not [deel for deel in delen if "KANARIE-ARTIKEL-9" in deel]


def test_inzage__door_een_ander_vastgelegd__wie_en_hoe_staat_erbij(wereld: Wereld, als: Als) -> None:
    sessie, casus = wereld.sessie, wereld.casus
    vraag = Informatieverzoek(
        casus_id=casus.id,
        organisatie_id=wereld.politie.id,
        gevraagd_door_id=wereld.voorzitter.id,
        uiterlijk=vandaag(),
    )
    sessie.add(vraag)
    sessie.flush()
    grond = sessie.scalars(select(Grondslag).where(Grondslag.tafel_id == casus.tafel_id)).first()
    assert grond is not None
    vt = wereld.voorzitter.organisatie_id
    sessie.add(
        Informatiebijdrage(
            casus_id=casus.id,
            verzoek_id=vraag.id,
            organisatie_id=wereld.politie.id,
            door_id=wereld.voorzitter.id,
            status=BijdrageStatus.INGEDIEND,
            bekend=True,
            feiten="Gezien op de spoedpost.",
            gegeven_door="Rikst Oosterling",
            gegeven_functie="Agent",
            gegeven_hoe=Antwoordwijze.TELEFOON,
            gegeven_op=vandaag(),
            ontvangers=[Bijdrageontvanger(organisatie_id=vt, grondslag_id=grond.id)],
        )
    )
    wereld.fabriek.klaar()
    voorzitter = als(wereld.voorzitter)
    voorzitter.post(f"/persoonsverzoeken/{wereld.toegewezen(voorzitter).id}/pakket")
    delen = {deel.kop: deel for deel in sessie.scalars(select(Inzagedeel))}
    deel = delen[f"Informatie van {wereld.politie.naam}: wie die gaf en vastlegde"]
    assert "Gegeven door Rikst Oosterling" in deel.origineel
    assert "Vastgelegd door Vera Voor" in deel.origineel
    assert "Rikst Oosterling" not in deel.tekst, "proposed to be shielded, as other names are"


@pytest.mark.parametrize("wie", ["agent", "functionaris"])
def test_verzoek__alleen_wie_de_tafel_leidt(wereld: Wereld, als: Als, wie: str) -> None:
    verzoek = wereld.toegewezen(als(wereld.voorzitter))
    client = als(getattr(wereld, wie))
    assert client.get(f"/persoonsverzoeken/{verzoek.id}").status_code == 404
    register = client.get("/persoonsverzoeken")
    assert register.status_code == (200 if wie == "functionaris" else 403)
    assert "Mark Doorn" not in register.text
    assert "alles lezen" not in register.text
    if wie == "functionaris":
        assert wereld.casus.kenmerk is not None
        assert wereld.casus.kenmerk in register.text


def test_besluit__nee_zonder_reden_en_zonder_identiteit__422(wereld: Wereld, als: Als) -> None:
    voorzitter = als(wereld.voorzitter)
    verzoek = wereld.verzoek(voorzitter)
    pad = f"/persoonsverzoeken/{verzoek.id}/besluit"
    zonder = {"besluit-besluit": "geweigerd", "besluit-identiteit": "Paspoort gezien."}
    assert "wat u weigert en waarom" in voorzitter.post(pad, data=zonder).text
    assert voorzitter.post(pad, data={"besluit-besluit": "toegewezen"}).status_code == 422
    assert als(wereld.secretaris).post(pad, data=zonder).status_code == 403
    assert voorzitter.post(pad, data=zonder | {"besluit-reden": "Gaat over een ander."}).status_code == 303
    wereld.sessie.expire_all()
    assert verzoek.status is VerzoekStatus.AFGEROND
    assert voorzitter.post(pad, data=zonder | {"besluit-reden": "Nog eens."}).status_code == 422


def test_correctie__nieuwe_gegevens_en_wat_er_stond_blijft_leesbaar(wereld: Wereld, als: Als) -> None:
    voorzitter = als(wereld.voorzitter)
    verzoek = wereld.toegewezen(voorzitter, VerzoekSoort.CORRECTIE)
    pad = f"/persoonsverzoeken/{verzoek.id}/corrigeren"
    zelfde = {"corrigeren-naam": "Mark Doorn"}
    assert "Er is niets veranderd" in voorzitter.post(pad, data=zelfde).text
    goed = {"corrigeren-naam": "Mark van Doorn", "corrigeren-geboren": "14-03-1988"}
    assert voorzitter.post(pad, data=goed).status_code == 303
    wereld.sessie.expire_all()
    assert wereld.pleger.naam == "Mark van Doorn"
    blad = voorzitter.get(f"/persoonsverzoeken/{verzoek.id}").text
    assert "Mark Doorn" in blad
    assert "14-03-1988" in blad


def test_verklaring_en_beperking__iedereen_bij_de_casus_ziet_ze_tot_ze_eindigen(
    wereld: Wereld, als: Als
) -> None:
    voorzitter, agent = als(wereld.voorzitter), als(wereld.agent)
    pad = f"/casussen/{wereld.casus.id}"
    assert "Ik wil alles lezen." not in agent.get(pad).text
    wereld.toegewezen(voorzitter, VerzoekSoort.VERKLARING)
    assert "Ik wil alles lezen." in agent.get(pad).text
    beperking = wereld.toegewezen(voorzitter, VerzoekSoort.BEPERKING)
    assert "Het gebruik van gegevens is beperkt" in agent.get(pad).text
    einde = f"/persoonsverzoeken/{beperking.id}/opheffen"
    assert voorzitter.post(einde, data={"opheffen-reden": "Betrokkene gehoord."}).status_code == 303
    assert "Het gebruik van gegevens is beperkt" not in agent.get(pad).text


def test_verlengen__een_keer_en_met_reden(wereld: Wereld, als: Als) -> None:
    voorzitter = als(wereld.voorzitter)
    verzoek = wereld.verzoek(voorzitter)
    pad = f"/persoonsverzoeken/{verzoek.id}/verlengen"
    eerst = verzoek.uiterlijk
    assert voorzitter.post(pad, data={"verlengen-reden": ""}).status_code == 422
    assert voorzitter.post(pad, data={"verlengen-reden": "Veel stukken."}).status_code == 303
    wereld.sessie.expire_all()
    assert verzoek.uiterlijk > eerst
    assert voorzitter.post(pad, data={"verlengen-reden": "Nog meer."}).status_code == 422
