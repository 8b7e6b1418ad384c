"""The overleg: when, who, and the items in their order (ontwerp.md §4)."""

import uuid
from datetime import date, datetime, time

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.basis import Basis, MetId, MetTijden, MetVersie, Vertrouwelijk, keuze, nu_utc
from models.beheer import Organisatie, Overlegtafel, Registratieafspraak
from models.instroom import Casus
from models.toegang import Gebruiker
from models.waarden import Aanwezigheid, BerichtStatus, CasusStatus, OverlegStatus, OverlegVorm, PuntSoort


class Overleg(MetId, MetTijden, MetVersie, Basis):
    """One meeting of a tafel; begin and end are times of day in Amsterdam."""

    __tablename__ = "overleg"
    __table_args__ = (
        Index("ix_overleg_tafel_datum", "tafel_id", "datum"),
        CheckConstraint("einde > begin", name="einde_na_begin"),
        CheckConstraint("status <> 'vastgesteld' OR vastgesteld_op IS NOT NULL", name="vastgesteld_met_tijd"),
    )

    tafel_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("overlegtafel.id"))
    datum: Mapped[date]
    begin: Mapped[time]
    einde: Mapped[time]
    vorm: Mapped[OverlegVorm] = mapped_column(keuze(OverlegVorm), default=OverlegVorm.FYSIEK)
    plaats: Mapped[str] = mapped_column(String(300), default="")
    extra: Mapped[bool] = mapped_column(default=False)
    """An extra meeting, outside the series."""
    status: Mapped[OverlegStatus] = mapped_column(keuze(OverlegStatus), default=OverlegStatus.GEPLAND)
    reeks_id: Mapped[uuid.UUID | None] = mapped_column(index=True)
    ics_volgnummer: Mapped[int] = mapped_column(default=0)
    """SEQUENCE in the calendar file: raised at every change after publishing."""
    uitgenodigd_op: Mapped[datetime | None]
    """When the invitations were last sent."""
    gewijzigd_na_uitnodiging: Mapped[bool] = mapped_column(default=False)
    """Changed since then: the agenda page offers to send them again."""
    begonnen_op: Mapped[datetime | None]
    afgerond_op: Mapped[datetime | None]
    vastgesteld_op: Mapped[datetime | None]
    opmerkingen_tot: Mapped[date | None]
    """The last day on which those who were there comment on the draft record; None: not asked yet."""
    huidig_punt_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("agendapunt.id", use_alter=True, name="fk_overleg_huidig_punt_id_agendapunt")
    )
    """The item that is on now."""
    registratieafspraak_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("registratieafspraak.id"))
    """The version this meeting confirmed."""

    tafel: Mapped[Overlegtafel] = relationship()
    punten: Mapped[list["Agendapunt"]] = relationship(
        back_populates="overleg", order_by="Agendapunt.volgorde", foreign_keys="Agendapunt.overleg_id"
    )
    deelnames: Mapped[list["Deelname"]] = relationship(back_populates="overleg")
    registratieafspraak: Mapped[Registratieafspraak | None] = relationship()


class Agendapunt(MetId, MetTijden, Basis):
    """One item of the agenda; its begin follows from the order and the minutes before it."""

    __tablename__ = "agendapunt"
    __table_args__ = (
        Index("ix_agendapunt_overleg", "overleg_id", "volgorde"),
        UniqueConstraint("overleg_id", "casus_id"),
        CheckConstraint("minuten BETWEEN 0 AND 480", name="minuten"),
        CheckConstraint(
            "(soort IN ('casus', 'monitoring')) = (casus_id IS NOT NULL)", name="casus_bij_soort"
        ),
    )

    overleg_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("overleg.id"))
    soort: Mapped[PuntSoort] = mapped_column(keuze(PuntSoort))
    titel: Mapped[str] = mapped_column(String(200), default="")
    casus_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("casus.id"), index=True)
    volgorde: Mapped[int]
    minuten: Mapped[int]
    van_punt_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("agendapunt.id"))
    """Where it stood when it was left over or held: its history."""
    doorgezet_op: Mapped[datetime | None]
    """Set when the casus went on to a later overleg; the item stays as history and takes no time."""
    status_vooraf: Mapped[CasusStatus | None] = mapped_column(keuze(CasusStatus, "status_vooraf"))
    """What the casus was before it came on this agenda: it is that again when taken off."""
    begonnen_op: Mapped[datetime | None]
    beeindigd_op: Mapped[datetime | None]
    loopt_sinds: Mapped[datetime | None]
    """When its present turn began; None while another item is on."""
    gebruikt_seconden: Mapped[int] = mapped_column(default=0)
    """Time used in its earlier turns."""

    overleg: Mapped[Overleg] = relationship(back_populates="punten", foreign_keys=[overleg_id])
    casus: Mapped[Casus | None] = relationship(back_populates="punten")
    van_punt: Mapped["Agendapunt | None"] = relationship(remote_side="Agendapunt.id")
    afwezigen: Mapped[list["AfwezigBij"]] = relationship(back_populates="punt")
    aanschuivers: Mapped[list["Aanschuiver"]] = relationship(
        back_populates="punt", cascade="all, delete-orphan"
    )


