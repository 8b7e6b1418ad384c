"""The words for keeping and destroying: pure values, no database."""

from models.waarden import Waarde


class BewaarSoort(Waarde):
    """What kind of data a term is about (veiligheid.md, "Retention and destruction")."""

    CASUS = "casus", "Casus die aan tafel is geweest"
    NIET_TOEGELATEN = "niet_toegelaten", "Aanmelding die niet is toegelaten"
    CONCEPT = "concept", "Aanmelding die niet is ingediend"
    LOGBOEK = "logboek", "Logboek: wie wat zag en deed"


class BewaarBegin(Waarde):
    """What starts the clock."""

    VERTREK = "vertrek", "Het sluiten van de casus, of het besluit om niet toe te laten"
    WIJZIGING = "wijziging", "De laatste wijziging in de casus"
    REGEL = "regel", "Het schrijven van de regel"


class VernietigGrond(Waarde):
    """Why a dossier may be destroyed."""

    TERMIJN = "termijn", "De bewaartermijn is voorbij"
    VERZOEK = "verzoek", "Een betrokkene vroeg om vernietiging en dat is toegewezen"
    INGETROKKEN = "ingetrokken", "De inbrenger gooide het concept weg"
