"""Headers on every answer: nothing is stored, framed, or loaded from elsewhere (veiligheid.md §3)."""

from flask import Flask, Response, current_app, request

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


def _blijvend(antwoord: Response) -> bool:
    """Whether this is a file whose address changes with its content."""
    return antwoord.status_code in {200, 304} and current_app.extensions["statisch"].is_blijvend()


def _zet(antwoord: Response) -> Response:
    for naam, waarde in VAST.items():
        antwoord.headers[naam] = waarde
    if request.is_secure:
        antwoord.headers["Strict-Transport-Security"] = f"max-age={EEN_JAAR}; includeSubDomains"
    antwoord.headers["Cache-Control"] = VOOR_LANG if _blijvend(antwoord) else "no-store"
    return antwoord


def registreer(app: Flask) -> None:
    """Set the headers on every answer, errors and static files too."""
    app.after_request(_zet)
