"""Trying to open the lock: another tafel, another organisatie, another status, another's rows."""

import uuid

import pytest
from sqlalchemy import select

from models import Casus, Directbetrokkene, Lidmaatschap, Persoonsvergelijking
from models.waarden import BetrokkeneRol, CasusStatus, PersoonOordeel, Rol
from overleg.instroom.handelingen.personen import werk_vergelijkingen_bij
from tests.instroom.steun import Als, begin, bewaar, dek, personen, thema, velden, velden_in, ververs
from tests.steun.fabriek import BEGIN, Fabriek

PADEN = ("", "/bewerken", "/spoed", "/triage", "/melding")
BESLUITEN = (
    "toelaten",
    "terugsturen",
    "doorverwijzen",
    "afwijzen",
    "heropenen",
    "bespreken-toestaan",
    "personen",
)


def test_andere_tafel__bestaat_niet(fabriek: Fabriek, als: Als) -> None:
    t, elders = dek(fabriek), dek(fabriek, "Brakzijl", "BZ")
    casus = fabriek.casus(t.tafel, t.agent, CasusStatus.AANGEMELD, acuut=True)
    fabriek.klaar()
    for wie in (elders.voorzitter, elders.agent, t.officier):
        client = als(wie)
        for pad in PADEN:
            assert client.get(f"/casussen/{casus.id}{pad}").status_code == 404
        for besluit in BESLUITEN:
            assert client.post(f"/casussen/{casus.id}/triage/{besluit}").status_code == 404
        assert str(casus.kenmerk) not in client.get("/casussen").text


def test_inbrenger__beslist_niet_en_ziet_geen_triage(fabriek: Fabriek, als: Als) -> None:
    t = dek(fabriek)
    casus = fabriek.casus(t.tafel, t.agent, CasusStatus.AANGEMELD)
    fabriek.klaar()
    client = als(t.agent)
    assert client.get("/triage").status_code == 403
    assert client.get(f"/casussen/{casus.id}/triage").status_code == 403
    assert client.get(f"/casussen/{casus.id}/bewerken").status_code == 403, "handed in: not his to change now"
    for besluit in BESLUITEN:
        assert client.post(f"/casussen/{casus.id}/triage/{besluit}").status_code == 403
    assert als(t.voorzitter).get(f"/casussen/{casus.id}/bewerken").status_code == 403


def test_aanmelden__bij_andermans_tafel__geweigerd(fabriek: Fabriek, als: Als) -> None:
    t, elders = dek(fabriek), dek(fabriek, "Brakzijl", "BZ")
    fabriek.klaar()
    als(t.agent).post("/casussen/nieuw", data={"acuut": "nee", "tafel": str(elders.tafel.id)})
    assert {c.tafel_id for c in fabriek.sessie.scalars(select(Casus))} <= {t.tafel.id}


def test_aanmelden__twee_tafels__kiezen(fabriek: Fabriek, als: Als) -> None:
    t, elders = dek(fabriek), dek(fabriek, "Brakzijl", "BZ")
    lid = Lidmaatschap(gebruiker_id=t.agent.id, tafel_id=elders.tafel.id, rol=Rol.INBRENGER, vanaf=BEGIN)
    fabriek.sessie.add(lid)
    fabriek.klaar()
    client = als(t.agent)
    zonder = client.post("/casussen/nieuw", data={"acuut": "nee"})
    assert zonder.status_code == 422
    assert "Kies de overlegtafel." in zonder.text
    met = client.post("/casussen/nieuw", data={"acuut": "nee", "tafel": str(elders.tafel.id)})
    assert met.status_code == 303
    geen_antwoord = client.post("/casussen/nieuw", data={"tafel": str(elders.tafel.id)})
    assert geen_antwoord.status_code == 422


def test_bewerken__verouderd__beide_teksten_en_niets_kwijt(fabriek: Fabriek, als: Als) -> None:
    t = dek(fabriek)
    client = als(t.agent)
    casus = begin(client)
    pad = f"/casussen/{casus}/bewerken"
    oud = velden(client, pad)
    assert bewaar(client, casus, {"wat_gebeurd": "Eerst bewaard."}).status_code == 303
    rijen = personen(("Bo", "30-01-1990", "kind"))
    botsing = client.post(pad, data={**oud, **rijen, "wat_gebeurd": "Mijn tekst.", "actie": "concept"})
    assert botsing.status_code == 409
    for tekst in ("Eerst bewaard.", "Mijn tekst.", "Bo", "30-01-1990"):
        assert tekst in botsing.text
    opnieuw = client.post(pad, data={**velden_in(botsing.text), "actie": "concept"})
    assert opnieuw.status_code == 303
    assert ververs(fabriek, casus).wat_gebeurd == "Mijn tekst."


def test_bewerken__rij_van_een_ander__wordt_een_nieuwe(fabriek: Fabriek, als: Als) -> None:
    t = dek(fabriek)
    vreemd = fabriek.casus(t.tafel, t.officier, CasusStatus.AANGEMELD)
    persoon = fabriek.betrokkene(vreemd, BetrokkeneRol.KIND, "Vreemde Naam")
    fabriek.klaar()
    client = als(t.agent)
    casus = begin(client)
    rij = personen(("Bo", "", "kind")) | {"betrokkenen-0-id": str(persoon.id)}
    assert bewaar(client, casus, rij).status_code == 303
    assert [p.naam for p in ververs(fabriek, casus).betrokkenen] == ["Bo"]
    assert fabriek.sessie.get_one(Directbetrokkene, persoon.id).naam == "Vreemde Naam"


