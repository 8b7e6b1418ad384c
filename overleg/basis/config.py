"""Settings, read from the environment (prefix OVERLEG_); documented in docs/instellingen.md."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[2]
MINIMALE_SLEUTEL = 32
LOOPBACK = ("127.0.0.1", "localhost")


class FouteInstelling(RuntimeError):
    """A setting that is missing or unsafe; the message says what to do."""


@dataclass(frozen=True, kw_only=True)
class Config:
    """All settings of one running application."""

    database_url: str
    secret_key: str
    demo: bool = False
    mail_url: str = ""
    mail_van: str = "actie-overleg@localhost"
    hosts: tuple[str, ...] = LOOPBACK
    basis_url: str = "http://127.0.0.1:5000"
    proxies: int = 0
    testing: bool = False

    def __post_init__(self) -> None:
        """Refuse settings with which it is not safe to start."""
        if len(self.secret_key) < MINIMALE_SLEUTEL:
            raise FouteInstelling(
                f"OVERLEG_SECRET_KEY is missing or shorter than {MINIMALE_SLEUTEL} characters: "
                "set it to a long random text."
            )
        if self.demo and not set(self.hosts) <= set(LOOPBACK):
            raise FouteInstelling(
                "OVERLEG_DEMO=1 only runs on this machine itself: leave OVERLEG_HOSTS out, or demo mode off."
            )

    @property
    def https(self) -> bool:
        """Whether people reach the application over https."""
        return self.basis_url.startswith("https://")

    @classmethod
    def uit_omgeving(cls, omgeving: Mapping[str, str] | None = None) -> "Config":
        """Read the settings from `omgeving` (default: the process environment).

        Raises FouteInstelling when one is missing or unsafe.
        """
        env = os.environ if omgeving is None else omgeving
        hosts = tuple(h.strip() for h in env.get("OVERLEG_HOSTS", "").split(",") if h.strip())
        return cls(
            database_url=env.get("OVERLEG_DATABASE_URL", "") or standaard_database(),
            secret_key=env.get("OVERLEG_SECRET_KEY", ""),
            demo=env.get("OVERLEG_DEMO", "") == "1",
            mail_url=env.get("OVERLEG_MAIL_URL", ""),
            mail_van=env.get("OVERLEG_MAIL_VAN", cls.mail_van),
            hosts=hosts or LOOPBACK,
            basis_url=env.get("OVERLEG_BASIS_URL", cls.basis_url).rstrip("/"),
            proxies=_aantal(env.get("OVERLEG_PROXIES", "0")),
        )


def _aantal(tekst: str) -> int:
    if not tekst.isdigit():
        raise FouteInstelling("OVERLEG_PROXIES must be a whole number: how many proxies stand in front.")
    return int(tekst)


def standaard_database() -> str:
    """Return the address of the embedded database, in the project's var/."""
    return f"sqlite:///{WORTEL / 'var' / 'overleg.db'}"
