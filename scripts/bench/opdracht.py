"""What the process of the visitors is told and what it answers, as JSON; the same for ours and the floor."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from typing import Any

from scripts.gemeen import WORTEL

Antwoord = dict[str, Any]
"""One measurement, as it comes out of JSON."""


@dataclass(frozen=True)
class Bezoeker:
    """One person: a session and the token for its forms."""

    cookie: str = ""
    token: str = ""


@dataclass(frozen=True)
class Veld:
    """One text: where it is saved, where another fetches it, and the name by which its stream tells of it."""

    opslaan: str
    ophalen: str
    deel: str


@dataclass(frozen=True)
class Groep:
    """One meeting: everybody in it holds a stream, the first writes, the second fetches."""

    stroom: str
    bezoekers: list[Bezoeker]
    velden: list[Veld]


@dataclass(frozen=True)
class Plan:
    """One thing to do. `wat`: "live", "schrijven" or "halen"."""

    wat: str
    poort: int
    groepen: list[Groep]
    trappen: list[int] = field(default_factory=list)
    """For "live": at how many groups to measure, rising."""
    werkers: list[int] = field(default_factory=list)
    seconden: float = 10.0
    """For the others: how long."""


@contextmanager
def bezoekers(plan: Plan) -> Iterator[Iterator[Antwoord]]:
    """Run the visitors in a process of their own; yields their answers, one a measurement."""
    regel = [sys.executable, "-m", "scripts.bench.bezoekers"]
    with subprocess.Popen(
        regel, cwd=WORTEL, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as proces:
        assert proces.stdin is not None  # noqa: S101 - asked for above
        assert proces.stdout is not None  # noqa: S101
        proces.stdin.write(json.dumps(asdict(plan)))
        proces.stdin.close()
        yield (json.loads(antwoord) for antwoord in proces.stdout)
        if code := proces.wait():
            raise RuntimeError(f"the process of the visitors ended with {code}")


def plan_uit(tekst: str) -> Plan:
    """Read a plan back."""
    ruw = json.loads(tekst)
    groepen = [
        Groep(
            groep["stroom"],
            [Bezoeker(**bezoeker) for bezoeker in groep["bezoekers"]],
            [Veld(**veld) for veld in groep["velden"]],
        )
        for groep in ruw.pop("groepen")
    ]
    return Plan(**ruw, groepen=groepen)
