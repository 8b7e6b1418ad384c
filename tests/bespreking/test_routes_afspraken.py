"""Afspraken in the meeting: one owner, one date, never under reservation."""

import uuid

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import select

from models import Afspraak, Bespreking, Gebeurtenis, Informatiebijdrage, Organisatie
from models.waarden import BijdrageStatus, Veld
from overleg.basis.eenmalig import DUBBEL
from overleg.basis.klok import nu
from overleg.bespreking.regels.notitie import laatste_regel
from tests.bespreking.conftest import Als, Zitting

HTMX = {"HX-Request": "true"}


def invoer(organisatie: Organisatie, wat: str, datum: str, **rest: object) -> dict[str, object]:
    """Return a filled-in form."""
    return {
        "wat": wat,
        "organisatie": str(organisatie.id),
        "persoon": "",
        "datum": datum,
        "soort": "interventie",
        "domein": "straf",
        "veiligheid": ["direct"],
        **rest,
    }


def test_afspraak__nummer_eigenaar_en_persoon(zitting: Zitting, als: Als) -> None:
    agent = als(zitting.agent)
    zitting.begin(als(zitting.voorzitter))
    assert agent.get(zitting.afspraken_url).status_code == 200
    data = invoer(zitting.om, "Beslist over de gedragsaanwijzing", "09-12-2026", persoon="c. verlaat")
    assert agent.post(zitting.afspraken_url, data=data).status_code == 303
    eerste = zitting.sessie.scalars(select(Afspraak)).one()
    assert (eerste.nummer, eerste.persoon_id, eerste.geldt_vanaf) == (1, zitting.officier.id, None)
    data = invoer(
        zitting.vt,
        "Omgang opgeschort",
        "10-12-2026",
        volgt_op=str(eerste.id),
        domein="zorg",
        persoon="Iemand zonder account",
    )
    antwoord = agent.post(zitting.afspraken_url, data=data, headers=HTMX)
    assert antwoord.status_code == 200
    assert antwoord.headers["HX-Retarget"] == "#afspraken"
    assert "Wacht op afspraak 1" in antwoord.text
    tweede = zitting.sessie.scalars(select(Afspraak).where(Afspraak.nummer == 2)).one()
    assert (tweede.persoon_id, tweede.persoon_naam) == (None, "Iemand zonder account")


ONJUIST: list[tuple[dict[str, object], str]] = [
    ({"wat": "Hulp, o.v.b. akkoord"}, "onder voorbehoud kan niet"),
    ({"wat": ""}, "Vul in wat er gaat gebeuren"),
    ({"datum": "30-02-2026"}, "Deze datum bestaat niet"),
    ({"organisatie": str(uuid.uuid4())}, "Maak een keuze uit de lijst"),
    ({"veiligheid": []}, "Kies waar deze afspraak aan bijdraagt"),
    ({"soort": "gesprek"}, "Kies met wie het gesprek is"),
]


def test_afspraak__onjuist__422_en_alles_staat_er_nog(zitting: Zitting, als: Als) -> None:
    agent = als(zitting.agent)
    zitting.begin(als(zitting.voorzitter))
    for anders, zin in ONJUIST:
        data = invoer(zitting.om, "Beslist over iets", "09-12-2026", persoon="Een getypte naam") | anders
        antwoord = agent.post(zitting.afspraken_url, data=data, headers=HTMX)
        assert antwoord.status_code == 422
        assert zin in antwoord.text
        assert "Een getypte naam" in antwoord.text
    leeg = agent.post(zitting.afspraken_url, data={})
    assert leeg.status_code == 422
    assert "<main" in leeg.text
    assert not zitting.sessie.scalars(select(Afspraak)).all()


