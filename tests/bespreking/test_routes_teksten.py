"""Texts of a bespreking: two people at once never lose what they typed (ontwerp.md §7)."""

import pytest
from sqlalchemy import select

from models import Gebeurtenis, Tekstversie
from models.waarden import BesprekingStatus, Veld
from overleg.basis.klok import nu
from tests.bespreking.conftest import Als, Zitting

HTMX = {"HX-Request": "true"}


def test_opslaan__zonder_javascript__terug_naar_het_veld(zitting: Zitting, als: Als) -> None:
    voorzitter = als(zitting.voorzitter)
    zitting.begin(voorzitter)
    veld = zitting.veld(Veld.FEITENONDERZOEK)
    antwoord = voorzitter.post(zitting.tekst_url(veld), data={"versie": "1", "waarde": "Wat er is gebeurd."})
    assert antwoord.status_code == 303
    assert antwoord.location.endswith(f"#tekst-{veld.id}")
    assert "Wat er is gebeurd." in voorzitter.get(zitting.punt_url).text


def test_opslaan__htmx__antwoord_draagt_de_tekst_niet_terug(zitting: Zitting, als: Als) -> None:
    agent = als(zitting.agent)
    zitting.begin(als(zitting.voorzitter))
    veld = zitting.veld(Veld.FEITENONDERZOEK)
    data = {"versie": "1", "waarde": "KANARIE in de tekst"}
    antwoord = agent.post(zitting.tekst_url(veld), data=data, headers=HTMX)
    assert antwoord.status_code == 200
    assert "KANARIE" not in antwoord.text
    assert 'name="versie" value="2"' in " ".join(antwoord.text.split())
    assert "Opgeslagen om" in antwoord.text
    zitting.sessie.expire_all()
    assert veld.waarde == "KANARIE in de tekst"
    regel = zitting.sessie.scalars(select(Gebeurtenis).where(Gebeurtenis.soort == "tekst_bewaard")).one()
    assert regel.casus_id == zitting.casus.id
    assert "KANARIE" not in str(regel.gegevens)


@pytest.mark.parametrize("versie", ["2147483648", "9223372036854775808", "-9223372036854775809", "9" * 50])
def test_opslaan__onmogelijke_versie__zin_en_de_tekst_blijft(zitting: Zitting, als: Als, versie: str) -> None:
    zitting.begin(als(zitting.voorzitter))
    adres = zitting.tekst_url(zitting.veld(Veld.FEITENONDERZOEK))
    antwoord = als(zitting.agent).post(adres, data={"versie": versie, "waarde": "Getypt."})
    assert antwoord.status_code == 422
    assert "Getypt." in antwoord.text


def test_opslaan__verouderde_versie__beide_teksten_en_niets_weg(zitting: Zitting, als: Als) -> None:
    voorzitter, agent = als(zitting.voorzitter), als(zitting.agent)
    zitting.begin(voorzitter)
    veld = zitting.veld(Veld.AFWEGING)
    assert (
        voorzitter.post(zitting.tekst_url(veld), data={"versie": "1", "waarde": "Eerst"}).status_code == 303
    )
    laat = agent.post(zitting.tekst_url(veld), data={"versie": "1", "waarde": "Later"}, headers=HTMX)
    assert laat.status_code == 409
    assert "Eerst" in laat.text
    assert "Later" in laat.text
    assert "<textarea" not in laat.text
    zitting.sessie.expire_all()
    assert veld.waarde == "Eerst"
    bewust = agent.post(zitting.tekst_url(veld), data={"versie": "2", "waarde": "Later"}, headers=HTMX)
    assert bewust.status_code == 200
    versies = zitting.sessie.scalars(
        select(Tekstversie).where(Tekstversie.tekstveld_id == veld.id).order_by(Tekstversie.op)
    ).all()
    assert [(v.waarde, v.geweigerd) for v in versies] == [("Eerst", False), ("Later", True), ("Later", False)]
    geschiedenis = agent.get(f"{zitting.tekst_url(veld)}/versies")
    assert "iemand anders was eerder" in geschiedenis.text


