"""What a later bespreking or a later offer replaces: the old one holds nothing up (domein.md §5 and §6)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from models import (
    AndereTafel,
    Bericht,
    Bespreking,
    Gebruiker,
    Overdracht,
    TeInformerenPartij,
)
from models.waarden import AfspraakStatus, CasusStatus, OrganisatieSoort, OverdrachtStatus
from overleg.beheer.opvragen import open_plichten
from overleg.bespreking.opvragen.regie import regie_nu
from overleg.opvolging.opvragen.plichten import plichten
from tests.opvolging.wereld import Wereld, dag, ieder_weet_het, maak_wereld, open_tweede_bespreking
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]


@pytest.fixture
def wereld(fabriek: Fabriek) -> Wereld:
    return maak_wereld(fabriek)


def _sluit(wereld: Wereld, client: FlaskClient) -> int:
    ieder_weet_het(wereld)
    pad = f"/casussen/{wereld.casus.id}/opvolging/sluiten"
    return client.post(pad, data={"sluiten-reden": "De vraag is beantwoord."}).status_code


def _beslis_opnieuw(wereld: Wereld, client: FlaskClient, bespreking: Bespreking) -> None:
    """Answer the five questions in the second bespreking, and close it."""
    wereld.bespreking = bespreking
    wereld.beantwoord_alles(client)
    assert wereld.rond_af(client).status_code == 303
    wereld.sessie.expire_all()


def _draag_over(wereld: Wereld, als: Als) -> Overdracht:
    """Offer afspraak 1 of the politie to the OM, after the meeting; return what was offered last."""
    agent = als(wereld.agent)
    gegevens = {"overdragen-naar": str(wereld.officier.id), "overdragen-toelichting": "U kent het gezin."}
    pad = f"/acties/{wereld.extra['afspraak'].id}/overdragen"
    assert agent.post(pad, data=gegevens).status_code == 303
    wereld.sessie.expire_all()
    vraag = select(Overdracht).where(Overdracht.status == OverdrachtStatus.AANGEBODEN)
    return wereld.sessie.scalars(vraag).one()


def _met_geweigerde_afspraak(wereld: Wereld, als: Als) -> Overdracht:
    voorzitter = als(wereld.voorzitter)
    wereld.extra["afspraak"] = wereld.afspraak(
        1, wereld.politie, persoon_id=wereld.agent.id, persoon_naam=wereld.agent.naam
    )
    wereld.beantwoord_alles(voorzitter)
    assert wereld.rond_af(voorzitter).status_code == 303
    overdracht = _draag_over(wereld, als)
    weiger = {"weigeren-reden": "Dit hoort bij de politie."}
    pad = f"/overdrachten/{overdracht.id}/weigeren"
    assert als(wereld.officier).post(pad, data=weiger).status_code == 303
    wereld.sessie.expire_all()
    return overdracht


def test_geweigerde_afspraak__zelf_gedaan__casus_kan_dicht(wereld: Wereld, als: Als) -> None:
    overdracht = _met_geweigerde_afspraak(wereld, als)
    assert _sluit(wereld, als(wereld.voorzitter)) == 422  # still to be done, and nobody said who
    wereld.extra["afspraak"].status = AfspraakStatus.GEDAAN
    wereld.fabriek.klaar()
    assert "Opnieuw aanbieden" not in als(wereld.voorzitter).get(f"/overdrachten/{overdracht.id}").text
    opnieuw = als(wereld.voorzitter).post(f"/overdrachten/{overdracht.id}/opnieuw")
    assert opnieuw.status_code == 422
    assert _sluit(wereld, als(wereld.voorzitter)) == 303


def test_geweigerde_afspraak__daarna_toch_aangenomen__casus_kan_dicht(wereld: Wereld, als: Als) -> None:
    _met_geweigerde_afspraak(wereld, als)
    nieuw = _draag_over(wereld, als)
    assert _sluit(wereld, als(wereld.voorzitter)) == 422
    assert als(wereld.officier).post(f"/overdrachten/{nieuw.id}/aannemen").status_code == 303
    assert _sluit(wereld, als(wereld.voorzitter)) == 303


def test_regie_aangeboden__later_anders_besloten__oude_aanbod_vervalt(wereld: Wereld, als: Als) -> None:
    voorzitter = als(wereld.voorzitter)
    gemeente = wereld.fabriek.organisatie(OrganisatieSoort.GEMEENTE, "Gemeente Lindewoude")
    wereld.gast(gemeente)
    wereld.beantwoord_alles(voorzitter)
    wereld.regie(voorzitter, gemeente, "N. Elzinga", **{"regie-versie": "1"})
    assert wereld.rond_af(voorzitter).status_code == 303
    wereld.sessie.expire_all()
    oud = wereld.sessie.scalars(select(Overdracht)).one()
    tweede = open_tweede_bespreking(wereld)
    wereld.bespreking = tweede
    wereld.beantwoord_alles(voorzitter)
    wereld.regie(voorzitter, wereld.vt, wereld.voorzitter.naam, **{"regie-versie": "1"})
    assert wereld.rond_af(voorzitter).status_code == 303
    wereld.sessie.expire_all()
    assert oud.status is OverdrachtStatus.INGETROKKEN
    aanname = {"vastleggen-aangenomen": "ja", "vastleggen-door_naam": "N. Elzinga", "vastleggen-op": dag(0)}
    pad = f"/overdrachten/{oud.id}/vastleggen"
    assert als(wereld.secretaris).post(pad, data=aanname).status_code == 422
    regie = regie_nu(wereld.sessie, wereld.casus)
    assert regie is not None
    assert (regie.organisatie.id, regie.wacht_op) == (wereld.vt.id, None)
    assert _sluit(wereld, voorzitter) == 303


def test_eerste_stap_kan_niet_meer__wie_erop_wacht_leest_en_hoort_dat(wereld: Wereld, als: Als) -> None:
    eerst = wereld.afspraak(1, wereld.om, persoon_id=wereld.officier.id, persoon_naam="C. Verlaat")
    wereld.afspraak(
        2, wereld.politie, persoon_id=wereld.agent.id, persoon_naam="T. Hoekman", volgt_op_id=eerst.id
    )
    wereld.beantwoord_alles(als(wereld.voorzitter))
    assert wereld.rond_af(als(wereld.voorzitter)).status_code == 303
    assert "Wacht op actie 1" in als(wereld.agent).get("/acties").text
    wereld.sessie.expire_all()
    melding = {"stand": "niet_mogelijk", "tekst": "De rechter schorste.", "versie": str(eerst.versie)}
    assert als(wereld.officier).post(f"/acties/{eerst.id}/melden", data=melding).status_code == 303
    for client, pad in (
        (als(wereld.agent), "/acties"),
        (als(wereld.voorzitter), f"/casussen/{wereld.casus.id}/opvolging"),
    ):
        assert "Actie 1 moest eerst: niet meer mogelijk" in client.get(pad).text
    post = wereld.sessie.scalars(
        select(Bericht.aan).where(Bericht.onderwerp.contains("de afspraak waarop u wacht"))
    )
    assert post.all() == [wereld.agent.email]


def test_opschaling_geweigerd__later_niet_nodig__casus_kan_dicht(wereld: Wereld, als: Als) -> None:
    voorzitter = als(wereld.voorzitter)
    mda = wereld.sessie.scalars(select(AndereTafel).where(AndereTafel.naam == "MDA++")).one()
    wereld.beantwoord_alles(voorzitter)
    wereld.opschaling(voorzitter, "nu", **{"opschaling-versie": "1", "opschaling-andere_tafel": str(mda.id)})
    assert wereld.rond_af(voorzitter).status_code == 303
    wereld.sessie.expire_all()
    oud = wereld.sessie.scalars(select(Overdracht)).one()
    weigering = {
        "vastleggen-aangenomen": "nee",
        "vastleggen-door_naam": "R. Bakker, MDA++",
        "vastleggen-op": dag(0),
        "vastleggen-reden": "Eerst de strafrechtelijke beslissing.",
    }
    pad = f"/overdrachten/{oud.id}"
    assert als(wereld.secretaris).post(f"{pad}/vastleggen", data=weigering).status_code == 303
    _beslis_opnieuw(wereld, voorzitter, open_tweede_bespreking(wereld))
    assert wereld.casus.status is CasusStatus.BESPROKEN
    assert "Opnieuw aanbieden" not in voorzitter.get(pad).text
    assert "Niet overgenomen door MDA++" not in voorzitter.get(f"/casussen/{wereld.casus.id}").text
    assert _sluit(wereld, voorzitter) == 303


def test_heropenen__al_opnieuw_besproken__kan_niet_meer(wereld: Wereld, als: Als) -> None:
    voorzitter, eerste = als(wereld.voorzitter), wereld.bespreking
    wereld.beantwoord_alles(voorzitter, monitoring=True)
    assert wereld.rond_af(voorzitter).status_code == 303
    tweede = open_tweede_bespreking(wereld)
    heropen = {"heropenen-reden": "De naam van het aanspreekpunt klopte niet."}
    pad = f"/besprekingen/{eerste.id}/heropenen"
    assert voorzitter.post(pad, data=heropen).status_code == 422  # while it is discussed again
    _beslis_opnieuw(wereld, voorzitter, tweede)
    antwoord = voorzitter.post(pad, data=heropen)
    assert antwoord.status_code == 422
    assert "rectificatie" in antwoord.text
    wereld.sessie.expire_all()
    assert wereld.casus.status is CasusStatus.BESPROKEN
    assert wereld.post(voorzitter, "heropenen", **heropen).status_code == 303  # the last one still can


def _bied_regie_van_politie_aan(wereld: Wereld, als: Als) -> None:
    """Give the politie the regie, and in a second bespreking offer it to a gemeente that says nothing yet."""
    voorzitter = als(wereld.voorzitter)
    gemeente = wereld.fabriek.organisatie(OrganisatieSoort.GEMEENTE, "Gemeente Lindewoude")
    wereld.gast(gemeente)
    wereld.beantwoord_alles(voorzitter)
    assert wereld.rond_af(voorzitter).status_code == 303
    ieder_weet_het(wereld)
    wereld.bespreking = open_tweede_bespreking(wereld)
    wereld.beantwoord_alles(voorzitter)
    wereld.regie(voorzitter, gemeente, "N. Elzinga", **{"regie-versie": "1"})
    assert wereld.rond_af(voorzitter).status_code == 303
    ieder_weet_het(wereld)


def test_ontvanger_vertrok__antwoord_kan_worden_vastgelegd(wereld: Wereld, als: Als) -> None:
    voorzitter, secretaris = als(wereld.voorzitter), als(wereld.secretaris)
    wereld.extra["afspraak"] = wereld.afspraak(1, wereld.politie, persoon_id=wereld.agent.id)
    wereld.beantwoord_alles(voorzitter)
    assert wereld.rond_af(voorzitter).status_code == 303
    overdracht = _draag_over(wereld, als)
    pad = f"/overdrachten/{overdracht.id}"
    antwoord = {"vastleggen-aangenomen": "ja", "vastleggen-door_naam": "D. Postma", "vastleggen-op": dag(0)}
    assert "De ontvanger heeft een account en antwoordt zelf." in secretaris.get(pad).text
    assert secretaris.post(f"{pad}/vastleggen", data=antwoord).status_code == 422
    wereld.officier.active = False
    wereld.fabriek.klaar()
    assert "Antwoord van de ontvanger vastleggen" in secretaris.get(pad).text
    assert secretaris.post(f"{pad}/vastleggen", data=antwoord).status_code == 303
    wereld.sessie.expire_all()
    afspraak = wereld.extra["afspraak"]
    assert (afspraak.organisatie_id, afspraak.persoon_id) == (wereld.om.id, None)
    assert afspraak.persoon_naam == "D. Postma"


def test_regie_aangeboden__wie_haar_nog_heeft_houdt_de_plicht(wereld: Wereld, als: Als) -> None:
    _bied_regie_van_politie_aan(wereld, als)
    regie = regie_nu(wereld.sessie, wereld.casus)
    assert regie is not None
    assert regie.persoon_id == wereld.agent.id
    alle = plichten(wereld.sessie, wereld.fabriek.vrager(wereld.voorzitter))
    assert [plicht.soort for plicht in alle if plicht.persoon_id == wereld.agent.id] == ["regie"]
    assert open_plichten(wereld.sessie, wereld.agent) == 1


def test_vast_aanspreekpunt__staat_bij_opvolging_en_bij_wie_weggaat(wereld: Wereld, als: Als) -> None:
    voorzitter = als(wereld.voorzitter)
    wereld.beantwoord_alles(voorzitter)
    assert wereld.rond_af(voorzitter).status_code == 303
    opvolging = voorzitter.get(f"/casussen/{wereld.casus.id}/opvolging").text
    assert "Vast aanspreekpunt van het slachtoffer: <bdi>T. Hoekman, politie</bdi>" in " ".join(
        opvolging.split()
    )
    taken = voorzitter.get(f"/opvolging/toewijzen?van={wereld.agent.id}").text
    assert f"Vast aanspreekpunt van het slachtoffer bij {wereld.casus.kenmerk}." in taken
    wereld.bespreking = open_tweede_bespreking(wereld)
    wereld.beantwoord_alles(voorzitter)
    wereld.regie(
        voorzitter,
        wereld.politie,
        wereld.agent.naam,
        **{"regie-versie": "1", "regie-aanspreekpunt": "P. Noordhof"},
    )
    assert wereld.rond_af(voorzitter).status_code == 303
    assert "Vast aanspreekpunt" not in voorzitter.get(f"/opvolging/toewijzen?van={wereld.agent.id}").text


def test_partij__uit_eerdere_bespreking__staat_nog_open_bij_de_vraag(wereld: Wereld, als: Als) -> None:
    voorzitter = als(wereld.voorzitter)
    wereld.beantwoord_alles(voorzitter)
    school = {
        "partij-partij": "School van Fenna",
        "partij-wat": "Wie haar mag ophalen.",
        "partij-organisatie": str(wereld.vt.id),
        "partij-op": dag(2),
    }
    assert wereld.post(voorzitter, "besluiten/partijen", **school).status_code == 303
    assert wereld.rond_af(voorzitter).status_code == 303
    tweede = open_tweede_bespreking(wereld)
    pad = f"/overleggen/{tweede.overleg_id}/bespreking/{tweede.punt_id}"
    for client in (voorzitter, als(wereld.agent)):
        assert "School van Fenna" in client.get(pad).text
    partij = wereld.sessie.scalars(select(TeInformerenPartij)).one()
    assert voorzitter.post(f"/partijen/{partij.id}/gedaan", data={"op": dag(0)}).status_code == 303
    assert "School van Fenna" not in voorzitter.get(pad).text
