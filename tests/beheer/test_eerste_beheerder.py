"""`flask beheerder`: the first account, with a password that lets somebody in once (ASVS 6.3.2, 6.4.1)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from click.testing import Result
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Gebeurtenis, Gebruiker
from models.waarden import OrganisatieSoort
from overleg.basis.klok import nu
from overleg.beheer.regels import mag_eerste_beheerder
from overleg.toegang.wachtwoorden import GELDIG
from tests.steun.codes import stel_in
from tests.steun.fabriek import Fabriek

EMAIL = "eerste@voorbeeld.nl"
NIEUW = "een-eigen-lang-wachtwoord-van-nu"


@pytest.fixture
def console(app: Flask) -> Callable[..., Result]:
    """Run the command."""
    return lambda *woorden: app.test_cli_runner().invoke(args=["beheerder", *woorden])


def _wachtwoord(uitkomst: Result) -> str:
    assert uitkomst.exit_code == 0, uitkomst.output
    adres, email, wachtwoord = uitkomst.output.splitlines()[0].split("\t")
    assert (adres, email) == ("http://127.0.0.1:5000/inloggen", EMAIL)
    return wachtwoord


def _log_in(client: FlaskClient, wachtwoord: str) -> int:
    return client.post("/inloggen", data={"email": EMAIL, "password": wachtwoord}).status_code


@pytest.mark.parametrize(
    ("beheerders", "bezet", "mag"),
    [(0, False, True), (1, False, False), (0, True, False), (2, True, False)],
)
def test_regel__alleen_de_eerste(beheerders: int, *, bezet: bool, mag: bool) -> None:
    assert bool(mag_eerste_beheerder(andere_beheerders=beheerders, email_bezet=bezet)) is mag


def test_eerste_beheerder__een_keer_naar_binnen_en_dan_een_eigen_wachtwoord(
    console: Callable[..., Result], client: FlaskClient, app: Flask, db_sessie: Session
) -> None:
    wachtwoord = _wachtwoord(console("Eerste@Voorbeeld.nl ", "N. Elzinga"))
    assert wachtwoord not in repr(db_sessie.scalars(select(Gebruiker.password)).all())
    assert _log_in(client, wachtwoord) == 302
    stel_in(client)
    assert _log_in(app.test_client(), wachtwoord) == 422, "it was used"
    wijziging = {"password": wachtwoord, "new_password": NIEUW, "new_password_confirm": NIEUW}
    assert client.post("/wachtwoord", data=wijziging).status_code == 302
    client.post("/herstelcodes")
    assert client.get("/beheer").status_code == 200
    assert _log_in(app.test_client(), NIEUW) == 302
    assert "eerste_beheerder_gemaakt" in set(db_sessie.scalars(select(Gebeurtenis.soort)))
    assert console(EMAIL, "N. Elzinga").exit_code == 1, "who has been in asks nobody for another"
    assert console("ander@voorbeeld.nl", "Ander").exit_code == 1


@pytest.mark.parametrize(("na", "status"), [(timedelta(), 302), (GELDIG, 422)])
def test_eenmalig_wachtwoord__verloopt(
    console: Callable[..., Result], client: FlaskClient, na: timedelta, status: int
) -> None:
    with time_machine.travel(nu(), tick=False) as klok:
        wachtwoord = _wachtwoord(console(EMAIL, "N. Elzinga"))
        klok.shift(na)
        assert _log_in(client, wachtwoord) == status


def test_kwijt__dezelfde_persoon_krijgt_een_nieuw_en_het_oude_is_dood(
    console: Callable[..., Result], client: FlaskClient, app: Flask
) -> None:
    eerst = _wachtwoord(console(EMAIL, "N. Elzinga"))
    assert console("ander@voorbeeld.nl", "Ander").exit_code == 1
    daarna = _wachtwoord(console(EMAIL, "N. Elzinga"))
    assert _log_in(app.test_client(), eerst) == 422
    assert _log_in(client, daarna) == 302


def test_account_van_een_ander__wordt_geen_beheerder(
    console: Callable[..., Result], fabriek: Fabriek, db_sessie: Session
) -> None:
    iemand = fabriek.gebruiker(fabriek.organisatie(OrganisatieSoort.POLITIE))
    iemand.email = EMAIL
    db_sessie.commit()
    uitkomst = console(EMAIL, "N. Elzinga")
    assert uitkomst.exit_code == 1
    assert "al een account" in uitkomst.output
    db_sessie.refresh(iemand)
    assert not iemand.beheerder


@pytest.mark.parametrize(
    "woorden", [("geen adres", "N."), (EMAIL, "  "), (EMAIL, "n" * 201), (EMAIL, "a\nb")]
)
def test_onjuiste_invoer__zegt_het(console: Callable[..., Result], woorden: tuple[str, str]) -> None:
    assert console(*woorden).exit_code == 2
