"""The route of a casus and of an overleg: one place each where its status changes (ontwerp.md §4)."""

import ast
from collections.abc import Iterator

import pytest

from tests.huis.bestanden import bestanden, meld

GANGEN = {
    "overleg/instroom/handelingen/gang.py": "casus",
    "overleg/agenda/handelingen/gang.py": "overleg",
}
ANDERS = frozenset(
    {
        "afspraak",
        "bericht",
        "bespreking",
        "bijdrage",
        "eerder",
        "goedkeuring",
        "overdracht",
        "rij",
        "verzoek",
    }
)
"""Names of things of another kind, with a status of their own."""
EIGEN_TABEL = frozenset({"Casus", "Overleg"})


def _naam(knoop: ast.expr) -> str:
    """Return the last name of what holds the attribute: `bespreking.casus` is `casus`."""
    return knoop.attr if isinstance(knoop, ast.Attribute) else getattr(knoop, "id", "?")


def _doelen(knoop: ast.AST) -> Iterator[ast.expr]:
    if isinstance(knoop, ast.Assign):
        for doel in knoop.targets:
            yield from doel.elts if isinstance(doel, ast.Tuple | ast.List) else [doel]
    elif isinstance(knoop, ast.AugAssign | ast.AnnAssign):
        yield knoop.target


def _begin(knoop: ast.expr) -> ast.expr:
    """Return the call that a chain of calls starts with: `update(Overleg)` of `update(Overleg).where(…)`."""
    while isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Attribute):
        knoop = knoop.func.value
    return knoop


def _zonder_status(boom: ast.AST) -> set[ast.expr]:
    """Return the statements of which the columns stand by name, and the status is none of them."""
    return {
        _begin(knoop)
        for knoop in ast.walk(boom)
        if isinstance(knoop, ast.Call)
        and _naam(knoop.func) == "values"
        and not knoop.args
        and {deel.arg for deel in knoop.keywords}.isdisjoint({"status", None})
    }


def _buitenom(pad: str, bron: str) -> Iterator[str]:
    """Yield each place that sets a status of a casus or an overleg outside its own route."""
    boom = ast.parse(bron)
    mag = _zonder_status(boom)
    for knoop in ast.walk(boom):
        for doel in _doelen(knoop):
            naam = _naam(doel.value) if isinstance(doel, ast.Attribute) and doel.attr == "status" else ""
            if naam and naam not in ANDERS and naam != GANGEN.get(pad):
                yield f"{pad}:{doel.lineno} {naam}.status"
        if isinstance(knoop, ast.Call) and _naam(knoop.func) == "update" and knoop.args:
            naam = _naam(knoop.args[0])
            if naam in EIGEN_TABEL and knoop not in mag:
                yield f"{pad}:{knoop.lineno} update({naam})"


def test_status__alleen_de_gang_zet_hem() -> None:
    gevonden = [
        plek for pad, bron in bestanden("overleg", soort=".py").items() for plek in _buitenom(pad, bron)
    ]
    meld(gevonden, "Gebruik zet_stap (casus) of zet_overlegstap (overleg).")


@pytest.mark.parametrize(
    "bron",
    [
        "casus.status = x",
        "bespreking.casus.status, y = x, 1",
        "punt.overleg.status = x",
        "dossier.status = x",
        "sessie.execute(update(Casus).values(status=x))",
        "sessie.execute(update(Overleg).where(a == b).values(plaats=x, status=y).returning(z))",
        "sessie.execute(update(Overleg).where(a == b).values(**kolommen))",
        "sessie.execute(update(Overleg).values({'status': x}))",
        "sessie.execute(update(Overleg), rijen)",
    ],
)
def test_wacht__ziet_iedere_omweg(bron: str) -> None:
    assert list(_buitenom("overleg/ergens.py", bron))


@pytest.mark.parametrize(
    "bron",
    [
        "bespreking.status = x",
        "if casus.status is x: pass",
        "casus.statusregel = x",
        "sessie.execute(update(Overleg).where(a == b).values(nummer=x).execution_options(y=z))",
    ],
)
def test_wacht__laat_de_rest_staan(bron: str) -> None:
    assert not list(_buitenom("overleg/ergens.py", bron))
