"""Comments on draft records in the grid of tests/steun/raster.py."""

import uuid
from collections.abc import Mapping
from datetime import date, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Aanschuiver, Agendapunt, Basis, Casus, Deelname, Gebruiker, Overleg, Verslagopmerking
from models.waarden import Aanwezigheid, CasusStatus, OverlegStatus, PuntSoort
from models.waarden_verslag import Afhandeling
from overleg.basis.klok import nu, vandaag

NAMEN = ("voorzitter", "politie", "politie_teruggetrokken", "gast_nu", "politie_elders", "oud_lid")
BIJ_CONCEPT = ("gast_toen", "politie", "politie_teruggetrokken", "voorzitter")


def maak_opmerkingen(sessie: Session, casus: Casus, wie: Mapping[str, Gebruiker]) -> list[Basis]:
    """Let several people comment; of one casus also on a draft that is open, and one that is not any more."""
    overleg_id = sessie.scalars(select(Agendapunt.overleg_id).where(Agendapunt.casus_id == casus.id)).one()
    rijen = [_opmerking(overleg_id, casus, wie[naam]) for naam in NAMEN]
    rijen[1].afhandeling, rijen[1].afgehandeld_op = Afhandeling.OVERGENOMEN, nu()
    rijen[1].afgehandeld_door_id = wie["voorzitter"].id
    rijen.append(_opmerking(overleg_id, None, wie["politie"]))
    bij_concept: list[Basis] = []
    if casus.status is CasusStatus.BESPROKEN:
        for dagen in (1, 0, -1):
            bij_concept += _bij_concept(sessie, casus, wie, vandaag() + timedelta(days=dagen))
    alle = [*rijen, *bij_concept]
    sessie.add_all(alle)
    sessie.flush()
    return alle


def _opmerking(overleg_id: uuid.UUID, casus: Casus | None, door: Gebruiker) -> Verslagopmerking:
    return Verslagopmerking(
        overleg_id=overleg_id,
        casus_id=casus.id if casus else None,
        tekst="x",
        door_id=door.id,
        organisatie_id=door.organisatie_id,
    )


def _bij_concept(sessie: Session, casus: Casus, wie: Mapping[str, Gebruiker], tot: date) -> list[Basis]:
    """Make a meeting that is over, whose draft is open until `tot`; one guest was there, one stayed away."""
    overleg = Overleg(
        tafel_id=casus.tafel_id,
        datum=date(2026, 11, 19),
        begin=time(9),
        einde=time(12),
        status=OverlegStatus.AFGEROND,
        opmerkingen_tot=tot,
    )
    sessie.add(overleg)
    sessie.flush()
    punt = Agendapunt(overleg_id=overleg.id, soort=PuntSoort.CASUS, casus_id=casus.id, volgorde=1, minuten=20)
    sessie.add(punt)
    sessie.flush()
    for naam in (*BIJ_CONCEPT, "gast_straks"):
        mens = wie[naam]
        stand = Aanwezigheid.AFWEZIG if naam == "gast_straks" else Aanwezigheid.AANWEZIG
        van = {"organisatie_id": mens.organisatie_id, "gebruiker_id": mens.id}
        sessie.add(Deelname(overleg_id=overleg.id, aanwezigheid=stand, **van))
        if naam.startswith("gast"):
            sessie.add(Aanschuiver(punt_id=punt.id, **van))
    wat = [_opmerking(overleg.id, over, wie[naam]) for naam in BIJ_CONCEPT for over in (casus, None)]
    return [*wat, _opmerking(overleg.id, casus, wie["gast_straks"]), overleg]
