"""The door every route goes through.

A view names the recht it needs with `@vereist(...)`. Before it runs, each id in its URL is fetched
through `zicht.py` (what may not be seen is a 404), the recht is checked about the most specific
object, and the view gets the objects in place of the ids. A route that names no recht keeps the
application from starting.
"""

import uuid
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from flask import Flask, Response, current_app, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_security import current_user
from sqlalchemy import select
from werkzeug.exceptions import Forbidden, HTTPException, NotFound

from models import Basis
from overleg.basis.database import leest, sessie
from overleg.basis.fouten import toon_fout
from overleg.basis.getypt import getypte_teksten
from overleg.basis.klok import vandaag
from overleg.basis.programmas import PAD, is_koppelvlak
from overleg.basis.statisch import EINDPUNTEN
from overleg.logboek.schrijven import noteer_blik
from overleg.logboek.soorten import Soort
from overleg.toegang import weigeringen
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import in_namen, mag, manier_van
from overleg.toegang.tokens import vrager_met_token
from overleg.toegang.voorwaarden import casus_van, overleg_van
from overleg.toegang.vrager import Vrager, vrager_van
from overleg.toegang.zicht import MEE, ZICHT, zichtbaar

M = TypeVar("M", bound=Basis)
View = TypeVar("View", bound=Callable[..., ResponseReturnValue])

BIBLIOTHEEK: Mapping[str, Recht] = {
    **dict.fromkeys(EINDPUNTEN, Recht.IEDEREEN),
    "security.static": Recht.IEDEREEN,
    "security.verify": Recht.EIGEN_ACCOUNT,
    "security.login": Recht.IEDEREEN,
    "security.logout": Recht.EIGEN_ACCOUNT,
    "security.change_password": Recht.EIGEN_ACCOUNT,
    "security.two_factor_token_validation": Recht.IEDEREEN,
    "security.two_factor_setup": Recht.IEDEREEN,
    "security.two_factor_setup_validate": Recht.EIGEN_ACCOUNT,
    "security.two_factor_rescue": Recht.EIGEN_ACCOUNT,
    "security.tf_select": Recht.EIGEN_ACCOUNT,
    "security.mf_recovery": Recht.IEDEREEN,
    "security.mf_recovery_codes": Recht.EIGEN_ACCOUNT,
}
"""Endpoints of files and of libraries, which cannot carry the mark themselves."""
UITGELOGD = 401
UITGESTELD = frozenset({"security.logout", "security.change_password", *EINDPUNTEN})
"""What someone may still reach who must choose a new password first."""
BIJ_HERSTELCODES = UITGESTELD | {"security.mf_recovery_codes", "security.verify"}
"""What someone may still reach who must make recovery codes first."""

SOORTEN: dict[str, type[Basis]] = {}
"""Name of a URL parameter → the model its id belongs to; filled by `soort_parameter`."""


def vereist(recht: Recht, *, blik: bool = False, met_token: bool = False) -> Callable[[View], View]:
    """Mark a view with the recht it needs; with `blik`, showing its page is a look at the casus or overleg.

    The door notes that look. A view that says more exactly what was looked at calls `noteer_blik` itself.
    `met_token`: a program asks, known by its token and by nothing else; elsewhere a token opens nothing.
    """

    def merk(view: View) -> View:
        view.recht, view.blik, view.met_token = recht, blik, met_token  # type: ignore[attr-defined]
        return view

    return merk


def recht_van(app: Flask, endpoint: str) -> Recht | None:
    """Return the recht that an endpoint names, if any."""
    if endpoint in BIBLIOTHEEK:
        return BIBLIOTHEEK[endpoint]
    recht = getattr(app.view_functions[endpoint], "recht", None)
    return recht if isinstance(recht, Recht) else None


def vraagt_token(app: Flask, endpoint: str) -> bool:
    """Whether an endpoint is for programs, that show a token."""
    return bool(getattr(app.view_functions[endpoint], "met_token", False))


