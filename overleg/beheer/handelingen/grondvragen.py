"""Deciding that a ground will not come (domein.md §4); adding one is done in the grounds table itself."""

from sqlalchemy.orm import Session

from models import Grondvraag
from overleg.basis.klok import nu
from overleg.logboek.schrijven import schrijf, vingerafdruk
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager


def wijs_grondvraag_af(sessie: Session, vrager: Vrager, grondvraag: Grondvraag, reden: str) -> None:
    """Put on record that there is no ground, and why. A row that is added later still counts."""
    eis(vrager, Recht.BEHEER)
    grondvraag.afgewezen_op, grondvraag.afwijzing = nu(), reden
    schrijf(
        sessie,
        vrager,
        Soort.GRONDSLAG_AFGEWEZEN,
        grondvraag,
        gever=grondvraag.gever.tekst,
        ontvanger=grondvraag.ontvanger.tekst,
        reden_hash=vingerafdruk(reden),
    )
