"""Deciding whether a casus is admitted, as the voorzitter does."""

from playwright.sync_api import expect

from tests.reis.mens import Mens


class Beoordelaar(Mens):
    """Someone who does the triage."""

    def opent_triage(self, kenmerk: str) -> None:
        """Open the triage of a casus, from the list of what waits."""
        self.kiest_in_menu("Vandaag")
        self.volgt("Aanmeldingen")
        self.volgt(kenmerk)
        self.leest_kop(f"Triage van {kenmerk}")

    def leest_triage(self, kenmerk: str) -> None:
        """Open the triage of a casus that is already decided on, or is not one's own to decide."""
        self.kiest_in_menu("Casussen")
        self.volgt(kenmerk)
        self.leest_kop(kenmerk)
        self.volgt("Triage")
        self.leest_kop(f"Triage van {kenmerk}")

    def laat_toe(self, kenmerk: str, reden: str = "") -> None:
        """Admit a casus; with a reason when it does not meet the criteria."""
        self.opent_triage(kenmerk)
        vak = self.klapt_open("Toelaten", self.deel("Besluit"))
        self.vult_in("Waarom laat u deze casus toe?", reden, vak)
        self.drukt("Toelaten", vak)
        expect(self.page.locator("main")).to_contain_text("Toegelaten")

    def stuurt_terug(self, kenmerk: str, vraag: str) -> None:
        """Send a casus back to the inbrenger with a question."""
        self.opent_triage(kenmerk)
        vak = self.klapt_open("Terugsturen met een vraag", self.deel("Besluit"))
        self.vult_in("Uw vraag aan de inbrenger", vraag, vak)
        self.drukt("Terugsturen", vak)
        expect(self.page.locator("main")).to_contain_text("Teruggestuurd")
