"""From the bespreking to an adopted verslag through the pages only: no row is made by the test itself."""

from __future__ import annotations

from collections.abc import Callable

from flask.testing import FlaskClient
from sqlalchemy import select

from models import Deelname, Gebruiker, Verslag
from models.waarden import Aanwezigheid, OrganisatieSoort, OverlegStatus, PuntSoort
from tests.opvolging.wereld import Wereld, maak_wereld
from tests.steun.fabriek import Fabriek
from tests.verslag.verhaal import Verhaal

Als = Callable[[Gebruiker], FlaskClient]


def _opening(wereld: Wereld, client: FlaskClient) -> None:
    """Let everyone who is expected be there and consent; `start` made their rows."""
    deelnames = wereld.sessie.scalars(select(Deelname).where(Deelname.overleg_id == wereld.overleg.id)).all()
    velden = {f"{d.id}-aanwezigheid": "aanwezig" for d in deelnames}
    velden |= {f"{d.id}-akkoord": "ja" for d in deelnames}
    pad = f"/overleggen/{wereld.overleg.id}/bespreking/deelnames"
    assert client.post(pad, data=velden).status_code == 303


def test_verslag__echt_besproken_casus__is_vast_te_stellen(fabriek: Fabriek, als: Als) -> None:
    wereld = maak_wereld(fabriek)
    wereld.overleg.status, wereld.overleg.huidig_punt_id = OverlegStatus.GEPUBLICEERD, None
    fabriek.klaar()
    voorzitter = als(wereld.voorzitter)
    pad = f"/overleggen/{wereld.overleg.id}"
    assert voorzitter.post(f"{pad}/bespreking/start").status_code == 303
    _opening(wereld, voorzitter)
    wereld.beantwoord_alles(voorzitter)
    assert wereld.rond_af(voorzitter).status_code == 303
    assert voorzitter.post(f"{pad}/bespreking/afronden").status_code == 303

    pagina = voorzitter.get(f"{pad}/verslag").text
    assert "Wat er is afgesproken." in pagina
    assert "Nog niet beantwoord" not in pagina
    gezien = pagina.split('name="gezien"')[1].split('value="')[1].split('"')[0]
    antwoord = voorzitter.post(f"{pad}/verslag/vaststellen", data={"gezien": gezien})
    assert antwoord.status_code == 303, antwoord.text

    wereld.sessie.expire_all()
    assert wereld.overleg.status is OverlegStatus.VASTGESTELD
    assert wereld.sessie.scalars(select(Verslag.versie)).all() == [1]


def test_vaststellen__niet_vastgelegd__staat_er_bij_behalve_van_een_gesloten_casus(
    verhaal: Verhaal, als: Als
) -> None:
    fabriek = verhaal.fabriek
    open_, dicht = (verhaal.casus(vraag, {}) for vraag in ("Wie gaat erheen?", "Wat nu?"))
    fabriek.punt(verhaal.overleg, PuntSoort.RONDVRAAG)
    for besproken, naam in ((open_, "Gea Gast"), (dicht, "Hidde Gast")):
        organisatie = fabriek.organisatie(OrganisatieSoort.OVERIG)
        gast = fabriek.gebruiker(organisatie, naam=naam)
        verhaal.deelname(gast, aanwezigheid=Aanwezigheid.VERWACHT, punt_id=besproken.punt.id)
    fabriek.sluit_uit(dicht.casus, verhaal.voorzitter, verhaal.voorzitter)
    verhaal.klaar()
    pagina = als(verhaal.voorzitter).get(f"/overleggen/{verhaal.overleg.id}/verslag").text
    assert "Gea Gast staat nog op ‘verwacht’" in pagina
    assert "‘Rondvraag’ is niet geopend" in pagina
    assert "Opening en registratieafspraken’ is niet geopend" not in pagina
    assert "Hidde Gast" not in pagina
