"""Route: what stands out in the logboek."""

from datetime import timedelta

from flask import current_app, request
from flask.typing import ResponseReturnValue

from forms.logboek import PeriodeFormulier
from overleg.basis.config import Config
from overleg.basis.database import sessie
from overleg.basis.klok import vandaag
from overleg.basis.schil import toon
from overleg.logboek.opvragen.gezien import hele_dagen
from overleg.logboek.opvragen.keten import laatste_controle
from overleg.logboek.opvragen.signalen import signalen as zoek_signalen
from overleg.logboek.regels import Drempels
from overleg.logboek.routes.blauwdruk import blauwdruk, noteer
from overleg.logboek.soorten import Soort
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht

GEWOON = timedelta(days=7)
LANGST = timedelta(days=31)


def drempels() -> Drempels:
    """Return from how many something stands out in this installation."""
    config: Config = current_app.extensions["overleg"]
    return Drempels(
        config.signaal_dossiers,
        config.signaal_weigeringen,
        config.signaal_inlogpogingen,
        *config.signaal_nacht,
    )


@blauwdruk.get("/logboek/signalen")
@vereist(Recht.LOGBOEK_ZIEN)
def signalen() -> ResponseReturnValue:
    """List what stands out in a period: the last week, or at most a month that one chooses."""
    form = PeriodeFormulier(request.args)
    goed = form.validate()
    tot = (form.tot.data if goed else None) or vandaag()
    vanaf = (form.vanaf.data if goed else None) or tot - GEWOON
    te_lang = tot - vanaf > LANGST
    vanaf = tot - LANGST if te_lang else vanaf
    grenzen = drempels()
    lijst = zoek_signalen(sessie(), huidige_vrager(), hele_dagen(vanaf, tot), grenzen) if goed else []
    bladzijde = toon(
        "logboek/signalen.html",
        status=form.status,
        form=form,
        signalen=lijst,
        drempels=grenzen,
        vanaf=vanaf,
        tot=tot,
        te_lang=te_lang,
        controle=laatste_controle(sessie()),
    )
    noteer(Soort.LOGBOEK_SIGNALEN_BEKEKEN)
    return bladzijde
