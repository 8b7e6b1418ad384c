"""One way to answer with a screen: the page, or for htmx only the fragment of it."""

from flask import Response, make_response, render_template
from flask.typing import ResponseReturnValue
from flask_htmx import HTMX
from werkzeug.utils import redirect

htmx = HTMX()

ONJUIST = 422


def toon(
    pagina: str, *, fragment: str | None = None, status: int = 200, **context: object
) -> ResponseReturnValue:
    """Render `pagina`, or `fragment` when htmx asks for a part of a page that has one.

    The page includes the same fragment file. An invalid form passes `status=ONJUIST`.
    """
    deel = bool(htmx) and not htmx.boosted and fragment is not None
    antwoord = make_response(render_template(fragment if deel and fragment else pagina, **context), status)
    if fragment is not None:
        antwoord.headers["Vary"] = "HX-Request"
    return antwoord


def ga_naar(adres: str) -> Response:
    """Send the browser to `adres` after a good POST (303); htmx is told to go there itself."""
    if htmx and not htmx.boosted:
        antwoord = Response(status=204)
        antwoord.headers["HX-Redirect"] = adres
        return antwoord
    return Response(status=303, headers={"Location": redirect(adres, 303).headers["Location"]})
