"""The verslag as a Word file."""

from datetime import datetime

from overleg.basis.klok import hier
from overleg.basis.weergave import datum, datum_lang, tijd, tijdstip
from overleg.verslag.inhoud import Aanwezige, Rectificatie, Stempel, Verslaginhoud
from overleg.verslag.word.bouwer import Bouwer
from overleg.verslag.word.casus import schrijf_casus
from overleg.verslag.word.huisstijl import Blad

CONCEPT_MERK = "CONCEPT – nog niet vastgesteld"
ZONDER_INHOUDSOPGAVE = 3
"""With so many casussen, a reader still finds the way without a table of contents."""
KORT = 12
"""So many characters of the checksum stand at the foot of a page."""


def verslag_docx(
    inhoud: Verslaginhoud, stempel: Stempel, voor: str, gemaakt_op: datetime, sjabloon: bytes = b""
) -> bytes:
    """Return the Word file of what is in `inhoud`, made for the organisatie `voor`.

    `inhoud` must be what this reader may see: `voor_lezer` comes first.
    """
    bouwer = Bouwer(
        Blad(
            titel=f"Verslag {inhoud.tafel}",
            tafel=inhoud.tafel,
            voettekst=f"Verslag {inhoud.kenmerk}, {versie_van(stempel)}",
            merk=CONCEPT_MERK if stempel.is_concept else "",
            gemaakt_op=gemaakt_op,
            sjabloon=sjabloon,
        )
    )
    _begin(bouwer, inhoud, stempel, voor)
    if sum(casus.heeft_eigen_deel for casus in inhoud.casussen) > ZONDER_INHOUDSOPGAVE:
        bouwer.inhoudsopgave()
    _aanwezig(bouwer, inhoud)
    _agenda(bouwer, inhoud)
    _aangehouden(bouwer, inhoud)
    _vorige_acties(bouwer, inhoud)
    for nummer, casus in enumerate(casus for casus in inhoud.casussen if casus.heeft_eigen_deel):
        schrijf_casus(bouwer, casus, eerste=nummer == 0)
    _rectificaties(bouwer, inhoud)
    return bouwer.bestand()


def versie_van(stempel: Stempel) -> str:
    """Return what the foot of a page says of the version: short."""
    if stempel.is_concept:
        return "concept"
    return f"versie {stempel.versie}, controlegetal {stempel.controlegetal[:KORT]}"


def _begin(bouwer: Bouwer, inhoud: Verslaginhoud, stempel: Stempel, voor: str) -> None:
    bouwer.ondertitel(f"{datum_lang(inhoud.datum)}, {tijd(inhoud.begin)} tot {tijd(inhoud.einde)} uur")
    gehouden = f"{tijd(inhoud.begonnen)} tot {tijd(inhoud.geeindigd)} uur" if inhoud.begonnen else "nog niet"
    if inhoud.begonnen and not inhoud.geeindigd:
        gehouden = f"vanaf {tijd(inhoud.begonnen)} uur"
    bouwer.paren(
        [
            ("Kenmerk", inhoud.kenmerk),
            *stempel_in_paren(stempel),
            ("Gehouden", gehouden),
            ("Vorm en plaats", ", ".join(d for d in (inhoud.overlegvorm, inhoud.plaats) if d)),
            ("Voorzitter", ", ".join(inhoud.voorzitters)),
            ("Registratieafspraken", _registratie(inhoud)),
            ("Exemplaar voor", f"{voor}. Dit exemplaar bevat alleen wat deze organisatie mag zien."),
        ]
    )


def stempel_in_paren(stempel: Stempel) -> list[tuple[str, str]]:
    """Return what the title block says of the version."""
    paren = [("Stand", stand_van(stempel))]
    if not stempel.is_concept:
        paren.append(("Controlegetal", stempel.controlegetal))
    if stempel.ingekort:
        paren.append(("Getal bij vaststellen", stempel.ingekort.oorspronkelijk))
    return paren


def stand_van(stempel: Stempel) -> str:
    """Return whether it is a concept, or which version was adopted when and by whom."""
    if stempel.is_concept:
        return "Concept, nog niet vastgesteld door de voorzitter"
    door = f" door {stempel.vastgesteld_door}" if stempel.vastgesteld_door else ""
    return f"Versie {stempel.versie}, vastgesteld op {tijdstip(stempel.vastgesteld_op)}{door}"


def _registratie(inhoud: Verslaginhoud) -> str:
    if not inhoud.registratieafspraken:
        return "Niet bevestigd in dit overleg"
    return f"Bevestigd in dit overleg: {inhoud.registratieafspraken}"


