"""One digest for each person and working day: who gets it, what it counts, and never twice."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from models import (
    Achtergrondtaak,
    Afspraak,
    Bericht,
    Bespreking,
    Deelname,
    Gebruiker,
    Informatieverzoek,
    Informering,
    Overdracht,
    Overleg,
    TeInformerenPartij,
    Verslagopmerking,
)
from models.waarden import (
    Aanwezigheid,
    AfspraakSoort,
    BerichtStatus,
    BetrokkeneRol,
    CasusStatus,
    Domein,
    OrganisatieSoort,
    OverdrachtSoort,
    OverlegStatus,
    Rol,
)
from models.waarden_post import Berichtsoort, Mailkeuze
from overleg.basis.achtergrond import TAKEN, Lus, voer_uit
from overleg.basis.klok import nu, vandaag
from overleg.basis.post import leg_klaar
from overleg.start import achtergrond as taak
from overleg.start.dagoverzicht import wachtend_voor
from tests.steun.fabriek import Fabriek

DINSDAG = datetime(2026, 11, 24, 8, tzinfo=UTC)
DAG = timedelta(days=1)
ONDERWERP = taak.ONDERWERP


@dataclass
class Wereld:
    """A tafel with its voorzitter, two people of the politie and one of the OM, and a casus discussed."""

    fabriek: Fabriek
    voorzitter: Gebruiker
    agent: Gebruiker
    collega: Gebruiker
    officier: Gebruiker
    bespreking: Bespreking

    def afspraak(self, dag: date, van: Gebruiker, *, nummer: int = 1, op_naam: bool = True) -> Afspraak:
        return self.fabriek._erbij(
            Afspraak(
                casus_id=self.bespreking.casus_id,
                bespreking_id=self.bespreking.id,
                nummer=nummer,
                wat="Kanarie gaat langs bij de familie",
                soort=AfspraakSoort.ONDERZOEK,
                domein=Domein.STRAF,
                organisatie_id=van.organisatie_id,
                persoon_id=van.id if op_naam else None,
                datum=dag,
                geldt_vanaf=nu(),
            )
        )

    def overdracht(self, naar: Gebruiker, per: date | None) -> Overdracht:
        return self.fabriek._erbij(
            Overdracht(
                casus_id=self.bespreking.casus_id,
                bespreking_id=self.bespreking.id,
                soort=OverdrachtSoort.REGIE,
                van_organisatie_id=self.voorzitter.organisatie_id,
                naar_organisatie_id=naar.organisatie_id,
                naar_persoon_id=naar.id,
                aangeboden_door_id=self.voorzitter.id,
                per_datum=per,
                geldt_vanaf=nu(),
            )
        )

    def vraag(self, aan: Gebruiker, uiterlijk: date) -> Informatieverzoek:
        return self.fabriek._erbij(
            Informatieverzoek(
                casus_id=self.bespreking.casus_id,
                organisatie_id=aan.organisatie_id,
                uiterlijk=uiterlijk,
                gevraagd_door_id=self.voorzitter.id,
            )
        )


@pytest.fixture
def klok() -> Iterator[time_machine.Traveller]:
    """Hold the clock at nine in the morning of a Tuesday."""
    with time_machine.travel(DINSDAG, tick=False) as klok:
        yield klok


@pytest.fixture
def wereld(klok: time_machine.Traveller, fabriek: Fabriek) -> Wereld:
    """Return a tafel with people, on that morning."""
    klok.move_to(DINSDAG)
    tafel = fabriek.tafel()
    politie, om = (fabriek.partner(tafel, s) for s in (OrganisatieSoort.POLITIE, OrganisatieSoort.OM))
    voorzitter = fabriek.lid(tafel, fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS), Rol.VOORZITTER)
    agent, collega, officier = (fabriek.lid(tafel, wie, Rol.DEELNEMER) for wie in (politie, politie, om))
    casus = fabriek.casus(tafel, agent, CasusStatus.BESPROKEN)
    overleg = fabriek.overleg(tafel, vandaag() - 7 * DAG, OverlegStatus.VASTGESTELD)
    return Wereld(fabriek, voorzitter, agent, collega, officier, fabriek.bespreking(overleg, casus, nu()))


def kies(mens: Gebruiker, keuze: Mailkeuze) -> None:
    mens.mail = keuze


def draai(sessie: Session) -> int:
    """Run the task as the loop does, on what is committed."""
    sessie.commit()
    if sessie.get(Achtergrondtaak, "dagoverzicht") is None:
        sessie.add(Achtergrondtaak(naam="dagoverzicht", uitkomst=""))
    sessie.commit()
    aantal = voer_uit(TAKEN["dagoverzicht"])
    sessie.expire_all()
    return aantal


def overzichten(sessie: Session) -> dict[str, str]:
    """Return the digests by address."""
    vraag = select(Bericht).where(Bericht.onderwerp == ONDERWERP)
    return {bericht.aan: bericht.tekst for bericht in sessie.scalars(vraag)}


def test_direct__alleen_wat_te_laat_is_of_gauw_moet(wereld: Wereld, db_sessie: Session) -> None:
    wereld.afspraak(vandaag() - DAG, wereld.agent)
    wereld.afspraak(vandaag() + 3 * DAG, wereld.agent, nummer=2)
    wereld.afspraak(vandaag() + 4 * DAG, wereld.agent, nummer=3)
    wereld.afspraak(vandaag() + 4 * DAG, wereld.officier, nummer=4)
    assert draai(db_sessie) == 1
    ((adres, tekst),) = overzichten(db_sessie).items()
    assert adres == wereld.agent.email
    assert "Afspraken om nu uit te voeren: 2 (1 te laat, 1 binnen drie dagen)" in tekst


def test_afspraak_zonder_naam__iedereen_van_die_organisatie(wereld: Wereld, db_sessie: Session) -> None:
    wereld.afspraak(vandaag(), wereld.agent, op_naam=False)
    assert draai(db_sessie) == 2
    assert set(overzichten(db_sessie)) == {wereld.agent.email, wereld.collega.email}


def test_dagelijks__alles_geteld_en_niets_van_de_casus(wereld: Wereld, db_sessie: Session) -> None:
    casus, dag = wereld.bespreking.casus, vandaag()
    kies(wereld.agent, Mailkeuze.DAGELIJKS)
    kies(wereld.collega, Mailkeuze.GEEN)
    wereld.vraag(wereld.agent, dag - DAG)
    wereld.overdracht(wereld.agent, dag + 30 * DAG)
    mens = wereld.fabriek.betrokkene(casus, BetrokkeneRol.SLACHTOFFER, "Kanarie Vogelaar")
    informeren = {
        "casus_id": casus.id,
        "bespreking_id": wereld.bespreking.id,
        "organisatie_id": wereld.agent.organisatie_id,
    }
    db_sessie.add(Informering(betrokkene_id=mens.id, wat="Kanarie", op=dag, **informeren))
    db_sessie.add(TeInformerenPartij(partij="Kanarie", op=dag - DAG, **informeren))
    assert draai(db_sessie) == 1
    ((adres, tekst),) = overzichten(db_sessie).items()
    assert adres == wereld.agent.email
    for regel in (
        "Vragen om informatie: 1 (1 te laat)",
        "Overdrachten die op uw antwoord wachten: 1",
        "Mensen en partijen die u nu moet informeren: 2 (1 te laat, 1 binnen drie dagen)",
    ):
        assert regel in tekst
    assert "/mail" in tekst
    for geheim in (casus.kenmerk or "?", "Kanarie", "Vogelaar", casus.concrete_vraag):
        assert geheim not in tekst + ONDERWERP


def test_voorzitter__triage_en_verslagen(wereld: Wereld, db_sessie: Session) -> None:
    tafel = wereld.bespreking.casus.tafel
    kies(wereld.voorzitter, Mailkeuze.DAGELIJKS)
    wereld.fabriek.casus(tafel, wereld.agent, CasusStatus.AANGEMELD)
    wereld.fabriek.overleg(tafel, vandaag() - DAG, OverlegStatus.AFGEROND)
    terug = wereld.fabriek.casus(tafel, wereld.officier, CasusStatus.TERUGGESTUURD)
    kies(terug.inbrenger, Mailkeuze.DAGELIJKS)
    assert draai(db_sessie) == 2
    post = overzichten(db_sessie)
    assert "op triage wachten: 1\n- Verslagen die u moet vaststellen: 1" in post[wereld.voorzitter.email]
    assert "Uw aanmeldingen die zijn teruggestuurd: 1" in post[wereld.officier.email]


@pytest.mark.parametrize(
    ("per", "oud", "dringend"), [(30, 0, False), (3, 0, True), (None, 2, False), (None, 4, True)]
)
def test_overdracht__herinnering_als_hij_blijft_liggen(
    wereld: Wereld, db_sessie: Session, per: int | None, oud: int, dringend: bool
) -> None:
    rij = wereld.overdracht(wereld.officier, None if per is None else vandaag() + per * DAG)
    rij.geldt_vanaf = nu() - oud * DAG
    db_sessie.flush()
    (post,) = wachtend_voor(db_sessie, wereld.fabriek.vrager(wereld.officier), vandaag())
    assert (post.aantal, post.dringend) == (1, dringend)


def test_wie_niets_heeft_uit_staat_of_geen_wil__krijgt_niets(wereld: Wereld, db_sessie: Session) -> None:
    wereld.afspraak(vandaag() - DAG, wereld.agent)
    kies(wereld.agent, Mailkeuze.GEEN)
    wereld.afspraak(vandaag() - DAG, wereld.officier, nummer=2)
    wereld.officier.active = False
    kies(wereld.voorzitter, Mailkeuze.DAGELIJKS)
    assert draai(db_sessie) == 0
    assert overzichten(db_sessie) == {}


def test_een_keer_per_dag__niet_voor_zeven_uur_en_niet_in_het_weekend(
    wereld: Wereld, db_sessie: Session, klok: time_machine.Traveller
) -> None:
    wereld.afspraak(vandaag() - DAG, wereld.agent)
    aantallen = []
    for uur in (0, 6, 24, 24, 24, 24, 24, 24):  # Tuesday nine and three o'clock, then each day at three
        klok.shift(timedelta(hours=uur))
        aantallen.append(draai(db_sessie))
    assert aantallen == [1, 0, 1, 1, 1, 0, 0, 1]
    klok.shift(timedelta(hours=15))
    assert draai(db_sessie) == 0, "six in the morning"
    klok.shift(timedelta(hours=1))
    assert draai(db_sessie) == 1


def test_twee_lussen_tegelijk__een_mail(app: Flask, wereld: Wereld, db_sessie: Session) -> None:
    wereld.afspraak(vandaag() - DAG, wereld.agent)
    db_sessie.commit()
    draden = [threading.Thread(target=Lus(app).ronde) for _ in range(2)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    vraag = select(Bericht).where(Bericht.onderwerp == ONDERWERP)
    assert len(db_sessie.scalars(vraag).all()) == 1


def test_halverwege_gestopt__niets_gemaakt_en_daarna_precies_een(
    wereld: Wereld, db_sessie: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    for nummer, mens in enumerate((wereld.agent, wereld.officier), 1):
        wereld.afspraak(vandaag() - DAG, mens, nummer=nummer)
    keren: list[str] = []

    def stuk(sessie: Session, soort: Berichtsoort, aan: str, onderwerp: str, tekst: str) -> None:
        keren.append(aan)
        if len(keren) == 2:
            raise RuntimeError
        leg_klaar(sessie, soort, aan, onderwerp, tekst)

    with monkeypatch.context() as even:
        even.setattr(taak, "leg_klaar", stuk)
        with pytest.raises(RuntimeError):
            draai(db_sessie)
    db_sessie.rollback()
    assert overzichten(db_sessie) == {}
    assert draai(db_sessie) == 2
    assert draai(db_sessie) == 0


def concept(wereld: Wereld, tot: date, *aanwezig: Gebruiker) -> Overleg:
    """Make a meeting whose draft is open for comment until `tot`, with who was there."""
    overleg = wereld.fabriek.overleg(
        wereld.bespreking.casus.tafel, tot - 7 * DAG, OverlegStatus.AFGEROND, opmerkingen_tot=tot
    )
    for mens in aanwezig:
        wereld.fabriek._erbij(
            Deelname(
                overleg_id=overleg.id,
                organisatie_id=mens.organisatie_id,
                gebruiker_id=mens.id,
                aanwezigheid=Aanwezigheid.AANWEZIG,
            )
        )
    return overleg


def test_opmerkingen__herinnering_op_de_werkdag_voor_de_laatste(
    wereld: Wereld, db_sessie: Session, klok: time_machine.Traveller
) -> None:
    """On a Tuesday for Wednesday, on a Friday for the weekend and Monday; once, and not to who spoke."""
    woensdag, vrijdag = vandaag() + DAG, vandaag() + 3 * DAG
    een = concept(wereld, woensdag, wereld.voorzitter, wereld.agent, wereld.collega)
    concept(wereld, vrijdag + DAG, wereld.agent)
    concept(wereld, vrijdag + 3 * DAG, wereld.agent)
    db_sessie.add(
        Verslagopmerking(
            overleg_id=een.id,
            tekst="Er staat dinsdag.",
            door_id=wereld.collega.id,
            organisatie_id=wereld.collega.organisatie_id,
        )
    )
    gehad = []
    for _dag in range(7):
        draai(db_sessie)
        gehad.append({aan: tekst.split("\n")[2] for aan, tekst in overzichten(db_sessie).items()})
        db_sessie.execute(delete(Bericht))
        klok.shift(DAG)
    wat = "- Verslagen waarop u nog kunt reageren"
    assert gehad == [
        {wereld.agent.email: f"{wat}: 1 (tot en met 25-11-2026)"},
        {},
        {},
        {wereld.agent.email: f"{wat}: 2 (tot en met 28-11-2026 of 30-11-2026)"},
        {},
        {},
        {},
    ]


def test_opmerkingen__geen_mail__niet_aanwezig__of_al_vastgesteld(wereld: Wereld, db_sessie: Session) -> None:
    overleg = concept(wereld, vandaag() + DAG, wereld.agent, wereld.officier)
    kies(wereld.officier, Mailkeuze.GEEN)
    assert draai(db_sessie) == 1
    db_sessie.execute(delete(Bericht))
    overleg.status, overleg.vastgesteld_op = OverlegStatus.VASTGESTELD, nu()
    db_sessie.execute(delete(Achtergrondtaak))
    assert draai(db_sessie) == 0


def test_bundel__telt_mee_en_is_daarna_weg(wereld: Wereld, db_sessie: Session) -> None:
    kies(wereld.agent, Mailkeuze.DAGELIJKS)
    db_sessie.flush()
    for _ in range(2):
        leg_klaar(db_sessie, Berichtsoort.WERK, wereld.agent.email, "Een vraag", "Er staat een vraag klaar.")
    oud = leg_klaar(db_sessie, Berichtsoort.WERK, wereld.agent.email, "Oud", "Oud.")
    assert oud is not None
    oud.aan, oud.gemaakt_op = "weg@voorbeeld.nl", nu() - 15 * DAG
    assert draai(db_sessie) == 1
    assert "Berichten over uw werk sinds uw vorige overzicht: 2" in overzichten(db_sessie)[wereld.agent.email]
    over = db_sessie.scalars(select(Bericht.status)).all()
    assert BerichtStatus.BUNDEL not in over
