"""Asking the partners what they know, their answers, and who joins (domein.md §4)."""

import uuid
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    String,
    UniqueConstraint,
    select,
)
from sqlalchemy.orm import Mapped, aliased, column_property, mapped_column, relationship

from models.basis import Basis, MetId, MetTijden, MetVersie, Vertrouwelijk, keuze, niet_leeg, nu_utc
from models.beheer import Grondslag, Grondvraag, Organisatie
from models.instroom import Casus
from models.toegang import Gebruiker
from models.waarden import BijdrageStatus, OMUitkomst
from models.waarden_uitvraag import Antwoordwijze


class Informatieverzoek(MetId, MetTijden, Basis):
    """One organisatie is asked what it knows; the asking is itself a disclosure by VT."""

    __tablename__ = "informatieverzoek"
    __table_args__ = (
        UniqueConstraint("casus_id", "organisatie_id", "functie"),
        Index("ix_informatieverzoek_organisatie", "organisatie_id", "uiterlijk"),
        Index("uq_informatieverzoek_id_casus_id", "id", "casus_id", unique=True),
    )

    casus_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("casus.id"))
    organisatie_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisatie.id"))
    functie: Mapped[str] = mapped_column(String(100), default="")
    """For a function within an organisatie, such as vertrouwensarts."""
    reden: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    """Why this partner; it reads this with the request."""
    vraag: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    """What is asked; what else a partner reads of the casus is in `overleg/uitvraag/inhoud.py`."""
    andere_namen: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    """The other names that go along, as `overleg/uitvraag/regels/namen.py` writes them; no others do."""
    doel: Mapped[str] = mapped_column(String(500), default="")
    grondslag_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("grondslag.id"))
    uiterlijk: Mapped[date]
    gevraagd_door_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("gebruiker.id"))
    gevraagd_op: Mapped[datetime] = mapped_column(default=nu_utc)
    herinnerd_op: Mapped[datetime | None]
    ingetrokken_op: Mapped[datetime | None]

    casus: Mapped[Casus] = relationship(back_populates="verzoeken")
    organisatie: Mapped[Organisatie] = relationship()
    grondslag: Mapped[Grondslag | None] = relationship()
    gevraagd_door: Mapped[Gebruiker] = relationship()
    bijdragen: Mapped[list["Informatiebijdrage"]] = relationship(back_populates="verzoek")
    personen: Mapped[list["Verzoekpersoon"]] = relationship(
        back_populates="verzoek", cascade="all, delete-orphan", passive_deletes=True
    )


class Verzoekpersoon(Basis):
    """A directbetrokkene that a question names: who is not here is not in it (docs/besluiten/039).

    The casus stands here too, so that the database refuses a person of another one.
    """

    __tablename__ = "verzoekpersoon"
    __table_args__ = (
        ForeignKeyConstraint(
            ["verzoek_id", "casus_id"],
            ["informatieverzoek.id", "informatieverzoek.casus_id"],
            ondelete="CASCADE",
        ),
        ForeignKeyConstraint(
            ["betrokkene_id", "casus_id"],
            ["directbetrokkene.id", "directbetrokkene.casus_id"],
            ondelete="CASCADE",
        ),
        Index("ix_verzoekpersoon_betrokkene_id", "betrokkene_id"),
    )

    verzoek_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    betrokkene_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    casus_id: Mapped[uuid.UUID]

    verzoek: Mapped[Informatieverzoek] = relationship(back_populates="personen")


