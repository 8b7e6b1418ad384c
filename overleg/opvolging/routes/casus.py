"""One casus after the meeting: what is open, monitoring, back on the agenda, closing."""

from functools import partial

from flask import flash, url_for
from flask.typing import ResponseReturnValue

from forms.basis import Formulier
from forms.opvolging import LegRondeVastFormulier, RedenFormulier
from models import Casus
from overleg.basis.database import sessie
from overleg.basis.schil import ga_naar, toon
from overleg.logboek.schrijven import noteer_blik
from overleg.logboek.soorten import Soort
from overleg.opvolging.handelingen.casus import leg_ronde_vast, sluit_casus, zet_terug_op_agenda
from overleg.opvolging.handelingen.heropenen import heropen_casus
from overleg.opvolging.opvragen.casus import opvolgblad
from overleg.opvolging.routes.basis import blauwdruk, verwerk
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht


def _toon(casus: Casus, status: int = 200, **eigen: Formulier) -> ResponseReturnValue:
    formulieren: dict[str, Formulier] = {
        "ronde": LegRondeVastFormulier(prefix="ronde", formdata=None),
        "sluiten": RedenFormulier(prefix="sluiten", formdata=None),
        "heropenen": RedenFormulier(prefix="heropenen", formdata=None),
    }
    blad = opvolgblad(sessie(), huidige_vrager(), casus)
    return toon("opvolging/casus.html", status=status, blad=blad, formulieren=formulieren | eigen)


def _hier(casus: Casus) -> str:
    return url_for("opvolging.casus", casus=casus.id)


@blauwdruk.get("/casussen/<uuid:casus>/opvolging")
@vereist(Recht.CASUS_OPVOLGING_ZIEN)
def casus(casus: Casus) -> ResponseReturnValue:
    """Show how the casus goes on after the meeting."""
    noteer_blik(huidige_vrager(), Soort.CASUS_BEKEKEN, casus)
    return _toon(casus)


@blauwdruk.post("/casussen/<uuid:casus>/opvolging/monitoring")
@vereist(Recht.CASUS_OPVOLGEN)
def monitoring(casus: Casus) -> ResponseReturnValue:
    """Record one look at a casus under monitoring, or end it."""
    return verwerk(
        LegRondeVastFormulier(prefix="ronde"),
        partial(leg_ronde_vast, sessie(), huidige_vrager(), casus),
        lambda form, status: _toon(casus, status, ronde=form),
        naar=_hier(casus),
        bericht="Vastgelegd wat u bij monitoring zag.",
    )


@blauwdruk.post("/casussen/<uuid:casus>/opvolging/agenda")
@vereist(Recht.CASUS_OPVOLGEN)
def terug_op_agenda(casus: Casus) -> ResponseReturnValue:
    """Put the casus on the next agenda, in one click."""
    punt = zet_terug_op_agenda(sessie(), huidige_vrager(), casus)
    flash("De casus staat op de agenda van het volgende overleg.", "success")
    return ga_naar(url_for("agenda.overleg", overleg=punt.overleg_id))


@blauwdruk.post("/casussen/<uuid:casus>/opvolging/sluiten")
@vereist(Recht.CASUS_OPVOLGEN)
def sluiten(casus: Casus) -> ResponseReturnValue:
    """Close the casus, or name what is still open."""
    return verwerk(
        RedenFormulier(prefix="sluiten"),
        partial(sluit_casus, sessie(), huidige_vrager(), casus),
        lambda form, status: _toon(casus, status, sluiten=form),
        naar=_hier(casus),
        bericht="De casus is gesloten.",
    )


@blauwdruk.post("/casussen/<uuid:casus>/opvolging/heropenen")
@vereist(Recht.CASUS_OPVOLGEN)
def heropenen(casus: Casus) -> ResponseReturnValue:
    """Open a closed casus again."""
    return verwerk(
        RedenFormulier(prefix="heropenen"),
        partial(heropen_casus, sessie(), huidige_vrager(), casus),
        lambda form, status: _toon(casus, status, heropenen=form),
        naar=_hier(casus),
        bericht="De casus is heropend en kan weer op een agenda.",
    )
