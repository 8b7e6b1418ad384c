"""`flask.session` as a row in the database: the cookie holds a random value, and nothing else.

A row begins when there is something to keep, so that passers-by leave none: the token against forged forms
is made from the cookie's own value. It is read when first asked for, within the request's own transaction;
what changed is written along with what a form did, and apart after a page that was only looked at. A new
value is given at signing in and at proving again who one is; signing out ends the row (ASVS 7.2, 7.4).
"""

import hashlib
import re
import uuid
from collections.abc import Callable, Iterator
from typing import Any, cast

from flask import Flask, Request, Response, current_app, flash, g, request, session
from flask.json.tag import TaggedJSONSerializer
from flask.sessions import SessionInterface, SessionMixin
from flask_login import user_logged_out
from flask_security import password_changed, password_reset, user_authenticated
from flask_security.utils import set_request_attr
from sqlalchemy.orm import Session
from werkzeug.exceptions import Forbidden

from models import Gebruiker
from models.waarden import Inlogmanier
from overleg.basis.database import schrijvend_apart, sessie
from overleg.basis.fouten import ONBEREIKBAAR
from overleg.basis.klok import nu
from overleg.basis.programmas import is_koppelvlak
from overleg.basis.toepassing import Toepassing
from overleg.toegang import sessierijen
from overleg.toegang.apparaat import apparaat
from overleg.toegang.sessierijen import OP_DE_MINUUT, grenzen, leeft, nieuw_kenmerk, tijden_van
from overleg.toegang.systeemkoppelingen import haal_koppelingen_weg

CSRF = "csrf_token"
NIET_BEWAARD = "fs_cc"
"""The library's note for a cookie that we do not use; it would make a row for every passer-by."""
OPNIEUW_BEWEZEN = "fs_paa"
"""Set by the library when a person proves again who it is."""
MANIEREN = "manieren"
MEEST_KOEKJE = re.compile(r"[A-Za-z0-9_-]{43}")
HOUDT_NIET_WAKKER = frozenset({"live.stroom", "live.stand", "start.csrf_token"})
"""What a page asks by itself: it does not count as use. Nor does what carries `X-Live`."""
MANIER_VAN = {
    "password": Inlogmanier.WACHTWOORD,
    "authenticator": Inlogmanier.TOTP,
    "recovery_code": Inlogmanier.HERSTELCODE,
    "webauthn": Inlogmanier.PASSKEY,
    "oauth": Inlogmanier.OIDC,
}
"""The library's names for the ways to sign in."""
TWEEDE_FACTOR = frozenset({Inlogmanier.TOTP, Inlogmanier.HERSTELCODE, Inlogmanier.PASSKEY, Inlogmanier.OIDC})
"""What counts as more than a password; an organisatie's own account comes in with a second factor only."""
SERVERFOUT = 500
VERVALLEN = "Uw systeemkoppelingen werken niet meer. Heeft u ze nog nodig? Maak dan nieuwe."
WIS = '"cache", "storage"'
"""After signing out nothing of the pages stays in the browser (ASVS 14.3.1)."""
_json = TaggedJSONSerializer()


