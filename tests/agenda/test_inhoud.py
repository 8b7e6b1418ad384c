"""What an agenda holds for each reader."""

import re
from collections.abc import Callable
from datetime import time, timedelta
from io import BytesIO

from docx import Document
from flask.testing import FlaskClient
from sqlalchemy import event
from sqlalchemy.orm import Session

from models import Gebruiker, Overleg
from models.waarden import CasusStatus
from overleg.agenda.handelingen import zet_door, zet_op_agenda
from overleg.agenda.handelingen.gasten import Gast, voeg_gast_toe
from overleg.agenda.inhoud import Agendainhoud, agendainhoud
from overleg.basis.database import db
from overleg.basis.klok import nu, vandaag
from overleg.verslag.word.agenda import agenda_docx
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
    assert (inhoud.toont_tijden, inhoud.ziet_deel) == (True, True)
    assert "Daartussen kan het overleg andere punten bespreken" in agenda_docx_tekst(inhoud)


def agenda_docx_tekst(inhoud: Agendainhoud) -> str:
    bestand = agenda_docx(inhoud, "LW", "Reclassering", nu())
    return "\n".join(alinea.text for alinea in Document(BytesIO(bestand)).paragraphs)


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


def test_inhoud__punt_gesloten_voor_de_lezer__geen_tijden_en_geen_gat_in_de_nummers(
    gezelschap: Gezelschap, db_sessie: Session, als: Callable[[Gebruiker], FlaskClient]
) -> None:
    """A jump from one item to the next would tell that there is another one (decision 037)."""
    overleg, wie = drie_casussen(gezelschap, db_sessie), gezelschap.mensen["om"]
    assert agendainhoud(db_sessie, gezelschap.vrager("om"), overleg).toont_tijden
    weg = next(punt.casus for punt in overleg.punten if punt.casus)
    gezelschap.fabriek.sluit_uit(weg, wie, gezelschap.mensen["voorzitter"])
    db_sessie.commit()
    inhoud = agendainhoud(db_sessie, gezelschap.vrager("om"), overleg)
    assert (len(inhoud.punten), inhoud.toont_tijden, inhoud.ziet_deel) == (5, False, False)
    pagina = als(wie).get(f"/overleggen/{overleg.id}").text
    agenda = pagina.split('id="agenda"')[1].split("</section>")[0]
    assert not re.search(r"\d\d[.:]\d\d", agenda), "also not of a guest"
    assert "20 min." in agenda
    word = Document(BytesIO(als(wie).get(f"/overleggen/{overleg.id}/agenda.docx").data)).tables[-1]
    assert [cel.text for cel in word.rows[0].cells] == ["Nr.", "Onderwerp", "Minuten"]
    assert [rij.cells[0].text for rij in word.rows[1:]] == ["1", "2", "3", "4", "5"]
    assert not re.search(r"\d\d[.:]\d\d", " ".join(cel.text for rij in word.rows for cel in rij.cells))
    assert agendainhoud(db_sessie, gezelschap.vrager("politie"), overleg).toont_tijden


def test_agenda_maken__punt_gesloten_voor_de_secretaris__geen_tijden(
    gezelschap: Gezelschap, db_sessie: Session, als: Callable[[Gebruiker], FlaskClient]
) -> None:
    overleg, wie = drie_casussen(gezelschap, db_sessie), gezelschap.mensen["secretaris"]
    pad = f"/overleggen/{overleg.id}/agenda"
    assert "De agenda is klaar om" in als(wie).get(pad).text
    weg = next(punt.casus for punt in overleg.punten if punt.casus)
    gezelschap.fabriek.sluit_uit(weg, wie, gezelschap.mensen["voorzitter"])
    db_sessie.commit()
    tekst = als(wie).get(pad).text
    assert "De agenda is klaar om" not in tekst
    lijst = tekst.split('id="volgorde"')[1].split("</form>")[0]
    assert not re.search(r"\d\d[.:]\d\d", lijst)
    eigen = next(punt for punt in reversed(overleg.punten) if punt.casus)
    pagina = als(wie).get(f"{pad}/punten/{eigen.id}").text
    assert "20 minuten." in pagina
    assert not re.search(r"Van \d\d[.:]\d\d", pagina), "also not on the page of one item"
    assert "10.25" not in als(wie).get(f"{pad}/punten/{eigen.id}/gasten").text
    ziet_alles = als(gezelschap.mensen["voorzitter"])
    assert "Van 10.05 tot 10.25, 20 minuten." in ziet_alles.get(f"{pad}/punten/{eigen.id}").text
    assert "10.25" in ziet_alles.get(f"{pad}/punten/{eigen.id}/gasten").text


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
