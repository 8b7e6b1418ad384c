"""Sending the agenda, changing it afterwards, who comes."""

from datetime import time, timedelta
from typing import Any

import pytest
from icalendar import Calendar
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Bericht, Deelname, Overleg
from models.waarden import Aanwezigheid, OverlegStatus, OverlegVorm
from overleg.agenda.handelingen import zet_door, zet_op_agenda
from overleg.agenda.handelingen.aanwezigheid import meld_aanwezig, meld_af
from overleg.agenda.handelingen.gasten import Gast, haal_gast_weg, voeg_gast_toe
from overleg.agenda.handelingen.plannen import (
    Overlegplan,
    annuleer_overleg,
    plan_overleggen,
    wijzig_overleg,
)
from overleg.agenda.handelingen.punten import haal_van_agenda
from overleg.agenda.handelingen.versturen import verstuur_agenda
from overleg.agenda.opvragen.deelnemers import verwachte_deelnemers
from overleg.basis.fouten import Botsing, Geweigerd
from overleg.basis.klok import vandaag
from tests.agenda.conftest import PLAN, Gezelschap

SLOT = (time(10), time(10, 15))


def berichten(sessie: Session) -> dict[str, Bericht]:
    return {bericht.aan: bericht for bericht in sessie.scalars(select(Bericht).order_by(Bericht.gemaakt_op))}


def gebeurtenis(bericht: Bericht) -> tuple[str, str, int, time]:
    """Return method, uid, sequence and begin of the calendar file with a mail."""
    agenda = Calendar.from_ical(bericht.bijlage)
    dingen: list[Any] = list(agenda.walk("VEVENT"))
    (ding,) = dingen
    return str(agenda["method"]), str(ding["uid"]), int(ding["sequence"]), ding["dtstart"].dt.time()


def gastvrij(gezelschap: Gezelschap, sessie: Session, overleg: Overleg, *, slot: bool = True) -> None:
    """Put a casus with a guest on the agenda."""
    vrager = gezelschap.vrager("secretaris")
    punt = zet_op_agenda(sessie, vrager, overleg, gezelschap.casus())
    begin, einde = SLOT if slot else (None, None)
    voeg_gast_toe(sessie, vrager, punt, Gast(None, gezelschap.mensen["gast"].id, "", begin, einde))


def test_verwacht__vaste_leden_en_wie_aansluit(gezelschap: Gezelschap, db_sessie: Session) -> None:
    overleg = gezelschap.overleg()
    vast = [gezelschap.mensen[wie].id for wie in ("voorzitter", "secretaris", "om", "politie")]
    assert [lid.gebruiker_id for lid in verwachte_deelnemers(db_sessie, overleg)] == vast
    casus = gezelschap.casus()
    gezelschap.sluit_aan(casus, gezelschap.organisaties["reclassering"])
    zet_op_agenda(db_sessie, gezelschap.vrager("secretaris"), overleg, casus)
    verwacht = [lid.gebruiker_id for lid in verwachte_deelnemers(db_sessie, overleg)]
    assert verwacht == [*vast, gezelschap.mensen["reclassering"].id]


def test_verstuur__ieder_een_uitnodiging_zonder_gegevens_van_de_casus(
    gezelschap: Gezelschap, db_sessie: Session
) -> None:
    overleg = gezelschap.overleg()
    gastvrij(gezelschap, db_sessie, overleg)
    assert verstuur_agenda(db_sessie, gezelschap.vrager("secretaris"), overleg) == 5
    assert overleg.status is OverlegStatus.GEPUBLICEERD
    post = berichten(db_sessie)
    mensen = gezelschap.mensen
    namen = ("voorzitter", "secretaris", "om", "politie", "gast")
    assert set(post) == {mensen[wie].email for wie in namen}
    db_sessie.refresh(overleg)
    casus = overleg.punten[2].casus
    assert casus is not None
    for bericht in post.values():
        for geheim in (casus.kenmerk or "", casus.concrete_vraag):
            assert geheim not in bericht.onderwerp + bericht.tekst + bericht.bijlage
    methode, uid, volgnummer, begin = gebeurtenis(post[mensen["om"].email])
    assert (methode, uid.split("@")[0], begin) == ("REQUEST", str(overleg.id), time(9))
    methode, gast_uid, _, begin = gebeurtenis(post[mensen["gast"].email])
    assert (methode, begin) == ("REQUEST", time(10))
    assert gast_uid != uid
    rijen = db_sessie.scalars(select(Deelname).where(Deelname.overleg_id == overleg.id)).all()
    assert len(rijen) == 4
    assert volgnummer == overleg.ics_volgnummer


