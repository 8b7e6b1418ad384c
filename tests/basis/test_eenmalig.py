"""A form that is sent twice is done once, on both databases, also when it closed the door behind itself."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from models import Casus, Verzending
from models.waarden import CasusStatus
from overleg.basis import eenmalig
from overleg.basis.database import db
from overleg.basis.eenmalig import DUBBEL, GELDIG
from overleg.basis.klok import nu
from tests.instroom.steun import Als, dek, velden_in
from tests.steun.fabriek import Fabriek

NIEUW = "/casussen/nieuw"


def _aantal() -> int:
    return db.session.scalar(select(func.count()).select_from(Casus)) or 0


def _formulier(client: FlaskClient, adres: str = NIEUW) -> dict[str, str]:
    return {**velden_in(client.get(adres).text), "acuut": "nee"}


def test_begin__twee_keer_verstuurd__een_casus(fabriek: Fabriek, als: Als) -> None:
    client = als(dek(fabriek).agent)
    getypt = _formulier(client)
    eerste, tweede = (client.post(NIEUW, data=getypt) for _ in range(2))
    assert (eerste.status_code, tweede.status_code) == (303, 303)
    assert tweede.location == eerste.location
    assert DUBBEL in client.get(tweede.location).text
    assert _aantal() == 1


def test_begin__andere_inhoud_of_andere_pagina__telt_apart(fabriek: Fabriek, als: Als) -> None:
    client = als(dek(fabriek).agent)
    getypt = _formulier(client)
    client.post(NIEUW, data=getypt)
    assert client.post(NIEUW, data={**getypt, "acuut": "ja"}).status_code == 303
    assert client.post(NIEUW, data=_formulier(client)).status_code == 303
    assert _aantal() == 3


def test_begin__zelfde_nummer_van_een_ander__telt_apart_en_gaat_door_de_deur(
    fabriek: Fabriek, als: Als, client: FlaskClient
) -> None:
    tafel = dek(fabriek)
    agent, ander = als(tafel.agent), als(tafel.voorzitter)
    getypt = _formulier(agent)
    assert agent.post(NIEUW, data=getypt).status_code == 303
    assert ander.post(NIEUW, data=getypt).status_code == 303
    assert _aantal() == 2, "what another sent is another form"
    buiten = client.post(NIEUW, data=getypt)
    assert buiten.status_code == 302
    assert buiten.location.startswith("/inloggen")


@pytest.mark.parametrize("adres", ["http://[::", "//[", "\x00", "http://localhost:abc/"])
def test_begin__twee_keer_met_een_onmogelijk_adres_in_de_kop__gewoon_antwoord(
    fabriek: Fabriek, als: Als, adres: str
) -> None:
    client = als(dek(fabriek).agent)
    getypt = _formulier(client)
    koppen = {"HX-Request": "true", "HX-Current-URL": adres}
    antwoorden = [client.post(NIEUW, data=getypt, headers=koppen) for _ in range(2)]
    assert all(antwoord.status_code < 400 for antwoord in antwoorden)


def test_begin__veel_later_opnieuw__telt_apart(fabriek: Fabriek, als: Als) -> None:
    client = als(dek(fabriek).agent)
    getypt = _formulier(client)
    client.post(NIEUW, data=getypt)
    db.session.execute(db.update(Verzending).values(op=nu() - GELDIG - timedelta(seconds=1)))
    db.session.commit()
    antwoord = client.post(NIEUW, data=getypt)
    assert antwoord.status_code == 303
    assert _aantal() == 2


def test_toelaten__twee_keer_verstuurd__geen_dichte_deur(fabriek: Fabriek, als: Als) -> None:
    t = dek(fabriek)
    casus = fabriek.casus(t.tafel, t.agent, CasusStatus.AANGEMELD)
    fabriek.klaar()
    client = als(t.voorzitter)
    adres = f"/casussen/{casus.id}/triage"
    getypt = velden_in(client.get(adres).text, "besluit-toelaten") | {
        "toelaten-reden": "Nodig.",
        "reden": "Nodig.",
    }
    antwoorden = [client.post(f"{adres}/toelaten", data=getypt) for _ in range(2)]
    assert [antwoord.status_code for antwoord in antwoorden] == [303, 303]


def test_begin__tegelijk_verstuurd__een_casus(
    fabriek: Fabriek, als: Als, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both pass the first look before either is done: the key of the table decides."""
    wie = dek(fabriek).agent
    clients = [als(wie), als(wie)]
    getypt = _formulier(clients[0])
    lijn = Barrier(2 if db.engine.dialect.name == "postgresql" else 1, timeout=10)
    kijk = eenmalig._eerder

    def kijk_en_wacht(afdruk: str) -> object:
        gevonden = kijk(afdruk)
        if not gevonden and not lijn.broken:
            lijn.wait()
        return gevonden

    monkeypatch.setattr(eenmalig, "_eerder", kijk_en_wacht)
    codes: list[int] = []
    draden = [
        Thread(target=lambda c=client: codes.append(c.post(NIEUW, data=getypt).status_code))
        for client in clients
    ]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(20)
    assert codes == [303, 303]
    assert _aantal() == 1
