"""Afspraken, how far they are, and handing over (domein.md §5 and §6)."""

import uuid
from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.agenda import Overleg
from models.basis import Basis, MetId, MetTijden, MetVersie, Vertrouwelijk, keuze, niet_leeg, nu_utc
from models.beheer import AndereTafel, Organisatie
from models.bespreking import Bespreking
from models.instroom import Casus, Directbetrokkene
from models.toegang import Gebruiker
from models.waarden import (
    AfspraakSoort,
    AfspraakStatus,
    Akkoord,
    Domein,
    OverdrachtSoort,
    OverdrachtStatus,
)


class Afspraak(MetId, MetTijden, MetVersie, Basis):
    """Someone will do something by a date: one owner, one date, never under reservation."""

    __tablename__ = "afspraak"
    __table_args__ = (
        UniqueConstraint("casus_id", "nummer"),
        niet_leeg("wat"),
        CheckConstraint("direct OR structureel", name="draagt_bij_aan_veiligheid"),
        CheckConstraint("volgt_op_id IS NULL OR volgt_op_id <> id", name="volgt_niet_op_zichzelf"),
        CheckConstraint(
            "status NOT IN ('niet_gedaan', 'niet_mogelijk') OR status_reden <> ''", name="reden_bij_niet"
        ),
        CheckConstraint(
            "akkoord <> 'geweigerd' OR length(trim(akkoord_reden)) > 0", name="niet_akkoord_met_reden"
        ),
        CheckConstraint(
            "akkoord = 'open' OR (akkoord_op IS NOT NULL AND akkoord_wie <> '')",
            name="akkoord_met_wie_en_wanneer",
        ),
        Index("ix_afspraak_organisatie", "organisatie_id", "status", "datum"),
        Index("ix_afspraak_persoon", "persoon_id", "status"),
    )

    casus_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("casus.id"))
    bespreking_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("bespreking.id"), index=True)
    nummer: Mapped[int]
    wat: Mapped[str] = mapped_column(Vertrouwelijk)
    soort: Mapped[AfspraakSoort] = mapped_column(keuze(AfspraakSoort))
    domein: Mapped[Domein] = mapped_column(keuze(Domein))
    direct: Mapped[bool] = mapped_column(default=True)
    structureel: Mapped[bool] = mapped_column(default=False)
    organisatie_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisatie.id"))
    persoon_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("gebruiker.id"))
    persoon_naam: Mapped[str] = mapped_column(String(200), default="")
    datum: Mapped[date]
    volgt_op_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("afspraak.id"))
    gesprek_met_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("directbetrokkene.id"))
    gesprek_samen_met: Mapped[str] = mapped_column(String(300), default="")
    gesprek_over: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    status: Mapped[AfspraakStatus] = mapped_column(keuze(AfspraakStatus), default=AfspraakStatus.OPEN)
    status_reden: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    status_op: Mapped[datetime | None]
    geldt_vanaf: Mapped[datetime | None]
    """When the item was closed in the meeting: from then on its owner sees it."""
    akkoord: Mapped[Akkoord] = mapped_column(keuze(Akkoord), default=Akkoord.OPEN)
    """The answer of the organisatie that is to do it; what changes in the afspraak takes it away."""
    akkoord_wie: Mapped[str] = mapped_column(String(300), default="")
    """Who of that organisatie answered; also when that person has no account."""
    akkoord_op: Mapped[datetime | None]
    akkoord_reden: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    """Why it was refused; stays readable after a later akkoord, until another organisatie is to do it."""
    akkoord_vastgelegd_door_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("gebruiker.id"))
    """Who of voorzitter and secretaris put the answer of someone in the room on record."""

    casus: Mapped[Casus] = relationship()
    bespreking: Mapped[Bespreking] = relationship()
    organisatie: Mapped[Organisatie] = relationship()
    persoon: Mapped[Gebruiker | None] = relationship(foreign_keys=[persoon_id])
    akkoord_vastgelegd_door: Mapped[Gebruiker | None] = relationship(
        foreign_keys=[akkoord_vastgelegd_door_id]
    )
    gesprek_met: Mapped[Directbetrokkene | None] = relationship()
    volgt_op: Mapped["Afspraak | None"] = relationship(remote_side="Afspraak.id")
    voortgang: Mapped[list["Voortgang"]] = relationship(back_populates="afspraak", order_by="Voortgang.op")

    @property
    def overleg(self) -> Overleg:
        """The overleg in which it was agreed."""
        return self.bespreking.overleg


