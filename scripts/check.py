"""`make check`: every check on the source, all of them run, the failed ones named at the end."""

from __future__ import annotations

import subprocess

from scripts.gemeen import VENV, WORTEL, meld, voer_uit

MET_TYPES = ("app.py", "gunicorn.conf.py", "overleg", "models", "forms", "tests", "scripts")
BIN = VENV / "bin"


def opdrachten() -> dict[str, list[str]]:
    """Return the name of each check and its command line; folders that are not there yet are left out."""
    code = [deel for deel in (*MET_TYPES, "migrations") if (WORTEL / deel).exists()]
    getypt = [deel for deel in MET_TYPES if (WORTEL / deel).exists()]
    return {
        "ruff check": [str(BIN / "ruff"), "check", *code],
        "ruff format": [str(BIN / "ruff"), "format", "--check", *code],
        "mypy": [str(BIN / "mypy"), "--strict", *getypt],
        "djlint lint": [str(BIN / "djlint"), "--lint", "--quiet", "templates"],
        "djlint format": [str(BIN / "djlint"), "--check", "templates"],
        "import-linter": [str(BIN / "lint-imports")],
        "known weaknesses, bill of materials": [str(BIN / "python"), "-m", "scripts.pakketten"],
    }


def opdracht() -> int:
    """Run `python -m scripts.check`; 0 when everything holds."""
    gevallen = []
    for naam, regel in opdrachten().items():
        meld(f"== {naam}")
        if subprocess.run(regel, cwd=WORTEL, check=False).returncode:
            gevallen.append(naam)
    meld(f"FAILED: {', '.join(gevallen)}" if gevallen else "All checks passed.")
    return 1 if gevallen else 0


if __name__ == "__main__":
    voer_uit(opdracht)
