"""What a person asks about the own data, and what came of it (issue: rights of persons; AVG art. 12-18)."""

import uuid
from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.basis import Basis, MetId, MetTijden, MetVersie, Vertrouwelijk, keuze, nu_utc
from models.instroom import Casus, Directbetrokkene
from models.toegang import Gebruiker
from models.waarden_verzoeken import Deelkeuze, VerzoekBesluit, VerzoekSoort, VerzoekStatus


class Persoonsverzoek(MetId, MetTijden, MetVersie, Basis):
    """What one directbetrokkene asks about one casus: rights are of a person, not of a family."""

    __tablename__ = "persoonsverzoek"
    __table_args__ = (
        Index("ix_persoonsverzoek_casus", "casus_id"),
        Index("ix_persoonsverzoek_uiterlijk", "uiterlijk", "id"),
        CheckConstraint("uiterlijk >= ontvangen_op", name="uiterlijk_na_ontvangst"),
        CheckConstraint("(status = 'open') = (besluit IS NULL)", name="besluit_bij_status"),
        CheckConstraint(
            "besluit IS NULL OR "
            "(besloten_op IS NOT NULL AND besloten_door_id IS NOT NULL AND identiteit <> '')",
            name="besluit_met_wie_en_wanneer",
        ),
        CheckConstraint(
            "besluit IS NULL OR besluit = 'toegewezen' OR besluit_reden <> ''", name="weigering_met_reden"
        ),
        CheckConstraint("(status = 'afgerond') = (afgerond_op IS NOT NULL)", name="afgerond_met_tijd"),
        CheckConstraint(
            "gecontroleerd_door_id IS NULL OR gecontroleerd_door_id <> samengesteld_door_id",
            name="controle_door_een_ander",
        ),
    )

    casus_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("casus.id"))
    betrokkene_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("directbetrokkene.id"), index=True)
    soort: Mapped[VerzoekSoort] = mapped_column(keuze(VerzoekSoort))
    status: Mapped[VerzoekStatus] = mapped_column(keuze(VerzoekStatus), default=VerzoekStatus.OPEN)
    ontvangen_op: Mapped[date]
    uiterlijk: Mapped[date]
    """The last day to answer."""
    verlengd_reden: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    namens: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    """Who asks for this person: a parent, a lawyer; empty when the person asks."""
    gevraagd: Mapped[str] = mapped_column(Vertrouwelijk)
    """What is asked; of a verklaring: its text."""
    identiteit: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    """How it was made sure that it is this person, or someone who may act for this person."""
    besluit: Mapped[VerzoekBesluit | None] = mapped_column(keuze(VerzoekBesluit))
    besluit_reden: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    besloten_door_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("gebruiker.id"))
    besloten_op: Mapped[datetime | None]
    afgerond_op: Mapped[datetime | None]
    opgeheven_op: Mapped[datetime | None]
    """When a beperking ended."""
    samengesteld_door_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("gebruiker.id"))
    """Who worked on the inzagepakket last."""
    gecontroleerd_door_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("gebruiker.id"))
    """The second person, who looked at it before it leaves; taken away when it changes."""
    gecontroleerd_op: Mapped[datetime | None]

    casus: Mapped[Casus] = relationship()
    betrokkene: Mapped[Directbetrokkene] = relationship()
    besloten_door: Mapped[Gebruiker | None] = relationship(foreign_keys=[besloten_door_id])
    samengesteld_door: Mapped[Gebruiker | None] = relationship(foreign_keys=[samengesteld_door_id])
    gecontroleerd_door: Mapped[Gebruiker | None] = relationship(foreign_keys=[gecontroleerd_door_id])
    delen: Mapped[list["Inzagedeel"]] = relationship(
        order_by="Inzagedeel.volgorde", cascade="all, delete-orphan", back_populates="verzoek"
    )


class Inzagedeel(MetId, Basis):
    """One part of an inzagepakket: what the casus holds, and what of it goes to the person."""

    __tablename__ = "inzagedeel"
    __table_args__ = (
        UniqueConstraint("verzoek_id", "volgorde"),
        CheckConstraint("keuze <> 'weglaten' OR reden <> ''", name="weglaten_met_reden"),
    )

    verzoek_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("persoonsverzoek.id"))
    volgorde: Mapped[int]
    kop: Mapped[str] = mapped_column(String(200))
    """Where it stands in the dossier, without names."""
    origineel: Mapped[str] = mapped_column(Vertrouwelijk)
    tekst: Mapped[str] = mapped_column(Vertrouwelijk)
    """What the person reads; what may not be read is taken out."""
    keuze: Mapped[Deelkeuze] = mapped_column(keuze(Deelkeuze), default=Deelkeuze.OPEN)
    reden: Mapped[str] = mapped_column(Vertrouwelijk, default="")

    verzoek: Mapped[Persoonsverzoek] = relationship(back_populates="delen")


class Correctie(MetId, Basis):
    """One fact of a person that was put right: what stood there stays readable for who leads the tafel."""

    __tablename__ = "correctie"

    verzoek_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("persoonsverzoek.id"), index=True)
    betrokkene_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("directbetrokkene.id"), index=True)
    veld: Mapped[str] = mapped_column(String(60))
    oud: Mapped[str] = mapped_column(Vertrouwelijk)
    nieuw: Mapped[str] = mapped_column(Vertrouwelijk)
    door_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("gebruiker.id"))
    op: Mapped[datetime] = mapped_column(default=nu_utc)

    verzoek: Mapped[Persoonsverzoek] = relationship()
    door: Mapped[Gebruiker] = relationship()
