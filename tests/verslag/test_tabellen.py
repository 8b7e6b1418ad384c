"""The sheet and the csv: what they say, that nothing in them is a formula, and who finds what in them."""

from __future__ import annotations

import csv
import uuid
from collections.abc import Callable
from datetime import UTC, date, datetime
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

import pytest
from flask.testing import FlaskClient
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from sqlalchemy import select
from werkzeug.test import TestResponse

from models import Gebeurtenis, Gebruiker
from overleg.logboek.soorten import Soort
from overleg.verslag.actielijst import Aanbod, Actie, Actielijst, TeInformeren
from overleg.verslag.casuslijst import Casuslijst, Casusregel
from overleg.verslag.opvragen import eigen_acties
from overleg.verslag.tabellen.acties import NODIG, STANDEN, acties_csv, acties_werkboek
from overleg.verslag.tabellen.casussen import casussen_werkboek
from overleg.verslag.tabellen.schrijven import MAKER, als_csv, als_xlsx
from overleg.verslag.tabellen.tekst import INGEKORT, LANGSTE_CEL, codeer, decodeer
from tests.verslag.casussen import stalking
from tests.verslag.test_routes import adres
from tests.verslag.verhaal import Verhaal

Als = Callable[[Gebruiker], FlaskClient]
MOMENT = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
GEVAARLIJK = (
    "=1+1",
    "+31612345678",
    "-1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1",
    "＝1+1",
    "＠x",
    " =cmd|'/c'!A1",
)
STUUR = "".join(chr(nummer) for nummer in range(32)) + "\ufffe\uffff\ud800\u202e"


def actie(wat: str, **anders: Any) -> Actie:
    vast: dict[str, Any] = {
        "kenmerk": "LW-2026-0001",
        "nummer": 3,
        "wie": "Politie",
        "datum": date(2026, 12, 4),
        "wacht_op": "",
        "stand": "Open",
        "te_laat": False,
        "id": uuid.uuid4(),
        "versie": 2,
    }
    return Actie(wat=wat, **{**vast, **anders})


def lijst(*acties: Actie) -> Actielijst:
    return Actielijst(
        "Actielijst",
        "Politie",
        "Open acties",
        "2026-11-26",
        "Politie",
        acties,
        (TeInformeren("LW-2026-0001", "Jan", "Wat er is", "Politie", None, "Open", te_laat=False),),
        (Aanbod("LW-2026-0001", "Huisbezoek", "Veilig Thuis", date(2026, 12, 1), ""),),
    )


def boek(*acties: Actie, invullen: bool = True) -> Workbook:
    return load_workbook(BytesIO(als_xlsx(acties_werkboek(lijst(*acties), invullen=invullen), MOMENT)))


def regels(blad: Worksheet) -> list[dict[str, Any]]:
    """Return each row by its headings."""
    koppen, *rijen = blad.iter_rows(values_only=True)
    return [dict(zip(map(str, koppen), rij, strict=True)) for rij in rijen]


def velden(inhoud: bytes) -> list[dict[str, str]]:
    tekst = inhoud.decode("utf-8")
    assert tekst.startswith("\ufeff")
    return list(csv.DictReader(StringIO(tekst[1:], newline=""), delimiter=";"))


def open_(antwoord: TestResponse) -> Workbook:
    assert antwoord.status_code == 200, antwoord.text
    return load_workbook(BytesIO(antwoord.data))


def alles(bestand: Workbook) -> str:
    return "\n".join(
        str(waarde) for blad in bestand for rij in blad.iter_rows(values_only=True) for waarde in rij
    )


def test_werkblad__zegt_wat_de_lijst_zegt__met_echte_datums() -> None:
    een = actie("Bel de school", te_laat=True, wacht_op="2 (OM), open", akkoord="nog niet akkoord")
    rij = regels(boek(een)["Acties"])[0]
    assert rij["Uiterlijk"] == datetime(2026, 12, 4)  # noqa: DTZ001 a day has no zone
    verwacht = {
        "Casus": een.kenmerk,
        "Nummer": 3,
        "Wat": "Bel de school",
        "Te laat": "te laat",
        "Wacht op": "2 (OM), open",
        "Akkoord": "nog niet akkoord",
        "Nieuwe stand": None,
        "Toelichting": None,
        "Sleutel": str(een.id),
        "Versie": 2,
    }
    assert verwacht.items() <= rij.items()
    assert set(NODIG) <= rij.keys()


