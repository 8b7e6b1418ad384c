"""The people of a casus, each with what such a person does; every page object speaks as an actor."""

from tests.reis.rollen.aanmelden import Aanmelder
from tests.reis.rollen.acties import Uitvoerder
from tests.reis.rollen.agenda import Agendamaker
from tests.reis.rollen.besluiten import Beslisser
from tests.reis.rollen.bespreking import Gespreksleider
from tests.reis.rollen.documenten import Lezer
from tests.reis.rollen.triage import Beoordelaar
from tests.reis.rollen.uitvraag import Antwoorder, Vrager


class Inbrenger(Aanmelder, Antwoorder):
    """Brings a casus in and follows what becomes of it."""


class Partner(Aanmelder, Antwoorder, Uitvoerder, Lezer):
    """Sits at the tafel for an organisatie."""


class Gast(Antwoorder, Uitvoerder):
    """Comes for one agendapunt."""


class Secretaris(Vrager, Agendamaker, Gespreksleider, Beslisser):
    """Keeps the record and supports the voorzitter."""


class Voorzitter(Partner, Beoordelaar, Secretaris):
    """Leads the tafel."""
