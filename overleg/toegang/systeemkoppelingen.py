"""With what the own system of a partner is let in: a secret token of one person, until a day or withdrawn.

The system asks as that person: whatever the person may not do, or no longer, the system may not do either.
Somebody who left signs in no more, also when nobody told us: then what asks as that person stops by itself.
A token is pure chance of 256 bits behind a mark by which a leak is recognised; only its SHA-256 is stored,
and it is shown once. Looking it up by that hash takes as long whatever was guessed.
"""

import re
import secrets
import uuid
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import CursorResult, case, delete, func, select, update
from sqlalchemy.orm import Session, contains_eager

from models import Gebruiker, Koppelverzoek, Systeemkoppeling
from models.waarden_post import Berichtsoort
from overleg.basis.achtergrond import taak
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import nu, vandaag
from overleg.basis.limieten import limiet
from overleg.basis.oordeel import nee
from overleg.basis.post import leg_klaar
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.links import LENGTE, afdruk
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager

MERK = "aot_"
TOKEN = re.compile(rf"{MERK}[A-Za-z0-9_-]{{43}}")
LANGST = timedelta(days=365)
"""So long at most, from today."""
INGELOGD_BINNEN = timedelta(days=90)
"""So long after its owner last signed in here it counts; whom an own organisatie lets in no more signs in
nowhere (decision 034)."""
NOG_TE_ZIEN = timedelta(days=30)
"""How long one that is past stays on the page of its owner."""
HERHALEN = timedelta(days=1)
"""So long a report that comes again is recognised."""
MINUUT = 60
TE_VEEL = nee("U heeft al het hoogste aantal systeemkoppelingen. Trek er eerst een in.", "naam")
AL_BEKEND = nee("U heeft al een systeemkoppeling met deze naam. Kies een andere naam.", "naam")
BUITEN = nee("Kies een dag vanaf vandaag, en hoogstens een jaar vooruit.", "geldig_tot")
ONBEKEND = nee("Deze systeemkoppeling is er niet meer. Kijk in de lijst wat er nog staat.")
BERICHT = (
    "Aan uw account voor het Actie-overleg is een systeemkoppeling toegevoegd: {naam}.\n"
    "Een systeem kan daarmee uw afspraken ophalen en melden hoe het staat, namens u.\n"
    "Deed u dat niet zelf? Log in, trek haar in bij Systeemkoppelingen, wijzig uw wachtwoord en bel uw "
    "beheerder.\n"
)


def koppelingen_van(sessie: Session, vrager: Vrager) -> Sequence[Systeemkoppeling]:
    """Return what the asker made, oldest first; what is past too, for a while."""
    return sessie.scalars(
        select(Systeemkoppeling)
        .where(Systeemkoppeling.gebruiker_id == vrager.id)
        .order_by(Systeemkoppeling.gemaakt_op, Systeemkoppeling.id)
    ).all()


def maak_koppeling(sessie: Session, vrager: Vrager, naam: str, geldig_tot: date) -> str:
    """Let a system ask as the asker until and including a day; return the token, to be shown this once.

    Told by mail (ASVS 6.3.7). Raises Geweigerd when there are too many, the name is taken or the day too far.
    """
    eis(vrager, Recht.SYSTEEMKOPPELING_MAKEN)
    eigen = sessie.get_one(Gebruiker, vrager.id, with_for_update={"of": Gebruiker})
    rijen = koppelingen_van(sessie, vrager)
    if len(rijen) >= limiet("aantal_systeemkoppelingen"):
        raise Geweigerd(TE_VEEL)
    if any(rij.naam.casefold() == naam.casefold() for rij in rijen):
        raise Geweigerd(AL_BEKEND)
    if not vandaag() <= geldig_tot <= vandaag() + LANGST:
        raise Geweigerd(BUITEN)
    token = f"{MERK}{secrets.token_urlsafe(LENGTE)}"
    sessie.add(
        Systeemkoppeling(gebruiker_id=eigen.id, naam=naam, afdruk=afdruk(token), geldig_tot=geldig_tot)
    )
    schrijf(
        sessie,
        vrager,
        Soort.SYSTEEMKOPPELING_GEMAAKT,
        eigen,
        koppeling=naam,
        tot=f"{geldig_tot:%d-%m-%Y}",
    )
    leg_klaar(
        sessie,
        Berichtsoort.ALTIJD,
        eigen.email,
        "Actie-overleg: een systeemkoppeling toegevoegd",
        BERICHT.format(naam=naam),
    )
    return token


