"""The overview of a casus: who was asked, who answered, who is late, who holds something back."""

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session, contains_eager, joinedload, selectinload

from models import (
    Aansluiting,
    Casus,
    Gebruiker,
    Informatiebijdrage,
    Informatieverzoek,
    Organisatie,
    Overleg,
)
from models.waarden import BijdrageStatus, OMUitkomst, OverlegStatus
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import mag
from overleg.toegang.vrager import Vrager
from overleg.uitvraag.inhoud import grond_in_woorden, personen_in
from overleg.uitvraag.opvragen.partners import leden_van
from overleg.uitvraag.regels import is_te_laat


def volgende_overlegdag(sessie: Session, casus: Casus, dag: date) -> date | None:
    """Return the first day after `dag` on which the tafel of the casus meets."""
    vraag = select(func.min(Overleg.datum)).where(
        Overleg.tafel_id == casus.tafel_id,
        Overleg.datum > dag,
        Overleg.status.in_((OverlegStatus.GEPLAND, OverlegStatus.GEPUBLICEERD)),
    )
    return sessie.scalar(vraag)


@dataclass(frozen=True)
class Overzichtrij:
    """One request, as everybody at the casus may see it: no content."""

    verzoek: Informatieverzoek
    beantwoord: bool
    te_laat: bool
    houdt_achter: bool
    heeft_account: bool
    grond: str
    """On which ground it was asked, in words."""
    over: tuple[str, ...] = ()
    """Whom it names, when it does not name everyone of the casus as it is now."""
    later: tuple[str, ...] = ()
    """Who came to the casus after it was asked, and is not in it."""
    vastgelegd_door: tuple[str, ...] = ()
    """Who recorded (part of) the answer for it, by name; empty when it put all in itself."""


@dataclass(frozen=True)
class Ongevraagd:
    """Somebody gave information that nobody asked for: who, and when; no content."""

    organisatie: str
    op: datetime


@dataclass(frozen=True)
class _Wie:
    over: tuple[str, ...]
    later: tuple[str, ...]


@dataclass(frozen=True)
class _Antwoord:
    achtergehouden: bool
    vastgelegd_door: str


def overzicht_van(sessie: Session, casus: Casus, dag: date) -> list[Overzichtrij]:
    """Return the requests of a casus in the order of the names. The caller checks UITVRAAG_ZIEN."""
    verzoeken = sessie.scalars(
        select(Informatieverzoek)
        .where(Informatieverzoek.casus_id == casus.id, Informatieverzoek.ingetrokken_op.is_(None))
        .options(
            joinedload(Informatieverzoek.organisatie),
            joinedload(Informatieverzoek.grondslag),
            selectinload(Informatieverzoek.personen),
        )
    ).all()
    stand = _stand(sessie, casus.id)
    leden = {"": leden_van(sessie, casus, dag)}
    for functie in {v.functie for v in verzoeken if v.functie}:
        leden[functie] = leden_van(sessie, casus, dag, functie)
    rijen = [_rij(verzoek, stand, leden[verzoek.functie], dag, _wie(casus, verzoek)) for verzoek in verzoeken]
    return sorted(rijen, key=lambda r: (r.verzoek.organisatie.naam, r.verzoek.functie))


def _rij(
    verzoek: Informatieverzoek,
    stand: Mapping[uuid.UUID, Sequence[_Antwoord]],
    leden: Mapping[uuid.UUID, Sequence[Gebruiker]],
    dag: date,
    wie: _Wie,
) -> Overzichtrij:
    antwoorden = stand.get(verzoek.id, ())
    klaar = bool(antwoorden)
    return Overzichtrij(
        verzoek,
        beantwoord=klaar,
        te_laat=is_te_laat(verzoek.uiterlijk, beantwoord=klaar, vandaag=dag),
        houdt_achter=any(a.achtergehouden for a in antwoorden),
        heeft_account=verzoek.organisatie_id in leden,
        grond=grond_in_woorden(verzoek),
        over=wie.over,
        later=wie.later,
        vastgelegd_door=tuple(sorted({a.vastgelegd_door for a in antwoorden} - {""})),
    )


