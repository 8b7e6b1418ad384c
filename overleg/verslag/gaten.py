"""An adopted record from an older backup, in which the pieces of a destroyed casus no longer open.

Its key is gone, so nobody can read what stood there; what the record says of the others is read as it was.
The checksum says nothing about such a text: each piece that opens is proved by its own seal.
"""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any, get_origin, get_type_hints

from overleg.basis.weergave import datum
from overleg.verslag.bewaren import WEG, OnleesbaarVerslag, uit_json
from overleg.verslag.inhoud import CasusInVerslag, Verslaginhoud

GAT = "weg"
_LEEG: Mapping[Any, object] = {str: "", bool: False, tuple: [], frozenset: []}


def vernietigd_op(dag: date) -> dict[str, Any]:
    """Return what a record says of a casus once its dossier was destroyed on `dag`."""
    zin = f"De gegevens van deze casus zijn vernietigd op {datum(dag)}."
    return {"uitkomst": "Vernietigd", "besproken": True, "vernietigd": zin}


def zonder_gaten(tekst: str, namen: Mapping[str, str], dag: date) -> Verslaginhoud:
    """Return the record in `tekst` with what belongs where pieces are gone; raises OnleesbaarVerslag.

    `namen` are the kenmerken of the casussen of the tafel, by their id. Earlier actions of the casus go; of a
    rectificatie stays that there was one: its number follows from its place, who made it and when is gone.
    """
    try:
        gegevens = json.loads(tekst)
        gegevens["casussen"] = [_casus(deel, namen, dag) for deel in gegevens["casussen"]]
        gegevens["vorige_acties"] = [deel for deel in gegevens["vorige_acties"] if GAT not in deel]
        gegevens["rectificaties"] = [
            _rectificatie(deel, nummer, namen, dag)
            for nummer, deel in enumerate(gegevens["rectificaties"], 1)
        ]
    except (KeyError, TypeError, ValueError) as fout:
        raise OnleesbaarVerslag(str(fout)) from fout
    return uit_json(json.dumps(gegevens))


def _casus(deel: dict[str, Any], namen: Mapping[str, str], dag: date) -> dict[str, Any]:
    """Return a casus as it was, or one of which only the kenmerk is left: who could read it is gone too."""
    if GAT not in deel:
        return deel
    leeg = {
        naam: _LEEG.get(get_origin(soort) or soort) for naam, soort in get_type_hints(CasusInVerslag).items()
    }
    return {**leeg, **vernietigd_op(dag), "id": deel[GAT], "kenmerk": namen[deel[GAT]]}


def _rectificatie(deel: dict[str, Any], nummer: int, namen: Mapping[str, str], dag: date) -> dict[str, Any]:
    if GAT not in deel:
        return deel
    op = datetime.combine(dag, time(), UTC).isoformat()
    wie = {"nummer": nummer, "op": op, "door": WEG, "casus_id": deel[GAT], "kenmerk": namen[deel[GAT]]}
    return {**wie, "reden": WEG, "tekst": WEG}
