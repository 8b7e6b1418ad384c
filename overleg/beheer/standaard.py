"""The usual start of a tafel's settings (domein.md §3 and §4): data that a region changes afterwards."""

import uuid

from sqlalchemy.orm import Session

from models import (
    AndereTafel,
    Bewaartermijn,
    Criteriaset,
    Criterium,
    CriteriumOnderdeel,
    Grondslag,
    Interventie,
    Overlegtafel,
    Registratieafspraak,
    Thema,
    Vraagpatroon,
)
from models.waarden import AfspraakSoort, BekendRegel, Domein, OrganisatieSoort
from models.waarden_bewaren import BewaarBegin, BewaarSoort

O = OrganisatieSoort  # noqa: E741 reads as a table below

REGEL = "A en B en C en D"
CRITERIA: tuple[tuple[str, str, int | None], ...] = (
    ("A", "Acute en/of structurele onveiligheid", None),
    ("B", "(Vermoeden van) strafbare feiten en/of een hoog afbreukrisico", None),
    (
        "C",
        "(Hoog risico op) lichamelijke of psychische gevolgen van geweld en/of een hoog risico op herhaling",
        None,
    ),
    ("D", "Eén of meer van deze omstandigheden", 1),
)
ONDER_D: tuple[tuple[str, str], ...] = (
    ("stalking", "Stalking"),
    ("crimineel_netwerk", "Crimineel netwerk"),
    ("verleden_geweld", "Verleden van (ernstig) geweld, ook tegen professionals"),
    ("eergerelateerd", "Eergerelateerde veiligheidsrisico's"),
    ("ontkenning", "Ontkenning: er is geen zicht op de veiligheid"),
    ("vuurwapengevaarlijk", "Vuurwapengevaarlijk"),
    ("zeden", "Zeden"),
)
THEMAS: tuple[tuple[str, str], ...] = (
    ("Huiselijk geweld", ""),
    ("Kindermishandeling", ""),
    ("Strafbare kindermishandeling", ""),
    ("(Ex-)partnerstalking", "stalking"),
    ("Ouderenmishandeling", ""),
    ("Eergerelateerd geweld", "eergerelateerd"),
    ("Intieme terreur", ""),
)
ANDERE_TAFELS: tuple[tuple[str, BekendRegel], ...] = (
    ("Zorg- en veiligheidshuis (ZVH)", BekendRegel.HUN_REGIE),
    ("MDA++", BekendRegel.OVERGEDRAGEN),
    ("VT & ZSM", BekendRegel.HUN_REGIE),
    ("Samen op in acuut", BekendRegel.HUN_REGIE),
    ("Actie-overleg van een andere regio", BekendRegel.NIET_HIER),
    ("Lokaal team", BekendRegel.OVERGEDRAGEN),
)
VT_GROND = "art. 6 lid 1 sub e AVG jo. art. 4.1.1 Wmo 2015"
WPG_ANDEREN = "art. 18 lid 1 Wpg jo. art. 4:2 lid 1 Bpg"
WJSG = "art. 39e en 39f lid 1 Wjsg"
BW_GROND = "art. 6 lid 1 sub e AVG jo. art. 1:238 lid 3 BW"
WMO_AAN_VT = "art. 6 lid 1 sub e AVG jo. art. 5.2.6 Wmo"
NOODZAAK = "Alleen wat noodzakelijk is"
ZWAARWEGEND = "Zwaarwegend belang; niet meer dan noodzakelijk"
ARTIKEL_8 = f"{ZWAARWEGEND}. Alleen gegevens onder art. 8 Wpg; bij art. 9 Wpg eerst contact met het OM"
TAAK = "Noodzakelijk voor de eigen taak"
DOEL = "Veiligheid van de directbetrokkenen en afstemming van straf en zorg"
BRON = "Handreiking gegevensdeling 2021-2022 (concept)"
PUNT_VT = "De grond van Veilig Thuis noemt politie en RvdK, niet deze ontvanger."
PUNT_BPG = "Art. 4:2 lid 1 Bpg kent onderdelen (i, j, g): bepaal welk onderdeel geldt."
PUNT_3RO = "De grond van de reclassering herhaalt die van de RvdK."
GRONDEN: tuple[tuple[O | None, O | None, str, str, str], ...] = (
    (O.VEILIG_THUIS, O.POLITIE, VT_GROND, NOODZAAK, ""),
    (O.VEILIG_THUIS, O.RVDK, VT_GROND, NOODZAAK, ""),
    (O.VEILIG_THUIS, O.OM, VT_GROND, NOODZAAK, PUNT_VT),
    (O.VEILIG_THUIS, O.RECLASSERING, VT_GROND, NOODZAAK, PUNT_VT),
    (O.POLITIE, O.OM, "art. 16 lid 1 sub a Wpg", ZWAARWEGEND, ""),
    (O.POLITIE, O.VEILIG_THUIS, WPG_ANDEREN, ARTIKEL_8, PUNT_BPG),
    (O.POLITIE, O.RECLASSERING, WPG_ANDEREN, ARTIKEL_8, PUNT_BPG),
    (O.POLITIE, O.RVDK, WPG_ANDEREN, ARTIKEL_8, PUNT_BPG),
    (O.OM, O.VEILIG_THUIS, WJSG, ZWAARWEGEND, ""),
    (O.OM, O.POLITIE, WJSG, ZWAARWEGEND, ""),
    (O.OM, O.RECLASSERING, WJSG, ZWAARWEGEND, ""),
    (O.OM, O.RVDK, WJSG, ZWAARWEGEND, ""),
    (O.RVDK, O.VEILIG_THUIS, WMO_AAN_VT, "Noodzakelijk voor de taak van Veilig Thuis", ""),
    (O.RVDK, O.POLITIE, BW_GROND, TAAK, ""),
    (O.RVDK, O.OM, BW_GROND, TAAK, ""),
    (O.RVDK, O.RECLASSERING, BW_GROND, TAAK, ""),
    (O.RECLASSERING, O.VEILIG_THUIS, WMO_AAN_VT, "Noodzakelijk voor de taak van Veilig Thuis", ""),
    (O.RECLASSERING, O.POLITIE, BW_GROND, TAAK, PUNT_3RO),
    (O.RECLASSERING, O.OM, BW_GROND, TAAK, PUNT_3RO),
    (O.RECLASSERING, O.RVDK, BW_GROND, TAAK, PUNT_3RO),
)
GROND_ACUUT = ("art. 6 lid 1 sub d AVG", "Vitaal belang, alleen bij acuut gevaar")
PATRONEN: tuple[str, ...] = (
    "welke hulp*",
    "wat is er bekend*",
    "wat is er * bekend",
    "wat is bekend*",
    "wat weten*",
    "wat weet*",
    "wie weet*",
    "wie kent*",
    "wie is er betrokken*",
    "wie zijn er betrokken*",
    "weten jullie*",
    "weet iemand*",
    "heeft iemand informatie*",
    "heeft iemand zicht*",
    "hebben jullie informatie*",
    "is er iets bekend*",
    "is er hulp*",
    "is er al hulp*",
    "is dit gezin * bekend",
    "is het gezin * bekend",
    "is deze familie * bekend",
    "is de familie * bekend",
    "zijn er meldingen*",
    "zijn er signalen*",
    "zijn er zorgen*",
    "welke instanties zijn*",
    "welke organisaties zijn*",
    "kan iemand vertellen*",
    "kunnen jullie vertellen*",
    "kunnen jullie laten weten*",
    "kunt u laten weten*",
    "kunnen wij informatie*",
    "informatie delen over*",
    "informatie uitwisselen*",
    "graag informatie*",
    "graag uitwisselen*",
    "graag weten*",
    "meer informatie over*",
    "meer weten over*",
    "wat speelt er*",
    "hoe gaat het met*",
    "hoe gaat het nu*",
    "stand van zaken*",
)
PATROON_UITLEG = (
    "Dit lijkt op een vraag om informatie. Vraag liever wie wat moet doen of beslissen, en vóór wanneer."
)
BRON_CASUS = "Voorstel: niet langer dan nodig om afspraken te volgen (art. 5 lid 1 sub e AVG)"
TERMIJNEN: tuple[tuple[BewaarSoort, int, BewaarBegin, str], ...] = (
    (BewaarSoort.CASUS, 12, BewaarBegin.VERTREK, BRON_CASUS),
    (BewaarSoort.NIET_TOEGELATEN, 12, BewaarBegin.VERTREK, BRON_CASUS),
    (BewaarSoort.CONCEPT, 3, BewaarBegin.WIJZIGING, BRON_CASUS),
    (BewaarSoort.LOGBOEK, 60, BewaarBegin.REGEL, "NEN 7513; Stcrt. 2019, 38007: minstens vijf jaar"),
)
"""Months (veiligheid.md, "Retention and destruction"): the tafel's own copy is kept far shorter than the
file of Veilig Thuis; for a lawyer to confirm."""
REGISTRATIE = (
    "Wij leggen alleen vast wat nodig is om afspraken te kunnen volgen: de vraag, de feiten, de zorgen, "
    "de afspraken en de besluiten. Van informatie van een ander noteren wij niet meer dan nodig is voor de "
    "eigen afspraak. Wie het verslag leest, gebruikt het alleen voor de eigen wettelijke taak."
)
INTERVENTIES: tuple[tuple[O, str, AfspraakSoort, Domein], ...] = (
    (O.POLITIE, "Afspraak op locatie en vast aanspreekpunt", AfspraakSoort.INTERVENTIE, Domein.STRAF),
    (O.POLITIE, "Stopgesprek met de (vermoedelijke) pleger", AfspraakSoort.GESPREK, Domein.STRAF),
    (O.POLITIE, "Aangifte opnemen en onderzoek starten", AfspraakSoort.ONDERZOEK, Domein.STRAF),
    (O.OM, "Beslissen over een gedragsaanwijzing met contactverbod", AfspraakSoort.INTERVENTIE, Domein.STRAF),
    (O.OM, "Beslissen over vervolging", AfspraakSoort.INTERVENTIE, Domein.STRAF),
    (O.VEILIG_THUIS, "Veiligheidsvoorwaarden opstellen en toetsen", AfspraakSoort.INTERVENTIE, Domein.ZORG),
    (O.VEILIG_THUIS, "Gesprek met het slachtoffer over veiligheid", AfspraakSoort.GESPREK, Domein.ZORG),
    (O.RECLASSERING, "Advies over toezicht en bijzondere voorwaarden", AfspraakSoort.ONDERZOEK, Domein.STRAF),
    (O.RVDK, "Raadsonderzoek naar een kinderbeschermingsmaatregel", AfspraakSoort.ONDERZOEK, Domein.CIVIEL),
    (O.GEMEENTE, "Tijdelijk huisverbod voorbereiden", AfspraakSoort.INTERVENTIE, Domein.BESTUURLIJK),
    (O.GEMEENTE, "Hulp inzetten via het wijkteam", AfspraakSoort.INTERVENTIE, Domein.ZORG),
    (O.GGZ, "Beoordeling door een behandelaar", AfspraakSoort.ONDERZOEK, Domein.ZORG),
)