def test_verhoor__met_wie_en_waarover_blijft_staan(zitting: Zitting, als: Als) -> None:
    agent = als(zitting.agent)
    zitting.begin(als(zitting.voorzitter))
    kind = zitting.bespreking.casus.betrokkenen[0]
    data = invoer(zitting.om, "Verhoor in de studio", "09-12-2026", soort="onderzoek")
    over = {"gesprek_over": "Wat er is gezien", "gesprek_samen_met": "Een collega"}
    zonder = agent.post(zitting.afspraken_url, data=data | over, headers=HTMX)
    assert zonder.status_code == 422
    assert "Wat er is gezien" in zonder.text
    antwoord = agent.post(
        zitting.afspraken_url, data=data | over | {"gesprek_met": str(kind.id)}, headers=HTMX
    )
    assert antwoord.status_code == 200
    for tekst in (kind.naam, "Wat er is gezien", "Een collega"):
        assert tekst in antwoord.text
    verhoor = zitting.sessie.scalars(select(Afspraak)).one()
    assert (verhoor.gesprek_met_id, verhoor.gesprek_over) == (kind.id, "Wat er is gezien")


def test_afspraak__wijzigen_kring_en_weghalen(zitting: Zitting, als: Als) -> None:
    agent = als(zitting.agent)
    zitting.begin(als(zitting.voorzitter))
    agent.post(zitting.afspraken_url, data=invoer(zitting.om, "Eerst dit", "09-12-2026"))
    eerste = zitting.sessie.scalars(select(Afspraak)).one()
    tweede_data = invoer(zitting.vt, "Dan dat", "10-12-2026", volgt_op=str(eerste.id))
    agent.post(zitting.afspraken_url, data=tweede_data)
    tweede = zitting.sessie.scalars(select(Afspraak).where(Afspraak.nummer == 2)).one()
    basis = f"/besprekingen/{zitting.bespreking.id}/afspraken"
    wijzig = f"{basis}/{eerste.id}/wijzigen"
    assert "Eerst dit" in agent.get(wijzig).text
    kring = invoer(zitting.om, "Eerst dit", "09-12-2026", volgt_op=str(tweede.id), versie="1")
    antwoord = agent.post(wijzig, data=kring)
    assert antwoord.status_code == 422
    assert "wachten dan op elkaar" in antwoord.text
    goed = invoer(zitting.om, "Eerst dit, en goed", "08-12-2026", versie="1")
    assert agent.post(wijzig, data=goed).status_code == 303
    oud = agent.post(wijzig, data=goed | {"wat": "Nog anders"})
    assert oud.status_code == 409
    assert "Nog anders" in oud.text
    assert "Eerst dit, en goed" in oud.text
    assert 'value="2"' in oud.text
    assert agent.post(f"{basis}/{eerste.id}/weghalen").status_code == 303
    zitting.sessie.expire_all()
    assert [a.nummer for a in zitting.sessie.scalars(select(Afspraak))] == [2]
    assert tweede.volgt_op_id is None
    soorten = zitting.sessie.scalars(select(Gebeurtenis.soort).order_by(Gebeurtenis.tijd)).all()
    assert {"afspraak_gemaakt", "afspraak_gewijzigd", "afspraak_verwijderd"} <= set(soorten)


def test_afspraak__van_een_andere_bespreking__404(zitting: Zitting, als: Als) -> None:
    voorzitter = als(zitting.voorzitter)
    zitting.begin(voorzitter)
    voorzitter.post(zitting.afspraken_url, data=invoer(zitting.om, "Van deze casus", "09-12-2026"))
    afspraak = zitting.sessie.scalars(select(Afspraak)).one()
    eerste = zitting.bespreking.id
    voorzitter.post(f"{zitting.url}/{zitting.ander_punt.id}/begin")
    ander = zitting.ander_punt.id
    tweede = zitting.sessie.scalars(select(Bespreking).where(Bespreking.punt_id == ander)).one()
    assert voorzitter.post(f"/besprekingen/{tweede.id}/afspraken/{afspraak.id}/weghalen").status_code == 404
    assert voorzitter.post(f"/besprekingen/{eerste}/afspraken/{afspraak.id}/weghalen").status_code == 303


