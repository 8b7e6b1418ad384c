"""Casus 1, stalking after the divorce: what each person knows, and what the overleg of 3 december decides."""

from datetime import date

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

VT, POLITIE, OM = "Veilig Thuis Lindewoude", "Politie Lindewoude", "OM Noorderland"
RECLASSERING, RAAD = "Reclassering Noorderland", "Raad voor de Kinderbescherming Noorderland"
SIETSKE, TJERK, CLAIRE, BRAM = "Sietske Wiegersma", "Tjerk Hoekman", "Claire Verlaat", "Bram Ouwehand"
MARIJKE, RUBEN, FENNA = "Marijke Stoelwinder", "Ruben Aartshof", "Fenna Aartshof"
GROND_VT = "art. 6 lid 1 sub e AVG jo. art. 4.1.1 Wmo 2015"
GROND_WPG = "art. 18 lid 1 Wpg jo. art. 4:2 lid 1 Bpg"
GROND_WPG_OM = "art. 16 lid 1 sub a Wpg"
GROND_OM = "art. 39e en 39f lid 1 Wjsg"

ARTIKEL_9 = "Een informant zag Ruben op 20 november een vuurwapen kopen bij de haven"
"""The gegeven under art. 9 Wpg: for the OM alone until contact with the OM is on record."""
GEDEELD_DOOR_POLITIE = "Vier mutaties, een aangifte en een bakenzender die is veiliggesteld"
GEDEELD_DOOR_OM = "In 2019 veroordeeld voor bedreiging van een eerdere partner"

ANTWOORDEN = (
    Antwoord(
        VT,
        True,
        "Melding in juni. Er zijn veiligheidsvoorwaarden gemaakt; die zijn niet nageleefd.",
        "De voorwaarden dragen dit gezin niet meer.",
        {POLITIE: GROND_VT, OM: GROND_VT},
    ),
    Antwoord(
        POLITIE,
        True,
        f"{GEDEELD_DOOR_POLITIE}.",
        "Het gedrag loopt op.",
        {VT: GROND_WPG, OM: GROND_WPG_OM},
    ),
    Antwoord(
        OM,
        True,
        f"Het dossier is aangehouden, beslissing verwacht op 9 december. {GEDEELD_DOOR_OM}.",
        "",
        {VT: GROND_OM, POLITIE: GROND_OM},
    ),
    Antwoord(RECLASSERING, False),
    Antwoord(RAAD, False),
)
ARTIKEL_9_ANTWOORD = Antwoord(
    POLITIE, True, f"{ARTIKEL_9}.", grondslag={VT: GROND_WPG, OM: GROND_WPG_OM, RECLASSERING: GROND_WPG}
)
LATER_GEDEELD = {VT: GROND_VT, POLITIE: GROND_WPG, OM: GROND_OM}
"""With the reclassering, once the voorzitter has it join: by whom, on which ground."""

AFSPRAKEN = (
    Afspraak(
        1,
        OM,
        CLAIRE,
        "Beslissen over vordering en gedragsaanwijzing met contact- en gebiedsverbod",
        date(2026, 12, 9),
        "Interventie",
        "Straf",
        ("Directe veiligheid", "Structurele veiligheid"),
    ),
    Afspraak(
        2,
        POLITIE,
        TJERK,
        "Afspraak op locatie en een vast aanspreekpunt voor Marijke",
        date(2026, 12, 4),
        "Interventie",
        "Straf",
    ),
    Afspraak(
        3,
        VT,
        SIETSKE,
        "Omgang van 12 december opschorten in overleg met beide ouders",
        date(2026, 12, 10),
        "Interventie",
        "Zorg",
        na=1,
    ),
    Afspraak(
        4,
        RECLASSERING,
        BRAM,
        "Spoedadvies uitbrengen over elektronisch toezicht",
        date(2026, 12, 8),
        "Onderzoek",
        "Straf",
        ("Structurele veiligheid",),
    ),
)