def test_verstuur__gast_zonder_tijd__eerst_oplossen(gezelschap: Gezelschap, db_sessie: Session) -> None:
    overleg = gezelschap.overleg()
    gastvrij(gezelschap, db_sessie, overleg, slot=False)
    with pytest.raises(Geweigerd, match="nog geen tijd"):
        verstuur_agenda(db_sessie, gezelschap.vrager("secretaris"), overleg)
    assert overleg.status is OverlegStatus.GEPLAND
    assert not berichten(db_sessie)


def test_verstuur__gast_besloten_maar_niet_geplaatst__eerst_oplossen(
    gezelschap: Gezelschap, db_sessie: Session
) -> None:
    overleg, casus = gezelschap.overleg(), gezelschap.casus()
    gezelschap.sluit_aan(casus, gezelschap.organisaties["gemeente"], als_gast=True)
    zet_op_agenda(db_sessie, gezelschap.vrager("secretaris"), overleg, casus)
    with pytest.raises(Geweigerd, match="staat nog niet bij dit punt"):
        verstuur_agenda(db_sessie, gezelschap.vrager("secretaris"), overleg)


def test_wijzigen_na_versturen__hoger_volgnummer_en_opnieuw(
    gezelschap: Gezelschap, db_sessie: Session
) -> None:
    overleg, vrager = gezelschap.overleg(), gezelschap.vrager("secretaris")
    verstuur_agenda(db_sessie, vrager, overleg)
    db_sessie.commit()
    eerst = overleg.ics_volgnummer
    anders = Overlegplan(time(13), time(16), OverlegVorm.DIGITAAL, "https://overleg.voorbeeld.nl/zaal")
    dag = overleg.datum + timedelta(days=1)
    with pytest.raises(Botsing):
        wijzig_overleg(db_sessie, vrager, overleg, anders, datum=dag, versie=overleg.versie - 1)
    wijzig_overleg(db_sessie, vrager, overleg, anders, datum=dag, versie=overleg.versie)
    assert (overleg.gewijzigd_na_uitnodiging, overleg.ics_volgnummer > eerst) == (True, True)
    verstuur_agenda(db_sessie, vrager, overleg)
    assert (overleg.gewijzigd_na_uitnodiging, overleg.uitgenodigd_op is not None) == (False, True)
    alle = db_sessie.scalars(select(Bericht).where(Bericht.aan == gezelschap.mensen["om"].email)).all()
    uids = {gebeurtenis(bericht)[1] for bericht in alle}
    assert (len(alle), len(uids)) == (2, 1)
    assert max(gebeurtenis(bericht)[2] for bericht in alle) == overleg.ics_volgnummer


def test_annuleer_na_versturen__afzegging_met_hoger_volgnummer(
    gezelschap: Gezelschap, db_sessie: Session
) -> None:
    overleg, vrager = gezelschap.overleg(), gezelschap.vrager("secretaris")
    gastvrij(gezelschap, db_sessie, overleg)
    verstuur_agenda(db_sessie, vrager, overleg)
    was = overleg.ics_volgnummer
    db_sessie.query(Bericht).delete()
    annuleer_overleg(db_sessie, vrager, overleg)
    post = berichten(db_sessie)
    assert len(post) == 5
    for bericht in post.values():
        methode, _, volgnummer, _ = gebeurtenis(bericht)
        assert (methode, volgnummer > was) == ("CANCEL", True)


