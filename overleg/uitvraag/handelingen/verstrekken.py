"""Noting a disclosure: the line from which the register of verstrekkingen is read (besluiten/024)."""

import uuid
from collections.abc import Collection
from functools import partial

from sqlalchemy.orm import Session

from models import Bijdrageontvanger, Informatiebijdrage
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.vrager import Vrager
from overleg.uitvraag.opvragen.bijdragen import lezers_van


def noteer_verstrekking(
    sessie: Session, vrager: Vrager, bijdrage: Informatiebijdrage, aan: Collection[uuid.UUID]
) -> None:
    """Write a line for each of these organisaties that can read the bijdrage now, with its own ground.

    Wpg art. 9 data reach others than the OM only when the OM agreed: they are noted then.
    """
    leest = lezers_van(bijdrage)
    for ontvanger in bijdrage.ontvangers:
        if ontvanger.organisatie_id in leest and ontvanger.organisatie_id in aan:
            _schrijf(sessie, vrager, bijdrage, ontvanger)


def _schrijf(
    sessie: Session, vrager: Vrager, bijdrage: Informatiebijdrage, ontvanger: Bijdrageontvanger
) -> None:
    """Write one line; what another recorded names its giver, who is not the one that acts."""
    noteer = partial(
        schrijf,
        sessie,
        vrager,
        over=bijdrage,
        grond=ontvanger.grondslag.grond,
        organisatie=ontvanger.organisatie.naam,
        doel=bijdrage.doel or ontvanger.grondslag.doel,
        noodzakelijk=bijdrage.noodzakelijk,
    )
    if bijdrage.gegeven_hoe is None:
        noteer(Soort.BIJDRAGE_GEDEELD)
    else:
        noteer(Soort.ANTWOORD_GEDEELD, gever=bijdrage.organisatie.naam, gegeven_door=gever_van(bijdrage))


def gever_van(bijdrage: Informatiebijdrage) -> str:
    """Return who gave an answer that another recorded, as the logboek names it."""
    return f"{bijdrage.gegeven_door}, {bijdrage.gegeven_functie}"
