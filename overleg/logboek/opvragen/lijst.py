"""Reading the logboek: the lines that the asker may see, newest first, a page at a time."""

import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, select, tuple_
from sqlalchemy.orm import Session

from models import Casus, Gebeurtenis
from overleg.basis.limieten import limiet
from overleg.logboek.gronden import grond_in_woorden
from overleg.logboek.herkomst import VAN_SYSTEEM
from overleg.logboek.opvragen.gezien import hele_dagen
from overleg.logboek.soorten import Soort
from overleg.logboek.zinnen import ZINNEN
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import zichtbaar

AANTAL = limiet("aantal_per_pagina")
PLEKKEN = {
    "persoonsverzoeken": "verzoeken van betrokkenen",
    "instroom": "aanmelding en triage",
    "uitvraag": "uitvraag",
    "agenda": "overleg en agenda",
    "bespreking": "bespreking",
    "live": "bespreking",
    "verslag": "verslag",
    "opvolging": "opvolging",
    "koppelvlak": "systeem van een partner",
    "beheer": "beheer",
    "logboek": "logboek",
    "start": "startpagina",
    "security": "inloggen",
    "vierogen": "tweede handtekening",
    "hulp": "hulp",
    "noodtoegang": "noodtoegang",
    "bewaren": "bewaren en vernietigen",
    "toegang": "eigen account",
}
"""What the parts of the application are called on the screen."""
_VAK = re.compile(r"\{[^}]*\}")


@dataclass(frozen=True)
class Zoekvraag:
    """Which lines somebody looks for."""

    vanaf: date | None = None
    tot: date | None = None
    soort: Soort | None = None
    casus: uuid.UUID | None = None
    medewerker: uuid.UUID | None = None


@dataclass(frozen=True)
class Logregel:
    """One line as it is shown: no names of people in a casus, only its kenmerk."""

    tijd: datetime
    wie: str
    wie_id: uuid.UUID | None
    organisatie: str
    rol: str
    namens: str
    wat: str
    grond: str
    via: str
    """The systeemkoppeling with which the own system of a partner did it; empty when the person did."""
    kenmerk: str
    casus_id: uuid.UUID | None
    tafel_id: uuid.UUID | None
    uitkomst: str


@dataclass(frozen=True)
class Blad:
    """A page of lines, and the key to ask the next one with."""

    regels: Sequence[Logregel]
    volgende: str = ""


def woorden(rij: Gebeurtenis) -> str:
    """Return the line of one event as a sentence; of a soort that is no longer known, its name."""
    if rij.soort not in set(Soort):
        return rij.soort.replace("_", " ")
    waarden = {
        naam: plek_in_woorden(str(waarde)) if naam == "eindpunt" else _waarde(waarde)
        for naam, waarde in rij.gegevens.items()
    }
    return _VAK.sub(lambda vak: waarden.get(vak.group()[1:-1], "…"), ZINNEN[Soort(rij.soort)].zin)


def plek_in_woorden(eindpunt: str) -> str:
    """Return the screen that an endpoint stands for: `uitvraag.om_contact` is `uitvraag: om contact`.

    What is behind the dot is a Dutch word of ours already; a part that is no longer there keeps its name.
    """
    deel, _, scherm = eindpunt.partition(".")
    return f"{PLEKKEN.get(deel, deel)}: {scherm.replace('_', ' ')}" if scherm else eindpunt


def _waarde(waarde: object) -> str:
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, list):
        return ", ".join(str(deel).replace("_", " ") for deel in waarde)
    return "…" if waarde is None else str(waarde)


def _via(apparaat: str) -> str:
    return apparaat.removeprefix(VAN_SYSTEEM) if apparaat.startswith(VAN_SYSTEEM) else ""


def soorten_met_woorden() -> list[tuple[Soort, str]]:
    """Return every soort with words to choose it by, in the order of the words."""
    paren = [(soort, _VAK.sub("…", regel.zin)) for soort, regel in ZINNEN.items()]
    return sorted(paren, key=lambda paar: paar[1])


def logregels(sessie: Session, vrager: Vrager, vraag: Zoekvraag, na: uuid.UUID | None = None) -> Blad:
    """Return a page of the lines that `vrager` may see and `vraag` asks for, after the line `na`."""
    select_ = _gefilterd(zichtbaar(vrager, Gebeurtenis), vraag)
    if na is not None:
        vorige = sessie.scalars(zichtbaar(vrager, Gebeurtenis).where(Gebeurtenis.id == na)).one_or_none()
        if vorige is not None:
            select_ = select_.where(tuple_(Gebeurtenis.tijd, Gebeurtenis.id) < tuple_(vorige.tijd, vorige.id))
    rijen = sessie.scalars(
        select_.order_by(Gebeurtenis.tijd.desc(), Gebeurtenis.id.desc()).limit(AANTAL + 1)
    ).all()
    volgende = str(rijen[AANTAL - 1].id) if len(rijen) > AANTAL else ""
    return Blad(_als_regels(sessie, rijen[:AANTAL]), volgende)


def _gefilterd(select_: Select[Gebeurtenis], vraag: Zoekvraag) -> Select[Gebeurtenis]:
    select_ = select_.where(hele_dagen(vraag.vanaf, vraag.tot).filter())
    if vraag.soort:
        select_ = select_.where(Gebeurtenis.soort == vraag.soort.value)
    if vraag.medewerker:
        select_ = select_.where(Gebeurtenis.gebruiker_id == vraag.medewerker)
    if vraag.casus:
        select_ = select_.where(Gebeurtenis.casus_id == vraag.casus)
    return select_


def _als_regels(sessie: Session, rijen: Sequence[Gebeurtenis]) -> list[Logregel]:
    sleutels = {rij.casus_id for rij in rijen if rij.casus_id}
    paren = sessie.execute(select(Casus.id, Casus.kenmerk).where(Casus.id.in_(sleutels))).all()
    kenmerken = {sleutel: kenmerk for sleutel, kenmerk in paren if kenmerk}
    return [
        Logregel(
            tijd=rij.tijd,
            wie=rij.gebruiker_naam or "Niet ingelogd",
            wie_id=rij.gebruiker_id,
            organisatie=rij.organisatie_naam,
            rol=rij.rol,
            namens=rij.namens,
            grond=grond_in_woorden(rij.regel),
            wat=woorden(rij),
            via=_via(rij.apparaat),
            kenmerk=kenmerken.get(rij.casus_id, "Zonder kenmerk") if rij.casus_id else "",
            casus_id=rij.casus_id,
            tafel_id=rij.tafel_id,
            uitkomst=rij.uitkomst,
        )
        for rij in rijen
    ]
