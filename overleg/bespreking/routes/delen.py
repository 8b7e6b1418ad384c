"""Parts of a page of the meeting, fetched by themselves: `?deel=<name>` once for each (ontwerp.md §7)."""

import uuid

from flask import request

from overleg.live.delen import AFRONDEN, BESLUITEN, OVERDRACHTEN, STROOK, TEKST

MEESTE = 40
"""So many parts at most; who is further behind fetches the whole page."""
VAN_BESLUITEN = frozenset({STROOK, OVERDRACHTEN, BESLUITEN, AFRONDEN})
_TEKST = TEKST.format(id="")


def gevraagde_delen() -> list[str]:
    """Return the parts that are asked for, each once; none: the whole page."""
    return list(dict.fromkeys(request.args.getlist("deel")))[:MEESTE]


def gevraagde_teksten(delen: list[str]) -> set[uuid.UUID]:
    """Return the texts among the parts; what is no id is none."""
    gevonden = set()
    for deel in delen:
        if deel.startswith(_TEKST):
            try:
                gevonden.add(uuid.UUID(deel.removeprefix(_TEKST)))
            except ValueError:
                continue
    return gevonden
