"""Rules on when somebody is told: as agreed, or as postponed (domein.md §5, besluit 3)."""

from dataclasses import dataclass
from datetime import date

from models.waarden import InformerenStatus
from overleg.basis.oordeel import JA, Oordeel, nee


@dataclass(frozen=True)
class Uitstelronde:
    """One time that telling someone was postponed."""

    reden: str
    opnieuw_op: date


def is_nieuwe_ronde(status: InformerenStatus, laatste: Uitstelronde | None, gevraagd: Uitstelronde) -> bool:
    """Whether this is a postponement of its own: the first, after a plan, or with another reason or day."""
    return status is not InformerenStatus.UITGESTELD or laatste != gevraagd


def mag_weghalen(status: InformerenStatus, rondes: int, *, hier_vastgelegd: bool) -> Oordeel:
    """Whether a record made by mistake may go: never once it was told, or postponed and looked at again.

    The duty to inform is postponed, never dropped (domein.md §5, question 3).
    """
    if status is InformerenStatus.GEDAAN or not hier_vastgelegd:
        return nee("Deze plicht staat al vast. Stel haar uit met een reden, of meld haar als gedaan.")
    if rondes > 1:
        return nee(
            "Het vertellen is al vaker uitgesteld; dat blijft staan. Wijzig de regel, of meld als gedaan."
        )
    return JA


def mag_over_een_ander(naam: str, status: InformerenStatus, rondes: int, *, hier_vastgelegd: bool) -> Oordeel:
    """Whether the record on telling `naam` may become one on another: that takes this duty away."""
    if mag_weghalen(status, rondes, hier_vastgelegd=hier_vastgelegd):
        return JA
    return nee(
        f"Dat {naam} dit hoort, staat al vast en blijft staan. Kies weer {naam}, en voeg voor een ander een "
        "nieuwe regel toe.",
        "betrokkene",
    )


def wanneer(status: InformerenStatus, op: date | None, opnieuw_op: date | None) -> date | None:
    """Return the day it is due: of what was postponed, the day on which it is looked at again."""
    return opnieuw_op if status is InformerenStatus.UITGESTELD else op


def is_te_laat(status: InformerenStatus, dag_ervan: date | None, dag: date) -> bool:
    """Whether it should have been done before `dag`."""
    return status is not InformerenStatus.GEDAAN and dag_ervan is not None and dag_ervan < dag
