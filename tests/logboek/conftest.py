"""Fixture: `wereld`, two tafels with lines about their casussen."""

import pytest

from tests.logboek.wereld import Wereld, maak_wereld
from tests.steun.fabriek import Fabriek


@pytest.fixture
def wereld(fabriek: Fabriek) -> Wereld:
    """Return it, committed."""
    return maak_wereld(fabriek)
