"""Taking back an offer that nobody answered, so that the receiver knows (domein.md §5)."""

from sqlalchemy.orm import Session

from models import Gebruiker, Overdracht
from models.waarden import OverdrachtStatus
from models.waarden_post import Berichtsoort
from overleg.basis.adressen import volledig
from overleg.basis.klok import nu
from overleg.basis.post import leg_klaar
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.uitsluiting import is_uitgesloten
from overleg.toegang.vrager import Vrager


def trek_aanbod_in(sessie: Session, vrager: Vrager, overdracht: Overdracht, reden: str) -> None:
    """Take an open offer back with a reason, and tell who was asked. The caller asked whether it may."""
    overdracht.status, overdracht.antwoord_reden = OverdrachtStatus.INGETROKKEN, reden
    overdracht.beantwoord_door_naam, overdracht.beantwoord_op = vrager.naam, nu()
    schrijf(sessie, vrager, Soort.OVERDRACHT_INGETROKKEN, overdracht, wat=overdracht.soort.value)
    _vertel_ontvanger(sessie, overdracht)


def _vertel_ontvanger(sessie: Session, overdracht: Overdracht) -> None:
    """Tell who was asked that there is nothing to answer any more; no personal data."""
    ontvanger = sessie.get(Gebruiker, overdracht.naar_persoon_id) if overdracht.naar_persoon_id else None
    if ontvanger is None or not ontvanger.active:
        return
    if not is_uitgesloten(sessie, ontvanger.id, overdracht.casus_id):
        leg_klaar(
            sessie,
            Berichtsoort.WERK,
            ontvanger.email,
            f"Actie-overleg: wat u was aangeboden, is ingetrokken ({overdracht.casus.kenmerk})",
            "U was iets aangeboden om over te nemen. Dat is ingetrokken.\n"
            "U hoeft niets te doen. Log in en lees de reden:\n"
            f"{volledig('opvolging.overdracht', overdracht=overdracht.id)}\n",
        )
