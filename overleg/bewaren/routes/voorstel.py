"""Proposing to destroy a dossier."""

from flask import flash, url_for
from flask.typing import ResponseReturnValue

from forms.basis import Formulier
from models import Casus
from overleg.basis.database import sessie
from overleg.basis.klok import vandaag
from overleg.basis.schil import ga_naar, toon
from overleg.bewaren.handelingen.vernietigen import stel_vernietiging_voor
from overleg.bewaren.opvragen.feiten import feiten_van
from overleg.bewaren.regels.vernietigen import grond_voor, in_woorden, mag_vernietigd
from overleg.bewaren.routes.basis import blauwdruk, probeer
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht


@blauwdruk.route("/casussen/<uuid:casus>/vernietigen", methods=["GET", "POST"])
@vereist(Recht.VERNIETIGEN_VOORSTELLEN, blik=True)
def voorstellen(casus: Casus) -> ResponseReturnValue:
    """Show whether the dossier may be destroyed and why, and ask a second person."""
    form, vrager = Formulier(), huidige_vrager()
    if probeer(form, lambda: stel_vernietiging_voor(sessie(), vrager, casus)):
        flash("Het voorstel wacht op een tweede persoon. Tot die het goedkeurt, verandert er niets.", "goed")
        return ga_naar(url_for("bewaren.bewaren"))
    feiten, dag = feiten_van(sessie(), casus), vandaag()
    grond = grond_voor(feiten, dag)
    return toon(
        "bewaren/voorstellen.html",
        status=form.status,
        casus=casus,
        form=form,
        oordeel=mag_vernietigd(feiten, dag),
        grond=in_woorden(feiten, grond) if grond else "",
    )
