"""The actions of last time, at the start of the meeting: how far each is."""

from flask import request, url_for
from flask.typing import ResponseReturnValue

from forms.bespreking.acties import MeldAfspraakFormulier
from models import Afspraak, Overleg
from models.waarden import AfspraakStatus
from overleg.basis.database import sessie
from overleg.basis.schil import ga_naar, toon
from overleg.bespreking.handelingen.voortgang import meld_afspraak
from overleg.bespreking.invoer_stappen import Melding
from overleg.bespreking.routes.basis import blauwdruk
from overleg.bespreking.routes.verwerken import GOED, sla_op
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht


@blauwdruk.post("/overleggen/<uuid:overleg>/bespreking/acties/<uuid:afspraak>/gedaan")
@vereist(Recht.AFSPRAAK_MELDEN)
def actie_gedaan(overleg: Overleg, afspraak: Afspraak) -> ResponseReturnValue:
    """Record in one click that an action of last time was done."""
    gedaan = Melding(afspraak.versie, AfspraakStatus.GEDAAN)
    meld_afspraak(sessie(), huidige_vrager(), afspraak, gedaan)
    return ga_naar(url_for("bespreking.bespreking", overleg=overleg.id, _anchor="acties"))


@blauwdruk.route(
    "/overleggen/<uuid:overleg>/bespreking/acties/<uuid:afspraak>/melden", methods=["GET", "POST"]
)
@vereist(Recht.AFSPRAAK_MELDEN)
def actie_melden(overleg: Overleg, afspraak: Afspraak) -> ResponseReturnValue:
    """Record how far an action of last time is, with the reason."""
    form, status = MeldAfspraakFormulier.voor(afspraak), GOED
    if request.method == "POST":
        status = sla_op(form, lambda: meld_afspraak(sessie(), huidige_vrager(), afspraak, form.als_invoer()))
        if status == GOED:
            return ga_naar(url_for("bespreking.bespreking", overleg=overleg.id, _anchor="acties"))
    return toon("bespreking/actie.html", status=status, form=form, overleg=overleg, afspraak=afspraak)
