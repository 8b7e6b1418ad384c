"""What is said per style of a template, and which page is too small: as tables."""

from __future__ import annotations

from dataclasses import replace

import pytest

from overleg.verslag.regels_huisstijl import (
    ONZE_STIJLEN,
    Bladspiegel,
    Stijlfeit,
    Stijlsoort,
    beoordeel,
    contrast,
    past,
)
from overleg.verslag.word.bouwer import RAND_CM, verdeel
from overleg.verslag.word.huisstijl import BREEDTE_CM
from overleg.verslag.word.stijlen import IN_SJABLOON

A4 = Bladspiegel(21, 29.7, 2.5, 2.5, 2.5, 2.5)
GOED = Stijlfeit(Stijlsoort.ALINEA, 11, "", "Verdana")
ONTBREEKT = "Ontbreekt: u krijgt onze standaardstijl."


@pytest.mark.parametrize(
    ("naam", "feit", "uit_sjabloon", "let_op", "zin"),
    [
        ("Title", GOED, True, False, "Uit het sjabloon: Verdana, 11 punt."),
        ("Title", replace(GOED, punten=9.5, letter=""), True, False, "Uit het sjabloon: 9,5 punt."),
        ("Title", None, False, False, ONTBREEKT),
        (
            "Title",
            replace(GOED, soort=Stijlsoort.TEKEN),
            False,
            True,
            "Is een tekenstijl, geen alineastijl: u krijgt onze standaardstijl.",
        ),
        (
            "Overlegtabel",
            GOED,
            False,
            True,
            "Is een alineastijl, geen tabelstijl: u krijgt onze standaardstijl.",
        ),
        (
            "Heading 1",
            replace(GOED, soort=Stijlsoort.LIJST),
            False,
            True,
            "Is een lijststijl, geen alineastijl: u krijgt onze standaardstijl.",
        ),
        ("Overlegtabel", Stijlfeit(Stijlsoort.TABEL, 1), True, False, "Uit het sjabloon."),
        (
            "List Bullet",
            GOED,
            False,
            True,
            "Heeft geen opsommingsteken of nummer: u krijgt onze standaardstijl.",
        ),
        ("List Bullet", replace(GOED, genummerd=True), True, False, "Uit het sjabloon: Verdana, 11 punt."),
        (
            "Normal",
            replace(GOED, punten=7.5),
            True,
            True,
            "Uit het sjabloon. Erg klein: 7,5 punt. Neem minstens 8 punt.",
        ),
        ("Normal", replace(GOED, punten=8), True, False, "Uit het sjabloon: Verdana, 8 punt."),
        (
            "Title",
            replace(GOED, punten=60),
            True,
            True,
            "Uit het sjabloon. Erg groot: 60 punt. Neem hoogstens 48 punt.",
        ),
        (
            "Tabeltekst",
            GOED,
            True,
            True,
            "Uit het sjabloon. Erg groot: 11 punt. Neem hoogstens 9,5 punt.",
        ),
        (
            "Heading 1",
            replace(GOED, kleur="C0C0C0"),
            True,
            True,
            "Uit het sjabloon. De kleur is te licht om goed te lezen. Neem een donkerder kleur.",
        ),
        ("Heading 1", replace(GOED, kleur="005A8C"), True, False, "Uit het sjabloon: Verdana, 11 punt."),
    ],
)
def test_bevinding__per_stijl(
    naam: str, feit: Stijlfeit | None, uit_sjabloon: bool, let_op: bool, zin: str
) -> None:
    feiten = {naam.lower(): feit} if feit else {}
    gevonden = {b.stijl.naam: b for b in beoordeel(feiten)}[naam]
    assert (gevonden.uit_sjabloon, gevonden.let_op, gevonden.zin) == (uit_sjabloon, let_op, zin)


def test_bevindingen__van_iedere_stijl_een_en_van_iedere_hebben_wij_een_eigen() -> None:
    namen = [b.stijl.naam for b in beoordeel({})]
    assert namen == [stijl.naam for stijl in ONZE_STIJLEN]
    assert all(b.zin == ONTBREEKT for b in beoordeel({}))
    eigen = {s.naam for s in ONZE_STIJLEN if s.soort is Stijlsoort.ALINEA and not s.is_lijst}
    assert eigen <= set(IN_SJABLOON)


@pytest.mark.parametrize(
    ("kleur", "minstens", "hoogstens"),
    [("FFFFFF", 1, 1), ("000000", 21, 21), ("767676", 4.5, 4.6), ("777777", 4.4, 4.5)],
)
def test_contrast__zoals_wcag_rekent(kleur: str, minstens: float, hoogstens: float) -> None:
    assert minstens <= round(contrast(kleur), 2) <= hoogstens


@pytest.mark.parametrize(
    ("blad", "zegt"),
    [
        (A4, ""),
        (replace(A4, breedte=29.7, hoogte=21), ""),
        (replace(A4, links=3, rechts=3), ""),
        (replace(A4, links=3.1, rechts=3), "14,9 cm breed"),
        (replace(A4, links=-1), "kloppen niet"),
        (replace(A4, voet=-0.1), "kloppen niet"),
        (replace(A4, kop=5, voet=5), ""),
        (replace(A4, kop=5.1), "te ver van de rand"),
        (replace(A4, voet=5.1), "te ver van de rand"),
        (replace(A4, kop=60), "te ver van de rand"),
        (replace(A4, boven=7, kop=7), ""),
        (replace(A4, boven=7, kop=7.1), "te ver van de rand"),
        (replace(A4, boven=9, onder=9), "11,7 cm hoogte"),
        (replace(A4, hoogte=60), "groter dan A3"),
        (replace(A4, breedte=42, hoogte=29.7), ""),
    ],
)
def test_bladspiegel__te_smal_of_te_laag_zegt_wat_te_doen(blad: Bladspiegel, zegt: str) -> None:
    oordeel = past(blad)
    assert bool(oordeel) is not bool(zegt)
    assert zegt in " ".join(oordeel.zinnen)


@pytest.mark.parametrize(("marge", "zegt"), [(2, False), (2.1, True), (3, True)])
def test_bladspiegel__net_genoeg__waarschuwt(marge: float, zegt: bool) -> None:
    oordeel = past(replace(A4, links=marge, rechts=marge))
    assert oordeel
    assert bool(oordeel.waarschuwingen) is zegt


@pytest.mark.parametrize("ruimte", [14.85, 16.35, 16.85, 25.5])
def test_kolommen__passen_precies_en_smalle_houden_hun_breedte(ruimte: float) -> None:
    breedtes = [2.2, 2.8, 4.5, 3.5, 2.2, 1.8]
    verdeeld = verdeel(breedtes, ruimte)
    assert sum(verdeeld) == pytest.approx(ruimte)
    past_op = (BREEDTE_CM - RAND_CM) / BREEDTE_CM
    assert verdeeld[0] == pytest.approx(2.2 * past_op)
    assert verdeel([5, 12], ruimte) == pytest.approx([5 * ruimte / 17, 12 * ruimte / 17])


def test_kolommen__alleen_smalle_of_te_weinig_ruimte__krimpen_samen() -> None:
    assert verdeel([2, 2], 3) == pytest.approx([1.5, 1.5])
    assert sum(verdeel([2.5, 2.5, 2.5, 2.5, 2.5, 4.5], 13)) == pytest.approx(13)
