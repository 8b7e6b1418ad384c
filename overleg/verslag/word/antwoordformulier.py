"""The form of an answer to a uitvraag as a Word file; who asks by name, and why just you, are not in it."""

from datetime import datetime

from overleg.basis.klok import hier
from overleg.basis.weergave import datum
from overleg.uitvraag.inhoud import Gevraagde, Verzoekinhoud
from overleg.verslag.formulieren.antwoord import ANTWOORD
from overleg.verslag.formulieren.vorm import Formulierinhoud
from overleg.verslag.word.formulier import BEWAAR, GETYPT_IN, Formulierbouwer
from overleg.verslag.word.huisstijl import Blad
from overleg.verslag.word.tekst import schrijf
from overleg.verslag.word.velden import VERSIETAG

STAPPEN = (
    GETYPT_IN,
    "Schrijf alleen op wat nodig is om de vraag te beantwoorden.",
    BEWAAR,
    "Mail het niet, en geef het aan niemand die de casus niet hoeft te kennen.",
    "Lever het in: open in de applicatie bij Uitvragen deze vraag en kies ‘Formulier inleveren’.",
    "Lees het daar na. Kies met wie u dit deelt en dien het in. Dat gebeurt niet vanzelf.",
    "Gooi daarna het bestand weg, en ook wat u hebt afgedrukt.",
)
GEEN_ARTIKEL_9 = "Zet hier geen gegevens in die onder art. 9 Wpg vallen. Die voegt u op het scherm apart toe."
PERSONEN = (("Naam", 5.5), ("Ook bekend als", 4.5), ("Geboren", 2.7), ("Rol", 4.3))


def antwoordformulier_docx(
    inhoud: Formulierinhoud,
    verzoek: Verzoekinhoud,
    gemaakt_op: datetime,
    sjabloon: bytes = b"",
    *,
    politie: bool,
) -> bytes:
    """Return the empty form; `politie` adds what only the politie must mind."""
    merk = f"{ANTWOORD.tag}{inhoud.van}"
    bouwer = Formulierbouwer(
        Blad(
            titel="Antwoord op een vraag",
            tafel=verzoek.tafel,
            voettekst=f"Antwoordformulier {verzoek.kenmerk}",
            merk="",
            gemaakt_op=gemaakt_op,
            sjabloon=sjabloon,
        ),
        merk,
        inhoud.versie,
    )
    functie = f" ({verzoek.functie})" if verzoek.functie else ""
    bouwer.vaste_paren(
        [
            ("Kenmerk", verzoek.kenmerk, merk),
            ("Gevraagd aan", f"{verzoek.organisatie}{functie}", ""),
            ("Uiterlijk op", datum(verzoek.uiterlijk), ""),
            ("Doel", verzoek.doel, ""),
            ("Grondslag van de vraag", verzoek.grondslag, ""),
            ("Opgehaald op", datum(hier(gemaakt_op).date()), f"{VERSIETAG}{inhoud.versie}"),
        ]
    )
    bouwer.kop("Wat wordt gevraagd")
    bouwer.vaste_tekst("Wat wordt gevraagd", verzoek.vraag)
    bouwer.kop("Over wie het gaat")
    bouwer.vaste_tabel(PERSONEN, [(p.naam, p.ook_bekend_als, _geboren(p), p.rol) for p in verzoek.personen])
    bouwer.kop("Zo werkt het")
    if politie:
        schrijf(bouwer.document.add_paragraph(), GEEN_ARTIKEL_9, vet=True)
    bouwer.stappen(STAPPEN)
    bouwer.blokken(inhoud.blokken)
    return bouwer.bestand()


def _geboren(persoon: Gevraagde) -> str:
    return datum(persoon.geboortedatum) or str(persoon.geboortejaar or "onbekend")
