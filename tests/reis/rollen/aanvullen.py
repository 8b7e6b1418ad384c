"""Coming back to an aanmelding: with another question, or with the melding that was not there yet."""

import re

from playwright.sync_api import expect

from tests.reis.casussen.soort import Melding
from tests.reis.mens import dag
from tests.reis.rollen.aanmelden import Aanmelder


class Aanvuller(Aanmelder):
    """Someone who brought a casus in and hears that something is missing."""

    def leest_advies(self, woorden: str) -> None:
        """Fail unless the form asks, gently, whether the vraag is concrete; handing in stays possible."""
        expect(self.page.locator("#vraagadvies")).to_contain_text(woorden)
        expect(self.page.get_by_role("button", name="Indienen")).to_be_enabled()

    def vult_aan(self, kenmerk: str, *, vraag: str, antwoord: str, gevraagd: str) -> None:
        """Answer what the voorzitter asked, with another concrete vraag, and hand in again."""
        self.opent_casus(kenmerk)
        self.ziet("De voorzitter heeft een vraag")
        self.volgt("Aanmelding aanvullen")
        self.ziet(gevraagd)
        self.vult_in("Uw antwoord aan de voorzitter", antwoord)
        self.vult_in("Concrete vraag aan het overleg", vraag)
        expect(self.page.locator("#vraagadvies")).to_be_empty()
        assert self.dient_in() == kenmerk

    def sluit_casus_voor(self, organisatie: str, reden: str) -> None:
        """Close the casus that is open to everyone of an organisatie: a conflict of interest."""
        self.volgt("Belangenconflict")
        self.kiest("Voor wie is de casus gesloten?", f"Organisatie: {organisatie}")
        self.vult_in("Waarom?", reden)
        self.drukt("Casus hiervoor sluiten")
        self.ziet("Gesloten sinds")

    def leest_rondes(self, *teksten: str) -> None:
        """Fail unless all these words stand under what happened to the aanmelding, in this order."""
        rondes = self.deel("Wat er met de aanmelding gebeurde")
        patroon = ".*".join(re.escape(tekst) for tekst in teksten)
        expect(rondes).to_contain_text(re.compile(patroon, re.DOTALL))

    def vult_melding_in(self, kenmerk: str, melding: Melding) -> None:
        """Fill in the melding that was not there yet, or what changed about it."""
        self.opent_casus(kenmerk)
        self.volgt("Melding", self.deel("Concrete vraag"))
        self.leest_kop("Melding bij Veilig Thuis")
        self._vult_melding_in(melding)
        self.drukt("Bewaren")
        self.ziet(melding.nummer)
        self.ziet(dag(melding.datum))
        self.ziet(f"{melding.moment}, {melding.wijze.lower()}")
