"""The wall around an organisatie or a person: recorded by form, complete, and only lifted by two."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from models import (
    Afspraak,
    AfwezigBij,
    Belang,
    Bericht,
    Casus,
    Deelname,
    Gebeurtenis,
    Gebruiker,
    Goedkeuring,
    Overleg,
)
from models.waarden import (
    AfspraakSoort,
    BetrokkeneRol,
    CasusStatus,
    Domein,
    MeldingStatus,
    OrganisatieSoort,
    OverlegStatus,
    Rol,
)
from overleg.basis.klok import nu
from overleg.instroom.handelingen.post import meld_aan_inbrenger, meld_spoed
from overleg.instroom.regels.belangen import Belangfeiten, mag_sluiten
from overleg.toegang.uitsluiting import gesloten_organisaties
from overleg.uitvraag.opvragen.partners import alle_partners, leden_van
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]
KANARIES = ("LW-2026-7777", "Kanarievogel", "Kanarietekst")


@pytest.mark.parametrize(
    ("feiten", "redenen"),
    [
        (Belangfeiten(False, True, True, True), 0),
        (Belangfeiten(True, True, True, True), 1),
        (Belangfeiten(False, False, True, True), 1),
        (Belangfeiten(False, True, False, True), 1),
        (Belangfeiten(False, True, True, False), 1),
        (Belangfeiten(True, False, False, False), 4),
    ],
)
def test_mag_sluiten(feiten: Belangfeiten, redenen: int) -> None:
    assert len(mag_sluiten(feiten).zinnen) == redenen


@dataclass
class Wereld:
    """A casus about an employee of the politie, on the agenda, with an afspraak of the politie."""

    fabriek: Fabriek
    casus: Casus
    overleg: Overleg
    voorzitter: Gebruiker
    secretaris: Gebruiker
    inbrenger: Gebruiker
    agent: Gebruiker
    collega: Gebruiker

    @property
    def url(self) -> str:
        """The page of the conflicts of interest."""
        return f"/casussen/{self.casus.id}/belangen"

    def muur(self, client: FlaskClient, voor: str, *genoemden: Gebruiker) -> int:
        """Record a conflict, and return the status of the answer."""
        data = {"voor": voor, "reden": "Werkgever", "genoemden": [str(g.id) for g in genoemden]}
        return client.post(self.url, data=data).status_code

    @property
    def politie(self) -> str:
        """The politie as a choice of the form."""
        return f"organisatie:{self.agent.organisatie_id}"


@pytest.fixture
def wereld(fabriek: Fabriek) -> Wereld:
    """Return a casus with something of it in every list."""
    tafel = fabriek.tafel()
    vt = fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS)
    politie = fabriek.partner(tafel, OrganisatieSoort.POLITIE)
    om = fabriek.partner(tafel, OrganisatieSoort.OM)
    inbrenger = fabriek.lid(tafel, om, Rol.INBRENGER)
    casus = fabriek.casus(
        tafel,
        inbrenger,
        CasusStatus.GEAGENDEERD,
        melding_status=MeldingStatus.GEEN,
        kenmerk=KANARIES[0],
        concrete_vraag=KANARIES[2],
    )
    fabriek.betrokkene(casus, BetrokkeneRol.SLACHTOFFER, KANARIES[1])
    overleg = fabriek.overleg(tafel, date(2026, 12, 3), OverlegStatus.LOPEND)
    bespreking = fabriek.bespreking(overleg, casus, nu())
    fabriek.sessie.add(
        Afspraak(
            casus_id=casus.id,
            bespreking_id=bespreking.id,
            nummer=1,
            wat=KANARIES[2],
            soort=AfspraakSoort.INTERVENTIE,
            domein=Domein.STRAF,
            direct=True,
            organisatie_id=politie.id,
            datum=date(2026, 12, 1),
            geldt_vanaf=nu(),
        )
    )
    wereld = Wereld(
        fabriek,
        casus,
        overleg,
        fabriek.lid(tafel, vt, Rol.VOORZITTER),
        fabriek.lid(tafel, vt, Rol.SECRETARIS),
        inbrenger,
        fabriek.lid(tafel, politie, Rol.DEELNEMER),
        fabriek.lid(tafel, politie, Rol.DEELNEMER),
    )
    fabriek.klaar()
    return wereld


def _lijsten(wereld: Wereld) -> list[str]:
    o = f"/overleggen/{wereld.overleg.id}"
    return ["/", "/casussen", "/acties", "/uitvragen", "/overleggen", o, f"{o}/agenda", f"{o}/bespreking"]


def _ziet(client: FlaskClient, wereld: Wereld) -> list[str]:
    """Return where something of the casus is seen; every page must open."""
    gezien = []
    for pad in _lijsten(wereld):
        antwoord = client.get(pad)
        assert antwoord.status_code in {200, 403}, pad
        gezien += [pad for kanarie in KANARIES if kanarie in antwoord.text]
    return gezien


def test_muur__om_een_organisatie__niets_meer_te_zien(wereld: Wereld, als: Als) -> None:
    agent, collega = als(wereld.agent), als(wereld.collega)
    voor = {pad: agent.get(pad).status_code for pad in _lijsten(wereld)}
    assert _ziet(agent, wereld)
    assert agent.get(f"/casussen/{wereld.casus.id}").status_code == 200
    assert wereld.muur(als(wereld.voorzitter), wereld.politie, wereld.collega) == 303
    assert _ziet(agent, wereld) == []
    assert {pad: agent.get(pad).status_code for pad in _lijsten(wereld)} == voor
    assert agent.get(f"/casussen/{wereld.casus.id}").status_code == 404
    assert agent.get(wereld.url).status_code == 404
    assert _ziet(collega, wereld)
    assert collega.get(f"/casussen/{wereld.casus.id}").status_code == 200


def test_muur__om_een_geheel__geldt_voor_elk_onderdeel(wereld: Wereld, als: Als) -> None:
    fabriek, sessie = wereld.fabriek, wereld.fabriek.sessie
    eenheid = fabriek.organisatie(OrganisatieSoort.POLITIE, "Politie, eenheid Noord")
    geheel = fabriek.organisatie(OrganisatieSoort.POLITIE, "Politie")
    elders = fabriek.lid(wereld.casus.tafel, eenheid, Rol.DEELNEMER)
    wereld.agent.organisatie.hoort_bij_id = eenheid.hoort_bij_id = geheel.id
    fabriek.klaar()
    agent, collega = als(wereld.agent), als(wereld.collega)
    assert _ziet(agent, wereld)
    assert wereld.muur(als(wereld.voorzitter), f"organisatie:{geheel.id}", wereld.voorzitter) == 422
    assert wereld.muur(als(wereld.voorzitter), f"organisatie:{geheel.id}", wereld.collega) == 303
    assert _ziet(agent, wereld) == []
    assert agent.get(f"/casussen/{wereld.casus.id}").status_code == 404
    assert collega.get(f"/casussen/{wereld.casus.id}").status_code == 200
    dicht = set(sessie.scalars(gesloten_organisaties(wereld.casus.id)))
    assert dicht == {geheel.id, eenheid.id}, "of the unit of who was named somebody takes part"
    assert wereld.casus.id in fabriek.vrager(elders).teruggetrokken


def test_muur__eigen_geheel__wie_vastlegt_blijft(wereld: Wereld, als: Als) -> None:
    geheel = wereld.fabriek.organisatie(OrganisatieSoort.OM, "Openbaar Ministerie")
    wereld.inbrenger.organisatie.hoort_bij_id = geheel.id
    wereld.fabriek.klaar()
    client = als(wereld.inbrenger)
    assert wereld.muur(client, f"organisatie:{geheel.id}") == 303
    assert client.get(f"/casussen/{wereld.casus.id}").status_code == 200


def test_muur__niet_gevraagd__niet_gemaild(wereld: Wereld, als: Als) -> None:
    sessie, casus, politie = wereld.fabriek.sessie, wereld.casus, wereld.agent.organisatie_id
    dag = date(2026, 11, 25)
    assert politie in {p.id for p in alle_partners(sessie, casus)}
    assert wereld.muur(als(wereld.inbrenger), wereld.politie) == 303
    assert wereld.muur(als(wereld.inbrenger), f"persoon:{wereld.voorzitter.id}") == 422
    assert politie not in {p.id for p in alle_partners(sessie, casus)}
    assert politie not in leden_van(sessie, casus, dag)
    assert (
        wereld.agent.organisatie.naam not in als(wereld.voorzitter).get(f"/casussen/{casus.id}/uitvraag").text
    )


def test_muur__voorzitter_en_inbrenger__geen_mail(wereld: Wereld, als: Als) -> None:
    sessie = wereld.fabriek.sessie
    tweede = wereld.fabriek.lid(wereld.casus.tafel, wereld.voorzitter.organisatie, Rol.VOORZITTER)
    wereld.fabriek.klaar()
    for wie in (tweede, wereld.inbrenger):
        assert wereld.muur(als(wereld.voorzitter), f"persoon:{wie.id}") == 303
    sessie.expire_all()
    meld_spoed(sessie, wereld.casus)
    meld_aan_inbrenger(sessie, wereld.casus, "x")
    sessie.flush()
    assert set(sessie.scalars(select(Bericht.aan))) == {wereld.voorzitter.email}


def test_muur__laatste_voorzitter__geweigerd_tenzij_genoemd(wereld: Wereld, als: Als) -> None:
    client, vt = als(wereld.inbrenger), f"organisatie:{wereld.voorzitter.organisatie_id}"
    assert wereld.muur(client, vt) == 422
    assert wereld.muur(client, vt, wereld.agent) == 422
    assert wereld.muur(client, "organisatie:onzin") == 422
    assert als(wereld.voorzitter).get(wereld.url).status_code == 200
    assert wereld.muur(client, vt, wereld.voorzitter) == 303
    assert als(wereld.voorzitter).get(wereld.url).status_code == 200
    assert als(wereld.secretaris).get(wereld.url).status_code == 404
    assert wereld.muur(client, vt, wereld.voorzitter) == 422


def test_muur__eigen_organisatie__wie_vastlegt_blijft(wereld: Wereld, als: Als) -> None:
    client = als(wereld.inbrenger)
    assert wereld.muur(client, f"organisatie:{wereld.inbrenger.organisatie_id}") == 303
    assert client.get(f"/casussen/{wereld.casus.id}").status_code == 200


def test_vastleggen__niet_door_een_deelnemer(wereld: Wereld, als: Als) -> None:
    agent = als(wereld.agent)
    assert agent.get(wereld.url).status_code == 403
    assert wereld.muur(agent, wereld.politie) == 403


def test_eigen_belang__sluit_meteen(wereld: Wereld, als: Als) -> None:
    agent, pad = als(wereld.agent), f"{wereld.url}/eigen"
    assert agent.post(pad, data={"reden": ""}).status_code == 422
    assert agent.post(pad, data={"reden": "Mijn buurvrouw"}).status_code == 303
    assert agent.get(pad).status_code == 404
    assert _ziet(agent, wereld) == []
    assert "Mijn buurvrouw" in als(wereld.voorzitter).get(wereld.url).text
    assert als(wereld.voorzitter).post(pad, data={"reden": "x"}).status_code == 422


def test_opheffen__alleen_door_twee(wereld: Wereld, als: Als) -> None:
    sessie, agent, voorzitter = wereld.fabriek.sessie, als(wereld.agent), als(wereld.voorzitter)
    als(wereld.agent).post(f"{wereld.url}/eigen", data={"reden": "Mijn buurvrouw"})
    belang = sessie.scalars(select(Belang)).one()
    pad = f"/belangen/{belang.id}/opheffen"
    assert agent.get(pad).status_code == 404
    assert als(wereld.inbrenger).post(pad, data={"reden": "x"}).status_code == 403
    assert voorzitter.post(pad, data={"reden": "Zij is verhuisd"}).status_code == 303
    vraag = f"/goedkeuringen/{sessie.scalars(select(Goedkeuring.id)).one()}"
    assert voorzitter.post(f"{vraag}/antwoord", data={"goed": "ja"}).status_code == 403
    assert agent.get(vraag).status_code == 404
    assert _ziet(agent, wereld) == []
    assert als(wereld.secretaris).post(f"{vraag}/antwoord", data={"goed": "ja"}).status_code == 303
    assert _ziet(agent, wereld)
    assert voorzitter.post(pad, data={"reden": "x"}).status_code == 422
    soorten = set(sessie.scalars(select(Gebeurtenis.soort)))
    assert {"belang_vastgelegd", "belang_opgeheven", "goedkeuring_gegeven"} <= soorten


def test_van_tafel__wegens_belang__niet_door_een_mens_terug(wereld: Wereld, als: Als) -> None:
    sessie, voorzitter = wereld.fabriek.sessie, als(wereld.voorzitter)
    deelname = Deelname(
        overleg_id=wereld.overleg.id,
        gebruiker_id=wereld.agent.id,
        organisatie_id=wereld.agent.organisatie_id,
    )
    sessie.add(deelname)
    sessie.commit()
    punt = wereld.overleg.punten[0]
    data = {"deelname": str(deelname.id), "belangenconflict": "y", "toelichting": "Familie"}
    weg = f"/overleggen/{wereld.overleg.id}/bespreking/{punt.id}/afwezig"
    assert voorzitter.post(weg, data=data).status_code == 303
    assert sessie.scalars(select(Belang.gebruiker_id)).all() == [wereld.agent.id]
    terug = voorzitter.post(f"/deelnames/{deelname.id}/bespreking/{punt.id}/terug")
    assert terug.status_code == 422
    assert "tweede persoon" in terug.text
    assert sessie.scalars(select(AfwezigBij.belangenconflict)).all() == [True]
    assert als(wereld.agent).get(f"/casussen/{wereld.casus.id}").status_code == 404
