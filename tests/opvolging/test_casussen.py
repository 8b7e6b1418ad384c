"""Cases 1, 4 and 6 from the five questions to closing, through the pages (ontwerp: casussen)."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from models import AndereTafel, Casus, Gebruiker, Informering, Overdracht, TeInformerenPartij, Tekstveld
from models.waarden import (
    BetrokkeneRol,
    CasusStatus,
    InformerenStatus,
    OrganisatieSoort,
    OverdrachtStatus,
    PuntSoort,
)
from overleg.basis.klok import vandaag
from overleg.bespreking.opvragen.regie import regie_nu
from overleg.opvolging.achtergrond import sluit_overgedragen, zet_terug
from tests.opvolging.wereld import Wereld, dag, maak_wereld
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]


@pytest.fixture
def wereld(fabriek: Fabriek) -> Wereld:
    return maak_wereld(fabriek)


def _informeer_allen(wereld: Wereld, client: FlaskClient) -> None:
    wereld.sessie.expire_all()
    for rij in wereld.sessie.scalars(select(Informering)).all():
        if rij.status is not InformerenStatus.GEDAAN:
            pad = f"/informeren/{rij.id}/gedaan"
            assert client.post(pad, data={"gedaan-op": dag(0)}).status_code == 303


def _sluit(wereld: Wereld, client: FlaskClient) -> int:
    pad = f"/casussen/{wereld.casus.id}/opvolging/sluiten"
    return client.post(pad, data={"sluiten-reden": "De vraag is beantwoord."}).status_code


def test_casus_1__wachten_uitstel_en_monitoring(wereld: Wereld, als: Als) -> None:
    voorzitter, agent = als(wereld.voorzitter), als(wereld.agent)
    pleger = wereld.fabriek.betrokkene(wereld.casus, BetrokkeneRol.PLEGER, "Ruben Aartshof")
    eerst = wereld.afspraak(1, wereld.om, persoon_id=wereld.officier.id, persoon_naam="C. Verlaat")
    wereld.afspraak(
        2, wereld.politie, persoon_id=wereld.agent.id, persoon_naam="T. Hoekman", volgt_op_id=eerst.id
    )
    wereld.beantwoord_alles(voorzitter, monitoring=True)
    # Valkuil: informing Ruben is not "no"; without reason and date the bespreking does not close.
    assert wereld.rond_af(voorzitter).status_code == 422
    wereld.informeren(voorzitter, pleger, **{"informeren-wanneer": "nee"})
    assert wereld.rond_af(voorzitter).status_code == 422
    wereld.informeren(
        voorzitter,
        pleger,
        **{
            "informeren-wanneer": "uitgesteld",
            "informeren-uitstel_reden": "Gevaar voor Marijke.",
            "informeren-opnieuw_op": dag(0),
        },
    )
    _plan_regel_voor(wereld, pleger.id)
    assert "Afspraak nummer 2" not in agent.get("/acties").text
    assert wereld.rond_af(voorzitter).status_code == 303
    acties = agent.get("/acties").text
    assert "Wacht op actie 1" in acties
    assert "Nu opnieuw bekijken" in acties
    assert "Afspraak nummer 1" not in acties
    # On its date the casus is back on the agenda by itself.
    overleg = wereld.fabriek.overleg(wereld.tafel, vandaag() + timedelta(days=14))
    wereld.fabriek.klaar()
    assert zet_terug(wereld.sessie) == 1
    wereld.fabriek.klaar()
    assert [punt.soort for punt in overleg.punten] == [PuntSoort.MONITORING]
    assert wereld.casus.status is CasusStatus.GEAGENDEERD


def test_monitoring__vorig_overleg_nooit_begonnen__komt_op_het_volgende(wereld: Wereld) -> None:
    wereld.casus.status, wereld.casus.monitoring_op = (
        CasusStatus.IN_MONITORING,
        vandaag() - timedelta(days=9),
    )
    wereld.fabriek.overleg(wereld.tafel, vandaag() - timedelta(days=8))  # planned, and forgotten
    volgend = wereld.fabriek.overleg(wereld.tafel, vandaag() + timedelta(days=1))
    wereld.fabriek.overleg(wereld.tafel, vandaag() + timedelta(days=8))
    wereld.fabriek.klaar()
    assert zet_terug(wereld.sessie) == 1
    wereld.fabriek.klaar()
    assert [punt.casus_id for punt in volgend.punten] == [wereld.casus.id]


def _plan_regel_voor(wereld: Wereld, betrokkene_id: object) -> None:
    wereld.sessie.add(
        Tekstveld(
            bespreking_id=wereld.bespreking.id,
            veld="plan_persoon",
            betrokkene_id=betrokkene_id,
            waarde="Contactverbod met toezicht.",
        )
    )
    wereld.fabriek.klaar()


def _zegt_wanneer_het_ingaat(wereld: Wereld, client: FlaskClient) -> None:
    zin = f"aangenomen per {dag(9)}. Tot die dag blijft"
    assert zin in client.get(f"/casussen/{wereld.casus.id}/opvolging").text


def test_casus_4__sluiten_kan_pas_als_de_gemeente_zelf_aannam(wereld: Wereld, als: Als) -> None:
    voorzitter, secretaris = als(wereld.voorzitter), als(wereld.secretaris)
    gemeente = wereld.fabriek.organisatie(OrganisatieSoort.GEMEENTE, "Gemeente Lindewoude")
    wereld.gast(gemeente)
    wereld.beantwoord_alles(voorzitter)
    regie = {"regie-versie": "1", "regie-per_datum": dag(9)}
    assert wereld.regie(voorzitter, gemeente, "N. Elzinga", **regie).status_code == 303
    assert wereld.rond_af(voorzitter).status_code == 303
    _informeer_allen(wereld, voorzitter)
    wereld.sessie.expire_all()
    huidig = regie_nu(wereld.sessie, wereld.casus)
    assert huidig is not None
    assert huidig.organisatie.id == wereld.vt.id
    assert _sluit(wereld, voorzitter) == 422
    overdracht = wereld.sessie.scalars(select(Overdracht)).one()
    pad = f"/overdrachten/{overdracht.id}"
    antwoord = {
        "vastleggen-aangenomen": "ja",
        "vastleggen-door_naam": "N. Elzinga",
        "vastleggen-op": dag(0),
    }
    # Valkuil: the giver cannot put the acceptance on record, nor can a partner answer for the gemeente.
    assert voorzitter.post(f"{pad}/vastleggen", data=antwoord).status_code == 422
    assert als(wereld.agent).post(f"{pad}/aannemen").status_code == 403
    eigen = {**antwoord, "vastleggen-door_naam": wereld.secretaris.naam}
    assert secretaris.post(f"{pad}/vastleggen", data=eigen).status_code == 422
    assert secretaris.post(f"{pad}/vastleggen", data=antwoord).status_code == 303
    assert secretaris.post(f"{pad}/vastleggen", data=antwoord).status_code == 422
    wereld.sessie.expire_all()
    huidig = regie_nu(wereld.sessie, wereld.casus)
    assert huidig is not None
    assert huidig.naam == "N. Elzinga"
    _zegt_wanneer_het_ingaat(wereld, voorzitter)
    assert _sluit(wereld, voorzitter) == 303
    wereld.sessie.expire_all()
    assert wereld.casus.status is CasusStatus.GESLOTEN


def test_casus_6__opschaling_geweigerd_opnieuw_aangeboden_aangenomen(wereld: Wereld, als: Als) -> None:
    voorzitter, secretaris = als(wereld.voorzitter), als(wereld.secretaris)
    mda = wereld.sessie.scalars(select(AndereTafel).where(AndereTafel.naam == "MDA++")).one()
    wereld.beantwoord_alles(voorzitter)
    nu = {"opschaling-versie": "1", "opschaling-andere_tafel": str(mda.id)}
    assert wereld.opschaling(voorzitter, "nu", **nu).status_code == 303
    wereld.rond_af(voorzitter)
    _informeer_allen(wereld, voorzitter)
    eerste = wereld.sessie.scalars(select(Overdracht)).one()
    weigering = {
        "vastleggen-aangenomen": "nee",
        "vastleggen-door_naam": "R. Bakker, MDA++",
        "vastleggen-op": dag(0),
        "vastleggen-reden": "Eerst de strafrechtelijke beslissing.",
    }
    assert secretaris.post(f"/overdrachten/{eerste.id}/vastleggen", data=weigering).status_code == 303
    wereld.sessie.expire_all()
    assert wereld.casus.status is CasusStatus.TOEGELATEN
    opvolging = voorzitter.get(f"/casussen/{wereld.casus.id}/opvolging").text
    assert "Eerst de strafrechtelijke beslissing." in opvolging
    assert "blijft verantwoordelijk" in opvolging
    # Whoever prepares or discusses it again reads why, without looking for it.
    punt = f"/overleggen/{wereld.overleg.id}/bespreking/{wereld.bespreking.punt_id}"
    for pad in (f"/casussen/{wereld.casus.id}", punt):
        tekst = voorzitter.get(pad).text
        assert "Niet overgenomen door MDA++" in tekst
        assert "Eerst de strafrechtelijke beslissing." in tekst
    assert voorzitter.post(f"/overdrachten/{eerste.id}/opnieuw").status_code == 303
    assert "Niet overgenomen" not in voorzitter.get(f"/casussen/{wereld.casus.id}").text
    assert voorzitter.post(f"/overdrachten/{eerste.id}/opnieuw").status_code == 422
    tweede = wereld.sessie.scalars(
        select(Overdracht).where(Overdracht.status == OverdrachtStatus.AANGEBODEN)
    ).one()
    assert tweede.vorige_id == eerste.id
    aanname = {**weigering, "vastleggen-aangenomen": "ja", "vastleggen-reden": ""}
    assert secretaris.post(f"/overdrachten/{tweede.id}/vastleggen", data=aanname).status_code == 303
    wereld.sessie.expire_all()
    casus = wereld.sessie.get_one(Casus, wereld.casus.id)
    assert casus.status is CasusStatus.GESLOTEN
    assert "MDA++" in casus.gesloten_reden


def _laat_overnemen(wereld: Wereld, als: Als) -> None:
    """Scale the casus up to MDA++, which accepts before anybody was told."""
    voorzitter = als(wereld.voorzitter)
    mda = wereld.sessie.scalars(select(AndereTafel).where(AndereTafel.naam == "MDA++")).one()
    wereld.beantwoord_alles(voorzitter)
    nu = {"opschaling-versie": "1", "opschaling-andere_tafel": str(mda.id)}
    assert wereld.opschaling(voorzitter, "nu", **nu).status_code == 303
    wereld.post(
        voorzitter,
        "besluiten/partijen",
        **{
            "partij-partij": "School van Fenna",
            "partij-wat": "Wie haar mag ophalen.",
            "partij-organisatie": str(wereld.vt.id),
            "partij-op": dag(2),
        },
    )
    assert wereld.rond_af(voorzitter).status_code == 303
    wereld.sessie.expire_all()
    overdracht = wereld.sessie.scalars(select(Overdracht)).one()
    aanname = {
        "vastleggen-aangenomen": "ja",
        "vastleggen-door_naam": "R. Bakker, MDA++",
        "vastleggen-op": dag(0),
    }
    pad = f"/overdrachten/{overdracht.id}/vastleggen"
    assert als(wereld.secretaris).post(pad, data=aanname).status_code == 303


@pytest.mark.parametrize("laatste", ["persoon", "partij"])
def test_overgenomen_casus__laatste_plicht_gedaan__sluit_vanzelf(
    wereld: Wereld, als: Als, laatste: str
) -> None:
    voorzitter = als(wereld.voorzitter)
    _laat_overnemen(wereld, als)
    partij = wereld.sessie.scalars(select(TeInformerenPartij)).one().id

    def vertel_partij() -> None:
        assert voorzitter.post(f"/partijen/{partij}/gedaan", data={"op": dag(0)}).status_code == 303

    def vertel_personen() -> None:
        _informeer_allen(wereld, voorzitter)

    stappen = [vertel_personen, vertel_partij]
    for stap in stappen if laatste == "partij" else reversed(stappen):
        wereld.sessie.expire_all()
        assert wereld.casus.status is CasusStatus.BESPROKEN
        stap()
    wereld.sessie.expire_all()
    assert wereld.casus.status is CasusStatus.GESLOTEN
    assert wereld.casus.gesloten_reden == "Overgedragen aan MDA++, aangenomen door R. Bakker, MDA++."
    heropen = f"/casussen/{wereld.casus.id}/opvolging/heropenen"
    assert voorzitter.post(heropen, data={"heropenen-reden": "Nieuw incident."}).status_code == 303


def test_overgenomen_casus__valt_elders_weg__achtergrond_sluit(wereld: Wereld, als: Als) -> None:
    _laat_overnemen(wereld, als)
    wereld.sessie.expire_all()
    assert sluit_overgedragen(wereld.sessie) == 0  # people wait to be told
    for rij in wereld.sessie.scalars(select(Informering)):
        rij.status, rij.gedaan_op = InformerenStatus.GEDAAN, vandaag()
    wereld.sessie.scalars(select(TeInformerenPartij)).one().gedaan_op = vandaag()
    wereld.fabriek.klaar()
    assert sluit_overgedragen(wereld.sessie) == 1
    assert sluit_overgedragen(wereld.sessie) == 0
    assert wereld.casus.status is CasusStatus.GESLOTEN


def test_overdracht_van_afspraak__aangenomen_door_ontvanger__eigenaar_wisselt(
    wereld: Wereld, als: Als
) -> None:
    voorzitter, officier = als(wereld.voorzitter), als(wereld.officier)
    afspraak = wereld.afspraak(1, wereld.politie)
    wereld.post(
        voorzitter,
        "overdrachten",
        **{
            "aanbod-afspraak": str(afspraak.id),
            "aanbod-organisatie": str(wereld.om.id),
            "aanbod-naam": "C. Verlaat",
        },
    )
    overdracht = wereld.sessie.scalars(select(Overdracht)).one()
    assert officier.post(f"/overdrachten/{overdracht.id}/aannemen").status_code == 403
    wereld.beantwoord_alles(voorzitter)
    wereld.rond_af(voorzitter)
    assert "Aangeboden" in officier.get("/acties").text
    assert "blijft verantwoordelijk" in als(wereld.agent).get("/acties").text
    assert officier.get(f"/overdrachten/{overdracht.id}").status_code == 200
    assert officier.post(f"/overdrachten/{overdracht.id}/weigeren").status_code == 422
    vast = {"vastleggen-aangenomen": "ja", "vastleggen-door_naam": "X", "vastleggen-op": dag(0)}
    zelf = als(wereld.secretaris).post(f"/overdrachten/{overdracht.id}/vastleggen", data=vast)
    assert zelf.status_code == 422
    assert officier.post(f"/overdrachten/{overdracht.id}/aannemen").status_code == 303
    wereld.sessie.expire_all()
    assert afspraak.organisatie_id == wereld.om.id
    assert afspraak.persoon_id == wereld.officier.id
    assert officier.post(f"/overdrachten/{overdracht.id}/aannemen").status_code == 422


def test_sluiten__partij_en_informeren_open__noemt_ze(wereld: Wereld, als: Als) -> None:
    voorzitter = als(wereld.voorzitter)
    wereld.beantwoord_alles(voorzitter)
    wereld.post(
        voorzitter,
        "besluiten/partijen",
        **{
            "partij-partij": "School van Fenna",
            "partij-wat": "Wie haar mag ophalen.",
            "partij-organisatie": str(wereld.vt.id),
            "partij-op": dag(2),
        },
    )
    wereld.rond_af(voorzitter)
    tekst = voorzitter.get(f"/casussen/{wereld.casus.id}/opvolging").text
    assert "School van Fenna is nog niet geïnformeerd" in tekst
    assert "Marijke Stoelwinder is nog niet geïnformeerd" in tekst
    assert _sluit(wereld, voorzitter) == 422
    _informeer_allen(wereld, voorzitter)
    partij = wereld.sessie.scalars(select(TeInformerenPartij)).one()
    assert voorzitter.get(f"/partijen/{partij.id}").status_code == 200
    assert voorzitter.post(f"/partijen/{partij.id}/gedaan", data={"op": dag(1)}).status_code == 422
    assert voorzitter.post(f"/partijen/{partij.id}/gedaan", data={"op": dag(0)}).status_code == 303
    assert _sluit(wereld, voorzitter) == 303
    heropen = f"/casussen/{wereld.casus.id}/opvolging/heropenen"
    assert voorzitter.post(heropen).status_code == 422
    assert voorzitter.post(heropen, data={"heropenen-reden": "Nieuw incident."}).status_code == 303
    wereld.sessie.expire_all()
    assert wereld.casus.status is CasusStatus.TOEGELATEN


def test_monitoring_beeindigd__terwijl_de_casus_op_de_agenda_staat__daarna_besproken(
    wereld: Wereld, als: Als
) -> None:
    voorzitter = als(wereld.voorzitter)
    wereld.beantwoord_alles(voorzitter, monitoring=True)
    assert wereld.rond_af(voorzitter).status_code == 303
    overleg = wereld.fabriek.overleg(wereld.tafel, vandaag() + timedelta(days=14))
    wereld.fabriek.klaar()
    assert voorzitter.post(f"/casussen/{wereld.casus.id}/opvolging/agenda").status_code == 303
    beeindig = {
        "ronde-beeindigen": "1",
        "ronde-toelichting": "Alles is nagekomen.",
        "ronde-direct_veilig": "ja",
    }
    ronde = voorzitter.post(f"/casussen/{wereld.casus.id}/opvolging/monitoring", data=beeindig)
    assert ronde.status_code == 303
    nog_eens = voorzitter.post(f"/casussen/{wereld.casus.id}/opvolging/monitoring", data=beeindig)
    assert nog_eens.status_code == 422
    wereld.sessie.expire_all()
    punt = next(punt for punt in overleg.punten if punt.casus_id == wereld.casus.id)
    weg = voorzitter.post(f"/overleggen/{overleg.id}/agenda/punten/{punt.id}/weg")
    assert weg.status_code == 303
    wereld.sessie.expire_all()
    assert wereld.casus.status is CasusStatus.BESPROKEN
    assert _sluit(wereld, voorzitter) == 422  # people must be told first


def test_bespreking_heropenen__staat_alweer_op_een_agenda__kan_niet(wereld: Wereld, als: Als) -> None:
    voorzitter = als(wereld.voorzitter)
    wereld.beantwoord_alles(voorzitter)
    assert wereld.rond_af(voorzitter).status_code == 303
    wereld.fabriek.overleg(wereld.tafel, vandaag() + timedelta(days=14))
    wereld.fabriek.klaar()
    assert voorzitter.post(f"/casussen/{wereld.casus.id}/opvolging/agenda").status_code == 303
    antwoord = wereld.post(voorzitter, "heropenen", **{"heropenen-reden": "Er is iets vergeten."})
    assert antwoord.status_code == 422
    assert "Van de agenda halen" in antwoord.text
