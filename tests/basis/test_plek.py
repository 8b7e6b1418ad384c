"""Where a part of a list begins: one way of writing it, and nothing else is read."""

from __future__ import annotations

import uuid
from datetime import date

import pytest

from overleg.basis.plek import Plek, lees_plek

ID = "5b0c7a52-4c0e-4a86-9d1f-3a2f6f0f8e11"


def test_plek__heen_en_terug() -> None:
    plek = Plek(date(2026, 12, 11), uuid.UUID(ID))
    assert str(plek) == f"2026-12-11_{ID}"
    assert lees_plek(str(plek)) == plek


ANDERS = [
    "",
    "_",
    "onzin",
    "2026-12-11",
    f"_{ID}",
    "2026-12-11_x",
    f"2026-02-30_{ID}",
    f"20261211_{ID}",
    f"2026-W50-5_{ID}",
    f"2026-12-11_{{{ID}}}",
    f"2026-12-11_{ID.upper()}",
    f"2026-12-11_{ID.replace('-', '')}",
    f"2026-12-11_urn:uuid:{ID}",
    f" 2026-12-11_{ID}",
    f"2026-12-11_{ID}_",
    f"2026-12-11_{ID}\x00",
    f"٢٠٢٦-12-11_{ID}",
]


@pytest.mark.parametrize("tekst", ANDERS)
def test_plek__anders_geschreven__is_geen_plek(tekst: str) -> None:
    assert lees_plek(tekst) is None
