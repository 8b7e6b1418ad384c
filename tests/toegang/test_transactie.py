"""One transaction a request: all or nothing; a GET cannot write; the logboek only grows and stays whole."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask.typing import ResponseReturnValue
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from models import Gebeurtenis, Gebruiker, Organisatie
from models.waarden import OrganisatieSoort, Rol
from overleg.basis.database import sessie
from overleg.basis.klok import nu
from overleg.basis.sleutels import sleutel_voor
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.logboek.zegelen import controleer, verzegel
from overleg.toegang.poort import huidige_vrager
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]
NAAM = "Tussentijds gemaakt"


def _doe(uitkomst: int | None) -> Callable[[], ResponseReturnValue]:
    """Return a view that changes something, writes a line, and then answers (None: breaks)."""

    def view() -> ResponseReturnValue:
        sessie().add(Organisatie(naam=NAAM, soort=OrganisatieSoort.OVERIG))
        schrijf(sessie(), huidige_vrager(), Soort.LOGBOEK_BEKEKEN)
        sessie().flush()
        if uitkomst is None:
            raise RuntimeError("kapot")
        return "", uitkomst

    return view


def _geteld(db_sessie: Session) -> tuple[int, int]:
    db_sessie.rollback()
    rijen = db_sessie.scalar(select(func.count()).where(Organisatie.naam == NAAM))
    regels = db_sessie.scalar(select(func.count()).where(Gebeurtenis.soort == "logboek_bekeken"))
    return rijen or 0, regels or 0


@pytest.fixture
def ingelogd(fabriek: Fabriek, als: Als) -> FlaskClient:
    """Return a visitor who signed in."""
    tafel = fabriek.tafel()
    return als(fabriek.lid(tafel, fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS), Rol.VOORZITTER))


GEVALLEN = [
    ("POST", 204, 204, (1, 1)),
    ("POST", 422, 422, (0, 0)),
    ("POST", None, 500, (0, 0)),
    ("GET", 200, 0, (0, 0)),
]


@pytest.mark.parametrize("geval", GEVALLEN)
def test_transactie__alles_of_niets(
    app: Flask,
    ingelogd: FlaskClient,
    db_sessie: Session,
    monkeypatch: pytest.MonkeyPatch,
    geval: tuple[str, int | None, int, tuple[int, int]],
) -> None:
    methode, uitkomst, status, geteld = geval
    eindpunt, pad = ("start.start", "/") if methode == "GET" else ("security.change_password", "/wachtwoord")
    view = _doe(uitkomst)
    view.recht = getattr(app.view_functions[eindpunt], "recht", None)  # type: ignore[attr-defined]
    monkeypatch.setitem(app.view_functions, eindpunt, view)
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    antwoord = ingelogd.open(pad, method=methode)
    assert antwoord.status_code == status or (methode == "GET" and antwoord.status_code >= 500)
    assert _geteld(db_sessie) == geteld


@pytest.mark.parametrize("tabel", ["gebeurtenis", "zegel"])
@pytest.mark.parametrize("daad", ["UPDATE {} SET {}", "DELETE FROM {}"])
def test_logboek__kan_alleen_worden_aangevuld(app: Flask, db_sessie: Session, tabel: str, daad: str) -> None:
    schrijf(db_sessie, None, Soort.INLOGGEN_MISLUKT)
    verzegel(db_sessie, sleutel_voor(app, "logboek"))
    db_sessie.commit()
    kolom = {"gebeurtenis": "soort = 'x'", "zegel": "zegel = 'x'"}[tabel]
    with pytest.raises(DBAPIError, match="alleen worden aangevuld"):
        db_sessie.execute(text(daad.format(tabel, kolom)))


def _zonder_wachters(db_sessie: Session) -> None:
    """Take the triggers away, as somebody with all power over the database could."""
    if db_sessie.get_bind().dialect.name == "sqlite":
        namen = db_sessie.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).all()
        for naam in namen:
            db_sessie.execute(text(f"DROP TRIGGER {naam}"))
    else:
        db_sessie.execute(text("SET session_replication_role = replica"))


@pytest.mark.parametrize(
    ("geknoei", "breuk"),
    [
        ("UPDATE gebeurtenis SET gebruiker_naam = 'Iemand anders' WHERE soort = 'uitgelogd'", "gewijzigd"),
        ("DELETE FROM gebeurtenis WHERE soort = 'uitgelogd'", "ontbreekt"),
        ("DELETE FROM zegel WHERE nummer = 2", "ontbreekt"),
        ("UPDATE zegel SET zegel = 'x' WHERE nummer = 2", "gewijzigd"),
    ],
)
def test_zegel__geknoei_komt_uit(app: Flask, db_sessie: Session, geknoei: str, breuk: str) -> None:
    sleutel = sleutel_voor(app, "logboek")
    for soort in (Soort.INGELOGD, Soort.UITGELOGD, Soort.INLOGGEN_MISLUKT):
        schrijf(db_sessie, None, soort)
        db_sessie.flush()
    assert verzegel(db_sessie, sleutel) == 3
    db_sessie.flush()
    schrijf(db_sessie, None, Soort.INGELOGD)
    db_sessie.flush()
    heel = controleer(db_sessie, sleutel)
    assert (heel.verzegeld, heel.open, heel.breuk) == (3, 1, "")
    assert controleer(db_sessie, b"een andere sleutel").breuk
    _zonder_wachters(db_sessie)
    db_sessie.execute(text(geknoei))
    db_sessie.expire_all()
    assert breuk in controleer(db_sessie, sleutel).breuk


def test_logboek__rij_vervangen__geweigerd(db_sessie: Session) -> None:
    schrijf(db_sessie, None, Soort.INGELOGD)
    db_sessie.commit()
    vervang = (
        "INSERT OR REPLACE INTO gebeurtenis SELECT * FROM gebeurtenis"
        if db_sessie.get_bind().dialect.name == "sqlite"
        else "INSERT INTO gebeurtenis SELECT * FROM gebeurtenis ON CONFLICT (id) DO UPDATE SET rol = 'x'"
    )
    with pytest.raises(DBAPIError, match="alleen worden aangevuld"):
        db_sessie.execute(text(vervang))


def test_zegel__regel_met_een_oude_datum_erbij__komt_uit(app: Flask, db_sessie: Session) -> None:
    sleutel = sleutel_voor(app, "logboek")
    schrijf(db_sessie, None, Soort.INGELOGD)
    db_sessie.flush()
    verzegel(db_sessie, sleutel)
    db_sessie.add(Gebeurtenis(soort="uitgelogd", tijd=nu() - timedelta(days=30), gegevens={}))
    db_sessie.flush()
    assert verzegel(db_sessie, sleutel) == 0
    assert "is niet verzegeld" in controleer(db_sessie, sleutel).breuk
