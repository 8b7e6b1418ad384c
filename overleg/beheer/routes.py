"""Routes: Tafels, criteria, partners, grounds, members, accounts."""

from flask import Blueprint

blauwdruk = Blueprint("beheer", __name__)
