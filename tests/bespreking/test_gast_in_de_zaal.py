"""A guest learns of no other casus: not by a page, a title, a menu, an address, an error, or a number."""

import re

import pytest
from sqlalchemy import select

from models import Aanschuiver, Gebruiker
from models.waarden import BesprekingStatus, OrganisatieSoort, Rol
from overleg.basis.klok import nu
from tests.bespreking.conftest import Als, Zitting
from tests.steun.fabriek import Fabriek

WISSELT = re.compile(r'(content|value)="[\w.-]{20,}"')
"""Tokens, which are new on every page."""
BUITEN = ("/", "/acties", "/overleggen", "/uitvragen", "/verzoeken")


@pytest.fixture
def gast(zitting: Zitting, fabriek: Fabriek) -> Gebruiker:
    """Return someone who joins for the first casus, in a meeting that has another one too."""
    gemeente = fabriek.organisatie(OrganisatieSoort.GEMEENTE)
    gast = fabriek.lid(zitting.tafel, gemeente, Rol.GAST, naam="N. Elzinga")
    fabriek.sessie.add(Aanschuiver(punt_id=zitting.punt.id, organisatie_id=gemeente.id, gebruiker_id=gast.id))
    fabriek.klaar()
    return gast


def _alles(zitting: Zitting, als: Als, wie: Gebruiker) -> dict[str, str]:
    """Return what every page around the meeting says to a guest."""
    overleg = f"/overleggen/{zitting.overleg.id}"
    client = als(wie)
    paden = (*BUITEN, overleg, f"{overleg}.ics", f"{overleg}/stand", zitting.url, zitting.punt_url)
    fout = (
        f"{zitting.url}/zaal",
        f"{zitting.url}/{zitting.ander_punt.id}",
        f"{overleg}/verslag",
        f"{overleg}/agenda",
    )
    return {pad: WISSELT.sub("", client.get(pad, follow_redirects=True).text) for pad in (*paden, *fout)}


def _van_een_ander(zitting: Zitting) -> tuple[str, ...]:
    return (
        str(zitting.andere.kenmerk),
        str(zitting.ander_punt.id),
        str(zitting.andere.id),
        "Vorige:",
        "Volgende:",
    )


def _lekt(paginas: dict[str, str], merken: tuple[str, ...], behalve: str = "") -> list[str]:
    return [
        f"{pad}: {merk}"
        for pad, tekst in paginas.items()
        for merk in merken
        if pad != behalve and merk in tekst
    ]


def test_gast__voor_tijdens_en_na__nooit_iets_van_een_ander(
    zitting: Zitting, als: Als, gast: Gebruiker
) -> None:
    voorzitter = als(zitting.voorzitter)
    eigen = (str(zitting.casus.kenmerk), "Marijke", zitting.casus.concrete_vraag)
    assert voorzitter.post(f"{zitting.url}/start").status_code == 303
    voor = _alles(zitting, als, gast)
    assert voorzitter.post(f"{zitting.url}/{zitting.ander_punt.id}/begin").status_code == 303
    zitting.sessie.expire_all()
    bij_een_ander = _alles(zitting, als, gast)
    merk = (f"{zitting.url}/{zitting.ander_punt.id}",)
    assert _lekt(voor, (*eigen, *_van_een_ander(zitting))) == []
    assert _lekt(bij_een_ander, (*eigen, *_van_een_ander(zitting)), behalve=merk[0]) == []
    assert voor[zitting.url] == bij_een_ander[zitting.url], "that another item is on, shows nowhere"
    assert (
        voor[f"/overleggen/{zitting.overleg.id}/stand"]
        == bij_een_ander[f"/overleggen/{zitting.overleg.id}/stand"]
    )
    assert voorzitter.post(f"{zitting.punt_url}/begin").status_code == 303
    zitting.sessie.expire_all()
    tijdens = _alles(zitting, als, gast)
    assert eigen[0] in tijdens[zitting.punt_url]
    assert eigen[0] in tijdens[zitting.url]
    assert _lekt(tijdens, _van_een_ander(zitting), behalve=merk[0]) == []
    bespreking = zitting.bespreking
    bespreking.status, bespreking.afgerond_op = BesprekingStatus.AFGEROND, nu()
    zitting.sessie.commit()
    na = _alles(zitting, als, gast)
    assert _lekt(na, (*eigen, *_van_een_ander(zitting)), behalve=merk[0]) == []
    assert na[zitting.url] == voor[zitting.url]


def test_gast__fout_bij_een_ander_punt__gelijk_aan_niet_bestaand(
    zitting: Zitting, als: Als, gast: Gebruiker
) -> None:
    zitting.begin(als(zitting.voorzitter))
    client = als(gast)
    ander = client.get(f"{zitting.url}/{zitting.ander_punt.id}")
    niets = client.get(f"{zitting.url}/{zitting.overleg.id}")
    assert (ander.status_code, niets.status_code) == (404, 404)
    assert WISSELT.sub("", ander.text) == WISSELT.sub("", niets.text).replace(
        str(zitting.overleg.id), str(zitting.ander_punt.id)
    )


def test_gast__volgen__heeft_geen_bediening_en_geen_punt(zitting: Zitting, als: Als, gast: Gebruiker) -> None:
    zitting.begin(als(zitting.voorzitter))
    client = als(gast)
    for pad in (zitting.url, zitting.punt_url):
        assert 'id="volgen"' not in client.get(pad).text
    assert 'id="volgen"' in als(zitting.agent).get(zitting.punt_url).text
    assert f'data-nu="{zitting.punt_url}"' in client.get(zitting.url).text
    aantal = zitting.sessie.scalars(select(Aanschuiver)).all()
    assert len(aantal) == 1
    assert als(zitting.voorzitter).post(f"{zitting.url}/{zitting.opening.id}/begin").status_code == 303
    assert "data-nu=" not in client.get(zitting.url).text
