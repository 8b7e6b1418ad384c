"""The settings pages of a tafel: each opens, takes good input, and keeps what was typed when it is wrong."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event, func, select
from sqlalchemy.orm import Session

from forms.beheer.lijsten import GrondslagInvoer
from models import (
    AndereTafel,
    Basis,
    Criteriaset,
    Dienstnummer,
    Gebeurtenis,
    Gebruiker,
    Grondslag,
    Interventie,
    Lidmaatschap,
    Overlegtafel,
    Registratieafspraak,
    Tafelpartner,
    Thema,
    Vraagpatroon,
)
from models.waarden import OrganisatieSoort, Rol
from overleg.basis.database import db
from overleg.basis.klok import vandaag
from overleg.beheer.handelingen.gemeen import afdruk
from tests.beheer.conftest import GEZIEN, Regio, Wijzig
from tests.steun.fabriek import Fabriek

LIJSTEN = [
    "partners",
    "leden",
    "piketlijst",
    "themas",
    "andere-tafels",
    "grondslagen",
    "vraagpatronen",
    "interventies",
]
NIEUW: dict[str, dict[str, str]] = {
    "piketlijst": {"soort": "om", "naam": "Officier van dienst", "nummer": "088-1234567", "uren": "altijd"},
    "themas": {"naam": "Mensenhandel", "onderdeel_sleutel": "crimineel_netwerk"},
    "andere-tafels": {"naam": "Crisistafel", "contact": "06", "bekend_regel": "hun_regie"},
    "grondslagen": {"gever": "ggz", "ontvanger": "", "doel": "Veiligheid", "grond": "art. 1 proefwet"},
    "vraagpatronen": {"patroon": "hoe gaat het*", "uitleg": "Vraag liever wat iemand moet doen."},
    "interventies": {"organisatie_soort": "ggz", "tekst": "Gesprek", "soort": "gesprek", "domein": "zorg"},
}
MODEL: dict[str, Any] = {
    "piketlijst": Dienstnummer,
    "themas": Thema,
    "andere-tafels": AndereTafel,
    "grondslagen": Grondslag,
    "vraagpatronen": Vraagpatroon,
    "interventies": Interventie,
}


def pad(regio: Regio, rest: str = "") -> str:
    return f"/beheer/tafels/{regio.tafel.id}{rest}"


def aantal(sessie: Session, model: type[Basis]) -> int:
    return sessie.scalar(select(func.count()).select_from(model)) or 0


def soorten(sessie: Session) -> list[str]:
    return list(sessie.scalars(select(Gebeurtenis.soort).order_by(Gebeurtenis.tijd)))


@pytest.mark.parametrize(
    "rest",
    ["", "/profiel", "/criteria", "/criteria/nieuwe-versie", "/registratieafspraken", "/themas/volgorde"],
)
def test_pagina__gaat_open(regio: Regio, beheer: FlaskClient, rest: str) -> None:
    assert beheer.get(pad(regio, rest)).status_code == 200


@pytest.mark.parametrize("lijst", LIJSTEN)
def test_lijst__gaat_open_ook_het_formulier(regio: Regio, beheer: FlaskClient, lijst: str) -> None:
    assert beheer.get(pad(regio, f"/{lijst}")).status_code == 200
    assert beheer.get(pad(regio, f"/{lijst}/nieuw")).status_code == 200
    leeg = beheer.post(pad(regio, f"/{lijst}/nieuw"), data={})
    assert leeg.status_code == 422
    assert "Er klopt iets nog niet" in leeg.text


@pytest.mark.parametrize("lijst", sorted(NIEUW))
def test_lijst__toevoegen_wijzigen_weghalen(
    regio: Regio, beheer: FlaskClient, wijzig: Wijzig, db_sessie: Session, lijst: str
) -> None:
    voor = aantal(db_sessie, MODEL[lijst])
    assert beheer.post(pad(regio, f"/{lijst}/nieuw"), data=NIEUW[lijst]).status_code == 303
    assert aantal(db_sessie, MODEL[lijst]) == voor + 1
    naam = next(veld for veld in ("naam", "grond", "patroon", "tekst") if veld in NIEUW[lijst])
    waarde = NIEUW[lijst][naam]
    rij = db_sessie.scalars(select(MODEL[lijst]).where(getattr(MODEL[lijst], naam) == waarde)).one()
    een = pad(regio, f"/{lijst}/{rij.id}")
    assert beheer.get(een).status_code == 200
    assert wijzig(een, NIEUW[lijst] | {naam: "Iets anders"}).status_code == 303
    assert "Iets anders" in beheer.get(pad(regio, f"/{lijst}")).text
    db_sessie.expire_all()
    rij = db_sessie.scalars(select(MODEL[lijst]).where(getattr(MODEL[lijst], naam) == "Iets anders")).one()
    assert beheer.post(pad(regio, f"/{lijst}/{rij.id}/weg")).status_code == 303
    assert "instelling_uitgezet" in soorten(db_sessie)


def test_rij__intussen_gewijzigd__409_met_beide_en_daarna_bewaard(
    regio: Regio, beheer: FlaskClient, wijzig: Wijzig, db_sessie: Session
) -> None:
    beheer.post(pad(regio, "/piketlijst/nieuw"), data=NIEUW["piketlijst"])
    rij = db_sessie.scalars(select(Dienstnummer)).one()
    een = pad(regio, f"/piketlijst/{rij.id}")
    oud = GEZIEN.search(beheer.get(een).text)
    assert oud
    assert wijzig(een, NIEUW["piketlijst"] | {"nummer": "088-1111111"}).status_code == 303
    getypt = NIEUW["piketlijst"] | {"nummer": "088-2222222"}
    botsing = beheer.post(een, data=getypt | {"gezien": oud[1]})
    assert botsing.status_code == 409
    assert "088-1111111" in botsing.text, "what stands there now"
    assert "088-2222222" in botsing.text, "what was typed"
    assert beheer.post(een, data=getypt).status_code == 409, "without the state that was seen: not saved"
    db_sessie.expire_all()
    assert rij.nummer == "088-1111111"
    nieuw = GEZIEN.search(botsing.text)
    assert nieuw
    assert beheer.post(een, data=getypt | {"gezien": nieuw[1]}).status_code == 303
    db_sessie.expire_all()
    assert rij.nummer == "088-2222222"


def test_thema__dubbel__zin_bij_het_veld_en_tekst_blijft(regio: Regio, beheer: FlaskClient) -> None:
    antwoord = beheer.post(pad(regio, "/themas/nieuw"), data={"naam": "KINDERMISHANDELING"})
    assert antwoord.status_code == 422
    assert "staat al in de lijst" in antwoord.text
    assert "KINDERMISHANDELING" in antwoord.text


def test_thema__uit_en_weer_aan(regio: Regio, beheer: FlaskClient, db_sessie: Session) -> None:
    een = pad(regio, f"/themas/{regio.thema.id}")
    beheer.post(f"{een}/weg")
    db_sessie.expire_all()
    assert not regio.thema.actief
    beheer.post(f"{een}/terug")
    db_sessie.expire_all()
    assert regio.thema.actief


def test_themas__volgorde__omhoog_en_slepen(regio: Regio, beheer: FlaskClient, db_sessie: Session) -> None:
    def namen() -> list[str]:
        db_sessie.expire_all()
        vraag = select(Thema.naam).where(Thema.tafel_id == regio.tafel.id).order_by(Thema.volgorde)
        return list(db_sessie.scalars(vraag))

    begin = namen()
    weg = pad(regio, "/themas/volgorde")
    assert beheer.post(weg, data={"omhoog": str(regio.thema.id)}).status_code == 200
    plek = begin.index(regio.thema.naam)
    assert namen().index(regio.thema.naam) == plek - 1
    sleutels = list(db_sessie.scalars(select(Thema.id).order_by(Thema.volgorde.desc())))
    beheer.post(weg, data={"volgorde": [str(s) for s in sleutels]})
    assert namen()[-1] == begin[0]
    assert beheer.post(weg, data={"omhoog": "onzin"}).status_code == 400


def test_grondslag__wijzigen__oude_vervalt_en_nieuwe_volgt(
    regio: Regio, beheer: FlaskClient, wijzig: Wijzig, db_sessie: Session
) -> None:
    oud = regio.grondslag
    data = {"gever": "veilig_thuis", "ontvanger": "politie", "doel": "Nieuw doel", "grond": "art. 2"}
    een = pad(regio, f"/grondslagen/{oud.id}")
    assert wijzig(een, data | {"jurist_nodig": "y"}).status_code == 422
    assert wijzig(een, data).status_code == 303
    db_sessie.expire_all()
    assert oud.vervallen_op is not None
    assert oud.doel != "Nieuw doel"
    nieuw = db_sessie.scalars(select(Grondslag).where(Grondslag.doel == "Nieuw doel")).one()
    assert nieuw.vervallen_op is None
    laat = beheer.post(een, data=data | {"doel": "Nog een keer", "gezien": afdruk(oud, GrondslagInvoer)})
    assert laat.status_code == 422
    assert "Nog een keer" in laat.text, "what was typed stays on the page"
    assert "vervallen op" in beheer.get(een).text


def test_piket__vandaag_gecontroleerd(regio: Regio, beheer: FlaskClient, db_sessie: Session) -> None:
    beheer.post(pad(regio, "/piketlijst/nieuw"), data=NIEUW["piketlijst"])
    nummer = db_sessie.scalars(select(Dienstnummer)).one()
    assert "Nog nooit" in beheer.get(pad(regio, "/piketlijst")).text
    beheer.post(pad(regio, f"/piketlijst/{nummer.id}/gecontroleerd"))
    db_sessie.expire_all()
    assert nummer.gecontroleerd_op == vandaag()


def test_partner__toevoegen_en_uit(
    regio: Regio, fabriek: Fabriek, beheer: FlaskClient, wijzig: Wijzig, db_sessie: Session
) -> None:
    om = fabriek.organisatie(OrganisatieSoort.OM)
    data = {"organisatie_id": str(om.id), "vorm": "vast"}
    assert beheer.post(pad(regio, "/partners/nieuw"), data=data).status_code == 303
    assert beheer.post(pad(regio, "/partners/nieuw"), data=data).status_code == 422
    een = pad(regio, f"/partners/{regio.partner.id}")
    assert wijzig(een, {"vorm": "op_verzoek"}).status_code == 303
    assert beheer.post(f"{een}/weg").status_code == 303
    db_sessie.expire_all()
    rijen = {p.organisatie_id: (p.vorm.value, p.actief) for p in db_sessie.scalars(select(Tafelpartner))}
    assert rijen == {om.id: ("vast", True), regio.organisatie.id: ("op_verzoek", False)}


def test_lid__plaats_geven_wijzigen_en_beeindigen(
    regio: Regio, fabriek: Fabriek, beheer: FlaskClient, wijzig: Wijzig, db_sessie: Session
) -> None:
    nieuw = fabriek.gebruiker(regio.organisatie)
    data = {"gebruiker_id": str(nieuw.id), "rol": "deelnemer", "bezetting": "vast", "vanaf": "01-01-2020"}
    assert beheer.post(pad(regio, "/leden/nieuw"), data=data | {"tot": "31-12-2019"}).status_code == 422
    assert beheer.post(pad(regio, "/leden/nieuw"), data=data).status_code == 303
    assert beheer.post(pad(regio, "/leden/nieuw"), data=data).status_code == 422
    lid = db_sessie.scalars(select(Lidmaatschap).where(Lidmaatschap.gebruiker_id == nieuw.id)).one()
    een = pad(regio, f"/leden/{lid.id}")
    wijziging = {"bezetting": "achtervang", "vanaf": "01-01-2020", "functie": "vertrouwensarts"}
    assert wijzig(een, wijziging).status_code == 303
    assert beheer.post(f"{een}/weg").status_code == 303
    db_sessie.expire_all()
    assert (lid.bezetting.value, lid.functie) == ("achtervang", "vertrouwensarts")
    assert lid.tot is not None
    assert lid.tot < vandaag()


def test_lid__zichzelf__geweigerd(regio: Regio, beheer: FlaskClient, db_sessie: Session) -> None:
    data = {
        "gebruiker_id": str(regio.beheerder.id),
        "rol": "voorzitter",
        "bezetting": "vast",
        "vanaf": "01-01-2020",
    }
    antwoord = beheer.post(pad(regio, "/leden/nieuw"), data=data)
    assert antwoord.status_code == 422
    assert "Uzelf kunt u geen rol aan een tafel geven" in antwoord.text
    assert aantal(db_sessie, Lidmaatschap) == 1


PROFIEL = {
    "naam": "Actie-overleg Brakzijl",
    "code": "bz",
    "regio": "Brakzijl",
    "doel": "Vroeg beslissen",
    "profiel_herzien_op": "01-01-2026",
    "ritme": "maandelijks",
    "weekdag": "dinsdag",
    "begintijd": "13.30",
    "duur_minuten": "120",
    "minuten_per_casus": "30",
    "maximum_casussen": "4",
    "herhaling_maanden": "24",
    "opmerkingen_dagen": "7",
    "actief": "y",
}


def test_profiel__bewaren_en_verouderd(
    regio: Regio, beheer: FlaskClient, wijzig: Wijzig, db_sessie: Session
) -> None:
    profiel = pad(regio, "/profiel")
    gezien = GEZIEN.search(beheer.get(profiel).text)
    assert gezien
    assert wijzig(profiel, PROFIEL | {"doel": "Van de ander"}).status_code == 303
    db_sessie.expire_all()
    assert (regio.tafel.code, regio.tafel.minuten_per_casus, regio.tafel.opmerkingen_dagen) == ("BZ", 30, 7)
    oud = beheer.post(profiel, data=PROFIEL | {"gezien": gezien[1], "doel": "Getypt"})
    assert oud.status_code == 409
    assert "Van de ander" in oud.text, "what stands there now"
    assert "Getypt" in oud.text, "what was typed"
    assert "aan herziening toe" in beheer.get(pad(regio)).text


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("duur_minuten", "9999"),
        ("duur_minuten", "drie"),
        ("begintijd", "25.00"),
        ("code", "B1"),
        ("naam", ""),
    ],
)
def test_profiel__onjuist__zin(regio: Regio, wijzig: Wijzig, veld: str, waarde: str) -> None:
    antwoord = wijzig(pad(regio, "/profiel"), PROFIEL | {veld: waarde})
    assert antwoord.status_code == 422


def test_tafel__nieuw__met_de_gebruikelijke_instellingen(
    regio: Regio, beheer: FlaskClient, db_sessie: Session
) -> None:
    data = {"naam": "Actie-overleg Zuiderloo", "code": "ZL", "regio": "Zuiderloo"}
    antwoord = beheer.post("/beheer/tafels/nieuw", data=data)
    assert antwoord.status_code == 303
    tafel = db_sessie.scalars(select(Overlegtafel).where(Overlegtafel.code == "ZL")).one()
    assert aantal(db_sessie, Criteriaset) == 2
    pagina = beheer.get(antwoord.headers["Location"])
    assert "heeft geen voorzitter" in pagina.text
    assert beheer.post("/beheer/tafels/nieuw", data=data).status_code == 422
    assert str(tafel.id) in beheer.get("/beheer").text
    assert str(regio.tafel.id) in beheer.get("/beheer").text


def test_registratieafspraken__nieuwe_versie__oude_blijft(
    regio: Regio, beheer: FlaskClient, db_sessie: Session
) -> None:
    weg = pad(regio, "/registratieafspraken")
    assert beheer.post(weg, data={"versie": "1", "inhoud": "Wij noteren minder."}).status_code == 303
    assert aantal(db_sessie, Registratieafspraak) == 2
    oud = beheer.post(weg, data={"versie": "1", "inhoud": "Getypt door een ander."})
    assert oud.status_code == 409
    assert "Getypt door een ander." in oud.text
    assert aantal(db_sessie, Registratieafspraak) == 2


def test_elke_pagina__zonder_recht__geweigerd(regio: Regio, als: Callable[[Gebruiker], FlaskClient]) -> None:
    voorzitter = als(regio.voorzitter)
    for weg in ["/beheer", pad(regio), pad(regio, "/leden"), "/beheer/gebruikers", "/beheer/postvak"]:
        assert voorzitter.get(weg).status_code == 403


def test_rij_van_een_andere_tafel__bestaat_niet(regio: Regio, fabriek: Fabriek, beheer: FlaskClient) -> None:
    ander = fabriek.tafel("Brakzijl", "BZ")
    assert beheer.get(f"/beheer/tafels/{ander.id}/themas/{regio.thema.id}").status_code == 404


def test_leden__vast_aantal_vragen(regio: Regio, fabriek: Fabriek, beheer: FlaskClient) -> None:
    gesteld: list[object] = []
    event.listen(db.engine, "before_cursor_execute", lambda *vraag: gesteld.append(vraag[2]))

    def vragen() -> int:
        fabriek.klaar()
        gesteld.clear()
        assert beheer.get(pad(regio, "/leden")).status_code == 200
        return len(gesteld)

    eerst = vragen()
    for _ in range(5):
        organisatie = fabriek.organisatie(OrganisatieSoort.GGZ)
        fabriek.lid(regio.tafel, organisatie, Rol.DEELNEMER)
    assert vragen() == eerst


def test_herzien__dag_in_de_toekomst__geen_melding(
    regio: Regio, beheer: FlaskClient, db_sessie: Session
) -> None:
    regio.tafel.profiel_herzien_op = date(2100, 1, 1)
    db_sessie.commit()
    assert "aan herziening toe" not in beheer.get(pad(regio)).text
