"""Saying of one's own accord what one knows, before the meeting."""

from __future__ import annotations

from sqlalchemy.orm import Session

from models.waarden import BijdrageStatus, CasusStatus, OrganisatieSoort
from tests.uitvraag.conftest import Wereld
from tests.uitvraag.stappen import BEKEND, Als, geef, laatste, verzoek_aan, vraag

Org = OrganisatieSoort


def test_ongevraagd__vaste_partner_meldt_en_het_staat_in_het_overzicht(
    wereld: Wereld, als: Als, db_sessie: Session
) -> None:
    blad = f"/casussen/{wereld.casus.id}/uitvraag"
    politie = als(wereld.wie["politie"])
    assert "Ongevraagd iets melden" in politie.get(blad).text
    assert geef(politie, f"{blad}/ongevraagd", **BEKEND).status_code == 303
    bijdrage = laatste(db_sessie)
    assert bijdrage.status is BijdrageStatus.INGEDIEND
    assert bijdrage.verzoek_id is None
    pagina = als(wereld.wie["voorzitter"]).get(blad).text
    assert "Ongevraagd gemeld" in pagina


def test_ongevraagd__wie_is_gevraagd_antwoordt_op_de_vraag(
    wereld: Wereld, als: Als, db_sessie: Session
) -> None:
    vraag(als, wereld, Org.POLITIE)
    verzoek = verzoek_aan(db_sessie, wereld, Org.POLITIE)
    antwoord = als(wereld.wie["politie"]).get(f"/casussen/{wereld.casus.id}/uitvraag/ongevraagd")
    assert (antwoord.status_code, antwoord.location) == (303, f"/uitvragen/{verzoek.id}")


def test_ongevraagd__wie_niet_meedoet__bestaat_het_niet(wereld: Wereld, als: Als) -> None:
    for wie in ("reclassering", "rvdk", "gemeente"):
        adres = f"/casussen/{wereld.casus.id}/uitvraag/ongevraagd"
        assert als(wereld.wie[wie]).get(adres).status_code == 404, wie


def test_ongevraagd__gesloten_casus__zegt_waarom_niet(wereld: Wereld, als: Als, db_sessie: Session) -> None:
    wereld.casus.status = CasusStatus.GESLOTEN
    db_sessie.commit()
    blad = f"/casussen/{wereld.casus.id}/uitvraag"
    politie = als(wereld.wie["politie"])
    assert "Ongevraagd iets melden" not in politie.get(blad).text
    assert "De casus is gesloten" in politie.get(f"{blad}/ongevraagd").text
