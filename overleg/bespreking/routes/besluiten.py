"""Routes of the five closing questions, of handing over and of ending the discussion (domein.md §5)."""

from collections.abc import Callable
from typing import Any

from flask import flash, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from forms.basis import Formulier
from models import Bespreking, Informering, Overdracht, Overleg, TeInformerenPartij
from overleg.basis.database import sessie
from overleg.basis.fouten import Botsing, Geweigerd
from overleg.basis.schil import ONJUIST, ga_naar, toon
from overleg.bespreking.handelingen.aanhouden import houd_aan
from overleg.bespreking.handelingen.afronden import heropen, rond_af, rond_overleg_af
from overleg.bespreking.handelingen.besluiten import (
    leg_geen_partijen_vast,
    neem_monitoring,
    neem_opschaling,
    neem_regie,
)
from overleg.bespreking.handelingen.informeren import (
    haal_informeren_weg,
    haal_partij_weg,
    leg_informeren_vast,
    leg_partij_vast,
)
from overleg.bespreking.handelingen.overdragen import bied_afspraak_aan, trek_in
from overleg.bespreking.opvragen import Besprekingsblad, besprekingsblad, overlegblad
from overleg.bespreking.opvragen.besluiten import blok_van
from overleg.bespreking.routes.basis import blauwdruk
from overleg.bespreking.routes.besluitformulieren import besluitcontext, maak
from overleg.bespreking.routes.opening import opening_van
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht

BOTSING = 409


def _verwerk(bespreking: Bespreking, naam: str, anker: str, doe: Callable[..., Any]) -> ResponseReturnValue:
    """Check one form, do what it asks, and go back to its place; or show it again as typed."""
    vrager = huidige_vrager()
    blad = besprekingsblad(sessie(), vrager, bespreking.punt)
    blok = blok_van(sessie(), blad)
    if blok is None:
        raise NotFound
    form: Any = maak(naam, blad, blok, gepost=True)
    if not form.validate_on_submit():
        return _opnieuw(blad, naam, form, ONJUIST)
    try:
        doe(sessie(), vrager, bespreking, form.als_invoer())
    except Geweigerd as fout:
        form.voeg_redenen_toe(fout.oordeel.redenen)
        return _opnieuw(blad, naam, form, ONJUIST)
    except Botsing as fout:
        return _botst(blad, naam, form, fout)
    return _terug(bespreking, anker)


def _opnieuw(blad: Besprekingsblad, naam: str, form: Formulier, status: int) -> ResponseReturnValue:
    return toon(
        "bespreking/punt.html", status=status, blad=blad, besluiten=besluitcontext(blad, **{naam: form})
    )


def _botst(blad: Besprekingsblad, naam: str, form: Any, fout: Botsing) -> ResponseReturnValue:  # noqa: ANN401 its fields differ
    """Show what was typed beside what stands there now, and let a next save count from that."""
    blad = besprekingsblad(sessie(), huidige_vrager(), blad.punt)
    blok = blok_van(sessie(), blad)
    if blok is not None and "versie" in form:
        sleutel = form["id"].data if "id" in form else None
        nu = maak(naam, blad, blok, wijzig=str(sleutel or ""))["versie"].data
        form["versie"].zet(nu)
    form.voeg_fouten_toe([fout.zin])
    return _opnieuw(blad, naam, form, BOTSING)


def _terug(bespreking: Bespreking, anker: str) -> ResponseReturnValue:
    return ga_naar(
        url_for(
            "bespreking.punt", overleg=bespreking.overleg_id, punt=bespreking.punt_id, _anchor=anker or None
        )
    )


@blauwdruk.post("/besprekingen/<uuid:bespreking>/besluiten/regie")
@vereist(Recht.BESLUIT_INVULLEN)
def besluit_regie(bespreking: Bespreking) -> ResponseReturnValue:
    """Answer the first question."""
    return _verwerk(bespreking, "regie", "vraag-regie", neem_regie)


@blauwdruk.post("/besprekingen/<uuid:bespreking>/besluiten/monitoring")
@vereist(Recht.BESLUIT_INVULLEN)
def besluit_monitoring(bespreking: Bespreking) -> ResponseReturnValue:
    """Answer the second question."""
    return _verwerk(bespreking, "monitoring", "vraag-monitoring", neem_monitoring)


@blauwdruk.post("/besprekingen/<uuid:bespreking>/besluiten/informeren")
@vereist(Recht.BESLUIT_INVULLEN)
def besluit_informeren(bespreking: Bespreking) -> ResponseReturnValue:
    """Record who is told what: one row of the third question."""
    return _verwerk(bespreking, "informeren", "vraag-informeren", leg_informeren_vast)


@blauwdruk.post("/besprekingen/<uuid:bespreking>/informeren/<uuid:informering>/verwijderen")
@vereist(Recht.BESLUIT_INVULLEN)
def informeren_verwijderen(bespreking: Bespreking, informering: Informering) -> ResponseReturnValue:
    """Take a row of the third question away."""
    haal_informeren_weg(sessie(), huidige_vrager(), bespreking, informering)
    return _terug(bespreking, "vraag-informeren")


