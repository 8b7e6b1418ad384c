"""Cleaning text holds whatever is typed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overleg.basis.tekst import schoon

ALLES = st.text(st.characters(exclude_categories=()), max_size=200)


@given(ALLES)
def test_schoon__whatever_is_typed__cleaning_twice_changes_nothing(tekst: str) -> None:
    assert schoon(schoon(tekst)) == schoon(tekst)


@given(ALLES)
def test_schoon__whatever_is_typed__fits_in_word_and_in_the_database(tekst: str) -> None:
    uit = schoon(tekst)
    uit.encode("utf-8")
    assert all(teken in "\t\n" or teken >= " " for teken in uit)
    assert not set(uit) & {"\ufffe", "\uffff"}


@given(ALLES)
def test_schoon__whatever_is_typed__is_composed_and_trimmed(tekst: str) -> None:
    uit = schoon(tekst)
    assert unicodedata.is_normalized("NFC", uit)
    assert uit == uit.strip()


@pytest.mark.parametrize(
    ("getypt", "bewaard"),
    [
        ("  Jansen \n", "Jansen"),
        ("een\r\ntwee\rdrie\x0bvier", "een\ntwee\ndrie\nvier"),
        ("Rene\u0301", "René"),
        ("a\x00b\x07c\x1fd", "abcd"),
        ("half \ud83d teken", "half  teken"),
        ("שלום 🙂\tkop", "שלום 🙂\tkop"),
        ("", ""),
        ("محمد بن سلمان", "محمد بن سلمان"),
    ],
)
def test_schoon__what_people_paste__kept_as_meant(getypt: str, bewaard: str) -> None:
    assert schoon(getypt) == bewaard


@pytest.mark.parametrize(
    "teken", list(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x061C, 0x200E, 0x200F)))
)
def test_schoon__signs_that_turn_the_direction__are_dropped(teken: str) -> None:
    assert schoon(f"{teken}Jan {teken}de Vries{teken}") == "Jan de Vries"


@pytest.mark.parametrize("teken", ["\u200b", "\ufeff", "\u00ad", "\u2060", "\u3164", "\u2800", "\u200d"])
def test_schoon__nothing_to_be_seen__is_empty(teken: str) -> None:
    assert schoon(f" {teken}\n{teken} ") == ""
    assert schoon(f"Jan{teken}Piet") == f"Jan{teken}Piet"
