"""Routes: Adopting the record, and every document."""

from flask import Blueprint

blauwdruk = Blueprint("verslag", __name__)
