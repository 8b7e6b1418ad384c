"""What the pages of the uitvraag show, limited to what the asker may see.

For other stages: `zichtbare_bijdragen` (what someone may read), `lezers_van` (which organisaties may
read a bijdrage), `ontvangers_van` (with whom something can be shared, on which ground),
`open_verzoeken` (what an organisatie still has to answer).
"""

from overleg.uitvraag.opvragen.bijdragen import (
    als_tekst,
    eigen_bijdragen,
    lezers_van,
    nog_niet_gedeeld,
    zichtbare_bijdragen,
)
from overleg.uitvraag.opvragen.blad import (
    aansluitingen_van,
    ongevraagd_gegeven,
    overzicht_van,
    volgende_overlegdag,
    wacht_op_om,
)
from overleg.uitvraag.opvragen.gronden import niet_te_vragen, wat_wacht
from overleg.uitvraag.opvragen.namens import (
    aantal_antwoorden,
    antwoordt_zelf,
    is_te_vervangen,
    vastlegging_van,
    verzoek_van,
)
from overleg.uitvraag.opvragen.partners import (
    Keuze,
    Ontvanger,
    aan_te_sluiten,
    alle_partners,
    grond_voor_vragen,
    gronden_van,
    keuzes_voor,
    leden_van,
    ontvangers_van,
)
from overleg.uitvraag.opvragen.verzoeken import open_verzoeken, open_vraag_aan, verzoeken_voor

__all__ = [
    "Keuze",
    "Ontvanger",
    "aan_te_sluiten",
    "aansluitingen_van",
    "aantal_antwoorden",
    "alle_partners",
    "als_tekst",
    "antwoordt_zelf",
    "eigen_bijdragen",
    "grond_voor_vragen",
    "gronden_van",
    "is_te_vervangen",
    "keuzes_voor",
    "leden_van",
    "lezers_van",
    "niet_te_vragen",
    "nog_niet_gedeeld",
    "ongevraagd_gegeven",
    "ontvangers_van",
    "open_verzoeken",
    "open_vraag_aan",
    "overzicht_van",
    "vastlegging_van",
    "verzoek_van",
    "verzoeken_voor",
    "volgende_overlegdag",
    "wacht_op_om",
    "wat_wacht",
    "zichtbare_bijdragen",
]
