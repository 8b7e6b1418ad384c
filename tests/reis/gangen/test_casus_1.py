"""Casus 1 from aanmelding to action list, as the people would, each in a session of their own."""

from dataclasses import replace
from datetime import date

import pytest

from tests.reis.casussen.casus_1 import (
    ARTIKEL_9,
    ARTIKEL_9_ANTWOORD,
    CASUS,
    GEDEELD_DOOR_POLITIE,
    LATER_GEDEELD,
    OM,
    POLITIE,
    RAAD,
    RECLASSERING,
    RUBEN,
    VT,
)
from tests.reis.gangen.conftest import MaakToneel
from tests.reis.gangen.stappen import Gang, eis_verslag
from tests.reis.rollen import Voorzitter
from tests.reis.toneel import Toneel
from tests.steun.bediening import Server

pytestmark = pytest.mark.timeout(900)  # a whole journey, also on a machine that is busy
WIE = {VT: "voorzitter", POLITIE: "politie", OM: "om", RECLASSERING: "reclassering", RAAD: "raad"}


def gang_op(toneel: Toneel) -> Gang:
    """Return casus 1 on this stage."""
    return Gang(toneel, CASUS, WIE, date(2026, 12, 3), date(2026, 12, 17), VT)


def de_reclassering_sluit_aan(gang: Gang, kenmerk: str) -> None:
    """Have the reclassering join; who gave something shares it further, each on the own ground."""
    gang.voorzitter.laat_aansluiten(
        kenmerk, RECLASSERING, "Als partner: ziet de casus", "Eerder toezicht op Ruben"
    )
    for partner, grond in LATER_GEDEELD.items():
        gang.wie(partner).deelt_verder(kenmerk, RECLASSERING, grond)
    gang.wie(POLITIE).voegt_artikel_9_toe(kenmerk, ARTIKEL_9_ANTWOORD)


def alleen_het_om_leest_artikel_9(gang: Gang, kenmerk: str) -> None:
    """Look at the uitvraag as each partner: the gegeven is there for giver and OM only."""
    for organisatie in (VT, RECLASSERING, OM):
        iemand = gang.wie(organisatie)
        iemand.opent_informatie(kenmerk)
        if organisatie == OM:
            iemand.ziet(ARTIKEL_9)
        else:
            iemand.ziet(GEDEELD_DOOR_POLITIE)
            iemand.ziet_niet(ARTIKEL_9)


def probeert_ruben_over_te_slaan(voorzitter: Voorzitter) -> None:
    """Postpone without a reason and a date: refused, and the question stays open."""
    ruben = CASUS.besluiten.informeren[1]
    vak = voorzitter.vult_informeren_in(replace(ruben, uitstel_reden="", opnieuw_op=None))
    voorzitter.drukt("Informeren opslaan", vak)
    voorzitter.ziet("Schrijf op waarom het nu niet veilig kan.")
    voorzitter.ziet("Vul in wanneer u opnieuw kijkt.")
    voorzitter.kan_niet_afronden("Spreek af wat Ruben Aartshof hoort, wanneer en van wie.")


def ieder_leest_wat_mag(gang: Gang) -> None:
    """Compare the Word files of each partner with the casus, and with what that partner may not see."""
    for organisatie in (VT, POLITIE, OM, RECLASSERING):
        lezer = gang.wie(organisatie)
        verslag = lezer.haalt_verslag(gang.overleg)
        eis_verslag(verslag, CASUS)
        assert (ARTIKEL_9 in verslag.tekst) is (organisatie in {POLITIE, OM}), organisatie
        acties = lezer.haalt_actielijst()
        assert ARTIKEL_9 not in acties.tekst
        for afspraak in CASUS.afspraken:
            assert (afspraak.wat in acties.tekst) is (afspraak.organisatie == organisatie), organisatie
            if afspraak.organisatie == organisatie:
                lezer.opent_acties()
                lezer.ziet_actie(afspraak)


def een_andere_tafel_vindt_niets(gang: Gang, kenmerk: str, paden: list[str]) -> None:
    """Look as the voorzitter of Brakzijl: lists, first page and addresses give nothing away."""
    ander = gang.toneel.komt(Voorzitter, "voorzitter.brakzijl")
    for menu in ("Vandaag", "Casussen", "Uitvragen", "Overleggen", "Acties"):
        ander.kiest_in_menu(menu)
        ander.ziet_niet(kenmerk)
    for pad in paden:
        ander.krijgt_niets_op(pad)


def na_contact_met_het_om_leest_ieder_artikel_9(gang: Gang, kenmerk: str) -> None:
    """Put the contact with the OM on record: VT and reclassering read the gegeven from then on."""
    gang.voorzitter.legt_contact_met_om_vast(kenmerk, "Claire Verlaat", date(2026, 12, 9), "09.00")
    for organisatie in (VT, RECLASSERING):
        gang.wie(organisatie).opent_informatie(kenmerk)
        gang.wie(organisatie).ziet(ARTIKEL_9)
        assert ARTIKEL_9 not in gang.wie(organisatie).haalt_verslag(gang.overleg).tekst, "adopted before that"


def na_afloop(gang: Gang, kenmerk: str, server: Server) -> None:
    """Follow up: the wait ends when action 1 is done, the postponed telling and monitoring come back."""
    gang.toneel.is_nu(2026, 12, 9, 10, 0)
    gang.wie(OM).vinkt_actie_af(CASUS.afspraken[0])
    gang.voorzitter.opent_acties()
    gang.voorzitter.wacht_nergens_op(CASUS.afspraken[2])
    na_contact_met_het_om_leest_ieder_artikel_9(gang, kenmerk)
    gang.toneel.is_nu(2026, 12, 10, 8, 0)
    with server.app.app_context():
        uitkomst = server.app.test_cli_runner().invoke(args=["achtergrond", "--eenmalig"])
    assert uitkomst.exit_code == 0, uitkomst.output
    officier = gang.wie(OM)
    officier.ziet_taak("Mensen en partijen die u moet informeren")
    officier.opent_acties()
    officier.ziet_nu_opnieuw_bekijken(RUBEN)
    gang.voorzitter.bekijkt_overleg(gang.volgend)
    gang.voorzitter.ziet_op_agenda(["Openstaande acties", kenmerk])


def test_casus_1__van_aanmelding_tot_actielijst(maak_toneel: MaakToneel, server: Server) -> None:
    gang = gang_op(maak_toneel())
    kenmerk = gang.tot_en_met_antwoorden()
    de_reclassering_sluit_aan(gang, kenmerk)
    alleen_het_om_leest_artikel_9(gang, kenmerk)
    gang.tot_en_met_agenda(kenmerk)
    voorzitter = gang.begint_bespreking(kenmerk)
    voorzitter.ziet_niet(ARTIKEL_9)
    punt = voorzitter.adres
    gang.bespreekt()
    probeert_ruben_over_te_slaan(voorzitter)
    gang.besluit()
    verslag = voorzitter.adres
    ieder_leest_wat_mag(gang)
    een_andere_tafel_vindt_niets(gang, kenmerk, [punt, verslag, f"{verslag}.docx"])
    na_afloop(gang, kenmerk, server)
