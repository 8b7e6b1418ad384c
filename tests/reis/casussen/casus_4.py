"""Casus 4, the son upstairs: what each person knows, and what the overleg of 3 december decides.

The regie goes to someone of the gemeente without an account; a colleague of his has one, as a guest.
"""

from datetime import date

from tests.reis.casussen.casus_1 import (
    GROND_OM,
    GROND_VT,
    GROND_WPG,
    GROND_WPG_OM,
    OM,
    POLITIE,
    RECLASSERING,
    SIETSKE,
    VT,
)
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

GEMEENTE = "Gemeente Lindewoude"
RAAD = "Raad voor de Kinderbescherming Noorderland"
NYNKE, WIEBE, TIMMERHUIS, BRAM = "Nynke Elzinga", "Wiebe Terpstra", "Jelle Timmerhuis", "Bram Ouwehand"
"""Nynke (gemeente) has an account, as a guest; Wiebe (gemeente) and Jelle (reclassering) have none."""
WIEPIE, GERBEN = "Wiepie Hornstra", "Gerben Hornstra"
GROND_WMO = "art. 6 lid 1 sub e AVG jo. art. 5.2.6 Wmo"

EERSTE_VRAAG = "Welke hulp is er in dit gezin?"
TERUGVRAAG = "Wat moet het overleg besluiten, wie is daarvoor nodig, en vóór wanneer?"
WEDERVRAAG = "Wij hebben de vraag herschreven: het gaat om wonen en om het beheer van haar geld."
REDEN = (
    "Geen D, maar alle drie de partners houden een deel van de sleutel en de lokale tafel heeft twee keer "
    "zonder resultaat overlegd. Eénmalige bespreking."
)
GEDEELD_DOOR_OM = "In 2026 vier maanden gedetineerd; er loopt geen zaak"
GEDEELD_DOOR_POLITIE = "Niet bekend van geweld; twee meldingen van overlast"

ANTWOORDEN = (
    Antwoord(
        VT,
        True,
        "Melding van de thuiszorg. Huisbezoek op 18 november: niet binnengelaten.",
        grondslag={POLITIE: GROND_VT, OM: GROND_VT, RECLASSERING: GROND_VT},
    ),
    Antwoord(
        POLITIE,
        True,
        f"{GEDEELD_DOOR_POLITIE}.",
        grondslag={VT: GROND_WPG, OM: GROND_WPG_OM},
        niet_met=(RECLASSERING,),
    ),
    Antwoord(OM, True, f"{GEDEELD_DOOR_OM}.", grondslag={VT: GROND_OM}, niet_met=(RECLASSERING,)),
    Antwoord(
        RECLASSERING,
        True,
        "Toezicht tot maart 2027; houdt zich aan zijn meldplicht.",
        "Hij is bereid te verhuizen als er een plek is.",
        {VT: GROND_WMO},
    ),
)

AFSPRAKEN = (
    Afspraak(
        1,
        RECLASSERING,
        TIMMERHUIS,
        "Begeleide woonplek voor Gerben met ingang van 9 december",
        date(2026, 12, 7),
        "Interventie",
        "Straf",
        ("Directe veiligheid", "Structurele veiligheid"),
    ),
    Afspraak(
        2,
        GEMEENTE,
        NYNKE,
        "Aanvraag van beschermingsbewind en tijdelijke blokkering van de pas",
        date(2026, 12, 8),
        "Interventie",
        "Civiel",
    ),
    Afspraak(
        3,
        VT,
        SIETSKE,
        "Gesprek met mevrouw, zonder Gerben erbij",
        date(2026, 12, 7),
        "Gesprek",
        "Zorg",
        gesprek_met=WIEPIE,
        gesprek_over="Wat zij nodig heeft om veilig thuis te blijven",
        samen_met="De huisarts",
    ),
)

BESLUITEN = Besluiten(
    Regie(
        GEMEENTE,
        WIEBE,
        VT,
        SIETSKE,
        f"{SIETSKE}, {VT}",
        "Wonen en bewind liggen bij de gemeente; de straf is uitgezeten.",
        gaat_over_op=date(2026, 12, 9),
    ),
    Monitoring(False, "Het dossier verlaat het overleg als de gemeente de regie heeft aangenomen."),
    (
        Informeren(
            WIEPIE,
            "Wat er met haar geld en met het wonen gaat gebeuren",
            VT,
            SIETSKE,
            op=date(2026, 12, 7),
            ook_gedeeld=True,
        ),
        Informeren(
            GERBEN, "Dat er een woonplek komt, en vanaf wanneer", RECLASSERING, BRAM, op=date(2026, 12, 4)
        ),
    ),
    (Partij("Thuiszorg", "Alleen: dat zij weer naar binnen kunnen", GEMEENTE, NYNKE, date(2026, 12, 9)),),
    Opschaling("Niet nodig", "De lokale partners kunnen het samen af."),
)

CASUS = Casus(
    tafel="Actie-overleg Lindewoude",
    melding=Melding("VT-2026-90104", date(2026, 11, 12)),
    betrokkenen=(
        Betrokkene(
            WIEPIE,
            date(1943, 2, 21),
            "Slachtoffer",
            "Gedeeld zonder toestemming",
            "Zij wil er niemand bij, maar is vergeetachtig en bang dat hij op straat komt.",
        ),
        Betrokkene(GERBEN, date(1972, 11, 9), "(Vermoedelijk) pleger"),
    ),
    samenloop="Allebei",
    feit="Mishandeling en verduistering",
    themas=("Ouderenmishandeling",),
    gebeurd="Mevrouw woont met haar zoon. Na zijn detentie trok hij bij haar in; hij haalt met haar pas geld "
    "op, in tien weken ruim zesduizend euro. Hij schreeuwt, sluit de telefoon af en duwde haar tegen een "
    "deurpost: een gekneusde pols. De thuiszorg komt niet verder dan de gang.",
    zorg="Een val of uitdroging van mevrouw die niemand op tijd ziet.",
    vraag="Wie regelt vóór 11 december dat Gerben elders woont zonder dat mevrouw daarvoor aangifte hoeft te "
    "doen, en wie beheert haar geld tot er een besluit is?",
    criteria={
        "A": (True, "Zij is afhankelijk van hem en komt niet meer buiten."),
        "B": (True, "Mishandeling en verduistering."),
        "C": (True, "Broos, en het herhaalt zich."),
    },
    onder_d=(),
    reden_d="Van wapens, een netwerk of eerder geweld tegen anderen is niets bekend.",
    uitvraag="Is het gezin bij u bekend, en wat houdt een andere woonplek voor Gerben tegen?",
    antwoorden=ANTWOORDEN,
    teksten={
        "Eén feitenonderzoek: wat is er precies gebeurd": "Geld weg sinds september, één keer letsel, geen "
        "hulp meer binnen sinds oktober.",
        "Grootste zorg over de veiligheid": "Een val of uitdroging die niemand op tijd ziet.",
        "Afweging van straf en zorg": "Aangifte helpt haar nu niet; een andere woonplek wel.",
        "Het plan voor het hele gezin": "Hij gaat wonen met begeleiding, zij krijgt haar zorg terug.",
        "Volgorde van uitvoeren": "Eerst het gesprek met mevrouw, dan de woonplek, dan het bewind.",
    },
    plan={
        WIEPIE: "De thuiszorg komt weer binnen; haar geld is veilig.",
        GERBEN: "Krijgt een begeleide woonplek en blijft onder toezicht.",
    },
    afspraken=AFSPRAKEN,
    besluiten=BESLUITEN,
)
