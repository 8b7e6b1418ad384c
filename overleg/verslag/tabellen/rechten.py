"""Who may do what, as a table: a row for each right."""

from overleg.beheer.rechtenlijst import Rechtenlijst
from overleg.verslag.tabellen.tabel import Kolom, Tabel

_KOLOMMEN = (
    Kolom("Naam", 28),
    Kolom("E-mail", 32),
    Kolom("Organisatie", 32),
    Kolom("Wat deze persoon mag", 60),
    Kolom("Laatst ingelogd", 14),
)


def rechten_tabel(lijst: Rechtenlijst) -> Tabel:
    """Return the rows, in the order of the page."""
    rijen = [
        (regel.naam, regel.email, regel.organisatie, recht, regel.laatst_ingelogd)
        for regel in lijst.regels
        for recht in regel.rechten
    ]
    return Tabel("Toegangsrechten", _KOLOMMEN, rijen)
