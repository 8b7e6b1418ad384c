"""The handleiding keeps to the words on the screens, and to its own pages and pictures."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markdown_it.tree import SyntaxTreeNode

from overleg.basis.config import WORTEL
from overleg.hulp.bladen import BEELDEN, MAP, NAMEN, blad, lees, woorden
from tests.huis.bestanden import bestanden, meld

MEESTE_BYTES = 1_500_000
GRENS_VOOR, GRENS_NA = r"""(?:["'>]|\}\}|%\})\s*""", r"""\s*(?:["'<:(]|\{\{|\{%)"""
WIT = re.compile(r"\s+")


def op_de_schermen() -> str:
    """Return the source of all templates, forms and rooms, with white space as a browser shows it."""
    alles = bestanden("templates", soort=".html") | bestanden("forms", "overleg", soort=".py")
    eigen = ("templates/hulp/", "overleg/hulp/")
    return WIT.sub(" ", "\n".join(tekst for pad, tekst in alles.items() if not pad.startswith(eigen)))


def knopen(naam: str, soort: str) -> list[SyntaxTreeNode]:
    """Return all elements of a kind on a page."""
    return [k for deel in blad(naam).inhoud for k in deel.walk() if k.type == soort]


def staat_er(woord: str, schermen: str) -> bool:
    """Whether these are the whole words of something on a screen, not a part of a sentence."""
    return re.search(GRENS_VOOR + re.escape(woord) + GRENS_NA, schermen) is not None


def test_vet__is_woord_voor_woord_wat_op_het_scherm_staat() -> None:
    schermen = op_de_schermen()
    fouten = [
        f"{naam}.md: {vet}"
        for naam in NAMEN
        for vet in map(woorden, knopen(naam, "strong"))
        if not staat_er(vet, schermen)
    ]
    meld(
        fouten, "Bold in the handleiding is the name of a button, link, field or heading, as it stands there."
    )


@pytest.mark.parametrize(
    ("bron", "er"),
    [
        ('{{ knop("Indienen") }}', True),
        ("<a>Niet akkoord<span>", True),
        ("{% if x %}Opslaan{% endif %}", True),
        ("<p>Kies Indienen om te beginnen.</p>", False),
        ('knop("Indienen en sluiten")', False),
    ],
)
def test_woord__alleen_als_geheel(bron: str, er: bool) -> None:
    assert any(staat_er(w, bron) for w in ("Indienen", "Niet akkoord", "Opslaan")) is er


def test_bladen__alle_bestanden_en_geen_andere() -> None:
    assert {pad.stem for pad in MAP.glob("*.md")} == set(NAMEN)
    assert all(blad(naam).titel for naam in NAMEN)


def test_verwijzing__leidt_naar_een_deel_dat_er_is() -> None:
    fouten = []
    for naam in NAMEN:
        for knoop in knopen(naam, "link"):
            adres = str(knoop.attrs["href"])
            pagina, _hekje, deel = adres.partition("#")
            doel = pagina.removesuffix(".md") or naam
            if doel not in NAMEN or (deel and deel not in {kop.anker for kop in blad(doel).koppen}):
                fouten.append(f"{naam}.md: {adres}")
    meld(fouten, "A link in the handleiding goes to `bladzijde.md#deel`, or `#deel` on the same page.")


def test_koppen__ieder_anker_eenmaal() -> None:
    for naam in NAMEN:
        ankers = [kop.anker for kop in blad(naam).koppen]
        assert len(ankers) == len(set(ankers)), naam


def test_beelden__alle_gebruikt_met_woorden_erbij_en_klein() -> None:
    getoond = [(str(k.attrs["src"]), woorden(k)) for naam in NAMEN for k in knopen(naam, "image")]
    assert {Path(bron).name for bron, _ in getoond} == {pad.name for pad in BEELDEN.iterdir()}
    assert all(bron == f"beelden/{Path(bron).name}" for bron, _ in getoond)
    assert not [bron for bron, woord in getoond if len(woord.split()) < 4], "a picture says what is on it"
    assert sum(pad.stat().st_size for pad in BEELDEN.iterdir()) < MEESTE_BYTES


def test_script__maakt_ieder_beeld() -> None:
    bron = Path(WORTEL, "scripts", "beelden.py").read_text(encoding="utf-8")
    gemaakt = set(re.findall(r'\.neem\("([a-z-]+)"', bron))
    assert gemaakt == {pad.stem for pad in BEELDEN.iterdir()}, "run `make beelden`"


@pytest.mark.parametrize(
    "tekst",
    ["Geen titel", "# T\n\n### Te diep", "# T\n\n# Nog een", "# T\n\n```\ncode\n```", "# T\n\n> aangehaald"],
)
def test_lezen__wat_niet_getekend_wordt__geweigerd(tekst: str) -> None:
    with pytest.raises(ValueError, match="proef"):
        lees("proef", tekst)


def test_lezen__naam_die_er_niet_is__geweigerd() -> None:
    with pytest.raises(KeyError):
        blad("../stand")