def richt_in(sessie: Session, tafel: Overlegtafel) -> Criteriaset:
    """Give a new tafel the usual settings; return its first criteriaset."""
    sessie.flush()
    criteriaset = eerste_criteria(tafel.id)
    sessie.add(criteriaset)
    sessie.add_all(_lijsten(tafel.id))
    sessie.add_all(_gronden(tafel.id))
    sessie.add_all(
        Bewaartermijn(tafel_id=tafel.id, soort=soort, maanden=maanden, begin=begin, bron=bron)
        for soort, maanden, begin, bron in TERMIJNEN
    )
    sessie.add(Registratieafspraak(tafel_id=tafel.id, nummer=1, inhoud=REGISTRATIE))
    sessie.flush()
    return criteriaset


def eerste_criteria(tafel_id: uuid.UUID) -> Criteriaset:
    """Return criteria A to D with the list under D (domein.md §3)."""
    criteria = [
        Criterium(code=code, titel=titel, volgorde=nr, minimum=minimum)
        for nr, (code, titel, minimum) in enumerate(CRITERIA)
    ]
    criteria[-1].onderdelen = [
        CriteriumOnderdeel(sleutel=sleutel, titel=titel, volgorde=nr)
        for nr, (sleutel, titel) in enumerate(ONDER_D)
    ]
    return Criteriaset(tafel_id=tafel_id, nummer=1, regel=REGEL, criteria=criteria)


