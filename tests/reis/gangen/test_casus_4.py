"""Casus 4 to its end: an exception, a guest, and a regie that goes to someone without an account."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from playwright.sync_api import expect

from overleg.basis.klok import AMSTERDAM
from tests.reis.casussen.casus_1 import OM, POLITIE, RECLASSERING, SIETSKE, VT
from tests.reis.casussen.casus_4 import (
    AFSPRAKEN,
    CASUS,
    EERSTE_VRAAG,
    GEDEELD_DOOR_OM,
    GEDEELD_DOOR_POLITIE,
    GEMEENTE,
    GERBEN,
    NYNKE,
    RAAD,
    REDEN,
    TERUGVRAAG,
    WEDERVRAAG,
    WIEBE,
    WIEPIE,
)
from tests.reis.gangen.conftest import MaakToneel
from tests.reis.lezen import noemt, noemt_afspraken, noemt_besluiten, zwijgt_over
from tests.reis.rollen import Gast, Partner, Secretaris, Voorzitter
from tests.reis.rollen.aanvullen import Aanvuller
from tests.reis.rollen.gast import AanTafelGast, Bezoeker
from tests.reis.rollen.overdracht import Informeerder, Opvolger
from tests.reis.rollen.triage import Beoordelaar
from tests.reis.toneel import Toneel

pytestmark = pytest.mark.timeout(900)  # a whole journey, also on a machine that is busy
OVERLEG, VOLGEND = date(2026, 12, 3), date(2026, 12, 17)
WIE = {VT: "voorzitter", POLITIE: "politie", OM: "om", RECLASSERING: "reclassering"}
BESLUITEN_IN_WOORDEN = {
    1: (GEMEENTE, WIEBE, SIETSKE),
    2: ("Nee",),
    3: (WIEPIE, "07-12-2026", VT, GERBEN, "04-12-2026", RECLASSERING),
    4: ("Thuiszorg", GEMEENTE, "09-12-2026"),
    5: ("Niet nodig",),
}
ALS_GAST = "Als gast: ziet alleen dit agendapunt, zolang het loopt"
ALS_PARTNER = "Als partner: ziet de casus"


class Reclasseerder(Partner, Aanvuller, Bezoeker):
    """Brings this casus in, and sits at the tafel for it."""


class VoorzitterVT(Voorzitter, Opvolger, Bezoeker):
    """Leads the tafel, and follows what was agreed."""


class SecretarisVT(Secretaris, Beoordelaar, Opvolger):
    """Keeps the record, also of what comes in afterwards."""


class GastGemeente(Gast, AanTafelGast, Informeerder):
    """Comes for one agendapunt."""


@pytest.fixture
def begin() -> datetime:
    """Start on the day the casus is brought in."""
    return datetime(2026, 11, 16, 9, 0, tzinfo=AMSTERDAM)


def wie(toneel: Toneel, organisatie: str) -> Partner:
    """Return who speaks for an organisatie, signed in."""
    return toneel.komt(VoorzitterVT if organisatie == VT else Reclasseerder, WIE[organisatie])


def komt_terug_met_een_vraag(toneel: Toneel) -> str:
    """Bring in with a request for information, be sent back, come back with a concrete vraag."""
    inbrenger = toneel.komt(Reclasseerder, "reclassering")
    inbrenger.begint_aanmelding(acuut=False, tafel=CASUS.tafel)
    inbrenger.vult_aanmelding_in(replace(CASUS, vraag=EERSTE_VRAAG))
    inbrenger.leest_advies("Dit lijkt op een vraag om informatie")
    kenmerk = inbrenger.dient_in()

    toneel.is_nu(2026, 11, 17, 9, 0)
    voorzitter = toneel.komt(VoorzitterVT, "voorzitter")
    voorzitter.stuurt_terug(kenmerk, TERUGVRAAG)
    voorzitter.plant_overleg(OVERLEG, "09.55", "11.30")
    voorzitter.biedt_niet_aan_voor_agenda(kenmerk)

    toneel.is_nu(2026, 11, 20, 9, 0)
    inbrenger = toneel.komt(Reclasseerder, "reclassering")
    inbrenger.vult_aan(kenmerk, vraag=CASUS.vraag, antwoord=WEDERVRAAG, gevraagd=TERUGVRAAG)
    inbrenger.leest_rondes("Ingediend", EERSTE_VRAAG, TERUGVRAAG, WEDERVRAAG, CASUS.vraag)
    return kenmerk


def wordt_toegelaten_met_reden(toneel: Toneel, kenmerk: str) -> None:
    """Admit below the criteria: the voorzitter alone, with a reason, other tafels in view."""
    secretaris = toneel.komt(SecretarisVT, "secretaris")
    secretaris.leest_triage(kenmerk)
    secretaris.ziet("Voldoet niet aan de criteria")
    expect(secretaris.deel("Besluit").get_by_role("button")).to_have_count(0)
    voorzitter = toneel.komt(VoorzitterVT, "voorzitter")
    voorzitter.opent_triage(kenmerk)
    for tafel in ("Lokaal team", "MDA++"):
        expect(voorzitter.deel("Besluit").get_by_role("listitem").filter(has_text=tafel)).to_be_visible()
    voorzitter.drukt("Toelaten met reden")
    voorzitter.ziet("Schrijf waarom de casus toch wordt toegelaten")
    voorzitter.laat_toe(kenmerk, REDEN)
    voorzitter.ziet(REDEN)


def partners_antwoorden(toneel: Toneel, kenmerk: str) -> None:
    """Ask who holds a part of the key; the Raad is not suggested, the gemeente cannot be asked."""
    toneel.is_nu(2026, 11, 23, 9, 0)
    voorzitter = toneel.komt(VoorzitterVT, "voorzitter")
    voorzitter.opent_informatie(kenmerk)
    expect(voorzitter.groep("Wie vraagt u").get_by_label(RAAD, exact=True)).not_to_be_checked()
    voorzitter.laat_aansluiten(kenmerk, RECLASSERING, ALS_PARTNER, "Houdt toezicht op Gerben")
    voorzitter.laat_aansluiten(kenmerk, GEMEENTE, ALS_GAST, "Wonen en bewind")
    voorzitter.kan_niet_vragen(GEMEENTE, f"Er is geen grondslag voor Veilig Thuis aan {GEMEENTE}")
    voorzitter.vraagt_partners(
        kenmerk,
        (VT, POLITIE, OM, RECLASSERING),
        vraag=CASUS.uitvraag,
        uiterlijk=date(2026, 12, 1),
        reden="Houdt een deel van de sleutel.",
    )
    toneel.is_nu(2026, 11, 26, 9, 0)
    for antwoord in CASUS.antwoorden:
        partner = wie(toneel, antwoord.partner)
        partner.opent_vraag(kenmerk)
        partner.ziet(f"Er is geen grondslag om dit te delen met {GEMEENTE}")
        partner.antwoordt(kenmerk, antwoord)


def komt_op_de_agenda(toneel: Toneel, kenmerk: str) -> None:
    """Put it on the agenda with its reason in view, and its guests at 10.20."""
    voorzitter = toneel.komt(VoorzitterVT, "voorzitter")
    voorzitter.plant_overleg(VOLGEND, "09.30", "11.30")
    voorzitter.zet_op_agenda(kenmerk, OVERLEG)
    voorzitter.ziet(REDEN)
    voorzitter.geeft_gast_een_tijd(kenmerk, OVERLEG, f"{NYNKE}, {GEMEENTE}", "10.20", "10.35")
    voorzitter.geeft_gast_zonder_account_een_tijd(
        kenmerk, OVERLEG, wie=(WIEBE, GEMEENTE), van="10.20", tot="10.35"
    )
    voorzitter.publiceert(OVERLEG)
    voorzitter.ziet(f"{WIEBE} ({GEMEENTE}) heeft geen account. Nodig deze gast zelf uit.")
    noemt(voorzitter.haalt_agenda(OVERLEG), CASUS.vraag, REDEN, NYNKE, "van 10.20 tot 10.35")


def overleg_van_3_december(toneel: Toneel, kenmerk: str) -> list[str]:
    """Hold the meeting; return the addresses that the guest could open while the item was on."""
    toneel.is_nu(2026, 12, 3, 9, 55)
    voorzitter = toneel.komt(VoorzitterVT, "voorzitter")
    voorzitter.opent_overleg(OVERLEG)
    gast = toneel.komt(GastGemeente, "gast")
    gast.ziet_nog_niets(OVERLEG, kenmerk)
    voorzitter.opent_bespreking(OVERLEG)
    voorzitter.begint_met(kenmerk)
    paden = gast.schuift_aan(OVERLEG, kenmerk)
    gast.ziet(CASUS.vraag)
    for tekst in (GEDEELD_DOOR_OM, GEDEELD_DOOR_POLITIE):
        gast.ziet_niet(tekst)
    paden += gast.kan_niets_delen(VT, OM, POLITIE)
    voorzitter.schrijft_teksten(CASUS)
    for afspraak in CASUS.afspraken:
        voorzitter.maakt_afspraak(afspraak)
    voorzitter.neemt_besluiten(CASUS.besluiten)
    voorzitter.rondt_bespreking_af()
    voorzitter.rondt_overleg_af(OVERLEG)
    return paden


def gast_houdt_alleen_het_eigene(toneel: Toneel, paden: list[str]) -> None:
    """See to it that the guest keeps the own afspraak, and nothing else."""
    gast = toneel.komt(GastGemeente, "gast")
    for pad in paden:
        gast.krijgt_niets_op(pad)
    gast.opent_acties()
    gast.ziet_actie(AFSPRAKEN[1])
    for afspraak in (AFSPRAKEN[0], AFSPRAKEN[2]):
        gast.ziet_niet(afspraak.wat)
    acties = gast.haalt_actielijst()
    noemt(acties, AFSPRAKEN[1].wat)
    zwijgt_over(
        acties, AFSPRAKEN[0].wat, AFSPRAKEN[2].wat, GEDEELD_DOOR_OM, GEDEELD_DOOR_POLITIE, CASUS.vraag
    )


def wordt_vastgesteld(toneel: Toneel, kenmerk: str) -> None:
    """Adopt the verslag; each partner's Word file holds what that partner may see."""
    toneel.is_nu(2026, 12, 4, 9, 0)
    voorzitter = toneel.komt(VoorzitterVT, "voorzitter")
    voorzitter.stelt_vast(OVERLEG)
    verslag = voorzitter.haalt_verslag(OVERLEG)
    noemt(verslag, kenmerk, CASUS.vraag, REDEN, GEDEELD_DOOR_OM, GEDEELD_DOOR_POLITIE)
    noemt_afspraken(verslag, AFSPRAKEN)
    noemt_besluiten(verslag, BESLUITEN_IN_WOORDEN)
    reclasseerder = toneel.komt(Reclasseerder, "reclassering")
    eigen = reclasseerder.haalt_verslag(OVERLEG)
    noemt(eigen, AFSPRAKEN[0].wat)
    zwijgt_over(eigen, GEDEELD_DOOR_OM, GEDEELD_DOOR_POLITIE)


