"""Who leaves for one casus because of a conflict of interest loses all of it, at once and afterwards."""

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from models import Aanschuiver, Afspraak, Deelname, Gebruiker
from models.waarden import Aanwezigheid, BesprekingStatus, OrganisatieSoort, Rol, Veld
from overleg.basis.klok import nu
from tests.bespreking.conftest import Als, Zitting
from tests.bespreking.test_routes_afspraken import invoer
from tests.steun.fabriek import Fabriek

KANARIE = "KANARIE"


@pytest.fixture
def vol(zitting: Zitting, als: Als) -> Zitting:
    """Return the meeting with the casus on and a canary in every part of it."""
    zitting.casus.wat_gebeurd = f"{KANARIE} wat er gebeurde"
    zitting.casus.concrete_vraag = f"{KANARIE}: wie doet wat?"
    zitting.sessie.commit()
    zitting.begin(als(zitting.voorzitter))
    for soort in (Veld.FEITENONDERZOEK, Veld.AFWEGING):
        veld = zitting.veld(soort)
        antwoord = als(zitting.officier).post(
            zitting.tekst_url(veld), data={"versie": str(veld.versie), "waarde": f"{KANARIE} {soort.value}"}
        )
        assert antwoord.status_code == 303
    gegevens = invoer(zitting.politie, f"{KANARIE} rijdt langs", "09-12-2026")
    assert als(zitting.officier).post(zitting.afspraken_url, data=gegevens).status_code == 303
    zitting.sessie.expire_all()
    return zitting


def _gaat_weg(zitting: Zitting, als: Als, wie: Gebruiker, door: Gebruiker | None = None) -> None:
    """Let the voorzitter write down that this person leaves, as the screen does."""
    deelname = zitting.sessie.scalars(
        select(Deelname).where(Deelname.overleg_id == zitting.overleg.id, Deelname.gebruiker_id == wie.id)
    ).one()
    antwoord = als(door or zitting.voorzitter).post(
        f"{zitting.punt_url}/afwezig", data={"deelname": str(deelname.id), "belangenconflict": "y"}
    )
    assert antwoord.status_code == 303
    zitting.sessie.expire_all()


def _paden(zitting: Zitting) -> Iterator[str]:
    """Yield every way to this casus in and around the meeting."""
    bespreking, veld = zitting.bespreking, zitting.veld(Veld.AFWEGING)
    afspraak = zitting.sessie.scalars(select(Afspraak).where(Afspraak.casus_id == zitting.casus.id)).one()
    yield zitting.punt_url
    yield f"{zitting.punt_url}?deel=tekst-{veld.id}&deel=afspraken&deel=vijf-vragen"
    yield f"{zitting.tekst_url(veld)}/versies"
    yield f"/besprekingen/{bespreking.id}/afspraken/nieuw"
    yield f"/besprekingen/{bespreking.id}/afspraken/{afspraak.id}/wijzigen"
    yield f"/besprekingen/{bespreking.id}/maatregelen/nieuw"
    yield f"/besprekingen/{bespreking.id}/bijdragen/nieuw"
    yield f"/afspraken/{afspraak.id}"
    yield f"/casussen/{zitting.casus.id}"
    yield f"/casussen/{zitting.casus.id}/uitvraag"


def _lijsten(zitting: Zitting) -> Iterator[str]:
    """Yield the pages on which the casus would stand among others."""
    yield from ("/", "/casussen", "/acties", "/overleggen", "/verzoeken", "/uitvragen")
    yield f"/casussen?zoek={zitting.casus.kenmerk}"
    yield zitting.url
    yield f"{zitting.url}?deel=punten&deel=opening&deel=acties"
    yield f"/overleggen/{zitting.overleg.id}"
    yield f"/overleggen/{zitting.overleg.id}/verslag"
    yield f"/overleggen/{zitting.overleg.id}/stand"


def _spreekt_van(client: FlaskClient, zitting: Zitting) -> list[str]:
    """Return the addresses that show anything of the casus to this visitor."""
    merken = (str(zitting.casus.kenmerk), KANARIE, str(zitting.punt.id), "Marijke")
    gevonden = []
    for pad in (*_paden(zitting), *_lijsten(zitting)):
        antwoord = client.get(pad, follow_redirects=True)
        assert antwoord.status_code in {200, 403, 404}, pad
        tekst = (
            antwoord.text.replace(zitting.casus.kenmerk or "-", "KENMERK", 1)
            if "zoek=" in pad
            else antwoord.text
        )
        gevonden += [f"{pad}: {merk}" for merk in merken if merk in tekst]
    return gevonden


def test_wie_wegging__elke_weg_dicht_ook_na_afloop(vol: Zitting, als: Als) -> None:
    client = als(vol.agent)
    assert client.get(vol.punt_url).status_code == 200
    assert _spreekt_van(client, vol), "the canary sings before"
    _gaat_weg(vol, als, vol.agent)
    assert [pad for pad in _paden(vol) if client.get(pad).status_code not in {403, 404}] == []
    assert _spreekt_van(client, vol) == []
    bespreking = vol.bespreking
    bespreking.status, bespreking.afgerond_op = BesprekingStatus.AFGEROND, nu()
    for afspraak in vol.sessie.scalars(select(Afspraak)):
        afspraak.geldt_vanaf = nu()
    vol.sessie.commit()
    assert KANARIE in als(vol.officier).get(vol.punt_url).text
    assert _spreekt_van(client, vol) == []


