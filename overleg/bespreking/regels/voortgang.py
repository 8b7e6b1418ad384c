"""Rules on how far an afspraak is: which report may follow which (domein.md §6 and §11)."""

from datetime import date
from typing import assert_never

from models.waarden import AfspraakStatus
from overleg.basis.afspraakstand import TE_DOEN
from overleg.basis.oordeel import JA, Oordeel, nee

S = AfspraakStatus


def houdt_op(eerst: AfspraakStatus) -> bool:
    """Whether an afspraak that follows on this one cannot just begin: it is to be done, or came to nothing.

    What was not done or is no longer possible does not set the next one free: order matters (domein.md §5).
    """
    return eerst is not S.GEDAAN


def is_te_laat(status: AfspraakStatus, datum: date, dag: date) -> bool:
    """Whether an afspraak should have been done before `dag`."""
    return status in TE_DOEN and datum < dag


def _vervolg(van: AfspraakStatus) -> frozenset[AfspraakStatus]:
    """Return what may be reported next. Every state has an opinion."""
    match van:
        case AfspraakStatus.OPEN | AfspraakStatus.BEZIG:
            return frozenset({S.BEZIG, S.GEDAAN, S.NIET_GEDAAN, S.NIET_MOGELIJK})
        case AfspraakStatus.NIET_GEDAAN:
            return frozenset({S.BEZIG, S.GEDAAN, S.NIET_MOGELIJK})
        case AfspraakStatus.GEDAAN | AfspraakStatus.NIET_MOGELIJK:
            return frozenset({S.BEZIG})
        case _:
            assert_never(van)


def vervolg_van(van: AfspraakStatus) -> list[AfspraakStatus]:
    """Return what may be reported next, in the order of the words."""
    return [status for status in S if status in _vervolg(van)]


MELDBAAR = tuple(vervolg_van(S.OPEN))
"""What an owner can report on what was agreed."""


def mag_gemeld(van: AfspraakStatus, naar: AfspraakStatus, tekst: str) -> Oordeel:
    """Whether an afspraak that is `van` may be reported as `naar` with these words.

    No longer possible is not the same as not done, so both ask a reason; taking back what was
    reported as settled asks one too; "bezig" says what was done.
    """
    if naar not in _vervolg(van):
        return nee(
            f"Deze afspraak is al ‘{van.tekst.lower()}’. Kies een andere stand, "
            "of meld eerst dat u er weer mee bezig bent.",
            "stand",
        )
    if tekst:
        return JA
    if naar in (S.NIET_GEDAAN, S.NIET_MOGELIJK):
        return nee("Schrijf op waarom het niet is gedaan of niet meer kan.", "tekst")
    if naar is S.BEZIG:
        return nee("Schrijf op wat u tot nu toe hebt gedaan, of waarom u er weer aan begint.", "tekst")
    return JA
