"""Turn every requirements*.in into its lock file, with hashes, for every platform.

Existing pins stay unless their .in asks otherwise; `make vergrendel ARGS=--upgrade` renews them all.
"""

from __future__ import annotations

import os
import shutil
import sys

from scripts.gemeen import VENV, WORTEL, Onmogelijk, laatste_regel, meld, stil, voer_uit

# The order matters: requirements-dev.in is limited by requirements.txt.
BRONNEN = ("requirements.in", "requirements-dev.in", "requirements-node.in")
OPTIES = (
    "--universal",
    "--python-version",
    "3.11",
    "--generate-hashes",
    "--no-strip-extras",
    "--no-annotate",
    "--no-header",
    "--quiet",
)


def uv() -> str:
    """Return the path of uv, in .venv or on the machine."""
    gevonden = shutil.which("uv", path=f"{VENV / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}")
    if gevonden is None:
        raise Onmogelijk("uv is needed to resolve versions: install it with `.venv/bin/pip install uv`.")
    return gevonden


def vergrendel(bron: str, extra: list[str]) -> None:
    """Write the lock file of one .in file."""
    slot = bron.replace(".in", ".txt")
    klaar = stil([uv(), "pip", "compile", *OPTIES, *extra, bron, "-o", slot])
    if klaar.returncode:
        raise Onmogelijk(f"{bron} could not be resolved: {laatste_regel(klaar.stderr)}")
    kop = f"# Made from {bron} by `make vergrendel`; do not edit.\n"
    (WORTEL / slot).write_text(kop + (WORTEL / slot).read_text(encoding="utf-8"), encoding="utf-8")
    meld(f"{slot} written")


def opdracht() -> int:
    """Run `python -m scripts.vergrendel [--upgrade]`."""
    for bron in BRONNEN:
        vergrendel(bron, sys.argv[1:])
    return 0


if __name__ == "__main__":
    voer_uit(opdracht)
