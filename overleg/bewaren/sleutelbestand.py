"""The locked keys of all texts, in a file outside the database and its backups (docs/besluiten/019).

A backup leaves the keys out, so an old one opens only with this file, of which only the newest is kept: what
was destroyed is not in it any more. It is written anew at every backup and every destruction.
"""

import fcntl
import json
import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, insert, select
from sqlalchemy.orm import Session

from models import Overlegtafel, Sleutel
from overleg.basis.database import alleen_lezen
from overleg.basis.hoofdsleutel import ALLEEN_EIGENAAR, MAP_VAN_EIGENAAR


class OnleesbareSleutels(ValueError):
    """The file is not there, or damaged; the message says what to do."""


def schrijf(motor: Engine, bestand: Path) -> int:
    """Write every key of the database of `motor` to `bestand`, whole or not at all; return how many.

    One process at a time reads and writes, so that an older look never replaces a newer one.
    """
    bestand.parent.mkdir(mode=MAP_VAN_EIGENAAR, parents=True, exist_ok=True)
    with _om_de_beurt(bestand):
        with alleen_lezen(), Session(motor) as eigen:
            vraag = select(Sleutel.voor_id, Sleutel.tafel_id, Sleutel.verpakt).order_by(Sleutel.voor_id)
            regels = [json.dumps([str(v), str(t), dicht]) + "\n" for v, t, dicht in eigen.execute(vraag)]
        los = bestand.with_suffix(".deel")
        greep = os.open(los, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, ALLEEN_EIGENAAR)
        with os.fdopen(greep, "w", encoding="ascii") as uit:
            uit.writelines(regels)
            uit.flush()
            os.fsync(uit.fileno())
        los.replace(bestand)
    return len(regels)


@contextmanager
def _om_de_beurt(bestand: Path) -> Iterator[None]:
    greep = os.open(bestand.with_suffix(".slot"), os.O_RDWR | os.O_CREAT, ALLEEN_EIGENAAR)
    try:
        fcntl.flock(greep, fcntl.LOCK_EX)
        yield
    finally:
        os.close(greep)


def lees(bestand: Path) -> list[tuple[uuid.UUID, uuid.UUID, str]]:
    """Return (whose, tafel, locked key) of every key; raises OnleesbareSleutels."""
    try:
        regels = [json.loads(regel) for regel in bestand.read_text(encoding="ascii").splitlines()]
        return [(uuid.UUID(voor), uuid.UUID(tafel), str(dicht)) for voor, tafel, dicht in regels]
    except (OSError, TypeError, ValueError) as fout:
        raise OnleesbareSleutels(
            f"{bestand} is missing or damaged ({fout.__class__.__name__}): without it nothing in this backup "
            "can be read. Put back the newest copy of the folder OVERLEG_SLEUTELMAP."
        ) from None


def zet_terug(sessie: Session, sleutels: list[tuple[uuid.UUID, uuid.UUID, str]]) -> int:
    """Put the keys in a database that has none; return how many. Those of a tafel of later stay out."""
    er_zijn = set(sessie.scalars(select(Overlegtafel.id)))
    rijen = [
        {"voor_id": voor, "tafel_id": tafel, "verpakt": dicht}
        for voor, tafel, dicht in sleutels
        if tafel in er_zijn
    ]
    if rijen:
        sessie.execute(insert(Sleutel), rijen)
    return len(rijen)
