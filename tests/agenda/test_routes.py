"""The pages: planning, making and reading an agenda, and what others must not reach."""

import re
from collections.abc import Callable
from datetime import time, timedelta
from uuid import uuid4

from flask.testing import FlaskClient
from icalendar import Calendar
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from models import Aanschuiver, Agendapunt, Casus, Gebruiker, Overleg
from models.waarden import CasusStatus, OrganisatieSoort, OverlegStatus, Rol
from overleg.agenda.handelingen import zet_op_agenda
from overleg.agenda.handelingen.gasten import Gast, voeg_gast_toe
from overleg.basis.database import db
from overleg.basis.klok import vandaag
from tests.agenda.conftest import Gezelschap

Als = Callable[[Gebruiker], FlaskClient]
HTMX = {"HX-Request": "true"}


def met_casus(gezelschap: Gezelschap, sessie: Session) -> tuple[Overleg, Agendapunt, Casus]:
    overleg, casus = gezelschap.overleg(), gezelschap.casus()
    punt = zet_op_agenda(sessie, gezelschap.vrager("secretaris"), overleg, casus)
    sessie.commit()
    return overleg, punt, casus


def planning(gezelschap: Gezelschap, **anders: str) -> dict[str, str]:
    dag = vandaag() + timedelta(days=7)
    gegevens = {"tafel": str(gezelschap.tafel.id), "datum": f"{dag:%d-%m-%Y}", "vorm": "fysiek"}
    return {**gegevens, "begin": "9.00", "einde": "12.00", "plaats": "Markt 1", **anders}


def test_plannen__een_overleg__naar_zijn_agenda(gezelschap: Gezelschap, als: Als) -> None:
    client = als(gezelschap.mensen["secretaris"])
    assert 'value="9.00"' in client.get("/overleggen/nieuw").text.replace("09.00", "9.00")
    antwoord = client.post("/overleggen/nieuw", data=planning(gezelschap))
    assert antwoord.status_code == 303, antwoord.text
    assert client.get(antwoord.headers["Location"]).status_code == 200
    dubbel = client.post("/overleggen/nieuw", data=planning(gezelschap))
    assert dubbel.status_code == 422
    assert "al een overleg" in dubbel.text


def test_plannen__reeks__eerst_de_dagen_dan_gepland(
    gezelschap: Gezelschap, als: Als, db_sessie: Session
) -> None:
    client = als(gezelschap.mensen["secretaris"])
    dag = vandaag() + timedelta(days=7)
    reeks = planning(gezelschap, herhaling="wekelijks", tot_en_met=f"{dag + timedelta(days=21):%d-%m-%Y}")
    toont = client.post("/overleggen/nieuw", data=reeks)
    assert toont.status_code == 200
    assert toont.text.count('name="overslaan"') == 4
    getoond = re.search(r'name="getoond"[^>]*value="([^"]*)"', toont.text)
    assert getoond
    tweede = (dag + timedelta(days=7)).isoformat()
    gepland = client.post(
        "/overleggen/nieuw", data={**reeks, "getoond": getoond.group(1), "overslaan": tweede}
    )
    assert gepland.status_code == 303, gepland.text
    data = db_sessie.scalars(select(Overleg.datum).order_by(Overleg.datum)).all()
    assert data == [dag, dag + timedelta(days=14), dag + timedelta(days=21)]
    assert client.get("/overleggen").text.count("/overleggen/") >= 3


def test_plannen__rare_invoer__422_en_alles_blijft_staan(gezelschap: Gezelschap, als: Als) -> None:
    client = als(gezelschap.mensen["secretaris"])
    gevallen = [
        {"datum": "30-02-2027"},
        {"begin": "12.00", "einde": "9.00"},
        {"tafel": str(uuid4())},
        {"tafel": "geen-id"},
        {"herhaling": "dagelijks"},
        {"herhaling": "wekelijks", "tot_en_met": "01-01-2026"},
        {"herhaling": "wekelijks", "tot_en_met": "01-01-2099"},
        {"plaats": "x" * 100_000},
        {"vorm": "\x00"},
    ]
    for geval in gevallen:
        antwoord = client.post("/overleggen/nieuw", data=planning(gezelschap, **geval))
        assert antwoord.status_code == 422, geval
        assert "foutensamenvatting" in antwoord.text
    assert client.get("/overleggen?tafel=x&na=y&voor=2026-13-01_z").status_code == 200


