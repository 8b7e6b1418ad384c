"""Known weaknesses in what we use, and the list of it (ASVS 15.1.2, 15.2.1; veiligheid.md §5.28).

In: the lock files. Out: var/onderdelenlijst.json, the bill of materials of what runs (CycloneDX); 1 when a
weakness is known. A service that does not answer is said in so many words, and the check goes on: a mirror of
packages has no such service, and work without a network must go on. Before a release, where the answer is
what it is for, EIS_ANTWOORD=1 makes no answer a failure.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from scripts.gemeen import VENV, WORTEL, meld, stil, voer_uit
from scripts.onderdelen import npm

BIN = VENV / "bin"
SLOTEN = ("requirements.txt", "requirements-dev.txt", "requirements-node.txt")
LIJST = WORTEL / "var" / "onderdelenlijst.json"
VERGEEFS = 20
"""Seconds after which a service that does not answer is left alone."""


@dataclass
class Uitkomst:
    """What was found: weaknesses, and what could not be asked."""

    zwak: list[str] = field(default_factory=list)
    niet_gevraagd: list[str] = field(default_factory=list)


def lees_pip(uitvoer: str, waarvan: str) -> Uitkomst:
    """Read what pip-audit says; no answer at all, and every package it does not know, counts as not asked."""
    try:
        pakketten: list[dict[str, Any]] = json.loads(uitvoer)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return Uitkomst(niet_gevraagd=[waarvan])
    uit = Uitkomst()
    for pakket in pakketten:
        uit.zwak += [
            f"{pakket['name']} {pakket['version']}: {zwak['id']}" for zwak in pakket.get("vulns", ())
        ]
    overgeslagen = [pakket["name"] for pakket in pakketten if "skip_reason" in pakket]
    if overgeslagen or not pakketten:
        uit.niet_gevraagd.append(f"{waarvan} ({len(overgeslagen)} of {len(pakketten)} packages)")
    return uit


def lees_npm(uitvoer: str) -> Uitkomst:
    """Read what npm audit says."""
    try:
        gelezen = json.loads(uitvoer)
    except ValueError:
        gelezen = {}
    if not isinstance(gelezen, dict) or not isinstance(gelezen.get("vulnerabilities"), dict):
        return Uitkomst(niet_gevraagd=["package-lock.json"])
    return Uitkomst(zwak=[f"{naam}: {ding['severity']}" for naam, ding in gelezen["vulnerabilities"].items()])


def _uitvoer(regel: list[str]) -> str:
    try:
        return stil(regel, VERGEEFS).stdout
    except subprocess.TimeoutExpired:
        return ""


def vraag() -> list[Uitkomst]:
    """Ask both services about everything that is locked."""
    vast = [str(BIN / "pip-audit"), "--disable-pip", "--require-hashes", "-s", "pypi", "-f", "json"]
    vast += ["--progress-spinner", "off", "--timeout", "5"]
    regels = [[*vast, "-r", slot] for slot in SLOTEN]
    regels.append([*npm(), "audit", "--json", "--fetch-retries=0"])
    with ThreadPoolExecutor() as tegelijk:  # each waits for the network
        *van_pip, van_npm = tegelijk.map(
            _uitvoer, [*regels, [*npm(), "audit", "--json", "--fetch-retries=0"]]
        )
    return [*map(lees_pip, van_pip, SLOTEN), lees_npm(van_npm)]


def schrijf_lijst() -> bool:
    """Write the bill of materials of what runs; return whether that succeeded. Needs no network."""
    LIJST.parent.mkdir(exist_ok=True)
    regel = [str(BIN / "cyclonedx-py"), "requirements", "requirements.txt", "--of", "JSON", "-o", str(LIJST)]
    return stil([*regel, "--output-reproducible"]).returncode == 0


def oordeel(gevonden: list[Uitkomst], omgeving: Mapping[str, str]) -> int:
    """Say what was found; 1 when something is weak, or when nobody could be asked where that is the point."""
    zwak = [regel for uitkomst in gevonden for regel in uitkomst.zwak]
    niet = [regel for uitkomst in gevonden for regel in uitkomst.niet_gevraagd]
    for regel in zwak:
        meld(f"known weakness: {regel}")
    if niet:
        meld(f"NOT CHECKED for known weaknesses, no answer from the service: {', '.join(niet)}")
    return 1 if zwak or (niet and omgeving.get("EIS_ANTWOORD")) else 0


def opdracht() -> int:
    """Run `python -m scripts.pakketten`."""
    if not schrijf_lijst():
        meld("the bill of materials could not be made")
        return 1
    return oordeel(vraag(), os.environ)


if __name__ == "__main__":
    voer_uit(opdracht)
