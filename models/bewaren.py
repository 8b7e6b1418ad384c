"""How long something is kept, what holds destruction up, and what is left of a destroyed casus."""

import uuid
from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.basis import Basis, MetId, MetTijden, Vertrouwelijk, keuze, niet_leeg, nu_utc
from models.beheer import Overlegtafel
from models.instroom import Casus
from models.toegang import Gebruiker
from models.waarden_bewaren import BewaarBegin, BewaarSoort, VernietigGrond

GELDT, OPEN = text("vervallen_op IS NULL"), text("opgeheven_op IS NULL")


class Bewaartermijn(MetId, MetTijden, Basis):
    """How long a tafel keeps one kind of data: term, start, source and since when.

    A changed row is retired and followed by a new one, so that it stays clear under which term something
    was destroyed.
    """

    __tablename__ = "bewaartermijn"
    __table_args__ = (
        niet_leeg("bron"),
        CheckConstraint("maanden BETWEEN 1 AND 1200", name="maanden"),
        CheckConstraint("(soort = 'logboek') = (begin = 'regel')", name="begin_bij_soort"),
        CheckConstraint("soort <> 'concept' OR begin = 'wijziging'", name="concept_vanaf_wijziging"),
        Index(
            "uq_bewaartermijn_geldt",
            "tafel_id",
            "soort",
            unique=True,
            sqlite_where=GELDT,
            postgresql_where=GELDT,
        ),
    )

    tafel_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("overlegtafel.id"), index=True)
    soort: Mapped[BewaarSoort] = mapped_column(keuze(BewaarSoort))
    maanden: Mapped[int]
    begin: Mapped[BewaarBegin] = mapped_column(keuze(BewaarBegin))
    bron: Mapped[str] = mapped_column(String(500))
    """The law or agreement that it rests on; for a lawyer to confirm."""
    vervallen_op: Mapped[datetime | None]

    tafel: Mapped[Overlegtafel] = relationship()


class Bewaarplicht(MetId, Basis):
    """A casus may not be destroyed for now (legal hold): why, and when to look again."""

    __tablename__ = "bewaarplicht"
    __table_args__ = (
        niet_leeg("reden"),
        CheckConstraint(
            "opgeheven_op IS NULL OR (opgeheven_door_id IS NOT NULL AND length(trim(opgeheven_reden)) > 0)",
            name="opgeheven_met_wie_en_waarom",
        ),
        Index(
            "uq_bewaarplicht_geldt",
            "casus_id",
            unique=True,
            sqlite_where=OPEN,
            postgresql_where=OPEN,
        ),
    )

    casus_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("casus.id"), index=True)
    reden: Mapped[str] = mapped_column(Vertrouwelijk)
    opnieuw_op: Mapped[date]
    """When somebody looks whether it is still needed; it does not end by itself."""
    vastgelegd_door_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("gebruiker.id"))
    vastgelegd_op: Mapped[datetime] = mapped_column(default=nu_utc)
    opgeheven_op: Mapped[datetime | None]
    opgeheven_door_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("gebruiker.id"))
    opgeheven_reden: Mapped[str] = mapped_column(Vertrouwelijk, default="")

    casus: Mapped[Casus] = relationship()
    vastgelegd_door: Mapped[Gebruiker] = relationship(foreign_keys=[vastgelegd_door_id])
    opgeheven_door: Mapped[Gebruiker | None] = relationship(foreign_keys=[opgeheven_door_id])


class Vernietiging(MetId, Basis):
    """That a casus was destroyed: what kind of data, how many, when, by whom, on which ground. No content.

    `casus_id` is no foreign key: this row is also written anew for a casus that an older backup never had.
    """

    __tablename__ = "vernietiging"
    __table_args__ = (Index("ix_vernietiging_op", "op", "id"),)

    casus_id: Mapped[uuid.UUID] = mapped_column(unique=True)
    tafel_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("overlegtafel.id"), index=True)
    """None for a tafel that an older backup never had."""
    kenmerk: Mapped[str] = mapped_column(String(30))
    grond: Mapped[VernietigGrond] = mapped_column(keuze(VernietigGrond))
    toelichting: Mapped[str] = mapped_column(String(700))
    """The ground in words, made by the machine: term, start and source."""
    aantallen: Mapped[dict[str, Any]]
    """How many rows of each kind of data."""
    verzoeken: Mapped[list[str]]
    """Of requests of persons what the law asks to keep: what, received, decided, how. No persons."""
    voorgesteld_door: Mapped[str] = mapped_column(String(500), default="")
    """Name and organisatie, as they were then; so is who approved."""
    goedgekeurd_door: Mapped[str] = mapped_column(String(500), default="")
    op: Mapped[datetime]
    gewist_op: Mapped[datetime | None]
    """When the freed pages of the database files were overwritten too."""

    tafel: Mapped[Overlegtafel | None] = relationship()