def soort_parameter(naam: str, model: type[Basis]) -> None:
    """Let a URL parameter `<uuid:naam>` stand for a row of `model`."""
    SOORTEN[naam] = model


def huidige_vrager() -> Vrager:
    """Return who asks. Only within a request of someone who signed in."""
    vrager = g.vrager
    if not isinstance(vrager, Vrager):
        raise Forbidden
    return vrager


def _laad_vrager() -> None:
    g.vrager = None
    if request.endpoint in EINDPUNTEN or is_koppelvlak():
        return
    if current_user.is_authenticated:
        g.vrager = vrager_van(sessie(), current_user, vandaag())


def _haal(vrager: Vrager, naam: str, sleutel: uuid.UUID) -> Basis:
    model = SOORTEN[naam]
    weigeringen.gevraagd(model, naam, sleutel)
    vraag = select(model).where(model.id == sleutel).options(*MEE.get(model, ()))  # type: ignore[attr-defined]
    if model in ZICHT:
        vraag = vraag.where(ZICHT[model](vrager))
    ding = sessie().scalars(vraag).one_or_none()
    if ding is None:
        raise NotFound
    return ding


def haal_opnieuw(model: type[M], sleutel: uuid.UUID) -> M:
    """Return an object of the URL of a page as it is now, after slow work: by the same door.

    Who asks is read again too: a wall that was put meanwhile counts, and a place that ended. Raises NotFound
    when it is gone, or when the asker may not see it, or may not do this with it, any more.
    """
    _laad_vrager()
    vraag = zichtbaar(huidige_vrager(), model).where(model.id == sleutel)  # type: ignore[attr-defined]
    vraag = vraag.options(*MEE.get(model, ())).execution_options(populate_existing=True)
    ding = sessie().scalars(vraag).one_or_none()
    recht = recht_van(current_app, str(request.endpoint))
    if ding is None or recht is None or not mag(huidige_vrager(), recht, ding):
        raise NotFound
    return ding


def _hoort_bijeen(dingen: Mapping[str, Basis]) -> bool:
    """Two ids in one URL must belong together: a child names its parent, siblings the same casus."""
    if len({eigen for ding in dingen.values() if (eigen := getattr(ding, "casus_id", None))}) > 1:
        return False
    for naam, ding in dingen.items():
        for ander, ouder in dingen.items():
            verwijzing = getattr(ding, f"{ander}_id", None)
            if ander != naam and verwijzing is not None and verwijzing != ouder.id:  # type: ignore[attr-defined]
                return False
    return True


def _poort() -> ResponseReturnValue | None:
    _laad_vrager()
    if request.endpoint is None:  # no such page; who is signed in keeps the menu
        return None
    recht = recht_van(current_app, request.endpoint)
    if recht is Recht.IEDEREEN:
        return None
    if vraagt_token(current_app, request.endpoint):
        g.vrager = vrager_met_token()
    elif (eerst := _eerst_iets_anders()) is not None:
        return eerst
    _open(huidige_vrager(), recht)
    return None


def _eerst_iets_anders() -> ResponseReturnValue | None:
    """Return where a person must go first: to sign in, or to finish what comes with that."""
    if g.vrager is None:
        return _naar_inloggen()
    if current_user.wachtwoord_wijzigen and request.endpoint not in UITGESTELD:
        return redirect(url_for("security.change_password"))
    if current_user.herstelcodes_maken and request.endpoint not in BIJ_HERSTELCODES:
        return redirect(url_for("security.mf_recovery_codes"))
    return None


