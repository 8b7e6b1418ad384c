"""Putting a backup in an empty database, and making it fit to be used again before anyone can sign in."""

import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import delete, update

from models import Bericht, Kalenderlink, Sessie, Systeemkoppeling, Toegangslink
from models.waarden import BerichtStatus
from overleg.basis.config import WORTEL, Config
from overleg.basis.database import db
from overleg.bewaren import sleutelbestand
from overleg.bewaren.herhalen import herhaal
from overleg.bewaren.wissen import wis
from overleg.logboek.controleren import controleer
from overleg.logboek.schrijven import schrijf
from overleg.logboek.sleutel import logboeksleutel
from overleg.logboek.soorten import Soort
from overleg.logboek.zegelen import verzegel
from overleg.reservekopie.databases import NietGelukt, is_leeg, soort_van, werkmap, zet_terug
from overleg.reservekopie.sleutels import lees_geheim
from overleg.reservekopie.vorm import ZONDER_SLEUTELS, ontsleutel

NIET_VANZELF = "Niet vanzelf verstuurd na het terugzetten van een reservekopie."


@dataclass(frozen=True)
class Hersteld:
    """What was put back."""

    van: datetime
    opnieuw: int
    """Casussen that were destroyed after the backup, and now again."""
    breuk: str
    """What is wrong with the chain of the logboek; empty when it is whole."""


def herstel(app: Flask, bestand: Path, geheim: Path) -> Hersteld:
    """Put a backup in the database of the settings, which must be empty, and bring it up to date.

    Raises GeenSleutel, OnleesbareKopie, OnleesbareSleutels or NietGelukt; then the database is as empty as
    it was.
    """
    config: Config = app.extensions["overleg"]
    geheimen = lees_geheim(geheim)
    db.engine.dispose()
    if not is_leeg(config.database_url):
        raise NietGelukt("The database is not empty: put a backup in an empty one, and keep this one.")
    with tempfile.TemporaryDirectory(dir=werkmap(config.database_url), prefix=".herstel-") as map_:
        los = Path(map_) / "kopie"
        with los.open("wb") as uit:
            kop = ontsleutel(bestand, uit, geheimen)
        if kop.soort != soort_van(config.database_url):
            raise NietGelukt(f"This is a backup of {kop.soort}, and the settings name another kind.")
        sleutels = [] if kop.versie == ZONDER_SLEUTELS else sleutelbestand.lees(config.sleutelbestand)
        zet_terug(config.database_url, los)
    sleutelbestand.zet_terug(db.session(), sleutels)
    db.session.commit()
    db.engine.dispose()
    upgrade(directory=str(WORTEL / "migrations"))
    return _maak_bruikbaar(app, config, kop.moment)


def _maak_bruikbaar(app: Flask, config: Config, van: datetime) -> Hersteld:
    """End what must not come back to life, destroy again what was destroyed, and prove the logboek."""
    sessie = db.session()
    for tabel in (Sessie, Toegangslink, Kalenderlink, Systeemkoppeling):
        sessie.execute(delete(tabel))
    blijft_liggen = Bericht.status.in_((BerichtStatus.KLAAR, BerichtStatus.BEZIG, BerichtStatus.BUNDEL))
    sessie.execute(
        update(Bericht).where(blijft_liggen).values(status=BerichtStatus.OPGEGEVEN, fout=NIET_VANZELF)
    )
    opnieuw = herhaal(sessie, config)
    schrijf(sessie, None, Soort.DATABASE_HERSTELD, kopie=van.isoformat(timespec="seconds"), opnieuw=opnieuw)
    sessie.commit()
    while verzegel(sessie, logboeksleutel(app)):
        sessie.commit()
    breuk = controleer(sessie, logboeksleutel(app)).breuk
    sessie.rollback()
    wis()
    return Hersteld(van, opnieuw, breuk)
