"""The application does not start when that is not safe, and says in one sentence why (ASVS 13)."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from models.waarden import OrganisatieSoort
from overleg import create_app
from overleg.basis.config import Config, FouteInstelling
from tests.steun.fabriek import Fabriek
from tests.steun.toepassing import GEHEIM, HOOFDSLEUTEL

PG = "postgresql+psycopg://overleg@"
GOED = {
    "OVERLEG_SECRET_KEY": GEHEIM,
    "OVERLEG_DATABASE_URL": f"{PG}db.voorbeeld.nl/overleg?sslmode=verify-full",
    "OVERLEG_HOSTS": "overleg.voorbeeld.nl",
    "OVERLEG_BASIS_URL": "https://overleg.voorbeeld.nl",
}
ZONDER_TLS = "sslmode=verify-full"


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"OVERLEG_SECRET_KEY": ""}, "OVERLEG_SECRET_KEY is missing"),
        ({"OVERLEG_SECRET_KEY": "k" * 31}, "shorter than 32"),
        ({"OVERLEG_SECRET_KEY": "k" * 64}, "can be guessed"),
        ({"OVERLEG_SECRET_KEY": "01" * 32}, "can be guessed"),
        ({"OVERLEG_SECRET_KEY": "verander-mij-nu-" * 3}, "can be guessed"),
        ({"OVERLEG_SECRET_KEY_FALLBACKS": f"{GEHEIM},geheim"}, "can be guessed"),
        ({"FLASK_DEBUG": "1"}, "FLASK_DEBUG"),
        ({"FLASK_DEBUG": "true"}, "FLASK_DEBUG"),
        ({"OVERLEG_DEMO": "1"}, "OVERLEG_DEMO=1 only runs on this machine"),
        ({"OVERLEG_BASIS_URL": "http://overleg.voorbeeld.nl"}, "must begin with https://"),
        ({"OVERLEG_BASIS_URL": ""}, "must begin with https://"),
        ({"OVERLEG_DATABASE_URL": "dit is geen adres"}, "no address of a database"),
        ({"OVERLEG_DATABASE_URL": f"{PG}db.voorbeeld.nl/overleg"}, ZONDER_TLS),
        ({"OVERLEG_DATABASE_URL": f"{PG}db.voorbeeld.nl/overleg?sslmode=require"}, ZONDER_TLS),
        ({"OVERLEG_DATABASE_URL": f"{PG}db/overleg?sslmode=verify-full&sslmode=disable"}, ZONDER_TLS),
        ({"OVERLEG_DATABASE_URL": f"{PG}10.0.0.5/overleg"}, ZONDER_TLS),
        ({"OVERLEG_DATABASE_URL": f"{PG}[2001:db8::1]/overleg"}, ZONDER_TLS),
        ({"OVERLEG_DATABASE_URL": f"{PG}/overleg?host=db.voorbeeld.nl"}, ZONDER_TLS),
        ({"OVERLEG_DATABASE_URL": f"{PG}/overleg?host=/run/pg,db.voorbeeld.nl"}, ZONDER_TLS),
        ({"OVERLEG_DATABASE_URL": f"{PG}localhost/overleg?hostaddr=10.0.0.5"}, ZONDER_TLS),
        ({"OVERLEG_DATABASE_URL": f"{PG}localhost.kwaad.nl/overleg"}, ZONDER_TLS),
        ({"OVERLEG_DATABASE_URL": f"{PG}/overleg?service=elders"}, ZONDER_TLS),
        ({"OVERLEG_DATABASE_URL": f"{PG}/overleg", "PGHOST": "db.voorbeeld.nl"}, ZONDER_TLS),
        ({"OVERLEG_SESSIE_RUST": "vier uur"}, "OVERLEG_SESSIE_RUST must be a whole number"),
        ({"OVERLEG_SESSIE_LANGST": "-1"}, "OVERLEG_SESSIE_LANGST must be a whole number"),
        ({"OVERLEG_SESSIE_RUST": "0"}, "OVERLEG_SESSIE_RUST must be at least 5"),
    ],
)
def test_onveilig__start_niet_en_zegt_waarom(anders: dict[str, str], zin: str) -> None:
    with pytest.raises(FouteInstelling, match=zin) as gezien:
        Config.uit_omgeving(GOED | anders)
    assert len(str(gezien.value).splitlines()) == 1
    assert GEHEIM not in str(gezien.value)


@pytest.mark.parametrize(
    "anders",
    [
        {},
        {"OVERLEG_DATABASE_URL": ""},
        {"OVERLEG_DATABASE_URL": "sqlite:////var/overleg.db"},
        {"OVERLEG_DATABASE_URL": f"{PG}/overleg"},
        {"OVERLEG_DATABASE_URL": f"{PG}/overleg?host=/run/postgresql"},
        {"OVERLEG_DATABASE_URL": f"{PG}127.0.0.1:5433/overleg"},
        {"OVERLEG_DATABASE_URL": f"{PG}[::1]/overleg"},
        {"OVERLEG_DATABASE_URL": f"{PG}localhost/overleg"},
        {"OVERLEG_DATABASE_URL": f"{PG}een,twee/overleg?sslmode=verify-full"},
        {"OVERLEG_HOSTS": "", "OVERLEG_BASIS_URL": ""},
        {"FLASK_DEBUG": "0"},
        {"OVERLEG_SECRET_KEY_FALLBACKS": f"{GEHEIM}, {GEHEIM}"},
    ],
)
def test_veilig__start(anders: dict[str, str]) -> None:
    assert Config.uit_omgeving(GOED | anders).secret_key == GEHEIM


def _zonder_demo(database_url: str) -> Config:
    return Config(database_url=database_url, secret_key=GEHEIM, hoofdsleutel=HOOFDSLEUTEL)


def test_demo_account_in_de_database__alleen_de_proefomgeving_start(
    database_url: str, fabriek: Fabriek, db_sessie: Session
) -> None:
    create_app(_zonder_demo(database_url))
    fabriek.gebruiker(fabriek.organisatie(OrganisatieSoort.OM)).email = "om@demo.voorbeeld.nl"
    db_sessie.commit()
    with pytest.raises(FouteInstelling, match="demo accounts"):
        create_app(_zonder_demo(database_url))
    create_app(Config(database_url=database_url, secret_key=GEHEIM, hoofdsleutel=HOOFDSLEUTEL, demo=True))


def test_database_is_er_nog_niet__dan_start_hij_om_die_te_maken(tmp_path: Path) -> None:
    for plek in (tmp_path / "leeg.db", tmp_path / "geen-map" / "leeg.db"):
        assert "klaarzetten" in create_app(_zonder_demo(f"sqlite:///{plek}")).cli.commands
