"""Routes: The meeting, its items, times, order, invitation."""

from overleg.agenda.routes import abonnement, agenda, gasten, kalender, overleggen, plannen, punten
from overleg.agenda.routes.basis import blauwdruk

__all__ = ["abonnement", "agenda", "blauwdruk", "gasten", "kalender", "overleggen", "plannen", "punten"]
