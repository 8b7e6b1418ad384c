"""What `make check` makes of the answers about known weaknesses: found, none, or nobody asked."""

from __future__ import annotations

import json

import pytest

from scripts.pakketten import Uitkomst, lees_npm, lees_pip, oordeel

GOED = {"name": "flask", "version": "3.1.3", "vulns": []}
ZWAK = {"name": "flask", "version": "3.0.0", "vulns": [{"id": "GHSA-1"}]}
ONBEKEND = {"name": "flask", "skip_reason": "not found"}


@pytest.mark.parametrize(
    ("pakketten", "zwak", "gevraagd"),
    [
        ([GOED], [], True),
        ([ZWAK, GOED], ["flask 3.0.0: GHSA-1"], True),
        ([ONBEKEND, ZWAK], ["flask 3.0.0: GHSA-1"], False),
        ([ONBEKEND], [], False),
        ([], [], False),
    ],
)
def test_pip__zwak_goed_en_niet_gevraagd(pakketten: list[object], zwak: list[str], gevraagd: bool) -> None:
    uit = lees_pip(json.dumps({"dependencies": pakketten}), "requirements.txt")
    assert uit.zwak == zwak
    assert (not uit.niet_gevraagd) is gevraagd


@pytest.mark.parametrize("uitvoer", ["", "Traceback", "[]", '{"error": {"code": "E405"}}'])
def test_geen_antwoord__heet_niet_gevraagd(uitvoer: str) -> None:
    assert lees_pip(uitvoer, "requirements.txt").niet_gevraagd
    assert lees_npm(uitvoer).niet_gevraagd


def test_npm__zwak_en_goed() -> None:
    assert lees_npm('{"vulnerabilities": {}}') == Uitkomst()
    assert lees_npm('{"vulnerabilities": {"htmx.org": {"severity": "high"}}}').zwak == ["htmx.org: high"]


def test_oordeel__niet_gevraagd__faalt_in_ci_anders_gezegd(
    capsys: pytest.CaptureFixture[str],
) -> None:
    niet, zwak = Uitkomst(niet_gevraagd=["requirements.txt"]), Uitkomst(zwak=["flask: GHSA-1"])
    assert oordeel([niet], {}) == 0
    assert "NOT CHECKED" in "".join(capsys.readouterr())
    assert oordeel([niet], {"EIS_ANTWOORD": "1"}) == 1
    assert oordeel([zwak], {}) == 1
    assert oordeel([Uitkomst()], {"EIS_ANTWOORD": "1"}) == 0
