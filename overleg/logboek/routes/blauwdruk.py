"""The blueprint of the logboek, and what its routes share."""

import uuid

from flask import Blueprint, request
from werkzeug.exceptions import NotFound

from models import Basis
from overleg.basis.database import schrijvend_apart, sessie
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.poort import huidige_vrager

blauwdruk = Blueprint("logboek", __name__)


def sleutel_uit_adres(naam: str) -> uuid.UUID | None:
    """Return the id called `naam` in the address; None when there is none."""
    try:
        return uuid.UUID(request.args.get(naam, ""))
    except ValueError:
        return None


def verplichte_sleutel(naam: str) -> uuid.UUID:
    """Return the id called `naam` in the address; raises NotFound when there is none."""
    sleutel = sleutel_uit_adres(naam)
    if sleutel is None:
        raise NotFound
    return sleutel


def noteer(soort: Soort, model: type[Basis] | None = None, sleutel: uuid.UUID | None = None) -> None:
    """Note that somebody looks in the logboek, each time: apart from the request's own transaction."""
    vrager = huidige_vrager()
    sessie().rollback()
    with schrijvend_apart() as eigen:
        over = eigen.get(model, sleutel) if model is not None else None
        schrijf(eigen, vrager, soort, over, object_soort="" if over is not None else "logboek")
