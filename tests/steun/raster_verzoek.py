"""The request of a person in the grid of tests/steun/raster.py."""

import uuid
from datetime import date

from models import Basis, Directbetrokkene, Inzagedeel, Persoonsverzoek
from models.waarden_verzoeken import VerzoekBesluit, VerzoekSoort, VerzoekStatus
from overleg.basis.klok import nu

DAG = date(2026, 11, 26)


def maak_verzoek(casus_id: uuid.UUID, betrokkene: Basis, door_id: uuid.UUID) -> Persoonsverzoek:
    """Return a request for inzage that was granted, with one part in its package."""
    assert isinstance(betrokkene, Directbetrokkene)
    return Persoonsverzoek(
        casus_id=casus_id,
        betrokkene_id=betrokkene.id,
        soort=VerzoekSoort.INZAGE,
        status=VerzoekStatus.BESLOTEN,
        besluit=VerzoekBesluit.TOEGEWEZEN,
        besloten_op=nu(),
        besloten_door_id=door_id,
        ontvangen_op=DAG,
        uiterlijk=DAG,
        gevraagd="x",
        identiteit="x",
        delen=[Inzagedeel(volgorde=1, kop="x", origineel="x", tekst="x")],
    )
