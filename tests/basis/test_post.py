"""Mail goes as its receiver chose, when it is about the work; what cannot wait always goes at once."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Bericht
from models.waarden import BerichtStatus, OrganisatieSoort
from models.waarden_post import Berichtsoort, Mailkeuze
from overleg.basis.post import leg_klaar
from tests.basis.postbus import postbus
from tests.basis.test_versturen import verstuur
from tests.steun.fabriek import Fabriek

KLAAR, BUNDEL = BerichtStatus.KLAAR, BerichtStatus.BUNDEL


@pytest.mark.parametrize(
    ("keuze", "soort", "stand"),
    [
        (Mailkeuze.DIRECT, Berichtsoort.WERK, KLAAR),
        (Mailkeuze.DAGELIJKS, Berichtsoort.WERK, BUNDEL),
        (Mailkeuze.GEEN, Berichtsoort.WERK, None),
        *((keuze, Berichtsoort.ALTIJD, KLAAR) for keuze in Mailkeuze),
        (Mailkeuze.DAGELIJKS, Berichtsoort.OVERZICHT, KLAAR),
    ],
)
def test_leg_klaar__zoals_gekozen(
    fabriek: Fabriek, db_sessie: Session, keuze: Mailkeuze, soort: Berichtsoort, stand: BerichtStatus | None
) -> None:
    mens = fabriek.gebruiker(fabriek.organisatie(OrganisatieSoort.POLITIE), mail=keuze)
    db_sessie.flush()
    bericht = leg_klaar(db_sessie, soort, mens.email, "x", "y")
    db_sessie.flush()
    assert (bericht.status if bericht else None) == stand
    assert len(db_sessie.scalars(select(Bericht)).all()) == (stand is not None)


def test_leg_klaar__zonder_account__meteen(db_sessie: Session) -> None:
    bericht = leg_klaar(db_sessie, Berichtsoort.WERK, "gast@elders.nl", "x", "y")
    db_sessie.flush()
    assert bericht is not None
    assert bericht.status is KLAAR


def test_bundel__wordt_niet_los_verstuurd(fabriek: Fabriek, db_sessie: Session) -> None:
    mens = fabriek.gebruiker(fabriek.organisatie(OrganisatieSoort.POLITIE), mail=Mailkeuze.DAGELIJKS)
    db_sessie.flush()
    leg_klaar(db_sessie, Berichtsoort.WERK, mens.email, "x", "y")
    db_sessie.commit()
    with postbus() as bus:
        assert verstuur(bus) == 0
        assert bus.ontvangen == []
