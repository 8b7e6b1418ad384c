"""Addresses of screens: whole ones, for mail and calendar files, and those a browser may be sent on to."""

from urllib.parse import urlsplit

from flask import current_app


def volledig(eindpunt: str, **waarden: object) -> str:
    """Return the address of a screen with scheme and host, from the setting OVERLEG_BASIS_URL."""
    pad = current_app.url_map.bind("localhost").build(eindpunt, waarden)
    return f"{current_app.extensions['overleg'].basis_url}{pad}"


def afzender() -> str:
    """Return the address that mail comes from (OVERLEG_MAIL_VAN)."""
    return str(current_app.extensions["overleg"].mail_van)


def eigen_pad(verder: str) -> str:
    """Return a path of ours to go on to, or nothing: never another host."""
    delen = urlsplit(verder)
    goed = verder.startswith("/") and not verder.startswith(("//", "/\\")) and not delen.netloc
    return verder if goed and "\\" not in verder and verder.isprintable() else ""
