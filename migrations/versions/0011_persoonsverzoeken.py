"""persoonsverzoeken: what a person asks about the own data, and what came of it"""

import sqlalchemy as sa
from alembic import op

import models.basis

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "persoonsverzoek",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("betrokkene_id", sa.Uuid(), nullable=False),
        sa.Column(
            "soort",
            sa.Enum(
                "inzage",
                "correctie",
                "verklaring",
                "beperking",
                "vernietiging",
                name="verzoeksoort",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "status",
            sa.Enum(
                "open",
                "besloten",
                "afgerond",
                name="verzoekstatus",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("ontvangen_op", sa.Date(), nullable=False),
        sa.Column("uiterlijk", sa.Date(), nullable=False),
        sa.Column("verlengd_reden", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("namens", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("gevraagd", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("identiteit", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column(
            "besluit",
            sa.Enum(
                "toegewezen",
                "deels",
                "geweigerd",
                name="verzoekbesluit",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("besluit_reden", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("besloten_door_id", sa.Uuid(), nullable=True),
        sa.Column("besloten_op", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column("afgerond_op", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column("opgeheven_op", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column("samengesteld_door_id", sa.Uuid(), nullable=True),
        sa.Column("gecontroleerd_door_id", sa.Uuid(), nullable=True),
        sa.Column("gecontroleerd_op", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gemaakt_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(status = 'afgerond') = (afgerond_op IS NOT NULL)",
            name=op.f("ck_persoonsverzoek_afgerond_met_tijd"),
        ),
        sa.CheckConstraint(
            "(status = 'open') = (besluit IS NULL)", name=op.f("ck_persoonsverzoek_besluit_bij_status")
        ),
        sa.CheckConstraint(
            "besluit IS NULL OR (besloten_op IS NOT NULL AND besloten_door_id IS NOT NULL AND identiteit <> '')",
            name=op.f("ck_persoonsverzoek_besluit_met_wie_en_wanneer"),
        ),
        sa.CheckConstraint(
            "besluit IS NULL OR besluit = 'toegewezen' OR besluit_reden <> ''",
            name=op.f("ck_persoonsverzoek_weigering_met_reden"),
        ),
        sa.CheckConstraint(
            "gecontroleerd_door_id IS NULL OR gecontroleerd_door_id <> samengesteld_door_id",
            name=op.f("ck_persoonsverzoek_controle_door_een_ander"),
        ),
        sa.CheckConstraint(
            "uiterlijk >= ontvangen_op", name=op.f("ck_persoonsverzoek_uiterlijk_na_ontvangst")
        ),
        sa.ForeignKeyConstraint(
            ["besloten_door_id"], ["gebruiker.id"], name=op.f("fk_persoonsverzoek_besloten_door_id_gebruiker")
        ),
        sa.ForeignKeyConstraint(
            ["betrokkene_id"],
            ["directbetrokkene.id"],
            name=op.f("fk_persoonsverzoek_betrokkene_id_directbetrokkene"),
        ),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_persoonsverzoek_casus_id_casus")),
        sa.ForeignKeyConstraint(
            ["gecontroleerd_door_id"],
            ["gebruiker.id"],
            name=op.f("fk_persoonsverzoek_gecontroleerd_door_id_gebruiker"),
        ),
        sa.ForeignKeyConstraint(
            ["samengesteld_door_id"],
            ["gebruiker.id"],
            name=op.f("fk_persoonsverzoek_samengesteld_door_id_gebruiker"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_persoonsverzoek")),
    )
    with op.batch_alter_table("persoonsverzoek", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_persoonsverzoek_betrokkene_id"), ["betrokkene_id"], unique=False)
        batch_op.create_index("ix_persoonsverzoek_casus", ["casus_id"], unique=False)
        batch_op.create_index("ix_persoonsverzoek_uiterlijk", ["uiterlijk", "id"], unique=False)

    op.create_table(
        "correctie",
        sa.Column("verzoek_id", sa.Uuid(), nullable=False),
        sa.Column("betrokkene_id", sa.Uuid(), nullable=False),
        sa.Column("veld", sa.String(length=60), nullable=False),
        sa.Column("oud", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("nieuw", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("door_id", sa.Uuid(), nullable=False),
        sa.Column("op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["betrokkene_id"],
            ["directbetrokkene.id"],
            name=op.f("fk_correctie_betrokkene_id_directbetrokkene"),
        ),
        sa.ForeignKeyConstraint(["door_id"], ["gebruiker.id"], name=op.f("fk_correctie_door_id_gebruiker")),
        sa.ForeignKeyConstraint(
            ["verzoek_id"], ["persoonsverzoek.id"], name=op.f("fk_correctie_verzoek_id_persoonsverzoek")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correctie")),
    )
    with op.batch_alter_table("correctie", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_correctie_betrokkene_id"), ["betrokkene_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_correctie_verzoek_id"), ["verzoek_id"], unique=False)

    op.create_table(
        "inzagedeel",
        sa.Column("verzoek_id", sa.Uuid(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("kop", sa.String(length=200), nullable=False),
        sa.Column("origineel", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("tekst", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column(
            "keuze",
            sa.Enum(
                "open",
                "opnemen",
                "afschermen",
                "weglaten",
                name="deelkeuze",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("reden", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "keuze <> 'weglaten' OR reden <> ''", name=op.f("ck_inzagedeel_weglaten_met_reden")
        ),
        sa.ForeignKeyConstraint(
            ["verzoek_id"], ["persoonsverzoek.id"], name=op.f("fk_inzagedeel_verzoek_id_persoonsverzoek")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inzagedeel")),
        sa.UniqueConstraint("verzoek_id", "volgorde", name=op.f("uq_inzagedeel_verzoek_id_volgorde")),
    )


def downgrade() -> None:
    """Undo."""
    op.drop_table("inzagedeel")
    with op.batch_alter_table("correctie", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_correctie_verzoek_id"))
        batch_op.drop_index(batch_op.f("ix_correctie_betrokkene_id"))

    op.drop_table("correctie")
    with op.batch_alter_table("persoonsverzoek", schema=None) as batch_op:
        batch_op.drop_index("ix_persoonsverzoek_uiterlijk")
        batch_op.drop_index("ix_persoonsverzoek_casus")
        batch_op.drop_index(batch_op.f("ix_persoonsverzoek_betrokkene_id"))

    op.drop_table("persoonsverzoek")
