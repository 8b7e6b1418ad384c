"""Routes: making the agenda: order, minutes, casussen on it, sending it."""

from flask import request, url_for
from flask.typing import ResponseReturnValue

from forms.agenda import MINUTEN_MELDING, Ordeningsinvoer, VoegPuntToeFormulier, lees_ordening
from models import Casus, Overleg
from overleg.agenda.handelingen.punten import Ordening, orden_agenda, voeg_punt_toe, zet_op_agenda
from overleg.agenda.handelingen.versturen import verstuur_agenda
from overleg.agenda.opvragen.blad import Agendablad, agendablad
from overleg.agenda.routes.basis import blauwdruk, gelukt
from overleg.basis.database import sessie
from overleg.basis.fouten import Botsing
from overleg.basis.klok import vandaag
from overleg.basis.schil import ONJUIST, ga_naar, htmx, toon
from overleg.logboek.schrijven import noteer_blik
from overleg.logboek.soorten import Soort
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht

BOTSING = 409


def _blad(overleg: Overleg) -> Agendablad:
    return agendablad(sessie(), huidige_vrager(), overleg, vandaag())


@blauwdruk.get("/overleggen/<uuid:overleg>/agenda")
@vereist(Recht.AGENDA_MAKEN)
def agenda(overleg: Overleg) -> ResponseReturnValue:
    """Show the page on which the agenda is made."""
    noteer_blik(huidige_vrager(), Soort.OVERLEG_BEKEKEN, overleg)
    return toon("agenda/agenda.html", blad=_blad(overleg), overleg=overleg)


@blauwdruk.post("/overleggen/<uuid:overleg>/agenda/volgorde")
@vereist(Recht.AGENDA_MAKEN)
def volgorde(overleg: Overleg) -> ResponseReturnValue:
    """Put the items in order and set their minutes; answers with the same list."""
    invoer = lees_ordening(request.form)
    if invoer.fout:
        return _lijst(overleg, invoer, ONJUIST, MINUTEN_MELDING)
    ordening = Ordening(invoer.versie, invoer.volgorde, invoer.verschuif, invoer.minuten)
    try:
        orden_agenda(sessie(), huidige_vrager(), overleg, ordening)
    except Botsing as fout:
        return _lijst(overleg, invoer, BOTSING, fout.zin)
    sessie().flush()
    if htmx:
        return _lijst(overleg)
    gelukt("De agenda is bijgewerkt.")
    return ga_naar(url_for("agenda.agenda", overleg=overleg.id))


def _lijst(
    overleg: Overleg, invoer: Ordeningsinvoer | None = None, status: int = 200, fout: str = ""
) -> ResponseReturnValue:
    """Answer with the list; minutes that cannot be read stand there as typed."""
    getypt = invoer.getypt if invoer and status == ONJUIST else {}
    onleesbaar = invoer.fout if invoer else frozenset()
    return toon(
        "agenda/agenda.html",
        fragment="agenda/_lijst.html",
        status=status,
        blad=_blad(overleg),
        overleg=overleg,
        getypt=getypt,
        onleesbaar=onleesbaar,
        fout=fout,
        los=bool(htmx),
    )


@blauwdruk.post("/overleggen/<uuid:overleg>/agenda/casussen/<uuid:casus>")
@vereist(Recht.AGENDA_MAKEN)
def zet_op(overleg: Overleg, casus: Casus) -> ResponseReturnValue:
    """Put a casus on the agenda."""
    zet_op_agenda(sessie(), huidige_vrager(), overleg, casus)
    gelukt(f"Casus {casus.kenmerk} staat op de agenda.")
    return ga_naar(url_for("agenda.agenda", overleg=overleg.id))


@blauwdruk.route("/overleggen/<uuid:overleg>/agenda/punten", methods=["GET", "POST"])
@vereist(Recht.AGENDA_MAKEN, blik=True)
def nieuw_punt(overleg: Overleg) -> ResponseReturnValue:
    """Add a free item."""
    form = VoegPuntToeFormulier(data={"minuten": 10})
    if form.validate_on_submit() and form.minuten.data is not None:
        voeg_punt_toe(sessie(), huidige_vrager(), overleg, form.titel.data or "", form.minuten.data)
        gelukt("Het punt staat op de agenda.")
        return ga_naar(url_for("agenda.agenda", overleg=overleg.id))
    status = ONJUIST if form.foutenlijst else 200
    return toon("agenda/nieuw_punt.html", status=status, overleg=overleg, form=form)


@blauwdruk.post("/overleggen/<uuid:overleg>/agenda/versturen")
@vereist(Recht.AGENDA_MAKEN)
def versturen(overleg: Overleg) -> ResponseReturnValue:
    """Send the agenda to who is expected, for the first time or again."""
    aantal = verstuur_agenda(sessie(), huidige_vrager(), overleg)
    gelukt(f"De agenda is klaargezet om te versturen aan {aantal} mensen.")
    return ga_naar(url_for("agenda.agenda", overleg=overleg.id))
