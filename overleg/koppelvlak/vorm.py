"""Content as JSON: a thin layer that knows no database. The names here are those of `beschrijving.py`."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from hashlib import sha256
from typing import Any

from overleg.koppelvlak.inhoud import EigenAfspraak

LENGTE_ETAG = 32


@dataclass(frozen=True, slots=True)
class Weergave:
    """What is sent, and the mark by which a system says what it read."""

    inhoud: bytes
    etag: str


def als_object(afspraak: EigenAfspraak) -> dict[str, Any]:
    """Return one afspraak as it stands in an answer."""
    eerst, sinds = afspraak.wacht_op, afspraak.stand_sinds
    return {
        "id": str(afspraak.id),
        "casus": afspraak.casus,
        "nummer": afspraak.nummer,
        "wat": afspraak.wat,
        "organisatie": afspraak.organisatie,
        "persoon": afspraak.persoon or None,
        "datum": afspraak.datum.isoformat(),
        "wachtOp": {
            "nummer": eerst.nummer,
            "organisatie": eerst.organisatie,
            "stand": eerst.stand.value,
        }
        if eerst
        else None,
        "stand": afspraak.stand.value,
        "standSinds": sinds.astimezone(UTC).isoformat(timespec="seconds") if sinds else None,
        "volgendeStanden": [stand.value for stand in afspraak.vervolg],
    }


def van_afspraak(afspraak: EigenAfspraak) -> Weergave:
    """Return one afspraak to send. Its mark changes with every report, and with all else that is read."""
    return _weergave(als_object(afspraak), [afspraak])


def van_lijst(afspraken: Sequence[EigenAfspraak], volgende: str | None) -> Weergave:
    """Return a part of the list to send, with the address of the next part."""
    objecten = [als_object(afspraak) for afspraak in afspraken]
    return _weergave({"afspraken": objecten, "volgende": volgende}, afspraken)


def _weergave(object_: Mapping[str, Any], afspraken: Sequence[EigenAfspraak]) -> Weergave:
    inhoud = json.dumps(object_, ensure_ascii=False).encode()
    versies = ",".join(str(afspraak.versie) for afspraak in afspraken)
    return Weergave(inhoud, sha256(versies.encode() + b"\0" + inhoud).hexdigest()[:LENGTE_ETAG])
