"""The five closing questions: what the voorzitter types in for each."""

import re

from playwright.sync_api import Locator, expect

from tests.reis.casussen.soort import (
    Besluiten,
    Informeren,
    Monitoring,
    Opschaling,
    Partij,
    Regie,
)
from tests.reis.mens import Mens, dag

OOK_GEDEELD = "Vertelt ook dat gegevens zonder toestemming zijn gedeeld, en waarom"


class Beslisser(Mens):
    """Someone who records the answers to the five questions."""

    def vraag(self, nummer: int) -> Locator:
        """Return the part of the page with this question."""
        return self.page.get_by_role("region", name=re.compile(rf"^\s*{nummer}\. "))

    def neemt_besluiten(self, besluiten: Besluiten) -> None:
        """Answer all five questions."""
        self.legt_regie_vast(besluiten.regie)
        self.legt_monitoring_vast(besluiten.monitoring)
        for informeren in besluiten.informeren:
            self.legt_informeren_vast(informeren)
        for partij in besluiten.partijen:
            self.legt_partij_vast(partij)
        if besluiten.geen_partijen:
            self.legt_geen_partijen_vast(besluiten.geen_partijen)
        self.legt_opschaling_vast(besluiten.opschaling)
        for nummer in range(1, 6):
            self.is_beantwoord(nummer)

    def is_beantwoord(self, nummer: int) -> None:
        """Fail unless the page says that this question is answered."""
        expect(self.vraag(nummer).get_by_role("heading", level=3)).to_contain_text("Beantwoord")

    def legt_regie_vast(self, regie: Regie) -> None:
        """Question 1."""
        vak = self.klapt_open("Regie vastleggen", self.vraag(1))
        self.kiest("Organisatie met de regie", regie.organisatie, vak)
        self.vult_in("Coördinator", regie.naam, vak)
        self.kiest("Organisatie van de achtervang", regie.achtervang_organisatie, vak)
        self.vult_in("Achtervang", regie.achtervang, vak)
        self.vult_in("Vast aanspreekpunt voor het slachtoffer", regie.aanspreekpunt, vak)
        if regie.gaat_over_op:
            self.vult_in("Regie gaat over op", dag(regie.gaat_over_op), vak)
        self.vult_in("Waarom dit besluit", regie.waarom, vak)
        self.drukt("Regie opslaan", vak)
        self.is_beantwoord(1)

    def legt_monitoring_vast(self, monitoring: Monitoring) -> None:
        """Question 2."""
        self._vult_monitoring_in(monitoring, "Monitoring vastleggen")
        self.is_beantwoord(2)

    def krijgt_geen_monitoring(self, monitoring: Monitoring, reden: str) -> None:
        """Try to change the answer to question 2; it is refused, and the page says why."""
        self._vult_monitoring_in(monitoring, "Monitoring wijzigen")
        expect(self.vraag(2)).to_contain_text(reden)

    def _vult_monitoring_in(self, monitoring: Monitoring, knop: str) -> None:
        vak = self.klapt_open(knop, self.vraag(2))
        self.kiest("Komt de casus in monitoring?", "Ja" if monitoring.ja else "Nee", vak)
        if monitoring.ja:
            self.kiest("Op welke grond", monitoring.grond, vak)
            self.kiest("Welke organisatie monitort", monitoring.organisatie, vak)
            self.vult_in("Wie", monitoring.naam, vak)
            if monitoring.terug_op:
                self.vult_in("Terug in het overleg van", dag(monitoring.terug_op), vak)
            self.vult_in("Wat wordt gemonitord", monitoring.wat, vak)
        self.vult_in("Waarom dit besluit", monitoring.waarom, vak)
        self.drukt("Monitoring opslaan", vak)

    def legt_informeren_vast(self, informeren: Informeren) -> None:
        """Question 3, one row: told on a day, or postponed with a reason and a day to look again."""
        vak = self.vult_informeren_in(informeren)
        self.drukt("Informeren opslaan", vak)
        expect(self.vraag(3).get_by_role("heading", name=informeren.naam)).to_be_visible()

    def vult_informeren_in(self, informeren: Informeren) -> Locator:
        """Fill in a row of question 3 without saving it."""
        vak = self.klapt_open("Informeren toevoegen", self.vraag(3))
        self.kiest_die_begint_met("Wie wordt geïnformeerd", informeren.naam, vak)
        self.vult_in("Wat hoort deze persoon", informeren.wat, vak)
        self.kiest("Door welke organisatie", informeren.organisatie, vak)
        self.vult_in("Door wie", informeren.persoon, vak)
        self.kiest("Wanneer", "Op een datum" if informeren.op else "Uitgesteld", vak)
        if informeren.op:
            self.vult_in("Datum", dag(informeren.op), vak)
        if informeren.uitstel_reden:
            self.vult_in("Waarom uitgesteld", informeren.uitstel_reden, vak)
        if informeren.opnieuw_op:
            self.vult_in("Opnieuw bekijken op", dag(informeren.opnieuw_op), vak)
        self.vinkt_aan(OOK_GEDEELD, vak, aan=informeren.ook_gedeeld)
        return vak

    def legt_partij_vast(self, partij: Partij) -> None:
        """Question 4, one party."""
        vak = self.klapt_open("Partij toevoegen", self.vraag(4))
        self.vult_in("Welke partij", partij.partij, vak)
        self.vult_in("Wat moet die weten", partij.wat, vak)
        self.kiest("Door welke organisatie", partij.organisatie, vak)
        self.vult_in("Door wie", partij.persoon, vak)
        self.vult_in("Wanneer", dag(partij.op), vak)
        self.drukt("Partij opslaan", vak)
        expect(self.vraag(4).get_by_role("heading", name=partij.partij)).to_be_visible()

    def legt_geen_partijen_vast(self, waarom: str) -> None:
        """Question 4: explicitly none."""
        vak = self.klapt_open("Er zijn geen partijen te informeren", self.vraag(4))
        self.vult_in("Waarom niemand buiten het overleg het hoeft te weten", waarom, vak)
        self.drukt("Vastleggen: geen partijen", vak)
        self.is_beantwoord(4)

    def legt_opschaling_vast(self, opschaling: Opschaling) -> None:
        """Question 5."""
        vak = self.klapt_open("Opschaling vastleggen", self.vraag(5))
        self.kiest("Opschalen", opschaling.keuze, vak)
        if opschaling.tafel:
            self.kiest("Naar welke tafel", opschaling.tafel, vak)
        self.vult_in("Waarom dit besluit", opschaling.waarom, vak)
        self.drukt("Opschaling opslaan", vak)
        self.is_beantwoord(5)
