"""namens: an answer recorded for a partner without an account; other names that go along with a question

Columns come with their CHECK in one statement that both databases know: on SQLite a table that others point
to cannot be made anew while it holds rows.
"""

from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None

TABEL = "informatiebijdrage"
WIJZEN = "gegeven_hoe IN ('telefoon', 'brief', 'mail', 'persoonlijk')"
ALS_ANTWOORD = (
    "gegeven_hoe IS NULL OR (artikel_9 = false AND status = 'ingediend' AND verzoek_id IS NOT NULL)"
)
KOLOMMEN = (
    ("gegeven_hoe VARCHAR(40)", (("antwoordwijze", WIJZEN), ("gegeven_als_antwoord", ALS_ANTWOORD))),
    ("gegeven_op DATE", (("gegeven_met_dag", "(gegeven_hoe IS NULL) = (gegeven_op IS NULL)"),)),
    (
        "gegeven_door TEXT DEFAULT '' NOT NULL",
        (("gegeven_met_naam", "(gegeven_hoe IS NULL) = (gegeven_door = '')"),),
    ),
    (
        "gegeven_functie TEXT DEFAULT '' NOT NULL",
        (("gegeven_met_functie", "(gegeven_hoe IS NULL) = (gegeven_functie = '')"),),
    ),
)


def upgrade() -> None:
    """Apply. What was asked before goes on without other names: nobody chose that these go along."""
    for kolom, regels in KOLOMMEN:
        checks = " ".join(f"CONSTRAINT ck_{TABEL}_{naam} CHECK ({regel})" for naam, regel in regels)
        op.execute(f"ALTER TABLE {TABEL} ADD COLUMN {kolom} {checks}")
    op.execute("ALTER TABLE informatieverzoek ADD COLUMN andere_namen TEXT DEFAULT '' NOT NULL")


def downgrade() -> None:
    """Undo. An answer that was recorded for a partner then reads as put in by itself."""
    op.drop_column("informatieverzoek", "andere_namen")
    with op.batch_alter_table(TABEL) as tabel:
        for _kolom, regels in reversed(KOLOMMEN):
            for naam, _regel in regels:
                tabel.drop_constraint(op.f(f"ck_{TABEL}_{naam}"), type_="check")
        for kolom, _regels in reversed(KOLOMMEN):
            tabel.drop_column(kolom.split()[0])
