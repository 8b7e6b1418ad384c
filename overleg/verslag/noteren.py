"""Lines in the logboek for reading and downloading: of the document, and of each casus in it."""

import uuid
from collections.abc import Iterable

from sqlalchemy import select

from models import Basis, Casus, Gebeurtenis, Overdracht, Overleg
from overleg.basis.database import schrijvend_apart
from overleg.basis.klok import nu
from overleg.logboek.schrijven import ZELFDE_BLIK, noteer_blik, schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.vrager import Vrager
from overleg.verslag.opvragen.overdracht import Formulier


def noteer_download(vrager: Vrager, soort: Soort, over: Basis | None, casus_ids: Iterable[uuid.UUID]) -> None:
    """Note a download, each time: one line for the document and one for each casus in it."""
    with schrijvend_apart() as eigen:
        schrijf(eigen, vrager, soort, over)
        for casus in eigen.scalars(select(Casus).where(Casus.id.in_(casus_ids)).order_by(Casus.id)):
            schrijf(eigen, vrager, Soort.CASUS_GEDOWNLOAD, casus)


def noteer_formulier(vrager: Vrager, overdracht: Overdracht, formulier: Formulier) -> None:
    """Note that the form of a handover was taken out: the line in the register of verstrekkingen."""
    inhoud = formulier.inhoud
    with schrijvend_apart() as eigen:
        schrijf(
            eigen,
            vrager,
            Soort.OVERDRACHT_GEDOWNLOAD,
            overdracht,
            grond=formulier.grond,
            gever=inhoud.van,
            organisatie=inhoud.naar,
            doel=f"Overdracht: {inhoud.wat.lower()}",
        )


def noteer_lezen(vrager: Vrager, overleg: Overleg, casus_ids: Iterable[uuid.UUID]) -> None:
    """Note a look at the verslag and at each casus in it: one line each a quarter of an hour."""
    noteer_blik(vrager, Soort.VERSLAG_BEKEKEN, overleg)
    with schrijvend_apart() as eigen:
        pas_gezien = select(Gebeurtenis.object_id).where(
            Gebeurtenis.gebruiker_id == vrager.id,
            Gebeurtenis.soort == Soort.CASUS_BEKEKEN.value,
            Gebeurtenis.object_id.is_not(None),
            Gebeurtenis.tijd > nu() - ZELFDE_BLIK,
        )
        nieuw = select(Casus).where(Casus.id.in_(casus_ids), Casus.id.not_in(pas_gezien))
        for casus in eigen.scalars(nieuw.order_by(Casus.id)):
            schrijf(eigen, vrager, Soort.CASUS_BEKEKEN, casus)
