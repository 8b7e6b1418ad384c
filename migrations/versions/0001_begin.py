"""begin"""

import sqlalchemy as sa
from alembic import op

import models.basis
from models.logboek import ALLEEN_AANVULLEN, weiger_wijzigen_ddl

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

HUIDIG_PUNT = "fk_overleg_huidig_punt_id_agendapunt"
"""Overleg and agendapunt name each other; SQLite takes both at once, PostgreSQL one afterwards."""


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "achtergrondtaak",
        sa.Column("naam", sa.String(length=60), nullable=False),
        sa.Column("laatst_op", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column("uitkomst", sa.String(length=300), nullable=False),
        sa.PrimaryKeyConstraint("naam", name=op.f("pk_achtergrondtaak")),
    )
    op.create_table(
        "bericht",
        sa.Column("aan", sa.String(length=255), nullable=False),
        sa.Column("onderwerp", sa.String(length=300), nullable=False),
        sa.Column("tekst", sa.String(), nullable=False),
        sa.Column("bijlage_naam", sa.String(length=100), nullable=False),
        sa.Column("bijlage", sa.String(), nullable=False),
        sa.Column("bijlage_soort", sa.String(length=100), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "klaar",
                "bezig",
                "verstuurd",
                "lokaal",
                "mislukt",
                "opgegeven",
                "onzeker",
                name="berichtstatus",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("pogingen", sa.Integer(), nullable=False),
        sa.Column("bezig_sinds", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column("volgende_poging_op", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column("verstuurd_op", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column("fout", sa.String(length=300), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gemaakt_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bericht")),
    )
    with op.batch_alter_table("bericht", schema=None) as batch_op:
        batch_op.create_index("ix_bericht_status", ["status", "gemaakt_op"], unique=False)

    op.create_table(
        "gebeurtenis",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tijd", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("soort", sa.String(length=60), nullable=False),
        sa.Column("gebruiker_id", sa.Uuid(), nullable=True),
        sa.Column("gebruiker_naam", sa.String(length=200), nullable=False),
        sa.Column("organisatie_naam", sa.String(length=200), nullable=False),
        sa.Column("rol", sa.String(length=100), nullable=False),
        sa.Column("object_soort", sa.String(length=40), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=True),
        sa.Column("tafel_id", sa.Uuid(), nullable=True),
        sa.Column("casus_id", sa.Uuid(), nullable=True),
        sa.Column("overleg_id", sa.Uuid(), nullable=True),
        sa.Column("betrokkene_id", sa.Uuid(), nullable=True),
        sa.Column("uitkomst", sa.String(length=40), nullable=False),
        sa.Column("grond", sa.String(length=500), nullable=False),
        sa.Column("gegevens", sa.JSON(), nullable=False),
        sa.Column("verzoek", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gebeurtenis")),
    )
    with op.batch_alter_table("gebeurtenis", schema=None) as batch_op:
        batch_op.create_index("ix_gebeurtenis_casus_tijd", ["casus_id", "tijd"], unique=False)
        batch_op.create_index("ix_gebeurtenis_gebruiker_tijd", ["gebruiker_id", "tijd"], unique=False)
        batch_op.create_index(batch_op.f("ix_gebeurtenis_tafel_id"), ["tafel_id"], unique=False)
        batch_op.create_index("ix_gebeurtenis_tijd", ["tijd", "id"], unique=False)

    op.create_table(
        "organisatie",
        sa.Column("naam", sa.String(length=200), nullable=False),
        sa.Column(
            "soort",
            sa.Enum(
                "veilig_thuis",
                "politie",
                "om",
                "reclassering",
                "rvdk",
                "ggz",
                "gi",
                "zvh",
                "gemeente",
                "crisisdienst",
                "ziekenhuis",
                "overig",
                name="organisatiesoort",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("actief", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gemaakt_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.CheckConstraint("length(trim(naam)) > 0", name=op.f("ck_organisatie_naam_niet_leeg")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisatie")),
        sa.UniqueConstraint("naam", name=op.f("uq_organisatie_naam")),
    )
    op.create_table(
        "overlegtafel",
        sa.Column("naam", sa.String(length=200), nullable=False),
        sa.Column("code", sa.String(length=6), nullable=False),
        sa.Column("regio", sa.String(length=200), nullable=False),
        sa.Column("doel", sa.String(), nullable=False),
        sa.Column("reikwijdte", sa.String(), nullable=False),
        sa.Column("kan_wel", sa.String(), nullable=False),
        sa.Column("kan_niet", sa.String(), nullable=False),
        sa.Column("profiel_herzien_op", sa.Date(), nullable=True),
        sa.Column(
            "ritme",
            sa.Enum(
                "wekelijks",
                "tweewekelijks",
                "maandelijks",
                name="ritme",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "weekdag",
            sa.Enum(
                "maandag",
                "dinsdag",
                "woensdag",
                "donderdag",
                "vrijdag",
                name="weekdag",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("begintijd", sa.Time(), nullable=False),
        sa.Column("duur_minuten", sa.Integer(), nullable=False),
        sa.Column("plaats", sa.String(length=300), nullable=False),
        sa.Column("minuten_per_casus", sa.Integer(), nullable=False),
        sa.Column("maximum_casussen", sa.Integer(), nullable=False),
        sa.Column("herhaling_maanden", sa.Integer(), nullable=False),
        sa.Column("actief", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gemaakt_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.CheckConstraint("duur_minuten BETWEEN 15 AND 720", name=op.f("ck_overlegtafel_duur_minuten")),
        sa.CheckConstraint(
            "herhaling_maanden BETWEEN 1 AND 120", name=op.f("ck_overlegtafel_herhaling_maanden")
        ),
        sa.CheckConstraint("length(trim(naam)) > 0", name=op.f("ck_overlegtafel_naam_niet_leeg")),
        sa.CheckConstraint(
            "maximum_casussen BETWEEN 1 AND 60", name=op.f("ck_overlegtafel_maximum_casussen")
        ),
        sa.CheckConstraint(
            "minuten_per_casus BETWEEN 1 AND 240", name=op.f("ck_overlegtafel_minuten_per_casus")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_overlegtafel")),
        sa.UniqueConstraint("code", name=op.f("uq_overlegtafel_code")),
        sa.UniqueConstraint("naam", name=op.f("uq_overlegtafel_naam")),
    )
    op.create_table(
        "zegel",
        sa.Column("nummer", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("gebeurtenis_id", sa.Uuid(), nullable=False),
        sa.Column("vorige", sa.String(length=64), nullable=False),
        sa.Column("zegel", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("nummer", name=op.f("pk_zegel")),
        sa.UniqueConstraint("gebeurtenis_id", name=op.f("uq_zegel_gebeurtenis_id")),
    )
    op.create_table(
        "andere_tafel",
        sa.Column("tafel_id", sa.Uuid(), nullable=False),
        sa.Column("naam", sa.String(length=200), nullable=False),
        sa.Column("contact", sa.String(length=300), nullable=False),
        sa.Column(
            "bekend_regel",
            sa.Enum(
                "niet_hier",
                "hun_regie",
                "overgedragen",
                name="bekendregel",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("actief", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tafel_id"], ["overlegtafel.id"], name=op.f("fk_andere_tafel_tafel_id_overlegtafel")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_andere_tafel")),
        sa.UniqueConstraint("tafel_id", "naam", name=op.f("uq_andere_tafel_tafel_id_naam")),
    )
    op.create_table(
        "dienstnummer",
        sa.Column("tafel_id", sa.Uuid(), nullable=False),
        sa.Column(
            "soort",
            sa.Enum(
                "veilig_thuis",
                "politie",
                "om",
                "reclassering",
                "rvdk",
                "ggz",
                "gi",
                "zvh",
                "gemeente",
                "crisisdienst",
                "ziekenhuis",
                "overig",
                name="organisatiesoort",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("naam", sa.String(length=200), nullable=False),
        sa.Column("nummer", sa.String(length=60), nullable=False),
        sa.Column("uren", sa.String(length=200), nullable=False),
        sa.Column("terugval", sa.String(length=300), nullable=False),
        sa.Column("gecontroleerd_op", sa.Date(), nullable=True),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("length(trim(nummer)) > 0", name=op.f("ck_dienstnummer_nummer_niet_leeg")),
        sa.ForeignKeyConstraint(
            ["tafel_id"], ["overlegtafel.id"], name=op.f("fk_dienstnummer_tafel_id_overlegtafel")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dienstnummer")),
    )
    with op.batch_alter_table("dienstnummer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_dienstnummer_tafel_id"), ["tafel_id"], unique=False)

    op.create_table(
        "gebruiker",
        sa.Column("email", sa.String(length=255), nullable=False),
        sa.Column("password", sa.String(length=255), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("fs_uniquifier", sa.String(length=64), nullable=False),
        sa.Column("naam", sa.String(length=200), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=False),
        sa.Column("beheerder", sa.Boolean(), nullable=False),
        sa.Column("functionaris", sa.Boolean(), nullable=False),
        sa.Column("wachtwoord_wijzigen", sa.Boolean(), nullable=False),
        sa.Column("laatst_ingelogd_op", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gemaakt_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.CheckConstraint("length(trim(naam)) > 0", name=op.f("ck_gebruiker_naam_niet_leeg")),
        sa.ForeignKeyConstraint(
            ["organisatie_id"], ["organisatie.id"], name=op.f("fk_gebruiker_organisatie_id_organisatie")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gebruiker")),
        sa.UniqueConstraint("email", name=op.f("uq_gebruiker_email")),
        sa.UniqueConstraint("fs_uniquifier", name=op.f("uq_gebruiker_fs_uniquifier")),
    )
    with op.batch_alter_table("gebruiker", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_gebruiker_organisatie_id"), ["organisatie_id"], unique=False)

    op.create_table(
        "grondslag",
        sa.Column("tafel_id", sa.Uuid(), nullable=False),
        sa.Column(
            "gever",
            sa.Enum(
                "veilig_thuis",
                "politie",
                "om",
                "reclassering",
                "rvdk",
                "ggz",
                "gi",
                "zvh",
                "gemeente",
                "crisisdienst",
                "ziekenhuis",
                "overig",
                name="gever",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column(
            "ontvanger",
            sa.Enum(
                "veilig_thuis",
                "politie",
                "om",
                "reclassering",
                "rvdk",
                "ggz",
                "gi",
                "zvh",
                "gemeente",
                "crisisdienst",
                "ziekenhuis",
                "overig",
                name="ontvanger",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("doel", sa.String(length=500), nullable=False),
        sa.Column("grond", sa.String(length=500), nullable=False),
        sa.Column("voorwaarde", sa.String(length=500), nullable=False),
        sa.Column("bron", sa.String(length=500), nullable=False),
        sa.Column("jurist_nodig", sa.Boolean(), nullable=False),
        sa.Column("jurist_punt", sa.String(length=500), nullable=False),
        sa.Column("alleen_acuut", sa.Boolean(), nullable=False),
        sa.Column("vervallen_op", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gemaakt_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.CheckConstraint("length(trim(grond)) > 0", name=op.f("ck_grondslag_grond_niet_leeg")),
        sa.ForeignKeyConstraint(
            ["tafel_id"], ["overlegtafel.id"], name=op.f("fk_grondslag_tafel_id_overlegtafel")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grondslag")),
    )
    with op.batch_alter_table("grondslag", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_grondslag_tafel_id"), ["tafel_id"], unique=False)

    op.create_table(
        "interventie",
        sa.Column("tafel_id", sa.Uuid(), nullable=False),
        sa.Column(
            "organisatie_soort",
            sa.Enum(
                "veilig_thuis",
                "politie",
                "om",
                "reclassering",
                "rvdk",
                "ggz",
                "gi",
                "zvh",
                "gemeente",
                "crisisdienst",
                "ziekenhuis",
                "overig",
                name="organisatiesoort",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("tekst", sa.String(length=300), nullable=False),
        sa.Column(
            "soort",
            sa.Enum(
                "onderzoek",
                "interventie",
                "gesprek",
                "overig",
                name="afspraaksoort",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "domein",
            sa.Enum(
                "straf",
                "civiel",
                "bestuurlijk",
                "zorg",
                name="domein",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("actief", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("length(trim(tekst)) > 0", name=op.f("ck_interventie_tekst_niet_leeg")),
        sa.ForeignKeyConstraint(
            ["tafel_id"], ["overlegtafel.id"], name=op.f("fk_interventie_tafel_id_overlegtafel")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interventie")),
    )
    with op.batch_alter_table("interventie", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_interventie_tafel_id"), ["tafel_id"], unique=False)

    op.create_table(
        "kenmerkteller",
        sa.Column("tafel_id", sa.Uuid(), nullable=False),
        sa.Column("jaar", sa.Integer(), nullable=False),
        sa.Column("laatste", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tafel_id"], ["overlegtafel.id"], name=op.f("fk_kenmerkteller_tafel_id_overlegtafel")
        ),
        sa.PrimaryKeyConstraint("tafel_id", "jaar", name=op.f("pk_kenmerkteller")),
    )
    op.create_table(
        "tafelpartner",
        sa.Column("tafel_id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=False),
        sa.Column(
            "vorm",
            sa.Enum(
                "vast", "op_verzoek", name="partnervorm", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("actief", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisatie_id"], ["organisatie.id"], name=op.f("fk_tafelpartner_organisatie_id_organisatie")
        ),
        sa.ForeignKeyConstraint(
            ["tafel_id"], ["overlegtafel.id"], name=op.f("fk_tafelpartner_tafel_id_overlegtafel")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tafelpartner")),
        sa.UniqueConstraint(
            "tafel_id", "organisatie_id", name=op.f("uq_tafelpartner_tafel_id_organisatie_id")
        ),
    )
    with op.batch_alter_table("tafelpartner", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tafelpartner_organisatie_id"), ["organisatie_id"], unique=False)

    op.create_table(
        "thema",
        sa.Column("tafel_id", sa.Uuid(), nullable=False),
        sa.Column("naam", sa.String(length=200), nullable=False),
        sa.Column("onderdeel_sleutel", sa.String(length=60), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("actief", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tafel_id"], ["overlegtafel.id"], name=op.f("fk_thema_tafel_id_overlegtafel")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_thema")),
        sa.UniqueConstraint("tafel_id", "naam", name=op.f("uq_thema_tafel_id_naam")),
    )
    op.create_table(
        "vraagpatroon",
        sa.Column("tafel_id", sa.Uuid(), nullable=False),
        sa.Column("patroon", sa.String(length=200), nullable=False),
        sa.Column("uitleg", sa.String(length=500), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("length(trim(patroon)) > 0", name=op.f("ck_vraagpatroon_patroon_niet_leeg")),
        sa.ForeignKeyConstraint(
            ["tafel_id"], ["overlegtafel.id"], name=op.f("fk_vraagpatroon_tafel_id_overlegtafel")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vraagpatroon")),
    )
    with op.batch_alter_table("vraagpatroon", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_vraagpatroon_tafel_id"), ["tafel_id"], unique=False)

    op.create_table(
        "criteriaset",
        sa.Column("tafel_id", sa.Uuid(), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("regel", sa.String(length=300), nullable=False),
        sa.Column("gemaakt_door_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gemaakt_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.CheckConstraint("length(trim(regel)) > 0", name=op.f("ck_criteriaset_regel_niet_leeg")),
        sa.ForeignKeyConstraint(
            ["gemaakt_door_id"], ["gebruiker.id"], name=op.f("fk_criteriaset_gemaakt_door_id_gebruiker")
        ),
        sa.ForeignKeyConstraint(
            ["tafel_id"], ["overlegtafel.id"], name=op.f("fk_criteriaset_tafel_id_overlegtafel")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_criteriaset")),
        sa.UniqueConstraint("tafel_id", "nummer", name=op.f("uq_criteriaset_tafel_id_nummer")),
    )
    op.create_table(
        "lidmaatschap",
        sa.Column("gebruiker_id", sa.Uuid(), nullable=False),
        sa.Column("tafel_id", sa.Uuid(), nullable=False),
        sa.Column(
            "rol",
            sa.Enum(
                "voorzitter",
                "secretaris",
                "deelnemer",
                "inbrenger",
                "gast",
                name="rol",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "bezetting",
            sa.Enum(
                "vast", "achtervang", name="bezetting", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("mandaat", sa.Boolean(), nullable=False),
        sa.Column("functie", sa.String(length=100), nullable=False),
        sa.Column("vanaf", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gemaakt_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.CheckConstraint("tot IS NULL OR tot >= vanaf", name=op.f("ck_lidmaatschap_periode")),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"], ["gebruiker.id"], name=op.f("fk_lidmaatschap_gebruiker_id_gebruiker")
        ),
        sa.ForeignKeyConstraint(
            ["tafel_id"], ["overlegtafel.id"], name=op.f("fk_lidmaatschap_tafel_id_overlegtafel")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lidmaatschap")),
    )
    with op.batch_alter_table("lidmaatschap", schema=None) as batch_op:
        batch_op.create_index("ix_lidmaatschap_gebruiker_tafel", ["gebruiker_id", "tafel_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_lidmaatschap_tafel_id"), ["tafel_id"], unique=False)

    op.create_table(
        "registratieafspraak",
        sa.Column("tafel_id", sa.Uuid(), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("inhoud", sa.String(), nullable=False),
        sa.Column("gemaakt_door_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gemaakt_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.CheckConstraint("length(trim(inhoud)) > 0", name=op.f("ck_registratieafspraak_inhoud_niet_leeg")),
        sa.ForeignKeyConstraint(
            ["gemaakt_door_id"],
            ["gebruiker.id"],
            name=op.f("fk_registratieafspraak_gemaakt_door_id_gebruiker"),
        ),
        sa.ForeignKeyConstraint(
            ["tafel_id"], ["overlegtafel.id"], name=op.f("fk_registratieafspraak_tafel_id_overlegtafel")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_registratieafspraak")),
        sa.UniqueConstraint("tafel_id", "nummer", name=op.f("uq_registratieafspraak_tafel_id_nummer")),
    )
    op.create_table(
        "casus",
        sa.Column("tafel_id", sa.Uuid(), nullable=False),
        sa.Column("kenmerk", sa.String(length=30), nullable=True),
        sa.Column(
            "status",
            sa.Enum(
                "concept",
                "aangemeld",
                "teruggestuurd",
                "toegelaten",
                "doorverwezen",
                "afgewezen",
                "geagendeerd",
                "besproken",
                "in_monitoring",
                "gesloten",
                "vernietigd",
                name="casusstatus",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("inbrenger_id", sa.Uuid(), nullable=False),
        sa.Column("inbrenger_organisatie_id", sa.Uuid(), nullable=False),
        sa.Column("ingediend_op", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column("acuut", sa.Boolean(), nullable=False),
        sa.Column("acuut_gemeld_op", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column(
            "samenloop",
            sa.Enum(
                "straf_en_zorg",
                "strafbaar_feit",
                "beide",
                "geen",
                name="samenloop",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("vermoed_feit", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("wat_gebeurd", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("grootste_zorg", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("concrete_vraag", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("antwoord_op_terugvraag", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("letsel", sa.Boolean(), nullable=True),
        sa.Column(
            "melding_status",
            sa.Enum(
                "gedaan",
                "volgt",
                "geen",
                name="meldingstatus",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("melding_nummer", sa.String(length=60), nullable=False),
        sa.Column("melding_datum", sa.Date(), nullable=True),
        sa.Column(
            "melding_moment",
            sa.Enum(
                "vooraf",
                "achteraf",
                name="meldingmoment",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column(
            "melding_wijze",
            sa.Enum(
                "schriftelijk",
                "telefonisch",
                name="meldingwijze",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("melding_volgt_door", sa.String(length=200), nullable=False),
        sa.Column("melding_volgt_uiterlijk", sa.Date(), nullable=True),
        sa.Column("bespreken_zonder_melding", sa.Boolean(), nullable=False),
        sa.Column("criteriaset_id", sa.Uuid(), nullable=False),
        sa.Column("voldoet", sa.Boolean(), nullable=True),
        sa.Column("uitzondering_reden", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("gesloten_op", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column("gesloten_reden", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("heropend_reden", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("monitoring_op", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gemaakt_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "melding_status <> 'volgt' OR status = 'concept' OR (melding_volgt_door <> '' AND melding_volgt_uiterlijk IS NOT NULL)",
            name=op.f("ck_casus_volgt_met_wie_en_wanneer"),
        ),
        sa.CheckConstraint(
            "status <> 'vernietigd' OR concrete_vraag = ''", name=op.f("ck_casus_vernietigd_is_leeg")
        ),
        sa.CheckConstraint(
            "status = 'concept' OR ingediend_op IS NOT NULL", name=op.f("ck_casus_ingediend_na_concept")
        ),
        sa.CheckConstraint(
            "status = 'concept' OR kenmerk IS NOT NULL", name=op.f("ck_casus_kenmerk_na_concept")
        ),
        sa.ForeignKeyConstraint(
            ["criteriaset_id"], ["criteriaset.id"], name=op.f("fk_casus_criteriaset_id_criteriaset")
        ),
        sa.ForeignKeyConstraint(
            ["inbrenger_id"], ["gebruiker.id"], name=op.f("fk_casus_inbrenger_id_gebruiker")
        ),
        sa.ForeignKeyConstraint(
            ["inbrenger_organisatie_id"],
            ["organisatie.id"],
            name=op.f("fk_casus_inbrenger_organisatie_id_organisatie"),
        ),
        sa.ForeignKeyConstraint(
            ["tafel_id"], ["overlegtafel.id"], name=op.f("fk_casus_tafel_id_overlegtafel")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_casus")),
        sa.UniqueConstraint("tafel_id", "kenmerk", name=op.f("uq_casus_tafel_id_kenmerk")),
    )
    with op.batch_alter_table("casus", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_casus_inbrenger_id"), ["inbrenger_id"], unique=False)
        batch_op.create_index("ix_casus_tafel_gemaakt", ["tafel_id", "gemaakt_op", "id"], unique=False)
        batch_op.create_index("ix_casus_tafel_status", ["tafel_id", "status", "ingediend_op"], unique=False)

    op.create_table(
        "criterium",
        sa.Column("criteriaset_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=4), nullable=False),
        sa.Column("titel", sa.String(length=300), nullable=False),
        sa.Column("uitleg", sa.String(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("minimum", sa.Integer(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["criteriaset_id"], ["criteriaset.id"], name=op.f("fk_criterium_criteriaset_id_criteriaset")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_criterium")),
        sa.UniqueConstraint("criteriaset_id", "code", name=op.f("uq_criterium_criteriaset_id_code")),
    )
    op.create_table(
        "overleg",
        sa.Column("tafel_id", sa.Uuid(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("begin", sa.Time(), nullable=False),
        sa.Column("einde", sa.Time(), nullable=False),
        sa.Column(
            "vorm",
            sa.Enum(
                "fysiek",
                "digitaal",
                "hybride",
                name="overlegvorm",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("plaats", sa.String(length=300), nullable=False),
        sa.Column("extra", sa.Boolean(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "gepland",
                "gepubliceerd",
                "lopend",
                "afgerond",
                "vastgesteld",
                "geannuleerd",
                name="overlegstatus",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("reeks_id", sa.Uuid(), nullable=True),
        sa.Column("ics_volgnummer", sa.Integer(), nullable=False),
        sa.Column("uitgenodigd_op", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column("gewijzigd_na_uitnodiging", sa.Boolean(), nullable=False),
        sa.Column("begonnen_op", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column("afgerond_op", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column("vastgesteld_op", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column("huidig_punt_id", sa.Uuid(), nullable=True),
        sa.Column("registratieafspraak_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gemaakt_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "status <> 'vastgesteld' OR vastgesteld_op IS NOT NULL",
            name=op.f("ck_overleg_vastgesteld_met_tijd"),
        ),
        sa.CheckConstraint("einde > begin", name=op.f("ck_overleg_einde_na_begin")),
        sa.ForeignKeyConstraint(
            ["huidig_punt_id"], ["agendapunt.id"], name="fk_overleg_huidig_punt_id_agendapunt", use_alter=True
        ),
        sa.ForeignKeyConstraint(
            ["registratieafspraak_id"],
            ["registratieafspraak.id"],
            name=op.f("fk_overleg_registratieafspraak_id_registratieafspraak"),
        ),
        sa.ForeignKeyConstraint(
            ["tafel_id"], ["overlegtafel.id"], name=op.f("fk_overleg_tafel_id_overlegtafel")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_overleg")),
    )
    with op.batch_alter_table("overleg", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_overleg_reeks_id"), ["reeks_id"], unique=False)
        batch_op.create_index("ix_overleg_tafel_datum", ["tafel_id", "datum"], unique=False)

    op.create_table(
        "aansluiting",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=False),
        sa.Column("als_gast", sa.Boolean(), nullable=False),
        sa.Column("reden", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("besloten_door_id", sa.Uuid(), nullable=False),
        sa.Column("besloten_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("length(trim(reden)) > 0", name=op.f("ck_aansluiting_reden_niet_leeg")),
        sa.ForeignKeyConstraint(
            ["besloten_door_id"], ["gebruiker.id"], name=op.f("fk_aansluiting_besloten_door_id_gebruiker")
        ),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_aansluiting_casus_id_casus")),
        sa.ForeignKeyConstraint(
            ["organisatie_id"], ["organisatie.id"], name=op.f("fk_aansluiting_organisatie_id_organisatie")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aansluiting")),
        sa.UniqueConstraint(
            "casus_id", "organisatie_id", name=op.f("uq_aansluiting_casus_id_organisatie_id")
        ),
    )
    with op.batch_alter_table("aansluiting", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_aansluiting_organisatie_id"), ["organisatie_id"], unique=False)

    op.create_table(
        "agendapunt",
        sa.Column("overleg_id", sa.Uuid(), nullable=False),
        sa.Column(
            "soort",
            sa.Enum(
                "opening",
                "acties",
                "casus",
                "monitoring",
                "rondvraag",
                "vrij",
                name="puntsoort",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("titel", sa.String(length=200), nullable=False),
        sa.Column("casus_id", sa.Uuid(), nullable=True),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("minuten", sa.Integer(), nullable=False),
        sa.Column("van_punt_id", sa.Uuid(), nullable=True),
        sa.Column("doorgezet_op", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column(
            "status_vooraf",
            sa.Enum(
                "concept",
                "aangemeld",
                "teruggestuurd",
                "toegelaten",
                "doorverwezen",
                "afgewezen",
                "geagendeerd",
                "besproken",
                "in_monitoring",
                "gesloten",
                "vernietigd",
                name="status_vooraf",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("begonnen_op", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column("beeindigd_op", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column("loopt_sinds", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column("gebruikt_seconden", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gemaakt_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(soort IN ('casus', 'monitoring')) = (casus_id IS NOT NULL)",
            name=op.f("ck_agendapunt_casus_bij_soort"),
        ),
        sa.CheckConstraint("minuten BETWEEN 0 AND 480", name=op.f("ck_agendapunt_minuten")),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_agendapunt_casus_id_casus")),
        sa.ForeignKeyConstraint(
            ["overleg_id"], ["overleg.id"], name=op.f("fk_agendapunt_overleg_id_overleg")
        ),
        sa.ForeignKeyConstraint(
            ["van_punt_id"], ["agendapunt.id"], name=op.f("fk_agendapunt_van_punt_id_agendapunt")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agendapunt")),
        sa.UniqueConstraint("overleg_id", "casus_id", name=op.f("uq_agendapunt_overleg_id_casus_id")),
    )
    with op.batch_alter_table("agendapunt", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agendapunt_casus_id"), ["casus_id"], unique=False)
        batch_op.create_index("ix_agendapunt_overleg", ["overleg_id", "volgorde"], unique=False)

    op.create_table(
        "casus_thema",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("thema_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_casus_thema_casus_id_casus")),
        sa.ForeignKeyConstraint(["thema_id"], ["thema.id"], name=op.f("fk_casus_thema_thema_id_thema")),
        sa.PrimaryKeyConstraint("casus_id", "thema_id", name=op.f("pk_casus_thema")),
    )
    op.create_table(
        "criterium_onderdeel",
        sa.Column("criterium_id", sa.Uuid(), nullable=False),
        sa.Column("sleutel", sa.String(length=60), nullable=False),
        sa.Column("titel", sa.String(length=300), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["criterium_id"], ["criterium.id"], name=op.f("fk_criterium_onderdeel_criterium_id_criterium")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_criterium_onderdeel")),
        sa.UniqueConstraint(
            "criterium_id", "sleutel", name=op.f("uq_criterium_onderdeel_criterium_id_sleutel")
        ),
    )
    op.create_table(
        "criterium_toets",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("criterium_id", sa.Uuid(), nullable=False),
        sa.Column("antwoord", sa.Boolean(), nullable=True),
        sa.Column("reden", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_criterium_toets_casus_id_casus")),
        sa.ForeignKeyConstraint(
            ["criterium_id"], ["criterium.id"], name=op.f("fk_criterium_toets_criterium_id_criterium")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_criterium_toets")),
        sa.UniqueConstraint(
            "casus_id", "criterium_id", name=op.f("uq_criterium_toets_casus_id_criterium_id")
        ),
    )
    op.create_table(
        "directbetrokkene",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column(
            "rol",
            sa.Enum(
                "slachtoffer",
                "pleger",
                "kind",
                "getuige",
                "overig",
                "onbekend",
                name="betrokkenerol",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("naam", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("andere_namen", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("geboortedatum", sa.Date(), nullable=True),
        sa.Column("geboortejaar", sa.Integer(), nullable=True),
        sa.Column("adres", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("contact", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column(
            "contact_veilig",
            sa.Enum(
                "ja",
                "onder_voorwaarde",
                "nee",
                "onbekend",
                name="contactveilig",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("contact_hoe", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column(
            "toestemming",
            sa.Enum(
                "gegeven",
                "zonder",
                "nog_niet",
                name="toestemming",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("toestemming_reden", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gemaakt_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.CheckConstraint(
            "geboortejaar IS NULL OR geboortejaar BETWEEN 1900 AND 2100",
            name=op.f("ck_directbetrokkene_geboortejaar"),
        ),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_directbetrokkene_casus_id_casus")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_directbetrokkene")),
    )
    with op.batch_alter_table("directbetrokkene", schema=None) as batch_op:
        batch_op.create_index("ix_directbetrokkene_casus", ["casus_id", "volgorde"], unique=False)

    op.create_table(
        "hulpverlening",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("wie", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("sinds", sa.String(length=100), nullable=False),
        sa.Column("werkt", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_hulpverlening_casus_id_casus")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hulpverlening")),
    )
    with op.batch_alter_table("hulpverlening", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_hulpverlening_casus_id"), ["casus_id"], unique=False)

    op.create_table(
        "informatieverzoek",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=False),
        sa.Column("functie", sa.String(length=100), nullable=False),
        sa.Column("reden", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("vraag", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("doel", sa.String(length=500), nullable=False),
        sa.Column("grondslag_id", sa.Uuid(), nullable=True),
        sa.Column("uiterlijk", sa.Date(), nullable=False),
        sa.Column("gevraagd_door_id", sa.Uuid(), nullable=False),
        sa.Column("gevraagd_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("herinnerd_op", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column("ingetrokken_op", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gemaakt_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_informatieverzoek_casus_id_casus")),
        sa.ForeignKeyConstraint(
            ["gevraagd_door_id"],
            ["gebruiker.id"],
            name=op.f("fk_informatieverzoek_gevraagd_door_id_gebruiker"),
        ),
        sa.ForeignKeyConstraint(
            ["grondslag_id"], ["grondslag.id"], name=op.f("fk_informatieverzoek_grondslag_id_grondslag")
        ),
        sa.ForeignKeyConstraint(
            ["organisatie_id"],
            ["organisatie.id"],
            name=op.f("fk_informatieverzoek_organisatie_id_organisatie"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_informatieverzoek")),
        sa.UniqueConstraint(
            "casus_id",
            "organisatie_id",
            "functie",
            name=op.f("uq_informatieverzoek_casus_id_organisatie_id_functie"),
        ),
    )
    with op.batch_alter_table("informatieverzoek", schema=None) as batch_op:
        batch_op.create_index(
            "ix_informatieverzoek_organisatie", ["organisatie_id", "uiterlijk"], unique=False
        )

    op.create_table(
        "maatregel",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("wat", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column(
            "domein",
            sa.Enum(
                "straf",
                "civiel",
                "bestuurlijk",
                "zorg",
                name="domein",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("kader", sa.String(length=300), nullable=False),
        sa.Column("uitvoerder", sa.String(length=300), nullable=False),
        sa.Column("vanaf", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=True),
        sa.Column("herbeoordeling", sa.Date(), nullable=True),
        sa.Column("beeindigd_op", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gemaakt_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(trim(wat)) > 0", name=op.f("ck_maatregel_wat_niet_leeg")),
        sa.CheckConstraint("tot IS NULL OR tot >= vanaf", name=op.f("ck_maatregel_periode")),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_maatregel_casus_id_casus")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_maatregel")),
    )
    with op.batch_alter_table("maatregel", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_maatregel_casus_id"), ["casus_id"], unique=False)

    op.create_table(
        "spoedafspraak",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column(
            "soort",
            sa.Enum(
                "wie_overlegt",
                "bevindingen",
                "maatregelen",
                "inlichten",
                "geldt_tot",
                "aanspreekpunt",
                "bij_wijziging",
                name="spoedsoort",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("tekst", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("door_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gemaakt_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(trim(tekst)) > 0", name=op.f("ck_spoedafspraak_tekst_niet_leeg")),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_spoedafspraak_casus_id_casus")),
        sa.ForeignKeyConstraint(
            ["door_id"], ["gebruiker.id"], name=op.f("fk_spoedafspraak_door_id_gebruiker")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spoedafspraak")),
        sa.UniqueConstraint("casus_id", "soort", name=op.f("uq_spoedafspraak_casus_id_soort")),
    )
    op.create_table(
        "tafelbekendheid",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("andere_tafel_id", sa.Uuid(), nullable=True),
        sa.Column("toelichting", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["andere_tafel_id"],
            ["andere_tafel.id"],
            name=op.f("fk_tafelbekendheid_andere_tafel_id_andere_tafel"),
        ),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_tafelbekendheid_casus_id_casus")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tafelbekendheid")),
    )
    with op.batch_alter_table("tafelbekendheid", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tafelbekendheid_casus_id"), ["casus_id"], unique=False)

    op.create_table(
        "triageronde",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column(
            "soort",
            sa.Enum(
                "ingediend",
                "teruggestuurd",
                "toegelaten",
                "doorverwezen",
                "afgewezen",
                "heropend",
                name="rondesoort",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("tekst", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("concrete_vraag", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("andere_tafel_id", sa.Uuid(), nullable=True),
        sa.Column("door_id", sa.Uuid(), nullable=False),
        sa.Column("op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["andere_tafel_id"], ["andere_tafel.id"], name=op.f("fk_triageronde_andere_tafel_id_andere_tafel")
        ),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_triageronde_casus_id_casus")),
        sa.ForeignKeyConstraint(["door_id"], ["gebruiker.id"], name=op.f("fk_triageronde_door_id_gebruiker")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_triageronde")),
        sa.UniqueConstraint("casus_id", "nummer", name=op.f("uq_triageronde_casus_id_nummer")),
    )
    op.create_table(
        "veiligheidsvoorwaarde",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("tekst", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("gesteld_op", sa.Date(), nullable=False),
        sa.Column("nagekomen", sa.Boolean(), nullable=True),
        sa.Column("getoetst_op", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gemaakt_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.CheckConstraint("length(trim(tekst)) > 0", name=op.f("ck_veiligheidsvoorwaarde_tekst_niet_leeg")),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_veiligheidsvoorwaarde_casus_id_casus")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_veiligheidsvoorwaarde")),
    )
    with op.batch_alter_table("veiligheidsvoorwaarde", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_veiligheidsvoorwaarde_casus_id"), ["casus_id"], unique=False)

    op.create_table(
        "verslag",
        sa.Column("overleg_id", sa.Uuid(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("inhoud", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("controlegetal", sa.String(length=64), nullable=False),
        sa.Column("rectificatie_reden", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("vastgesteld_door_id", sa.Uuid(), nullable=False),
        sa.Column("vastgesteld_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "versie = 1 OR rectificatie_reden <> ''", name=op.f("ck_verslag_rectificatie_met_reden")
        ),
        sa.ForeignKeyConstraint(["overleg_id"], ["overleg.id"], name=op.f("fk_verslag_overleg_id_overleg")),
        sa.ForeignKeyConstraint(
            ["vastgesteld_door_id"], ["gebruiker.id"], name=op.f("fk_verslag_vastgesteld_door_id_gebruiker")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verslag")),
        sa.UniqueConstraint("overleg_id", "versie", name=op.f("uq_verslag_overleg_id_versie")),
    )
    op.create_table(
        "aanschuiver",
        sa.Column("punt_id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=False),
        sa.Column("gebruiker_id", sa.Uuid(), nullable=True),
        sa.Column("naam", sa.String(length=200), nullable=False),
        sa.Column("slot_begin", sa.Time(), nullable=True),
        sa.Column("slot_einde", sa.Time(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gemaakt_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(slot_begin IS NULL) = (slot_einde IS NULL)", name=op.f("ck_aanschuiver_slot_heel")
        ),
        sa.CheckConstraint("slot_einde > slot_begin", name=op.f("ck_aanschuiver_slot_volgorde")),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"], ["gebruiker.id"], name=op.f("fk_aanschuiver_gebruiker_id_gebruiker")
        ),
        sa.ForeignKeyConstraint(
            ["organisatie_id"], ["organisatie.id"], name=op.f("fk_aanschuiver_organisatie_id_organisatie")
        ),
        sa.ForeignKeyConstraint(
            ["punt_id"], ["agendapunt.id"], name=op.f("fk_aanschuiver_punt_id_agendapunt")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aanschuiver")),
    )
    with op.batch_alter_table("aanschuiver", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_aanschuiver_gebruiker_id"), ["gebruiker_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_aanschuiver_punt_id"), ["punt_id"], unique=False)

    op.create_table(
        "bespreking",
        sa.Column("punt_id", sa.Uuid(), nullable=False),
        sa.Column("overleg_id", sa.Uuid(), nullable=False),
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "open",
                "aangehouden",
                "afgerond",
                name="besprekingstatus",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("afgerond_op", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column("aangehouden_reden", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("naar_overleg_id", sa.Uuid(), nullable=True),
        sa.Column("heropend_reden", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gemaakt_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "status <> 'aangehouden' OR aangehouden_reden <> ''",
            name=op.f("ck_bespreking_aangehouden_met_reden"),
        ),
        sa.CheckConstraint(
            "status <> 'afgerond' OR afgerond_op IS NOT NULL", name=op.f("ck_bespreking_afgerond_met_tijd")
        ),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_bespreking_casus_id_casus")),
        sa.ForeignKeyConstraint(
            ["naar_overleg_id"], ["overleg.id"], name=op.f("fk_bespreking_naar_overleg_id_overleg")
        ),
        sa.ForeignKeyConstraint(
            ["overleg_id"], ["overleg.id"], name=op.f("fk_bespreking_overleg_id_overleg")
        ),
        sa.ForeignKeyConstraint(
            ["punt_id"], ["agendapunt.id"], name=op.f("fk_bespreking_punt_id_agendapunt")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bespreking")),
        sa.UniqueConstraint("punt_id", name=op.f("uq_bespreking_punt_id")),
    )
    with op.batch_alter_table("bespreking", schema=None) as batch_op:
        batch_op.create_index("ix_bespreking_casus", ["casus_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_bespreking_overleg_id"), ["overleg_id"], unique=False)

    op.create_table(
        "deelname",
        sa.Column("overleg_id", sa.Uuid(), nullable=False),
        sa.Column("gebruiker_id", sa.Uuid(), nullable=True),
        sa.Column("naam", sa.String(length=200), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=False),
        sa.Column("punt_id", sa.Uuid(), nullable=True),
        sa.Column(
            "aanwezigheid",
            sa.Enum(
                "verwacht",
                "afgemeld",
                "aanwezig",
                "vertrokken",
                "afwezig",
                name="aanwezigheid",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("vervangt_id", sa.Uuid(), nullable=True),
        sa.Column("mandaat", sa.Boolean(), nullable=False),
        sa.Column("registratie_akkoord", sa.Boolean(), nullable=True),
        sa.Column("gekomen_op", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column("vertrokken_op", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gemaakt_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.CheckConstraint("gebruiker_id IS NOT NULL OR naam <> ''", name=op.f("ck_deelname_wie")),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"], ["gebruiker.id"], name=op.f("fk_deelname_gebruiker_id_gebruiker")
        ),
        sa.ForeignKeyConstraint(
            ["organisatie_id"], ["organisatie.id"], name=op.f("fk_deelname_organisatie_id_organisatie")
        ),
        sa.ForeignKeyConstraint(["overleg_id"], ["overleg.id"], name=op.f("fk_deelname_overleg_id_overleg")),
        sa.ForeignKeyConstraint(["punt_id"], ["agendapunt.id"], name=op.f("fk_deelname_punt_id_agendapunt")),
        sa.ForeignKeyConstraint(
            ["vervangt_id"], ["gebruiker.id"], name=op.f("fk_deelname_vervangt_id_gebruiker")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deelname")),
        sa.UniqueConstraint("overleg_id", "gebruiker_id", name=op.f("uq_deelname_overleg_id_gebruiker_id")),
    )
    with op.batch_alter_table("deelname", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_deelname_gebruiker_id"), ["gebruiker_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_deelname_overleg_id"), ["overleg_id"], unique=False)

    op.create_table(
        "informatiebijdrage",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("verzoek_id", sa.Uuid(), nullable=True),
        sa.Column("organisatie_id", sa.Uuid(), nullable=False),
        sa.Column("door_id", sa.Uuid(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "concept",
                "ingediend",
                name="bijdragestatus",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("ingediend_op", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column("bekend", sa.Boolean(), nullable=True),
        sa.Column("feiten", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("oordeel", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("achtergehouden", sa.Boolean(), nullable=False),
        sa.Column("achtergehouden_reden", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("doel", sa.String(length=500), nullable=False),
        sa.Column("noodzakelijk", sa.Boolean(), nullable=False),
        sa.Column("artikel_9", sa.Boolean(), nullable=False),
        sa.Column("om_contact_met", sa.String(length=200), nullable=False),
        sa.Column("om_contact_op", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column(
            "om_uitkomst",
            sa.Enum(
                "akkoord",
                "niet_akkoord",
                name="omuitkomst",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("om_vastgelegd_door_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gemaakt_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "achtergehouden = false OR status = 'concept' OR achtergehouden_reden <> ''",
            name=op.f("ck_informatiebijdrage_achtergehouden_met_reden"),
        ),
        sa.CheckConstraint(
            "om_contact_op IS NULL OR om_contact_met <> ''",
            name=op.f("ck_informatiebijdrage_om_contact_met_naam"),
        ),
        sa.CheckConstraint(
            "status = 'concept' OR bekend IS NOT NULL",
            name=op.f("ck_informatiebijdrage_ingediend_met_antwoord"),
        ),
        sa.CheckConstraint(
            "om_uitkomst IS NULL OR om_contact_op IS NOT NULL",
            name=op.f("ck_informatiebijdrage_om_contact_met_datum"),
        ),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_informatiebijdrage_casus_id_casus")
        ),
        sa.ForeignKeyConstraint(
            ["door_id"], ["gebruiker.id"], name=op.f("fk_informatiebijdrage_door_id_gebruiker")
        ),
        sa.ForeignKeyConstraint(
            ["om_vastgelegd_door_id"],
            ["gebruiker.id"],
            name=op.f("fk_informatiebijdrage_om_vastgelegd_door_id_gebruiker"),
        ),
        sa.ForeignKeyConstraint(
            ["organisatie_id"],
            ["organisatie.id"],
            name=op.f("fk_informatiebijdrage_organisatie_id_organisatie"),
        ),
        sa.ForeignKeyConstraint(
            ["verzoek_id"],
            ["informatieverzoek.id"],
            name=op.f("fk_informatiebijdrage_verzoek_id_informatieverzoek"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_informatiebijdrage")),
    )
    with op.batch_alter_table("informatiebijdrage", schema=None) as batch_op:
        batch_op.create_index("ix_informatiebijdrage_casus", ["casus_id", "gemaakt_op"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_informatiebijdrage_organisatie_id"), ["organisatie_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_informatiebijdrage_verzoek_id"), ["verzoek_id"], unique=False)

    op.create_table(
        "persoonsvergelijking",
        sa.Column("a_id", sa.Uuid(), nullable=False),
        sa.Column("b_id", sa.Uuid(), nullable=False),
        sa.Column(
            "gelijkenis",
            sa.Enum(
                "sterk", "mogelijk", name="gelijkenis", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("redenen", sa.JSON(), nullable=False),
        sa.Column(
            "oordeel",
            sa.Enum(
                "zelfde", "ander", name="persoonoordeel", native_enum=False, create_constraint=True, length=40
            ),
            nullable=True,
        ),
        sa.Column("door_id", sa.Uuid(), nullable=True),
        sa.Column("op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("a_id < b_id", name=op.f("ck_persoonsvergelijking_volgorde")),
        sa.CheckConstraint(
            "oordeel IS NULL OR door_id IS NOT NULL", name=op.f("ck_persoonsvergelijking_oordeel_van_iemand")
        ),
        sa.ForeignKeyConstraint(
            ["a_id"],
            ["directbetrokkene.id"],
            name=op.f("fk_persoonsvergelijking_a_id_directbetrokkene"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["b_id"],
            ["directbetrokkene.id"],
            name=op.f("fk_persoonsvergelijking_b_id_directbetrokkene"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["door_id"], ["gebruiker.id"], name=op.f("fk_persoonsvergelijking_door_id_gebruiker")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_persoonsvergelijking")),
        sa.UniqueConstraint("a_id", "b_id", name=op.f("uq_persoonsvergelijking_a_id_b_id")),
    )
    with op.batch_alter_table("persoonsvergelijking", schema=None) as batch_op:
        batch_op.create_index("ix_persoonsvergelijking_b", ["b_id"], unique=False)

    op.create_table(
        "toets_onderdeel",
        sa.Column("toets_id", sa.Uuid(), nullable=False),
        sa.Column("onderdeel_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["onderdeel_id"],
            ["criterium_onderdeel.id"],
            name=op.f("fk_toets_onderdeel_onderdeel_id_criterium_onderdeel"),
        ),
        sa.ForeignKeyConstraint(
            ["toets_id"],
            ["criterium_toets.id"],
            name=op.f("fk_toets_onderdeel_toets_id_criterium_toets"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("toets_id", "onderdeel_id", name=op.f("pk_toets_onderdeel")),
    )
    op.create_table(
        "afspraak",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("bespreking_id", sa.Uuid(), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("wat", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column(
            "soort",
            sa.Enum(
                "onderzoek",
                "interventie",
                "gesprek",
                "overig",
                name="afspraaksoort",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "domein",
            sa.Enum(
                "straf",
                "civiel",
                "bestuurlijk",
                "zorg",
                name="domein",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("direct", sa.Boolean(), nullable=False),
        sa.Column("structureel", sa.Boolean(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=False),
        sa.Column("persoon_id", sa.Uuid(), nullable=True),
        sa.Column("persoon_naam", sa.String(length=200), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("volgt_op_id", sa.Uuid(), nullable=True),
        sa.Column("gesprek_met_id", sa.Uuid(), nullable=True),
        sa.Column("gesprek_samen_met", sa.String(length=300), nullable=False),
        sa.Column("gesprek_over", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "open",
                "bezig",
                "gedaan",
                "niet_gedaan",
                "niet_mogelijk",
                name="afspraakstatus",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("status_reden", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("status_op", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column("geldt_vanaf", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gemaakt_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "status NOT IN ('niet_gedaan', 'niet_mogelijk') OR status_reden <> ''",
            name=op.f("ck_afspraak_reden_bij_niet"),
        ),
        sa.CheckConstraint("direct OR structureel", name=op.f("ck_afspraak_draagt_bij_aan_veiligheid")),
        sa.CheckConstraint("length(trim(wat)) > 0", name=op.f("ck_afspraak_wat_niet_leeg")),
        sa.CheckConstraint(
            "volgt_op_id IS NULL OR volgt_op_id <> id", name=op.f("ck_afspraak_volgt_niet_op_zichzelf")
        ),
        sa.ForeignKeyConstraint(
            ["bespreking_id"], ["bespreking.id"], name=op.f("fk_afspraak_bespreking_id_bespreking")
        ),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_afspraak_casus_id_casus")),
        sa.ForeignKeyConstraint(
            ["gesprek_met_id"],
            ["directbetrokkene.id"],
            name=op.f("fk_afspraak_gesprek_met_id_directbetrokkene"),
        ),
        sa.ForeignKeyConstraint(
            ["organisatie_id"], ["organisatie.id"], name=op.f("fk_afspraak_organisatie_id_organisatie")
        ),
        sa.ForeignKeyConstraint(
            ["persoon_id"], ["gebruiker.id"], name=op.f("fk_afspraak_persoon_id_gebruiker")
        ),
        sa.ForeignKeyConstraint(
            ["volgt_op_id"], ["afspraak.id"], name=op.f("fk_afspraak_volgt_op_id_afspraak")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_afspraak")),
        sa.UniqueConstraint("casus_id", "nummer", name=op.f("uq_afspraak_casus_id_nummer")),
    )
    with op.batch_alter_table("afspraak", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_afspraak_bespreking_id"), ["bespreking_id"], unique=False)
        batch_op.create_index("ix_afspraak_organisatie", ["organisatie_id", "status", "datum"], unique=False)
        batch_op.create_index("ix_afspraak_persoon", ["persoon_id", "status"], unique=False)

    op.create_table(
        "afwezig_bij",
        sa.Column("deelname_id", sa.Uuid(), nullable=False),
        sa.Column("punt_id", sa.Uuid(), nullable=False),
        sa.Column("belangenconflict", sa.Boolean(), nullable=False),
        sa.Column("toelichting", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["deelname_id"], ["deelname.id"], name=op.f("fk_afwezig_bij_deelname_id_deelname")
        ),
        sa.ForeignKeyConstraint(
            ["punt_id"], ["agendapunt.id"], name=op.f("fk_afwezig_bij_punt_id_agendapunt")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_afwezig_bij")),
        sa.UniqueConstraint("deelname_id", "punt_id", name=op.f("uq_afwezig_bij_deelname_id_punt_id")),
    )
    with op.batch_alter_table("afwezig_bij", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_afwezig_bij_punt_id"), ["punt_id"], unique=False)

    op.create_table(
        "besluit",
        sa.Column("bespreking_id", sa.Uuid(), nullable=False),
        sa.Column(
            "soort",
            sa.Enum(
                "regie",
                "monitoring",
                "informeren",
                "partijen",
                "opschaling",
                name="besluitsoort",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("ja", sa.Boolean(), nullable=True),
        sa.Column("toelichting", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("persoon_id", sa.Uuid(), nullable=True),
        sa.Column("persoon_naam", sa.String(length=200), nullable=False),
        sa.Column("achtervang_organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("achtervang_id", sa.Uuid(), nullable=True),
        sa.Column("achtervang_naam", sa.String(length=200), nullable=False),
        sa.Column("aanspreekpunt", sa.String(length=300), nullable=False),
        sa.Column(
            "grond",
            sa.Enum(
                "opvolging",
                "zorg_blijft",
                name="monitoringgrond",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("datum", sa.Date(), nullable=True),
        sa.Column("wat", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column(
            "opschaling",
            sa.Enum(
                "nu",
                "niet_nu",
                "niet_nodig",
                "niet_mogelijk",
                name="opschalingkeuze",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("andere_tafel_id", sa.Uuid(), nullable=True),
        sa.Column("door_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gemaakt_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "soort <> 'monitoring' OR ja = false OR (grond IS NOT NULL AND organisatie_id IS NOT NULL AND datum IS NOT NULL AND wat <> '')",
            name=op.f("ck_besluit_monitoring_op_grond"),
        ),
        sa.CheckConstraint(
            "soort <> 'opschaling' OR (opschaling IS NOT NULL AND (opschaling <> 'nu' OR andere_tafel_id IS NOT NULL))",
            name=op.f("ck_besluit_opschaling_met_tafel"),
        ),
        sa.CheckConstraint(
            "soort <> 'regie' OR (organisatie_id IS NOT NULL AND persoon_naam <> '' AND achtervang_organisatie_id IS NOT NULL AND achtervang_naam <> '')",
            name=op.f("ck_besluit_regie_met_naam_en_achtervang"),
        ),
        sa.CheckConstraint(
            "soort NOT IN ('monitoring', 'partijen') OR ja IS NOT NULL", name=op.f("ck_besluit_ja_of_nee")
        ),
        sa.ForeignKeyConstraint(
            ["achtervang_id"], ["gebruiker.id"], name=op.f("fk_besluit_achtervang_id_gebruiker")
        ),
        sa.ForeignKeyConstraint(
            ["achtervang_organisatie_id"],
            ["organisatie.id"],
            name=op.f("fk_besluit_achtervang_organisatie_id_organisatie"),
        ),
        sa.ForeignKeyConstraint(
            ["andere_tafel_id"], ["andere_tafel.id"], name=op.f("fk_besluit_andere_tafel_id_andere_tafel")
        ),
        sa.ForeignKeyConstraint(
            ["bespreking_id"], ["bespreking.id"], name=op.f("fk_besluit_bespreking_id_bespreking")
        ),
        sa.ForeignKeyConstraint(["door_id"], ["gebruiker.id"], name=op.f("fk_besluit_door_id_gebruiker")),
        sa.ForeignKeyConstraint(
            ["organisatie_id"], ["organisatie.id"], name=op.f("fk_besluit_organisatie_id_organisatie")
        ),
        sa.ForeignKeyConstraint(
            ["persoon_id"], ["gebruiker.id"], name=op.f("fk_besluit_persoon_id_gebruiker")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_besluit")),
        sa.UniqueConstraint("bespreking_id", "soort", name=op.f("uq_besluit_bespreking_id_soort")),
    )
    with op.batch_alter_table("besluit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_besluit_achtervang_id"), ["achtervang_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_besluit_persoon_id"), ["persoon_id"], unique=False)

    op.create_table(
        "bijdrageontvanger",
        sa.Column("bijdrage_id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=False),
        sa.Column("grondslag_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["bijdrage_id"],
            ["informatiebijdrage.id"],
            name=op.f("fk_bijdrageontvanger_bijdrage_id_informatiebijdrage"),
        ),
        sa.ForeignKeyConstraint(
            ["grondslag_id"], ["grondslag.id"], name=op.f("fk_bijdrageontvanger_grondslag_id_grondslag")
        ),
        sa.ForeignKeyConstraint(
            ["organisatie_id"],
            ["organisatie.id"],
            name=op.f("fk_bijdrageontvanger_organisatie_id_organisatie"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bijdrageontvanger")),
        sa.UniqueConstraint(
            "bijdrage_id", "organisatie_id", name=op.f("uq_bijdrageontvanger_bijdrage_id_organisatie_id")
        ),
    )
    with op.batch_alter_table("bijdrageontvanger", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_bijdrageontvanger_organisatie_id"), ["organisatie_id"], unique=False
        )

    op.create_table(
        "informering",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("bespreking_id", sa.Uuid(), nullable=False),
        sa.Column("betrokkene_id", sa.Uuid(), nullable=False),
        sa.Column("wat", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("op", sa.Date(), nullable=True),
        sa.Column("organisatie_id", sa.Uuid(), nullable=False),
        sa.Column("persoon_id", sa.Uuid(), nullable=True),
        sa.Column("persoon_naam", sa.String(length=200), nullable=False),
        sa.Column("zonder_toestemming", sa.Boolean(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "gepland",
                "uitgesteld",
                "gedaan",
                name="informerenstatus",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("uitstel_reden", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("opnieuw_op", sa.Date(), nullable=True),
        sa.Column("gedaan_op", sa.Date(), nullable=True),
        sa.Column("gedaan_toelichting", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gemaakt_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "status <> 'gedaan' OR gedaan_op IS NOT NULL", name=op.f("ck_informering_gedaan_met_datum")
        ),
        sa.CheckConstraint(
            "status <> 'gepland' OR op IS NOT NULL", name=op.f("ck_informering_gepland_met_datum")
        ),
        sa.CheckConstraint(
            "status <> 'uitgesteld' OR (uitstel_reden <> '' AND opnieuw_op IS NOT NULL)",
            name=op.f("ck_informering_uitstel_met_reden_en_datum"),
        ),
        sa.CheckConstraint("length(trim(wat)) > 0", name=op.f("ck_informering_wat_niet_leeg")),
        sa.ForeignKeyConstraint(
            ["bespreking_id"], ["bespreking.id"], name=op.f("fk_informering_bespreking_id_bespreking")
        ),
        sa.ForeignKeyConstraint(
            ["betrokkene_id"],
            ["directbetrokkene.id"],
            name=op.f("fk_informering_betrokkene_id_directbetrokkene"),
        ),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_informering_casus_id_casus")),
        sa.ForeignKeyConstraint(
            ["organisatie_id"], ["organisatie.id"], name=op.f("fk_informering_organisatie_id_organisatie")
        ),
        sa.ForeignKeyConstraint(
            ["persoon_id"], ["gebruiker.id"], name=op.f("fk_informering_persoon_id_gebruiker")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_informering")),
    )
    with op.batch_alter_table("informering", schema=None) as batch_op:
        batch_op.create_index("ix_informering_casus", ["casus_id"], unique=False)
        batch_op.create_index("ix_informering_organisatie", ["organisatie_id", "status"], unique=False)

    op.create_table(
        "monitoringronde",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("bespreking_id", sa.Uuid(), nullable=True),
        sa.Column("voorwaarden_nagekomen", sa.Boolean(), nullable=True),
        sa.Column("direct_veilig", sa.Boolean(), nullable=True),
        sa.Column("stabiel_veilig", sa.Boolean(), nullable=True),
        sa.Column("schade_hersteld", sa.Boolean(), nullable=True),
        sa.Column("vraag_beantwoord", sa.Boolean(), nullable=True),
        sa.Column("gesproken_met", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("toelichting", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("volgende_op", sa.Date(), nullable=True),
        sa.Column("door_id", sa.Uuid(), nullable=False),
        sa.Column("op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["bespreking_id"], ["bespreking.id"], name=op.f("fk_monitoringronde_bespreking_id_bespreking")
        ),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_monitoringronde_casus_id_casus")),
        sa.ForeignKeyConstraint(
            ["door_id"], ["gebruiker.id"], name=op.f("fk_monitoringronde_door_id_gebruiker")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_monitoringronde")),
    )
    with op.batch_alter_table("monitoringronde", schema=None) as batch_op:
        batch_op.create_index("ix_monitoringronde_casus", ["casus_id", "op"], unique=False)

    op.create_table(
        "te_informeren_partij",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("bespreking_id", sa.Uuid(), nullable=False),
        sa.Column("partij", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("wat", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("op", sa.Date(), nullable=True),
        sa.Column("organisatie_id", sa.Uuid(), nullable=False),
        sa.Column("persoon_id", sa.Uuid(), nullable=True),
        sa.Column("persoon_naam", sa.String(length=200), nullable=False),
        sa.Column("gedaan_op", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gemaakt_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(trim(partij)) > 0", name=op.f("ck_te_informeren_partij_partij_niet_leeg")),
        sa.ForeignKeyConstraint(
            ["bespreking_id"],
            ["bespreking.id"],
            name=op.f("fk_te_informeren_partij_bespreking_id_bespreking"),
        ),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_te_informeren_partij_casus_id_casus")
        ),
        sa.ForeignKeyConstraint(
            ["organisatie_id"],
            ["organisatie.id"],
            name=op.f("fk_te_informeren_partij_organisatie_id_organisatie"),
        ),
        sa.ForeignKeyConstraint(
            ["persoon_id"], ["gebruiker.id"], name=op.f("fk_te_informeren_partij_persoon_id_gebruiker")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_te_informeren_partij")),
    )
    with op.batch_alter_table("te_informeren_partij", schema=None) as batch_op:
        batch_op.create_index("ix_te_informeren_partij_casus", ["casus_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_te_informeren_partij_organisatie_id"), ["organisatie_id"], unique=False
        )

    op.create_table(
        "tekstveld",
        sa.Column("bespreking_id", sa.Uuid(), nullable=False),
        sa.Column(
            "veld",
            sa.Enum(
                "feitenonderzoek",
                "grootste_zorg",
                "afweging",
                "vervolging",
                "veiligheidsplan",
                "plan_persoon",
                "volgorde",
                "afwijkend",
                name="veld",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("betrokkene_id", sa.Uuid(), nullable=True),
        sa.Column("waarde", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("door_id", sa.Uuid(), nullable=True),
        sa.Column("op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(veld = 'plan_persoon') = (betrokkene_id IS NOT NULL)",
            name=op.f("ck_tekstveld_persoon_bij_plan"),
        ),
        sa.ForeignKeyConstraint(
            ["bespreking_id"], ["bespreking.id"], name=op.f("fk_tekstveld_bespreking_id_bespreking")
        ),
        sa.ForeignKeyConstraint(
            ["betrokkene_id"],
            ["directbetrokkene.id"],
            name=op.f("fk_tekstveld_betrokkene_id_directbetrokkene"),
        ),
        sa.ForeignKeyConstraint(["door_id"], ["gebruiker.id"], name=op.f("fk_tekstveld_door_id_gebruiker")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tekstveld")),
        sa.UniqueConstraint(
            "bespreking_id",
            "veld",
            "betrokkene_id",
            name=op.f("uq_tekstveld_bespreking_id_veld_betrokkene_id"),
        ),
    )
    with op.batch_alter_table("tekstveld", schema=None) as batch_op:
        batch_op.create_index(
            "uq_tekstveld_bespreking_veld",
            ["bespreking_id", "veld"],
            unique=True,
            sqlite_where=sa.text("betrokkene_id IS NULL"),
            postgresql_where=sa.text("betrokkene_id IS NULL"),
        )

    op.create_table(
        "overdracht",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("bespreking_id", sa.Uuid(), nullable=True),
        sa.Column(
            "soort",
            sa.Enum(
                "regie",
                "afspraak",
                "casus",
                name="overdrachtsoort",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("afspraak_id", sa.Uuid(), nullable=True),
        sa.Column("van_organisatie_id", sa.Uuid(), nullable=False),
        sa.Column("naar_organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("naar_persoon_id", sa.Uuid(), nullable=True),
        sa.Column("naar_naam", sa.String(length=200), nullable=False),
        sa.Column("andere_tafel_id", sa.Uuid(), nullable=True),
        sa.Column("toelichting", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("per_datum", sa.Date(), nullable=True),
        sa.Column(
            "status",
            sa.Enum(
                "aangeboden",
                "geaccepteerd",
                "geweigerd",
                name="overdrachtstatus",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("antwoord_reden", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("beantwoord_door_naam", sa.String(length=300), nullable=False),
        sa.Column("beantwoord_op", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column("vastgelegd_door_id", sa.Uuid(), nullable=True),
        sa.Column("vorige_id", sa.Uuid(), nullable=True),
        sa.Column("aangeboden_door_id", sa.Uuid(), nullable=False),
        sa.Column("aangeboden_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("geldt_vanaf", models.basis.Tijdstip(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gemaakt_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(soort = 'afspraak') = (afspraak_id IS NOT NULL)", name=op.f("ck_overdracht_afspraak_bij_soort")
        ),
        sa.CheckConstraint(
            "status <> 'geweigerd' OR antwoord_reden <> ''", name=op.f("ck_overdracht_weigering_met_reden")
        ),
        sa.CheckConstraint(
            "status = 'aangeboden' OR (beantwoord_op IS NOT NULL AND beantwoord_door_naam <> '')",
            name=op.f("ck_overdracht_antwoord_met_wie_en_wanneer"),
        ),
        sa.CheckConstraint(
            "(naar_organisatie_id IS NOT NULL) <> (andere_tafel_id IS NOT NULL)",
            name=op.f("ck_overdracht_een_ontvanger"),
        ),
        sa.ForeignKeyConstraint(
            ["aangeboden_door_id"], ["gebruiker.id"], name=op.f("fk_overdracht_aangeboden_door_id_gebruiker")
        ),
        sa.ForeignKeyConstraint(
            ["afspraak_id"], ["afspraak.id"], name=op.f("fk_overdracht_afspraak_id_afspraak")
        ),
        sa.ForeignKeyConstraint(
            ["andere_tafel_id"], ["andere_tafel.id"], name=op.f("fk_overdracht_andere_tafel_id_andere_tafel")
        ),
        sa.ForeignKeyConstraint(
            ["bespreking_id"], ["bespreking.id"], name=op.f("fk_overdracht_bespreking_id_bespreking")
        ),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_overdracht_casus_id_casus")),
        sa.ForeignKeyConstraint(
            ["naar_organisatie_id"],
            ["organisatie.id"],
            name=op.f("fk_overdracht_naar_organisatie_id_organisatie"),
        ),
        sa.ForeignKeyConstraint(
            ["naar_persoon_id"], ["gebruiker.id"], name=op.f("fk_overdracht_naar_persoon_id_gebruiker")
        ),
        sa.ForeignKeyConstraint(
            ["van_organisatie_id"],
            ["organisatie.id"],
            name=op.f("fk_overdracht_van_organisatie_id_organisatie"),
        ),
        sa.ForeignKeyConstraint(
            ["vastgelegd_door_id"], ["gebruiker.id"], name=op.f("fk_overdracht_vastgelegd_door_id_gebruiker")
        ),
        sa.ForeignKeyConstraint(
            ["vorige_id"], ["overdracht.id"], name=op.f("fk_overdracht_vorige_id_overdracht")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_overdracht")),
    )
    with op.batch_alter_table("overdracht", schema=None) as batch_op:
        batch_op.create_index("ix_overdracht_casus", ["casus_id"], unique=False)
        batch_op.create_index("ix_overdracht_naar", ["naar_organisatie_id", "status"], unique=False)

    op.create_table(
        "tekstversie",
        sa.Column("tekstveld_id", sa.Uuid(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("geweigerd", sa.Boolean(), nullable=False),
        sa.Column("waarde", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("door_id", sa.Uuid(), nullable=False),
        sa.Column("op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["door_id"], ["gebruiker.id"], name=op.f("fk_tekstversie_door_id_gebruiker")),
        sa.ForeignKeyConstraint(
            ["tekstveld_id"], ["tekstveld.id"], name=op.f("fk_tekstversie_tekstveld_id_tekstveld")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tekstversie")),
    )
    with op.batch_alter_table("tekstversie", schema=None) as batch_op:
        batch_op.create_index("ix_tekstversie_veld", ["tekstveld_id", "op"], unique=False)

    op.create_table(
        "voortgang",
        sa.Column("afspraak_id", sa.Uuid(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "open",
                "bezig",
                "gedaan",
                "niet_gedaan",
                "niet_mogelijk",
                name="afspraakstatus",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("tekst", models.basis.Vertrouwelijk(), nullable=False),
        sa.Column("door_id", sa.Uuid(), nullable=False),
        sa.Column("op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["afspraak_id"], ["afspraak.id"], name=op.f("fk_voortgang_afspraak_id_afspraak")
        ),
        sa.ForeignKeyConstraint(["door_id"], ["gebruiker.id"], name=op.f("fk_voortgang_door_id_gebruiker")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_voortgang")),
    )
    with op.batch_alter_table("voortgang", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_voortgang_afspraak_id"), ["afspraak_id"], unique=False)

    for tabel in ALLEEN_AANVULLEN:
        for regel in weiger_wijzigen_ddl(tabel)[op.get_bind().dialect.name]:
            op.execute(regel)
    if op.get_bind().dialect.name != "sqlite":
        op.create_foreign_key(HUIDIG_PUNT, "overleg", "agendapunt", ["huidig_punt_id"], ["id"])


def downgrade() -> None:
    """Undo."""
    if op.get_bind().dialect.name != "sqlite":
        op.drop_constraint(HUIDIG_PUNT, "overleg", type_="foreignkey")
    with op.batch_alter_table("voortgang", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_voortgang_afspraak_id"))

    op.drop_table("voortgang")
    with op.batch_alter_table("tekstversie", schema=None) as batch_op:
        batch_op.drop_index("ix_tekstversie_veld")

    op.drop_table("tekstversie")
    with op.batch_alter_table("overdracht", schema=None) as batch_op:
        batch_op.drop_index("ix_overdracht_naar")
        batch_op.drop_index("ix_overdracht_casus")

    op.drop_table("overdracht")
    with op.batch_alter_table("tekstveld", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_tekstveld_bespreking_veld",
            sqlite_where=sa.text("betrokkene_id IS NULL"),
            postgresql_where=sa.text("betrokkene_id IS NULL"),
        )

    op.drop_table("tekstveld")
    with op.batch_alter_table("te_informeren_partij", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_te_informeren_partij_organisatie_id"))
        batch_op.drop_index("ix_te_informeren_partij_casus")

    op.drop_table("te_informeren_partij")
    with op.batch_alter_table("monitoringronde", schema=None) as batch_op:
        batch_op.drop_index("ix_monitoringronde_casus")

    op.drop_table("monitoringronde")
    with op.batch_alter_table("informering", schema=None) as batch_op:
        batch_op.drop_index("ix_informering_organisatie")
        batch_op.drop_index("ix_informering_casus")

    op.drop_table("informering")
    with op.batch_alter_table("bijdrageontvanger", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_bijdrageontvanger_organisatie_id"))

    op.drop_table("bijdrageontvanger")
    with op.batch_alter_table("besluit", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_besluit_persoon_id"))
        batch_op.drop_index(batch_op.f("ix_besluit_achtervang_id"))

    op.drop_table("besluit")
    with op.batch_alter_table("afwezig_bij", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_afwezig_bij_punt_id"))

    op.drop_table("afwezig_bij")
    with op.batch_alter_table("afspraak", schema=None) as batch_op:
        batch_op.drop_index("ix_afspraak_persoon")
        batch_op.drop_index("ix_afspraak_organisatie")
        batch_op.drop_index(batch_op.f("ix_afspraak_bespreking_id"))

    op.drop_table("afspraak")
    op.drop_table("toets_onderdeel")
    with op.batch_alter_table("persoonsvergelijking", schema=None) as batch_op:
        batch_op.drop_index("ix_persoonsvergelijking_b")

    op.drop_table("persoonsvergelijking")
    with op.batch_alter_table("informatiebijdrage", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_informatiebijdrage_verzoek_id"))
        batch_op.drop_index(batch_op.f("ix_informatiebijdrage_organisatie_id"))
        batch_op.drop_index("ix_informatiebijdrage_casus")

    op.drop_table("informatiebijdrage")
    with op.batch_alter_table("deelname", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_deelname_overleg_id"))
        batch_op.drop_index(batch_op.f("ix_deelname_gebruiker_id"))

    op.drop_table("deelname")
    with op.batch_alter_table("bespreking", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_bespreking_overleg_id"))
        batch_op.drop_index("ix_bespreking_casus")

    op.drop_table("bespreking")
    with op.batch_alter_table("aanschuiver", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_aanschuiver_punt_id"))
        batch_op.drop_index(batch_op.f("ix_aanschuiver_gebruiker_id"))

    op.drop_table("aanschuiver")
    op.drop_table("verslag")
    with op.batch_alter_table("veiligheidsvoorwaarde", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_veiligheidsvoorwaarde_casus_id"))

    op.drop_table("veiligheidsvoorwaarde")
    op.drop_table("triageronde")
    with op.batch_alter_table("tafelbekendheid", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_tafelbekendheid_casus_id"))

    op.drop_table("tafelbekendheid")
    op.drop_table("spoedafspraak")
    with op.batch_alter_table("maatregel", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_maatregel_casus_id"))

    op.drop_table("maatregel")
    with op.batch_alter_table("informatieverzoek", schema=None) as batch_op:
        batch_op.drop_index("ix_informatieverzoek_organisatie")

    op.drop_table("informatieverzoek")
    with op.batch_alter_table("hulpverlening", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_hulpverlening_casus_id"))

    op.drop_table("hulpverlening")
    with op.batch_alter_table("directbetrokkene", schema=None) as batch_op:
        batch_op.drop_index("ix_directbetrokkene_casus")

    op.drop_table("directbetrokkene")
    op.drop_table("criterium_toets")
    op.drop_table("criterium_onderdeel")
    op.drop_table("casus_thema")
    with op.batch_alter_table("agendapunt", schema=None) as batch_op:
        batch_op.drop_index("ix_agendapunt_overleg")
        batch_op.drop_index(batch_op.f("ix_agendapunt_casus_id"))

    op.drop_table("agendapunt")
    with op.batch_alter_table("aansluiting", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_aansluiting_organisatie_id"))

    op.drop_table("aansluiting")
    with op.batch_alter_table("overleg", schema=None) as batch_op:
        batch_op.drop_index("ix_overleg_tafel_datum")
        batch_op.drop_index(batch_op.f("ix_overleg_reeks_id"))

    op.drop_table("overleg")
    op.drop_table("criterium")
    with op.batch_alter_table("casus", schema=None) as batch_op:
        batch_op.drop_index("ix_casus_tafel_status")
        batch_op.drop_index("ix_casus_tafel_gemaakt")
        batch_op.drop_index(batch_op.f("ix_casus_inbrenger_id"))

    op.drop_table("casus")
    op.drop_table("registratieafspraak")
    with op.batch_alter_table("lidmaatschap", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_lidmaatschap_tafel_id"))
        batch_op.drop_index("ix_lidmaatschap_gebruiker_tafel")

    op.drop_table("lidmaatschap")
    op.drop_table("criteriaset")
    with op.batch_alter_table("vraagpatroon", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_vraagpatroon_tafel_id"))

    op.drop_table("vraagpatroon")
    op.drop_table("thema")
    with op.batch_alter_table("tafelpartner", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_tafelpartner_organisatie_id"))

    op.drop_table("tafelpartner")
    op.drop_table("kenmerkteller")
    with op.batch_alter_table("interventie", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_interventie_tafel_id"))

    op.drop_table("interventie")
    with op.batch_alter_table("grondslag", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_grondslag_tafel_id"))

    op.drop_table("grondslag")
    with op.batch_alter_table("gebruiker", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_gebruiker_organisatie_id"))

    op.drop_table("gebruiker")
    with op.batch_alter_table("dienstnummer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_dienstnummer_tafel_id"))

    op.drop_table("dienstnummer")
    op.drop_table("andere_tafel")
    op.drop_table("zegel")
    op.drop_table("overlegtafel")
    op.drop_table("organisatie")
    with op.batch_alter_table("gebeurtenis", schema=None) as batch_op:
        batch_op.drop_index("ix_gebeurtenis_tijd")
        batch_op.drop_index(batch_op.f("ix_gebeurtenis_tafel_id"))
        batch_op.drop_index("ix_gebeurtenis_gebruiker_tijd")
        batch_op.drop_index("ix_gebeurtenis_casus_tijd")

    op.drop_table("gebeurtenis")
    with op.batch_alter_table("bericht", schema=None) as batch_op:
        batch_op.drop_index("ix_bericht_status")

    op.drop_table("bericht")
    op.drop_table("achtergrondtaak")
