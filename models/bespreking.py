"""The discussion of one casus in one overleg: texts with versions, maatregelen, besluiten."""

import uuid
from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.agenda import Agendapunt, Overleg
from models.basis import Basis, MetId, MetTijden, MetVersie, Vertrouwelijk, keuze, niet_leeg, nu_utc
from models.beheer import AndereTafel, Organisatie
from models.instroom import Casus, Directbetrokkene
from models.toegang import Gebruiker
from models.waarden import (
    BesluitSoort,
    BesprekingStatus,
    Domein,
    InformerenStatus,
    MonitoringGrond,
    OpschalingKeuze,
    Veld,
)


class Bespreking(MetId, MetTijden, MetVersie, Basis):
    """One casus in one overleg; a casus has as many as it needs."""

    __tablename__ = "bespreking"
    __table_args__ = (
        CheckConstraint("status <> 'afgerond' OR afgerond_op IS NOT NULL", name="afgerond_met_tijd"),
        CheckConstraint("status <> 'aangehouden' OR aangehouden_reden <> ''", name="aangehouden_met_reden"),
        Index("ix_bespreking_casus", "casus_id"),
    )

    punt_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("agendapunt.id"), unique=True)
    overleg_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("overleg.id"), index=True)
    casus_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("casus.id"))
    status: Mapped[BesprekingStatus] = mapped_column(keuze(BesprekingStatus), default=BesprekingStatus.OPEN)
    afgerond_op: Mapped[datetime | None]
    aangehouden_reden: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    naar_overleg_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("overleg.id"))
    heropend_reden: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    """Why it was opened again after it was closed, before the verslag was adopted."""

    punt: Mapped[Agendapunt] = relationship()
    overleg: Mapped[Overleg] = relationship(foreign_keys=[overleg_id])
    casus: Mapped[Casus] = relationship()
    velden: Mapped[list["Tekstveld"]] = relationship(back_populates="bespreking")
    besluiten: Mapped[list["Besluit"]] = relationship(back_populates="bespreking")


class Tekstveld(MetId, MetVersie, Basis):
    """One text of a bespreking: its own row with its own version."""

    __tablename__ = "tekstveld"
    __table_args__ = (
        Index(
            "uq_tekstveld_bespreking_veld",
            "bespreking_id",
            "veld",
            unique=True,
            sqlite_where=text("betrokkene_id IS NULL"),
            postgresql_where=text("betrokkene_id IS NULL"),
        ),
        UniqueConstraint("bespreking_id", "veld", "betrokkene_id"),
        CheckConstraint("(veld = 'plan_persoon') = (betrokkene_id IS NOT NULL)", name="persoon_bij_plan"),
    )

    bespreking_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("bespreking.id"))
    veld: Mapped[Veld] = mapped_column(keuze(Veld))
    betrokkene_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("directbetrokkene.id"))
    waarde: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    door_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("gebruiker.id"))
    op: Mapped[datetime] = mapped_column(default=nu_utc)

    bespreking: Mapped[Bespreking] = relationship(back_populates="velden")
    betrokkene: Mapped[Directbetrokkene | None] = relationship()
    door: Mapped[Gebruiker | None] = relationship()
    versies: Mapped[list["Tekstversie"]] = relationship(order_by="Tekstversie.op")
    schrijvers: Mapped[list["Schrijver"]] = relationship(order_by="Schrijver.op", viewonly=True)
    """Who gave a sign of typing in it, also a while ago: ask `opvragen/schrijvers.py` who types now."""

    @property
    def casus(self) -> Casus:
        """The casus this text is about: who may see it is asked of the casus."""
        return self.bespreking.casus

    @property
    def overleg(self) -> Overleg:
        """The overleg this text was written in."""
        return self.bespreking.overleg


class Tekstversie(MetId, Basis):
    """Every text ever saved in a field, the refused ones too: nothing typed is lost."""

    __tablename__ = "tekstversie"
    __table_args__ = (
        Index("ix_tekstversie_veld", "tekstveld_id", "op"),
        Index("uq_tekstversie_sleutel", "tekstveld_id", "door_id", "sleutel", unique=True),
    )

    tekstveld_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("tekstveld.id"))
    versie: Mapped[int]
    """The version it became, or the version it was refused against."""
    geweigerd: Mapped[bool] = mapped_column(default=False)
    """Someone else was earlier, so this text did not come to stand in the field as it is."""
    samengevoegd: Mapped[bool] = mapped_column(default=False)
    """Refused as it is, but its changes were put into the text of the other."""
    sleutel: Mapped[uuid.UUID | None]
    """Chosen by the page that saved it: the same save sent again is recognised."""
    waarde: Mapped[str] = mapped_column(Vertrouwelijk)
    door_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("gebruiker.id"))
    op: Mapped[datetime] = mapped_column(default=nu_utc)

    door: Mapped[Gebruiker] = relationship()


