"""Who can answer a question itself, and for whom another may record the answer (decision 038)."""

import uuid
from collections.abc import Sequence

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from models import Casus, Informatiebijdrage, Informatieverzoek, Organisatie
from models.waarden import BijdrageStatus
from overleg.basis.klok import vandaag
from overleg.toegang.uitsluiting import gesloten_organisaties
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import zichtbaar
from overleg.uitvraag.opvragen.bijdragen import als_tekst
from overleg.uitvraag.opvragen.partners import leden_van
from overleg.uitvraag.regels import Vastlegging


def antwoordt_zelf(sessie: Session, verzoek: Informatieverzoek) -> bool:
    """Return whether somebody can answer this question in the system: who is told of it by mail."""
    return verzoek.organisatie_id in leden_van(sessie, verzoek.casus, vandaag(), verzoek.functie)


def vast_te_leggen(
    sessie: Session, casus: Casus, verzoeken: Sequence[Informatieverzoek]
) -> frozenset[uuid.UUID]:
    """Return which of these questions of one casus nobody there can answer, and another may record.

    The same as `mag_vastgelegd` on each `vastlegging_van`, in a few queries for all of them.
    """
    if not verzoeken:
        return frozenset()
    leden = {f: leden_van(sessie, casus, vandaag(), f) for f in {v.functie for v in verzoeken}}
    dicht = set(sessie.scalars(gesloten_organisaties(casus.id)))
    return frozenset(
        v.id for v in verzoeken if v.organisatie_id not in leden[v.functie] and v.organisatie_id not in dicht
    )


def is_te_vervangen(sessie: Session, bijdrage: Informatiebijdrage) -> bool:
    """Return whether it was recorded for another, and nobody there can take it over yet."""
    verzoek = verzoek_van(sessie, bijdrage) if bijdrage.gegeven_hoe else None
    return verzoek is not None and not antwoordt_zelf(sessie, verzoek)


def verzoek_van(sessie: Session, bijdrage: Informatiebijdrage) -> Informatieverzoek | None:
    """Return the question that a bijdrage answers, also of one that is not stored yet."""
    return sessie.get(Informatieverzoek, bijdrage.verzoek_id) if bijdrage.verzoek_id else None


def aantal_antwoorden(sessie: Session, verzoek: Informatieverzoek) -> int:
    """Return how many times this question was answered: what who records another answer must have seen."""
    return sessie.scalar(select(func.count()).select_from(Informatiebijdrage).where(*_gegeven(verzoek))) or 0


def nieuwste_antwoord(sessie: Session, vrager: Vrager, verzoek: Informatieverzoek) -> str:
    """Return the newest answer as text; without its content when `vrager` may not read it."""
    rij = sessie.scalars(
        zichtbaar(vrager, Informatiebijdrage)
        .where(*_gegeven(verzoek))
        .order_by(Informatiebijdrage.ingediend_op.desc(), Informatiebijdrage.id)
        .limit(1)
    ).first()
    return als_tekst(rij) if rij else "Er is een antwoord dat u niet kunt lezen."


def _gegeven(verzoek: Informatieverzoek) -> tuple[ColumnElement[bool], ...]:
    return (
        Informatiebijdrage.verzoek_id == verzoek.id,
        Informatiebijdrage.status == BijdrageStatus.INGEDIEND,
        Informatiebijdrage.artikel_9.is_(False),
    )


def vastlegging_van(sessie: Session, verzoek: Informatieverzoek) -> Vastlegging:
    """Return what decides whether an answer to this question may be recorded for another."""
    dicht = gesloten_organisaties(verzoek.casus_id).where(Organisatie.id == verzoek.organisatie_id)
    return Vastlegging(
        gever=verzoek.organisatie.naam,
        gever_soort=verzoek.organisatie.soort,
        antwoordt_zelf=antwoordt_zelf(sessie, verzoek),
        doet_mee=sessie.scalar(dicht.limit(1)) is None,
    )
