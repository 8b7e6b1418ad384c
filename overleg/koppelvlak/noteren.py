"""Lines in the logboek for what a system fetched: of each casus, with the koppeling where a browser is named.

A program asks every few minutes, day and night, and mostly gets what it has already: as with somebody who
looks at a page again, that is the same look for a quarter of an hour.
"""

import uuid
from collections.abc import Iterable

from flask import g
from sqlalchemy import select

from models import Casus, Gebeurtenis
from overleg.basis.database import schrijvend_apart
from overleg.basis.klok import nu
from overleg.logboek.herkomst import herkomst
from overleg.logboek.schrijven import ZELFDE_BLIK, schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import UITVOERDER, in_namen
from overleg.toegang.vrager import Vrager

REGEL = in_namen(Recht.AFSPRAAK_UITWISSELEN, UITVOERDER)
"""By which rule: what is fetched is what the asker carries out, in a list too."""


def noteer_opgehaald(vrager: Vrager, casus_ids: Iterable[uuid.UUID]) -> None:
    """Note which casussen something was fetched of, each once a quarter of an hour for this koppeling."""
    sleutels, g.regel = set(casus_ids), REGEL
    if not sleutels:
        return
    pas_gehaald = select(Gebeurtenis.object_id).where(
        Gebeurtenis.gebruiker_id == vrager.id,
        Gebeurtenis.soort == Soort.AFSPRAKEN_OPGEHAALD.value,
        Gebeurtenis.sessie == herkomst().sessie,
        Gebeurtenis.object_id.is_not(None),
        Gebeurtenis.tijd > nu() - ZELFDE_BLIK,
    )
    nieuw = select(Casus).where(Casus.id.in_(sleutels), Casus.id.not_in(pas_gehaald))
    with schrijvend_apart() as eigen:
        for casus in eigen.scalars(nieuw.order_by(Casus.id)):
            schrijf(eigen, vrager, Soort.AFSPRAKEN_OPGEHAALD, casus)