def _aanwezig(bouwer: Bouwer, inhoud: Verslaginhoud) -> None:
    bouwer.kop("Aanwezig")
    rijen = [_aanwezige(mens, inhoud.alleen_bij(mens)) for mens in inhoud.aanwezigen if mens.was_er]
    kolommen = [
        ("Naam", 4.2),
        ("Organisatie", 5.2),
        ("Erbij", 3),
        ("Mandaat", 2.1),
        ("Akkoord registratie", 2.5),
    ]
    bouwer.tabel(kolommen, rijen, leeg="Er is nog niemand als aanwezig vastgelegd.")
    weg = [f"{p.naam} ({p.organisatie}): {p.aanwezigheid.lower()}" for p in inhoud.aanwezigen if not p.was_er]
    if weg:
        bouwer.kop("Niet aanwezig", 2)
        bouwer.lijst(weg)
    else:
        bouwer.regel("Niet aanwezig", "niemand")


def _aanwezige(persoon: Aanwezige, bij: str) -> tuple[str, ...]:
    naam = f"{persoon.naam}\nvervangt {persoon.vervangt}" if persoon.vervangt else persoon.naam
    duur = [f"vanaf {tijd(persoon.gekomen)}" if persoon.gekomen else ""]
    duur.append(f"tot {tijd(persoon.vertrokken)}" if persoon.vertrokken else "")
    erbij = f"alleen bij {bij}" if bij else " ".join(d for d in duur if d) or "hele overleg"
    akkoord = {True: "ja", False: "nee", None: "niet vastgelegd"}[persoon.registratie_akkoord]
    return naam, persoon.organisatie, erbij, "ja" if persoon.mandaat else "nee", akkoord


def _agenda(bouwer: Bouwer, inhoud: Verslaginhoud) -> None:
    bouwer.kop("Agenda")
    rijen = [(str(r.nummer), r.onderwerp, r.uitkomst) for r in inhoud.agenda]
    bouwer.tabel([("Nr.", 1.2), ("Onderwerp", 10.3), ("Uitkomst", 5.5)], rijen)


def _vorige_acties(bouwer: Bouwer, inhoud: Verslaginhoud) -> None:
    if not inhoud.vorige_acties:
        bouwer.regel("Acties van de vorige keer", "geen")
        return
    bouwer.kop("Acties van de vorige keer")
    schrijf_vorige_acties(bouwer, inhoud)


def schrijf_vorige_acties(bouwer: Bouwer, inhoud: Verslaginhoud) -> None:
    """Add the table of what was agreed before, with its state at this overleg."""
    rijen = [
        (
            f"{a.kenmerk}\nafspraak {a.nummer}",
            a.wat,
            a.wie,
            datum(a.datum),
            f"{a.stand}: {a.reden}" if a.reden else a.stand,
        )
        for a in inhoud.vorige_acties
    ]
    kolommen = [("Casus", 2.7), ("Wat", 5.3), ("Wie", 3.4), ("Uiterlijk", 2.2), ("Stand", 3.4)]
    bouwer.tabel(kolommen, rijen)


def _aangehouden(bouwer: Bouwer, inhoud: Verslaginhoud) -> None:
    rijen = [
        (c.kenmerk, c.uitkomst, c.aangehouden_reden or "–", datum(c.naar_overleg) or "nog niet gepland")
        for c in inhoud.aangehouden
    ]
    if not rijen:
        bouwer.regel("Aangehouden en doorgeschoven", "geen")
        return
    bouwer.kop("Aangehouden en doorgeschoven")
    bouwer.tabel([("Casus", 3), ("Uitkomst", 3), ("Reden", 7.5), ("Naar het overleg van", 3.5)], rijen)


def _rectificaties(bouwer: Bouwer, inhoud: Verslaginhoud) -> None:
    if inhoud.rectificaties:
        bouwer.kop("Rectificaties")
    for rectificatie in inhoud.rectificaties:
        schrijf_rectificatie(bouwer, rectificatie)


def schrijf_rectificatie(bouwer: Bouwer, rectificatie: Rectificatie) -> None:
    """Add one note made after adopting."""
    over = f", casus {rectificatie.kenmerk}" if rectificatie.kenmerk else ""
    bouwer.kop(f"Rectificatie {rectificatie.nummer}{over}", 2)
    bouwer.tekst(rectificatie.tekst)
    bouwer.regel("Reden", rectificatie.reden)
    bouwer.regel("Toegevoegd", f"{tijdstip(hier(rectificatie.op))} door {rectificatie.door}")
