"""No two people of a casus are called the same: one can have two roles, and more can be unknown."""

import uuid
from collections.abc import Callable

from flask.testing import FlaskClient

from models import Gebruiker
from models.waarden import BetrokkeneRol
from overleg.bespreking.handelingen import open_bespreking
from overleg.bespreking.regels.noemen import Genoemde, aanduidingen
from tests.opvolging.wereld import maak_wereld
from tests.steun.fabriek import Fabriek

R = BetrokkeneRol
MENSEN = [("Zeynep", R.SLACHTOFFER), ("zeynep", R.PLEGER), ("onbekend", R.KIND), ("onbekend", R.KIND)]
MENSEN += [("Elif", R.KIND)]


def test_aanduidingen__alleen_bij_dezelfde_naam_een_rol_of_nummer() -> None:
    allen = [Genoemde(uuid.uuid4(), naam, rol) for naam, rol in MENSEN]
    assert list(aanduidingen(allen).values()) == [
        "Zeynep, slachtoffer",
        "zeynep, (vermoedelijk) pleger",
        "onbekend, kind (1)",
        "onbekend, kind (2)",
        "Elif",
    ]
    assert list(aanduidingen(allen, met_rol=True).values())[-1] == "Elif, kind"


def test_vijf_vragen__slachtoffer_en_pleger_in_een__uit_elkaar_te_houden(
    fabriek: Fabriek, als: Callable[[Gebruiker], FlaskClient]
) -> None:
    wereld = maak_wereld(fabriek)
    pleger = fabriek.betrokkene(wereld.casus, R.PLEGER, wereld.slachtoffer.naam)
    wereld.sessie.expire_all()
    open_bespreking(wereld.sessie, wereld.bespreking.punt)
    fabriek.klaar()
    voorzitter = als(wereld.voorzitter)
    assert wereld.informeren(voorzitter, wereld.slachtoffer).status_code == 303
    tekst = voorzitter.get(f"/overleggen/{wereld.overleg.id}/bespreking/{wereld.bespreking.punt_id}").text
    assert f"Spreek af wat {pleger.naam}, (vermoedelijk) pleger hoort" in tekst
    assert f"Spreek af wat {pleger.naam}, slachtoffer hoort" not in tekst
    assert f"informeren van {pleger.naam}, slachtoffer" in tekst
