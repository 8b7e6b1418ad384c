"""Handing in progress as a sheet: what is taken over, what is not and why, and files that are no sheet."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from flask.testing import FlaskClient
from lxml import html
from openpyxl import Workbook, load_workbook
from sqlalchemy import select
from werkzeug import formparser
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.test import TestResponse, encode_multipart

from models import Afspraak, Gebeurtenis, Gebruiker, Voortgang
from models.waarden import AfspraakStatus, OrganisatieSoort, Rol
from overleg.logboek.soorten import Soort
from overleg.opvolging.regels.werkblad import INTUSSEN, NIET_VAN_U, ONBEKEND, lees_stand
from overleg.verslag.tabellen.acties import NODIG, STANDEN
from tests.opvolging.wereld import Wereld, met_open_afspraken
from tests.steun.database import ALLEEN_SQLITE, ook_anderen_schrijven
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]
PAD = "/acties/werkblad"


@pytest.fixture
def wereld(fabriek: Fabriek) -> Wereld:
    """A casus whose bespreking is closed, with three afspraken of the politie and one of the OM."""
    return met_open_afspraken(fabriek)


def _haal(client: FlaskClient) -> Workbook:
    return load_workbook(BytesIO(client.get("/acties.xlsx").data))


def _vul(bestand: Workbook, rij: int, **waarden: Any) -> None:
    """Fill in a row of the sheet, by heading."""
    blad = bestand["Acties"]
    koppen = [cel.value for cel in blad[1]]
    for kop, waarde in waarden.items():
        blad.cell(rij, koppen.index(kop.replace("_", " ")) + 1).value = waarde


def _bytes(bestand: Workbook) -> bytes:
    uit = BytesIO()
    bestand.save(uit)
    return uit.getvalue()


def _stuur(client: FlaskClient, inhoud: bytes) -> TestResponse:
    """Hand in a file. Encoded here: the client of the library would leave a temporary file open."""
    grens, lichaam = encode_multipart({"bestand": FileStorage(BytesIO(inhoud), "acties.xlsx")})
    return client.post(PAD, data=lichaam, content_type=f"multipart/form-data; boundary={grens}")


def _velden(antwoord: TestResponse) -> MultiDict[str, str]:
    """Return what the form of the preview sends."""
    vorm = html.document_fromstring(antwoord.text).xpath(f"//form[@action='{PAD}/inleveren']")[0]
    paren = [
        (v.get("name"), v.get("value", "")) for v in vorm.xpath(".//input[starts-with(@name, 'regels')]")
    ]
    return MultiDict(paren)


def _voortgang(wereld: Wereld) -> int:
    wereld.sessie.expire_all()
    aantal = len(wereld.sessie.scalars(select(Voortgang)).all())
    wereld.sessie.rollback()
    return aantal


def _ruw(*rijen: tuple[object, ...], koppen: tuple[str, ...] = NODIG) -> bytes:
    bestand = Workbook()
    blad = bestand.worksheets[0]
    blad.append(koppen)
    for rij in rijen:
        blad.append(list(rij))
    return _bytes(bestand)


def test_woorden__zijn_die_van_de_standen() -> None:
    assert all(lees_stand(woord) for woord in STANDEN)
    assert [lees_stand(woord) for woord in (" Niet  gedaan ", "GEDAAN", "open", "klaar", "")] == [
        AfspraakStatus.NIET_GEDAAN,
        AfspraakStatus.GEDAAN,
        None,
        None,
        None,
    ]


def test_heen_en_terug__eerst_zien_dan_wijzigen(wereld: Wereld, als: Als) -> None:
    agent = als(wereld.agent)
    assert agent.get(PAD).status_code == 200
    bestand = _haal(agent)
    _vul(bestand, 2, Nieuwe_stand="Gedaan")
    _vul(bestand, 3, Nieuwe_stand="bezig", Toelichting="=1+1 <b>Gebeld</b>,\nmorgen weer.")
    bestand["Acties"].cell(3, 11).data_type = "s"
    voorstel = _stuur(agent, _bytes(bestand))
    assert voorstel.status_code == 200
    assert "Er is nog niets gewijzigd" in voorstel.text
    assert "=1+1 &lt;b&gt;Gebeld&lt;/b&gt;," in voorstel.text
    assert "Dit kan niet" not in voorstel.text
    assert _voortgang(wereld) == 0
    velden = _velden(voorstel)
    assert len(velden) == 10
    assert agent.post(f"{PAD}/inleveren", data=velden).status_code == 303
    assert "2 acties zijn bijgewerkt." in agent.get("/acties").text
    assert _voortgang(wereld) == 2
    assert wereld.extra["1"].status is AfspraakStatus.GEDAAN
    tekst = wereld.sessie.scalars(select(Voortgang.tekst).where(Voortgang.tekst != "")).one()
    assert tekst == "=1+1 <b>Gebeld</b>,\nmorgen weer."
    soorten = list(wereld.sessie.scalars(select(Gebeurtenis.soort)))
    assert soorten.count("afspraak_gemeld") == 2
    assert wereld.extra["3"].status is AfspraakStatus.OPEN


def test_zelfde_werkblad_nog_eens__is_intussen_gewijzigd(wereld: Wereld, als: Als) -> None:
    agent = als(wereld.agent)
    bestand = _haal(agent)
    _vul(bestand, 2, Nieuwe_stand="gedaan")
    inhoud = _bytes(bestand)
    velden = _velden(_stuur(agent, inhoud))
    agent.post(f"{PAD}/inleveren", data=velden)
    opnieuw = _stuur(agent, inhoud)
    assert INTUSSEN in opnieuw.text
    assert "Er verandert niets" in opnieuw.text
    assert f"{PAD}/inleveren" not in opnieuw.text


def test_tussen_zien_en_bevestigen_gewijzigd__de_rest_gaat_door(wereld: Wereld, als: Als) -> None:
    agent = als(wereld.agent)
    bestand = _haal(agent)
    _vul(bestand, 2, Nieuwe_stand="gedaan")
    _vul(bestand, 3, Nieuwe_stand="gedaan")
    velden = _velden(_stuur(agent, _bytes(bestand)))
    een = wereld.extra["1"].id
    agent.post(f"/acties/{een}/melden", data={"versie": "1", "stand": "niet_mogelijk", "tekst": "Verhuisd."})
    klaar = agent.post(f"{PAD}/inleveren", data=velden)
    assert klaar.status_code == 200
    assert "Niet alles is bijgewerkt" in klaar.text
    assert INTUSSEN in klaar.text
    wereld.sessie.expire_all()
    assert wereld.extra["1"].status is AfspraakStatus.NIET_MOGELIJK
    assert wereld.extra["2"].status is AfspraakStatus.GEDAAN
    assert "Er is niets bijgewerkt" in agent.post(f"{PAD}/inleveren", data=velden).text


@pytest.mark.parametrize(
    ("waarden", "zin"),
    [
        ({"Nieuwe_stand": "bezig"}, "Schrijf op wat u tot nu toe hebt gedaan"),
        ({"Nieuwe_stand": "niet meer mogelijk"}, "Schrijf op waarom"),
        ({"Nieuwe_stand": "klaar"}, "Kies uit: bezig, gedaan, niet gedaan, niet meer mogelijk."),
        ({"Nieuwe_stand": "open"}, "Kies uit: bezig"),
        ({"Toelichting": "Gebeld."}, "Kies ook een nieuwe stand"),
        ({"Nieuwe_stand": "bezig", "Toelichting": "é" * 4_001}, "hoogstens 4.000 tekens, nu 1 te veel"),
        ({"Nieuwe_stand": "bezig", "Toelichting": "é" * 32_767}, "hoogstens 4.000 tekens"),
        ({"Nieuwe_stand": "gedaan", "Versie": 7}, "intussen gewijzigd"),
        ({"Nieuwe_stand": "gedaan", "Versie": "x"}, "intussen gewijzigd"),
        ({"Nieuwe_stand": "gedaan", "Nummer": 9}, "horen niet bij elkaar"),
        ({"Nieuwe_stand": "gedaan", "Casus": "LW-1"}, "horen niet bij elkaar"),
        ({"Nieuwe_stand": "gedaan", "Sleutel": "x"}, ONBEKEND),
        ({"Nieuwe_stand": "gedaan", "Sleutel": None}, ONBEKEND),
        ({"Nieuwe_stand": "gedaan", "Sleutel": str(uuid.uuid4())}, ONBEKEND),
    ],
)
def test_rij_die_niet_kan__zegt_waarom(wereld: Wereld, als: Als, waarden: dict[str, Any], zin: str) -> None:
    agent = als(wereld.agent)
    bestand = _haal(agent)
    _vul(bestand, 2, **waarden)
    antwoord = _stuur(agent, _bytes(bestand))
    assert antwoord.status_code == 200
    assert zin in html.document_fromstring(antwoord.text).text_content()
    assert f"{PAD}/inleveren" not in antwoord.text


def test_twee_rijen_over_een_afspraak__geen_van_beide(wereld: Wereld, als: Als) -> None:
    agent, een = als(wereld.agent), wereld.extra["1"]
    rij = (wereld.casus.kenmerk, 1, "gedaan", "", str(een.id), 1)
    wereld.fabriek.klaar()
    assert _stuur(agent, _ruw(rij, rij)).text.count("meer dan één keer") == 2


def test_van_een_ander__gezien_maar_niet_van_u__of_onbekend(wereld: Wereld, als: Als) -> None:
    van_om, kenmerk = wereld.extra["om"].id, wereld.casus.kenmerk
    elders = wereld.fabriek.tafel("Elders", "EL")
    vt = wereld.fabriek.partner(elders, OrganisatieSoort.VEILIG_THUIS)
    vreemde = wereld.fabriek.lid(elders, vt, Rol.VOORZITTER)
    wereld.fabriek.klaar()
    inhoud = _ruw((kenmerk, 4, "gedaan", "", str(van_om), 1))
    assert NIET_VAN_U in _stuur(als(wereld.agent), inhoud).text
    onbekend = _stuur(als(vreemde), inhoud).text
    assert ONBEKEND in onbekend
    assert "Afspraak nummer 4" not in onbekend
    velden = {
        "regels-0-regel": "2",
        "regels-0-afspraak": str(van_om),
        "regels-0-versie": "1",
        "regels-0-stand": "gedaan",
    }
    klaar = als(wereld.agent).post(f"{PAD}/inleveren", data=velden)
    assert NIET_VAN_U in klaar.text
    assert ONBEKEND in als(vreemde).post(f"{PAD}/inleveren", data=velden).text
    assert _voortgang(wereld) == 0
    geweigerd = wereld.sessie.execute(
        select(Gebeurtenis.gebruiker_id, Gebeurtenis.uitkomst, Gebeurtenis.object_id)
        .where(Gebeurtenis.soort == Soort.TOEGANG_GEWEIGERD)
        .order_by(Gebeurtenis.tijd)
    )
    assert [tuple(regel) for regel in geweigerd] == [
        (wereld.agent.id, "geweigerd", van_om),
        (vreemde.id, "onbekend", van_om),
    ]


@pytest.mark.parametrize(
    "anders",
    [
        {"stand": "onzin"},
        {"stand": ""},
        {"versie": "x"},
        {"versie": "99999999999"},
        {"afspraak": "x"},
        {"afspraak": ""},
        {"regel": ""},
        {"tekst": "é" * 100_000},
    ],
)
def test_bevestigen__geknoeid__422_en_niets_gedaan(wereld: Wereld, als: Als, anders: dict[str, str]) -> None:
    goed = {
        "regel": "2",
        "afspraak": str(wereld.extra["1"].id),
        "versie": "1",
        "stand": "gedaan",
        "tekst": "",
    }
    wereld.fabriek.klaar()
    velden = {f"regels-0-{naam}": waarde for naam, waarde in {**goed, **anders}.items()}
    antwoord = als(wereld.agent).post(f"{PAD}/inleveren", data=velden)
    assert antwoord.status_code == 422
    assert "Kies het werkblad opnieuw" in antwoord.text
    assert _voortgang(wereld) == 0


def test_bevestigen__de_regel_zegt_nee_of_er_is_niets(wereld: Wereld, als: Als) -> None:
    agent, een = als(wereld.agent), str(wereld.extra["1"].id)
    velden = {
        "regels-0-regel": "2",
        "regels-0-afspraak": een,
        "regels-0-versie": "1",
        "regels-0-stand": "open",
    }
    wereld.fabriek.klaar()
    assert agent.post(f"{PAD}/inleveren", data={}).status_code == 422
    assert "Er is niets bijgewerkt" in agent.post(f"{PAD}/inleveren", data=velden).text
    velden["regels-0-stand"] = "niet_gedaan"
    assert "Schrijf op waarom" in agent.post(f"{PAD}/inleveren", data=velden).text
    te_veel = {f"regels-{nummer}-{naam[9:]}": w for nummer in range(205) for naam, w in velden.items()}
    assert agent.post(f"{PAD}/inleveren", data=te_veel).status_code == 422
    assert _voortgang(wereld) == 0


def test_stuurtekens_en_verschoven_kolommen__worden_gelezen(wereld: Wereld, als: Als) -> None:
    agent, een = als(wereld.agent), wereld.extra["1"]
    koppen = ("Versie", "Sleutel", "Van mij", *NODIG[:4])
    tekst = "a_x0000__x001B__x000D_b_xFFFE_\u202ec"
    rij = (1.0, str(een.id).upper(), 12, wereld.casus.kenmerk, "1", "bezig", tekst)
    wereld.fabriek.klaar()
    antwoord = _stuur(agent, _ruw((None,) * 7, rij, koppen=koppen))
    velden = _velden(antwoord)
    assert velden["regels-0-tekst"] == "a\nbc"
    assert velden["regels-0-regel"] == "3"
    assert agent.post(f"{PAD}/inleveren", data=velden).status_code == 303
    assert _voortgang(wereld) == 1


def test_niets_ingevuld__te_veel_ingevuld__geen_bestand(wereld: Wereld, als: Als) -> None:
    agent = als(wereld.agent)
    leeg = _stuur(agent, _bytes(_haal(agent)))
    assert leeg.status_code == 422
    assert "nog niets ingevuld" in leeg.text
    rij = ("LW-1", 1, "gedaan", "", str(uuid.uuid4()), 1)
    assert "hoogstens 200 tegelijk" in _stuur(agent, _ruw(*[rij] * 201)).text
    assert "te veel rijen" in _stuur(agent, _ruw(*[rij] * 5_001)).text
    for data in ({}, {"bestand": "tekst"}, {"bestand": (BytesIO(b""), "")}):
        antwoord = agent.post(PAD, data=data, content_type="multipart/form-data")
        assert antwoord.status_code == 422
        assert "Kies het werkblad dat u hebt ingevuld." in antwoord.text


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [(b" ", "geen werkblad"), (b"PK\x03\x04", "beschadigd"), (b"x" * 2_100_000, "hoogstens 2 MB")],
)
def test_bestand_dat_geen_werkblad_is__422_met_wat_te_doen(
    wereld: Wereld, als: Als, inhoud: bytes, zin: str
) -> None:
    antwoord = _stuur(als(wereld.agent), inhoud)
    assert antwoord.status_code == 422
    assert zin in antwoord.text
    assert "Haal het werkblad opnieuw op bij Acties" in antwoord.text


def test_verre_rij__kost_geen_tijd_en_telt_niet(wereld: Wereld, als: Als) -> None:
    agent = als(wereld.agent)
    bestand = _haal(agent)
    bestand["Acties"].cell(1_048_576, 1).value = "x"
    _vul(bestand, 2, Nieuwe_stand="gedaan")
    assert len(_velden(_stuur(agent, _bytes(bestand)))) == 5


def test_afspraken_van_wie_leidt__ook_met_een_werkblad(wereld: Wereld, als: Als) -> None:
    rij = (wereld.casus.kenmerk, 1, "gedaan", "", str(wereld.extra["1"].id), 1)
    wereld.fabriek.klaar()
    voorzitter = als(wereld.voorzitter)
    velden = _velden(_stuur(voorzitter, _ruw(rij)))
    assert voorzitter.post(f"{PAD}/inleveren", data=velden).status_code == 303
    wereld.sessie.expire_all()
    rijen = wereld.sessie.scalars(select(Afspraak).where(Afspraak.status == AfspraakStatus.GEDAAN)).all()
    assert [rij.nummer for rij in rijen] == [1]


def test_groot_bestand__komt_niet_op_schijf(
    wereld: Wereld, als: Als, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nooit(*_wat: object, **_meer: object) -> None:
        raise AssertionError("an uploaded file was put on disk")

    monkeypatch.setattr(formparser, "SpooledTemporaryFile", nooit)
    assert _stuur(als(wereld.agent), b"x" * 1_500_000).status_code == 422


@ALLEEN_SQLITE  # one lock to write for everybody is SQLite's way
def test_bekijken__anderen_kunnen_schrijven(
    wereld: Wereld, als: Als, monkeypatch: pytest.MonkeyPatch, database_url: str
) -> None:
    agent = als(wereld.agent)
    bestand = _haal(agent)
    _vul(bestand, 2, Nieuwe_stand="Gedaan")
    plek = "overleg.opvolging.routes.werkblad."
    namen = ("lees_werkblad", "bekijk_werkblad", "toon")
    gedaan = ook_anderen_schrijven(monkeypatch, database_url, *(plek + naam for naam in namen))
    assert _stuur(agent, _bytes(bestand)).status_code == 200
    assert sorted(gedaan) == sorted(namen)
