"""The overview of a casus: who was asked, who answered, who is late, who holds something back."""

import uuid
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session, contains_eager, joinedload

from models import (
    Aansluiting,
    Casus,
    Gebruiker,
    Informatiebijdrage,
    Informatieverzoek,
    Organisatie,
    Overleg,
)
from models.waarden import BijdrageStatus, OMUitkomst, OverlegStatus
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import mag
from overleg.toegang.vrager import Vrager
from overleg.uitvraag.opvragen.partners import leden_van
from overleg.uitvraag.regels import is_te_laat


def volgende_overlegdag(sessie: Session, casus: Casus, dag: date) -> date | None:
    """Return the first day after `dag` on which the tafel of the casus meets."""
    vraag = select(func.min(Overleg.datum)).where(
        Overleg.tafel_id == casus.tafel_id,
        Overleg.datum > dag,
        Overleg.status.in_((OverlegStatus.GEPLAND, OverlegStatus.GEPUBLICEERD)),
    )
    return sessie.scalar(vraag)


@dataclass(frozen=True)
class Overzichtrij:
    """One request, as everybody at the casus may see it: no content."""

    verzoek: Informatieverzoek
    beantwoord: bool
    te_laat: bool
    houdt_achter: bool
    heeft_account: bool


def overzicht_van(sessie: Session, casus: Casus, dag: date) -> list[Overzichtrij]:
    """Return the requests of a casus in the order of the names. The caller checks UITVRAAG_ZIEN."""
    verzoeken = sessie.scalars(
        select(Informatieverzoek)
        .where(Informatieverzoek.casus_id == casus.id, Informatieverzoek.ingetrokken_op.is_(None))
        .options(joinedload(Informatieverzoek.organisatie), joinedload(Informatieverzoek.grondslag))
    ).all()
    beantwoord, achter = _stand(sessie, casus.id)
    leden = {"": leden_van(sessie, casus, dag)}
    for functie in {v.functie for v in verzoeken if v.functie}:
        leden[functie] = leden_van(sessie, casus, dag, functie)
    rijen = [_rij(v, beantwoord, achter, leden[v.functie], dag) for v in verzoeken]
    return sorted(rijen, key=lambda r: (r.verzoek.organisatie.naam, r.verzoek.functie))


def _rij(
    verzoek: Informatieverzoek,
    beantwoord: set[uuid.UUID],
    achter: set[uuid.UUID],
    leden: dict[uuid.UUID, list[Gebruiker]],
    dag: date,
) -> Overzichtrij:
    klaar = verzoek.id in beantwoord
    return Overzichtrij(
        verzoek,
        beantwoord=klaar,
        te_laat=is_te_laat(verzoek.uiterlijk, beantwoord=klaar, vandaag=dag),
        houdt_achter=verzoek.id in achter,
        heeft_account=verzoek.organisatie_id in leden,
    )


def _stand(sessie: Session, casus_id: uuid.UUID) -> tuple[set[uuid.UUID], set[uuid.UUID]]:
    """Return the requests that were answered, and those whose answer holds something back."""
    rijen = sessie.execute(
        select(Informatiebijdrage.verzoek_id, Informatiebijdrage.achtergehouden).where(
            Informatiebijdrage.casus_id == casus_id,
            Informatiebijdrage.verzoek_id.is_not(None),
            Informatiebijdrage.status == BijdrageStatus.INGEDIEND,
            Informatiebijdrage.artikel_9.is_(False),
        )
    ).all()
    beantwoord = {verzoek for verzoek, _ in rijen if verzoek is not None}
    return beantwoord, {verzoek for verzoek, achter in rijen if achter and verzoek is not None}


def aansluitingen_van(sessie: Session, casus: Casus) -> list[Aansluiting]:
    """Return who joins besides the fixed partners, by name. The caller checks UITVRAAG_ZIEN."""
    return list(
        sessie.scalars(
            select(Aansluiting)
            .join(Aansluiting.organisatie)
            .where(Aansluiting.casus_id == casus.id)
            .options(contains_eager(Aansluiting.organisatie))
            .order_by(Organisatie.naam)
        )
    )


def wacht_op_om(sessie: Session, vrager: Vrager, casus: Casus) -> list[Informatiebijdrage]:
    """Return the art. 9 bijdragen whose contact with the OM `vrager` may put on record.

    The voorzitter may, without reading them: a page shows only whose they are and when they came in.
    """
    rijen = sessie.scalars(
        select(Informatiebijdrage)
        .where(
            Informatiebijdrage.casus_id == casus.id,
            Informatiebijdrage.artikel_9.is_(True),
            Informatiebijdrage.status == BijdrageStatus.INGEDIEND,
        )
        .options(joinedload(Informatiebijdrage.organisatie))
        .order_by(Informatiebijdrage.ingediend_op, Informatiebijdrage.id)
    )
    open_ = [b for b in rijen if b.om_uitkomst is not OMUitkomst.AKKOORD]
    return [b for b in open_ if mag(vrager, Recht.OM_CONTACT_VASTLEGGEN, b)]
