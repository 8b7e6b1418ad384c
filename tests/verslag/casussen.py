"""The invented casussen 1, 4 and 6, as what was said and decided in the meeting."""

from __future__ import annotations

from datetime import date

from models.waarden import AfspraakSoort, BetrokkeneRol, Domein, OrganisatieSoort, Toestemming, Veld
from tests.verslag.verhaal import Besproken, Verhaal

ART_9 = "Een bron meldt dat Ruben een tweede baken heeft gekocht."


ALLEN = ("vt", "om", "reclassering")


def stalking(v: Verhaal) -> Besproken:
    """Casus 1: stalking after the separation."""
    b = _stalking_casus(v)
    _stalking_informatie(v, b)
    _stalking_plan(v, b)
    _stalking_afspraken(v, b)
    v.vijf_besluiten(b)
    gevaar = "Het nu vertellen is gevaarlijk voor Marijke."
    v.informering(b, "Marijke Stoelwinder", "politie", "wat er is afgesproken", date(2026, 12, 4))
    v.informering(b, "Ruben Aartshof", "om", "dat er een verbod komt", date(2026, 12, 10), uitstel=gevaar)
    v.informering(b, "Fenna Aartshof", "vt", "leeftijdsgericht wat er verandert", date(2026, 12, 11))
    v.partij(b, "School van Fenna", "alleen wie haar mag ophalen", "vt", date(2026, 12, 4))
    return b


def _stalking_casus(v: Verhaal) -> Besproken:
    b = v.casus(
        "Kunnen wij vóór het omgangsweekend van 12 december een contactverbod met toezicht op de naleving "
        "én een veilige regeling voor Fenna laten ingaan, en in welke volgorde?",
        {
            "Marijke Stoelwinder": (BetrokkeneRol.SLACHTOFFER, date(1988, 3, 14)),
            "Ruben Aartshof": (BetrokkeneRol.PLEGER, date(1984, 9, 2)),
            "Fenna Aartshof": (BetrokkeneRol.KIND, date(2017, 6, 11)),
        },
        grootste_zorg="Ruben doodt Marijke rond een overdracht van Fenna.",
    )
    b.mensen["Ruben Aartshof"].toestemming = Toestemming.ZONDER
    b.mensen["Ruben Aartshof"].toestemming_reden = "Vragen brengt Marijke in gevaar."
    return b


def _stalking_informatie(v: Verhaal, b: Besproken) -> None:
    v.criteria(
        b,
        ["Structureel en oplopend.", "Belaging en bedreiging.", "Herhaling zeker, psychische gevolgen.", ""],
        ("stalking",),
    )
    v.bijdrage(
        b,
        "vt",
        "Melding in juni, veiligheidsvoorwaarden gemaakt, niet nageleefd.",
        ("politie", "om", "reclassering"),
    )
    v.bijdrage(b, "politie", "Vier mutaties, aangifte, bakenzender veiliggesteld.", ALLEN)
    v.bijdrage(b, "politie", ART_9, ALLEN, artikel_9=True)
    v.bijdrage(
        b,
        "om",
        "Dossier aangehouden, beslissing verwacht op 9 december. In 2019 veroordeeld voor bedreiging van een "
        "eerdere partner.",
        ("vt", "politie"),
        oordeel="Wij achten de kans op herhaling groot.",
        achtergehouden=True,
        achtergehouden_reden="Een lopend onderzoek laat niet toe alles te delen.",
    )
    v.bijdrage(b, "rvdk", "", ("vt",))


def _stalking_plan(v: Verhaal, b: Besproken) -> None:
    v.tekst(
        b,
        Veld.FEITENONDERZOEK,
        "Marijke verliet Ruben in april. Sindsdien staat hij twee tot drie keer per week bij haar werk in "
        "Lindewoude en belt hij via wisselende nummers.\n\nOp 19 november sneed hij haar de weg af "
        "en zei dat Fenna binnenkort geen moeder meer had.",
    )
    v.tekst(b, Veld.GROOTSTE_ZORG, "Ruben doodt Marijke rond een overdracht van Fenna.")
    v.tekst(b, Veld.AFWEGING, "Vervolging helpt nu: zonder verbod houdt de onveiligheid niet op.")
    v.tekst(b, Veld.VERVOLGING, "Het OM beslist uiterlijk 9 december over de vordering.")
    v.tekst(b, Veld.VEILIGHEIDSPLAN, "Eerst het verbod, dan de omgang, dan herstel.")
    v.tekst(b, Veld.PLAN_PERSOON, "Afspraak op locatie en een vast aanspreekpunt.", "Marijke Stoelwinder")
    v.tekst(b, Veld.PLAN_PERSOON, "Contact- en gebiedsverbod met toezicht.", "Ruben Aartshof")
    v.tekst(b, Veld.PLAN_PERSOON, "Geen overdracht tot er een veilige regeling is.", "Fenna Aartshof")
    v.tekst(b, Veld.VOLGORDE, "Eerst afspraak 1, dan afspraak 3.")
    v.tekst(b, Veld.AFWIJKEND, "De reclassering wil het advies afwachten; het overleg gaat toch door.")
    v.plan(
        b,
        "Stopgesprek met waarschuwing",
        "Ruben komt niet bij de school.",
        "Wijkteam Lindewoude",
        "Politiewet",
    )


