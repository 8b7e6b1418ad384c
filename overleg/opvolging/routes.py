"""Routes: Afspraken, handover, informing, monitoring (domein.md §6)."""

from flask import Blueprint

blauwdruk = Blueprint("opvolging", __name__)
