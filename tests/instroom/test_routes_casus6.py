"""Casus 6: the night of the agent. Spoed first; the melding follows, and comes by telephone."""

from datetime import timedelta

from sqlalchemy import select

from models import Bericht, Dienstnummer
from models.waarden import CasusStatus, MeldingStatus, OrganisatieSoort, SpoedSoort
from overleg.basis.klok import vandaag
from tests.instroom.steun import (
    Als,
    Tafel,
    begin,
    bewaar,
    dek,
    onderdeel,
    personen,
    velden,
    velden_in,
    ververs,
)
from tests.steun.fabriek import Fabriek

ZEVEN = {
    "tekst_wie_overlegt": "VT en OvJ, dagelijks 16.00",
    "tekst_bevindingen": "ziekenhuis naar VT naar OM",
    "tekst_maatregelen": "THV door de burgemeester",
    "tekst_inlichten": "werkgever, via OM",
    "tekst_geldt_tot": "9 december, opnieuw bekijken 7 december",
    "tekst_aanspreekpunt": "VT, L. Dekkinga",
    "tekst_bij_wijziging": "Loes belt via VT de OvJ van dienst",
}
Org = OrganisatieSoort


def nummers(fabriek: Fabriek, tafel_id: object) -> None:
    for soort, nummer in ((Org.VEILIG_THUIS, "050 111"), (Org.POLITIE, "050 222"), (Org.OM, "050 333")):
        fabriek.sessie.add(
            Dienstnummer(
                tafel_id=tafel_id,
                soort=soort,
                naam=f"Piket {soort.tekst}",
                nummer=nummer,
                uren="dag en nacht",
                terugval="Bel de meldkamer",
                gecontroleerd_op=vandaag(),
            )
        )


def test_casus_6__spoed_wacht_nergens_op(fabriek: Fabriek, als: Als) -> None:
    t = dek(fabriek)
    nummers(fabriek, t.tafel.id)
    officier, voorzitter = als(t.officier), als(t.voorzitter)
    begonnen = officier.post("/casussen/nieuw", data={"acuut": "ja"})
    assert begonnen.headers["Location"].endswith("/spoed")
    pad = begonnen.headers["Location"]
    casus = pad.split("/")[2]
    blad = officier.get(pad).text
    assert "050 111" in blad
    assert "050 222" in blad
    assert "050 333" not in blad, "whoever brings it in sees the numbers of the others"
    for soort in SpoedSoort:
        assert soort.tekst in blad
    assert [b.aan for b in fabriek.sessie.scalars(select(Bericht))] == [t.voorzitter.email]

    assert officier.post(pad, data={**velden(officier, pad), **ZEVEN}).status_code == 303
    assert "dagelijks 16.00" in voorzitter.get(f"/casussen/{casus}").text, "at once, also as concept"
    assert "Spoed: acuut gevaar" in voorzitter.get("/triage").text
    assert als(t.agent).get(f"/casussen/{casus}").status_code == 404
    toelaten = voorzitter.post(f"/casussen/{casus}/triage/toelaten", data={"toelaten-reden": "x"})
    assert toelaten.status_code == 422, "a concept is not decided on"

    _dien_in_met_melding_die_volgt(fabriek, als, t, casus)
    _bespreken_toestaan_en_toelaten(fabriek, als, t, casus)
    _melding_per_telefoon(fabriek, als, t, casus)
    assert "dagelijks 16.00" in als(t.agent).get(f"/casussen/{casus}").text


def _dien_in_met_melding_die_volgt(fabriek: Fabriek, als: Als, t: Tafel, casus: str) -> None:
    officier, voorzitter = als(t.officier), als(t.voorzitter)
    morgen = (vandaag() + timedelta(days=1)).strftime("%d-%m-%Y")
    gegevens: dict[str, object] = {
        **personen(
            ("Loes Tangerman", "28-05-1995", "slachtoffer"), ("Pieter-Jan Ooms", "06-06-1989", "pleger")
        ),
        "samenloop": "strafbaar_feit",
        "wat_gebeurd": "Loes had striemen in haar hals.",
        "concrete_vraag": "Wat vervangt op 9 december het huisverbod?",
        "melding_status": "volgt",
        "criterium-A": "ja",
        "criterium-B": "ja",
        "criterium-C": "ja",
        "criterium-D": onderdeel(fabriek, t.tafel, "ontkenning", "verleden_geweld"),
    }
    zonder = bewaar(officier, casus, gegevens, "indienen")
    assert "Nog niet ingediend, wel opgeslagen" in zonder.text, "a melding that follows names who and when"
    assert "Vul in wie de melding doet." in zonder.text
    door = {"melding_volgt_door": "C. Verlaat", "melding_volgt_uiterlijk": morgen}
    assert bewaar(officier, casus, gegevens | door, "indienen").status_code == 303
    rij = ververs(fabriek, casus)
    assert (rij.status, rij.voldoet, rij.acuut) == (CasusStatus.AANGEMELD, True, True)
    assert "Melding volgt" in voorzitter.get("/triage").text


def _bespreken_toestaan_en_toelaten(fabriek: Fabriek, als: Als, t: Tafel, casus: str) -> None:
    voorzitter = als(t.voorzitter)
    triage = f"/casussen/{casus}/triage"
    assert als(t.secretaris).post(f"{triage}/bespreken-toestaan").status_code == 403
    assert voorzitter.post(f"{triage}/bespreken-toestaan").status_code == 303
    assert ververs(fabriek, casus).bespreken_zonder_melding
    assert voorzitter.post(f"{triage}/toelaten").status_code == 303
    assert "Toegelaten, maar de melding is er nog niet" in voorzitter.get("/triage").text


def _melding_per_telefoon(fabriek: Fabriek, als: Als, t: Tafel, casus: str) -> None:
    officier = als(t.officier)
    melding = f"/casussen/{casus}/melding"
    gedaan = {
        "melding_status": "gedaan",
        "melding_nummer": "VT-2026-90106",
        "melding_datum": vandaag().strftime("%d-%m-%Y"),
        "melding_moment": "achteraf",
        "melding_wijze": "telefonisch",
    }
    assert officier.post(melding, data=velden(officier, melding) | gedaan).status_code == 303
    rij = ververs(fabriek, casus)
    assert (rij.melding_status, rij.bespreken_zonder_melding) == (MeldingStatus.GEDAAN, False)


def test_spoed__twee_tegelijk__beide_teksten_getoond(fabriek: Fabriek, als: Als) -> None:
    t = dek(fabriek)
    officier, voorzitter = als(t.officier), als(t.voorzitter)
    casus = begin(officier, acuut="ja")
    pad = f"/casussen/{casus}/spoed"
    van_officier, van_voorzitter = velden(officier, pad), velden(voorzitter, pad)
    assert officier.post(pad, data={**van_officier, "tekst_aanspreekpunt": "OM"}).status_code == 303
    botsing = voorzitter.post(pad, data={**van_voorzitter, "tekst_aanspreekpunt": "VT, L. Dekkinga"})
    assert botsing.status_code == 409
    assert "Intussen bewaard door" in botsing.text
    assert "VT, L. Dekkinga" in botsing.text
    opnieuw = voorzitter.post(pad, data=velden_in(botsing.text))
    assert opnieuw.status_code == 303
    assert ververs(fabriek, casus).spoedafspraken[0].tekst == "VT, L. Dekkinga"
