"""The same route by keyboard alone, and without JavaScript: shorter, and complete."""

from dataclasses import replace

import pytest

from tests.reis.casussen.casus_1 import CASUS, OM, POLITIE
from tests.reis.gangen.conftest import MaakToneel
from tests.reis.gangen.stappen import eis_verslag
from tests.reis.gangen.test_casus_1 import gang_op
from tests.reis.toneel import met_toetsen

pytestmark = pytest.mark.timeout(900)  # a whole journey, also on a machine that is busy
KORT = replace(
    CASUS,
    antwoorden=tuple(antwoord for antwoord in CASUS.antwoorden if antwoord.partner in {POLITIE, OM}),
    teksten=dict(list(CASUS.teksten.items())[:2]),
    afspraken=(CASUS.afspraken[0], CASUS.afspraken[2]),
)
KORT = replace(KORT, afspraken=(KORT.afspraken[0], replace(KORT.afspraken[1], nummer=2)))


@pytest.mark.parametrize(
    "hoe", [{"bediening": met_toetsen}, {"javascript": False}], ids=["toetsenbord", "zonder_javascript"]
)
def test_casus_1__anders_bediend__zelfde_uitkomst(hoe: dict[str, object], maak_toneel: MaakToneel) -> None:
    gang = replace(gang_op(maak_toneel(**hoe)), casus=KORT)
    kenmerk = gang.tot_en_met_antwoorden()
    gang.tot_en_met_agenda(kenmerk)
    gang.begint_bespreking(kenmerk)
    gang.bespreekt()
    gang.besluit()
    eis_verslag(gang.voorzitter.haalt_verslag(gang.overleg), KORT)
    gang.wie(OM).vinkt_actie_af(KORT.afspraken[0])
