"""How the people of one casus are called, so that no two are called the same."""

import uuid
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from models.waarden import BetrokkeneRol


@dataclass(frozen=True)
class Genoemde:
    """Of a directbetrokkene only what calling needs."""

    id: uuid.UUID
    naam: str
    rol: BetrokkeneRol


def aanduidingen(mensen: Iterable[Genoemde], *, met_rol: bool = False) -> dict[uuid.UUID, str]:
    """Return what to call each person: the name, with the role where another has that name too.

    Someone can be slachtoffer and pleger, and more than one can be "onbekend"; who also shares the role
    gets a number, in the order of the casus. With `met_rol` the role always stands behind the name.
    """
    allen = list(mensen)
    namen = Counter(mens.naam.casefold() for mens in allen)
    paren = Counter((mens.naam.casefold(), mens.rol) for mens in allen)
    geteld: Counter[tuple[str, BetrokkeneRol]] = Counter()
    gevonden = {}
    for mens in allen:
        paar = (mens.naam.casefold(), mens.rol)
        geteld[paar] += 1
        rol = f", {mens.rol.tekst.lower()}" if met_rol or namen[paar[0]] > 1 else ""
        nummer = f" ({geteld[paar]})" if paren[paar] > 1 else ""
        gevonden[mens.id] = f"{mens.naam}{rol}{nummer}"
    return gevonden
