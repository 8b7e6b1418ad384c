"""When a casus may be closed, opened again, or comes back too often (domein.md §6)."""

from dataclasses import dataclass
from typing import assert_never

from models.waarden import CasusStatus
from overleg.basis.oordeel import JA, Oordeel, let_op, nee

VUIST_VANAF = 3
"""After so many besprekingen the page asks whether the chain does enough (domein.md §6)."""


@dataclass(frozen=True)
class Weigering:
    """A handover that was refused: which one, who of the receiver said so, and on which day, in words."""

    wat: str
    door: str
    op: str
    is_afspraak: bool = False
    """It was about an afspraak: what is done needs no other owner."""


@dataclass(frozen=True)
class Sluitfeiten:
    """What decides whether a casus may be closed."""

    status: CasusStatus
    overdrachten: tuple[str, ...] = ()
    """Handovers that nobody answered yet, in words."""
    geweigerd: tuple[Weigering, ...] = ()
    """Handovers that were refused, with nothing later in their place."""
    te_informeren: tuple[str, ...] = ()
    """People who must still be told something."""
    partijen: tuple[str, ...] = ()
    afspraken_open: tuple[str, ...] = ()
    """Afspraken that are still to be done, in words."""
    maatregelen: tuple[str, ...] = ()
    """Maatregelen still in force, in words."""
    niet_akkoord: tuple[str, ...] = ()
    """Those of them that an organisatie refused after the meeting: nobody does them."""
    reden: str = ""
    overgedragen: str = ""
    """Which tafel has taken over the casus as it was last discussed, and who said so; empty when none has."""


def mag_gesloten(feiten: Sluitfeiten) -> Oordeel:
    """Whether a casus may be closed: besproken, not monitored, nothing between two hands, all informed.

    What is open is named. Open afspraken go on at their owners and are only warned about; one that its
    organisatie refused has no owner, and must be settled first.
    """
    oordeel = _status(feiten.status)
    for wat in feiten.overdrachten:
        oordeel &= nee(f"De overdracht {wat} is nog niet aangenomen.", "overdrachten")
    for weigering in feiten.geweigerd:
        oordeel &= nee(_geweigerd(weigering), "overdrachten")
    for naam in feiten.te_informeren:
        oordeel &= nee(f"{naam} is nog niet geïnformeerd. Die plicht vervalt niet.", "informeren")
    for partij in feiten.partijen:
        oordeel &= nee(f"{partij} is nog niet geïnformeerd.", "partijen")
    for afspraak in feiten.niet_akkoord:
        oordeel &= nee(f"Niemand doet {afspraak}: de organisatie is niet akkoord.", "afspraken")
    if feiten.afspraken_open:
        open_ = "; ".join(feiten.afspraken_open)
        oordeel &= let_op(f"Nog open, en dat blijft zo bij de eigenaar: {open_}.", "afspraken")
    for maatregel in feiten.maatregelen:
        oordeel &= let_op(
            f"Nog van kracht: {maatregel}. Na het sluiten waarschuwt dit overleg daar niet meer voor. "
            "Spreek af wie het volgt.",
            "maatregelen",
        )
    return oordeel


def _geweigerd(weigering: Weigering) -> str:
    """Say who refused and when, and what settles it: until then who gave it answers for it (domein.md §5)."""
    of = "meld de afspraak als zij is gedaan" if weigering.is_afspraak else "besluit in een overleg anders"
    wie = f"op {weigering.op} geweigerd door {weigering.door}"
    return f"De overdracht {weigering.wat} is {wie}. Bied haar opnieuw aan, of {of}."


def mag_sluiten(feiten: Sluitfeiten) -> Oordeel:
    """The same, asked by a person: with the reason."""
    return mag_gesloten(feiten) & (
        JA if feiten.reden else nee("Schrijf op waarom u de casus sluit.", "reden")
    )


def sluit_vanzelf(feiten: Sluitfeiten) -> bool:
    """Whether a casus closes by itself: another tafel took it over, and the last thing that was open is done.

    Whatever that last thing was: a person or party told, another handover answered, monitoring ended.
    Source: domein.md §6 ("Otherwise it leaves").
    """
    return bool(feiten.overgedragen) and bool(mag_gesloten(feiten))


def _status(status: CasusStatus) -> Oordeel:
    match status:
        case CasusStatus.BESPROKEN:
            return JA
        case CasusStatus.IN_MONITORING:
            return nee("De casus is in monitoring. Beëindig eerst de monitoring.", "monitoring")
        case CasusStatus.GEAGENDEERD:
            return nee("De casus staat op een agenda. Bespreek hem daar, of haal hem van de agenda.")
        case CasusStatus.GESLOTEN:
            return nee("De casus is al gesloten.")
        case CasusStatus.TOEGELATEN:
            return nee("De casus is nog niet besproken, of is weer actief na een weigering.")
        case (
            CasusStatus.CONCEPT
            | CasusStatus.AANGEMELD
            | CasusStatus.TERUGGESTUURD
            | CasusStatus.DOORVERWEZEN
            | CasusStatus.AFGEWEZEN
            | CasusStatus.VERNIETIGD
        ):
            return nee("Alleen een besproken casus kunt u sluiten.")
        case _:
            assert_never(status)


def mag_heropend(status: CasusStatus, reden: str) -> Oordeel:
    """Whether a closed casus may be opened again: with a reason; it is then admitted, ready for an agenda."""
    if status is not CasusStatus.GESLOTEN:
        return nee("Alleen een gesloten casus kunt u heropenen.")
    return JA if reden else nee("Schrijf op waarom u de casus heropent.", "reden")


def vuist_op_tafel(besprekingen: int) -> bool:
    """Whether this casus keeps coming back, so that the group must say so out loud."""
    return besprekingen >= VUIST_VANAF
