"""What somebody typed in a form that is answered with a page of an error: the page gives it back to copy.

A form that a handeling refuses shows itself again, with everything in it. Where that cannot be (the right was
withdrawn meanwhile, the session ended, the database is away) this is the last place to lose no sentence.
"""

import re

from flask import request
from werkzeug.exceptions import HTTPException

from overleg.basis.database import leest

EIGEN = "same-origin"
GEHEIM = re.compile("wachtwoord|password", re.IGNORECASE)
WOORDEN = re.compile(r"\S\s+\S")
"""What holds no space between two words is a choice, an id or a day: the page has that anyhow."""


def getypte_teksten() -> tuple[str, ...]:
    """Return the texts of the form that was sent, each once, in their order; never a password.

    Only of a form that one of our own pages sent: another site must not put its words on ours.
    """
    if leest() or not _van_onszelf():
        return ()
    try:
        velden = list(request.form.items(multi=True))
    except HTTPException:  # too large to be read at all
        return ()
    return tuple(
        dict.fromkeys(
            waarde.strip() for naam, waarde in velden if not GEHEIM.search(naam) and WOORDEN.search(waarde)
        )
    )


def _van_onszelf() -> bool:
    vanwaar = request.headers.get("Sec-Fetch-Site")
    if vanwaar is not None:
        return vanwaar == EIGEN
    return request.headers.get("Origin") == request.host_url.rstrip("/")
