"""bewaren: terms, legal hold, what is left of a destroyed casus"""

import uuid
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

import models.basis

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

SOORTEN = ("casus", "niet_toegelaten", "logboek")
BEGINNEN = ("vertrek", "wijziging", "regel")
GRONDEN = ("termijn", "verzoek")
BRON_CASUS = "Voorstel: niet langer dan nodig om afspraken te volgen (art. 5 lid 1 sub e AVG)"
BRON_LOGBOEK = "NEN 7513; Stcrt. 2019, 38007: minstens vijf jaar"
TERMIJNEN = (
    ("casus", 12, "vertrek", BRON_CASUS),
    ("niet_toegelaten", 12, "vertrek", BRON_CASUS),
    ("logboek", 60, "regel", BRON_LOGBOEK),
)
"""What every tafel begins with, as it was when this was written."""


def _keuze(naam: str, waarden: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*waarden, name=naam, native_enum=False, create_constraint=True, length=40)


def _tijdstip(naam: str, *, nullable: bool = False) -> sa.Column[datetime]:
    return sa.Column(naam, models.basis.Tijdstip(timezone=True), nullable=nullable)


def upgrade() -> None:
    """Apply. Every tafel gets the usual terms."""
    _termijnen()
    _bewaarplicht()
    _vernietiging()
    op.add_column(
        "verslag", sa.Column("oorspronkelijk_getal", sa.String(64), nullable=False, server_default="")
    )
    op.add_column("verslag", _tijdstip("ingekort_op", nullable=True))


def _termijnen() -> None:
    tabel = op.create_table(
        "bewaartermijn",
        sa.Column("id", sa.Uuid(), nullable=False),
        _tijdstip("gemaakt_op"),
        _tijdstip("gewijzigd_op"),
        sa.Column("tafel_id", sa.Uuid(), nullable=False),
        sa.Column("soort", _keuze("bewaarsoort", SOORTEN), nullable=False),
        sa.Column("maanden", sa.Integer(), nullable=False),
        sa.Column("begin", _keuze("bewaarbegin", BEGINNEN), nullable=False),
        sa.Column("bron", sa.String(length=500), nullable=False),
        _tijdstip("vervallen_op", nullable=True),
        sa.CheckConstraint("length(trim(bron)) > 0", name=op.f("ck_bewaartermijn_bron_niet_leeg")),
        sa.CheckConstraint("maanden BETWEEN 1 AND 1200", name=op.f("ck_bewaartermijn_maanden")),
        sa.CheckConstraint(
            "(soort = 'logboek') = (begin = 'regel')", name=op.f("ck_bewaartermijn_begin_bij_soort")
        ),
        sa.ForeignKeyConstraint(
            ["tafel_id"], ["overlegtafel.id"], name=op.f("fk_bewaartermijn_tafel_id_overlegtafel")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bewaartermijn")),
    )
    op.create_index("ix_bewaartermijn_tafel_id", "bewaartermijn", ["tafel_id"])
    geldt = sa.text("vervallen_op IS NULL")
    op.create_index(
        "uq_bewaartermijn_geldt",
        "bewaartermijn",
        ["tafel_id", "soort"],
        unique=True,
        sqlite_where=geldt,
        postgresql_where=geldt,
    )
    tafels = op.get_bind().scalars(
        sa.select(sa.column("id", sa.Uuid())).select_from(sa.table("overlegtafel"))
    )
    nu = datetime.now(UTC)
    rijen = [
        {
            "id": uuid.uuid4(),
            "gemaakt_op": nu,
            "gewijzigd_op": nu,
            "tafel_id": tafel,
            "soort": soort,
            "maanden": maanden,
            "begin": begin,
            "bron": bron,
        }
        for tafel in tafels.all()
        for soort, maanden, begin, bron in TERMIJNEN
    ]
    op.bulk_insert(tabel, rijen)


def _bewaarplicht() -> None:
    op.create_table(
        "bewaarplicht",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("reden", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("opnieuw_op", sa.Date(), nullable=False),
        sa.Column("vastgelegd_door_id", sa.Uuid(), nullable=False),
        _tijdstip("vastgelegd_op"),
        _tijdstip("opgeheven_op", nullable=True),
        sa.Column("opgeheven_door_id", sa.Uuid(), nullable=True),
        sa.Column("opgeheven_reden", models.basis.Vertrouwelijk(), nullable=False),
        sa.CheckConstraint("length(trim(reden)) > 0", name=op.f("ck_bewaarplicht_reden_niet_leeg")),
        sa.CheckConstraint(
            "opgeheven_op IS NULL OR (opgeheven_door_id IS NOT NULL AND length(trim(opgeheven_reden)) > 0)",
            name=op.f("ck_bewaarplicht_opgeheven_met_wie_en_waarom"),
        ),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_bewaarplicht_casus_id_casus")),
        sa.ForeignKeyConstraint(
            ["vastgelegd_door_id"],
            ["gebruiker.id"],
            name=op.f("fk_bewaarplicht_vastgelegd_door_id_gebruiker"),
        ),
        sa.ForeignKeyConstraint(
            ["opgeheven_door_id"], ["gebruiker.id"], name=op.f("fk_bewaarplicht_opgeheven_door_id_gebruiker")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bewaarplicht")),
    )
    op.create_index("ix_bewaarplicht_casus_id", "bewaarplicht", ["casus_id"])
    geldt = sa.text("opgeheven_op IS NULL")
    op.create_index(
        "uq_bewaarplicht_geldt",
        "bewaarplicht",
        ["casus_id"],
        unique=True,
        sqlite_where=geldt,
        postgresql_where=geldt,
    )


def _vernietiging() -> None:
    op.create_table(
        "vernietiging",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("tafel_id", sa.Uuid(), nullable=True),
        sa.Column("kenmerk", sa.String(length=30), nullable=False),
        sa.Column("grond", _keuze("vernietiggrond", GRONDEN), nullable=False),
        sa.Column("toelichting", sa.String(length=700), nullable=False),
        sa.Column("aantallen", sa.JSON(), nullable=False),
        sa.Column("verzoeken", sa.JSON(), nullable=False),
        sa.Column("voorgesteld_door", sa.String(length=500), nullable=False),
        sa.Column("goedgekeurd_door", sa.String(length=500), nullable=False),
        _tijdstip("op"),
        _tijdstip("gewist_op", nullable=True),
        sa.ForeignKeyConstraint(
            ["tafel_id"], ["overlegtafel.id"], name=op.f("fk_vernietiging_tafel_id_overlegtafel")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vernietiging")),
        sa.UniqueConstraint("casus_id", name=op.f("uq_vernietiging_casus_id")),
    )
    op.create_index("ix_vernietiging_op", "vernietiging", ["op", "id"])
    op.create_index("ix_vernietiging_tafel_id", "vernietiging", ["tafel_id"])


def downgrade() -> None:
    """Undo."""
    op.drop_column("verslag", "ingekort_op")
    op.drop_column("verslag", "oorspronkelijk_getal")
    for tabel in ("vernietiging", "bewaarplicht", "bewaartermijn"):
        op.drop_table(tabel)
