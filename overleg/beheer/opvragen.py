"""What beheer looks at: settings, accounts and counts; never content of a casus."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select, tuple_
from sqlalchemy.orm import Session, aliased, joinedload, selectinload
from sqlalchemy.sql.expression import SQLColumnExpression

from models import (
    Afspraak,
    Bericht,
    Besluit,
    Bespreking,
    Casus,
    Criteriaset,
    Criterium,
    Dienstnummer,
    Gebruiker,
    Grondslag,
    Grondvraag,
    Informering,
    Lidmaatschap,
    Organisatie,
    Overdracht,
    Overlegtafel,
    Registratieafspraak,
    Tafelpartner,
    TeInformerenPartij,
)
from models.waarden import (
    BesluitSoort,
    CasusStatus,
    InformerenStatus,
    OverdrachtSoort,
    OverdrachtStatus,
    Rol,
)
from overleg.basis.afspraakstand import TE_DOEN
from overleg.basis.klok import vandaag
from overleg.basis.limieten import limiet
from overleg.basis.weergave import sorteernaam
from overleg.beheer.regels import ledenblad
from overleg.toegang.vrager import Vrager

AANTAL = limiet("aantal_per_pagina")
CONTROLE_NA = timedelta(days=92)
"""A number of the piketlijst that was checked longer ago than this asks for attention."""
LOPEND = (CasusStatus.BESPROKEN, CasusStatus.IN_MONITORING, CasusStatus.GEAGENDEERD, CasusStatus.TOEGELATEN)


# --- what someone still holds ---------------------------------------------------------------


def plichten_van(gebruiker_id: uuid.UUID) -> tuple[Select[uuid.UUID], ...]:
    """Return one select of ids for each kind of duty that is still open for a person.

    In order: afspraken, informeringen, parties to inform, regie and monitoring. Source: ontwerp.md §5. What
    the voorzitter can give to somebody else, and no more: opvolging/opvragen/plichten.py shows the same.
    """
    besluiten = (
        select(Besluit.id)
        .join(Bespreking, Bespreking.id == Besluit.bespreking_id)
        .join(Casus, Casus.id == Bespreking.casus_id)
        .where(
            _houdt_besluit(gebruiker_id),
            Casus.status.in_(LOPEND),
            geldend_besluit(),
        )
    )
    return (
        select(Afspraak.id).where(
            Afspraak.persoon_id == gebruiker_id,
            Afspraak.geldt_vanaf.is_not(None),
            Afspraak.status.in_(TE_DOEN),
        ),
        select(Informering.id).where(
            Informering.persoon_id == gebruiker_id, Informering.status != InformerenStatus.GEDAAN
        ),
        select(TeInformerenPartij.id).where(
            TeInformerenPartij.persoon_id == gebruiker_id, TeInformerenPartij.gedaan_op.is_(None)
        ),
        besluiten,
    )


def geldend_besluit() -> ColumnElement[bool]:
    """Filter on a Besluit with its Bespreking: closed, and nothing decided later stands in its place.

    A later decision on the regie that was offered and not accepted does not, nor one that begins on a later
    day: until then who had it keeps it (domein.md §5, `bespreking/opvragen/regie.py`). One whose offer came
    to nothing binds nobody.
    """
    later = aliased(Bespreking)
    gegaan = and_(
        Overdracht.status == OverdrachtStatus.GEACCEPTEERD,
        or_(Overdracht.per_datum.is_(None), Overdracht.per_datum <= vandaag()),
    )
    loopt = Overdracht.status.in_((OverdrachtStatus.AANGEBODEN, OverdrachtStatus.GEACCEPTEERD))
    is_regie = Besluit.soort == BesluitSoort.REGIE
    vervangen = exists().where(
        later.casus_id == Bespreking.casus_id,
        later.afgerond_op > Bespreking.afgerond_op,
        ~and_(is_regie, _alleen_aangeboden(later.id, gegaan)),
    )
    ketste_af = and_(is_regie, _alleen_aangeboden(Bespreking.id, loopt))
    return and_(Bespreking.afgerond_op.is_not(None), ~vervangen, ~ketste_af)


def _alleen_aangeboden(
    bespreking: SQLColumnExpression[uuid.UUID], behalve: ColumnElement[bool]
) -> ColumnElement[bool]:
    """Whether a bespreking offered the regie, and no offer of it is as `behalve` says."""
    aanbod = exists().where(
        Overdracht.bespreking_id == bespreking,
        Overdracht.soort == OverdrachtSoort.REGIE,
        Overdracht.geldt_vanaf.is_not(None),
    )
    return and_(aanbod, ~aanbod.where(behalve))


def _houdt_besluit(gebruiker_id: uuid.UUID) -> ColumnElement[bool]:
    regie = and_(
        Besluit.soort == BesluitSoort.REGIE,
        or_(Besluit.persoon_id == gebruiker_id, Besluit.achtervang_id == gebruiker_id),
    )
    monitoring = and_(
        Besluit.soort == BesluitSoort.MONITORING, Besluit.ja.is_(True), Besluit.persoon_id == gebruiker_id
    )
    return or_(regie, monitoring)


def open_plichten(sessie: Session, gebruiker: Gebruiker) -> int:
    """Return how many duties someone still holds; beheer sees the number, never which."""
    tellingen = [
        select(func.count()).select_from(vraag.subquery()).scalar_subquery()
        for vraag in plichten_van(gebruiker.id)
    ]
    return sum(sessie.execute(select(*tellingen)).one())


# --- tafels ----------------------------------------------------------------------------------


def tafels(sessie: Session) -> Sequence[Overlegtafel]:
    """Return all tafels, those in use first."""
    return sessie.scalars(
        select(Overlegtafel).order_by(Overlegtafel.actief.desc(), Overlegtafel.naam, Overlegtafel.id)
    ).all()


def aandacht(sessie: Session, tafel: Overlegtafel) -> dict[str, int]:
    """Return per settings page how many things ask for attention."""
    dag = vandaag()
    oud = dag - CONTROLE_NA
    nummers = select(func.count()).where(
        Dienstnummer.tafel_id == tafel.id,
        or_(Dienstnummer.gecontroleerd_op.is_(None), Dienstnummer.gecontroleerd_op < oud),
    )
    jurist = select(func.count()).where(
        Grondslag.tafel_id == tafel.id, Grondslag.jurist_nodig.is_(True), Grondslag.vervallen_op.is_(None)
    )
    alle_nummers = select(func.count()).where(Dienstnummer.tafel_id == tafel.id)
    voorzitters = select(func.count()).where(
        Lidmaatschap.tafel_id == tafel.id, Lidmaatschap.rol == Rol.VOORZITTER, loopt(dag)
    )
    vragen = [v.scalar_subquery() for v in (nummers, jurist, alle_nummers, voorzitters)]
    oude, juristen, alle, voorzitter = sessie.execute(select(*vragen)).one()
    herzien = tafel.profiel_herzien_op
    return {
        "nummers": oude,
        "geen_nummers": int(not alle),
        "jurist": juristen,
        "geen_voorzitter": int(not voorzitter),
        "profiel": int(herzien is not None and herzien <= dag),
    }


def loopt(dag: date) -> ColumnElement[bool]:
    """Filter: the lidmaatschap holds on this day or later."""
    return or_(Lidmaatschap.tot.is_(None), Lidmaatschap.tot >= dag)


def lijst(sessie: Session, tafel: Overlegtafel, model: type[Any], *laad: Any) -> Sequence[Any]:
    """Return the rows of one list of settings, in its order; people and organisaties by name."""
    orde = [
        getattr(model, naam)
        for naam in ("volgorde", "gever", "soort", "organisatie_soort")
        if hasattr(model, naam)
    ]
    rijen = sessie.scalars(
        select(model).where(model.tafel_id == tafel.id).options(*laad).order_by(*orde, model.id)
    )
    return rijen.all() if orde else sorted(rijen, key=_wie)


def _wie(rij: Any) -> tuple[str, str]:  # noqa: ANN401 a row of any list
    wie = getattr(rij, "gebruiker", None) or getattr(rij, "organisatie", None)
    return sorteernaam(wie.naam) if wie is not None else ("", "")


def leden(sessie: Session, tafel: Overlegtafel) -> Sequence[Lidmaatschap]:
    """Return everybody who has, or had, a place at the tafel."""
    return sessie.scalars(
        select(Lidmaatschap)
        .where(Lidmaatschap.tafel_id == tafel.id)
        .options(joinedload(Lidmaatschap.gebruiker).joinedload(Gebruiker.organisatie))
        .order_by(Lidmaatschap.vanaf, Lidmaatschap.id)
    ).all()


def ledenstand(sessie: Session, vrager: Vrager, tafel: Overlegtafel) -> ledenblad.Stand:
    """Return what a sheet with members and partners of a tafel is made from, and held against."""
    organisatie = {o.id: ledenblad.Organisatie(o.id, o.naam, o.soort, o.actief) for o in organisaties(sessie)}
    kolommen = (
        Gebruiker.id,
        Gebruiker.naam,
        Gebruiker.email,
        Gebruiker.organisatie_id,
        Gebruiker.active,
        Gebruiker.functionaris,
    )
    account = {
        sleutel: ledenblad.Account(sleutel, naam, email, organisatie[bij], actief, fg, sleutel == vrager.id)
        for sleutel, naam, email, bij, actief, fg in sessie.execute(select(*kolommen).order_by(Gebruiker.id))
    }
    dag = vandaag()
    plaatsen = [
        ledenblad.Plaats(
            lid.id,
            account[lid.gebruiker_id],
            lid.rol,
            ledenblad.Invulling(lid.bezetting, lid.mandaat, lid.functie, lid.vanaf, lid.tot),
        )
        for lid in sessie.scalars(
            select(Lidmaatschap)
            .where(Lidmaatschap.tafel_id == tafel.id)
            .order_by(Lidmaatschap.vanaf, Lidmaatschap.id)
        )
    ]
    lopend = [plaats for plaats in plaatsen if ledenblad.loopt(plaats.invulling, dag)]
    partners = [
        ledenblad.Partner(rij.id, organisatie[rij.organisatie_id], rij.vorm, rij.actief)
        for rij in sessie.scalars(select(Tafelpartner).where(Tafelpartner.tafel_id == tafel.id))
    ]
    return ledenblad.Stand(
        dag,
        tuple(organisatie.values()),
        tuple(account.values()),
        tuple(lopend),
        tuple(partners),
        tuple(plaats for plaats in plaatsen if plaats not in lopend),
    )


def criteriasets(sessie: Session, tafel: Overlegtafel) -> Sequence[Criteriaset]:
    """Return all versions of the criteria, newest first."""
    return sessie.scalars(
        select(Criteriaset)
        .where(Criteriaset.tafel_id == tafel.id)
        .options(selectinload(Criteriaset.criteria).selectinload(Criterium.onderdelen))
        .order_by(Criteriaset.nummer.desc())
    ).all()


def registratieafspraken(sessie: Session, tafel: Overlegtafel) -> Sequence[Registratieafspraak]:
    """Return all versions of the registratieafspraken, newest first."""
    return sessie.scalars(
        select(Registratieafspraak)
        .where(Registratieafspraak.tafel_id == tafel.id)
        .order_by(Registratieafspraak.nummer.desc())
    ).all()


def onderdelen(sessie: Session, tafel: Overlegtafel) -> list[tuple[str, str]]:
    """Return key and words of the items under the criteria in use, for a thema to point to."""
    versies = criteriasets(sessie, tafel)[:1]
    return [
        (o.sleutel, f"{c.code}: {o.titel}") for set_ in versies for c in set_.criteria for o in c.onderdelen
    ]


# --- organisaties, accounts, mail ------------------------------------------------------------


@dataclass(frozen=True)
class Bladzijde:
    """One page of a list that is paged by key."""

    rijen: Sequence[Any]
    volgende: str = ""
    """The key to ask the next page with."""


def organisaties(sessie: Session, *, actief: bool = False) -> Sequence[Organisatie]:
    """Return all organisaties by name."""
    vraag = select(Organisatie).order_by(Organisatie.naam, Organisatie.id)
    vraag = vraag.options(joinedload(Organisatie.hoort_bij))
    return sessie.scalars(vraag.where(Organisatie.actief.is_(True)) if actief else vraag).all()


def mogelijke_gehelen(sessie: Session, organisatie: Organisatie | None = None) -> list[tuple[uuid.UUID, str]]:
    """Return what this organisatie (None: a new one) can be a unit of, by name."""
    vraag = select(Organisatie.id, Organisatie.naam).where(Organisatie.hoort_bij_id.is_(None))
    nu = organisatie.hoort_bij_id if organisatie else None
    vraag = vraag.where(or_(Organisatie.actief.is_(True), Organisatie.id == nu))
    if organisatie is not None:
        vraag = vraag.where(Organisatie.id != organisatie.id)
    return [(sleutel, naam) for sleutel, naam in sessie.execute(vraag.order_by(Organisatie.naam))]


def accounts(sessie: Session, zoek: str = "", na: uuid.UUID | None = None) -> Bladzijde:
    """Return a page of accounts whose name, e-mail or organisatie holds `zoek`, after the account `na`."""
    vraag = (
        select(Gebruiker)
        .join(Gebruiker.organisatie)
        .options(joinedload(Gebruiker.organisatie))
        .order_by(Gebruiker.naam, Gebruiker.id)
    )
    if zoek:
        bevat = [
            kolom.icontains(zoek, autoescape=True)
            for kolom in (Gebruiker.naam, Gebruiker.email, Organisatie.naam)
        ]
        vraag = vraag.where(or_(*bevat))
    vorige = sessie.get(Gebruiker, na) if na else None
    if vorige is not None:
        vraag = vraag.where(tuple_(Gebruiker.naam, Gebruiker.id) > tuple_(vorige.naam, vorige.id))
    return _bladzijde(sessie.scalars(vraag.limit(AANTAL + 1)).all())


def berichten(sessie: Session, na: uuid.UUID | None = None) -> Bladzijde:
    """Return a page of the outbox, newest first."""
    vraag = select(Bericht).order_by(Bericht.gemaakt_op.desc(), Bericht.id.desc())
    vorige = sessie.get(Bericht, na) if na else None
    if vorige is not None:
        vraag = vraag.where(tuple_(Bericht.gemaakt_op, Bericht.id) < tuple_(vorige.gemaakt_op, vorige.id))
    return _bladzijde(sessie.scalars(vraag.limit(AANTAL + 1)).all())


def _bladzijde(rijen: Sequence[Any]) -> Bladzijde:
    meer = len(rijen) > AANTAL
    return Bladzijde(rijen[:AANTAL], str(rijen[AANTAL - 1].id) if meer else "")


def kandidaten(sessie: Session) -> Sequence[Gebruiker]:
    """Return the active accounts, by name, to give a place at a tafel."""
    return sessie.scalars(
        select(Gebruiker)
        .where(Gebruiker.active.is_(True))
        .options(joinedload(Gebruiker.organisatie))
        .order_by(Gebruiker.naam, Gebruiker.id)
    ).all()


def plaatsen_van(sessie: Session, gebruiker: Gebruiker) -> Sequence[Lidmaatschap]:
    """Return the places of an account at tafels, newest first."""
    return sessie.scalars(
        select(Lidmaatschap)
        .where(Lidmaatschap.gebruiker_id == gebruiker.id)
        .options(joinedload(Lidmaatschap.tafel))
        .order_by(Lidmaatschap.vanaf.desc(), Lidmaatschap.id)
    ).all()


def open_grondvragen(sessie: Session) -> Sequence[Grondvraag]:
    """Return the grounds that were asked for, that are not there and were not refused; the oldest first."""
    al = (
        select(Grondslag.id)
        .where(
            Grondslag.tafel_id == Grondvraag.tafel_id,
            Grondslag.vervallen_op.is_(None),
            Grondslag.alleen_acuut.is_(False),
            or_(Grondslag.gever.is_(None), Grondslag.gever == Grondvraag.gever),
            or_(Grondslag.ontvanger.is_(None), Grondslag.ontvanger == Grondvraag.ontvanger),
        )
        .exists()
    )
    vraag = (
        select(Grondvraag).options(joinedload(Grondvraag.tafel)).where(Grondvraag.afgewezen_op.is_(None), ~al)
    )
    return sessie.scalars(vraag.order_by(Grondvraag.gevraagd_op, Grondvraag.id).limit(AANTAL)).all()