BESLUITEN = Besluiten(
    Regie(POLITIE, TJERK, VT, SIETSKE, f"{TJERK}, {POLITIE}", "De politie staat het dichtst bij het gevaar."),
    Monitoring(
        True,
        "Het verbod werkt alleen als iemand kijkt of het wordt nageleefd.",
        "Zien of de afspraken zijn nagekomen",
        VT,
        SIETSKE,
        date(2026, 12, 17),
        "Naleving van het verbod en de veiligheid van Fenna",
    ),
    (
        Informeren(
            MARIJKE,
            "Welke maatregelen komen, en wie haar aanspreekpunt is",
            POLITIE,
            TJERK,
            op=date(2026, 12, 4),
        ),
        Informeren(
            RUBEN,
            "Dat zijn gegevens zijn besproken, en wat er van hem wordt verwacht",
            OM,
            CLAIRE,
            uitstel_reden="Gevaar voor Marijke zolang er geen verbod is",
            opnieuw_op=date(2026, 12, 10),
            ook_gedeeld=True,
        ),
        Informeren(
            FENNA,
            "In woorden voor haar leeftijd: wat er met de weekenden gebeurt",
            VT,
            SIETSKE,
            op=date(2026, 12, 11),
        ),
    ),
    (Partij("School van Fenna", "Alleen: wie haar mag ophalen", VT, SIETSKE, date(2026, 12, 4)),),
    Opschaling(
        "Mogelijk, maar nu niet",
        "Als het verbod wordt overtreden, is het zorg- en veiligheidshuis aan zet.",
        "Zorg- en veiligheidshuis (ZVH)",
    ),
)

CASUS = Casus(
    melding=Melding("VT-2026-90101", date(2026, 11, 24)),
    betrokkenen=(
        Betrokkene(MARIJKE, date(1988, 3, 14), "Slachtoffer"),
        Betrokkene(
            RUBEN,
            date(1984, 9, 2),
            "(Vermoedelijk) pleger",
            "Gedeeld zonder toestemming",
            "Vragen brengt Marijke in gevaar.",
        ),
        Betrokkene(FENNA, date(2017, 6, 11), "Kind"),
    ),
    samenloop="Allebei",
    feit="Belaging en bedreiging",
    themas=("(Ex-)partnerstalking",),
    gebeurd="Marijke verliet Ruben in april. Sindsdien staat hij twee tot drie keer per week bij haar werk "
    "in Lindewoude, belt hij via wisselende nummers en kent hij haar afspraken. In oktober lag er een "
    "bakenzender onder haar auto. Op 19 november sneed hij haar de weg af en zei dat Fenna binnenkort geen "
    "moeder meer had. De omgangsregeling loopt nog gewoon door.",
    zorg="Ruben doodt Marijke rond een overdracht van Fenna.",
    vraag="Kunnen wij vóór het omgangsweekend van 12 december een contactverbod met toezicht op de naleving "
    "én een veilige regeling voor Fenna laten ingaan, en in welke volgorde?",
    criteria={
        "A": (True, "Structureel en oplopend."),
        "B": (True, "Belaging en bedreiging."),
        "C": (True, "Herhaling is zeker, met psychische gevolgen."),
    },
    onder_d=("Stalking",),
    reden_d="Al sinds april, en een stopgesprek hielp maar een week.",
    uitvraag="Is het gezin bij u bekend, en wat moet het overleg weten om over veiligheid te beslissen?",
    antwoorden=ANTWOORDEN,
    teksten={
        "Eén feitenonderzoek: wat is er precies gebeurd": "Bedreiging op 19 november, "
        "bakenzender in oktober, vier meldingen en één aangifte sinds april.",
        "Grootste zorg over de veiligheid": "Ruben doodt Marijke rond een overdracht van Fenna.",
        "Afweging van straf en zorg": "Eerst het verbod, dan de omgang: andersom lokt dat geweld uit.",
        "Het plan voor het hele gezin": "Afstand vóór 12 december, daarna een veilige regeling voor Fenna.",
        "Volgorde van uitvoeren": "Het OM beslist eerst; daarna schort Veilig Thuis de omgang op.",
    },
    plan={
        MARIJKE: "Heeft één aanspreekpunt en een afspraak op locatie.",
        RUBEN: "Krijgt een verbod, daarna toezicht.",
        FENNA: "Gaat op 12 december niet mee; school weet wie haar ophaalt.",
    },
    afspraken=AFSPRAKEN,
    besluiten=BESLUITEN,
)
