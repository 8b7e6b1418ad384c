"""The table of rights as a page of policy, for docs/rechten.md: made from the code, so always true."""

import ast
import inspect
from collections import defaultdict
from collections.abc import Iterator, Mapping

from flask import Flask

from overleg.toegang import rechten
from overleg.toegang.poort import BIBLIOTHEEK, recht_van
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import TABEL

BEGIN = "<!-- made by: flask toegang --beschrijf docs/rechten.md -->"
EINDE = "<!-- end -->"


def _uitleg() -> Mapping[str, str]:
    """Return what is written under the names in rechten.py: name of the member → words."""
    klasse = next(
        deel for deel in ast.parse(inspect.getsource(rechten)).body if isinstance(deel, ast.ClassDef)
    )
    uitleg, naam = {}, ""
    for regel in klasse.body:
        if isinstance(regel, ast.Assign) and isinstance(regel.targets[0], ast.Name):
            naam = regel.targets[0].id
        elif isinstance(regel, ast.Expr) and isinstance(regel.value, ast.Constant) and naam:
            uitleg[naam] = " ".join(str(regel.value.value).split())
    return uitleg


def _wegen(app: Flask) -> Mapping[str, list[str]]:
    """Return per recht the addresses that ask for it, with how they are asked for."""
    per: dict[str, list[str]] = defaultdict(list)
    for weg in sorted(app.url_map.iter_rules(), key=lambda weg: weg.rule):
        recht = None if weg.endpoint in BIBLIOTHEEK else recht_van(app, weg.endpoint)
        if recht is not None:
            methoden = "/".join(sorted((weg.methods or set()) - {"HEAD", "OPTIONS"}))
            per[recht].append(f"{methoden} `{weg.rule}`")
    return per


def _rechten(app: Flask) -> Iterator[str]:
    uitleg, wegen = _uitleg(), _wegen(app)
    for recht in Recht:
        yield f"### {recht.value.replace('_', ' ').capitalize()}"
        if recht.name in uitleg:
            yield uitleg[recht.name]
        yield "Who:\n\n" + "\n".join(
            "- " + " and ".join(f"`{voorwaarde.__name__}`" for voorwaarde in manier)
            for manier in TABEL[recht]
        )
        yield "Where: " + (", ".join(wegen[recht]) or "asked for by a handeling or a page, not by an address")


def _voorwaarden() -> Iterator[str]:
    alle = {voorwaarde for manieren in TABEL.values() for manier in manieren for voorwaarde in manier}
    yield "| condition | what it asks |\n|---|---|\n" + "\n".join(
        f"| `{voorwaarde.__name__}` | {inspect.getdoc(voorwaarde).splitlines()[0]} |"  # type: ignore[union-attr] # ruff holds that each has one
        for voorwaarde in sorted(alle, key=lambda voorwaarde: voorwaarde.__name__)
    )


def tabel(app: Flask) -> str:
    """Return every recht with who holds it and where it is asked for, and what the conditions mean."""
    return "\n\n".join(
        ["## What one can be allowed to do", *_rechten(app), "## The conditions", *_voorwaarden()]
    )


def met_tabel(tekst: str, app: Flask) -> str:
    """Return a document with the table of now between its two marks; raises ValueError when it has none."""
    if BEGIN not in tekst or EINDE not in tekst:
        raise ValueError(f"the document lacks the marks {BEGIN} and {EINDE}")
    voor, _, rest = tekst.partition(BEGIN)
    return f"{voor}{BEGIN}\n{tabel(app)}\n{EINDE}{rest.partition(EINDE)[2]}"
