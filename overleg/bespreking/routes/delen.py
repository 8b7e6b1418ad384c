"""Parts of a page of the meeting, fetched by themselves: `?deel=<name>` once for each (ontwerp.md §7)."""

import uuid

from flask import request

from overleg.live.delen import AFRONDEN, BESLUITEN, OVERDRACHTEN, STROOK

MEESTE = 40
"""So many parts at most; who is further behind fetches the whole page."""
VAN_BESLUITEN = frozenset({STROOK, OVERDRACHTEN, BESLUITEN, AFRONDEN})


def gevraagde_delen() -> list[str]:
    """Return the parts that are asked for, each once; none: the whole page."""
    return list(dict.fromkeys(request.args.getlist("deel")))[:MEESTE]


def gevraagde_ids(delen: list[str], patroon: str) -> set[uuid.UUID]:
    """Return the ids in the parts that are named by `patroon`, such as TEKST; what is no id is none."""
    begin, gevonden = patroon.format(id=""), set()
    for deel in delen:
        if deel.startswith(begin):
            try:
                gevonden.add(uuid.UUID(deel.removeprefix(begin)))
            except ValueError:
                continue
    return gevonden