def _open(vrager: Vrager, recht: Recht | None) -> None:
    """Replace the ids in the URL by the objects, and check the recht about the last of them."""
    args: dict[str, Any] = request.view_args or {}
    dingen = {naam: _haal(vrager, naam, waarde) for naam, waarde in args.items() if naam in SOORTEN}
    if not _hoort_bijeen(dingen):
        raise NotFound
    ding = next(reversed(dingen.values()), None)
    manier = manier_van(vrager, recht, ding) if recht is not None else None
    if recht is None or manier is None:
        raise Forbidden
    g.regel = in_namen(recht, manier)
    if leest() and getattr(current_app.view_functions[str(request.endpoint)], "blik", False):
        _noteer_blik(vrager, ding)
    args.update(dingen)


def _noteer_blik(vrager: Vrager, ding: Basis | None) -> None:
    if (casus := casus_van(ding)) is not None:
        noteer_blik(vrager, Soort.CASUS_BEKEKEN, casus)
    elif (overleg := overleg_van(ding)) is not None:
        noteer_blik(vrager, Soort.OVERLEG_BEKEKEN, overleg)


def object_op(pad: str) -> tuple[str, Basis | None]:
    """Return the endpoint of a page's path and the object that the page is about, by the same door.

    For a page that tells about itself. Raises NotFound or Forbidden when the asker may not see it.
    """
    kaart = current_app.url_map.bind("localhost")
    try:
        eindpunt, args = kaart.match(pad, method="GET")
    except HTTPException:
        raise NotFound from None
    vrager, recht = huidige_vrager(), recht_van(current_app, eindpunt)
    dingen = {naam: _haal(vrager, naam, waarde) for naam, waarde in args.items() if naam in SOORTEN}
    ding = next(reversed(dingen.values()), None)
    if recht is None or not mag(vrager, recht, ding):
        raise Forbidden
    return eindpunt, ding


def _is_script() -> bool:
    """Whether a script of a page asks, not a person who goes somewhere."""
    koppen = request.headers
    return "HX-Request" in koppen or "X-Live" in koppen or koppen.get("Sec-Fetch-Dest") == "empty"


def _naar_inloggen() -> ResponseReturnValue:
    """Send a person to the sign-in page; a script hears 401, and htmx is told to reload.

    Who typed something gets that back first.

    A script must not follow to that page: fetching it begins a new session, which breaks the form to sign in
    that the same person has open in another tab.
    """
    if _is_script():
        antwoord = Response(status=401)
        if request.headers.get("HX-Request") == "true":
            antwoord.headers["HX-Refresh"] = "true"
        return antwoord
    if getypte_teksten():
        return toon_fout(UITGELOGD)
    terug = request.full_path.rstrip("?") if request.method == "GET" else "/"
    return redirect(url_for("security.login", next=terug))


def zonder_recht(app: Flask) -> list[str]:
    """Return the endpoints that name no recht."""
    return sorted(naam for naam in app.view_functions if recht_van(app, naam) is None)


def _eis_een_deur_voor_programmas(app: Flask) -> None:
    """Free what asks for a token from the check on forged forms: under one path, with nothing else there."""
    for regel in app.url_map.iter_rules():
        daar, open_ = is_koppelvlak(regel.rule), recht_van(app, regel.endpoint) is Recht.IEDEREEN
        met_token = vraagt_token(app, regel.endpoint)
        if not (daar if met_token else not daar or open_):
            raise RuntimeError(
                f"{regel.endpoint}: what stands under {PAD} asks for a token, and nothing else"
            )
        if met_token:
            app.extensions["csrf"].exempt(app.view_functions[regel.endpoint])


def registreer(app: Flask) -> None:
    """Stand before every route. Call when all routes are there; raises when one names no recht."""
    ontbreekt = zonder_recht(app)
    if ontbreekt:
        raise RuntimeError(
            "These endpoints name no recht; mark their views with @vereist(Recht.…): " + ", ".join(ontbreekt)
        )
    _eis_een_deur_voor_programmas(app)
    app.before_request(_poort)
    weigeringen.registreer(app)
    app.jinja_env.globals["mag"] = lambda recht, ding=None: mag(huidige_vrager(), Recht(recht), ding)
