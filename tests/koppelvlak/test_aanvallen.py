"""What a hostile program, or a lost token, tries; and that nothing of it works."""

from __future__ import annotations

import json
import logging
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from models import Afspraak, Belang, Gebeurtenis, Gebruiker, Lidmaatschap, Systeemkoppeling
from models.waarden import AfspraakStatus, OrganisatieSoort, Rol
from overleg.basis.klok import nu, vandaag
from overleg.basis.limieten import limiet
from overleg.beheer.handelingen.accounts import beeindig_sessies_van, zet_account_uit
from overleg.logboek.soorten import Soort
from overleg.toegang.afremmen import VAN_TOKEN
from overleg.toegang.systeemkoppelingen import INGELOGD_BINNEN, trek_koppeling_in
from tests.koppelvlak.conftest import MaakSysteem
from tests.koppelvlak.test_afspraken import ALLES, pad, regels, voortgang
from tests.opvolging.wereld import Wereld
from tests.steun.codes import log_in
from tests.steun.database import ALLEEN_SQLITE
from tests.steun.sessies import maak_sessie
from tests.steun.systeem import WORTEL, Systeem, geef_token

Als = Callable[[Gebruiker], FlaskClient]
GEDAAN = {"stand": "gedaan"}


def statussen(systeem: Systeem, afspraak: Afspraak, etag: str = '"x"') -> list[int]:
    """Return what reading and reporting an afspraak answer."""
    adres = pad(afspraak)
    return [systeem.lees(adres).status_code, systeem.meld(adres, GEDAAN, etag).status_code]


def test_vreemd__ziet_er_uit_als_niet_bestaand(wereld: Wereld, systeem: MaakSysteem) -> None:
    """That of another organisatie, one not agreed yet, one that is not there: the very same answer."""
    nog_niet = wereld.afspraak(9, wereld.politie)
    politie, antwoorden = systeem(wereld.agent), []
    for sleutel in (wereld.extra["om"].id, nog_niet.id, uuid.uuid4(), wereld.casus.id):
        for antwoord in (
            politie.lees(f"{ALLES}/{sleutel}"),
            politie.meld(f"{ALLES}/{sleutel}", GEDAAN, '"x"'),
        ):
            inhoud = antwoord.get_json(force=True)
            inhoud.pop("verzoek")
            antwoorden.append((antwoord.status_code, json.dumps(inhoud)))
    assert set(antwoorden) == {antwoorden[0]}
    assert antwoorden[0][0] == 404
    assert voortgang(wereld) == 0
    assert len(regels(wereld, Soort.TOEGANG_GEWEIGERD)) == len(antwoorden)
    om = systeem(wereld.officier)
    assert [rij["nummer"] for rij in om.lees(ALLES).get_json()["afspraken"]] == [4]


def test_wie_leidt__alleen_de_eigen_organisatie(wereld: Wereld, systeem: MaakSysteem) -> None:
    """On the screen the voorzitter reports for others; a system of Veilig Thuis never does."""
    eigen = wereld.afspraak(9, wereld.vt, geldt_vanaf=nu())
    vt = systeem(wereld.voorzitter)
    assert [rij["nummer"] for rij in vt.lees(ALLES).get_json()["afspraken"]] == [9]
    assert statussen(vt, wereld.extra["1"]) == [404, 404]
    assert vt.lees(pad(eigen)).status_code == 200


def test_gast_en_inbrenger(wereld: Wereld, systeem: MaakSysteem) -> None:
    gemeente = wereld.fabriek.organisatie(OrganisatieSoort.GEMEENTE)
    gast = wereld.fabriek.gebruiker(gemeente)
    collega = wereld.fabriek.gebruiker(gemeente)
    inbrenger = wereld.fabriek.lid(wereld.tafel, wereld.politie, Rol.INBRENGER)
    eigen = wereld.afspraak(9, gemeente, geldt_vanaf=nu(), persoon_id=gast.id)
    assert systeem(gast).lees(pad(eigen)).status_code == 200
    assert statussen(systeem(gast), wereld.extra["1"]) == [404, 404]
    assert statussen(systeem(collega), eigen) == [404, 404]
    assert systeem(collega).lees(ALLES).get_json()["afspraken"] == []
    assert statussen(systeem(inbrenger), wereld.extra["1"]) == [404, 404]