def test_gast_weg_na_versturen__alleen_die_gast_hoort_het(gezelschap: Gezelschap, db_sessie: Session) -> None:
    overleg, vrager = gezelschap.overleg(), gezelschap.vrager("secretaris")
    gastvrij(gezelschap, db_sessie, overleg)
    verstuur_agenda(db_sessie, vrager, overleg)
    db_sessie.query(Bericht).delete()
    db_sessie.refresh(overleg)
    (gast,) = overleg.punten[2].aanschuivers
    haal_gast_weg(db_sessie, vrager, gast)
    assert set(berichten(db_sessie)) == {gezelschap.mensen["gast"].email}


def test_gast__tweemaal_of_verkeerd_slot__geweigerd(gezelschap: Gezelschap, db_sessie: Session) -> None:
    overleg, vrager = gezelschap.overleg(), gezelschap.vrager("secretaris")
    gastvrij(gezelschap, db_sessie, overleg)
    db_sessie.refresh(overleg)
    punt, gast = overleg.punten[2], gezelschap.mensen["gast"].id
    for fout in (
        Gast(None, gast, "", *SLOT),
        Gast(None, None, "X", *SLOT),
        Gast(None, gast, "", SLOT[0], None),
    ):
        with pytest.raises(Geweigerd):
            voeg_gast_toe(db_sessie, vrager, punt, fout)


def test_afmelden__vervanger_op_de_lijst_en_weer_eraf(gezelschap: Gezelschap, db_sessie: Session) -> None:
    overleg, politie = gezelschap.overleg(), gezelschap.vrager("politie")
    achtervang = gezelschap.mensen["achtervang"]
    verstuur_agenda(db_sessie, gezelschap.vrager("secretaris"), overleg)
    db_sessie.query(Bericht).delete()
    meld_af(db_sessie, politie, overleg, achtervang.id)
    rijen = {rij.gebruiker_id: rij for rij in db_sessie.scalars(select(Deelname))}
    assert rijen[politie.id].aanwezigheid is Aanwezigheid.AFGEMELD
    assert rijen[achtervang.id].vervangt_id == politie.id
    assert set(berichten(db_sessie)) == {achtervang.email}
    meld_aanwezig(db_sessie, politie, overleg)
    rijen = {rij.gebruiker_id: rij for rij in db_sessie.scalars(select(Deelname))}
    assert rijen[politie.id].aanwezigheid is Aanwezigheid.VERWACHT
    assert achtervang.id not in rijen


def test_vervanger_weer_eraf__afzegging_die_de_kalender_aanneemt(
    gezelschap: Gezelschap, db_sessie: Session
) -> None:
    overleg, politie = gezelschap.overleg(), gezelschap.vrager("politie")
    achtervang = gezelschap.mensen["achtervang"]
    verstuur_agenda(db_sessie, gezelschap.vrager("secretaris"), overleg)
    db_sessie.query(Bericht).delete()
    db_sessie.commit()
    versie = overleg.versie
    meld_af(db_sessie, politie, overleg, achtervang.id)
    meld_aanwezig(db_sessie, politie, overleg)
    meld_af(db_sessie, politie, overleg, achtervang.id)
    post = db_sessie.scalars(select(Bericht).order_by(Bericht.gemaakt_op)).all()
    assert {bericht.aan for bericht in post} == {achtervang.email}
    gelezen = [gebeurtenis(bericht) for bericht in post]
    assert [methode for methode, *_ in gelezen] == ["REQUEST", "CANCEL", "REQUEST"]
    assert len({uid for _, uid, *_ in gelezen}) == 1
    eerst, weg, weer = (volgnummer for _, _, volgnummer, _ in gelezen)
    assert eerst < weg <= weer
    assert overleg.versie == versie, "who works on the agenda meets no Botsing"


