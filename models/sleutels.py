"""The keys of texts about people, and which key seals which text (docs/besluiten/019)."""

import uuid
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    ForeignKey,
    Index,
    String,
    Table,
    Uuid,
    event,
    func,
    insert,
    literal,
    select,
)
from sqlalchemy.orm import Mapped, Mapper, Session, mapped_column, object_session
from sqlalchemy.orm.util import identity_key

from models.agenda import Overleg
from models.basis import Basis, MetTijden, Vertrouwelijk, is_gewijzigd
from models.instroom import Casus
from models.versleuteling import ALGEMEEN, Gemerkt, kast_van


class Sleutel(MetTijden, Basis):
    """The key of one casus or one overleg, locked with the master key.

    No reference to what it is of: the row goes when that is destroyed, and its copies are kept apart.
    """

    __tablename__ = "sleutel"
    __table_args__ = (Index("ix_sleutel_tafel_id", "tafel_id", "gemaakt_op"),)

    voor_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    tafel_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("overlegtafel.id"))
    """The keys of a tafel are fetched together, so that a list asks for them once."""
    verpakt: Mapped[str] = mapped_column(String(120))


TABELLEN: dict[str, Table] = Basis.metadata.tables
EINDEN = {"casus": "id", "verslag": "overleg_id"}
"""Tables that are no part of a casus by `casus_id`: the column that says whose key is used."""
VIA = {
    "tekstveld": "bespreking_id",
    "tekstversie": "tekstveld_id",
    "besluit": "bespreking_id",
    "voortgang": "afspraak_id",
    "uitstel": "informering_id",
    "afwezig_bij": "punt_id",
    "inzagedeel": "verzoek_id",
    "correctie": "verzoek_id",
}
"""Tables that reach their casus through another row."""


CASUS_OF_OVERLEG = frozenset({"agendapunt", "verslagopmerking"})
"""Tables of a meeting whose rows are about a casus or about the meeting as a whole: the key of that one."""
ZONDER_CASUS = frozenset({"sessie"})
"""Tables whose texts are of no casus, and go by themselves: sealed with the master key itself."""


def onderwerp(tabel: Table) -> ColumnElement[uuid.UUID]:
    """Return, as SQL, the casus (or overleg) whose key seals the texts of a row of `tabel`."""
    if tabel.name in EINDEN:
        return tabel.c[EINDEN[tabel.name]]
    if tabel.name in CASUS_OF_OVERLEG:
        return func.coalesce(tabel.c.casus_id, tabel.c.overleg_id)
    if tabel.name in VIA:
        naar = tabel.c[VIA[tabel.name]]
        ouder = _ouder(tabel)
        return select(onderwerp(ouder)).where(ouder.c.id == naar).correlate(tabel).scalar_subquery()
    if tabel.name in ZONDER_CASUS:
        return literal(ALGEMEEN, Uuid())
    return func.coalesce(tabel.c.casus_id, literal(ALGEMEEN, Uuid()))


def _ouder(tabel: Table) -> Table:
    (verwijzing,) = tabel.c[VIA[tabel.name]].foreign_keys
    return verwijzing.column.table


@cache
def vertrouwelijk(mapper: Mapper[Any]) -> tuple[str, ...]:
    """Return the attributes of a model that hold text about people."""
    return tuple(
        eigenschap.key
        for eigenschap in mapper.column_attrs
        if isinstance(eigenschap.columns[0].type, Vertrouwelijk)
    )


@cache
def _model(tabel: Table) -> type[Basis]:
    return next(mapper.class_ for mapper in Basis.registry.mappers if mapper.local_table is tabel)


def _voor_wie(rij: Any, tabel: Table, verbinding: Connection, sessie: Session) -> uuid.UUID:  # noqa: ANN401 any model
    """Return whose key seals the texts of `rij`; asks the database only for what is not at hand."""
    if tabel.name in EINDEN:
        einde: uuid.UUID = getattr(rij, EINDEN[tabel.name])
        return einde
    if tabel.name in CASUS_OF_OVERLEG:
        over: uuid.UUID = rij.casus_id or rij.overleg_id
        return over
    if tabel.name in ZONDER_CASUS:
        return ALGEMEEN
    if tabel.name not in VIA:
        return rij.casus_id or ALGEMEEN
    naar, ouder = getattr(rij, VIA[tabel.name]), _ouder(tabel)
    erbij = sessie.identity_map.get(identity_key(_model(ouder), (naar,)))
    if erbij is not None:
        return _voor_wie(erbij, ouder, verbinding, sessie)
    return verbinding.execute(select(onderwerp(ouder)).where(ouder.c.id == naar)).scalar_one()


def _merk(mapper: Mapper[Any], verbinding: Connection, rij: Any) -> None:  # noqa: ANN401 any model
    """Let the texts of a row on its way to the database say whose key seals them."""
    waarden = rij.__dict__
    te_doen = [naam for naam in vertrouwelijk(mapper) if waarden.get(naam)]
    if not te_doen:
        return
    sessie = object_session(rij)
    if sessie is None:  # pragma: no cover  a row that is being written has a session
        raise RuntimeError("a row without a session")
    wie = _voor_wie(rij, rij.__table__, verbinding, sessie)
    for naam in te_doen:
        waarden[naam] = Gemerkt.voor(wie, waarden[naam])


def _geef_sleutel(_mapper: Mapper[Any], verbinding: Connection, rij: Any) -> None:  # noqa: ANN401 two models
    """A casus, and an overleg, gets its key together with its row."""
    rij.id = rij.id or uuid.uuid4()
    verpakt = kast_van(verbinding.dialect).nieuw(rij.id.hex)
    verbinding.execute(insert(Sleutel).values(voor_id=rij.id, tafel_id=rij.tafel_id, verpakt=verpakt))


def _merk_wijziging(mapper: Mapper[Any], verbinding: Connection, rij: Any) -> None:  # noqa: ANN401 any model
    """Do the same for what changed, and only for that."""
    if is_gewijzigd(rij, vertrouwelijk(mapper)):
        _merk(mapper, verbinding, rij)


def registreer() -> None:
    """Seal every text on its way in, and tell the columns their names. Call when all models are loaded."""
    for tabel in TABELLEN.values():
        for kolom in tabel.columns:
            if isinstance(kolom.type, Vertrouwelijk):
                kolom.type.plek = f"{tabel.name}.{kolom.name}"
                kolom.type.zonder_casus = tabel.name in ZONDER_CASUS
    for model in (Casus, Overleg):
        event.listen(model, "before_insert", _geef_sleutel)
    event.listen(Basis, "before_insert", _merk, propagate=True)
    event.listen(Basis, "before_update", _merk_wijziging, propagate=True)
