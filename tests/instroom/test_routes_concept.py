"""Half-way saving keeps what is right; what is wrong stays on the page as typed, with its sentence."""

from datetime import timedelta

import pytest

from models.waarden import CasusStatus, MeldingStatus
from overleg.basis.klok import vandaag
from tests.instroom.steun import Als, begin, bewaar, dek, personen, velden, velden_in, ververs
from tests.steun.fabriek import Fabriek

TE_LANG = "N" * 5000


def test_opslaan__een_foute_datum__de_rest_is_bewaard(fabriek: Fabriek, als: Als) -> None:
    t = dek(fabriek)
    client = als(t.agent)
    casus = begin(client)
    rijen = personen(("Bo Vermaas", "30-02-2020", "kind"), (TE_LANG, "1988", "pleger"))
    gegevens = {**rijen, "wat_gebeurd": "Hij sloeg.", "concrete_vraag": "Wie haalt het kind op?"}
    antwoord = bewaar(client, casus, {**gegevens, "melding_datum": "gisteren of zo"})
    for woorden in ("Opgeslagen om", "behalve:", "Persoon 1, Geboortedatum:", "Persoon 2, Naam:"):
        assert woorden in antwoord.text
    getypt = velden_in(antwoord.text)
    assert getypt["betrokkenen-0-geboren"] == "30-02-2020"
    assert getypt["betrokkenen-1-naam"] == TE_LANG
    assert getypt["melding_datum"] == "gisteren of zo"
    opnieuw = velden(client, f"/casussen/{casus}/bewerken")
    assert opnieuw["wat_gebeurd"] == "Hij sloeg."
    assert opnieuw["concrete_vraag"] == "Wie haalt het kind op?"
    assert opnieuw["betrokkenen-0-naam"] == "Bo Vermaas"
    assert (opnieuw["betrokkenen-0-geboren"], opnieuw["betrokkenen-1-geboren"]) == ("", "1988")
    eerst = [p.id for p in ververs(fabriek, casus).betrokkenen]
    goed = getypt | {
        "betrokkenen-0-geboren": "28-02-2020",
        "betrokkenen-1-naam": "Ad",
        "melding_datum": "",
        "actie": "concept",
    }
    assert client.post(f"/casussen/{casus}/bewerken", data=goed).status_code == 303
    assert [p.id for p in ververs(fabriek, casus).betrokkenen] == eerst, "the rows are the same persons"


def test_opslaan__fout_in_wat_al_bewaard_was__oude_waarde_blijft(fabriek: Fabriek, als: Als) -> None:
    t = dek(fabriek)
    client = als(t.agent)
    casus = begin(client)
    bewaar(client, casus, personen(("Bo", "28-02-2020", "kind")) | {"vermoed_feit": "Mishandeling"})
    antwoord = bewaar(client, casus, {"betrokkenen-0-geboren": "x", "vermoed_feit": TE_LANG})
    assert "behalve:" in antwoord.text
    rij = ververs(fabriek, casus)
    assert rij.vermoed_feit == "Mishandeling"
    assert [f"{p.geboortedatum:%d-%m-%Y}" for p in rij.betrokkenen if p.geboortedatum] == ["28-02-2020"]


def test_opslaan__fout_in_hulp_en_bekende_tafel__oude_rij_blijft(fabriek: Fabriek, als: Als) -> None:
    t = dek(fabriek)
    client = als(t.agent)
    casus = begin(client)
    goed = {"hulp-0-wie": "Wijkteam", "hulp-0-werkt": "Nee", "bekend_bij-0-toelichting": "Sinds mei"}
    bewaar(client, casus, goed)
    was = ververs(fabriek, casus)
    ids = [was.hulp[0].id, was.bekend_bij[0].id]
    fout = {"hulp-0-wie": TE_LANG, "hulp-0-werkt": "Ja", "bekend_bij-0-toelichting": TE_LANG}
    antwoord = bewaar(client, casus, fout)
    assert "Hulpverlener 1, Wie helpt al?:" in antwoord.text
    getypt = velden_in(antwoord.text)
    assert (getypt["hulp-0-wie"], getypt["bekend_bij-0-toelichting"]) == (TE_LANG, TE_LANG)
    rij = ververs(fabriek, casus)
    assert [(h.wie, h.werkt) for h in rij.hulp] == [("Wijkteam", "Ja")], "nothing typed right is lost"
    assert [b.toelichting for b in rij.bekend_bij] == ["Sinds mei"]
    assert [rij.hulp[0].id, rij.bekend_bij[0].id] == ids


def test_indienen__mislukt__wel_als_concept_bewaard(fabriek: Fabriek, als: Als) -> None:
    t = dek(fabriek)
    client = als(t.agent)
    casus = begin(client)
    rijen = personen(("Bo", "31-31-2020", "kind"))
    antwoord = bewaar(client, casus, rijen | {"wat_gebeurd": "Zij belde 112."}, "indienen")
    assert "Nog niet ingediend, wel opgeslagen" in antwoord.text
    assert "Persoon 1, Geboortedatum:" in antwoord.text
    assert "data-alles-bewaard" not in antwoord.text
    rij = ververs(fabriek, casus)
    assert (rij.status, rij.wat_gebeurd) == (CasusStatus.CONCEPT, "Zij belde 112.")
    antwoord = bewaar(client, casus, {"grootste_zorg": "Het kind."}, "indienen")
    assert "data-alles-bewaard" in antwoord.text, "nothing wrong, only something missing"
    assert ververs(fabriek, casus).grootste_zorg == "Het kind."


def test_opslaan__teruggestuurd_zonder_wie_de_melding_doet__melding_blijft(
    fabriek: Fabriek, als: Als
) -> None:
    t = dek(fabriek)
    casus = fabriek.casus(t.tafel, t.agent, CasusStatus.TERUGGESTUURD)
    casus.melding_status = MeldingStatus.VOLGT
    casus.melding_volgt_door = "C. Verlaat"
    casus.melding_volgt_uiterlijk = vandaag() + timedelta(days=1)
    fabriek.klaar()
    antwoord = bewaar(als(t.agent), str(casus.id), {"melding_volgt_door": "", "grootste_zorg": "Nieuw."})
    assert "Vul in wie de melding doet." in antwoord.text
    rij = ververs(fabriek, str(casus.id))
    assert (rij.melding_volgt_door, rij.grootste_zorg) == ("C. Verlaat", "Nieuw.")


def test_aanmelding__woorden__zeggen_wat_nodig_is(fabriek: Fabriek, als: Als) -> None:
    t = dek(fabriek)
    client = als(t.agent)
    casus = begin(client)
    pad = f"/casussen/{casus}/bewerken"
    blad = client.get(pad).text
    assert "mag later, maar zonder vraag komt de casus niet op een agenda" in blad
    assert "Acuut gevaar melden" in blad
    for veld in ("melding_volgt_door", "melding_volgt_uiterlijk"):
        label = blad.split(f'for="{veld}"')[1].split("</label>")[0]
        assert "niet verplicht" not in label
    bewaar(client, casus, {"concrete_vraag": "Wie haalt het kind op?"})
    assert "mag later, maar zonder vraag" not in client.get(pad).text


@pytest.mark.parametrize(
    "moment",
    ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2026-01-01T00:00:00", "geen-moment", ""],
)
def test_casussen__bladeren_vanaf_een_onmogelijk_moment__gewoon_de_lijst(
    fabriek: Fabriek, als: Als, moment: str
) -> None:
    na = f"{moment}_00000000-0000-0000-0000-000000000000"
    assert als(dek(fabriek).agent).get("/casussen", query_string={"na": na}).status_code == 200
