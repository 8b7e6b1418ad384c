"""Finding casussen by a kenmerk, or by a part of one."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from models.waarden import CasusStatus, OrganisatieSoort, Rol
from overleg.instroom.opvragen.lijst import Filter, casussen
from tests.steun.fabriek import Fabriek


@pytest.mark.parametrize(
    ("getypt", "gevonden"),
    [
        ("LW-2026-0001", {"LW-2026-0001"}),
        ("lw-2026-0001", {"LW-2026-0001"}),
        ("0001", {"LW-2026-0001", "LW-2025-0001"}),
        ("2026-000", {"LW-2026-0001", "LW-2026-0002"}),
        ("%", set()),
        ("LW-2026-0009", set()),
    ],
)
def test_lijst__op_kenmerk__heel_of_een_deel(
    fabriek: Fabriek, db_sessie: Session, getypt: str, gevonden: set[str]
) -> None:
    tafel = fabriek.tafel()
    wie = fabriek.lid(tafel, fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS), Rol.VOORZITTER)
    for kenmerk in ("LW-2026-0001", "LW-2026-0002", "LW-2025-0001"):
        fabriek.casus(tafel, wie, CasusStatus.TOEGELATEN, kenmerk=kenmerk)
    fabriek.klaar()
    bladzijde = casussen(db_sessie, fabriek.vrager(wie), Filter(kenmerk=getypt))
    assert {casus.kenmerk for casus in bladzijde.casussen} == gevonden
