"""The form that goes with a handover: what this receiver needs, and of nobody else what is not for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from models import AndereTafel, Gebeurtenis, Gebruiker, Grondslag, Overdracht
from models.waarden import (
    AfspraakStatus,
    CasusStatus,
    OrganisatieSoort,
    OverdrachtSoort,
    OverdrachtStatus,
    Rol,
    Veld,
)
from overleg.logboek.soorten import Soort
from overleg.opvolging.regels.overdracht import heeft_formulier, mag_meegeven
from overleg.verslag.overdrachtinhoud import Overdrachtinhoud
from overleg.verslag.word.overdracht import overdracht_docx
from tests.verslag.casussen import ART_9, stalking, zoon
from tests.verslag.test_routes import woorden
from tests.verslag.test_word import MOMENT, alles, kanaries, open_, vul
from tests.verslag.verhaal import AFGEROND, Besproken, Verhaal

Als = Callable[[Gebruiker], FlaskClient]
ADRES = "Kanariestraat 12"
AFWEGING = "Straf helpt hier pas later."


def bied_aan(v: Verhaal, b: Besproken, **kolommen: Any) -> Overdracht:
    """Offer something of a discussed casus; to the OM when nothing else is said."""
    vast: dict[str, Any] = {"soort": OverdrachtSoort.REGIE}
    if "andere_tafel_id" not in kolommen:
        vast["naar_organisatie_id"] = v.partner["om"].id
    return v.erbij(
        Overdracht(
            casus_id=b.casus.id,
            bespreking_id=b.bespreking.id,
            van_organisatie_id=v.partner["vt"].id,
            toelichting="Warme overdracht in een gesprek.",
            per_datum=date(2026, 12, 9),
            aangeboden_door_id=v.voorzitter.id,
            geldt_vanaf=AFGEROND,
            **{**vast, **kolommen},
        )
    )


def naar_tafel(v: Verhaal, b: Besproken) -> Overdracht:
    tafel = v.fabriek.sessie.scalars(select(AndereTafel).where(AndereTafel.tafel_id == v.tafel.id)).first()
    assert tafel is not None
    return bied_aan(v, b, soort=OverdrachtSoort.CASUS, andere_tafel_id=tafel.id)


def pad(overdracht: Overdracht) -> str:
    return f"/overdrachten/{overdracht.id}.docx"


@pytest.fixture
def b(verhaal: Verhaal) -> Besproken:
    """Return casus 1, with an address and a text that goes to nobody else."""
    b = stalking(verhaal)
    for mens in b.mensen.values():
        mens.adres = ADRES
    velden = {veld.veld: veld for veld in b.bespreking.velden}
    if Veld.AFWEGING in velden:
        velden[Veld.AFWEGING].waarde = AFWEGING
    else:
        verhaal.tekst(b, Veld.AFWEGING, AFWEGING)
    return b


def test_word__elk_veld_van_de_inhoud__staat_erin() -> None:
    inhoud = vul(Overdrachtinhoud)
    tekst = alles(open_(overdracht_docx(inhoud, MOMENT)))
    assert not {merk for merk in kanaries(inhoud) if merk not in tekst}
    assert "Dit formulier bevat wat de overlegtafel samen heeft vastgelegd." in tekst
    assert "alleen wat met deze ontvanger is gedeeld" in alles(
        open_(overdracht_docx(replace(inhoud, buiten=False), MOMENT))
    )


@pytest.mark.parametrize("tekst", ["😀👩‍👩‍👧", "محمد بن سلمان", "x" * 300, "<w:p/>&amp;"])
def test_word__vreemde_tekst__komt_ongeschonden_terug(tekst: str) -> None:
    assert tekst in alles(open_(overdracht_docx(vul(Overdrachtinhoud, tekst), MOMENT)))


def test_word__stuurtekens_en_vertrouwelijk() -> None:
    document = open_(overdracht_docx(vul(Overdrachtinhoud, "a\x00\ud800\ufffe\u202ekanarie"), MOMENT))
    assert "akanarie" in alles(document)
    assert "Vertrouwelijk" in document.sections[0].header.paragraphs[0].text


@pytest.mark.parametrize(
    ("status", "mag"),
    [
        (OverdrachtStatus.AANGEBODEN, True),
        (OverdrachtStatus.GEACCEPTEERD, True),
        (OverdrachtStatus.GEWEIGERD, False),
        (OverdrachtStatus.INGETROKKEN, False),
    ],
)
def test_regel__alleen_wat_doorgaat_gaat_mee(status: OverdrachtStatus, mag: bool) -> None:
    assert bool(mag_meegeven(status, gesloten=False, zonder_grond="")) is mag
    assert not mag_meegeven(status, gesloten=True, zonder_grond="")
    assert not mag_meegeven(status, gesloten=False, zonder_grond="Er is geen grondslag.")


def test_regel__bij_een_afspraak_hoort_geen_formulier() -> None:
    assert [soort for soort in OverdrachtSoort if heeft_formulier(soort)] == [
        OverdrachtSoort.REGIE,
        OverdrachtSoort.CASUS,
    ]


def test_ontvanger_aan_tafel__ziet_wat_met_hem_is_gedeeld(verhaal: Verhaal, als: Als, b: Besproken) -> None:
    verhaal.bijdrage(b, "politie", "Niet voor het OM.", ("vt",))
    verhaal.bijdrage(b, "vt", "Niet voor de voorzitter bedoeld, wel voor het OM.", ("om",))
    verhaal.bijdrage(b, "politie", "Alleen voor het OM.", ("om",))
    gedaan = verhaal.afspraak(b, "vt", "Al gedaan", date(2026, 12, 1), status=AfspraakStatus.GEDAAN)
    overdracht = bied_aan(verhaal, b)
    ander = zoon(verhaal)
    verhaal.klaar()
    antwoord = als(verhaal.lid["om"]).get(pad(overdracht))
    tekst = woorden(antwoord)
    naam = f"overdracht-{b.casus.kenmerk}.docx"
    assert antwoord.headers["Content-Disposition"] == f"attachment; filename={naam}"
    for zin in (
        b.casus.concrete_vraag, "Warme overdracht in een gesprek.", "09-12-2026", "Alleen voor het OM.",
        "Vier mutaties", "Spoedadvies over elektronisch toezicht", "Bas Ouwehand",
        "contact- en gebiedsverbod",
        "Regie nu", "Uitgesteld, opnieuw bekijken op 10-12-2026", "Het nu vertellen is gevaarlijk",
        "School van Fenna", "Marijke Stoelwinder", "Antwoord van de ontvanger",
    ):  # fmt: skip
        assert zin in tekst, zin
    for zin in ("Niet voor het OM.", ADRES, AFWEGING, gedaan.wat, str(ander.casus.kenmerk), "Hornstra"):
        assert zin not in tekst, zin
    assert "Vragen brengt Marijke in gevaar." not in tekst, "why there is no consent is not handed over"


def test_voorzitter__neemt_niets_mee_dat_zij_zelf_niet_mag_lezen(
    verhaal: Verhaal, als: Als, b: Besproken
) -> None:
    verhaal.bijdrage(b, "politie", "Alleen voor het OM.", ("om",))
    overdracht = bied_aan(verhaal, b)
    verhaal.klaar()
    tekst = woorden(als(verhaal.voorzitter).get(pad(overdracht)))
    assert "Vier mutaties" in tekst
    assert "Alleen voor het OM." not in tekst
    assert ART_9 not in tekst


def test_andere_tafel__alleen_wat_samen_is_vastgelegd(verhaal: Verhaal, als: Als, b: Besproken) -> None:
    overdracht = naar_tafel(verhaal, b)
    verhaal.klaar()
    client = als(verhaal.voorzitter)
    tekst = woorden(client.get(pad(overdracht)))
    for zin in (b.casus.concrete_vraag, "Spoedadvies over elektronisch toezicht", "samen heeft vastgelegd"):
        assert zin in tekst
    for zin in ("Vier mutaties", "Melding in juni", ART_9, ADRES, AFWEGING):
        assert zin not in tekst, zin
    assert pad(overdracht) in client.get(f"/overdrachten/{overdracht.id}").text


def test_ontvanger_die_niet_meedoet__krijgt_het_van_de_voorzitter(
    verhaal: Verhaal, als: Als, b: Besproken
) -> None:
    overdracht = bied_aan(verhaal, b, naar_organisatie_id=verhaal.partner["rvdk"].id)
    overdracht.naar_persoon_id = verhaal.lid["rvdk"].id
    verhaal.klaar()
    ontvanger = als(verhaal.lid["rvdk"])
    pagina = ontvanger.get(f"/overdrachten/{overdracht.id}")
    assert pagina.status_code == 200
    assert pad(overdracht) not in pagina.text
    assert ontvanger.get(pad(overdracht)).status_code == 403
    assert "Vier mutaties" not in woorden(als(verhaal.voorzitter).get(pad(overdracht)))


def test_anderen__niet(verhaal: Verhaal, als: Als, b: Besproken) -> None:
    overdracht = bied_aan(verhaal, b)
    elders = verhaal.fabriek.tafel("Elders", "EL")
    ander = verhaal.fabriek.partner(elders, OrganisatieSoort.OM)
    vreemd = verhaal.fabriek.lid(elders, ander, Rol.VOORZITTER)
    verhaal.klaar()
    assert als(verhaal.lid["politie"]).get(pad(overdracht)).status_code == 403
    assert als(verhaal.lid["reclassering"]).get(pad(overdracht)).status_code == 404
    assert als(vreemd).get(pad(overdracht)).status_code == 404


def test_geweigerd_of_een_afspraak__geen_formulier(verhaal: Verhaal, als: Als, b: Besproken) -> None:
    geweigerd = bied_aan(
        verhaal, b, status=OverdrachtStatus.GEWEIGERD, antwoord_reden="Nu niet.",
        beantwoord_op=AFGEROND, beantwoord_door_naam="C. Verlaat",
    )  # fmt: skip
    afspraak = verhaal.afspraak(b, "vt", "Bel de school", date(2026, 12, 7))
    los = bied_aan(verhaal, b, soort=OverdrachtSoort.AFSPRAAK, afspraak_id=afspraak.id)
    verhaal.klaar()
    client = als(verhaal.voorzitter)
    assert client.get(pad(geweigerd)).status_code == 422
    assert client.get(pad(los)).status_code == 404
    for overdracht in (geweigerd, los):
        assert "Overdrachtsformulier" not in client.get(f"/overdrachten/{overdracht.id}").text


def test_organisatie_waarvoor_de_casus_gesloten_is__geen_formulier(
    verhaal: Verhaal, als: Als, b: Besproken
) -> None:
    overdracht = bied_aan(verhaal, b)
    verhaal.fabriek.sluit_uit(b.casus, verhaal.partner["om"], verhaal.voorzitter)
    verhaal.klaar()
    client = als(verhaal.voorzitter)
    assert client.get(pad(overdracht)).status_code == 422
    assert pad(overdracht) not in client.get(f"/overdrachten/{overdracht.id}").text


def test_ophalen__ontvanger_zonder_grond__geen_formulier_tot_de_grond_er_is(
    verhaal: Verhaal, als: Als, b: Besproken
) -> None:
    ggz = verhaal.fabriek.organisatie(OrganisatieSoort.GGZ, "GGZ De Wending")
    overdracht = bied_aan(verhaal, b, naar_organisatie_id=ggz.id)
    verhaal.klaar()
    client, zin = als(verhaal.voorzitter), "Er is geen grondslag voor Veilig Thuis aan GGZ"
    geweigerd = client.get(pad(overdracht))
    assert geweigerd.status_code == 422
    assert zin in geweigerd.text
    assert not verhaal.fabriek.sessie.scalar(
        select(Gebeurtenis.id).where(Gebeurtenis.soort == Soort.OVERDRACHT_GEDOWNLOAD.value)
    )
    pagina = client.get(f"/overdrachten/{overdracht.id}").text
    assert zin in pagina
    assert pad(overdracht) not in pagina
    verhaal.erbij(
        Grondslag(
            tafel_id=verhaal.tafel.id,
            ontvanger=OrganisatieSoort.GGZ,
            doel="Zorg inzetten",
            grond="Art. 9 AVG",
            bron="Besluit van de tafel",
        )
    )
    verhaal.klaar()
    assert client.get(pad(overdracht)).status_code == 200


def test_ophalen__staat_in_het_register_van_verstrekkingen(verhaal: Verhaal, als: Als, b: Besproken) -> None:
    binnen, buiten = bied_aan(verhaal, b), naar_tafel(verhaal, b)
    verhaal.klaar()
    client = als(verhaal.voorzitter)
    for overdracht in (binnen, buiten):
        assert client.get(pad(overdracht)).status_code == 200
    regels = verhaal.fabriek.sessie.scalars(
        select(Gebeurtenis)
        .where(Gebeurtenis.soort == Soort.OVERDRACHT_GEDOWNLOAD.value)
        .order_by(Gebeurtenis.tijd)
    ).all()
    assert [regel.gegevens["organisatie"] for regel in regels] == [
        verhaal.partner["om"].naam,
        buiten.andere_tafel.naam if buiten.andere_tafel else "",
    ]
    assert {regel.casus_id for regel in regels} == {b.casus.id}
    assert regels[0].grond
    assert not regels[1].grond
    register = client.get(f"/logboek/verstrekkingen?casus={b.casus.id}").text
    assert "Overdrachtsformulier" in register
    assert verhaal.partner["om"].naam in register


def test_afgesloten_casus__voorzitter_kan_het_nog_meegeven(verhaal: Verhaal, als: Als, b: Besproken) -> None:
    overdracht = naar_tafel(verhaal, b)
    b.casus.status, b.casus.gesloten_reden = CasusStatus.GESLOTEN, "Overgedragen."
    verhaal.klaar()
    assert als(verhaal.voorzitter).get(pad(overdracht)).status_code == 200