def regie_gaat_over(toneel: Toneel, kenmerk: str) -> None:
    """Close only when the gemeente has the regie: someone else than the giver records that it accepted."""
    toneel.komt(Reclasseerder, "reclassering").heeft_geinformeerd(GERBEN, date(2026, 12, 4))
    toneel.is_nu(2026, 12, 7, 16, 0)
    toneel.komt(VoorzitterVT, "voorzitter").heeft_geinformeerd(WIEPIE, date(2026, 12, 7))
    toneel.is_nu(2026, 12, 9, 9, 0)
    toneel.komt(GastGemeente, "gast").heeft_partij_geinformeerd("Thuiszorg", date(2026, 12, 9))
    voorzitter = toneel.komt(VoorzitterVT, "voorzitter")
    voorzitter.kan_niet_sluiten(kenmerk, f"De overdracht van regie aan {GEMEENTE} is nog niet aangenomen")
    voorzitter.ziet(f"{VT}, tot de overdracht is aangenomen")
    voorzitter.opent_overdracht(kenmerk)
    voorzitter.kan_antwoord_niet_vastleggen("Laat iemand anders het antwoord vastleggen")
    secretaris = toneel.komt(SecretarisVT, "secretaris")
    secretaris.opent_overdracht(kenmerk)
    secretaris.legt_antwoord_vast(door=WIEBE, op=date(2026, 12, 9))
    voorzitter.sluit_casus(kenmerk, "De gemeente heeft de regie.")


def test_casus_4__van_aanmelding_tot_gesloten(maak_toneel: MaakToneel) -> None:
    toneel = maak_toneel()
    kenmerk = komt_terug_met_een_vraag(toneel)
    wordt_toegelaten_met_reden(toneel, kenmerk)
    partners_antwoorden(toneel, kenmerk)
    komt_op_de_agenda(toneel, kenmerk)
    paden = overleg_van_3_december(toneel, kenmerk)
    gast_houdt_alleen_het_eigene(toneel, paden)
    wordt_vastgesteld(toneel, kenmerk)
    regie_gaat_over(toneel, kenmerk)


def test_casus_4__zonder_vraag__niet_op_de_agenda(maak_toneel: MaakToneel) -> None:
    toneel = maak_toneel()
    kenmerk = toneel.komt(Reclasseerder, "reclassering").meldt_casus_aan(replace(CASUS, vraag=""))
    voorzitter = toneel.komt(VoorzitterVT, "voorzitter")
    voorzitter.laat_toe(kenmerk, REDEN)
    voorzitter.plant_overleg(OVERLEG, "09.55", "11.30")
    voorzitter.kan_niet_op_agenda(kenmerk, OVERLEG, "Er is geen concrete vraag")
