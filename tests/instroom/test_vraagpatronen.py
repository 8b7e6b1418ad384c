"""The patterns that a tafel starts with: they know a request for information in the ways people ask it."""

import pytest

from overleg.beheer.standaard import PATRONEN
from overleg.instroom.regels.vraag import Patroon, lijkt_op_informatievraag

STANDAARD = [Patroon(woorden) for woorden in PATRONEN]


@pytest.mark.parametrize(
    "vraag",
    [
        "Kunnen jullie laten weten wat er van deze familie bekend is?",
        "Wat is er bij de partners bekend over vader?",
        "Is het gezin bij jullie bekend?",
        "Welke instanties zijn betrokken bij dit gezin?",
        "Zijn er meldingen over dit gezin?",
        "Heeft iemand zicht op de kinderen?",
        "Kan iemand vertellen wat er speelt?",
        "Wij willen graag weten of er hulp is.",
        "Wij zouden graag meer informatie over Mehmet krijgen.",
        "Hoe gaat het nu met de kinderen?",
        "Weten jullie of er toezicht loopt?",
        "Wat is de stand van zaken?",
        "Is er al hulp in dit gezin?",
    ],
)
def test_standaard__informatievraag__krijgt_advies(vraag: str) -> None:
    assert lijkt_op_informatievraag(vraag, STANDAARD)


@pytest.mark.parametrize(
    "vraag",
    [
        "Kunnen wij vóór 12 december een contactverbod laten ingaan, en in welke volgorde?",
        "Wie regelt vóór 11 december dat Gerben elders woont, en wie beheert haar geld?",
        "Wat vervangt op 9 december het huisverbod, en hoe wordt Loes gehoord?",
        "Wie spreekt welke familie, zonder dat de verblijfplaats van Zeynep bekend wordt?",
        "Welke maatregel geldt voor Mehmet zodra bekend is dat hij vrijkomt?",
        "Wie informeert de school, en wanneer?",
        "Welke organisatie heeft de regie, en vóór wanneer?",
        "Is aanhouding mogelijk vóór vrijdag, en wie beslist?",
        "Hoe gaat het contactverbod in vóór het weekend, en wie let op de naleving?",
        "Kunnen wij het informeren van Ruben uitstellen tot 10 december?",
    ],
)
def test_standaard__concrete_vraag__geen_advies(vraag: str) -> None:
    assert lijkt_op_informatievraag(vraag, STANDAARD) is None
