"""An aanmelding of before: said to be reported, without the date that is asked since."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from flask.testing import FlaskClient

from models import Casus, Gebruiker
from models.waarden import CasusStatus, MeldingStatus
from overleg.basis.klok import nu
from tests.instroom.steun import begin, bewaar, dek, personen
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]


def test_teruggestuurd__bewaren_kan__indienen_vraagt_de_datum(fabriek: Fabriek, als: Als) -> None:
    client = als(dek(fabriek).agent)
    sleutel = begin(client)
    assert bewaar(client, sleutel, personen(("Bo", "1999", "slachtoffer"))).status_code == 303
    casus = fabriek.sessie.get_one(Casus, uuid.UUID(sleutel))
    casus.status, casus.kenmerk, casus.ingediend_op = CasusStatus.TERUGGESTUURD, "LW-2026-0999", nu()
    casus.melding_status, casus.melding_nummer, casus.melding_datum = MeldingStatus.GEDAAN, "VT-1", None
    fabriek.klaar()

    antwoord = bewaar(client, sleutel, {"grootste_zorg": "Een val die niemand ziet."})
    assert antwoord.status_code in {200, 303}
    fabriek.sessie.expire_all()
    assert casus.grootste_zorg == "Een val die niemand ziet."
    antwoord = bewaar(client, sleutel, {"grootste_zorg": "Nu wel gezien."}, "indienen")
    assert antwoord.status_code != 303
    assert "Vul de datum van de melding in." in antwoord.text
    assert "Nu wel gezien." in antwoord.text