def test_agenda__casus_erop_en_eraf(gezelschap: Gezelschap, als: Als, db_sessie: Session) -> None:
    overleg, casus = gezelschap.overleg(), gezelschap.casus()
    zonder = gezelschap.casus(concrete_vraag="")
    gezelschap.fabriek.klaar()
    client, blad = als(gezelschap.mensen["voorzitter"]), f"/overleggen/{overleg.id}/agenda"
    tekst = client.get(blad).text
    assert f"{blad}/casussen/{casus.id}" in tekst
    assert f"{blad}/casussen/{zonder.id}" not in tekst
    assert "Er is geen concrete vraag" in tekst
    assert client.post(f"{blad}/casussen/{casus.id}").status_code == 303
    assert client.post(f"{blad}/casussen/{zonder.id}").status_code == 422
    assert "09.25–09.45" in client.get(blad).text
    punt = db_sessie.scalars(select(Agendapunt).where(Agendapunt.casus_id == casus.id)).one()
    assert client.post(f"{blad}/punten/{punt.id}/doorzetten").status_code == 422
    assert client.post(f"{blad}/punten/{punt.id}/weg").status_code == 303
    assert client.post(f"{blad}/punten", data={"titel": "", "minuten": "x"}).status_code == 422
    assert client.post(f"{blad}/punten", data={"titel": "Thema", "minuten": "15"}).status_code == 303


def test_volgorde__htmx_en_zonder__en_twee_tegelijk(
    gezelschap: Gezelschap, als: Als, db_sessie: Session
) -> None:
    overleg, punt, _ = met_casus(gezelschap, db_sessie)
    adres = f"/overleggen/{overleg.id}/agenda/volgorde"
    ids = [str(rij.id) for rij in sorted(overleg.punten, key=lambda rij: rij.volgorde)]
    versie = str(overleg.versie)
    een, twee = als(gezelschap.mensen["voorzitter"]), als(gezelschap.mensen["secretaris"])
    goed = een.post(
        adres,
        data={"versie": versie, "volgorde": ids[::-1], f"minuten-{punt.id}": "30"},
        headers=HTMX,
    )
    assert goed.status_code == 200, goed.text
    assert "09.05–09.35" in goed.text
    assert 'hx-swap-oob="true"' in goed.text
    te_laat = twee.post(adres, data={"versie": versie, "volgorde": ids}, headers=HTMX)
    assert te_laat.status_code == 409
    assert "Iemand anders wijzigde de agenda" in te_laat.text
    assert 'id="volgorde"' in te_laat.text
    nieuw = re.search(r'name="versie" value="(\d+)"', te_laat.text)
    assert nieuw
    op = twee.post(adres, data={"versie": nieuw.group(1), "omhoog": str(punt.id), "volgorde": ids})
    assert op.status_code == 303
    db_sessie.expire_all()
    assert overleg.punten[0].id == punt.id


def test_volgorde__rare_minuten_en_ids__422_of_409(
    gezelschap: Gezelschap, als: Als, db_sessie: Session
) -> None:
    overleg, punt, _ = met_casus(gezelschap, db_sessie)
    adres, client = f"/overleggen/{overleg.id}/agenda/volgorde", als(gezelschap.mensen["voorzitter"])
    for getypt in ("veel", "-1", "481", "9" * 50, "٣", ""):
        antwoord = client.post(adres, data={"versie": str(overleg.versie), f"minuten-{punt.id}": getypt})
        assert antwoord.status_code == 422, getypt
        assert "Vul een heel aantal minuten in" in antwoord.text
    for versie, volgorde in (("x", []), (str(overleg.versie), ["geen-id", str(punt.id)])):
        assert client.post(adres, data={"versie": versie, "volgorde": volgorde}).status_code == 409


def test_gasten__toevoegen_tijd_en_weg(gezelschap: Gezelschap, als: Als, db_sessie: Session) -> None:
    overleg, punt, _ = met_casus(gezelschap, db_sessie)
    adres, client = (
        f"/overleggen/{overleg.id}/agenda/punten/{punt.id}",
        als(gezelschap.mensen["secretaris"]),
    )
    assert "09.25" in client.get(f"{adres}/gasten").text
    half = {"naam": "N. Elzinga", "slot_begin": "9.30", "slot_einde": "9"}
    fout = client.post(f"{adres}/gasten", data=half)
    assert fout.status_code == 422
    assert "N. Elzinga" in fout.text
    gemeente = str(gezelschap.organisaties["gemeente"].id)
    goed = {"organisatie": gemeente, "naam": "N. Elzinga", "slot_begin": "9.30", "slot_einde": "9.45"}
    assert client.post(f"{adres}/gasten", data=goed).status_code == 303
    gast = db_sessie.scalars(select(Aanschuiver)).one()
    blok = Calendar.from_ical(client.get(f"/gasten/{gast.id}.ics").text)
    assert [str(ding["summary"]) for ding in blok.walk("VEVENT")] == [gezelschap.tafel.naam]
    assert "09.45" in client.get(f"{adres}/gasten/{gast.id}/tijd").text
    tijd = {"slot_begin": "9.40", "slot_einde": "9.30"}
    assert client.post(f"{adres}/gasten/{gast.id}/tijd", data=tijd).status_code == 422
    tijd["slot_einde"] = "10.30"
    assert client.post(f"{adres}/gasten/{gast.id}/tijd", data=tijd).status_code == 303
    assert "buiten de tijd" in client.get(adres).text
    assert client.post(f"{adres}/gasten/{gast.id}/weg").status_code == 303


