"""The facts on which adopting a record depends."""

import uuid

from sqlalchemy.orm import Session

from models import Agendapunt, Overleg
from overleg.toegang.voorwaarden import AANWEZIG_GEWEEST
from overleg.verslag.aanwezigen import deelnames_van, naam_van
from overleg.verslag.bron import Bron, haal_bron
from overleg.verslag.regels import Aanwezigfeit, Afspraakfeit, Puntfeit, Vaststelfeiten


def vaststelfeiten(sessie: Session, overleg: Overleg) -> Vaststelfeiten:
    """Return the facts on which adopting depends."""
    bron = haal_bron(sessie, overleg.id)
    deelnames = [d for d in deelnames_van(bron) if d.aanwezigheid in AANWEZIG_GEWEEST]
    return Vaststelfeiten(
        status=bron.overleg.status,
        punten=tuple(_puntfeit(bron, punt) for punt in bron.overleg.punten if punt.casus_id),
        afspraken=tuple(
            Afspraakfeit(
                kenmerk=_kenmerk(bron, bespreking.casus_id),
                nummer=a.nummer,
                waar=str(punt_id),
                eigenaar=a.organisatie_id is not None,
                datum=a.datum is not None,
            )
            for punt_id, bespreking in bron.besprekingen.items()
            for a in bron.afspraken.get(bespreking.id, [])
        ),
        aanwezigen=tuple(Aanwezigfeit(naam_van(d), d.registratie_akkoord) for d in deelnames),
        registratie_bevestigd=bron.overleg.registratieafspraak_id is not None,
    )


def _kenmerk(bron: Bron, casus_id: uuid.UUID) -> str:
    return bron.casussen[casus_id].kenmerk or ""


def _puntfeit(bron: Bron, punt: Agendapunt) -> Puntfeit:
    bespreking = bron.besprekingen.get(punt.id)
    return Puntfeit(
        kenmerk=_kenmerk(bron, punt.casus_id) if punt.casus_id else "",
        waar=str(punt.id),
        status=bespreking.status if bespreking else None,
        doorgeschoven=punt.id in bron.vervolg,
        gemonitord=bool(bespreking and bron.rondes.get(bespreking.id)),
    )
