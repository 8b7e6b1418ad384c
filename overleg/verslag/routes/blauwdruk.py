"""The blueprint to which each file of this folder adds its views."""

from flask import Blueprint

blauwdruk = Blueprint("verslag", __name__)
