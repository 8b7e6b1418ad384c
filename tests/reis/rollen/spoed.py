"""Acute danger: whom to call and what was settled, before anything else."""

from playwright.sync_api import Locator, expect

from tests.reis.mens import Mens


class Spoedmelder(Mens):
    """Someone who brings in a casus that does not wait for a meeting."""

    def leest_wie_te_bellen(self, anderen: tuple[str, ...], eigen: str) -> None:
        """Fail unless the page says not to wait, with the numbers of the others and not the own one."""
        self.leest_kop("Acuut gevaar: dit wacht niet op een overleg")
        nummers = self.deel("Wie u nu belt")
        for dienst in anderen:
            expect(nummers.get_by_role("row").filter(has_text=dienst).get_by_role("link")).to_be_visible()
        expect(nummers).not_to_contain_text(eigen)

    def bewaart_spoedafspraken(self, afspraken: dict[str, str]) -> None:
        """Write down what was settled, before anything else of the casus is there."""
        vak = self.deel("Wat u afspreekt")
        for wat, tekst in afspraken.items():
            self.vult_in(wat, tekst, vak)
        self.drukt("Spoedafspraken bewaren", vak)
        expect(self.page.locator("body")).to_contain_text("Spoedafspraken bewaard om")

    def ziet_spoed_bovenaan(self, afspraken: dict[str, str], titel: str = "Spoedafspraken") -> None:
        """Fail unless all that was settled stands on the page, above the vraag."""
        vak = self.page.locator("section, [role=region], .melding").filter(has_text=titel).first
        for tekst in afspraken.values():
            expect(vak).to_contain_text(tekst)
        assert self._hoogte(vak) < self._hoogte(self.page.locator("#betrokkenen, .personen").first)

    def ziet_acuut_gemeld(self) -> None:
        """Fail unless the first page says at once that there is acute danger."""
        self.kiest_in_menu("Vandaag")
        expect(self.deel("Eerst dit")).to_contain_text("Acuut gevaar gemeld: nog zonder kenmerk")

    def verder_met_de_aanmelding(self) -> None:
        """Go on from the page of spoed to the form."""
        self.volgt("Verder met de aanmelding")
        self.leest_kop("Aanmelding")

    @staticmethod
    def _hoogte(plek: Locator) -> float:
        vak = plek.bounding_box()
        assert vak is not None
        return vak["y"]
