"""More invented casussen, shorter; together with `verhalen.py` they fill three tafels."""

from datetime import date

from overleg.demo.verhalen import KI, PL, SL, Verhaal

MEER: tuple[Verhaal, ...] = (
    Verhaal(
        ("Huiselijk geweld",),
        ((SL, "Ilse Bakker", date(1991, 5, 5)), (PL, "Marco Bakker", date(1990, 8, 17))),
        "Marco brak een deur open en sneed zijn hand. Ilse zei tegen de politie dat het een ongeluk was.",
        "Ilse durft niets te zeggen zolang Marco meeluistert.",
        "Wie spreekt Ilse alleen, en waar?",
        ("ontkenning",),
    ),
    Verhaal(
        ("(Ex-)partnerstalking",),
        ((SL, "Eline Prins", date(1999, 2, 2)), (PL, "Koen Aalders", date(1996, 9, 9))),
        "Koen volgt Eline met een app op haar telefoon. Een stopgesprek hielp drie dagen.",
        "Koen komt naar haar nieuwe adres.",
        "Wie regelt een gebiedsverbod vóór de verhuizing van 12 december?",
        ("stalking",),
    ),
    Verhaal(
        ("Kindermishandeling",),
        (
            (SL, "Luuk Meijer", date(2013, 3, 13)),
            (PL, "Patrick Meijer", date(1982, 4, 24)),
            (KI, "Fleur Meijer", 2016),
        ),
        "Luuk kwam met een gebroken arm op school en zei dat hij moest zwijgen.",
        "Patrick slaat weer als hij hoort dat Luuk praatte.",
        "Waar verblijven Luuk en Fleur tot het onderzoek klaar is?",
        ("verleden_geweld",),
    ),
    Verhaal(
        ("Intieme terreur", "Huiselijk geweld"),
        (
            (SL, "Samira Haddad", date(1987, 12, 12)),
            (PL, "Nabil Haddad", date(1981, 1, 21)),
            (KI, "Ilyas Haddad", 2019),
        ),
        "Nabil heeft het paspoort van Samira en Ilyas. Hij dreigt met vertrek naar het buitenland.",
        "Ilyas verdwijnt uit het land.",
        "Welke stap voorkomt deze week dat Ilyas wordt meegenomen, en wie zet die?",
        ("ontkenning", "crimineel_netwerk"),
    ),
    Verhaal(
        ("Ouderenmishandeling",),
        ((SL, "Harm Oosterhof", date(1938, 7, 1)), (PL, "Gea Oosterhof", date(1966, 2, 28))),
        "Gea sluit haar vader op als zij werkt. Hij is twee keer gevallen.",
        "Brand of een val terwijl niemand erbij kan.",
        "Wie regelt dagopvang en toezicht vóór 1 december?",
        (),
    ),
    Verhaal(
        ("Huiselijk geweld",),
        (
            (SL, "Joyce Pinas", date(1994, 10, 30)),
            (PL, "Ricardo Pinas", date(1992, 6, 18)),
            (KI, "Jayden Pinas", 2021),
        ),
        "Ricardo wurgde Joyce tijdens een ruzie. Zij heeft geen aangifte gedaan.",
        "Een tweede verwurging.",
        "Kan het OM ambtshalve vervolgen, en wat is dan nodig voor de veiligheid van Joyce?",
        ("verleden_geweld",),
    ),
    Verhaal(
        ("Eergerelateerd geweld", "Kindermishandeling"),
        ((SL, "Zeynep Arslan", date(2009, 4, 9)), (PL, "Hasan Arslan", date(1974, 3, 3))),
        "Zeynep mag van haar vader niet meer naar school sinds hij een foto vond.",
        "Zeynep wordt uitgehuwelijkt in de kerstvakantie.",
        "Wie spreekt Zeynep op school, en wat doen wij vóór de vakantie begint?",
        ("eergerelateerd",),
    ),
    Verhaal(
        ("Strafbare kindermishandeling",),
        ((SL, "Mats Wolters", 2020), (PL, "Kevin Drost", date(1993, 11, 2))),
        "Op een video slaat Kevin de peuter Mats. De moeder stuurde de video zelf in.",
        "Kevin past nog steeds op.",
        "Welke maatregel zorgt dat Kevin vanaf morgen niet bij Mats komt?",
        ("verleden_geweld",),
    ),
    Verhaal(
        ("(Ex-)partnerstalking",),
        ((SL, "Anouk Terlouw", date(1985, 8, 14)), (PL, "Sjoerd Bijl", date(1979, 12, 24))),
        "Sjoerd, oud-militair, plaatst berichten over Anouk en heeft een wapenvergunning gehad.",
        "Sjoerd heeft nog een wapen.",
        "Wie zoekt uit of Sjoerd wapens heeft, en wat doen wij tot dat bekend is?",
        ("stalking", "vuurwapengevaarlijk"),
    ),
    Verhaal(
        ("Kindermishandeling", "Huiselijk geweld"),
        ((SL, "Tess de Groot", 2017), (PL, "Mandy de Groot", date(1995, 5, 15)), (KI, "Finn de Groot", 2022)),
        "Mandy drinkt en laat de kinderen 's nachts alleen. De buurvrouw ving ze op.",
        "Een ongeluk met de kinderen in een nacht dat niemand het merkt.",
        "Wie neemt de zorg voor Tess en Finn over als Mandy niet nuchter is?",
        ("ontkenning",),
    ),
)