def test_opslaan__verouderd_zonder_javascript__eigen_tekst_staat_in_het_veld(
    zitting: Zitting, als: Als
) -> None:
    voorzitter, agent = als(zitting.voorzitter), als(zitting.agent)
    zitting.begin(voorzitter)
    veld = zitting.veld(Veld.AFWEGING)
    voorzitter.post(zitting.tekst_url(veld), data={"versie": "1", "waarde": "Eerst"})
    laat = agent.post(zitting.tekst_url(veld), data={"versie": "1", "waarde": "Mijn eigen woorden"})
    assert laat.status_code == 409
    na_veld = laat.text.split("<textarea")[1].split("</textarea>")[0]
    assert na_veld.split(">", 1)[1].strip() == "Mijn eigen woorden"


def test_opslaan__dezelfde_tekst_opnieuw__geen_botsing(zitting: Zitting, als: Als) -> None:
    agent = als(zitting.agent)
    zitting.begin(als(zitting.voorzitter))
    veld = zitting.veld(Veld.AFWEGING)
    for _ in range(2):
        antwoord = agent.post(zitting.tekst_url(veld), data={"versie": "1", "waarde": "Eén"}, headers=HTMX)
        assert antwoord.status_code == 200
    zitting.sessie.expire_all()
    assert veld.versie == 2


def test_opslaan__te_lang__422_met_de_versie_waarop_het_rustte(zitting: Zitting, als: Als) -> None:
    agent = als(zitting.agent)
    zitting.begin(als(zitting.voorzitter))
    veld = zitting.veld(Veld.AFWEGING)
    antwoord = agent.post(zitting.tekst_url(veld), data={"versie": "1", "waarde": "x" * 100_000})
    assert antwoord.status_code == 422
    assert "x" * 100_000 in antwoord.text
    assert agent.post(zitting.tekst_url(veld), data={"versie": "niets", "waarde": "y"}).status_code == 422


def test_vervolging__alleen_van_het_om_of_wie_leidt(zitting: Zitting, als: Als) -> None:
    voorzitter, agent, officier = als(zitting.voorzitter), als(zitting.agent), als(zitting.officier)
    zitting.begin(voorzitter)
    veld = zitting.veld(Veld.VERVOLGING)
    data = {"versie": "1", "waarde": "Beslissing volgt op 9 december."}
    assert agent.post(zitting.tekst_url(veld), data=data).status_code == 422
    assert f'id="waarde-{veld.id}"' not in agent.get(zitting.punt_url).text
    assert officier.post(zitting.tekst_url(veld), data=data).status_code == 303
    data = {"versie": "2", "waarde": "Beslissing volgt op 10 december, zegt het OM."}
    assert voorzitter.post(zitting.tekst_url(veld), data=data).status_code == 303


def test_opslaan__na_afronden__422(zitting: Zitting, als: Als) -> None:
    voorzitter = als(zitting.voorzitter)
    zitting.begin(voorzitter)
    veld = zitting.veld(Veld.AFWEGING)
    bespreking = zitting.bespreking
    bespreking.status, bespreking.afgerond_op = BesprekingStatus.AFGEROND, nu()
    zitting.sessie.commit()
    antwoord = voorzitter.post(zitting.tekst_url(veld), data={"versie": "1", "waarde": "Nog iets"})
    assert antwoord.status_code == 422
    assert f"waarde-{veld.id}" not in voorzitter.get(zitting.punt_url).text


def test_teksten__elke_betrokkene_heeft_een_regel_in_het_plan(zitting: Zitting, als: Als) -> None:
    voorzitter = als(zitting.voorzitter)
    zitting.begin(voorzitter)
    personen = {veld.betrokkene_id for veld in zitting.bespreking.velden if veld.veld is Veld.PLAN_PERSOON}
    assert personen == {zitting.marijke.id, zitting.ruben.id, zitting.fenna.id}
    assert "Ruben doodt Marijke rond een overdracht." in voorzitter.get(zitting.punt_url).text
