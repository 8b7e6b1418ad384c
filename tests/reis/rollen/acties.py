"""After the meeting: what an owner sees of the own afspraken, and reports."""

from datetime import date

from playwright.sync_api import Locator, expect

from tests.reis.casussen.soort import Afspraak
from tests.reis.mens import Mens, dag


class Uitvoerder(Mens):
    """Someone who has to do something."""

    def opent_acties(self) -> None:
        """Open the list of actions."""
        self.kiest_in_menu("Acties")
        self.leest_kop("Acties")

    def actie(self, wat: str) -> Locator:
        """Return the row of an action in the list."""
        return self.page.get_by_role("row").filter(has_text=wat).first

    def ziet_actie(self, afspraak: Afspraak) -> None:
        """Fail unless the action is in the list with its owner and date."""
        rij = self.actie(afspraak.wat)
        expect(rij).to_contain_text(afspraak.persoon)
        expect(rij).to_contain_text(dag(afspraak.datum))
        if afspraak.na:
            expect(rij).to_contain_text(f"Wacht op actie {afspraak.na}")

    def wacht_nergens_op(self, afspraak: Afspraak) -> None:
        """Fail when the action still waits for another."""
        expect(self.actie(afspraak.wat)).to_be_visible()
        expect(self.actie(afspraak.wat)).not_to_contain_text("Wacht op")

    def ziet_nu_opnieuw_bekijken(self, naam: str) -> None:
        """Fail unless it is said that the telling of this person must be looked at again now."""
        expect(self.actie(naam)).to_contain_text("Nu opnieuw bekijken")

    def ziet_taak(self, tekst: str) -> None:
        """Fail unless the first page says that this is to be done."""
        self.kiest_in_menu("Vandaag")
        self.ziet(tekst)

    def opent_actie(self, afspraak: Afspraak) -> None:
        """Open one action."""
        self.opent_acties()
        self.volgt(f"{afspraak.nummer}. {afspraak.wat}")
        self.leest_kop(f"Afspraak {afspraak.nummer}")

    def vinkt_actie_af(self, afspraak: Afspraak) -> None:
        """Report an action as done."""
        self.opent_actie(afspraak)
        self.kiest("Hoe staat het?", "Gedaan")
        self.drukt("Melden")
        self.leest_kop("Acties")
        expect(self.actie(afspraak.wat)).to_have_count(0)

    def heeft_geinformeerd(self, naam: str, op: date) -> None:
        """Report that someone was told."""
        self.opent_acties()
        self.volgt(naam)
        self.leest_kop(f"{naam} informeren")
        self.vult_in("Gedaan op", dag(op))
        self.drukt("Melden als gedaan")
        self.leest_kop("Acties")
        expect(self.page.locator("body")).to_contain_text("Vastgelegd dat deze persoon is geïnformeerd")
