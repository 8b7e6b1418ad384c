"""Who asks: a small frozen value, read afresh from the database at every request."""

import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from models import Aanschuiver, Agendapunt, Bespreking, Gebruiker, Lidmaatschap, Overleg
from models.waarden import BesprekingStatus, Bezetting, OrganisatieSoort, OverlegStatus, Rol
from overleg.toegang.uitsluiting import uitsluitingen


@dataclass(frozen=True)
class Gastplek:
    """An item at which the asker is a guest; `nu` while it is on in a running meeting and not closed."""

    punt_id: uuid.UUID
    overleg_id: uuid.UUID
    casus_id: uuid.UUID | None
    nu: bool


@dataclass(frozen=True)
class Vrager:
    """The person who asks, with the organisatie and the roles held today."""

    id: uuid.UUID
    naam: str
    organisatie_id: uuid.UUID
    organisatie_naam: str
    organisatie_soort: OrganisatieSoort
    beheerder: bool = False
    functionaris: bool = False
    rollen: frozenset[tuple[uuid.UUID, Rol]] = field(default=frozenset())
    """(tafel, rol) pairs."""
    functies: frozenset[tuple[uuid.UUID, str]] = field(default=frozenset())
    """(tafel, functie) pairs in small letters, such as vertrouwensarts."""
    achtervang: frozenset[uuid.UUID] = field(default=frozenset())
    """The tafels at which the asker stands in for a colleague."""
    teruggetrokken: frozenset[uuid.UUID] = field(default=frozenset())
    """The casussen that are closed to the asker because of a conflict of interest."""
    gastplekken: frozenset[Gastplek] = field(default=frozenset())
    """The items at which the asker is a guest, of now and of before."""

    def tafels(self, *rollen: Rol) -> frozenset[uuid.UUID]:
        """Return the tafels at which the asker holds one of `rollen` (any role when none is named)."""
        return frozenset(tafel for tafel, rol in self.rollen if not rollen or rol in rollen)

    def is_op(self, tafel_id: uuid.UUID, *rollen: Rol) -> bool:
        """Whether the asker holds one of `rollen` at this tafel."""
        return tafel_id in self.tafels(*rollen)

    def rol_bij(self, tafel_id: uuid.UUID | None) -> str:
        """Return the roles at this tafel as words, for the logboek; of all tafels when none is known."""
        namen = {rol.tekst for tafel, rol in self.rollen if tafel_id in {None, tafel}}
        if self.beheerder:
            namen.add("Beheerder")
        if self.functionaris:
            namen.add("Functionaris gegevensbescherming")
        if not namen and self.gastplekken:
            namen.add(Rol.GAST.tekst)
        return ", ".join(sorted(namen))[:100]


def vrager_van(sessie: Session, gebruiker: Gebruiker, dag: date) -> Vrager:
    """Return the asker for an account, with the memberships that hold on `dag`."""
    return vragers_van(sessie, [gebruiker], dag)[gebruiker.id]


def vragers_van(sessie: Session, gebruikers: Sequence[Gebruiker], dag: date) -> dict[uuid.UUID, Vrager]:
    """Return the askers for accounts, by id of the account, in a fixed number of queries."""
    sleutels = [gebruiker.id for gebruiker in gebruikers]
    leden = _leden(sessie, sleutels, dag)
    teruggetrokken = _teruggetrokken(sessie, sleutels)
    gastplekken = _gastplekken(sessie, sleutels)
    return {
        g.id: Vrager(
            id=g.id,
            naam=g.naam,
            organisatie_id=g.organisatie_id,
            organisatie_naam=g.organisatie.naam,
            organisatie_soort=g.organisatie.soort,
            beheerder=g.beheerder,
            functionaris=g.functionaris,
            rollen=frozenset((lid.tafel_id, lid.rol) for lid in leden[g.id]),
            functies=frozenset(
                (lid.tafel_id, lid.functie.strip().lower()) for lid in leden[g.id] if lid.functie
            ),
            achtervang=frozenset(
                lid.tafel_id for lid in leden[g.id] if lid.bezetting is Bezetting.ACHTERVANG
            ),
            teruggetrokken=frozenset(teruggetrokken[g.id]),
            gastplekken=frozenset(_open(plek, teruggetrokken[g.id]) for plek in gastplekken[g.id]),
        )
        for g in gebruikers
    }


def _open(plek: Gastplek, teruggetrokken: Sequence[uuid.UUID]) -> Gastplek:
    """Return the place of a guest; who left because of a conflict of interest is not at the item any more."""
    return replace(plek, nu=plek.nu and plek.casus_id not in teruggetrokken)


def _leden(
    sessie: Session, sleutels: Sequence[uuid.UUID], dag: date
) -> defaultdict[uuid.UUID, list[Lidmaatschap]]:
    gevonden = sessie.scalars(
        select(Lidmaatschap)
        .where(Lidmaatschap.gebruiker_id.in_(sleutels), Lidmaatschap.vanaf <= dag)
        .where(or_(Lidmaatschap.tot.is_(None), Lidmaatschap.tot >= dag))
        .options(joinedload(Lidmaatschap.tafel))
    )
    leden: defaultdict[uuid.UUID, list[Lidmaatschap]] = defaultdict(list)
    for lid in gevonden:
        if lid.tafel.actief:
            leden[lid.gebruiker_id].append(lid)
    return leden


def _teruggetrokken(
    sessie: Session, sleutels: Sequence[uuid.UUID]
) -> defaultdict[uuid.UUID, list[uuid.UUID]]:
    rijen = sessie.execute(uitsluitingen(list(sleutels)))
    casussen: defaultdict[uuid.UUID, list[uuid.UUID]] = defaultdict(list)
    for gebruiker_id, casus_id in rijen:
        if gebruiker_id and casus_id:
            casussen[gebruiker_id].append(casus_id)
    return casussen


def _gastplekken(sessie: Session, sleutels: Sequence[uuid.UUID]) -> defaultdict[uuid.UUID, list[Gastplek]]:
    rijen = sessie.execute(
        select(
            Aanschuiver.gebruiker_id,
            Agendapunt.id,
            Overleg.id,
            Agendapunt.casus_id,
            Overleg.status,
            Overleg.huidig_punt_id,
            Bespreking.status,
        )
        .join(Aanschuiver, Aanschuiver.punt_id == Agendapunt.id)
        .join(Overleg, Overleg.id == Agendapunt.overleg_id)
        .outerjoin(Bespreking, Bespreking.punt_id == Agendapunt.id)
        .where(Aanschuiver.gebruiker_id.in_(sleutels))
    )
    plekken: defaultdict[uuid.UUID, list[Gastplek]] = defaultdict(list)
    for gebruiker_id, punt_id, overleg_id, casus_id, status, huidig, stand in rijen:
        if gebruiker_id is None:
            continue
        aan = status is OverlegStatus.LOPEND and huidig == punt_id
        nu = aan and stand in {None, BesprekingStatus.OPEN}
        plekken[gebruiker_id].append(Gastplek(punt_id, overleg_id, casus_id, nu))
    return plekken
