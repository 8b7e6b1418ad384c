"""The Word files of the three invented casussen as pictures: `make beelden`.

In: the meeting that the tests of the verslag use too. Out: a PNG file for each page, in docs/beelden/word/.
"""

from __future__ import annotations

import logging
import shutil
import subprocess
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import time_machine
from flask import Flask

from overleg.basis.database import db
from scripts.gemeen import WORTEL, Onmogelijk, meld, voer_uit
from tests.steun.bediening import toepassing
from tests.steun.database import migreer_leeg
from tests.steun.fabriek import Fabriek
from tests.steun.sessies import geef_koekje, maak_sessie
from tests.verslag.casussen import agent, stalking, zoon
from tests.verslag.test_word import naar_pdf
from tests.verslag.verhaal import AFGEROND, Verhaal

DOEL = WORTEL / "docs" / "beelden" / "word"
PUNTEN_PER_DUIM = "80"
MORGEN = AFGEROND + timedelta(days=1)
"""The day on which the verslag is read."""
VERLEEND = 200


def documenten(map_: Path) -> dict[str, bytes]:
    """Return the Word files, by what they are called: as the voorzitter downloads them."""
    leeg = map_ / "leeg.db"
    migreer_leeg(f"sqlite:///{leeg}")
    app = toepassing(leeg, map_, demo=False)
    with app.app_context():
        verhaal = Verhaal(Fabriek(db.session()))
        besproken = {"casus-1": stalking(verhaal), "casus-4": zoon(verhaal), "casus-6": agent(verhaal)}
        verhaal.tafel.naam = "Actie-overleg Lindewoude"
        for partner in verhaal.partner.values():
            partner.naam = partner.naam.rstrip(" 0123456789")
        verhaal.klaar()
        basis = f"/overleggen/{verhaal.overleg.id}"
        paden = {naam: f"{basis}/verslag/{b.casus.id}.docx" for naam, b in besproken.items()}
        paden["actielijst"] = f"{basis}/acties.docx"
        kenmerk = maak_sessie(db.session(), verhaal.voorzitter)
        return {naam: haal(app, kenmerk, pad) for naam, pad in paden.items()}


def haal(app: Flask, kenmerk: str, pad: str) -> bytes:
    """Download one file. Raises Onmogelijk when there is none."""
    client = app.test_client()
    geef_koekje(client, kenmerk)
    antwoord = client.get(pad)
    if antwoord.status_code != VERLEEND:
        raise Onmogelijk(f"{pad} gave {antwoord.status_code}; see overleg/verslag/routes/.")
    return bytes(antwoord.data)


def teken(map_: Path) -> list[Path]:
    """Turn the Word files in `map_` into pictures, one for each page; return them by name."""
    for pdf in naar_pdf(map_):
        regel = ["pdftoppm", "-png", "-gray", "-r", PUNTEN_PER_DUIM, str(pdf), str(pdf.with_suffix(""))]
        subprocess.run(regel, check=True, timeout=60)
    return sorted(map_.glob("*.png"))


def opdracht() -> int:
    """Make the pictures anew."""
    logging.disable(logging.INFO)  # a line for each request says nothing here
    shutil.rmtree(DOEL, ignore_errors=True)
    DOEL.mkdir(parents=True)
    with TemporaryDirectory() as naam, time_machine.travel(MORGEN, tick=True):
        map_ = Path(naam)
        for wat, inhoud in documenten(map_).items():
            (map_ / f"{wat}.docx").write_bytes(inhoud)
        for beeld in teken(map_):
            shutil.copyfile(beeld, DOEL / beeld.name)
            meld(f"docs/beelden/word/{beeld.name}: {beeld.stat().st_size // 1024} kB")
    return 0


if __name__ == "__main__":
    voer_uit(opdracht)
