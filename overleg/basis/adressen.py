"""Whole addresses of screens, for what leaves the application: mail and calendar files."""

from flask import current_app


def volledig(eindpunt: str, **waarden: object) -> str:
    """Return the address of a screen with scheme and host, from the setting OVERLEG_BASIS_URL."""
    pad = current_app.url_map.bind("localhost").build(eindpunt, waarden)
    return f"{current_app.extensions['overleg'].basis_url}{pad}"


def afzender() -> str:
    """Return the address that mail comes from (OVERLEG_MAIL_VAN)."""
    return str(current_app.extensions["overleg"].mail_van)