def test_versturen_en_wijzigen__via_de_paginas(gezelschap: Gezelschap, als: Als, db_sessie: Session) -> None:
    overleg, _, _ = met_casus(gezelschap, db_sessie)
    client, basis = als(gezelschap.mensen["voorzitter"]), f"/overleggen/{overleg.id}"
    assert client.post(f"{basis}/agenda/versturen").status_code == 303
    wijzig = {**planning(gezelschap), "plaats": "Elders", "versie": "1"}
    assert client.post(f"{basis}/wijzigen", data=wijzig).status_code == 409
    assert client.post(f"{basis}/wijzigen", data={**wijzig, "einde": "x"}).status_code == 422
    versie = re.search(r'name="versie"[^>]*value="(\d+)"', client.get(f"{basis}/wijzigen").text)
    assert versie
    assert client.post(f"{basis}/wijzigen", data={**wijzig, "versie": versie.group(1)}).status_code == 303
    assert "Verstuur de agenda opnieuw" in client.get(f"{basis}/agenda").text
    assert client.post(f"{basis}/annuleren").status_code == 303
    assert client.post(f"{basis}/annuleren").status_code == 422
    assert "gaat niet door" in client.get(basis).text


def test_gewijzigd_na_versturen__wie_leidt_leest_dat_op_vandaag_en_bij_het_overleg(
    gezelschap: Gezelschap, als: Als, db_sessie: Session
) -> None:
    overleg = gezelschap.overleg()
    overleg.status, overleg.gewijzigd_na_uitnodiging = OverlegStatus.GEPUBLICEERD, True
    db_sessie.commit()
    pad, zin = f"/overleggen/{overleg.id}", "verstuur de agenda opnieuw"
    secretaris, agent = (als(gezelschap.mensen[wie]) for wie in ("secretaris", "politie"))
    assert zin in secretaris.get(pad).text
    assert "Gewijzigd na versturen" in secretaris.get("/").text
    assert zin not in agent.get(pad).text
    assert "Gewijzigd na versturen" not in agent.get("/").text


def test_lezen__deelnemer_meldt_zich_af_en_aan(gezelschap: Gezelschap, als: Als, db_sessie: Session) -> None:
    overleg, _, casus = met_casus(gezelschap, db_sessie)
    client, basis = als(gezelschap.mensen["politie"]), f"/overleggen/{overleg.id}"
    tekst = client.get(basis).text
    assert casus.concrete_vraag in tekst
    assert "Agenda maken" not in tekst
    keuze = {"vervanger": str(gezelschap.mensen["achtervang"].id)}
    assert client.post(f"{basis}/aanwezigheid/komt-niet", data=keuze).status_code == 303
    assert "U komt niet" in client.get(basis).text
    vreemd = client.post(f"{basis}/aanwezigheid/komt-niet", data={"vervanger": str(uuid4())})
    assert vreemd.status_code == 422
    assert client.post(f"{basis}/aanwezigheid/komt").status_code == 303
    agenda = Calendar.from_ical(client.get(f"{basis}.ics").text)
    assert len(agenda.walk("VEVENT")) == 1


def test_gast__ziet_alleen_de_eigen_tijd(gezelschap: Gezelschap, als: Als, db_sessie: Session) -> None:
    overleg, punt, casus = met_casus(gezelschap, db_sessie)
    gast = Gast(None, gezelschap.mensen["gast"].id, "", time(9, 30), time(9, 40))
    voeg_gast_toe(db_sessie, gezelschap.vrager("secretaris"), punt, gast)
    gezelschap.fabriek.klaar()
    client, basis = als(gezelschap.mensen["gast"]), f"/overleggen/{overleg.id}"
    pagina = client.get(basis).text
    assert "09.30–09.40" in pagina
    for geheim in (casus.kenmerk or "", casus.concrete_vraag, "Rondvraag", "Lid politie", "09.25"):
        assert geheim not in pagina
    bestand = client.get(f"{basis}.ics").text
    (blok,) = Calendar.from_ical(bestand).walk("VEVENT")
    assert blok["dtstart"].dt.time() == time(9, 30)  # type: ignore[union-attr]
    assert (casus.kenmerk or "") not in bestand
    assert overleg.tafel.naam in client.get("/overleggen").text
    assert client.get(f"{basis}/agenda").status_code == 403
    assert client.post(f"{basis}/aanwezigheid/komt").status_code == 403


