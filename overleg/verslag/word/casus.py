"""One casus in the verslag: the question, the three stappen, the five besluiten."""

from collections.abc import Sequence

from overleg.basis.weergave import datum, geldt_tot
from overleg.verslag.inhoud import (
    Afspraakregel,
    Besluitregel,
    Bijdrage,
    CasusInVerslag,
    Maatregelregel,
    PartnerInformatie,
    Voorwaarderegel,
)
from overleg.verslag.word.bouwer import GEEN, Bouwer

GEEN_AFSPRAKEN = "In dit overleg zijn geen nieuwe afspraken gemaakt."
GEEN_MAATREGELEN = "Er zijn geen maatregelen vastgelegd."
"""Of what is in force only what was put down is known: “none” would be a conclusion nobody drew."""


def schrijf_casus(bouwer: Bouwer, casus: CasusInVerslag, *, eerste: bool) -> None:
    """Add everything of a casus; all but the first begin a page."""
    bouwer.kop(f"Casus {casus.kenmerk}", nieuwe_pagina=not eerste)
    if casus.vernietigd:
        bouwer.tekst(casus.vernietigd)
        return
    bouwer.regel("Uitkomst", casus.uitkomst, bij_volgende=True)
    bouwer.onderdeel("Concrete vraag", casus.concrete_vraag, 2)
    _aanloop(bouwer, casus)
    _stap_1(bouwer, casus)
    _stap_2(bouwer, casus)
    schrijf_afspraken(bouwer, casus)
    _stap_3(bouwer, casus)
    _besluiten(bouwer, casus)
    _monitoring(bouwer, casus)
    bouwer.onderdeel("Afwijkend standpunt", casus.afwijkend, 2, GEEN)
    schrijf_aanwezig(bouwer, casus)


def schrijf_toelichting(bouwer: Bouwer, casus: CasusInVerslag) -> None:
    """Add what lies under the afspraken and the besluiten, without these: they stand before it."""
    _aanloop(bouwer, casus)
    _stap_1(bouwer, casus)
    _stap_2(bouwer, casus)
    _stap_3(bouwer, casus)
    _monitoring(bouwer, casus)
    bouwer.onderdeel("Afwijkend standpunt", casus.afwijkend, 2, GEEN)


def schrijf_aanwezig(bouwer: Bouwer, casus: CasusInVerslag) -> None:
    """Add who was there for this casus, and who was not though at the meeting."""
    bouwer.kop("Aanwezig bij deze casus", 2)
    bouwer.tekst("; ".join(casus.aanwezig), leeg="Niet vastgelegd.")
    if casus.niet_aanwezig:
        bouwer.regel("Niet bij deze casus", "; ".join(casus.niet_aanwezig))


def _aanloop(bouwer: Bouwer, casus: CasusInVerslag) -> None:
    if casus.spoed:
        bouwer.kop("Spoedafspraken", 2)
        rijen = [(s.wat, s.tekst) for s in casus.spoed]
        bouwer.tabel([("Wat", 6), ("Afgesproken bij acuut gevaar", 11)], rijen)
    _betrokkenen(bouwer, casus)
    _criteria(bouwer, casus)


def _betrokkenen(bouwer: Bouwer, casus: CasusInVerslag) -> None:
    bouwer.kop("Directbetrokkenen", 2)
    kolommen = [("Naam", 5), ("Rol", 3.6), ("Geboren", 2.8), ("Toestemming", 5.6)]
    bouwer.tabel(kolommen, [(p.naam, p.rol, p.geboren, p.toestemming) for p in casus.personen])


def _criteria(bouwer: Bouwer, casus: CasusInVerslag) -> None:
    bouwer.kop("Instroomcriteria", 2)
    bouwer.tekst(casus.voldoet)
    if casus.uitzondering_reden:
        bouwer.regel("Toch toegelaten, reden van de voorzitter", casus.uitzondering_reden)
    bouwer.regel("Thema’s", ", ".join(casus.themas))
    rijen = [(f"{c.code}. {c.titel}", c.antwoord, c.reden) for c in casus.criteria]
    bouwer.tabel([("Criterium", 6.2), ("Antwoord", 4.6), ("Waarom", 6.2)], rijen)


def _stap_1(bouwer: Bouwer, casus: CasusInVerslag) -> None:
    bouwer.kop("Stap 1. Informatie delen en duiden", 2)
    bouwer.kop("Informatie van de partners", 3)
    if not casus.informatie:
        bouwer.tekst("Er is geen partner gevraagd.")
    for partner in casus.informatie:
        schrijf_partner(bouwer, partner)
    bouwer.onderdeel("Eén feitenonderzoek: wat is er precies gebeurd", casus.feitenonderzoek)
    bouwer.onderdeel("Grootste zorg over de veiligheid", casus.grootste_zorg)


def schrijf_partner(bouwer: Bouwer, partner: PartnerInformatie) -> None:
    """Add what one partner brought in, or what a reader is told who sees nothing of it."""
    bouwer.kop(partner.organisatie, 4)
    if not partner.bijdragen:
        bouwer.tekst(partner.leeg)
    for bijdrage in partner.bijdragen:
        _bijdrage(bouwer, bijdrage)


def _bijdrage(bouwer: Bouwer, bijdrage: Bijdrage) -> None:
    bouwer.tekst(bijdrage.feiten, leeg="Bekend." if bijdrage.bekend else "Niet bekend.")
    if bijdrage.hoe_gegeven:
        bouwer.regel("Niet zelf ingevoerd", bijdrage.hoe_gegeven)
    if bijdrage.oordeel:
        bouwer.regel("Eigen oordeel", bijdrage.oordeel)
    if bijdrage.achtergehouden:
        bouwer.regel("Niet alles is gedeeld, reden", bijdrage.achtergehouden)
    if bijdrage.doel or bijdrage.grond:
        bouwer.regel("Doel en grondslag", "; ".join(d for d in (bijdrage.doel, bijdrage.grond) if d))


