"""The frozen form of a verslag: canonical JSON with its checksum, and back again.

Canonical: one object has one text (keys sorted, sets sorted, no spaces), so that the checksum says
whether anything changed. Reading goes by the types of `inhoud.py`, so that nothing unexpected gets in.
"""

import hashlib
import json
import types
import uuid
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from typing import Any, cast, get_args, get_origin, get_type_hints

from models.versleuteling import Deeltekst
from overleg.verslag.inhoud import VORM, Verslaginhoud

PER_CASUS = {"casussen": "id", "vorige_acties": "casus_id", "rectificaties": "casus_id"}
"""The lists of a record whose parts are about one casus, and where they say which."""

WEG = "Vernietigd met de casus."
"""Stands where a text of a destroyed casus stood."""


class OnleesbaarVerslag(ValueError):
    """The stored text is no verslag of this shape."""


def naar_json(inhoud: Verslaginhoud) -> Deeltekst:
    """Return `inhoud` as canonical JSON, in pieces: each is sealed with the key of the casus it is about."""
    return Deeltekst.van(_stukken(cast("dict[str, object]", _plat(inhoud))))


def _stukken(plat: dict[str, object]) -> Iterator[tuple[uuid.UUID | None, str]]:
    """Cut the canonical JSON at the edges of what is about one casus; put together it is the whole again."""
    eerste = True
    for naam in sorted(plat):
        yield None, f"{'{' if eerste else ','}{json.dumps(naam)}:"
        eerste = False
        if naam not in PER_CASUS:
            yield None, _json(plat[naam])
            continue
        yield None, "["
        for plek, deel in enumerate(cast("list[dict[str, str]]", plat[naam])):
            if plek:
                yield None, ","
            yield _van_wie(deel, PER_CASUS[naam]), _json(deel)
        yield None, "]"
    yield None, "}"


def _van_wie(deel: dict[str, str], kolom: str) -> uuid.UUID | None:
    """Return the casus a part is about; none for what is left of a destroyed one, whose key is gone."""
    is_weg = deel.get("vernietigd") or deel.get("tekst") == WEG
    return uuid.UUID(deel[kolom]) if deel[kolom] and not is_weg else None


def _json(waarde: object) -> str:
    return json.dumps(waarde, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def uit_json(tekst: str) -> Verslaginhoud:
    """Return the verslag that `naar_json` wrote; raises OnleesbaarVerslag for anything else."""
    try:
        gegevens = json.loads(tekst)
        if not isinstance(gegevens, dict) or gegevens.get("vorm") != VORM:
            raise OnleesbaarVerslag("onbekende vorm")
        return cast("Verslaginhoud", _terug(Verslaginhoud, gegevens))
    except (KeyError, TypeError, ValueError) as fout:
        raise OnleesbaarVerslag(str(fout)) from fout


def ontdooi(tekst: str, getal: str) -> Verslaginhoud:
    """Return an adopted verslag; raises OnleesbaarVerslag when it is not the text that was adopted."""
    if controlegetal(tekst) != getal:
        raise OnleesbaarVerslag("het controlegetal klopt niet")
    return uit_json(tekst)


def controlegetal(tekst: str) -> str:
    """Return the checksum (SHA-256) of a frozen verslag."""
    return hashlib.sha256(tekst.encode()).hexdigest()


def _plat(waarde: object) -> object:
    if is_dataclass(waarde):
        return {veld.name: _plat(getattr(waarde, veld.name)) for veld in fields(waarde)}
    if isinstance(waarde, frozenset):
        return sorted(str(deel) for deel in waarde)
    if isinstance(waarde, tuple):
        return [_plat(deel) for deel in waarde]
    if isinstance(waarde, uuid.UUID):
        return str(waarde)
    if isinstance(waarde, date | time):
        return waarde.isoformat()
    return waarde


_LEZERS: dict[Any, Callable[[str], object]] = {
    uuid.UUID: uuid.UUID,
    datetime: datetime.fromisoformat,
    date: date.fromisoformat,
    time: time.fromisoformat,
}


def _terug(soort: Any, waarde: Any) -> object:  # noqa: ANN401 any type, any JSON
    """Return `waarde` as a value of the type `soort`; a part with a default may be absent (older records)."""
    herkomst = get_origin(soort)
    if herkomst is types.UnionType:
        soort, _geen = get_args(soort)
        return None if waarde is None else _terug(soort, waarde)
    if herkomst in {tuple, frozenset}:
        return herkomst(_terug(get_args(soort)[0], deel) for deel in waarde)
    if is_dataclass(soort):
        soorten = get_type_hints(soort)
        delen = {naam: _terug(deel, waarde[naam]) for naam, deel in soorten.items() if naam in waarde}
        return cast("Any", soort)(**delen)
    if soort in _LEZERS:
        return _LEZERS[soort](waarde)
    if not isinstance(waarde, soort):
        raise OnleesbaarVerslag(f"geen {soort.__name__}")
    return waarde
