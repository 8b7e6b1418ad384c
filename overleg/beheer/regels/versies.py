"""A new version of the instroomcriteria, as filled in, and whether it hangs together (domein.md §3)."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from overleg.basis.limieten import limiet
from overleg.basis.oordeel import JA, Oordeel, Reden, let_op, nee, samen
from overleg.beheer.regels.criteria import CODE, SLEUTELWOORDEN, RegelFout, codes_in, ontleed


@dataclass(frozen=True)
class OnderdeelInvoer:
    """One item of the list under a criterium; `sleutel` is empty for a new one."""

    bij: str
    titel: str
    sleutel: str = ""


@dataclass(frozen=True)
class CriteriumInvoer:
    """One criterium; `minimum` None means: answered ja or nee."""

    code: str
    titel: str
    uitleg: str = ""
    minimum: int | None = None


@dataclass(frozen=True)
class CriteriaInvoer:
    """A whole version, in its order."""

    criteria: tuple[CriteriumInvoer, ...]
    onderdelen: tuple[OnderdeelInvoer, ...]
    regel: str


def criteria_kloppen(invoer: CriteriaInvoer) -> Oordeel:
    """Whether codes, lists and rule hang together; a criterium the rule leaves out is a warning only."""
    codes = [criterium.code for criterium in invoer.criteria]
    fouten = [*_over_codes(codes), *_over_lijsten(invoer)]
    return samen([Oordeel(tuple(fouten)), _over_regel(invoer.regel, codes)])


def _over_codes(codes: list[str]) -> Iterator[Reden]:
    for code in codes:
        if not CODE.fullmatch(code) or code.lower() in SLEUTELWOORDEN:
            yield Reden(f"“{code}” kan niet als letter. Kies één letter, eventueel met een cijfer.")
    for code, aantal in Counter(code.upper() for code in codes).items():
        if aantal > 1:
            yield Reden(f"De letter {code} staat er {aantal} keer. Geef elk criterium een eigen letter.")


def _over_lijsten(invoer: CriteriaInvoer) -> Iterator[Reden]:
    aantallen = Counter(onderdeel.bij.upper() for onderdeel in invoer.onderdelen)
    for criterium in invoer.criteria:
        aantal = aantallen.pop(criterium.code.upper(), 0)
        if criterium.minimum is not None and not 1 <= criterium.minimum <= aantal:
            yield Reden(
                f"Criterium {criterium.code} vraagt {criterium.minimum} van de lijst, en de lijst heeft "
                f"{aantal} onderdelen. Pas het aantal of de lijst aan."
            )
        if criterium.minimum is None and aantal:
            yield Reden(
                f"Vul bij criterium {criterium.code} in hoeveel onderdelen er minstens moeten gelden, "
                "of haal de onderdelen weg."
            )
    for code in aantallen:
        yield Reden(
            f"Er staat een onderdeel bij criterium {code}, maar dat criterium is er niet. Kies een ander."
        )


def _over_regel(regel: str, codes: list[str]) -> Oordeel:
    try:
        knoop = ontleed(regel, codes)
    except RegelFout as fout:
        return Oordeel((Reden(str(fout), "regel"),))
    if len(str(knoop)) > limiet("regel"):
        return nee("Deze regel is te lang. Maak hem korter, bijvoorbeeld met ‘minstens … van’.", "regel")
    vergeten = sorted({code.upper() for code in codes} - codes_in(knoop))
    if vergeten:
        return let_op(f"Deze criteria staan niet in de regel en tellen dus niet mee: {', '.join(vergeten)}.")
    return JA
