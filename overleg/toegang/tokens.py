"""Who asks when a program does: the one whose token it shows, in the one header that is for it (RFC 6750).

No cookie counts here, and no token counts elsewhere: a page cannot be made to ask in somebody's name, so
these routes need no token against forged forms.
"""

import uuid
from dataclasses import dataclass
from typing import NoReturn

from flask import abort, current_app, g, request

from overleg.basis.database import laat_los, schrijvend_apart, sessie
from overleg.basis.klok import vandaag
from overleg.basis.problemen import probleem
from overleg.logboek.schrijven import schrijf_apart
from overleg.logboek.soorten import Soort
from overleg.toegang.afremmen import neem_poging, op_token
from overleg.toegang.systeemkoppelingen import levende, neem_beurt
from overleg.toegang.vrager import Vrager, vrager_van

GEBIED = "Actie-overleg"
GEEN = "Stuur een token mee in de kop Authorization: Bearer. U maakt er een bij Systeemkoppelingen."
TELT_NIET = "Dit token geldt niet, of niet meer. Log zelf in en kijk bij Systeemkoppelingen wat er nog geldt."
KOEKJE = "Stuur geen sessiekoekje mee: een sessie van het scherm telt hier niet."
TE_VAAK = "Er kwamen te veel verzoeken met een token dat niet geldt. Wacht en gebruik een geldig token."


@dataclass(frozen=True, slots=True)
class Koppeling:
    """With what a program was let in, for the logboek: a value, that no query stands behind."""

    id: uuid.UUID
    naam: str


def vrager_met_token() -> Vrager:
    """Return who asks, by the token in the header, with the rights of this moment.

    Answers 401 without one that counts (429 after many), 400 when a cookie of a session comes along, and 429
    when the program asks too often.
    """
    token = _aangeboden()
    koppeling = levende(sessie(), token) if token else None
    if koppeling is None:
        _wijs_af(token)
    if current_app.config["SESSION_COOKIE_NAME"] in request.cookies:
        abort(probleem(400, KOEKJE, koppen=[_kop("invalid_request")]))
    sleutel = koppeling.id
    laat_los()  # on SQLite it may hold the lock to write
    with schrijvend_apart() as eigen:
        wacht = neem_beurt(eigen, sleutel)
    if wacht:
        abort(probleem(429, koppen=[("Retry-After", str(wacht))]))
    koppeling = levende(sessie(), token)  # again: in the transaction in which the work is done
    if koppeling is None:
        _wijs_af(token)
    g.koppeling = Koppeling(koppeling.id, koppeling.naam)
    return vrager_van(sessie(), koppeling.gebruiker, vandaag())


def _aangeboden() -> str:
    """Return the token of the header; nothing when there is none, or another way of proving who one is."""
    gezien = request.authorization
    return gezien.token or "" if gezien is not None and gezien.type == "bearer" else ""


def _kop(fout: str = "") -> tuple[str, str]:
    """Return the header that asks for a token; with quotes, as RFC 6750 writes it."""
    erbij = f', error="{fout}"' if fout else ""
    return "WWW-Authenticate", f'Bearer realm="{GEBIED}"{erbij}'


def _wijs_af(token: str) -> NoReturn:
    """Refuse; who tries one token after the other waits ever longer, and leaves a line."""
    if not token:
        abort(probleem(401, GEEN, koppen=[_kop()]))
    if wacht := neem_poging(op_token()):
        abort(probleem(429, TE_VAAK, koppen=[("Retry-After", str(wacht))]))
    schrijf_apart(None, Soort.SYSTEEM_GEWEIGERD, uitkomst="geweigerd")
    abort(probleem(401, TELT_NIET, koppen=[_kop("invalid_token")]))
