"""Who leads and is shut out of one casus: what the pages of the whole meeting still say of it (attack 1)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from models import Aanschuiver, Afspraak, Agendapunt, Belang, Casus, Deelname, Gebruiker, Overleg
from models.waarden import AfspraakSoort, CasusStatus, Domein, OrganisatieSoort, OverlegStatus, Rol
from overleg.basis.klok import nu, vandaag
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]
GAST = "Nynke Gastvrouw"
KLOPT_NIET = "Bij een casus die voor u gesloten is, klopt nog iets niet."


@dataclass
class Tafel:
    """A meeting with one casus, a guest at it, and two voorzitters of whom one is shut out."""

    sessie: Session
    overleg: Overleg
    casus: Casus
    punt: Agendapunt
    gesloten: Gebruiker
    open: Gebruiker


@pytest.fixture
def tafel(fabriek: Fabriek) -> Tafel:
    """Make it, not yet begun."""
    aan = fabriek.tafel()
    vt = fabriek.partner(aan, OrganisatieSoort.VEILIG_THUIS)
    een, ander = fabriek.lid(aan, vt, Rol.VOORZITTER), fabriek.lid(aan, vt, Rol.VOORZITTER)
    casus = fabriek.casus(aan, een, CasusStatus.GEAGENDEERD)
    overleg = fabriek.overleg(aan, vandaag() + timedelta(days=1), OverlegStatus.GEPUBLICEERD)
    bespreking = fabriek.bespreking(overleg, casus)
    punt = fabriek.sessie.get_one(Agendapunt, bespreking.punt_id)
    gemeente = fabriek.organisatie(OrganisatieSoort.GEMEENTE)
    van = {"casus_id": casus.id, "bespreking_id": bespreking.id}
    fabriek.sessie.add_all(
        [
            Belang(casus_id=casus.id, gebruiker_id=ander.id, reden="Buren.", vastgelegd_door_id=een.id),
            Aanschuiver(punt_id=punt.id, organisatie_id=gemeente.id, naam=GAST),
            Deelname(overleg_id=overleg.id, punt_id=punt.id, organisatie_id=gemeente.id, naam=GAST),
            Afspraak(
                **van,
                nummer=1,
                wat="x",
                soort=AfspraakSoort.INTERVENTIE,
                domein=Domein.ZORG,
                organisatie_id=gemeente.id,
                datum=vandaag(),
            ),
        ]
    )
    fabriek.klaar()
    return Tafel(fabriek.sessie, overleg, casus, punt, ander, een)


def _zet(tafel: Tafel, stand: OverlegStatus) -> None:
    tafel.overleg.status = stand
    tafel.overleg.begonnen_op = nu()
    tafel.overleg.afgerond_op = nu() if stand is OverlegStatus.AFGEROND else None
    tafel.overleg.huidig_punt_id = tafel.punt.id if stand is OverlegStatus.LOPEND else None
    tafel.sessie.commit()


def _eis_niets(tafel: Tafel, tekst: str) -> None:
    for geheim in (str(tafel.casus.kenmerk), str(tafel.punt.id), str(tafel.casus.id), GAST):
        assert geheim not in tekst


@pytest.mark.parametrize("stand", [OverlegStatus.GEPUBLICEERD, OverlegStatus.LOPEND])
def test_afronden__noemt_niet_wat_gesloten_is(tafel: Tafel, als: Als, stand: OverlegStatus) -> None:
    if stand is OverlegStatus.LOPEND:
        _zet(tafel, stand)
    pad = f"/overleggen/{tafel.overleg.id}/bespreking/afronden"
    for wie in (tafel.gesloten, tafel.open):
        antwoord = als(wie).post(pad)
        assert antwoord.status_code == 422
        if wie is tafel.gesloten:
            _eis_niets(tafel, antwoord.text)
        elif stand is OverlegStatus.LOPEND:
            assert str(tafel.casus.kenmerk) in antwoord.text


def test_verslag__zegt_alleen_dat_iets_niet_klopt(tafel: Tafel, als: Als) -> None:
    _zet(tafel, OverlegStatus.AFGEROND)
    pad = f"/overleggen/{tafel.overleg.id}/verslag"
    assert str(tafel.casus.kenmerk) in als(tafel.open).get(pad).text
    client = als(tafel.gesloten)
    for antwoord in (client.get(pad), client.post(f"{pad}/vaststellen", data={"gezien": "x"})):
        assert antwoord.text.count(KLOPT_NIET) == 1
        _eis_niets(tafel, antwoord.text)


def test_opening__noemt_de_gast_niet(tafel: Tafel, als: Als) -> None:
    _zet(tafel, OverlegStatus.LOPEND)
    pad = f"/overleggen/{tafel.overleg.id}/bespreking"
    assert GAST in als(tafel.open).get(pad).text
    _eis_niets(tafel, als(tafel.gesloten).get(pad).text)


def test_agenda__telt_niet_mee_wat_gesloten_is(tafel: Tafel, als: Als) -> None:
    tafel.overleg.status = OverlegStatus.GEPLAND
    tafel.casus.status, tafel.casus.monitoring_op = CasusStatus.IN_MONITORING, vandaag()
    tafel.sessie.commit()
    pad, zin = f"/overleggen/{tafel.overleg.id}/agenda", "wel aan de beurt voor monitoring"
    assert zin in als(tafel.open).get(pad).text
    pagina = als(tafel.gesloten).get(pad)
    assert pagina.status_code == 200
    assert zin not in pagina.text
