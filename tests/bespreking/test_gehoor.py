"""A child that is heard is seen, also when the afspraak has nothing under "Gesprek met" (domein.md §5)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from bs4 import BeautifulSoup, Tag
from flask.testing import FlaskClient

from models import Gebruiker
from models.waarden import AfspraakSoort
from overleg.basis.klok import nu
from overleg.bespreking.regels.afspraken import Feit, waarschuwingen
from overleg.bespreking.regels.gehoor import Gehoord, Mens, gehoord_in, noemt_verhoor
from tests.opvolging.wereld import Wereld, dag, maak_wereld
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]
FENNA, DAAN, RUBEN = (
    Mens(1, "Fenna Aartshof", True),
    Mens(2, "Daan Aartshof", True),
    Mens(3, "Ruben Aartshof", False),
)
ALLEN = (FENNA, DAAN, RUBEN)
DAG = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("tekst", "noemt"),
    [
        ("Studioverhoor van Fenna", True),
        ("Verhoren in de studio", True),
        ("Kinderverhoor", True),
        ("De politie hoort Fenna", True),
        ("Fenna wordt gehoord door de Raad", True),
        ("Kindgesprek door de jeugdbeschermer", True),
        ("Fénna VERHOREN", True),
        ("Kindinterview", True),
        ("Informatief gesprek zeden", True),
        ("Een verklaring opnemen", True),
        ("Verklaringen af te nemen door de politie", True),
        ("Overleggen met zeden", False),
        ("Ruben krijgt te horen dat er een verbod komt", False),
        ("Zoekt uit wat erbij hoort", False),
        ("Vraagt of school iets heeft gehoord van Daan", False),
        ("Huisverbod verlengen", False),
        ("", False),
    ],
)
def test_noemt_verhoor(tekst: str, *, noemt: bool) -> None:
    assert noemt_verhoor(tekst) is noemt


@pytest.mark.parametrize(
    ("tekst", "mensen", "kinderen", "zonder_wie"),
    [
        ("Studioverhoor van Fenna", ALLEN, (FENNA,), False),
        ("Fenna en Daan horen in de studio", ALLEN, (FENNA, DAAN), False),
        ("Studioverhoor", ALLEN, (), True),
        ("Studioverhoor", (RUBEN,), (), True),  # of a child by its kind
        ("Verhoor van Ruben", ALLEN, (), False),
        ("Verdachte verhoren", ALLEN, (), False),
        ("Vader horen over Fenna", ALLEN, (), False),
        ("Kinderen horen zonder moeder erbij", ALLEN, (), True),
        ("Getuigen horen", ALLEN, (), True),
        ("Getuigen horen", (RUBEN,), (), False),  # there is no child
        ("Horen van Fenna Aartshof", (*ALLEN, Mens(4, "Fenna de Wit", False)), (FENNA,), False),
        ("Fenna horen", (*ALLEN, Mens(4, "Fenna de Wit", False)), (), True),  # which of the two
        ("Belt met Fenna", ALLEN, (), False),
        ("Verklaring opnemen van Fenna", ALLEN, (FENNA,), False),
        ("Kindinterview Fenna", ALLEN, (FENNA,), False),
        ("Fenna's moeder verhoren", ALLEN, (), False),
        ("Vader verhoren in bijzijn van Fenna", ALLEN, (), False),
    ],
)
def test_gehoord_in(
    tekst: str, mensen: tuple[Mens, ...], kinderen: tuple[Mens, ...], *, zonder_wie: bool
) -> None:
    assert gehoord_in(tekst, mensen) == Gehoord(kinderen, zonder_wie)


def _feit(nummer: int, gehoord: Gehoord, *, eerder: bool = False) -> Feit:
    return Feit(nummer, nummer, AfspraakSoort.ONDERZOEK, DAG, gehoord=gehoord, eerder=eerder)


VAN_FENNA, VAN_WIE = Gehoord((FENNA,)), Gehoord((), zonder_wie=True)
MET_FENNA = replace(_feit(2, Gehoord()), met=FENNA.sleutel, met_naam=FENNA.naam, met_kind=True)
"""The second afspraak, that does name with whom."""


@pytest.mark.parametrize(
    ("feiten", "zinnen"),
    [
        (
            [_feit(1, VAN_FENNA), MET_FENNA],
            ["Fenna Aartshof wordt 2 keer gehoord (afspraak 1 en 2)"],
        ),
        ([_feit(1, VAN_WIE)], []),  # one hearing is never a second one
        ([_feit(1, VAN_FENNA), _feit(2, VAN_WIE)], ["Afspraak 2: met wie staat er niet bij"]),
        ([_feit(1, VAN_WIE), _feit(2, VAN_WIE)], ["Afspraak 1 en 2: met wie staat er niet bij"]),
        ([_feit(1, Gehoord((FENNA, DAAN))), _feit(2, Gehoord((DAAN,)))], ["Daan Aartshof wordt 2 keer"]),
        ([_feit(1, VAN_FENNA), _feit(2, Gehoord((DAAN,)))], []),
        ([_feit(1, VAN_FENNA, eerder=True), _feit(2, VAN_WIE, eerder=True)], []),
        ([_feit(1, VAN_FENNA, eerder=True), _feit(2, VAN_WIE)], ["Afspraak 2: met wie"]),
        (
            [_feit(1, VAN_FENNA), _feit(2, VAN_FENNA), _feit(3, VAN_WIE)],
            ["2 keer gehoord (afspraak 1 en 2)", "Afspraak 3: met wie"],
        ),
    ],
)
def test_waarschuwing__ook_zonder_gesprek_met(feiten: list[Feit], zinnen: list[str]) -> None:
    uitkomst = waarschuwingen(feiten, [], DAG)
    assert len(uitkomst) == len(zinnen)
    assert all(zin in reden.zin for zin, reden in zip(zinnen, uitkomst, strict=True))


@pytest.fixture
def wereld(fabriek: Fabriek) -> Wereld:
    """A casus with a child, Fenna, that is on in a running meeting."""
    return maak_wereld(fabriek)


def _maak(wereld: Wereld, client: FlaskClient, wat: str, **meer: str) -> int:
    velden = {
        "wat": wat,
        "organisatie": str(wereld.politie.id),
        "persoon": wereld.agent.naam,
        "datum": dag(7),
        "soort": "onderzoek",
        "domein": "straf",
        "veiligheid": "direct",
    }
    return wereld.post(client, "afspraken/nieuw", **velden, **meer).status_code


def test_studioverhoor_zonder_wie__telt_mee_en_houdt_niets_tegen(wereld: Wereld, als: Als) -> None:
    agent = als(wereld.agent)
    met_kind = {"gesprek_met_id": wereld.kind.id, "soort": AfspraakSoort.GESPREK}
    wereld.afspraak(1, wereld.politie, **met_kind, geldt_vanaf=nu())
    assert _maak(wereld, agent, "Studioverhoor") == 303
    pad = f"/overleggen/{wereld.overleg.id}/bespreking/{wereld.bespreking.punt_id}"

    def afspraken() -> Tag:
        vak = BeautifulSoup(agent.get(pad).text, "html.parser").select_one("#afspraken")
        assert vak is not None
        return vak

    tekst = afspraken().get_text(" ", strip=True)
    assert "Afspraak 2: met wie staat er niet bij" in tekst
    wijzigen = afspraken().select_one("#afspraak-2 a[href$=wijzigen]")
    assert wijzigen is not None
    blad = agent.get(str(wijzigen["href"])).text
    assert "Wie wordt er gehoord? Dat staat er niet bij." in blad
    assert _maak(wereld, agent, "Studioverhoor van Fenna") == 303
    tekst = afspraken().get_text(" ", strip=True)
    assert f"{wereld.kind.naam} wordt 2 keer gehoord (afspraak 1 en 3)" in tekst
