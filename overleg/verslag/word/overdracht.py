"""The form that goes with a handover as a Word file."""

from collections.abc import Sequence
from datetime import datetime

from overleg.basis.weergave import datum
from overleg.verslag.overdrachtinhoud import Overdrachtinhoud, Verteld
from overleg.verslag.word.bouwer import NIETS, Bouwer
from overleg.verslag.word.casus import (
    schrijf_maatregelen,
    schrijf_partner,
    schrijf_voorwaarden,
    tabel_van_afspraken,
)
from overleg.verslag.word.huisstijl import Blad

VOOR_BUITEN = (
    "Dit formulier bevat wat de overlegtafel samen heeft vastgelegd. Wat de partners ieder voor zich "
    "inbrachten, staat er niet in: vraag dat aan die partner zelf."
)
VOOR_BINNEN = "Dit formulier bevat alleen wat met deze ontvanger is gedeeld."
INVULLEN = "\u00a0"
"""Room to write in a cell: not a dash, which would read as an answer."""


def overdracht_docx(inhoud: Overdrachtinhoud, gemaakt_op: datetime, sjabloon: bytes = b"") -> bytes:
    """Return the Word file of a handover, for the receiver named in `inhoud`."""
    bouwer = Bouwer(
        Blad(
            titel=f"Overdrachtsformulier {inhoud.kenmerk}",
            tafel=inhoud.tafel,
            voettekst=f"Overdracht casus {inhoud.kenmerk}, gemaakt op {datum(gemaakt_op.date())}",
            merk="",
            gemaakt_op=gemaakt_op,
            sjabloon=sjabloon,
        )
    )
    bouwer.ondertitel(f"{inhoud.wat}, van {inhoud.van} naar {inhoud.naar}")
    bouwer.paren(_kop(inhoud))
    bouwer.onderdeel("Vraag waarover het gaat", inhoud.vraag, 1, NIETS)
    bouwer.kop("Voorwaarden van deze overdracht")
    bouwer.lijst(inhoud.voorwaarden)
    bouwer.kop("Regie op veiligheid")
    bouwer.lijst(inhoud.regie, leeg="Er is nog geen regie belegd.")
    _te_doen(bouwer, inhoud)
    _feiten(bouwer, inhoud)
    _verteld(bouwer, inhoud)
    _antwoord(bouwer)
    return bouwer.bestand()


def _kop(inhoud: Overdrachtinhoud) -> list[tuple[str, str]]:
    return [
        ("Casus", inhoud.kenmerk),
        ("Wat", inhoud.wat),
        ("Van", f"{inhoud.van} (overlegtafel {inhoud.tafel})"),
        ("Naar", inhoud.naar),
        ("Aangeboden op", datum(inhoud.aangeboden_op)),
        ("Gaat in op", datum(inhoud.per_datum) or "zodra de ontvanger aanneemt"),
        ("Stand", inhoud.stand),
        ("Exemplaar voor", f"{inhoud.naar}. {VOOR_BUITEN if inhoud.buiten else VOOR_BINNEN}"),
    ]


def _te_doen(bouwer: Bouwer, inhoud: Overdrachtinhoud) -> None:
    bouwer.kop("Afspraken die nog lopen")
    tabel_van_afspraken(bouwer, inhoud.afspraken, "Er lopen geen afspraken meer.")
    bouwer.kop("Maatregelen die gelden")
    schrijf_maatregelen(bouwer, inhoud.maatregelen)
    bouwer.kop("Veiligheidsvoorwaarden van Veilig Thuis")
    schrijf_voorwaarden(bouwer, inhoud.veiligheidsvoorwaarden)


def _feiten(bouwer: Bouwer, inhoud: Overdrachtinhoud) -> None:
    bouwer.kop("Wat u moet weten")
    bouwer.kop("Directbetrokkenen en het plan per persoon", 2)
    kolommen = [("Naam", 4.2), ("Rol", 3.2), ("Geboren", 2.6), ("Wat er voor deze persoon gebeurt", 7)]
    bouwer.tabel(kolommen, [(p.naam, p.rol, p.geboren, p.plan) for p in inhoud.personen])
    bouwer.onderdeel("Wat er is gebeurd", inhoud.feitenonderzoek, 2)
    bouwer.onderdeel("Grootste zorg over de veiligheid", inhoud.grootste_zorg, 2)
    bouwer.onderdeel("Veiligheidsplan", inhoud.veiligheidsplan, 2)
    bouwer.onderdeel("Volgorde van uitvoeren", inhoud.volgorde, 2)
    if inhoud.informatie:
        bouwer.kop("Informatie die de partners met u deelden", 2)
    for partner in inhoud.informatie:
        schrijf_partner(bouwer, partner)


def _verteld(bouwer: Bouwer, inhoud: Overdrachtinhoud) -> None:
    bouwer.kop("Wie wat is verteld")
    bouwer.kop("Directbetrokkenen", 2)
    _tabel(bouwer, inhoud.informeringen)
    bouwer.kop("Partijen buiten het overleg", 2)
    _tabel(bouwer, inhoud.partijen)


def _tabel(bouwer: Bouwer, rijen: Sequence[Verteld]) -> None:
    kolommen = [("Wie", 3.6), ("Wat", 5.2), ("Door", 3.6), ("Stand", 4.6)]
    bouwer.tabel(kolommen, [(rij.wie, rij.wat, rij.door, rij.stand) for rij in rijen])


def _antwoord(bouwer: Bouwer) -> None:
    bouwer.kop("Antwoord van de ontvanger")
    bouwer.paren(
        [
            ("Neemt u aan?", "ja / nee"),
            ("Zo nee, waarom niet", INVULLEN),
            ("Naam en organisatie", INVULLEN),
            ("Datum", INVULLEN),
        ],
        bijeen=True,
    )
