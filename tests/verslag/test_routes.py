"""The pages and the downloads: who may read what, adopting, rectificatie, and what gets noted."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from docx import Document
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from models import Gebeurtenis, Gebruiker, Informering, TeInformerenPartij, Verslag
from models.waarden import AfspraakStatus, BesprekingStatus, OrganisatieSoort, OverlegStatus, Rol
from overleg.logboek.soorten import Soort
from overleg.verslag.bewaren import controlegetal
from tests.verslag.casussen import ART_9, stalking, zoon
from tests.verslag.verhaal import Verhaal

Als = Callable[[Gebruiker], FlaskClient]
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def woorden(antwoord: TestResponse) -> str:
    """Return all text of a Word answer, header and footer too."""
    assert antwoord.status_code == 200, antwoord.text
    document = Document(BytesIO(antwoord.data))
    deel = document.sections[0]
    stukken = [*document.paragraphs, *deel.header.paragraphs, *deel.footer.paragraphs]
    cellen = [cel.text for tabel in document.tables for rij in tabel.rows for cel in rij.cells]
    return "\n".join([*(alinea.text for alinea in stukken), *cellen])


def adres(verhaal: Verhaal, achter: str) -> str:
    return f"/overleggen/{verhaal.overleg.id}/{achter}"


def stel_vast(verhaal: Verhaal, client: FlaskClient) -> TestResponse:
    pagina = client.get(adres(verhaal, "verslag")).text
    gezien = pagina.split('name="gezien"')[1].split('value="')[1].split('"')[0]
    return client.post(adres(verhaal, "verslag/vaststellen"), data={"gezien": gezien})


def soorten(verhaal: Verhaal) -> list[str]:
    return list(verhaal.fabriek.sessie.scalars(select(Gebeurtenis.soort).order_by(Gebeurtenis.tijd)))


def test_verslag__pagina_en_word__zelfde_inhoud(verhaal: Verhaal, als: Als) -> None:
    b = stalking(verhaal)
    verhaal.klaar()
    client = als(verhaal.voorzitter)
    pagina, word = client.get(adres(verhaal, "verslag")), client.get(adres(verhaal, "verslag.docx"))
    assert pagina.status_code == 200
    tekst = woorden(word)
    for zin in (b.casus.concrete_vraag, "Spoedadvies over elektronisch toezicht", "Stopgesprek"):
        assert zin in pagina.text
        assert zin in tekst
    assert ART_9 not in pagina.text + tekst
    assert "CONCEPT" in tekst
    op_pagina = BeautifulSoup(pagina.text, "html.parser").select("#agenda tbody tr")
    agenda = [[cel.text for cel in rij.select(".tabel__waarde")] for rij in op_pagina]
    (tabel,) = [t for t in Document(BytesIO(word.data)).tables if t.rows[0].cells[-1].text == "Uitkomst"]
    assert [[cel.text for cel in rij.cells] for rij in tabel.rows[1:]] == agenda
    assert [rij[0] for rij in agenda] == [str(nummer + 1) for nummer in range(len(agenda))]
    assert not re.search(r"\d\d[.:]\d\d", str(agenda)), "a jump in the times would tell of an item left out"
    assert word.mimetype == DOCX
    assert word.headers["Content-Disposition"] == "attachment; filename=verslag-LW-2026-11-26.docx"
    assert word.headers["X-Content-Type-Options"] == "nosniff"


def test_verslag__andere_tafel__bestaat_niet(verhaal: Verhaal, als: Als) -> None:
    stalking(verhaal)
    elders = verhaal.fabriek.tafel("Elders", "EL")
    ander = verhaal.fabriek.partner(elders, OrganisatieSoort.OM)
    vreemd = verhaal.fabriek.lid(elders, ander, Rol.VOORZITTER)
    verhaal.klaar()
    client = als(vreemd)
    for achter in ("verslag", "verslag.docx", "acties.docx", "verslag/1", "verslag/1.docx"):
        assert client.get(adres(verhaal, achter)).status_code == 404, achter
    assert client.post(adres(verhaal, "verslag/vaststellen")).status_code == 404


@pytest.mark.parametrize(
    "achter", ["verslag/1", "verslag/1.docx", "verslag/999999999999999999999", "verslag/rectificatie"]
)
def test_verslag__versie_die_er_niet_is__404(verhaal: Verhaal, als: Als, achter: str) -> None:
    stalking(verhaal)
    verhaal.klaar()
    assert als(verhaal.voorzitter).get(adres(verhaal, f"verslag/{achter}")).status_code == 404


def test_verslag__nog_niet_begonnen__zegt_dat(verhaal: Verhaal, als: Als) -> None:
    verhaal.overleg.status = OverlegStatus.GEPUBLICEERD
    verhaal.klaar()
    client = als(verhaal.lid["om"])
    assert "nog niet begonnen" in client.get(adres(verhaal, "verslag")).text
    assert client.get(adres(verhaal, "verslag.docx")).status_code == 422


def test_vaststellen__alles_compleet__bevroren(verhaal: Verhaal, als: Als) -> None:
    b = stalking(verhaal)
    verhaal.klaar()
    client = als(verhaal.voorzitter)
    assert stel_vast(verhaal, client).status_code == 303
    verslag = verhaal.fabriek.sessie.scalars(select(Verslag)).one()
    assert (verslag.versie, verslag.controlegetal) == (1, controlegetal(verslag.inhoud))
    verhaal.fabriek.sessie.refresh(verhaal.overleg)
    assert verhaal.overleg.status is OverlegStatus.VASTGESTELD
    b.casus.concrete_vraag = "Later gewijzigd"
    verhaal.klaar()
    tekst = woorden(client.get(adres(verhaal, "verslag.docx")))
    assert "Later gewijzigd" not in tekst
    assert "CONCEPT" not in tekst
    assert f"versie 1, controlegetal {verslag.controlegetal[:12]}" in tekst
    assert client.post(adres(verhaal, "verslag/vaststellen")).status_code == 422
    assert Soort.VERSLAG_VASTGESTELD.value in soorten(verhaal)


def test_vaststellen__niet_de_voorzitter__mag_niet(verhaal: Verhaal, als: Als) -> None:
    stalking(verhaal)
    verhaal.klaar()
    for wie in ("om", "vt"):
        assert als(verhaal.lid[wie]).post(adres(verhaal, "verslag/vaststellen")).status_code == 403


def test_vaststellen__iets_open__reden_en_niets_bevroren(verhaal: Verhaal, als: Als) -> None:
    b = stalking(verhaal)
    b.bespreking.status, b.bespreking.afgerond_op = BesprekingStatus.OPEN, None
    verhaal.klaar()
    client = als(verhaal.voorzitter)
    assert "heeft nog geen besluit" in client.get(adres(verhaal, "verslag")).text
    antwoord = client.post(adres(verhaal, "verslag/vaststellen"), data={"gezien": "x"})
    assert antwoord.status_code == 422
    assert "heeft nog geen besluit" in antwoord.text
    assert verhaal.fabriek.sessie.scalars(select(Verslag)).first() is None


def test_vaststellen__gewijzigd_na_lezen__botsing(verhaal: Verhaal, als: Als) -> None:
    stalking(verhaal)
    verhaal.klaar()
    antwoord = als(verhaal.voorzitter).post(adres(verhaal, "verslag/vaststellen"), data={"gezien": "oud"})
    assert antwoord.status_code == 409
    assert "Lees het opnieuw" in antwoord.text


def test_rectificatie__erbij__beide_versies_leesbaar(verhaal: Verhaal, als: Als) -> None:
    b, _ander = stalking(verhaal), zoon(verhaal)
    verhaal.klaar()
    client = als(verhaal.voorzitter)
    stel_vast(verhaal, client)
    leeg = client.post(adres(verhaal, "verslag/rectificatie"), data={"versie": "1", "tekst": "Half getypt"})
    assert leeg.status_code == 422
    assert "Half getypt" in leeg.text
    invoer = {"versie": "1", "casus": str(b.casus.id), "tekst": "De datum is 5 december.", "reden": "Tikfout"}
    assert client.post(adres(verhaal, "verslag/rectificatie"), data=invoer).status_code == 303
    botsing = client.post(adres(verhaal, "verslag/rectificatie"), data=invoer)
    assert botsing.status_code == 409
    assert invoer["tekst"] in botsing.text, "what was typed stays on the page"
    assert 'name="versie" type="hidden" value="2"' in botsing.text, "who read the other can go on"
    assert "De datum is 5 december." in woorden(client.get(adres(verhaal, "verslag.docx")))
    assert "De datum is 5 december." in client.get(adres(verhaal, "verslag")).text
    assert "De datum is 5 december." not in woorden(client.get(adres(verhaal, "verslag/1.docx")))
    assert client.get(adres(verhaal, "verslag/1")).status_code == 200
    assert Soort.VERSLAG_GERECTIFICEERD.value in soorten(verhaal)


def test_rectificatie__vreemde_casus__geweigerd(verhaal: Verhaal, als: Als) -> None:
    stalking(verhaal)
    verhaal.klaar()
    client = als(verhaal.voorzitter)
    stel_vast(verhaal, client)
    invoer = {"versie": "1", "casus": str(verhaal.overleg.id), "tekst": "x", "reden": "y"}
    assert client.post(adres(verhaal, "verslag/rectificatie"), data=invoer).status_code == 422


def test_acties_van_overleg__per_partner__alleen_wat_mag(verhaal: Verhaal, als: Als) -> None:
    stalking(verhaal)
    verhaal.klaar()
    alles = woorden(als(verhaal.lid["om"]).get(adres(verhaal, "acties.docx")))
    eigen = woorden(als(verhaal.lid["reclassering"]).get(adres(verhaal, "acties.docx")))
    assert "Omgang van 12 december" in alles
    assert "Spoedadvies" in eigen
    assert "Omgang" not in eigen


def test_eigen_acties__op_datum__te_laat_in_woorden(verhaal: Verhaal, als: Als) -> None:
    b = stalking(verhaal)
    verhaal.afspraak(b, "vt", "Bel de school", verhaal.overleg.datum.replace(year=2025))
    verhaal.klaar()
    antwoord = als(verhaal.lid["vt"]).get("/acties.docx")
    tekst = woorden(antwoord)
    assert tekst.index("Bel de school") < tekst.index("Omgang van 12 december")
    assert "TE LAAT" in tekst
    assert "Spoedadvies" not in tekst
    assert "contact- en gebiedsverbod" not in tekst


def test_eigen_acties__wacht_op__tot_het_eerste_gedaan_is(verhaal: Verhaal, als: Als) -> None:
    b = stalking(verhaal)
    eerst = verhaal.afspraak(b, "om", "Eerst dit", verhaal.overleg.datum)
    verhaal.afspraak(b, "vt", "Dan dat", verhaal.overleg.datum, na=eerst)
    verhaal.klaar()
    client, wacht = als(verhaal.lid["vt"]), f"{eerst.nummer} ({verhaal.partner['om'].naam})"
    assert f"{wacht}, open" in woorden(client.get("/acties.docx"))
    eerst.status, eerst.status_reden = AfspraakStatus.NIET_MOGELIJK, "De rechter schorste."
    verhaal.klaar()
    assert f"{wacht}, niet meer mogelijk" in woorden(client.get("/acties.docx"))
    eerst.status, eerst.status_reden = AfspraakStatus.GEDAAN, ""
    verhaal.klaar()
    assert wacht not in woorden(client.get("/acties.docx"))


def test_eigen_acties__ook_wie_te_informeren_is__alleen_van_de_eigen_organisatie(
    verhaal: Verhaal, als: Als
) -> None:
    b = stalking(verhaal)
    verhaal.informering(b, next(iter(b.mensen)), "vt", "Hoe de omgang verdergaat", verhaal.overleg.datum)
    verhaal.partij(b, "School", "Wie haalt", "om", verhaal.overleg.datum)
    verhaal.klaar()
    vt, om = (woorden(als(verhaal.lid[wie]).get("/acties.docx")) for wie in ("vt", "om"))
    assert "Hoe de omgang verdergaat" in vt
    assert "Wie haalt" not in vt
    assert "Wie haalt" in om
    assert "Hoe de omgang verdergaat" not in om
    samen = woorden(als(verhaal.voorzitter).get(adres(verhaal, "acties.docx")))
    assert "Hoe de omgang verdergaat" in samen
    assert "Wie haalt" in samen


def test_eigen_acties__met_naam_genoemd_zonder_plaats_aan_de_tafel__wel_wie_te_informeren_is(
    verhaal: Verhaal, als: Als
) -> None:
    b = stalking(verhaal)
    gast = verhaal.fabriek.gebruiker(verhaal.partner["om"])
    verhaal.informering(b, next(iter(b.mensen)), "om", "Hoe de zitting verloopt", verhaal.overleg.datum)
    verhaal.partij(b, "School", "Wie haalt", "om", verhaal.overleg.datum)
    verhaal.partij(b, "Huisarts", "Wat er is gezien", "om", verhaal.overleg.datum)
    for rij in verhaal.fabriek.sessie.scalars(select(Informering)):
        rij.persoon_id = gast.id
    for partij in verhaal.fabriek.sessie.scalars(select(TeInformerenPartij)):
        partij.persoon_id = gast.id if partij.partij == "School" else None
    verhaal.klaar()
    lijst = woorden(als(gast).get("/acties.docx"))
    assert "Hoe de zitting verloopt" in lijst
    assert "Wie haalt" in lijst
    assert "Wat er is gezien" not in lijst


def test_eigen_acties__alleen_van_de_vrager_en_ook_wat_klaar_is(verhaal: Verhaal, als: Als) -> None:
    b, dag = stalking(verhaal), verhaal.overleg.datum
    eigen, ander, klaar = (
        verhaal.afspraak(b, "om", wat, dag)
        for wat in ("Neemt een besluit", "Belt de school", "Deed aangifte")
    )
    eigen.persoon_id = klaar.persoon_id = verhaal.lid["om"].id
    ander.persoon_id = None
    klaar.status = AfspraakStatus.GEDAAN
    verhaal.informering(b, next(iter(b.mensen)), "om", "Hoe de zitting verloopt", dag)
    verhaal.klaar()
    client = als(verhaal.lid["om"])

    def lijst(vraag: str) -> list[str]:
        tekst = woorden(client.get(f"/acties.docx{vraag}"))
        zinnen = ("Neemt een besluit", "Belt de school", "Deed aangifte", "Hoe de zitting verloopt")
        return [zin.split()[0] for zin in zinnen if zin in tekst]

    assert lijst("") == lijst("?van=x&stand=x") == ["Neemt", "Belt", "Hoe"]
    assert lijst("?van=mij") == ["Neemt"]
    assert lijst("?stand=alles") == ["Neemt", "Belt", "Deed", "Hoe"]
    assert lijst("?van=mij&stand=alles") == ["Neemt", "Deed"]
    assert "/acties.xlsx?van=mij" in client.get("/acties").text
    assert client.get("/acties.csv?van=mij&stand=alles").status_code == 200


def test_eigen_acties__geen_plaats_aan_de_tafel__niets(verhaal: Verhaal, als: Als) -> None:
    stalking(verhaal)
    beheerder = verhaal.fabriek.gebruiker(verhaal.partner["om"], beheerder=True)
    verhaal.klaar()
    assert "Er zijn geen acties." in woorden(als(beheerder).get("/acties.docx"))


def test_lezen_en_ophalen__komt_in_het_logboek(verhaal: Verhaal, als: Als) -> None:
    b = stalking(verhaal)
    verhaal.klaar()
    client = als(verhaal.lid["om"])
    for _keer in range(2):
        client.get(adres(verhaal, "verslag"))
        client.get(adres(verhaal, "verslag.docx"))
    regels = soorten(verhaal)
    for soort, aantal in {
        Soort.VERSLAG_BEKEKEN: 1, Soort.CASUS_BEKEKEN: 1,
        Soort.VERSLAG_GEDOWNLOAD: 2, Soort.CASUS_GEDOWNLOAD: 2,
    }.items():  # fmt: skip
        assert regels.count(soort.value) == aantal, soort
    over = verhaal.fabriek.sessie.scalars(
        select(Gebeurtenis.casus_id).where(Gebeurtenis.soort == Soort.CASUS_GEDOWNLOAD.value)
    )
    assert set(over) == {b.casus.id}


def test_agenda__in_word__wat_de_lezer_mag(verhaal: Verhaal, als: Als) -> None:
    b = zoon(verhaal)
    verhaal.klaar()
    antwoord = als(verhaal.lid["om"]).get(adres(verhaal, "agenda.docx"))
    tekst = woorden(antwoord)
    assert str(b.casus.kenmerk) in tekst
    assert b.casus.concrete_vraag in tekst
    assert b.casus.uitzondering_reden in tekst
    assert "Hornstra" not in tekst
    assert antwoord.headers["Content-Disposition"] == "attachment; filename=agenda-LW-2026-11-26.docx"
    ander = woorden(als(verhaal.lid["rvdk"]).get(adres(verhaal, "agenda.docx")))
    assert str(b.casus.kenmerk) not in ander
    assert Soort.AGENDA_GEDOWNLOAD.value in soorten(verhaal)


@pytest.mark.parametrize("inhoud", ["{kapot", '{"vorm": 1}', ""])
def test_verslag__bevroren_tekst_beschadigd__zegt_wat_te_doen(
    verhaal: Verhaal, als: Als, inhoud: str, caplog: pytest.LogCaptureFixture
) -> None:
    stalking(verhaal)
    verhaal.klaar()
    client = als(verhaal.voorzitter)
    assert stel_vast(verhaal, client).status_code == 303
    verslag = verhaal.fabriek.sessie.scalars(select(Verslag)).one()
    verslag.inhoud = inhoud or verslag.inhoud.replace("Stopgesprek", "Gesprek")
    verhaal.klaar()
    for achter in ("verslag", "verslag.docx", "verslag/1", "verslag/1.docx", "verslag/rectificatie"):
        antwoord = client.get(adres(verhaal, achter))
        assert antwoord.status_code == 500, achter
        assert "Gebruik dit verslag nu niet" in antwoord.text, achter
    assert "onleesbaar" in caplog.text