class Sessiegegevens(SessionMixin):
    """What `flask.session` is in a request."""

    def __init__(self, kenmerk: str | None) -> None:
        """Begin with what the cookie holds; nothing is read yet."""
        self.kenmerk = kenmerk
        self.zet_koekje = self.wis_koekje = False
        self.sleutel: uuid.UUID | None = None
        """The id of the row."""
        self.beeindigd = False
        """Whether the session was ended on purpose, or the account put out of use; not by time."""
        self.modified = False
        self.mislukt = False
        self._rij: sessierijen.Tijden | None = None
        self._gebruiker: Gebruiker | None = None
        self._manieren: list[str] = []
        self._vernieuw = False
        self._inhoud: dict[str, Any] | None = None

    @property
    def gelezen(self) -> bool:
        """Whether anybody asked for what is in it."""
        return self._inhoud is not None

    @property
    def inhoud(self) -> dict[str, Any]:
        """What is kept; read from the row the first time. When that fails once, it is empty from then on."""
        if self._inhoud is None:
            self._inhoud = {}
            if self.kenmerk is not None:
                self.mislukt = True
                self._lees(self.kenmerk)
                self.mislukt = False
        return self._inhoud

    def _lees(self, kenmerk: str) -> None:
        rij = sessierijen.zoek(sessie(), kenmerk)
        if rij is None:
            return
        tijden = tijden_van(rij)
        uit = rij.gebruiker is not None and not rij.gebruiker.active
        self.beeindigd = uit or tijden.beeindigd_op is not None
        if self.beeindigd or not leeft(tijden, grenzen(), nu()):
            return
        self.sleutel, self._rij, self._manieren = rij.id, tijden, rij.manieren
        self._gebruiker = rij.gebruiker
        self._inhoud = dict(_json.loads(rij.gegevens))

    def gebruiker(self) -> Gebruiker | None:
        """Return who signed in here; that account is in use."""
        self.inhoud  # noqa: B018 reads it
        return self._gebruiker

    @property
    def met_tweede_factor(self) -> bool:
        """Whether who signed in here gave more than a password."""
        return not TWEEDE_FACTOR.isdisjoint(self._manieren)

    def __getitem__(self, naam: str) -> Any:  # noqa: ANN401 whatever a library keeps
        """Return what is kept under `naam`; the token against forged forms follows from the cookie."""
        if naam == CSRF and self.kenmerk is not None:
            return csrf_van(self.kenmerk)
        return self.inhoud[naam]

    def __setitem__(self, naam: str, waarde: Any) -> None:  # noqa: ANN401 whatever a library keeps
        """Keep `waarde`."""
        if naam == CSRF:
            self._begin_koekje()
        if naam in {CSRF, NIET_BEWAARD}:
            return
        self.inhoud[naam] = waarde
        self.modified = True
        self._vernieuw = self._vernieuw or naam == OPNIEUW_BEWEZEN

    def __delitem__(self, naam: str) -> None:
        """Forget `naam`."""
        if naam == CSRF:
            return
        del self.inhoud[naam]
        self.modified = True

    def __iter__(self) -> Iterator[str]:
        """Go along the names of what is kept."""
        return iter(self.inhoud)

    def __len__(self) -> int:
        """Return how much is kept."""
        return len(self.inhoud)

    def _begin_koekje(self) -> None:
        if self.kenmerk is None:
            self._nieuw_koekje()

    def _nieuw_koekje(self) -> str:
        self.kenmerk = nieuw_kenmerk()
        self.zet_koekje, self.wis_koekje = True, False
        g.pop(CSRF, None)  # the form library made a token of the old one
        return self.kenmerk

    def log_in(self, gebruiker: Gebruiker, via: list[str]) -> None:
        """Begin a new row for who signed in, in place of the one before it; in the request's transaction.

        That one goes, and is not ended: a page elsewhere in this browser that asks with the old cookie right
        then must read that it is signed out for now, not that somebody ended its session.
        """
        eerder = self._manieren if via == ["change"] else self.inhoud.pop(MANIEREN, [])
        namen = {*eerder, *(MANIER_VAN[naam] for naam in via if naam in MANIER_VAN)}
        if self.sleutel is not None:
            sessierijen.vergeet(sessie(), self.sleutel)
        self._begin_rij(sessie(), gebruiker, [manier for manier in Inlogmanier if manier in namen])
        self._gebruiker, self.modified, self._vernieuw = gebruiker, True, False

    def log_uit(self) -> None:
        """End the row, and forget everything; in the request's transaction."""
        if self.sleutel is not None:
            sessierijen.beeindig(sessie(), self.sleutel)
        self._inhoud = {}
        self.sleutel = self._rij = self._gebruiker = self.kenmerk = None
        self.modified = self._vernieuw = self.zet_koekje = False
        self.wis_koekje = True

    def _begin_rij(self, db: Session, gebruiker: Gebruiker | None, manieren: list[Inlogmanier]) -> None:
        moment = nu()
        self.sleutel = sessierijen.begin(
            db,
            self._nieuw_koekje(),
            _json.dumps(self.inhoud),
            gebruiker_id=gebruiker.id if gebruiker else None,
            manieren=manieren,
            ip=(request.remote_addr or "")[:45],
            apparaat=apparaat(request.headers.get("User-Agent", "")),
        )
        self._manieren = list(manieren)
        self._rij = sessierijen.Tijden(moment, moment, None, gebruiker is not None)

    @property
    def moet_geschreven(self) -> bool:
        """Whether the row must change: other content, or a person used it and that was not noted lately."""
        if not self.gelezen or self.mislukt:
            return False
        if self.sleutel is None:
            return self.modified and bool(self.inhoud)
        return self.modified or self._gebruikt()

    def _gebruikt(self) -> bool:
        if request.endpoint in HOUDT_NIET_WAKKER or "X-Live" in request.headers:
            return False
        return self._rij is not None and nu() - self._rij.laatst_gebruikt_op >= OP_DE_MINUUT

    def bewaar(self, db: Session) -> None:
        """Write what changed, in the transaction of `db`."""
        if self.sleutel is None:
            self._begin_rij(db, None, [])
        else:
            sessierijen.werk_bij(
                db,
                self.sleutel,
                gegevens=_json.dumps(self.inhoud) if self.modified else None,
                kenmerk=self._nieuw_koekje() if self._vernieuw else None,
                gebruikt_op=nu() if self._gebruikt() else None,
            )
            self._rij = None  # noted: no need to look again in this request
        self.modified = self._vernieuw = False


