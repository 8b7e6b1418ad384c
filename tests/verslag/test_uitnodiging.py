"""The letter to a guest: when, where, what is asked; nothing of the casus (domein.md §2)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

import pytest
from flask.testing import FlaskClient

from models import Aanschuiver, Gebruiker
from models.waarden import OrganisatieSoort, OverlegStatus, Rol
from overleg.logboek.soorten import Soort
from overleg.verslag.uitnodiging import Uitnodiging
from overleg.verslag.word.uitnodiging import uitnodiging_docx
from tests.verslag.casussen import stalking
from tests.verslag.test_routes import soorten, woorden
from tests.verslag.test_word import MOMENT, alles, kanaries, open_, vul
from tests.verslag.verhaal import Besproken, Verhaal

Als = Callable[[Gebruiker], FlaskClient]


def gast(v: Verhaal, b: Besproken, **kolommen: object) -> Aanschuiver:
    gemeente = v.fabriek.organisatie(OrganisatieSoort.GEMEENTE)
    vast: dict[str, object] = {"naam": "Noor Elzinga", "slot_begin": time(9, 15), "slot_einde": time(9, 25)}
    return v.erbij(Aanschuiver(punt_id=b.punt.id, organisatie_id=gemeente.id, **{**vast, **kolommen}))


def pad(rij: Aanschuiver) -> str:
    return f"/gasten/{rij.id}/uitnodiging.docx"


def test_word__elk_veld__staat_erin() -> None:
    inhoud = vul(Uitnodiging)
    document = open_(uitnodiging_docx(inhoud, MOMENT))
    assert not {merk for merk in kanaries(inhoud) if merk not in alles(document)}
    assert "VERVALLEN" in document.sections[0].header.paragraphs[1].text


@pytest.mark.parametrize("tekst", ["😀👩‍👩‍👧", "محمد بن سلمان", "x" * 300, "<w:p/>&amp;"])
def test_word__vreemde_tekst__komt_ongeschonden_terug(tekst: str) -> None:
    assert tekst in alles(open_(uitnodiging_docx(vul(Uitnodiging, tekst), MOMENT)))


def test_route__eigen_tijd_en_niets_van_de_casus(verhaal: Verhaal, als: Als) -> None:
    b = stalking(verhaal)
    verhaal.fabriek.lid(verhaal.tafel, verhaal.partner["vt"], Rol.SECRETARIS, naam="Pim Noordhof")
    rij = gast(verhaal, b)
    verhaal.klaar()
    client = als(verhaal.voorzitter)
    antwoord = client.get(pad(rij))
    tekst = woorden(antwoord)
    assert antwoord.headers["Content-Disposition"] == "attachment; filename=uitnodiging-LW-2026-11-26.docx"
    for zin in (
        "LW-2026-11-26",
        "09.15 tot 09.25 uur",
        "Stadhuis Lindewoude",
        "Noor Elzinga",
        "Pim Noordhof",
    ):
        assert zin in tekst
    for zin in (str(b.casus.kenmerk), b.casus.concrete_vraag, *b.mensen, "VERVALLEN"):
        assert zin not in tekst
    assert Soort.UITNODIGING_GEDOWNLOAD.value in soorten(verhaal)


def test_route__zonder_eigen_tijd__die_van_het_agendapunt(verhaal: Verhaal, als: Als) -> None:
    b = stalking(verhaal)
    rij = gast(verhaal, b, slot_begin=None, slot_einde=None)
    verhaal.klaar()
    assert "09.10 tot 09.30 uur" in woorden(als(verhaal.voorzitter).get(pad(rij)))


def test_route__overleg_afgezegd__vervallen(verhaal: Verhaal, als: Als) -> None:
    rij = gast(verhaal, stalking(verhaal))
    verhaal.overleg.status = OverlegStatus.GEANNULEERD
    verhaal.klaar()
    assert "VERVALLEN" in woorden(als(verhaal.voorzitter).get(pad(rij)))


def test_route__alleen_wie_de_agenda_maakt(verhaal: Verhaal, als: Als) -> None:
    rij = gast(verhaal, stalking(verhaal))
    verhaal.klaar()
    assert als(verhaal.lid["om"]).get(pad(rij)).status_code in {403, 404}
