"""Casus 1 and casus 4 through stap 1 and 2, as the people at the table would do it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from flask.testing import FlaskClient
from sqlalchemy import select

from models import (
    Aanschuiver,
    Afspraak,
    Bijdrageontvanger,
    Grondslag,
    Informatiebijdrage,
    Organisatie,
    Tekstveld,
)
from models.waarden import BetrokkeneRol, BijdrageStatus, CasusStatus, OrganisatieSoort, PuntSoort, Rol, Veld
from overleg.basis.klok import nu
from tests.bespreking.conftest import Als, Zitting
from tests.bespreking.test_routes_afspraken import invoer
from tests.steun.fabriek import Fabriek

ARTIKEL_9 = "KANARIE art. 9: een bron binnen het onderzoek"


def _schrijf(client: FlaskClient, zitting: Zitting, veld: Tekstveld, waarde: str) -> None:
    zitting.sessie.refresh(veld)
    data = {"versie": str(veld.versie), "waarde": waarde}
    assert client.post(zitting.tekst_url(veld), data=data).status_code == 303


def _deel(
    zitting: Zitting, gever: Organisatie, aan: list[Organisatie], feiten: str, **kolommen: bool
) -> None:
    """Lay down what a partner brought in before the meeting."""
    bijdrage = Informatiebijdrage(
        casus_id=zitting.casus.id,
        organisatie_id=gever.id,
        door_id=zitting.agent.id,
        status=BijdrageStatus.INGEDIEND,
        ingediend_op=nu(),
        bekend=True,
        feiten=feiten,
        doel="Veiligheid",
        noodzakelijk=True,
        **kolommen,
    )
    zitting.sessie.add(bijdrage)
    zitting.sessie.flush()
    grond = zitting.sessie.scalars(select(Grondslag).where(Grondslag.tafel_id == zitting.tafel.id)).first()
    assert grond is not None
    for ontvanger in aan:
        zitting.sessie.add(
            Bijdrageontvanger(bijdrage_id=bijdrage.id, organisatie_id=ontvanger.id, grondslag_id=grond.id)
        )
    zitting.sessie.commit()


def test_casus_1__stalking_na_de_scheiding(zitting: Zitting, als: Als, fabriek: Fabriek) -> None:
    reclassering = fabriek.partner(zitting.tafel, OrganisatieSoort.RECLASSERING)
    fabriek.klaar()
    _deel(zitting, zitting.politie, [zitting.vt, zitting.om], "Vier mutaties en een aangifte")
    _deel(zitting, zitting.politie, [zitting.vt, zitting.om], ARTIKEL_9, artikel_9=True)
    voorzitter, agent, officier = als(zitting.voorzitter), als(zitting.agent), als(zitting.officier)
    zitting.begin(voorzitter)

    gezien = {
        wie: client.get(zitting.punt_url).text
        for wie, client in (("vt", voorzitter), ("politie", agent), ("om", officier))
    }
    assert all("Vier mutaties en een aangifte" in tekst for tekst in gezien.values())
    assert ARTIKEL_9 in gezien["om"]
    assert ARTIKEL_9 not in gezien["vt"]

    _schrijf(voorzitter, zitting, zitting.veld(Veld.FEITENONDERZOEK), "Oplopende belaging sinds april.")
    _schrijf(voorzitter, zitting, zitting.veld(Veld.AFWEGING), "Eerst het verbod, dan de omgang.")
    _schrijf(officier, zitting, zitting.veld(Veld.VERVOLGING), "Beslissing op 9 december.")
    for veld in zitting.bespreking.velden:
        if veld.veld is Veld.PLAN_PERSOON:
            _schrijf(agent, zitting, veld, "Vast aanspreekpunt")

    afspraken = [
        invoer(zitting.om, "Beslist over gedragsaanwijzing", "09-12-2026", persoon="C. Verlaat"),
        invoer(zitting.politie, "Afspraak op locatie", "04-12-2026", persoon="T. Hoekman"),
        invoer(zitting.vt, "Omgang opgeschort", "10-12-2026", persoon="S. Wiegersma", domein="zorg"),
        invoer(reclassering, "Spoedadvies", "08-12-2026", persoon="B. Ouwehand", soort="onderzoek"),
    ]
    for nummer, data in enumerate(afspraken, 1):
        if nummer == 3:
            eerste = zitting.sessie.scalars(select(Afspraak).where(Afspraak.nummer == 1)).one()
            data["volgt_op"] = str(eerste.id)
        assert voorzitter.post(zitting.afspraken_url, data=data).status_code == 303
    pagina = voorzitter.get(zitting.punt_url).text
    assert pagina.count("Wacht op afspraak 1") == 1
    rijen = zitting.sessie.scalars(select(Afspraak).order_by(Afspraak.nummer)).all()
    assert [(r.nummer, r.datum, bool(r.persoon_id)) for r in rijen] == [
        (1, date(2026, 12, 9), True),
        (2, date(2026, 12, 4), True),
        (3, date(2026, 12, 10), True),
        (4, date(2026, 12, 8), False),
    ]


def test_casus_4__de_zoon_op_de_bovenverdieping(zitting: Zitting, als: Als, fabriek: Fabriek) -> None:
    gemeente = fabriek.organisatie(OrganisatieSoort.GEMEENTE, "Gemeente Lindewoude")
    gast = fabriek.lid(zitting.tafel, gemeente, Rol.GAST, naam="N. Elzinga")
    reden = "Geen D, maar alle drie de partners houden een deel van de sleutel."
    casus = fabriek.casus(
        zitting.tafel, zitting.agent, CasusStatus.GEAGENDEERD, voldoet=False, uitzondering_reden=reden
    )
    mevrouw = fabriek.betrokkene(casus, BetrokkeneRol.SLACHTOFFER, "Wiepie Hornstra")
    fabriek.betrokkene(casus, BetrokkeneRol.PLEGER, "Gerben Hornstra")
    punt = fabriek.punt(zitting.overleg, PuntSoort.CASUS, casus)
    fabriek.sessie.add(Aanschuiver(punt_id=punt.id, organisatie_id=gemeente.id, gebruiker_id=gast.id))
    fabriek.klaar()
    vier = replace(zitting, casus=casus, punt=punt)
    voorzitter, client = als(zitting.voorzitter), als(gast)
    vier.begin(voorzitter)
    assert reden in voorzitter.get(vier.punt_url).text

    pand = invoer(gemeente, "Aanvraag beschermingsbewind, ovb", "08-12-2026", persoon="N. Elzinga")
    assert client.post(vier.afspraken_url, data=pand).status_code == 422
    goed = pand | {"wat": "Aanvraag beschermingsbewind en blokkering van de pas", "domein": "civiel"}
    assert client.post(vier.afspraken_url, data=goed).status_code == 303
    gesprek = invoer(
        zitting.vt,
        "Gesprek met mevrouw buiten aanwezigheid van Gerben",
        "07-12-2026",
        persoon="S. Wiegersma",
        soort="gesprek",
        domein="zorg",
        gesprek_met=str(mevrouw.id),
        gesprek_over="haar veiligheid en haar geld",
        gesprek_samen_met="huisarts",
    )
    assert voorzitter.post(vier.afspraken_url, data=gesprek).status_code == 303
    pagina = client.get(vier.punt_url).text
    assert "samen met" in pagina
    assert "huisarts" in pagina
    assert str(zitting.casus.kenmerk) not in pagina


def test_blad__vast_aantal_vragen_aan_de_database(
    zitting: Zitting, als: Als, fabriek: Fabriek, tel_vragen: Callable[[Callable[[], object]], int]
) -> None:
    voorzitter, agent = als(zitting.voorzitter), als(zitting.agent)
    zitting.begin(voorzitter)
    _deel(zitting, zitting.politie, [zitting.vt], "Eén bijdrage")
    voorzitter.post(zitting.afspraken_url, data=invoer(zitting.om, "Eén afspraak", "09-12-2026"))

    def meet() -> list[int]:
        return [
            tel_vragen(partial(client.get, url))
            for client in (voorzitter, agent)
            for url in (zitting.punt_url, zitting.url)
        ]

    meet()
    weinig = meet()
    for nummer in range(3):
        _deel(zitting, zitting.om, [zitting.vt, zitting.politie], f"Bijdrage {nummer}")
        voorzitter.post(zitting.afspraken_url, data=invoer(zitting.vt, f"Afspraak {nummer}", "09-12-2026"))
        extra = fabriek.casus(zitting.tafel, zitting.agent, CasusStatus.GEAGENDEERD)
        fabriek.punt(zitting.overleg, PuntSoort.CASUS, extra)
        fabriek.betrokkene(zitting.casus, BetrokkeneRol.KIND, f"Kind {nummer}")
        fabriek.lid(zitting.tafel, zitting.politie, Rol.DEELNEMER)
    fabriek.klaar()
    voorzitter.post(f"{zitting.url}/{zitting.ander_punt.id}/begin")
    voorzitter.post(f"{zitting.punt_url}/begin")
    assert meet() == weinig
