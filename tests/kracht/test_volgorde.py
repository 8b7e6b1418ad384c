"""Order: a change that took its number and is not committed yet is never skipped (veiligheid.md §4b)."""

from __future__ import annotations

import threading
import time
from uuid import uuid4

from sqlalchemy import event
from sqlalchemy.orm import Session

from models import Teller
from overleg.live.melden import meld
from tests.kracht.conftest import Zaal, stand
from tests.kracht.nagaan import ga_seinen_na
from tests.steun.klant import Klant
from tests.steun.stromen import Stroom

SLAAP = 1.5
STROMEN = 12


def _aan_beide_werkers(zaal: Zaal, klanten: list[Klant]) -> list[Stroom]:
    """Open streams until each of the two processes holds some."""
    voor = {werker: _lijnen(zaal, werker) for werker in zaal.server.werkers}
    stromen: list[Stroom] = []
    for klant in klanten * 5:
        stromen.append(zaal.luister(klant))
        if len(stromen) >= STROMEN and all(_lijnen(zaal, werker) > voor[werker] for werker in voor):
            return stromen
    raise AssertionError("one process got all streams")


def _lijnen(zaal: Zaal, werker: int) -> int:
    """Return how many connections of clients a process holds."""
    return zaal.server.lijnen(werker)


def _neem_nummer_en_slaap(zaal: Zaal, genomen: threading.Event, klaar: dict[str, float]) -> None:
    """Transaction A: takes its number, and commits only after a while."""

    def slaap(_sessie: Session, _flush: object) -> None:
        genomen.set()
        time.sleep(SLAAP)
        klaar["a"] = time.monotonic()

    with zaal.sessie() as sessie:
        event.listen(sessie, "after_flush_postexec", slaap, once=True)
        meld(sessie, ["afspraken"], casus_id=zaal.vergadering.casussen[0].casus_id)
        sessie.commit()


def _schrijf_daarna(zaal: Zaal, klant: Klant, klaar: dict[str, float]) -> None:
    """Transaction B, of another casus, over HTTP."""
    tweede = zaal.vergadering.casussen[1]
    gegevens = {"versie": 1, "waarde": "Na A.", "sleutel": uuid4()}
    assert klant.stuur(tweede.tekst(tweede.velden[0]), gegevens).status == 200
    klaar["b"] = time.monotonic()


def test_nummer_genomen_en_nog_niet_bevestigd__niemand_slaat_het_over(zaal: Zaal) -> None:
    klanten = zaal.allen()
    begin = stand(klanten[0], zaal.vergadering)
    stromen = _aan_beide_werkers(zaal, klanten)
    genomen, klaar = threading.Event(), dict[str, float]()
    draden = [
        threading.Thread(target=_neem_nummer_en_slaap, args=(zaal, genomen, klaar)),
        threading.Thread(target=_schrijf_daarna, args=(zaal, klanten[1], klaar)),
    ]
    draden[0].start()
    assert genomen.wait(10)
    draden[1].start()
    while draden[0].is_alive():
        assert stand(klanten[2], zaal.vergadering) in {begin, begin + 1, begin + 2}
        assert "b" not in klaar or "a" in klaar, "B was acknowledged before A, with a higher number"
        time.sleep(0.05)
    for draad in draden:
        draad.join(20)
    assert klaar["a"] < klaar["b"]
    for stroom in stromen:
        stroom.wacht_tot(begin + 2)
    with zaal.sessie() as sessie:
        assert sessie.get_one(Teller, zaal.vergadering.overleg_id).nummer == begin + 2
        assert ga_seinen_na(sessie, zaal.vergadering.overleg_id, stromen, begin) == 2
    assert all("afspraken" in sein.delen for s in stromen for sein in s.seinen if sein.na == begin)
