"""What every model shares: the base class, keys, times and the one type for text about people."""

import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, DateTime, Enum, MetaData, Text, TypeDecorator, Uuid, inspect
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column
from sqlalchemy.types import JSON

from models.versleuteling import ALGEMEEN, Gemerkt, kast_van

NAMEN = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Vertrouwelijk(TypeDecorator[str]):
    """Text about people: in the database it stands sealed with the key of its casus.

    Models do it by themselves (`models/sleutels.py`); a statement of one's own names the casus with
    `Gemerkt.voor(casus_id, tekst)`, or is refused. Nothing, and nothing but spaces, is stored as an empty
    text, so that a CHECK can ask whether something was filled in. Searching and sorting on it in SQL gives
    nothing.
    """

    impl = Text
    cache_ok = True
    plek = ""
    """Table and column: a text that was put elsewhere does not open."""
    zonder_casus = False
    """Its table is of no casus: the master key seals it."""

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Seal a text; refuses one that does not say whose it is."""
        if value is None:
            return None
        if not value.strip(" "):
            return ""
        if self.zonder_casus:
            value = Gemerkt.voor(ALGEMEEN, value)
        if not isinstance(value, Gemerkt):
            raise TypeError(f"een tekst voor {self.plek or 'een vertrouwelijke kolom'} noemt geen casus")
        return kast_van(dialect).verzegel(value, self.plek)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """Open a text; raises Onleesbaar when its key is gone or it is not what was stored."""
        return kast_van(dialect).open(value, self.plek) if value else value


class Tijdstip(TypeDecorator[datetime]):
    """A moment in UTC, always aware; SQLite forgets the zone, this type gives it back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a moment without a zone; store it in UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("een tijdstip zonder tijdzone wordt niet opgeslagen")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(
        self,
        value: datetime | None,
        dialect: Dialect,  # noqa: ARG002 the library's signature
    ) -> datetime | None:
        """Give an aware moment in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def nu_utc() -> datetime:
    """Return this moment, aware, in UTC."""
    return datetime.now(UTC)


def keuze(soort: type[StrEnum], naam: str = "") -> Enum:
    """Return the column type for a `Waarde`: its value as text, with a CHECK on the list.

    `naam` names the CHECK when a table holds the same kind twice.
    """
    return Enum(
        soort,
        values_callable=lambda leden: [lid.value for lid in leden],
        native_enum=False,
        create_constraint=True,
        length=40,
        name=naam or soort.__name__.lower(),
    )


def niet_leeg(kolom: str) -> CheckConstraint:
    """Return a CHECK that a text column holds more than spaces."""
    return CheckConstraint(f"length(trim({kolom})) > 0", name=f"{kolom}_niet_leeg")


class Basis(DeclarativeBase):
    """Base class of all models."""

    metadata = MetaData(naming_convention=NAMEN)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: Tijdstip,
        uuid.UUID: Uuid,
        dict[str, Any]: JSON,
        list[str]: JSON,
    }


def is_gewijzigd(rij: Basis, namen: Iterable[str]) -> bool:
    """Whether one of these columns of a row was changed since it was read or written; asks no database."""
    velden = inspect(rij).attrs
    return any(velden[naam].history.has_changes() for naam in namen)


class MetId:
    """A row with an unguessable key, fit for use in a URL."""

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)


class MetTijden:
    """A row that knows when it was made and last changed."""

    gemaakt_op: Mapped[datetime] = mapped_column(default=nu_utc)
    gewijzigd_op: Mapped[datetime] = mapped_column(default=nu_utc, onupdate=nu_utc)


class MetVersie:
    """A row that refuses a save based on an older version (ontwerp.md §7)."""

    versie: Mapped[int] = mapped_column(default=1)

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        """Let every UPDATE name the version it was based on."""
        return {"version_id_col": cls.versie}
