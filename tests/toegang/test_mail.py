"""Choosing how often mail comes, and what comes whatever one chooses."""

from collections.abc import Callable

from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Gebeurtenis, Gebruiker
from models.waarden import OrganisatieSoort
from models.waarden_post import Mailkeuze
from overleg.logboek.soorten import Soort
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]


def test_mail__kiezen_en_weer_zien(fabriek: Fabriek, als: Als, db_sessie: Session) -> None:
    mens = fabriek.gebruiker(fabriek.organisatie(OrganisatieSoort.POLITIE))
    client = als(mens)
    pagina = client.get("/mail").text
    for woorden in ("acuut gevaar", "noodtoegang", "beveiliging", mens.email):
        assert woorden in pagina
    assert client.post("/mail", data={"mail": "dagelijks"}).status_code == 303
    db_sessie.refresh(mens)
    assert mens.mail is Mailkeuze.DAGELIJKS
    assert client.post("/mail", data={"mail": "dagelijks"}).status_code == 303
    regels = db_sessie.scalars(select(Gebeurtenis).where(Gebeurtenis.soort == Soort.MAIL_GEKOZEN.value)).all()
    assert [regel.gegevens for regel in regels] == [{"keuze": "dagelijks"}]


def test_mail__iets_anders__geweigerd(fabriek: Fabriek, als: Als, db_sessie: Session) -> None:
    mens = fabriek.gebruiker(fabriek.organisatie(OrganisatieSoort.POLITIE))
    client = als(mens)
    assert client.post("/mail", data={"mail": "nooit"}).status_code == 422
    db_sessie.refresh(mens)
    assert mens.mail is Mailkeuze.DIRECT
