"""Casus 6: acute before anything else, the melding a day later, and a handover that is refused once."""

from datetime import date, datetime

import pytest
from playwright.sync_api import expect

from overleg.basis.klok import AMSTERDAM
from tests.reis.casussen.casus_1 import OM, RAAD, RECLASSERING
from tests.reis.casussen.casus_6 import (
    AFSPRAKEN,
    CASUS,
    EENHEID_A,
    EENHEID_B,
    GEDEELD_DOOR_OM,
    GEDEELD_DOOR_POLITIE,
    JEUGDBESCHERMING,
    JOOST,
    LOES,
    MDA,
    MELDING,
    MELDING_OP_SCHRIFT,
    MONITORING_GEVRAAGD,
    NOUD,
    PIETER_JAN,
    PIKET_ANDEREN,
    PIKET_EIGEN,
    SPOEDAFSPRAKEN,
    VT,
    WEIGERING,
)
from tests.reis.gangen.conftest import MaakToneel
from tests.reis.lezen import noemt, noemt_afspraken, noemt_besluiten, zwijgt_over
from tests.reis.rollen import Gast, Partner, Secretaris, Voorzitter
from tests.reis.rollen.aanvullen import Aanvuller
from tests.reis.rollen.gast import AanTafelGast, Bezoeker
from tests.reis.rollen.overdracht import Informeerder, Opvolger
from tests.reis.rollen.spoed import Spoedmelder
from tests.reis.toneel import Toneel

pytestmark = pytest.mark.timeout(900)  # a whole journey, also on a machine that is busy
COLLEGA = "politie"
"""Somebody of eenheid A, the employer."""
OVERLEG, VOLGEND = date(2026, 12, 3), date(2026, 12, 10)
WIE = {
    VT: "voorzitter.brakzijl",
    EENHEID_B: "politie.brakzijl",
    OM: "om",
    RECLASSERING: "reclassering",
    RAAD: "raad",
}
BESLUITEN_IN_WOORDEN = {
    1: (OM, "Claire Verlaat", "tot 9 december", "Lotte Dekkinga"),
    2: ("Nee",),
    3: (LOES, "04-12-2026", VT, PIETER_JAN, "07-12-2026", OM, NOUD, RAAD),
    4: ("Werkgever, afdeling integriteit", "Alleen het feit", OM, "04-12-2026"),
    5: (MDA,),
}


class Officier(Partner, Aanvuller, Spoedmelder, Informeerder, Bezoeker):
    """Brings this casus in after the night's duty."""


class VoorzitterVT(Voorzitter, Aanvuller, Spoedmelder, Opvolger, Bezoeker):
    """Leads the tafel of Brakzijl."""


class SecretarisVT(Secretaris, Opvolger):
    """Keeps the record, also of what comes in afterwards."""


class GastGI(Gast, AanTafelGast):
    """Comes for one agendapunt."""


@pytest.fixture
def begin() -> datetime:
    """Start from the same demo data as casus 4; the casus itself begins on 30 november."""
    return datetime(2026, 11, 16, 9, 0, tzinfo=AMSTERDAM)


def wie(toneel: Toneel, organisatie: str) -> Partner:
    """Return who speaks for an organisatie, signed in."""
    return toneel.komt(VoorzitterVT if organisatie == VT else Officier, WIE[organisatie])


def wacht_niet_op_het_overleg(toneel: Toneel) -> str:
    """Bring in: whom to call at once, seven spoedafspraken, and only then the form."""
    toneel.is_nu(2026, 11, 30, 8, 30)
    officier = toneel.komt(Officier, "om")
    officier.begint_aanmelding(acuut=True, tafel=CASUS.tafel)
    officier.leest_wie_te_bellen(PIKET_ANDEREN, PIKET_EIGEN)
    officier.bewaart_spoedafspraken(SPOEDAFSPRAKEN)
    voorzitter = toneel.komt(VoorzitterVT, WIE[VT])
    voorzitter.ziet_acuut_gemeld()
    officier.verder_met_de_aanmelding()
    officier.vult_aanmelding_in(CASUS)
    kenmerk = officier.dient_in()
    officier.ziet_spoed_bovenaan(SPOEDAFSPRAKEN)
    officier.sluit_casus_voor(EENHEID_A, "Werkgever van een directbetrokkene.")
    return kenmerk


