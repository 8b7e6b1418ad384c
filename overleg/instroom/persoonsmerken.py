"""Keyed hashes of names follow the directbetrokkene by themselves: no handeling can forget them."""

from typing import Any

from sqlalchemy import Connection, delete, event, insert
from sqlalchemy.orm import Mapper

from models import Directbetrokkene, Persoonsmerk
from models.basis import is_gewijzigd
from models.versleuteling import kast_van
from overleg.instroom.regels.personen import Persoon, persoon_van, schrijfwijzen

BEPALEND = ("naam", "andere_namen", "geboortedatum")


def als_persoon(rij: Directbetrokkene) -> Persoon:
    """Return of a directbetrokkene what comparing needs."""
    return persoon_van(rij.naam or "", rij.andere_namen or "", rij.geboortedatum, rij.geboortejaar)


def _schrijf(verbinding: Connection, rij: Directbetrokkene) -> None:
    kast = kast_van(verbinding.dialect)
    rijen = [{"betrokkene_id": rij.id, "merk": kast.merk(w)} for w in sorted(schrijfwijzen(als_persoon(rij)))]
    if rijen:
        verbinding.execute(insert(Persoonsmerk), rijen)


@event.listens_for(Directbetrokkene, "after_insert")
def _nieuw(_mapper: Mapper[Any], verbinding: Connection, rij: Directbetrokkene) -> None:
    _schrijf(verbinding, rij)


@event.listens_for(Directbetrokkene, "before_update")
def _anders(_mapper: Mapper[Any], verbinding: Connection, rij: Directbetrokkene) -> None:
    if is_gewijzigd(rij, BEPALEND):
        verbinding.execute(delete(Persoonsmerk).where(Persoonsmerk.betrokkene_id == rij.id))
        _schrijf(verbinding, rij)
