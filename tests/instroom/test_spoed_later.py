"""Acute danger after triage: told anew, and over when the tafel says so (domein.md §3, §8 and §12)."""

import pytest
from sqlalchemy import func, select

from models import Bericht, Casus, Gebeurtenis, Triageronde
from models.waarden import CasusStatus, RondeSoort, SpoedSoort
from overleg.basis.klok import nu
from overleg.instroom.handelingen.spoed import leg_spoed_vast
from overleg.instroom.invoer import SpoedInvoer
from overleg.instroom.regels.spoed import is_opnieuw, mag_voorbij
from overleg.logboek.soorten import Soort
from tests.instroom.steun import Als, Tafel, dek, ververs
from tests.steun.fabriek import Fabriek

KNOP = "Het acute gevaar is voorbij"


def meld(fabriek: Fabriek, t: Tafel, casus: Casus, tekst: str, versie: int | None = None) -> None:
    """Save one spoedafspraak, as the agent who brought the casus in."""
    invoer = (SpoedInvoer(SpoedSoort.MAATREGELEN, tekst, versie),)
    leg_spoed_vast(fabriek.sessie, fabriek.vrager(t.agent), casus, invoer)
    fabriek.klaar()


def toegelaten(fabriek: Fabriek, t: Tafel, status: CasusStatus = CasusStatus.IN_MONITORING) -> Casus:
    """Return a casus of the agent that was in acute danger, and was admitted after that."""
    casus = fabriek.casus(t.tafel, t.agent, CasusStatus.AANGEMELD)
    meld(fabriek, t, casus, "Huisverbod")
    fabriek.sessie.add(
        Triageronde(
            casus_id=casus.id, nummer=9, soort=RondeSoort.TOEGELATEN, door_id=t.voorzitter.id, op=nu()
        )
    )
    casus.status = status
    fabriek.klaar()
    return casus


def post(fabriek: Fabriek) -> int:
    """Return how many messages wait."""
    return fabriek.sessie.scalar(select(func.count()).select_from(Bericht)) or 0


def test_opnieuw_gevaar_na_de_triage__voorzitter_hoort_het(fabriek: Fabriek, als: Als) -> None:
    t = dek(fabriek)
    casus = toegelaten(fabriek, t)
    assert post(fabriek) == 1
    assert "Acuut gevaar gemeld" not in als(t.voorzitter).get("/").text, "decided on: nothing to do"

    meld(fabriek, t, casus, "Hij brak in en is aangehouden", 1)
    assert post(fabriek) == 2
    bericht = fabriek.sessie.scalars(select(Bericht).order_by(Bericht.gemaakt_op.desc())).first()
    assert bericht is not None
    assert (bericht.aan, bericht.onderwerp) == (t.voorzitter.email, "SPOED: acuut gevaar gemeld")
    vandaag = als(t.voorzitter).get("/").text
    assert f"Acuut gevaar gemeld: {casus.kenmerk} (in monitoring)" in vandaag
    assert "Acuut gevaar gemeld" not in als(t.agent).get("/").text


def test_wie_de_tafel_leidt_vult_aan__geen_nieuwe_melding(fabriek: Fabriek) -> None:
    t = dek(fabriek)
    casus = toegelaten(fabriek, t)
    invoer = (SpoedInvoer(SpoedSoort.AANSPREEKPUNT, "VT", None),)
    leg_spoed_vast(fabriek.sessie, fabriek.vrager(t.secretaris), casus, invoer)
    assert post(fabriek) == 1


def test_voorbij__grond_en_label_weg_en_de_afspraken_blijven(fabriek: Fabriek, als: Als) -> None:
    t = dek(fabriek)
    casus = toegelaten(fabriek, t)
    pad = f"/casussen/{casus.id}/spoed"
    assert KNOP not in als(t.agent).get(pad).text
    assert als(t.agent).post(f"{pad}/voorbij").status_code == 403
    assert KNOP in als(t.secretaris).get(pad).text
    assert als(t.secretaris).post(f"{pad}/voorbij").status_code == 303
    assert not ververs(fabriek, str(casus.id)).acuut
    blad = als(t.voorzitter).get(f"/casussen/{casus.id}").text
    assert "Spoed: acuut gevaar" not in blad
    assert "Huisverbod" in blad, "what was settled stays at hand"
    assert fabriek.sessie.scalar(select(Gebeurtenis).where(Gebeurtenis.soort == Soort.ACUUT_VOORBIJ.value))

    assert "meldt u opnieuw acuut gevaar" in als(t.agent).get(pad).text
    meld(fabriek, t, ververs(fabriek, str(casus.id)), "Weer een inbraak", 1)
    assert ververs(fabriek, str(casus.id)).acuut
    assert post(fabriek) == 2


def test_voorbij__niet_van_een_concept(fabriek: Fabriek, als: Als) -> None:
    t = dek(fabriek)
    casus = fabriek.casus(t.tafel, t.agent, CasusStatus.CONCEPT)
    meld(fabriek, t, casus, "Huisverbod")
    pad = f"/casussen/{casus.id}/spoed"
    assert KNOP not in als(t.voorzitter).get(pad).text
    antwoord = als(t.voorzitter).post(f"{pad}/voorbij")
    assert antwoord.status_code == 422
    assert "Laat haar eerst indienen" in antwoord.text
    assert ververs(fabriek, str(casus.id)).acuut


def test_sluiten__dan_is_het_niet_meer_acuut(fabriek: Fabriek, als: Als) -> None:
    t = dek(fabriek)
    casus = toegelaten(fabriek, t, CasusStatus.BESPROKEN)
    pad = f"/casussen/{casus.id}/opvolging/sluiten"
    assert als(t.voorzitter).post(pad, data={"sluiten-reden": "Klaar."}).status_code == 303
    assert not ververs(fabriek, str(casus.id)).acuut
    meld(fabriek, t, ververs(fabriek, str(casus.id)), "Hij staat weer voor de deur", 1)
    assert f"Acuut gevaar gemeld: {casus.kenmerk} (gesloten)" in als(t.voorzitter).get("/").text


@pytest.mark.parametrize("status", list(CasusStatus))
def test_regels__wat_nog_ter_triage_ligt_is_geen_nieuws(status: CasusStatus) -> None:
    wachtend = {CasusStatus.CONCEPT, CasusStatus.AANGEMELD, CasusStatus.TERUGGESTUURD}
    assert is_opnieuw(status) is (status not in wachtend)
    assert bool(mag_voorbij(status)) is (status is not CasusStatus.CONCEPT)
