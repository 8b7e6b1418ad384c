"""Members and partners of a tafel from a sheet: what each row would do, or why it cannot (issue 6 §2)."""

from overleg.beheer.regels.ledenblad.leden import loopt, oordeel_leden
from overleg.beheer.regels.ledenblad.partners import oordeel_partners
from overleg.beheer.regels.ledenblad.voorstel import Voorstel, beoordeel_blad
from overleg.beheer.regels.ledenblad.waarden import (
    NIET_MET_EEN_WERKBLAD,
    Account,
    Fout,
    Invulling,
    Lidoordeel,
    Lidrij,
    Organisatie,
    Partner,
    Partneroordeel,
    Partnerrij,
    Plaats,
    Stand,
    Uitkomst,
    Wijziging,
)
from overleg.beheer.regels.ledenblad.zoeken import emailsleutel, naamsleutel

__all__ = [
    "NIET_MET_EEN_WERKBLAD",
    "Account",
    "Fout",
    "Invulling",
    "Lidoordeel",
    "Lidrij",
    "Organisatie",
    "Partner",
    "Partneroordeel",
    "Partnerrij",
    "Plaats",
    "Stand",
    "Uitkomst",
    "Voorstel",
    "Wijziging",
    "beoordeel_blad",
    "emailsleutel",
    "loopt",
    "naamsleutel",
    "oordeel_leden",
    "oordeel_partners",
]
