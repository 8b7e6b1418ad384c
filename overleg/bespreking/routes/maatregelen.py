"""Maatregelen in force and the conditions of VT, while the bespreking is open."""

from flask import request
from flask.typing import ResponseReturnValue

from forms.bespreking.maatregelen import (
    LegMaatregelVastFormulier,
    StelVoorwaardeFormulier,
    ToetsVoorwaardeFormulier,
)
from models import Bespreking, Maatregel, Veiligheidsvoorwaarde
from overleg.basis.database import sessie
from overleg.basis.schil import toon
from overleg.bespreking.handelingen.maatregelen import (
    KOLOMMEN,
    maak_maatregel,
    stel_voorwaarde,
    toets_voorwaarde,
    wijzig_maatregel,
)
from overleg.bespreking.opvragen.plan import maatregelenlijst
from overleg.bespreking.routes.basis import blauwdruk
from overleg.bespreking.routes.verwerken import BOTSING, GOED, naar_lijst, sla_op
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht


def _toon(bespreking: Bespreking, soort: str, status: int, **context: object) -> ResponseReturnValue:
    return toon(
        f"bespreking/{soort}.html",
        fragment=f"bespreking/_{soort}_formulier.html",
        status=status,
        bespreking=bespreking,
        **context,
    )


def _naar_lijst(bespreking: Bespreking) -> ResponseReturnValue:
    lijst = maatregelenlijst(sessie(), huidige_vrager(), bespreking.casus, bespreking.overleg, bespreking)
    return naar_lijst(bespreking, "maatregelen", "bespreking/_maatregelen.html", lijst=lijst)


@blauwdruk.route("/besprekingen/<uuid:bespreking>/maatregelen/nieuw", methods=["GET", "POST"])
@vereist(Recht.PLAN_SCHRIJVEN, blik=True)
def maatregel_nieuw(bespreking: Bespreking) -> ResponseReturnValue:
    """Add a maatregel."""
    form, status = LegMaatregelVastFormulier(), GOED
    if request.method == "POST":
        status = sla_op(
            form, lambda: maak_maatregel(sessie(), huidige_vrager(), bespreking, form.als_invoer())
        )
        if status == GOED:
            return _naar_lijst(bespreking)
    return _toon(bespreking, "maatregel", status, form=form, maatregel=None)


@blauwdruk.route(
    "/maatregelen/<uuid:maatregel>/bespreking/<uuid:bespreking>/wijzigen", methods=["GET", "POST"]
)
@vereist(Recht.PLAN_SCHRIJVEN, blik=True)
def maatregel_wijzigen(maatregel: Maatregel, bespreking: Bespreking) -> ResponseReturnValue:
    """Change a maatregel, or end it."""
    begin = {kolom: getattr(maatregel, kolom) for kolom in (*KOLOMMEN, "versie")}
    form, status = LegMaatregelVastFormulier(data=begin), GOED
    if request.method == "POST":
        status = sla_op(
            form,
            lambda: wijzig_maatregel(sessie(), huidige_vrager(), bespreking, maatregel, form.als_invoer()),
        )
        if status == GOED:
            return _naar_lijst(bespreking)
        if status == BOTSING:
            form.versie.ruw = str(maatregel.versie)
    return _toon(bespreking, "maatregel", status, form=form, maatregel=maatregel)


@blauwdruk.route("/besprekingen/<uuid:bespreking>/voorwaarden/nieuw", methods=["GET", "POST"])
@vereist(Recht.PLAN_SCHRIJVEN, blik=True)
def voorwaarde_nieuw(bespreking: Bespreking) -> ResponseReturnValue:
    """Add a condition of VT."""
    form, status = StelVoorwaardeFormulier(data={"gesteld_op": bespreking.overleg.datum}), GOED
    if request.method == "POST":
        status = sla_op(
            form, lambda: stel_voorwaarde(sessie(), huidige_vrager(), bespreking, form.als_invoer())
        )
        if status == GOED:
            return _naar_lijst(bespreking)
    return _toon(bespreking, "voorwaarde", status, form=form, voorwaarde=None)


@blauwdruk.route(
    "/voorwaarden/<uuid:voorwaarde>/bespreking/<uuid:bespreking>/toetsen", methods=["GET", "POST"]
)
@vereist(Recht.PLAN_SCHRIJVEN, blik=True)
def voorwaarde_toetsen(voorwaarde: Veiligheidsvoorwaarde, bespreking: Bespreking) -> ResponseReturnValue:
    """Say whether a condition was kept."""
    begin = {
        "nagekomen": voorwaarde.nagekomen,
        "getoetst_op": voorwaarde.getoetst_op or bespreking.overleg.datum,
    }
    form, status = ToetsVoorwaardeFormulier(data=begin), GOED
    if request.method == "POST":
        status = sla_op(
            form,
            lambda: toets_voorwaarde(sessie(), huidige_vrager(), bespreking, voorwaarde, form.als_invoer()),
        )
        if status == GOED:
            return _naar_lijst(bespreking)
    return _toon(bespreking, "voorwaarde", status, form=form, voorwaarde=voorwaarde)
