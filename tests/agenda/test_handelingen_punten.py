"""Casussen on and off the agenda, in order, and on to the next overleg."""

import uuid
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Aanschuiver, Agendapunt, Gebeurtenis, Overleg
from models.waarden import CasusStatus, MeldingStatus, OverlegStatus, PuntSoort
from overleg.agenda.handelingen import zet_door, zet_monitoring_klaar, zet_op_agenda
from overleg.agenda.handelingen.monitoring import zet_alle_monitoring_klaar
from overleg.agenda.handelingen.plannen import annuleer_overleg
from overleg.agenda.handelingen.punten import Ordening, haal_van_agenda, orden_agenda, voeg_punt_toe
from overleg.agenda.opvragen.overleggen import volgend_overleg
from overleg.basis.fouten import Botsing, GeenRecht, Geweigerd
from overleg.basis.klok import nu, vandaag
from tests.agenda.conftest import Gezelschap

WEEK = timedelta(days=7)


def soorten(sessie: Session, overleg: Overleg) -> list[PuntSoort]:
    vraag = select(Agendapunt).where(Agendapunt.overleg_id == overleg.id).order_by(Agendapunt.volgorde)
    return [punt.soort for punt in sessie.scalars(vraag)]


def test_nieuw_overleg__heeft_vaste_punten(gezelschap: Gezelschap, db_sessie: Session) -> None:
    overleg = gezelschap.overleg()
    assert soorten(db_sessie, overleg) == [PuntSoort.OPENING, PuntSoort.ACTIES, PuntSoort.RONDVRAAG]


def test_zet_op_agenda__voor_de_rondvraag_spoed_eerst(gezelschap: Gezelschap, db_sessie: Session) -> None:
    overleg, vrager = gezelschap.overleg(), gezelschap.vrager("secretaris")
    gewoon, spoed = gezelschap.casus(), gezelschap.casus(acuut=True)
    een = zet_op_agenda(db_sessie, vrager, overleg, gewoon)
    twee = zet_op_agenda(db_sessie, vrager, overleg, spoed)
    assert twee.volgorde < een.volgorde
    assert soorten(db_sessie, overleg)[2:] == [PuntSoort.CASUS, PuntSoort.CASUS, PuntSoort.RONDVRAAG]
    assert gewoon.status is CasusStatus.GEAGENDEERD
    assert een.minuten == gezelschap.tafel.minuten_per_casus
    regels = db_sessie.scalars(select(Gebeurtenis).where(Gebeurtenis.soort == "casus_geagendeerd")).all()
    assert {regel.casus_id for regel in regels} == {gewoon.id, spoed.id}


def test_zet_op_agenda__zonder_vraag_of_melding__nee(gezelschap: Gezelschap, db_sessie: Session) -> None:
    overleg, vrager = gezelschap.overleg(), gezelschap.vrager("secretaris")
    casus = gezelschap.casus(concrete_vraag=" ", melding_status=MeldingStatus.GEEN)
    with pytest.raises(Geweigerd) as fout:
        zet_op_agenda(db_sessie, vrager, overleg, casus)
    assert len(fout.value.oordeel.redenen) == 2
    assert casus.status is CasusStatus.TOEGELATEN


def test_zet_op_agenda__andere_tafel_of_geweest__nee(gezelschap: Gezelschap, db_sessie: Session) -> None:
    overleg, vrager = gezelschap.overleg(), gezelschap.vrager("secretaris")
    ander = gezelschap.fabriek.tafel("Brakzijl", "BZ")
    vreemd = gezelschap.fabriek.casus(ander, gezelschap.mensen["politie"], CasusStatus.TOEGELATEN)
    with pytest.raises(Geweigerd):
        zet_op_agenda(db_sessie, vrager, overleg, vreemd)
    overleg.status = OverlegStatus.AFGEROND
    with pytest.raises(Geweigerd):
        zet_op_agenda(db_sessie, vrager, overleg, gezelschap.casus())


def test_zet_op_agenda__deelnemer__geen_recht(gezelschap: Gezelschap, db_sessie: Session) -> None:
    with pytest.raises(GeenRecht):
        zet_op_agenda(db_sessie, gezelschap.vrager("politie"), gezelschap.overleg(), gezelschap.casus())


