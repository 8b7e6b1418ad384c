"""A meeting that was held, with one casus written out in full, for each test of this stage."""

from __future__ import annotations

import pytest

from tests.steun.fabriek import Fabriek
from tests.verslag.verhaal import Verhaal


@pytest.fixture
def verhaal(fabriek: Fabriek) -> Verhaal:
    """Return a held meeting of a tafel with the usual partners; fill it with casussen."""
    return Verhaal(fabriek)
