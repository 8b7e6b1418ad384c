"""One transaction a request: all or nothing; a GET cannot write."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask.typing import ResponseReturnValue
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Gebeurtenis, Gebruiker, Organisatie
from models.waarden import OrganisatieSoort, Rol
from overleg.basis.database import sessie
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
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
