"""identiteit: who an account is at a provider of OpenID Connect"""

import sqlalchemy as sa
from alembic import op

import models.basis

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "identiteit",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gebruiker_id", sa.Uuid(), nullable=False),
        sa.Column("issuer", sa.String(length=300), nullable=False),
        sa.Column("subject", sa.String(length=255), nullable=False),
        sa.Column("gekoppeld_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"],
            ["gebruiker.id"],
            name=op.f("fk_identiteit_gebruiker_id_gebruiker"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_identiteit")),
        sa.UniqueConstraint("issuer", "subject", name=op.f("uq_identiteit_issuer_subject")),
    )
    op.create_index(op.f("ix_identiteit_gebruiker_id"), "identiteit", ["gebruiker_id"])


def downgrade() -> None:
    """Undo."""
    op.drop_table("identiteit")
