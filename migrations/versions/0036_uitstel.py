"""uitstel: every time that telling someone was postponed is a row of its own

The reason that stood with an informering becomes its first round; who put it, and when, is looked up in the
logboek. A text is bound to its column, so it is opened and sealed anew: needs the master key.
"""

import uuid
from datetime import datetime
from typing import Any, NamedTuple

import sqlalchemy as sa
from alembic import op

import models.basis
from models.versleuteling import Gemerkt, Kast, kast_van

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None

OUD = "informering.uitstel_reden"
NIEUW = "uitstel.reden"
OUDE_REGEL = "ck_informering_uitstel_met_reden_en_datum"
NIEUWE_REGEL = "ck_informering_uitstel_met_datum"

Tijd = models.basis.Tijdstip()
INFORMERING = sa.table(
    "informering",
    sa.column("id", sa.Uuid()),
    sa.column("casus_id", sa.Uuid()),
    sa.column("status", sa.String()),
    sa.column("uitstel_reden", sa.Text()),
    sa.column("opnieuw_op", sa.Date()),
    sa.column("gewijzigd_op", Tijd),
)
UITSTEL = sa.table(
    "uitstel",
    sa.column("id", sa.Uuid()),
    sa.column("informering_id", sa.Uuid()),
    sa.column("nummer", sa.Integer()),
    sa.column("reden", sa.Text()),
    sa.column("opnieuw_op", sa.Date()),
    sa.column("op", Tijd),
    sa.column("door_id", sa.Uuid()),
)
SLEUTEL = sa.table("sleutel", sa.column("voor_id", sa.Uuid()), sa.column("verpakt", sa.String()))
GEBEURTENIS = sa.table(
    "gebeurtenis",
    sa.column("soort", sa.String()),
    sa.column("tijd", Tijd),
    sa.column("object_id", sa.Uuid()),
    sa.column("gebruiker_id", sa.Uuid()),
    sa.column("gegevens", sa.JSON()),
)
GEBRUIKER = sa.table("gebruiker", sa.column("id", sa.Uuid()))


class Gezet(NamedTuple):
    """When it was postponed, and by whom if that is known."""

    op: datetime
    door: uuid.UUID | None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "uitstel",
        sa.Column("informering_id", sa.Uuid(), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("reden", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("opnieuw_op", sa.Date(), nullable=False),
        sa.Column("op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("door_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("nummer >= 1", name=op.f("ck_uitstel_nummer_vanaf_een")),
        sa.CheckConstraint("length(trim(reden)) > 0", name=op.f("ck_uitstel_reden_niet_leeg")),
        sa.ForeignKeyConstraint(
            ["informering_id"], ["informering.id"], name=op.f("fk_uitstel_informering_id_informering")
        ),
        sa.ForeignKeyConstraint(["door_id"], ["gebruiker.id"], name=op.f("fk_uitstel_door_id_gebruiker")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_uitstel")),
        sa.UniqueConstraint("informering_id", "nummer", name=op.f("uq_uitstel_informering_id_nummer")),
    )
    _eerste_rondes()
    with op.batch_alter_table("informering") as informering:
        informering.drop_constraint(op.f(OUDE_REGEL), type_="check")
        informering.create_check_constraint(
            op.f(NIEUWE_REGEL), "status <> 'uitgesteld' OR opnieuw_op IS NOT NULL"
        )
        informering.drop_column("uitstel_reden")


def downgrade() -> None:
    """Undo: the newest reason goes back to where it stood; earlier rounds are forgotten."""
    op.execute("ALTER TABLE informering ADD COLUMN uitstel_reden TEXT DEFAULT '' NOT NULL")
    _laatste_terug()
    with op.batch_alter_table("informering") as informering:
        informering.alter_column("uitstel_reden", server_default=None)
        informering.drop_constraint(op.f(NIEUWE_REGEL), type_="check")
        informering.create_check_constraint(
            op.f(OUDE_REGEL), "status <> 'uitgesteld' OR (uitstel_reden <> '' AND opnieuw_op IS NOT NULL)"
        )
    op.drop_table("uitstel")


def _eerste_rondes() -> None:
    bind, kast = op.get_bind(), _kast()
    rijen = bind.execute(sa.select(INFORMERING).where(INFORMERING.c.uitstel_reden != "")).mappings().all()
    gezet = _gezet() if rijen else {}
    for rij in rijen:
        wie = gezet.get(rij["id"], Gezet(rij["gewijzigd_op"], None))
        nieuw = {
            "id": uuid.uuid4(),
            "informering_id": rij["id"],
            "nummer": 1,
            "reden": _verhuis(kast, rij["uitstel_reden"], rij["casus_id"], OUD, NIEUW),
            "opnieuw_op": rij["opnieuw_op"] or wie.op.date(),
            "op": wie.op,
            "door_id": wie.door,
        }
        bind.execute(UITSTEL.insert().values(nieuw))


def _laatste_terug() -> None:
    bind, kast = op.get_bind(), _kast()
    vraag = (
        sa.select(UITSTEL.c.reden, INFORMERING.c.id, INFORMERING.c.casus_id)
        .join(INFORMERING, INFORMERING.c.id == UITSTEL.c.informering_id)
        .where(INFORMERING.c.opnieuw_op.is_not(None))
        .order_by(UITSTEL.c.nummer)
    )
    for rij in bind.execute(vraag).mappings().all():
        reden = _verhuis(kast, rij["reden"], rij["casus_id"], NIEUW, OUD)
        bind.execute(INFORMERING.update().where(INFORMERING.c.id == rij["id"]).values(uitstel_reden=reden))


def _gezet() -> dict[uuid.UUID, Gezet]:
    """Return per informering who postponed it last, and when, as the logboek has it."""
    g = GEBEURTENIS.c
    vraag = (
        sa.select(g.object_id, g.tijd, g.gegevens, g.soort, GEBRUIKER.c.id.label("door"))
        .outerjoin_from(GEBEURTENIS, GEBRUIKER, GEBRUIKER.c.id == g.gebruiker_id)
        .where(g.soort.in_(("informering_uitgesteld", "informering_vastgelegd")))
        .order_by(g.tijd)
    )
    gezet: dict[uuid.UUID, Gezet] = {}
    for rij in op.get_bind().execute(vraag).mappings():
        if rij["soort"] == "informering_uitgesteld" or _is_uitgesteld(rij["gegevens"]):
            gezet[rij["object_id"]] = Gezet(rij["tijd"], rij["door"])
    return gezet


def _is_uitgesteld(gegevens: dict[str, Any]) -> bool:
    return gegevens.get("stand") == "uitgesteld"


def _kast() -> Kast:
    """Return the keys of this database, with those of every casus at hand."""
    bind = op.get_bind()
    kast = kast_van(bind.dialect)
    kast.leg_klaar((voor.hex, dicht) for voor, dicht in bind.execute(sa.select(SLEUTEL)))
    return kast


def _verhuis(kast: Kast, dicht: str, casus_id: uuid.UUID, van: str, naar: str) -> str:
    return kast.verzegel(Gemerkt.voor(casus_id, kast.open(dicht, van)), naar)