def test_slot__wie_er_niet_bij_hoort(gezelschap: Gezelschap, als: Als, db_sessie: Session) -> None:
    overleg, punt, casus = met_casus(gezelschap, db_sessie)
    fabriek, basis = gezelschap.fabriek, f"/overleggen/{overleg.id}"
    ander = fabriek.tafel("Brakzijl", "BZ")
    vt = fabriek.partner(ander, OrganisatieSoort.VEILIG_THUIS)
    vreemd = als(fabriek.lid(ander, vt, Rol.VOORZITTER))
    anders = fabriek.overleg(ander, vandaag() + timedelta(days=3))
    fabriek.klaar()
    blad = f"{basis}/agenda"
    for adres in (basis, f"{basis}.ics", blad, f"{blad}/punten/{punt.id}", f"{basis}/wijzigen"):
        assert vreemd.get(adres).status_code == 404
    for deel in ("agenda/volgorde", "agenda/versturen", "annuleren", f"agenda/punten/{punt.id}/weg"):
        assert vreemd.post(f"{basis}/{deel}").status_code == 404
    assert vreemd.post(f"/overleggen/{anders.id}/agenda/casussen/{casus.id}").status_code == 404
    assert vreemd.post(f"/overleggen/{anders.id}/agenda/punten/{punt.id}/weg").status_code == 404
    eigen = als(gezelschap.mensen["secretaris"])
    assert eigen.post(f"/overleggen/{anders.id}/agenda/punten/{punt.id}/weg").status_code == 404
    deelnemer = als(gezelschap.mensen["om"])
    assert deelnemer.post(f"{blad}/volgorde").status_code == 403
    assert deelnemer.get("/overleggen/nieuw").status_code == 403


def test_agenda__geweest__alleen_lezen(gezelschap: Gezelschap, als: Als) -> None:
    overleg = gezelschap.fabriek.overleg(gezelschap.tafel, vandaag(), OverlegStatus.AFGEROND)
    gezelschap.fabriek.klaar()
    client = als(gezelschap.mensen["voorzitter"])
    tekst = client.get(f"/overleggen/{overleg.id}/agenda").text
    assert "Dit overleg is geweest" in tekst
    assert "/agenda/volgorde" not in tekst


def test_lijst__meer_dan_een_bladzijde__verder(gezelschap: Gezelschap, als: Als) -> None:
    for dag in range(1, 53):
        gezelschap.fabriek.overleg(gezelschap.tafel, vandaag() + timedelta(days=dag))
    gezelschap.fabriek.klaar()
    client = als(gezelschap.mensen["om"])
    verder = re.search(r'rel="next"\s+href="([^"]+)"', client.get("/overleggen").text)
    assert verder
    tweede = client.get(verder.group(1).replace("&amp;", "&")).text
    assert tweede.count('scope="row"') == 2


def test_agenda__meer_casussen__evenveel_vragen(gezelschap: Gezelschap, als: Als, db_sessie: Session) -> None:
    overleg, _, _ = met_casus(gezelschap, db_sessie)
    client, vrager = als(gezelschap.mensen["secretaris"]), gezelschap.vrager("secretaris")
    vragen: list[str] = []
    event.listen(db.engine, "before_cursor_execute", lambda *args: vragen.append(args[2]))

    def tel(adres: str) -> int:
        client.get(adres)
        vragen.clear()
        assert client.get(adres).status_code == 200
        return len(vragen)

    adressen = (f"/overleggen/{overleg.id}/agenda", f"/overleggen/{overleg.id}", "/overleggen")
    gezelschap.casus(CasusStatus.TOEGELATEN)
    gezelschap.fabriek.klaar()
    eerst = [tel(adres) for adres in adressen]
    for _ in range(4):
        zet_op_agenda(db_sessie, vrager, overleg, gezelschap.casus())
        gezelschap.casus(CasusStatus.TOEGELATEN)
    gezelschap.fabriek.klaar()
    assert [tel(adres) for adres in adressen] == eerst
