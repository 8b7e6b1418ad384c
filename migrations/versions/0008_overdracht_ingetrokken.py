"""overdracht: whoever offered it can take it back"""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

STATUS = "ck_overdracht_overdrachtstatus"
REDEN = "ck_overdracht_weigering_met_reden"


def _stel(statussen: str, met_reden: str) -> None:
    with op.batch_alter_table("overdracht") as tabel:
        tabel.drop_constraint(op.f(STATUS), type_="check")
        tabel.drop_constraint(op.f(REDEN), type_="check")
        tabel.create_check_constraint(op.f(STATUS), f"status IN ({statussen})")
        tabel.create_check_constraint(op.f(REDEN), met_reden)


def upgrade() -> None:
    """Apply. Taking back has a reason as a refusal has: the receiver reads it."""
    _stel(
        "'aangeboden', 'geaccepteerd', 'geweigerd', 'ingetrokken'",
        "status NOT IN ('geweigerd', 'ingetrokken') OR length(trim(antwoord_reden)) > 0",
    )


def downgrade() -> None:
    """Undo. What was taken back reads as refused: both left the afspraak where it was."""
    op.execute("UPDATE overdracht SET status = 'geweigerd' WHERE status = 'ingetrokken'")
    _stel(
        "'aangeboden', 'geaccepteerd', 'geweigerd'",
        "status <> 'geweigerd' OR antwoord_reden <> ''",
    )
