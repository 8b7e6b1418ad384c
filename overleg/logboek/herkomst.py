"""Where a happening came from: request, session and device, and by which rule of the table it was allowed."""

import hashlib
from dataclasses import dataclass

from flask import g, has_request_context, request, session

from overleg.basis.verzoeknummer import verzoeknummer
from overleg.toegang.apparaat import apparaat

LANGSTE_IP = 45
LANGSTE_REGEL = 300


@dataclass(frozen=True)
class Herkomst:
    """What a line says about its request; all empty for what happens without one."""

    verzoek: str = ""
    sessie: str = ""
    """Hash of the id of the session's row: lines of one session belong together, and open nothing."""
    ip: str = ""
    apparaat: str = ""
    regel: str = ""
    """The recht and the conditions by which it was held (veiligheid.md §2: autorisatieregel)."""


def herkomst() -> Herkomst:
    """Return where the present request comes from."""
    if not has_request_context():
        return Herkomst()
    return Herkomst(
        verzoek=verzoeknummer(),
        sessie=_sessie(),
        ip=(request.remote_addr or "")[:LANGSTE_IP],
        apparaat=apparaat(request.headers.get("User-Agent", "")),
        regel=str(g.get("regel", ""))[:LANGSTE_REGEL],
    )


def _sessie() -> str:
    sleutel = getattr(session, "sleutel", None)
    return hashlib.sha256(str(sleutel).encode()).hexdigest() if sleutel else ""
