"""Who saw a casus or the data of a person: answers, rights, no case content, bound to indexes."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Connection, event, select, text
from sqlalchemy.orm import Session

from models import Gebeurtenis, Gebruiker
from models.waarden import BetrokkeneRol, CasusStatus, PuntSoort
from overleg.basis.database import db
from overleg.logboek.opvragen import gezien
from overleg.logboek.soorten import Soort
from tests.logboek.wereld import OCHTEND, Wereld, rijen_van, zonder_inhoud
from tests.steun.database import ALLEEN_SQLITE
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]


@pytest.mark.parametrize(
    ("vraag", "wie"),
    [
        ("", ["Aron Agent", "Vera Voorzit"]),
        ("&vanaf=24-11-2026&tot=24-11-2026", ["Aron Agent"]),
        ("&vanaf=24-11-2026&vanaf_tijd=9.45&tot=24-11-2026&tot_tijd=9.50", ["Aron Agent"]),
        ("&vanaf=24-11-2026&vanaf_tijd=9.51&tot=24-11-2026&tot_tijd=10.00", []),
        ("&vanaf=25-11-2026", ["Vera Voorzit"]),
        ("&tot=24-11-2026&tot_tijd=9.30", ["Aron Agent"]),
        ("&tot=23-11-2026", []),
    ],
)
def test_casus__wie_zag_hem_tussen_twee_momenten(
    wereld: Wereld, als: Als, vraag: str, wie: list[str]
) -> None:
    pagina = als(wereld.functionaris).get(f"/logboek/casus?casus={wereld.casus.id}{vraag}")
    assert pagina.status_code == 200
    zonder_inhoud(pagina.text)
    if not wie:
        assert "In deze tijd zag niemand de casus." in pagina.text
        return
    rijen = rijen_van(pagina.text, "Wie de casus zag, op volgorde van de eerste keer")
    assert [next(naam for naam in ("Aron Agent", "Vera Voorzit") if naam in rij) for rij in rijen] == wie


def test_casus__hoe_vaak_namens_wie_en_of_het_meeging(wereld: Wereld, als: Als) -> None:
    tekst = als(wereld.voorzitter).get(f"/logboek/casus?casus={wereld.casus.id}").text
    agent, voorzitter = rijen_van(tekst, "Wie de casus zag, op volgorde van de eerste keer")
    assert "namens Vaste Vos" in agent
    assert agent.endswith("3 nee")
    assert voorzitter.endswith("1 1")
    assert "Directbetrokkene 1 ( K. É. )" in " ".join(re.sub(r"<[^>]+>", " ", tekst).split())


def test_casus__overleg_waar_hij_op_stond(wereld: Wereld, als: Als) -> None:
    overleg = wereld.fabriek.overleg(wereld.casus.tafel, date(2026, 11, 26))
    wereld.fabriek.punt(overleg, PuntSoort.CASUS, casus=wereld.casus)
    for soort, keer in ((Soort.OVERLEG_BEKEKEN, 2), (Soort.AGENDA_GEDOWNLOAD, 1)):
        for _ in range(keer):
            wereld.regel(wereld.agent, soort, OCHTEND, casus_id=None, overleg_id=overleg.id, betrokkenen=[])
    wereld.fabriek.klaar()
    tekst = als(wereld.functionaris).get(f"/logboek/casus?casus={wereld.casus.id}").text
    (rij,) = rijen_van(tekst, "Wie een overleg of agenda zag waar de casus op stond")
    assert rij.endswith("3 1")


@pytest.mark.parametrize("vraag", ["tot_tijd=9.00", "vanaf_tijd=9.00", "vanaf=2-1-2026&tot=1-1-2026"])
def test_casus__periode_die_niet_kan__zin(wereld: Wereld, als: Als, vraag: str) -> None:
    pagina = als(wereld.functionaris).get(f"/logboek/casus?casus={wereld.casus.id}&{vraag}")
    assert pagina.status_code == 422
    assert "Er klopt iets nog niet" in pagina.text


def test_betrokkene__gelijke_regels_van_een_dag_samen_in_gewone_woorden(wereld: Wereld, als: Als) -> None:
    wereld.regel(
        wereld.agent, Soort.INFORMERING_UITGESTELD, OCHTEND, betrokkene_id=wereld.pleger.id, betrokkenen=[]
    )
    wereld.fabriek.klaar()
    pagina = als(wereld.functionaris).get(f"/logboek/betrokkene?betrokkene={wereld.slachtoffer.id}")
    zonder_inhoud(pagina.text)
    rijen = rijen_van(pagina.text, "Wie uw gegevens zag, de nieuwste dag eerst")
    assert [rij.split(" ")[0] for rij in rijen] == ["25-11-2026", "24-11-2026", "24-11-2026"]
    assert "haalde gegevens op in een bestand" in rijen[0]
    assert "bekeek gegevens (3 keer) neemt voor een vaste partner deel aan de overlegtafel" in rijen[1]
    assert "Aron Agent" in rijen[1]
    assert "namens Vaste Vos" in rijen[1]
    assert "maar dat mocht niet" in rijen[2]
    pleger = als(wereld.functionaris).get(f"/logboek/betrokkene?betrokkene={wereld.pleger.id}").text
    kop = " ".join(re.sub(r"<[^>]+>", " ", pleger).split())
    assert f"directbetrokkene 2 ( K. T. ) van casus {wereld.casus.kenmerk}" in kop
    assert len(rijen_van(pleger, "Wie uw gegevens zag, de nieuwste dag eerst")) == 4


def test_betrokkene__wie_er_later_bij_kwam__niet_wat_daarvoor_was(
    wereld: Wereld, als: Als, fabriek: Fabriek
) -> None:
    later = fabriek.betrokkene(
        wereld.casus, BetrokkeneRol.KIND, "Kanarie Drie", gemaakt_op=OCHTEND + timedelta(hours=2)
    )
    fabriek.sessie.flush()
    wereld.regel(wereld.agent, Soort.CASUS_BEKEKEN, OCHTEND, betrokkenen=[])
    wereld.regel(wereld.agent, Soort.CASUS_BEKEKEN, OCHTEND + timedelta(hours=3), betrokkenen=[])
    fabriek.klaar()
    tekst = als(wereld.functionaris).get(f"/logboek/betrokkene?betrokkene={later.id}").text
    (rij,) = rijen_van(tekst, "Wie uw gegevens zag, de nieuwste dag eerst")
    assert "keer" not in rij


def test_betrokkene__bladeren_per_hele_dag(
    wereld: Wereld, als: Als, fabriek: Fabriek, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gezien, "OP_EEN_BLAD", 3)
    for dag in range(1, 6):
        for minuut in range(2):
            wereld.regel(wereld.agent, Soort.CASUS_BEKEKEN, OCHTEND - timedelta(days=dag, minutes=minuut))
    fabriek.klaar()
    client, adres, gezien_ = (
        als(wereld.functionaris),
        f"/logboek/betrokkene?betrokkene={wereld.slachtoffer.id}",
        [],
    )
    while adres:
        tekst = client.get(adres).text
        gezien_ += rijen_van(tekst, "Wie uw gegevens zag, de nieuwste dag eerst")
        volgende = re.search(r'rel="next"\s+href="([^"]+)"', tekst)
        adres = volgende.group(1).replace("&amp;", "&") if volgende else ""
    assert len(gezien_) == 8
    assert len(set(gezien_)) == 8
    assert sum("(2 keer)" in rij for rij in gezien_) == 5


PADEN = (
    "/logboek/casus?casus={0}",
    "/logboek/betrokkene?betrokkene={1}",
    "/logboek?casus={0}",
    "/logboek?medewerker={2}",
)


@pytest.mark.parametrize("pad", PADEN)
def test_gezien__alleen_de_eigen_tafel(wereld: Wereld, als: Als, pad: str) -> None:
    echt = pad.format(wereld.casus.id, wereld.slachtoffer.id, wereld.agent.id)
    elders = wereld.fabriek.sessie.get_one(Gebruiker, wereld.vreemd.inbrenger_id)
    assert als(wereld.functionaris).get(echt).status_code == 200
    assert als(wereld.voorzitter).get(echt).status_code == 200
    assert als(elders).get(echt).status_code == 404
    assert als(wereld.agent).get(echt).status_code == 403
    assert (
        als(wereld.functionaris).get(pad.format(*["00000000-0000-4000-8000-000000000000"] * 3)).status_code
        == 404
    )
    assert als(wereld.functionaris).get(echt.split("=")[0] + "=onzin").status_code in {200, 404}


def test_gezien__concept_dat_de_voorzitter_niet_mag_zien__404(
    wereld: Wereld, als: Als, fabriek: Fabriek
) -> None:
    concept = fabriek.casus(wereld.casus.tafel, wereld.agent, CasusStatus.CONCEPT)
    fabriek.betrokkene(concept, BetrokkeneRol.SLACHTOFFER, "Kanarie Vier")
    wereld.regel(wereld.agent, Soort.AANMELDING_BEGONNEN, OCHTEND, concept)
    fabriek.klaar()
    assert als(wereld.voorzitter).get(f"/logboek/casus?casus={concept.id}").status_code == 404
    assert als(wereld.functionaris).get(f"/logboek/casus?casus={concept.id}").status_code == 200


def test_gezien__kijken_in_het_logboek_staat_erin(wereld: Wereld, als: Als, db_sessie: Session) -> None:
    client = als(wereld.functionaris)
    for pad in (*PADEN, "/logboek/signalen"):
        client.get(pad.format(wereld.casus.id, wereld.slachtoffer.id, wereld.agent.id))
    db_sessie.rollback()
    regels = db_sessie.scalars(
        select(Gebeurtenis).where(
            Gebeurtenis.gebruiker_id == wereld.functionaris.id, Gebeurtenis.soort.startswith("logboek")
        )
    ).all()
    gevonden = {(regel.soort, regel.object_soort, regel.casus_id) for regel in regels}
    assert gevonden == {
        ("logboek_casus_bekeken", "casus", wereld.casus.id),
        ("logboek_betrokkene_bekeken", "directbetrokkene", wereld.casus.id),
        ("logboek_bekeken", "casus", wereld.casus.id),
        ("logboek_medewerker_bekeken", "gebruiker", None),
        ("logboek_signalen_bekeken", "logboek", None),
    }


# --- a fixed number of questions, bound to indexes ------------------------------------------------


@ALLEEN_SQLITE  # the plan of a nearly empty PostgreSQL says nothing
def test_gezien__vast_aantal_vragen_en_nooit_de_hele_tabel(
    app: Flask, wereld: Wereld, als: Als, tel_vragen: Callable[[Callable[[], object]], int]
) -> None:
    client = als(wereld.voorzitter)
    adressen = [
        pad.format(wereld.casus.id, wereld.slachtoffer.id, wereld.agent.id)
        for pad in (*PADEN, "/logboek", "/logboek/signalen?vanaf=20-11-2026&tot=26-11-2026")
    ]
    eerst = [tel_vragen(lambda adres=adres: client.get(adres)) for adres in adressen]  # type: ignore[misc]
    for nummer in range(60):
        wereld.regel(wereld.agent, Soort.CASUS_BEKEKEN, OCHTEND + timedelta(minutes=nummer))
    wereld.fabriek.klaar()
    plannen: list[str] = []

    def leg_uit(
        verbinding: Connection, _cursor: object, opdracht: str, waarden: tuple[object, ...], *_rest: object
    ) -> None:
        if opdracht.startswith("SELECT") and "gebeurtenis" in opdracht:
            rijen = verbinding.connection.cursor()
            rijen.execute(f"EXPLAIN QUERY PLAN {opdracht}", waarden)
            plannen.extend(str(rij[-1]) for rij in rijen.fetchall())

    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", leg_uit)
        daarna = [tel_vragen(lambda adres=adres: client.get(adres)) for adres in adressen]  # type: ignore[misc]
        event.remove(db.engine, "before_cursor_execute", leg_uit)
    assert daarna == eerst
    assert len(plannen) > 20
    assert [plan for plan in plannen if plan.startswith("SCAN gebeurtenis")] == []


def test_lijst__functionaris__loopt_de_index_af(db_sessie: Session) -> None:
    if db_sessie.get_bind().dialect.name == "sqlite":
        plan = db_sessie.execute(
            text("EXPLAIN QUERY PLAN SELECT * FROM gebeurtenis ORDER BY tijd DESC, id DESC LIMIT 51")
        ).all()
        assert "ix_gebeurtenis_tijd" in str(plan)
    else:
        db_sessie.execute(text("SET LOCAL enable_seqscan = off"))
        plan = db_sessie.execute(
            text("EXPLAIN SELECT * FROM gebeurtenis ORDER BY tijd DESC, id DESC LIMIT 51")
        ).all()
        assert "ix_gebeurtenis_tijd" in str(plan)
