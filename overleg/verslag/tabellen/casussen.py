"""The list of casussen as a table."""

from overleg.verslag.casuslijst import Casuslijst
from overleg.verslag.tabellen.tabel import Kolom, Tabel, Werkboek

_KOLOMMEN = (
    Kolom("Casus", 18),
    Kolom("Status", 18),
    Kolom("Spoed", 10),
    Kolom("Tafel", 28),
    Kolom("Thema's", 36),
    Kolom("Ingebracht door", 30),
    Kolom("Ingediend", 12),
)


def casussen_tabel(lijst: Casuslijst) -> Tabel:
    """Return the rows, for the sheet and for csv."""
    rijen = [
        (r.kenmerk, r.status, "acuut" if r.acuut else "", r.tafel, r.themas, r.inbrenger, r.ingediend)
        for r in lijst.regels
    ]
    return Tabel("Casussen", _KOLOMMEN, rijen)


def casussen_werkboek(lijst: Casuslijst) -> Werkboek:
    """Return the list as a sheet, and what it was limited to."""
    aantal = f"{len(lijst.regels)}"
    if lijst.meer:
        aantal += ". Er zijn er meer: beperk de lijst op de pagina Casussen om de andere op te halen."
    over = (
        ("Exemplaar voor", f"{lijst.voor}. Dit exemplaar bevat alleen wat deze organisatie mag zien."),
        ("Beperkt tot", lijst.filter),
        ("Casussen", aantal),
    )
    return Werkboek("Casussen", f"Casussen {lijst.dag.isoformat()}", (casussen_tabel(lijst),), over)
