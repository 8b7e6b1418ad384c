"""A tafel with everyone at it, and filling in the form of an aanmelding the way people do."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from models import Casus, Criteriaset, Gebruiker, Organisatie, Overlegtafel, Thema
from models.waarden import OrganisatieSoort, Partnervorm, Rol
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]
S = OrganisatieSoort


@dataclass
class Tafel:
    """One tafel with its people."""

    tafel: Overlegtafel
    vt: Organisatie
    politie: Organisatie
    voorzitter: Gebruiker
    secretaris: Gebruiker
    agent: Gebruiker
    officier: Gebruiker
    reclasseerder: Gebruiker


def dek(fabriek: Fabriek, naam: str = "Lindewoude", code: str = "LW") -> Tafel:
    """Make a tafel with a voorzitter, a secretaris and someone of politie, OM and reclassering."""
    tafel = fabriek.tafel(naam, code)
    vt = fabriek.partner(tafel, S.VEILIG_THUIS)
    politie = fabriek.partner(tafel, S.POLITIE)
    om = fabriek.partner(tafel, S.OM)
    reclassering = fabriek.partner(tafel, S.RECLASSERING, Partnervorm.OP_VERZOEK)
    return Tafel(
        tafel,
        vt,
        politie,
        fabriek.lid(tafel, vt, Rol.VOORZITTER),
        fabriek.lid(tafel, vt, Rol.SECRETARIS),
        fabriek.lid(tafel, politie, Rol.DEELNEMER),
        fabriek.lid(tafel, om, Rol.DEELNEMER),
        fabriek.lid(tafel, reclassering, Rol.DEELNEMER),
    )


def begin(client: FlaskClient, *, acuut: str = "nee") -> str:
    """Answer the first question; return the id of the casus."""
    antwoord = client.post("/casussen/nieuw", data={"acuut": acuut})
    assert antwoord.status_code == 303, antwoord.text
    gevonden = re.search(r"/casussen/([0-9a-f-]{36})/", antwoord.headers["Location"])
    assert gevonden
    return gevonden.group(1)


def velden(client: FlaskClient, pad: str, formulier: str = "formulier") -> dict[str, Any]:
    """Return what the form on a page would send when nothing was typed."""
    antwoord = client.get(pad)
    assert antwoord.status_code == 200, antwoord.text
    return velden_in(antwoord.text, formulier)


def velden_in(tekst: str, formulier: str = "formulier") -> dict[str, Any]:
    """Return the names and values of a form in a page, as a browser would send them."""
    form = BeautifulSoup(tekst, "html.parser").find("form", id=formulier)
    assert form, f"no form {formulier}"
    gegevens: dict[str, Any] = {}
    for veld in form.find_all(["input", "select", "textarea"]):
        naam = str(veld.get("name", ""))
        if not naam or veld.get("type") in ("submit", "button") or naam == "csrf_token":
            continue
        if veld.get("type") in ("radio", "checkbox"):
            if veld.has_attr("checked"):
                gegevens.setdefault(naam, []).append(veld["value"] if veld.has_attr("value") else "y")
        elif veld.name == "select":
            gekozen = veld.find("option", selected=True)
            gegevens[naam] = gekozen["value"] if gekozen else ""
        else:
            gegevens[naam] = veld.get("value", "") if veld.name == "input" else veld.get_text().lstrip("\r\n")
    return gegevens


def personen(*rijen: tuple[str, str, str]) -> dict[str, str]:
    """Return the rows of directbetrokkenen: (name, birth date, role)."""
    gegevens: dict[str, str] = {}
    for nr, (naam, geboren, rol) in enumerate(rijen):
        rij = {
            "naam": naam,
            "geboren": geboren,
            "rol": rol,
            "contact_veilig": "onbekend",
            "toestemming": "nog_niet",
        }
        gegevens |= {f"betrokkenen-{nr}-{veld}": waarde for veld, waarde in rij.items()}
    return gegevens


def onderdeel(fabriek: Fabriek, tafel: Overlegtafel, *sleutels: str) -> list[str]:
    """Return the ids of items under criterium D."""
    criteriaset = fabriek.sessie.scalars(select(Criteriaset).where(Criteriaset.tafel_id == tafel.id)).first()
    assert criteriaset
    return [str(o.id) for c in criteriaset.criteria for o in c.onderdelen if o.sleutel in sleutels]


def thema(fabriek: Fabriek, tafel: Overlegtafel, naam: str) -> str:
    """Return the id of a thema by its name."""
    return str(
        fabriek.sessie.scalars(select(Thema.id).where(Thema.tafel_id == tafel.id, Thema.naam == naam)).one()
    )


def bewaar(client: FlaskClient, casus: str, gegevens: dict[str, Any], actie: str = "concept") -> TestResponse:
    """Fill in the form on top of what stands there, and press a button."""
    pad = f"/casussen/{casus}/bewerken"
    return client.post(pad, data={**velden(client, pad), **gegevens, "actie": actie})


def ververs(fabriek: Fabriek, casus: str) -> Casus:
    """Return the casus as it is in the database now."""
    fabriek.sessie.rollback()
    fabriek.sessie.expire_all()
    return fabriek.sessie.get_one(Casus, uuid.UUID(casus))
