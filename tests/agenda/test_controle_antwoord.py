"""The check of the agenda on a partner that did not answer, and has nobody who can (decision 038)."""

from collections.abc import Callable
from datetime import timedelta

from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from models import Casus, Gebruiker, Informatieverzoek, Organisatie
from models.waarden import OrganisatieSoort
from overleg.agenda.handelingen import zet_op_agenda
from overleg.agenda.opvragen.controle import agendafeiten
from overleg.basis.klok import vandaag
from overleg.uitvraag.opvragen import vastlegging_van
from overleg.uitvraag.opvragen.namens import vast_te_leggen
from overleg.uitvraag.regels import mag_vastgelegd
from tests.agenda.conftest import Gezelschap

Als = Callable[[Gebruiker], FlaskClient]


def _vraag(gezelschap: Gezelschap, casus: Casus, aan: Organisatie, functie: str = "") -> Informatieverzoek:
    verzoek = Informatieverzoek(
        casus_id=casus.id,
        organisatie_id=aan.id,
        functie=functie,
        uiterlijk=vandaag() + timedelta(days=2),
        gevraagd_door_id=gezelschap.mensen["voorzitter"].id,
    )
    gezelschap.fabriek.sessie.add(verzoek)
    gezelschap.fabriek.klaar()
    return verzoek


def test_controle__niemand_kan_antwoorden__link_naar_het_vastleggen(gezelschap: Gezelschap, als: Als) -> None:
    casus = gezelschap.casus()
    overleg = gezelschap.overleg()
    zet_op_agenda(gezelschap.fabriek.sessie, gezelschap.vrager("secretaris"), overleg, casus)
    ziekenhuis = gezelschap.fabriek.organisatie(OrganisatieSoort.ZIEKENHUIS)
    verzoek = _vraag(gezelschap, casus, ziekenhuis)
    _vraag(gezelschap, casus, gezelschap.organisaties["om"])
    soep = BeautifulSoup(
        als(gezelschap.mensen["secretaris"]).get(f"/overleggen/{overleg.id}/agenda").text, "html.parser"
    )
    regels = {str(regel.get_text(" ", strip=True)): regel for regel in soep.select(".bevindingen li")}
    (van_ziekenhuis,) = [regel for zin, regel in regels.items() if "kan niemand hier zelf antwoorden" in zin]
    assert ziekenhuis.naam in van_ziekenhuis.get_text()
    link = van_ziekenhuis.select_one("a")
    assert link is not None
    assert f"/uitvragen/{verzoek.id}/namens" in str(link["href"])
    assert link.get_text().startswith("Antwoord vastleggen")
    assert als(gezelschap.mensen["secretaris"]).get(str(link["href"])).status_code == 200
    (van_om,) = [zin for zin in regels if "heeft nog niet geantwoord" in zin]
    assert gezelschap.organisaties["om"].naam in van_om


def test_vast_te_leggen__hetzelfde_als_de_regel_per_vraag(gezelschap: Gezelschap, db_sessie: Session) -> None:
    casus, fabriek = gezelschap.casus(), gezelschap.fabriek
    dicht = fabriek.organisatie(OrganisatieSoort.GGZ)
    verzoeken = [
        _vraag(gezelschap, casus, fabriek.organisatie(OrganisatieSoort.ZIEKENHUIS)),
        _vraag(gezelschap, casus, gezelschap.organisaties["om"]),
        _vraag(gezelschap, casus, gezelschap.organisaties["vt"], "vertrouwensarts"),
        _vraag(gezelschap, casus, dicht),
    ]
    fabriek.sluit_uit(casus, dicht, gezelschap.mensen["voorzitter"])
    fabriek.klaar()
    los = {v.id for v in verzoeken if mag_vastgelegd(vastlegging_van(db_sessie, v))}
    assert vast_te_leggen(db_sessie, casus, verzoeken) == los == {verzoeken[0].id, verzoeken[2].id}


def test_controle__casus_die_voor_de_vrager_gesloten_is__noemt_geen_vraag(
    gezelschap: Gezelschap, db_sessie: Session
) -> None:
    casus, overleg = gezelschap.casus(), gezelschap.overleg()
    zet_op_agenda(db_sessie, gezelschap.vrager("secretaris"), overleg, casus)
    _vraag(gezelschap, casus, gezelschap.fabriek.organisatie(OrganisatieSoort.ZIEKENHUIS))
    gezelschap.fabriek.sluit_uit(casus, gezelschap.mensen["secretaris"], gezelschap.mensen["voorzitter"])
    gezelschap.fabriek.klaar()
    feiten = agendafeiten(db_sessie, gezelschap.vrager("secretaris"), overleg, vandaag())
    (punt,) = [punt for punt in feiten.punten if punt.casus_id]
    assert [partner.vast_te_leggen for partner in punt.wacht_op] == [None]
