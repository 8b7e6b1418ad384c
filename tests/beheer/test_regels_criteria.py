"""The rule that combines the criteria: what it reads, what it refuses, what it answers."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from overleg.beheer.regels import (
    Code,
    En,
    Knoop,
    Minstens,
    Of,
    RegelFout,
    beoordeel,
    codes_in,
    ontleed,
)

CODES = ["A", "B", "C", "D"]
J, N, O = True, False, None  # noqa: E741 reads as a table: ja, nee, open


@pytest.mark.parametrize(
    ("regel", "netjes"),
    [
        ("A", "A"),
        ("a EN b", "A en B"),
        ("  A en\tB en (C of D) ", "A en B en (C of D)"),
        ("((A))", "A"),
        ("(A en B) of (C en D)", "(A en B) of (C en D)"),
        ("minstens 2 van (A, B, C)", "minstens 2 van (A, B, C)"),
        ("Minstens twee van (A,B en C,D)", "minstens 2 van (A, B en C, D)"),
        ("A en minstens 1 van (B, C)", "A en minstens 1 van (B, C)"),
        ("A en A", "A en A"),
    ],
)
def test_ontleed__goede_regel__netjes_geschreven(regel: str, netjes: str) -> None:
    assert str(ontleed(regel, CODES)) == netjes


@pytest.mark.parametrize(
    ("regel", "zin"),
    [
        ("", "Schrijf de regel op"),
        ("   ", "Schrijf de regel op"),
        ("A en", "nog niet af"),
        ("en A", "Vóór “en” mist een criterium"),
        ("A en en B", "Vóór “en” mist een criterium"),
        ("()", "Vóór “)” mist een criterium"),
        ("2 en A", "Vóór “2” mist een criterium"),
        ("A B", "Zet “en” of “of” vóór “B”"),
        ("A, B en C", "op de plaats van de komma"),
        ("A en B of C", "staan door elkaar"),
        ("(A en B", "mist een haakje sluiten"),
        ("A en B)", "haakje sluiten te veel"),
        ("A en E", "“E” is geen criterium van deze tafel. U kunt kiezen uit: A, B, C, D."),
        ("A en/of B", "Het teken “/” hoort niet in de regel"),
        ("niet A", "“niet” kan niet"),
        ("minstens (A, B)", "hoeveel het er moeten zijn"),
        ("minstens 2 (A, B)", "Schrijf “van”"),
        ("minstens 2 van A, B", "tussen haakjes"),
        ("minstens 2 van (A, B", "mist een haakje sluiten achter de criteria"),
        ("minstens 3 van (A, B)", "een getal van 1 tot en met 2"),
        ("minstens 0 van (A, B)", "een getal van 1 tot en met 2"),
        ("minstens 99999999999999999999 van (A, B)", "een getal van 1 tot en met 2"),
        ("minstens ² van (A, B)", "hoeveel het er moeten zijn"),
        ("minstens 1 van (A, a)", "één keer"),
        ("(" * 60 + "A" + ")" * 60, "te veel haakjes"),
    ],
)
def test_ontleed__foute_regel__zegt_wat_te_doen(regel: str, zin: str) -> None:
    with pytest.raises(RegelFout) as fout:
        ontleed(regel, CODES)
    assert zin in str(fout.value)
    assert str(fout.value).endswith(".")


def test_ontleed__zonder_lijst__kent_elke_code() -> None:
    assert codes_in("A en (x1 of Q)") == {"A", "X1", "Q"}


@pytest.mark.parametrize(
    ("regel", "gegeven", "uitkomst"),
    [
        ("A en B en C en D", (J, J, J, J), True),
        ("A en B en C en D", (J, J, J, N), False),
        ("A en B en C en D", (J, J, J, O), None),
        ("A en B en C en D", (N, O, O, O), False),
        ("A en B en (C of D)", (J, J, N, J), True),
        ("A en B en (C of D)", (J, J, O, J), True),
        ("A en B en (C of D)", (J, J, N, O), None),
        ("A en B en (C of D)", (J, J, N, N), False),
        ("minstens 2 van (A, B, C)", (J, O, J, O), True),
        ("minstens 2 van (A, B, C)", (J, O, N, O), None),
        ("minstens 2 van (A, B, C)", (N, O, N, O), False),
        ("A of A", (O, O, O, O), None),
    ],
)
def test_beoordeel__voorbeelden(regel: str, gegeven: tuple[bool | None, ...], uitkomst: bool | None) -> None:
    assert beoordeel(regel, dict(zip(CODES, gegeven, strict=True))) is uitkomst


def test_beoordeel__code_zonder_antwoord__nog_open() -> None:
    assert beoordeel("A en B", {"A": True}) is None


def test_beoordeel__kleine_letters__hetzelfde() -> None:
    assert beoordeel("a en b", {"A": True, "b": True}) is True


# Time says nothing here: the machine runs other tests beside these.
rustig = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _groter(kind: st.SearchStrategy[Knoop]) -> st.SearchStrategy[Knoop]:
    delen = st.lists(kind, min_size=2, max_size=4).map(tuple)
    uniek = st.lists(kind, min_size=1, max_size=4, unique=True).map(tuple)
    minstens = uniek.flatmap(lambda d: st.builds(Minstens, st.integers(1, len(d)), st.just(d)))
    return st.one_of(delen.map(En), delen.map(Of), minstens)


bomen = st.recursive(st.sampled_from(CODES).map(Code), _groter, max_leaves=8)
antwoorden = st.fixed_dictionaries({code: st.sampled_from([J, N, O]) for code in CODES})


@rustig
@given(bomen)
def test_ontleed__opschrijven_en_lezen__geeft_hetzelfde(boom: Knoop) -> None:
    assert ontleed(str(boom), CODES) == boom


@rustig
@given(bomen, antwoorden)
def test_beoordeel__open_antwoorden__alleen_open_als_zij_nog_beslissen(
    boom: Knoop, gegeven: dict[str, bool | None]
) -> None:
    open_ = [code for code, antwoord in gegeven.items() if antwoord is None]
    mogelijk = {
        beoordeel(boom, gegeven | dict(zip(open_, keuze, strict=True)))
        for keuze in itertools.product([J, N], repeat=len(open_))
    }
    assert beoordeel(boom, gegeven) is (mogelijk.pop() if len(mogelijk) == 1 else None)


@rustig
@given(bomen, antwoorden)
def test_beoordeel__een_ja_meer__nooit_minder(boom: Knoop, gegeven: dict[str, bool | None]) -> None:
    waarde = {True: 2, None: 1, False: 0}
    for code in CODES:
        assert waarde[beoordeel(boom, gegeven | {code: True})] >= waarde[beoordeel(boom, gegeven)]


def _zin(tekst: str) -> str:
    """Return the sentence with which a text is refused; empty when it is a rule."""
    try:
        ontleed(tekst, CODES)
    except RegelFout as fout:
        return str(fout)
    return ""


@rustig
@given(st.text(alphabet=st.sampled_from("AbE en of minstens van(),2²/\n\x00é"), max_size=80))
def test_ontleed__willekeurige_tekst__leest_of_geeft_een_zin(tekst: str) -> None:
    zin = _zin(tekst)
    assert not zin or zin.endswith(".")
