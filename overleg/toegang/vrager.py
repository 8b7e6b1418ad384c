"""Who asks: a small frozen value, read afresh from the database at every request."""

import uuid
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from models import Aanschuiver, AfwezigBij, Agendapunt, Bespreking, Deelname, Gebruiker, Lidmaatschap, Overleg
from models.waarden import BesprekingStatus, OrganisatieSoort, OverlegStatus, Rol


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
    teruggetrokken: frozenset[uuid.UUID] = field(default=frozenset())
    """The casussen from which the asker withdrew because of a conflict of interest."""
    gastplekken: frozenset[Gastplek] = field(default=frozenset())
    """The items at which the asker is a guest, of now and of before."""

    def tafels(self, *rollen: Rol) -> frozenset[uuid.UUID]:
        """Return the tafels at which the asker holds one of `rollen` (any role when none is named)."""
        return frozenset(tafel for tafel, rol in self.rollen if not rollen or rol in rollen)

    def is_op(self, tafel_id: uuid.UUID, *rollen: Rol) -> bool:
        """Whether the asker holds one of `rollen` at this tafel."""
        return tafel_id in self.tafels(*rollen)

    @property
    def rol_tekst(self) -> str:
        """The roles as words, for the logboek."""
        namen = {rol.tekst for _tafel, rol in self.rollen}
        if self.beheerder:
            namen.add("Beheerder")
        if self.functionaris:
            namen.add("Functionaris gegevensbescherming")
        return ", ".join(sorted(namen))[:100]


def vrager_van(sessie: Session, gebruiker: Gebruiker, dag: date) -> Vrager:
    """Return the asker for an account, with the memberships that hold on `dag`."""
    leden = sessie.scalars(
        select(Lidmaatschap)
        .where(Lidmaatschap.gebruiker_id == gebruiker.id, Lidmaatschap.vanaf <= dag)
        .where(or_(Lidmaatschap.tot.is_(None), Lidmaatschap.tot >= dag))
        .options(joinedload(Lidmaatschap.tafel))
    ).all()
    actief = [lid for lid in leden if lid.tafel.actief]
    return Vrager(
        id=gebruiker.id,
        naam=gebruiker.naam,
        organisatie_id=gebruiker.organisatie_id,
        organisatie_naam=gebruiker.organisatie.naam,
        organisatie_soort=gebruiker.organisatie.soort,
        beheerder=gebruiker.beheerder,
        functionaris=gebruiker.functionaris,
        rollen=frozenset((lid.tafel_id, lid.rol) for lid in actief),
        functies=frozenset((lid.tafel_id, lid.functie.strip().lower()) for lid in actief if lid.functie),
        teruggetrokken=_teruggetrokken(sessie, gebruiker),
        gastplekken=_gastplekken(sessie, gebruiker),
    )


def _teruggetrokken(sessie: Session, gebruiker: Gebruiker) -> frozenset[uuid.UUID]:
    vraag = (
        select(Agendapunt.casus_id)
        .join(AfwezigBij, AfwezigBij.punt_id == Agendapunt.id)
        .join(Deelname, Deelname.id == AfwezigBij.deelname_id)
        .where(Deelname.gebruiker_id == gebruiker.id, AfwezigBij.belangenconflict.is_(True))
    )
    return frozenset(casus_id for casus_id in sessie.scalars(vraag) if casus_id)


def _gastplekken(sessie: Session, gebruiker: Gebruiker) -> frozenset[Gastplek]:
    rijen = sessie.execute(
        select(
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
        .where(Aanschuiver.gebruiker_id == gebruiker.id)
    )
    return frozenset(
        Gastplek(
            punt_id,
            overleg_id,
            casus_id,
            status is OverlegStatus.LOPEND and huidig == punt_id and stand in {None, BesprekingStatus.OPEN},
        )
        for punt_id, overleg_id, casus_id, status, huidig, stand in rijen
    )
