"""Who is in the room: attendance at the opening, and who leaves for one casus."""

from flask import flash, request, url_for
from flask.typing import ResponseReturnValue

from forms.bespreking.deelnames import LegAfwezigheidVastFormulier
from models import Agendapunt, Deelname, Overleg
from overleg.basis.database import sessie
from overleg.basis.schil import ga_naar, htmx, toon
from overleg.bespreking.handelingen.deelnames import (
    leg_afwezigheid_vast,
    leg_deelname_vast,
    maak_afwezigheid_ongedaan,
    voeg_deelnemer_toe,
)
from overleg.bespreking.opvragen import overlegblad
from overleg.bespreking.opvragen.overleg import deelnames_van, naam_van
from overleg.bespreking.routes.basis import blauwdruk
from overleg.bespreking.routes.opening import formulier_voor_nieuw, opening_van, voor_allen
from overleg.bespreking.routes.verwerken import GOED, sla_op
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht


@blauwdruk.post("/overleggen/<uuid:overleg>/bespreking/deelnames")
@vereist(Recht.OVERLEG_LEIDEN)
def deelnames(overleg: Overleg) -> ResponseReturnValue:
    """Record who is there, all rows at once; a button for everyone answers what is still open."""
    blad = overlegblad(sessie(), huidige_vrager(), overleg)
    opening = opening_van(blad)
    onjuist = [rij for rij in opening.rijen if not rij.form.validate_on_submit()]
    if not onjuist:
        for rij in opening.rijen:
            invoer = voor_allen(rij.form.als_invoer(), "" if rij.is_gast else request.form.get("allen", ""))
            leg_deelname_vast(sessie(), huidige_vrager(), overleg, rij.deelname, invoer)
        flash("De aanwezigheid is opgeslagen.", "success")
        return ga_naar(url_for("bespreking.bespreking", overleg=overleg.id, _anchor="opening"))
    return toon("bespreking/overleg.html", status=422, blad=blad, opening=opening)


@blauwdruk.post("/overleggen/<uuid:overleg>/bespreking/deelnames/<uuid:deelname>")
@vereist(Recht.OVERLEG_LEIDEN)
def deelname_bewaren(overleg: Overleg, deelname: Deelname) -> ResponseReturnValue:
    """Record how one person is there, while the others are still being asked; answers how that went."""
    rij = opening_van(overlegblad(sessie(), huidige_vrager(), overleg)).rij(deelname)
    form = rij.form
    status = sla_op(
        form, lambda: leg_deelname_vast(sessie(), huidige_vrager(), overleg, deelname, form.als_invoer())
    )
    if not htmx and status == GOED:
        return ga_naar(
            url_for("bespreking.bespreking", overleg=overleg.id, _anchor=f"deelname-{deelname.id}")
        )
    return toon(
        "bespreking/deelname.html",
        fragment="bespreking/_deelname_staat.html",
        status=status,
        rij=rij,
        overleg=overleg,
        bewaard=status == GOED,
    )


@blauwdruk.route("/overleggen/<uuid:overleg>/bespreking/deelnames/nieuw", methods=["GET", "POST"])
@vereist(Recht.OVERLEG_LEIDEN, blik=True)
def deelnemer_toevoegen(overleg: Overleg) -> ResponseReturnValue:
    """Put someone on the list who was not expected."""
    form, status = formulier_voor_nieuw(overleg), GOED
    if request.method == "POST":
        status = sla_op(
            form, lambda: voeg_deelnemer_toe(sessie(), huidige_vrager(), overleg, form.als_invoer())
        )
        if status == GOED:
            return ga_naar(url_for("bespreking.bespreking", overleg=overleg.id, _anchor="opening"))
    return toon("bespreking/deelnemer.html", status=status, form=form, overleg=overleg)


@blauwdruk.route("/overleggen/<uuid:overleg>/bespreking/<uuid:punt>/afwezig", methods=["GET", "POST"])
@vereist(Recht.BESPREKING_LEIDEN, blik=True)
def afwezig(overleg: Overleg, punt: Agendapunt) -> ResponseReturnValue:
    """Record that someone leaves for this casus."""
    form, status = LegAfwezigheidVastFormulier(), GOED
    form.deelname.zet_keuzes([(d.id, naam_van(d)) for d in deelnames_van(sessie(), overleg)])
    if request.method == "POST":
        status = sla_op(
            form, lambda: leg_afwezigheid_vast(sessie(), huidige_vrager(), punt, form.als_invoer())
        )
        if status == GOED:
            return ga_naar(url_for("bespreking.punt", overleg=overleg.id, punt=punt.id))
    return toon("bespreking/afwezig.html", status=status, form=form, overleg=overleg, punt=punt)


@blauwdruk.post("/deelnames/<uuid:deelname>/bespreking/<uuid:punt>/terug")
@vereist(Recht.BESPREKING_LEIDEN)
def terug(deelname: Deelname, punt: Agendapunt) -> ResponseReturnValue:
    """Take back that someone left for this casus."""
    maak_afwezigheid_ongedaan(sessie(), huidige_vrager(), punt, deelname.id)
    return ga_naar(url_for("bespreking.punt", overleg=punt.overleg_id, punt=punt.id))
