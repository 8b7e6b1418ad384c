"""belang: who is shut out of a casus because of a conflict of interest"""

import uuid

import sqlalchemy as sa
from alembic import op

import models.basis

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

OPEN = sa.text("opgeheven_op IS NULL")
EERDER = sa.text(
    "SELECT DISTINCT p.casus_id, d.gebruiker_id FROM afwezig_bij a "
    "JOIN agendapunt p ON p.id = a.punt_id JOIN deelname d ON d.id = a.deelname_id "
    "WHERE a.belangenconflict AND d.gebruiker_id IS NOT NULL AND p.casus_id IS NOT NULL"
).columns(casus_id=sa.Uuid(), gebruiker_id=sa.Uuid())
REDEN = "Van tafel gegaan wegens een belangenconflict"


def upgrade() -> None:
    """Apply. Who left a casus in a meeting because of a conflict keeps it closed, until two persons lift it."""
    belang = op.create_table(
        "belang",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("gebruiker_id", sa.Uuid(), nullable=True),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("reden", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("vastgelegd_door_id", sa.Uuid(), nullable=False),
        sa.Column("vastgelegd_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("opgeheven_op", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.CheckConstraint("length(trim(reden)) > 0", name=op.f("ck_belang_reden_niet_leeg")),
        sa.CheckConstraint(
            "(gebruiker_id IS NULL) <> (organisatie_id IS NULL)",
            name=op.f("ck_belang_persoon_of_organisatie"),
        ),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_belang_casus_id_casus")),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"], ["gebruiker.id"], name=op.f("fk_belang_gebruiker_id_gebruiker")
        ),
        sa.ForeignKeyConstraint(
            ["organisatie_id"], ["organisatie.id"], name=op.f("fk_belang_organisatie_id_organisatie")
        ),
        sa.ForeignKeyConstraint(
            ["vastgelegd_door_id"], ["gebruiker.id"], name=op.f("fk_belang_vastgelegd_door_id_gebruiker")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_belang")),
    )
    for kolom in ("gebruiker_id", "organisatie_id"):
        op.create_index(f"ix_belang_{kolom}", "belang", [kolom])
        op.create_index(
            f"uq_belang_{'persoon' if kolom == 'gebruiker_id' else 'organisatie'}",
            "belang",
            ["casus_id", kolom],
            unique=True,
            sqlite_where=OPEN,
            postgresql_where=OPEN,
        )
    op.create_table(
        "belanguitzondering",
        sa.Column("belang_id", sa.Uuid(), nullable=False),
        sa.Column("gebruiker_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["belang_id"], ["belang.id"], name=op.f("fk_belanguitzondering_belang_id_belang")
        ),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"], ["gebruiker.id"], name=op.f("fk_belanguitzondering_gebruiker_id_gebruiker")
        ),
        sa.PrimaryKeyConstraint("belang_id", "gebruiker_id", name=op.f("pk_belanguitzondering")),
    )
    nu = models.basis.nu_utc()
    for casus_id, gebruiker_id in op.get_bind().execute(EERDER).all():
        wie = {"gebruiker_id": gebruiker_id, "vastgelegd_door_id": gebruiker_id}
        rij = {"id": uuid.uuid4(), "casus_id": casus_id, "reden": REDEN, "vastgelegd_op": nu, **wie}
        op.get_bind().execute(belang.insert().values(**rij))


def downgrade() -> None:
    """Undo."""
    op.drop_table("belanguitzondering")
    op.drop_table("belang")
