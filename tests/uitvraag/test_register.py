"""The register of verstrekkingen, from the handelingen that disclose to the page (domein.md §4)."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from models import Gebeurtenis, Informatiebijdrage
from models.waarden import OrganisatieSoort
from overleg.basis.database import db
from overleg.logboek.soorten import Soort
from tests.logboek.wereld import rijen_van
from tests.steun.fabriek import Fabriek
from tests.uitvraag.conftest import Wereld
from tests.uitvraag.stappen import BEKEND, Als, geef, laatste, verzoek_aan, vraag

Org = OrganisatieSoort
BIJSCHRIFT = "Verstrekkingen, de nieuwste eerst"


def _gedeeld(sessie: Session) -> list[tuple[object, object, str]]:
    regels = sessie.scalars(
        select(Gebeurtenis)
        .filter_by(soort=Soort.BIJDRAGE_GEDEELD.value)
        .order_by(Gebeurtenis.tijd, Gebeurtenis.id)
    )
    return [(r.gegevens["organisatie"], r.gegevens["noodzakelijk"], r.grond) for r in regels]


def _artikel_9(wereld: Wereld, als: Als, sessie: Session) -> Informatiebijdrage:
    vraag(als, wereld, Org.VEILIG_THUIS, Org.POLITIE, Org.OM)
    adres = f"/uitvragen/{verzoek_aan(sessie, wereld, Org.POLITIE).id}/artikel-9"
    assert geef(als(wereld.wie["politie"]), adres, feiten="GEHEIM", noodzakelijk="y").status_code == 303
    return laatste(sessie)


def test_artikel_9__verstrekt_aan_een_ander_pas_na_het_contact_met_het_om(
    wereld: Wereld, als: Als, db_sessie: Session
) -> None:
    bijdrage = _artikel_9(wereld, als, db_sessie)
    om, vt = wereld.org[Org.OM].naam, wereld.org[Org.VEILIG_THUIS].naam
    assert [wie for wie, _nodig, _grond in _gedeeld(db_sessie)] == [om]
    contact = {"met": "C. Verlaat", "bijdrage": str(bijdrage.id)}
    adres = f"/casussen/{wereld.casus.id}/uitvraag/om-contact"
    geef(als(wereld.wie["politie"]), adres, **contact, uitkomst="niet_akkoord")
    assert [wie for wie, _nodig, _grond in _gedeeld(db_sessie)] == [om]
    geef(als(wereld.wie["politie"]), adres, **contact, uitkomst="akkoord")
    gedeeld = _gedeeld(db_sessie)
    assert [(wie, nodig) for wie, nodig, _grond in gedeeld] == [(om, True), (vt, True)]
    assert all(grond for _wie, _nodig, grond in gedeeld)


def test_register__per_casus_en_per_persoon__gever_ontvanger_doel_grond(
    wereld: Wereld, als: Als, db_sessie: Session, fabriek: Fabriek
) -> None:
    vraag(als, wereld, Org.POLITIE, Org.OM)
    verzoek = verzoek_aan(db_sessie, wereld, Org.POLITIE)
    antwoord = geef(als(wereld.wie["politie"]), f"/uitvragen/{verzoek.id}", **BEKEND)
    assert antwoord.status_code == 303, antwoord.text
    persoon = wereld.casus.betrokkenen[0]
    functionaris = fabriek.gebruiker(wereld.org[Org.VEILIG_THUIS], functionaris=True)
    fabriek.klaar()
    for lezer in (wereld.wie["voorzitter"], functionaris):
        for vraagdeel in (f"casus={wereld.casus.id}", f"betrokkene={persoon.id}"):
            tekst = als(lezer).get(f"/logboek/verstrekkingen?{vraagdeel}").text
            rijen = rijen_van(tekst, BIJSCHRIFT)
            gegeven = [rij for rij in rijen if "Informatie van de eigen organisatie" in rij]
            gevraagd = [rij for rij in rijen if "Vraag wat bekend is" in rij]
            assert len(gevraagd) == 2
            assert {org.naam for org in wereld.org.values() if any(org.naam in rij for rij in gegeven)}
            assert all("Afgewogen" in rij for rij in gegeven)
            assert all(wereld.org[Org.POLITIE].naam in rij for rij in gegeven)
            assert not [rij for rij in rijen if "Niet vastgelegd" in rij]
            for woord in (persoon.naam, BEKEND["feiten"]):
                assert woord not in tekst
    soorten = db_sessie.scalars(select(Gebeurtenis.soort)).all()
    assert soorten.count(Soort.LOGBOEK_VERSTREKKINGEN_BEKEKEN.value) == 4


@pytest.mark.parametrize("wie", ["politie", "om", "gemeente", "secretaris"])
def test_register__alleen_wie_leidt_en_de_functionaris(wereld: Wereld, als: Als, wie: str) -> None:
    vraag(als, wereld, Org.POLITIE)
    status = als(wereld.wie[wie]).get(f"/logboek/verstrekkingen?casus={wereld.casus.id}").status_code
    assert status == (200 if wie == "secretaris" else 403)


def test_register__wat_er_niet_is__404(wereld: Wereld, als: Als, fabriek: Fabriek) -> None:
    ander = fabriek.tafel("Brakzijl", "BZ")
    vt = fabriek.partner(ander, Org.VEILIG_THUIS)
    vreemd = fabriek.casus(ander, fabriek.gebruiker(vt), wereld.casus.status)
    fabriek.klaar()
    voorzitter = als(wereld.wie["voorzitter"])
    for vraagdeel in ("", "casus=x", f"casus={vreemd.id}", f"betrokkene={wereld.casus.id}"):
        assert voorzitter.get(f"/logboek/verstrekkingen?{vraagdeel}").status_code == 404


def test_register__een_vraag_aan_de_database_hoeveel_er_ook_is(app: Flask, wereld: Wereld, als: Als) -> None:
    vraag(als, wereld, Org.POLITIE, Org.OM)
    client, pad = als(wereld.wie["voorzitter"]), f"/logboek/verstrekkingen?casus={wereld.casus.id}"
    aantallen = []
    with app.app_context():
        motor = db.engine
    for _keer in range(2):
        gezien: list[str] = []

        def hoor(*args: object, gezien: list[str] = gezien) -> None:
            gezien.append(str(args[2]))

        event.listen(motor, "before_cursor_execute", hoor)
        assert client.get(pad).status_code == 200
        event.remove(motor, "before_cursor_execute", hoor)
        aantallen.append(len(gezien))
        vraag(als, wereld, Org.RECLASSERING, Org.RVDK)
    assert len(set(aantallen)) == 1
