"""Asking the partners and answering: what the voorzitter does, and what a partner does."""

import re
from datetime import date

from playwright.sync_api import expect

from tests.reis.casussen.soort import Antwoord
from tests.reis.mens import Mens, dag

ARTIKEL_9 = "Gegeven onder art. 9 Wpg"
AFGEWOGEN = "Ik heb afgewogen dat delen noodzakelijk is, en deel niet meer dan nodig"


class Meelezer(Mens):
    """Someone who may read what the partners know."""

    def opent_informatie(self, kenmerk: str) -> None:
        """Open what the partners brought in for a casus."""
        self.kiest_in_menu("Casussen")
        self.volgt(kenmerk)
        self.leest_kop(kenmerk)
        self.volgt("Informatie van partners")
        self.leest_kop("Uitvraag")


class Vrager(Meelezer):
    """Someone who asks the partners and decides who joins."""

    def vraagt_partners(
        self, kenmerk: str, partners: tuple[str, ...], *, vraag: str, uiterlijk: date, reden: str
    ) -> None:
        """Ask these partners, and nobody else that was suggested."""
        self.opent_informatie(kenmerk)
        lijst = self.groep("Wie vraagt u")
        lijst.wait_for()
        for vakje in lijst.get_by_role("checkbox").all():
            if vakje.is_checked():
                self.bediening.vink(vakje, aan=False)
        for partner in partners:
            self.vinkt_aan(partner, lijst)
            self.vult_in(f"Reden om {partner} te vragen", reden, lijst)
        self.vult_in("Wat wilt u weten", vraag)
        self.vult_in("Antwoord uiterlijk op", dag(uiterlijk))
        self.drukt("Vragen versturen")
        for partner in partners:
            self.ziet_stand(partner, "Nog geen antwoord")

    def kan_niet_vragen(self, organisatie: str, reden: str) -> None:
        """Try to ask an organisatie that is no partner; it is refused, and the page says why."""
        vak = self.deel("Partners vragen")
        vak.wait_for()
        for vakje in vak.get_by_role("checkbox").all():
            if vakje.is_checked():
                self.bediening.vink(vakje, aan=False)
        vak = self.groep("Een andere organisatie")
        self.bediening.kies(vak.get_by_role("combobox"), organisatie)
        self.bediening.typ(vak.get_by_role("textbox"), "Wonen en bewind")
        self.vult_in("Wat wilt u weten", "Is dit gezin bij u bekend?")
        self.vult_in("Antwoord uiterlijk op", dag(date(2026, 12, 1)))
        self.drukt("Vragen versturen")
        self.ziet(reden)

    def vroeg_niet(self, organisatie: str) -> None:
        """Fail when this organisatie is among the ones that were asked, or is offered to be asked."""
        expect(self.page.get_by_role("row").filter(has_text=organisatie)).to_have_count(0)
        expect(self.groep("Wie vraagt u").get_by_label(organisatie)).to_have_count(0)

    def ziet_stand(self, partner: str, stand: str) -> None:
        """Fail unless the overview says so of this partner."""
        rij = self.page.get_by_role("row").filter(has_text=re.compile(rf"\s*{re.escape(partner)}\s"))
        expect(rij.first).to_contain_text(stand)

    def laat_aansluiten(self, kenmerk: str, organisatie: str, hoe: str, reden: str) -> None:
        """Have an organisatie join for this casus."""
        self.opent_informatie(kenmerk)
        self.volgt("Een organisatie laten aansluiten")
        self.kiest("Organisatie", organisatie)
        self.kiest("Hoe", hoe)
        self.vult_in("Reden", reden)
        self.drukt("Laten aansluiten")
        expect(self.deel("Wie sluit aan bij deze casus").get_by_role("list")).to_contain_text(reden)

    def legt_contact_met_om_vast(self, kenmerk: str, met: str, op: date, tijd: str) -> None:
        """Record that the OM agrees to share the gegeven under art. 9 Wpg."""
        self.opent_informatie(kenmerk)
        self.volgt("Contact met het OM vastleggen")
        gegeven = self.groep("Gegeven").get_by_role("radio").first
        self.bediening.vink(gegeven)
        self.vult_in("Met wie van het OM", met)
        self.vult_in("Datum van het contact", dag(op))
        self.vult_in("Tijd van het contact", tijd)
        self.kiest("Uitkomst", "Het OM is akkoord met delen")
        self.drukt("Vastleggen")
        self.leest_kop("Uitvraag")


class Antwoorder(Meelezer):
    """Someone whose organisatie was asked."""

    def opent_vraag(self, kenmerk: str) -> None:
        """Open what was asked about a casus."""
        self.kiest_in_menu("Uitvragen")
        self.volgt(kenmerk)
        self.leest_kop("Vraag aan uw organisatie")

    def antwoordt(self, kenmerk: str, antwoord: Antwoord) -> None:
        """Answer what was asked; "niet bekend" needs no more than that."""
        self.opent_vraag(kenmerk)
        self.kiest("Is het gezin bekend bij uw organisatie?", "Ja" if antwoord.bekend else "Nee")
        if antwoord.bekend:
            self._vult_bijdrage_in(antwoord)
        self.drukt("Indienen")
        self.ziet("Wat uw organisatie heeft gegeven")

    def voegt_artikel_9_toe(self, kenmerk: str, antwoord: Antwoord) -> None:
        """Add a gegeven under art. 9 Wpg."""
        self.opent_vraag(kenmerk)
        self.volgt("Gegeven onder art. 9 toevoegen")
        self.leest_kop(ARTIKEL_9)
        self._vult_bijdrage_in(antwoord)
        self.drukt("Indienen")
        self.ziet("Art. 9 Wpg, alleen voor het OM")

    def deelt_verder(self, kenmerk: str, ontvanger: str, grond: str) -> None:
        """Share what the own organisatie gave with one that joined later."""
        self.opent_vraag(kenmerk)
        self.volgt("Met wie gedeeld")
        self.leest_kop("Met wie gedeeld")
        self._kiest_grond(ontvanger, grond)
        self.vinkt_aan(AFGEWOGEN)
        self.drukt("Delen")
        self.opent_vraag(kenmerk)
        expect(self.deel("Wat uw organisatie heeft gegeven")).to_contain_text(f"{ontvanger}: {grond}")

    def _kiest_grond(self, ontvanger: str, grond: str) -> None:
        keuze = self.groep(f"Delen met {ontvanger}").get_by_label(re.compile(re.escape(f"Delen: {grond}")))
        self.bediening.vink(keuze.first)

    def _vult_bijdrage_in(self, antwoord: Antwoord) -> None:
        self.vult_in("Feiten", antwoord.feiten)
        self.vult_in("Eigen professioneel oordeel", antwoord.oordeel)
        for ontvanger, grond in antwoord.grondslag.items():
            self._kiest_grond(ontvanger, grond)
        for ontvanger in antwoord.niet_met:
            self.kiest(f"Delen met {ontvanger}", "Niet delen")
        self.vinkt_aan(AFGEWOGEN)
