"""The action list as a table: a sheet of which the owner can fill in how far it is, and csv."""

from collections.abc import Iterator
from dataclasses import dataclass

from overleg.bespreking.regels.voortgang import MELDBAAR
from overleg.verslag.actielijst import Aanbod, Actie, Actielijst, TeInformeren
from overleg.verslag.bestanden import Onleesbaar
from overleg.verslag.tabellen.keuren import OPNIEUW, WERKBLAD
from overleg.verslag.tabellen.lezen import Blad, lees_bladen
from overleg.verslag.tabellen.tabel import Kolom, Tabel, Waarde, Werkboek

ACTIES = "Acties"
"""The name of the sheet that is read back."""
KENMERK, NUMMER, STAND, TOELICHTING = "Casus", "Nummer", "Nieuwe stand", "Toelichting"
SLEUTEL, VERSIE = "Sleutel", "Versie"
NODIG = (KENMERK, NUMMER, STAND, TOELICHTING, SLEUTEL, VERSIE)
"""The headings by which a sheet is read back, wherever they stand."""
STANDEN = tuple(stand.tekst.lower() for stand in MELDBAAR)
"""The words to choose from."""

_KOLOMMEN = (
    Kolom(KENMERK, 15),
    Kolom(NUMMER, 9),
    Kolom("Wat", 40),
    Kolom("Wie", 20),
    Kolom("Uiterlijk", 12),
    Kolom("Te laat", 9),
    Kolom("Wacht op", 15),
    Kolom("Stand", 15),
    Kolom("Akkoord", 15),
)
_INVULLEN = (
    Kolom(STAND, 18, invullen=True, keuzes=STANDEN),
    Kolom(TOELICHTING, 32, invullen=True),
    Kolom(SLEUTEL, 38, verborgen=True),
    Kolom(VERSIE, 9, verborgen=True),
)
_UITLEG = (
    "Kies in de kolom ‘Nieuwe stand’ hoe het staat en schrijf zo nodig een toelichting. Laat de andere "
    "kolommen zoals ze zijn. Bewaar het bestand als .xlsx en lever het in bij Acties, ‘Voortgang uit een "
    "werkblad’. U ziet eerst wat er verandert."
)


@dataclass(frozen=True, slots=True)
class Werkbladrij:
    """One row in which something was filled in, word for word."""

    regel: int
    """The number of the row in the sheet."""
    kenmerk: str
    nummer: str
    stand: str
    toelichting: str
    sleutel: str
    versie: str


def lees_werkblad(inhoud: bytes) -> tuple[Werkbladrij, ...]:
    """Return the rows that somebody filled in. Raises Onleesbaar for what is no sheet of ours."""
    rijen = lees_bladen(inhoud, WERKBLAD, [Blad(ACTIES, NODIG)]).get(ACTIES)
    if rijen is None:
        raise Onleesbaar(f"Dit is niet het werkblad met uw acties: er ontbreken kolommen. {OPNIEUW}")
    gelezen = (Werkbladrij(rij.regel, *(rij[kop] for kop in NODIG)) for rij in rijen)
    return tuple(rij for rij in gelezen if rij.stand or rij.toelichting)


def acties_werkboek(lijst: Actielijst, *, invullen: bool) -> Werkboek:
    """Return the list as sheets; with `invullen` its actions have columns to fill in and to hand in again."""
    kolommen = (*_KOLOMMEN, *_INVULLEN) if invullen else _KOLOMMEN
    rijen = [_rij(actie, invullen=invullen) for actie in lijst.acties]
    tabellen = [Tabel(ACTIES, kolommen, rijen)]
    if lijst.informeren:
        tabellen.append(_informeren(lijst.informeren))
    if lijst.aanbod:
        tabellen.append(_aanbod(lijst.aanbod))
    over = [
        ("Lijst", lijst.ondertitel),
        ("Exemplaar voor", f"{lijst.voor}. Dit exemplaar bevat alleen wat deze organisatie mag zien."),
        ("Acties", str(len(lijst.acties)) if lijst.acties else "Er zijn geen acties."),
        *([("Voortgang inleveren", _UITLEG)] if invullen else []),
    ]
    return Werkboek(lijst.titel, f"Actielijst {lijst.kenmerk}", tuple(tabellen), tuple(over))


def acties_csv(lijst: Actielijst) -> Tabel:
    """Return the whole list as one table, for csv: its first column says what each row is."""
    kolommen = (Kolom("Soort", 14), *_KOLOMMEN)
    return Tabel(ACTIES, kolommen, list(_alles(lijst)))


def _rij(actie: Actie, *, invullen: bool) -> tuple[Waarde, ...]:
    vast: tuple[Waarde, ...] = (
        actie.kenmerk,
        actie.nummer,
        actie.wat,
        actie.wie,
        actie.datum,
        _laat(actie.te_laat),
        actie.wacht_op,
        actie.stand,
        actie.akkoord,
    )
    return (*vast, "", "", str(actie.id), actie.versie) if invullen else vast


def _laat(te_laat: bool) -> str:
    return "te laat" if te_laat else ""


def _informeren(plichten: tuple[TeInformeren, ...]) -> Tabel:
    koppen = (("Casus", 16), ("Wie", 28), ("Wat", 48), ("Door", 28), ("Uiterlijk", 12), ("Te laat", 9))
    rijen: list[tuple[Waarde, ...]] = [
        (p.kenmerk, p.wie, p.wat, p.door, p.datum, _laat(p.te_laat), p.stand) for p in plichten
    ]
    return Tabel("Informeren", (*(Kolom(*kop) for kop in koppen), Kolom("Stand", 24)), rijen)


def _aanbod(aanbod: tuple[Aanbod, ...]) -> Tabel:
    koppen = (("Casus", 16), ("Wat", 48), ("Van", 28), ("Per", 12), ("Toelichting", 40))
    rijen: list[tuple[Waarde, ...]] = [(a.kenmerk, a.wat, a.van, a.per, a.toelichting) for a in aanbod]
    return Tabel("Wacht op uw antwoord", tuple(Kolom(*kop) for kop in koppen), rijen)


def _alles(lijst: Actielijst) -> Iterator[tuple[Waarde, ...]]:
    for actie in lijst.acties:
        yield ("afspraak", *_rij(actie, invullen=False))
    for p in lijst.informeren:
        wat = f"{p.wie}: {p.wat}"
        yield ("informeren", p.kenmerk, None, wat, p.door, p.datum, _laat(p.te_laat), "", p.stand, "")
    for a in lijst.aanbod:
        stand = "wacht op uw antwoord"
        yield ("aangeboden", a.kenmerk, None, a.wat, a.van, a.per, "", "", stand, a.toelichting)
