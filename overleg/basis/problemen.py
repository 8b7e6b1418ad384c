"""What a program reads when something went wrong: problem details (RFC 9457), never a page.

What may not be seen or done looks like what does not exist.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from flask import Response, make_response

from overleg.basis.tekst import schoon
from overleg.basis.verzoeknummer import verzoeknummer

SOORT = "application/problem+json"
NIET_GEVONDEN, VERBODEN = 404, 403
WEG = frozenset({"Content-Type", "Content-Length", "Location"})
"""Headers of the error of a library that do not go with our body."""
MEESTE_FOUTEN, LANGSTE_VELD = 20, 60
"""What a program sent comes back only so far: a name of its own may hold anything, and be of any length."""
PROBLEMEN: Mapping[int, tuple[str, str]] = {
    400: ("Ongeldig verzoek", "Het verzoek klopt niet. Vergelijk het met de beschrijving in openapi.json."),
    401: ("Geen geldig token", "Stuur een geldig token mee in de kop Authorization: Bearer."),
    404: ("Niet gevonden", "Dit is er niet, of u mag het niet zien."),
    405: ("Methode niet mogelijk", "Gebruik een methode uit de kop Allow."),
    406: ("Vorm niet mogelijk", "Antwoorden zijn er alleen als application/json."),
    409: ("Past niet bij hoe het nu is", "Lees de afspraak opnieuw en kijk wat er nog kan."),
    412: ("Intussen gewijzigd", "Lees de afspraak opnieuw en stuur de nieuwe ETag mee in If-Match."),
    413: ("Te groot", "Stuur een kleiner verzoek."),
    415: ("Verkeerde soort inhoud", "Stuur JSON, in UTF-8."),
    422: ("Niet te verwerken", "Het verzoek kan zo niet worden verwerkt."),
    428: ("If-Match ontbreekt", "Stuur de ETag van de gelezen afspraak mee in de kop If-Match."),
    429: ("Te veel verzoeken", "Wacht het aantal seconden uit de kop Retry-After en probeer het opnieuw."),
    500: ("Fout in de toepassing", "Probeer het later opnieuw. Noem bij een melding het verzoeknummer."),
    503: ("Even niet beschikbaar", "Probeer het over enkele seconden opnieuw."),
}
"""Status → title, and what to do when nothing more exact is known."""


def probleem(
    status: int,
    detail: str = "",
    *,
    fouten: Iterable[tuple[str, str]] = (),
    koppen: Iterable[tuple[str, str]] = (),
) -> Response:
    """Return the answer for an error; `fouten` are (field, sentence) pairs, of which the first are told.

    Every text is safe to send whatever it holds: half a character of a program would break the answer itself.
    """
    status = NIET_GEVONDEN if status == VERBODEN else status
    bekend = status if status in PROBLEMEN else 400 if status < 500 else 500  # noqa: PLR2004 classes of HTTP status
    titel, gewoon = PROBLEMEN[bekend]
    per_veld = [{"veld": _kort(veld), "melding": schoon(melding)} for veld, melding in fouten]
    inhoud: dict[str, Any] = {"status": status, "title": titel, "detail": schoon(detail) or gewoon}
    if per_veld:
        inhoud["fouten"] = per_veld[:MEESTE_FOUTEN]
    if (meer := len(per_veld) - MEESTE_FOUTEN) > 0:
        inhoud["detail"] += f" Hier staan de eerste {MEESTE_FOUTEN} fouten; het zijn er {meer} meer."
    inhoud["verzoek"] = verzoeknummer()
    antwoord = make_response(json.dumps(inhoud, ensure_ascii=False), status)
    antwoord.mimetype = SOORT
    for naam, waarde in koppen:
        if naam not in WEG:
            antwoord.headers[naam] = waarde
    return antwoord


def _kort(naam: str) -> str:
    """Return the name of a field: cleaned, and cut off when it is none of ours."""
    net = schoon(naam[: LANGSTE_VELD * 2])
    return net if len(net) <= LANGSTE_VELD else f"{net[: LANGSTE_VELD - 1]}…"
