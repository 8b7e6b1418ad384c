"""Throwing away an own concept."""

from flask import flash, url_for
from flask.typing import ResponseReturnValue

from forms.basis import Formulier
from models import Casus
from overleg.basis.database import sessie
from overleg.basis.klok import vandaag
from overleg.basis.schil import ga_naar, toon
from overleg.bewaren.handelingen.concepten import gooi_weg
from overleg.bewaren.opvragen.concepten import conceptfeiten
from overleg.bewaren.regels.concepten import mag_weggegooid, verdwijnt_op
from overleg.bewaren.routes.basis import blauwdruk, probeer
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht


@blauwdruk.route("/casussen/<uuid:casus>/weggooien", methods=["GET", "POST"])
@vereist(Recht.AANMELDING_BEWERKEN, blik=True)
def weggooien(casus: Casus) -> ResponseReturnValue:
    """Show what goes, and throw it away."""
    form, vrager = Formulier(), huidige_vrager()
    if probeer(form, lambda: gooi_weg(sessie(), vrager, casus)):
        flash("Het concept is weg, met alles wat erin stond.", "goed")
        return ga_naar(url_for("start.start"))
    feiten = conceptfeiten(sessie(), casus)
    return toon(
        "bewaren/weggooien.html",
        status=form.status,
        casus=casus,
        form=form,
        oordeel=mag_weggegooid(feiten),
        verdwijnt=verdwijnt_op(feiten, vandaag()),
    )
