"""Making a backup, and throwing old ones away."""

import os
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

from overleg.basis.config import Config
from overleg.reservekopie.databases import kopie, soort_van
from overleg.reservekopie.sleutels import ontvangers
from overleg.reservekopie.vorm import Kop, versleutel

ALLEEN_EIGENAAR = 0o600
MAP_VAN_EIGENAAR = 0o700
TIJD = "%Y%m%dT%H%M%SZ"
NAAM = re.compile(r"overleg-(\d{8}T\d{6}Z)\.age")


def maak(config: Config, map_: Path, moment: datetime) -> Path:
    """Write an encrypted backup in `map_` and return the file; it has its name only once it is whole.

    Raises GeenSleutel without a key: then nothing is written. Raises NietGelukt when copying fails.
    """
    voor = ontvangers(config)
    map_.mkdir(mode=MAP_VAN_EIGENAAR, parents=True, exist_ok=True)
    doel = map_ / f"overleg-{moment.astimezone(UTC).strftime(TIJD)}.age"
    deel = doel.with_suffix(".deel")
    try:
        greep = os.open(deel, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, ALLEEN_EIGENAAR)
        with os.fdopen(greep, "wb") as uit:
            with kopie(config.database_url) as bron:
                versleutel(Kop(soort_van(config.database_url), moment), bron, uit, voor)
            uit.flush()
            os.fsync(uit.fileno())
        deel.replace(doel)
    finally:
        deel.unlink(missing_ok=True)
    return doel


def ruim_op(map_: Path, moment: datetime, dagen: int) -> list[Path]:
    """Throw away backups of more than `dagen` days old, never the newest; return which."""
    kopieen = sorted((Path(p) for p in map_.iterdir() if NAAM.fullmatch(p.name)), key=lambda p: p.name)
    weg = [pad for pad in kopieen[:-1] if _van(pad) < moment - timedelta(days=dagen)]
    for pad in weg:
        pad.unlink()
    return weg


def _van(pad: Path) -> datetime:
    gevonden = NAAM.fullmatch(pad.name)
    if gevonden is None:
        raise ValueError(f"{pad.name} is no name of a backup")
    return datetime.strptime(gevonden[1], TIJD).replace(tzinfo=UTC)
