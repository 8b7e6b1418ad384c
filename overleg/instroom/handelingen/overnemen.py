"""Putting what was typed in the models: the texts, and each list of rows."""

from collections.abc import Iterable

from models import AndereTafel, Casus, CriteriumToets, Directbetrokkene, Hulpverlening, Tafelbekendheid, Thema
from models.waarden import MeldingStatus
from overleg.instroom.invoer import Aanmelding, BekendInvoer, BetrokkeneInvoer, MeldingInvoer, ToetsInvoer

VAN_PERSOON = (
    "rol",
    "naam",
    "andere_namen",
    "geboortedatum",
    "geboortejaar",
    "adres",
    "contact",
    "contact_veilig",
    "contact_hoe",
    "toestemming",
    "toestemming_reden",
)
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
    _personen(casus, invoer.betrokkenen)
    casus.hulp = [
        Hulpverlening(volgorde=nr, wie=rij.wie, sinds=rij.sinds, werkt=rij.werkt)
        for nr, rij in enumerate(invoer.hulp)
    ]
    _toetsen(casus, invoer.toetsen, frozenset(t.onderdeel_sleutel for t in themas if t.onderdeel_sleutel))
    _bekend(casus, invoer.bekend_bij, tafels)


def neem_melding_over(casus: Casus, melding: MeldingInvoer) -> None:
    """Put the melding in place; with a melding that is there, or none announced, no permission is left."""
    for naam in ("status", "nummer", "datum", "moment", "wijze", "volgt_door", "volgt_uiterlijk"):
        setattr(casus, f"melding_{naam}", getattr(melding, naam))
    if melding.status is not MeldingStatus.VOLGT:
        casus.bespreken_zonder_melding = False


def _personen(casus: Casus, rijen: tuple[BetrokkeneInvoer, ...]) -> None:
    bekend = {persoon.id: persoon for persoon in casus.betrokkenen}
    nieuw = []
    for nr, rij in enumerate(rijen):
        persoon = (bekend.pop(rij.id, None) if rij.id else None) or Directbetrokkene()
        persoon.volgorde = nr
        for naam in VAN_PERSOON:
            setattr(persoon, naam, getattr(rij, naam))
        nieuw.append(persoon)
    casus.betrokkenen = nieuw


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


def _bekend(casus: Casus, rijen: tuple[BekendInvoer, ...], tafels: Iterable[AndereTafel]) -> None:
    eigen = {tafel.id for tafel in tafels}
    casus.bekend_bij = [
        Tafelbekendheid(andere_tafel_id=rij.andere_tafel_id, toelichting=rij.toelichting)
        for rij in rijen
        if rij.andere_tafel_id is None or rij.andere_tafel_id in eigen
    ]
