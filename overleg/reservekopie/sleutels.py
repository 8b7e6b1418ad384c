"""The keys of backups: anyone with the public one can make them, only the secret one opens them (age).

The machine that makes backups holds no key that opens them.
"""

import os
from pathlib import Path

from pyrage import IdentityError, RecipientError, x25519

from overleg.basis.config import Config

ALLEEN_EIGENAAR = 0o600


class GeenSleutel(RuntimeError):
    """There is no key, or it is none; the message says what to do."""


def nieuwe_sleutel(bestand: Path) -> str:
    """Make a secret key in `bestand`, which may not exist yet; return the public key that belongs to it."""
    geheim = x25519.Identity.generate()
    greep = os.open(bestand, os.O_WRONLY | os.O_CREAT | os.O_EXCL, ALLEEN_EIGENAAR)
    with os.fdopen(greep, "w", encoding="ascii") as uit:
        uit.write(f"# public key: {geheim.to_public()}\n{geheim}\n")
        uit.flush()
        os.fsync(uit.fileno())
    return str(geheim.to_public())


def ontvangers(config: Config) -> list[x25519.Recipient]:
    """Return the public keys for which a backup is made; raises GeenSleutel when there is none."""
    if not config.backup_ontvangers:
        raise GeenSleutel(
            "OVERLEG_BACKUP_ONTVANGERS is not set, and a backup is never made without encryption: "
            "run `flask backup-sleutel FILE` and set it to the public key that it prints."
        )
    try:
        return [x25519.Recipient.from_str(tekst) for tekst in config.backup_ontvangers]
    except RecipientError:
        raise GeenSleutel(
            "OVERLEG_BACKUP_ONTVANGERS holds something else than public keys of age (age1…)."
        ) from None


def lees_geheim(bestand: Path) -> list[x25519.Identity]:
    """Return the secret keys in a file, as age writes them; raises GeenSleutel when it holds none."""
    regels = [regel.strip() for regel in bestand.read_text(encoding="utf-8").splitlines()]
    try:
        gevonden = [
            x25519.Identity.from_str(regel) for regel in regels if regel and not regel.startswith("#")
        ]
    except IdentityError:
        gevonden = []
    if not gevonden:
        raise GeenSleutel(f"{bestand} holds no secret key (AGE-SECRET-KEY-1…).")
    return gevonden
