"""Reporting on telling a directbetrokkene, and on telling a party."""

from functools import partial

from flask import url_for
from flask.typing import ResponseReturnValue

from forms.basis import Formulier
from forms.opvolging import MeldGedaanFormulier, StelUitFormulier
from models import Informering, TeInformerenPartij
from overleg.basis.database import sessie
from overleg.basis.klok import vandaag
from overleg.basis.schil import toon
from overleg.instroom.handelingen.contact import Contact, toon_contact_om_te_informeren
from overleg.logboek.schrijven import noteer_blik
from overleg.logboek.soorten import Soort
from overleg.opvolging.handelingen.melden import (
    meld_geinformeerd,
    meld_partij,
    stel_informeren_uit,
)
from overleg.opvolging.opvragen.melden import stappen_eerst
from overleg.opvolging.routes.basis import blauwdruk, verwerk
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht


def _toon_informering(
    informering: Informering,
    status: int = 200,
    *,
    gedaan: Formulier | None = None,
    uitstel: Formulier | None = None,
    contact: Contact | None = None,
) -> ResponseReturnValue:
    stap_open, eerst = stappen_eerst(sessie(), huidige_vrager(), informering)
    return toon(
        "opvolging/informering.html",
        status=status,
        informering=informering,
        stap_open=stap_open,
        stappen_eerst=eerst,
        contact=contact,
        gedaan=gedaan or MeldGedaanFormulier(prefix="gedaan", formdata=None, data={"op": vandaag()}),
        uitstel=uitstel or StelUitFormulier(prefix="uitstel", formdata=None),
        vandaag=vandaag(),
    )


@blauwdruk.get("/informeren/<uuid:informering>")
@vereist(Recht.INFORMERING_MELDEN)
def informering(informering: Informering) -> ResponseReturnValue:
    """Show one duty to tell someone."""
    noteer_blik(huidige_vrager(), Soort.CASUS_BEKEKEN, informering.casus)
    return _toon_informering(informering)


@blauwdruk.post("/informeren/<uuid:informering>/contact")
@vereist(Recht.INFORMERING_MELDEN)
def informering_contact(informering: Informering) -> ResponseReturnValue:
    """Show on purpose how to reach someone safely, to who must tell them."""
    contact = toon_contact_om_te_informeren(sessie(), huidige_vrager(), informering.betrokkene, informering)
    return _toon_informering(informering, contact=contact)


@blauwdruk.post("/informeren/<uuid:informering>/gedaan")
@vereist(Recht.INFORMERING_MELDEN)
def informering_gedaan(informering: Informering) -> ResponseReturnValue:
    """Report that someone was told."""
    return verwerk(
        MeldGedaanFormulier(prefix="gedaan"),
        partial(meld_geinformeerd, sessie(), huidige_vrager(), informering),
        lambda form, status: _toon_informering(informering, status, gedaan=form),
        naar=url_for("opvolging.acties"),
        bericht="Vastgelegd dat deze persoon is geïnformeerd.",
    )


@blauwdruk.post("/informeren/<uuid:informering>/uitstellen")
@vereist(Recht.INFORMERING_MELDEN)
def informering_uitstellen(informering: Informering) -> ResponseReturnValue:
    """Postpone telling someone."""
    return verwerk(
        StelUitFormulier(prefix="uitstel"),
        partial(stel_informeren_uit, sessie(), huidige_vrager(), informering),
        lambda form, status: _toon_informering(informering, status, uitstel=form),
        naar=url_for("opvolging.acties"),
        bericht="Uitgesteld. De plicht blijft open en komt op de gekozen dag terug.",
    )


def _toon_partij(partij: TeInformerenPartij, form: Formulier, status: int = 200) -> ResponseReturnValue:
    return toon("opvolging/partij.html", status=status, partij=partij, form=form, vandaag=vandaag())


@blauwdruk.get("/partijen/<uuid:partij>")
@vereist(Recht.PARTIJ_MELDEN)
def partij(partij: TeInformerenPartij) -> ResponseReturnValue:
    """Show one party that must be told."""
    noteer_blik(huidige_vrager(), Soort.CASUS_BEKEKEN, partij.casus)
    return _toon_partij(partij, MeldGedaanFormulier(data={"op": vandaag()}))


@blauwdruk.post("/partijen/<uuid:partij>/gedaan")
@vereist(Recht.PARTIJ_MELDEN)
def partij_gedaan(partij: TeInformerenPartij) -> ResponseReturnValue:
    """Report that a party was told."""
    return verwerk(
        MeldGedaanFormulier(),
        partial(meld_partij, sessie(), huidige_vrager(), partij),
        partial(_toon_partij, partij),
        naar=url_for("opvolging.acties"),
        bericht="Vastgelegd dat deze partij is geïnformeerd.",
    )