def wordt_voorbereid_zonder_melding(toneel: Toneel, kenmerk: str) -> None:
    """Prepare it; it cannot come on the agenda until the melding is there, the next morning."""
    voorzitter = toneel.komt(VoorzitterVT, WIE[VT])
    voorzitter.laat_toe(kenmerk)
    voorzitter.ziet("Geen melding bij Veilig Thuis")
    voorzitter.vraagt_partners(
        kenmerk,
        (VT, EENHEID_B, OM, RECLASSERING, RAAD),
        vraag=CASUS.uitvraag,
        uiterlijk=date(2026, 12, 2),
        reden="Nodig om vóór 9 december te beslissen.",
    )
    voorzitter.vroeg_niet(EENHEID_A)
    voorzitter.plant_overleg(OVERLEG, "10.35", "12.00")
    voorzitter.plant_overleg(VOLGEND, "10.35", "12.00")
    voorzitter.kan_niet_op_agenda(kenmerk, OVERLEG, "Er is geen melding bij Veilig Thuis")
    toneel.is_nu(2026, 12, 1, 8, 40)
    voorzitter = toneel.komt(VoorzitterVT, WIE[VT])
    voorzitter.vult_melding_in(kenmerk, MELDING)
    voorzitter.zet_op_agenda(kenmerk, OVERLEG)


def partners_antwoorden(toneel: Toneel, kenmerk: str) -> None:
    """Answer; the melding comes on paper too; the guest gets a time."""
    toneel.is_nu(2026, 12, 2, 9, 0)
    for antwoord in CASUS.antwoorden:
        wie(toneel, antwoord.partner).antwoordt(kenmerk, antwoord)
    voorzitter = toneel.komt(VoorzitterVT, WIE[VT])
    voorzitter.vult_melding_in(kenmerk, MELDING_OP_SCHRIFT)
    voorzitter.geeft_gast_een_tijd(kenmerk, OVERLEG, f"{JOOST}, {JEUGDBESCHERMING}", "11.00", "11.20")
    voorzitter.publiceert(OVERLEG)
    noemt(voorzitter.haalt_agenda(OVERLEG), "Spoed", CASUS.vraag, JOOST, "van 11.00 tot 11.20")


def overleg_van_3_december(toneel: Toneel, kenmerk: str) -> list[str]:
    """Hold the meeting; monitoring beside scaling up is refused. Return what the guest could open."""
    toneel.is_nu(2026, 12, 3, 10, 35)
    voorzitter = toneel.komt(VoorzitterVT, WIE[VT])
    voorzitter.opent_overleg(OVERLEG)
    voorzitter.begint_met(kenmerk)
    voorzitter.ziet_spoed_bovenaan(SPOEDAFSPRAKEN, "Afgesproken bij spoed")
    gast = toneel.komt(GastGI, "jeugdbescherming")
    paden = gast.schuift_aan(OVERLEG, kenmerk)
    for tekst in (GEDEELD_DOOR_OM, GEDEELD_DOOR_POLITIE):
        gast.ziet_niet(tekst)
    voorzitter.schrijft_teksten(CASUS)
    for afspraak in CASUS.afspraken:
        voorzitter.maakt_afspraak(afspraak)
    voorzitter.neemt_besluiten(CASUS.besluiten)
    voorzitter.krijgt_geen_monitoring(
        MONITORING_GEVRAAGD, "Een casus die u nu opschaalt, monitort dit overleg niet"
    )
    voorzitter.opent_punt(OVERLEG, kenmerk)
    voorzitter.rondt_bespreking_af()
    voorzitter.rondt_overleg_af(OVERLEG)
    return paden


def gast_houdt_niets(toneel: Toneel, kenmerk: str, paden: list[str]) -> None:
    """See to it that a guest without afspraken keeps nothing."""
    gast = toneel.komt(GastGI, "jeugdbescherming")
    for pad in paden:
        gast.krijgt_niets_op(pad)
    gast.kiest_in_menu("Acties")
    gast.ziet_niet(kenmerk)
    zwijgt_over(gast.haalt_actielijst(), kenmerk, LOES, *(afspraak.wat for afspraak in AFSPRAKEN))


