"""Settings, read from the environment (prefix OVERLEG_); documented in docs/instellingen.md."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

from overleg.basis.hoofdsleutel import lees_tekst, uit_map
from overleg.basis.startregels import ELDERS, LOOPBACK, gebrek

WORTEL = Path(__file__).resolve().parents[2]
LAATSTE_UUR = 23


class FouteInstelling(RuntimeError):
    """A setting that is missing or unsafe; the message says what to do."""


@dataclass(frozen=True, kw_only=True)
class Config:
    """All settings of one running application."""

    database_url: str
    secret_key: str
    oude_sleutels: tuple[str, ...] = ()
    """Secret keys of before, newest first: what they signed still counts."""
    demo: bool = False
    mail_url: str = ""
    mail_van: str = "actie-overleg@localhost"
    hosts: tuple[str, ...] = LOOPBACK
    basis_url: str = "http://127.0.0.1:5000"
    proxies: int = 0
    sessie_rust: timedelta = timedelta(hours=4)
    """After so long without being used a session ends: longer than a meeting in which someone only reads."""
    sessie_langst: timedelta = timedelta(hours=12)
    """After so long a session ends, however much it is used: a working day."""
    uitnodiging: timedelta = timedelta(days=7)
    """So long a link counts with which somebody chooses the first password."""
    oidc: str = ""
    """File that names the providers of OpenID Connect; none: everybody signs in here."""
    logboek_sleutel: str = ""
    logboek_kop: str = ""
    sleutelmap: str = ""
    """Folder outside the database and its backups: keys, and the list of what was destroyed."""
    backup_ontvangers: tuple[str, ...] = ()
    """Public keys of age: who holds the secret one of any of them can open a backup."""
    backup_dagen: int = 30
    """After so many days a backup is thrown away, and what was destroyed meanwhile is gone from there too."""
    debug: bool = False
    database_elders: bool = False
    """Whether a setting of PostgreSQL's own library may send us to another machine."""
    signaal_dossiers: int = 15
    """Casussen within an hour from which a line of the logboek stands out."""
    signaal_weigeringen: int = 5
    signaal_inlogpogingen: int = 10
    signaal_nacht: tuple[int, int] = (22, 6)
    hoofdsleutel: str = ""
    """The key that locks the keys of all texts about people, in base64; empty: it stands in `sleutelmap`."""
    testing: bool = False

    def __post_init__(self) -> None:
        """Refuse settings with which it is not safe to start."""
        if zin := gebrek(self):
            raise FouteInstelling(zin)

    @property
    def hoofdsleutel_bytes(self) -> bytes:
        """The master key; in tests that name none, it follows from the secret key.

        Made once in the project's own folder for keys when no other folder is named. Raises FouteInstelling.
        """
        if self.testing and not self.hoofdsleutel:
            return sha256(f"hoofdsleutel:{self.secret_key}".encode()).digest()
        try:
            if self.hoofdsleutel:
                return lees_tekst(self.hoofdsleutel)
            return uit_map(self.map_voor_sleutels, maak=not self.sleutelmap)
        except ValueError as fout:
            raise FouteInstelling(str(fout)) from None

    @property
    def https(self) -> bool:
        """Whether people reach the application over https."""
        return self.basis_url.startswith("https://")

    @property
    def lijst_van_vernietigd(self) -> Path:
        """The file that says what was destroyed."""
        return self.map_voor_sleutels / "vernietigd.jsonl"

    @property
    def sleutelbestand(self) -> Path:
        """The file with the locked keys of all texts, for restoring a backup."""
        return self.map_voor_sleutels / "sleutels.jsonl"

    @property
    def map_voor_sleutels(self) -> Path:
        """The folder outside the database and its backups; by default var/sleutels."""
        return Path(self.sleutelmap) if self.sleutelmap else WORTEL / "var" / "sleutels"

    @classmethod
    def uit_omgeving(cls, omgeving: Mapping[str, str] | None = None) -> "Config":
        """Read the settings from `omgeving` (default: the process environment).

        Raises FouteInstelling when one is missing or unsafe.
        """
        env = os.environ if omgeving is None else omgeving
        return cls(
            database_url=env.get("OVERLEG_DATABASE_URL", "") or standaard_database(),
            secret_key=env.get("OVERLEG_SECRET_KEY", ""),
            oude_sleutels=_lijst(env, "OVERLEG_SECRET_KEY_FALLBACKS"),
            demo=env.get("OVERLEG_DEMO", "") == "1",
            mail_url=env.get("OVERLEG_MAIL_URL", ""),
            mail_van=env.get("OVERLEG_MAIL_VAN", cls.mail_van),
            hosts=_lijst(env, "OVERLEG_HOSTS") or LOOPBACK,
            basis_url=env.get("OVERLEG_BASIS_URL", cls.basis_url).rstrip("/"),
            proxies=_aantal(env, "OVERLEG_PROXIES", 0, "how many proxies stand in front"),
            debug=env.get("FLASK_DEBUG", "").lower() not in {"", "0", "false", "no"},
            database_elders=any(env.get(naam) for naam in ELDERS),
            sessie_rust=timedelta(minutes=_aantal(env, "OVERLEG_SESSIE_RUST", 240, "minutes")),
            sessie_langst=timedelta(minutes=_aantal(env, "OVERLEG_SESSIE_LANGST", 720, "minutes")),
            uitnodiging=timedelta(days=_aantal(env, "OVERLEG_UITNODIGING", 7, "days")),
            oidc=env.get("OVERLEG_OIDC", ""),
            logboek_sleutel=env.get("OVERLEG_LOGBOEK_SLEUTEL", ""),
            logboek_kop=env.get("OVERLEG_LOGBOEK_KOP", ""),
            backup_ontvangers=_lijst(env, "OVERLEG_BACKUP_ONTVANGERS"),
            backup_dagen=_aantal(env, "OVERLEG_BACKUP_DAGEN", 30, "days to keep a backup"),
            sleutelmap=env.get("OVERLEG_SLEUTELMAP", ""),
            signaal_dossiers=_aantal(env, "OVERLEG_SIGNAAL_DOSSIERS", 15, "casussen within an hour"),
            signaal_weigeringen=_aantal(env, "OVERLEG_SIGNAAL_WEIGERINGEN", 5, "refusals on a day"),
            signaal_inlogpogingen=_aantal(env, "OVERLEG_SIGNAAL_INLOGPOGINGEN", 10, "failures on a day"),
            signaal_nacht=_uren(env.get("OVERLEG_SIGNAAL_NACHT", "") or "22-6"),
            hoofdsleutel=env.get("OVERLEG_HOOFDSLEUTEL", ""),
        )


def _lijst(env: Mapping[str, str], naam: str) -> tuple[str, ...]:
    return tuple(deel.strip() for deel in env.get(naam, "").split(",") if deel.strip())


def _aantal(env: Mapping[str, str], naam: str, anders: int, wat: str) -> int:
    tekst = env.get(naam, "") or str(anders)
    if not tekst.isdigit():
        raise FouteInstelling(f"{naam} must be a whole number: {wat}.")
    return int(tekst)


def _uren(tekst: str) -> tuple[int, int]:
    gevonden = re.fullmatch(r"(\d{1,2})-(\d{1,2})", tekst)
    van, tot = (int(deel) for deel in gevonden.groups()) if gevonden else (99, 99)
    if max(van, tot) > LAATSTE_UUR:
        raise FouteInstelling("OVERLEG_SIGNAAL_NACHT must be two whole hours, such as 22-6.")
    return van, tot


def standaard_database() -> str:
    """Return the address of the embedded database, in the project's var/."""
    return f"sqlite:///{WORTEL / 'var' / 'overleg.db'}"
