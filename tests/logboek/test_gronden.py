"""Every way to hold a recht has words for the person whose data it was about."""

from __future__ import annotations

import pytest

from overleg.logboek.gronden import WIE_IEMAND_IS, grond_in_woorden, is_noodtoegang
from overleg.toegang import voorwaarden, voorwaarden_nood
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import TABEL, Manier, in_namen
from tests.huis.bestanden import meld

MANIEREN = [(recht, manier) for recht, manieren in TABEL.items() for manier in manieren]


def test_grond__elke_manier_uit_de_tabel_heeft_woorden() -> None:
    fouten = [
        in_namen(recht, manier) for recht, manier in MANIEREN if not grond_in_woorden(in_namen(recht, manier))
    ]
    meld(
        fouten,
        "Say in WIE_IEMAND_IS (overleg/logboek/gronden.py) who somebody is by one of these conditions.",
    )


def test_grond__geen_woorden_voor_wat_niet_bestaat() -> None:
    bekend = {*dir(voorwaarden), *dir(voorwaarden_nood)}
    assert set(WIE_IEMAND_IS) <= bekend


@pytest.mark.parametrize(
    ("regel", "woorden"),
    [
        ("casus_zien: is_binnen, is_vaste_partner, x", WIE_IEMAND_IS["is_vaste_partner"]),
        ("casus_zien: is_binnen, heeft_noodtoegang", "gebruikte de noodtoegang"),
        ("casus_zien: iets_van_vroeger", ""),
        ("", ""),
    ],
)
def test_grond__in_woorden(regel: str, woorden: str) -> None:
    assert grond_in_woorden(regel) == woorden
    assert is_noodtoegang(regel) is ("nood" in regel)


def test_in_namen__leest_terug() -> None:
    manier: Manier = (voorwaarden.is_binnen, voorwaarden.zit_voor)
    assert in_namen(Recht.CASUS_ZIEN, manier) == "casus_zien: is_binnen, zit_voor"
