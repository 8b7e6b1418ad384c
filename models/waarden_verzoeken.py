"""The words for requests of persons: what is asked, decided, and what goes into a package."""

from models.waarden import Waarde


class VerzoekSoort(Waarde):
    """What a person asks about the own data (AVG art. 15-18)."""

    INZAGE = "inzage", "Inzage"
    CORRECTIE = "correctie", "Correctie"
    VERKLARING = "verklaring", "Eigen verklaring toevoegen"
    BEPERKING = "beperking", "Beperking van het gebruik"
    VERNIETIGING = "vernietiging", "Vernietiging"


class VerzoekBesluit(Waarde):
    """What was decided on such a request."""

    TOEGEWEZEN = "toegewezen", "Toegewezen"
    DEELS = "deels", "Deels toegewezen"
    GEWEIGERD = "geweigerd", "Geweigerd"


class VerzoekStatus(Waarde):
    """Where such a request stands."""

    OPEN = "open", "In behandeling"
    BESLOTEN = "besloten", "Besloten, nog uit te voeren"
    AFGEROND = "afgerond", "Afgerond"


class Deelkeuze(Waarde):
    """What becomes of one part of an inzagepakket."""

    OPEN = "open", "Nog te bekijken"
    OPNEMEN = "opnemen", "Opnemen zoals het er staat"
    AFSCHERMEN = "afschermen", "Opnemen met afgeschermde delen"
    WEGLATEN = "weglaten", "Weglaten"