def test_werkblad__kop_staat_vast__filters_woorden_en_afdruk() -> None:
    bestand = boek(actie("Bel"), actie("Schrijf"))
    blad = bestand["Acties"]
    assert (blad.freeze_panes, blad.auto_filter.ref) == ("A2", "A1:M3")
    assert (blad.print_title_rows, blad.page_setup.orientation) == ("$1:$1", "landscape")
    assert [naam for naam, kolom in blad.column_dimensions.items() if kolom.hidden] == ["L", "M"]
    keuzes = [regel.formula1 for regel in blad.data_validations.dataValidation]
    assert keuzes == [f'"{",".join(STANDEN)}"']
    assert bestand.sheetnames == ["Acties", "Informeren", "Wacht op uw antwoord", "Over dit werkblad"]
    eigen = bestand.properties
    assert (eigen.title, eigen.creator, eigen.lastModifiedBy) == ("Actielijst", MAKER, MAKER)


def test_werkblad__om_te_lezen__heeft_geen_sleutels() -> None:
    een = actie("Bel")
    bestand = boek(een, invullen=False)
    assert not {"Sleutel", "Versie", "Nieuwe stand"} & regels(bestand["Acties"])[0].keys()
    assert str(een.id) not in alles(bestand)


@pytest.mark.parametrize("tekst", GEVAARLIJK)
def test_formule__blijft_tekst(tekst: str) -> None:
    een = actie(tekst, wie=tekst, kenmerk=tekst, stand=tekst)
    bestand = als_xlsx(acties_werkboek(lijst(een), invullen=True), MOMENT)
    cellen = [cel for blad in load_workbook(BytesIO(bestand)) for rij in blad.iter_rows() for cel in rij]
    assert not [cel.coordinate for cel in cellen if cel.data_type in {"f", "e"}]
    wat = next(cel for cel in cellen if cel.coordinate == "C2")
    assert (wat.value, wat.data_type, bool(wat.quotePrefix)) == (tekst.strip(), "s", True)
    with ZipFile(BytesIO(bestand)) as pak:
        assert not any(b"<f>" in pak.read(naam) or b"<f " in pak.read(naam) for naam in pak.namelist())
    rij = velden(als_csv(acties_csv(lijst(een))))[0]
    assert (rij["Wat"], rij["Wie"], rij["Casus"]) == (f"'{tekst.strip()}",) * 3


@pytest.mark.parametrize("tekst", ["#N/A", "#REF!", "TRUE", "1-2", "1E5", "0031", "{=1}", "_x003D_1"])
def test_lijkt_op_iets_anders__blijft_wat_er_stond(tekst: str) -> None:
    cel = boek(actie(tekst))["Acties"]["C2"]
    assert (decodeer(str(cel.value)), cel.data_type) == (tekst, "s")
    assert velden(als_csv(acties_csv(lijst(actie(tekst)))))[0]["Wat"] == tekst


def test_codeer__heen_en_terug() -> None:
    for tekst in ("_x0041_", "_x005F_x0041_", "a_x_b", "_x12", "regel\nregel"):
        assert decodeer(codeer(tekst)) == tekst
    assert decodeer("a_x000D_\nb_x0000_") == "a\nb"


def test_stuurtekens__weg__de_rest_blijft() -> None:
    tekst = f"Voor {STUUR} na 😀 محمد e\u0301"
    blad = boek(actie(tekst))["Acties"]
    waarde = str(blad["C2"].value)
    assert waarde.startswith("Voor")
    assert waarde.endswith("na 😀 محمد \u00e9")
    assert not set(waarde) & (set(STUUR) - set("\n\t"))
    assert "na 😀" in velden(als_csv(acties_csv(lijst(actie(tekst)))))[0]["Wat"]


def test_te_lang_voor_een_cel__ingekort_en_dat_staat_er() -> None:
    waarde = str(boek(actie("é" * 100_000))["Acties"]["C2"].value)
    assert len(waarde) == LANGSTE_CEL
    assert waarde.endswith(INGEKORT)


def test_csv__de_hele_lijst_in_een_tabel__zonder_sleutels() -> None:
    een = actie('Zeg "nee"; of ja\nen bel')
    rijen = velden(als_csv(acties_csv(lijst(een))))
    assert [rij["Soort"] for rij in rijen] == ["afspraak", "informeren", "aangeboden"]
    assert rijen[0]["Wat"] == 'Zeg "nee"; of ja\nen bel'
    assert rijen[0]["Uiterlijk"] == "04-12-2026"
    assert str(een.id) not in als_csv(acties_csv(lijst(een))).decode()


def test_leeg__is_ook_een_werkblad() -> None:
    leeg = Actielijst("Actielijst", "Politie", "Open acties", "2026-11-26", "Politie", ())
    bestand = load_workbook(BytesIO(als_xlsx(acties_werkboek(leeg, invullen=True), MOMENT)))
    assert regels(bestand["Acties"]) == []
    assert "Er zijn geen acties." in alles(bestand)


