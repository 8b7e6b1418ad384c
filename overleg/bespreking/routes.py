"""Routes: The meeting itself: three processtappen, five besluiten (domein.md §5)."""

from flask import Blueprint

blauwdruk = Blueprint("bespreking", __name__)
