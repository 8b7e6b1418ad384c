"""Comments on the draft of a record: asking for them, making one, handling it."""

from datetime import date

from playwright.sync_api import expect

from overleg.basis.weergave import datum, datum_lang
from tests.reis.mens import Mens, dag


class Reageerder(Mens):
    """Someone who was at the meeting, or who leads the tafel."""

    def opent_concept(self, op: date) -> None:
        """Open the draft of the record of that day."""
        self.kiest_in_menu("Overleggen")
        self.volgt(datum_lang(op))
        self.leest_kop(datum_lang(op))
        self.volgt("Verslag")
        self.leest_kop("Verslag")

    def vraagt_om_opmerkingen(self, op: date, tot: date) -> None:
        """Open the draft for comment until a day."""
        self.opent_concept(op)
        self.volgt("Om opmerkingen vragen")
        self.vult_in("Reageren kan tot en met", dag(tot))
        self.drukt("Vragen en mail versturen")
        self.ziet(f"Wie erbij was, kan reageren tot en met {datum_lang(tot)}")

    def reageert_vanaf_vandaag(self, op: date, tekst: str) -> None:
        """Follow the first page to the draft, and say what is wrong with the meeting as a whole."""
        self.kiest_in_menu("Vandaag")
        self.volgt(f"Verslag waarop u nog kunt reageren: {datum(op)}")
        self.volgt("Opmerking maken")
        self.kiest("Waar gaat het over?", "Het overleg als geheel")
        self.vult_in("Wat klopt er niet, en wat moet er staan?", tekst)
        self.drukt("Opmerking versturen")
        self.ziet(tekst)

    def behandelt(self, op: date, tekst: str, uitkomst: str, antwoord: str) -> None:
        """Follow the first page to the comment, and put on record what becomes of it."""
        self.kiest_in_menu("Vandaag")
        self.volgt(f"Opmerkingen die u nog behandelt: verslag van {datum(op)}")
        self.ziet(tekst)
        self.volgt("Opmerking 1", self.deel("Opmerkingen"))
        self.kiest("Wat doet u met deze opmerking?", uitkomst)
        self.vult_in("Uw antwoord", antwoord)
        self.drukt("Vastleggen")
        self.ziet(f"Antwoord van de voorzitter: {antwoord}")

    def leest_antwoord(self, op: date, antwoord: str) -> None:
        """Follow the first page to the answer on an own comment."""
        self.kiest_in_menu("Vandaag")
        self.volgt(f"Antwoord op uw opmerking bij het verslag van {datum(op)}")
        expect(self.page.locator("main")).to_contain_text(antwoord)
