"""What people do on the pages of the uitvraag, as short steps."""

from collections.abc import Callable
from typing import Any

from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from models import Gebruiker, Informatiebijdrage, Informatieverzoek
from models.waarden import OrganisatieSoort
from tests.uitvraag.conftest import Wereld

Als = Callable[[Gebruiker], FlaskClient]


def velden(antwoord: TestResponse, actie: str = "") -> dict[str, str]:
    """Return what a browser would send of the form that posts to `actie` (default: the largest form)."""
    soep = BeautifulSoup(antwoord.text, "html.parser")
    formulieren = [f for f in soep.find_all("form") if not actie or str(f.get("action")).endswith(actie)]
    formulier = max(formulieren, key=lambda f: len(f.find_all(["input", "textarea", "select"])))
    waarden: dict[str, str] = {}
    for veld in formulier.find_all(["input", "textarea", "select"]):
        naam, soort = str(veld.get("name")), veld.get("type")
        if veld.name == "textarea":
            waarden[naam] = veld.get_text().removeprefix("\r\n")  # as a browser does
        elif veld.name == "select":
            gekozen = veld.find("option", selected=True)
            waarden[naam] = str(gekozen["value"]) if gekozen else ""
        elif soort not in {"checkbox", "radio"} or veld.has_attr("checked"):
            waarden[naam] = str(veld.get("value", "y"))
    return waarden


def vraag(als: Als, wereld: Wereld, *soorten: OrganisatieSoort, wie: str = "voorzitter") -> TestResponse:
    """The voorzitter asks these partners."""
    client, adres = als(wereld.wie[wie]), f"/casussen/{wereld.casus.id}/uitvraag"
    invoer = velden(client.get(adres), "/uitvraag")
    invoer = {naam: w for naam, w in invoer.items() if not naam.startswith("vraag_")}
    invoer |= {f"vraag_{wereld.org[s].id.hex}": "y" for s in soorten}
    invoer |= {f"reden_{wereld.org[s].id.hex}": "Nodig voor de veiligheid." for s in soorten}
    return client.post(adres, data=invoer)


def verzoek_aan(sessie: Session, wereld: Wereld, soort: OrganisatieSoort) -> Informatieverzoek:
    """Return the request to a partner."""
    sessie.expire_all()
    return sessie.scalars(
        select(Informatieverzoek).where(
            Informatieverzoek.organisatie_id == wereld.org[soort].id, Informatieverzoek.functie == ""
        )
    ).one()


def geef(client: FlaskClient, adres: str, **anders: Any) -> TestResponse:
    """Fill in the form for a bijdrage and hand it in."""
    invoer = velden(client.get(adres))
    return client.post(adres, data={**invoer, "actie": "indienen", **anders})


BEKEND = {"bekend": "ja", "feiten": "Vier mutaties en een aangifte.", "noodzakelijk": "y"}


def laatste(sessie: Session) -> Informatiebijdrage:
    """Return the bijdrage that was made last."""
    sessie.expire_all()
    return sessie.scalars(select(Informatiebijdrage).order_by(Informatiebijdrage.gemaakt_op.desc())).first()  # type: ignore[return-value]
