"""Is it the same person? Spelled otherwise, swapped, missing; and who is not."""

from datetime import date

import pytest

from models.waarden import Gelijkenis
from overleg.instroom.regels.personen import (
    Geboorte,
    Persoon,
    ontleed,
    persoon_van,
    vergelijk,
    vergelijk_geboorte,
)

G = Gelijkenis
D = date(1984, 9, 2)


def persoon(naam: str, geboren: date | int | None, ook: str = "") -> Persoon:
    if isinstance(geboren, int):
        return persoon_van(naam, ook, None, geboren)
    return persoon_van(naam, ook, geboren, None)


@pytest.mark.parametrize(
    ("a", "b", "verwacht"),
    [
        (("Ruben Aartshof", D), ("Ruben Aartshof", D), G.STERK),
        (("Ruben Aartshof", D), ("ruben  AARTSHOF", D), G.STERK),
        (("Rubén Aartshof", D), ("Ruben Aartshof", D), G.STERK),
        (("Ruben van der Aartshof", D), ("Ruben Aartshof", D), G.STERK),
        (("Aartshof, Ruben", D), ("Ruben Aartshof", D), G.STERK),
        (("Ruben Aartshof", D), ("Ruben Aardshof", D), G.STERK),
        (("R. Aartshof", D), ("Ruben Aartshof", D), G.STERK),
        (("Aartshof", D), ("Ruben Aartshof", D), G.STERK),
        (("Ruben Aartshof", D), ("Ruben Aartshof", date(1984, 2, 9)), G.STERK),
        (("Ruben Aardshof", D), ("Ruben Aartshof", date(1984, 2, 9)), G.STERK),
        (("R. Aartshof", D), ("Ruben Aartshof", date(1984, 2, 9)), G.STERK),
        (("Ruben Aartshof", D), ("Ruben Aartshof", 1984), G.STERK),
        (("R. Aartshof", D), ("Ruben Aartshof", 1984), G.STERK),
        (("Ruben Aartshof", 1984), ("Ruben Aartshof", None), G.STERK),
        (("Ruben Aardshof", None), ("Ruben Aartshof", D), G.MOGELIJK),
        (("R. Aartshof", None), ("Ruben Aartshof", D), G.MOGELIJK),
        (("Ruben Aartshof", D), ("Ruben Aartshof", date(1984, 9, 3)), G.STERK),
        (("Ruben Aartshof", D), ("Ruben Aartshof", date(1985, 9, 2)), G.STERK),
        (("Łukasz Wójcik", D), ("Lukasz Wojcik", D), G.STERK),
        (("Pieter-Jan Ooms", D), ("Pieter Jan Ooms", D), G.STERK),
        (("Dijkstra Marijke", None), ("Marijke Dykstra", None), G.STERK),
        # prefixes written in several ways; an initial is not one of them
        (("Joris van 't Hart", None), ("Joris van het Hart", None), G.STERK),
        (("Joris van ’t Hart", None), ("Hart, Joris van t", None), G.STERK),
        (("Jan v.d. Berg", None), ("Jan van den Berg", None), G.STERK),
        (("Jan vd Berg", None), ("Jan van der Berg", None), G.STERK),
        (("Anna d'Ancona", None), ("Anna Ancona", None), G.STERK),
        (("D. Aartshof", None), ("L. Aartshof", None), G.MOGELIJK),
        (("D. Aartshof", 1984), ("Dirk Aartshof", 1984), G.STERK),
        # another surname, the same first name and birth date: married, perhaps
        (("Marijke Stoelwinder", D), ("Marijke Aartshof", D), G.MOGELIJK),
        # twins: one birth date and surname, another first name
        (("Fenna Aartshof", D), ("Noud Aartshof", D), G.MOGELIJK),
        # parent and child, and strangers
        (("Ruben Aartshof", D), ("Fenna Aartshof", date(2017, 6, 11)), None),
        (("Ruben Aartshof", D), ("Ruben Aartshof", date(2017, 6, 11)), None),
        (("Ruben Aartshof", D), ("Ruben Aartshof", 1999), None),
        (("Ruben Aartshof", None), ("Gerben Hornstra", None), None),
        (("Ruben Aartshof", D), ("Karin Visser", D), None),
        (("Aartshof", None), ("Ruben Aartshof", None), None),
    ],
)
def test_vergelijk__namen_en_geboorte(
    a: tuple[str, date | int | None], b: tuple[str, date | int | None], verwacht: Gelijkenis | None
) -> None:
    heen, terug = vergelijk(persoon(*a), persoon(*b)), vergelijk(persoon(*b), persoon(*a))
    assert (heen.gelijkenis if heen else None) is verwacht
    assert heen == terug, "it does not matter who is first"


def test_vergelijk__andere_naam__telt_mee() -> None:
    a = persoon("Marijke Stoelwinder", D, "Marijke Aartshof; Rijk")
    gevonden = vergelijk(a, persoon("Marijke Aartshof", D))
    assert gevonden
    assert gevonden.gelijkenis is G.STERK
    assert gevonden.redenen == ("dezelfde naam", "dezelfde geboortedatum")


def test_vergelijk__zonder_naam__nooit() -> None:
    assert vergelijk(persoon("", D), persoon("Ruben Aartshof", D)) is None
    assert vergelijk(persoon("--", None), persoon("...", None)) is None


@pytest.mark.parametrize(
    ("a", "b"),
    [("onbekend", "Onbekend"), ("Onbekende man", "onbekende man"), ("N.N.", "n.n."), ("NN", "naam onbekend")],
)
def test_vergelijk__twee_onbekenden__zijn_niet_een_persoon(a: str, b: str) -> None:
    assert vergelijk(persoon(a, None), persoon(b, None)) is None
    assert vergelijk(persoon(a, D), persoon(b, D)) is None


def test_vergelijk__onbekend_met_een_roepnaam__die_telt() -> None:
    gevonden = vergelijk(persoon("onbekend", None, "oom Ali Demirel"), persoon("Oom Ali Demirel", None))
    assert gevonden
    assert gevonden.gelijkenis is G.STERK
    assert ontleed("Jan (achternaam onbekend)").delen == ("jan",)


def test_vergelijk__duizend_aliassen__begrensd() -> None:
    assert len(persoon("a", D, ",".join(f"naam {n}" for n in range(1000))).namen) <= 12


def test_ontleed__alleen_tussenvoegsels__blijft_een_naam() -> None:
    assert ontleed("van der").delen == ("van", "der")


@pytest.mark.parametrize(
    ("a", "b", "verwacht"),
    [
        (D, D, Geboorte.GELIJK),
        (D, date(1984, 2, 9), Geboorte.OMGEWISSELD),
        (D, date(1984, 9, 12), Geboorte.BIJNA),
        (D, date(1983, 9, 2), Geboorte.BIJNA),
        (D, date(1974, 9, 2), Geboorte.ANDERS),
        (D, date(1984, 10, 12), Geboorte.ANDERS),
        (D, 1984, Geboorte.ZELFDE_JAAR),
        (D, 1985, Geboorte.ANDERS),
        (D, None, Geboorte.ONBEKEND),
        (None, None, Geboorte.ONBEKEND),
    ],
)
def test_geboorte__tabel(a: date | int | None, b: date | int | None, verwacht: Geboorte) -> None:
    assert vergelijk_geboorte(persoon("x", a), persoon("x", b)) is verwacht
