"""What an agenda holds for each reader."""

from datetime import time, timedelta

from sqlalchemy import event
from sqlalchemy.orm import Session

from models import Overleg
from models.waarden import CasusStatus
from overleg.agenda.handelingen import zet_door, zet_op_agenda
from overleg.agenda.handelingen.gasten import Gast, voeg_gast_toe
from overleg.agenda.inhoud import Agendainhoud, agendainhoud
from overleg.basis.database import db
from overleg.basis.klok import vandaag
from tests.agenda.conftest import Gezelschap


def drie_casussen(gezelschap: Gezelschap, sessie: Session) -> Overleg:
    """An overleg with three casussen; the second with the reclassering and a guest."""
    overleg, vrager = gezelschap.overleg(), gezelschap.vrager("secretaris")
    for nummer in range(3):
        casus = gezelschap.casus(uitzondering_reden="Geen D, eenmalig." if nummer == 2 else "")
        punt = zet_op_agenda(sessie, vrager, overleg, casus)
        if nummer == 1:
            gezelschap.sluit_aan(casus, gezelschap.organisaties["reclassering"])
            gast = Gast(None, gezelschap.mensen["gast"].id, "", time(9, 50), time(10))
            voeg_gast_toe(sessie, vrager, punt, gast)
    sessie.commit()
    return overleg


def titels(inhoud: Agendainhoud) -> list[str]:
    return [punt.titel for punt in inhoud.punten]


def test_inhoud__vaste_partner__alles_met_tijden(gezelschap: Gezelschap, db_sessie: Session) -> None:
    overleg = drie_casussen(gezelschap, db_sessie)
    inhoud = agendainhoud(db_sessie, gezelschap.vrager("om"), overleg)
    assert len(inhoud.punten) == 6
    assert [(p.begin, p.einde) for p in inhoud.punten][:3] == [
        (time(9), time(9, 10)),
        (time(9, 10), time(9, 25)),
        (time(9, 25), time(9, 45)),
    ]
    assert inhoud.punten[3].gasten[0].naam == "Gerda Gast"
    casus = inhoud.punten[4].casus
    assert casus is not None
    assert casus.uitzondering_reden == "Geen D, eenmalig."
    assert (inhoud.voorzitter, inhoud.secretaris, inhoud.open_acties) == (
        "Vera Voorzitter",
        "Sam Secretaris",
        0,
    )
    assert inhoud.is_concept


def test_inhoud__partner_op_verzoek__alleen_eigen_casus_met_eigen_tijd(
    gezelschap: Gezelschap, db_sessie: Session
) -> None:
    overleg = drie_casussen(gezelschap, db_sessie)
    inhoud = agendainhoud(db_sessie, gezelschap.vrager("reclassering"), overleg)
    casussen = [punt for punt in inhoud.punten if punt.casus]
    assert len(casussen) == 1
    assert (casussen[0].begin, casussen[0].einde) == (time(9, 45), time(10, 5))
    assert len(inhoud.punten) == 4


def test_inhoud__gast__alleen_het_eigen_slot(gezelschap: Gezelschap, db_sessie: Session) -> None:
    overleg = drie_casussen(gezelschap, db_sessie)
    inhoud = agendainhoud(db_sessie, gezelschap.vrager("gast"), overleg)
    (punt,) = inhoud.punten
    assert (punt.begin, punt.einde, punt.casus, punt.minuten) == (time(9, 50), time(10), None, 10)
    assert (inhoud.begin, inhoud.einde, inhoud.als_gast) == (time(9, 50), time(10), True)
    assert inhoud.open_acties is None
    assert "LW-" not in str(inhoud)


def test_inhoud__doorgezet__verdwijnt_en_neemt_geen_tijd(gezelschap: Gezelschap, db_sessie: Session) -> None:
    overleg = drie_casussen(gezelschap, db_sessie)
    later = gezelschap.overleg(vandaag() + timedelta(days=14))
    db_sessie.refresh(overleg)
    eerste = overleg.punten[2]
    zet_door(db_sessie, gezelschap.vrager("secretaris"), eerste, later)
    db_sessie.commit()
    inhoud = agendainhoud(db_sessie, gezelschap.vrager("om"), overleg)
    assert len(inhoud.punten) == 5
    assert inhoud.punten[2].begin == time(9, 25)
    nieuw = agendainhoud(db_sessie, gezelschap.vrager("om"), later)
    assert [punt.eerder_op for punt in nieuw.punten if punt.casus] == [overleg.datum]


def test_inhoud__meer_punten__evenveel_vragen(gezelschap: Gezelschap, db_sessie: Session) -> None:
    overleg = drie_casussen(gezelschap, db_sessie)
    vrager = gezelschap.vrager("om")

    def tel() -> int:
        db_sessie.commit()
        vragen: list[str] = []
        event.listen(db.engine, "before_cursor_execute", lambda *args: vragen.append(args[2]))
        agendainhoud(db_sessie, vrager, overleg)
        return len(vragen)

    eerst = tel()
    for _ in range(5):
        casus = gezelschap.casus(CasusStatus.TOEGELATEN)
        zet_op_agenda(db_sessie, gezelschap.vrager("secretaris"), overleg, casus)
    assert tel() <= eerst
