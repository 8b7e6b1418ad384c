"""The one blueprint of this stage, and what its routes share."""

from flask import Blueprint, flash

blauwdruk = Blueprint("agenda", __name__)


def gelukt(zin: str) -> None:
    """Say on the next page what was done."""
    flash(zin, "goed")
