"""Recording the answer of a partner of which nobody can answer in the system (decision 038).

The shape is that of an answer to a handover (overleg/opvolging/regels/overdracht.py): whoever can answer
does so itself; what another recorded says who gave it, how and when.
"""

from dataclasses import dataclass
from datetime import date

from models.waarden import OrganisatieSoort
from models.waarden_uitvraag import Antwoordwijze
from overleg.basis.oordeel import JA, Oordeel, nee, samen

ARTIKEL_9 = (
    "Een gegeven onder art. 9 Wpg kan alleen de politie zelf toevoegen. Haal het hieruit en schrijf het "
    "nergens anders op. Vraag de politie het zelf in te voeren, of eerst contact te hebben met het OM."
)
VRAAG_ARTIKEL_9 = "Vraag het na: is er iets bij dat onder art. 9 Wpg valt? Kies “Ja” of “Nee”."
ZONDER_GEVER = "Vul in wie dit antwoord gaf, hoe en wanneer. U legt het vast namens een ander."


@dataclass(frozen=True)
class Gegeven:
    """Who gave an answer, how, and when; `artikel_9`: whether Wpg art. 9 data are among it."""

    door: str
    functie: str
    hoe: Antwoordwijze
    op: date
    artikel_9: bool | None = None


@dataclass(frozen=True)
class Vastlegging:
    """What decides whether an answer may be recorded for another."""

    gever: str
    gever_soort: OrganisatieSoort
    antwoordt_zelf: bool
    """Somebody of the giver has an account that may answer this question."""
    doet_mee: bool
    """The casus is not closed to the giver because of a conflict of interest."""


def mag_vastgelegd(feiten: Vastlegging) -> Oordeel:
    """Whether anything may be recorded for this giver at all."""
    oordeel = JA
    if feiten.antwoordt_zelf:
        oordeel &= nee(
            f"Bij {feiten.gever} kan iemand zelf antwoorden, en dat gaat voor. Stuur een herinnering of bel; "
            "bij acuut gevaar legt u wat u afspreekt vast bij Piketnummers en spoedafspraken."
        )
    if not feiten.doet_mee:
        oordeel &= nee(
            f"Deze casus is voor {feiten.gever} gesloten vanwege een belangenconflict. Leg niets vast van "
            "deze organisatie; vraag een andere."
        )
    return oordeel


@dataclass(frozen=True)
class Opgave:
    """What is said of how the answer came in, and what it is held against."""

    gegeven: Gegeven
    gever_soort: OrganisatieSoort
    eigen_naam: str
    vandaag: date


def is_goed_opgegeven(opgave: Opgave) -> Oordeel:
    """Whether it is plain who gave the answer, when, and that no Wpg art. 9 data are among it."""
    gegeven = opgave.gegeven
    zelf = gegeven.door.casefold() == opgave.eigen_naam.casefold()
    return samen(
        [
            nee("Vul de naam in van wie het antwoord gaf, niet uw eigen naam.", "gegeven_door")
            if zelf
            else JA,
            JA
            if gegeven.op <= opgave.vandaag
            else nee("Vul de dag in waarop u het antwoord kreeg: vandaag of eerder.", "gegeven_op"),
            _zonder_artikel_9(opgave),
        ]
    )


def _zonder_artikel_9(opgave: Opgave) -> Oordeel:
    if opgave.gegeven.artikel_9:
        return nee(ARTIKEL_9, "artikel_9_erbij")
    if opgave.gever_soort is OrganisatieSoort.POLITIE and opgave.gegeven.artikel_9 is None:
        return nee(VRAAG_ARTIKEL_9, "artikel_9_erbij")
    return JA


def mag_lezen_wat_het_vastlegt(gever: str, wie: str, *, leest: bool, inhoud: bool) -> Oordeel:
    """Whether the organisatie of who records it gets what it hears: on a ground, as any other receiver."""
    if leest or not inhoud:
        return JA
    return nee(
        f"Wie het antwoord vastlegt, krijgt het ook. Kies dat {gever} dit deelt met {wie}. Is er geen "
        "grondslag? Leg dan niet vast wat u hoorde, en vraag de beheerder om een grondslag."
    )
