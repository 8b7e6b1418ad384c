"""From what stands in a form to the fields of the screen; what fits in none of them is kept apart."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from overleg.instroom.invoer import AFGESCHERMD, ROND_ADRES
from overleg.instroom.regels.formulier import Rest
from overleg.verslag.formulieren.openen import NOTEN, Geopend, Los, Vak
from overleg.verslag.formulieren.vorm import BIJ_VINK, KEUZE, VINK, Formulierinhoud, Veld
from overleg.verslag.word.velden import AAN, DAG, KIES, LEEG, TYP, VASTTAG, gelijk, is_ongewijzigd, merk_van

NAAST = "stond naast de vakken"
DUBBEL = "dit vak stond er twee keer"
MEER_NAMEN = "hier past één naam"
ALLEEN_VINK = "hier hoort alleen een vinkje"
ONBEKEND = "dit vak is er niet meer"
VERANDERD = "hier stond een vaste tekst"
HET_FORMULIER: Final = "Het formulier"
MEESTE_GENOEMD: Final = 8
_VAN_WORD: Final = frozenset(
    {
        "klik of tik om tekst in te voeren.",
        "klik of tik om een datum in te voeren.",
        "kies een item.",
        "click or tap here to enter text.",
        "click or tap to enter a date.",
        "choose an item.",
    }
)
"""What Word puts in a control that was emptied again."""
_VINKTEKENS = re.compile(f"[{LEEG}{AAN}☑✓✔\\s]")
KORTSTE_BEGIN = 4
"""A paragraph that begins with fewer letters of the form is somebody's own sentence."""
_CIJFERS = re.compile(r"\d+")
_ADRES_IN_RIJ = re.compile(r"\w+ \d+, .*(adres|contact|telefoon|mail)", re.IGNORECASE)
"""The title of a box around an address: "Persoon 7, Adres". Of a criterium ("Contactverbod") it is not."""


@dataclass
class Geplaatst:
    """The fields of the screen with what to put in them, and what is left."""

    velden: list[tuple[str, str]] = field(default_factory=list)
    resten: list[Rest] = field(default_factory=list)
    afgeschermd: list[Rest] = field(default_factory=list)
    """What is left of an address or a contact: may not stand among other text."""
    oude_versie: str | None = None
    """The version of the form, when that is not the one of now."""

    met_adres: bool = False
    """An address or a contact was filled in: then a note that stands at no field may be about that."""

    def rest(self, veld: Veld | None, rest: Rest, *, noot: bool = False) -> None:
        """Keep what is left, in the list where it belongs."""
        geheim = veld.afgeschermd if veld else noot and self.met_adres
        (self.afgeschermd if geheim else self.resten).append(rest)


def plaats(geopend: Geopend, inhoud: Formulierinhoud, leeg: Geopend) -> Geplaatst:
    """Return what goes where; `leeg` is the form of this tafel as nobody filled it in."""
    geopend = _met_tags(geopend, inhoud)
    uit = Geplaatst(oude_versie=None if geopend.versie == inhoud.versie else geopend.versie)
    gezien: dict[str, str] = {}
    for veld, vak in _ingevuld(geopend, inhoud):
        if veld is None:
            waarom = VERANDERD if vak.tag.startswith(VASTTAG) else ONBEKEND
            anders = Rest(vak.titel or vak.tag, _onbekend(vak), waarom)
            (uit.afgeschermd if _is_afgeschermd(vak) else uit.resten).append(anders)
        elif vak.tag in gezien:
            if gezien[vak.tag] != vak.tekst:
                uit.rest(veld, Rest(veld.bij, vak.tekst, DUBBEL))
        else:
            gezien[vak.tag] = vak.tekst
            _zet(uit, veld, vak)
    for waar, los in _naast(geopend, inhoud, leeg):
        bij = los.waar or (waar.bij if waar else HET_FORMULIER)
        uit.rest(waar, Rest(bij, los.tekst, NAAST), noot=los.waar in NOTEN)
    return uit


