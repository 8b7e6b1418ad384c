"""The form of an aanmelding as a Word file."""

from datetime import datetime

from overleg.verslag.formulieren.aanmelding import AANMELDING
from overleg.verslag.formulieren.vorm import Formulierinhoud
from overleg.verslag.word.formulier import BEWAAR, GETYPT_IN, Formulierbouwer
from overleg.verslag.word.huisstijl import Blad
from overleg.verslag.word.tekst import schrijf
from overleg.verslag.word.velden import VERSIETAG

ACUUT = (
    "Is er nu acuut gevaar? Wacht dan niet op dit formulier. Bel bij direct levensgevaar 112 en meld de "
    "casus meteen in de applicatie: daar staan de nummers van de piketdiensten."
)
STAPPEN = (
    f"{GETYPT_IN} U hoeft niet alles in te vullen.",
    BEWAAR,
    "Mail het niet, en geef het aan niemand die de casus niet hoeft te kennen.",
    "Lever het in: kies in de applicatie bij Casussen ‘Casus aanmelden’ en daarna ‘Formulier inleveren’.",
    "Er komt dan een concept. U leest het na en dient het zelf in.",
    "Gooi daarna het bestand weg, en ook wat u hebt afgedrukt.",
)


def aanmeldformulier_docx(
    inhoud: Formulierinhoud, tafel: str, gemaakt_op: datetime, sjabloon: bytes = b""
) -> bytes:
    """Return the empty form of a tafel."""
    merk = f"{AANMELDING.tag}{inhoud.van}"
    bouwer = Formulierbouwer(
        Blad(
            titel="Casus aanmelden",
            tafel=tafel,
            voettekst=f"Aanmeldformulier, versie {inhoud.versie}",
            merk="",
            gemaakt_op=gemaakt_op,
            sjabloon=sjabloon,
        ),
        merk,
        inhoud.versie,
    )
    for woord, tag, waarde in (
        ("Overlegtafel", merk, tafel),
        ("Formulier", f"{VERSIETAG}{inhoud.versie}", f"versie {inhoud.versie}"),
    ):
        alinea = schrijf(bouwer.document.add_paragraph(), f"{woord}:", vet=True)
        alinea.add_run(" ")
        bouwer.vakken.vast(alinea, woord, waarde, tag=tag)
    bouwer.kop("Zo werkt het")
    schrijf(bouwer.document.add_paragraph(), ACUUT, vet=True)
    bouwer.stappen(STAPPEN)
    bouwer.blokken(inhoud.blokken)
    return bouwer.bestand()
