"""Putting what was typed in the models: the texts, and each list of rows."""

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from models import AndereTafel, Casus, CriteriumToets, Directbetrokkene, Hulpverlening, Tafelbekendheid, Thema
from models.waarden import MeldingStatus
from overleg.instroom.invoer import (
    AFGESCHERMD,
    Aanmelding,
    BekendInvoer,
    BetrokkeneInvoer,
    HulpInvoer,
    MeldingInvoer,
    ToetsInvoer,
)

Rij = BetrokkeneInvoer | HulpInvoer | BekendInvoer
R = TypeVar("R", Directbetrokkene, Hulpverlening, Tafelbekendheid)

VAN_PERSOON = (
    "rol",
    "naam",
    "andere_namen",
    "geboortedatum",
    "geboortejaar",
    "adres",
    "adres_geheim",
    "contact",
    "contact_veilig",
    "contact_hoe",
    "toestemming",
    "toestemming_reden",
)
VAN_HULP = ("wie", "sinds", "werkt")
VAN_BEKEND = ("andere_tafel_id", "toelichting")
TEKSTEN = ("samenloop", "vermoed_feit", "letsel", "wat_gebeurd", "grootste_zorg", "concrete_vraag")


def neem_over(
    casus: Casus, invoer: Aanmelding, *, themas: list[Thema], tafels: Iterable[AndereTafel]
) -> None:
    """Make `casus` read as `invoer`; an id that is not of this casus counts as a new row."""
    for naam in TEKSTEN:
        setattr(casus, naam, getattr(invoer, naam))
    casus.antwoord_op_terugvraag = invoer.antwoord
    casus.themas = themas
    neem_melding_over(casus, invoer.melding)
    casus.betrokkenen = _rijen(casus.betrokkenen, Directbetrokkene, invoer.betrokkenen, VAN_PERSOON)
    casus.hulp = _rijen(casus.hulp, Hulpverlening, invoer.hulp, VAN_HULP)
    bekend = _van_eigen_tafels(invoer.bekend_bij, tafels)
    casus.bekend_bij = _rijen(casus.bekend_bij, Tafelbekendheid, bekend, VAN_BEKEND)
    _toetsen(casus, invoer.toetsen, frozenset(t.onderdeel_sleutel for t in themas if t.onderdeel_sleutel))


def neem_melding_over(casus: Casus, melding: MeldingInvoer) -> None:
    """Put the melding in place; with a melding that is there, or none announced, no permission is left."""
    for naam in ("status", "nummer", "datum", "moment", "wijze", "volgt_door", "volgt_uiterlijk"):
        setattr(casus, f"melding_{naam}", getattr(melding, naam))
    if melding.status is not MeldingStatus.VOLGT:
        casus.bespreken_zonder_melding = False


def _rijen(bewaard: Iterable[R], soort: type[R], rijen: Iterable[Rij], namen: Iterable[str]) -> list[R]:
    """Return the rows as typed, in order; one that is in `bewaard` stays the same row."""
    bekend: dict[uuid.UUID | None, R] = {rij.id: rij for rij in bewaard}
    nieuw = []
    for nr, rij in enumerate(rijen):
        doel = bekend.pop(rij.id) if rij.id in bekend else soort()
        doel.volgorde = nr
        for naam in namen:
            waarde = getattr(rij, naam)
            if waarde is not None or naam not in AFGESCHERMD:
                setattr(doel, naam, waarde)
        nieuw.append(doel)
    return nieuw


def _toetsen(casus: Casus, toetsen: tuple[ToetsInvoer, ...], sleutels: frozenset[str]) -> None:
    """Each criterium keeps its row; what a thema fills in is ticked too (domein.md §3)."""
    bekend = {toets.criterium_id: toets for toets in casus.toetsen}
    criteria = {criterium.id: criterium for criterium in casus.criteriaset.criteria}
    for rij in toetsen:
        criterium = criteria[rij.criterium_id]
        toets = bekend.get(rij.criterium_id)
        if toets is None:
            toets = CriteriumToets(criterium=criterium)
            casus.toetsen.append(toets)
        toets.reden = rij.reden
        toets.onderdelen = [
            o for o in criterium.onderdelen if o.id in rij.onderdeel_ids or o.sleutel in sleutels
        ]
        toets.antwoord = None if toets.onderdelen else rij.antwoord


def _van_eigen_tafels(rijen: Iterable[BekendInvoer], tafels: Iterable[AndereTafel]) -> Iterator[BekendInvoer]:
    """Yield the rows; a tafel of another overlegtafel counts as none."""
    eigen = {tafel.id for tafel in tafels}
    for rij in rijen:
        yield rij if rij.andere_tafel_id in eigen else replace(rij, andere_tafel_id=None)
