"""A casus and how it came in: betrokkenen, criteria, rounds of triage, spoed (ontwerp.md §4)."""

import uuid
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.basis import Basis, MetId, MetTijden, MetVersie, Vertrouwelijk, keuze, niet_leeg, nu_utc
from models.beheer import (
    AndereTafel,
    Criteriaset,
    Criterium,
    CriteriumOnderdeel,
    Organisatie,
    Overlegtafel,
    Thema,
)
from models.toegang import Gebruiker
from models.waarden import (
    BetrokkeneRol,
    CasusStatus,
    ContactVeilig,
    Gelijkenis,
    MeldingMoment,
    MeldingStatus,
    MeldingWijze,
    PersoonOordeel,
    RondeSoort,
    Samenloop,
    SpoedSoort,
    Toestemming,
)

if TYPE_CHECKING:
    from models.agenda import Agendapunt
    from models.uitvraag import Aansluiting, Informatiebijdrage, Informatieverzoek


class CasusThema(Basis):
    """A theme of a casus."""

    __tablename__ = "casus_thema"

    casus_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("casus.id"), primary_key=True)
    thema_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("thema.id"), primary_key=True)


class Casus(MetId, MetTijden, MetVersie, Basis):
    """A case of one overlegtafel, from aanmelding to vernietiging."""

    __tablename__ = "casus"
    __table_args__ = (
        UniqueConstraint("tafel_id", "kenmerk"),
        Index("ix_casus_tafel_status", "tafel_id", "status", "ingediend_op"),
        Index("ix_casus_gemaakt", "gemaakt_op", "id"),
        Index("ix_casus_tafel_gesloten", "tafel_id", "status", "gesloten_op"),
        Index("ix_casus_inbrenger", "inbrenger_id", "status"),
        Index("ix_casus_kenmerk", "kenmerk"),
        CheckConstraint("status = 'concept' OR kenmerk IS NOT NULL", name="kenmerk_na_concept"),
        CheckConstraint("status = 'concept' OR ingediend_op IS NOT NULL", name="ingediend_na_concept"),
        CheckConstraint(
            "melding_status <> 'volgt' OR status = 'concept' OR "
            "(melding_volgt_door <> '' AND melding_volgt_uiterlijk IS NOT NULL)",
            name="volgt_met_wie_en_wanneer",
        ),
        CheckConstraint("status <> 'vernietigd' OR concrete_vraag = ''", name="vernietigd_is_leeg"),
    )

    tafel_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("overlegtafel.id"))
    kenmerk: Mapped[str | None] = mapped_column(String(30))
    """Issued gap-free at handing in; says nothing about the people."""
    status: Mapped[CasusStatus] = mapped_column(keuze(CasusStatus), default=CasusStatus.CONCEPT)
    inbrenger_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("gebruiker.id"), index=True)
    inbrenger_organisatie_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisatie.id"))
    ingediend_op: Mapped[datetime | None]
    acuut: Mapped[bool] = mapped_column(default=False)
    acuut_gemeld_op: Mapped[datetime | None]

    samenloop: Mapped[Samenloop | None] = mapped_column(keuze(Samenloop))
    vermoed_feit: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    """Which offence is suspected, or where straf and zorg meet."""
    wat_gebeurd: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    grootste_zorg: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    concrete_vraag: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    antwoord_op_terugvraag: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    """The answer to the voorzitter's question, kept until it is handed in again."""
    letsel: Mapped[bool | None]
    """Is there (suspected) injury: suggests the vertrouwensarts."""

    melding_status: Mapped[MeldingStatus] = mapped_column(keuze(MeldingStatus), default=MeldingStatus.GEEN)
    melding_nummer: Mapped[str] = mapped_column(String(60), default="")
    melding_datum: Mapped[date | None]
    melding_moment: Mapped[MeldingMoment | None] = mapped_column(keuze(MeldingMoment))
    melding_wijze: Mapped[MeldingWijze | None] = mapped_column(keuze(MeldingWijze))
    melding_volgt_door: Mapped[str] = mapped_column(String(200), default="")
    melding_volgt_uiterlijk: Mapped[date | None]
    bespreken_zonder_melding: Mapped[bool] = mapped_column(default=False)
    """The voorzitter lets it be discussed while the melding follows (domein.md §3)."""

    criteriaset_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("criteriaset.id"))
    voldoet: Mapped[bool | None]
    """Outcome of the criteria when last handed in."""
    uitzondering_reden: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    """Why it was admitted though it did not meet the criteria; stays visible."""
    gesloten_op: Mapped[datetime | None]
    gesloten_reden: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    heropend_reden: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    """Why a closed casus was opened again."""
    monitoring_op: Mapped[date | None]
    """When it comes back under monitoring."""
    verdwijnen_aangekondigd_op: Mapped[datetime | None]
    """Of a concept: when its writer was told that it goes. Older than the last change it does not count."""

    tafel: Mapped[Overlegtafel] = relationship()
    inbrenger: Mapped[Gebruiker] = relationship()
    inbrenger_organisatie: Mapped[Organisatie] = relationship()
    criteriaset: Mapped[Criteriaset] = relationship()
    themas: Mapped[list[Thema]] = relationship(secondary="casus_thema", order_by=Thema.volgorde)
    betrokkenen: Mapped[list["Directbetrokkene"]] = relationship(
        back_populates="casus", order_by="Directbetrokkene.volgorde", cascade="all, delete-orphan"
    )
    hulp: Mapped[list["Hulpverlening"]] = relationship(
        order_by="Hulpverlening.volgorde", cascade="all, delete-orphan"
    )
    toetsen: Mapped[list["CriteriumToets"]] = relationship(
        back_populates="casus", cascade="all, delete-orphan"
    )
    bekend_bij: Mapped[list["Tafelbekendheid"]] = relationship(
        order_by="Tafelbekendheid.volgorde", cascade="all, delete-orphan"
    )
    rondes: Mapped[list["Triageronde"]] = relationship(order_by="Triageronde.nummer")
    spoedafspraken: Mapped[list["Spoedafspraak"]] = relationship(order_by="Spoedafspraak.gemaakt_op")
    verzoeken: Mapped[list["Informatieverzoek"]] = relationship(back_populates="casus")
    bijdragen: Mapped[list["Informatiebijdrage"]] = relationship(back_populates="casus")
    aansluitingen: Mapped[list["Aansluiting"]] = relationship(back_populates="casus")
    punten: Mapped[list["Agendapunt"]] = relationship(back_populates="casus")


