"""From a casus, or from what was typed, to the facts that the rules ask."""

import uuid
from collections.abc import Iterable, Mapping

from models import Casus, Criteriaset, Criterium, Thema
from overleg.instroom.invoer import Aanmelding, MeldingInvoer, ToetsInvoer
from overleg.instroom.regels.aanmelding import Feiten, MeldingFeit, PersoonFeit
from overleg.instroom.regels.criteria import CriteriumStand, Uitkomst, werk_uit


def melding_van(casus: Casus) -> MeldingFeit:
    """Return the melding of a casus."""
    return MeldingFeit(
        casus.melding_status,
        casus.melding_nummer,
        casus.melding_datum,
        casus.melding_volgt_door,
        casus.melding_volgt_uiterlijk,
    )


def melding_invoer_van(casus: Casus) -> MeldingInvoer:
    """Return the melding of a casus as if it were typed again."""
    return MeldingInvoer(
        casus.melding_status,
        casus.melding_nummer,
        casus.melding_datum,
        casus.melding_moment,
        casus.melding_wijze,
        casus.melding_volgt_door,
        casus.melding_volgt_uiterlijk,
    )


def melding_uit(invoer: MeldingInvoer) -> MeldingFeit:
    """Return the melding that was typed."""
    return MeldingFeit(invoer.status, invoer.nummer, invoer.datum, invoer.volgt_door, invoer.volgt_uiterlijk)


def _stand(
    criterium: Criterium, antwoord: bool | None, gekozen: frozenset[uuid.UUID], sleutels: frozenset[str]
) -> CriteriumStand:
    via = {o.id for o in criterium.onderdelen if o.sleutel in sleutels}
    return CriteriumStand(
        code=criterium.code,
        titel=criterium.titel,
        minimum=criterium.minimum,
        antwoord=antwoord,
        aangevinkt=tuple(o.titel for o in criterium.onderdelen if o.id in gekozen | via),
        via_thema=tuple(o.titel for o in criterium.onderdelen if o.id in via),
    )


def _werk_uit(
    criteriaset: Criteriaset,
    antwoorden: Mapping[uuid.UUID, tuple[bool | None, frozenset[uuid.UUID]]],
    themas: Iterable[Thema],
) -> Uitkomst:
    """A thema that is also under a criterium fills that onderdeel in (domein.md §3)."""
    sleutels = frozenset(thema.onderdeel_sleutel for thema in themas if thema.onderdeel_sleutel)
    niets: tuple[bool | None, frozenset[uuid.UUID]] = (None, frozenset())
    standen = [_stand(c, *antwoorden.get(c.id, niets), sleutels) for c in criteriaset.criteria]
    return werk_uit(criteriaset.regel, standen)


def uitkomst_van(casus: Casus) -> Uitkomst:
    """Return the outcome of the criteria as they are saved."""
    antwoorden = {
        toets.criterium_id: (toets.antwoord, frozenset(o.id for o in toets.onderdelen))
        for toets in casus.toetsen
    }
    return _werk_uit(casus.criteriaset, antwoorden, casus.themas)


def uitkomst_uit(
    criteriaset: Criteriaset, toetsen: Iterable[ToetsInvoer], themas: Iterable[Thema]
) -> Uitkomst:
    """Return the outcome of the criteria as they were typed; `themas` are the chosen ones."""
    antwoorden = {toets.criterium_id: (toets.antwoord, toets.onderdeel_ids) for toets in toetsen}
    return _werk_uit(criteriaset, antwoorden, themas)


def feiten_van(casus: Casus) -> Feiten:
    """Return the facts of an aanmelding as saved."""
    return Feiten(
        samenloop=casus.samenloop,
        wat_gebeurd=casus.wat_gebeurd,
        concrete_vraag=casus.concrete_vraag,
        personen=tuple(PersoonFeit(p.naam, p.rol) for p in casus.betrokkenen),
        criteria_open=tuple(uitkomst_van(casus).open),
        melding=melding_van(casus),
    )


def feiten_uit(invoer: Aanmelding, uitkomst: Uitkomst) -> Feiten:
    """Return the facts of an aanmelding as typed."""
    return Feiten(
        samenloop=invoer.samenloop,
        wat_gebeurd=invoer.wat_gebeurd,
        concrete_vraag=invoer.concrete_vraag,
        personen=tuple(PersoonFeit(p.naam, p.rol) for p in invoer.betrokkenen),
        criteria_open=tuple(uitkomst.open),
        melding=melding_uit(invoer.melding),
    )
