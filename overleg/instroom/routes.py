"""Routes: Aanmelding, criteria, triage, spoed (domein.md §3)."""

from flask import Blueprint

blauwdruk = Blueprint("instroom", __name__)