def _lijsten(tafel_id: uuid.UUID) -> list[Thema | AndereTafel | Vraagpatroon | Interventie]:
    themas = [
        Thema(tafel_id=tafel_id, naam=naam, onderdeel_sleutel=sleutel, volgorde=nr)
        for nr, (naam, sleutel) in enumerate(THEMAS)
    ]
    tafels = [
        AndereTafel(tafel_id=tafel_id, naam=naam, bekend_regel=regel, volgorde=nr)
        for nr, (naam, regel) in enumerate(ANDERE_TAFELS)
    ]
    patronen = [Vraagpatroon(tafel_id=tafel_id, patroon=p, uitleg=PATROON_UITLEG) for p in PATRONEN]
    interventies = [
        Interventie(tafel_id=tafel_id, organisatie_soort=wie, tekst=tekst, soort=soort, domein=domein)
        for wie, tekst, soort, domein in INTERVENTIES
    ]
    return [*themas, *tafels, *patronen, *interventies]


def _gronden(tafel_id: uuid.UUID) -> list[Grondslag]:
    gronden = [
        Grondslag(
            tafel_id=tafel_id,
            gever=gever,
            ontvanger=ontvanger,
            doel=DOEL,
            grond=grond,
            voorwaarde=voorwaarde,
            bron=BRON,
            jurist_nodig=bool(punt),
            jurist_punt=punt,
        )
        for gever, ontvanger, grond, voorwaarde, punt in GRONDEN
    ]
    grond, voorwaarde = GROND_ACUUT
    acuut = Grondslag(
        tafel_id=tafel_id, doel=DOEL, grond=grond, voorwaarde=voorwaarde, bron=BRON, alleen_acuut=True
    )
    return [*gronden, acuut]
