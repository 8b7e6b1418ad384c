"""Offering an afspraak to another organisatie after the meeting: a relay, on both sides (domein.md §5)."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from models import Afspraak, AfwezigBij, Bericht, Deelname, Gebeurtenis, Gebruiker, Overdracht
from models.waarden import AfspraakStatus, Akkoord, OrganisatieSoort, OverdrachtStatus, Partnervorm, Rol
from overleg.logboek.soorten import Soort
from overleg.opvolging.opvragen.overdracht import overnemers
from overleg.opvolging.regels.overdracht import mag_overdragen
from tests.opvolging.wereld import Wereld, dag, maak_wereld
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]


@pytest.fixture
def wereld(fabriek: Fabriek) -> Wereld:
    """Return a casus whose bespreking is closed, with one afspraak of the politie."""
    wereld = maak_wereld(fabriek)
    wereld.extra["afspraak"] = wereld.afspraak(
        1, wereld.politie, persoon_id=wereld.agent.id, persoon_naam=wereld.agent.naam
    )
    return wereld


def _afgerond(wereld: Wereld, als: Als) -> Afspraak:
    voorzitter = als(wereld.voorzitter)
    wereld.beantwoord_alles(voorzitter)
    assert wereld.rond_af(voorzitter).status_code == 303
    afspraak: Afspraak = wereld.extra["afspraak"]
    return afspraak


def _bied(client: FlaskClient, afspraak: Afspraak, naar: Gebruiker, **velden: str) -> int:
    gegevens = {"overdragen-naar": str(naar.id), "overdragen-toelichting": "U kent het gezin.", **velden}
    return client.post(f"/acties/{afspraak.id}/overdragen", data=gegevens).status_code


@pytest.mark.parametrize(
    ("te_doen", "al_aangeboden", "mag"), [(True, False, True), (False, False, False), (True, True, False)]
)
def test_regel__alleen_wat_te_doen_is_en_een_keer_tegelijk(
    te_doen: bool, al_aangeboden: bool, mag: bool
) -> None:
    assert bool(mag_overdragen(te_doen=te_doen, al_aangeboden=al_aangeboden)) is mag


def test_overdragen__gever_blijft_verantwoordelijk_tot_de_ander_aanneemt(wereld: Wereld, als: Als) -> None:
    afspraak = _afgerond(wereld, als)
    agent, officier = als(wereld.agent), als(wereld.officier)
    assert _bied(agent, afspraak, wereld.officier, **{"overdragen-per_datum": dag(3)}) == 303
    assert _bied(agent, afspraak, wereld.officier) == 422  # one offer at a time
    wereld.sessie.expire_all()
    assert afspraak.organisatie_id == wereld.politie.id
    for client in (agent, officier):
        assert "blijft verantwoordelijk" in client.get("/acties").text
    assert "blijft verantwoordelijk" in agent.get(f"/acties/{afspraak.id}").text
    overdracht = wereld.sessie.scalars(select(Overdracht)).one()
    assert agent.post(f"/overdrachten/{overdracht.id}/aannemen").status_code == 403
    weiger = {"weigeren-reden": "Dit hoort bij de politie."}
    assert officier.post(f"/overdrachten/{overdracht.id}/weigeren", data=weiger).status_code == 303
    assert "Dit hoort bij de politie." in agent.get(f"/acties/{afspraak.id}").text
    opvolging = als(wereld.voorzitter).get(f"/casussen/{wereld.casus.id}/opvolging").text
    assert f"is op {dag(0)} geweigerd door C. Verlaat" in opvolging
    assert "is nog niet aangenomen" not in opvolging
    assert _bied(agent, afspraak, wereld.officier) == 303
    wereld.sessie.expire_all()
    nieuw = next(o for o in wereld.sessie.scalars(select(Overdracht)) if o.id != overdracht.id)
    assert officier.post(f"/overdrachten/{nieuw.id}/aannemen").status_code == 303
    wereld.sessie.expire_all()
    assert (afspraak.organisatie_id, afspraak.persoon_id) == (wereld.om.id, wereld.officier.id)
    assert (afspraak.akkoord, afspraak.akkoord_wie) == (Akkoord.AKKOORD, "C. Verlaat")
    assert "Afspraak nummer 1" in officier.get("/acties").text
    assert "Afspraak nummer 1" not in agent.get("/acties").text


def test_intrekken__gever_neemt_terug_en_ontvanger_hoeft_niets_meer(wereld: Wereld, als: Als) -> None:
    afspraak = _afgerond(wereld, als)
    agent, officier = als(wereld.agent), als(wereld.officier)
    _bied(agent, afspraak, wereld.officier)
    overdracht = wereld.sessie.scalars(select(Overdracht)).one()
    pad = f"/overdrachten/{overdracht.id}"
    reden = {"intrekken-reden": "Het gezin woont toch in onze wijk."}
    assert "Intrekken" in agent.get(pad).text
    assert "Aanbod bekijken of intrekken" in agent.get(f"/acties/{afspraak.id}").text
    assert "Intrekken" not in officier.get(pad).text
    assert officier.post(f"{pad}/intrekken", data=reden).status_code == 403
    leeg = agent.post(f"{pad}/intrekken", data={"intrekken-reden": "  "})
    assert (leeg.status_code, "Schrijf op waarom." in leeg.text) == (422, True)
    assert agent.post(f"{pad}/intrekken", data=reden).status_code == 303
    wereld.sessie.expire_all()
    assert (overdracht.status, overdracht.beantwoord_door_naam) == (
        OverdrachtStatus.INGETROKKEN,
        "T. Hoekman",
    )
    assert afspraak.organisatie_id == wereld.politie.id
    assert "Het gezin woont toch in onze wijk." in officier.get(pad).text
    assert "op uw antwoord" not in officier.get("/acties").text
    assert officier.post(f"{pad}/aannemen").status_code == 422
    assert agent.post(f"{pad}/intrekken", data=reden).status_code == 422
    assert _bied(agent, afspraak, wereld.officier) == 303  # the way is free again
    regels = select(Gebeurtenis.soort).where(Gebeurtenis.object_id == overdracht.id)
    assert Soort.OVERDRACHT_INGETROKKEN in wereld.sessie.scalars(regels).all()


def test_overdragen__niet_van_een_ander_en_niet_als_het_af_is(wereld: Wereld, als: Als) -> None:
    afspraak = _afgerond(wereld, als)
    agent = als(wereld.agent)
    assert _bied(als(wereld.officier), afspraak, wereld.voorzitter) == 403
    assert _bied(agent, afspraak, wereld.agent) == 422  # the own organisatie: that is assigning
    buiten = wereld.fabriek.gebruiker(wereld.om, naam="Iemand zonder tafel")
    wereld.fabriek.klaar()
    assert _bied(agent, afspraak, buiten) == 422
    assert _bied(agent, afspraak, wereld.officier, **{"overdragen-toelichting": "Onder voorbehoud."}) == 422
    afspraak.status = AfspraakStatus.GEDAAN
    wereld.fabriek.klaar()
    assert _bied(agent, afspraak, wereld.officier) == 422
    assert not wereld.sessie.scalars(select(Overdracht)).all()


def test_overnemers__alleen_wie_de_casus_al_mag_kennen(wereld: Wereld, als: Als) -> None:
    afspraak = _afgerond(wereld, als)
    rvdk = wereld.fabriek.partner(wereld.tafel, OrganisatieSoort.RVDK, Partnervorm.OP_VERZOEK)
    wereld.fabriek.lid(wereld.tafel, rvdk, Rol.DEELNEMER, naam="H. Paardekoper")
    ander = wereld.fabriek.lid(wereld.tafel, wereld.om, Rol.DEELNEMER, naam="B. Weggegaan")
    deelname = wereld.sessie.scalars(select(Deelname).where(Deelname.gebruiker_id == ander.id)).first()
    if deelname is None:
        deelname = Deelname(overleg_id=wereld.overleg.id, gebruiker_id=ander.id, organisatie_id=wereld.om.id)
        wereld.sessie.add(deelname)
        wereld.sessie.flush()
    wereld.sessie.add(
        AfwezigBij(deelname_id=deelname.id, punt_id=wereld.bespreking.punt_id, belangenconflict=True)
    )
    wereld.fabriek.klaar()
    namen = [mens.naam for mens in overnemers(wereld.sessie, afspraak)]
    assert namen == ["C. Verlaat", "P. Noordhof", "S. Wiegersma"]


@pytest.mark.parametrize("status", [AfspraakStatus.GEDAAN, AfspraakStatus.NIET_MOGELIJK])
def test_afgehandeld__aanbod_vervalt_vanzelf(wereld: Wereld, als: Als, status: AfspraakStatus) -> None:
    afspraak = _afgerond(wereld, als)
    agent, officier = als(wereld.agent), als(wereld.officier)
    assert _bied(agent, afspraak, wereld.officier) == 303
    wereld.sessie.expire_all()
    meld = {"versie": str(afspraak.versie), "stand": "bezig", "tekst": "Wij belden al."}
    assert agent.post(f"/acties/{afspraak.id}/melden", data=meld).status_code == 303
    overdracht = wereld.sessie.scalars(select(Overdracht)).one()
    stand = wereld.sessie.scalars(select(Overdracht.status)).one()
    assert stand is OverdrachtStatus.AANGEBODEN, "who is busy with it still waits for an answer"
    wereld.sessie.expire_all()
    meld = {"versie": str(afspraak.versie), "stand": status.value, "tekst": "Het gezin is verhuisd."}
    assert agent.post(f"/acties/{afspraak.id}/melden", data=meld).status_code == 303
    wereld.sessie.expire_all()
    assert overdracht.status is OverdrachtStatus.INGETROKKEN
    assert status.tekst.lower() in overdracht.antwoord_reden
    assert overdracht.antwoord_reden in officier.get(f"/overdrachten/{overdracht.id}").text
    bericht = wereld.sessie.scalars(
        select(Bericht).where(Bericht.aan == wereld.officier.email, Bericht.onderwerp.contains("ingetrokken"))
    )
    assert len(bericht.all()) == 1