class Sessiebewaarder(SessionInterface):
    """Lets Flask keep its session in a row."""

    def open_session(self, app: Flask, request: Request) -> Sessiegegevens:
        """Return the session of a request; what is no value of ours counts as no cookie.

        A program has none: what it sends along is not read (`tokens.py`).
        """
        if is_koppelvlak(request.path):
            return Sessiegegevens(None)
        kenmerk = request.cookies.get(self.get_cookie_name(app), "")
        return Sessiegegevens(kenmerk if MEEST_KOEKJE.fullmatch(kenmerk) else None)

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Write what was not written along with what a form did, and hand out the cookie.

        Nothing after an answer of 500 and up: what such a request did was undone.
        """
        if is_koppelvlak():
            return
        gegevens = cast(Sessiegegevens, session)
        if gegevens.accessed:
            response.vary.add("Cookie")
        if response.status_code >= SERVERFOUT:
            return
        if gegevens.moet_geschreven:
            _schrijf_apart(gegevens)
        naam, opties = self.get_cookie_name(app), self._opties(app)
        if gegevens.zet_koekje and gegevens.kenmerk:
            response.set_cookie(naam, gegevens.kenmerk, **opties)
        elif gegevens.wis_koekje:
            response.delete_cookie(naam, **opties)
            response.headers["Clear-Site-Data"] = WIS

    def _opties(self, app: Flask) -> dict[str, Any]:
        return {
            "path": "/",
            "secure": self.get_cookie_secure(app),
            "httponly": self.get_cookie_httponly(app),
            "samesite": self.get_cookie_samesite(app),
        }


def csrf_van(kenmerk: str) -> str:
    """Return the raw token against forged forms that belongs to a cookie."""
    return hashlib.sha256(f"csrf:{kenmerk}".encode()).hexdigest()


def huidige_sessie() -> Sessiegegevens:
    """Return the session of this request."""
    return cast(Sessiegegevens, session._get_current_object())  # type: ignore[attr-defined] # behind the proxy


def huidige_sleutel() -> uuid.UUID:
    """Return the id of the row of this session. Only within a request of someone who signed in."""
    sleutel = huidige_sessie().sleutel
    if sleutel is None:
        raise Forbidden
    return sleutel


def voeg_manier_toe(manier: Inlogmanier) -> None:
    """Note how a person who is busy signing in proved who it is; taken along by the session that begins."""
    session[MANIEREN] = [*session.get(MANIEREN, []), manier.value]


def _schrijf_apart(gegevens: Sessiegegevens) -> None:
    """Write in a transaction of its own, after letting go of the request's. Failing spoils no answer."""
    sessie().rollback()
    try:
        with schrijvend_apart() as eigen:
            gegevens.bewaar(eigen)
    except ONBEREIKBAAR:
        current_app.logger.warning("sessie niet bijgewerkt: de database is bezet (%s)", request.endpoint)


def _schrijf_mee() -> None:
    gegevens = huidige_sessie()
    if gegevens.moet_geschreven:
        gegevens.bewaar(sessie())


def _laad_gebruiker(_kenmerk: str) -> Gebruiker | None:
    """Return the account of this session; which that is, says the row alone.

    None when no second factor was asked for, whatever way in that was (ASVS 6.3.3, 6.3.4).
    """
    gebruiker = huidige_sessie().gebruiker()
    if gebruiker is not None and not huidige_sessie().met_tweede_factor:
        return None
    if gebruiker is not None:
        set_request_attr("fs_authn_via", "session")
        set_request_attr("fs_paa", session.get(OPNIEUW_BEWEZEN, 0))
    return gebruiker


def _ingelogd(_app: Flask, user: Gebruiker, authn_via: list[str] | None = None, **_rest: object) -> None:
    via = list(authn_via or [])
    huidige_sessie().log_in(user, via)
    if user.wachtwoord_wijzigen and via != ["change"]:
        user.eenmalig_tot = nu()  # a one-time password was used: it lets nobody in again


def _uitgelogd(_app: Flask, **_rest: object) -> None:
    huidige_sessie().log_uit()


def _wachtwoord_gewijzigd(_app: Flask, user: Gebruiker, **_rest: object) -> None:
    """Whoever knew the old password is out, with every system let in by it; who changed it goes on."""
    sessierijen.beeindig_alle(sessie(), user.id, behalve=huidige_sessie().sleutel)
    if haal_koppelingen_weg(sessie(), sessie().get_one(Gebruiker, user.id)):
        flash(VERVALLEN, "info")


def registreer(app: Toepassing) -> None:
    """Keep sessions in rows. Call after signing in is switched on."""
    app.session_interface = Sessiebewaarder()
    app.voor_het_vastleggen.append(_schrijf_mee)
    app.login_manager.user_loader(_laad_gebruiker)  # type: ignore[attr-defined] # added by the library
    geen: Callable[[Request], None] = lambda _verzoek: None  # noqa: E731 a token in a header is no way in
    app.login_manager.request_loader(geen)  # type: ignore[attr-defined]
    user_authenticated.connect(_ingelogd, app)
    user_logged_out.connect(_uitgelogd, app)
    for sein in (password_changed, password_reset):
        sein.connect(_wachtwoord_gewijzigd, app)
