"""Maatregelen of a casus outside a meeting: those of a crisis, and what changes between two meetings."""

from flask import flash, request, url_for
from flask.typing import ResponseReturnValue

from forms.bespreking.maatregelen import LegMaatregelVastFormulier
from models import Casus, Maatregel
from overleg.basis.database import sessie
from overleg.basis.schil import ga_naar, toon
from overleg.bespreking.handelingen.maatregelen import KOLOMMEN, leg_maatregel_vast, werk_maatregel_bij
from overleg.bespreking.routes.basis import blauwdruk
from overleg.bespreking.routes.verwerken import BOTSING, GOED, sla_op
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import mag


def _terug(casus: Casus) -> str:
    """Return where the maatregelen of this casus are listed: before triage with what was settled at once."""
    binnen = mag(huidige_vrager(), Recht.CASUS_OPVOLGING_ZIEN, casus)
    waar = "opvolging.casus" if binnen else "instroom.spoed"
    return f"{url_for(waar, casus=casus.id)}#maatregelen"


def _toon(
    casus: Casus, form: LegMaatregelVastFormulier, status: int, maatregel: Maatregel | None = None
) -> ResponseReturnValue:
    return toon(
        "bespreking/casusmaatregel.html",
        status=status,
        casus=casus,
        form=form,
        maatregel=maatregel,
        terug=_terug(casus),
    )


@blauwdruk.route("/casussen/<uuid:casus>/maatregelen/nieuw", methods=["GET", "POST"])
@vereist(Recht.MAATREGEL_BIJHOUDEN, blik=True)
def casusmaatregel_nieuw(casus: Casus) -> ResponseReturnValue:
    """Add a maatregel to a casus."""
    form, status = LegMaatregelVastFormulier(), GOED
    if request.method == "POST":
        status = sla_op(
            form, lambda: leg_maatregel_vast(sessie(), huidige_vrager(), casus, form.als_invoer())
        )
        if status == GOED:
            flash("De maatregel is vastgelegd.", "success")
            return ga_naar(_terug(casus))
    return _toon(casus, form, status)


@blauwdruk.route("/maatregelen/<uuid:maatregel>/bijhouden", methods=["GET", "POST"])
@vereist(Recht.MAATREGEL_BIJHOUDEN, blik=True)
def casusmaatregel_wijzigen(maatregel: Maatregel) -> ResponseReturnValue:
    """Change or end a maatregel."""
    begin = {kolom: getattr(maatregel, kolom) for kolom in (*KOLOMMEN, "versie")}
    form, status = LegMaatregelVastFormulier(data=begin), GOED
    if request.method == "POST":
        status = sla_op(
            form, lambda: werk_maatregel_bij(sessie(), huidige_vrager(), maatregel, form.als_invoer())
        )
        if status == GOED:
            flash("De maatregel is opgeslagen.", "success")
            return ga_naar(_terug(maatregel.casus))
        if status == BOTSING:
            form.versie.ruw = str(maatregel.versie)
    return _toon(maatregel.casus, form, status, maatregel)
