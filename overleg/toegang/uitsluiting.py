"""Who is shut out of which casus: the one place where a conflict of interest is read (domein.md §11).

`Vrager.teruggetrokken` holds the answer for who asks; conditions and filters look at nothing else.
For what is sent or offered to others (mail, whom to ask, who can take over) there are the two selects below.
"""

import uuid

from sqlalchemy import ColumnElement, CompoundSelect, Select, exists, or_, select, union_all
from sqlalchemy.orm import InstrumentedAttribute, Session

from models import AfwezigBij, Agendapunt, Belang, Belanguitzondering, Deelname, Gebruiker, Organisatie

Kolom = InstrumentedAttribute[uuid.UUID] | InstrumentedAttribute[uuid.UUID | None]


def uitsluitingen(
    sleutels: list[uuid.UUID] | None = None, casus_id: uuid.UUID | None = None
) -> CompoundSelect[uuid.UUID | None, uuid.UUID | None]:
    """Return a select of (gebruiker, casus): of these accounts, or for this casus.

    Someone left a meeting because of it; was shut out as a person; or belongs to a shut-out organisatie, or
    to a unit of one, and was not named to take part all the same.
    """
    van_tafel = (
        select(Deelname.gebruiker_id, Agendapunt.casus_id)
        .join(AfwezigBij, AfwezigBij.punt_id == Agendapunt.id)
        .join(Deelname, Deelname.id == AfwezigBij.deelname_id)
        .where(
            AfwezigBij.belangenconflict.is_(True),
            Deelname.gebruiker_id.is_not(None),
            Agendapunt.casus_id.is_not(None),
            *_waar(Deelname.gebruiker_id, sleutels, Agendapunt.casus_id, casus_id),
        )
    )
    als_persoon = select(Belang.gebruiker_id, Belang.casus_id).where(
        Belang.opgeheven_op.is_(None),
        Belang.gebruiker_id.is_not(None),
        *_waar(Belang.gebruiker_id, sleutels, Belang.casus_id, casus_id),
    )
    genoemd = exists().where(
        Belanguitzondering.belang_id == Belang.id, Belanguitzondering.gebruiker_id == Gebruiker.id
    )
    van_organisatie = (
        select(Gebruiker.id, Belang.casus_id)
        .join(Organisatie, Organisatie.id == Gebruiker.organisatie_id)
        .join(Belang, _raakt(Organisatie))
        .where(
            Belang.opgeheven_op.is_(None),
            ~genoemd,
            *_waar(Gebruiker.id, sleutels, Belang.casus_id, casus_id),
        )
    )
    return union_all(van_tafel, als_persoon, van_organisatie)


def _raakt(organisatie: type[Organisatie]) -> ColumnElement[bool]:
    """Whether a conflict of interest is about this organisatie, or about the one it is a unit of."""
    return or_(Belang.organisatie_id == organisatie.id, Belang.organisatie_id == organisatie.hoort_bij_id)


def _waar(
    wie: Kolom, sleutels: list[uuid.UUID] | None, casus: Kolom, casus_id: uuid.UUID | None
) -> list[ColumnElement[bool]]:
    van = [wie.in_(sleutels)] if sleutels is not None else []
    return van + ([casus == casus_id] if casus_id is not None else [])


def uitgesloten_mensen(casus_id: uuid.UUID) -> Select[uuid.UUID]:
    """Return a select of the accounts that are shut out of this casus; never NULL, so fit for NOT IN."""
    rijen = uitsluitingen(casus_id=casus_id).subquery()
    return select(rijen.c[0])


def is_uitgesloten(sessie: Session, gebruiker_id: uuid.UUID, casus_id: uuid.UUID) -> bool:
    """Return whether this account is shut out of this casus."""
    rijen = uitsluitingen([gebruiker_id], casus_id).subquery()
    return sessie.scalar(select(rijen.c[0]).limit(1)) is not None


def is_gesloten_organisatie(casus: ColumnElement[uuid.UUID]) -> ColumnElement[bool]:
    """Filter on Organisatie: nobody of it may take part in the casus of this row."""
    return exists().where(
        Belang.casus_id == casus, _raakt(Organisatie), Belang.opgeheven_op.is_(None), ~_iemand_genoemd()
    )


def _iemand_genoemd() -> ColumnElement[bool]:
    """Whether somebody of the organisatie was named to take part all the same."""
    return (
        exists()
        .where(Belanguitzondering.belang_id == Belang.id, Belanguitzondering.gebruiker_id == Gebruiker.id)
        .where(Gebruiker.organisatie_id == Organisatie.id)
        .correlate(Belang, Organisatie)
    )


def gesloten_organisaties(casus_id: uuid.UUID) -> Select[uuid.UUID]:
    """Return a select of the organisaties of which nobody may take part; never NULL."""
    return (
        select(Organisatie.id)
        .join(Belang, _raakt(Organisatie))
        .where(Belang.casus_id == casus_id, Belang.opgeheven_op.is_(None), ~_iemand_genoemd())
    )
