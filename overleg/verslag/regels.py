"""Rules about adopting the record: pure questions on facts (domein.md §6, §9, §11 "quality checks")."""

from dataclasses import dataclass

from models.waarden import BesprekingStatus, OverlegStatus
from overleg.agenda.regels.gang import OverlegStap, mag_stap
from overleg.basis.oordeel import JA, Oordeel, let_op, nee, samen
from overleg.verslag.regels_opmerkingen import (
    GESLOTEN_NIET_KLAAR,
    Opmerkingfeit,
    Reactieronde,
    over_opmerkingen,
)

OPENING = "opening"


@dataclass(frozen=True)
class Puntfeit:
    """What is known about one item with a casus; `waar` names the item."""

    kenmerk: str
    waar: str
    status: BesprekingStatus | None
    doorgeschoven: bool
    gemonitord: bool
    gesloten: bool = False
    """It is closed to who asks: nothing is said of which casus it is."""


@dataclass(frozen=True)
class Afspraakfeit:
    """Whether an afspraak has one owner and one date."""

    kenmerk: str
    nummer: int
    waar: str
    eigenaar: bool
    datum: bool


@dataclass(frozen=True)
class Aanwezigfeit:
    """Someone who was there, and whether the consent to the registratieafspraken is on record."""

    naam: str
    akkoord: bool | None


@dataclass(frozen=True)
class Vastpuntfeit:
    """A standing item of the agenda that nobody opened in the meeting; `waar` names the item."""

    titel: str
    waar: str


@dataclass(frozen=True)
class Vaststelfeiten:
    """Everything on which adopting depends."""

    status: OverlegStatus
    punten: tuple[Puntfeit, ...]
    afspraken: tuple[Afspraakfeit, ...]
    aanwezigen: tuple[Aanwezigfeit, ...]
    registratie_bevestigd: bool
    ronde: Reactieronde
    opmerkingen: tuple[Opmerkingfeit, ...] = ()
    """Those that nobody handled yet."""
    ongewijzigd: tuple[str, ...] = ()
    """What comments are about that were taken over, while that bespreking was not changed since."""
    overgeslagen: tuple[Vastpuntfeit, ...] = ()
    verwacht: tuple[str, ...] = ()
    """Names of who was expected, and of whom nobody said whether they were there."""


def heeft_verslag(status: OverlegStatus) -> bool:
    """Return whether there is something to read: the overleg began and was not called off."""
    return status in {OverlegStatus.LOPEND, OverlegStatus.AFGEROND, OverlegStatus.VASTGESTELD}


def mag_vastgesteld(feiten: Vaststelfeiten) -> Oordeel:
    """Return whether the record may be adopted; each reason names where to mend it."""
    if feiten.status is OverlegStatus.VASTGESTELD:
        return nee("Dit verslag is al vastgesteld. Voeg een rectificatie toe als er iets niet klopt.")
    return samen(
        (
            _afgerond(feiten.status),
            _registratie(feiten),
            *(_punt(punt) for punt in feiten.punten),
            *(_afspraak(afspraak) for afspraak in feiten.afspraken),
            *(_verwacht(naam) for naam in feiten.verwacht),
            *(_overgeslagen(punt) for punt in feiten.overgeslagen),
            over_opmerkingen(feiten.ronde, feiten.opmerkingen, feiten.ongewijzigd),
        )
    )


def _afgerond(status: OverlegStatus) -> Oordeel:
    if mag_stap(status, OverlegStap.VASTSTELLEN):
        return JA
    return nee("Rond eerst het overleg af. Daarna kunt u het verslag vaststellen.", OPENING)


def _registratie(feiten: Vaststelfeiten) -> Oordeel:
    oordelen = []
    if not feiten.registratie_bevestigd:
        oordelen.append(nee("Bevestig bij de opening de registratieafspraken van de tafel.", OPENING))
    if not feiten.aanwezigen:
        oordelen.append(nee("Leg bij de opening vast wie aanwezig was.", OPENING))
    for aanwezige in feiten.aanwezigen:
        if aanwezige.akkoord is None:
            zin = f"Leg bij de opening vast of {aanwezige.naam} akkoord is met de registratieafspraken."
            oordelen.append(nee(zin, OPENING))
        elif not aanwezige.akkoord:
            zin = f"{aanwezige.naam} is niet akkoord met de registratieafspraken. Dat komt in het verslag."
            oordelen.append(let_op(zin, OPENING))
    return samen(oordelen)


def _verwacht(naam: str) -> Oordeel:
    """Say what the record makes of somebody of whom nothing was noted: it holds good as it stands."""
    zin = f"{naam} staat nog op ‘verwacht’. In het verslag komt ‘afwezig zonder bericht’."
    return let_op(f"{zin} Leg bij de opening vast of {naam} er was.", OPENING)


def _overgeslagen(punt: Vastpuntfeit) -> Oordeel:
    return let_op(f"‘{punt.titel}’ is niet geopend. In het verslag komt ‘niet behandeld’.", punt.waar)


def _punt(punt: Puntfeit) -> Oordeel:
    """Whether an item came to its end.

    Closing a bespreking asks for the five answers already, and nothing changes them while it is closed;
    so here its being closed is enough, and one rule says what an answer is (`mag_afgerond`).
    """
    klaar = punt.doorgeschoven or punt.gemonitord or punt.status is BesprekingStatus.AANGEHOUDEN
    if punt.gesloten:
        heel = klaar or punt.status is BesprekingStatus.AFGEROND
        return JA if heel else nee(GESLOTEN_NIET_KLAAR)
    if klaar:
        return JA
    if punt.status is not BesprekingStatus.AFGEROND:
        zin = f"Casus {punt.kenmerk} heeft nog geen besluit. Rond de bespreking af of houd de casus aan."
        return nee(zin, punt.waar)
    return JA


def _afspraak(afspraak: Afspraakfeit) -> Oordeel:
    wat = [w for w, er in (("een eigenaar", afspraak.eigenaar), ("een datum", afspraak.datum)) if not er]
    if not wat:
        return JA
    wie = f"Casus {afspraak.kenmerk}, afspraak {afspraak.nummer}"
    return nee(f"{wie}: geef de afspraak {' en '.join(wat)}.", afspraak.waar)


def mag_gerectificeerd(status: OverlegStatus) -> Oordeel:
    """Return whether a rectificatie may be added: only to what was adopted."""
    if status is OverlegStatus.VASTGESTELD:
        return JA
    return nee("Dit verslag is nog niet vastgesteld. Pas het aan bij de bespreking zelf.")
