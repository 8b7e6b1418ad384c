"""The master key: where it stands, and how the keys of texts about people get to an engine (decision 019)."""

import base64
import os
import secrets
import uuid
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, NullPool, create_engine, select

from models import Sleutel
from models.versleuteling import Kast, zet_kast

LENGTE = 32
NAAM = "hoofdsleutel"
ALLEEN_EIGENAAR = 0o600
MAP_VAN_EIGENAAR = 0o700
EIGEN = ("hide_parameters", "connect_args")
"""The options of the engine that also hold for a connection outside its pool."""
MEESTE_SLEUTELS = 500
"""So many keys of a tafel are fetched along: what a list shows, without those of a tafel of years."""
MIST = (
    "The key of the texts about people is missing or not right: let OVERLEG_SLEUTELMAP name the folder with "
    "`hoofdsleutel` in it (`openssl rand -base64 32 > hoofdsleutel` makes one). Without the key that a "
    "database was filled with, nobody can read it."
)


def lees_tekst(tekst: str) -> bytes:
    """Return the master key that `tekst` writes out in base64; raises ValueError when it is none."""
    try:
        sleutel = base64.b64decode(tekst.strip(), validate=True)
    except ValueError:
        sleutel = b""
    if len(sleutel) != LENGTE:
        raise ValueError(MIST)
    return sleutel


def uit_map(map_: Path, *, maak: bool) -> bytes:
    """Return the master key in a folder; with `maak` it is made there when there is none yet.

    Raises ValueError when there is none: a folder that somebody named by mistake must not give a new key.
    """
    bestand = map_ / NAAM
    if maak and not bestand.exists():
        _maak(bestand)
    return lees_tekst(bestand.read_text(encoding="ascii") if bestand.is_file() else "")


def _maak(bestand: Path) -> None:
    """Make a key; of two processes that do so at once, one does: the file is there whole or not at all."""
    bestand.parent.mkdir(mode=MAP_VAN_EIGENAAR, parents=True, exist_ok=True)
    los = bestand.with_name(f".{NAAM}-{secrets.token_hex(4)}")
    with os.fdopen(os.open(los, os.O_WRONLY | os.O_CREAT | os.O_EXCL, ALLEEN_EIGENAAR), "w") as uit:
        uit.write(base64.b64encode(secrets.token_bytes(LENGTE)).decode("ascii"))
        uit.flush()
        os.fsync(uit.fileno())
    try:
        os.link(los, bestand)
    except FileExistsError:
        pass
    finally:
        los.unlink()


def leg_op(motor: Engine, hoofdsleutel: bytes, opties: dict[str, Any]) -> None:
    """Let texts about people be sealed and opened on this engine.

    A key that this process does not have yet is fetched on a connection of its own, with the newest of its
    tafel: it is asked for in the middle of reading rows, where the request's connection is busy, and waiting
    for a second one of the same pool could wait for itself.
    """
    eigen = create_engine(motor.url, poolclass=NullPool, **{n: w for n, w in opties.items() if n in EIGEN})

    def haal(wie: str) -> list[tuple[str, str]]:
        alle = select(Sleutel.voor_id, Sleutel.verpakt)
        deze = alle.where(Sleutel.voor_id == uuid.UUID(wie))
        zelfde_tafel = select(Sleutel.tafel_id).where(Sleutel.voor_id == uuid.UUID(wie)).scalar_subquery()
        van_tafel = alle.where(Sleutel.tafel_id == zelfde_tafel)
        met_deze = van_tafel.order_by(Sleutel.gemaakt_op.desc()).limit(MEESTE_SLEUTELS)
        with eigen.connect() as verbinding:
            rijen = [*verbinding.execute(met_deze), *verbinding.execute(deze)]
        return [(voor.hex, verpakt) for voor, verpakt in rijen]

    zet_kast(motor.dialect, Kast(hoofdsleutel, haal))
