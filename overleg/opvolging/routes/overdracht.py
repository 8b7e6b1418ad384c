"""One handover: accepting, refusing, taking back, putting an answer on record, offering again."""

from functools import partial

from flask import flash, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from forms.basis import Formulier
from forms.opvolging import BiedOpnieuwAanFormulier, LegAntwoordVastFormulier, RedenFormulier
from models import Overdracht
from overleg.basis.database import sessie
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import nu, vandaag
from overleg.basis.oordeel import Oordeel
from overleg.basis.schil import ga_naar, toon
from overleg.logboek.schrijven import noteer_blik
from overleg.logboek.soorten import Soort
from overleg.opvolging.handelingen.overdracht import (
    bied_opnieuw_aan,
    leg_antwoord_vast,
    neem_aan,
    trek_in,
    weiger,
)
from overleg.opvolging.opvragen.overdracht import antwoordt_zelf, vervangen_van
from overleg.opvolging.regels.overdracht import heeft_formulier, mag_meegeven, mag_opnieuw
from overleg.opvolging.routes.basis import blauwdruk, verwerk
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht
from overleg.verslag.noteren import noteer_formulier
from overleg.verslag.opvragen.huisstijl import sjabloon_van_tafel
from overleg.verslag.opvragen.overdracht import (
    is_gesloten_voor_ontvanger,
    ontbrekende_grond,
    overdrachtsformulier,
)
from overleg.verslag.routes.documenten import als_bestand
from overleg.verslag.word.overdracht import overdracht_docx as schrijf_formulier


def _toon(overdracht: Overdracht, status: int = 200, **eigen: Formulier) -> ResponseReturnValue:
    formulieren: dict[str, Formulier] = {
        "weigeren": RedenFormulier(prefix="weigeren", formdata=None),
        "intrekken": RedenFormulier(prefix="intrekken", formdata=None),
        "vastleggen": LegAntwoordVastFormulier(prefix="vastleggen", formdata=None, data={"op": vandaag()}),
        "opnieuw": BiedOpnieuwAanFormulier(prefix="opnieuw", formdata=None),
    }
    return toon(
        "opvolging/overdracht.html",
        status=status,
        overdracht=overdracht,
        formulieren=formulieren | eigen,
        formulier=_mag_meegeven(overdracht) if heeft_formulier(overdracht.soort) else None,
        opnieuw=mag_opnieuw(overdracht.status, voorbij=_is_vervangen(overdracht)),
        antwoordt_zelf=antwoordt_zelf(sessie(), overdracht),
        zelf_aangeboden=overdracht.aangeboden_door_id == huidige_vrager().id,
    )


def _is_vervangen(overdracht: Overdracht) -> bool:
    return overdracht.id in vervangen_van(sessie(), overdracht.casus)


def _mag_meegeven(overdracht: Overdracht) -> Oordeel:
    return mag_meegeven(
        overdracht.status,
        gesloten=is_gesloten_voor_ontvanger(sessie(), overdracht),
        zonder_grond=ontbrekende_grond(sessie(), overdracht),
    )


def _hier(overdracht: Overdracht) -> str:
    return url_for("opvolging.overdracht", overdracht=overdracht.id)


@blauwdruk.get("/overdrachten/<uuid:overdracht>")
@vereist(Recht.OVERDRACHT_ZIEN)
def overdracht(overdracht: Overdracht) -> ResponseReturnValue:
    """Show one handover: from whom, to whom, who is responsible now."""
    noteer_blik(huidige_vrager(), Soort.CASUS_BEKEKEN, overdracht.casus)
    return _toon(overdracht)


@blauwdruk.get("/overdrachten/<uuid:overdracht>.docx")
@vereist(Recht.OVERDRACHT_FORMULIER)
def overdracht_docx(overdracht: Overdracht) -> ResponseReturnValue:
    """Give the form that goes to the receiver; taking it out is the disclosure."""
    if not heeft_formulier(overdracht.soort):
        raise NotFound
    oordeel = _mag_meegeven(overdracht)
    if not oordeel:
        raise Geweigerd(oordeel)
    vrager = huidige_vrager()
    formulier = overdrachtsformulier(sessie(), vrager, overdracht)
    bestand = schrijf_formulier(
        formulier.inhoud, nu(), sjabloon_van_tafel(sessie(), overdracht.casus.tafel_id)
    )
    noteer_formulier(vrager, overdracht, formulier)
    return als_bestand(formulier.inhoud.naam, bestand)


@blauwdruk.post("/overdrachten/<uuid:overdracht>/aannemen")
@vereist(Recht.OVERDRACHT_BEANTWOORDEN)
def overdracht_aannemen(overdracht: Overdracht) -> ResponseReturnValue:
    """Accept: from now on the own organisatie is responsible."""
    neem_aan(sessie(), huidige_vrager(), overdracht)
    flash("U hebt de overdracht aangenomen. Uw organisatie is nu verantwoordelijk.", "success")
    return ga_naar(_hier(overdracht))


@blauwdruk.post("/overdrachten/<uuid:overdracht>/weigeren")
@vereist(Recht.OVERDRACHT_BEANTWOORDEN)
def overdracht_weigeren(overdracht: Overdracht) -> ResponseReturnValue:
    """Refuse, with a reason."""
    return verwerk(
        RedenFormulier(prefix="weigeren"),
        partial(weiger, sessie(), huidige_vrager(), overdracht),
        lambda form, status: _toon(overdracht, status, weigeren=form),
        naar=_hier(overdracht),
        bericht="U hebt de overdracht geweigerd. De gever blijft verantwoordelijk en leest uw reden.",
    )


@blauwdruk.post("/overdrachten/<uuid:overdracht>/intrekken")
@vereist(Recht.OVERDRACHT_INTREKKEN)
def overdracht_intrekken(overdracht: Overdracht) -> ResponseReturnValue:
    """Take back an offer that nobody answered, with a reason."""
    return verwerk(
        RedenFormulier(prefix="intrekken"),
        partial(trek_in, sessie(), huidige_vrager(), overdracht),
        lambda form, status: _toon(overdracht, status, intrekken=form),
        naar=_hier(overdracht),
        bericht="U hebt het aanbod ingetrokken. De gever blijft verantwoordelijk.",
    )


@blauwdruk.post("/overdrachten/<uuid:overdracht>/vastleggen")
@vereist(Recht.OVERDRACHT_VASTLEGGEN)
def overdracht_vastleggen(overdracht: Overdracht) -> ResponseReturnValue:
    """Put the answer of someone without an account on record."""
    return verwerk(
        LegAntwoordVastFormulier(prefix="vastleggen"),
        partial(leg_antwoord_vast, sessie(), huidige_vrager(), overdracht),
        lambda form, status: _toon(overdracht, status, vastleggen=form),
        naar=_hier(overdracht),
        bericht="Het antwoord is vastgelegd.",
    )


@blauwdruk.post("/overdrachten/<uuid:overdracht>/opnieuw")
@vereist(Recht.OVERDRACHT_VASTLEGGEN)
def overdracht_opnieuw(overdracht: Overdracht) -> ResponseReturnValue:
    """Offer a refused handover again."""
    return verwerk(
        BiedOpnieuwAanFormulier(prefix="opnieuw"),
        partial(bied_opnieuw_aan, sessie(), huidige_vrager(), overdracht),
        lambda form, status: _toon(overdracht, status, opnieuw=form),
        naar=url_for("opvolging.casus", casus=overdracht.casus_id, _anchor="overdrachten"),
        bericht="De overdracht is opnieuw aangeboden.",
    )
