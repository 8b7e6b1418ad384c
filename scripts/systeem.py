"""Programs of the operating system that the tests need: found, or installed by apt when we are root."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from scripts.gemeen import Onmogelijk, meld

APT = ["apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]


@dataclass(frozen=True)
class Programma:
    """Something the tests need: what for, the Debian package that brings it, and how to see it is there."""

    waarvoor: str
    pakket: str
    aanwezig: Callable[[], bool]
    liever: str = ""
    """A lighter program that does the same, of a package with its name: used where it can be had."""


ZONDER_VENSTER = "chromium-headless-shell"


def chromium() -> Path | None:
    """Return the browser's program, or None; without windows it needs a quarter less time."""
    for naam in (ZONDER_VENSTER, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"):
        if gevonden := shutil.which(naam):
            return Path(gevonden)
    return None


def postgresql_map() -> Path | None:
    """Return the folder that holds `initdb` and `postgres`, of the newest version there is, or None."""
    kandidaten = [pad.parent for pad in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if kandidaten:
        return max(kandidaten, key=lambda pad: int(pad.parent.name))
    gevonden = shutil.which("initdb")
    return Path(gevonden).resolve().parent if gevonden else None


def op_pad(*namen: str) -> Callable[[], bool]:
    """Return a check that one of these programs is on the PATH."""
    return lambda: any(shutil.which(naam) for naam in namen)


def heeft_lettertypen() -> bool:
    """Whether there are fonts to measure and print with; without any, pages are drawn as empty boxes."""
    return any(Path("/usr/share/fonts").rglob("*.ttf"))


NODIG = (
    Programma("the tests in a real browser", "chromium", lambda: chromium() is not None, ZONDER_VENSTER),
    Programma("the tests on PostgreSQL", "postgresql", lambda: postgresql_map() is not None),
    Programma("turning Word files into PDF", "libreoffice-writer-nogui", op_pad("soffice", "libreoffice")),
    Programma("turning PDF into text and pictures", "poppler-utils", op_pad("pdftoppm")),
    Programma("letters on pages and documents", "fonts-liberation", heeft_lettertypen),
)


def zorg_voor_programmas(nodig: tuple[Programma, ...] = NODIG) -> None:
    """Install what is missing; stop with one sentence when that is not possible."""
    kan_installeren = os.geteuid() == 0 and shutil.which("apt-get") is not None
    if kan_installeren:
        for naam in (programma.liever for programma in nodig if programma.liever):
            if shutil.which(naam) is None:
                apt_install([naam])
    missend = [programma for programma in nodig if not programma.aanwezig()]
    if not missend:
        return
    if kan_installeren:
        apt_install([programma.pakket for programma in missend])
        missend = [programma for programma in missend if not programma.aanwezig()]
    if missend:
        redenen = ", ".join(f"{programma.pakket} ({programma.waarvoor})" for programma in missend)
        namen = " ".join(programma.pakket for programma in missend)
        raise Onmogelijk(
            f"The tests need {redenen}: install with `apt install {namen}` as root and run them again."
        )


def apt_install(pakketten: list[str]) -> None:
    """Install Debian packages without questions and without what is only recommended."""
    meld(f"Installing by apt: {' '.join(pakketten)} ...")
    omgeving = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for stap in (["update"], ["install", "--yes", "--no-install-recommends", *pakketten]):
        klaar = subprocess.run([*APT, *stap], env=omgeving, capture_output=True, text=True, check=False)
        if klaar.returncode:
            meld(klaar.stdout + klaar.stderr)
            return
