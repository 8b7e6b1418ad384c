"""How a casus goes on after the meeting: handing over, putting an answer on record, closing."""

from datetime import date

from playwright.sync_api import expect

from tests.reis.mens import Mens, dag


class Informeerder(Mens):
    """Someone who has to tell a party outside the meeting."""

    def heeft_partij_geinformeerd(self, partij: str, op: date) -> None:
        """Report that a party was told."""
        self.kiest_in_menu("Acties")
        self.volgt(partij)
        self.leest_kop(f"{partij} informeren")
        self.vult_in("Gedaan op", dag(op))
        self.drukt("Melden als gedaan")
        self.leest_kop("Acties")
        expect(self.page.locator("body")).to_contain_text("Vastgelegd dat deze partij is geïnformeerd")


class Opvolger(Mens):
    """Someone who follows casussen for the tafel."""

    def opent_opvolging(self, kenmerk: str) -> None:
        """Open how a casus goes on."""
        self.kiest_in_menu("Casussen")
        self.volgt(kenmerk)
        self.leest_kop(kenmerk)
        self.volgt("Opvolging")
        self.leest_kop("Opvolging")

    def opent_overdracht(self, kenmerk: str, nummer: int = 1) -> None:
        """Open a handover of this casus, by its place in the list."""
        self.opent_opvolging(kenmerk)
        self.volgt(f"Overdracht {nummer} bekijken")
        self.leest_kop("Overdracht")

    def kan_niet_sluiten(self, kenmerk: str, reden: str) -> None:
        """Fail unless the page says why the casus cannot be closed, and offers no button for it."""
        self.opent_opvolging(kenmerk)
        vak = self.deel("Sluiten")
        expect(vak).to_contain_text("De casus kan nog niet worden gesloten")
        expect(vak).to_contain_text(reden)
        expect(vak.get_by_role("button")).to_have_count(0)

    def sluit_casus(self, kenmerk: str, reden: str) -> None:
        """Close a casus."""
        self.opent_opvolging(kenmerk)
        vak = self.klapt_open("Casus sluiten", self.deel("Sluiten"))
        self.vult_in("Waarom", reden, vak)
        self.drukt("Sluiten", vak)
        self.ziet("De casus is gesloten")
        self.ziet(reden)

    def legt_antwoord_vast(self, *, door: str, op: date, reden: str = "") -> None:
        """Put on record what a receiver without an account answered; a reason says that it refused."""
        vak = self.klapt_open("Antwoord van de ontvanger vastleggen")
        self.kiest("Is de overdracht aangenomen?", "Nee" if reden else "Ja", vak)
        self.vult_in("Wie gaf het antwoord", door, vak)
        self.vult_in("Wanneer", dag(op), vak)
        if reden:
            self.vult_in("Waarom geweigerd", reden, vak)
        self.drukt("Antwoord vastleggen", vak)
        self.ziet(f"{'Geweigerd' if reden else 'Aangenomen'} door {door}")

    def kan_antwoord_niet_vastleggen(self, reden: str) -> None:
        """Fail unless the page says why this person may not put the answer on record."""
        self.ziet(reden)
        expect(self.page.locator("details")).to_have_count(0)

    def biedt_opnieuw_aan(self, wat_veranderd: str) -> None:
        """Offer again what was refused."""
        vak = self.klapt_open("Opnieuw aanbieden")
        self.vult_in("Wat is er veranderd", wat_veranderd, vak)
        self.drukt("Opnieuw aanbieden", vak)
        self.ziet("Aangeboden")