class Directbetrokkene(MetId, MetTijden, Basis):
    """A person the casus is about."""

    __tablename__ = "directbetrokkene"
    __table_args__ = (
        Index("ix_directbetrokkene_casus", "casus_id", "volgorde"),
        Index("uq_directbetrokkene_id_casus_id", "id", "casus_id", unique=True),
        CheckConstraint("geboortejaar IS NULL OR geboortejaar BETWEEN 1900 AND 2100", name="geboortejaar"),
    )

    casus_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("casus.id"))
    volgorde: Mapped[int] = mapped_column(default=0)
    rol: Mapped[BetrokkeneRol] = mapped_column(keuze(BetrokkeneRol))
    naam: Mapped[str] = mapped_column(Vertrouwelijk)
    andere_namen: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    geboortedatum: Mapped[date | None]
    geboortejaar: Mapped[int | None]
    """When only the year is known."""
    adres: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    """Shown on purpose only, as contact and contact_hoe are (docs/besluiten/018)."""
    adres_geheim: Mapped[bool] = mapped_column(default=False)
    """The address is secret: only who leads the tafel may ask for it."""
    contact: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    """Telephone or e-mail."""
    contact_veilig: Mapped[ContactVeilig] = mapped_column(
        keuze(ContactVeilig), default=ContactVeilig.ONBEKEND
    )
    contact_hoe: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    """When and how contact is safe."""
    toestemming: Mapped[Toestemming] = mapped_column(keuze(Toestemming), default=Toestemming.NOG_NIET)
    toestemming_reden: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    """Why data were shared without consent."""

    casus: Mapped[Casus] = relationship(back_populates="betrokkenen")


class Hulpverlening(MetId, Basis):
    """Who already helps, since when, and whether it works (domein.md §5)."""

    __tablename__ = "hulpverlening"

    casus_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("casus.id"), index=True)
    volgorde: Mapped[int] = mapped_column(default=0)
    wie: Mapped[str] = mapped_column(Vertrouwelijk)
    sinds: Mapped[str] = mapped_column(String(100), default="")
    werkt: Mapped[str] = mapped_column(Vertrouwelijk, default="")


