"""Writing a line in the logboek: in the transaction of what happened, or apart for a look."""

import hashlib
import uuid
from collections.abc import Mapping
from datetime import timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models import (
    Afspraak,
    Agendapunt,
    Basis,
    Bespreking,
    Casus,
    Directbetrokkene,
    Gebeurtenis,
    Gebruiker,
    Informatieverzoek,
    Lidmaatschap,
    Overleg,
    Overlegtafel,
    Verzoekpersoon,
)
from models.waarden import Bezetting, Rol
from overleg.basis.database import alleen_lezen, db, schrijvend_apart
from overleg.basis.klok import nu, vandaag
from overleg.live.delen import delen_van
from overleg.live.melden import meld
from overleg.logboek.herkomst import herkomst
from overleg.logboek.soorten import Soort
from overleg.logboek.zinnen import ZINNEN
from overleg.toegang.vrager import Vrager

Waarde = str | int | bool | None | list[str]
ZELFDE_BLIK = timedelta(minutes=15)
LANGSTE_NAMENS = 200


def vingerafdruk(tekst: str) -> str:
    """Return the hash by which the logboek refers to a text it does not hold."""
    return hashlib.sha256(tekst.encode()).hexdigest()


def schrijf(
    sessie: Session,
    vrager: Vrager | None,
    soort: Soort,
    over: Basis | None = None,
    *,
    grond: str = "",
    uitkomst: str = "gedaan",
    object_soort: str = "",
    object_id: uuid.UUID | None = None,
    **gegevens: Waarde,
) -> None:
    """Add one line to `sessie`: `vrager` did `soort` about `over`.

    The casus, overleg and tafel are read from `over`; open screens of the meeting hear of it when the
    transaction commits. `gegevens` must be exactly the fields that
    `ZINNEN` names for this soort; raises ValueError otherwise.
    """
    verwacht = ZINNEN[soort].velden
    if set(gegevens) != verwacht:
        raise ValueError(f"{soort}: velden {sorted(gegevens)}, verwacht {sorted(verwacht)}")
    waar = _waar(over)
    if delen := delen_van(soort, getattr(over, "id", None)):
        meld(sessie, delen, casus_id=waar.get("casus_id"), overleg_id=waar.get("overleg_id"))
    tafel_id, plek = waar.get("tafel_id"), herkomst()
    sessie.add(
        Gebeurtenis(
            tijd=nu(),
            soort=soort.value,
            gebruiker_id=vrager.id if vrager else None,
            gebruiker_naam=vrager.naam if vrager else "",
            organisatie_naam=vrager.organisatie_naam if vrager else "",
            rol=vrager.rol_bij(tafel_id) if vrager else "",
            namens=_namens(sessie, vrager, tafel_id) if vrager else "",
            object_soort=object_soort or (type(over).__tablename__ if over is not None else ""),
            object_id=object_id or getattr(over, "id", None),
            grond=grond,
            uitkomst=uitkomst,
            gegevens=dict(gegevens),
            betrokkenen=_betrokkenen(sessie, waar, over),
            verzoek=plek.verzoek,
            sessie=plek.sessie,
            ip=plek.ip,
            apparaat=plek.apparaat,
            regel=plek.regel,
            **waar,
        )
    )


def _waar(over: Basis | None) -> dict[str, uuid.UUID | None]:
    """Return the casus, overleg, tafel and betrokkene that `over` belongs to."""
    casus = over if isinstance(over, Casus) else getattr(over, "casus", None)
    overleg = over if isinstance(over, Overleg) else getattr(over, "overleg", None)
    if isinstance(over, Afspraak):
        overleg = over.bespreking.overleg
    if isinstance(over, Agendapunt | Bespreking):
        overleg = over.overleg
    if isinstance(over, Overlegtafel):
        return {"tafel_id": over.id}
    tafel_id = getattr(over, "tafel_id", None) or getattr(casus or overleg, "tafel_id", None)
    return {
        "casus_id": getattr(casus, "id", None),
        "overleg_id": getattr(overleg, "id", None),
        "tafel_id": tafel_id,
        "betrokkene_id": over.id
        if isinstance(over, Directbetrokkene)
        else getattr(over, "betrokkene_id", None),
    }


def _namens(sessie: Session, vrager: Vrager, tafel_id: uuid.UUID | None) -> str:
    """Return for whom a stand-in acts: those of the own organisatie who sit at this tafel for good."""
    if tafel_id not in vrager.achtervang:
        return ""
    dag = vandaag()
    namen = sessie.scalars(
        select(Gebruiker.naam)
        .join(Lidmaatschap, Lidmaatschap.gebruiker_id == Gebruiker.id)
        .where(
            Lidmaatschap.tafel_id == tafel_id,
            Lidmaatschap.bezetting == Bezetting.VAST,
            Lidmaatschap.rol == Rol.DEELNEMER,
            Lidmaatschap.vanaf <= dag,
            or_(Lidmaatschap.tot.is_(None), Lidmaatschap.tot >= dag),
            Gebruiker.organisatie_id == vrager.organisatie_id,
        )
        .order_by(Gebruiker.naam)
    )
    return ", ".join(namen)[:LANGSTE_NAMENS]


def _betrokkenen(sessie: Session, waar: Mapping[str, uuid.UUID | None], over: Basis | None) -> list[str]:
    """Return the ids of whose data it is about: the one person, whom a question names, or all of the casus.

    All of them as they are at this moment.
    """
    if betrokkene_id := waar.get("betrokkene_id"):
        return [str(betrokkene_id)]
    casus_id = waar.get("casus_id")
    if casus_id is None:
        return []
    vraag = select(Directbetrokkene.id).where(Directbetrokkene.casus_id == casus_id)
    if isinstance(over, Informatieverzoek):
        vraag = vraag.join(Verzoekpersoon, Verzoekpersoon.betrokkene_id == Directbetrokkene.id).where(
            Verzoekpersoon.verzoek_id == over.id
        )
    return [str(sleutel) for sleutel in sessie.scalars(vraag.order_by(Directbetrokkene.volgorde))]


def schrijf_apart(
    vrager: Vrager | None,
    soort: Soort,
    over: Basis | None = None,
    *,
    uitkomst: str = "gedaan",
    object_soort: str = "",
    object_id: uuid.UUID | None = None,
    **gegevens: Waarde,
) -> None:
    """Write one line in a transaction of its own: for what is refused, or only looked at."""
    with schrijvend_apart() as eigen:
        schrijf(
            eigen,
            vrager,
            soort,
            over,
            grond="",
            uitkomst=uitkomst,
            object_soort=object_soort,
            object_id=object_id,
            **gegevens,
        )


def noteer_blik(vrager: Vrager, soort: Soort, over: Basis, *, altijd: bool = False) -> None:
    """Note that `vrager` looked at `over`: one line a quarter of an hour, or `altijd` for a download."""
    sleutel: uuid.UUID = over.id  # type: ignore[attr-defined]
    if not altijd and _pas_gezien(vrager, soort, sleutel):
        return
    schrijf_apart(vrager, soort, over)


def _pas_gezien(vrager: Vrager, soort: Soort, sleutel: uuid.UUID) -> bool:
    with alleen_lezen(), Session(db.engine) as eigen:
        laatste = eigen.scalars(
            select(Gebeurtenis.tijd)
            .where(
                Gebeurtenis.gebruiker_id == vrager.id,
                Gebeurtenis.soort == soort.value,
                Gebeurtenis.object_id == sleutel,
                Gebeurtenis.tijd > nu() - ZELFDE_BLIK,
            )
            .limit(1)
        ).first()
    return laatste is not None
