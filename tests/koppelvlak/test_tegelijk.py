"""Several reports at the same moment: one counts, and a retry on a bad line counts as the same one."""

from __future__ import annotations

import threading
import uuid
from collections import Counter

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Koppelverzoek, Systeemkoppeling
from overleg.basis.klok import vandaag
from overleg.koppelvlak.handelingen import Verzoek
from tests.koppelvlak.conftest import MaakSysteem
from tests.koppelvlak.test_afspraken import pad, voortgang
from tests.opvolging.wereld import Wereld
from tests.steun.systeem import Systeem, geef_token

AANTAL = 5


def _tegelijk(systemen: list[Systeem], adres: str, etag: str, **koppen: str) -> Counter[int]:
    """Send the same report from all of them at once; return how often each status came."""
    hek, uitkomst = threading.Barrier(len(systemen)), list[int]()

    def meld(systeem: Systeem) -> None:
        alle = {"Authorization": f"Bearer {systeem.token}", "If-Match": etag, **koppen}
        hek.wait()
        antwoord = systeem.client.patch(f"/api/v1{adres}", json={"stand": "gedaan"}, headers=alle)
        uitkomst.append(antwoord.status_code)

    draden = [threading.Thread(target=meld, args=(systeem,)) for systeem in systemen]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    return Counter(uitkomst)


def test_zelfde_etag__een_telt(wereld: Wereld, systeem: MaakSysteem) -> None:
    adres, systemen = pad(wereld.extra["1"]), [systeem(wereld.agent) for _ in range(AANTAL)]
    etag = systemen[0].lees(adres).headers["ETag"]
    wereld.fabriek.klaar()
    assert _tegelijk(systemen, adres, etag) == {200: 1, 412: AANTAL - 1}
    assert voortgang(wereld) == 1


def test_zelfde_sleutel__een_keer_gedaan_en_ieder_hoort_het(
    wereld: Wereld, app: Flask, db_sessie: Session
) -> None:
    token = geef_token(db_sessie, wereld.agent)
    adres, systemen = pad(wereld.extra["1"]), [Systeem(app, token) for _ in range(AANTAL)]
    etag = systemen[0].lees(adres).headers["ETag"]
    wereld.fabriek.klaar()
    assert _tegelijk(systemen, adres, etag, **{"Idempotency-Key": "een"}) == {200: AANTAL}
    assert voortgang(wereld) == 1
    assert len(db_sessie.scalars(select(Koppelverzoek)).all()) == 1


def test_ander_slot__is_geen_412(
    wereld: Wereld, systeem: MaakSysteem, db_sessie: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That the database refuses something else says nothing about what the system read."""
    politie, adres = systeem(wereld.agent), pad(wereld.extra["1"])
    etag, agent_id = politie.lees(adres).headers["ETag"], wereld.agent.id
    wereld.fabriek.klaar()

    def kapot(sessie: Session, *_rest: object) -> None:
        sessie.add(Systeemkoppeling(gebruiker_id=agent_id, naam="", afdruk="x", geldig_tot=vandaag()))

    with monkeypatch.context() as even:
        even.setattr("overleg.koppelvlak.handelingen.meld_afspraak", kapot)
        for koppen in ({}, {"Idempotency_Key": "een"}):
            assert politie.meld(adres, {"stand": "gedaan"}, etag, **koppen).status_code == 409
    assert voortgang(wereld) == 0
    assert db_sessie.scalars(select(Koppelverzoek)).all() == []
    assert politie.meld(adres, {"stand": "gedaan"}, etag, Idempotency_Key="een").status_code == 200


def test_koppeling_weg__is_geen_412(
    wereld: Wereld, systeem: MaakSysteem, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The koppeling goes while its request is at work: then the key cannot be kept, and nobody has it."""
    politie, adres = systeem(wereld.agent), pad(wereld.extra["1"])
    etag = politie.lees(adres).headers["ETag"]
    monkeypatch.setattr(
        "overleg.koppelvlak.routes.Verzoek",
        lambda _koppeling, sleutel, afdruk: Verzoek(uuid.uuid4(), sleutel, afdruk),
    )
    antwoord = politie.meld(adres, {"stand": "gedaan"}, etag, Idempotency_Key="een")
    assert antwoord.status_code == 409
    assert voortgang(wereld) == 0
