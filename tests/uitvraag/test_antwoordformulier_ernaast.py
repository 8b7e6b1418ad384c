"""An answer on paper, and what happens beside the reading of it: others save, and a door closes."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import delete

from models import Belang, Informatieverzoek
from overleg.basis.database import schrijvend_apart
from overleg.verslag.formulieren.openen import open_formulier
from overleg.verslag.routes import antwoordformulier
from tests.steun.database import ALLEEN_SQLITE, ook_anderen_schrijven
from tests.uitvraag.test_antwoordformulier import Vraag, v
from tests.verslag.formulier import lever

__all__ = ["v"]


@ALLEEN_SQLITE  # one lock to write for everybody is SQLite's way
def test_inlezen__anderen_kunnen_schrijven(
    v: Vraag, monkeypatch: pytest.MonkeyPatch, database_url: str
) -> None:
    bestand = v.papier().bewaar()
    plek = "overleg.verslag.routes.antwoordformulier."
    namen = ("open_formulier", "antwoordformulier_docx", "plaats", "toon_ingevuld")
    gedaan = ook_anderen_schrijven(monkeypatch, database_url, *(plek + naam for naam in namen))
    assert lever(v.politie, bestand, pad=v.inleveren).status_code == 200
    assert set(gedaan) == set(namen)


@pytest.mark.parametrize("goed", [True, False], ids=["formulier", "geen formulier"])
@pytest.mark.parametrize("hoe", ["muur", "ingetrokken"])
def test_deur_dicht_terwijl_wij_lezen__404_en_niets_getoond(
    v: Vraag, monkeypatch: pytest.MonkeyPatch, hoe: str, *, goed: bool
) -> None:
    bestand = v.papier().bewaar() if goed else b"geen formulier"
    wie, leider = v.wereld.wie["politie"].id, v.wereld.wie["voorzitter"].id
    sleutel, casus_id, echt = v.verzoek_id, v.wereld.casus.id, open_formulier
    gesloten: list[str] = []
    v.sessie.rollback()

    def sluit(*args: Any) -> object:
        with schrijvend_apart() as eigen:
            if hoe == "ingetrokken":
                eigen.execute(delete(Informatieverzoek).where(Informatieverzoek.id == sleutel))
            elif not gesloten:
                muur = Belang(casus_id=casus_id, gebruiker_id=wie, reden="Broer", vastgelegd_door_id=leider)
                eigen.add(muur)
        gesloten.append(hoe)
        return echt(*args)

    monkeypatch.setattr(antwoordformulier, "open_formulier", sluit)
    antwoord = lever(v.politie, bestand, pad=v.inleveren)
    assert antwoord.status_code == 404
    assert "Vier mutaties" not in antwoord.text