def _stalking_afspraken(v: Verhaal, b: Besproken) -> None:
    eerst = v.afspraak(
        b,
        "om",
        "Beslist over vordering en gedragsaanwijzing met contact- en gebiedsverbod",
        date(2026, 12, 9),
    )
    v.afspraak(b, "politie", "Afspraak op locatie en vast aanspreekpunt voor Marijke", date(2026, 12, 4))
    v.afspraak(
        b,
        "vt",
        "Omgang van 12 december opgeschort in overleg met beide ouders",
        date(2026, 12, 10),
        eerst,
        soort=AfspraakSoort.GESPREK,
        domein=Domein.ZORG,
        structureel=True,
        gesprek_met_id=b.mensen["Ruben Aartshof"].id,
        gesprek_samen_met="het wijkteam",
        gesprek_over="de omgang",
    )
    v.afspraak(
        b,
        "reclassering",
        "Spoedadvies over elektronisch toezicht",
        date(2026, 12, 8),
        soort=AfspraakSoort.ONDERZOEK,
    )


def zoon(v: Verhaal) -> Besproken:
    """Casus 4: the son upstairs, admitted with a reason."""
    b = v.casus(
        "Wie regelt vóór 11 december dat Gerben elders woont zonder dat mevrouw daarvoor aangifte hoeft "
        "te doen, en wie beheert haar geld tot er een besluit is?",
        {
            "Wiepie Hornstra": (BetrokkeneRol.SLACHTOFFER, date(1943, 2, 21)),
            "Gerben Hornstra": (BetrokkeneRol.PLEGER, date(1972, 11, 9)),
        },
        uitzondering_reden="Geen D, maar alle drie de partners houden een deel van de sleutel en de lokale "
        "tafel heeft twee keer zonder resultaat overlegd. Eénmalige bespreking.",
    )
    b.casus.voldoet = False
    v.criteria(b, ["Broos en afhankelijk.", "Mishandeling, verduistering.", "Herhaling.", ""], ("zzz",))
    gemeente = v.fabriek.organisatie(OrganisatieSoort.GEMEENTE, f"Gemeente Lindewoude ({v.tafel.code})")
    v.partner["gemeente"] = gemeente
    v.bijdrage(
        b, "vt", "Melding thuiszorg; huisbezoek op 18 november, niet binnengelaten.", ("politie", "om")
    )
    v.tekst(b, Veld.FEITENONDERZOEK, "Gerben haalt met de pas van zijn moeder geld op: zesduizend euro.")
    v.tekst(b, Veld.GROOTSTE_ZORG, "Een val of uitdroging van mevrouw die niemand op tijd ziet.")
    v.tekst(
        b, Veld.VEILIGHEIDSPLAN, "Gerben woont elders, het geld is veilig, de thuiszorg komt weer binnen."
    )
    v.afspraak(
        b, "reclassering", "Begeleide woonplek voor Gerben met ingang van 9 december", date(2026, 12, 7)
    )
    v.afspraak(
        b, "gemeente", "Aanvraag beschermingsbewind en tijdelijke blokkering van de pas", date(2026, 12, 8),
        domein=Domein.CIVIEL,
    )  # fmt: skip
    v.vijf_besluiten(b)
    v.informering(b, "Wiepie Hornstra", "vt", "wat er is afgesproken", date(2026, 12, 7))
    v.partij(b, "Thuiszorg", "dat zij weer binnen kunnen", "vt", date(2026, 12, 9))
    v.overdracht(b, "politie", "gemeente")
    return b


def agent(v: Verhaal) -> Besproken:
    """Casus 6: the night of the policeman."""
    b = v.casus(
        "Wat vervangt op 9 december het huisverbod, en hoe wordt Loes gehoord zonder dat iemand van zijn "
        "eenheid haar verklaring kan inzien?",
        {
            "Loes Tangerman": (BetrokkeneRol.SLACHTOFFER, date(1995, 5, 28)),
            "Pieter-Jan Ooms": (BetrokkeneRol.PLEGER, date(1989, 6, 6)),
            "Noud Ooms": (BetrokkeneRol.KIND, date(2022, 2, 15)),
        },
    )
    v.criteria(b, ["Ja.", "Poging doodslag.", "Ja.", "Interne klacht."], ("ontkenning", "verleden"))
    v.bijdrage(b, "om", "Vordering inbewaringstelling overwogen.", ("vt",))
    v.tekst(b, Veld.FEITENONDERZOEK, "Striemen in de hals; het ziekenhuis stelde verwurgingsletsel vast.")
    v.tekst(b, Veld.GROOTSTE_ZORG, "Een tweede verwurging zodra het huisverbod eindigt.")
    v.plan(
        b,
        "Tijdelijk huisverbod",
        "Noud blijft bij zijn tante.",
        "Tante in Brakzijl",
        "Wet tijdelijk huisverbod",
    )
    v.afspraak(b, "om", "Beslissing over voorlopige hechtenis", date(2026, 12, 7))
    v.afspraak(b, "vt", "Verlenging huisverbod aangevraagd", date(2026, 12, 7), domein=Domein.BESTUURLIJK)
    v.afspraak(b, "rvdk", "Omgang Noud vastgelegd", date(2026, 12, 9), domein=Domein.CIVIEL)
    v.vijf_besluiten(b)
    v.informering(b, "Loes Tangerman", "vt", "wat er is afgesproken", date(2026, 12, 4))
    v.partij(b, "Werkgever, afdeling integriteit", "alleen het feit", "om", date(2026, 12, 4))
    return b
