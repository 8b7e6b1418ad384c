"""Freezing: what goes in comes out, one object has one text, and nothing else is read."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from overleg.verslag.bewaren import OnleesbaarVerslag, controlegetal, naar_json, uit_json
from overleg.verslag.inhoud import VORM, Verslaginhoud

INHOUD = st.builds(Verslaginhoud, vorm=st.just(VORM))
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
