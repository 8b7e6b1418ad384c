"""The chain: append-only by the database, sealed with a key outside it; tampering is named (attack 20)."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from models import Gebeurtenis, Zegel
from overleg.basis.config import WORTEL, Config, FouteInstelling
from overleg.basis.klok import nu
from overleg.logboek.controleren import controleer
from overleg.logboek.kop import kop_nu
from overleg.logboek.schrijven import schrijf
from overleg.logboek.sleutel import logboeksleutel
from overleg.logboek.soorten import Soort
from overleg.logboek.vorm import EERSTE, TWEEDE, inhoud
from overleg.logboek.zegelen import BEGIN, verzegel, zegel_over
from tests.logboek.knoeien import zonder_wachters
from tests.steun.database import ALLEEN_POSTGRESQL
from tests.steun.toepassing import GEHEIM

SOORTEN = (Soort.INGELOGD, Soort.UITGELOGD, Soort.INLOGGEN_MISLUKT, Soort.LOGBOEK_BEKEKEN)


@pytest.fixture
def sleutel(app: Flask) -> bytes:
    """Return the key of the chain."""
    return logboeksleutel(app)


@pytest.fixture
def keten(db_sessie: Session, sleutel: bytes) -> list[Gebeurtenis]:
    """Make four sealed rows, in order."""
    for soort in SOORTEN:
        schrijf(db_sessie, None, soort)
        db_sessie.flush()
    assert verzegel(db_sessie, sleutel) == len(SOORTEN)
    db_sessie.commit()
    rijen = select(Gebeurtenis).join(Zegel, Zegel.gebeurtenis_id == Gebeurtenis.id).order_by(Zegel.nummer)
    return list(db_sessie.scalars(rijen))


@pytest.mark.usefixtures("keten")
@pytest.mark.parametrize("tabel", ["gebeurtenis", "zegel"])
@pytest.mark.parametrize("daad", ["UPDATE {} SET {}", "DELETE FROM {}"])
def test_toepassing__kan_niet_wijzigen_of_weghalen(db_sessie: Session, tabel: str, daad: str) -> None:
    kolom = {"gebeurtenis": "soort = 'x'", "zegel": "zegel = 'x'"}[tabel]
    with pytest.raises(DBAPIError, match="alleen worden aangevuld"):
        db_sessie.execute(text(daad.format(tabel, kolom)))


@ALLEEN_POSTGRESQL  # SQLite has no TRUNCATE: it is a DELETE there
@pytest.mark.usefixtures("keten")
@pytest.mark.parametrize("tabel", ["gebeurtenis", "zegel"])
def test_toepassing__kan_niet_legen(db_sessie: Session, tabel: str) -> None:
    with pytest.raises(DBAPIError, match="alleen worden aangevuld"):
        db_sessie.execute(text(f"TRUNCATE {tabel}"))


@pytest.mark.usefixtures("keten")
def test_toepassing__kan_niet_vervangen(db_sessie: Session) -> None:
    vervang = (
        "INSERT OR REPLACE INTO gebeurtenis SELECT * FROM gebeurtenis"
        if db_sessie.get_bind().dialect.name == "sqlite"
        else "INSERT INTO gebeurtenis SELECT * FROM gebeurtenis ON CONFLICT (id) DO UPDATE SET rol = 'x'"
    )
    with pytest.raises(DBAPIError, match="alleen worden aangevuld"):
        db_sessie.execute(text(vervang))


WISSEL = """UPDATE gebeurtenis SET tijd = (SELECT g.tijd FROM gebeurtenis AS g WHERE g.soort =
    CASE gebeurtenis.soort WHEN 'ingelogd' THEN 'uitgelogd' ELSE 'ingelogd' END)
    WHERE soort IN ('ingelogd', 'uitgelogd')"""
GEKNOEI: dict[str, tuple[list[str], str]] = {
    "een regel gewijzigd": (
        ["UPDATE gebeurtenis SET gebruiker_naam = 'Iemand anders' WHERE soort = 'uitgelogd'"],
        "bij zegel 2 is gewijzigd",
    ),
    "een nieuwe kolom gewijzigd": (
        ["UPDATE gebeurtenis SET ip = '10.0.0.1' WHERE soort = 'uitgelogd'"],
        "bij zegel 2 is gewijzigd",
    ),
    "een regel weg": (["DELETE FROM gebeurtenis WHERE soort = 'uitgelogd'"], "bij zegel 2 ontbreekt"),
    "de laatste regel weg": (
        ["DELETE FROM gebeurtenis WHERE soort = 'logboek_bekeken'"],
        "bij zegel 4 ontbreekt",
    ),
    "een zegel weg": (["DELETE FROM zegel WHERE nummer = 2"], "zegel 2 ontbreekt"),
    "een zegel gewijzigd": (["UPDATE zegel SET zegel = 'x' WHERE nummer = 2"], "bij zegel 2 is gewijzigd"),
    "een andere vorm": (["UPDATE zegel SET vorm = 1 WHERE nummer = 2"], "bij zegel 2 is gewijzigd"),
    "een vorm die niet bestaat": (
        ["UPDATE zegel SET vorm = 99 WHERE nummer = 2"],
        "bij zegel 2 is gewijzigd",
    ),
    "twee tijden verwisseld": (
        [WISSEL],
        "bij zegel 1 is gewijzigd",
    ),
    "twee regels verwisseld": (
        [
            "UPDATE zegel SET nummer = 20 WHERE nummer = 2",
            "UPDATE zegel SET nummer = 2 WHERE nummer = 3",
            "UPDATE zegel SET nummer = 3 WHERE nummer = 20",
        ],
        "bij zegel 2 is gewijzigd",
    ),
}


@pytest.mark.parametrize("naam", GEKNOEI)
def test_geknoei__eerste_kapotte_regel_met_naam(
    db_sessie: Session, sleutel: bytes, keten: list[Gebeurtenis], naam: str
) -> None:
    heel = controleer(db_sessie, sleutel)
    assert (heel.verzegeld, heel.open, heel.breuk) == (len(keten), 0, "")
    opdrachten, breuk = GEKNOEI[naam]
    zonder_wachters(db_sessie)
    for opdracht in opdrachten:
        db_sessie.execute(text(opdracht))
    db_sessie.expire_all()
    assert breuk in controleer(db_sessie, sleutel).breuk


def test_geknoei__regel_ertussen__komt_uit_zonder_de_sleutel(
    db_sessie: Session, sleutel: bytes, keten: list[Gebeurtenis]
) -> None:
    tweede = db_sessie.get_one(Zegel, 2)
    erbij = Gebeurtenis(soort="uitgelogd", tijd=nu(), gegevens={}, betrokkenen=[])
    db_sessie.add(erbij)
    db_sessie.flush()
    vals = zegel_over(b"geraden sleutel", tweede.zegel, erbij, 2)
    vorige, sleutels = tweede.zegel, [keten[2].id, keten[3].id]
    zonder_wachters(db_sessie)
    db_sessie.execute(text("DELETE FROM zegel WHERE nummer > 2"))
    db_sessie.expunge_all()
    for nummer, regel_id in enumerate([erbij.id, *sleutels], start=3):
        db_sessie.add(Zegel(nummer=nummer, gebeurtenis_id=regel_id, vorige=vorige, zegel=vals, vorm=2))
        vorige = vals
    db_sessie.flush()
    assert controleer(db_sessie, sleutel).breuk == f"regel {erbij.id} bij zegel 3 is gewijzigd"


@pytest.mark.usefixtures("keten")
def test_geknoei__regel_met_een_oude_datum_erbij__komt_uit(db_sessie: Session, sleutel: bytes) -> None:
    db_sessie.add(Gebeurtenis(soort="uitgelogd", tijd=nu() - timedelta(days=30), gegevens={}))
    db_sessie.flush()
    assert verzegel(db_sessie, sleutel) == 0
    assert "is niet verzegeld" in controleer(db_sessie, sleutel).breuk


@pytest.mark.usefixtures("keten")
def test_open_regels__geteld_en_een_andere_sleutel_past_niet(db_sessie: Session, sleutel: bytes) -> None:
    schrijf(db_sessie, None, Soort.INGELOGD)
    db_sessie.flush()
    assert controleer(db_sessie, sleutel).open == 1
    assert "zegel 1 is gewijzigd" in controleer(db_sessie, b"een andere sleutel").breuk


def _afgesneden(db_sessie: Session) -> None:
    zonder_wachters(db_sessie)
    db_sessie.execute(text("DELETE FROM gebeurtenis WHERE soort = 'logboek_bekeken'"))
    db_sessie.execute(text("DELETE FROM zegel WHERE nummer = 4"))
    db_sessie.expire_all()


@pytest.mark.usefixtures("keten")
def test_afgesneden_staart__komt_alleen_uit_met_de_kop(db_sessie: Session, sleutel: bytes) -> None:
    kop = kop_nu(db_sessie)
    assert kop is not None
    assert controleer(db_sessie, sleutel, [kop]).breuk == ""
    _afgesneden(db_sessie)
    assert controleer(db_sessie, sleutel).breuk == "", (
        "without the head a cut cannot be seen: hence the export"
    )
    assert "zegel 4 en wat daarna kwam ontbreekt" in controleer(db_sessie, sleutel, [kop]).breuk


@pytest.mark.usefixtures("keten")
def test_afgesneden_en_aangegroeid__de_kop_past_niet_meer(db_sessie: Session, sleutel: bytes) -> None:
    kop = kop_nu(db_sessie)
    assert kop is not None
    _afgesneden(db_sessie)
    schrijf(db_sessie, None, Soort.INGELOGD)
    db_sessie.flush()
    verzegel(db_sessie, sleutel)
    db_sessie.flush()
    assert controleer(db_sessie, sleutel).breuk == ""
    assert "zegel 4 is een ander dan op" in controleer(db_sessie, sleutel, [kop]).breuk


# --- the forms ---------------------------------------------------------------------------------

OUDE_RIJ = {
    "id": uuid.UUID(int=1),
    "tijd": datetime(2026, 11, 24, 9, 30, 0, 123000, tzinfo=UTC),
    "soort": "casus_toegelaten",
    "gebruiker_id": uuid.UUID(int=2),
    "gebruiker_naam": "Noor Veldhuis",
    "organisatie_naam": "Veilig Thuis",
    "rol": "Voorzitter",
    "object_soort": "casus",
    "object_id": uuid.UUID(int=3),
    "tafel_id": uuid.UUID(int=4),
    "casus_id": uuid.UUID(int=3),
    "uitkomst": "gedaan",
    "grond": "",
    "gegevens": {"voldoet": "ja", "reden_hash": "ab"},
    "verzoek": "",
}
OUD_ZEGEL = "982a71ded171b88da624555266ae930a58230bc2fbef06b63319b4f0dec95023"
"""Made by the code of before the second form: what was sealed then must stay whole."""


def test_vorm_1__zegel_van_vroeger_blijft_goed(db_sessie: Session) -> None:
    db_sessie.add(Gebeurtenis(**OUDE_RIJ))
    db_sessie.add(Zegel(nummer=1, gebeurtenis_id=uuid.UUID(int=1), vorige=BEGIN, zegel=OUD_ZEGEL, vorm=1))
    db_sessie.commit()
    db_sessie.expire_all()
    assert controleer(db_sessie, b"sleutel").breuk == ""
    verzegel(db_sessie, b"sleutel")
    zonder_wachters(db_sessie)
    db_sessie.execute(text("UPDATE gebeurtenis SET namens = 'Iemand anders'"))
    db_sessie.expire_all()
    assert "zegel 1 is gewijzigd" in controleer(db_sessie, b"sleutel").breuk


def test_vorm_2__dekt_elke_kolom(keten: list[Gebeurtenis]) -> None:
    assert set(TWEEDE) == {kolom.key for kolom in Gebeurtenis.__table__.columns}
    assert inhoud(keten[0], 1) != inhoud(keten[0], 2)
    assert len(EERSTE) < len(TWEEDE)


# --- the key -----------------------------------------------------------------------------------


def test_sleutel__eigen_instelling_of_de_geheime_sleutel(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    gewoon = logboeksleutel(app)
    met_eigen = Config(database_url="sqlite://", secret_key=f"nieuw-{GEHEIM}", logboek_sleutel=GEHEIM)
    monkeypatch.setitem(app.extensions, "overleg", met_eigen)
    monkeypatch.setitem(app.config, "SECRET_KEY", "n" * 40)
    assert logboeksleutel(app) == gewoon, "the old secret key, given on, keeps the chain going"
    with pytest.raises(FouteInstelling, match="OVERLEG_LOGBOEK_SLEUTEL"):
        Config(database_url="sqlite://", secret_key=GEHEIM, logboek_sleutel="kort")


# --- a role without rights, by the words of the docs --------------------------------------------


def _uit_de_documentatie() -> list[str]:
    tekst = (Path(WORTEL) / "docs" / "logboek.md").read_text(encoding="utf-8")
    blok = tekst.split("```sql\n")[1].split("```")[0]
    return [opdracht.strip() for opdracht in blok.split(";") if opdracht.strip()]


@ALLEEN_POSTGRESQL
@pytest.mark.parametrize(
    "daad", ["UPDATE {} SET {}", "DELETE FROM {}", "TRUNCATE {}", "ALTER TABLE {} DISABLE TRIGGER ALL"]
)
@pytest.mark.parametrize("tabel", ["gebeurtenis", "zegel"])
def test_rol_zonder_rechten__mag_lezen_en_aanvullen(
    db_sessie: Session, keten: list[Gebeurtenis], daad: str, tabel: str
) -> None:
    for opdracht in _uit_de_documentatie():
        db_sessie.execute(text(opdracht))
    db_sessie.execute(text("SET LOCAL ROLE overleg_app"))
    schrijf(db_sessie, None, Soort.INGELOGD)
    db_sessie.flush()
    assert len(db_sessie.scalars(select(Gebeurtenis.id)).all()) == len(keten) + 1
    kolom = {"gebeurtenis": "soort = 'x'", "zegel": "zegel = 'x'"}[tabel]
    with pytest.raises(DBAPIError, match=r"permission denied|must be owner"):
        db_sessie.execute(text(daad.format(tabel, kolom)))
    db_sessie.rollback()