class Schrijver(Basis):
    """Someone types in a text: a sign of this moment for who else has it open, not a record of anything."""

    __tablename__ = "schrijver"
    __table_args__ = (Index("ix_schrijver_op", "op"),)

    tekstveld_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("tekstveld.id", ondelete="CASCADE"), primary_key=True
    )
    gebruiker_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("gebruiker.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    op: Mapped[datetime] = mapped_column(default=nu_utc)

    gebruiker: Mapped[Gebruiker] = relationship()


class Maatregel(MetId, MetTijden, MetVersie, Basis):
    """A measure in force; not the same as an afspraak (domein.md §5)."""

    __tablename__ = "maatregel"
    __table_args__ = (
        niet_leeg("wat"),
        CheckConstraint("tot IS NULL OR tot >= vanaf", name="periode"),
    )

    casus_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("casus.id"), index=True)
    wat: Mapped[str] = mapped_column(Vertrouwelijk)
    domein: Mapped[Domein] = mapped_column(keuze(Domein))
    kader: Mapped[str] = mapped_column(String(300), default="")
    """The legal frame, e.g. Wet tijdelijk huisverbod."""
    uitvoerder: Mapped[str] = mapped_column(String(300), default="")
    vanaf: Mapped[date]
    tot: Mapped[date | None]
    herbeoordeling: Mapped[date | None]
    beeindigd_op: Mapped[date | None]

    casus: Mapped[Casus] = relationship()


class Veiligheidsvoorwaarde(MetId, MetTijden, Basis):
    """A condition set by VT, dated, checked at monitoring (domein.md §5)."""

    __tablename__ = "veiligheidsvoorwaarde"
    __table_args__ = (niet_leeg("tekst"),)

    casus_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("casus.id"), index=True)
    tekst: Mapped[str] = mapped_column(Vertrouwelijk)
    gesteld_op: Mapped[date]
    nagekomen: Mapped[bool | None]
    getoetst_op: Mapped[date | None]

    casus: Mapped[Casus] = relationship()


class Besluit(MetId, MetTijden, MetVersie, Basis):
    """The answer to one of the five closing questions (domein.md §5).

    Which columns are filled depends on `soort`: the CHECKs below hold what must always hold.
    """

    __tablename__ = "besluit"
    __table_args__ = (
        UniqueConstraint("bespreking_id", "soort"),
        CheckConstraint(
            "soort <> 'regie' OR (organisatie_id IS NOT NULL AND persoon_naam <> '' AND "
            "achtervang_organisatie_id IS NOT NULL AND achtervang_naam <> '')",
            name="regie_met_naam_en_achtervang",
        ),
        CheckConstraint(
            "soort <> 'monitoring' OR ja = false OR "
            "(grond IS NOT NULL AND organisatie_id IS NOT NULL AND datum IS NOT NULL AND wat <> '')",
            name="monitoring_op_grond",
        ),
        CheckConstraint(
            "soort <> 'opschaling' OR (opschaling IS NOT NULL AND "
            "(opschaling <> 'nu' OR andere_tafel_id IS NOT NULL))",
            name="opschaling_met_tafel",
        ),
        CheckConstraint("soort NOT IN ('monitoring', 'partijen') OR ja IS NOT NULL", name="ja_of_nee"),
    )

    bespreking_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("bespreking.id"))
    soort: Mapped[BesluitSoort] = mapped_column(keuze(BesluitSoort))
    ja: Mapped[bool | None]
    """Monitoring: yes or no. Partijen: are there parties to inform."""
    toelichting: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    """The reasons: a decision must be defensible a year later."""
    organisatie_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("organisatie.id"))
    persoon_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("gebruiker.id"), index=True)
    persoon_naam: Mapped[str] = mapped_column(String(200), default="")
    """The name as decided; also when that person has no account."""
    achtervang_organisatie_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("organisatie.id"))
    achtervang_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("gebruiker.id"), index=True)
    achtervang_naam: Mapped[str] = mapped_column(String(200), default="")
    aanspreekpunt: Mapped[str] = mapped_column(String(300), default="")
    """The victim's fixed contact."""
    grond: Mapped[MonitoringGrond | None] = mapped_column(keuze(MonitoringGrond))
    datum: Mapped[date | None]
    wat: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    opschaling: Mapped[OpschalingKeuze | None] = mapped_column(keuze(OpschalingKeuze))
    andere_tafel_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("andere_tafel.id"))
    door_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("gebruiker.id"))

    bespreking: Mapped[Bespreking] = relationship(back_populates="besluiten")
    organisatie: Mapped[Organisatie | None] = relationship(foreign_keys=[organisatie_id])
    persoon: Mapped[Gebruiker | None] = relationship(foreign_keys=[persoon_id])
    achtervang_organisatie: Mapped[Organisatie | None] = relationship(
        foreign_keys=[achtervang_organisatie_id]
    )
    achtervang: Mapped[Gebruiker | None] = relationship(foreign_keys=[achtervang_id])
    andere_tafel: Mapped[AndereTafel | None] = relationship()
    door: Mapped[Gebruiker] = relationship(foreign_keys=[door_id])