def eenheid_a_vindt_niets(toneel: Toneel, kenmerk: str, paden: list[str]) -> None:
    """See to it that a colleague of the vermoedelijk pleger finds no name, casus, item or action."""
    collega = toneel.komt(AanTafelGast, COLLEGA)
    for pad in paden:
        collega.krijgt_niets_op(pad)
    for onderdeel in ("Casussen", "Overleggen", "Acties"):
        collega.kiest_in_menu(onderdeel)
        for woord in (kenmerk, LOES, PIETER_JAN, NOUD):
            collega.ziet_niet(woord)


def wordt_vastgesteld(toneel: Toneel, kenmerk: str) -> None:
    """Adopt the verslag; each partner's Word file holds what that partner may see."""
    toneel.is_nu(2026, 12, 4, 9, 0)
    voorzitter = toneel.komt(VoorzitterVT, WIE[VT])
    voorzitter.stelt_vast(OVERLEG)
    verslag = voorzitter.haalt_verslag(OVERLEG)
    noemt(verslag, kenmerk, CASUS.vraag, GEDEELD_DOOR_OM, GEDEELD_DOOR_POLITIE, *SPOEDAFSPRAKEN.values())
    noemt_afspraken(verslag, AFSPRAKEN)
    noemt_besluiten(verslag, BESLUITEN_IN_WOORDEN)
    eigen = toneel.komt(Officier, WIE[RECLASSERING]).haalt_verslag(OVERLEG)
    noemt(eigen, AFSPRAKEN[0].wat)
    zwijgt_over(eigen, GEDEELD_DOOR_OM, GEDEELD_DOOR_POLITIE)


def mda_weigert_en_neemt_later_aan(toneel: Toneel, kenmerk: str) -> None:
    """Refused with a reason: active here again, with the reason; offered again, and accepted."""
    secretaris = toneel.komt(SecretarisVT, "secretaris.brakzijl")
    secretaris.opent_overdracht(kenmerk)
    secretaris.legt_antwoord_vast(door="Regisseur van MDA++", op=date(2026, 12, 4), reden=WEIGERING)
    officier = toneel.komt(Officier, "om")
    officier.opent_casus(kenmerk)
    officier.ziet("Toegelaten")
    voorzitter = toneel.komt(VoorzitterVT, WIE[VT])
    voorzitter.kan_niet_sluiten(kenmerk, f"De overdracht van casus naar een andere tafel aan {MDA}")
    voorzitter.ziet(WEIGERING)
    expect(voorzitter.page.get_by_role("button", name="Terug op de agenda")).to_be_enabled()
    toneel.komt(VoorzitterVT, WIE[VT]).heeft_geinformeerd(LOES, date(2026, 12, 4))
    officier.heeft_partij_geinformeerd("Werkgever, afdeling integriteit", date(2026, 12, 4))

    toneel.is_nu(2026, 12, 8, 9, 0)
    toneel.komt(Officier, "om").heeft_geinformeerd(PIETER_JAN, date(2026, 12, 7))
    toneel.komt(Officier, "raad").heeft_geinformeerd(NOUD, date(2026, 12, 7))
    voorzitter = toneel.komt(VoorzitterVT, WIE[VT])
    voorzitter.opent_overdracht(kenmerk)
    voorzitter.biedt_opnieuw_aan("De rechter-commissaris heeft beslist.")

    toneel.is_nu(2026, 12, 9, 9, 0)
    secretaris = toneel.komt(SecretarisVT, "secretaris.brakzijl")
    secretaris.opent_overdracht(kenmerk, 2)
    secretaris.legt_antwoord_vast(door="Regisseur van MDA++", op=date(2026, 12, 9))
    secretaris.opent_opvolging(kenmerk)
    secretaris.ziet("De casus is gesloten")
    secretaris.ziet(WEIGERING)


def test_casus_6__van_spoed_tot_mda(maak_toneel: MaakToneel) -> None:
    toneel = maak_toneel()
    kenmerk = wacht_niet_op_het_overleg(toneel)
    wordt_voorbereid_zonder_melding(toneel, kenmerk)
    partners_antwoorden(toneel, kenmerk)
    paden = overleg_van_3_december(toneel, kenmerk)
    gast_houdt_niets(toneel, kenmerk, paden)
    eenheid_a_vindt_niets(toneel, kenmerk, paden)
    wordt_vastgesteld(toneel, kenmerk)
    mda_weigert_en_neemt_later_aan(toneel, kenmerk)