def niet_tussen_tekst(resten: Sequence[Rest]) -> Iterator[str]:
    """Say of an address or a contact that it must be right in its own box: others read the text around it."""
    for rest in resten[:MEESTE_GENOEMD]:
        waarom = rest.waarom.rstrip(".")
        yield (
            f"{rest.veld}: {waarom}. Zet dit in het formulier in het goede vak, of haal het weg en vul het "
            "straks op het scherm in. Lever het formulier dan opnieuw in."
        )


def _met_tags(geopend: Geopend, inhoud: Formulierinhoud) -> Geopend:
    """Give the controls that are known by their mark the tag that they had."""
    tags = {merk_van(tag): tag for tag in inhoud.velden}
    stukken = (
        replace(stuk, tag=tags.get(stuk.tag, stuk.tag)) if isinstance(stuk, Vak) else stuk
        for stuk in geopend.stukken
    )
    return replace(geopend, stukken=tuple(stukken))


def _ingevuld(geopend: Geopend, inhoud: Formulierinhoud) -> Iterator[tuple[Veld | None, Vak]]:
    for vak in geopend.stukken:
        if isinstance(vak, Vak) and not _is_leeg(vak) and not is_ongewijzigd(vak.tag, vak.tekst):
            yield inhoud.velden.get(vak.tag), vak


def _onbekend(vak: Vak) -> str:
    """Return what stands in a control that the form of now does not have."""
    getypt = _getypt(vak)
    return f"aangevinkt {getypt}".strip() if vak.aan else vak.tekst


def _getypt(vak: Vak) -> str:
    """Return what somebody typed in a box to tick."""
    return _VINKTEKENS.sub(" ", vak.tekst).strip()


def _is_afgeschermd(vak: Vak) -> bool:
    """Whether a control that the form of now does not have, was one around an address or a contact.

    Of one that is known by its mark only, the title is all that is left to tell by.
    """
    return vak.tag.rsplit("-", 1)[-1] in ROND_ADRES or bool(_ADRES_IN_RIJ.match(vak.titel))


def _is_leeg(vak: Vak) -> bool:
    if vak.aan is not None:
        return not vak.aan and not _VINKTEKENS.sub("", vak.tekst)
    if vak.plaatshouder and vak.tekst.lower() in _VAN_WORD:
        return True
    return not vak.tekst or vak.tekst in {TYP, KIES, DAG}


def _zet(uit: Geplaatst, veld: Veld, vak: Vak) -> None:
    """Put what stands in a control in its field; the form of the screen says whether it is right."""
    uit.met_adres = uit.met_adres or veld.naam.rsplit("-", 1)[-1] in AFGESCHERMD
    if veld.soort == VINK:
        getypt = _getypt(vak)
        if vak.aan:
            uit.velden.append((veld.naam, veld.waarde))
        if getypt:
            uit.rest(veld, Rest(veld.bij, getypt, ALLEEN_VINK))
    elif veld.soort == KEUZE:
        woorden = {_kaal(tekst): waarde for waarde, tekst in veld.keuzes}
        uit.velden.append((veld.naam, woorden.get(_kaal(vak.tekst), vak.tekst)))
    elif veld.naam.endswith("-naam") and "\n" in vak.tekst:
        uit.rest(veld, Rest(veld.bij, vak.tekst, MEER_NAMEN))
    else:
        uit.velden.append((veld.naam, vak.tekst))


def _kaal(tekst: str) -> str:
    return gelijk(tekst).casefold()


def _naast(geopend: Geopend, inhoud: Formulierinhoud, leeg: Geopend) -> Iterator[tuple[Veld | None, Los]]:
    """Yield what stands outside the controls and is not of the form itself, with the field it stands at."""
    eigen = Counter(_herken(los) for los in _losse(leeg.stukken)) + _gekopieerd(geopend, inhoud)
    plek = _Plek(inhoud)
    for stuk in geopend.stukken:
        if isinstance(stuk, Vak):
            plek.bij_vak(stuk.tag)
            continue
        herkend = _herken(stuk)
        if eigen[herkend]:
            eigen[herkend] -= 1
            plek.bij_tekst(herkend[1])
            continue
        plek.bij_tekst(_eigen_begin(herkend, eigen))
        yield plek.bij_getypt(stuk) or (plek.veld if stuk.hier or not stuk.waar else None), stuk


