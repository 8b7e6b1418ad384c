"""Routes: the decisions of triage; the voorzitter's alone."""

from collections.abc import Callable
from typing import Any

from flask import flash, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from forms.instroom.triage import VergelijkPersonenFormulier
from models import Casus
from models.waarden import PersoonOordeel
from overleg.basis.database import sessie
from overleg.basis.fouten import Geweigerd
from overleg.basis.schil import ga_naar
from overleg.instroom.handelingen.personen import vergelijk_personen
from overleg.instroom.handelingen.triage import (
    heropen,
    laat_casus_toe,
    sta_bespreken_toe,
    stuur_terug,
    verwijs_door,
    wijs_af,
)
from overleg.instroom.opvragen.triage import vergelijking_van
from overleg.instroom.regels.casusgang import Stap
from overleg.instroom.routes.blauwdruk import blauwdruk
from overleg.instroom.routes.triage import nieuw_formulier, triage_blad
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht


def _besluit(casus: Casus, stap: Stap, klaar: str, doe: Callable[[Any], None]) -> ResponseReturnValue:
    """Read the form of `stap`, call `doe` with it, and go back to triage; what is wrong stays on the page."""
    form = nieuw_formulier(stap, casus)
    if not form.validate():
        return triage_blad(casus, status=form.status, stap=stap, form=form)
    try:
        doe(form)
    except Geweigerd as fout:
        form.voeg_redenen_toe(fout.oordeel.redenen)
        return triage_blad(casus, status=form.status, stap=stap, form=form)
    flash(klaar, "success")
    return ga_naar(url_for("instroom.triage", casus=casus.id))


@blauwdruk.post("/casussen/<uuid:casus>/triage/toelaten")
@vereist(Recht.TRIAGE_BESLISSEN)
def toelaten(casus: Casus) -> ResponseReturnValue:
    """Admit the casus."""
    return _besluit(
        casus,
        Stap.TOELATEN,
        "De casus is toegelaten.",
        lambda form: laat_casus_toe(sessie(), huidige_vrager(), casus, form.reden.data),
    )


@blauwdruk.post("/casussen/<uuid:casus>/triage/terugsturen")
@vereist(Recht.TRIAGE_BESLISSEN)
def terugsturen(casus: Casus) -> ResponseReturnValue:
    """Send it back to the inbrenger with a question."""
    return _besluit(
        casus,
        Stap.TERUGSTUREN,
        "De aanmelding is teruggestuurd naar de inbrenger.",
        lambda form: stuur_terug(sessie(), huidige_vrager(), casus, form.reden.data),
    )


@blauwdruk.post("/casussen/<uuid:casus>/triage/doorverwijzen")
@vereist(Recht.TRIAGE_BESLISSEN)
def doorverwijzen(casus: Casus) -> ResponseReturnValue:
    """Send it on to another tafel."""
    return _besluit(
        casus,
        Stap.DOORVERWIJZEN,
        "De casus is doorverwezen. Draag hem daar zelf warm over.",
        lambda form: verwijs_door(sessie(), huidige_vrager(), casus, form.tafel.data, form.reden.data),
    )


@blauwdruk.post("/casussen/<uuid:casus>/triage/afwijzen")
@vereist(Recht.TRIAGE_BESLISSEN)
def afwijzen(casus: Casus) -> ResponseReturnValue:
    """Refuse it."""
    return _besluit(
        casus,
        Stap.AFWIJZEN,
        "De casus is afgewezen. De inbrenger leest de reden.",
        lambda form: wijs_af(sessie(), huidige_vrager(), casus, form.reden.data),
    )


@blauwdruk.post("/casussen/<uuid:casus>/triage/heropenen")
@vereist(Recht.TRIAGE_BESLISSEN)
def heropenen(casus: Casus) -> ResponseReturnValue:
    """Take it up again after it was sent on or refused."""
    return _besluit(
        casus,
        Stap.HEROPENEN,
        "De casus is opnieuw in behandeling.",
        lambda form: heropen(sessie(), huidige_vrager(), casus, form.reden.data),
    )


@blauwdruk.post("/casussen/<uuid:casus>/triage/bespreken-toestaan")
@vereist(Recht.TRIAGE_BESLISSEN)
def bespreken_toestaan(casus: Casus) -> ResponseReturnValue:
    """Let it be discussed while the melding follows, or take that back."""
    toe = not casus.bespreken_zonder_melding
    sta_bespreken_toe(sessie(), huidige_vrager(), casus, toe=toe)
    klaar = "Bespreken mag terwijl de melding volgt." if toe else "Bespreken wacht weer op de melding."
    flash(klaar, "success")
    return ga_naar(url_for("instroom.triage", casus=casus.id))


@blauwdruk.post("/casussen/<uuid:casus>/triage/personen")
@vereist(Recht.PERSONEN_VERGELIJKEN)
def personen(casus: Casus) -> ResponseReturnValue:
    """Record whether two look-alike persons are one."""
    form = VergelijkPersonenFormulier()
    rij = None
    if form.validate() and form.vergelijking.data:
        rij = vergelijking_van(sessie(), huidige_vrager(), casus, form.vergelijking.data)
    if rij is None:
        raise NotFound
    oordeel = form.oordeel.data or PersoonOordeel.ANDER
    vergelijk_personen(sessie(), huidige_vrager(), casus, rij, oordeel)
    flash(f"Vastgelegd: {oordeel.tekst.lower()}.", "success")
    return ga_naar(url_for("instroom.triage", casus=casus.id) + "#signalen")
