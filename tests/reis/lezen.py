"""What stands in the Word file of a verslag with one casus."""

import re
from collections.abc import Iterable, Mapping

from tests.reis.casussen.soort import Afspraak
from tests.reis.mens import dag
from tests.reis.rollen.documenten import Wordtekst


def noemt(word: Wordtekst, *teksten: str) -> None:
    """Fail unless all these words stand there."""
    for tekst in teksten:
        assert tekst in word.tekst, tekst


def zwijgt_over(word: Wordtekst, *teksten: str) -> None:
    """Fail when any of these words stand there."""
    for tekst in teksten:
        assert tekst not in word.tekst, tekst


def noemt_afspraken(word: Wordtekst, afspraken: Iterable[Afspraak]) -> None:
    """Fail unless each afspraak stands there with its owner and date, in one row."""
    for afspraak in afspraken:
        rij = " | ".join(word.rij_met(afspraak.wat))
        for tekst in (afspraak.organisatie, afspraak.persoon, dag(afspraak.datum)):
            assert tekst in rij, (tekst, rij)


def noemt_besluiten(word: Wordtekst, besluiten: Mapping[int, Iterable[str]]) -> None:
    """Fail unless each of the five questions has these words in its answer."""
    antwoorden = {int(rij[0][0]): rij[1] for rij in word.rijen if re.match(r"[1-5]\. ", rij[0])}
    assert sorted(antwoorden) == [1, 2, 3, 4, 5]
    for nummer, teksten in besluiten.items():
        for tekst in teksten:
            assert tekst in antwoorden[nummer], (nummer, tekst, antwoorden[nummer])
