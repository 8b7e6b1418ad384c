"""Routes: The meeting, its items, times, order, invitation."""

from flask import Blueprint

blauwdruk = Blueprint("agenda", __name__)
