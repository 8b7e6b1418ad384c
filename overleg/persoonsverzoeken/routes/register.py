"""The register of requests, those of one casus, and recording a new one."""

import uuid
from datetime import date

from flask import flash, request, url_for
from flask.typing import ResponseReturnValue

from forms.persoonsverzoeken import LegVerzoekVastFormulier
from models import Casus
from overleg.basis.database import sessie
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import vandaag
from overleg.basis.schil import ga_naar, toon
from overleg.logboek.schrijven import noteer_blik
from overleg.logboek.soorten import Soort
from overleg.persoonsverzoeken.handelingen.verzoeken import leg_verzoek_vast
from overleg.persoonsverzoeken.opvragen.register import register, verzoeken_bij
from overleg.persoonsverzoeken.routes.basis import blauwdruk
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht

_TEKEN = "_"


def _sleutel(na: str) -> tuple[date, uuid.UUID] | None:
    dag, _, sleutel = na.partition(_TEKEN)
    try:
        return date.fromisoformat(dag), uuid.UUID(sleutel)
    except ValueError:
        return None


@blauwdruk.get("/persoonsverzoeken")
@vereist(Recht.PERSOONSVERZOEKEN_ZIEN)
def persoonsverzoeken() -> ResponseReturnValue:
    """Show the register: what came in, when it is due, what was decided; no content."""
    na = request.args.get("na", "")
    regels, verder = register(sessie(), huidige_vrager(), na=_sleutel(na))
    volgende = (
        url_for("persoonsverzoeken.persoonsverzoeken", na=f"{verder[0].isoformat()}{_TEKEN}{verder[1]}")
        if verder
        else ""
    )
    return toon("persoonsverzoeken/register.html", regels=regels, volgende=volgende, vandaag=vandaag())


@blauwdruk.route("/casussen/<uuid:casus>/persoonsverzoeken", methods=["GET", "POST"])
@vereist(Recht.PERSOONSVERZOEK_VASTLEGGEN)
def bij_casus(casus: Casus) -> ResponseReturnValue:
    """Show the requests about one casus; record a new one."""
    vrager = huidige_vrager()
    form = LegVerzoekVastFormulier(data={"ontvangen_op": vandaag()})
    form.betrokkene.zet_keuzes([(mens.id, mens.naam) for mens in casus.betrokkenen])
    if form.validate_on_submit():
        try:
            verzoek = leg_verzoek_vast(sessie(), vrager, casus, form.als_invoer())
        except Geweigerd as fout:
            form.voeg_redenen_toe(fout.oordeel.redenen)
        else:
            flash("Het verzoek is vastgelegd.", "success")
            return ga_naar(url_for("persoonsverzoeken.verzoek", persoonsverzoek=verzoek.id))
    if not form.is_submitted():
        noteer_blik(vrager, Soort.CASUS_BEKEKEN, casus)
    return toon(
        "persoonsverzoeken/casus.html",
        status=form.status,
        casus=casus,
        form=form,
        verzoeken=verzoeken_bij(sessie(), vrager, casus),
    )
