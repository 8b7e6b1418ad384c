"""The form of an aanmelding as a Word file: to fill in without a connection, and to hand in later."""

from datetime import datetime
from itertools import groupby
from typing import Final

from docx.oxml import OxmlElement
from docx.table import _Cell

from overleg.verslag.aanmeldformulier.inhoud import (
    BIJ_VINK,
    DATUM,
    KEUZE,
    TEKST,
    VINK,
    Blok,
    Formulierinhoud,
    Veld,
)
from overleg.verslag.word.bouwer import Bouwer
from overleg.verslag.word.huisstijl import BREEDTE_CM, Blad
from overleg.verslag.word.tekst import schrijf
from overleg.verslag.word.velden import Vakken

TAFELTAG: Final = "tafel:"
VERSIETAG: Final = "versie:"
LINKS_CM = 6.0
ACUUT = (
    "Is er nu acuut gevaar? Wacht dan niet op dit formulier. Bel bij direct levensgevaar 112 en meld de "
    "casus meteen in de applicatie: daar staan de nummers van de piketdiensten."
)
STAPPEN = (
    "Typ alleen in de vakken. Wat u ernaast typt, komt niet op zijn plek. U hoeft niet alles in te vullen.",
    "Bewaar het bestand als .docx, zonder wachtwoord, op een beveiligde plek van uw organisatie.",
    "Mail het niet, en geef het aan niemand die de casus niet hoeft te kennen.",
    "Lever het in: kies in de applicatie bij Casussen ‘Casus aanmelden’ en daarna ‘Formulier inleveren’.",
    "Er komt dan een concept. U leest het na en dient het zelf in.",
    "Gooi daarna het bestand weg, en ook wat u hebt afgedrukt.",
)


def aanmeldformulier_docx(inhoud: Formulierinhoud, gemaakt_op: datetime, sjabloon: bytes = b"") -> bytes:
    """Return the empty form of a tafel."""
    return _Formulierbouwer(inhoud, gemaakt_op, sjabloon).bestand()


class _Formulierbouwer(Bouwer):
    """Builds the form: words at the left, the box to fill in beside it."""

    def __init__(self, inhoud: Formulierinhoud, gemaakt_op: datetime, sjabloon: bytes) -> None:
        super().__init__(
            Blad(
                titel="Casus aanmelden",
                tafel=inhoud.tafel,
                voettekst=f"Aanmeldformulier, versie {inhoud.versie}",
                merk="",
                gemaakt_op=gemaakt_op,
                sjabloon=sjabloon,
            )
        )
        self.vakken = Vakken(self.document)
        self._begin(inhoud)
        for blok in inhoud.blokken:
            self._blok(blok)

    def _begin(self, inhoud: Formulierinhoud) -> None:
        for woord, tag, waarde in (
            ("Overlegtafel: ", f"{TAFELTAG}{inhoud.tafel_id}", inhoud.tafel),
            ("Formulier: ", f"{VERSIETAG}{inhoud.versie}", f"versie {inhoud.versie}"),
        ):
            alinea = schrijf(self.document.add_paragraph(), woord.strip(), vet=True)
            alinea.add_run(" ")
            self.vakken.vast(alinea, tag, woord.strip(" :"), waarde)
        self.kop("Zo werkt het")
        schrijf(self.document.add_paragraph(), ACUUT, vet=True)
        for stap in STAPPEN:
            schrijf(self.document.add_paragraph(style="List Number"), stap)

    def _blok(self, blok: Blok) -> None:
        self.kop(blok.titel, 2 if blok.rij else 1)
        if blok.uitleg:
            self.tekst(blok.uitleg)
        rijen = [list(velden) for _naam, velden in groupby(blok.velden, key=lambda veld: veld.naam)]
        if not rijen:
            return
        tabel = self._tabel(len(rijen), (LINKS_CM, BREEDTE_CM - LINKS_CM))
        for rij, velden in zip(tabel.rows, rijen, strict=True):
            rij._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
            self._rij(rij.cells[0], rij.cells[1], velden)
        self._wit()

    def _rij(self, links: _Cell, rechts: _Cell, velden: list[Veld]) -> None:
        """Fill a row: one box, or a list of boxes to tick under each other."""
        eerste = velden[0]
        label, uitleg = eerste.boven if eerste.boven[0] else (eerste.label, eerste.uitleg)
        schrijf(links.paragraphs[0], label).style = "Tabelkop"
        if uitleg:
            schrijf(links.add_paragraph(style="Tabeltekst"), uitleg)
        for nummer, veld in enumerate(velden):
            alinea = rechts.add_paragraph() if nummer else rechts.paragraphs[0]
            alinea.style = "Tabeltekst"
            if veld.soort == VINK:
                self.vakken.vink(alinea, veld.tag, veld.bij)
                alinea.add_run(" ")
                schrijf(alinea, veld.label if eerste.boven[0] else BIJ_VINK)
            elif veld.soort == KEUZE:
                self.vakken.keuze(alinea, veld.tag, veld.bij, veld.keuzes)
            elif veld.soort == DATUM:
                self.vakken.dag(alinea, veld.tag, veld.bij)
            else:
                self.vakken.tekst(alinea, veld.tag, veld.bij, meer_regels=veld.soort == TEKST)
