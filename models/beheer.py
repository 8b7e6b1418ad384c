"""Overlegtafels and everything a region sets itself, organisaties, gebruikers (ontwerp.md §4)."""

import uuid
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.basis import Basis, MetId, MetTijden, MetVersie, keuze, niet_leeg, nu_utc
from models.waarden import (
    AfspraakSoort,
    BekendRegel,
    Bezetting,
    Domein,
    OrganisatieSoort,
    Partnervorm,
    Ritme,
    Rol,
    Weekdag,
)

if TYPE_CHECKING:
    from models.toegang import Gebruiker


class Organisatie(MetId, MetTijden, Basis):
    """A partner: Veilig Thuis of a region, a police unit, a gemeente, …."""

    __tablename__ = "organisatie"
    __table_args__ = (niet_leeg("naam"), CheckConstraint("hoort_bij_id <> id", name="niet_bij_zichzelf"))

    naam: Mapped[str] = mapped_column(String(200), unique=True)
    soort: Mapped[OrganisatieSoort] = mapped_column(keuze(OrganisatieSoort))
    actief: Mapped[bool] = mapped_column(default=True)
    hoort_bij_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("organisatie.id"), index=True)
    """Set for a unit: what is closed to the whole is closed to it too (besluiten/017)."""

    hoort_bij: Mapped["Organisatie | None"] = relationship(remote_side="Organisatie.id")


class Overlegtafel(MetId, MetTijden, MetVersie, Basis):
    """A region's recurring Actie-overleg with its own settings (domein.md §1)."""

    __tablename__ = "overlegtafel"
    __table_args__ = (
        niet_leeg("naam"),
        CheckConstraint("minuten_per_casus BETWEEN 1 AND 240", name="minuten_per_casus"),
        CheckConstraint("maximum_casussen BETWEEN 1 AND 60", name="maximum_casussen"),
        CheckConstraint("herhaling_maanden BETWEEN 1 AND 120", name="herhaling_maanden"),
        CheckConstraint("duur_minuten BETWEEN 15 AND 720", name="duur_minuten"),
        CheckConstraint("opmerkingen_dagen BETWEEN 1 AND 60", name="opmerkingen_dagen"),
    )

    naam: Mapped[str] = mapped_column(String(200), unique=True)
    code: Mapped[str] = mapped_column(String(6), unique=True)
    regio: Mapped[str] = mapped_column(String(200))
    doel: Mapped[str] = mapped_column(default="")
    reikwijdte: Mapped[str] = mapped_column(default="")
    kan_wel: Mapped[str] = mapped_column(default="")
    kan_niet: Mapped[str] = mapped_column(default="")
    profiel_herzien_op: Mapped[date | None]
    ritme: Mapped[Ritme] = mapped_column(keuze(Ritme), default=Ritme.WEKELIJKS)
    weekdag: Mapped[Weekdag] = mapped_column(keuze(Weekdag), default=Weekdag.DONDERDAG)
    begintijd: Mapped[time] = mapped_column(default=time(9, 0))
    duur_minuten: Mapped[int] = mapped_column(default=180)
    plaats: Mapped[str] = mapped_column(String(300), default="")
    minuten_per_casus: Mapped[int] = mapped_column(default=20)
    maximum_casussen: Mapped[int] = mapped_column(default=8)
    herhaling_maanden: Mapped[int] = mapped_column(default=12)
    opmerkingen_dagen: Mapped[int] = mapped_column(default=5)
    """How many days those who were there have to comment on a draft record."""
    actief: Mapped[bool] = mapped_column(default=True)

    partners: Mapped[list["Tafelpartner"]] = relationship(back_populates="tafel")
    lidmaatschappen: Mapped[list["Lidmaatschap"]] = relationship(back_populates="tafel")


class Tafelpartner(MetId, Basis):
    """An organisatie at a tafel, fixed or on request (domein.md §2)."""

    __tablename__ = "tafelpartner"
    __table_args__ = (UniqueConstraint("tafel_id", "organisatie_id"),)

    tafel_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("overlegtafel.id"))
    organisatie_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisatie.id"), index=True)
    vorm: Mapped[Partnervorm] = mapped_column(keuze(Partnervorm))
    actief: Mapped[bool] = mapped_column(default=True)

    tafel: Mapped[Overlegtafel] = relationship(back_populates="partners")
    organisatie: Mapped[Organisatie] = relationship()


