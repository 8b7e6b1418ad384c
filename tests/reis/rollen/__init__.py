"""The people of a casus, each with what such a person does; every page object speaks as an actor."""

from tests.reis.rollen.aanmelden import Aanmelder
from tests.reis.rollen.agenda import Agendamaker
from tests.reis.rollen.triage import Beoordelaar
from tests.reis.rollen.uitvraag import Antwoorder, Vrager


class Inbrenger(Aanmelder, Antwoorder):
    """Brings a casus in and follows what becomes of it."""


class Partner(Aanmelder, Antwoorder):
    """Sits at the tafel for an organisatie."""


class Gast(Antwoorder):
    """Comes for one agendapunt."""


class Voorzitter(Partner, Beoordelaar, Vrager, Agendamaker):
    """Leads the tafel."""
