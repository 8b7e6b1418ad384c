"""Killed: whatever was acknowledged is there once, whoever dies in between (issue 4 §3)."""

from __future__ import annotations

import os
import random
import threading
import time
from collections.abc import Iterator

import pytest

from tests.kracht.conftest import Zaal, stand
from tests.kracht.nagaan import aantal_wijzigingen, ga_na, ga_seinen_na, is_heel
from tests.kracht.schrijvers import Schrijver, laat_schrijven
from tests.steun.productie import achtergrond

AANTAL = int(os.environ.get("KRACHT_AANTAL") or 240)
"""Saves on each database; `make duurproef` asks for 10,000 in all."""
ELKE = 1.5
"""Seconds at least between two workers that die."""
VOORTGANG = 30
"""Saves at least between two: on a busy machine workers would die faster than they can start."""
LANGSTE = 90 + AANTAL // 5
KIJKERS = (0, 4, 8)


class Onrust:
    """Ends a worker every few seconds, and takes the database away once, halfway."""

    def __init__(self, zaal: Zaal, schrijvers: list[Schrijver]) -> None:
        self.zaal, self.schrijvers = zaal, schrijvers
        self.gedood = 0
        self.herstart = False
        self.fouten: list[str] = []
        self._klaar = threading.Event()
        self.draad = threading.Thread(target=self._doe, daemon=True)

    def _doe(self) -> None:
        toeval, vorige = random.Random(AANTAL), 0  # noqa: S311 - no secret
        try:
            while not self._klaar.wait(ELKE):
                gedaan = self._gedaan()
                if not self.herstart and gedaan > AANTAL // 3:
                    self.zaal.herstart_database()
                    self.herstart = True
                elif gedaan >= vorige + VOORTGANG and (werkers := self.zaal.server.werkers):
                    self.zaal.server.dood(toeval.choice(werkers))
                    self.gedood, vorige = self.gedood + 1, gedaan
        except Exception as fout:
            self.fouten.append(repr(fout))

    def _gedaan(self) -> int:
        return sum(schrijver.beloofd.aangenomen for schrijver in self.schrijvers)

    def stop(self) -> None:
        """Leave the server in peace again."""
        self._klaar.set()
        self.draad.join()


@pytest.fixture
def verzegelaar(zaal: Zaal) -> Iterator[None]:
    """Seal the logboek while others write in it."""
    with achtergrond(zaal.server):
        yield


@pytest.mark.timeout(LANGSTE + 60)
@pytest.mark.usefixtures("verzegelaar")
def test_gedood__wat_bevestigd_is_staat_er_een_keer(zaal: Zaal) -> None:
    klanten = zaal.allen()
    begin = stand(klanten[0], zaal.vergadering)
    stromen = [zaal.luister(klanten[nummer]) for nummer in KIJKERS]
    schrijvers = [Schrijver(nr, klant, zaal.vergadering) for nr, klant in enumerate(klanten)]
    onrust = Onrust(zaal, schrijvers)
    start = time.monotonic()
    draden = laat_schrijven(schrijvers, AANTAL)
    onrust.draad.start()
    for draad in draden:
        draad.join(max(1.0, start + LANGSTE - time.monotonic()))
    duur = time.monotonic() - start
    onrust.stop()
    assert not any(draad.is_alive() for draad in draden), zaal.server.log()[-3000:]
    assert not onrust.fouten
    assert onrust.herstart
    assert onrust.gedood >= 1
    beloofd = [schrijver.beloofd for schrijver in schrijvers]
    with zaal.sessie() as sessie:
        ga_na(sessie, beloofd)
        wijzigingen = aantal_wijzigingen(sessie)
        assert wijzigingen == AANTAL
        for stroom in stromen:
            stroom.wacht_tot(begin + wijzigingen)
        assert ga_seinen_na(sessie, zaal.vergadering.overleg_id, stromen, begin) == wijzigingen
        is_heel(sessie)
    assert zaal.server.flask("logboek", "verzegel").returncode == 0
    gecontroleerd = zaal.server.flask("logboek", "controleer")
    assert gecontroleerd.returncode == 0, gecontroleerd.stderr
    assert "Traceback" not in zaal.server.log()
    herhaald = sum(klant.herhaald for klant in klanten)
    print(  # noqa: T201 - the figures, with -s
        f"\n{zaal.soort}: {AANTAL} saves in {duur:.1f} s, {onrust.gedood} workers killed, "
        f"{herhaald} sent again, streams opened {sum(s.geopend for s in stromen)} times"
    )
