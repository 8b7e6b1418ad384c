"""Routes of the logboek: reading it, limited to what the asker may see."""

from flask import Blueprint

blauwdruk = Blueprint("logboek", __name__)
