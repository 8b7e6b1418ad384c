"""Casus 1: stalking after the divorce, from aanmelding to triage through the pages."""

from models.waarden import CasusStatus
from overleg.basis.klok import vandaag
from tests.instroom.steun import Als, begin, bewaar, dek, personen, thema, ververs
from tests.steun.fabriek import Fabriek

VRAAG = (
    "Kunnen wij vóór het omgangsweekend van 12 december een contactverbod met toezicht op de naleving én een "
    "veilige regeling voor Fenna laten ingaan, en in welke volgorde?"
)


def aanmelding() -> dict[str, object]:
    return {
        **personen(
            ("Marijke Stoelwinder", "14-03-1988", "slachtoffer"),
            ("Ruben Aartshof", "02-09-1984", "pleger"),
            ("Fenna Aartshof", "11-06-2017", "kind"),
        ),
        "samenloop": "beide",
        "vermoed_feit": "Belaging en bedreiging",
        "wat_gebeurd": "Op 19 november sneed hij haar de weg af.",
        "grootste_zorg": "Ruben doodt Marijke rond een overdracht van Fenna.",
        "concrete_vraag": VRAAG,
        "melding_status": "gedaan",
        "melding_nummer": "VT-2026-90101",
        "melding_datum": "24-11-2025",
        "melding_moment": "vooraf",
        "melding_wijze": "schriftelijk",
        "criterium-A": "ja",
        "criterium-A-reden": "Structureel, oplopend",
        "criterium-B": "ja",
        "criterium-C": "ja",
    }


def test_casus_1__van_aanmelding_tot_toegelaten(fabriek: Fabriek, als: Als) -> None:
    t = dek(fabriek)
    agent, voorzitter = als(t.agent), als(t.voorzitter)
    casus = begin(agent)
    themas = {"themas": [thema(fabriek, t.tafel, "(Ex-)partnerstalking")]}
    antwoord = bewaar(agent, casus, aanmelding() | themas)
    assert antwoord.status_code == 303, antwoord.text
    assert als(t.voorzitter).get(f"/casussen/{casus}").status_code == 404, "a concept is the inbrenger's own"
    antwoord = bewaar(agent, casus, {}, "indienen")
    assert antwoord.status_code == 303, antwoord.text
    rij = ververs(fabriek, casus)
    assert (rij.status, rij.voldoet) == (CasusStatus.AANGEMELD, True)
    assert rij.kenmerk
    assert rij.kenmerk == f"LW-{vandaag().year}-0001"
    ticked = [o.sleutel for toets in rij.toetsen for o in toets.onderdelen]
    assert ticked == ["stalking"], "the thema fills in D"
    lijst = voorzitter.get("/triage").text
    assert rij.kenmerk in lijst
    assert "Voldoet aan de criteria" in lijst
    for naam in ("Marijke", "Ruben", "Fenna"):
        assert naam not in lijst
    blad = voorzitter.get(f"/casussen/{casus}/triage")
    assert VRAAG in blad.text
    assert voorzitter.post(f"/casussen/{casus}/triage/toelaten").status_code == 303
    assert ververs(fabriek, casus).status is CasusStatus.TOEGELATEN
    assert als(t.officier).get(f"/casussen/{casus}").status_code == 200, "now the fixed partners see it"
    assert als(t.reclasseerder).get(f"/casussen/{casus}").status_code == 404, "on request: not yet"
