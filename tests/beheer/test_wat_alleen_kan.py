"""What one beheerder can do alone: others hear of it, and a puppet is no second person (besluiten/028)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from models import Bericht, Gebeurtenis, Gebruiker, Goedkeuring, Lidmaatschap, Overlegtafel
from models.waarden import CasusStatus, OrganisatieSoort, Rol
from overleg.basis.klok import nu, vandaag
from overleg.beheer.handelingen.berichten import ACCOUNT, TAFEL, TOEZICHT
from overleg.vierogen.regels import VERS, is_los
from tests.beheer.conftest import GEZIEN
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]


@dataclass
class Huis:
    """A beheerder, a functionaris, a tafel with a voorzitter, and somebody without a place."""

    sessie: Session
    tafel: Overlegtafel
    beheerder: Gebruiker
    functionaris: Gebruiker
    voorzitter: Gebruiker
    nieuw: Gebruiker

    def mails(self, onderwerp: str) -> list[tuple[str, str]]:
        """Return to whom a mail with this subject went and what it says; somebody may have had two."""
        self.sessie.expire_all()
        berichten = self.sessie.scalars(select(Bericht).filter_by(onderwerp=onderwerp))
        return [(bericht.aan, bericht.tekst) for bericht in berichten]

    def ontvangers(self, onderwerp: str) -> set[str]:
        """Return who got a mail with this subject."""
        return {aan for aan, _tekst in self.mails(onderwerp)}


@pytest.fixture
def huis(fabriek: Fabriek) -> Huis:
    """Make it; a casus was handed in."""
    tafel = fabriek.tafel()
    vt = fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS)
    voorzitter = fabriek.lid(tafel, vt, Rol.VOORZITTER)
    fabriek.casus(tafel, voorzitter, CasusStatus.AANGEMELD)
    klaar = Huis(
        fabriek.sessie,
        tafel,
        fabriek.gebruiker(vt, beheerder=True),
        fabriek.gebruiker(vt, functionaris=True),
        voorzitter,
        fabriek.gebruiker(vt),
    )
    fabriek.klaar()
    return klaar


def _plaats(huis: Huis, als: Als, wie: Gebruiker) -> int:
    data = {
        "gebruiker_id": str(wie.id),
        "rol": "voorzitter",
        "bezetting": "vast",
        "vanaf": f"{vandaag():%d-%m-%Y}",
    }
    return als(huis.beheerder).post(f"/beheer/tafels/{huis.tafel.id}/leden/nieuw", data=data).status_code


def test_plaats__wie_hem_krijgt_en_de_voorzitter_horen_het(huis: Huis, als: Als) -> None:
    assert _plaats(huis, als, huis.nieuw) == 303
    assert huis.ontvangers(ACCOUNT) == {huis.nieuw.email}
    (tekst,) = (t for aan, t in huis.mails(TAFEL) if aan == huis.voorzitter.email)
    assert huis.nieuw.naam in tekst


def _wijzig(huis: Huis, als: Als, wie: Gebruiker, **anders: str) -> TestResponse:
    client, pad = als(huis.beheerder), f"/beheer/gebruikers/{wie.id}"
    gezien = GEZIEN.search(client.get(pad).text)
    assert gezien is not None
    return client.post(pad, data={"naam": wie.naam, "email": wie.email, "gezien": gezien[1], **anders})


def test_functionaris__geen_plaats__en_andersom(huis: Huis, als: Als) -> None:
    assert _plaats(huis, als, huis.functionaris) == 422
    assert not huis.sessie.scalars(select(Lidmaatschap).filter_by(gebruiker_id=huis.functionaris.id)).all()
    antwoord = _wijzig(huis, als, huis.voorzitter, functionaris="y")
    assert (antwoord.status_code, "zit niet zelf aan een tafel" in antwoord.text) == (422, True)
    assert not huis.mails(TOEZICHT)


def test_nieuwe_functionaris__de_anderen_horen_het(huis: Huis, als: Als) -> None:
    antwoord = _wijzig(huis, als, huis.nieuw, functionaris="y")
    assert antwoord.status_code == 303, antwoord.text
    assert huis.ontvangers(TOEZICHT) == {huis.functionaris.email, huis.beheerder.email}


def test_adres_gewijzigd_of_code_gewist__de_eigenaar_hoort_het(huis: Huis, als: Als) -> None:
    oud, pad = huis.nieuw.email, f"/beheer/gebruikers/{huis.nieuw.id}"
    assert _wijzig(huis, als, huis.nieuw, email="ander@voorbeeld.nl").status_code == 303
    assert huis.ontvangers(ACCOUNT) == {oud, "ander@voorbeeld.nl"}
    assert als(huis.beheerder).post(f"{pad}/tweede-stap").status_code == 303
    assert any("tweede stap" in tekst for _aan, tekst in huis.mails(ACCOUNT))


def _vraag_en_antwoord(huis: Huis, als: Als) -> int:
    pad = f"/beheer/gebruikers/{huis.nieuw.id}/beheerder"
    assert als(huis.beheerder).post(pad, data={"reden": "Vakantie."}).status_code == 303
    huis.sessie.expire_all()
    vraag = huis.sessie.scalars(select(Goedkeuring)).one()
    weg = f"/goedkeuringen/{vraag.id}/antwoord"
    return als(huis.functionaris).post(weg, data={"goed": "ja"}).status_code


@pytest.mark.parametrize("soort", ["gebruiker_gemaakt", "wachtwoord_hersteld", "tweede_factor_gewist", ""])
@pytest.mark.parametrize("oud", [False, True])
def test_marionet__is_geen_tweede_persoon(huis: Huis, als: Als, soort: str, *, oud: bool) -> None:
    if soort:
        huis.sessie.add(
            Gebeurtenis(
                soort=soort,
                gebruiker_id=huis.beheerder.id,
                object_id=huis.functionaris.id,
                tijd=nu() - (VERS + timedelta(hours=1) if oud else timedelta(days=1)),
            )
        )
        huis.sessie.commit()
    mag = oud or not soort
    assert _vraag_en_antwoord(huis, als) == (303 if mag else 422)
    huis.sessie.expire_all()
    assert huis.nieuw.beheerder is mag


def test_marionet__zonder_een_casus_is_er_niets_te_beschermen() -> None:
    assert is_los(vers=True, begonnen=False)
    assert is_los(vers=False, begonnen=True)
    assert not is_los(vers=True, begonnen=True)