def test_muur_en_ingetrokken_plek__meteen(wereld: Wereld, systeem: MaakSysteem) -> None:
    politie, afspraak = systeem(wereld.agent), wereld.extra["1"]
    etag = politie.lees(pad(afspraak)).headers["ETag"]
    belang = Belang(
        casus_id=wereld.casus.id,
        gebruiker_id=wereld.agent.id,
        reden="Kent het gezin.",
        vastgelegd_door_id=wereld.voorzitter.id,
    )
    wereld.sessie.add(belang)
    wereld.fabriek.klaar()
    assert statussen(politie, afspraak, etag) == [404, 404]
    assert politie.lees(ALLES).get_json()["afspraken"] == []
    belang.opgeheven_op = nu()
    wereld.fabriek.klaar()
    assert politie.lees(pad(afspraak)).status_code == 200
    wereld.sessie.execute(
        update(Lidmaatschap)
        .where(Lidmaatschap.gebruiker_id == wereld.agent.id)
        .values(tot=vandaag() - timedelta(days=1))
    )
    wereld.fabriek.klaar()
    assert statussen(politie, afspraak, etag) == [404, 404]
    assert voortgang(wereld) == 0


def _trek_in(wereld: Wereld) -> None:
    koppeling = wereld.sessie.scalars(select(Systeemkoppeling)).one()
    trek_koppeling_in(wereld.sessie, wereld.fabriek.vrager(wereld.agent), str(koppeling.id))


def _zet_uit(wereld: Wereld) -> None:
    beheerder = wereld.fabriek.gebruiker(wereld.vt, beheerder=True)
    zet_account_uit(wereld.sessie, wereld.fabriek.vrager(beheerder), wereld.agent)
    wereld.agent.active = True  # the token does not come back with the account


def _log_uit(wereld: Wereld) -> None:
    beheerder = wereld.fabriek.gebruiker(wereld.vt, beheerder=True)
    beeindig_sessies_van(wereld.sessie, wereld.fabriek.vrager(beheerder), wereld.agent)


def _stil(wereld: Wereld) -> None:
    wereld.agent.active = False


def _nieuw_wachtwoord(wereld: Wereld) -> None:
    wereld.agent.wachtwoord_wijzigen = True


def _verlopen(wereld: Wereld) -> None:
    wereld.sessie.execute(update(Systeemkoppeling).values(geldig_tot=vandaag() - timedelta(days=1)))


def _lang_niet_ingelogd(wereld: Wereld) -> None:
    wereld.agent.laatst_ingelogd_op = nu() - INGELOGD_BINNEN - timedelta(minutes=1)


def _nooit_ingelogd(wereld: Wereld) -> None:
    wereld.agent.laatst_ingelogd_op = None


EINDE = [
    _trek_in,
    _zet_uit,
    _log_uit,
    _stil,
    _nieuw_wachtwoord,
    _verlopen,
    _lang_niet_ingelogd,
    _nooit_ingelogd,
]


@pytest.mark.parametrize("hoe", EINDE)
def test_token__telt_niet_meer(wereld: Wereld, systeem: MaakSysteem, hoe: Callable[[Wereld], None]) -> None:
    politie = systeem(wereld.agent)
    assert politie.lees(ALLES).status_code == 200
    hoe(wereld)
    wereld.fabriek.klaar()
    antwoord = politie.lees(ALLES)
    assert antwoord.status_code == 401
    assert antwoord.headers["WWW-Authenticate"] == 'Bearer realm="Actie-overleg", error="invalid_token"'
    assert politie.meld(pad(wereld.extra["1"]), GEDAAN, '"x"').status_code == 401


def test_token__tot_negentig_dagen_na_het_inloggen(
    wereld: Wereld, app: Flask, db_sessie: Session, client: FlaskClient
) -> None:
    """Nobody told us that somebody left: the token stops by itself, and a sign-in lets it count again."""
    begin = datetime(2027, 3, 20, 12, tzinfo=UTC)
    with time_machine.travel(begin, tick=False):
        politie = Systeem(app, geef_token(db_sessie, wereld.agent, dagen=300))
    with time_machine.travel(begin + INGELOGD_BINNEN, tick=False):
        assert politie.lees(ALLES).status_code == 200
    later = begin + INGELOGD_BINNEN + timedelta(seconds=1)
    with time_machine.travel(later, tick=False):
        te_laat = politie.lees(ALLES)
        onbekend = politie.lees(ALLES, Authorization=f"Bearer {politie.token[:-4]}AAAA")
        inhoud = [{**een.get_json(force=True), "verzoek": ""} for een in (te_laat, onbekend)]
        assert (te_laat.status_code, inhoud[0]) == (401, inhoud[1])
        log_in(client, wereld.agent)
        assert politie.lees(ALLES).status_code == 200