def _gekopieerd(geopend: Geopend, inhoud: Formulierinhoud) -> Counter[tuple[str, str]]:
    """Count the words beside a control once more for each copy that somebody made of it."""
    meer: Counter[tuple[str, str]] = Counter()
    vaak = Counter(stuk.tag for stuk in geopend.stukken if isinstance(stuk, Vak))
    for tag, aantal in vaak.items():
        veld = inhoud.velden.get(tag)
        if veld and aantal > 1:
            for woorden in (veld.label, veld.uitleg, *veld.boven, BIJ_VINK):
                meer[_herken(Los(woorden))] += aantal - 1
    return meer


def _losse(stukken: Iterable[Vak | Los]) -> Iterator[Los]:
    return (stuk for stuk in stukken if isinstance(stuk, Los))


def _herken(los: Los) -> tuple[str, str]:
    """Return a paragraph as it is compared; the number of pages differs from program to program."""
    tekst = gelijk(los.tekst)
    return los.waar, _CIJFERS.sub("#", tekst) if los.waar else tekst


def _eigen_begin(herkend: tuple[str, str], eigen: Counter[tuple[str, str]]) -> str:
    """Return the words of the form that a paragraph begins with, when somebody typed on behind them."""
    waar, tekst = herkend
    for plek, woorden in sorted(eigen, key=lambda paar: -len(paar[1])):
        erna = tekst.removeprefix(woorden)
        if plek == waar and eigen[plek, woorden] and len(woorden) >= KORTSTE_BEGIN and erna != tekst:
            eigen[plek, woorden] -= 1
            return woorden
    return ""


class _Plek:
    """Where in the form one is while going through it: at which field."""

    def __init__(self, inhoud: Formulierinhoud) -> None:
        self.velden = list(inhoud.velden.values())
        self.nummer = {veld.tag: nummer for nummer, veld in enumerate(self.velden)}
        self.nu = -1
        self.afgeschermd = {deel: v for v in self.velden if v.afgeschermd for deel in _woorden_van(v)}
        self.andere = {_kaal(v.label) for v in self.velden} - set(self.afgeschermd)
        self.getypt: dict[str, Veld] = {}
        """Per part of the file: the field around an address whose label somebody typed there last."""

    @property
    def veld(self) -> Veld | None:
        """Return the field; None above the first."""
        return self.velden[self.nu] if self.nu >= 0 else None

    def bij_vak(self, tag: str) -> None:
        """Be at this control."""
        self.nu = self.nummer.get(tag, self.nu)
        self.getypt.clear()

    def bij_tekst(self, tekst: str) -> None:
        """Be at the next field that has this label: its control may be gone."""
        for nummer in range(max(self.nu, 0), len(self.velden)):
            veld = self.velden[nummer]
            if tekst and tekst in {gelijk(veld.label), gelijk(veld.boven[0])}:
                self.nu = nummer
                self.getypt.clear()
                return

    def bij_getypt(self, los: Los) -> Veld | None:
        """Return the field around an address, when its label was typed in this text or above it.

        So somebody adds a person where the form has no block left.
        """
        gevonden = self.getypt.get(los.waar)
        for nummer, regel in enumerate(map(_kaal, los.tekst.split("\n"))):
            veld = next((veld for kop, veld in self.afgeschermd.items() if _begint(regel, kop)), None)
            if veld:
                gevonden = self.getypt[los.waar] = replace(veld, bij=veld.label)
            elif regel.partition(":")[0] in self.andere:
                self.getypt.pop(los.waar, None)
                gevonden = gevonden if nummer else None
        return gevonden


def _woorden_van(veld: Veld) -> Iterator[str]:
    """Yield the label, and each of its parts: who types "Telefoon" means "Telefoon of e-mail"."""
    yield from dict.fromkeys([_kaal(veld.label), *_kaal(veld.label).split(" of ")])


def _begint(regel: str, kop: str) -> bool:
    return regel.startswith(kop) and not regel[len(kop) : len(kop) + 1].isalnum()
