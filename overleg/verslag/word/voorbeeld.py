"""An example of our documents, with an invented casus: to see what a house style makes of them.

Every style of ours is in it, on more than one page, so that a first page and those after it are both seen.
"""

from datetime import UTC, date, datetime

from overleg.basis.weergave import datum
from overleg.verslag.word.bouwer import Bouwer
from overleg.verslag.word.huisstijl import Blad, op_sjabloon
from overleg.verslag.word.stijlfeiten import bevindingen

VOORBEELD_MERK = "VOORBEELD – alles in dit document is verzonnen"
DAG = date(2026, 3, 12)
VRAAG = "Kan het gezin vanavond veilig thuis slapen, en wie zorgt daarvoor?"
VERHAAL = (
    "De buren belden op een avond de politie. Zij hoorden geschreeuw en brekend glas. De moeder had een "
    "blauwe plek op haar arm en zei dat zij was gevallen. De kinderen zaten boven. De oudste vertelde de "
    "volgende dag op school dat het vaker gebeurt.\n\nDe wijkagent kwam dit jaar drie keer aan de deur. "
    "Veilig Thuis kreeg eerder een melding van de huisarts."
)
AFSPRAKEN = (
    ("1", "Praat apart met de moeder, in haar eigen taal.", "Veilig Thuis", "19-03-2026", "–", "Gesprek"),
    ("2", "Kijk of een tijdelijk huisverbod kan.", "Politie", "13-03-2026", "–", "Onderzoek"),
    ("3", "Vraag de school hoe het met de kinderen gaat.", "Veilig Thuis", "20-03-2026", "1", "Onderzoek"),
)


def eis_bruikbaar(sjabloon: bytes) -> None:
    """Make with a template all that will be made with it; raises what the libraries raise when it cannot be.

    First without the way out that a document has: that takes our own house style instead.
    """
    bevindingen(sjabloon)
    moment = datetime.combine(DAG, datetime.min.time(), UTC)
    op_sjabloon(_blad("", sjabloon, moment))
    voorbeeld_docx("", sjabloon, moment)


def _blad(tafel: str, sjabloon: bytes, gemaakt_op: datetime) -> Blad:
    return Blad(
        titel="Voorbeeld van een verslag",
        tafel=tafel,
        voettekst="Verslag VB-2026-03-12, voorbeeld",
        merk=VOORBEELD_MERK,
        gemaakt_op=gemaakt_op,
        sjabloon=sjabloon,
    )


def voorbeeld_docx(tafel: str, sjabloon: bytes, gemaakt_op: datetime) -> bytes:
    """Return the example, in the house style of `sjabloon`; without, in our own."""
    bouwer = Bouwer(_blad(tafel, sjabloon, gemaakt_op))
    bouwer.ondertitel("Donderdag 12 maart 2026, 9.00 tot 12.00 uur")
    bouwer.paren(
        [
            ("Kenmerk", "VB-2026-03-12"),
            ("Stand", "Voorbeeld, er is niets vastgesteld"),
            ("Vorm en plaats", "Fysiek, zaal 1"),
        ]
    )
    bouwer.inhoudsopgave()
    bouwer.kop("Agenda")
    bouwer.tabel(
        [("Nr.", 1.2), ("Tijd", 3), ("Onderwerp", 8.3), ("Uitkomst", 4.5)],
        [
            ("1", "09:00 – 09:10", "Opening", "–"),
            ("2", "09:10 – 09:35", "Casus VB-2026-0001", "Besproken"),
            ("3", "09:35 – 10:00", "Casus VB-2026-0002", "Aangehouden"),
        ],
    )
    _casus(bouwer)
    bouwer.kop("Casus VB-2026-0002", nieuwe_pagina=True)
    bouwer.regel("Uitkomst", "Aangehouden: een partner was er niet.")
    bouwer.tekst(f"Deze casus komt terug op {datum(date(2026, 3, 19))}.")
    return bouwer.bestand()


def _casus(bouwer: Bouwer) -> None:
    bouwer.kop("Casus VB-2026-0001", nieuwe_pagina=True)
    bouwer.regel("Uitkomst", "Besproken", bij_volgende=True)
    bouwer.onderdeel("Concrete vraag", VRAAG, 2)
    bouwer.kop("Stap 1. Informatie delen en duiden", 2)
    bouwer.kop("Informatie van de partners", 3)
    bouwer.kop("Politie", 4)
    bouwer.tekst(VERHAAL)
    bouwer.kop("Afspraken", 2)
    kolommen = [("Nr.", 1), ("Wat", 4.9), ("Wie", 3.5), ("Uiterlijk", 2.2), ("Wacht op", 2.5), ("Soort", 2.9)]
    bouwer.tabel(kolommen, AFSPRAKEN)
    bouwer.kop("Te informeren", 2)
    bouwer.lijst([f"De huisarts, door Veilig Thuis, uiterlijk {datum(DAG)}.", "De school."])
