"""versleuteld: texts about people are sealed with a key for each casus

The texts change, not the columns. Needs the master key of the installation, as the application does.
"""

from collections.abc import Callable, Iterator

import sqlalchemy as sa
from alembic import op

import models.basis
from models.sleutels import onderwerp
from models.versleuteling import Deeltekst, Gemerkt, Kast, kast_van
from overleg.verslag.bewaren import OnleesbaarVerslag, naar_json, uit_json

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

STUK = 500
"""Rows at a time."""


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "sleutel",
        sa.Column("voor_id", sa.Uuid(), nullable=False),
        sa.Column("tafel_id", sa.Uuid(), nullable=False),
        sa.Column("verpakt", sa.String(length=120), nullable=False),
        sa.Column("gemaakt_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", models.basis.Tijdstip(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["tafel_id"], ["overlegtafel.id"], name=op.f("fk_sleutel_tafel_id_overlegtafel")
        ),
        sa.PrimaryKeyConstraint("voor_id", name=op.f("pk_sleutel")),
    )
    op.create_index("ix_sleutel_tafel_id", "sleutel", ["tafel_id", "gemaakt_op"])
    kast = kast_van(op.get_bind().dialect)
    _maak_sleutels(kast)

    def sluit(tekst: str, wie: object, plek: str) -> str:
        if plek == "verslag.inhoud":
            tekst = _in_stukken(tekst)
        return kast.verzegel(Gemerkt.voor(wie, tekst), plek)

    _zet_om(sluit)


def downgrade() -> None:
    """Undo: the texts stand there as they are."""
    bind = op.get_bind()
    kast = kast_van(bind.dialect)
    alle = [
        (voor.hex, dicht)
        for voor, dicht in bind.execute(
            sa.text("SELECT voor_id, verpakt FROM sleutel").columns(voor_id=sa.Uuid())
        )
    ]
    kast.leg_klaar(alle)
    _zet_om(lambda tekst, _wie, plek: kast.open(tekst, plek))
    op.drop_table("sleutel")


def _maak_sleutels(kast: Kast) -> None:
    bind = op.get_bind()
    nu = models.basis.nu_utc()
    tijd = models.basis.Tijdstip()
    rij = sa.table(
        "sleutel",
        sa.column("voor_id", sa.Uuid()),
        sa.column("tafel_id", sa.Uuid()),
        sa.column("verpakt", sa.String()),
        sa.column("gemaakt_op", tijd),
        sa.column("gewijzigd_op", tijd),
    )
    for bron in ("casus", "overleg"):
        van = sa.table(bron, sa.column("id", sa.Uuid()), sa.column("tafel_id", sa.Uuid()))
        for voor, tafel in bind.execute(sa.select(van.c.id, van.c.tafel_id)).all():
            nieuw = {"voor_id": voor, "tafel_id": tafel, "verpakt": kast.nieuw(voor.hex)}
            bind.execute(rij.insert().values(gemaakt_op=nu, gewijzigd_op=nu, **nieuw))


def _zet_om(doe: Callable[[str, object, str], str]) -> None:
    """Write every text about people anew; each column is read and written as plain text."""
    bind = op.get_bind()
    for tabel, kolommen in TEKSTEN.items():
        als_model = models.Basis.metadata.tables[tabel]
        plat = sa.table(tabel, sa.column("id", sa.Uuid()), *(sa.column(k, sa.Text()) for k in kolommen))
        wie = dict(bind.execute(sa.select(als_model.c.id, onderwerp(als_model))).all())
        for stuk in _in_beurten(sorted(wie)):
            for rij in bind.execute(sa.select(plat).where(plat.c.id.in_(stuk))).mappings().all():
                nieuw = {
                    k: doe(rij[k], wie[rij["id"]], f"{tabel}.{k}")
                    for k in kolommen
                    if (rij[k] or "").strip(" ")
                }
                if nieuw:
                    bind.execute(plat.update().where(plat.c.id == rij["id"]).values(nieuw))


def _in_beurten(alles: list[object]) -> Iterator[list[object]]:
    for begin in range(0, len(alles), STUK):
        yield alles[begin : begin + STUK]


def _in_stukken(tekst: str) -> str:
    """An adopted verslag, cut by casus; what does not read the same again stays in one piece."""
    try:
        stukken = naar_json(uit_json(tekst))
    except OnleesbaarVerslag:
        return tekst
    return stukken if stukken == tekst else Deeltekst.van([(None, tekst)])


TEKSTEN = {
    "sessie": ("gegevens",),
    "belang": ("reden",),
    "bewaarplicht": ("reden", "opgeheven_reden"),
    "casus": (
        "vermoed_feit",
        "wat_gebeurd",
        "grootste_zorg",
        "concrete_vraag",
        "antwoord_op_terugvraag",
        "uitzondering_reden",
        "gesloten_reden",
        "heropend_reden",
    ),
    "aansluiting": ("reden",),
    "criterium_toets": ("reden",),
    "directbetrokkene": ("naam", "andere_namen", "adres", "contact", "contact_hoe", "toestemming_reden"),
    "hulpverlening": ("wie", "werkt"),
    "informatieverzoek": ("reden", "vraag"),
    "maatregel": ("wat",),
    "spoedafspraak": ("tekst",),
    "tafelbekendheid": ("toelichting",),
    "triageronde": ("tekst", "concrete_vraag"),
    "veiligheidsvoorwaarde": ("tekst",),
    "verslag": ("inhoud", "rectificatie_reden"),
    "bespreking": ("aangehouden_reden", "heropend_reden"),
    "informatiebijdrage": ("feiten", "oordeel", "achtergehouden_reden"),
    "afspraak": ("wat", "gesprek_over", "status_reden", "akkoord_reden"),
    "afwezig_bij": ("toelichting",),
    "besluit": ("toelichting", "wat"),
    "informering": ("wat", "uitstel_reden", "gedaan_toelichting"),
    "monitoringronde": ("gesproken_met", "toelichting"),
    "te_informeren_partij": ("partij", "wat"),
    "tekstveld": ("waarde",),
    "overdracht": ("toelichting", "antwoord_reden"),
    "tekstversie": ("waarde",),
    "voortgang": ("tekst",),
    "goedkeuring": ("reden", "antwoord"),
    "persoonsverzoek": ("verlengd_reden", "namens", "gevraagd", "identiteit", "besluit_reden"),
    "inzagedeel": ("origineel", "tekst", "reden"),
    "correctie": ("oud", "nieuw"),
}
"""Table → its columns with text about people, at this point of the schema."""
