"""Which parts of the screen a happening touches. A part is named after the id of its element."""

from collections.abc import Mapping

from overleg.logboek.soorten import Soort

ALLES = "alles"
"""The whole screen: fetch it again."""

KOP, STROOK, AFWEZIG, CASUS, INFORMATIE = "bespreking-kop", "vijf-vragen", "afwezig", "casus", "informatie"
MAATREGELEN, AFSPRAKEN, OVERDRACHTEN = "maatregelen", "afspraken", "overdrachten"
BESLUITEN, AFRONDEN = "besluiten", "afronden"
PUNTEN, OPENING, ACTIES, OVERLEG_AFRONDEN = "punten", "opening", "acties", "overleg-afronden"

TEKST = "tekst-{id}"
"""One text, named after the id of its Tekstveld."""

SCHRIJFT = "schrijft-{id}"
"""The line that says who types in a text; told by `handelingen/schrijven.py`, no happening of the logboek."""

VAN_CASUS = (
    KOP, STROOK, AFWEZIG, CASUS, INFORMATIE, MAATREGELEN, AFSPRAKEN, OVERDRACHTEN, BESLUITEN, AFRONDEN
)  # fmt: skip
"""The parts of the screen of a casus, besides its texts."""
VAN_OVERLEG = (PUNTEN, OPENING, ACTIES, OVERLEG_AFRONDEN)
"""The parts of the page of the meeting."""

VRAGEN = (STROOK, BESLUITEN, AFRONDEN)
"""What an answer to one of the five questions touches."""
BEURT = (KOP, PUNTEN, OVERLEG_AFRONDEN)
"""What it touches that another item is on."""

DELEN: Mapping[Soort, tuple[str, ...]] = {
    # The meeting as a whole
    Soort.OVERLEG_GESTART: (ALLES,),
    Soort.OVERLEG_GEWIJZIGD: (ALLES,),
    Soort.OVERLEG_GEANNULEERD: (ALLES,),
    Soort.OVERLEG_AFGEROND: (ALLES,),
    Soort.VERSLAG_VASTGESTELD: (ALLES,),
    Soort.PUNT_BEGONNEN: BEURT,
    Soort.PUNT_BEEINDIGD: BEURT,
    Soort.DEELNAME_VASTGELEGD: (OPENING, AFWEZIG),
    Soort.DEELNEMER_TOEGEVOEGD: (OPENING, AFWEZIG),
    Soort.AANWEZIGHEID_GEMELD: (OPENING, AFWEZIG),
    Soort.AGENDAPUNT_TOEGEVOEGD: (PUNTEN,),
    Soort.AGENDAPUNT_WEGGEHAALD: (PUNTEN,),
    Soort.AGENDA_GEORDEND: (PUNTEN, KOP),
    Soort.CASUS_GEAGENDEERD: BEURT,
    Soort.CASUS_VAN_AGENDA: BEURT,
    Soort.CASUS_DOORGEZET: BEURT,
    # One casus in it
    Soort.BESPREKING_GEOPEND: (ALLES,),
    Soort.BESPREKING_AFGEROND: (ALLES,),
    Soort.BESPREKING_AANGEHOUDEN: (ALLES,),
    Soort.BESPREKING_HEROPEND: (ALLES,),
    Soort.AFWEZIG_BIJ_PUNT: (AFWEZIG, OPENING),
    Soort.TERUG_BIJ_PUNT: (AFWEZIG, OPENING),
    Soort.TEKST_BEWAARD: (TEKST,),
    Soort.MAATREGEL_TOEGEVOEGD: (MAATREGELEN, AFRONDEN),
    Soort.MAATREGEL_GEWIJZIGD: (MAATREGELEN, AFRONDEN),
    Soort.MAATREGEL_BEEINDIGD: (MAATREGELEN, AFRONDEN),
    Soort.VOORWAARDE_GESTELD: (MAATREGELEN,),
    Soort.VOORWAARDE_GETOETST: (MAATREGELEN,),
    Soort.AFSPRAAK_GEMAAKT: (AFSPRAKEN, OVERDRACHTEN, AFRONDEN),
    Soort.AFSPRAAK_GEWIJZIGD: (AFSPRAKEN, OVERDRACHTEN, AFRONDEN),
    Soort.AFSPRAAK_VERWIJDERD: (AFSPRAKEN, OVERDRACHTEN, AFRONDEN),
    Soort.AFSPRAAK_AKKOORD: (AFSPRAKEN, AFRONDEN, ACTIES),
    Soort.AFSPRAAK_NIET_AKKOORD: (AFSPRAKEN, AFRONDEN, ACTIES),
    Soort.AFSPRAAK_GEMELD: (ACTIES,),
    Soort.BESLUIT_GENOMEN: (*VRAGEN, OVERDRACHTEN),
    Soort.INFORMERING_VASTGELEGD: (*VRAGEN, AFSPRAKEN),  # a suspect told too early is warned about there
    Soort.INFORMERING_UITGESTELD: (*VRAGEN, AFSPRAKEN),
    Soort.INFORMERING_WEGGEHAALD: (*VRAGEN, AFSPRAKEN),
    Soort.PARTIJ_VASTGELEGD: VRAGEN,
    Soort.PARTIJ_WEGGEHAALD: VRAGEN,
    Soort.OVERDRACHT_AANGEBODEN: (OVERDRACHTEN, AFSPRAKEN),
    Soort.OVERDRACHT_INGETROKKEN: (OVERDRACHTEN, AFSPRAKEN),
    Soort.OVERDRACHT_AANGENOMEN: (OVERDRACHTEN, AFSPRAKEN, CASUS),
    Soort.OVERDRACHT_GEWEIGERD: (OVERDRACHTEN, AFSPRAKEN, CASUS),
    Soort.BIJDRAGE_INGEDIEND: (INFORMATIE,),
    Soort.BIJDRAGE_GEDEELD: (INFORMATIE,),
    Soort.ANTWOORD_VASTGELEGD: (INFORMATIE,),
    Soort.ANTWOORD_GEDEELD: (INFORMATIE,),
    Soort.OM_CONTACT_VASTGELEGD: (INFORMATIE,),
    Soort.OM_CONTACT_VERVALLEN: (INFORMATIE,),
    Soort.SPOEDAFSPRAKEN_VASTGELEGD: (CASUS,),
    Soort.ACUUT_VOORBIJ: (CASUS,),
    Soort.MELDING_BIJGEWERKT: (CASUS,),
    Soort.AANSLUITING_BESLOTEN: (CASUS, INFORMATIE, AFWEZIG),
    Soort.AANSLUITING_BEEINDIGD: (CASUS, INFORMATIE, AFWEZIG),
}


def delen_van(soort: Soort, object_id: object) -> list[str]:
    """Return the parts that a happening touches; `object_id` is what it happened to."""
    return [deel.format(id=object_id) for deel in DELEN.get(soort, ())]
