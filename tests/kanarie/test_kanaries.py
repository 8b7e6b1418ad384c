"""One walk with canaries: every page and file, as everybody, and what is read there (issue 5 §6).

Held the other way round too: every text is found by somebody who may read it, so that an empty page or a
column that is never shown cannot pass. Streams: tests/bespreking/test_live_seinen.py.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from models import Bericht, Gebruiker
from overleg.basis.database import db
from overleg.live.delen import VAN_CASUS, VAN_OVERLEG
from overleg.toegang.rechten import Recht
from tests.huis.bestanden import meld
from tests.kanarie.beleid import WIE_LEEST, mag
from tests.kanarie.planten import Plek, gevonden, kolommen, planten
from tests.steun.database import ALLEEN_SQLITE
from tests.steun.fabriek import Fabriek
from tests.steun.raster import Raster, maak_raster
from tests.steun.wegen import Weg, adres, wegen
from tests.wegen.test_lezen import _leesbaar

Als = Callable[[Gebruiker], FlaskClient]
HIER = "a_geagendeerd"
BUITEN: Mapping[str, tuple[str, ...]] = {
    "a_in_monitoring": ("secretaris", "ander_korps", "gast_toen", "beheerder"),
    "b_geagendeerd": ("secretaris", "politie", "gast_nu", "beheerder"),
}
"""Who sees nothing of these: shut out as a person or with the organisatie; of another tafel."""
VAN_BUITEN = {
    ("a_in_monitoring", "beheerder"): {"goedkeuring"},
    ("b_geagendeerd", "beheerder"): {"goedkeuring"},
}
"""The second person sees what is asked, in words without people."""
NIETS_TE_ZOEKEN = ("politie_teruggetrokken", "gast_toen", "voorzitter_elders", "ggz_niet_aangesloten")
"""Who sends every form about a casus that is none of theirs."""
EENDER = frozenset({"politie_achtervang", "vertrouwensarts", "ander_korps_genoemd", "gast_straks"})
"""Who sees the same as another by the same rule; tests/toegang/test_eens.py holds each of them."""
OP_AANVRAAG = "only on request, and noted"
ANDERE_STAND = "shown in another state than that of the grid: "
NERGENS: Mapping[str, str] = {
    "directbetrokkene.adres": OP_AANVRAAG,
    "directbetrokkene.contact": OP_AANVRAAG,
    "directbetrokkene.contact_hoe": OP_AANVRAAG,
    "informatieverzoek.andere_namen": "which other names go along: these are read of the person",
    "afwezig_bij.toelichting": "kept with who left, and shown to nobody",
    "bewaarplicht.opgeheven_reden": "kept for who looks back",
    "casus.antwoord_op_terugvraag": ANDERE_STAND + "sent back to who brought it in",
    "casus.gesloten_reden": ANDERE_STAND + "closed",
    "afspraak.status_reden": ANDERE_STAND + "an action that was not done",
    "besluit.wat": ANDERE_STAND + "monitoring was decided",
    "informering.gedaan_toelichting": ANDERE_STAND + "done",
    "correctie.oud": ANDERE_STAND + "a request for correction",
    "correctie.nieuw": ANDERE_STAND + "a request for correction",
    "goedkeuring.antwoord": ANDERE_STAND + "answered",
    "noodtoegang.oordeel": ANDERE_STAND + "judged",
    "verslag.rectificatie_reden": ANDERE_STAND + "mended after adopting",
}
"""Texts that no page of this walk shows, and why."""

DELEN: Mapping[str, tuple[str, ...]] = {
    "bespreking.punt": ("", *(f"?deel={deel}" for deel in VAN_CASUS)),
    "bespreking.bespreking": ("", *(f"?deel={deel}" for deel in VAN_OVERLEG)),
}
"""Pages that are also fetched in parts."""

Gezien = dict[Plek, dict[str, str]]
"""Canary → who read it, each with an address."""


def _paden(app: Flask, raster: Raster, situatie: str, methode: str) -> Iterator[tuple[Weg, str]]:
    for weg in wegen(app):
        if methode in weg.methoden and weg.recht is not Recht.IEDEREEN:
            pad = adres(app, weg, raster.bundels[situatie])
            for deel in DELEN.get(weg.eindpunt, ("",)) if methode == "GET" else ("",):
                yield weg, pad + deel


@dataclass(frozen=True)
class Wandelaar:
    """Asks every address as everybody.

    Each request ends the test's own transaction, and would look at every object that the test still holds:
    so addresses and visitors are made first, and then the objects are let go.
    """

    paden: Mapping[tuple[str, str], list[tuple[Weg, str]]]
    clients: Mapping[str, FlaskClient]

    def loop(self, situatie: str, wie: Iterable[str], methode: str = "GET") -> Gezien:
        """Ask every address of this casus as each of `wie`; return what was read."""
        gezien: Gezien = defaultdict(dict)
        for positie in wie:
            for weg, pad in self.paden[situatie, methode]:
                for plek in gevonden(_leesbaar(self.clients[positie].open(pad, method=methode))):
                    gezien[plek].setdefault(positie, f"{weg} {pad}")
        return gezien


def _maak_wandelaar(app: Flask, raster: Raster, als: Als) -> Wandelaar:
    wat = [(situatie, methode) for situatie in (HIER, *BUITEN) for methode in ("GET", "POST")]
    paden = {(situatie, methode): list(_paden(app, raster, situatie, methode)) for situatie, methode in wat}
    clients = {positie: als(mens) for positie, mens in raster.wie.items()}
    db.session.expunge_all()
    return Wandelaar(paden, clients)


@ALLEEN_SQLITE  # which rows are seen on both databases: tests/toegang/test_eens.py
@pytest.mark.timeout(500)  # some two thousand pages
def test_kanaries__wie_iets_mag_lezen__leest_alleen_dat(
    app: Flask, fabriek: Fabriek, als: Als, caplog: pytest.LogCaptureFixture
) -> None:
    raster = maak_raster(fabriek)
    gevuld = planten(fabriek.sessie, raster)
    alle = {f"{tabel}.{kolom}" for tabel, _mapper, kolom in kolommen()}
    meld(sorted(alle - gevuld), "Add a row of these to tests/kanarie/planten.py.")
    zonder = {k for k in alle if mag((k, HIER, "x")) is None and k.split(".")[0] not in LOS}
    meld(sorted(zonder), "Say in tests/kanarie/beleid.py who may read these, from ontwerp.md §5.")

    wandelaar = _maak_wandelaar(app, raster, als)
    with caplog.at_level(logging.DEBUG):
        hier = wandelaar.loop(HIER, sorted(raster.wie.keys() & WIE_LEEST - EENDER))
    meld(_te_veel(hier), "A text was read by who may not: mend the shared filter, not the page.")
    meld(_niemand(hier), "Nobody reads these any more: say so in NERGENS, or show it to who must see it.")
    _niets_naar_buiten(fabriek, caplog)


@ALLEEN_SQLITE  # as above
@pytest.mark.timeout(500)
def test_kanaries__wie_niets_mag_lezen__leest_niets(
    app: Flask, fabriek: Fabriek, als: Als, caplog: pytest.LogCaptureFixture
) -> None:
    raster = maak_raster(fabriek)
    planten(fabriek.sessie, raster)
    wandelaar = _maak_wandelaar(app, raster, als)
    with caplog.at_level(logging.DEBUG):
        hier = wandelaar.loop(HIER, sorted(raster.wie.keys() - WIE_LEEST - EENDER))
        elders = {situatie: wandelaar.loop(situatie, wie) for situatie, wie in BUITEN.items()}
        geweigerd = wandelaar.loop(HIER, NIETS_TE_ZOEKEN, "POST")
    meld(_te_veel(hier), "A text was read by who may not: mend the shared filter, not the page.")
    meld(_te_veel(geweigerd), "Neither does an answer to something sent say what may not be seen.")
    meld(_van_buiten(elders), "Nothing of a casus may reach who is shut out of it, or another tafel.")
    _niets_naar_buiten(fabriek, caplog)


def _niets_naar_buiten(fabriek: Fabriek, caplog: pytest.LogCaptureFixture) -> None:
    regels = (f"{regel.getMessage()} {vars(regel)}" for regel in caplog.records)
    meld([regel for regel in regels if gevonden(regel)], "The log holds no texts.")
    berichten = fabriek.sessie.scalars(select(Bericht))
    assert not any(gevonden(b.onderwerp + b.tekst + (b.bijlage or "")) for b in berichten)


LOS = frozenset({"informatiebijdrage", "goedkeuring"})
"""Their rows differ: beleid.PER_SOORT."""


def _te_veel(gezien: Gezien) -> list[str]:
    fouten = []
    for plek, wie in sorted(gezien.items()):
        if plek[1] == HIER:
            te_veel = wie.keys() - (mag(plek) or frozenset())
            fouten += [f"{plek[0]} {plek[2]}: {positie} at {wie[positie]}" for positie in te_veel]
    return fouten


def _niemand(gezien: Gezien) -> list[str]:
    kolommen_ = {plek[0] for plek in gezien if plek[1] == HIER}
    alle = {f"{tabel}.{kolom}" for tabel, _mapper, kolom in kolommen()}
    over = NERGENS.keys() & kolommen_
    return sorted(alle - kolommen_ - NERGENS.keys()) + [
        f"{k}: is found, so not NERGENS" for k in sorted(over)
    ]


def _van_buiten(elders: Mapping[str, Gezien]) -> list[str]:
    return [
        f"{plek[0]} of {situatie}: {positie} at {waar}"
        for situatie, gezien in elders.items()
        for plek, wie in sorted(gezien.items())
        if plek[1] == situatie
        for positie, waar in wie.items()
        if plek[0].split(".")[0] not in VAN_BUITEN.get((situatie, positie), set())
    ]


def test_beleid__noemt_alleen_wie_er_is(fabriek: Fabriek) -> None:
    assert set(maak_raster(fabriek).wie) >= WIE_LEEST