def test_eigen_acties__als_werkblad__alleen_wat_op_de_lijst_staat(verhaal: Verhaal, als: Als) -> None:
    b = stalking(verhaal)
    verhaal.afspraak(b, "vt", "=HYPERLINK(1)", verhaal.overleg.datum)
    verhaal.klaar()
    verwacht = eigen_acties(verhaal.fabriek.sessie, verhaal.fabriek.vrager(verhaal.lid["vt"])).lijst
    verhaal.klaar()
    antwoord = als(verhaal.lid["vt"]).get("/acties.xlsx")
    rijen = regels(open_(antwoord)["Acties"])
    assert [rij["Sleutel"] for rij in rijen] == [str(een.id) for een in verwacht.acties]
    assert [rij["Wat"] for rij in rijen] == [een.wat for een in verwacht.acties]
    kop = antwoord.headers["Content-Disposition"]
    assert kop == f"attachment; filename=acties-{verwacht.kenmerk}.xlsx"
    assert str(antwoord.mimetype).endswith("spreadsheetml.sheet")
    tekst = alles(open_(antwoord))
    assert "Spoedadvies" not in tekst
    als_tekst = als(verhaal.lid["vt"]).get("/acties.csv")
    assert als_tekst.mimetype == "text/csv"
    assert [r["Wat"] for r in velden(als_tekst.data) if r["Soort"] == "afspraak"] == [
        f"'{een.wat}" if een.wat.startswith("=") else een.wat for een in verwacht.acties
    ]


def test_acties_van_overleg__per_partner__en_niet_voor_een_ander(verhaal: Verhaal, als: Als) -> None:
    stalking(verhaal)
    vreemd = verhaal.fabriek.gebruiker(verhaal.partner["rvdk"])
    verhaal.klaar()
    alle = alles(open_(als(verhaal.lid["om"]).get(adres(verhaal, "acties.xlsx"))))
    eigen = alles(open_(als(verhaal.lid["reclassering"]).get(adres(verhaal, "acties.xlsx"))))
    assert "Omgang van 12 december" in alle
    assert "Spoedadvies" in eigen
    assert "Omgang" not in eigen
    assert als(vreemd).get(adres(verhaal, "acties.xlsx")).status_code == 404


def test_casussen__als_op_de_pagina__met_haar_filters(verhaal: Verhaal, als: Als) -> None:
    b = stalking(verhaal)
    verhaal.klaar()
    client = als(verhaal.voorzitter)
    bestand = open_(client.get("/casussen.xlsx"))
    rij = regels(bestand["Casussen"])[0]
    assert (rij["Casus"], rij["Status"]) == (b.casus.kenmerk, b.casus.status.tekst)
    assert b.casus.concrete_vraag not in alles(bestand)
    assert regels(open_(client.get("/casussen.xlsx?stand=gesloten"))["Casussen"]) == []
    assert "status gesloten" in alles(open_(client.get("/casussen.xlsx?stand=gesloten")))
    assert [r["Casus"] for r in velden(client.get("/casussen.csv").data)] == [b.casus.kenmerk]
    assert client.get("/casussen.csv?stand=onzin&kenmerk=%00%0b").status_code == 200
    los = verhaal.fabriek.gebruiker(verhaal.partner["om"])
    verhaal.klaar()
    assert als(los).get("/casussen.csv").status_code == 403


def test_casussen__meer_dan_er_passen__dat_staat_erbij() -> None:
    regel = Casusregel("LW-2026-0001", "Besproken", True, "LW", "Stalking", "Politie", date(2026, 11, 2))
    vol = Casuslijst((regel,), "Politie", "alles", date(2026, 11, 26), meer=True)
    assert "Er zijn er meer" in alles(load_workbook(BytesIO(als_xlsx(casussen_werkboek(vol), MOMENT))))


def test_ophalen__komt_in_het_logboek__elke_keer_ook_van_de_casus(verhaal: Verhaal, als: Als) -> None:
    b = stalking(verhaal)
    verhaal.klaar()
    client = als(verhaal.lid["om"])
    for pad in ("/acties.xlsx", "/acties.csv", "/casussen.xlsx", adres(verhaal, "acties.xlsx")):
        assert client.get(pad).status_code == 200, pad
    sessie = verhaal.fabriek.sessie
    sessie.rollback()
    soorten = list(sessie.scalars(select(Gebeurtenis.soort)))
    assert soorten.count(Soort.ACTIES_GEDOWNLOAD.value) == 3
    assert soorten.count(Soort.CASUSSEN_GEDOWNLOAD.value) == 1
    casussen = sessie.scalars(
        select(Gebeurtenis.casus_id).where(Gebeurtenis.soort == Soort.CASUS_GEDOWNLOAD.value)
    ).all()
    assert len(casussen) == 4
    assert set(casussen) == {b.casus.id}
