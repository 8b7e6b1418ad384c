"""Casus 6, the policeman's night: acute first, the melding later, and a tafel that refuses once.

Played at Brakzijl, where the police partner is eenheid B; his employer, eenheid A, sits at another tafel and
is not asked. The casus asks for monitoring and for scaling up at once: domein.md §6 allows only one of
both, so the software refuses the first and the tafel decides "no".
"""

from datetime import date

from tests.reis.casussen.casus_1 import GROND_OM, GROND_VT, GROND_WPG, GROND_WPG_OM, OM, RAAD, RECLASSERING
from tests.reis.casussen.casus_4 import GROND_WMO
from tests.reis.casussen.soort import (
    Afspraak,
    Antwoord,
    Besluiten,
    Betrokkene,
    Casus,
    Informeren,
    Melding,
    Monitoring,
    Opschaling,
    Partij,
    Regie,
)

TAFEL, MDA = "Actie-overleg Brakzijl", "MDA++"
VT, EENHEID_B, EENHEID_A = "Veilig Thuis Brakzijl", "Politie-eenheid B", "Politie Lindewoude"
JEUGDBESCHERMING = "Jeugdbescherming Brakzijl"
CLAIRE, LOTTE, ARJEN, HILDE, JOOST = (
    "Claire Verlaat",
    "Lotte Dekkinga",
    "Arjen Vriesema",
    "Hilde Paardekoper",
    "Joost Kramer",
)
LOES, PIETER_JAN, NOUD = "Loes Tangerman", "Pieter-Jan Ooms", "Noud Ooms"

SPOEDAFSPRAKEN = {
    "Wie overlegt met wie, en wanneer": "Veilig Thuis en de officier van justitie, dagelijks om 16.00 uur.",
    "Welke bevindingen gaan van wie naar wie": "Van ziekenhuis naar Veilig Thuis, en vandaar naar het OM.",
    "Welke tijdelijke maatregelen, door wie": "Huisverbod: burgemeester; wapen: politie-eenheid B.",
    "Wie moet het nog weten, en wie vertelt dat": "De werkgever, via het OM.",
    "Tot wanneer gelden de maatregelen, en wanneer kijken we opnieuw": "Tot 9 december, opnieuw 7 december.",
    "Wie is het eerste aanspreekpunt": f"{LOTTE}, Veilig Thuis.",
    "Wie belt wie als de onveiligheid verandert": "Loes belt via Veilig Thuis de officier van dienst.",
}
"""The seven things, by the words on the page."""
PIKET_ANDEREN = ("Veilig Thuis, spoedlijn", "Politie, hulpofficier van dienst")
PIKET_EIGEN = "OM, officier van justitie van dienst"

MELDING = Melding("VT-2026-90106", date(2026, 12, 1), "Na de aanmelding", "Telefonisch")
MELDING_OP_SCHRIFT = Melding("VT-2026-90106", date(2026, 12, 1), "Na de aanmelding", "Schriftelijk")
GEDEELD_DOOR_OM = "Een vordering tot inbewaringstelling wordt overwogen"
GEDEELD_DOOR_POLITIE = "Onderzoek loopt; forensisch letsel is vastgelegd"
WEIGERING = "Eerst de strafrechtelijke beslissing van 7 december."

ANTWOORDEN = (
    Antwoord(
        VT,
        True,
        "Piket sinds 29 november, dossier sinds 1 december.",
        grondslag={EENHEID_B: GROND_VT, OM: GROND_VT, RAAD: GROND_VT},
    ),
    Antwoord(
        EENHEID_B,
        True,
        f"{GEDEELD_DOOR_POLITIE}.",
        grondslag={VT: GROND_WPG, OM: GROND_WPG_OM},
        niet_met=(RECLASSERING, RAAD),
    ),
    Antwoord(
        OM,
        True,
        f"{GEDEELD_DOOR_OM}.",
        grondslag={VT: GROND_OM, EENHEID_B: GROND_OM},
        niet_met=(RECLASSERING, RAAD),
    ),
    Antwoord(RECLASSERING, False),
    Antwoord(
        RAAD,
        True,
        "Niet eerder bekend. Het verblijf van Noud bij zijn tante is akkoord.",
        grondslag={VT: GROND_WMO},
    ),
)

AFSPRAKEN = (
    Afspraak(
        1,
        OM,
        CLAIRE,
        "Beslissing over voorlopige hechtenis, vóór 12.00 uur",
        date(2026, 12, 7),
        "Interventie",
        "Straf",
        ("Directe veiligheid", "Structurele veiligheid"),
    ),
    Afspraak(
        2,
        EENHEID_B,
        ARJEN,
        "Verhoor van Loes op een neutrale plek",
        date(2026, 12, 5),
        "Onderzoek",
        "Straf",
    ),
    Afspraak(
        3,
        VT,
        LOTTE,
        "Verlenging van het huisverbod aanvragen",
        date(2026, 12, 7),
        "Interventie",
        "Bestuurlijk",
    ),
    Afspraak(4, RAAD, HILDE, "Omgang van Noud vastleggen", date(2026, 12, 9), "Interventie", "Civiel"),
)

