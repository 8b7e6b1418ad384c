"""Saying that one types in a text, for who else has that casus open (ontwerp.md §7).

A sign is nothing that happened: it writes no line in the logboek, and is thrown away within a day.
"""

from sqlalchemy import CursorResult, delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from models import Schrijver, Tekstveld
from overleg.basis.achtergrond import taak
from overleg.basis.klok import nu
from overleg.bespreking.handelingen.schrijfrecht import eis_schrijven
from overleg.bespreking.opvragen.schrijvers import LEEFTIJD
from overleg.live.delen import SCHRIJFT
from overleg.live.melden import meld
from overleg.toegang.vrager import Vrager


def meld_schrijven(sessie: Session, vrager: Vrager, veld: Tekstveld) -> None:
    """Give a sign that `vrager` types in `veld`; others hear of the first one only.

    A screen that shows the line asks again by itself before it ends, so a sign that goes on is no news.
    """
    eis_schrijven(vrager, veld)
    zet_schrijver(sessie, vrager, veld)


def meld_klaar(sessie: Session, vrager: Vrager, veld: Tekstveld) -> None:
    """Take the sign back; asked only of who may see `veld`, also when writing there has just ended."""
    haal_schrijver_weg(sessie, vrager, veld)


def zet_schrijver(sessie: Session, vrager: Vrager, veld: Tekstveld) -> None:
    """Renew the sign; two pages of one person are one writer."""
    vorige = sessie.scalars(
        select(Schrijver.op).where(Schrijver.tekstveld_id == veld.id, Schrijver.gebruiker_id == vrager.id)
    ).one_or_none()
    soort = postgresql if sessie.get_bind().dialect.name == "postgresql" else sqlite
    teken = soort.insert(Schrijver).values(tekstveld_id=veld.id, gebruiker_id=vrager.id, op=nu())
    sleutel = [Schrijver.tekstveld_id, Schrijver.gebruiker_id]
    sessie.execute(teken.on_conflict_do_update(index_elements=sleutel, set_={"op": teken.excluded.op}))
    if vorige is None or vorige < nu() - LEEFTIJD:
        _vertel(sessie, veld)


def haal_schrijver_weg(sessie: Session, vrager: Vrager, veld: Tekstveld) -> None:
    """End the sign; nothing when there was none."""
    weg: CursorResult[tuple[()]] = sessie.execute(  # type: ignore[assignment] # a DELETE gives a cursor
        delete(Schrijver).where(Schrijver.tekstveld_id == veld.id, Schrijver.gebruiker_id == vrager.id)
    )
    if weg.rowcount:
        _vertel(sessie, veld)


def _vertel(sessie: Session, veld: Tekstveld) -> None:
    meld(sessie, [SCHRIJFT.format(id=veld.id)], casus_id=veld.casus.id)


@taak("schrijvers_opruimen", dagelijks=True)
def ruim_op(sessie: Session) -> int:
    """Throw away the signs that ended."""
    weg: CursorResult[tuple[()]] = sessie.execute(  # type: ignore[assignment] # a DELETE gives a cursor
        delete(Schrijver).where(Schrijver.op < nu() - LEEFTIJD)
    )
    return weg.rowcount
