"""The record on screen, and adopting it."""

from flask import url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from forms.verslag import StelVastFormulier
from models import Overleg
from overleg.basis.database import sessie
from overleg.basis.oordeel import Oordeel
from overleg.basis.schil import ga_naar, toon
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import mag
from overleg.verslag.handelingen import stel_vast
from overleg.verslag.noteren import noteer_lezen
from overleg.verslag.opvragen import (
    lees_verslag,
    los_te_halen,
    opmerkingenblad,
    vaststelfeiten,
    versies_van,
)
from overleg.verslag.regels import heeft_verslag, mag_vastgesteld
from overleg.verslag.routes.blauwdruk import blauwdruk


@blauwdruk.get("/overleggen/<uuid:overleg>/verslag")
@vereist(Recht.VERSLAG_ZIEN)
def verslag(overleg: Overleg) -> ResponseReturnValue:
    """Show the record as the asker may see it: the concept, or the newest version."""
    if not heeft_verslag(overleg.status):
        return toon("verslag/nog_niet.html", overleg=overleg)
    return _toon_verslag(overleg, None)


@blauwdruk.get("/overleggen/<uuid:overleg>/verslag/<int:versie>")
@vereist(Recht.VERSLAG_ZIEN)
def versie(versie: int, overleg: Overleg) -> ResponseReturnValue:
    """Show one adopted version."""
    return _toon_verslag(overleg, versie)


def _toon_verslag(overleg: Overleg, versie: int | None) -> ResponseReturnValue:
    vrager = huidige_vrager()
    gelezen = lees_verslag(sessie(), vrager, overleg, versie)
    if gelezen is None:
        raise NotFound
    noteer_lezen(vrager, overleg, gelezen.casus_ids)
    return toon(
        "verslag/verslag.html",
        overleg=overleg,
        inhoud=gelezen.inhoud,
        stempel=gelezen.stempel,
        los=los_te_halen(sessie(), vrager, gelezen.inhoud) if versie is None else frozenset(),
        versies=versies_van(sessie(), overleg),
        oordeel=_oordeel(overleg),
        blad=opmerkingenblad(sessie(), vrager, overleg),
        form=StelVastFormulier(data={"gezien": gelezen.geheel}),
    )


def _oordeel(overleg: Overleg) -> Oordeel | None:
    """Return what adopting still asks; None for who cannot adopt, or when it was done."""
    if not mag(huidige_vrager(), Recht.VERSLAG_VASTSTELLEN, overleg) or overleg.vastgesteld_op:
        return None
    return mag_vastgesteld(vaststelfeiten(sessie(), huidige_vrager(), overleg))


@blauwdruk.post("/overleggen/<uuid:overleg>/verslag/vaststellen")
@vereist(Recht.VERSLAG_VASTSTELLEN)
def vaststellen(overleg: Overleg) -> ResponseReturnValue:
    """Adopt the record that was read."""
    stel_vast(sessie(), huidige_vrager(), overleg, StelVastFormulier().als_invoer())
    return ga_naar(url_for("verslag.verslag", overleg=overleg.id))
