"""What the first page says of meldingen at Veilig Thuis that should have been there (domein.md §3)."""

from datetime import date

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session

from models import Casus
from models.waarden import CasusStatus, MeldingStatus
from overleg.basis.weergave import datum
from overleg.start.taken import Taak, hoogstens
from overleg.toegang.filters import leidt
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import ZICHT

LOPEND = (
    CasusStatus.AANGEMELD,
    CasusStatus.TERUGGESTUURD,
    CasusStatus.TOEGELATEN,
    CasusStatus.GEAGENDEERD,
    CasusStatus.BESPROKEN,
    CasusStatus.IN_MONITORING,
)
MEESTE_REGELS = 5


def als_inbrenger(sessie: Session, vrager: Vrager, dag: date) -> list[Taak]:
    """Return the casussen the asker brought in, at a tafel led by others."""
    eigen = and_(Casus.inbrenger_id == vrager.id, ~leidt(vrager, Casus.tafel_id))
    return _te_laat(sessie, vrager, dag, eigen)


def als_leiding(sessie: Session, vrager: Vrager, dag: date) -> list[Taak]:
    """Return the casussen of the tafels that the asker leads."""
    return _te_laat(sessie, vrager, dag, leidt(vrager, Casus.tafel_id))


def _te_laat(sessie: Session, vrager: Vrager, dag: date, van: ColumnElement[bool]) -> list[Taak]:
    casussen = sessie.scalars(
        select(Casus)
        .where(
            van,
            ZICHT[Casus](vrager),
            Casus.status.in_(LOPEND),
            Casus.melding_status == MeldingStatus.VOLGT,
            Casus.melding_volgt_uiterlijk < dag,
        )
        .order_by(Casus.melding_volgt_uiterlijk, Casus.id)
    )
    regels = [
        Taak(
            f"Melding bij Veilig Thuis is er nog niet: {casus.kenmerk}",
            "instroom.casus",
            toon="let-op",
            toelichting=f"Te laat: uiterlijk {datum(casus.melding_volgt_uiterlijk)}",
            sleutel=casus.id,
            parameter="casus",
        )
        for casus in casussen
    ]
    rest = Taak("Nog meer meldingen te laat: kijk bij de casussen", "instroom.casussen", toon="let-op")
    return hoogstens(regels, MEESTE_REGELS, rest)