@pytest.mark.parametrize("status", [CasusStatus.TOEGELATEN, CasusStatus.BESPROKEN, CasusStatus.IN_MONITORING])
def test_haal_van_agenda__casus_is_weer_wat_hij_was(
    gezelschap: Gezelschap, db_sessie: Session, status: CasusStatus
) -> None:
    overleg, vrager, casus = gezelschap.overleg(), gezelschap.vrager("secretaris"), gezelschap.casus(status)
    punt = zet_op_agenda(db_sessie, vrager, overleg, casus)
    assert punt.soort is (PuntSoort.MONITORING if status is CasusStatus.IN_MONITORING else PuntSoort.CASUS)
    haal_van_agenda(db_sessie, vrager, punt)
    db_sessie.flush()
    assert casus.status is status
    assert len(soorten(db_sessie, overleg)) == 3


def test_haal_van_agenda__begonnen_of_opening__geweigerd(gezelschap: Gezelschap, db_sessie: Session) -> None:
    overleg, vrager = gezelschap.overleg(), gezelschap.vrager("secretaris")
    punt = zet_op_agenda(db_sessie, vrager, overleg, gezelschap.casus())
    punt.begonnen_op = nu()
    with pytest.raises(Geweigerd):
        haal_van_agenda(db_sessie, vrager, punt)
    db_sessie.refresh(overleg)
    with pytest.raises(Geweigerd):
        haal_van_agenda(db_sessie, vrager, overleg.punten[0])


def test_zet_door__nieuw_punt_met_geschiedenis_en_gast_zonder_tijd(
    gezelschap: Gezelschap, db_sessie: Session
) -> None:
    eerst, daarna = gezelschap.overleg(), gezelschap.overleg(vandaag() + 2 * WEEK)
    vrager, casus = gezelschap.vrager("secretaris"), gezelschap.casus(CasusStatus.BESPROKEN)
    punt = zet_op_agenda(db_sessie, vrager, eerst, casus)
    punt.minuten = 35
    punt.aanschuivers.append(Aanschuiver(organisatie=gezelschap.organisaties["gemeente"], naam="N. Elzinga"))
    db_sessie.flush()
    naar = volgend_overleg(db_sessie, eerst, vandaag())
    assert naar is daarna
    nieuw = zet_door(db_sessie, vrager, punt, daarna)
    assert (nieuw.van_punt_id, nieuw.minuten, nieuw.overleg_id) == (punt.id, 35, daarna.id)
    assert punt.doorgezet_op is not None
    assert casus.status == "geagendeerd"
    assert [(gast.naam, gast.slot_begin) for gast in nieuw.aanschuivers] == [("N. Elzinga", None)]
    haal_van_agenda(db_sessie, vrager, nieuw)
    assert casus.status == "besproken"
    db_sessie.flush()
    terug = zet_op_agenda(db_sessie, vrager, eerst, casus)
    assert terug.id == punt.id
    assert terug.doorgezet_op is None


def test_zet_door__tweemaal_of_terug_in_tijd__nee(gezelschap: Gezelschap, db_sessie: Session) -> None:
    eerst, daarna = gezelschap.overleg(), gezelschap.overleg(vandaag() + 2 * WEEK)
    vrager = gezelschap.vrager("secretaris")
    punt = zet_op_agenda(db_sessie, vrager, daarna, gezelschap.casus())
    with pytest.raises(Geweigerd):
        zet_door(db_sessie, vrager, punt, eerst)
    later = gezelschap.overleg(vandaag() + 3 * WEEK)
    zet_door(db_sessie, vrager, punt, later)
    with pytest.raises(Geweigerd):
        zet_door(db_sessie, vrager, punt, later)


def test_volgend_overleg__geen__niets(gezelschap: Gezelschap, db_sessie: Session) -> None:
    assert volgend_overleg(db_sessie, gezelschap.overleg(), vandaag()) is None


