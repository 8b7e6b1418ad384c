"""Casus 1 from aanmelding to action list, as the people would, each in a session of their own."""

from datetime import date

from tests.reis.casussen.casus_1 import (
    ARTIKEL_9,
    ARTIKEL_9_ANTWOORD,
    CASUS,
    LATER_GEDEELD,
    OM,
    POLITIE,
    RAAD,
    RECLASSERING,
    VT,
)
from tests.reis.gangen.conftest import MaakToneel
from tests.reis.rollen import Inbrenger, Partner, Voorzitter
from tests.reis.toneel import Toneel

OVERLEG, VOLGEND = date(2026, 12, 3), date(2026, 12, 17)
WIE = {VT: "voorzitter", POLITIE: "politie", OM: "om", RECLASSERING: "reclassering", RAAD: "raad"}
VRAGEN = (VT, POLITIE, OM, RECLASSERING, RAAD)


def wie(toneel: Toneel, organisatie: str) -> Partner:
    """Return who speaks for an organisatie, signed in."""
    return toneel.komt(Voorzitter if organisatie == VT else Partner, WIE[organisatie])


def tot_en_met_agenda(toneel: Toneel) -> str:
    """Walk from aanmelding to a sent agenda; return the kenmerk."""
    kenmerk = toneel.komt(Inbrenger, "inbrenger").meldt_casus_aan(CASUS)
    voorzitter = toneel.komt(Voorzitter, "voorzitter")
    voorzitter.laat_toe(kenmerk)
    voorzitter.vraagt_partners(
        kenmerk, VRAGEN, vraag=CASUS.uitvraag, uiterlijk=date(2026, 12, 1), reden="Nodig voor de vraag."
    )
    for antwoord in CASUS.antwoorden:
        wie(toneel, antwoord.partner).antwoordt(kenmerk, antwoord)
    voorzitter.laat_aansluiten(
        kenmerk, RECLASSERING, "Als partner: ziet de casus", "Eerder toezicht op Ruben"
    )
    for partner, grond in LATER_GEDEELD.items():
        wie(toneel, partner).deelt_verder(kenmerk, RECLASSERING, grond)
    wie(toneel, POLITIE).voegt_artikel_9_toe(kenmerk, ARTIKEL_9_ANTWOORD)
    voorzitter.ziet_niet(ARTIKEL_9)
    voorzitter.plant_overleg(OVERLEG, "09.30", "11.30")
    voorzitter.plant_overleg(VOLGEND, "09.30", "11.30")
    voorzitter.zet_op_agenda(kenmerk, OVERLEG)
    voorzitter.publiceert(OVERLEG)
    return kenmerk


def test_casus_1__van_aanmelding_tot_actielijst(maak_toneel: MaakToneel) -> None:
    toneel = maak_toneel()
    kenmerk = tot_en_met_agenda(toneel)
    assert kenmerk
