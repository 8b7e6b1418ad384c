"""Reading what a program sends, strictly: what is not described is refused, never passed over.

All mistakes of one request are told together (NLgov API Design Rules, error-handling/all-errors).
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from models.waarden import AfspraakStatus
from overleg.basis.afspraakstand import TE_DOEN
from overleg.basis.limieten import limiet
from overleg.basis.plek import Plek, lees_plek
from overleg.basis.tekst import schoon
from overleg.bespreking.regels.voortgang import MELDBAAR

VRAGEN = frozenset({"stand", "na"})
"""What may stand behind the question mark of the list."""
VELDEN = frozenset({"stand", "toelichting"})
LANGSTE_SLEUTEL = 100
_SLEUTEL = re.compile(rf'"([\x21\x23-\x7e]{{1,{LANGSTE_SLEUTEL}}})"|([\x21\x23-\x7e]{{1,{LANGSTE_SLEUTEL}}})')
"""With the quotes that the draft of the header asks for, or without, as many programs send it."""


@dataclass(frozen=True, slots=True)
class Fout:
    """One mistake: at which field, and what to do."""

    veld: str
    melding: str


class Ongeldig(Exception):
    """What a program sent is not as described; `fouten` are all of them."""

    def __init__(self, zin: str, fouten: Sequence[Fout] = ()) -> None:
        """Keep the sentence and the mistakes."""
        super().__init__(zin)
        self.zin = zin
        self.fouten = tuple(fouten)


@dataclass(frozen=True, slots=True)
class Gemeld:
    """What a system reports."""

    stand: AfspraakStatus
    toelichting: str


@dataclass(frozen=True, slots=True)
class Vraag:
    """Which part of the list a system asks for."""

    standen: frozenset[AfspraakStatus]
    na: Plek | None


def _eenmaal(paren: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a name that is there twice: two readers could each believe another one."""
    namen = [naam for naam, _waarde in paren]
    if len(set(namen)) != len(namen):
        raise ValueError("a name twice")
    return dict(paren)


def _geen_getal(naam: str) -> None:
    raise ValueError(f"{naam} is no JSON")


def lees_json(rauw: bytes) -> Mapping[str, Any]:
    """Return the object that these bytes are. Raises Ongeldig: no UTF-8, no JSON, a name twice, too deep."""
    try:
        inhoud = json.loads(rauw.decode("utf-8"), object_pairs_hook=_eenmaal, parse_constant=_geen_getal)
    except (ValueError, RecursionError):  # wrong bytes and wrong JSON are both a ValueError
        raise Ongeldig(
            "De inhoud is geen geldige JSON in UTF-8, of een veld staat er twee keer in."
        ) from None
    if not isinstance(inhoud, dict):
        raise Ongeldig("De inhoud moet een JSON-object zijn.")
    return inhoud


def lees_melding(inhoud: Mapping[str, Any]) -> Gemeld:
    """Return what is reported. Raises Ongeldig with a sentence for each field that is wrong or unknown.

    Which stand may follow, and where a toelichting belongs, says the rule of the screen (`voortgang.py`).
    """
    fouten = [
        Fout(veld, "Dit veld bestaat niet of is alleen te lezen.") for veld in sorted(set(inhoud) - VELDEN)
    ]
    stand = _stand(inhoud.get("stand"), fouten)
    tekst = _toelichting(inhoud.get("toelichting", ""), fouten)
    if fouten or stand is None:
        raise Ongeldig("De melding klopt niet. Kijk per veld wat er moet veranderen.", fouten)
    return Gemeld(stand, tekst)


def _stand(waarde: object, fouten: list[Fout]) -> AfspraakStatus | None:
    gevonden = next((stand for stand in MELDBAAR if stand.value == waarde), None)
    if gevonden is None:
        fouten.append(Fout("stand", f"Kies uit: {', '.join(stand.value for stand in MELDBAAR)}."))
    return gevonden


def _toelichting(waarde: object, fouten: list[Fout]) -> str:
    langste = limiet("toelichting")
    if not isinstance(waarde, str):
        fouten.append(Fout("toelichting", "Dit veld is een tekst."))
        return ""
    tekst = schoon(waarde)
    if max(len(waarde), len(tekst)) > langste:
        fouten.append(Fout("toelichting", f"Maak de tekst korter: hoogstens {langste} tekens."))
    return tekst


def lees_vraag(paren: Sequence[tuple[str, str]]) -> Vraag:
    """Return which part of the list is asked for; what is still to be done when no stand is named.

    Raises Ongeldig with a sentence for each parameter that is wrong, unknown, or there twice.
    """
    fouten = [
        Fout(naam, "Deze parameter bestaat niet.") for naam in sorted({naam for naam, _ in paren} - VRAGEN)
    ]
    genoemd = [waarde for naam, waarde in paren if naam == "stand"]
    standen = frozenset(stand for stand in AfspraakStatus if stand.value in genoemd)
    if len(standen) != len(genoemd):
        keuzes = ", ".join(stand.value for stand in AfspraakStatus)
        fouten.append(Fout("stand", f"Kies uit: {keuzes}; elk hoogstens één keer."))
    plekken = [waarde for naam, waarde in paren if naam == "na"]
    na = lees_plek(plekken[0]) if len(plekken) == 1 else None
    if plekken and na is None:
        fouten.append(Fout("na", "Gebruik het adres uit ‘volgende’ zoals het is."))
    if fouten:
        raise Ongeldig("Het adres klopt niet. Kijk per parameter wat er moet veranderen.", fouten)
    return Vraag(standen or TE_DOEN, na)


def lees_sleutel(kop: str | None) -> str | None:
    """Return the key by which a request that comes again is known; None without. Raises Ongeldig."""
    if kop is None:
        return None
    gevonden = _SLEUTEL.fullmatch(kop.strip())
    if gevonden is None:
        zin = f"Kies een sleutel van 1 tot en met {LANGSTE_SLEUTEL} tekens, zonder spaties."
        raise Ongeldig("De kop Idempotency-Key klopt niet.", [Fout("Idempotency-Key", zin)])
    return gevonden[1] or gevonden[2]
