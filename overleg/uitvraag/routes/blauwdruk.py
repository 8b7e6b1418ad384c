"""The blueprint of the uitvraag."""

from flask import Blueprint

from overleg.uitvraag.inhoud import hoe_gegeven

blauwdruk = Blueprint("uitvraag", __name__)
blauwdruk.add_app_template_filter(hoe_gegeven)
