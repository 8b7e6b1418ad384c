"""The blueprint that the routes of instroom hang on."""

from flask import Blueprint

blauwdruk = Blueprint("instroom", __name__)
