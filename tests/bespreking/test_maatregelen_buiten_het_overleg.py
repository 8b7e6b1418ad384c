"""A maatregel of a crisis, kept outside a meeting: dated, on the first page, and in the bespreking."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from models import Casus, Gebeurtenis, Gebruiker, Maatregel
from models.waarden import CasusStatus, OrganisatieSoort, Rol
from overleg.basis.klok import vandaag
from overleg.bespreking.regels.maatregelen import datum_past, mag_bijgehouden
from tests.bespreking.conftest import Als
from tests.steun.fabriek import Fabriek

DAG = vandaag()
MORGEN = DAG + timedelta(days=1)


def huisverbod(**anders: str) -> dict[str, str]:
    """Return what is typed in for a maatregel that is to be looked at tomorrow."""
    return {
        "wat": "Kanariehuisverbod",
        "uitvoerder": "De burgemeester",
        "domein": "bestuurlijk",
        "vanaf": f"{DAG:%d-%m-%Y}",
        "tot": f"{DAG + timedelta(days=10):%d-%m-%Y}",
        "herbeoordeling": f"{MORGEN:%d-%m-%Y}",
        **anders,
    }


@pytest.fixture
def leden(fabriek: Fabriek) -> tuple[Gebruiker, Gebruiker, Casus]:
    """Return a voorzitter, an agent, and his casus that waits for triage after a crisis."""
    tafel = fabriek.tafel()
    voorzitter = fabriek.lid(tafel, fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS), Rol.VOORZITTER)
    agent = fabriek.lid(tafel, fabriek.partner(tafel, OrganisatieSoort.POLITIE), Rol.DEELNEMER)
    casus = fabriek.casus(tafel, agent, CasusStatus.AANGEMELD, acuut=True)
    fabriek.klaar()
    return voorzitter, agent, casus


def test_maatregel_van_een_crisis__staat_voor_de_triage_al_op_vandaag(
    fabriek: Fabriek, als: Als, leden: tuple[Gebruiker, Gebruiker, Casus]
) -> None:
    voorzitter, agent, casus = leden
    nieuw = f"/casussen/{casus.id}/maatregelen/nieuw"
    assert als(agent).get(nieuw).status_code == 403, "who brought it in writes it in the spoedafspraken"
    assert als(agent).post(nieuw, data=huisverbod()).status_code == 403
    te_laat = als(voorzitter).post(
        nieuw, data=huisverbod(herbeoordeling=f"{DAG + timedelta(days=11):%d-%m-%Y}")
    )
    assert te_laat.status_code == 422
    assert "Dan is de maatregel al afgelopen" in te_laat.text
    assert "Kanariehuisverbod" in te_laat.text, "what was typed stays"

    antwoord = als(voorzitter).post(nieuw, data=huisverbod())
    assert antwoord.headers["Location"].endswith(f"/casussen/{casus.id}/spoed#maatregelen")
    assert "Kanariehuisverbod" in als(voorzitter).get(f"/casussen/{casus.id}/spoed").text
    assert "Kanariehuisverbod" not in als(agent).get(f"/casussen/{casus.id}/spoed").text
    assert f"{casus.kenmerk}: een maatregel moet opnieuw bekeken worden" in als(voorzitter).get("/").text
    assert "maatregel_toegevoegd" in set(fabriek.sessie.scalars(select(Gebeurtenis.soort)))


def test_maatregel__wijzigen_en_beeindigen_buiten_het_overleg(
    fabriek: Fabriek, als: Als, leden: tuple[Gebruiker, Gebruiker, Casus]
) -> None:
    voorzitter, agent, casus = leden
    als(voorzitter).post(f"/casussen/{casus.id}/maatregelen/nieuw", data=huisverbod())
    rij = fabriek.sessie.scalars(select(Maatregel)).one()
    pad = f"/maatregelen/{rij.id}/bijhouden"
    assert als(agent).post(pad, data=huisverbod(versie="1")).status_code in (403, 404)
    klaar = huisverbod(versie="1", beeindigd_op=f"{DAG:%d-%m-%Y}")
    assert als(voorzitter).post(pad, data=klaar).status_code == 303
    fabriek.sessie.expire_all()
    assert rij.beeindigd_op == DAG
    botsing = als(voorzitter).post(pad, data=huisverbod(versie="1", wat="Iets anders"))
    assert botsing.status_code == 409
    assert "Kanariehuisverbod" in botsing.text


def test_maatregel__niet_bij_een_gesloten_casus(
    fabriek: Fabriek, als: Als, leden: tuple[Gebruiker, Gebruiker, Casus]
) -> None:
    voorzitter, _, casus = leden
    casus.status = CasusStatus.GESLOTEN
    fabriek.klaar()
    antwoord = als(voorzitter).post(f"/casussen/{casus.id}/maatregelen/nieuw", data=huisverbod())
    assert antwoord.status_code == 422
    assert "Heropen eerst de casus" in antwoord.text
    assert "Maatregel toevoegen" not in als(voorzitter).get(f"/casussen/{casus.id}/opvolging").text


@pytest.mark.parametrize("status", list(CasusStatus))
def test_regels__waar_maatregelen_worden_bijgehouden(status: CasusStatus) -> None:
    weg = {CasusStatus.GESLOTEN, CasusStatus.AFGEWEZEN, CasusStatus.DOORVERWEZEN}
    assert bool(mag_bijgehouden(status)) is (status not in weg)


def test_regels__opnieuw_kijken_terwijl_zij_geldt() -> None:
    assert not datum_past(DAG, MORGEN, None)
    assert not datum_past(DAG, MORGEN, DAG)
    assert not datum_past(DAG, None, MORGEN)
    assert "begindatum" in datum_past(MORGEN, None, DAG)
    assert "einddatum" in datum_past(DAG, DAG, MORGEN)
