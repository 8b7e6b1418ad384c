"""The digest by mail: one for each person and working day, when something waits (decision 032).

The mails and the note that this day is done are one transaction: a second loop, or one that ended half-way,
never makes a person get it twice.
"""

from datetime import timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from models import Bericht, Gebruiker
from models.waarden import BerichtStatus
from models.waarden_post import Berichtsoort, Mailkeuze
from overleg.basis.achtergrond import taak
from overleg.basis.adressen import volledig
from overleg.basis.klok import nu, vandaag
from overleg.basis.post import leg_klaar
from overleg.start.dagoverzicht import Overzicht, alle_overzichten
from overleg.start.regels import is_werkdag, opsomming

BEGIN_VAN_DE_DAG = 7
LANGST_BEWAARD = timedelta(days=14)
"""Of somebody who gets no digest any more, what was kept for it goes after this."""
ONDERWERP = "Actie-overleg: wat er op u wacht"
TEKST = (
    "Dit wacht op u in het Actie-overleg:\n\n{wat}\n\n"
    "Log in en kijk bij Vandaag:\n{vandaag}\n\n"
    "In deze mail staan geen gegevens over personen. Hoe vaak u mail krijgt, kiest u zelf:\n{mail}\n"
)


def kijk_wat_wacht(sessie: Session) -> list[Overzicht]:
    """Return the digests of today; none in a weekend. Reads only."""
    dag = vandaag()
    return alle_overzichten(sessie, dag) if is_werkdag(dag) else []


@taak("dagoverzicht", dagelijks=True, vanaf_uur=BEGIN_VAN_DE_DAG, kijk=kijk_wat_wacht)
def mail_overzichten(eigen: Session, overzichten: list[Overzicht]) -> int:
    """Lay the digests ready, and forget the mails that are counted in them; return how many digests."""
    aantal = 0
    for overzicht in overzichten:
        adres = eigen.scalar(
            select(Gebruiker.email).where(
                Gebruiker.id == overzicht.gebruiker_id,
                Gebruiker.active.is_(True),
                Gebruiker.mail != Mailkeuze.GEEN,
            )
        )
        if adres is None:  # ended, or chose otherwise, while it was counted
            continue
        tekst = TEKST.format(
            wat=opsomming(overzicht.posten), vandaag=volledig("start.start"), mail=volledig("toegang.mail")
        )
        leg_klaar(eigen, Berichtsoort.OVERZICHT, adres, ONDERWERP, tekst)
        eigen.execute(delete(Bericht).where(Bericht.id.in_(overzicht.bundel)))
        aantal += 1
    eigen.execute(
        delete(Bericht).where(
            Bericht.status == BerichtStatus.BUNDEL, Bericht.gemaakt_op < nu() - LANGST_BEWAARD
        )
    )
    return aantal
