"""With which settings the application refuses to start: one sentence each that says what to do (ASVS 13)."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from ipaddress import ip_address
from typing import TYPE_CHECKING

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

if TYPE_CHECKING:
    from overleg.basis.config import Config

MINIMALE_SLEUTEL = 32
MINSTE_TEKENS = 8
"""So many different signs a random text of that length has at least."""
KORTSTE_SESSIE = timedelta(minutes=5)
LOOPBACK = ("127.0.0.1", "localhost")
ELDERS = ("PGHOST", "PGHOSTADDR", "PGSERVICE", "PGSERVICEFILE")
"""Settings of PostgreSQL's own library that name a server outside the address of the database."""


def is_zwak(sleutel: str) -> bool:
    """Whether a key has too few different signs, or is the same piece again and again."""
    return len(set(sleutel)) < MINSTE_TEKENS or sleutel in (sleutel + sleutel)[1:-1]


def is_hier(host: str) -> bool:
    """Whether a host is this machine: a unix socket, or loopback."""
    if not host or host.startswith("/") or host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _sleutel(config: "Config") -> str:
    if len(config.secret_key) < MINIMALE_SLEUTEL:
        return (
            f"OVERLEG_SECRET_KEY is missing or shorter than {MINIMALE_SLEUTEL} characters: "
            "set it to a long random text."
        )
    if any(map(is_zwak, (config.secret_key, *config.oude_sleutels))) and not config.testing:
        return "OVERLEG_SECRET_KEY, or one of before, can be guessed: set it to a long random text."
    return ""


def _logboek(config: "Config") -> str:
    if config.logboek_sleutel and len(config.logboek_sleutel) < MINIMALE_SLEUTEL:
        return (
            f"OVERLEG_LOGBOEK_SLEUTEL is shorter than {MINIMALE_SLEUTEL} characters: "
            "leave it out, or set it to a long random text."
        )
    if config.logboek_sleutel and is_zwak(config.logboek_sleutel) and not config.testing:
        return "OVERLEG_LOGBOEK_SLEUTEL can be guessed: set it to a long random text."
    return ""


def _proef(config: "Config") -> str:
    if config.demo and not set(config.hosts) <= set(LOOPBACK):
        return "OVERLEG_DEMO=1 only runs on this machine itself: leave OVERLEG_HOSTS out, or demo mode off."
    return ""


def _debug(config: "Config") -> str:
    if config.debug and not config.demo:
        return "FLASK_DEBUG shows code and data to whoever meets an error: leave it out."
    return ""


def _https(config: "Config") -> str:
    if not config.https and not set(config.hosts) <= set(LOOPBACK):
        return "OVERLEG_HOSTS names other machines, so OVERLEG_BASIS_URL must begin with https://."
    return ""


def _database(config: "Config") -> str:
    try:
        url = make_url(config.database_url)
    except ArgumentError:
        return "OVERLEG_DATABASE_URL is no address of a database: see docs/instellingen.md."
    if url.get_backend_name() != "postgresql":
        return ""
    genoemd = [url.host or "", *_lijst(url.query, "host"), *_lijst(url.query, "hostaddr")]
    if all(map(is_hier, genoemd)) and "service" not in url.query and not config.database_elders:
        return ""
    if _lijst(url.query, "sslmode") == ["verify-full"]:
        return ""
    return "The database is on another machine: add sslmode=verify-full to OVERLEG_DATABASE_URL."


def _lijst(vraag: Mapping[str, tuple[str, ...] | str], naam: str) -> list[str]:
    waarde = vraag.get(naam, ())
    delen = (waarde,) if isinstance(waarde, str) else waarde
    return [host for deel in delen for host in deel.split(",")]


def _sessies(config: "Config") -> str:
    if config.sessie_rust < KORTSTE_SESSIE:
        return "OVERLEG_SESSIE_RUST must be at least 5 minutes: nobody could type a text within less."
    if config.sessie_langst < config.sessie_rust:
        return "OVERLEG_SESSIE_LANGST must be at least OVERLEG_SESSIE_RUST."
    return ""


REGELS: tuple[Callable[["Config"], str], ...] = (
    _sleutel,
    _logboek,
    _proef,
    _debug,
    _https,
    _database,
    _sessies,
)


def gebrek(config: "Config") -> str:
    """Return why it is not safe to start with `config`; empty when it is."""
    return next(filter(None, (regel(config) for regel in REGELS)), "")
