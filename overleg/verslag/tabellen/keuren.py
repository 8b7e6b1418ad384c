"""What an uploaded sheet is; `bestanden.keur` measures it before anything opens it."""

from dataclasses import replace
from typing import Final

from overleg.verslag.bestanden import Bestandssoort

OPNIEUW: Final = "Haal het werkblad opnieuw op bij Acties, vul het in en bewaar het als .xlsx."
WERKBLAD: Final = Bestandssoort(
    naam="werkblad",
    hoofdsoorten=(b"spreadsheetml.sheet.main+xml",),
    nieuw=".xlsx",
    oud=".xls",
    programma="rekenprogramma",
    vol="cellen",
    opnieuw=OPNIEUW,
)
LEDENBLAD: Final = replace(
    WERKBLAD, opnieuw="Haal het werkblad van deze tafel opnieuw op, vul het in en bewaar het als .xlsx."
)
