"""Who may say who somebody is, apart from ourselves: the providers of OpenID Connect, read from the settings.

Each partner has its own. A file of JSON (`OVERLEG_OIDC`), a list with for each provider: `sleutel` (in our
addresses), `naam` (on the button), `issuer`, `client_id`, `client_secret_file`, and what a sign-in there must
have proved: `acr` (one of these) and/or `amr` (all of these).
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from overleg.basis.config import FouteInstelling

SLEUTEL = re.compile(r"[a-z0-9-]{2,30}")
LOOPBACK = ("127.0.0.1", "localhost")
TEKSTEN = ("sleutel", "naam", "issuer", "client_id", "client_secret_file")
BEKEND = frozenset({*TEKSTEN, "acr", "amr"})


@dataclass(frozen=True)
class Aanbieder:
    """One provider."""

    sleutel: str
    naam: str
    issuer: str
    client_id: str
    geheim: str
    acr: tuple[str, ...] = ()
    """A sign-in there must be at one of these levels."""
    amr: tuple[str, ...] = ()
    """A sign-in there must have been with all of these."""


def lees_aanbieders(bestand: str) -> tuple[Aanbieder, ...]:
    """Return the providers in a file; none when there is no file named.

    Raises FouteInstelling with one sentence when something misses or is not safe: an address without https,
    a provider that need not prove a second factor.
    """
    if not bestand:
        return ()
    try:
        gelezen = json.loads(Path(bestand).read_text(encoding="utf-8"))
    except (OSError, ValueError) as fout:
        raise FouteInstelling(f"OVERLEG_OIDC: {bestand} cannot be read as JSON ({fout}).") from fout
    if not isinstance(gelezen, list) or not all(isinstance(deel, dict) for deel in gelezen):
        raise FouteInstelling("OVERLEG_OIDC: the file must hold a list with an object for each provider.")
    aanbieders = tuple(_aanbieder(deel) for deel in gelezen)
    for wat in ("sleutel", "issuer"):
        waarden = [getattr(aanbieder, wat) for aanbieder in aanbieders]
        if len(set(waarden)) < len(waarden):
            raise FouteInstelling(f"OVERLEG_OIDC: two providers have the same {wat}.")
    return aanbieders


def _aanbieder(deel: Mapping[str, Any]) -> Aanbieder:
    naam = str(deel.get("naam") or deel.get("sleutel") or "?")
    mist = [sleutel for sleutel in TEKSTEN if not isinstance(deel.get(sleutel), str) or not deel[sleutel]]
    if mist:
        raise FouteInstelling(f"OVERLEG_OIDC, {naam}: {', '.join(mist)} missing.")
    if vreemd := set(deel) - BEKEND:
        raise FouteInstelling(f"OVERLEG_OIDC, {naam}: unknown: {', '.join(sorted(vreemd))}.")
    if not SLEUTEL.fullmatch(deel["sleutel"]):
        raise FouteInstelling(f"OVERLEG_OIDC, {naam}: sleutel may hold small letters, digits and hyphens.")
    if not _veilig(deel["issuer"]):
        raise FouteInstelling(f"OVERLEG_OIDC, {naam}: issuer must begin with https://.")
    acr, amr = _woorden(deel, "acr"), _woorden(deel, "amr")
    if not acr and not amr:
        raise FouteInstelling(
            f"OVERLEG_OIDC, {naam}: say with acr or amr what proves a second factor there; "
            "a password alone is not enough to see a casus."
        )
    return Aanbieder(
        sleutel=deel["sleutel"],
        naam=deel["naam"],
        issuer=deel["issuer"],
        client_id=deel["client_id"],
        geheim=_geheim(naam, deel["client_secret_file"]),
        acr=acr,
        amr=amr,
    )


def _veilig(adres: str) -> bool:
    """Whether nobody on the way can read along; on this machine itself nobody is on the way."""
    delen = urlsplit(adres)
    return delen.scheme == "https" or (delen.scheme == "http" and delen.hostname in LOOPBACK)


def _woorden(deel: Mapping[str, Any], sleutel: str) -> tuple[str, ...]:
    waarde = deel.get(sleutel, [])
    if not isinstance(waarde, list) or not all(isinstance(woord, str) and woord for woord in waarde):
        raise FouteInstelling(f"OVERLEG_OIDC, {deel['naam']}: {sleutel} must be a list of words.")
    return tuple(waarde)


def _geheim(naam: str, bestand: str) -> str:
    try:
        geheim = Path(bestand).read_text(encoding="utf-8").strip()
    except (OSError, ValueError) as fout:
        raise FouteInstelling(f"OVERLEG_OIDC, {naam}: client_secret_file cannot be read ({fout}).") from fout
    if not geheim:
        raise FouteInstelling(f"OVERLEG_OIDC, {naam}: client_secret_file is empty.")
    return geheim
