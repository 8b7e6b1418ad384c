"""Nobody who is shut out of a casus is offered as owner, or gets something to do: it would lie unseen."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from models import Afspraak, Besluit, Gebruiker, Informering, Overdracht, TeInformerenPartij
from models.waarden import Rol
from overleg.basis.klok import nu
from tests.opvolging.wereld import Wereld, dag, maak_wereld
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]
ZIN = "T. Hoekman mag deze casus niet zien. Kies iemand anders."


@pytest.fixture
def wereld(fabriek: Fabriek) -> Wereld:
    """Return a casus that is closed to T. Hoekman of the politie, and open to a colleague."""
    wereld = maak_wereld(fabriek)
    fabriek.lid(wereld.tafel, wereld.politie, Rol.DEELNEMER, naam="Y. Demir")
    fabriek.sluit_uit(wereld.casus, wereld.agent, wereld.voorzitter)
    fabriek.klaar()
    return wereld


def _afspraak(wereld: Wereld, client: FlaskClient, naam: str) -> tuple[int, str]:
    antwoord = client.post(
        f"/besprekingen/{wereld.bespreking.id}/afspraken/nieuw",
        data={
            "wat": "Rijdt langs",
            "organisatie": str(wereld.politie.id),
            "persoon": naam,
            "datum": dag(2),
            "soort": "interventie",
            "domein": "straf",
            "veiligheid": ["direct"],
        },
    )
    return antwoord.status_code, antwoord.text


def test_uitgesloten__krijgt_niets_te_doen(wereld: Wereld, als: Als) -> None:
    voorzitter, politie = als(wereld.voorzitter), str(wereld.politie.id)
    eigen = wereld.afspraak(1, wereld.om)
    door = {"organisatie": politie, "naam": "t. hoekman"}
    pogingen = [
        wereld.regie(voorzitter, wereld.politie, "T. Hoekman"),
        wereld.regie(
            voorzitter,
            wereld.vt,
            "S. Wiegersma",
            **{"regie-achtervang_organisatie": politie, "regie-achtervang": "T. Hoekman"},
        ),
        wereld.monitoring(
            voorzitter, ja=True, **{f"monitoring-{naam}": waarde for naam, waarde in door.items()}
        ),
        wereld.informeren(
            voorzitter, wereld.slachtoffer, **{f"informeren-{naam}": waarde for naam, waarde in door.items()}
        ),
        wereld.post(
            voorzitter,
            "besluiten/partijen",
            **{"partij-partij": "School", "partij-wat": "Wie haalt op.", "partij-op": dag(2)},
            **{f"partij-{naam}": waarde for naam, waarde in door.items()},
        ),
        wereld.post(
            voorzitter,
            "overdrachten",
            **{"aanbod-afspraak": str(eigen.id)},
            **{f"aanbod-{naam}": waarde for naam, waarde in door.items()},
        ),
    ]
    assert [(antwoord.status_code, ZIN in antwoord.text) for antwoord in pogingen] == [(422, True)] * 6
    status, tekst = _afspraak(wereld, voorzitter, "T. Hoekman")
    assert (status, ZIN in tekst) == (422, True)
    for soort in (Besluit, Informering, TeInformerenPartij, Overdracht):
        assert not wereld.sessie.scalars(select(soort)).all()
    assert wereld.sessie.scalars(select(Afspraak)).all() == [eigen]


def test_collega_die_het_wel_mag_zien__krijgt_het(wereld: Wereld, als: Als) -> None:
    assert _afspraak(wereld, als(wereld.voorzitter), "Y. Demir")[0] == 303
    assert wereld.regie(als(wereld.voorzitter), wereld.politie, "Y. Demir").status_code == 303


def test_lijsten__bieden_de_uitgesloten_persoon_niet_aan(wereld: Wereld, als: Als) -> None:
    client = als(wereld.voorzitter)
    for pad in (
        f"/overleggen/{wereld.overleg.id}/bespreking/{wereld.bespreking.punt_id}",
        f"/besprekingen/{wereld.bespreking.id}/afspraken/nieuw",
    ):
        tekst = client.get(pad).text
        assert '<option value="Y. Demir">' in tekst
        assert '<option value="T. Hoekman">' not in tekst


def test_lijsten__bieden_de_uitgesloten_organisatie_niet_aan(wereld: Wereld, als: Als) -> None:
    wereld.fabriek.sluit_uit(wereld.casus, wereld.politie, wereld.voorzitter)
    wereld.fabriek.klaar()
    tekst = als(wereld.voorzitter).get(f"/besprekingen/{wereld.bespreking.id}/afspraken/nieuw").text
    assert str(wereld.om.id) in tekst
    assert str(wereld.politie.id) not in tekst
    assert _afspraak(wereld, als(wereld.voorzitter), "")[0] == 422


def test_toewijzen__niet_aan_een_collega_die_de_casus_niet_mag_zien(wereld: Wereld, als: Als) -> None:
    ander = wereld.fabriek.lid(wereld.tafel, wereld.politie, Rol.DEELNEMER, naam="K. Bos")
    afspraak = wereld.afspraak(
        1, wereld.politie, persoon_id=ander.id, persoon_naam="K. Bos", geldt_vanaf=nu()
    )
    client = als(wereld.voorzitter)
    data = {"naar": str(wereld.agent.id), "plichten": f"afspraak:{afspraak.id}"}
    antwoord = client.post(f"/opvolging/toewijzen?van={ander.id}", data=data)
    assert antwoord.status_code == 422
    assert "T. Hoekman mag dit niet zien" in antwoord.text
    wereld.sessie.refresh(afspraak)
    assert afspraak.persoon_id == ander.id


def test_wie_later_wordt_uitgesloten__de_voorzitter_leest_wat_er_ligt(wereld: Wereld, als: Als) -> None:
    paden = [f"/casussen/{wereld.casus.id}/opvolging", f"/casussen/{wereld.casus.id}/belangen"]
    zin = "T. Hoekman mag deze casus niet zien, en heeft hier nog taken"
    voorzitter = als(wereld.voorzitter)
    assert [zin in voorzitter.get(pad).text for pad in paden] == [False, False]
    wereld.afspraak(
        1, wereld.politie, persoon_id=wereld.agent.id, persoon_naam="T. Hoekman", geldt_vanaf=nu()
    )
    wereld.afspraak(2, wereld.om, persoon_id=wereld.officier.id, persoon_naam="C. Verlaat", geldt_vanaf=nu())
    for pad in paden:
        tekst = voorzitter.get(pad).text
        assert zin in tekst
        assert f"/opvolging/toewijzen?van={wereld.agent.id}" in tekst
        assert "C. Verlaat mag deze casus niet zien" not in tekst
        assert zin not in als(wereld.secretaris).get(pad).text, "only who can give it to another"