def _wie(casus: Casus, verzoek: Informatieverzoek) -> _Wie:
    erin = personen_in(casus, verzoek)
    niet = [mens for mens in casus.betrokkenen if mens not in erin]
    return _Wie(
        tuple(mens.naam for mens in erin) if niet else (),
        tuple(mens.naam for mens in niet if mens.gemaakt_op > verzoek.gevraagd_op),
    )


def _stand(sessie: Session, casus_id: uuid.UUID) -> Mapping[uuid.UUID, Sequence[_Antwoord]]:
    """Return of each request that was answered what its answers say about themselves."""
    rijen = sessie.execute(
        select(
            Informatiebijdrage.verzoek_id,
            Informatiebijdrage.achtergehouden,
            Informatiebijdrage.gegeven_hoe,
            Gebruiker.naam,
        )
        .join(Gebruiker, Gebruiker.id == Informatiebijdrage.door_id)
        .where(_ingediend(casus_id), Informatiebijdrage.verzoek_id.is_not(None))
    )
    per: defaultdict[uuid.UUID, list[_Antwoord]] = defaultdict(list)
    for verzoek, achter, hoe, naam in rijen:
        if verzoek is not None:
            per[verzoek].append(_Antwoord(achter, naam if hoe else ""))
    return per


def _ingediend(casus_id: uuid.UUID) -> ColumnElement[bool]:
    """Filter on Informatiebijdrage: handed in, and nothing that is for the OM first."""
    return and_(
        Informatiebijdrage.casus_id == casus_id,
        Informatiebijdrage.status == BijdrageStatus.INGEDIEND,
        Informatiebijdrage.artikel_9.is_(False),
    )


def ongevraagd_gegeven(sessie: Session, casus: Casus) -> list[Ongevraagd]:
    """Return who gave what nobody asked for, in the order it came in. The caller checks UITVRAAG_ZIEN."""
    rijen = sessie.execute(
        select(Organisatie.naam, Informatiebijdrage.ingediend_op)
        .join(Organisatie, Organisatie.id == Informatiebijdrage.organisatie_id)
        .where(_ingediend(casus.id), Informatiebijdrage.verzoek_id.is_(None))
        .order_by(Informatiebijdrage.ingediend_op, Organisatie.naam)
    )
    return [Ongevraagd(naam, op) for naam, op in rijen if op is not None]


def aansluitingen_van(sessie: Session, casus: Casus) -> list[Aansluiting]:
    """Return who joins besides the fixed partners, by name. The caller checks UITVRAAG_ZIEN."""
    return list(
        sessie.scalars(
            select(Aansluiting)
            .join(Aansluiting.organisatie)
            .where(Aansluiting.casus_id == casus.id)
            .options(contains_eager(Aansluiting.organisatie))
            .order_by(Organisatie.naam)
        )
    )


def wacht_op_om(sessie: Session, vrager: Vrager, casus: Casus) -> list[Informatiebijdrage]:
    """Return the art. 9 bijdragen whose contact with the OM `vrager` may put on record.

    The voorzitter may, without reading them: a page shows only whose they are and when they came in.
    """
    rijen = sessie.scalars(
        select(Informatiebijdrage)
        .where(
            Informatiebijdrage.casus_id == casus.id,
            Informatiebijdrage.artikel_9.is_(True),
            Informatiebijdrage.status == BijdrageStatus.INGEDIEND,
        )
        .options(joinedload(Informatiebijdrage.organisatie))
        .order_by(Informatiebijdrage.ingediend_op, Informatiebijdrage.id)
    )
    open_ = [b for b in rijen if b.om_uitkomst is not OMUitkomst.AKKOORD]
    return [b for b in open_ if mag(vrager, Recht.OM_CONTACT_VASTLEGGEN, b)]