def test_token__laatste_dag_in_amsterdam(wereld: Wereld, app: Flask, db_sessie: Session) -> None:
    with time_machine.travel(datetime(2027, 3, 20, 12, tzinfo=UTC), tick=False):
        politie = Systeem(app, geef_token(db_sessie, wereld.agent, dagen=1))
    with time_machine.travel(datetime(2027, 3, 21, 22, 59, tzinfo=UTC), tick=False):
        assert politie.lees(ALLES).status_code == 200
    with time_machine.travel(datetime(2027, 3, 21, 23, 1, tzinfo=UTC), tick=False):
        assert politie.lees(ALLES).status_code == 401


@pytest.mark.parametrize(
    "kop",
    ["", "Bearer", "Bearer ", "Basic {t}", "Token {t}", "{t}", "Bearer {t}x", "Bearer {t} {t}",
     "Bearer {t},{t}", "Bearer aot_", "Bearer ' OR 1=1 --", "Bearer {T}"],
)  # fmt: skip
def test_kop__alleen_een_heel_token(wereld: Wereld, systeem: MaakSysteem, kop: str) -> None:
    politie = systeem(wereld.agent)
    waarde = kop.format(t=politie.token, T=politie.token.swapcase())
    antwoord = politie.lees(ALLES, Authorization=waarde)
    assert antwoord.status_code == 401
    assert antwoord.headers["WWW-Authenticate"].startswith("Bearer realm=")
    assert antwoord.headers["Cache-Control"] == "no-store"
    assert politie.lees(ALLES, Authorization=f"bearer {politie.token}").status_code == 200


def test_koekjes__tellen_hier_niet_en_het_token_telt_daar_niet(
    wereld: Wereld,
    systeem: MaakSysteem,
    app: Flask,
    nieuwe_client: Callable[[], FlaskClient],
) -> None:
    politie, naam = systeem(wereld.agent), app.config["SESSION_COOKIE_NAME"]
    sessie_ = maak_sessie(wereld.sessie, wereld.agent)
    for koekje in (sessie_, politie.token):
        zonder = nieuwe_client()
        zonder.zonder_csrf = True  # type: ignore[attr-defined]
        zonder.set_cookie(naam, koekje)
        assert zonder.get(f"{WORTEL}{ALLES}").status_code == 401
        assert zonder.patch(f"{WORTEL}{pad(wereld.extra['1'])}", json=GEDAAN).status_code == 401
    politie.client.set_cookie(naam, sessie_)
    antwoord = politie.lees(ALLES)
    assert antwoord.status_code == 400
    assert "invalid_request" in antwoord.headers["WWW-Authenticate"]
    kaal = nieuwe_client()
    for scherm in ("/acties", "/acties.xlsx", f"/acties/{wereld.extra['1'].id}", "/systeemkoppelingen"):
        assert kaal.get(scherm, headers={"Authorization": f"Bearer {politie.token}"}).status_code == 302
    adres = f"/acties/{wereld.extra['1'].id}/melden"
    kaal.zonder_csrf = True  # type: ignore[attr-defined]
    met_token = {"Authorization": f"Bearer {politie.token}"}
    assert kaal.post(adres, data={"stand": "gedaan", "versie": "1"}, headers=met_token).status_code == 400
    assert voortgang(wereld) == 0


def test_andere_site__in_een_browser(wereld: Wereld, systeem: MaakSysteem) -> None:
    politie, adres = systeem(wereld.agent), pad(wereld.extra["1"])
    etag = politie.lees(adres).headers["ETag"]
    assert politie.meld(adres, GEDAAN, etag, Sec_Fetch_Site="cross-site").status_code == 400
    assert politie.meld(adres, GEDAAN, etag, Origin="https://kwaad.example").status_code == 400
    vooraf = politie.client.options(
        f"{WORTEL}{adres}",
        headers={"Origin": "https://kwaad.example", "Access-Control-Request-Method": "PATCH"},
    )
    assert "Access-Control-Allow-Origin" not in vooraf.headers
    assert "Access-Control-Allow-Origin" not in politie.lees(adres).headers
    assert voortgang(wereld) == 0


