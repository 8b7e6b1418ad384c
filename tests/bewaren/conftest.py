"""The made world of this folder; what a test destroys is on no list of the next one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from tests.bewaren.wereld import Wereld
from tests.steun.fabriek import Fabriek


@pytest.fixture
def wereld(fabriek: Fabriek, app: Flask) -> Iterator[Wereld]:
    """Return a tafel with an adopted meeting of two casussen."""
    yield Wereld(fabriek)
    Path(app.extensions["overleg"].lijst_van_vernietigd).unlink(missing_ok=True)
