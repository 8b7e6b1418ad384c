"""What a beheerder does with the house style of a tafel: try one, take it into use, go back to ours.

What was on the page when a button was pressed is known by the id of its row: the number of a template on
trial is given out again after it.
"""

import uuid
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Huisstijl, Overlegtafel
from overleg.basis.fouten import Botsing, Geweigerd
from overleg.basis.klok import nu
from overleg.basis.oordeel import nee
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager
from overleg.verslag.opvragen.huisstijl import huidige_huisstijl
from overleg.verslag.sjabloon.openen import Sjabloon

ANDERS = "Iemand anders wijzigde de huisstijl intussen. Bekijk hoe het nu is en kies dan opnieuw."
GEEN_EIGEN = "Deze tafel heeft geen eigen huisstijl. Er is niets weg te halen."


def zet_klaar(sessie: Session, vrager: Vrager, tafel: Overlegtafel, sjabloon: Sjabloon) -> Huisstijl:
    """Keep a template on trial; one that was on trial before goes. No document changes by it."""
    eis(vrager, Recht.BEHEER)
    _houd_vast(sessie, tafel)
    oude = _proef(sessie, tafel)
    if oude is not None:
        sessie.delete(oude)
        sessie.flush()
    huisstijl = Huisstijl(
        tafel_id=tafel.id,
        nummer=_volgend_nummer(sessie, tafel),
        sjabloon=sjabloon.inhoud,
        controlegetal=sjabloon.controlegetal,
        meldingen=list(sjabloon.meldingen),
        geladen_door_id=vrager.id,
        geladen_op=nu(),
    )
    sessie.add(huisstijl)
    sessie.flush()
    schrijf(
        sessie,
        vrager,
        Soort.HUISSTIJL_GELADEN,
        huisstijl,
        nummer=huisstijl.nummer,
        controlegetal=huisstijl.controlegetal,
    )
    return huisstijl


def neem_in_gebruik(
    sessie: Session, vrager: Vrager, tafel: Overlegtafel, huisstijl_id: uuid.UUID | None
) -> None:
    """Let every document of the tafel that is made from now on look like the template on trial.

    Records that were adopted stay as they are. Raises Botsing when that one is not on trial (any more).
    """
    eis(vrager, Recht.BEHEER)
    proef = _eis_proef(sessie, tafel, huisstijl_id)
    proef.in_gebruik_op, proef.in_gebruik_door_id = _na_de_vorige(sessie, tafel), vrager.id
    schrijf(
        sessie,
        vrager,
        Soort.HUISSTIJL_IN_GEBRUIK,
        proef,
        nummer=proef.nummer,
        controlegetal=proef.controlegetal,
    )


def gooi_weg(sessie: Session, vrager: Vrager, tafel: Overlegtafel, huisstijl_id: uuid.UUID | None) -> None:
    """Throw away the template on trial. Raises Botsing when that one is not on trial (any more)."""
    eis(vrager, Recht.BEHEER)
    proef = _eis_proef(sessie, tafel, huisstijl_id)
    schrijf(sessie, vrager, Soort.HUISSTIJL_WEGGEGOOID, proef, nummer=proef.nummer)
    sessie.delete(proef)


def haal_weg(sessie: Session, vrager: Vrager, tafel: Overlegtafel, huisstijl_id: uuid.UUID | None) -> None:
    """Go back to our own house style: a version without a template.

    Raises Geweigerd when the tafel has none of its own, Botsing when another is in use.
    """
    eis(vrager, Recht.BEHEER)
    _houd_vast(sessie, tafel)
    huidige = huidige_huisstijl(sessie, tafel.id)
    if huidige is None or not huidige.heeft_sjabloon:
        raise Geweigerd(nee(GEEN_EIGEN))
    if huidige.id != huisstijl_id:
        raise Botsing(ANDERS)
    terug = Huisstijl(
        tafel_id=tafel.id,
        nummer=_volgend_nummer(sessie, tafel),
        meldingen=[],
        geladen_door_id=vrager.id,
        geladen_op=nu(),
        in_gebruik_door_id=vrager.id,
        in_gebruik_op=_na_de_vorige(sessie, tafel),
    )
    sessie.add(terug)
    sessie.flush()
    schrijf(sessie, vrager, Soort.HUISSTIJL_WEGGEHAALD, terug, nummer=huidige.nummer)


def _houd_vast(sessie: Session, tafel: Overlegtafel) -> None:
    """Let two beheerders go one after the other."""
    sessie.refresh(tafel, with_for_update={"of": Overlegtafel})


def _proef(sessie: Session, tafel: Overlegtafel) -> Huisstijl | None:
    return sessie.scalar(
        select(Huisstijl).where(Huisstijl.tafel_id == tafel.id, Huisstijl.in_gebruik_op.is_(None))
    )


def _eis_proef(sessie: Session, tafel: Overlegtafel, huisstijl_id: uuid.UUID | None) -> Huisstijl:
    _houd_vast(sessie, tafel)
    proef = _proef(sessie, tafel)
    if proef is None or proef.id != huisstijl_id:
        raise Botsing(ANDERS)
    return proef


def _na_de_vorige(sessie: Session, tafel: Overlegtafel) -> datetime:
    """Return now, but after the one in use: what was taken last holds, also when a clock goes back."""
    vorige = sessie.scalar(select(func.max(Huisstijl.in_gebruik_op)).where(Huisstijl.tafel_id == tafel.id))
    return nu() if vorige is None else max(nu(), vorige + timedelta(microseconds=1))


def _volgend_nummer(sessie: Session, tafel: Overlegtafel) -> int:
    return (sessie.scalar(select(func.max(Huisstijl.nummer)).where(Huisstijl.tafel_id == tafel.id)) or 0) + 1
