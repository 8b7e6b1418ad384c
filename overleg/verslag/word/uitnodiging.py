"""The invitation of a guest as a Word file."""

from datetime import datetime

from overleg.basis.weergave import datum_lang, tijd
from overleg.verslag.uitnodiging import Uitnodiging
from overleg.verslag.word.bouwer import Bouwer
from overleg.verslag.word.huisstijl import Blad

VERVALLEN_MERK = "VERVALLEN – dit gaat voor u niet door"
GEVRAAGD = (
    "U bent erbij voor één agendapunt. Wees er op tijd; na uw agendapunt gaat u weer weg.",
    "Vertel wat nodig is voor de veiligheid, en alleen wat u voor uw eigen taak mag delen.",
    "Zorg dat u namens uw organisatie afspraken kunt maken. Een afspraak onder voorbehoud kan hier niet.",
    "Wat u in het overleg hoort, gebruikt u alleen voor de afspraken die daar worden gemaakt.",
)
WAAROVER = (
    "In deze uitnodiging staat met opzet niet over wie het gaat. Hebt u een account, dan leest u dat na het "
    "inloggen op het moment dat uw agendapunt aan de beurt is. Anders hoort u het van de voorzitter."
)


def uitnodiging_docx(uitnodiging: Uitnodiging, gemaakt_op: datetime, sjabloon: bytes = b"") -> bytes:
    """Return the Word file of an invitation; one that lapsed says so on every page."""
    bouwer = Bouwer(
        Blad(
            titel=f"Uitnodiging {uitnodiging.tafel}",
            tafel=uitnodiging.tafel,
            voettekst=f"Uitnodiging {uitnodiging.kenmerk}",
            merk=VERVALLEN_MERK if uitnodiging.vervallen else "",
            gemaakt_op=gemaakt_op,
            sjabloon=sjabloon,
        )
    )
    tijden = f"{tijd(uitnodiging.begin)} tot {tijd(uitnodiging.einde)} uur"
    bouwer.ondertitel(f"{datum_lang(uitnodiging.datum)}, {tijden}")
    bouwer.paren(
        [
            ("Voor", ", ".join(d for d in (uitnodiging.gast, uitnodiging.organisatie) if d)),
            ("Kenmerk", uitnodiging.kenmerk),
            ("Dag", datum_lang(uitnodiging.datum)),
            ("Uw tijd", tijden),
            ("Vorm en plaats", ", ".join(d for d in (uitnodiging.vorm, uitnodiging.plaats) if d)),
            ("Voorzitter", uitnodiging.voorzitter),
            ("Secretaris", uitnodiging.secretaris),
        ]
    )
    bouwer.kop("Wat wij u vragen")
    bouwer.lijst(GEVRAAGD)
    bouwer.kop("Waarover het gaat")
    bouwer.tekst(WAAROVER)
    bouwer.kop("Kunt u niet komen?")
    naar = uitnodiging.secretaris or uitnodiging.voorzitter or "de secretaris van de overlegtafel"
    bouwer.tekst(f"Laat het zo snel mogelijk weten aan {naar}.")
    return bouwer.bestand()
