"""A form that is sent twice is done once: a double click, a reload, a browser that tries again on bad wifi.

Every page carries a number that nobody else knows (`verzendnummer`), every form on it sends it along. When
a form led on to another page, that is remembered in the same transaction as what it did. The same number
with the same content at the same address, soon after, is that form again: it is answered with the same page.
Other content is another form, also from a page that somebody went back to.
"""

import uuid
from datetime import timedelta
from hashlib import sha256
from urllib.parse import urlsplit

from flask import Flask, Response, flash, g, request, session
from sqlalchemy import CursorResult, delete
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from werkzeug.datastructures import FileStorage

from models import Verzending
from overleg.basis.achtergrond import taak
from overleg.basis.database import sessie
from overleg.basis.klok import nu
from overleg.basis.schil import ga_naar

VELD = "verzendnummer"
NAAR = "eenmalig_naar"
LANGSTE_ADRES = 500
GELDIG = timedelta(minutes=10)
DUBBEL = "Dit formulier kwam twee keer aan. Het is één keer verwerkt."


def verzendnummer() -> str:
    """Return the number of the page that is being made."""
    if "verzendnummer" not in g:
        g.verzendnummer = uuid.uuid4().hex
    return str(g.verzendnummer)


def leidt_naar(adres: str) -> None:
    """Say where a form that was done leads when its answer is only a part of the page it stands on."""
    setattr(g, NAAR, adres)


def _al_gedaan() -> Response | None:
    """Answer a form that was done already; before the door, which it may have closed behind itself."""
    afdruk = _afdruk()
    return _eerder(afdruk) if afdruk else None


def onthoud(antwoord: Response) -> Response:
    """Remember that this form was done when `antwoord` leads on; return the answer to give.

    The form that comes second at the same moment fails on the key of `Verzending`: what it did is undone.
    """
    naar = antwoord.headers.get("Location") or antwoord.headers.get("HX-Redirect") or g.get(NAAR, "")
    afdruk = _afdruk() if 0 < len(naar) <= LANGSTE_ADRES else None
    if afdruk is None:
        return antwoord
    verlopen = Verzending.op < nu() - GELDIG
    sessie().execute(delete(Verzending).where(Verzending.afdruk == afdruk, verlopen))
    sessie().add(Verzending(afdruk=afdruk, naar=naar, op=nu()))
    try:
        sessie().flush()
    except IntegrityError:
        sessie().rollback()
        eerder = _eerder(afdruk)
        if eerder is None:
            raise
        return eerder
    return antwoord


def _afdruk() -> str | None:
    """Return what identifies this sending of a form; None for what carries no number."""
    if request.method != "POST" or not request.form.get(VELD):
        return None
    wie = str(session.get("_user_id", ""))  # nobody is known yet: this stands before the door
    inhoud = [
        wie,
        request.full_path,
        *(f"{naam}={waarde}" for naam, waarde in request.form.items(multi=True)),
        *(f"{naam}={_afdruk_van(bestand)}" for naam, bestand in request.files.items(multi=True)),
    ]
    return sha256("\0".join(inhoud).encode("utf-8", "surrogatepass")).hexdigest()


def _afdruk_van(bestand: FileStorage) -> str:
    """Return what identifies the content of a file: another file with the same words is another form."""
    bestand.seek(0)  # after the view, it was read to the end
    afdruk = sha256(bestand.read()).hexdigest()
    bestand.seek(0)
    return afdruk


def _eerder(afdruk: str) -> Response | None:
    rij = sessie().get(Verzending, afdruk)
    if rij is None or rij.op < nu() - GELDIG:
        return None
    flash(DUBBEL, "info")
    if _pad(request.headers.get("HX-Current-URL", "")) == _pad(rij.naar):
        return Response(status=204, headers={"HX-Refresh": "true"})
    return ga_naar(rij.naar)


def _pad(adres: str) -> str | None:
    """Return the path of an address; None for what is none, which anyone can send."""
    try:
        return urlsplit(adres).path
    except ValueError:
        return None


@taak("verzendingen_opruimen", dagelijks=True)
def ruim_op(sessie: Session) -> int:
    """Forget what was sent more than a day ago."""
    weg: CursorResult[tuple[()]] = sessie.execute(  # type: ignore[assignment] # a DELETE gives a cursor
        delete(Verzending).where(Verzending.op < nu() - timedelta(days=1))
    )
    return weg.rowcount


def registreer(app: Flask) -> None:
    """Give the templates the number, and stop what comes twice. Call after the check on forged posts."""
    app.before_request(_al_gedaan)
    app.jinja_env.globals["verzendnummer"] = verzendnummer
