"""Rules on the answer of who is to do an afspraak: akkoord, or not and why (domein.md §2 and §9)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from models.waarden import AfspraakStatus, Akkoord, BesprekingStatus, OverlegStatus
from overleg.basis.afspraakstand import TE_DOEN
from overleg.basis.oordeel import JA, Oordeel, let_op, nee, samen
from overleg.bespreking.regels.voorbehoud import zonder_voorbehoud

VRAAGT_NIEUW_ANTWOORD = frozenset({"organisatie_id", "wat", "datum", "gesprek_met_id", "gesprek_over"})
"""What someone said yes to: who does it, what, and by when. With whom a talk is, is what it is."""


@dataclass(frozen=True)
class Stand:
    """What decides whether an answer can be given now."""

    akkoord: Akkoord
    status: AfspraakStatus
    bespreking: BesprekingStatus
    overleg: OverlegStatus
    geldt: bool
    """The item was closed in the meeting before, so the afspraak holds."""


@dataclass(frozen=True)
class Spreker:
    """Who answers: for the own organisatie, or who leads and records what someone in the room says."""

    eigen: bool
    leidt: bool = False
    in_de_zaal: bool = False
    """Someone of the organisatie that is to do it was named, and is there."""


def moet_het_horen(akkoord: Akkoord, *, aan_tafel: bool) -> bool:
    """Whether somebody must still tell the owner: nobody of it was there, and it gave no answer since.

    A warning, never a block: what is agreed for one who is not there is only an intention (domein.md §2).
    """
    return akkoord is Akkoord.OPEN and not aan_tafel


@dataclass(frozen=True)
class Openstaand:
    """An afspraak without akkoord, as the closing of the bespreking needs it; `waar` is its place."""

    nummer: int
    organisatie: str
    waar: str
    akkoord: Akkoord


def mag_antwoorden(stand: Stand) -> Oordeel:
    """Whether an answer can be given now: while the bespreking is open, or later what was left open."""
    if stand.bespreking is BesprekingStatus.OPEN and stand.overleg is not OverlegStatus.VASTGESTELD:
        return JA
    if not stand.geldt:
        return nee("De bespreking is niet meer open. Antwoord in het overleg waar zij verdergaat.")
    if stand.status not in TE_DOEN:
        return nee("Deze afspraak is al afgehandeld. Een antwoord is niet meer nodig.")
    match stand.akkoord:
        case Akkoord.OPEN | Akkoord.GEWEIGERD:
            return JA
        case Akkoord.AKKOORD:
            return nee("Op deze afspraak is al akkoord gegeven. Kan het niet meer? Meld dat bij Acties.")
        case _:
            assert_never(stand.akkoord)


def mag_spreken(spreker: Spreker) -> Oordeel:
    """Whether this person may give this answer: the own organisatie, or who leads for someone in the room."""
    if spreker.eigen or (spreker.leidt and spreker.in_de_zaal):
        return JA
    if spreker.leidt:
        return nee("Kies wie van deze organisatie dit zegt. Diegene staat bij de opening op aanwezig.", "wie")
    return nee("Alleen wie het doet geeft dit antwoord. Vraag het aan die organisatie.")


def mag_zeggen(antwoord: Akkoord, reden: str) -> Oordeel:
    """Whether an answer is whole: akkoord says enough; not akkoord says why, and "perhaps" is no answer."""
    match antwoord:
        case Akkoord.AKKOORD:
            return JA
        case Akkoord.GEWEIGERD:
            if not reden.strip():
                return nee("Schrijf op waarom uw organisatie dit niet doet.", "reden")
            return zonder_voorbehoud({"reden": reden})
        case Akkoord.OPEN:
            return nee("Kies akkoord of niet akkoord.", "antwoord")
        case _:
            assert_never(antwoord)


def bij_maken(eigen: bool) -> Akkoord:
    """Return the state of a new afspraak: who makes one for the own organisatie says yes with it."""
    return Akkoord.AKKOORD if eigen else Akkoord.OPEN


def na_wijziging(akkoord: Akkoord, gewijzigd: Iterable[str], eigen: bool) -> Akkoord:
    """Return the state after these columns changed: another promise asks for another answer."""
    if not VRAAGT_NIEUW_ANTWOORD.intersection(gewijzigd):
        return akkoord
    return bij_maken(eigen)


def mag_afgerond(openstaand: Iterable[Openstaand]) -> Oordeel:
    """Whether the bespreking may be closed: what was refused blocks, what was not answered yet does not."""
    return samen(_bij_afronden(afspraak) for afspraak in openstaand)


def _bij_afronden(afspraak: Openstaand) -> Oordeel:
    match afspraak.akkoord:
        case Akkoord.AKKOORD:
            return JA
        case Akkoord.GEWEIGERD:
            return nee(
                f"{afspraak.organisatie} is niet akkoord met afspraak {afspraak.nummer}. "
                "Wijzig de afspraak of wie haar doet, of los de reden op en vraag opnieuw om akkoord.",
                afspraak.waar,
            )
        case Akkoord.OPEN:
            return let_op(
                f"{afspraak.organisatie} is nog niet akkoord met afspraak {afspraak.nummer}. "
                "Is er niemand van die organisatie? Dan antwoordt zij later bij Acties.",
                afspraak.waar,
            )
        case _:
            assert_never(afspraak.akkoord)
