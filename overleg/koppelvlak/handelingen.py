"""Reporting how far an afspraak is, from the own system of a partner: as on the page of that afspraak."""

import uuid
from dataclasses import dataclass

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from models import Afspraak, Koppelverzoek
from overleg.basis.klok import nu
from overleg.bespreking.handelingen.voortgang import meld_afspraak
from overleg.bespreking.invoer_stappen import Melding
from overleg.toegang.rechten import Recht
from overleg.toegang.systeemkoppelingen import HERHALEN
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager


@dataclass(frozen=True, slots=True)
class Verzoek:
    """By what a request is known when it comes again: the key of the system, and what it asked."""

    koppeling_id: uuid.UUID
    sleutel: str
    afdruk: str


class SleutelBezet(Exception):
    """Somebody else keeps the key of this request at the same moment."""


def meld_van_systeem(
    sessie: Session, vrager: Vrager, afspraak: Afspraak, melding: Melding, verzoek: Verzoek | None
) -> None:
    """Report for the asker, and remember the request, in one transaction.

    The request goes first: of two at the same moment the second waits there, and fails on the key. Raises
    SleutelBezet then; Geweigerd, Botsing or StaleDataError as `meld_afspraak` and the database do.
    """
    eis(vrager, Recht.AFSPRAAK_UITWISSELEN, afspraak)
    if verzoek is not None:
        _onthoud(sessie, verzoek)
    meld_afspraak(sessie, vrager, afspraak, melding)
    sessie.flush()


def _onthoud(sessie: Session, verzoek: Verzoek) -> None:
    """Keep the request, in the place of one with this key that is forgotten but not tidied up yet."""
    sessie.execute(
        delete(Koppelverzoek).where(
            Koppelverzoek.koppeling_id == verzoek.koppeling_id,
            Koppelverzoek.sleutel == verzoek.sleutel,
            Koppelverzoek.op < nu() - HERHALEN,
        )
    )
    sessie.add(
        Koppelverzoek(koppeling_id=verzoek.koppeling_id, sleutel=verzoek.sleutel, afdruk=verzoek.afdruk)
    )
    try:
        sessie.flush()
    except IntegrityError as fout:
        raise SleutelBezet from fout
