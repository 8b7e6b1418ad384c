"""What the commands share: where things are, stopping with one sentence, and hashes."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

WORTEL = Path(__file__).resolve().parent.parent
VENV = WORTEL / ".venv"
VENV_PYTHON = VENV / "bin" / "python"


class Onmogelijk(Exception):
    """Something the user must put right first; the message is one sentence that says what to do."""


def meld(tekst: str) -> None:
    """Print one line at once, also when the output is a pipe."""
    sys.stdout.write(tekst + "\n")
    sys.stdout.flush()


def voer_uit(opdracht: Callable[[], int]) -> None:
    """Run a command and exit with its code; an `Onmogelijk` becomes its sentence and exit code 1."""
    try:
        code = opdracht()
    except Onmogelijk as reden:
        sys.stderr.write(f"{reden}\n")
        code = 1
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


def stil(opdracht: list[str], geduld: float | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command line in the project's folder and keep what it prints.

    Raises TimeoutExpired when it takes more than `geduld` seconds.
    """
    return subprocess.run(opdracht, cwd=WORTEL, capture_output=True, text=True, check=False, timeout=geduld)


def laatste_regel(uitvoer: str) -> str:
    """Return the last line that says something, for the end of an error sentence."""
    regels = [regel.strip() for regel in uitvoer.splitlines() if regel.strip()]
    return regels[-1] if regels else "nothing"


def vingerafdruk(bestanden: Iterable[Path]) -> str:
    """SHA-256 over the content of the files, in the order given."""
    som = hashlib.sha256()
    for bestand in bestanden:
        som.update(bestand.read_bytes())
        som.update(b"\0")
    return som.hexdigest()


def is_vers(stempel: Path, afdruk: str) -> bool:
    """True when the stamp file holds this very fingerprint."""
    return stempel.is_file() and stempel.read_text(encoding="ascii") == afdruk
