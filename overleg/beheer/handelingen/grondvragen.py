"""Deciding that a ground will not come (domein.md §4); adding one is done in the grounds table itself."""

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from models import Casus, Gebruiker, Grondvraag, Informatiebijdrage, Organisatie, Wachtontvanger
from models.waarden import BijdrageStatus
from models.waarden_post import Berichtsoort
from overleg.basis.klok import nu
from overleg.basis.post import leg_klaar
from overleg.logboek.schrijven import schrijf, vingerafdruk
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.uitsluiting import uitgesloten_mensen
from overleg.toegang.vrager import Vrager

ONDERWERP = "Er komt geen grondslag om te delen"
TEKST = (
    "U wilde aan overlegtafel {tafel} informatie delen met een organisatie waarvoor een grondslag ontbreekt. "
    "De beheerder legde vast dat er geen grondslag komt: er is niets gedeeld. Bij uw informatie in het "
    "Actie-overleg staat waarom. Overleg met de voorzitter hoe het nu verder gaat."
)


def wijs_grondvraag_af(sessie: Session, vrager: Vrager, grondvraag: Grondvraag, reden: str) -> None:
    """Put on record that there is no ground, and why, and tell who waits for it.

    A row that is added later still counts.
    """
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
    for adres in _wie_wacht(sessie, grondvraag):
        leg_klaar(sessie, Berichtsoort.WERK, adres, ONDERWERP, TEKST.format(tafel=grondvraag.tafel.naam))


def _wie_wacht(sessie: Session, grondvraag: Grondvraag) -> list[str]:
    """Return the addresses of who gave something that waits for this ground, and may still see the casus."""
    ontvanger = aliased(Organisatie)
    vraag = (
        select(Gebruiker.email, Gebruiker.id, Informatiebijdrage.casus_id)
        .join(Informatiebijdrage, Informatiebijdrage.door_id == Gebruiker.id)
        .join(Casus, Casus.id == Informatiebijdrage.casus_id)
        .join(Organisatie, Organisatie.id == Informatiebijdrage.organisatie_id)
        .join(Wachtontvanger, Wachtontvanger.bijdrage_id == Informatiebijdrage.id)
        .join(ontvanger, ontvanger.id == Wachtontvanger.organisatie_id)
        .where(
            Casus.tafel_id == grondvraag.tafel_id,
            Organisatie.soort == grondvraag.gever,
            ontvanger.soort == grondvraag.ontvanger,
            Informatiebijdrage.status == BijdrageStatus.INGEDIEND,
            Gebruiker.active.is_(True),
            Gebruiker.organisatie_id == Organisatie.id,
        )
    )
    adressen = {
        adres
        for adres, wie, casus_id in sessie.execute(vraag)
        if wie not in set(sessie.scalars(uitgesloten_mensen(casus_id)))
    }
    return sorted(adressen)
