"""What an open screen hears: every change once, in order, and only what this person may know."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any, cast

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Aanschuiver, AfwezigBij, Deelname, Gebruiker, Teller, Wijziging
from models.waarden import OrganisatieSoort, Rol, Veld
from overleg.basis.database import db
from overleg.basis.klok import nu as dit_moment
from overleg.live import omroep as omroep_module
from overleg.live import opruimen
from overleg.live.melden import meld
from overleg.toegang.sessierijen import beeindig_alle
from tests.bespreking.conftest import Als, Zitting
from tests.bespreking.test_routes_afspraken import invoer
from tests.steun.fabriek import WACHTWOORD, Fabriek
from tests.steun.toepassing import einde_omroep

Sein = dict[str, Any]


class Stroom:
    """The stream of one person, read as a browser does; each call waits for the next signal."""

    def __init__(self, client: FlaskClient, zitting: Zitting, na: int = 0) -> None:
        self.antwoord = client.get(f"/overleggen/{zitting.overleg.id}/stroom?na={na}")
        assert self.antwoord.status_code == 200
        self.regels = cast(Iterator[bytes], iter(self.antwoord.response))

    def volgende(self) -> Sein | None:
        """Return the next signal; None when the stream ends."""
        for stuk in self.regels:
            tekst = stuk.decode()
            if tekst.startswith("event: einde"):
                return None
            if tekst.startswith("id:"):
                sein: Sein = json.loads(tekst.split("data: ", 1)[1])
                return sein
        return None

    def tot_met(self, nummer: int) -> list[Sein]:
        """Return the signals until the one with this number."""
        seinen: list[Sein] = []
        while not seinen or seinen[-1]["nummer"] < nummer:
            sein = self.volgende()
            assert sein is not None, "the stream ended"
            seinen.append(sein)
        return seinen

    def dicht(self) -> None:
        """Leave."""
        self.antwoord.close()


Luister = Callable[..., Stroom]


@pytest.fixture
def luister(app: Flask, zitting: Zitting, als: Als, monkeypatch: pytest.MonkeyPatch) -> Iterator[Luister]:
    """Open streams, and close them when the test ends; rights are looked at often, without waiting."""
    monkeypatch.setattr(omroep_module, "HERZIEN", 0.05)
    open_: list[Stroom] = []

    def begin(wie: Gebruiker | FlaskClient, na: int = 0) -> Stroom:
        open_.append(Stroom(als(wie) if isinstance(wie, Gebruiker) else wie, zitting, na))
        return open_[-1]

    yield begin
    for stroom in open_:
        stroom.dicht()
    einde_omroep(app)
    assert app.extensions["omroep"].wachter is None, "the watcher ends with the last stream"


@contextmanager
def _eigen_sessie(app: Flask) -> Iterator[Session]:
    with app.app_context(), Session(db.engine) as sessie:
        yield sessie


def _stand(client: FlaskClient, zitting: Zitting, na: int = 0) -> Sein:
    sein: Sein = client.get(f"/overleggen/{zitting.overleg.id}/stand?na={na}").get_json()
    return sein


def _schrijf(client: FlaskClient, zitting: Zitting, waarde: str) -> None:
    veld = zitting.veld(Veld.AFWEGING)
    zitting.sessie.refresh(veld)
    gegevens = {"versie": str(veld.versie), "waarde": waarde}
    assert client.post(zitting.tekst_url(veld), data=gegevens).status_code == 303


def test_stand__noemt_alleen_het_deel_dat_wijzigde(zitting: Zitting, als: Als) -> None:
    voorzitter, agent = als(zitting.voorzitter), als(zitting.agent)
    zitting.begin(voorzitter)
    nu = _stand(agent, zitting)["nummer"]
    _schrijf(voorzitter, zitting, "Eerst rust, dan vervolging.")
    sein = _stand(agent, zitting, nu)
    assert sein == {"nummer": nu + 1, "delen": ["afronden", f"tekst-{zitting.veld(Veld.AFWEGING).id}"]}
    assert _stand(agent, zitting, nu + 1) == {"nummer": nu + 1, "delen": []}
    assert (
        agent.post(
            zitting.afspraken_url, data=invoer(zitting.politie, "Let op de woning", "09-12-2026")
        ).status_code
        == 303
    )
    assert "afspraken" in _stand(voorzitter, zitting, nu + 1)["delen"]


def test_stand__te_ver_achter_of_vooruit__alles(zitting: Zitting, als: Als) -> None:
    agent = als(zitting.agent)
    zitting.begin(als(zitting.voorzitter))
    nu = _stand(agent, zitting)["nummer"]
    for na in (nu + 5, 2**40):
        assert _stand(agent, zitting, na) == {"nummer": nu, "delen": ["alles"]}
    zitting.sessie.query(Wijziging).delete()
    zitting.sessie.commit()
    assert _stand(agent, zitting, nu - 1)["delen"] == ["alles"]
    for onzin in ("", "x", "-3", "1e9"):
        assert als(zitting.agent).get(f"/overleggen/{zitting.overleg.id}/stand?na={onzin}").status_code == 200


def test_mislukte_wijziging__telt_niet(zitting: Zitting, als: Als) -> None:
    zitting.begin(als(zitting.voorzitter))
    officier = als(zitting.officier)
    nu = _stand(officier, zitting)["nummer"]
    assert officier.post(zitting.afspraken_url, data={"wat": ""}).status_code == 422
    assert officier.post(f"/besprekingen/{zitting.bespreking.id}/afronden").status_code == 403
    assert _stand(officier, zitting, nu) == {"nummer": nu, "delen": []}


def test_tellers__verhoogd_in_dezelfde_transactie(app: Flask, zitting: Zitting) -> None:
    overleg_id = zitting.overleg.id
    zitting.sessie.commit()
    with _eigen_sessie(app) as sessie:
        voor = sessie.scalars(select(func.coalesce(func.max(Teller.nummer), 0))).one()
        meld(sessie, ["punten"], overleg_id=overleg_id)
        sessie.rollback()
        sessie.commit()
        meld(sessie, ["punten"], overleg_id=overleg_id)
        meld(sessie, ["kop"], overleg_id=overleg_id)
        sessie.commit()
        rijen = sessie.scalars(select(Wijziging).where(Wijziging.overleg_id == overleg_id)).all()
        assert [(rij.nummer, rij.delen) for rij in rijen] == [(voor + 1, ["kop", "punten"])]


def test_tellers__veel_schrijvers_tegelijk__zonder_gat_en_op_volgorde(app: Flask, zitting: Zitting) -> None:
    overleg_id, casus_id = zitting.overleg.id, zitting.casus.id
    zitting.sessie.commit()

    def schrijf(nr: int) -> None:
        for keer in range(10):
            with _eigen_sessie(app) as sessie:
                meld(sessie, [f"d{nr}-{keer}"], overleg_id=overleg_id)
                meld(sessie, [f"c{nr}-{keer}"], casus_id=casus_id)
                sessie.commit()

    draden = [threading.Thread(target=schrijf, args=(nr,)) for nr in range(6)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    with _eigen_sessie(app) as sessie:
        rijen = sessie.scalars(select(Wijziging).order_by(Wijziging.nummer)).all()
        assert [rij.nummer for rij in rijen] == list(range(1, 121))
        assert len({tuple(rij.delen) for rij in rijen}) == 120


def test_stroom__hoort_elke_wijziging_een_keer_op_volgorde(
    zitting: Zitting, als: Als, luister: Luister
) -> None:
    voorzitter = als(zitting.voorzitter)
    zitting.begin(voorzitter)
    nu = _stand(voorzitter, zitting)["nummer"]
    stromen = [luister(wie, nu) for wie in (zitting.agent, zitting.officier)]
    for keer in range(5):
        _schrijf(voorzitter, zitting, f"Zin {keer}.")
    for stroom in stromen:
        nummers = [sein["nummer"] for sein in stroom.tot_met(nu + 5)]
        assert nummers == sorted(set(nummers))
    stromen[0].dicht()
    _schrijf(voorzitter, zitting, "Terwijl de agent weg was.")
    later = luister(zitting.agent, nu + 5)
    assert [sein["nummer"] for sein in later.tot_met(nu + 6)] == [nu + 6]


def test_stroom__noemt_geen_inhoud_en_houdt_geen_sessie_levend(
    zitting: Zitting, als: Als, luister: Luister
) -> None:
    voorzitter, agent = als(zitting.voorzitter), als(zitting.agent)
    zitting.begin(voorzitter)
    assert agent.get(zitting.url).status_code == 200
    stroom = luister(agent)
    antwoord = stroom.antwoord
    assert antwoord.mimetype == "text/event-stream"
    assert antwoord.headers["X-Accel-Buffering"] == "no"
    assert "no-store" in antwoord.headers["Cache-Control"]
    assert "Set-Cookie" not in antwoord.headers
    _schrijf(voorzitter, zitting, "GEHEIM-KANARIE")
    for sein in stroom.tot_met(_stand(voorzitter, zitting)["nummer"]):
        assert "KANARIE" not in json.dumps(sein)


def test_stroom__recht_ingetrokken__gaat_dicht(zitting: Zitting, als: Als, luister: Luister) -> None:
    zitting.begin(als(zitting.voorzitter))
    nu = _stand(als(zitting.voorzitter), zitting)["nummer"]
    uitgezet, weggehaald, gebleven = (
        luister(w, nu) for w in (zitting.agent, zitting.officier, zitting.vt_lid)
    )
    zitting.sessie.get_one(Gebruiker, zitting.agent.id).active = False
    beeindig_alle(zitting.sessie, zitting.officier.id)
    zitting.sessie.commit()
    assert uitgezet.volgende() is None
    assert weggehaald.volgende() is None
    _schrijf(als(zitting.voorzitter), zitting, "Wie bleef, hoort het.")
    assert gebleven.volgende() is not None


@pytest.mark.parametrize("hoe", ["uitloggen", "wachtwoord", "overal elders"])
def test_stroom__sessie_beeindigd__gaat_dicht_en_alleen_die(
    zitting: Zitting, als: Als, luister: Luister, hoe: str
) -> None:
    voorzitter, elders = als(zitting.voorzitter), als(zitting.agent)
    zitting.begin(voorzitter)
    nu = _stand(voorzitter, zitting)["nummer"]
    hier = als(zitting.agent)
    weg, blijft = luister(hier if hoe == "uitloggen" else elders, nu), luister(zitting.officier, nu)
    nieuw = "een-ander-lang-wachtwoord-voor-de-test"
    wijziging = {"password": WACHTWOORD, "new_password": nieuw, "new_password_confirm": nieuw}
    adres = {"uitloggen": "/uitloggen", "wachtwoord": "/wachtwoord", "overal elders": "/sessies/andere"}[hoe]
    assert hier.post(adres, data=wijziging if hoe == "wachtwoord" else {}).status_code in {302, 303}
    assert weg.volgende() is None
    veld = zitting.veld(Veld.AFWEGING)
    gegevens = {"versie": str(veld.versie), "waarde": "Van een beëindigde sessie."}
    dicht = hier if hoe == "uitloggen" else elders
    kop = {"HX-Request": "true"}
    assert dicht.post(zitting.tekst_url(veld), data=gegevens, headers=kop).status_code == 401
    _schrijf(voorzitter, zitting, "Wie bleef, hoort het.")
    assert blijft.volgende() is not None


def test_stroom__houdt_een_sessie_niet_levend(zitting: Zitting, als: Als, luister: Luister) -> None:
    """Four hours of listening and reading along by itself: signed out. Who did something meanwhile is not."""
    with time_machine.travel(dit_moment(), tick=True) as klok:
        voorzitter, kijkt, doet_iets = als(zitting.voorzitter), als(zitting.agent), als(zitting.officier)
        zitting.begin(voorzitter)
        begin = _stand(voorzitter, zitting)["nummer"]
        stromen = [luister(wie, begin) for wie in (kijkt, doet_iets)]
        for keer in range(1, 4):
            klok.shift(timedelta(hours=1, minutes=15))
            _schrijf(voorzitter, zitting, f"Zin {keer}.")
            for wie in (kijkt, doet_iets):
                assert wie.get(zitting.punt_url, headers={"X-Live": "1"}).status_code == 200
                assert _stand(wie, zitting)["nummer"] == begin + keer
            assert doet_iets.get(zitting.punt_url).status_code == 200
        klok.shift(timedelta(minutes=30))
        while stromen[0].volgende() is not None:
            pass
        antwoord = kijkt.get(zitting.punt_url, headers={"X-Live": "1"})
        assert antwoord.status_code == 401
        assert kijkt.get("/csrf-token").get_json() == {"wie": "", "beeindigd": False, "token": ""}
        _schrijf(voorzitter, zitting, "Wie bleef, hoort het.")
        assert stromen[1].tot_met(begin + 4)


def test_stroom__wie_wegging_om_een_belangenconflict__hoort_niets_van_die_casus(
    zitting: Zitting, als: Als
) -> None:
    voorzitter, agent = als(zitting.voorzitter), als(zitting.agent)
    zitting.begin(voorzitter)
    deelname = zitting.sessie.scalars(
        select(Deelname)
        .where(Deelname.overleg_id == zitting.overleg.id)
        .where(Deelname.gebruiker_id == zitting.agent.id)
    ).one()
    zitting.sessie.add(AfwezigBij(deelname_id=deelname.id, punt_id=zitting.punt.id, belangenconflict=True))
    zitting.sessie.commit()
    nu = _stand(agent, zitting)["nummer"]
    _schrijf(voorzitter, zitting, "Zonder de agent erbij.")
    assert _stand(agent, zitting, nu) == {"nummer": nu + 1, "delen": []}
    assert _stand(als(zitting.officier), zitting, nu)["delen"] != []


def test_gast__hoort_alleen_het_eigen_punt_zolang_het_aan_is(
    zitting: Zitting, als: Als, fabriek: Fabriek
) -> None:
    gemeente = fabriek.organisatie(OrganisatieSoort.GEMEENTE)
    gast = fabriek.lid(zitting.tafel, gemeente, Rol.GAST, naam="N. Elzinga")
    fabriek.sessie.add(Aanschuiver(punt_id=zitting.punt.id, organisatie_id=gemeente.id, gebruiker_id=gast.id))
    fabriek.klaar()
    voorzitter, client = als(zitting.voorzitter), als(gast)
    assert _stand(client, zitting) == {"nummer": 0, "delen": []}
    voorzitter.post(f"{zitting.url}/start")
    voorzitter.post(f"{zitting.url}/{zitting.ander_punt.id}/begin")
    assert _stand(client, zitting) == {"nummer": 0, "delen": []}, "another item is no news for a guest"
    voorzitter.post(f"{zitting.punt_url}/begin")
    zitting.sessie.expire_all()
    sein = _stand(client, zitting)
    assert sein["delen"] == ["alles"]
    assert _stand(client, zitting, sein["nummer"])["delen"] == []
    _schrijf(voorzitter, zitting, "Nieuw.")
    assert _stand(client, zitting, sein["nummer"])["delen"] == ["alles"]
    voorzitter.post(f"{zitting.url}/{zitting.ander_punt.id}/begin")
    assert _stand(client, zitting, sein["nummer"] + 1) == {"nummer": 0, "delen": ["alles"]}
    _schrijf(voorzitter, zitting, "Na afloop.")
    assert _stand(client, zitting) == {"nummer": 0, "delen": []}


def test_vreemde__krijgt_geen_stroom(zitting: Zitting, als: Als, fabriek: Fabriek) -> None:
    elders = fabriek.tafel("Elders", "EL")
    vreemde = fabriek.lid(elders, fabriek.partner(elders, OrganisatieSoort.POLITIE), Rol.VOORZITTER)
    fabriek.klaar()
    for pad in ("stroom", "stand"):
        assert als(vreemde).get(f"/overleggen/{zitting.overleg.id}/{pad}").status_code == 404


def test_stroom__houdt_geen_verbinding_met_de_database(
    app: Flask, zitting: Zitting, luister: Luister
) -> None:
    stromen = [luister(zitting.agent) for _ in range(30)]
    with app.app_context():
        in_gebruik = cast(Any, db.engine.pool).checkedout()
    assert in_gebruik <= 2, "the test's own session, and perhaps the watcher"
    assert len(stromen) == 30


def test_opruimen__alleen_wat_oud_is(zitting: Zitting, als: Als) -> None:
    zitting.begin(als(zitting.voorzitter))
    assert opruimen.ruim_op(zitting.sessie) == 0
    assert zitting.sessie.scalars(select(func.count()).select_from(Wijziging)).one() > 0
    for rij in zitting.sessie.scalars(select(Wijziging)):
        rij.op = rij.op.replace(year=2020)
    zitting.sessie.flush()
    assert opruimen.ruim_op(zitting.sessie) > 0
    assert zitting.sessie.scalars(select(func.count()).select_from(Wijziging)).one() == 0
