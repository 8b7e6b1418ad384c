"""The database is full, held by another, or out of connections (veiligheid.md §5 rows 7 and 8)."""

from __future__ import annotations

import resource
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import select, text

from models import Gebeurtenis, Overleg, Tekstveld, Tekstversie, Teller, Wijziging
from overleg.basis.database import GEDULD_MS
from tests.kracht.conftest import Zaal, houd_vast, stand
from tests.steun.klant import Antwoord, Klant

GEDULD = GEDULD_MS / 1000
ONBEPERKT = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
VOL = """
CREATE FUNCTION schijf_vol() RETURNS trigger AS $$ BEGIN
    RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$ LANGUAGE plpgsql;
CREATE CONSTRAINT TRIGGER schijf_vol AFTER INSERT ON tekstversie DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION schijf_vol();
"""
RUIM = "DROP TRIGGER schijf_vol ON tekstversie; DROP FUNCTION schijf_vol();"


def _schrijf(zaal: Zaal, klant: Klant, waarde: str, sleutel: object = None, *, htmx: bool = True) -> Antwoord:
    plek = zaal.vergadering.casussen[0]
    gegevens = {"versie": 1, "waarde": waarde, "sleutel": sleutel or uuid4()}
    klant.dicht()  # a line left open may have been closed by the server just now
    return klant.post(plek.tekst(plek.velden[0]), gegevens, htmx=htmx)


def _is_later_opnieuw(antwoord: Antwoord) -> None:
    """Hold an answer to 503: when to try again, in words too, and nothing of the inside."""
    assert antwoord.status == 503, (antwoord.status, antwoord.tekst[:300])
    assert int(antwoord.koppen["Retry-After"]) > 0
    assert "opnieuw" in antwoord.tekst
    for binnenkant in ("Traceback", "sqlite", "psycopg", "OperationalError", "could not extend"):
        assert binnenkant not in antwoord.tekst


def _toestand(zaal: Zaal) -> tuple[object, ...]:
    """Return everything a save touches."""
    with zaal.sessie() as sessie:
        veld = sessie.get_one(Tekstveld, zaal.vergadering.casussen[0].velden[0])
        soorten = ("tekst_bewaard", "tekst_geweigerd")
        return (
            veld.versie,
            veld.waarde,
            len(sessie.scalars(select(Tekstversie.id)).all()),
            len(sessie.scalars(select(Gebeurtenis.id).where(Gebeurtenis.soort.in_(soorten))).all()),
            len(sessie.scalars(select(Wijziging.id)).all()),
            sessie.scalars(select(Teller.nummer)).all(),
        )


@contextmanager
def _volle_schijf(zaal: Zaal) -> Iterator[None]:
    """Let the server's disk be full: PostgreSQL says so at the commit, SQLite when its file would grow."""
    if zaal.soort == "postgresql":
        _doe(zaal, VOL)
        yield
        _doe(zaal, RUIM)
        return
    grootste = max(bestand.stat().st_size for bestand in zaal.map_.glob("zaal.db*"))
    for werker in zaal.server.werkers:
        resource.prlimit(werker, resource.RLIMIT_FSIZE, (min(grootste, 16_384), resource.RLIM_INFINITY))
    yield
    for werker in zaal.server.werkers:
        resource.prlimit(werker, resource.RLIMIT_FSIZE, ONBEPERKT)


def _doe(zaal: Zaal, opdrachten: str) -> None:
    with zaal.sessie() as sessie:
        sessie.execute(text(opdrachten))
        sessie.commit()


def test_schijf_vol__niets_half_en_daarna_gaat_het_weer(zaal: Zaal) -> None:
    klant = zaal.klant(1)
    assert klant.get(zaal.vergadering.url).status == 200
    voor, werkers, sleutel = _toestand(zaal), zaal.server.werkers, uuid4()
    with _volle_schijf(zaal):
        for htmx in (True, False):
            _is_later_opnieuw(_schrijf(zaal, klant, "Past niet.", sleutel, htmx=htmx))
        assert klant.get(zaal.vergadering.url).status == 200, "reading goes on"
    assert _toestand(zaal) == voor
    assert _schrijf(zaal, klant, "Past niet.", sleutel).status == 200
    assert zaal.server.werkers == werkers, "without starting again"
    _versie, waarde, versies, regels, *_rest = _toestand(zaal)
    assert (waarde, versies, regels) == ("Past niet.", 1, 1)
    assert "Traceback" not in zaal.server.log()


