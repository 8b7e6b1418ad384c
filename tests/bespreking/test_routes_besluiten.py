"""The five questions through the pages: answering, what is missing, closing (domein.md §5)."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from sqlalchemy import select

from models import (
    AndereTafel,
    Bericht,
    Besluit,
    Gebeurtenis,
    Gebruiker,
    Informering,
    Overdracht,
    TeInformerenPartij,
)
from models.waarden import (
    BesprekingStatus,
    CasusStatus,
    InformerenStatus,
    OrganisatieSoort,
    OverdrachtSoort,
    OverdrachtStatus,
    OverlegStatus,
    PuntSoort,
    Rol,
    Toestemming,
)
from overleg.basis.klok import vandaag
from tests.opvolging.wereld import Wereld, dag, maak_wereld
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]


@pytest.fixture
def wereld(fabriek: Fabriek) -> Wereld:
    return maak_wereld(fabriek)


def _pagina(wereld: Wereld, client: FlaskClient) -> BeautifulSoup:
    antwoord = client.get(f"/overleggen/{wereld.overleg.id}/bespreking/{wereld.bespreking.punt_id}")
    assert antwoord.status_code == 200
    return BeautifulSoup(antwoord.text, "html.parser")


def test_punt__niets_beantwoord__strook_noemt_vijf_open_vragen(wereld: Wereld, als: Als) -> None:
    soep = _pagina(wereld, als(wereld.voorzitter))
    strook = soep.find(id="vijf-vragen")
    assert strook is not None
    assert strook.get_text().count("Open") == 5
    for anker in (
        "vraag-regie",
        "vraag-monitoring",
        "vraag-informeren",
        "vraag-partijen",
        "vraag-opschaling",
    ):
        assert soep.find(id=anker) is not None


def test_afronden__er_mist_iets__noemt_alles_met_een_link_die_bestaat(wereld: Wereld, als: Als) -> None:
    antwoord = wereld.rond_af(als(wereld.voorzitter))
    assert antwoord.status_code == 422
    soep = BeautifulSoup(antwoord.text, "html.parser")
    afronden = soep.find(id="afronden")
    assert afronden is not None
    links = [str(a["href"]) for a in afronden.find_all("a")]
    # Four decisions, two people to inform, two lines in the plan; and a warning: no afspraken.
    assert len(links) == 9
    for link in links:
        assert soep.find(id=link.removeprefix("#")) is not None, link


def test_afronden__alles_beantwoord__afspraken_gelden(wereld: Wereld, als: Als) -> None:
    voorzitter = als(wereld.voorzitter)
    afspraak = wereld.afspraak(1, wereld.om, persoon_id=wereld.officier.id, persoon_naam="C. Verlaat")
    wereld.beantwoord_alles(voorzitter, monitoring=True)
    assert wereld.rond_af(voorzitter).status_code == 303
    wereld.sessie.expire_all()
    assert wereld.bespreking.status is BesprekingStatus.AFGEROND
    assert wereld.casus.status is CasusStatus.IN_MONITORING
    assert wereld.casus.monitoring_op is not None
    assert afspraak.geldt_vanaf is not None
    berichten = wereld.sessie.scalars(select(Bericht)).all()
    assert {b.aan for b in berichten} == {wereld.officier.email, wereld.agent.email, wereld.voorzitter.email}
    for bericht in berichten:
        assert "Marijke" not in bericht.tekst + bericht.onderwerp
    soorten = set(wereld.sessie.scalars(select(Gebeurtenis.soort)))
    assert {"besluit_genomen", "informering_vastgelegd", "bespreking_afgerond"} <= soorten
    assert _pagina(wereld, als(wereld.agent)).find(id="afronden") is not None


def test_afronden__zonder_monitoring__besproken(wereld: Wereld, als: Als) -> None:
    voorzitter = als(wereld.voorzitter)
    wereld.beantwoord_alles(voorzitter)
    wereld.rond_af(voorzitter)
    wereld.sessie.expire_all()
    assert wereld.casus.status is CasusStatus.BESPROKEN
    assert wereld.casus.monitoring_op is None


def test_regie__aan_partner_aan_tafel__geen_overdracht_nodig(wereld: Wereld, als: Als) -> None:
    assert wereld.regie(als(wereld.secretaris), wereld.politie, "t. hoekman").status_code == 303
    besluit = wereld.sessie.scalars(select(Besluit)).one()
    assert besluit.persoon_id == wereld.agent.id
    assert besluit.persoon_naam == "T. Hoekman"
    assert not wereld.sessie.scalars(select(Overdracht)).all()


def test_regie__aan_gast_zonder_account__aangeboden_en_gever_blijft(wereld: Wereld, als: Als) -> None:
    gemeente = wereld.fabriek.organisatie(OrganisatieSoort.GEMEENTE)
    wereld.gast(gemeente)
    voorzitter = als(wereld.voorzitter)
    antwoord = wereld.regie(voorzitter, gemeente, "N. Elzinga", **{"regie-per_datum": dag(9)})
    assert antwoord.status_code == 303
    overdracht = wereld.sessie.scalars(select(Overdracht)).one()
    assert overdracht.soort is OverdrachtSoort.REGIE
    assert overdracht.status is OverdrachtStatus.AANGEBODEN
    assert overdracht.van_organisatie_id == wereld.vt.id
    assert overdracht.geldt_vanaf is None
    assert "blijft verantwoordelijk" in _pagina(wereld, voorzitter).get_text()
    # Back to a partner: nothing to hand over any more.
    assert wereld.regie(voorzitter, wereld.politie, "T. Hoekman", **{"regie-versie": "1"}).status_code == 303
    assert not wereld.sessie.scalars(select(Overdracht)).all()


@pytest.mark.parametrize(
    ("veld", "waarde", "zin"),
    [
        ("regie-naam", "", "Vul een naam in."),
        ("regie-achtervang", "", "Vul een naam in."),
        ("regie-aanspreekpunt", "", "vaste aanspreekpunt"),
        ("regie-toelichting", "", "Schrijf op waarom"),
        ("regie-organisatie", "geen-uuid", "Maak een keuze uit de lijst."),
        ("regie-per_datum", "30-02-2027", "Deze datum bestaat niet"),
        ("regie-versie", "geen getal", "verouderd"),
    ],
)
def test_regie__onjuist__zin_bij_het_veld_en_niets_kwijt(
    wereld: Wereld, als: Als, veld: str, waarde: str, zin: str
) -> None:
    velden = {"regie-toelichting": "Dit mag niet weg.", veld: waarde}
    antwoord = wereld.regie(als(wereld.voorzitter), wereld.politie, "T. Hoekman", **velden)
    assert antwoord.status_code == 422
    assert zin in antwoord.text
    if veld != "regie-toelichting":
        assert "Dit mag niet weg." in antwoord.text


def test_regie__verouderde_versie__409_met_beide(wereld: Wereld, als: Als) -> None:
    wereld.regie(als(wereld.secretaris), wereld.politie, "T. Hoekman")
    andere = {"regie-toelichting": "Het OM doet het."}
    antwoord = wereld.regie(als(wereld.voorzitter), wereld.om, "C. Verlaat", **andere)
    assert antwoord.status_code == 409
    assert "Het OM doet het." in antwoord.text
    assert "Die organisatie kent het gezin." in antwoord.text
    opnieuw = BeautifulSoup(antwoord.text, "html.parser").find("input", {"name": "regie-versie"})
    assert opnieuw is not None
    assert opnieuw["value"] == "1"


def test_monitoring__zonder_grond__geweigerd(wereld: Wereld, als: Als) -> None:
    antwoord = wereld.monitoring(als(wereld.voorzitter), ja=True, **{"monitoring-grond": ""})
    assert antwoord.status_code == 422
    assert "Kies de grond" in antwoord.text


def test_opschaling_nu__met_monitoring_ja__geweigerd_met_zin(wereld: Wereld, als: Als) -> None:
    voorzitter = als(wereld.voorzitter)
    wereld.monitoring(voorzitter, ja=True)
    tafel = wereld.sessie.scalars(select(AndereTafel).where(AndereTafel.naam == "MDA++")).one()
    antwoord = wereld.opschaling(voorzitter, "nu", **{"opschaling-andere_tafel": str(tafel.id)})
    assert antwoord.status_code == 422
    assert "monitort dit overleg niet" in antwoord.text


def test_opschaling_nu__biedt_de_casus_aan_tot_ander_antwoord(wereld: Wereld, als: Als) -> None:
    voorzitter = als(wereld.voorzitter)
    tafel = wereld.sessie.scalars(select(AndereTafel).where(AndereTafel.naam == "MDA++")).one()
    assert wereld.opschaling(voorzitter, "nu").status_code == 422
    wereld.opschaling(voorzitter, "nu", **{"opschaling-andere_tafel": str(tafel.id)})
    overdracht = wereld.sessie.scalars(select(Overdracht)).one()
    assert overdracht.soort is OverdrachtSoort.CASUS
    assert overdracht.andere_tafel_id == tafel.id
    wereld.opschaling(voorzitter, "niet_nodig", **{"opschaling-versie": "1"})
    assert not wereld.sessie.scalars(select(Overdracht)).all()


def test_informeren__nee_bestaat_niet__uitstel_vraagt_reden_en_datum(wereld: Wereld, als: Als) -> None:
    voorzitter = als(wereld.voorzitter)
    nee = wereld.informeren(voorzitter, wereld.slachtoffer, **{"informeren-wanneer": "nee"})
    assert nee.status_code == 422
    uitstel = wereld.informeren(voorzitter, wereld.slachtoffer, **{"informeren-wanneer": "uitgesteld"})
    assert uitstel.status_code == 422
    assert "waarom het nu niet veilig kan" in uitstel.text
    goed = wereld.informeren(
        voorzitter,
        wereld.slachtoffer,
        **{
            "informeren-wanneer": "uitgesteld",
            "informeren-uitstel_reden": "Gevaar voor Marijke.",
            "informeren-opnieuw_op": dag(5),
        },
    )
    assert goed.status_code == 303
    rij = wereld.sessie.scalars(select(Informering)).one()
    assert rij.op is None
    assert rij.opnieuw_op is not None


def test_informeren__zonder_toestemming__vraag_blijft_open_tot_verteld(wereld: Wereld, als: Als) -> None:
    voorzitter = als(wereld.voorzitter)
    wereld.slachtoffer.toestemming = Toestemming.ZONDER
    wereld.beantwoord_alles(voorzitter)
    assert "zonder toestemming gedeeld" in wereld.rond_af(voorzitter).text
    wereld.informeren(voorzitter, wereld.slachtoffer, **{"informeren-zonder_toestemming": "y"})
    assert wereld.rond_af(voorzitter).status_code == 303


def test_informeren__wijzigen_en_weghalen(wereld: Wereld, als: Als) -> None:
    voorzitter = als(wereld.voorzitter)
    wereld.informeren(voorzitter, wereld.slachtoffer)
    rij = wereld.sessie.scalars(select(Informering)).one()
    pad = f"/overleggen/{wereld.overleg.id}/bespreking/{wereld.bespreking.punt_id}?wijzig={rij.id}"
    assert f'value="{rij.id}"' in voorzitter.get(pad).text
    eigen = {"informeren-id": str(rij.id), "informeren-versie": "1", "informeren-wat": "Iets anders."}
    assert wereld.informeren(voorzitter, wereld.slachtoffer, **eigen).status_code == 303
    assert wereld.informeren(voorzitter, wereld.slachtoffer, **eigen).status_code == 409
    wereld.sessie.expire_all()
    assert rij.wat == "Iets anders."
    assert wereld.post(voorzitter, f"informeren/{rij.id}/verwijderen").status_code == 303
    assert not wereld.sessie.scalars(select(Informering)).all()


def test_informeren__al_verteld__wordt_niet_teruggezet(wereld: Wereld, als: Als) -> None:
    voorzitter = als(wereld.voorzitter)
    wereld.informeren(voorzitter, wereld.slachtoffer)
    rij = wereld.sessie.scalars(select(Informering)).one()
    rij.status, rij.gedaan_op = InformerenStatus.GEDAAN, vandaag()
    wereld.sessie.commit()
    eigen = {"informeren-id": str(rij.id), "informeren-versie": "2", "informeren-wat": "Iets anders."}
    assert wereld.informeren(voorzitter, wereld.slachtoffer, **eigen).status_code == 422
    wereld.sessie.expire_all()
    assert rij.status is InformerenStatus.GEDAAN


def test_partijen__erbij_en_eraf__vraag_volgt(wereld: Wereld, als: Als) -> None:
    voorzitter = als(wereld.voorzitter)
    partij = {
        "partij-partij": "School van Fenna",
        "partij-wat": "Wie haar mag ophalen.",
        "partij-organisatie": str(wereld.vt.id),
        "partij-op": dag(2),
    }
    assert wereld.post(voorzitter, "besluiten/partijen", **partij).status_code == 303
    assert wereld.geen_partijen(voorzitter).status_code == 422
    assert "School van Fenna" in _pagina(wereld, voorzitter).get_text()
    rij = wereld.sessie.scalars(select(TeInformerenPartij)).one()
    assert wereld.post(voorzitter, f"partijen/{rij.id}/verwijderen").status_code == 303
    assert wereld.geen_partijen(voorzitter).status_code == 303


def test_stap3__afspraak_aanbieden_en_intrekken(wereld: Wereld, als: Als) -> None:
    voorzitter = als(wereld.voorzitter)
    afspraak = wereld.afspraak(1, wereld.politie)
    aanbod = {
        "aanbod-afspraak": str(afspraak.id),
        "aanbod-organisatie": str(wereld.om.id),
        "aanbod-naam": "C. Verlaat",
    }
    zelf = wereld.post(voorzitter, "overdrachten", **{**aanbod, "aanbod-organisatie": str(wereld.politie.id)})
    assert zelf.status_code == 422
    assert wereld.post(voorzitter, "overdrachten", **aanbod).status_code == 303
    assert wereld.post(voorzitter, "overdrachten", **aanbod).status_code == 422
    overdracht = wereld.sessie.scalars(select(Overdracht)).one()
    assert overdracht.naar_persoon_id == wereld.officier.id
    assert wereld.post(voorzitter, f"overdrachten/{overdracht.id}/intrekken").status_code == 303
    assert not wereld.sessie.scalars(select(Overdracht)).all()


def test_besluit__van_een_andere_tafel__bestaat_niet(wereld: Wereld, als: Als) -> None:
    elders = wereld.fabriek.tafel("Elders", "EL")
    vreemde = wereld.fabriek.lid(
        elders, wereld.fabriek.partner(elders, OrganisatieSoort.VEILIG_THUIS), Rol.VOORZITTER
    )
    assert wereld.regie(als(vreemde), wereld.politie, "T. Hoekman").status_code == 404
    assert wereld.rond_af(als(vreemde)).status_code == 404


def test_besluit__na_afronden__geweigerd_tot_de_voorzitter_heropent(wereld: Wereld, als: Als) -> None:
    voorzitter = als(wereld.voorzitter)
    wereld.beantwoord_alles(voorzitter)
    wereld.rond_af(voorzitter)
    assert wereld.opschaling(voorzitter, "niet_mogelijk", **{"opschaling-versie": "1"}).status_code == 422
    reden = {"heropenen-reden": "De datum klopte niet."}
    assert wereld.post(als(wereld.secretaris), "heropenen", **reden).status_code == 403
    assert wereld.post(voorzitter, "heropenen").status_code == 422
    assert wereld.post(voorzitter, "heropenen", **reden).status_code == 303
    wereld.sessie.expire_all()
    assert wereld.bespreking.status is BesprekingStatus.OPEN
    assert wereld.opschaling(voorzitter, "niet_mogelijk", **{"opschaling-versie": "1"}).status_code == 303
    assert wereld.rond_af(voorzitter).status_code == 303


def test_overleg_afronden__open_casus__genoemd_en_daarna_mag_het(wereld: Wereld, als: Als) -> None:
    voorzitter = als(wereld.voorzitter)
    pad = f"/overleggen/{wereld.overleg.id}/bespreking/afronden"
    blad = pad.removesuffix("/afronden")
    nieuw = wereld.fabriek.casus(wereld.tafel, wereld.agent, CasusStatus.GEAGENDEERD)
    later = wereld.fabriek.punt(wereld.overleg, PuntSoort.CASUS, nieuw)
    wereld.fabriek.klaar()
    for antwoord, status in ((voorzitter.get(blad), 200), (voorzitter.post(pad), 422)):
        assert antwoord.status_code == status
        deel = BeautifulSoup(antwoord.text, "html.parser").select_one("#overleg-afronden")
        assert deel is not None
        assert str(wereld.casus.kenmerk) in deel.text
        assert [str(link["href"]) for link in deel.select("a")] == [
            f"{blad}/{wereld.bespreking.punt_id}#afronden",
            f"{blad}/{later.id}",
        ]
        schuif = f"/overleggen/{wereld.overleg.id}/agenda/punten/{later.id}/doorzetten"
        assert deel.select_one(f'form[action="{schuif}"] button') is not None
        knop = deel.select("button")[-1]
        assert knop is not None
        assert knop.has_attr("disabled")
        assert not knop.has_attr("data-bevestig")
    assert "Het overleg is niet afgerond" in voorzitter.post(pad).text
    assert "Naar het verslag" not in voorzitter.get(blad).text
    wereld.sessie.delete(wereld.sessie.merge(later))
    wereld.fabriek.klaar()
    wereld.beantwoord_alles(voorzitter)
    wereld.rond_af(voorzitter)
    assert voorzitter.post(pad).status_code == 303
    wereld.sessie.expire_all()
    assert wereld.overleg.status is OverlegStatus.AFGEROND
    assert wereld.overleg.huidig_punt_id is None
    assert f'/overleggen/{wereld.overleg.id}/verslag"' in voorzitter.get(blad).text


def test_aanhouden__met_reden__staat_op_het_volgende_overleg(wereld: Wereld, als: Als) -> None:
    voorzitter = als(wereld.voorzitter)
    later = wereld.fabriek.overleg(wereld.tafel, vandaag() + timedelta(days=7))
    wereld.fabriek.klaar()
    keuze = {"aanhouden-overleg": str(later.id)}
    assert wereld.post(voorzitter, "aanhouden", **keuze).status_code == 422
    goed = wereld.post(voorzitter, "aanhouden", **keuze, **{"aanhouden-reden": "Het OM was er niet."})
    assert goed.status_code == 303
    wereld.sessie.expire_all()
    assert wereld.bespreking.status is BesprekingStatus.AANGEHOUDEN
    assert [punt.casus_id for punt in later.punten] == [wereld.casus.id]
    assert "Het OM was er niet." in _pagina(wereld, voorzitter).get_text()
    toen = f"Aangehouden in het overleg van {wereld.overleg.datum:%d-%m-%Y}"
    verder = voorzitter.get(f"/overleggen/{later.id}/bespreking/{later.punten[0].id}").text
    assert toen in verder
    assert "Het OM was er niet." in verder, "whoever goes on knows what it waited for"
    pad = f"/overleggen/{wereld.overleg.id}/bespreking/afronden"
    assert voorzitter.post(pad).status_code == 303


def test_besluit__onder_voorbehoud__kan_niet(wereld: Wereld, als: Als) -> None:
    client, vb = als(wereld.voorzitter), "Onder voorbehoud van akkoord."
    andere = wereld.sessie.scalars(select(AndereTafel)).first()
    assert andere is not None
    antwoorden = [
        wereld.regie(client, wereld.politie, wereld.agent.naam, **{"regie-toelichting": vb}),
        wereld.monitoring(client, ja=True, **{"monitoring-wat": vb}),
        wereld.monitoring(client, ja=True, **{"monitoring-toelichting": vb}),
        wereld.informeren(client, wereld.slachtoffer, **{"informeren-wat": vb}),
        wereld.opschaling(
            client, "nu", **{"opschaling-toelichting": vb, "opschaling-andere_tafel": str(andere.id)}
        ),
    ]
    assert [antwoord.status_code for antwoord in antwoorden] == [422] * len(antwoorden)
    assert all("onder voorbehoud kan niet" in antwoord.text for antwoord in antwoorden)
    assert all(vb in antwoord.text for antwoord in antwoorden)
    assert wereld.sessie.scalars(select(Besluit)).all() == []


def test_besluit__nee_met_voorbehoud_als_reden__mag(wereld: Wereld, als: Als) -> None:
    client, vb = als(wereld.voorzitter), "Opschalen zou alleen onder voorbehoud kunnen, dus niet nu."
    assert wereld.opschaling(client, "niet_nodig", **{"opschaling-toelichting": vb}).status_code == 303
