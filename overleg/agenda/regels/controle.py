"""The checks before the agenda is sent: what blocks, and what only warns (domein.md §11)."""

import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from overleg.agenda.regels.tijden import Tijdvak, past_in_maximum, past_in_tijd
from overleg.basis.oordeel import Oordeel


class Plek(StrEnum):
    """Where something is mended: the page makes a link of it."""

    CASUS = "casus"
    UITVRAAG = "uitvraag"
    ANTWOORD = "antwoord"
    PUNT = "punt"
    OVERLEG = "overleg"
    AGENDA = "agenda"
    LEDEN = "leden"
    AANWEZIGHEID = "aanwezigheid"


@dataclass(frozen=True)
class Bevinding:
    """One thing that is not in order; `sleutel` is the casus, item or question it is about."""

    zin: str
    blokkeert: bool
    plek: Plek
    sleutel: uuid.UUID | None = None


@dataclass(frozen=True)
class Gastfeit:
    """A guest at an item."""

    wie: str
    slot: tuple[time, time] | None
    heeft_adres: bool = True
    """Whether an invitation can be mailed."""


@dataclass(frozen=True)
class Partnerfeit:
    """A partner that was asked and has not answered."""

    naam: str
    uiterlijk: date
    vast_te_leggen: uuid.UUID | None = None
    """The question, when nobody there can answer in the system and another records it (decision 038)."""


@dataclass(frozen=True)
class Puntfeit:
    """An item as the checks see it; `oordeel` is that of `mag_geagendeerd`, for a casus."""

    punt_id: uuid.UUID
    naam: str
    minuten: int
    tijdvak: Tijdvak
    casus_id: uuid.UUID | None = None
    oordeel: Oordeel = Oordeel()  # noqa: RUF009 a frozen value without content
    gasten: tuple[Gastfeit, ...] = ()
    gasten_zonder_plek: tuple[str, ...] = ()
    """Organisaties that join as guest by decision, and are not on the agenda yet."""
    taak_zonder_plek: tuple[str, ...] = ()
    """Organisaties that have the regie or an open afspraak, and are neither partner nor guest here."""
    wacht_op: tuple[Partnerfeit, ...] = ()
    gesloten: bool = False
    """About a casus from which the asker withdrew: only that something is wrong may be told."""


@dataclass(frozen=True)
class Agendafeiten:
    """A whole agenda as the checks see it."""

    vandaag: date
    datum: date
    begin: time
    einde: time
    plaats: str
    maximum_casussen: int
    punten: tuple[Puntfeit, ...]
    heeft_voorzitter: bool
    heeft_secretaris: bool
    niemand_komt: tuple[str, ...] = ()
    """Organisaties that are expected, of which everybody said not to come and nobody comes instead."""
    monitoring_ontbreekt: int = 0
    """Casussen under monitoring that are due and stand on no agenda."""


def controle(feiten: Agendafeiten) -> tuple[Bevinding, ...]:
    """Return what is not in order, what blocks first."""
    bevindingen = [*_over_overleg(feiten)]
    for punt in feiten.punten:
        eigen = [*_over_casus(punt), *_over_gasten(punt), *_over_partners(punt, feiten.vandaag)]
        bevindingen += _zonder_inhoud(eigen) if punt.gesloten else eigen
    return tuple(sorted(bevindingen, key=lambda bevinding: not bevinding.blokkeert))


def _zonder_inhoud(bevindingen: Sequence[Bevinding]) -> list[Bevinding]:
    if not bevindingen:
        return []
    zin = (
        "Bij een casus die voor u gesloten is, klopt nog iets niet. "
        "Vraag een ander die de tafel leidt om ernaar te kijken."
    )
    return [Bevinding(zin, blokkeert(bevindingen), Plek.AGENDA)]


def blokkeert(bevindingen: Iterable[Bevinding]) -> bool:
    """Whether one of these keeps the agenda from being sent."""
    return any(bevinding.blokkeert for bevinding in bevindingen)


