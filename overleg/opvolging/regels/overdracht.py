"""Rules of a handover: a relay, in which the giver holds on until the other has it (domein.md §5)."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import assert_never

from models.waarden import OverdrachtSoort, OverdrachtStatus
from overleg.basis.oordeel import JA, Oordeel, nee


def mag_overdragen(*, te_doen: bool, al_aangeboden: bool) -> Oordeel:
    """Whether an afspraak may be offered to another after the meeting: while to be done, once at a time."""
    if not te_doen:
        return nee("Deze afspraak is al afgehandeld. Overdragen hoeft niet meer.")
    if al_aangeboden:
        return nee("Deze afspraak is al aangeboden. Wacht op het antwoord.")
    return JA


def mag_beantwoorden(status: OverdrachtStatus) -> Oordeel:
    """Whether an answer can still be given."""
    match status:
        case OverdrachtStatus.AANGEBODEN:
            return JA
        case OverdrachtStatus.GEACCEPTEERD:
            return nee("Deze overdracht is al aangenomen. Wilt u ervan af, bied haar dan aan een ander aan.")
        case OverdrachtStatus.GEWEIGERD:
            return nee("Deze overdracht is geweigerd. De voorzitter kan haar opnieuw aanbieden.")
        case OverdrachtStatus.INGETROKKEN:
            return nee("Deze overdracht is ingetrokken. U hoeft niets meer te doen.")
        case _:
            assert_never(status)


def mag_weigeren(status: OverdrachtStatus, reden: str) -> Oordeel:
    """Whether a handover can be refused: with a reason, which the giver reads."""
    return mag_beantwoorden(status) & (JA if reden else nee("Schrijf op waarom u niet aanneemt.", "reden"))


def mag_intrekken(status: OverdrachtStatus, soort: OverdrachtSoort, reden: str) -> Oordeel:
    """Whether an offer can be taken back: of an afspraak, while nobody answered, and with a reason.

    Who gets the regie or the casus is a besluit of the meeting: that changes in a meeting only.
    """
    if soort is not OverdrachtSoort.AFSPRAAK:
        return nee("Dit is een besluit van het overleg. Bespreek de casus opnieuw als het anders moet.")
    return mag_beantwoorden(status) & (JA if reden else nee("Schrijf op waarom u het intrekt.", "reden"))


def heeft_formulier(soort: OverdrachtSoort) -> bool:
    """Whether a form goes with it: with a casus and with the regie; an afspraak says all by itself."""
    return soort in {OverdrachtSoort.CASUS, OverdrachtSoort.REGIE}


def mag_meegeven(status: OverdrachtStatus, *, gesloten: bool, zonder_grond: str) -> Oordeel:
    """Whether the form may go to the receiver: not when it has no part, is shut out, or without a ground.

    `zonder_grond` says which ground is missing; empty when there is one (domein.md §4).
    """
    match status:
        case OverdrachtStatus.AANGEBODEN | OverdrachtStatus.GEACCEPTEERD:
            if gesloten:
                return nee("De casus is voor de ontvanger gesloten. Geef geen formulier mee.")
            return nee(zonder_grond) if zonder_grond else JA
        case OverdrachtStatus.GEWEIGERD | OverdrachtStatus.INGETROKKEN:
            return nee("Deze overdracht gaat niet door. Er is geen formulier meer om mee te geven.")
        case _:
            assert_never(status)


@dataclass(frozen=True)
class Vastlegging:
    """Someone records the answer of a receiver who has no account."""

    status: OverdrachtStatus
    zelf_aangeboden: bool
    """Whoever records it is the one who offered it."""
    ontvanger_heeft_account: bool
    door_naam: str
    eigen_naam: str
    op: date
    aangeboden_op: date
    vandaag: date
    aangenomen: bool
    reden: str


def mag_vastleggen(feiten: Vastlegging) -> Oordeel:
    """Whether an answer may be put on record for someone else: never by the giver (casus 4)."""
    oordeel = mag_beantwoorden(feiten.status)
    if feiten.zelf_aangeboden:
        oordeel &= nee("U hebt deze overdracht zelf aangeboden. Laat iemand anders het antwoord vastleggen.")
    if feiten.ontvanger_heeft_account:
        oordeel &= nee("De ontvanger heeft een account en antwoordt zelf, bij Acties.")
    if feiten.door_naam.casefold() == feiten.eigen_naam.casefold():
        oordeel &= nee("Vul de naam in van wie het antwoord gaf namens de ontvanger.", "door_naam")
    if not feiten.aangeboden_op <= feiten.op <= feiten.vandaag:
        oordeel &= nee("Vul de dag van het antwoord in: na het aanbod, niet later dan vandaag.", "op")
    if not feiten.aangenomen and not feiten.reden:
        oordeel &= nee("Schrijf op waarom de overdracht is geweigerd.", "reden")
    return oordeel


@dataclass(frozen=True)
class Aanbodfeit:
    """One handover of a casus: as much of it as says whether something later stands in its place."""

    sleutel: uuid.UUID
    soort: OverdrachtSoort
    aangeboden_op: datetime
    vorige: uuid.UUID | None = None
    """Which refused one it offers again."""
    afspraak: uuid.UUID | None = None
    te_doen: bool = True
    """Of an afspraak: whether it is still to be done."""
    afgerond_op: datetime | None = None
    """When its bespreking was closed; None while that is open."""


def vervangen(alle: Sequence[Aanbodfeit], laatst_afgerond: datetime | None) -> frozenset[uuid.UUID]:
    """Return which handovers of one casus have something later in their place: these wait for nothing.

    Each kind has an opinion. An afspraak: it was offered once more, or is dealt with, so that nothing is
    between two hands. Regie and casus: every bespreking decides on them anew (questions 1 and 5), so the
    last one that was closed says what holds. `laatst_afgerond` is when that was.
    """
    opnieuw = {aanbod.vorige for aanbod in alle}
    laatste = {aanbod.afspraak: aanbod.sleutel for aanbod in sorted(alle, key=_volgorde)}
    weg: set[uuid.UUID] = set()
    for aanbod in alle:
        match aanbod.soort:
            case OverdrachtSoort.AFSPRAAK:
                later = not aanbod.te_doen or aanbod.sleutel != laatste.get(aanbod.afspraak)
            case OverdrachtSoort.REGIE | OverdrachtSoort.CASUS:
                klaar = aanbod.afgerond_op
                later = klaar is not None and laatst_afgerond is not None and klaar < laatst_afgerond
            case _:
                assert_never(aanbod.soort)
        if later or aanbod.sleutel in opnieuw:
            weg.add(aanbod.sleutel)
    return frozenset(weg)


def _volgorde(aanbod: Aanbodfeit) -> tuple[datetime, uuid.UUID]:
    return aanbod.aangeboden_op, aanbod.sleutel


def mag_opnieuw(status: OverdrachtStatus, *, voorbij: bool) -> Oordeel:
    """Whether a refused handover can be offered again: while nothing later stands in its place."""
    match status:
        case OverdrachtStatus.GEWEIGERD:
            zin = "Hierna is al iets anders aangeboden, gedaan of besloten. Kijk bij de opvolging."
            return nee(zin) if voorbij else JA
        case OverdrachtStatus.AANGEBODEN | OverdrachtStatus.GEACCEPTEERD | OverdrachtStatus.INGETROKKEN:
            return nee("Alleen een geweigerde overdracht kunt u opnieuw aanbieden.")
        case _:
            assert_never(status)
