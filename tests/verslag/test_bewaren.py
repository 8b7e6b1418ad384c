"""Freezing: what goes in comes out, one object has one text, and nothing else is read."""

from collections.abc import Callable
from dataclasses import is_dataclass, replace
from types import UnionType
from typing import Any, cast, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from overleg.verslag.bewaren import OnleesbaarVerslag, controlegetal, naar_json, uit_json
from overleg.verslag.inhoud import VORM, Verslaginhoud

MEESTE_DELEN = 2
"""None, one and two of everything is enough; hypothesis' own six or so of each, nested, take seconds."""


def _soort(soort: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401 any type of `inhoud.py`
    """Return values of a type of `inhoud.py`, with few parts in each list."""
    if get_origin(soort) is UnionType:
        return st.none() | _soort(get_args(soort)[0])
    if get_origin(soort) in {tuple, frozenset}:
        return st.lists(_soort(get_args(soort)[0]), max_size=MEESTE_DELEN).map(get_origin(soort))
    if is_dataclass(soort):
        delen = {naam: _soort(deel) for naam, deel in get_type_hints(soort).items()}
        return st.builds(cast("Callable[..., Any]", soort), **delen)
    return st.text(max_size=8) if soort is str else st.from_type(soort)


INHOUD: st.SearchStrategy[Verslaginhoud] = _soort(Verslaginhoud).map(lambda i: replace(i, vorm=VORM))
ZUINIG = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@ZUINIG
@given(INHOUD)
def test_bewaren__elke_inhoud__komt_terug(inhoud: Verslaginhoud) -> None:
    assert uit_json(naar_json(inhoud)) == inhoud


@ZUINIG
@given(INHOUD)
def test_bewaren__dezelfde_inhoud__hetzelfde_getal(inhoud: Verslaginhoud) -> None:
    tekst = naar_json(inhoud)
    assert naar_json(uit_json(tekst)) == tekst
    assert controlegetal(naar_json(replace(inhoud, tafel=inhoud.tafel + "!"))) != controlegetal(tekst)


@pytest.mark.parametrize(
    "tekst", ["", "{}", "[]", "null", '{"vorm": 1}', '{"vorm": 99}', '{"vorm": 1, "tafel": 3}']
)
def test_bewaren__iets_anders__onleesbaar(tekst: str) -> None:
    with pytest.raises(OnleesbaarVerslag):
        uit_json(tekst)
