"""The list of what was destroyed, outside the database and its backups.

After an older backup is put back, everything on it is destroyed again before anyone can sign in. A line holds
the ids and the kenmerk of a casus, and the ground: nothing about people. Lines are only ever added.
"""

import fcntl
import json
import logging
import os
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import event, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from models import Vernietiging
from models.waarden_bewaren import VernietigGrond
from overleg.basis.config import Config
from overleg.basis.database import motor_van
from overleg.bewaren import sleutelbestand

log = logging.getLogger(__name__)
ALLEEN_EIGENAAR = 0o600
MAP_VAN_EIGENAAR = 0o700


class OnleesbareLijst(ValueError):
    """A line of the list that is none; the message names the file and the line."""


@dataclass(frozen=True)
class Vernietigd:
    """One casus that was destroyed."""

    casus_id: str
    tafel_id: str
    kenmerk: str
    grond: str
    toelichting: str
    voorgesteld_door: str
    goedgekeurd_door: str
    op: str

    @classmethod
    def van(cls, rij: Vernietiging) -> "Vernietigd":
        """Return the line for a certificate."""
        return cls(
            str(rij.casus_id),
            str(rij.tafel_id or ""),
            rij.kenmerk,
            rij.grond.value,
            rij.toelichting,
            rij.voorgesteld_door,
            rij.goedgekeurd_door,
            rij.op.isoformat(),
        )

    def als_rij(self, *, met_tafel: bool) -> Vernietiging:
        """Return the certificate for a line, without counts: those are of the destruction itself."""
        return Vernietiging(
            casus_id=uuid.UUID(self.casus_id),
            tafel_id=uuid.UUID(self.tafel_id) if met_tafel else None,
            kenmerk=self.kenmerk,
            grond=VernietigGrond[self.grond.upper()],
            toelichting=self.toelichting,
            voorgesteld_door=self.voorgesteld_door,
            goedgekeurd_door=self.goedgekeurd_door,
            aantallen={},
            verzoeken=[],
            op=datetime.fromisoformat(self.op),
        )


def lees(bestand: Path) -> list[Vernietigd]:
    """Return the lines; none when there is no list yet. Raises OnleesbareLijst for a damaged one.

    A last line without its end was cut off by a crash: the background loop adds it anew.
    """
    try:
        tekst = bestand.read_text(encoding="utf-8")
    except FileNotFoundError:
        return []
    heel = tekst[: tekst.rfind("\n") + 1].splitlines()
    return [_lees_regel(bestand, nummer, regel) for nummer, regel in enumerate(heel, 1)]


def _lees_regel(bestand: Path, nummer: int, regel: str) -> Vernietigd:
    try:
        gelezen = Vernietigd(**json.loads(regel))
        uuid.UUID(gelezen.casus_id)
    except (TypeError, ValueError) as fout:
        raise OnleesbareLijst(f"{bestand}, line {nummer}: {fout}") from None
    return gelezen


def vul_aan(bestand: Path, regels: Iterable[Vernietigd]) -> int:
    """Add the lines that the list does not hold yet, on the disk before this returns; return how many.

    What a crash left of a line is taken away first, so that it spoils no other.
    """
    bestand.parent.mkdir(mode=MAP_VAN_EIGENAAR, parents=True, exist_ok=True)
    with _vast(bestand) as greep:
        os.ftruncate(greep, bestand.read_bytes().rfind(b"\n") + 1)
        er_al = {regel.casus_id for regel in lees(bestand)}
        nieuw = [regel for regel in regels if regel.casus_id not in er_al]
        tekst = "".join(json.dumps(asdict(regel), ensure_ascii=False) + "\n" for regel in nieuw)
        os.write(greep, tekst.encode())
        os.fsync(greep)
    _fsync_map(bestand.parent)
    return len(nieuw)


@contextmanager
def _vast(bestand: Path) -> Iterator[int]:
    greep = os.open(bestand, os.O_RDWR | os.O_APPEND | os.O_CREAT, ALLEEN_EIGENAAR)
    try:
        fcntl.flock(greep, fcntl.LOCK_EX)
        yield greep
    finally:
        os.close(greep)


def _fsync_map(map_: Path) -> None:
    greep = os.open(map_, os.O_RDONLY)
    try:
        os.fsync(greep)
    finally:
        os.close(greep)


def houd_bij(sessie: Session, config: Config, rij: Vernietiging) -> None:
    """Take its key out of the file of keys, and add `rij` to the list, once the transaction is committed.

    Not before: a destruction that was undone would be done again after every restore. When it fails, the
    background loop adds what misses within a minute (`werk_bij`).
    """
    regel, motor = Vernietigd.van(rij), motor_van(sessie)

    def na_vastleggen(_sessie: Session) -> None:
        try:
            sleutelbestand.schrijf(motor, config.sleutelbestand)
            vul_aan(config.lijst_van_vernietigd, [regel])
        except (OSError, SQLAlchemyError, OnleesbareLijst):
            log.exception("the list of what was destroyed could not be added to; it is tried again")

    event.listen(sessie, "after_commit", na_vastleggen, once=True)


def mist(sessie: Session, bestand: Path) -> list[Vernietigd]:
    """Return what the database says was destroyed and the list does not hold."""
    er_al = {uuid.UUID(regel.casus_id) for regel in lees(bestand)}
    return [Vernietigd.van(rij) for rij in sessie.scalars(select(Vernietiging)) if rij.casus_id not in er_al]


def niet_toegepast(sessie: Session, bestand: Path) -> list[Vernietigd]:
    """Return what the list says was destroyed and this database does not know of: an older backup."""
    regels = lees(bestand)
    bekend = set(sessie.scalars(select(Vernietiging.casus_id))) if regels else set()
    return [regel for regel in regels if uuid.UUID(regel.casus_id) not in bekend]