class Voortgang(MetId, Basis):
    """What an owner reported about an afspraak."""

    __tablename__ = "voortgang"

    afspraak_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("afspraak.id"), index=True)
    status: Mapped[AfspraakStatus] = mapped_column(keuze(AfspraakStatus))
    tekst: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    door_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("gebruiker.id"))
    op: Mapped[datetime] = mapped_column(default=nu_utc)

    afspraak: Mapped[Afspraak] = relationship(back_populates="voortgang")
    door: Mapped[Gebruiker] = relationship()


class Overdracht(MetId, MetTijden, MetVersie, Basis):
    """A handover: the giver stays responsible until the receiver accepted (domein.md §5)."""

    __tablename__ = "overdracht"
    __table_args__ = (
        CheckConstraint(
            "(naar_organisatie_id IS NOT NULL) <> (andere_tafel_id IS NOT NULL)", name="een_ontvanger"
        ),
        CheckConstraint("(soort = 'afspraak') = (afspraak_id IS NOT NULL)", name="afspraak_bij_soort"),
        CheckConstraint(
            "status NOT IN ('geweigerd', 'ingetrokken') OR length(trim(antwoord_reden)) > 0",
            name="weigering_met_reden",
        ),
        CheckConstraint(
            "status = 'aangeboden' OR (beantwoord_op IS NOT NULL AND beantwoord_door_naam <> '')",
            name="antwoord_met_wie_en_wanneer",
        ),
        Index("ix_overdracht_casus", "casus_id"),
        Index("ix_overdracht_naar", "naar_organisatie_id", "status"),
    )

    casus_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("casus.id"))
    bespreking_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("bespreking.id"))
    soort: Mapped[OverdrachtSoort] = mapped_column(keuze(OverdrachtSoort))
    afspraak_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("afspraak.id"))
    van_organisatie_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisatie.id"))
    naar_organisatie_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("organisatie.id"))
    naar_persoon_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("gebruiker.id"))
    """The receiver's account; None for someone who has none."""
    naar_naam: Mapped[str] = mapped_column(String(200), default="")
    andere_tafel_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("andere_tafel.id"))
    toelichting: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    per_datum: Mapped[date | None]
    status: Mapped[OverdrachtStatus] = mapped_column(
        keuze(OverdrachtStatus), default=OverdrachtStatus.AANGEBODEN
    )
    antwoord_reden: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    beantwoord_door_naam: Mapped[str] = mapped_column(String(300), default="")
    """Who of the receiver answered; also when that person has no account."""
    beantwoord_op: Mapped[datetime | None]
    vastgelegd_door_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("gebruiker.id"))
    """Who put the answer of someone without an account on record; never the giver."""
    vorige_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("overdracht.id"))
    """The refused offer that this one repeats."""
    aangeboden_door_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("gebruiker.id"))
    aangeboden_op: Mapped[datetime] = mapped_column(default=nu_utc)
    geldt_vanaf: Mapped[datetime | None]
    """When the item was closed in the meeting: from then on the receiver sees it."""

    casus: Mapped[Casus] = relationship()
    bespreking: Mapped[Bespreking | None] = relationship()
    afspraak: Mapped[Afspraak | None] = relationship()
    naar_persoon: Mapped[Gebruiker | None] = relationship(foreign_keys=[naar_persoon_id])
    aangeboden_door: Mapped[Gebruiker] = relationship(foreign_keys=[aangeboden_door_id])
    van_organisatie: Mapped[Organisatie] = relationship(foreign_keys=[van_organisatie_id])
    naar_organisatie: Mapped[Organisatie | None] = relationship(foreign_keys=[naar_organisatie_id])
    andere_tafel: Mapped[AndereTafel | None] = relationship()


class Monitoringronde(MetId, Basis):
    """One look at a casus under monitoring: the questions of domein.md §6."""

    __tablename__ = "monitoringronde"
    __table_args__ = (Index("ix_monitoringronde_casus", "casus_id", "op"),)

    casus_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("casus.id"))
    bespreking_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("bespreking.id"))
    voorwaarden_nagekomen: Mapped[bool | None]
    direct_veilig: Mapped[bool | None]
    stabiel_veilig: Mapped[bool | None]
    schade_hersteld: Mapped[bool | None]
    vraag_beantwoord: Mapped[bool | None]
    gesproken_met: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    toelichting: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    volgende_op: Mapped[date | None]
    door_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("gebruiker.id"))
    op: Mapped[datetime] = mapped_column(default=nu_utc)

    door: Mapped[Gebruiker] = relationship()
