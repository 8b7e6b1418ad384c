"""The facts on which adopting a record depends."""

import uuid

from sqlalchemy.orm import Session

from models import Agendapunt, Deelname, Overleg
from models.waarden import Aanwezigheid
from overleg.agenda.inhoud import punt_titel
from overleg.toegang.voorwaarden import AANWEZIG_GEWEEST
from overleg.toegang.vrager import Vrager
from overleg.verslag.aanwezigen import deelnames_van, gastpunten, is_plaatshouder, naam_van, verwachten
from overleg.verslag.bron import Bron, haal_bron
from overleg.verslag.opvragen.opmerkingen import niet_doorgevoerd, nog_open, ronde_van
from overleg.verslag.regels import (
    Aanwezigfeit,
    Afspraakfeit,
    Puntfeit,
    Vastpuntfeit,
    Vaststelfeiten,
)
from overleg.verslag.samenstellen import is_behandeld


def vaststelfeiten(sessie: Session, vrager: Vrager, overleg: Overleg) -> Vaststelfeiten:
    """Return the facts on which adopting depends; of a casus closed to the asker only whether it is done."""
    bron = haal_bron(sessie, overleg.id)
    deelnames = [d for d in deelnames_van(bron) if d.aanwezigheid in AANWEZIG_GEWEEST]
    return Vaststelfeiten(
        status=bron.overleg.status,
        punten=tuple(_puntfeit(bron, vrager, punt) for punt in bron.overleg.punten if punt.casus_id),
        afspraken=tuple(
            Afspraakfeit(
                kenmerk=_kenmerk(bron, bespreking.casus_id),
                nummer=a.nummer,
                waar=str(punt_id),
                eigenaar=a.organisatie_id is not None,
                datum=a.datum is not None,
            )
            for punt_id, bespreking in bron.besprekingen.items()
            if bespreking.casus_id not in vrager.teruggetrokken
            for a in bron.afspraken.get(bespreking.id, [])
        ),
        aanwezigen=tuple(Aanwezigfeit(naam_van(d), d.registratie_akkoord) for d in deelnames),
        registratie_bevestigd=bron.overleg.registratieafspraak_id is not None,
        ronde=ronde_van(bron.overleg),
        opmerkingen=nog_open(sessie, vrager, bron.overleg),
        ongewijzigd=niet_doorgevoerd(sessie, vrager, bron.overleg),
        overgeslagen=tuple(
            Vastpuntfeit(punt_titel(punt), str(punt.id))
            for punt in bron.overleg.punten
            if not punt.casus_id and not is_behandeld(bron, punt)
        ),
        verwacht=tuple(naam_van(d) for d in verwachten(bron) if _staat_nog_open(bron, vrager, d)),
    )


def _staat_nog_open(bron: Bron, vrager: Vrager, deelname: Deelname) -> bool:
    """Whether nothing was noted of a person; not of the guest of a casus that is closed to the asker."""
    if deelname.aanwezigheid is not Aanwezigheid.VERWACHT or is_plaatshouder(deelname):
        return False
    casussen = {punt.casus_id for punt in gastpunten(bron, deelname)}
    return not casussen or bool(casussen - vrager.teruggetrokken)


def _kenmerk(bron: Bron, casus_id: uuid.UUID) -> str:
    return bron.casussen[casus_id].kenmerk or ""


def _puntfeit(bron: Bron, vrager: Vrager, punt: Agendapunt) -> Puntfeit:
    bespreking = bron.besprekingen.get(punt.id)
    gesloten = punt.casus_id in vrager.teruggetrokken
    return Puntfeit(
        kenmerk=_kenmerk(bron, punt.casus_id) if punt.casus_id and not gesloten else "",
        waar="" if gesloten else str(punt.id),
        status=bespreking.status if bespreking else None,
        doorgeschoven=punt.id in bron.vervolg,
        gemonitord=bool(bespreking and bron.rondes.get(bespreking.id)),
        gesloten=gesloten,
    )