def test_wie_wegging__schrijven_kan_niet_meer(vol: Zitting, als: Als) -> None:
    client, veld = als(vol.agent), vol.veld(Veld.AFWEGING)
    versie = str(veld.versie)
    _gaat_weg(vol, als, vol.agent)
    antwoord = client.post(vol.tekst_url(veld), data={"versie": versie, "waarde": "Toch nog iets."})
    assert antwoord.status_code == 404
    assert KANARIE not in antwoord.text
    gegevens = invoer(vol.politie, "Toch nog iets", "09-12-2026")
    assert client.post(vol.afspraken_url, data=gegevens).status_code in {403, 404}


def test_wie_wegging__open_scherm_hoort_dat_het_opnieuw_moet_kijken(vol: Zitting, als: Als) -> None:
    client = als(vol.agent)
    stand = f"/overleggen/{vol.overleg.id}/stand?na="
    voor = client.get(f"{stand}0").get_json()["nummer"]
    _gaat_weg(vol, als, vol.agent)
    sein = client.get(f"{stand}{voor}").get_json()
    assert sein["delen"] == ["alles"], "it names no part of the casus, and no casus"
    antwoord = als(vol.voorzitter).post(
        f"/deelnames/{_deelname(vol, vol.agent).id}/bespreking/{vol.punt.id}/terug"
    )
    assert antwoord.status_code == 422, "lifting it takes two persons"
    assert client.get(f"{stand}{sein['nummer']}").get_json()["delen"] == []
    assert client.get(vol.punt_url).status_code == 404


def _deelname(zitting: Zitting, wie: Gebruiker) -> Deelname:
    return zitting.sessie.scalars(
        select(Deelname).where(Deelname.overleg_id == zitting.overleg.id, Deelname.gebruiker_id == wie.id)
    ).one()


def test_secretaris_die_wegging__overleg_afronden__zegt_niet_welke(
    vol: Zitting, als: Als, fabriek: Fabriek
) -> None:
    secretaris = fabriek.lid(vol.tafel, vol.vt, Rol.SECRETARIS)
    vol.sessie.add(
        Deelname(
            overleg_id=vol.overleg.id, gebruiker_id=secretaris.id, organisatie_id=secretaris.organisatie_id
        )
    )
    fabriek.klaar()
    client = als(secretaris)
    _gaat_weg(vol, als, secretaris)
    for antwoord in (client.get(vol.url), client.post(f"{vol.url}/afronden")):
        assert "Een casus die voor u gesloten is" in antwoord.text
        assert str(vol.andere.kenmerk) in antwoord.text
        for verborgen in (str(vol.casus.kenmerk), str(vol.punt.id)):
            assert verborgen not in antwoord.text, verborgen
    assert _spreekt_van(client, vol) == []


def test_wie_wegging__leest_niet_welke_gast_er_voor_die_casus_kwam(
    vol: Zitting, als: Als, fabriek: Fabriek
) -> None:
    gemeente = fabriek.organisatie(OrganisatieSoort.GEMEENTE)
    vol.sessie.add(
        Deelname(
            overleg_id=vol.overleg.id,
            naam="N. Elzinga",
            organisatie_id=gemeente.id,
            punt_id=vol.punt.id,
            aanwezigheid=Aanwezigheid.AANWEZIG,
        )
    )
    fabriek.klaar()
    client = als(vol.agent)
    assert "N. Elzinga" in client.get(vol.url).text
    _gaat_weg(vol, als, vol.agent)
    assert "N. Elzinga" not in client.get(vol.url).text
    assert "N. Elzinga" in als(vol.officier).get(vol.url).text


def test_gast_die_wegging__hoort_en_ziet_niets_meer(vol: Zitting, als: Als, fabriek: Fabriek) -> None:
    gemeente = fabriek.organisatie(OrganisatieSoort.GEMEENTE)
    gast = fabriek.lid(vol.tafel, gemeente, Rol.GAST)
    fabriek.sessie.add(Aanschuiver(punt_id=vol.punt.id, organisatie_id=gemeente.id, gebruiker_id=gast.id))
    vol.sessie.add(
        Deelname(
            overleg_id=vol.overleg.id, gebruiker_id=gast.id, organisatie_id=gemeente.id, punt_id=vol.punt.id
        )
    )
    fabriek.klaar()
    client, stand = als(gast), f"/overleggen/{vol.overleg.id}/stand?na="
    voor = client.get(f"{stand}0").get_json()["nummer"]
    assert voor > 0
    _gaat_weg(vol, als, gast)
    assert client.get(f"{stand}{voor}").get_json() == {"nummer": 0, "delen": ["alles"]}
    assert client.get(vol.punt_url).status_code == 404
    assert "nu niet aan de beurt" in client.get(vol.url).text
    assert _spreekt_van(client, vol) == []
