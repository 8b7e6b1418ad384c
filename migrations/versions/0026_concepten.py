"""concepten: an aanmelding that was never handed in has a term, and its writer can throw it away"""

import uuid
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

import models.basis

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

SOORTEN = "'casus', 'niet_toegelaten', 'concept', 'logboek'"
GRONDEN = "'termijn', 'verzoek', 'ingetrokken'"
BRON = "Voorstel: niet langer dan nodig om afspraken te volgen (art. 5 lid 1 sub e AVG)"
BEGIN = "(soort = 'logboek') = (begin = 'regel')"
CONCEPT = "soort <> 'concept' OR begin = 'wijziging'"
MAANDEN = 3


def _stel(soorten: str, gronden: str, *, concept: bool) -> None:
    with op.batch_alter_table("bewaartermijn") as tabel:
        tabel.drop_constraint(op.f("ck_bewaartermijn_bewaarsoort"), type_="check")
        tabel.create_check_constraint(op.f("ck_bewaartermijn_bewaarsoort"), f"soort IN ({soorten})")
        if concept:
            tabel.create_check_constraint(op.f("ck_bewaartermijn_concept_vanaf_wijziging"), CONCEPT)
        else:
            tabel.drop_constraint(op.f("ck_bewaartermijn_concept_vanaf_wijziging"), type_="check")
    with op.batch_alter_table("vernietiging") as tabel:
        tabel.drop_constraint(op.f("ck_vernietiging_vernietiggrond"), type_="check")
        tabel.create_check_constraint(op.f("ck_vernietiging_vernietiggrond"), f"grond IN ({gronden})")


def upgrade() -> None:
    """Apply. Every tafel gets the usual term."""
    _stel(SOORTEN, GRONDEN, concept=True)
    tafels = op.get_bind().scalars(
        sa.select(sa.column("id", sa.Uuid())).select_from(sa.table("overlegtafel"))
    )
    tabel = sa.table(
        "bewaartermijn",
        sa.column("id", sa.Uuid()),
        sa.column("gemaakt_op", models.basis.Tijdstip(timezone=True)),
        sa.column("gewijzigd_op", models.basis.Tijdstip(timezone=True)),
        sa.column("tafel_id", sa.Uuid()),
        sa.column("soort", sa.String()),
        sa.column("maanden", sa.Integer()),
        sa.column("begin", sa.String()),
        sa.column("bron", sa.String()),
    )
    nu = datetime.now(UTC)
    rijen = [
        {
            "id": uuid.uuid4(),
            "gemaakt_op": nu,
            "gewijzigd_op": nu,
            "tafel_id": tafel,
            "soort": "concept",
            "maanden": MAANDEN,
            "begin": "wijziging",
            "bron": BRON,
        }
        for tafel in tafels.all()
    ]
    op.bulk_insert(tabel, rijen)


def downgrade() -> None:
    """Undo. A certificate of what was thrown away reads as a term that was over."""
    op.execute("DELETE FROM bewaartermijn WHERE soort = 'concept'")
    op.execute("UPDATE vernietiging SET grond = 'termijn' WHERE grond = 'ingetrokken'")
    _stel("'casus', 'niet_toegelaten', 'logboek'", "'termijn', 'verzoek'", concept=False)
