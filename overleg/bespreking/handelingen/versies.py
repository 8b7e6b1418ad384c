"""Keeping a text in the history of its field, with its line in the logboek (ontwerp.md §6, §7)."""

import uuid
from datetime import datetime

from sqlalchemy.orm import Session

from models import Tekstveld, Tekstversie
from overleg.basis.klok import nu
from overleg.logboek.schrijven import schrijf, vingerafdruk
from overleg.logboek.soorten import Soort
from overleg.toegang.vrager import Vrager


def leg_versie_vast(
    sessie: Session,
    vrager: Vrager,
    veld: Tekstveld,
    waarde: str,
    sleutel: uuid.UUID | None,
    *,
    geweigerd: bool = False,
    op: datetime | None = None,
) -> None:
    """Keep `waarde` as a version: the one that stands in the field now, or (`geweigerd`) one that does not.

    `op` is when it was written, now by default. The logboek gets the hash of the text, not the text.
    """
    sessie.add(
        Tekstversie(
            tekstveld_id=veld.id,
            versie=veld.versie,
            geweigerd=geweigerd,
            sleutel=sleutel,
            waarde=waarde,
            door_id=vrager.id,
            op=op or nu(),
        )
    )
    schrijf(
        sessie,
        vrager,
        Soort.TEKST_GEWEIGERD if geweigerd else Soort.TEKST_BEWAARD,
        veld,
        uitkomst="geweigerd" if geweigerd else "gedaan",
        veld=veld.veld.value,
        versie=veld.versie,
        vingerafdruk=vingerafdruk(waarde),
    )
