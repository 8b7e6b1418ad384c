"""`make mutatie`: take each check on access away in turn, and see a test fail. Prints the score.

Mutants: each condition that the table uses says yes; each filter of overleg/toegang lets everything through;
each condition is dropped from every way in tabel.py. One process of pytest for each: the whole takes hours,
and is no part of `make test`. `make mutatie ARGS="--elke 10"` tries one in ten, others each time;
`ARGS="voorwaarde:is_om zicht:_afspraak"` tries those.
"""

from __future__ import annotations

import argparse
import inspect
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from types import FunctionType

import pytest
from sqlalchemy import true

from overleg.toegang import filters, tabel, zicht, zicht_bewaren, zicht_verslag, zicht_vierogen
from scripts.gemeen import VENV_PYTHON, WORTEL, meld, voer_uit

MUTANT = "MUTANT"
"""In the environment of pytest: the name of what is taken away."""
TESTS = (
    "tests/toegang/test_beschrijving.py",
    "tests/toegang/test_voorwaarden.py",
    "tests/toegang/test_eens.py",
    "tests/toegang/test_poort.py",
    "tests/toegang/test_belangenconflict.py",
    "tests/wegen/test_deur.py",
    "tests/wegen/test_lezen.py",
    "tests/instroom/test_routes_contact.py",
    "tests/noodtoegang",
    "tests/verslag/test_opmerkingen.py",
)
GEZAKT = 1
ALTIJD = {"iedereen", "ingelogd"}
"""Yes already, for whoever gets as far as the table: the door sends others to sign in."""


def _filters() -> Iterator[FunctionType]:
    for module in (filters, zicht, zicht_bewaren, zicht_verslag, zicht_vierogen):
        for _naam, ding in inspect.getmembers(module, inspect.isfunction):
            if ding.__module__ == module.__name__ and "ColumnElement" in str(
                ding.__annotations__.get("return")
            ):
                yield ding


VOORWAARDEN: dict[str, FunctionType] = {
    deel.__name__: deel  # type: ignore[misc] # a condition is a function
    for manieren in tabel.TABEL.values()
    for manier in manieren
    for deel in manier
}
FILTERS = {ding.__name__: ding for ding in _filters()}


def mutanten() -> Iterator[str]:
    """Yield the name of every mutant: what it is taken from, and which part."""
    yield from (f"voorwaarde:{naam}" for naam in sorted(VOORWAARDEN.keys() - ALTIJD))
    yield from (f"zicht:{naam}" for naam in sorted(FILTERS))
    for recht, manieren in tabel.TABEL.items():
        for nummer, manier in enumerate(manieren):
            if len(manier) > 1:
                yield from (f"tabel:{recht}:{nummer}:{plek}" for plek in range(len(manier)))


def pas_toe(naam: str) -> None:
    """Take one check away in this process."""
    soort, *rest = naam.split(":")
    if soort == "voorwaarde":
        VOORWAARDEN[rest[0]].__code__ = (lambda *_a, **_k: True).__code__
    elif soort == "zicht":
        FILTERS[rest[0]].__globals__["_alles"] = true
        FILTERS[rest[0]].__code__ = (lambda *_a, **_k: _alles()).__code__  # type: ignore[name-defined] # noqa: F821
    else:
        recht, nummer, plek = next(r for r in tabel.TABEL if r == rest[0]), int(rest[1]), int(rest[2])
        manieren = [list(manier) for manier in tabel.TABEL[recht]]
        del manieren[nummer][plek]
        tabel.TABEL[recht] = tuple(map(tuple, manieren))  # type: ignore[index] # a dict, that says it is not to be changed


def pytest_configure(config: pytest.Config) -> None:  # noqa: ARG001 pytest gives it
    """Take away what the environment names: this module is a plugin of the run of each mutant."""
    if naam := os.environ.get(MUTANT):
        pas_toe(naam)


def overleeft(naam: str) -> bool:
    """Whether all tests pass without this check."""
    vast = ["-p", "no:randomly"]  # the quick ones come first, and most mutants end there
    regel = [str(VENV_PYTHON), "-m", "pytest", "-q", "-x", "-n", "0", *vast, "-p", "scripts.mutatie", *TESTS]
    uitkomst = subprocess.run(
        regel, cwd=WORTEL, env={**os.environ, MUTANT: naam}, capture_output=True, text=True, check=False
    )
    if uitkomst.returncode not in {0, GEZAKT}:
        meld(f"{naam}: pytest ended with {uitkomst.returncode}\n{uitkomst.stdout[-500:]}")
    return uitkomst.returncode == 0


def opdracht() -> int:
    """Run `python -m scripts.mutatie`; 0 when nothing survived."""
    lezer = argparse.ArgumentParser(prog="make mutatie")
    lezer.add_argument("--elke", type=int, default=1, help="try one in so many")
    lezer.add_argument("--soort", default="", help="voorwaarde, zicht or tabel")
    lezer.add_argument("namen", nargs="*", help="those only; as they are printed")
    keuze = lezer.parse_args(sys.argv[1:])
    alle = [naam for naam in mutanten() if naam.startswith(keuze.soort)]
    alle = [naam for naam in alle if not keuze.namen or naam in keuze.namen]
    gekozen = random.sample(alle, -(-len(alle) // keuze.elke))
    levend = []
    for nummer, naam in enumerate(gekozen, start=1):
        if overleeft(naam):
            levend.append(naam)
        meld(f"{nummer}/{len(gekozen)} {naam}: {'SURVIVED' if naam in levend else 'found'}")
    gedood = len(gekozen) - len(levend)
    meld(f"score: {gedood} of {len(gekozen)} found ({100 * gedood / max(1, len(gekozen)):.0f} %; goal 100 %)")
    return 1 if levend else 0


if __name__ == "__main__":
    voer_uit(opdracht)
