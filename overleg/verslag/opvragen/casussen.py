"""The list of casussen for a file: the same rows as on the page, for one asker."""

import uuid
from dataclasses import dataclass

from sqlalchemy.orm import Session

from models import Casus
from overleg.basis.klok import hier, vandaag
from overleg.basis.weergave import tijdstip
from overleg.instroom.opvragen.lijst import Filter, casussen
from overleg.toegang.vrager import Vrager
from overleg.verslag.casuslijst import Casuslijst, Casusregel


@dataclass(frozen=True)
class GevondenCasussen:
    """The list, and the casussen on it (for the logboek)."""

    lijst: Casuslijst
    casus_ids: frozenset[uuid.UUID]


def casuslijst(sessie: Session, vrager: Vrager, filter_: Filter) -> GevondenCasussen:
    """Return the newest casussen that the asker may see and asked for, as many as one file holds."""
    blad = casussen(sessie, vrager, filter_, hoogstens="aantal_in_bestand")
    lijst = Casuslijst(
        regels=tuple(_regel(casus) for casus in blad.casussen),
        voor=vrager.organisatie_naam,
        filter=_in_woorden(filter_),
        dag=vandaag(),
        meer=bool(blad.volgende),
    )
    return GevondenCasussen(lijst, frozenset(casus.id for casus in blad.casussen))


def _regel(casus: Casus) -> Casusregel:
    return Casusregel(
        kenmerk=casus.kenmerk or f"Concept van {tijdstip(casus.gemaakt_op)}",
        status=casus.status.tekst,
        acuut=casus.acuut,
        tafel=casus.tafel.naam,
        themas=", ".join(thema.naam for thema in casus.themas),
        inbrenger=casus.inbrenger_organisatie.naam,
        ingediend=hier(casus.ingediend_op).date() if casus.ingediend_op else None,
    )


def _in_woorden(filter_: Filter) -> str:
    delen = [
        f"status {filter_.status.tekst.lower()}" if filter_.status else "",
        f"kenmerk met ‘{filter_.kenmerk}’" if filter_.kenmerk else "",
        "zelf ingebracht" if filter_.eigen else "",
    ]
    return ", ".join(deel for deel in delen if deel) or "niets: alle casussen die u mag zien"