@blauwdruk.post("/besprekingen/<uuid:bespreking>/besluiten/partijen")
@vereist(Recht.BESLUIT_INVULLEN)
def besluit_partij(bespreking: Bespreking) -> ResponseReturnValue:
    """Record a party to inform: one row of the fourth question."""
    return _verwerk(bespreking, "partij", "vraag-partijen", leg_partij_vast)


@blauwdruk.post("/besprekingen/<uuid:bespreking>/partijen/<uuid:partij>/verwijderen")
@vereist(Recht.BESLUIT_INVULLEN)
def partij_verwijderen(bespreking: Bespreking, partij: TeInformerenPartij) -> ResponseReturnValue:
    """Take a row of the fourth question away."""
    haal_partij_weg(sessie(), huidige_vrager(), bespreking, partij)
    return _terug(bespreking, "vraag-partijen")


@blauwdruk.post("/besprekingen/<uuid:bespreking>/besluiten/geen-partijen")
@vereist(Recht.BESLUIT_INVULLEN)
def besluit_geen_partijen(bespreking: Bespreking) -> ResponseReturnValue:
    """Answer the fourth question with an explicit no."""
    return _verwerk(bespreking, "geen_partijen", "vraag-partijen", leg_geen_partijen_vast)


@blauwdruk.post("/besprekingen/<uuid:bespreking>/besluiten/opschaling")
@vereist(Recht.BESLUIT_INVULLEN)
def besluit_opschaling(bespreking: Bespreking) -> ResponseReturnValue:
    """Answer the fifth question."""
    return _verwerk(bespreking, "opschaling", "vraag-opschaling", neem_opschaling)


@blauwdruk.post("/besprekingen/<uuid:bespreking>/overdrachten")
@vereist(Recht.BESLUIT_INVULLEN)
def afspraak_aanbieden(bespreking: Bespreking) -> ResponseReturnValue:
    """Offer an afspraak to another organisatie."""
    return _verwerk(bespreking, "aanbod", "stap-3", bied_afspraak_aan)


@blauwdruk.post("/besprekingen/<uuid:bespreking>/overdrachten/<uuid:overdracht>/intrekken")
@vereist(Recht.BESLUIT_INVULLEN)
def aanbod_intrekken(bespreking: Bespreking, overdracht: Overdracht) -> ResponseReturnValue:
    """Take an unanswered offer of an afspraak back."""
    trek_in(sessie(), huidige_vrager(), bespreking, overdracht)
    return _terug(bespreking, "stap-3")


@blauwdruk.post("/besprekingen/<uuid:bespreking>/afronden")
@vereist(Recht.BESPREKING_LEIDEN)
def afronden(bespreking: Bespreking) -> ResponseReturnValue:
    """Close the discussion of this casus, or say what is missing and where."""
    try:
        rond_af(sessie(), huidige_vrager(), bespreking)
    except Geweigerd as fout:
        blad = besprekingsblad(sessie(), huidige_vrager(), bespreking.punt)
        context, redenen = besluitcontext(blad), fout.oordeel.redenen
        return toon("bespreking/punt.html", status=ONJUIST, blad=blad, besluiten=context, redenen=redenen)
    flash("De bespreking is afgerond. De afspraken staan klaar bij wie ze doet.", "success")
    return _terug(bespreking, "")


@blauwdruk.post("/besprekingen/<uuid:bespreking>/aanhouden")
@vereist(Recht.BESPREKING_LEIDEN)
def aanhouden(bespreking: Bespreking) -> ResponseReturnValue:
    """Hold the casus over to a later overleg."""
    return _verwerk(bespreking, "aanhouden", "afronden", houd_aan)


@blauwdruk.post("/besprekingen/<uuid:bespreking>/heropenen")
@vereist(Recht.BESPREKING_HEROPENEN)
def heropenen(bespreking: Bespreking) -> ResponseReturnValue:
    """Open a closed bespreking again, until the verslag is adopted."""
    return _verwerk(bespreking, "heropenen", "", heropen)


@blauwdruk.post("/overleggen/<uuid:overleg>/bespreking/afronden")
@vereist(Recht.OVERLEG_LEIDEN)
def overleg_afronden(overleg: Overleg) -> ResponseReturnValue:
    """End the meeting, or show on its page what was not discussed, and where to do so (422)."""
    try:
        rond_overleg_af(sessie(), huidige_vrager(), overleg)
    except Geweigerd as fout:
        blad = overlegblad(sessie(), huidige_vrager(), overleg)
        if not blad.onbesproken:
            raise
        redenen, opening = fout.oordeel.redenen, opening_van(blad)
        return toon("bespreking/overleg.html", status=ONJUIST, blad=blad, opening=opening, redenen=redenen)
    flash("Het overleg is afgerond. Stel nu het verslag vast.", "success")
    return ga_naar(url_for("bespreking.bespreking", overleg=overleg.id))
