"""Adding a rectificatie to an adopted record."""

from flask import url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from forms.verslag import HEEL_OVERLEG, RectificeerFormulier
from models import Overleg
from overleg.basis.database import sessie
from overleg.basis.fouten import Botsing, Geweigerd
from overleg.basis.schil import ga_naar, toon
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht
from overleg.verslag.handelingen import rectificeer
from overleg.verslag.opvragen import Gelezen, lees_verslag
from overleg.verslag.routes.blauwdruk import blauwdruk


@blauwdruk.get("/overleggen/<uuid:overleg>/verslag/rectificatie")
@vereist(Recht.VERSLAG_VASTSTELLEN)
def rectificatie(overleg: Overleg) -> ResponseReturnValue:
    """Show the form for a rectificatie."""
    gelezen = _vastgesteld(overleg)
    form = RectificeerFormulier(data={"versie": gelezen.stempel.versie})
    _zet_keuzes(form, gelezen)
    return toon("verslag/rectificatie.html", overleg=overleg, form=form)


@blauwdruk.post("/overleggen/<uuid:overleg>/verslag/rectificatie")
@vereist(Recht.VERSLAG_VASTSTELLEN)
def rectificeren(overleg: Overleg) -> ResponseReturnValue:
    """Add the rectificatie as the next version."""
    form = RectificeerFormulier()
    gelezen = _vastgesteld(overleg)
    _zet_keuzes(form, gelezen)
    if form.validate_on_submit() and _bewaard(form, overleg, gelezen):
        return ga_naar(url_for("verslag.verslag", overleg=overleg.id))
    return toon("verslag/rectificatie.html", status=form.status, overleg=overleg, form=form)


def _bewaard(form: RectificeerFormulier, overleg: Overleg, gelezen: Gelezen) -> bool:
    """Do what the form asks; when refused keep what was typed, and carry the version that is there now."""
    try:
        rectificeer(sessie(), huidige_vrager(), overleg, form.als_invoer())
    except Geweigerd as fout:
        form.voeg_redenen_toe(fout.oordeel.redenen)
    except Botsing as fout:
        form.voeg_fouten_toe([fout.zin])
        form.verouderd = True
        form.versie.data, form.versie.ruw = gelezen.stempel.versie, None
    else:
        return True
    return False


def _vastgesteld(overleg: Overleg) -> Gelezen:
    """Return the adopted record; there is no such page before."""
    gelezen = lees_verslag(sessie(), huidige_vrager(), overleg) if overleg.vastgesteld_op else None
    if gelezen is None or gelezen.stempel.is_concept:
        raise NotFound
    return gelezen


def _zet_keuzes(form: RectificeerFormulier, gelezen: Gelezen) -> None:
    casussen = [(str(casus.id), f"Casus {casus.kenmerk}") for casus in gelezen.inhoud.casussen]
    form.casus.zet_keuzes([(HEEL_OVERLEG, "Het overleg als geheel"), *casussen])