def trek_koppeling_in(sessie: Session, vrager: Vrager, sleutel: str) -> None:
    """Let one of the asker not count any more, at once. Raises Geweigerd when there is none such."""
    eis(vrager, Recht.EIGEN_ACCOUNT)
    rij = next((rij for rij in koppelingen_van(sessie, vrager) if str(rij.id) == sleutel), None)
    if rij is None:
        raise Geweigerd(ONBEKEND)
    sessie.delete(rij)
    eigen = sessie.get_one(Gebruiker, vrager.id)
    schrijf(sessie, vrager, Soort.SYSTEEMKOPPELING_INGETROKKEN, eigen, koppeling=rij.naam)


def haal_koppelingen_weg(sessie: Session, gebruiker: Gebruiker) -> int:
    """Take everything away that lets a system in for an account, and return how many that were."""
    weg: CursorResult[tuple[()]] = sessie.execute(  # type: ignore[assignment] # a DELETE gives a cursor
        delete(Systeemkoppeling).where(Systeemkoppeling.gebruiker_id == gebruiker.id)
    )
    if weg.rowcount:
        schrijf(sessie, None, Soort.SYSTEEMKOPPELINGEN_VERVALLEN, gebruiker, aantal=weg.rowcount)
    return weg.rowcount


def aantal_levende(sessie: Session, gebruiker: Gebruiker) -> int:
    """Return how many systems are let in for an account: for beheer, that can end them."""
    loopt = Systeemkoppeling.geldig_tot >= vandaag()
    vraag = select(func.count()).where(Systeemkoppeling.gebruiker_id == gebruiker.id, loopt)
    return sessie.scalar(vraag) or 0


def levende(sessie: Session, token: str) -> Systeemkoppeling | None:
    """Return what this token stands for, with its owner; None when it does not count.

    It does not when it is withdrawn or past, when its owner may not come in at this moment, or did not sign
    in for long: signing in lets it count again.
    """
    if not TOKEN.fullmatch(token):
        return None
    return sessie.scalars(
        select(Systeemkoppeling)
        .join(Systeemkoppeling.gebruiker)
        .where(
            Systeemkoppeling.afdruk == afdruk(token),
            Systeemkoppeling.geldig_tot >= vandaag(),
            Gebruiker.active.is_(True),
            Gebruiker.wachtwoord_wijzigen.is_(False),
            Gebruiker.laatst_ingelogd_op >= nu() - INGELOGD_BINNEN,
        )
        .options(contains_eager(Systeemkoppeling.gebruiker))
        .execution_options(populate_existing=True)
    ).one_or_none()


def neem_beurt(eigen: Session, sleutel: uuid.UUID) -> int:
    """Count a request in its minute, and return in how many seconds the next one is answered (0: go on)."""
    moment = nu()
    venster = moment.replace(second=0, microsecond=0)
    zelfde = Systeemkoppeling.venster_op == venster
    aantal = eigen.scalar(
        update(Systeemkoppeling)
        .where(Systeemkoppeling.id == sleutel)
        .values(
            in_venster=case((zelfde, Systeemkoppeling.in_venster + 1), else_=1),
            venster_op=venster,
            laatst_gebruikt_op=moment,
        )
        .returning(Systeemkoppeling.in_venster)
    )
    return _rest(moment) if (aantal or 0) > limiet("verzoeken_per_minuut") else 0


def _rest(moment: datetime) -> int:
    return MINUUT - moment.second


@taak("systeemkoppelingen_opruimen", dagelijks=True)
def ruim_op(eigen: Session) -> int:
    """Forget what is past for a while, and what was asked more than a day ago; return how many."""
    oud = [
        delete(Systeemkoppeling).where(Systeemkoppeling.geldig_tot < vandaag() - NOG_TE_ZIEN),
        delete(Koppelverzoek).where(Koppelverzoek.op < nu() - HERHALEN),
    ]
    weg: list[CursorResult[tuple[()]]] = [eigen.execute(vraag) for vraag in oud]  # type: ignore[misc]
    return sum(uitkomst.rowcount for uitkomst in weg)
