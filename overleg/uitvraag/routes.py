"""Routes: Asking the partners, their answers, who joins (domein.md §4)."""

from flask import Blueprint

blauwdruk = Blueprint("uitvraag", __name__)
