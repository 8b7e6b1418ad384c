"""The blueprint of the uitvraag."""

from flask import Blueprint

blauwdruk = Blueprint("uitvraag", __name__)
