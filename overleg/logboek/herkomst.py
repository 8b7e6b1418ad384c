"""Where a happening came from: request, session and device, and by which rule of the table it was allowed."""

import hashlib
from dataclasses import dataclass

from flask import g, has_request_context, request, session

from overleg.basis.verzoeknummer import verzoeknummer
from overleg.toegang.apparaat import apparaat

LANGSTE_IP = 45
LANGSTE_APPARAAT = 60
VAN_SYSTEEM = "Systeemkoppeling: "
"""Before the name of what a system was let in with, where otherwise the words for a browser are."""
LANGSTE_REGEL = 300


@dataclass(frozen=True)
class Herkomst:
    """What a line says about its request; all empty for what happens without one."""

    verzoek: str = ""
    sessie: str = ""
    """Hash of the id of the session's row (of a system: of what it was let in with): lines of one session
    belong together, and open nothing."""
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
        apparaat=_apparaat(),
        regel=str(g.get("regel", ""))[:LANGSTE_REGEL],
    )


def _apparaat() -> str:
    if koppeling := g.get("koppeling"):
        return f"{VAN_SYSTEEM}{koppeling.naam}"[:LANGSTE_APPARAAT]
    return apparaat(request.headers.get("User-Agent", ""))


def _sessie() -> str:
    sleutel = g.koppeling.id if g.get("koppeling") else getattr(session, "sleutel", None)
    return hashlib.sha256(str(sleutel).encode()).hexdigest() if sleutel else ""
