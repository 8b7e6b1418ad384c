"""Headers on every answer: nothing is stored, framed, or loaded from elsewhere (veiligheid.md §3)."""

from flask import Flask, Response, request

CSP = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "object-src 'none'",
        "manifest-src 'self'",
    )
)
VAST = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
EEN_JAAR = 31536000
VOOR_LANG = f"public, max-age={EEN_JAAR}, immutable"


def _heeft_hash(antwoord: Response) -> bool:
    """Whether this is a static file whose address changes with its content."""
    if request.endpoint != "static" or antwoord.status_code not in {200, 304}:
        return False
    return "v" in request.args or request.path.startswith("/static/onderdelen/")


def _zet(antwoord: Response) -> Response:
    for naam, waarde in VAST.items():
        antwoord.headers[naam] = waarde
    if request.is_secure:
        antwoord.headers["Strict-Transport-Security"] = f"max-age={EEN_JAAR}; includeSubDomains"
    antwoord.headers["Cache-Control"] = VOOR_LANG if _heeft_hash(antwoord) else "no-store"
    return antwoord


def registreer(app: Flask) -> None:
    """Set the headers on every answer, errors and static files too."""
    app.after_request(_zet)
