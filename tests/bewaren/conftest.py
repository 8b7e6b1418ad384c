"""The made world of this folder."""

from __future__ import annotations

import pytest

from tests.bewaren.wereld import Wereld
from tests.steun.fabriek import Fabriek


@pytest.fixture
def wereld(fabriek: Fabriek) -> Wereld:
    """Return a tafel with an adopted meeting of two casussen."""
    return Wereld(fabriek)
