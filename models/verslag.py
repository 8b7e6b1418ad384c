"""The adopted record of an overleg (ontwerp.md §4), and the comments on its draft (besluiten/031)."""

import uuid
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.agenda import Overleg
from models.basis import Basis, MetId, MetVersie, Vertrouwelijk, keuze, niet_leeg, nu_utc
from models.beheer import Organisatie
from models.huisstijl import Huisstijl
from models.instroom import Casus
from models.toegang import Gebruiker
from models.waarden_verslag import Afhandeling


class Verslag(MetId, Basis):
    """One adopted version: the content as it was, with its checksum; a later one is a rectificatie."""

    __tablename__ = "verslag"
    __table_args__ = (
        UniqueConstraint("overleg_id", "versie"),
        CheckConstraint("versie = 1 OR rectificatie_reden <> ''", name="rectificatie_met_reden"),
    )

    overleg_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("overleg.id"))
    versie: Mapped[int]
    inhoud: Mapped[str] = mapped_column(Vertrouwelijk)
    """The Verslaginhoud as canonical JSON, each part with who may see it."""
    controlegetal: Mapped[str] = mapped_column(String(64))
    oorspronkelijk_getal: Mapped[str] = mapped_column(String(64), default="")
    """The checksum at adoption, once the part of a destroyed casus was taken out; empty before that."""
    ingekort_op: Mapped[datetime | None]
    rectificatie_reden: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    vastgesteld_door_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("gebruiker.id"))
    vastgesteld_op: Mapped[datetime] = mapped_column(default=nu_utc)

    huisstijl_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("huisstijl.id"))
    """What it looks like from then on; none: our own house style."""

    overleg: Mapped[Overleg] = relationship()
    huisstijl: Mapped[Huisstijl | None] = relationship()
    vastgesteld_door: Mapped[Gebruiker] = relationship()


class Verslagopmerking(MetId, MetVersie, Basis):
    """What somebody who was there says of the draft record, and what the voorzitter did with it.

    About one casus of the meeting, or about the meeting as a whole. It is no part of the record.
    """

    __tablename__ = "verslagopmerking"
    __table_args__ = (
        niet_leeg("tekst"),
        CheckConstraint("(afhandeling = 'open') = (afgehandeld_op IS NULL)", name="afgehandeld_met_wanneer"),
        CheckConstraint("(afhandeling = 'open') = (afgehandeld_door_id IS NULL)", name="afgehandeld_met_wie"),
        CheckConstraint(
            "afhandeling <> 'niet_overgenomen' OR length(trim(antwoord)) > 0",
            name="niet_overgenomen_met_antwoord",
        ),
    )

    overleg_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("overleg.id"), index=True)
    casus_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("casus.id"), index=True)
    tekst: Mapped[str] = mapped_column(Vertrouwelijk)
    door_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("gebruiker.id"), index=True)
    organisatie_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisatie.id"))
    """For whom the writer was there; who changes work later does not take the comment along."""
    op: Mapped[datetime] = mapped_column(default=nu_utc)
    afhandeling: Mapped[Afhandeling] = mapped_column(keuze(Afhandeling), default=Afhandeling.OPEN)
    antwoord: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    afgehandeld_door_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("gebruiker.id"))
    afgehandeld_op: Mapped[datetime | None]

    overleg: Mapped[Overleg] = relationship()
    casus: Mapped[Casus | None] = relationship()
    door: Mapped[Gebruiker] = relationship(foreign_keys=[door_id])
    organisatie: Mapped[Organisatie] = relationship()
    afgehandeld_door: Mapped[Gebruiker | None] = relationship(foreign_keys=[afgehandeld_door_id])
