"""Routes: whether the people of a casus are known at another tafel."""

from flask import flash, url_for
from flask.typing import ResponseReturnValue

from forms.instroom.bekendheid import VraagBekendheidFormulier
from models import Casus
from overleg.basis.database import sessie
from overleg.basis.fouten import Geweigerd
from overleg.basis.schil import ga_naar, toon
from overleg.instroom.handelingen.bekendheid import vraag_bekendheid
from overleg.instroom.opvragen.bekendheid import vragen_van, wie_te_bellen
from overleg.instroom.routes.blauwdruk import blauwdruk
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht


@blauwdruk.route("/casussen/<uuid:casus>/bekendheid", methods=["GET", "POST"])
@vereist(Recht.BEKENDHEID_VRAGEN, blik=True)
def bekendheid(casus: Casus) -> ResponseReturnValue:
    """Show what was asked before, and ask the other tafels."""
    form = VraagBekendheidFormulier()
    if form.validate_on_submit():
        try:
            vraag_bekendheid(sessie(), huidige_vrager(), casus, form.doel.data or "")
        except Geweigerd as fout:
            form.voeg_redenen_toe(fout.oordeel.redenen)
        else:
            flash("De andere overlegtafels zijn gevraagd. Het antwoord staat hieronder.", "goed")
            return ga_naar(url_for("instroom.bekendheid", casus=casus.id))
    vragen = vragen_van(sessie(), huidige_vrager(), casus)
    return toon(
        "instroom/bekendheid.html",
        status=form.status,
        casus=casus,
        form=form,
        vragen=vragen,
        bellen=wie_te_bellen(sessie(), vragen),
    )
