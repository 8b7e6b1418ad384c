"""A partner without an account that was asked: what the tests on recording its answer start from."""

from __future__ import annotations

from dataclasses import dataclass

from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from models import Grondslag, Informatieverzoek, Organisatie, Overlegtafel
from models.waarden import OrganisatieSoort
from overleg.basis.klok import vandaag
from overleg.basis.weergave import datum
from tests.steun.fabriek import Fabriek
from tests.uitvraag.conftest import Wereld
from tests.uitvraag.stappen import Als, geef, velden

Org = OrganisatieSoort


@dataclass
class Gevraagd:
    """A ziekenhuis without an account, asked by the voorzitter."""

    wereld: Wereld
    sessie: Session
    ziekenhuis: Organisatie
    verzoek: Informatieverzoek
    voorzitter: FlaskClient

    @property
    def adres(self) -> str:
        """The page on which its answer is recorded."""
        return f"/uitvragen/{self.verzoek.id}/namens"

    @property
    def blad(self) -> str:
        """The page of the uitvraag, as the voorzitter reads it."""
        return self.voorzitter.get(f"/casussen/{self.wereld.casus.id}/uitvraag").text

    def leg_vast(self, client: FlaskClient | None = None, **anders: str) -> TestResponse:
        """Record the answer."""
        return geef(client or self.voorzitter, self.adres, **{**ANTWOORD, **anders})


ANTWOORD = {
    "gegeven_door": "R. Oosterling",
    "gegeven_functie": "Maatschappelijk werker",
    "gegeven_hoe": "telefoon",
    "gegeven_op": datum(vandaag()),
    "bekend": "ja",
    "feiten": "Twee keer op de spoedpost gezien.",
    "noodzakelijk": "y",
}
HOE = "Gegeven door R. Oosterling, Maatschappelijk werker, namens"


def _grond(tafel: Overlegtafel, gever: Org, ontvanger: Org) -> Grondslag:
    return Grondslag(tafel_id=tafel.id, gever=gever, ontvanger=ontvanger, doel="Veiligheid", grond="art. X")


def vraag_ziekenhuis(wereld: Wereld, als: Als, db_sessie: Session, fabriek: Fabriek) -> Gevraagd:
    """Ask a ziekenhuis that nobody here has an account of."""
    ziekenhuis = fabriek.organisatie(Org.ZIEKENHUIS)
    for gever, ontvanger in ((Org.VEILIG_THUIS, Org.ZIEKENHUIS), (Org.ZIEKENHUIS, Org.VEILIG_THUIS)):
        db_sessie.add(_grond(wereld.tafel, gever, ontvanger))
    wereld.org[Org.ZIEKENHUIS] = ziekenhuis
    fabriek.klaar()
    voorzitter, adres = als(wereld.wie["voorzitter"]), f"/casussen/{wereld.casus.id}/uitvraag"
    invoer = {
        n: w for n, w in velden(voorzitter.get(adres), "/uitvraag").items() if not n.startswith("vraag_")
    }
    invoer |= {"andere": str(ziekenhuis.id), "andere_reden": "Letsel."}
    assert voorzitter.post(adres, data=invoer).status_code == 303
    db_sessie.expire_all()
    verzoek = db_sessie.scalars(select(Informatieverzoek).filter_by(organisatie_id=ziekenhuis.id)).one()
    return Gevraagd(wereld, db_sessie, ziekenhuis, verzoek, voorzitter)
