"""The kenmerk: no gap and no double, with two at once and after a rollback."""

import threading

from flask import Flask
from sqlalchemy.orm import Session

from models import Overlegtafel
from overleg.basis.database import db
from overleg.instroom.handelingen.kenmerk import geef_kenmerk
from tests.steun.fabriek import Fabriek

JAAR = 2026
KEREN, DRADEN = 8, 3


def test_kenmerk__na_elkaar__per_tafel_en_jaar(fabriek: Fabriek) -> None:
    een, twee = fabriek.tafel(), fabriek.tafel("Brakzijl", "BZ")
    gevraagd = [(een, 2026), (een, 2026), (twee, 2026), (een, 2027)]
    gegeven = [geef_kenmerk(fabriek.sessie, tafel, jaar) for tafel, jaar in gevraagd]
    assert gegeven == ["LW-2026-0001", "LW-2026-0002", "BZ-2026-0001", "LW-2027-0001"]


def test_kenmerk__teruggedraaid__geen_gat(fabriek: Fabriek) -> None:
    tafel = fabriek.tafel()
    fabriek.klaar()
    geef_kenmerk(fabriek.sessie, tafel, JAAR)
    fabriek.sessie.rollback()
    assert geef_kenmerk(fabriek.sessie, tafel, JAAR) == "LW-2026-0001"


def test_kenmerk__tegelijk__geen_dubbele_en_geen_gat(app: Flask, fabriek: Fabriek) -> None:
    tafel_id = fabriek.tafel().id
    fabriek.klaar()
    gegeven: list[str] = []
    start = threading.Barrier(DRADEN)

    def vraag() -> None:
        with app.app_context():
            start.wait()
            for keer in range(KEREN):
                with Session(db.engine) as sessie:
                    tafel = sessie.get_one(Overlegtafel, tafel_id)
                    kenmerk = geef_kenmerk(sessie, tafel, JAAR)
                    if keer % 4 == 3:
                        sessie.rollback()
                        continue
                    sessie.commit()
                    gegeven.append(kenmerk)

    draden = [threading.Thread(target=vraag) for _ in range(DRADEN)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    goed = DRADEN * (KEREN - KEREN // 4)
    assert sorted(gegeven) == [f"LW-2026-{nr:04d}" for nr in range(1, goed + 1)]
