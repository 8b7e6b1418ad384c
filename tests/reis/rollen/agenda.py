"""Planning an overleg and making its agenda, as the voorzitter or secretaris does."""

import re
from datetime import date

from playwright.sync_api import expect

from overleg.basis.weergave import datum_lang
from tests.reis.mens import Mens, dag


class Agendamaker(Mens):
    """Someone who plans an overleg and makes the agenda."""

    def plant_overleg(self, op: date, begin: str, einde: str) -> None:
        """Plan one extra overleg at this tafel."""
        self.kiest_in_menu("Overleggen")
        self.volgt("Overleg plannen")
        self.vult_in("Datum", dag(op))
        self.vult_in("Begintijd", begin)
        self.vult_in("Eindtijd", einde)
        self.vinkt_aan("Dit is een extra overleg, buiten de vaste reeks")
        self.drukt("Plannen")
        self.leest_kop("Agenda maken")
        self.ziet(datum_lang(op))

    def bekijkt_overleg(self, op: date) -> None:
        """Open the page of an overleg from the list."""
        self.kiest_in_menu("Overleggen")
        self.volgt(datum_lang(op))
        self.leest_kop(datum_lang(op))

    def ziet_op_agenda(self, volgorde: list[str]) -> None:
        """Fail unless these stand on the agenda that is open, in this order."""
        in_deze_volgorde = re.compile(".*".join(map(re.escape, volgorde)), re.DOTALL)
        expect(self.deel("Agenda")).to_contain_text(in_deze_volgorde)

    def opent_agenda(self, op: date) -> None:
        """Open the agenda of an overleg to work on it."""
        self.bekijkt_overleg(op)
        self.volgt("Agenda maken")
        self.leest_kop("Agenda maken")

    def zet_op_agenda(self, kenmerk: str, op: date) -> None:
        """Put a casus on the agenda of that day."""
        self.opent_agenda(op)
        self.drukt(f"Op de agenda {kenmerk}")
        expect(self.deel("Agenda")).to_contain_text(kenmerk)

    def geeft_gast_een_tijd(self, kenmerk: str, op: date, gast: str, van: str, tot: str) -> None:
        """Have a guest with an account come for one casus, from and until these times."""
        self.opent_agenda(op)
        self.volgt(f"Casus {kenmerk}", self.deel("Agenda"))
        self.volgt("Gast toevoegen")
        self.kiest("Account", gast)
        self.vult_in("Van", van)
        self.vult_in("Tot", tot)
        self.drukt("Gast toevoegen")
        expect(self.deel("Gasten bij dit punt")).to_contain_text(re.split(r"[,(]", gast)[0].strip())

    def geeft_gast_zonder_account_een_tijd(
        self, kenmerk: str, op: date, *, wie: tuple[str, str], van: str, tot: str
    ) -> None:
        """Have someone (name, organisatie) without an account come for one casus, from and until then."""
        self.opent_agenda(op)
        self.volgt(f"Casus {kenmerk}", self.deel("Agenda"))
        self.volgt("Gast toevoegen")
        self.kiest("Organisatie", wie[1])
        self.vult_in("Naam", wie[0])
        self.vult_in("Van", van)
        self.vult_in("Tot", tot)
        self.drukt("Gast toevoegen")
        expect(self.deel("Gasten bij dit punt")).to_contain_text(wie[0])

    def biedt_niet_aan_voor_agenda(self, kenmerk: str) -> None:
        """Fail when this casus can be put on the agenda that is open."""
        self.leest_kop("Agenda maken")
        self.ziet_niet(kenmerk)

    def kan_niet_op_agenda(self, kenmerk: str, op: date, reden: str) -> None:
        """Fail unless the agenda of that day says why this casus cannot come on it."""
        self.opent_agenda(op)
        rij = (
            self.deel("Casussen zonder plaats op een agenda").get_by_role("listitem").filter(has_text=kenmerk)
        )
        expect(rij).to_contain_text(reden)
        expect(rij.get_by_role("button", name="Op de agenda")).to_be_disabled()

    def publiceert(self, op: date) -> None:
        """Send the agenda."""
        self.opent_agenda(op)
        self.drukt("Agenda versturen")
        self.bevestigt()
        self.ziet("Verstuurd op")