@pytest.mark.parametrize("accept", ["text/html", "application/xml", "application/json;q=0"])
def test_accept__406(wereld: Wereld, systeem: MaakSysteem, accept: str) -> None:
    politie = systeem(wereld.agent)
    assert politie.lees(ALLES, Accept=accept).status_code == 406
    for goed in ("application/json", "*/*", "text/html, application/*;q=0.1"):
        assert politie.lees(ALLES, Accept=goed).status_code == 200


@pytest.mark.parametrize("methode", ["POST", "PUT", "DELETE", "TRACE", "PROPFIND", "GEK"])
def test_methoden__405_met_allow(wereld: Wereld, systeem: MaakSysteem, methode: str) -> None:
    politie = systeem(wereld.agent)
    for adres, mag in (
        (ALLES, {"GET", "HEAD", "OPTIONS"}),
        (pad(wereld.extra["1"]), {"GET", "HEAD", "OPTIONS", "PATCH"}),
    ):
        antwoord = politie.vraag(methode, adres)
        assert antwoord.status_code == 405
        assert set(antwoord.headers["Allow"].split(", ")) == mag
    omweg = politie.vraag("GET", pad(wereld.extra["1"]), headers={"X-HTTP-Method-Override": methode})
    assert omweg.status_code == 200
    assert voortgang(wereld) == 0


@pytest.mark.parametrize(
    "adres",
    ["/api", "/api/", "/api/v1", "/api/v1/", "/api/v2/afspraken", "/api/v1/afspraken/", "/api/v1/Afspraken",
     "/api/v1//afspraken", "/api//v1/afspraken", "/api/v1/afspraken/{id}/", "/api/v1/afspraken//{id}",
     "/api/v1/afspraken/{id}/voortgang", "/api/v1/afspraken/../afspraken/{id}x", "/api/v1/afspraken/{om}",
     "/api/v1/afspraken/x", "/api/v1/afspraken/{id}%00", "/api/v1/afspraken;a=b", "/api/v1/afspraken.json",
     "/api/v1/%2e%2e/v1/afspraken/", "/api/v1/openapi.yaml", "/api/v1/gebruikers"],
)  # fmt: skip
@ALLEEN_SQLITE  # about addresses, not about rows
def test_paden__404_als_probleem(wereld: Wereld, systeem: MaakSysteem, adres: str) -> None:
    politie = systeem(wereld.agent)
    heel = adres.format(id=wereld.extra["1"].id, om=wereld.extra["om"].id)
    koppen = {"Authorization": f"Bearer {politie.token}"}
    for methode in ("GET", "PATCH"):
        antwoord = politie.client.open(heel, method=methode, headers=koppen, json=GEDAAN)
        assert antwoord.mimetype == "application/problem+json"
        assert antwoord.status_code in ({404, 405} if "//" in heel else {404}), methode
        assert antwoord.headers["API-Version"]


@pytest.mark.parametrize("adres", ["/API/v1/afspraken", "/./api/v1/afspraken", "/apis", "/api.v1"])
@ALLEEN_SQLITE  # about addresses, not about rows
def test_paden__daarbuiten_opent_een_token_niets(wereld: Wereld, systeem: MaakSysteem, adres: str) -> None:
    politie = systeem(wereld.agent)
    antwoord = politie.client.get(adres, headers={"Authorization": f"Bearer {politie.token}"})
    assert antwoord.status_code in {302, 308, 404}
    assert "Afspraak nummer" not in antwoord.text


def test_raden__afgeremd_en_wie_een_token_heeft_merkt_niets(wereld: Wereld, systeem: MaakSysteem) -> None:
    politie = systeem(wereld.agent)
    fout = {"Authorization": f"Bearer {politie.token[:-1]}{'A' if politie.token[-1] != 'A' else 'B'}"}
    keren = [politie.lees(ALLES, **fout).status_code for _ in range(VAN_TOKEN.vrij + 2)]
    assert keren == [401] * (VAN_TOKEN.vrij + 1) + [429]
    assert int(politie.lees(ALLES, **fout).headers["Retry-After"]) > 0
    assert politie.lees(ALLES).status_code == 200
    geweigerd = regels(wereld, Soort.SYSTEEM_GEWEIGERD)
    assert len(geweigerd) == VAN_TOKEN.vrij + 1
    assert {regel.gebruiker_id for regel in geweigerd} == {None}