class Aanschuiver(MetId, MetTijden, Basis):
    """A guest for one agendapunt, with a slot; with or without an account."""

    __tablename__ = "aanschuiver"
    __table_args__ = (
        CheckConstraint("(slot_begin IS NULL) = (slot_einde IS NULL)", name="slot_heel"),
        CheckConstraint("slot_einde > slot_begin", name="slot_volgorde"),
    )

    punt_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("agendapunt.id"), index=True)
    organisatie_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisatie.id"))
    gebruiker_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("gebruiker.id"), index=True)
    naam: Mapped[str] = mapped_column(String(200), default="")
    slot_begin: Mapped[time | None]
    slot_einde: Mapped[time | None]

    punt: Mapped[Agendapunt] = relationship(back_populates="aanschuivers")
    organisatie: Mapped[Organisatie] = relationship()
    gebruiker: Mapped[Gebruiker | None] = relationship()


class Deelname(MetId, MetTijden, Basis):
    """Someone at an overleg: presence, mandate, stand-in, consent to the registratieafspraken."""

    __tablename__ = "deelname"
    __table_args__ = (
        UniqueConstraint("overleg_id", "gebruiker_id"),
        CheckConstraint("gebruiker_id IS NOT NULL OR naam <> ''", name="wie"),
    )

    overleg_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("overleg.id"), index=True)
    gebruiker_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("gebruiker.id"), index=True)
    naam: Mapped[str] = mapped_column(String(200), default="")
    organisatie_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisatie.id"))
    punt_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("agendapunt.id"))
    """Set for a guest: present at this item only."""
    aanwezigheid: Mapped[Aanwezigheid] = mapped_column(keuze(Aanwezigheid), default=Aanwezigheid.VERWACHT)
    vervangt_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("gebruiker.id"))
    """Whom this person stands in for."""
    mandaat: Mapped[bool] = mapped_column(default=False)
    registratie_akkoord: Mapped[bool | None]
    gekomen_op: Mapped[datetime | None]
    vertrokken_op: Mapped[datetime | None]

    overleg: Mapped[Overleg] = relationship(back_populates="deelnames")
    gebruiker: Mapped[Gebruiker | None] = relationship(foreign_keys=[gebruiker_id])
    vervangt: Mapped[Gebruiker | None] = relationship(foreign_keys=[vervangt_id])
    organisatie: Mapped[Organisatie] = relationship()
    afwezig_bij: Mapped[list["AfwezigBij"]] = relationship(back_populates="deelname")


class AfwezigBij(MetId, Basis):
    """Someone who was not in the room for one item, e.g. left because of a conflict of interest."""

    __tablename__ = "afwezig_bij"
    __table_args__ = (UniqueConstraint("deelname_id", "punt_id"),)

    deelname_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("deelname.id"))
    punt_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("agendapunt.id"), index=True)
    belangenconflict: Mapped[bool] = mapped_column(default=False)
    toelichting: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    op: Mapped[datetime] = mapped_column(default=nu_utc)

    deelname: Mapped[Deelname] = relationship(back_populates="afwezig_bij")
    punt: Mapped[Agendapunt] = relationship(back_populates="afwezigen")


class Bericht(MetId, MetTijden, Basis):
    """A mail in the outbox; holds no personal data of a casus, only that there is something."""

    __tablename__ = "bericht"
    __table_args__ = (Index("ix_bericht_status", "status", "gemaakt_op"),)

    aan: Mapped[str] = mapped_column(String(255))
    onderwerp: Mapped[str] = mapped_column(String(300))
    tekst: Mapped[str]
    geheim: Mapped[str] = mapped_column(String(1000), default="")
    """A link that goes in the text when it is sent, locked with a key of the settings; gone after that."""
    bijlage_naam: Mapped[str] = mapped_column(String(100), default="")
    bijlage: Mapped[str] = mapped_column(default="")
    bijlage_soort: Mapped[str] = mapped_column(String(100), default="")
    status: Mapped[BerichtStatus] = mapped_column(keuze(BerichtStatus), default=BerichtStatus.KLAAR)
    pogingen: Mapped[int] = mapped_column(default=0)
    bezig_sinds: Mapped[datetime | None]
    """When a background loop took it; a loop that ended half-way leaves it so."""
    volgende_poging_op: Mapped[datetime | None]
    verstuurd_op: Mapped[datetime | None]
    fout: Mapped[str] = mapped_column(String(300), default="")
