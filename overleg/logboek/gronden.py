"""By which rule something was allowed, in words that somebody outside understands.

A line keeps the names of the conditions (`overleg/toegang/tabel.in_namen`); of these, the first that says who
somebody is to the casus is what a person wants to read.
"""

from collections.abc import Mapping

WIE_IEMAND_IS: Mapping[str, str] = {
    "is_inbrenger": "bracht de casus in",
    "zit_voor": "is voorzitter van de overlegtafel",
    "leidt_tafel": "leidt de overlegtafel",
    "is_vaste_partner": "neemt voor een vaste partner deel aan de overlegtafel",
    "sluit_aan": "sloot bij deze casus aan, omdat de voorzitter dat besloot",
    "schuift_nu_aan": "was te gast bij de bespreking van deze casus",
    "is_gever": "is van de organisatie die de informatie gaf",
    "is_gevraagd": "is van de organisatie die om informatie is gevraagd",
    "is_van_eigen_organisatie": "is van de organisatie die een afspraak moet uitvoeren",
    "is_ontvangende_organisatie": "is van de organisatie aan wie een taak is overgedragen",
    "is_gevende_organisatie": "is van de organisatie die een taak overdroeg",
    "neemt_deel_aan_tafel": "neemt deel aan de overlegtafel",
    "schuift_aan": "was te gast bij het overleg",
    "leidt_een_tafel": "leidt een overlegtafel",
    "zit_een_tafel_voor": "is voorzitter van een overlegtafel",
    "heeft_vaste_plaats": "neemt deel aan een overlegtafel",
    "zit_aan_een_tafel": "neemt deel aan een overlegtafel",
    "kan_afspraken_hebben": "spreekt voor een organisatie die afspraken kan hebben",
    "brengt_in_aan_een_tafel": "mag casussen inbrengen",
    "is_functionaris": "is functionaris gegevensbescherming",
    "is_beheerder": "beheert de instellingen",
    "is_van_veilig_thuis": "is van Veilig Thuis",
    "heeft_gevraagd": "vroeg hier zelf om",
    "is_eigen_sessie": "deed dit met het eigen account",
    "ingelogd": "heeft een account",
    "iedereen": "mag iedereen",
}
NOOD = "nood"
NOODTOEGANG = "gebruikte de noodtoegang"


def is_noodtoegang(regel: str) -> bool:
    """Whether the rule of a line is that of emergency access."""
    return any(NOOD in naam for naam in _namen(regel))


def grond_in_woorden(regel: str) -> str:
    """Return who somebody was to the casus, from the rule of a line; empty when the line names none."""
    if is_noodtoegang(regel):
        return NOODTOEGANG
    return next((WIE_IEMAND_IS[naam] for naam in _namen(regel) if naam in WIE_IEMAND_IS), "")


def _namen(regel: str) -> list[str]:
    return regel.partition(": ")[2].split(", ")
