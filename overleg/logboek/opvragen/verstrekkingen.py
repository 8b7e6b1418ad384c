"""The register of verstrekkingen: who gave what to whom, for what, on which ground, and when (domein.md §4).

It is what the logboek says, in one question for a casus and one for a person: a line is written in the
transaction of each disclosure, and nobody can change it afterwards (besluiten/024).
"""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select, true, tuple_
from sqlalchemy.orm import Session

from models import Gebeurtenis
from overleg.basis.limieten import limiet
from overleg.logboek.daden import Daad, soorten_van
from overleg.logboek.opvragen.dossier import Betrokkene
from overleg.logboek.opvragen.gezien import over
from overleg.logboek.soorten import Soort
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import ZICHT, zichtbaar

AANTAL = limiet("aantal_per_pagina")
DOCUMENTEN = (Soort.INZAGEPAKKET_GEDOWNLOAD, Soort.OVERDRACHT_GEDOWNLOAD)
"""Files that are made to be given to somebody: taking one out is the disclosure."""
SOORTEN = [*soorten_van(Daad.VERSTREKKEN), *(soort.value for soort in DOCUMENTEN)]
BETROKKENE, PARTIJ = "de betrokkene zelf", "een partij buiten het overleg"
_WAT: Mapping[str, tuple[str, str]] = {
    Soort.INFORMATIE_GEVRAAGD.value: ("Vraag wat bekend is: wie het betreft en de vraag", ""),
    Soort.BIJDRAGE_GEDEELD.value: ("Informatie van de eigen organisatie", ""),
    Soort.ANTWOORD_GEDEELD.value: ("Informatie van de gever, door een ander vastgelegd", ""),
    Soort.INFORMERING_GEDAAN.value: ("Wat is besloten of gaat gebeuren", BETROKKENE),
    Soort.PARTIJ_GEINFORMEERD.value: ("Wat is besloten of gaat gebeuren", PARTIJ),
    Soort.INZAGEPAKKET_GEDOWNLOAD.value: ("Inzagepakket", BETROKKENE),
    Soort.OVERDRACHT_GEDOWNLOAD.value: ("Overdrachtsformulier", ""),
    Soort.BEKENDHEID_GEGEVEN.value: ("Dat iemand hier bekend is, en wie te bellen", ""),
}
"""Soort → what was given, and to whom when the line names no organisatie."""


@dataclass(frozen=True)
class Verstrekking:
    """One disclosure, without what was in it."""

    moment: datetime
    gever: str
    door: str
    rol: str
    ontvanger: str
    wat: str
    doel: str
    grond: str
    noodzakelijk: bool | None
    """Whether the giver weighed that it was necessary; None when that was not asked."""
    gegeven_door: str = ""
    """Who of the giver gave it, when `door` recorded it for another."""


@dataclass(frozen=True)
class Register:
    """A page of it, the newest first, and after which line the next page begins."""

    rijen: Sequence[Verstrekking]
    volgende: str = ""


def verstrekkingen(
    sessie: Session, vrager: Vrager, welke: uuid.UUID | Betrokkene, na: uuid.UUID | None
) -> Register:
    """Return what was disclosed of a casus (its id), or of one person in it."""
    g = Gebeurtenis
    waar = g.casus_id == welke if isinstance(welke, uuid.UUID) else over(welke)
    vraag = select(g).where(
        waar, ZICHT[g](vrager), g.soort.in_(SOORTEN), g.uitkomst == "gedaan", _na(sessie, vrager, na)
    )
    rijen = sessie.scalars(vraag.order_by(g.tijd.desc(), g.id.desc()).limit(AANTAL + 1)).all()
    volgende = str(rijen[AANTAL - 1].id) if len(rijen) > AANTAL else ""
    return Register([_als_verstrekking(rij) for rij in rijen[:AANTAL]], volgende)


def _na(sessie: Session, vrager: Vrager, sleutel: uuid.UUID | None) -> ColumnElement[bool]:
    vorige = sessie.scalars(zichtbaar(vrager, Gebeurtenis).where(Gebeurtenis.id == sleutel)).one_or_none()
    if vorige is None:
        return true()
    return tuple_(Gebeurtenis.tijd, Gebeurtenis.id) < tuple_(vorige.tijd, vorige.id)


def _als_verstrekking(rij: Gebeurtenis) -> Verstrekking:
    wat, ontvanger = _WAT[rij.soort]
    noodzakelijk = rij.gegevens.get("noodzakelijk")
    return Verstrekking(
        moment=rij.tijd,
        gever=str(rij.gegevens.get("gever") or rij.organisatie_naam or "Actie-overleg"),
        door=rij.gebruiker_naam or "Het systeem",
        rol=rij.rol,
        ontvanger=str(rij.gegevens.get("organisatie") or ontvanger),
        wat=_wat(wat, rij),
        doel=str(rij.gegevens.get("doel") or ""),
        grond=rij.grond,
        noodzakelijk=noodzakelijk if isinstance(noodzakelijk, bool) else None,
        gegeven_door=str(rij.gegevens.get("gegeven_door") or ""),
    )


def _wat(wat: str, rij: Gebeurtenis) -> str:
    """Return what was given, with the kinds of data where the line says these."""
    soorten = rij.gegevens.get("gegevens")
    return f"{wat} ({soorten})" if soorten else wat