class Lidmaatschap(MetId, MetTijden, Basis):
    """What a gebruiker is at a tafel, from when until when (ontwerp.md §4)."""

    __tablename__ = "lidmaatschap"
    __table_args__ = (
        CheckConstraint("tot IS NULL OR tot >= vanaf", name="periode"),
        Index("ix_lidmaatschap_gebruiker_tafel", "gebruiker_id", "tafel_id"),
    )

    gebruiker_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("gebruiker.id"))
    tafel_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("overlegtafel.id"), index=True)
    rol: Mapped[Rol] = mapped_column(keuze(Rol))
    bezetting: Mapped[Bezetting] = mapped_column(keuze(Bezetting), default=Bezetting.VAST)
    mandaat: Mapped[bool] = mapped_column(default=False)
    functie: Mapped[str] = mapped_column(String(100), default="")
    vanaf: Mapped[date]
    tot: Mapped[date | None]

    gebruiker: Mapped["Gebruiker"] = relationship(back_populates="lidmaatschappen")
    tafel: Mapped[Overlegtafel] = relationship(back_populates="lidmaatschappen")


class Dienstnummer(MetId, Basis):
    """A duty service (piket) to call in acute danger, last checked on a date (domein.md §3)."""

    __tablename__ = "dienstnummer"
    __table_args__ = (niet_leeg("nummer"),)

    tafel_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("overlegtafel.id"), index=True)
    soort: Mapped[OrganisatieSoort] = mapped_column(keuze(OrganisatieSoort))
    naam: Mapped[str] = mapped_column(String(200))
    nummer: Mapped[str] = mapped_column(String(60))
    uren: Mapped[str] = mapped_column(String(200), default="")
    terugval: Mapped[str] = mapped_column(String(300), default="")
    gecontroleerd_op: Mapped[date | None]
    volgorde: Mapped[int] = mapped_column(default=0)


class Criteriaset(MetId, MetTijden, Basis):
    """One version of a tafel's instroomcriteria; a casus keeps the one it was judged by."""

    __tablename__ = "criteriaset"
    __table_args__ = (UniqueConstraint("tafel_id", "nummer"), niet_leeg("regel"))

    tafel_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("overlegtafel.id"))
    nummer: Mapped[int]
    regel: Mapped[str] = mapped_column(String(300))
    """How the criteria combine, e.g. `A en B en C en D` (see beheer/regels.py)."""
    gemaakt_door_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("gebruiker.id"))

    tafel: Mapped[Overlegtafel] = relationship()
    criteria: Mapped[list["Criterium"]] = relationship(
        back_populates="criteriaset", order_by="Criterium.volgorde"
    )


class Criterium(MetId, Basis):
    """One instroomcriterium: ja or nee, or a list of which at least `minimum` must hold."""

    __tablename__ = "criterium"
    __table_args__ = (UniqueConstraint("criteriaset_id", "code"),)

    criteriaset_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("criteriaset.id"))
    code: Mapped[str] = mapped_column(String(4))
    titel: Mapped[str] = mapped_column(String(300))
    uitleg: Mapped[str] = mapped_column(default="")
    volgorde: Mapped[int]
    minimum: Mapped[int | None]
    """None: answered ja or nee. A number: so many of its onderdelen must hold."""

    criteriaset: Mapped[Criteriaset] = relationship(back_populates="criteria")
    onderdelen: Mapped[list["CriteriumOnderdeel"]] = relationship(
        back_populates="criterium", order_by="CriteriumOnderdeel.volgorde"
    )


class CriteriumOnderdeel(MetId, Basis):
    """One item of the list under a criterium (under D: stalking, crimineel netwerk, …)."""

    __tablename__ = "criterium_onderdeel"
    __table_args__ = (UniqueConstraint("criterium_id", "sleutel"),)

    criterium_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("criterium.id"))
    sleutel: Mapped[str] = mapped_column(String(60))
    """Stays the same over versions; a thema points to it."""
    titel: Mapped[str] = mapped_column(String(300))
    volgorde: Mapped[int]

    criterium: Mapped[Criterium] = relationship(back_populates="onderdelen")


class Thema(MetId, Basis):
    """A theme of a casus; one that is also under D fills it in (domein.md §3)."""

    __tablename__ = "thema"
    __table_args__ = (UniqueConstraint("tafel_id", "naam"),)

    tafel_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("overlegtafel.id"))
    naam: Mapped[str] = mapped_column(String(200))
    onderdeel_sleutel: Mapped[str] = mapped_column(String(60), default="")
    volgorde: Mapped[int] = mapped_column(default=0)
    actief: Mapped[bool] = mapped_column(default=True)