@contextmanager
def _vastgehouden(zaal: Zaal, seconden: float) -> Iterator[None]:
    """Let another process hold what every writer of this meeting needs."""
    if zaal.soort == "sqlite":
        draad = threading.Thread(target=houd_vast, args=(zaal.map_ / "zaal.db", seconden))
        draad.start()
        time.sleep(0.2)
        yield
        draad.join()
        return
    with zaal.sessie() as sessie:
        sessie.get_one(Overleg, zaal.vergadering.overleg_id, with_for_update=True)
        yield
        sessie.rollback()


@pytest.mark.timeout(150)
def test_database_vast__lezen_gaat_door_en_schrijven_zegt_later_opnieuw(zaal: Zaal) -> None:
    klanten = zaal.allen()
    stroom = zaal.luister(klanten[0])
    voor, antwoorden = _toestand(zaal), dict[int, tuple[float, Antwoord]]()

    def schrijf(nummer: int) -> None:
        begin = time.monotonic()
        antwoord = _schrijf(zaal, klanten[nummer], f"Van {nummer}.")
        antwoorden[nummer] = (time.monotonic() - begin, antwoord)

    with _vastgehouden(zaal, GEDULD + 4):
        draden = [threading.Thread(target=schrijf, args=(nummer,)) for nummer in range(1, 9)]
        for draad in draden:
            draad.start()
        langzaamste = _lees_intussen(zaal, klanten[9:], draden)
    assert langzaamste < 3, "who reads does not wait for who writes"
    for duur, antwoord in antwoorden.values():
        _is_later_opnieuw(antwoord)
        assert duur < GEDULD + 3
    assert _toestand(zaal) == voor
    begin = stand(klanten[0], zaal.vergadering)
    assert _schrijf(zaal, klanten[1], "En nu wel.").status == 200
    stroom.wacht_tot(begin + 1)
    assert stroom.geopend == 1
    assert "Traceback" not in zaal.server.log()


def _lees_intussen(zaal: Zaal, klanten: list[Klant], draden: list[threading.Thread]) -> float:
    """Read pages until all writers have their answer; return the slowest, in seconds."""
    duren: list[float] = []
    while any(draad.is_alive() for draad in draden):
        for klant in klanten:
            begin = time.monotonic()
            assert klant.get(f"/overleggen/{zaal.vergadering.overleg_id}/stand").status == 200
            duren.append(time.monotonic() - begin)
        time.sleep(0.1)
    return max(duren)


def test_dertig_stromen__houden_geen_verbinding_en_laten_de_rest_werken(zaal: Zaal) -> None:
    klant = zaal.klant(1)
    stromen = [zaal.luister(klant) for _ in range(30)]
    begin = stand(klant, zaal.vergadering)
    assert klant.get(zaal.vergadering.url).status == 200
    assert _schrijf(zaal, klant, "Met dertig open schermen.").status == 200
    for stroom in stromen:
        stroom.wacht_tot(begin + 1)
    assert VERBINDINGEN[zaal.soort](zaal) <= 8, "two watchers, and what is kept at hand"
    assert {stroom.geopend for stroom in stromen} == {1}
    assert "Traceback" not in zaal.server.log()


def _bij_postgresql(zaal: Zaal) -> int:
    with zaal.sessie() as sessie:
        vraag = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
        return int(sessie.execute(text(vraag)).scalar_one())


def _bij_sqlite(zaal: Zaal) -> int:
    return sum(zaal.server.bestanden(werker, str(Path("zaal.db-wal"))) for werker in zaal.server.werkers)


VERBINDINGEN: dict[str, Callable[[Zaal], int]] = {"postgresql": _bij_postgresql, "sqlite": _bij_sqlite}


@pytest.mark.timeout(150)
@pytest.mark.parametrize("zaal", ["postgresql"], indirect=True)
def test_alle_verbindingen_bezet__later_opnieuw(zaal: Zaal) -> None:
    """More writers wait than there are connections: they are told so, and reading works after it.

    On SQLite a connection is an open file, and there are more of these than writers that can wait.
    """
    klanten = zaal.allen()
    antwoorden: list[Antwoord] = []

    def schrijf(nummer: int) -> None:
        klant = Klant(zaal.server.poort)
        klant.cookie, klant.token = klanten[nummer % 12].cookie, klanten[nummer % 12].token
        antwoorden.append(_schrijf(zaal, klant, f"Van {nummer}."))
        klant.dicht()

    with _vastgehouden(zaal, GEDULD):
        draden = [threading.Thread(target=schrijf, args=(nummer,)) for nummer in range(70)]
        for draad in draden:
            draad.start()
        for draad in draden:
            draad.join()
    for antwoord in antwoorden:
        _is_later_opnieuw(antwoord)
    assert klanten[0].get(zaal.vergadering.url).status == 200
    assert "Traceback" not in zaal.server.log()
