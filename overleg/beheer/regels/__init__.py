"""Rules of beheer: the combining rule of the criteria, and what may be done with accounts."""

from overleg.beheer.regels.accounts import (
    Accountfeiten,
    mag_aan_tafel,
    mag_beheerder_worden,
    mag_eerste_beheerder,
    mag_rollen_krijgen,
    mag_uit,
)
from overleg.beheer.regels.criteria import (
    VOORBEELD,
    VOORBEELD_MINSTENS,
    Code,
    En,
    Knoop,
    Minstens,
    Of,
    RegelFout,
    beoordeel,
    codes_in,
    ontleed,
)
from overleg.beheer.regels.versies import CriteriaInvoer, CriteriumInvoer, OnderdeelInvoer, criteria_kloppen

__all__ = [
    "VOORBEELD",
    "VOORBEELD_MINSTENS",
    "Accountfeiten",
    "Code",
    "CriteriaInvoer",
    "CriteriumInvoer",
    "En",
    "Knoop",
    "Minstens",
    "Of",
    "OnderdeelInvoer",
    "RegelFout",
    "beoordeel",
    "codes_in",
    "criteria_kloppen",
    "mag_aan_tafel",
    "mag_beheerder_worden",
    "mag_eerste_beheerder",
    "mag_rollen_krijgen",
    "mag_uit",
    "ontleed",
]
