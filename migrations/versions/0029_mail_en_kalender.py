"""mail_en_kalender: how somebody wants mail, a mail that waits for the digest, and the address of a calendar"""

import sqlalchemy as sa
from alembic import op

import models.basis

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

KEUZES = "mail IN ('direct', 'dagelijks', 'geen')"
STANDEN = "'klaar', 'bezig', 'verstuurd', 'lokaal', 'mislukt', 'opgegeven', 'onzeker'"
# In one statement: on SQLite a table that others point to cannot be made anew while it holds rows.
MAIL_ERBIJ = (
    "ALTER TABLE gebruiker ADD COLUMN mail VARCHAR(40) DEFAULT 'direct' NOT NULL "
    f"CONSTRAINT ck_gebruiker_mailkeuze CHECK ({KEUZES})"
)


def _stel(standen: str) -> None:
    with op.batch_alter_table("bericht") as tabel:
        tabel.drop_constraint(op.f("ck_bericht_berichtstatus"), type_="check")
        tabel.create_check_constraint(op.f("ck_bericht_berichtstatus"), f"status IN ({standen})")


def upgrade() -> None:
    """Apply. Everybody gets mail at once, as before."""
    op.execute(MAIL_ERBIJ)
    _stel(f"{STANDEN}, 'bundel'")
    op.create_table(
        "kalenderlink",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gebruiker_id", sa.Uuid(), nullable=False),
        sa.Column("afdruk", sa.String(length=64), nullable=False),
        sa.Column("gemaakt_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"],
            ["gebruiker.id"],
            name=op.f("fk_kalenderlink_gebruiker_id_gebruiker"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kalenderlink")),
        sa.UniqueConstraint("afdruk", name=op.f("uq_kalenderlink_afdruk")),
    )
    op.create_index(op.f("ix_kalenderlink_gebruiker_id"), "kalenderlink", ["gebruiker_id"])


def downgrade() -> None:
    """Undo. What waited for the digest was never meant to go by itself."""
    op.drop_table("kalenderlink")
    op.execute("DELETE FROM bericht WHERE status = 'bundel'")
    _stel(STANDEN)
    with op.batch_alter_table("gebruiker") as tabel:
        tabel.drop_constraint(op.f("ck_gebruiker_mailkeuze"), type_="check")
        tabel.drop_column("mail")
