"""For whom a part of the verslag is: takes out of the whole what one reader may not see."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from overleg.verslag.gastdeel import Gastdeel
from overleg.verslag.inhoud import (
    Agendaregel,
    CasusInVerslag,
    PartnerInformatie,
    Rectificatie,
    Verslaginhoud,
    VorigeActie,
)

G = TypeVar("G", Agendaregel, Rectificatie)


@dataclass(frozen=True, slots=True)
class Lezer:
    """Who reads: the organisatie, whether this person leads the tafel, and what is closed to them.

    `gesloten` holds the ids of casussen this person withdrew from and of bijdragen that may no longer
    be shown to this organisatie; it is asked from the database at every reading.
    """

    organisatie_id: uuid.UUID
    leidt: bool
    gesloten: frozenset[uuid.UUID] = frozenset()


def voor_lezer(inhoud: Verslaginhoud, lezer: Lezer) -> Verslaginhoud:
    """Return `inhoud` with only what `lezer` may see; doing it twice changes nothing.

    A casus is whole or absent: its lines on the agenda, its guests and its notes go with it. Within it,
    each bijdrage is for its giver and receivers (ontwerp.md §5). What is left is numbered anew.
    """
    casussen = tuple(_casus(casus, lezer) for casus in inhoud.casussen if _mag_casus(casus, lezer))
    zichtbaar = frozenset(casus.id for casus in casussen)
    return replace(
        inhoud,
        casussen=casussen,
        agenda=_genummerd(r for r in inhoud.agenda if r.casus_id is None or r.casus_id in zichtbaar),
        aanwezigen=tuple(a for a in inhoud.aanwezigen if not a.bij_casussen or a.bij_casussen & zichtbaar),
        vorige_acties=tuple(a for a in inhoud.vorige_acties if _mag_actie(a, lezer)),
        rectificaties=_genummerd(r for r in inhoud.rectificaties if _mag_rectificatie(r, zichtbaar)),
    )


def _genummerd(regels: Iterable[G]) -> tuple[G, ...]:
    """Return the lines numbered as this reader counts them: no number is missing (docs/besluiten/037)."""
    return tuple(replace(regel, nummer=nummer) for nummer, regel in enumerate(regels, start=1))


def van_casus(inhoud: Verslaginhoud, casus_id: uuid.UUID) -> Verslaginhoud | None:
    """Return `inhoud` with one casus and nothing else of the meeting; None when it is not in it.

    For the file of a partner about this casus. Who was there stands with the casus itself; a note about
    the meeting as a whole stays out, for it may be about another casus.
    """
    casussen = tuple(casus for casus in inhoud.casussen if casus.id == casus_id)
    if not casussen:
        return None
    return replace(
        inhoud,
        casussen=casussen,
        agenda=tuple(regel for regel in inhoud.agenda if regel.casus_id == casus_id),
        aanwezigen=(),
        vorige_acties=tuple(actie for actie in inhoud.vorige_acties if actie.casus_id == casus_id),
        rectificaties=tuple(r for r in inhoud.rectificaties if r.casus_id == casus_id),
    )


def voor_gast(inhoud: Verslaginhoud, lezer: Lezer, casussen: frozenset[uuid.UUID]) -> tuple[Gastdeel, ...]:
    """Return the items (`casussen`) at which `lezer` was a guest, as far as a guest may read them.

    A casus that no partner reads any more (`lezers` is empty: it left the tafel) is not for a guest either.
    """
    return tuple(
        _gastdeel(_casus(casus, lezer))
        for casus in inhoud.casussen
        if casus.id in casussen - lezer.gesloten and casus.lezers and not casus.vernietigd
    )


def _gastdeel(casus: CasusInVerslag) -> Gastdeel:
    return Gastdeel(
        id=casus.id,
        kenmerk=casus.kenmerk,
        concrete_vraag=casus.concrete_vraag,
        personen=tuple((mens.naam, mens.rol) for mens in casus.personen),
        informatie=tuple(partner for partner in casus.informatie if partner.bijdragen),
        afspraken=tuple(replace(regel, akkoord="") for regel in casus.afspraken),
    )


def _mag_casus(casus: CasusInVerslag, lezer: Lezer) -> bool:
    return casus.id not in lezer.gesloten and (lezer.leidt or lezer.organisatie_id in casus.lezers)


def _mag_actie(actie: VorigeActie, lezer: Lezer) -> bool:
    if actie.casus_id in lezer.gesloten:
        return False
    eigen = actie.organisatie_id == lezer.organisatie_id
    return eigen or lezer.leidt or lezer.organisatie_id in actie.lezers


def _mag_rectificatie(rectificatie: Rectificatie, zichtbaar: frozenset[uuid.UUID]) -> bool:
    return rectificatie.casus_id is None or rectificatie.casus_id in zichtbaar


def _casus(casus: CasusInVerslag, lezer: Lezer) -> CasusInVerslag:
    return replace(casus, informatie=tuple(_partner(partner, lezer) for partner in casus.informatie))


def _partner(partner: PartnerInformatie, lezer: Lezer) -> PartnerInformatie:
    zichtbaar = (b for b in partner.bijdragen if lezer.organisatie_id in b.lezers)
    return replace(partner, bijdragen=tuple(b for b in zichtbaar if b.id not in lezer.gesloten))