class Informering(MetId, MetTijden, MetVersie, Basis):
    """One piece of information for one directbetrokkene: when and by whom (domein.md §5)."""

    __tablename__ = "informering"
    __table_args__ = (
        niet_leeg("wat"),
        CheckConstraint(
            "status <> 'uitgesteld' OR opnieuw_op IS NOT NULL",
            name="uitstel_met_datum",
        ),
        CheckConstraint("status <> 'gepland' OR op IS NOT NULL", name="gepland_met_datum"),
        CheckConstraint("status <> 'gedaan' OR gedaan_op IS NOT NULL", name="gedaan_met_datum"),
        Index("ix_informering_casus", "casus_id"),
        Index("ix_informering_organisatie", "organisatie_id", "status"),
    )

    casus_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("casus.id"))
    bespreking_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("bespreking.id"))
    betrokkene_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("directbetrokkene.id"))
    wat: Mapped[str] = mapped_column(Vertrouwelijk)
    op: Mapped[date | None]
    organisatie_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisatie.id"))
    persoon_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("gebruiker.id"))
    persoon_naam: Mapped[str] = mapped_column(String(200), default="")
    zonder_toestemming: Mapped[bool] = mapped_column(default=False)
    """Tells that data were shared without consent, and why."""
    status: Mapped[InformerenStatus] = mapped_column(
        keuze(InformerenStatus), default=InformerenStatus.GEPLAND
    )
    opnieuw_op: Mapped[date | None]
    """While postponed: the day of the newest of `uitstellen`, here too so that lists can be put in order."""
    gedaan_op: Mapped[date | None]
    gedaan_toelichting: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    door_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("gebruiker.id"))
    """Who filled it in, in the meeting; None for what is older than this column."""

    betrokkene: Mapped[Directbetrokkene] = relationship()
    organisatie: Mapped[Organisatie] = relationship()
    persoon: Mapped[Gebruiker | None] = relationship(foreign_keys=[persoon_id])
    door: Mapped[Gebruiker | None] = relationship(foreign_keys=[door_id])
    casus: Mapped[Casus] = relationship()
    bespreking: Mapped[Bespreking] = relationship()
    uitstellen: Mapped[list["Uitstel"]] = relationship(
        back_populates="informering", order_by="Uitstel.nummer.desc()", cascade="all, delete-orphan"
    )
    """Every time it was postponed, newest first; also once it was planned again, or told."""


class Uitstel(MetId, Basis):
    """Telling someone was postponed: why, until when, by whom. A round stays as it was put (domein.md §5)."""

    __tablename__ = "uitstel"
    __table_args__ = (
        UniqueConstraint("informering_id", "nummer"),
        CheckConstraint("nummer >= 1", name="nummer_vanaf_een"),
        niet_leeg("reden"),
    )

    informering_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("informering.id"))
    nummer: Mapped[int]
    """Which round of this informering it is."""
    reden: Mapped[str] = mapped_column(Vertrouwelijk)
    opnieuw_op: Mapped[date]
    """Until then: the day on which it is looked at again."""
    op: Mapped[datetime] = mapped_column(default=nu_utc)
    door_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("gebruiker.id"))
    """Who put it; None for what is older than these rows and not known from the logboek."""

    informering: Mapped[Informering] = relationship(back_populates="uitstellen")
    door: Mapped[Gebruiker | None] = relationship()


class TeInformerenPartij(MetId, MetTijden, MetVersie, Basis):
    """A party outside the meeting that must be told something (domein.md §5)."""

    __tablename__ = "te_informeren_partij"
    __table_args__ = (niet_leeg("partij"), Index("ix_te_informeren_partij_casus", "casus_id"))

    casus_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("casus.id"))
    bespreking_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("bespreking.id"))
    partij: Mapped[str] = mapped_column(Vertrouwelijk)
    wat: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    op: Mapped[date | None]
    organisatie_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisatie.id"), index=True)
    persoon_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("gebruiker.id"))
    persoon_naam: Mapped[str] = mapped_column(String(200), default="")
    gedaan_op: Mapped[date | None]
    door_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("gebruiker.id"))
    """Who filled it in, in the meeting; None for what is older than this column."""

    organisatie: Mapped[Organisatie] = relationship()
    persoon: Mapped[Gebruiker | None] = relationship(foreign_keys=[persoon_id])
    door: Mapped[Gebruiker | None] = relationship(foreign_keys=[door_id])
    casus: Mapped[Casus] = relationship()
    bespreking: Mapped[Bespreking] = relationship()
