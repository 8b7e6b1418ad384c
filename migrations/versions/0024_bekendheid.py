"""bekendheid: keyed hashes of names with birth dates, and who asked whether somebody is known elsewhere"""

import uuid
from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

import models.basis
from models.versleuteling import kast_van
from overleg.instroom.regels.personen import persoon_van, schrijfwijzen

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

TIJD = models.basis.Tijdstip(timezone=True)


def upgrade() -> None:
    """Apply, and make the hashes of who is there already."""
    merken = op.create_table(
        "persoonsmerk",
        sa.Column("betrokkene_id", sa.Uuid(), nullable=False),
        sa.Column("merk", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["betrokkene_id"],
            ["directbetrokkene.id"],
            name=op.f("fk_persoonsmerk_betrokkene_id_directbetrokkene"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("betrokkene_id", "merk", name=op.f("pk_persoonsmerk")),
    )
    op.create_index("ix_persoonsmerk_merk", "persoonsmerk", ["merk"])
    op.create_table(
        "bekendheidsvraag",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("doel", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("aantal_tafels", sa.Integer(), nullable=False),
        sa.Column("door_id", sa.Uuid(), nullable=False),
        sa.Column("op", TIJD, nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("length(trim(doel)) > 0", name=op.f("ck_bekendheidsvraag_doel_niet_leeg")),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_bekendheidsvraag_casus_id_casus")),
        sa.ForeignKeyConstraint(
            ["door_id"], ["gebruiker.id"], name=op.f("fk_bekendheidsvraag_door_id_gebruiker")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bekendheidsvraag")),
    )
    op.create_index(op.f("ix_bekendheidsvraag_casus_id"), "bekendheidsvraag", ["casus_id"])
    op.create_index(op.f("ix_bekendheidsvraag_door_id"), "bekendheidsvraag", ["door_id"])
    op.create_table(
        "bekendheidsantwoord",
        sa.Column("vraag_id", sa.Uuid(), nullable=False),
        sa.Column("betrokkene_id", sa.Uuid(), nullable=False),
        sa.Column("tafel_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["vraag_id"],
            ["bekendheidsvraag.id"],
            name=op.f("fk_bekendheidsantwoord_vraag_id_bekendheidsvraag"),
        ),
        sa.ForeignKeyConstraint(
            ["betrokkene_id"],
            ["directbetrokkene.id"],
            name=op.f("fk_bekendheidsantwoord_betrokkene_id_directbetrokkene"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["tafel_id"], ["overlegtafel.id"], name=op.f("fk_bekendheidsantwoord_tafel_id_overlegtafel")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bekendheidsantwoord")),
    )
    op.create_index(op.f("ix_bekendheidsantwoord_vraag_id"), "bekendheidsantwoord", ["vraag_id"])
    op.create_index(op.f("ix_bekendheidsantwoord_betrokkene_id"), "bekendheidsantwoord", ["betrokkene_id"])
    if rijen := list(_rijen()):
        op.bulk_insert(merken, rijen)


def downgrade() -> None:
    """Undo."""
    for tabel in ("bekendheidsantwoord", "bekendheidsvraag", "persoonsmerk"):
        op.drop_table(tabel)


def _rijen() -> Iterator[dict[str, uuid.UUID | str]]:
    bind = op.get_bind()
    kast = kast_van(bind.dialect)
    mens = sa.table(
        "directbetrokkene",
        sa.column("id", sa.Uuid()),
        sa.column("naam", sa.Text()),
        sa.column("andere_namen", sa.Text()),
        sa.column("geboortedatum", sa.Date()),
        sa.column("geboortejaar", sa.Integer()),
    )
    for sleutel, naam, ander, datum, jaar in bind.execute(sa.select(mens)).all():
        heet = kast.open(naam, "directbetrokkene.naam") if naam else ""
        ook = kast.open(ander, "directbetrokkene.andere_namen") if ander else ""
        for wijze in schrijfwijzen(persoon_van(heet, ook, datum, jaar)):
            yield {"betrokkene_id": sleutel, "merk": kast.merk(wijze)}
