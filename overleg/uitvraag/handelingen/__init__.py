"""What people do in the uitvraag: ask, answer, record contact with the OM, decide who joins."""

from overleg.uitvraag.handelingen.aansluiten import beeindig_aansluiting, besluit_aansluiting
from overleg.uitvraag.handelingen.bijdragen import (
    beantwoord,
    deel_verder,
    leg_antwoord_vast,
    voeg_bijdrage_toe,
    vul_aan,
    wijzig_bijdrage,
)
from overleg.uitvraag.handelingen.grondvragen import vraag_grond_om_te_vragen
from overleg.uitvraag.handelingen.namens import mag_voor_een_ander
from overleg.uitvraag.handelingen.om_contact import leg_om_contact_vast
from overleg.uitvraag.handelingen.vragen import herinner, trek_in, vraag_partners

__all__ = [
    "beantwoord",
    "beeindig_aansluiting",
    "besluit_aansluiting",
    "deel_verder",
    "herinner",
    "leg_antwoord_vast",
    "leg_om_contact_vast",
    "mag_voor_een_ander",
    "trek_in",
    "voeg_bijdrage_toe",
    "vraag_grond_om_te_vragen",
    "vraag_partners",
    "vul_aan",
    "wijzig_bijdrage",
]
