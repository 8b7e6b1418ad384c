"""Lists and searching at a tafel with 1,000 casussen and with 130,000: a page must not take longer."""

from __future__ import annotations

import statistics
import time
import uuid
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from flask_migrate import upgrade
from sqlalchemy import insert, text
from sqlalchemy.orm import Session

from models import Casus, Directbetrokkene, Sleutel
from models.basis import Vertrouwelijk
from models.versleuteling import Gemerkt, kast_van
from models.waarden import BetrokkeneRol, CasusStatus, OrganisatieSoort, Rol
from overleg import create_app
from overleg.basis.config import WORTEL, Config
from overleg.basis.database import db
from overleg.basis.klok import nu
from scripts.bench.regels import Regel, voortgang
from scripts.bench.zaal import bezoeker
from tests.steun.fabriek import Fabriek
from tests.steun.toepassing import GEHEIM

WEINIG, VEEL = 1_000, 130_000
STUK = 2_000
KEREN = 7
DOEL = 1.5
OPEN = (CasusStatus.AANGEMELD, CasusStatus.TOEGELATEN, CasusStatus.GEAGENDEERD, CasusStatus.IN_MONITORING)
UREN, STAP = 40_000, 9_973
"""Few casussen are spread over the same years as many: pages that show what is due hold as much."""
LOPEND = 200
"""So many are going on; the others were closed over the years."""
PADEN = {
    "start page": "/",
    "list of casussen": "/casussen",
    "casussen, one state": "/casussen?stand=gesloten",
    "casussen, one kenmerk": "/casussen?kenmerk=LW-2020-000777",
    "triage": "/triage",
    "actions": "/acties",
    "keeping and destroying": "/bewaren",
    "logboek": "/logboek",
}


class Tafel:
    """One tafel with its voorzitter, whose casussen grow."""

    def __init__(self, url: str) -> None:
        """Make the application and a first casus to copy."""
        self.app: Flask = create_app(Config(database_url=url, secret_key=GEHEIM, testing=True))
        self.aantal = 0
        with self.app.app_context():
            upgrade(directory=str(WORTEL / "migrations"))
            with Session(db.engine) as sessie:
                fabriek = Fabriek(sessie)
                tafel = fabriek.tafel()
                vt = fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS)
                wie = fabriek.lid(tafel, vt, Rol.VOORZITTER)
                casus = fabriek.casus(tafel, wie, CasusStatus.GESLOTEN)
                self.email, self.tafel_id = wie.email, tafel.id
                fabriek.klaar()
                self.voorbeeld = {k.name: getattr(casus, k.name) for k in Casus.__table__.columns}

    def groei(self, tot: int) -> None:
        """Add casussen until there are so many, each with its key and one person."""
        with self.app.app_context(), Session(db.engine) as sessie:
            for begin in range(self.aantal, tot, STUK):
                rijen = [self._rij(nummer) for nummer in range(begin, min(begin + STUK, tot))]
                kast = kast_van(db.engine.dialect)
                sleutels = [
                    {"voor_id": r["id"], "tafel_id": self.tafel_id, "verpakt": kast.nieuw(r["id"].hex)}
                    for r in rijen
                ]
                sessie.execute(insert(Sleutel), sleutels)
                sessie.execute(insert(Casus), [self._verzegeld(rij) for rij in rijen])
                sessie.execute(insert(Directbetrokkene), [self._mens(rij["id"]) for rij in rijen])
                sessie.commit()
                for rij in rijen:
                    kast.vergeet(rij["id"].hex)
            sessie.execute(text("ANALYZE"))  # what autovacuum does by itself within minutes
            sessie.commit()
        self.aantal = tot

    def _rij(self, nummer: int) -> dict[str, Any]:
        op = nu() - timedelta(hours=nummer * STAP % UREN)
        stand = OPEN[nummer % len(OPEN)] if nummer < LOPEND else CasusStatus.GESLOTEN
        eigen = {"id": uuid.uuid4(), "kenmerk": f"LW-2020-{nummer:06}", "status": stand, "ingediend_op": op}
        dicht = {"gesloten_op": op if stand is CasusStatus.GESLOTEN else None}
        return {**self.voorbeeld, **eigen, **dicht, "gemaakt_op": op}

    @staticmethod
    def _verzegeld(rij: dict[str, Any]) -> dict[str, Any]:
        teksten = {k.name for k in Casus.__table__.columns if isinstance(k.type, Vertrouwelijk)}
        return {k: Gemerkt.voor(rij["id"], w or "x") if k in teksten else w for k, w in rij.items()}

    @staticmethod
    def _mens(casus_id: uuid.UUID) -> dict[str, Any]:
        naam = Gemerkt.voor(casus_id, f"Naam {casus_id.hex[:8]}")
        return {"id": uuid.uuid4(), "casus_id": casus_id, "rol": BetrokkeneRol.KIND, "naam": naam}

    def tijden(self) -> dict[str, float]:
        """Return the seconds of each page: the median of some turns."""
        wie = bezoeker(self.app, self.email)
        naam, _, waarde = wie.cookie.partition("=")
        client = self.app.test_client()
        client.set_cookie(naam, waarde)
        return {wat: self._tijd(client, pad) for wat, pad in PADEN.items()}

    @staticmethod
    def _tijd(client: FlaskClient, pad: str) -> float:
        gemeten = []
        for _ in range(KEREN):
            begin = time.perf_counter()
            status = client.get(pad).status_code
            gemeten.append(time.perf_counter() - begin)
            if status != 200:  # noqa: PLR2004 the code for "here it is"
                raise RuntimeError(f"{pad} answered {status}")
        return statistics.median(gemeten)


def lijsten(url: str) -> Iterator[Regel]:
    """Measure in an empty database."""
    tafel = Tafel(url)
    tafel.groei(WEINIG)
    eerst = tafel.tijden()
    voortgang(f"making {VEEL} casussen")
    tafel.groei(VEEL)
    for wat, straks in tafel.tijden().items():
        keer = straks / eerst[wat]
        yield Regel(f"{wat}, {VEEL} casussen beside {WEINIG}", f"{keer:.1f} ×", f"≤ {DOEL} ×", keer <= DOEL)
