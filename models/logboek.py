"""The append-only record of who did what (ontwerp.md §6)."""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import DDL, Index, String, event
from sqlalchemy.orm import Mapped, mapped_column

from models.basis import Basis, nu_utc


class Gebeurtenis(Basis):
    """One thing that someone did or looked at; names copied as they were then, never case text."""

    __tablename__ = "gebeurtenis"
    __table_args__ = (
        Index("ix_gebeurtenis_casus_tijd", "casus_id", "tijd"),
        Index("ix_gebeurtenis_gebruiker_tijd", "gebruiker_id", "tijd"),
        Index("ix_gebeurtenis_tijd", "tijd", "id"),
        Index("ix_gebeurtenis_tafel_tijd", "tafel_id", "tijd", "id"),
        Index("ix_gebeurtenis_overleg_tijd", "overleg_id", "tijd"),
        Index("ix_gebeurtenis_soort_tijd", "soort", "tijd"),
    )

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    tijd: Mapped[datetime] = mapped_column(default=nu_utc)
    soort: Mapped[str] = mapped_column(String(60))
    gebruiker_id: Mapped[uuid.UUID | None]
    gebruiker_naam: Mapped[str] = mapped_column(String(200), default="")
    organisatie_naam: Mapped[str] = mapped_column(String(200), default="")
    rol: Mapped[str] = mapped_column(String(100), default="")
    object_soort: Mapped[str] = mapped_column(String(40), default="")
    object_id: Mapped[uuid.UUID | None]
    tafel_id: Mapped[uuid.UUID | None]
    casus_id: Mapped[uuid.UUID | None]
    overleg_id: Mapped[uuid.UUID | None]
    betrokkene_id: Mapped[uuid.UUID | None]
    uitkomst: Mapped[str] = mapped_column(String(40), default="gedaan")
    grond: Mapped[str] = mapped_column(String(500), default="")
    gegevens: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """The fields its soort names: names of fields, counts, hashes; never the text itself."""
    verzoek: Mapped[str] = mapped_column(String(40), default="")
    """The number of the request: what belongs to one press of a button, and to the log of errors."""
    namens: Mapped[str] = mapped_column(String(200), default="")
    """For whom a stand-in (achtervang) acted: the one who answers for it (NEN 7513)."""
    betrokkenen: Mapped[list[str]] = mapped_column(default=list)
    """The ids of the directbetrokkenen whose data it was about, as they were on the casus then."""
    regel: Mapped[str] = mapped_column(String(300), default="")
    """By which recht and conditions it was allowed."""
    sessie: Mapped[str] = mapped_column(String(64), default="")
    """Hash of the session, so that what was done in one belongs together."""
    ip: Mapped[str] = mapped_column(String(45), default="")
    apparaat: Mapped[str] = mapped_column(String(60), default="")
    """Browser and system in words."""


class Zegel(Basis):
    """The chain over the logboek: each seal covers one row and the seal before it."""

    __tablename__ = "zegel"

    nummer: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    gebeurtenis_id: Mapped[uuid.UUID] = mapped_column(unique=True)
    vorige: Mapped[str] = mapped_column(String(64))
    zegel: Mapped[str] = mapped_column(String(64))
    vorm: Mapped[int] = mapped_column(default=1)
    """Which columns the seal covers (`overleg/logboek/vorm.py`); rows of before stay as they were sealed."""


ALLEEN_AANVULLEN = ("gebeurtenis", "zegel")
SLEUTELS = {"gebeurtenis": ("id",), "zegel": ("nummer", "gebeurtenis_id")}


def _geen_vervangen(tabel: str, sleutel: str) -> str:
    """Return the trigger that stops INSERT OR REPLACE, which takes a row away without a DELETE trigger."""
    al = f"SELECT 1 FROM {tabel} WHERE {sleutel} = NEW.{sleutel}"  # noqa: S608 names of our own
    return (
        f"CREATE TRIGGER {tabel}_geen_vervangen_{sleutel} BEFORE INSERT ON {tabel} "
        f"WHEN EXISTS ({al}) BEGIN SELECT RAISE(ABORT, 'het logboek kan alleen worden aangevuld'); END"
    )


def weiger_wijzigen_ddl(tabel: str) -> dict[str, list[str]]:
    """Return per database the statements that make `tabel` append-only."""
    sqlite = [
        f"CREATE TRIGGER {tabel}_geen_{daad} BEFORE {daad} ON {tabel} "
        f"BEGIN SELECT RAISE(ABORT, 'het logboek kan alleen worden aangevuld'); END"
        for daad in ("UPDATE", "DELETE")
    ]
    sqlite += [_geen_vervangen(tabel, sleutel) for sleutel in SLEUTELS[tabel]]
    functie = (
        "CREATE OR REPLACE FUNCTION logboek_alleen_aanvullen() RETURNS trigger AS $$ BEGIN "
        "RAISE EXCEPTION 'het logboek kan alleen worden aangevuld'; END $$ LANGUAGE plpgsql"
    )
    per_rij = (
        f"CREATE TRIGGER {tabel}_alleen_aanvullen BEFORE UPDATE OR DELETE ON {tabel} "
        f"FOR EACH ROW EXECUTE FUNCTION logboek_alleen_aanvullen()"
    )
    legen = (
        f"CREATE TRIGGER {tabel}_niet_legen BEFORE TRUNCATE ON {tabel} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION logboek_alleen_aanvullen()"
    )
    return {"sqlite": sqlite, "postgresql": [functie, per_rij, legen]}


for _tabel in ALLEEN_AANVULLEN:
    for _soort, _regels in weiger_wijzigen_ddl(_tabel).items():
        for _regel in _regels:
            event.listen(
                Basis.metadata.tables[_tabel],
                "after_create",
                DDL(_regel.replace("%", "%%")).execute_if(dialect=_soort),
            )
