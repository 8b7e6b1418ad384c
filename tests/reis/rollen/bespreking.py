"""The meeting itself: opening, texts, afspraken, ending; what voorzitter or secretaris does at the screen."""

import re
from datetime import date

from playwright.sync_api import Locator, expect

from overleg.basis.weergave import datum_lang
from tests.reis.casussen.soort import Afspraak, Casus
from tests.reis.mens import Mens, dag, woorden


class Gespreksleider(Mens):
    """Someone who leads the meeting or keeps its record."""

    def opent_bespreking(self, op: date) -> None:
        """Go to the meeting of that day."""
        self.kiest_in_menu("Overleggen")
        self.volgt(datum_lang(op))
        self.leest_kop(datum_lang(op))
        self.volgt("Naar de bespreking")
        self.leest_kop("Overleg van")

    def opent_overleg(self, op: date) -> None:
        """Start the meeting; everybody is there, and agrees to the registratieafspraken."""
        self.opent_bespreking(op)
        self.drukt("Start het overleg")
        self.bevestigt()
        opening = self.deel("Opening")
        expect(opening.get_by_role("button", name="Aanwezigheid opslaan")).to_be_visible()
        for rij in (
            opening.get_by_role("group").filter(has=self.page.get_by_label(woorden("Aanwezigheid"))).all()
        ):
            self.kiest("Aanwezigheid", "Aanwezig", rij)
            self.kiest("Akkoord registratie", "Ja", rij)
            self._vinkt_mandaat(rij)
        self.drukt("Aanwezigheid opslaan", opening)
        self.leest_melding("De aanwezigheid is opgeslagen")

    def _vinkt_mandaat(self, rij: Locator) -> None:
        vakje = rij.get_by_label(woorden("Heeft mandaat"))
        if vakje.is_checked():
            return
        if not vakje.is_visible():
            self.bediening.druk(rij.locator("summary"))
        self.bediening.vink(vakje)

    def begint_met(self, kenmerk: str) -> None:
        """Let a casus be the item that is on."""
        self.drukt(f"Begin met dit punt {kenmerk}")
        self.leest_kop(kenmerk)
        self.ziet("Aan de beurt")

    def opent_punt(self, op: date, kenmerk: str) -> None:
        """Open the screen of one casus in the meeting."""
        self.opent_bespreking(op)
        self.volgt(kenmerk, self.deel("Agenda"))
        self.leest_kop(kenmerk)

    def schrijft(self, veld: str, tekst: str) -> None:
        """Write one text of the bespreking and save it; without JavaScript on a page of its own."""
        apart = self.page.get_by_role("link", name=f"Schrijven bij {veld}", exact=True)
        if apart.is_visible():
            self.volgt(f"Schrijven bij {veld}")
            self.leest_kop(veld)
        vak = self.page.locator("form").filter(has=self.page.get_by_label(woorden(veld)))
        self.vult_in(veld, tekst, vak)
        self.drukt("Opslaan", vak)
        expect(vak).to_contain_text(re.compile(r"versie [1-9]"))
        if apart.is_visible():
            expect(vak).to_contain_text(tekst)
        else:
            expect(vak.get_by_label(woorden(veld))).to_have_value(tekst)

    def schrijft_teksten(self, casus: Casus) -> None:
        """Write all texts of the three stappen, with a line of the plan for each person."""
        for veld, tekst in casus.teksten.items():
            self.schrijft(veld, tekst)
        for betrokkene in casus.betrokkenen:
            if betrokkene.naam in casus.plan:
                self.schrijft(f"{betrokkene.naam}, {betrokkene.rol.lower()}", casus.plan[betrokkene.naam])

    def maakt_afspraak(self, afspraak: Afspraak) -> None:
        """Record one afspraak: one owner, one date."""
        self.volgt("Afspraak toevoegen")
        vak = self.groep("Nieuwe afspraak")
        expect(vak).to_be_visible()
        self.vult_in("Wat gebeurt er?", afspraak.wat, vak)
        self.kiest("Welke organisatie doet dit?", afspraak.organisatie, vak)
        self.vult_in("Wie daar?", afspraak.persoon, vak)
        self.vult_in("Uiterlijk op", dag(afspraak.datum), vak)
        self.kiest("Soort", afspraak.soort, vak)
        self.kiest("Domein", afspraak.domein, vak)
        if afspraak.na:
            self.kiest_die_begint_met("Pas na afspraak", str(afspraak.na), vak)
        for veiligheid in afspraak.veiligheid:
            self.vinkt_aan(veiligheid, self.groep("Draagt bij aan", vak))
        if afspraak.gesprek_met:
            self._vult_gesprek_in(afspraak)
        self.drukt("Afspraak opslaan")
        expect(self.deel("Afspraken")).to_contain_text(afspraak.wat)
        expect(vak).to_have_count(0)

    def _vult_gesprek_in(self, afspraak: Afspraak) -> None:
        gesprek = self.groep("Bij een gesprek of verhoor")
        self.kiest_die_begint_met("Gesprek met", afspraak.gesprek_met, gesprek)
        self.vult_in("Gesprek over", afspraak.gesprek_over, gesprek)
        self.vult_in("Samen met", afspraak.samen_met, gesprek)

    def kan_niet_afronden(self, reden: str) -> None:
        """Try to close the discussion; it is refused, and what is missing is named."""
        self.drukt("Bespreking afronden")
        self.bevestigt()
        expect(self.deel("Afronden")).to_contain_text("Dit mist nog voordat u kunt afronden")
        expect(self.deel("Afronden")).to_contain_text(reden)

    def rondt_bespreking_af(self) -> None:
        """Close the discussion of this casus."""
        self.drukt("Bespreking afronden")
        self.leest_melding("De bespreking is afgerond")

    def rondt_overleg_af(self, op: date) -> None:
        """End the meeting."""
        self.opent_bespreking(op)
        self.drukt("Overleg afronden")
        self.bevestigt()
        self.leest_melding("Het overleg is afgerond")

    def stelt_vast(self, op: date) -> None:
        """Adopt the verslag."""
        self.kiest_in_menu("Overleggen")
        self.volgt(datum_lang(op))
        self.leest_kop(datum_lang(op))
        self.volgt("Verslag")
        self.leest_kop("Verslag")
        self.drukt("Verslag vaststellen")
        self.bevestigt()
        self.ziet("Vastgesteld, versie 1")