@pytest.mark.parametrize("hoe", ["punt weg", "naar een later overleg"])
def test_punt_met_gast_van_de_agenda__afzegging_is_nieuwer(
    gezelschap: Gezelschap, db_sessie: Session, hoe: str
) -> None:
    overleg, vrager = gezelschap.overleg(), gezelschap.vrager("secretaris")
    later = gezelschap.overleg(overleg.datum + timedelta(days=7))
    gastvrij(gezelschap, db_sessie, overleg)
    verstuur_agenda(db_sessie, vrager, overleg)
    db_sessie.refresh(overleg)
    if hoe == "punt weg":
        haal_van_agenda(db_sessie, vrager, overleg.punten[2])
    else:
        zet_door(db_sessie, vrager, overleg.punten[2], later)
    aan_gast = select(Bericht).where(Bericht.aan == gezelschap.mensen["gast"].email)
    (eerst, weg) = [gebeurtenis(b) for b in db_sessie.scalars(aan_gast.order_by(Bericht.gemaakt_op))]
    assert (eerst[0], weg[0], eerst[1]) == ("REQUEST", "CANCEL", weg[1])
    assert weg[2] > eerst[2]


def test_gast_weg_en_weer_terug__steeds_nieuwer_onder_dezelfde_uid(
    gezelschap: Gezelschap, db_sessie: Session
) -> None:
    overleg, vrager = gezelschap.overleg(), gezelschap.vrager("secretaris")
    gastvrij(gezelschap, db_sessie, overleg)
    verstuur_agenda(db_sessie, vrager, overleg)
    db_sessie.refresh(overleg)
    (gast,) = overleg.punten[2].aanschuivers
    haal_gast_weg(db_sessie, vrager, gast)
    db_sessie.flush()
    voeg_gast_toe(db_sessie, vrager, overleg.punten[2], Gast(None, gezelschap.mensen["gast"].id, "", *SLOT))
    verstuur_agenda(db_sessie, vrager, overleg)
    aan_gast = select(Bericht).where(Bericht.aan == gezelschap.mensen["gast"].email)
    gelezen = [gebeurtenis(b) for b in db_sessie.scalars(aan_gast.order_by(Bericht.gemaakt_op))]
    assert [methode for methode, *_ in gelezen] == ["REQUEST", "CANCEL", "REQUEST"]
    assert len({uid for _, uid, *_ in gelezen}) == 1
    nummers = [volgnummer for _, _, volgnummer, _ in gelezen]
    assert nummers == sorted(set(nummers))


def test_afmelden__vervanger_van_ander_of_overleg_bezig__geweigerd(
    gezelschap: Gezelschap, db_sessie: Session
) -> None:
    overleg, politie = gezelschap.overleg(), gezelschap.vrager("politie")
    with pytest.raises(Geweigerd):
        meld_af(db_sessie, politie, overleg, gezelschap.mensen["om"].id)
    overleg.status = OverlegStatus.LOPEND
    with pytest.raises(Geweigerd):
        meld_af(db_sessie, politie, overleg, None)


def test_plan__dubbel_voorbij_of_leeg__geweigerd(gezelschap: Gezelschap, db_sessie: Session) -> None:
    overleg, vrager = gezelschap.overleg(), gezelschap.vrager("secretaris")
    for data in ([overleg.datum], [vandaag() - timedelta(days=1)], []):
        with pytest.raises(Geweigerd):
            plan_overleggen(db_sessie, vrager, gezelschap.tafel, data, PLAN)


def test_plan__meer_data__een_reeks(gezelschap: Gezelschap, db_sessie: Session) -> None:
    data = [vandaag() + timedelta(days=7 * week) for week in (1, 2, 3)]
    reeks = plan_overleggen(db_sessie, gezelschap.vrager("secretaris"), gezelschap.tafel, data, PLAN)
    assert len({overleg.reeks_id for overleg in reeks}) == 1
    assert reeks[0].reeks_id is not None
    assert [overleg.datum for overleg in reeks] == data