MONITORING_GEVRAAGD = Monitoring(
    True,
    "Een tweede verwurging is het gevaar zodra het huisverbod eindigt.",
    "Zien of de afspraken zijn nagekomen",
    VT,
    LOTTE,
    date(2026, 12, 10),
    "Of het huisverbod of iets beters geldt",
)
"""What the casus asks for; the software refuses it beside scaling up now."""

BESLUITEN = Besluiten(
    Regie(
        OM,
        CLAIRE,
        VT,
        LOTTE,
        f"{LOTTE}, {VT}",
        "Het OM heeft de regie tot 9 december; daarna MDA++, als die heeft aangenomen.",
    ),
    Monitoring(False, "MDA++ volgt de casus zodra die is aangenomen; tot dan heeft het OM de regie."),
    (
        Informeren(LOES, "Welke maatregelen gelden, en wie zij belt", VT, LOTTE, op=date(2026, 12, 4)),
        Informeren(
            PIETER_JAN,
            "De beslissing over de voorlopige hechtenis, en dat zijn gegevens zijn gedeeld",
            OM,
            CLAIRE,
            op=date(2026, 12, 7),
            ook_gedeeld=True,
        ),
        Informeren(NOUD, "In woorden voor zijn leeftijd: waar hij slaapt", RAAD, HILDE, op=date(2026, 12, 7)),
    ),
    (Partij("Werkgever, afdeling integriteit", "Alleen het feit", OM, CLAIRE, date(2026, 12, 4)),),
    Opschaling("Ja, nu opschalen", "Het huisverbod eindigt op 9 december en daarna is er nog niets.", MDA),
)

CASUS = Casus(
    acuut=True,
    tafel=TAFEL,
    betrokkenen=(
        Betrokkene(LOES, date(1995, 5, 28), "Slachtoffer"),
        Betrokkene(
            PIETER_JAN,
            date(1989, 6, 6),
            "(Vermoedelijk) pleger",
            "Gedeeld zonder toestemming",
            "Vragen brengt Loes in gevaar.",
        ),
        Betrokkene(NOUD, date(2022, 2, 15), "Kind"),
    ),
    samenloop="Allebei",
    feit="Poging doodslag",
    themas=("Huiselijk geweld",),
    gebeurd="Op zondagavond 29 november belde een buurvrouw: geschreeuw, een kind riep om hulp. Loes had "
    "striemen in haar hals en kon niet slikken; het ziekenhuis stelde verwurging vast. De burgemeester "
    "legde een tijdelijk huisverbod op tot 9 december. Loes durft niet te verklaren bij collega's van hem.",
    zorg="Een tweede verwurging zodra het huisverbod eindigt.",
    vraag="Wat vervangt op 9 december het huisverbod, en hoe wordt Loes gehoord zonder dat iemand van zijn "
    "eenheid haar verklaring kan inzien?",
    criteria={
        "A": (True, "Acuut: verwurging."),
        "B": (True, "Poging doodslag."),
        "C": (True, "Letsel, en groot gevaar van herhaling."),
    },
    onder_d=(
        "Ontkenning: er is geen zicht op de veiligheid",
        "Verleden van (ernstig) geweld, ook tegen professionals",
    ),
    reden_d="Hij zegt dat zij zichzelf iets wilde aandoen; er was eerder een interne klacht.",
    bekend_bij=(("Samen op in acuut", "29 en 30 november"),),
    uitvraag="Is het gezin bij u bekend, en wat moet vóór 9 december geregeld zijn?",
    antwoorden=ANTWOORDEN,
    teksten={
        "Eén feitenonderzoek: wat is er precies gebeurd": "Verwurging op 29 november, met letsel.",
        "Grootste zorg over de veiligheid": "Een tweede verwurging zodra het huisverbod eindigt.",
        "Afweging van straf en zorg": "De straf gaat voor: zonder beslissing is er na 9 december niets.",
        "Het plan voor het hele gezin": "Afstand tot er een beslissing is; Noud blijft bij zijn tante.",
        "Volgorde van uitvoeren": "Eerst het verhoor, dan de beslissing, dan de overdracht.",
    },
    plan={
        LOES: "Wordt gehoord op een neutrale plek, door politie-eenheid B.",
        PIETER_JAN: "Komt niet in de buurt; hoort de beslissing van het OM.",
        NOUD: "Blijft bij zijn tante.",
    },
    afspraken=AFSPRAKEN,
    besluiten=BESLUITEN,
)
