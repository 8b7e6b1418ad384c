"""The virtual environment: made once, filled again only when a lock file changed."""

from __future__ import annotations

import fcntl
import importlib.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from scripts.gemeen import (
    VENV,
    VENV_PYTHON,
    WORTEL,
    Onmogelijk,
    is_vers,
    laatste_regel,
    meld,
    stil,
    vingerafdruk,
    voer_uit,
)

NOODZAKELIJK = "requirements.txt"
ONTWIKKELING = "requirements-dev.txt"
NODE = "requirements-node.txt"


@contextmanager
def om_de_beurt() -> Iterator[None]:
    """Hold a lock, so that two commands started at once do not install over each other."""
    with (WORTEL / NOODZAKELIJK).open("rb") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        yield


def kan_venv_maken() -> bool:
    """Whether this Python has what `python -m venv` needs; Debian ships that apart."""
    return all(importlib.util.find_spec(deel) for deel in ("venv", "ensurepip"))


def maak_venv() -> None:
    """Make `.venv` when it is absent or when the Python it pointed at is gone."""
    if VENV_PYTHON.exists():
        return
    if not kan_venv_maken():
        raise Onmogelijk(
            "This Python cannot make virtual environments: install the module first "
            "(Debian and Ubuntu: `apt install python3-venv`) and run the command again."
        )
    meld("Making the virtual environment .venv ...")
    klaar = stil([sys.executable, "-m", "venv", "--clear", str(VENV)])
    if klaar.returncode:
        laatste = laatste_regel(klaar.stdout + klaar.stderr)
        raise Onmogelijk(f"Making .venv failed: check that the folder is writable; Python said: {laatste}")


def installeer(*sloten: str) -> None:
    """Install the named lock files in `.venv`, each only when it differs from what was installed last."""
    with om_de_beurt():
        maak_venv()
        for slot in sloten:
            stempel = VENV / f".{slot}.stempel"
            afdruk = vingerafdruk([WORTEL / slot])
            if is_vers(stempel, afdruk):
                continue
            meld(f"Installing {slot} ...")
            pip_install(slot)
            stempel.write_text(afdruk, encoding="ascii")


def pip_install(slot: str) -> None:
    """Let pip install one lock file, hashes checked."""
    pip = [str(VENV_PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", "--retries", "1"]
    klaar = stil([*pip, "install", "--quiet", "--require-hashes", "-r", str(WORTEL / slot)])
    uitvoer = klaar.stdout + klaar.stderr
    if klaar.returncode == 0:
        return
    if "DO NOT MATCH THE HASHES" in uitvoer:
        raise Onmogelijk(f"A package does not match its hash in {slot}: do not trust where it came from.")
    raise Onmogelijk(
        f"Installing {slot} failed: check the network (the package index must be reachable, or set "
        f"PIP_INDEX_URL to one that is) and run the command again; pip said: {laatste_regel(uitvoer)}"
    )


def opdracht() -> int:
    """Run `python -m scripts.omgeving`: install everything that developing needs."""
    installeer(NOODZAKELIJK, ONTWIKKELING)
    return 0


if __name__ == "__main__":
    voer_uit(opdracht)
