"""The certificate of a destroyed dossier as a Word file."""

from datetime import datetime

from overleg.basis.weergave import tijdstip
from overleg.verslag.procesverbaal import Procesverbaal
from overleg.verslag.word.bouwer import Bouwer
from overleg.verslag.word.huisstijl import Blad

UITLEG = (
    "Hieronder staat welke soorten gegevens zijn vernietigd en hoeveel. Er staan geen gegevens van "
    "directbetrokkenen in deze verklaring. Wat blijft, is het kenmerk en het logboek van wie wat deed."
)


def procesverbaal_docx(inhoud: Procesverbaal, gemaakt_op: datetime, sjabloon: bytes = b"") -> bytes:
    """Return the certificate as a file."""
    bouwer = Bouwer(
        Blad(
            titel="Verklaring van vernietiging",
            tafel=inhoud.tafel,
            voettekst=f"Vernietiging {inhoud.kenmerk}",
            merk="",
            gemaakt_op=gemaakt_op,
            sjabloon=sjabloon,
        )
    )
    bouwer.ondertitel(f"Casus {inhoud.kenmerk}")
    bouwer.paren(
        [
            ("Vernietigd op", tijdstip(inhoud.op)),
            ("Voorgesteld door", inhoud.voorgesteld_door),
            ("Goedgekeurd door", inhoud.goedgekeurd_door),
            ("Grond", inhoud.grond),
            ("Bestanden", inhoud.gewist),
        ]
    )
    bouwer.tekst(UITLEG)
    bouwer.kop("Wat is vernietigd", 2)
    rijen = [(soort, str(aantal)) for soort, aantal in inhoud.aantallen]
    bouwer.tabel([("Soort gegevens", 13), ("Aantal", 4)], rijen, leeg="Niet geteld.")
    bouwer.kop("Verzoeken van betrokkenen", 2)
    bouwer.lijst(inhoud.verzoeken)
    return bouwer.bestand()
