"""Rules for the addresses of pages, read from the decorators in the source."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.huis.bestanden import bestanden, meld

WERKWOORDEN = {"route", "get", "post", "put", "patch", "delete"}
STUK = re.compile(r"^(?:[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z]+)?)?$")
PARAMETER = re.compile(r"<([^>]*)>")


def wegen(tekst: str) -> Iterator[str]:
    """Yield every address that a decorator such as `@bp.get("/casussen")` names."""
    for functie in ast.walk(ast.parse(tekst)):
        if not isinstance(functie, ast.FunctionDef):
            continue
        for versiering in functie.decorator_list:
            if isinstance(versiering, ast.Call) and isinstance(versiering.func, ast.Attribute):
                eerste = versiering.args[0] if versiering.args else None
                if versiering.func.attr in WERKWOORDEN and isinstance(eerste, ast.Constant):
                    yield str(eerste.value)


def fouten_in_weg(weg: str) -> Iterator[str]:
    """Yield what is wrong with an address."""
    for parameter in PARAMETER.findall(weg):
        if ":" not in parameter:
            yield f"<{parameter}> needs a converter, such as <uuid:{parameter}>"
    for stuk in PARAMETER.sub("", weg).strip("/").split("/"):
        if not STUK.match(stuk.removeprefix(".")):
            yield f"{stuk!r} is not kebab-case"


def test_weg__volgt_de_afspraken() -> None:
    fouten = []
    for pad, tekst in bestanden("overleg", soort=".py").items():
        fouten += [f"{pad}: {weg}: {fout}" for weg in wegen(tekst) for fout in fouten_in_weg(weg)]
    meld(fouten, "Addresses are Dutch nouns in kebab-case with a converter on each parameter.")


@pytest.mark.parametrize(
    "weg", ["/casussen/<uuid:casus>/triage", "/overleggen/<uuid:overleg>.ics", "/", "/acties.docx"]
)
def test_goede_weg__geeft_geen_fout(weg: str) -> None:
    assert not list(fouten_in_weg(weg))


@pytest.mark.parametrize("weg", ["/casussen/<casus>", "/Casussen", "/casus_sen", "/<uuid:a>/<b>"])
def test_slechte_weg__geeft_een_fout(weg: str) -> None:
    assert list(fouten_in_weg(weg))
