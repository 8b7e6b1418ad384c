"""No service on a database in which destroyed casussen came back with an older backup."""

import logging
import time
from dataclasses import dataclass, field

from flask import Flask, current_app, request
from sqlalchemy.orm import Session
from werkzeug.exceptions import ServiceUnavailable

from overleg.basis.config import Config
from overleg.basis.database import alleen_lezen, db
from overleg.bewaren.lijst import niet_toegepast

log = logging.getLogger(__name__)
MINUUT = 60.0


@dataclass
class Wacht:
    """Looks at most once a minute, and at once when the list changed."""

    gezien: tuple[int, int] | None = None
    tot: float = field(default=0.0)

    def kijk(self, config: Config) -> None:
        """Raise ServiceUnavailable while the list was not applied to this database."""
        try:
            stand = config.lijst_van_vernietigd.stat()
        except FileNotFoundError:
            return
        nu = (stand.st_mtime_ns, stand.st_size)
        if self.gezien == nu and time.monotonic() < self.tot:
            return
        with alleen_lezen(), Session(db.engine) as eigen:
            open_ = niet_toegepast(eigen, config.lijst_van_vernietigd)
        if open_:
            log.error(
                "%s destroyed casussen came back with a backup: run `flask bewaren herhaal` first", len(open_)
            )
            raise ServiceUnavailable
        self.gezien, self.tot = nu, time.monotonic() + MINUUT


def _kijk() -> None:
    if request.endpoint != "static":
        current_app.extensions["wacht"].kijk(current_app.extensions["overleg"])


def registreer(app: Flask) -> None:
    """Stand before every request but that of a static file."""
    app.extensions["wacht"] = Wacht()
    app.before_request(_kijk)
