"""The page with actions, reporting, reassigning, and who may not (domein.md §6 and §11)."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from html import unescape

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event, select

from models import Afspraak, Besluit, Gebeurtenis, Gebruiker, Informering, Overdracht, Voortgang
from models.waarden import (
    AfspraakStatus,
    BesprekingStatus,
    BetrokkeneRol,
    CasusStatus,
    ContactVeilig,
    Domein,
    InformerenStatus,
    OrganisatieSoort,
    OverlegStatus,
    PuntSoort,
    Rol,
)
from overleg.basis.database import db
from overleg.basis.klok import nu, vandaag
from tests.opvolging.wereld import Wereld, dag, maak_wereld
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]


@pytest.fixture
def wereld(fabriek: Fabriek) -> Wereld:
    """A casus whose bespreking is closed, with one afspraak of the politie."""
    wereld = maak_wereld(fabriek)
    wereld.bespreking.afgerond_op = nu()
    wereld.bespreking.status = BesprekingStatus.AFGEROND
    wereld.casus.status = CasusStatus.BESPROKEN
    wereld.extra["afspraak"] = wereld.afspraak(
        1,
        wereld.politie,
        persoon_id=wereld.agent.id,
        persoon_naam=wereld.agent.naam,
        geldt_vanaf=nu(),
        datum=vandaag() - timedelta(days=1),
    )
    return wereld


def _meld(client: FlaskClient, afspraak: Afspraak, stand: str, tekst: str = "", versie: int = 1) -> int:
    velden = {"versie": str(versie), "stand": stand, "tekst": tekst}
    return client.post(f"/acties/{afspraak.id}/melden", data=velden).status_code


def test_acties__te_laat_in_woorden__en_eigen_eerst(wereld: Wereld, als: Als) -> None:
    agent = als(wereld.agent)
    tekst = agent.get("/acties").text
    assert "Te laat" in tekst
    assert "Van u" in tekst
    assert "Afspraak nummer 1" not in als(wereld.officier).get("/acties").text
    assert "Afspraak nummer 1" in als(wereld.voorzitter).get("/acties?van=tafel").text
    assert "Afspraak nummer 1" not in als(wereld.officier).get("/acties?van=tafel").text
    assert agent.get("/acties?na=onzin").status_code == 200


def test_acties__in_delen__elke_een_keer(wereld: Wereld, als: Als, monkeypatch: pytest.MonkeyPatch) -> None:
    for nummer in range(2, 7):
        wereld.afspraak(
            nummer, wereld.politie, geldt_vanaf=nu(), datum=vandaag() + timedelta(days=nummer // 2)
        )
    wereld.fabriek.klaar()
    monkeypatch.setattr("overleg.opvolging.opvragen.acties.limiet", lambda _naam: 2)
    agent, adres, gezien = als(wereld.agent), "/acties", list[str]()
    while adres:
        tekst = agent.get(adres).text
        gezien += set(re.findall(r"Afspraak nummer ([2-9])", tekst))
        verder = re.search(r'href="(/acties\?na=[^"]+)"', tekst)
        adres = unescape(verder[1]) if verder else ""
        if verder:
            anders = adres.replace("-", "", 2)
            assert "Afspraak nummer 2" in agent.get(anders).text, "a place written otherwise: the first page"
    assert sorted(gezien) == ["2", "3", "4", "5", "6"]


def test_afspraak_melden__bezig_gedaan_en_terug__geschiedenis_blijft(wereld: Wereld, als: Als) -> None:
    agent, afspraak = als(wereld.agent), wereld.extra["afspraak"]
    assert agent.get(f"/acties/{afspraak.id}").status_code == 200
    assert _meld(agent, afspraak, "bezig") == 422
    assert _meld(agent, afspraak, "onzin", "x") == 422
    assert _meld(agent, afspraak, "bezig", "Er is gebeld.") == 303
    assert _meld(agent, afspraak, "gedaan") == 409
    assert _meld(agent, afspraak, "gedaan", versie=2) == 303
    assert _meld(agent, afspraak, "niet_mogelijk", "x", versie=3) == 422
    wereld.sessie.expire_all()
    assert afspraak.status is AfspraakStatus.GEDAAN
    assert len(wereld.sessie.scalars(select(Voortgang)).all()) == 2
    assert "Er is gebeld." in agent.get(f"/acties/{afspraak.id}").text
    regels = wereld.sessie.scalars(select(Gebeurtenis).where(Gebeurtenis.soort == "afspraak_gemeld")).all()
    assert "Er is gebeld." not in "".join(str(regel.gegevens) for regel in regels)


def test_afspraak_melden__niet_meer_mogelijk__vraagt_waarom(wereld: Wereld, als: Als) -> None:
    agent, afspraak = als(wereld.agent), wereld.extra["afspraak"]
    assert _meld(agent, afspraak, "niet_mogelijk") == 422
    assert _meld(agent, afspraak, "niet_mogelijk", "Hij is verhuisd.") == 303
    wereld.sessie.expire_all()
    assert afspraak.status_reden == "Hij is verhuisd."


def test_afspraak__ander_en_vreemde__mogen_niet(wereld: Wereld, als: Als) -> None:
    afspraak = wereld.extra["afspraak"]
    assert _meld(als(wereld.officier), afspraak, "gedaan") == 403
    elders = wereld.fabriek.tafel("Elders", "EL")
    vt = wereld.fabriek.partner(elders, OrganisatieSoort.VEILIG_THUIS)
    vreemde = als(wereld.fabriek.lid(elders, vt, Rol.VOORZITTER))
    assert vreemde.get(f"/acties/{afspraak.id}").status_code == 404
    assert _meld(vreemde, afspraak, "gedaan") == 404
    assert vreemde.get(f"/casussen/{wereld.casus.id}/opvolging").status_code == 404


def test_opvolging__partner_mag_de_pagina_niet__secretaris_wel_zien(wereld: Wereld, als: Als) -> None:
    pad = f"/casussen/{wereld.casus.id}/opvolging"
    assert als(wereld.agent).get(pad).status_code == 403
    assert als(wereld.secretaris).get(pad).status_code == 200
    assert als(wereld.secretaris).post(f"{pad}/sluiten", data={"sluiten-reden": "x"}).status_code == 403


def _informering(wereld: Wereld) -> Informering:
    rij = Informering(
        casus_id=wereld.casus.id,
        bespreking_id=wereld.bespreking.id,
        betrokkene_id=wereld.slachtoffer.id,
        wat="Wat er is afgesproken.",
        op=vandaag(),
        organisatie_id=wereld.politie.id,
        persoon_id=wereld.agent.id,
        persoon_naam=wereld.agent.naam,
    )
    wereld.sessie.add(rij)
    wereld.fabriek.klaar()
    return rij


def test_informering__uitstellen_met_reden_en_datum__komt_terug(wereld: Wereld, als: Als) -> None:
    agent, rij = als(wereld.agent), _informering(wereld)
    pad = f"/informeren/{rij.id}"
    assert agent.get(pad).status_code == 200
    assert agent.post(f"{pad}/uitstellen", data={"uitstel-reden": "Gevaar."}).status_code == 422
    goed = {"uitstel-reden": "Gevaar.", "uitstel-opnieuw_op": dag(3)}
    assert agent.post(f"{pad}/uitstellen", data=goed).status_code == 303
    wereld.sessie.expire_all()
    assert rij.status is InformerenStatus.UITGESTELD
    assert "Uitgesteld" in agent.get("/acties").text
    assert agent.post(f"{pad}/gedaan", data={"gedaan-op": dag(0)}).status_code == 303
    assert agent.post(f"{pad}/gedaan", data={"gedaan-op": dag(0)}).status_code == 422
    assert "Marijke" not in agent.get("/acties").text


def test_informering__intussen_gedaan__geweigerd_en_de_tekst_blijft(wereld: Wereld, als: Als) -> None:
    agent, pad = als(wereld.agent), f"/informeren/{_informering(wereld).id}"
    assert agent.post(f"{pad}/gedaan", data={"gedaan-op": dag(0)}).status_code == 303
    laat = {"uitstel-reden": "Hij staat bij haar voor de deur.", "uitstel-opnieuw_op": dag(2)}
    antwoord = agent.post(f"{pad}/uitstellen", data=laat)
    assert antwoord.status_code == 422
    assert "Uitstellen kan niet meer" in antwoord.text
    assert laat["uitstel-reden"] in antwoord.text
    dubbel = {"gedaan-op": dag(0), "gedaan-toelichting": "Samen met de wijkagent."}
    antwoord = agent.post(f"{pad}/gedaan", data=dubbel)
    assert "al gemeld als gedaan" in antwoord.text
    assert dubbel["gedaan-toelichting"] in antwoord.text
    rustig = agent.get(pad).text
    assert "formulier-uitstel" not in rustig
    assert "formulier-gedaan" not in rustig


def test_informering__te_laat_en_onveilig_contact__in_woorden(wereld: Wereld, als: Als) -> None:
    voorzitter, rij = als(wereld.voorzitter), _informering(wereld)

    def informeren() -> str:
        pagina = voorzitter.get(f"/casussen/{wereld.casus.id}/opvolging").text
        return pagina.split('id="informeren"')[1].split('id="maatregelen"')[0]

    assert "Te laat" not in informeren()
    rij.op = vandaag() - timedelta(days=1)
    rij.betrokkene.contact_veilig = ContactVeilig.NEE
    wereld.fabriek.klaar()
    assert "Te laat" in informeren()
    assert "Niet benaderen" in als(wereld.agent).get(f"/informeren/{rij.id}").text
    rij.betrokkene.contact_veilig = ContactVeilig.ONDER_VOORWAARDE
    wereld.fabriek.klaar()
    assert "alleen onder voorwaarde veilig" in als(wereld.agent).get(f"/informeren/{rij.id}").text


def test_informering__dezelfde_persoon_in_een_andere_rol_onveilig__waarschuwt(
    wereld: Wereld, als: Als
) -> None:
    rij = _informering(wereld)
    ander = wereld.fabriek.betrokkene(wereld.casus, BetrokkeneRol.PLEGER, rij.betrokkene.naam)
    rij.betrokkene.contact_veilig = ContactVeilig.JA
    wereld.fabriek.klaar()
    pad, zin = f"/informeren/{rij.id}", "Deze persoon staat vaker bij deze casus"
    assert zin not in als(wereld.agent).get(pad).text
    ander.contact_veilig = ContactVeilig.NEE
    wereld.fabriek.klaar()
    assert zin in als(wereld.agent).get(pad).text


def test_informering__pleger_terwijl_straf_nog_iets_moet__waarschuwt(wereld: Wereld, als: Als) -> None:
    agent, rij = als(wereld.agent), _informering(wereld)
    wereld.afspraak(9, wereld.om, domein=Domein.STRAF, geldt_vanaf=nu())
    wereld.fabriek.klaar()
    pad, zin = f"/informeren/{rij.id}", "Er staat nog een stap open die eerst moet"
    assert zin not in agent.get(pad).text, "the victim is told whenever that is safe"
    rij.betrokkene.rol = BetrokkeneRol.PLEGER
    wereld.fabriek.klaar()
    pagina = agent.get(pad).text
    assert zin in pagina
    assert "Afspraak 9" in pagina
    for afspraak in wereld.sessie.scalars(select(Afspraak)):
        afspraak.status, afspraak.status_op = AfspraakStatus.GEDAAN, nu()
    wereld.fabriek.klaar()
    assert zin not in agent.get(pad).text


def test_informering__hoe_contact_veilig_is__op_verzoek_en_zonder_adres(wereld: Wereld, als: Als) -> None:
    agent, rij = als(wereld.agent), _informering(wereld)
    rij.betrokkene.contact_hoe, rij.betrokkene.adres = "Via haar zus", "Schuilweg 7"
    wereld.fabriek.klaar()
    pad = f"/informeren/{rij.id}"
    assert "Via haar zus" not in agent.get(pad).text
    getoond = agent.post(f"{pad}/contact").text
    assert "Via haar zus" in getoond
    assert "Schuilweg" not in getoond
    wereld.sessie.rollback()
    vraag = select(Gebeurtenis.gegevens).where(Gebeurtenis.soort == "contact_bekeken")
    assert [rij["adres"] for rij in wereld.sessie.scalars(vraag)] == ["nee"]


def test_monitoring__ronde_en_einde(wereld: Wereld, als: Als) -> None:
    voorzitter = als(wereld.voorzitter)
    pad = f"/casussen/{wereld.casus.id}/opvolging"
    ronde = {"ronde-direct_veilig": "ja", "ronde-volgende_op": dag(7), "ronde-gesproken_met": "Marijke"}
    assert voorzitter.post(f"{pad}/monitoring", data=ronde).status_code == 422
    wereld.casus.status, wereld.casus.monitoring_op = CasusStatus.IN_MONITORING, vandaag()
    assert voorzitter.post(f"{pad}/monitoring", data={}).status_code == 422
    assert voorzitter.post(f"{pad}/monitoring", data=ronde).status_code == 303
    wereld.sessie.expire_all()
    assert wereld.casus.monitoring_op == vandaag() + timedelta(days=7)
    assert "Marijke" in voorzitter.get(pad).text
    einde = {"ronde-beeindigen": "y", "ronde-toelichting": "Alles is nagekomen.", "ronde-direct_veilig": "ja"}
    onveilig = voorzitter.post(f"{pad}/monitoring", data=einde | {"ronde-direct_veilig": "nee"})
    assert (onveilig.status_code, "niet direct veilig" in onveilig.text) == (422, True)
    assert voorzitter.post(f"{pad}/monitoring", data=einde).status_code == 303
    wereld.sessie.expire_all()
    assert wereld.casus.status is CasusStatus.BESPROKEN


def test_terug_op_de_agenda__in_een_klik(wereld: Wereld, als: Als) -> None:
    voorzitter = als(wereld.voorzitter)
    pad = f"/casussen/{wereld.casus.id}/opvolging/agenda"
    assert voorzitter.post(pad).status_code == 422
    overleg = wereld.fabriek.overleg(wereld.tafel, vandaag() + timedelta(days=7))
    wereld.fabriek.klaar()
    assert voorzitter.post(pad).status_code == 303
    wereld.sessie.expire_all()
    assert [punt.casus_id for punt in overleg.punten] == [wereld.casus.id]


def test_vuist__drie_keer_besproken__zegt_wat_er_kan(wereld: Wereld, als: Als) -> None:
    for weken in (2, 4):
        eerder = wereld.fabriek.overleg(wereld.tafel, vandaag() - timedelta(weeks=weken))
        wereld.fabriek.bespreking(eerder, wereld.casus, afgerond_op=nu())
    wereld.fabriek.klaar()
    assert "Vuist op tafel" in als(wereld.voorzitter).get(f"/casussen/{wereld.casus.id}/opvolging").text


def test_toewijzen__alles_van_een_persoon_naar_een_collega(wereld: Wereld, als: Als) -> None:
    voorzitter, afspraak, rij = als(wereld.voorzitter), wereld.extra["afspraak"], _informering(wereld)
    collega = wereld.fabriek.lid(wereld.tafel, wereld.politie, Rol.DEELNEMER, naam="A. Nieuw")
    wereld.sessie.add(
        Besluit(
            bespreking_id=wereld.bespreking.id,
            soort="regie",
            organisatie_id=wereld.politie.id,
            persoon_id=wereld.agent.id,
            persoon_naam=wereld.agent.naam,
            achtervang_organisatie_id=wereld.vt.id,
            achtervang_naam="S. Wiegersma",
            door_id=wereld.voorzitter.id,
        )
    )
    wereld.fabriek.klaar()
    assert "T. Hoekman" in voorzitter.get("/opvolging/toewijzen").text
    pad = f"/opvolging/toewijzen?van={wereld.agent.id}"
    assert voorzitter.get(pad).status_code == 200
    assert voorzitter.get("/opvolging/toewijzen?van=onzin").status_code == 404
    assert voorzitter.post(pad, data={}).status_code == 422
    regie = wereld.sessie.scalars(select(Besluit)).one()
    keuze = [f"afspraak:{afspraak.id}", f"informering:{rij.id}", f"regie:{regie.id}"]
    vreemd = {"plichten": keuze, "naar": str(wereld.officier.id)}
    assert voorzitter.post(pad, data=vreemd).status_code == 422
    assert voorzitter.post(pad, data={"plichten": keuze, "naar": str(collega.id)}).status_code == 303
    wereld.sessie.expire_all()
    assert {afspraak.persoon_id, rij.persoon_id, regie.persoon_id} == {collega.id}
    assert regie.persoon_naam == "A. Nieuw"
    assert als(wereld.agent).get("/opvolging/toewijzen").status_code == 403
    assert voorzitter.get(pad).status_code == 404


@contextmanager
def _tel() -> Iterator[list[str]]:
    vragen: list[str] = []

    def noteer(*args: object) -> None:
        vragen.append(str(args[2]))

    event.listen(db.engine, "before_cursor_execute", noteer)
    yield vragen
    event.remove(db.engine, "before_cursor_execute", noteer)


def test_paginas__meer_rijen__evenveel_vragen(wereld: Wereld, als: Als) -> None:
    voorzitter = als(wereld.voorzitter)
    paden = ["/acties?van=tafel", f"/casussen/{wereld.casus.id}/opvolging", "/opvolging/toewijzen"]
    aantallen = []
    for ronde in (1, 2):
        for nummer in range(2 if ronde == 1 else 8):
            _informering(wereld)
            wereld.afspraak(
                10 * ronde + nummer,
                wereld.politie,
                persoon_id=wereld.agent.id,
                persoon_naam="T. Hoekman",
                geldt_vanaf=nu(),
            )
            wereld.sessie.add(
                Overdracht(
                    casus_id=wereld.casus.id,
                    bespreking_id=wereld.bespreking.id,
                    soort="regie",
                    van_organisatie_id=wereld.vt.id,
                    naar_organisatie_id=wereld.om.id,
                    aangeboden_door_id=wereld.voorzitter.id,
                    geldt_vanaf=nu(),
                )
            )
        wereld.fabriek.klaar()
        for pad in paden:
            voorzitter.get(pad)
            with _tel() as vragen:
                assert voorzitter.get(pad).status_code == 200
            aantallen.append(len(vragen))
    assert aantallen[:3] == aantallen[3:]


def test_terugkoppeling__inbrenger_hoort_de_uitkomst__een_ander_niet(wereld: Wereld, als: Als) -> None:
    pad = f"/casussen/{wereld.casus.id}"
    tekst = als(wereld.agent).get(pad).text
    assert "De casus is besproken." in tekst
    assert "1 open" in tekst
    assert '/opvolging"' not in tekst
    assert "Wat er van uw aanmelding is geworden" not in als(wereld.officier).get(pad).text
    assert '/opvolging"' in als(wereld.voorzitter).get(pad).text
    wereld.casus.status = CasusStatus.TOEGELATEN  # as when another tafel refused it
    wereld.fabriek.klaar()
    assert "het overleg gaat ermee verder" in als(wereld.agent).get(pad).text


def test_overleg__knop_om_af_te_ronden__alleen_voor_wie_leidt(wereld: Wereld, als: Als) -> None:
    pad = f"/overleggen/{wereld.overleg.id}/bespreking"
    assert "Overleg afronden" in als(wereld.voorzitter).get(pad).text
    assert "Overleg afronden" not in als(wereld.agent).get(pad).text


def test_overleg__niet_begonnen_casus__schuift_vanaf_hier_door(wereld: Wereld, als: Als) -> None:
    voorzitter = als(wereld.voorzitter)
    ander = wereld.fabriek.casus(wereld.tafel, wereld.agent, CasusStatus.GEAGENDEERD)
    punt = wereld.fabriek.punt(wereld.overleg, PuntSoort.CASUS, ander)
    later = wereld.fabriek.overleg(wereld.tafel, vandaag() + timedelta(days=7))
    wereld.overleg.status, wereld.overleg.huidig_punt_id = OverlegStatus.LOPEND, None
    wereld.fabriek.klaar()
    blad = f"/overleggen/{wereld.overleg.id}/bespreking"
    schuif = f"/overleggen/{wereld.overleg.id}/agenda/punten/{punt.id}/doorzetten"
    assert f'action="{schuif}"' in voorzitter.get(blad).text
    antwoord = voorzitter.post(schuif)
    assert (antwoord.status_code, antwoord.location) == (303, blad)
    wereld.sessie.expire_all()
    assert [p.casus_id for p in later.punten] == [ander.id]
    assert schuif not in voorzitter.get(blad).text
