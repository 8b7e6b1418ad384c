"""A tafel of which the members and partners come from a sheet, and what a beheerder does with it."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from flask.testing import FlaskClient
from lxml import html
from openpyxl import Workbook, load_workbook
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.test import TestResponse, encode_multipart

from models import Bericht, Gebeurtenis, Gebruiker, Lidmaatschap, Organisatie, Overlegtafel
from models.waarden import OrganisatieSoort, Rol
from tests.steun.fabriek import Fabriek


@dataclass
class Wereld:
    """A tafel with a voorzitter and a deelnemer of the politie, and a beheerder."""

    sessie: Session
    fabriek: Fabriek
    tafel: Overlegtafel
    vt: Organisatie
    politie: Organisatie
    om: Organisatie
    voorzitter: Gebruiker
    agent: Gebruiker
    beheerder: Gebruiker

    @property
    def pad(self) -> str:
        """Where the sheet of this tafel is handed in."""
        return f"/beheer/tafels/{self.tafel.id}/werkblad"

    def leden(self) -> dict[str, Lidmaatschap]:
        """Return the places at the tafel as they are now, by name."""
        self.sessie.expire_all()
        rijen = self.sessie.scalars(select(Lidmaatschap).where(Lidmaatschap.tafel_id == self.tafel.id))
        return {rij.gebruiker.naam: rij for rij in rijen}

    def soorten(self) -> list[str]:
        """Return what the logboek says was done."""
        return list(self.sessie.scalars(select(Gebeurtenis.soort)))

    def mails(self, onderwerp: str) -> dict[str, str]:
        """Return who got a mail with this subject, and what it says."""
        self.sessie.expire_all()
        return {b.aan: b.tekst for b in self.sessie.scalars(select(Bericht).filter_by(onderwerp=onderwerp))}


def maak_wereld(fabriek: Fabriek) -> Wereld:
    """Make it."""
    tafel = fabriek.tafel()
    vt = fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS)
    politie = fabriek.partner(tafel, OrganisatieSoort.POLITIE)
    om = fabriek.organisatie(OrganisatieSoort.OM, "Openbaar Ministerie Lindewoude")
    voorzitter = fabriek.lid(tafel, vt, Rol.VOORZITTER, naam="Vera Voorzitter")
    agent = fabriek.lid(tafel, politie, Rol.DEELNEMER, naam="Anna Agent")
    beheerder = fabriek.gebruiker(vt, "Bram Beheerder", beheerder=True)
    fabriek.klaar()
    return Wereld(fabriek.sessie, fabriek, tafel, vt, politie, om, voorzitter, agent, beheerder)


def haal(wereld: Wereld, client: FlaskClient) -> Workbook:
    """Return the sheet as the tafel gives it."""
    return load_workbook(BytesIO(client.get(f"{wereld.pad}.xlsx").data))


def vul(bestand: Workbook, rij: int, blad: str = "Leden", **waarden: Any) -> None:
    """Fill in a row of the sheet, by heading: a space in it is `_`, a dash nothing."""
    koppen = [str(cel.value).replace("-", "").replace(" ", "_") for cel in bestand[blad][1]]
    for kop, waarde in waarden.items():
        bestand[blad].cell(rij, koppen.index(kop) + 1).value = waarde


def nieuw(wereld: Wereld, **anders: Any) -> dict[str, Any]:
    """Return what a row about somebody new holds, some of it otherwise."""
    goed = {
        "Naam": "Nadia Nieuw",
        "Emailadres": "N.Nieuw@Voorbeeld.nl",
        "Organisatie": wereld.politie.naam,
        "Rol": "deelnemer",
    }
    return {**goed, **anders}


def als_bestand(bestand: Workbook) -> bytes:
    """Return the file."""
    uit = BytesIO()
    bestand.save(uit)
    return uit.getvalue()


def stuur(wereld: Wereld, client: FlaskClient, bestand: Workbook | bytes) -> TestResponse:
    """Hand in a file. Encoded here: the client of the library would leave a temporary file open."""
    inhoud = bestand if isinstance(bestand, bytes) else als_bestand(bestand)
    grens, lichaam = encode_multipart({"bestand": FileStorage(BytesIO(inhoud), "leden.xlsx")})
    return client.post(wereld.pad, data=lichaam, content_type=f"multipart/form-data; boundary={grens}")


def velden(antwoord: TestResponse) -> MultiDict[str, str]:
    """Return what the form of the preview sends."""
    vorm = html.document_fromstring(antwoord.text).xpath("//form[contains(@action, '/werkblad/inleveren')]")[
        0
    ]
    return MultiDict((v.get("name"), v.get("value", "")) for v in vorm.xpath(".//input[@name]"))


def lees(antwoord: TestResponse) -> str:
    """Return the words of a page."""
    return " ".join(html.document_fromstring(antwoord.text).text_content().split())


def bevestig(wereld: Wereld, client: FlaskClient, voorstel: TestResponse) -> TestResponse:
    """Send the form of the preview."""
    return client.post(f"{wereld.pad}/inleveren", data=velden(voorstel))