class CriteriumToets(MetId, Basis):
    """The answer to one criterium with its reason."""

    __tablename__ = "criterium_toets"
    __table_args__ = (UniqueConstraint("casus_id", "criterium_id"),)

    casus_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("casus.id"))
    criterium_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("criterium.id"))
    antwoord: Mapped[bool | None]
    """For a criterium without a list; None is not answered yet."""
    reden: Mapped[str] = mapped_column(Vertrouwelijk, default="")

    casus: Mapped[Casus] = relationship(back_populates="toetsen")
    criterium: Mapped[Criterium] = relationship()
    onderdelen: Mapped[list[CriteriumOnderdeel]] = relationship(secondary="toets_onderdeel")


class ToetsOnderdeel(Basis):
    """An item of a criterium's list that holds for the casus."""

    __tablename__ = "toets_onderdeel"

    toets_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("criterium_toets.id", ondelete="CASCADE"), primary_key=True
    )
    onderdeel_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("criterium_onderdeel.id"), primary_key=True)


class Tafelbekendheid(MetId, Basis):
    """The family is known at another tafel."""

    __tablename__ = "tafelbekendheid"

    casus_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("casus.id"), index=True)
    volgorde: Mapped[int] = mapped_column(default=0)
    andere_tafel_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("andere_tafel.id"))
    toelichting: Mapped[str] = mapped_column(Vertrouwelijk, default="")

    andere_tafel: Mapped[AndereTafel | None] = relationship()


class Triageronde(MetId, Basis):
    """One step between inbrenger and voorzitter; all of them stay readable."""

    __tablename__ = "triageronde"
    __table_args__ = (UniqueConstraint("casus_id", "nummer"),)

    casus_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("casus.id"))
    nummer: Mapped[int]
    soort: Mapped[RondeSoort] = mapped_column(keuze(RondeSoort))
    tekst: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    """The question back, the answer to it, or the reason of the decision."""
    concrete_vraag: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    """The concrete vraag as it read in this round."""
    andere_tafel_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("andere_tafel.id"))
    door_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("gebruiker.id"))
    op: Mapped[datetime] = mapped_column(default=nu_utc)

    door: Mapped[Gebruiker] = relationship()
    andere_tafel: Mapped[AndereTafel | None] = relationship()


class Persoonsvergelijking(MetId, Basis):
    """Two persons that look alike, and what the voorzitter decided; `a_id` sorts before `b_id`.

    Found when an aanmelding is saved, so that looking at the signals stays quick.
    """

    __tablename__ = "persoonsvergelijking"
    __table_args__ = (
        UniqueConstraint("a_id", "b_id"),
        CheckConstraint("a_id < b_id", name="volgorde"),
        CheckConstraint("oordeel IS NULL OR door_id IS NOT NULL", name="oordeel_van_iemand"),
        Index("ix_persoonsvergelijking_b", "b_id"),
    )

    a_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("directbetrokkene.id", ondelete="CASCADE"))
    b_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("directbetrokkene.id", ondelete="CASCADE"))
    gelijkenis: Mapped[Gelijkenis] = mapped_column(keuze(Gelijkenis))
    redenen: Mapped[list[str]] = mapped_column(default=list)
    """Why they look alike, as sentences without names."""
    oordeel: Mapped[PersoonOordeel | None] = mapped_column(keuze(PersoonOordeel))
    door_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("gebruiker.id"))
    op: Mapped[datetime] = mapped_column(default=nu_utc)

    a: Mapped[Directbetrokkene] = relationship(foreign_keys=[a_id])
    b: Mapped[Directbetrokkene] = relationship(foreign_keys=[b_id])
    door: Mapped[Gebruiker | None] = relationship()


class Spoedafspraak(MetId, MetTijden, MetVersie, Basis):
    """What was settled in acute danger (domein.md §3)."""

    __tablename__ = "spoedafspraak"
    __table_args__ = (UniqueConstraint("casus_id", "soort"), niet_leeg("tekst"))

    casus_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("casus.id"))
    soort: Mapped[SpoedSoort] = mapped_column(keuze(SpoedSoort))
    tekst: Mapped[str] = mapped_column(Vertrouwelijk)
    door_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("gebruiker.id"))

    door: Mapped[Gebruiker] = relationship()
