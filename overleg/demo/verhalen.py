"""The invented casussen of the demo: who, what happened, the worry and the concrete vraag."""

from dataclasses import dataclass
from datetime import date

from models.waarden import BetrokkeneRol

SL, PL, KI, GE = BetrokkeneRol.SLACHTOFFER, BetrokkeneRol.PLEGER, BetrokkeneRol.KIND, BetrokkeneRol.GETUIGE


@dataclass(frozen=True)
class Verhaal:
    """One casus as the inbrenger tells it."""

    themas: tuple[str, ...]
    personen: tuple[tuple[BetrokkeneRol, str, date | int | None], ...]
    gebeurd: str
    zorg: str
    vraag: str
    onder_d: tuple[str, ...]


VERHALEN: tuple[Verhaal, ...] = (
    Verhaal(
        ("(Ex-)partnerstalking",),
        (
            (SL, "Mirjam Stellingwerf", date(1990, 4, 12)),
            (PL, "Dennis Vonk", date(1986, 1, 30)),
            (KI, "Sem Vonk", 2018),
        ),
        "Sinds de scheiding staat Dennis bijna elke dag bij haar werk. Hij heeft een kopie van haar sleutel. Twee meldingen en één aangifte.",
        "Dennis wacht haar op als zij Sem naar school brengt.",
        "Wie zorgt dat vóór het weekend een contactverbod ingaat, en wie let op de naleving?",
        ("stalking",),
    ),
    Verhaal(
        ("Huiselijk geweld", "Kindermishandeling"),
        (
            (SL, "Agnieszka Wójcik", date(1993, 9, 3)),
            (PL, "Tomasz Wójcik", date(1989, 12, 1)),
            (KI, "Zofia Wójcik", date(2016, 5, 20)),
            (KI, "Kuba Wójcik", 2020),
        ),
        "De buren belden drie keer in een maand. Zofia vertelde op school dat papa mama tegen de muur drukt. Tomasz zegt dat er niets is.",
        "De kinderen zien het geweld en niemand heeft zicht op de avonden.",
        "Welke maatregel houdt Tomasz de komende vier weken uit huis, en wie voert die uit?",
        ("ontkenning",),
    ),
    Verhaal(
        ("Eergerelateerd geweld",),
        (
            (SL, "Leyla Kaya", date(2004, 2, 14)),
            (PL, "Murat Kaya", date(1975, 7, 7)),
            (GE, "Emine Kaya", 1979),
        ),
        "Leyla is bij een vriendin ondergedoken nadat haar vader haar telefoon las. Ooms uit een andere stad zoeken haar.",
        "Leyla wordt tegen haar wil naar het buitenland gebracht.",
        "Waar kan Leyla deze week veilig wonen, en wie praat als eerste met de familie?",
        ("eergerelateerd", "verleden_geweld"),
    ),
    Verhaal(
        ("Ouderenmishandeling",),
        ((SL, "Jantje Terpstra", date(1941, 10, 2)), (PL, "Wim Terpstra", date(1969, 3, 18))),
        "Wim beheert de rekening van zijn moeder. Er is in vier maanden ruim elfduizend euro opgenomen. De thuiszorg ziet blauwe plekken.",
        "Mevrouw krijgt geen eten en medicijnen als Wim boos is.",
        "Wie neemt het beheer van het geld over zonder dat mevrouw aangifte hoeft te doen?",
        ("ontkenning",),
    ),
    Verhaal(
        ("Intieme terreur",),
        (
            (SL, "Carolien van der Meer", date(1984, 6, 25)),
            (PL, "Hugo de Ruiter", date(1980, 11, 11)),
            (KI, "Bente de Ruiter", 2014),
        ),
        "Hugo bepaalt wie Carolien belt, wat zij eet en wanneer zij slaapt. Hij heeft een jachtgeweer met vergunning.",
        "Een dodelijke afloop als Carolien zegt dat zij weggaat.",
        "In welke volgorde halen wij het wapen weg en brengen wij Carolien en Bente in veiligheid?",
        ("vuurwapengevaarlijk",),
    ),
    Verhaal(
        ("Strafbare kindermishandeling",),
        (
            (SL, "Noor Dijkstra", date(2019, 8, 8)),
            (PL, "Onbekend", None),
            (GE, "Sanne Dijkstra", date(1995, 1, 5)),
        ),
        "De huisarts zag bij Noor een breuk die niet past bij de uitleg. Beide ouders wijzen naar elkaar.",
        "Nieuw letsel zolang niet duidelijk is wie het deed.",
        "Wie doet welk onderzoek eerst, zodat Noor maar één keer wordt gehoord?",
        ("ontkenning",),
    ),
    Verhaal(
        ("Huiselijk geweld",),
        (
            (SL, "Fatima el Amrani", date(1988, 3, 3)),
            (PL, "Rachid Bouzid", date(1983, 5, 16)),
            (KI, "Amin Bouzid", 2012),
        ),
        "Rachid kwam vorige maand vrij na een straf voor geweld tegen een vorige partner. De reclassering ziet dat hij zijn afspraken mist.",
        "Herhaling van het geweld uit 2022, nu met een kind erbij.",
        "Kan het toezicht zo worden aangescherpt dat Rachid het adres niet meer nadert, en per wanneer?",
        ("verleden_geweld",),
    ),
    Verhaal(
        ("Kindermishandeling",),
        (
            (SL, "Daan Hofstra", date(2015, 12, 19)),
            (SL, "Roos Hofstra", date(2017, 2, 9)),
            (PL, "Ellen Hofstra", date(1990, 10, 10)),
        ),
        "Daan en Roos komen weken niet op school. Moeder laat niemand binnen en zegt dat de kinderen ziek zijn.",
        "De kinderen zijn uit het zicht van iedereen.",
        "Wie komt deze week binnen, en wat doen wij als de deur dicht blijft?",
        ("ontkenning",),
    ),
    Verhaal(
        ("(Ex-)partnerstalking", "Huiselijk geweld"),
        ((SL, "Priscilla Martina", date(1997, 7, 21)), (PL, "Giovanni Rosa", date(1994, 4, 4))),
        "Giovanni deelt foto's van Priscilla en dreigt haar familie. Hij is bekend in een groep die handelt in drugs.",
        "Priscilla wordt door anderen uit de groep opgezocht.",
        "Wie beslist over bescherming van Priscilla, en welke partij praat met Giovanni?",
        ("stalking", "crimineel_netwerk"),
    ),
    Verhaal(
        ("Strafbare kindermishandeling",),
        (
            (SL, "Isa Vermeulen", date(2010, 9, 30)),
            (PL, "Karel Smit", date(1977, 6, 6)),
            (GE, "Wendy Vermeulen", 1985),
        ),
        "Isa vertelde een lerares over aanrakingen door de vriend van haar moeder. Moeder gelooft haar niet.",
        "Isa blijft met hem in één huis.",
        "Hoe is Isa dit weekend veilig zonder dat het onderzoek schade oploopt?",
        ("zeden",),
    ),
)
