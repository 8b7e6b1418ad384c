"""The table of what is written down, for docs/logboek.md: made from the code, so that it is always true."""

from collections.abc import Mapping
from enum import StrEnum

from overleg.logboek.daden import Daad, daad_van
from overleg.logboek.soorten import Soort
from overleg.logboek.zinnen import ZINNEN

BEGIN = "<!-- made by: flask logboek beschrijf docs/logboek.md -->"
EINDE = "<!-- end -->"


class Bewaarklasse(StrEnum):
    """How long a line is kept, by why it is there."""

    TOEGANG = "toegang"
    HANDELING = "handeling"
    BEHEER = "beheer"


KLASSE_VAN: Mapping[Daad, Bewaarklasse] = {
    Daad.LEZEN: Bewaarklasse.TOEGANG,
    Daad.EXPORTEREN: Bewaarklasse.TOEGANG,
    Daad.AFDRUKKEN: Bewaarklasse.TOEGANG,
    Daad.WEIGEREN: Bewaarklasse.TOEGANG,
    Daad.INLOGGEN: Bewaarklasse.TOEGANG,
    Daad.LOGBOEK: Bewaarklasse.TOEGANG,
    Daad.WIJZIGEN: Bewaarklasse.HANDELING,
    Daad.VERSTREKKEN: Bewaarklasse.HANDELING,
    Daad.BEHEREN: Bewaarklasse.BEHEER,
}


def tabel() -> str:
    """Return one row for each soort: kind, how the line reads, its fields, and how long it is kept."""
    rijen = ["| soort | kind | how the line reads | fields | kept as |", "|---|---|---|---|---|"]
    for soort in sorted(Soort):
        daad, regel = daad_van(soort.value), ZINNEN[soort]
        velden = ", ".join(f"`{veld}`" for veld in sorted(regel.velden))
        rijen.append(f"| `{soort}` | {daad} | {regel.zin} | {velden} | {KLASSE_VAN[daad]} |")
    return "\n".join(rijen)


def met_tabel(tekst: str) -> str:
    """Return a document with the table of now between its two marks; raises ValueError when it has none."""
    if BEGIN not in tekst or EINDE not in tekst:
        raise ValueError(f"the document lacks the marks {BEGIN} and {EINDE}")
    voor, _, rest = tekst.partition(BEGIN)
    return f"{voor}{BEGIN}\n{tabel()}\n{EINDE}{rest.partition(EINDE)[2]}"