class Informatiebijdrage(MetId, MetTijden, MetVersie, Basis):
    """What one organisatie brings in: not known, or facts apart from its own opinion."""

    __tablename__ = "informatiebijdrage"
    __table_args__ = (
        Index("ix_informatiebijdrage_casus", "casus_id", "gemaakt_op"),
        CheckConstraint("status = 'concept' OR bekend IS NOT NULL", name="ingediend_met_antwoord"),
        CheckConstraint(
            "achtergehouden = false OR status = 'concept' OR achtergehouden_reden <> ''",
            name="achtergehouden_met_reden",
        ),
        CheckConstraint("om_uitkomst IS NULL OR om_contact_op IS NOT NULL", name="om_contact_met_datum"),
        CheckConstraint("om_contact_op IS NULL OR om_contact_met <> ''", name="om_contact_met_naam"),
        CheckConstraint("(gegeven_hoe IS NULL) = (gegeven_op IS NULL)", name="gegeven_met_dag"),
        CheckConstraint("(gegeven_hoe IS NULL) = (gegeven_door = '')", name="gegeven_met_naam"),
        CheckConstraint("(gegeven_hoe IS NULL) = (gegeven_functie = '')", name="gegeven_met_functie"),
        CheckConstraint(
            "gegeven_hoe IS NULL OR (artikel_9 = false AND status = 'ingediend' AND verzoek_id IS NOT NULL)",
            name="gegeven_als_antwoord",
        ),
    )

    casus_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("casus.id"))
    verzoek_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("informatieverzoek.id"), index=True)
    """None: nobody asked for it; added in the meeting, or before it."""
    organisatie_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisatie.id"), index=True)
    door_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("gebruiker.id"))
    status: Mapped[BijdrageStatus] = mapped_column(keuze(BijdrageStatus), default=BijdrageStatus.CONCEPT)
    ingediend_op: Mapped[datetime | None]
    bekend: Mapped[bool | None]
    feiten: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    oordeel: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    """The giver's own professional opinion, apart from the facts."""
    achtergehouden: Mapped[bool] = mapped_column(default=False)
    achtergehouden_reden: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    doel: Mapped[str] = mapped_column(String(500), default="")
    noodzakelijk: Mapped[bool] = mapped_column(default=False)
    """The giver weighed that sharing this is necessary."""
    artikel_9: Mapped[bool] = mapped_column(default=False)
    """Wpg art. 9 data: the OM only, until the contact with the OM is on record."""
    om_contact_met: Mapped[str] = mapped_column(String(200), default="")
    om_contact_op: Mapped[datetime | None]
    om_uitkomst: Mapped[OMUitkomst | None] = mapped_column(keuze(OMUitkomst))
    om_vastgelegd_door_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("gebruiker.id"))
    gegeven_door: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    """Who gave it, when the organisatie could not put it in itself; `door` then is who recorded it."""
    gegeven_functie: Mapped[str] = mapped_column(Vertrouwelijk, default="")
    gegeven_hoe: Mapped[Antwoordwijze | None] = mapped_column(keuze(Antwoordwijze))
    gegeven_op: Mapped[date | None]

    casus: Mapped[Casus] = relationship(back_populates="bijdragen")
    verzoek: Mapped[Informatieverzoek | None] = relationship(back_populates="bijdragen")
    organisatie: Mapped[Organisatie] = relationship()
    door: Mapped[Gebruiker] = relationship(foreign_keys=[door_id])
    ontvangers: Mapped[list["Bijdrageontvanger"]] = relationship(
        back_populates="bijdrage", cascade="all, delete-orphan"
    )
    wachtenden: Mapped[list["Wachtontvanger"]] = relationship(
        back_populates="bijdrage", cascade="all, delete-orphan"
    )


class Wachtontvanger(MetId, Basis):
    """An organisatie that gets a bijdrage as soon as there is a ground for it; until then it sees nothing."""

    __tablename__ = "wachtontvanger"
    __table_args__ = (UniqueConstraint("bijdrage_id", "organisatie_id"),)

    bijdrage_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("informatiebijdrage.id"))
    organisatie_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisatie.id"), index=True)

    bijdrage: Mapped[Informatiebijdrage] = relationship(back_populates="wachtenden")
    organisatie: Mapped[Organisatie] = relationship()
    if TYPE_CHECKING:
        afwijzing: str | None
        """Why no ground will come, as the beheerder put on record; empty while it waits."""


class Bijdrageontvanger(MetId, Basis):
    """An organisatie that may see a bijdrage, with the ground for it."""

    __tablename__ = "bijdrageontvanger"
    __table_args__ = (UniqueConstraint("bijdrage_id", "organisatie_id"),)

    bijdrage_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("informatiebijdrage.id"))
    organisatie_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisatie.id"), index=True)
    grondslag_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("grondslag.id"))

    bijdrage: Mapped[Informatiebijdrage] = relationship(back_populates="ontvangers")
    organisatie: Mapped[Organisatie] = relationship()
    grondslag: Mapped[Grondslag] = relationship()


class Aansluiting(MetId, Basis):
    """The voorzitter decided that an organisatie joins for this casus, and why (domein.md §2)."""

    __tablename__ = "aansluiting"
    __table_args__ = (UniqueConstraint("casus_id", "organisatie_id"), niet_leeg("reden"))

    casus_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("casus.id"))
    organisatie_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisatie.id"), index=True)
    als_gast: Mapped[bool] = mapped_column(default=False)
    """A guest sees the item only while it is on; a partner on request sees the casus."""
    reden: Mapped[str] = mapped_column(Vertrouwelijk)
    besloten_door_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("gebruiker.id"))
    besloten_op: Mapped[datetime] = mapped_column(default=nu_utc)

    casus: Mapped[Casus] = relationship(back_populates="aansluitingen")
    organisatie: Mapped[Organisatie] = relationship()


_GEVER = aliased(Organisatie)
Wachtontvanger.afwijzing = column_property(  # type: ignore[assignment] # a column made afterwards
    select(Grondvraag.afwijzing)
    .join(Casus, Casus.tafel_id == Grondvraag.tafel_id)
    .join(Informatiebijdrage, Informatiebijdrage.casus_id == Casus.id)
    .join(_GEVER, _GEVER.id == Informatiebijdrage.organisatie_id)
    .join(Organisatie, Organisatie.soort == Grondvraag.ontvanger)
    .where(
        Informatiebijdrage.id == Wachtontvanger.bijdrage_id,
        _GEVER.soort == Grondvraag.gever,
        Organisatie.id == Wachtontvanger.organisatie_id,
    )
    .correlate(Wachtontvanger.__table__)
    .scalar_subquery()
)
