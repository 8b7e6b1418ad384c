"""toegangslink, linkaanvraag: choosing a password by a link; bericht.geheim: the link until it is sent"""

import sqlalchemy as sa
from alembic import op

import models.basis

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "toegangslink",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gebruiker_id", sa.Uuid(), nullable=False),
        sa.Column(
            "soort",
            sa.Enum(
                "uitnodiging",
                "herstel",
                name="linksoort",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("afdruk", sa.String(length=64), nullable=False),
        sa.Column("verloopt_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"],
            ["gebruiker.id"],
            name=op.f("fk_toegangslink_gebruiker_id_gebruiker"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_toegangslink")),
        sa.UniqueConstraint("afdruk", name=op.f("uq_toegangslink_afdruk")),
    )
    op.create_index(op.f("ix_toegangslink_gebruiker_id"), "toegangslink", ["gebruiker_id"])
    op.create_table(
        "linkaanvraag",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("email", sa.String(length=255), nullable=False),
        sa.Column("gevraagd_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_linkaanvraag")),
    )
    op.add_column("bericht", sa.Column("geheim", sa.String(length=1000), nullable=False, server_default=""))


def downgrade() -> None:
    """Undo."""
    op.drop_column("bericht", "geheim")
    op.drop_table("linkaanvraag")
    op.drop_table("toegangslink")
