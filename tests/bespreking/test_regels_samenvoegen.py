"""Merging as a table, and as properties over any two changes of any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overleg.bespreking.regels.samenvoegen import voeg_samen

GEVALLEN = [
    ("", "Een.", "", "Een."),
    ("Een is zo. Twee ook.", "Een is ZO. Twee ook.", "Een is zo. Twee NIET.", "Een is ZO. Twee NIET."),
    ("a\n\nb\n\nc", "a erbij\n\nb\n\nc", "a\n\nb\n\nc weg", "a erbij\n\nb\n\nc weg"),
    ("Een. Twee. Drie.", "Een. Drie.", "Een. Twee. Drie. Vier.", "Een. Drie. Vier."),
    ("Een. Twee. Drie.", "Nul. Een. Twee. Drie.", "Een. Twee. Drie. Vier.", "Nul. Een. Twee. Drie. Vier."),
    ("zelfde", "nieuw", "nieuw", "nieuw"),
    ("", "Van mij.", "Van haar.", None),
    ("Hij mag naar huis.", "Hij mag niet naar huis.", "Hij mag morgen naar huis.", None),
    ("Een. Twee.", "Een.", "Een. TWEE.", None),
    ("Zin.", "Zin. Van mij.", "Zin. Van haar.", None),
    ("Een. Een. ", "Een. ", "...Een. ", None),
]


@pytest.mark.parametrize(("basis", "een", "ander", "verwacht"), GEVALLEN)
def test_voeg_samen__tabel(basis: str, een: str, ander: str, verwacht: str | None) -> None:
    assert voeg_samen(basis, een, ander) == verwacht
    assert voeg_samen(basis, ander, een) == verwacht


ZIN = st.sampled_from(["Een. ", "Twee! ", "Drie? ", "vier", " ", "\n", "\n\n", "é😀. ", "..."])
TEKST = st.lists(ZIN, max_size=30).map("".join)


@given(TEKST, TEKST)
def test_voeg_samen__een_van_beiden_deed_niets(basis: str, nieuw: str) -> None:
    assert voeg_samen(basis, nieuw, basis) == nieuw
    assert voeg_samen(basis, basis, nieuw) == nieuw
    assert voeg_samen(basis, nieuw, nieuw) == nieuw


@given(TEKST, TEKST, TEKST)
def test_voeg_samen__symmetrisch_en_verliest_geen_woord(basis: str, een: str, ander: str) -> None:
    samen = voeg_samen(basis, een, ander)
    assert samen == voeg_samen(basis, ander, een)
    if samen is not None:
        erbij = (set(een.split()) | set(ander.split())) - set(basis.split())
        assert {woord for woord in erbij if woord not in samen} == set()


@given(TEKST, st.sampled_from(["Erbij.", "Hij belt."]), st.sampled_from(["Zij niet.", "Weg"]))
def test_voeg_samen__eerste_en_laatste_alinea__altijd(midden: str, een: str, ander: str) -> None:
    vast = f"\n\nKop. {midden} Slot.\n\n"
    samen = voeg_samen(f"A.{vast}Z.", f"{een}{vast}Z.", f"A.{vast}{ander}")
    assert samen == f"{een}{vast}{ander}"


def test_voeg_samen__lange_tekst__wordt_als_een_wijziging_gezien() -> None:
    basis = " ".join(f"Zin {nr}." for nr in range(15_000))
    assert voeg_samen(basis, f"Vooraan. {basis}", f"{basis} Achteraan.") == f"Vooraan. {basis} Achteraan."
    assert voeg_samen(basis, basis.upper(), basis.lower()) is None


def test_voeg_samen__alles_anders__ook_bij_een_lange_tekst_meteen() -> None:
    """Comparing these piece by piece takes minutes; within the time of a test it must be one change."""
    teksten = [" ".join(f"{letter}{nr}." for nr in range(1500)) for letter in "abc"]
    assert voeg_samen(*teksten) is None
    een, ander = f"Vooraan. {teksten[0]}", f"{teksten[0]} Achteraan."
    assert voeg_samen(teksten[0], een, ander) == f"Vooraan. {teksten[0]} Achteraan."
