"""A melding that follows is promised for a day still to come; what was promised before may be overdue."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from models.waarden import CasusStatus, MeldingStatus
from overleg.basis.klok import vandaag
from overleg.instroom.regels.aanmelding import MeldingFeit, volgt_nog
from tests.instroom.steun import Als, begin, bewaar, dek, personen, velden
from tests.steun.fabriek import Fabriek

DAG = date(2026, 11, 30)
GISTEREN, MORGEN = DAG - timedelta(days=1), DAG + timedelta(days=1)
ZIN = "Deze dag is al voorbij"


@pytest.mark.parametrize(
    ("uiterlijk", "eerder", "mag"),
    [(MORGEN, None, True), (DAG, None, True), (GISTEREN, None, False), (GISTEREN, GISTEREN, True)],
)
def test_volgt_nog(uiterlijk: date, eerder: date | None, mag: bool) -> None:
    volgt = MeldingFeit(MeldingStatus.VOLGT, volgt_door="politie", volgt_uiterlijk=uiterlijk)
    assert bool(volgt_nog(volgt, eerder, DAG)) is mag
    assert volgt_nog(MeldingFeit(MeldingStatus.GEDAAN, volgt_uiterlijk=uiterlijk), None, DAG)


def test_indienen_en_bijwerken__niet_met_een_dag_die_voorbij_is(fabriek: Fabriek, als: Als) -> None:
    t = dek(fabriek)
    agent, gisteren = als(t.agent), f"{vandaag() - timedelta(days=1):%d-%m-%Y}"
    volgt = {
        "melding_status": "volgt",
        "melding_volgt_door": "T. Hoekman",
        "melding_volgt_uiterlijk": gisteren,
    }
    nieuw = begin(agent)
    antwoord = bewaar(agent, nieuw, personen(("Bo", "1942", "slachtoffer")) | volgt, "indienen")
    assert ZIN in antwoord.text

    casus = fabriek.casus(t.tafel, t.agent, CasusStatus.AANGEMELD)
    casus.melding_status, casus.melding_nummer, casus.melding_datum = MeldingStatus.VOLGT, "", None
    casus.melding_volgt_door, casus.melding_volgt_uiterlijk = "T. Hoekman", vandaag() - timedelta(days=3)
    fabriek.klaar()
    pad = f"/casussen/{casus.id}/melding"
    gegevens = velden(agent, pad)
    assert agent.post(pad, data=gegevens | volgt).status_code == 422
    assert agent.post(pad, data=gegevens).status_code == 303, "what was promised before stays, and is overdue"