class AndereTafel(MetId, Basis):
    """A tafel to scale up or hand over to, with the rule of being known there (domein.md §5)."""

    __tablename__ = "andere_tafel"
    __table_args__ = (UniqueConstraint("tafel_id", "naam"),)

    tafel_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("overlegtafel.id"))
    naam: Mapped[str] = mapped_column(String(200))
    contact: Mapped[str] = mapped_column(String(300), default="")
    bekend_regel: Mapped[BekendRegel] = mapped_column(keuze(BekendRegel))
    volgorde: Mapped[int] = mapped_column(default=0)
    actief: Mapped[bool] = mapped_column(default=True)


class Grondslag(MetId, MetTijden, Basis):
    """A row of the grounds table: giver, receiver, purpose, ground, condition (domein.md §4).

    Empty kinds mean "anyone"; a changed row is retired and followed by a new one, so that a
    bijdrage keeps the words it was shared under.
    """

    __tablename__ = "grondslag"
    __table_args__ = (niet_leeg("grond"),)

    tafel_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("overlegtafel.id"), index=True)
    gever: Mapped[OrganisatieSoort | None] = mapped_column(keuze(OrganisatieSoort, "gever"))
    ontvanger: Mapped[OrganisatieSoort | None] = mapped_column(keuze(OrganisatieSoort, "ontvanger"))
    doel: Mapped[str] = mapped_column(String(500), default="")
    grond: Mapped[str] = mapped_column(String(500))
    voorwaarde: Mapped[str] = mapped_column(String(500), default="")
    bron: Mapped[str] = mapped_column(String(500), default="")
    jurist_nodig: Mapped[bool] = mapped_column(default=False)
    jurist_punt: Mapped[str] = mapped_column(String(500), default="")
    alleen_acuut: Mapped[bool] = mapped_column(default=False)
    vervallen_op: Mapped[datetime | None]


class Grondvraag(MetId, Basis):
    """Somebody wants to share, and the grounds table has no row for it: the beheerder decides (domein.md §4).

    Kinds of organisatie only: nothing says about which casus it is, or who asked.
    """

    __tablename__ = "grondvraag"
    __table_args__ = (
        UniqueConstraint("tafel_id", "gever", "ontvanger"),
        CheckConstraint("(afgewezen_op IS NULL) = (afwijzing = '')", name="afgewezen_met_reden"),
    )

    tafel_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("overlegtafel.id"))
    gever: Mapped[OrganisatieSoort] = mapped_column(keuze(OrganisatieSoort, "vraaggever"))
    ontvanger: Mapped[OrganisatieSoort] = mapped_column(keuze(OrganisatieSoort, "vraagontvanger"))
    gevraagd_op: Mapped[datetime] = mapped_column(default=nu_utc)
    afgewezen_op: Mapped[datetime | None]
    afwijzing: Mapped[str] = mapped_column(String(500), default="")
    """Why no ground will come; empty while it waits."""

    tafel: Mapped[Overlegtafel] = relationship()


class Registratieafspraak(MetId, MetTijden, Basis):
    """One version of what the tafel agreed on recording (domein.md §5)."""

    __tablename__ = "registratieafspraak"
    __table_args__ = (UniqueConstraint("tafel_id", "nummer"), niet_leeg("inhoud"))

    tafel_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("overlegtafel.id"))
    nummer: Mapped[int]
    inhoud: Mapped[str]
    gemaakt_door_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("gebruiker.id"))


class Vraagpatroon(MetId, Basis):
    """Words by which a concrete vraag reads like a request for information (domein.md §3)."""

    __tablename__ = "vraagpatroon"
    __table_args__ = (niet_leeg("patroon"),)

    tafel_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("overlegtafel.id"), index=True)
    patroon: Mapped[str] = mapped_column(String(200))
    """Plain words; `*` stands for anything."""
    uitleg: Mapped[str] = mapped_column(String(500), default="")


class Interventie(MetId, Basis):
    """What a kind of organisatie usually does: a suggestion for an afspraak."""

    __tablename__ = "interventie"
    __table_args__ = (niet_leeg("tekst"),)

    tafel_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("overlegtafel.id"), index=True)
    organisatie_soort: Mapped[OrganisatieSoort] = mapped_column(keuze(OrganisatieSoort))
    tekst: Mapped[str] = mapped_column(String(300))
    soort: Mapped[AfspraakSoort] = mapped_column(keuze(AfspraakSoort))
    domein: Mapped[Domein] = mapped_column(keuze(Domein))
    actief: Mapped[bool] = mapped_column(default=True)


class Kenmerkteller(Basis):
    """The last kenmerk issued by a tafel in a year: raised in the transaction that uses it."""

    __tablename__ = "kenmerkteller"

    tafel_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("overlegtafel.id"), primary_key=True)
    jaar: Mapped[int] = mapped_column(primary_key=True)
    laatste: Mapped[int] = mapped_column(default=0)
