"""Members and partners of a tafel as a sheet to fill in, and that sheet read back."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from overleg.beheer.regels.ledenblad.waarden import (
    BEZETTING,
    BEZETTINGEN,
    EMAIL,
    FUNCTIE,
    JA_NEE,
    MANDAAT,
    NAAM,
    ORGANISATIE,
    ROL,
    ROLLEN,
    TOT,
    VANAF,
    VORM,
    VORMEN,
    Stand,
)
from overleg.verslag.bestanden import Onleesbaar
from overleg.verslag.tabellen.keuren import LEDENBLAD
from overleg.verslag.tabellen.lezen import Blad, Bladrij, lees_bladen
from overleg.verslag.tabellen.tabel import Kolom, Tabel, Waarde, Werkboek

LEDEN, PARTNERS, ORGANISATIES, VOORBEELD = "Leden", "Partners", "Organisaties", "Voorbeeld"
SLEUTEL, VERSIE = "Sleutel", "Versie"
LANGSTE_CEL: Final = 500
LEDENKOPPEN: Final = (NAAM, EMAIL, ORGANISATIE, ROL, BEZETTING, MANDAAT, FUNCTIE, VANAF, TOT)
PARTNERKOPPEN: Final = (ORGANISATIE, VORM)
LEDENBLADEN: Final = (
    Blad(LEDEN, LEDENKOPPEN, (SLEUTEL, VERSIE)),
    Blad(PARTNERS, PARTNERKOPPEN, (VERSIE,)),
)

_LEDEN = (
    Kolom(NAAM, 24),
    Kolom(EMAIL, 30),
    Kolom(ORGANISATIE, 28, keuzes_uit=ORGANISATIES),
    Kolom(ROL, 13, keuzes=ROLLEN),
    Kolom(BEZETTING, 14, invullen=True, keuzes=BEZETTINGEN),
    Kolom(MANDAAT, 10, invullen=True, keuzes=JA_NEE),
    Kolom(FUNCTIE, 18, invullen=True),
    Kolom(VANAF, 12, invullen=True),
    Kolom(TOT, 12, invullen=True),
    Kolom(SLEUTEL, 38, verborgen=True),
    Kolom(VERSIE, 20, verborgen=True),
)
_PARTNERS = (
    Kolom(ORGANISATIE, 40, keuzes_uit=ORGANISATIES),
    Kolom(VORM, 18, invullen=True, keuzes=VORMEN),
    Kolom(VERSIE, 12, verborgen=True),
)
_UITLEG = (
    (NAAM, "Verplicht bij een nieuw account: voornaam en achternaam.", "Nadia Voorbeeld"),
    (EMAIL, "Altijd verplicht. Hiermee logt deze persoon in.", "n.voorbeeld@lindewoude.example"),
    (ORGANISATIE, "Kies uit de lijst; de namen staan op het blad ‘Organisaties’.", "Politie Lindewoude"),
    (ROL, "Wat deze persoon aan de tafel is.", "deelnemer"),
    (BEZETTING, "Leeg: vast lid.", "achtervang"),
    (MANDAAT, "Mag deze persoon voor de organisatie afspraken maken? Leeg: nee.", "ja"),
    (FUNCTIE, "Alleen als het nodig is, zoals vertrouwensarts.", ""),
    (VANAF, "Leeg: de dag waarop u het werkblad inlevert.", "01-02-2027"),
    (TOT, "De laatste dag. Leeg: zonder einddatum.", ""),
)
_ERBIJ = (
    "Zet een nieuwe persoon op een lege rij onder de andere op het blad ‘Leden’. Op het blad ‘Voorbeeld’ "
    "staat wat waar hoort."
)
_WIJZIGEN = "Wijzig de witte kolommen. De grijze wijzigt u op het scherm, bij Gebruikers."
_WEG = (
    "Vul bij ‘Tot en met’ de laatste dag in. Een rij weghalen doet niets: wie niet in het werkblad staat, "
    "houdt zijn plaats."
)
_INLEVEREN = (
    "Bewaar het bestand als .xlsx en lever het in bij deze tafel, ‘Leden en partners uit een werkblad’. "
    "U ziet eerst wat er verandert."
)
_HOE = (
    ("Iemand erbij", _ERBIJ),
    ("Iemand wijzigen", _WIJZIGEN),
    ("Iemand weg", _WEG),
    ("Inleveren", _INLEVEREN),
)


def leden_werkboek(tafel: str, code: str, stand: Stand) -> Werkboek:
    """Return the sheets: who sits there now, and room for others."""
    organisaties = [(o.naam, o.soort.tekst) for o in stand.organisaties if o.actief]
    tabellen = (
        Tabel(LEDEN, _LEDEN, list(_leden(stand))),
        Tabel(VOORBEELD, (Kolom("Kolom", 20), Kolom("Wat u invult", 62), Kolom("Voorbeeld", 32)), _UITLEG),
        Tabel(PARTNERS, _PARTNERS, list(_partners(stand))),
        Tabel(ORGANISATIES, (Kolom("Naam", 44), Kolom("Soort", 32)), organisaties),
    )
    over = (("Overlegtafel", tafel), ("Leden", str(len(stand.plaatsen))), *_HOE)
    return Werkboek(f"Leden en partners van {tafel}", f"Leden en partners {code}", tabellen, over)


def _leden(stand: Stand) -> Iterator[tuple[Waarde, ...]]:
    for plaats in sorted(stand.plaatsen, key=lambda plaats: plaats.account.naam.casefold()):
        account, nu = plaats.account, plaats.invulling
        wie: tuple[Waarde, ...] = (account.naam, account.email, account.organisatie.naam)
        mandaat = JA_NEE[0] if nu.mandaat else JA_NEE[1]
        hoe: tuple[Waarde, ...] = (nu.bezetting.tekst.lower(), mandaat, nu.functie)
        wanneer: tuple[date | None, date | None] = (nu.vanaf, nu.tot)
        yield (*wie, plaats.rol.tekst.lower(), *hoe, *wanneer, str(plaats.id), nu.versie)


def _partners(stand: Stand) -> Iterator[tuple[Waarde, ...]]:
    for partner in sorted(stand.partners, key=lambda partner: partner.organisatie.naam.casefold()):
        if partner.actief:
            yield (partner.organisatie.naam, partner.vorm.tekst.lower(), partner.vorm.value)


def lees_ledenblad(inhoud: bytes) -> tuple[tuple[str, Bladrij], ...]:
    """Return the rows in which something stands, each with the name of its sheet.

    Raises Onleesbaar for what is no sheet of ours; it names the columns.
    """
    bladen = lees_bladen(inhoud, LEDENBLAD, LEDENBLADEN, formules=True)
    if not bladen:
        koppen = ", ".join(LEDENKOPPEN)
        raise Onleesbaar(
            f"Er is geen zichtbaar blad met deze kolommen: {koppen}. Een blad met partners heeft: "
            f"{', '.join(PARTNERKOPPEN)}. {LEDENBLAD.opnieuw}"
        )
    return tuple(
        (blad.naam, _ingekort(rij))
        for blad in LEDENBLADEN
        for rij in bladen.get(blad.naam, ())
        if rij.formules or any(rij[kop] for kop in blad.nodig)
    )


def _ingekort(rij: Bladrij) -> Bladrij:
    """Cut what is longer than any column takes: the page that carries the rows along stays small."""
    return Bladrij(rij.regel, {kop: tekst[:LANGSTE_CEL] for kop, tekst in rij.cellen.items()}, rij.formules)
