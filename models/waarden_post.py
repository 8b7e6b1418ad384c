"""The words of mail: how somebody wants it, and what a mail is about."""

from enum import StrEnum

from models.waarden import Waarde


class Mailkeuze(Waarde):
    """How often somebody gets mail about the work."""

    DIRECT = "direct", "Meteen, van elk bericht"
    DAGELIJKS = "dagelijks", "Eén keer per dag, alles in één mail"
    GEEN = "geen", "Geen mail over mijn werk"


class Berichtsoort(StrEnum):
    """What a mail is about: that decides whether the choice of its receiver counts."""

    ALTIJD = "altijd"
    """The own account and security, acute danger, emergency access, conflicts of interest, an invitation or
    a cancellation for the calendar, something of one's own that is about to be destroyed."""
    WERK = "werk"
    """Something to do or to know at work: at once, in the digest, or not at all."""
    OVERZICHT = "overzicht"
    """The digest itself: who gets it was decided before."""
