"""The one blueprint of this stage; every module of routes hangs its views on it."""

from flask import Blueprint

blauwdruk = Blueprint("bespreking", __name__)
