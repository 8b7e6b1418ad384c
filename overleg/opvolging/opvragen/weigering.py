"""Why another tafel did not take over a casus: for who prepares it, and who discusses it again."""

from sqlalchemy.orm import Session, joinedload

from models import Casus, Overdracht
from models.waarden import CasusStatus, OverdrachtSoort, OverdrachtStatus
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import zichtbaar

WEER_HIER = (CasusStatus.TOEGELATEN, CasusStatus.GEAGENDEERD)
"""What a casus is when it came back from another tafel and is not discussed to the end again."""


def weigering_van(sessie: Session, vrager: Vrager, casus: Casus) -> Overdracht | None:
    """Return the last offer of this casus to another tafel when that was refused.

    None when it was not, or when the asker may not see it.
    """
    if casus.status not in WEER_HIER:
        return None
    laatste = sessie.scalars(
        zichtbaar(vrager, Overdracht)
        .where(
            Overdracht.casus_id == casus.id,
            Overdracht.soort == OverdrachtSoort.CASUS,
            Overdracht.geldt_vanaf.is_not(None),
        )
        .order_by(Overdracht.aangeboden_op.desc(), Overdracht.id.desc())
        .options(joinedload(Overdracht.andere_tafel), joinedload(Overdracht.van_organisatie))
        .limit(1)
    ).one_or_none()
    return laatste if laatste and laatste.status is OverdrachtStatus.GEWEIGERD else None
