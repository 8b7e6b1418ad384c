"""Routes of the logboek."""

from overleg.logboek.routes import afdruk, gezien, lijst, signalen, verstrekkingen, zoeken
from overleg.logboek.routes.blauwdruk import blauwdruk

__all__ = ["afdruk", "blauwdruk", "gezien", "lijst", "signalen", "verstrekkingen", "zoeken"]