def test_notitie__zonder_javascript_begint_met_de_laatste_regel(zitting: Zitting, als: Als) -> None:
    zitting.begin(als(zitting.voorzitter))
    veld = zitting.veld(Veld.FEITENONDERZOEK)
    veld.waarde = "Eerst dit.\n  De school belt   bij verzuim.  \n\n"
    zitting.sessie.commit()
    agent = als(zitting.agent)
    blad = BeautifulSoup(agent.get(zitting.punt_url).text, "html.parser")
    link = blad.select_one(f"#tekst-{veld.id} a[data-naar-afspraak]")
    assert link is not None
    adres = str(link["href"])
    assert "?" not in adres
    form = BeautifulSoup(agent.get(adres).text, "html.parser").select_one("#afspraak-formulier")
    assert form is not None
    assert form["action"] == zitting.afspraken_url
    wat = form.select_one("[name=wat]")
    assert wat is not None
    assert wat["value"] == "De school belt bij verzuim."
    assert agent.get(adres, headers=HTMX).text.count("<main") == 0


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [("", ""), (" \n \n", ""), ("een", "een"), ("een\ntwee  drie\n", "twee drie"), ("abcdefghij", "abcde")],
)
def test_laatste_regel__zegt_iets_en_past(tekst: str, verwacht: str) -> None:
    assert laatste_regel(tekst, 5 if len(tekst) == 10 else 50) == verwacht


def test_notitie__van_een_bijdrage_alleen_voor_wie_haar_mag_lezen(zitting: Zitting, als: Als) -> None:
    zitting.begin(als(zitting.voorzitter))
    bijdrage = Informatiebijdrage(
        casus_id=zitting.casus.id,
        organisatie_id=zitting.politie.id,
        door_id=zitting.agent.id,
        status=BijdrageStatus.INGEDIEND,
        bekend=True,
        feiten="Drie meldingen.\nHij heeft een wapen.",
        ingediend_op=nu(),
    )
    zitting.sessie.add(bijdrage)
    zitting.sessie.commit()
    adres = f"/bijdragen/{bijdrage.id}/besprekingen/{zitting.bespreking.id}/afspraak"
    agent = als(zitting.agent)
    assert adres in agent.get(zitting.punt_url).text
    assert 'value="Hij heeft een wapen."' in agent.get(adres).text
    assert als(zitting.officier).get(adres).status_code == 404


def test_sneltoetsen__gelden_voor_het_account(zitting: Zitting, als: Als) -> None:
    zitting.begin(als(zitting.voorzitter))
    agent = als(zitting.agent)
    assert 'data-toetsen="aan"' in agent.get(zitting.punt_url).text
    uit = agent.post("/sneltoetsen", data={"stand": "uit"}, headers=HTMX)
    assert 'data-toetsen="uit"' in uit.text
    assert 'data-toetsen="uit"' in als(zitting.agent).get(zitting.punt_url).text
    assert 'data-toetsen="aan"' in als(zitting.officier).get(zitting.punt_url).text
    assert agent.post("/sneltoetsen", data={"stand": "misschien"}).status_code == 400
    assert agent.post("/sneltoetsen", data={"stand": "aan"}).status_code == 303
    regels = zitting.sessie.scalars(select(Gebeurtenis).where(Gebeurtenis.soort == "sneltoetsen_gezet"))
    assert sorted(str(regel.gegevens["stand"]) for regel in regels) == ["aan", "uit"]


def test_afspraak__twee_keer_verstuurd__staat_er_een_keer(zitting: Zitting, als: Als) -> None:
    voorzitter = als(zitting.voorzitter)
    zitting.begin(voorzitter)
    getypt = invoer(zitting.om, "Dagvaarden", "09-12-2026") | {"verzendnummer": uuid.uuid4().hex}
    htmx = {"HX-Request": "true", "HX-Current-URL": f"http://localhost{zitting.punt_url}?volgen=ja"}
    eerste, tweede = (voorzitter.post(zitting.afspraken_url, data=getypt, headers=htmx) for _ in range(2))
    assert eerste.status_code == 200
    assert (tweede.status_code, tweede.headers["HX-Refresh"]) == (204, "true")
    assert DUBBEL in voorzitter.get(zitting.punt_url).text
    bespreking = zitting.bespreking.id
    assert (
        len(zitting.sessie.scalars(select(Afspraak).where(Afspraak.bespreking_id == bespreking)).all()) == 1
    )
