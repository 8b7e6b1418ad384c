"""The inzagepakket of one person as a Word file."""

from datetime import datetime

from overleg.basis.weergave import datum
from overleg.verslag.inzage import Inzagepakket
from overleg.verslag.word.bouwer import Bouwer
from overleg.verslag.word.huisstijl import Blad

UITLEG = (
    "Hieronder leest u wat er over u is vastgelegd. Waar [afgeschermd] staat, is iets weggehaald dat over "
    "een ander gaat of dat de veiligheid van iemand raakt."
)
WEGGELATEN = "Sommige delen zijn in hun geheel weggelaten. Waarom dat mag, staat bij het besluit."
RECHTEN = (
    "Klopt iets niet, dan kunt u vragen om het te verbeteren. U kunt ook een eigen verklaring laten "
    "toevoegen. Bent u het niet eens met dit besluit, dan kunt u een klacht indienen bij de Autoriteit "
    "Persoonsgegevens of naar de rechter gaan."
)


def inzage_docx(pakket: Inzagepakket, gemaakt_op: datetime, sjabloon: bytes = b"") -> bytes:
    """Return the Word file that goes to the person."""
    bouwer = Bouwer(
        Blad(
            titel="Inzage in uw gegevens",
            tafel=pakket.tafel,
            voettekst=f"Inzage {pakket.kenmerk}",
            merk="",
            gemaakt_op=gemaakt_op,
            sjabloon=sjabloon,
        )
    )
    bouwer.ondertitel(f"Voor {pakket.persoon}")
    bouwer.paren(
        [
            ("Uw verzoek van", datum(pakket.ontvangen_op)),
            ("Besluit", pakket.besluit),
            *([("Waarom", pakket.reden)] if pakket.reden else []),
        ]
    )
    bouwer.tekst(UITLEG)
    if pakket.iets_weggelaten:
        bouwer.tekst(WEGGELATEN)
    for deel in pakket.delen:
        bouwer.onderdeel(deel.kop, deel.tekst, niveau=2)
    bouwer.kop("Wat u nu kunt doen", 2)
    bouwer.tekst(RECHTEN)
    return bouwer.bestand()