def test_monitoring__op_het_eerste_overleg_op_of_na_de_datum(
    gezelschap: Gezelschap, db_sessie: Session
) -> None:
    eerst, daarna = gezelschap.overleg(), gezelschap.overleg(vandaag() + 2 * WEEK)
    casus = gezelschap.casus(CasusStatus.IN_MONITORING, monitoring_op=vandaag() + timedelta(days=10))
    zonder = gezelschap.casus(CasusStatus.IN_MONITORING, monitoring_op=vandaag(), concrete_vraag="")
    assert zet_monitoring_klaar(db_sessie, eerst) == []
    (punt,) = zet_monitoring_klaar(db_sessie, daarna)
    assert (punt.casus_id, punt.soort) == (casus.id, PuntSoort.MONITORING)
    assert zonder.status is CasusStatus.IN_MONITORING
    assert zet_monitoring_klaar(db_sessie, daarna) == []
    zonder.concrete_vraag = "Wat is er nog nodig?"
    assert zet_alle_monitoring_klaar(db_sessie, vandaag()) == 1


def test_monitoring__op_verstuurde_agenda__geen_tijd_schuift(
    gezelschap: Gezelschap, db_sessie: Session
) -> None:
    overleg = gezelschap.overleg()
    zet_op_agenda(db_sessie, gezelschap.vrager("secretaris"), overleg, gezelschap.casus())
    overleg.status = OverlegStatus.GEPUBLICEERD
    gezelschap.casus(CasusStatus.IN_MONITORING, monitoring_op=vandaag())
    assert zet_alle_monitoring_klaar(db_sessie, vandaag()) == 1
    assert soorten(db_sessie, overleg)[2:] == [PuntSoort.CASUS, PuntSoort.MONITORING, PuntSoort.RONDVRAAG]
    assert overleg.gewijzigd_na_uitnodiging, "the page asks to send it again"


def test_monitoring__bij_plannen__vanzelf_op_de_agenda(gezelschap: Gezelschap, db_sessie: Session) -> None:
    gezelschap.casus(CasusStatus.IN_MONITORING, monitoring_op=vandaag())
    assert PuntSoort.MONITORING in soorten(db_sessie, gezelschap.overleg())


def test_annuleer__casussen_weer_vrij(gezelschap: Gezelschap, db_sessie: Session) -> None:
    overleg, vrager, casus = gezelschap.overleg(), gezelschap.vrager("voorzitter"), gezelschap.casus()
    zet_op_agenda(db_sessie, vrager, overleg, casus)
    annuleer_overleg(db_sessie, vrager, overleg)
    assert (overleg.status, casus.status) == (OverlegStatus.GEANNULEERD, CasusStatus.TOEGELATEN)
    with pytest.raises(Geweigerd):
        annuleer_overleg(db_sessie, vrager, overleg)


def test_orden__hele_volgorde_verschuiven_en_minuten(gezelschap: Gezelschap, db_sessie: Session) -> None:
    overleg, vrager = gezelschap.overleg(), gezelschap.vrager("secretaris")
    vrij = voeg_punt_toe(db_sessie, vrager, overleg, "Thema-uur", 15)
    db_sessie.commit()
    ids = [punt.id for punt in sorted(overleg.punten, key=lambda punt: punt.volgorde)]
    omgekeerd = Ordening(
        overleg.versie, volgorde=tuple(reversed(ids)), minuten={vrij.id: 25, uuid.uuid4(): 5}
    )
    orden_agenda(db_sessie, vrager, overleg, omgekeerd)
    db_sessie.commit()
    db_sessie.refresh(overleg)
    assert [punt.id for punt in overleg.punten] == ids[::-1]
    assert vrij.minuten == 25
    orden_agenda(db_sessie, vrager, overleg, Ordening(overleg.versie, verschuif=(ids[0], -1)))
    db_sessie.commit()
    db_sessie.refresh(overleg)
    assert [punt.id for punt in overleg.punten][2:] == [ids[0], ids[1]]


def test_orden__vreemde_missende_of_dubbele_ids__botsing(gezelschap: Gezelschap, db_sessie: Session) -> None:
    overleg, vrager = gezelschap.overleg(), gezelschap.vrager("secretaris")
    db_sessie.commit()
    ids = [punt.id for punt in overleg.punten]
    for volgorde in (ids[:-1], [*ids, ids[0]], [*ids[:-1], uuid.uuid4()], [*ids[:-1], ids[0]]):
        with pytest.raises(Botsing):
            orden_agenda(db_sessie, vrager, overleg, Ordening(overleg.versie, volgorde=tuple(volgorde)))
    with pytest.raises(Botsing):
        orden_agenda(db_sessie, vrager, overleg, Ordening(overleg.versie - 1, volgorde=tuple(ids)))
