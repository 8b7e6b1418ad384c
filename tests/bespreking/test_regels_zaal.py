"""The room sees no more than the one in it who may see least."""

import pytest

from overleg.bespreking.regels.zaal import InDeZaal, Zaalzicht, zaalzicht

PARTNER = InDeZaal(plan=True, als_gast=True)
GAST = InDeZaal(plan=False, als_gast=True)
VREEMDE = InDeZaal(plan=False, als_gast=False)


@pytest.mark.parametrize(
    ("aanwezigen", "zicht"),
    [
        ([], Zaalzicht.ALLES),
        ([PARTNER, PARTNER], Zaalzicht.ALLES),
        ([PARTNER, GAST], Zaalzicht.GASTBLAD),
        ([GAST, PARTNER], Zaalzicht.GASTBLAD),
        ([PARTNER, VREEMDE], Zaalzicht.NIETS),
        ([GAST, VREEMDE, PARTNER], Zaalzicht.NIETS),
        ([VREEMDE, GAST], Zaalzicht.NIETS),
    ],
)
def test_zaalzicht(aanwezigen: list[InDeZaal], zicht: Zaalzicht) -> None:
    assert zaalzicht(aanwezigen) is zicht
