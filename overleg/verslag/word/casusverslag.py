"""The verslag of one casus as a Word file, for the own file of a partner."""

from datetime import datetime

from overleg.basis.weergave import datum, datum_lang, tijd
from overleg.verslag.inhoud import CasusInVerslag, Stempel, Verslaginhoud
from overleg.verslag.word.bouwer import Bouwer
from overleg.verslag.word.casus import (
    besluit_in_regels,
    schrijf_aanwezig,
    schrijf_afspraken,
    schrijf_toelichting,
)
from overleg.verslag.word.huisstijl import Blad
from overleg.verslag.word.verslag import (
    CONCEPT_MERK,
    schrijf_rectificatie,
    schrijf_vorige_acties,
    stempel_in_paren,
    versie_van,
)

VOOR = "Dit exemplaar bevat alleen wat deze organisatie mag zien, en alleen deze casus."


def casusverslag_docx(
    inhoud: Verslaginhoud, stempel: Stempel, voor: str, gemaakt_op: datetime, sjabloon: bytes = b""
) -> bytes:
    """Return the Word file of the one casus in `inhoud`, made for the organisatie `voor`.

    `inhoud` must be what this reader may see of one casus: `voor_lezer` and `van_casus` come first.
    What is to be done and what was decided come first; what lies under it follows.
    """
    (casus,) = inhoud.casussen
    bouwer = Bouwer(
        Blad(
            titel=f"Verslag casus {casus.kenmerk}",
            tafel=inhoud.tafel,
            voettekst=f"Casus {casus.kenmerk}, verslag {inhoud.kenmerk}, {versie_van(stempel)}",
            merk=CONCEPT_MERK if stempel.is_concept else "",
            gemaakt_op=gemaakt_op,
            sjabloon=sjabloon,
        ),
        hoger=1,
    )
    bouwer.ondertitel(f"Besproken in het overleg van {datum_lang(inhoud.datum)}")
    bouwer.paren(_kop(inhoud, casus, stempel, voor))
    if casus.vernietigd:
        bouwer.tekst(casus.vernietigd)
    else:
        _casus(bouwer, inhoud, casus)
    for rectificatie in inhoud.rectificaties:
        schrijf_rectificatie(bouwer, rectificatie)
    return bouwer.bestand()


def _kop(inhoud: Verslaginhoud, casus: CasusInVerslag, stempel: Stempel, voor: str) -> list[tuple[str, str]]:
    tijden = ", ".join(f"{tijd(regel.begin)} tot {tijd(regel.einde)} uur" for regel in inhoud.agenda)
    naar = f", gaat verder op {datum(casus.naar_overleg)}" if casus.naar_overleg else ""
    return [
        ("Tafel", inhoud.tafel),
        ("Casus", casus.kenmerk),
        ("Overleg", f"{inhoud.kenmerk}{f', {tijden}' if tijden else ''}"),
        ("Vorm en plaats", ", ".join(d for d in (inhoud.overlegvorm, inhoud.plaats) if d)),
        ("Voorzitter", ", ".join(inhoud.voorzitters)),
        *stempel_in_paren(stempel),
        ("Uitkomst", f"{casus.uitkomst}{naar}"),
        *([("Reden van aanhouden", casus.aangehouden_reden)] if casus.aangehouden_reden else []),
        ("Exemplaar voor", f"{voor}. {VOOR}"),
    ]


def _casus(bouwer: Bouwer, inhoud: Verslaginhoud, casus: CasusInVerslag) -> None:
    bouwer.onderdeel("Concrete vraag", casus.concrete_vraag, 2)
    schrijf_afspraken(bouwer, casus, niveau=2)
    bouwer.kop("De vijf besluiten", 2)
    for besluit in casus.besluiten:
        bouwer.regel(f"{besluit.nummer}. {besluit.vraag}", "\n".join(besluit_in_regels(besluit)))
    schrijf_aanwezig(bouwer, casus)
    if inhoud.vorige_acties:
        bouwer.kop("Acties van de vorige keer", 2)
        schrijf_vorige_acties(bouwer, inhoud)
    schrijf_toelichting(bouwer, casus)