def _stap_2(bouwer: Bouwer, casus: CasusInVerslag) -> None:
    bouwer.kop("Stap 2. Afspraken voor directe en structurele veiligheid", 2)
    bouwer.onderdeel("Afweging van straf en zorg", casus.afweging)
    bouwer.onderdeel("Beslissing over vervolging (van het Openbaar Ministerie zelf)", casus.vervolging)
    bouwer.onderdeel("Eén veiligheidsplan voor het hele gezin", casus.veiligheidsplan)
    bouwer.kop("Het plan per persoon", 3)
    rijen = [(f"{p.naam}\n{p.rol}", p.plan) for p in casus.personen]
    bouwer.tabel([("Persoon", 4.5), ("Wat er voor deze persoon gebeurt", 12.5)], rijen)
    bouwer.kop("Wie helpt al", 3)
    bouwer.tabel(
        [("Wie", 5.5), ("Sinds", 3.5), ("Werkt het", 8)], [(h.wie, h.sinds, h.werkt) for h in casus.hulp]
    )
    _maatregelen(bouwer, casus)


def _maatregelen(bouwer: Bouwer, casus: CasusInVerslag) -> None:
    bouwer.kop("Maatregelen die gelden", 3)
    schrijf_maatregelen(bouwer, casus.maatregelen)
    bouwer.kop("Veiligheidsvoorwaarden van Veilig Thuis", 3)
    schrijf_voorwaarden(bouwer, casus.voorwaarden)


def schrijf_maatregelen(bouwer: Bouwer, maatregelen: Sequence[Maatregelregel]) -> None:
    """Add the table of measures in force."""
    kolommen = [
        ("Maatregel", 5),
        ("Kader", 3.8),
        ("Uitvoerder", 3.2),
        ("Geldt", 2.6),
        ("Opnieuw bekijken", 2.4),
    ]
    bouwer.tabel(
        kolommen,
        [
            (
                m.wat,
                "\n".join(d for d in (m.domein, m.kader) if d),
                m.uitvoerder,
                f"{datum(m.vanaf)} {geldt_tot(m.tot)}",
                datum(m.herbeoordeling),
            )
            for m in maatregelen
        ],
        GEEN_MAATREGELEN,
    )


def schrijf_voorwaarden(bouwer: Bouwer, voorwaarden: Sequence[Voorwaarderegel]) -> None:
    """Add the table of veiligheidsvoorwaarden."""
    bouwer.tabel(
        [("Voorwaarde", 10.5), ("Gesteld op", 2.7), ("Nagekomen", 3.8)],
        [(v.tekst, datum(v.gesteld_op), v.nagekomen) for v in voorwaarden],
    )


def schrijf_afspraken(bouwer: Bouwer, casus: CasusInVerslag, niveau: int = 3) -> None:
    """Add who does what by when, under a heading."""
    bouwer.kop("Afspraken", niveau)
    tabel_van_afspraken(bouwer, casus.afspraken, GEEN_AFSPRAKEN)


def tabel_van_afspraken(bouwer: Bouwer, afspraken: Sequence[Afspraakregel], leeg: str) -> None:
    """Add the table of afspraken; says `leeg` when there are none."""
    kolommen = [
        ("Nr.", 1),
        ("Wat", 4.9),
        ("Wie", 3.5),
        ("Uiterlijk", 2.2),
        ("Wacht op", 2.5),
        ("Soort", 2.9),
    ]
    bouwer.tabel(
        kolommen,
        [
            (
                str(a.nummer),
                a.wat,
                "\n".join(deel for deel in (a.wie, a.akkoord) if deel),
                datum(a.datum),
                a.wacht_op,
                f"{a.soort}\n{a.veiligheid}",
            )
            for a in afspraken
        ],
        leeg=leeg,
    )


def _stap_3(bouwer: Bouwer, casus: CasusInVerslag) -> None:
    bouwer.kop("Stap 3. Overdragen en afspraken uitvoeren", 2)
    bouwer.onderdeel("Volgorde van uitvoeren", casus.volgorde)
    bouwer.kop("Overdrachten", 3)
    bouwer.tabel(
        [("Wat", 2.8), ("Van", 3.4), ("Naar", 3.6), ("Per", 2.2), ("Stand", 5)],
        [
            (o.wat, o.van, o.naar, datum(o.per_datum), "\n".join(d for d in (o.stand, o.reden) if d))
            for o in casus.overdrachten
        ],
    )


def besluit_in_regels(besluit: Besluitregel) -> list[str]:
    """Return the answer to a closing question, a line for each thing decided."""
    regels = list(besluit.antwoord) or ["Nog niet beantwoord"]
    return [*regels, f"Toelichting: {besluit.toelichting}"] if besluit.toelichting else regels


def _besluiten(bouwer: Bouwer, casus: CasusInVerslag) -> None:
    bouwer.kop("De vijf besluiten", 2)
    rijen = [(f"{b.nummer}. {b.vraag}", "\n\n".join(besluit_in_regels(b))) for b in casus.besluiten]
    bouwer.tabel([("Vraag", 4.6), ("Besluit", 12.4)], rijen, eerste_vet=True)


def _monitoring(bouwer: Bouwer, casus: CasusInVerslag) -> None:
    if casus.monitoring:
        bouwer.kop("Monitoring van deze casus", 2)
        bouwer.tabel([("Vraag", 8), ("Antwoord", 9)], [(m.vraag, m.antwoord) for m in casus.monitoring])
