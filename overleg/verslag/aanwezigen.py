"""Who was at the overleg, and who at each casus, made from the rows of attendance."""

import uuid

from models import Agendapunt, Deelname
from overleg.basis.weergave import sorteernaam
from overleg.toegang.voorwaarden import AANWEZIG_GEWEEST
from overleg.verslag.bron import Bron


def is_plaatshouder(deelname: Deelname) -> bool:
    """Whether the row stands for an organisatie that was invited without the name of a person."""
    return deelname.gebruiker_id is None and deelname.naam in {"", deelname.organisatie.naam}


def deelnames_van(bron: Bron) -> list[Deelname]:
    """Return who was expected or there; a row without a name gives way to a person of that organisatie."""
    rijen = bron.overleg.deelnames
    bij_naam = {(d.organisatie_id, d.punt_id) for d in rijen if not is_plaatshouder(d)}
    return [
        d
        for d in rijen
        if not (is_plaatshouder(d) and bij_naam & {(d.organisatie_id, d.punt_id), (d.organisatie_id, None)})
    ]


def verwachten(bron: Bron) -> list[Deelname]:
    """Return who was there or should have been: not the guest of a casus that went on before it began."""
    return [d for d in deelnames_van(bron) if d.aanwezigheid in AANWEZIG_GEWEEST or not _ging_door(bron, d)]


def _ging_door(bron: Bron, deelname: Deelname) -> bool:
    punten = gastpunten(bron, deelname)
    return bool(punten) and all(punt.doorgezet_op and not punt.begonnen_op for punt in punten)


def gastpunten(bron: Bron, deelname: Deelname) -> list[Agendapunt]:
    """Return the items a guest joined for, in order; none for who is there for the whole overleg.

    A guest with an account has one row of attendance, also when invited for more than one item.
    """
    if deelname.punt_id is None:
        return []
    return [
        punt
        for punt in bron.overleg.punten
        if punt.id == deelname.punt_id
        or (
            deelname.gebruiker_id is not None
            and any(gast.gebruiker_id == deelname.gebruiker_id for gast in punt.aanschuivers)
        )
    ]


def wie_erbij(
    bron: Bron, punt: Agendapunt, horen: frozenset[uuid.UUID]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return who was in the room for this item, and who was not though at the meeting, with the reason.

    Only who may be at this casus (`horen`: the organisaties that discuss it): a partner on request that
    did not join it is in neither list, for it may not even know the casus (domein.md §2).
    """
    erbij, niet = [], []
    for deelname in sorted(deelnames_van(bron), key=lambda d: sorteernaam(naam_van(d))):
        if deelname.aanwezigheid not in AANWEZIG_GEWEEST or not _hoort_erbij(bron, deelname, punt, horen):
            continue
        reden = _niet_erbij(deelname, punt)
        naam = _voluit(deelname)
        if reden is None:
            erbij.append(naam)
        elif reden:
            niet.append(f"{naam}: {reden}")
    return tuple(erbij), tuple(niet)


def _hoort_erbij(bron: Bron, deelname: Deelname, punt: Agendapunt, horen: frozenset[uuid.UUID]) -> bool:
    """Whether someone may be at this item: leads the tafel, is of an organisatie there, or is its guest."""
    if deelname.gebruiker_id in bron.leiding:
        return True
    if deelname.punt_id is not None:
        return punt in gastpunten(bron, deelname)
    gasten = {(gast.gebruiker_id, gast.organisatie_id) for gast in punt.aanschuivers}
    return deelname.organisatie_id in horen or (deelname.gebruiker_id, deelname.organisatie_id) in gasten


def _voluit(deelname: Deelname) -> str:
    """Return the person with the organisatie; the organisatie alone when no person is known."""
    naam, organisatie = naam_van(deelname), deelname.organisatie.naam
    return organisatie if naam == organisatie else f"{naam} ({organisatie})"


def _niet_erbij(deelname: Deelname, punt: Agendapunt) -> str | None:
    """Return why someone was not there for the item; None when they were."""
    weg = next((a for a in deelname.afwezig_bij if a.punt_id == punt.id), None)
    if weg is not None:
        return "wegens een mogelijk belangenconflict" if weg.belangenconflict else "tijdelijk weg"
    begin, einde = punt.begonnen_op, punt.beeindigd_op
    if deelname.vertrokken_op and begin and deelname.vertrokken_op <= begin:
        return "al vertrokken"
    if deelname.gekomen_op and einde and deelname.gekomen_op >= einde:
        return "nog niet gekomen"
    return None


def naam_van(deelname: Deelname) -> str:
    """Return the name of someone at the overleg, with or without an account."""
    return deelname.gebruiker.naam if deelname.gebruiker else deelname.naam
