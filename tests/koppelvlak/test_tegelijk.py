"""Several reports at the same moment: one counts, and a retry on a bad line counts as the same one."""

from __future__ import annotations

import threading
from collections import Counter

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Koppelverzoek
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