def test_wild__429_per_koppeling(
    wereld: Wereld, systeem: MaakSysteem, monkeypatch: pytest.MonkeyPatch
) -> None:
    eigen = "overleg.toegang.systeemkoppelingen.limiet"
    monkeypatch.setattr(eigen, lambda naam: 3 if naam == "verzoeken_per_minuut" else limiet(naam))
    politie, ander = systeem(wereld.agent), systeem(wereld.agent)
    with time_machine.travel(datetime(2027, 3, 20, 12, 0, 20, tzinfo=UTC), tick=False):
        wereld.sessie.execute(update(Systeemkoppeling).values(geldig_tot=vandaag()))
        wereld.agent.laatst_ingelogd_op = nu()
        wereld.fabriek.klaar()
        assert [politie.lees(ALLES).status_code for _ in range(4)] == [200, 200, 200, 429]
        te_veel = politie.meld(pad(wereld.extra["1"]), GEDAAN, '"x"')
        assert (te_veel.status_code, te_veel.headers["Retry-After"]) == (429, "40")
        assert ander.lees(ALLES).status_code == 200
    with time_machine.travel(datetime(2027, 3, 20, 12, 1, 0, tzinfo=UTC), tick=False):
        assert politie.lees(ALLES).status_code == 200


def test_geheim__staat_in_geen_log_en_geen_tabel(
    wereld: Wereld, systeem: MaakSysteem, caplog: pytest.LogCaptureFixture
) -> None:
    politie = systeem(wereld.agent)
    with caplog.at_level(logging.DEBUG):
        politie.lees(ALLES)
        politie.lees(ALLES, Authorization=f"Bearer {politie.token}x")
        politie.meld(pad(wereld.extra["1"]), GEDAAN, '"x"')
    log = [repr(regel.__dict__) for regel in caplog.records]
    assert any("koppelvlak.afspraken" in regel for regel in log)
    kern = politie.token.removeprefix("aot_")
    assert not [regel for regel in log if kern in regel]
    wereld.sessie.rollback()
    rijen: list[Any] = [
        *wereld.sessie.scalars(select(Gebeurtenis)),
        *wereld.sessie.scalars(select(Systeemkoppeling)),
    ]
    inhoud = repr([[getattr(rij, kolom.key) for kolom in type(rij).__table__.columns] for rij in rijen])
    assert kern not in inhoud
    assert "Afspraak nummer" not in inhoud


def test_fout_in_de_toepassing__een_probleem_zonder_inhoud(
    wereld: Wereld, systeem: MaakSysteem, app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    politie = systeem(wereld.agent)

    def kapot(*_wat: object) -> None:
        raise RuntimeError("geheim van binnen")

    monkeypatch.setattr("overleg.koppelvlak.routes.lijst_van", kapot)
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    antwoord = politie.client.get(f"{WORTEL}{ALLES}", headers={"Authorization": f"Bearer {politie.token}"})
    assert (antwoord.status_code, antwoord.mimetype) == (500, "application/problem+json")
    assert "geheim" not in antwoord.text
    assert antwoord.get_json(force=True)["verzoek"]


@pytest.mark.parametrize("adres", [f"{WORTEL}/openapi.json", "/acties", "/"])
def test_zonder_token__geen_doorverwijzing_en_geen_pagina_onder_het_pad(
    client: FlaskClient, adres: str
) -> None:
    antwoord = client.get(adres)
    assert antwoord.status_code == (200 if adres.startswith("/api") else 302)
    assert client.get(f"{WORTEL}{ALLES}").status_code == 401


def test_stand_van_een_ander__niet_overschreven(wereld: Wereld, systeem: MaakSysteem, als: Als) -> None:
    """The system read, a colleague reported on the screen, the system reports what it knew."""
    politie, afspraak = systeem(wereld.agent), wereld.extra["1"]
    etag = politie.lees(pad(afspraak)).headers["ETag"]
    velden = {"versie": str(afspraak.versie), "stand": "niet_mogelijk", "tekst": "Verhuisd."}
    assert als(wereld.agent).post(f"/acties/{afspraak.id}/melden", data=velden).status_code == 303
    assert politie.meld(pad(afspraak), GEDAAN, etag).status_code == 412
    wereld.sessie.rollback()
    wereld.sessie.expire_all()
    assert wereld.extra["1"].status is AfspraakStatus.NIET_MOGELIJK