def _over_overleg(feiten: Agendafeiten) -> Iterator[Bevinding]:
    if feiten.datum < feiten.vandaag:
        yield Bevinding("De datum van dit overleg is voorbij. Kies een andere datum.", True, Plek.OVERLEG)
    if not feiten.heeft_voorzitter:
        yield Bevinding("Deze tafel heeft op deze datum geen voorzitter.", False, Plek.LEDEN)
    if not feiten.heeft_secretaris:
        yield Bevinding("Deze tafel heeft op deze datum geen secretaris.", False, Plek.LEDEN)
    for wie in feiten.niemand_komt:
        zin = f"{wie}: er komt niemand. Wie zou komen is afgemeld, zonder vervanger. Vraag wie er komt."
        yield Bevinding(zin, False, Plek.AANWEZIGHEID)
    if not feiten.plaats.strip():
        yield Bevinding("Er is nog geen plaats of link ingevuld.", False, Plek.OVERLEG)
    if not any(punt.casus_id for punt in feiten.punten):
        yield Bevinding("Er staat geen enkele casus op de agenda.", False, Plek.AGENDA)
    minuten = [punt.minuten for punt in feiten.punten]
    aantal = sum(1 for punt in feiten.punten if punt.casus_id)
    ruimte = past_in_tijd(feiten.begin, feiten.einde, minuten) & past_in_maximum(
        aantal, feiten.maximum_casussen
    )
    yield from (Bevinding(reden.zin, False, Plek.AGENDA) for reden in ruimte.waarschuwingen)
    if feiten.monitoring_ontbreekt:
        zin = "Nog niet op de agenda, wel aan de beurt voor monitoring: "
        yield Bevinding(f"{zin}{feiten.monitoring_ontbreekt}.", False, Plek.AGENDA)


def _over_casus(punt: Puntfeit) -> Iterator[Bevinding]:
    if punt.casus_id and punt.minuten == 0:
        zin = f"{punt.naam}: er staan 0 minuten voor. Vul in hoeveel tijd deze casus krijgt."
        yield Bevinding(zin, False, Plek.AGENDA)
    for reden in punt.oordeel.redenen:
        yield Bevinding(f"{punt.naam}: {reden.zin}", True, Plek.CASUS, punt.casus_id)
    for reden in punt.oordeel.waarschuwingen:
        yield Bevinding(f"{punt.naam}: {reden.zin}", False, Plek.CASUS, punt.casus_id)


def _over_gasten(punt: Puntfeit) -> Iterator[Bevinding]:
    for wie in punt.gasten_zonder_plek:
        zin = f"{punt.naam}: {wie} sluit aan als gast, maar staat nog niet bij dit punt met een tijd."
        yield Bevinding(zin, True, Plek.PUNT, punt.punt_id)
    for wie in punt.taak_zonder_plek:
        zin = f"{punt.naam}: {wie} heeft in deze casus een taak, maar schuift niet aan. Nodig een gast uit."
        yield Bevinding(zin, False, Plek.PUNT, punt.punt_id)
    for gast in punt.gasten:
        if gast.slot is None:
            zin = f"{punt.naam}: {gast.wie} heeft nog geen tijd. Vul in van wanneer tot wanneer."
            yield Bevinding(zin, True, Plek.PUNT, punt.punt_id)
        elif not punt.tijdvak.omvat(*gast.slot):
            zin = f"{punt.naam}: de tijd van {gast.wie} valt buiten dit punt. Pas een van beide aan."
            yield Bevinding(zin, False, Plek.PUNT, punt.punt_id)
        if not gast.heeft_adres:
            zin = f"{punt.naam}: {gast.wie} heeft geen account. Nodig deze gast zelf uit."
            yield Bevinding(zin, False, Plek.PUNT, punt.punt_id)


def _over_partners(punt: Puntfeit, vandaag: date) -> Iterator[Bevinding]:
    for partner in punt.wacht_op:
        tot = f"{partner.uiterlijk:%d-%m-%Y}"
        te_laat = partner.uiterlijk < vandaag
        if partner.vast_te_leggen is not None:
            zin = (
                f"{punt.naam}: bij {partner.naam} kan niemand hier zelf antwoorden. Vraag ernaar en leg het "
                f"antwoord vast; het {'kon' if te_laat else 'kan'} tot en met {tot}."
            )
            yield Bevinding(zin, False, Plek.ANTWOORD, partner.vast_te_leggen)
            continue
        if te_laat:
            zin = f"{punt.naam}: {partner.naam} is te laat met antwoorden; het kon tot en met {tot}."
        else:
            zin = f"{punt.naam}: {partner.naam} heeft nog niet geantwoord; het kan tot en met {tot}."
        yield Bevinding(zin, False, Plek.UITVRAAG, punt.casus_id)