def test_bewerken__rijen__veranderen_en_weg(fabriek: Fabriek, als: Als) -> None:
    t = dek(fabriek)
    client = als(t.agent)
    casus = begin(client)
    bewaar(client, casus, personen(("Bo", "1990", "kind"), ("Cas", "", "pleger")))
    eerst = [p.id for p in ververs(fabriek, casus).betrokkenen]
    pad = f"/casussen/{casus}/bewerken"
    weg = client.post(pad, data={**velden(client, pad), "rij_weg-betrokkenen-0": "1"})
    assert weg.status_code == 200
    assert client.post(pad, data={**velden_in(weg.text), "actie": "concept"}).status_code == 303
    assert [p.id for p in ververs(fabriek, casus).betrokkenen] == eerst[1:]


@pytest.mark.parametrize(
    "raar",
    [
        "\x00\x0b\x1b￾",
        "é\u202e😀 <script>alert(1)</script>",
        "x" * 100_001,
        "30-02-2026",
        "{{ 7*7 }}",
    ],
)
def test_bewerken__rare_invoer__nooit_500_en_niets_kwijt(fabriek: Fabriek, als: Als, raar: str) -> None:
    t = dek(fabriek)
    client = als(t.agent)
    casus = begin(client)
    pad = f"/casussen/{casus}/bewerken"
    gegevens = velden(client, pad) | personen((raar[:300], raar[:300], raar[:300]))
    for naam in list(gegevens):
        if naam != "versie":
            gegevens[naam] = raar
    for actie in ("concept", "indienen"):
        antwoord = client.post(pad, data={**gegevens, "actie": actie})
        assert antwoord.status_code in (200, 303, 409, 422)
        assert "<script>alert(1)" not in antwoord.text
    assert client.post(f"{pad}/stand", data=gegevens).status_code == 200


def test_bewerken__fout__zegt_wat_en_houdt_alles(fabriek: Fabriek, als: Als) -> None:
    t = dek(fabriek)
    client = als(t.agent)
    casus = begin(client)
    antwoord = bewaar(client, casus, personen(("Bo", "30-02-2020", "kind")) | {"grootste_zorg": "Mijn zorg."})
    assert antwoord.status_code == 200, "the rest is saved"
    assert "Deze datum bestaat niet" in antwoord.text
    assert "Mijn zorg." in antwoord.text
    indienen = bewaar(client, casus, {"betrokkenen-0-naam": "", "betrokkenen-0-rol": ""}, "indienen")
    assert "Nog niet ingediend, wel opgeslagen" in indienen.text
    assert "Voeg minstens één directbetrokkene toe." in indienen.text


def test_stand__zonder_opslaan__uitkomst_en_advies(fabriek: Fabriek, als: Als) -> None:
    t = dek(fabriek)
    client = als(t.agent)
    casus = begin(client)
    pad = f"/casussen/{casus}/bewerken"
    gegevens = velden(client, pad) | {
        "themas": [thema(fabriek, t.tafel, "(Ex-)partnerstalking")],
        "samenloop": "geen",
        "concrete_vraag": "Welke hulp is er?",
        **{f"criterium-{code}": "ja" for code in "ABC"},
    }
    tekst = client.post(f"{pad}/stand", data=gegevens).text
    assert "Criteria: voldoet." in tekst
    assert "Door het thema telt mee: Stalking." in tekst
    assert "gewone weg van Veilig Thuis" in tekst
    assert "vraag om informatie" in tekst
    assert ververs(fabriek, casus).samenloop is None


def test_personen__lijken_op_elkaar__voorzitter_beslist(fabriek: Fabriek, als: Als) -> None:
    t = dek(fabriek)
    oud = fabriek.casus(t.tafel, t.officier, CasusStatus.GESLOTEN)
    nieuw = fabriek.casus(t.tafel, t.agent, CasusStatus.AANGEMELD)
    elders = dek(fabriek, "Brakzijl", "BZ")
    ander = fabriek.casus(elders.tafel, elders.agent, CasusStatus.AANGEMELD)
    for casus in (oud, nieuw, ander):
        fabriek.betrokkene(casus, BetrokkeneRol.PLEGER, "Ruben Aartshof", geboortejaar=1984)
        fabriek.betrokkene(casus, BetrokkeneRol.SLACHTOFFER, "Marijke Stoelwinder", geboortejaar=1988)
        werk_vergelijkingen_bij(fabriek.sessie, casus)
    fabriek.klaar()
    rijen = fabriek.sessie.scalars(select(Persoonsvergelijking)).all()
    assert len(rijen) == 2, "nothing across tafels"
    voorzitter, pad = als(t.voorzitter), f"/casussen/{nieuw.id}/triage"
    assert "Herhaling: dezelfde pleger en hetzelfde slachtoffer" in voorzitter.get(pad).text
    assert "Herhaling" in voorzitter.get("/triage").text
    sleutel = {"vergelijking": str(rijen[0].id), "oordeel": "ander"}
    assert als(t.secretaris).post(f"{pad}/personen", data=sleutel).status_code == 403
    assert voorzitter.post(f"{pad}/personen", data=sleutel).status_code == 303
    fabriek.sessie.expire_all()
    assert rijen[0].oordeel is PersoonOordeel.ANDER
    assert "Herhaling:" not in voorzitter.get(pad).text
    for vreemd in (uuid.uuid4(), "geen-id"):
        raar = {"vergelijking": str(vreemd), "oordeel": "ander"}
        assert voorzitter.post(f"{pad}/personen", data=raar).status_code == 404
    van_ander = als(elders.voorzitter).post(f"/casussen/{ander.id}/triage/personen", data=sleutel)
    assert van_ander.status_code == 404
