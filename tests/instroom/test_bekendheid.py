"""Known at another tafel, or not: which spellings agree, what is told, and to whom (docs/besluiten/027)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from models import (
    Bekendheidsantwoord,
    Bekendheidsvraag,
    Belang,
    Bericht,
    Casus,
    Directbetrokkene,
    Gebeurtenis,
    Gebruiker,
    Persoonsmerk,
)
from models.waarden import BetrokkeneRol, CasusStatus, OrganisatieSoort, Rol
from overleg.instroom.handelingen.bekendheid import MEESTE, NIEMAND, TE_VAAK
from overleg.instroom.regels.personen import persoon_van, schrijfwijzen
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]
DAG = date(1990, 4, 12)
DELEN = st.sampled_from(["jan", "piet", "fatima", "vries", "jansen", "yilmaz", "ooms", "de", "van"])


@pytest.mark.parametrize(
    ("een", "ander", "zelfde"),
    [
        ("Jan de Vries", "J. Vries", True),
        ("Jan de Vries", "Vries, Jan", True),
        ("JAN DE VRIES", "jan de vriès", True),
        ("Marijke van Dijk", "M. Dyk", True),
        ("Jan Pieter Vries", "J.P. de Vries", True),
        ("Jan de Vries", "Jan de Groot", False),
        ("Jan de Vries", "Piet de Vries", False),
        ("Jan", "Jan", False),
        ("", "", False),
    ],
)
def test_schrijfwijzen__zelfde_naam_anders_geschreven(een: str, ander: str, *, zelfde: bool) -> None:
    eerste, tweede = (schrijfwijzen(persoon_van(naam, "", DAG, None)) for naam in (een, ander))
    assert bool(eerste & tweede) is zelfde


def test_schrijfwijzen__geboortedatum_hoort_erbij() -> None:
    jan = schrijfwijzen(persoon_van("Jan de Vries", "", DAG, None))
    assert not jan & schrijfwijzen(persoon_van("Jan de Vries", "", date(1990, 4, 13), None))
    assert schrijfwijzen(persoon_van("Jan de Vries", "", None, 1990)) == frozenset()
    verkeerd_om = persoon_van("Jan de Vries", "", date(1990, 12, 4), None)
    assert not jan & schrijfwijzen(verkeerd_om)
    assert jan & schrijfwijzen(verkeerd_om, omgewisseld=True)
    assert jan & schrijfwijzen(persoon_van("Onbekend", "Jan Vries; Johnny", DAG, None))


@given(st.lists(DELEN, max_size=6), st.dates(date(1930, 1, 1), date(2026, 1, 1)))
def test_schrijfwijzen__eigenschappen(delen: list[str], dag: date) -> None:
    persoon = persoon_van(" ".join(delen), "", dag, None)
    wijzen = schrijfwijzen(persoon)
    assert wijzen <= schrijfwijzen(persoon, omgewisseld=True)
    assert wijzen == schrijfwijzen(persoon_van(" ".join(delen).upper(), "", dag, None))
    assert all(dag.isoformat() in wijze for wijze in wijzen)
    assert len(wijzen) <= 20


@dataclass
class Tafels:
    """Two tafels, each with a casus in which the same person may be."""

    sessie: Session
    hier: Casus
    daar: Casus
    voorzitter: Gebruiker
    ander: Gebruiker
    politie: Gebruiker

    @property
    def pad(self) -> str:
        """The page of the asking tafel."""
        return f"/casussen/{self.hier.id}/bekendheid"


@pytest.fixture
def tafels(fabriek: Fabriek) -> Tafels:
    """Make them."""
    a, b = fabriek.tafel("Lindewoude", "LW"), fabriek.tafel("Brakzijl", "BZ")
    vt_a, vt_b = (fabriek.partner(t, OrganisatieSoort.VEILIG_THUIS) for t in (a, b))
    voorzitter, ander = fabriek.lid(a, vt_a, Rol.VOORZITTER), fabriek.lid(b, vt_b, Rol.VOORZITTER)
    hier = fabriek.casus(a, voorzitter, CasusStatus.TOEGELATEN)
    daar = fabriek.casus(b, ander, CasusStatus.GEAGENDEERD)
    fabriek.betrokkene(hier, BetrokkeneRol.PLEGER, "Jan de Vries", geboortedatum=DAG)
    fabriek.betrokkene(hier, BetrokkeneRol.SLACHTOFFER, "Mia Ooms", geboortejaar=1991)
    fabriek.betrokkene(daar, BetrokkeneRol.PLEGER, "J. Vries", geboortedatum=DAG)
    politie = fabriek.lid(a, fabriek.partner(a, OrganisatieSoort.POLITIE), Rol.DEELNEMER)
    fabriek.klaar()
    return Tafels(fabriek.sessie, hier, daar, voorzitter, ander, politie)


def vraag(als: Als, tafels: Tafels, wie: Gebruiker | None = None) -> str:
    """Ask, and return the page with the answer."""
    client = als(wie or tafels.voorzitter)
    antwoord = client.post(tafels.pad, data={"doel": "Dubbel werk voorkomen"})
    assert antwoord.status_code == 303, antwoord.text
    return client.get(tafels.pad).text


def test_bekend__een_bit_en_wie_te_bellen(tafels: Tafels, als: Als) -> None:
    pagina = vraag(als, tafels)
    assert "Bekend" in pagina
    assert "Brakzijl" in pagina
    assert tafels.ander.naam in pagina
    assert "Mia Ooms" in pagina, "who has no birth date is named"
    for geheim in (str(tafels.daar.kenmerk), str(tafels.daar.id), "J. Vries"):
        assert geheim not in pagina
    (antwoord,) = tafels.sessie.scalars(select(Bekendheidsantwoord))
    assert antwoord.tafel_id == tafels.daar.tafel_id
    regels = {r.soort: r for r in tafels.sessie.scalars(select(Gebeurtenis))}
    assert regels["bekendheid_gevraagd"].casus_id == tafels.hier.id
    gegeven = regels["bekendheid_gegeven"]
    assert (gegeven.casus_id, gegeven.tafel_id) == (tafels.daar.id, tafels.daar.tafel_id)
    assert "Vries" not in str(gegeven.gegevens) + str(regels["bekendheid_gevraagd"].gegevens)
    daar = als(tafels.ander).get("/logboek").text
    assert "Brakzijl te horen dat iemand daar bekend is" in daar
    assert str(tafels.hier.kenmerk) not in daar
    register = als(tafels.ander).get(f"/logboek/verstrekkingen?casus={tafels.daar.id}").text
    assert "Dat iemand hier bekend is" in register
    assert tafels.sessie.scalars(select(Bericht)).all() == []


@pytest.mark.parametrize(
    "waarom", ["muur", "concept", "afgewezen", "doorverwezen", "andere datum", "tafel weg"]
)
def test_niet_bekend__en_aan_de_andere_kant_geen_regel(tafels: Tafels, als: Als, waarom: str) -> None:
    if waarom == "muur":
        tafels.sessie.add(
            Belang(
                casus_id=tafels.daar.id,
                gebruiker_id=tafels.voorzitter.id,
                reden="x",
                vastgelegd_door_id=tafels.ander.id,
            )
        )
    elif waarom == "andere datum":
        tafels.daar.betrokkenen[0].geboortedatum = date(1990, 4, 13)
    elif waarom == "tafel weg":
        tafels.daar.tafel.actief = False
    else:
        tafels.daar.status = CasusStatus[waarom.upper()]
    tafels.sessie.commit()
    pagina = vraag(als, tafels)
    assert "Niet bekend" in pagina
    assert "Brakzijl" not in pagina
    assert not tafels.sessie.scalars(select(Gebeurtenis).filter_by(soort="bekendheid_gegeven")).all()


def test_bekend__gevraagd_door_een_ander__achter_de_muur_niet(
    tafels: Tafels, als: Als, fabriek: Fabriek
) -> None:
    secretaris = fabriek.lid(tafels.hier.tafel, tafels.voorzitter.organisatie, Rol.SECRETARIS)
    fabriek.klaar()
    vraag(als, tafels)
    assert "Brakzijl" in als(secretaris).get(tafels.pad).text
    muur = {"gebruiker_id": secretaris.id, "reden": "x", "vastgelegd_door_id": tafels.ander.id}
    tafels.sessie.add(Belang(casus_id=tafels.daar.id, **muur))
    tafels.sessie.commit()
    pagina = als(secretaris).get(tafels.pad).text
    assert "Brakzijl" not in pagina
    assert "Niet bekend" in pagina
    for status in (CasusStatus.DOORVERWEZEN, CasusStatus.GEAGENDEERD):
        tafels.daar.status = status
        tafels.daar.betrokkenen[0].geboortedatum = date(1980, 1, 1)
        tafels.sessie.commit()
        assert "Brakzijl" not in als(secretaris).get(tafels.pad).text, "what changed since does not open it"
    ook = fabriek.casus(tafels.daar.tafel, tafels.ander, CasusStatus.GEAGENDEERD)
    fabriek.betrokkene(ook, BetrokkeneRol.PLEGER, "Jan de Vries", geboortedatum=DAG)
    fabriek.klaar()
    assert "Brakzijl" in als(secretaris).get(tafels.pad).text, "known by a casus that is open too"


def test_vragen__alleen_wie_leidt__en_niet_eindeloos(tafels: Tafels, als: Als) -> None:
    for wie in (tafels.politie, tafels.ander):
        assert als(wie).get(tafels.pad).status_code in {403, 404}
        assert als(wie).post(tafels.pad, data={"doel": "x"}).status_code in {403, 404}
    voorzitter = als(tafels.voorzitter)
    assert voorzitter.post(tafels.pad, data={"doel": " "}).status_code == 422
    van = {"casus_id": tafels.hier.id, "aantal_tafels": 1, "door_id": tafels.voorzitter.id}
    tafels.sessie.add_all(Bekendheidsvraag(**van, doel="x") for _ in range(MEESTE))
    tafels.sessie.commit()
    antwoord = voorzitter.post(tafels.pad, data={"doel": "Nog een keer"})
    assert antwoord.status_code == 422
    for zin in (TE_VAAK, "Nog een keer"):
        assert zin in antwoord.text


def test_vragen__zonder_enige_geboortedatum(tafels: Tafels, als: Als) -> None:
    for mens in tafels.hier.betrokkenen:
        mens.geboortedatum = None
    tafels.sessie.commit()
    antwoord = als(tafels.voorzitter).post(tafels.pad, data={"doel": "Waarom niet"})
    assert (antwoord.status_code, NIEMAND in antwoord.text) == (422, True)


def test_merken__volgen_de_naam__en_gaan_met_de_persoon(tafels: Tafels) -> None:
    sessie = tafels.sessie
    jan = next(b for b in tafels.hier.betrokkenen if b.geboortedatum)
    merken = select(Persoonsmerk.merk).where(Persoonsmerk.betrokkene_id == jan.id)
    eerst = set(sessie.scalars(merken))
    assert eerst
    jan.adres = "Dorpsstraat 1"
    sessie.commit()
    assert set(sessie.scalars(merken)) == eerst
    jan.naam = "Jan de Groot"
    sessie.commit()
    assert not set(sessie.scalars(merken)) & eerst
    rauw = " ".join(sessie.execute(text("SELECT merk FROM persoonsmerk")).scalars())
    assert "vries" not in rauw
    assert "1990" not in rauw
    sessie.delete(jan)
    sessie.commit()
    assert set(sessie.scalars(merken)) == set()
    assert sessie.scalars(select(Directbetrokkene).where(Directbetrokkene.casus_id == tafels.daar.id)).all()
