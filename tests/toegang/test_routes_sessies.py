"""Mijn sessies, and what ends sessions: the person, a new password, beheer (ASVS 7.4, 7.5)."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Gebeurtenis, Gebruiker, Sessie
from models.waarden import OrganisatieSoort, Rol
from overleg.toegang.sessierijen import begin, nieuw_kenmerk, zoek
from tests.steun.fabriek import WACHTWOORD, Fabriek
from tests.steun.sessies import koekje_van

Als = Callable[[Gebruiker], FlaskClient]
NIEUW = "een-ander-lang-wachtwoord-voor-de-test"
WIJZIGING = {"password": WACHTWOORD, "new_password": NIEUW, "new_password_confirm": NIEUW}
KNOP = re.compile(r'action="(/sessies/[0-9a-f-]{36}/beeindigen)"')


@pytest.fixture
def mens(fabriek: Fabriek) -> Gebruiker:
    """Return someone with an account."""
    tafel = fabriek.tafel()
    mens = fabriek.lid(tafel, fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS), Rol.VOORZITTER)
    fabriek.klaar()
    return mens


@pytest.fixture
def beheer(fabriek: Fabriek, als: Als) -> FlaskClient:
    """Return a beheerder, signed in."""
    account = fabriek.gebruiker(fabriek.organisatie(OrganisatieSoort.VEILIG_THUIS, "Bureau"), beheerder=True)
    return als(account)


def _is_binnen(client: FlaskClient) -> bool:
    return client.get("/").status_code == 200


def _regels(sessie: Session, soort: str) -> list[dict[str, object]]:
    return list(sessie.scalars(select(Gebeurtenis.gegevens).where(Gebeurtenis.soort == soort)))


def test_mijn_sessies__toont_alleen_de_eigen_en_beeindigt_er_een(
    mens: Gebruiker, beheer: FlaskClient, als: Als, db_sessie: Session
) -> None:
    hier, daar = als(mens), als(mens)
    assert _is_binnen(beheer)
    db_sessie.scalars(select(Sessie).where(Sessie.gebruiker_id == mens.id)).all()[
        1
    ].apparaat = "Chrome op iPad"
    pagina = hier.get("/sessies").text
    assert "Hier werkt u nu" in pagina
    assert "wachtwoord en code uit een app" in pagina
    (adres,) = KNOP.findall(pagina)
    assert hier.post(adres).status_code == 303
    assert not _is_binnen(daar)
    assert _is_binnen(hier)
    assert KNOP.findall(hier.get("/sessies").text) == []
    assert _regels(db_sessie, "eigen_sessies_beeindigd") == [{"aantal": 1}]


def test_sessie_van_een_ander__bestaat_niet(
    mens: Gebruiker, beheer: FlaskClient, als: Als, db_sessie: Session
) -> None:
    client = als(mens)
    (rij,) = db_sessie.scalars(select(Sessie).where(Sessie.gebruiker_id == mens.id)).all()
    assert beheer.post(f"/sessies/{rij.id}/beeindigen").status_code == 404
    assert _is_binnen(client)


def test_overal_elders_uitloggen__alleen_deze_blijft(mens: Gebruiker, als: Als, db_sessie: Session) -> None:
    hier, *elders = (als(mens) for _keer in range(3))
    assert hier.post("/sessies/andere").status_code == 303
    assert _is_binnen(hier)
    assert [_is_binnen(client) for client in elders] == [False, False]
    assert _regels(db_sessie, "eigen_sessies_beeindigd") == [{"aantal": 2}]


def test_eigen_wachtwoord_gewijzigd__elders_eruit_hier_verder_met_een_nieuw_kenmerk(
    mens: Gebruiker, als: Als, db_sessie: Session
) -> None:
    hier, elders = als(mens), als(mens)
    eerst = koekje_van(hier)
    assert hier.post("/wachtwoord", data=WIJZIGING).status_code == 302
    assert koekje_van(hier) != eerst
    assert _is_binnen(hier)
    assert not _is_binnen(elders)
    (rij,) = db_sessie.scalars(select(Sessie).where(Sessie.beeindigd_op.is_(None))).all()
    assert rij.manieren == ["wachtwoord", "totp"], "changing a password does not weaken how one signed in"


def test_beheer__logt_iemand_overal_uit(
    mens: Gebruiker, beheer: FlaskClient, als: Als, db_sessie: Session
) -> None:
    clients = [als(mens), als(mens)]
    adres = f"/beheer/gebruikers/{mens.id}"
    assert "ingelogd op 2 apparaten" in re.sub(r"\s+", " ", beheer.get(adres).text)
    assert beheer.post(f"{adres}/uitloggen").status_code == 303
    assert [_is_binnen(client) for client in clients] == [False, False]
    assert "nu nergens ingelogd" in beheer.get(adres).text
    assert _regels(db_sessie, "sessies_beeindigd") == [{"aantal": 2}]
    assert _is_binnen(als(mens)), "the account itself stays in use"
    assert als(mens).post(f"{adres}/uitloggen").status_code == 403


@pytest.mark.parametrize("wat", ["wachtwoord", "uit", "uitloggen"])
def test_beheer__beeindigt_sessies__een_half_begonnen_inlog_telt_niet_meer(
    mens: Gebruiker, beheer: FlaskClient, db_sessie: Session, wat: str
) -> None:
    """Who gave the password and not yet the second factor is remembered by this mark."""
    eerst = mens.fs_uniquifier
    assert beheer.post(f"/beheer/gebruikers/{mens.id}/{wat}").status_code in {200, 303}
    db_sessie.refresh(mens)
    assert mens.fs_uniquifier != eerst


def test_uitloggen__rij_eindigt_en_de_browser_wist_alles(
    mens: Gebruiker, als: Als, nieuwe_client: Callable[[], FlaskClient]
) -> None:
    client, dief = als(mens), nieuwe_client()
    dief.set_cookie("sessie", koekje_van(client) or "")
    assert _is_binnen(dief)
    antwoord = client.post("/uitloggen")
    assert antwoord.status_code == 302
    assert antwoord.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert koekje_van(client) is None
    assert not _is_binnen(dief)
    assert dief.get("/csrf-token").get_json()["beeindigd"] is True


def test_nieuw_account__beeindigt_niemands_sessie(beheer: FlaskClient, fabriek: Fabriek) -> None:
    """Somebody who is busy signing in has a row without an account."""
    wacht = fabriek.sessie
    kenmerk = nieuw_kenmerk()
    begin(wacht, kenmerk, "{}")
    organisatie = fabriek.organisatie(OrganisatieSoort.OM)
    gegevens = {"naam": "N", "email": "n@voorbeeld.nl", "organisatie_id": str(organisatie.id)}
    assert beheer.post("/beheer/gebruikers/nieuw", data=gegevens).status_code == 200
    assert _is_binnen(beheer)
    rij = zoek(wacht, kenmerk)
    assert rij is not None
    assert rij.beeindigd_op is None
