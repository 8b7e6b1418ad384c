"""Bringing a casus in, as the inbrenger does."""

import re

from playwright.sync_api import expect

from tests.reis.casussen.soort import Betrokkene, Casus, Melding
from tests.reis.mens import Mens, dag


class Aanmelder(Mens):
    """Someone who brings a casus in."""

    def meldt_casus_aan(self, casus: Casus) -> str:
        """Fill in the whole aanmelding and hand it in; return the kenmerk that was issued."""
        self.begint_aanmelding(acuut=casus.acuut, tafel=casus.tafel)
        self.vult_aanmelding_in(casus)
        return self.dient_in()

    def begint_aanmelding(self, *, acuut: bool, tafel: str = "") -> None:
        """Answer the first question, about danger now; who sits at more tafels chooses one."""
        self.kiest_in_menu("Vandaag")
        self.volgt("Casus aanmelden")
        self.leest_kop("Casus aanmelden")
        self.kiest("Is er nu acuut gevaar?", "Ja" if acuut else "Nee")
        if tafel:
            self.kiest("Bij welke overlegtafel meldt u aan?", tafel)
        self.drukt("Verder")
        self.leest_kop("Acuut gevaar" if acuut else "Aanmelding")

    def vult_aanmelding_in(self, casus: Casus) -> None:
        """Fill in the form, from top to bottom."""
        self.kiest("Waar komen straf en zorg samen?", casus.samenloop)
        self.vult_in("Om welk strafbaar feit gaat het, of waar ontmoeten straf en zorg elkaar?", casus.feit)
        for thema in casus.themas:
            self.vinkt_aan(thema, self.groep("Thema's"))
        for nummer, betrokkene in enumerate(casus.betrokkenen, start=1):
            self._vult_persoon_in(nummer, betrokkene)
        self.vult_in("Wat is er gebeurd?", casus.gebeurd)
        self.vult_in("Wat is de grootste zorg?", casus.zorg)
        if casus.melding:
            self._vult_melding_in(casus.melding)
        for nummer, (tafel, toelichting) in enumerate(casus.bekend_bij, start=1):
            self._vult_tafel_in(nummer, tafel, toelichting)
        self.vult_in("Concrete vraag aan het overleg", casus.vraag)
        self._beantwoordt_criteria(casus)

    def _vult_persoon_in(self, nummer: int, betrokkene: Betrokkene) -> None:
        rij = self.groep(f"Persoon {nummer}")
        self.page.get_by_role("button", name="Persoon toevoegen").first.wait_for()
        if not rij.count():
            self.drukt("Persoon toevoegen")
            expect(rij).to_be_visible()
        self.kiest("Rol", betrokkene.rol, rij)
        self.vult_in("Naam", betrokkene.naam, rij)
        self.vult_in("Geboortedatum", dag(betrokkene.geboren), rij)
        self.kiest("Toestemming om gegevens te delen", betrokkene.toestemming, rij)
        if betrokkene.waarom_zonder:
            self.vult_in("Waarom delen zonder toestemming?", betrokkene.waarom_zonder, rij)

    def _vult_tafel_in(self, nummer: int, tafel: str, toelichting: str) -> None:
        self.drukt("Tafel toevoegen")
        rij = self.groep(f"Tafel {nummer}")
        expect(rij).to_be_visible()
        opties = rij.get_by_role("option").filter(has_text=tafel)
        self.kiest("Welke tafel?", opties.first.inner_text().strip(), rij)
        self.vult_in("Toelichting", toelichting, rij)

    def _vult_melding_in(self, melding: Melding) -> None:
        self.kiest("Is er een melding bij Veilig Thuis gedaan?", "De melding is gedaan")
        vak = self.klapt_open("De melding is gedaan: nummer, datum en wijze")
        self.vult_in("Nummer van de melding", melding.nummer, vak)
        self.vult_in("Datum van de melding", dag(melding.datum), vak)
        self.kiest("Vooraf of achteraf?", melding.moment, vak)
        self.kiest("Hoe is de melding gedaan?", melding.wijze, vak)

    def _beantwoordt_criteria(self, casus: Casus) -> None:
        criteria = self.groep("Criteria")
        for code, (ja, reden) in casus.criteria.items():
            vraag = criteria.get_by_role("group", name=re.compile(rf"^\s*{code}\. "))
            self.bediening.vink(vraag.get_by_label("Ja" if ja else "Nee", exact=True))
            self.vult_in(f"Waarom? (criterium {code})", reden, criteria)
        vakjes = criteria.get_by_role("group", name=re.compile(r"^\s*D\. "))
        for naam in casus.onder_d:
            self.vinkt_aan(naam, vakjes)
        if not casus.onder_d:
            self.vinkt_aan("Geen van deze", criteria)
        self.vult_in("Waarom? (criterium D)", casus.reden_d, criteria)

    def dient_in(self) -> str:
        """Hand the aanmelding in; return its kenmerk."""
        self.drukt("Indienen")
        kop = self.page.get_by_role("heading", level=1)
        expect(kop).to_have_text(re.compile(r"Casus \w+-\d{4}-\d+"))
        return kop.inner_text().removeprefix("Casus ").strip()

    def opent_casus(self, kenmerk: str) -> None:
        """Open the sheet of a casus from the list."""
        self.kiest_in_menu("Casussen")
        self.volgt(kenmerk)
        self.leest_kop(kenmerk)
