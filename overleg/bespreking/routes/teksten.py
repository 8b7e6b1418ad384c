"""The texts of a bespreking: saving one, and its history."""

from flask import url_for
from flask.typing import ResponseReturnValue

from forms.bespreking.teksten import SchrijfTekstFormulier
from models import Bespreking, Tekstveld
from overleg.basis.database import sessie
from overleg.basis.fouten import Botsing
from overleg.basis.schil import ONJUIST, ga_naar, htmx, toon
from overleg.bespreking.handelingen.teksten import bewaar_geweigerde_tekst, bewaar_tekst
from overleg.bespreking.invoer_stappen import Tekst
from overleg.bespreking.opvragen.teksten import versies_van
from overleg.bespreking.routes.basis import blauwdruk
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht

BOTSING = 409


def _antwoord(veld: Tekstveld, status: int, eigen: str | None = None, **wat: object) -> ResponseReturnValue:
    """Answer with the state of the field; the text itself goes back only on a page without htmx."""
    return toon(
        "bespreking/tekst.html",
        fragment="bespreking/_tekst_staat.html",
        status=status,
        veld=veld,
        waarde=eigen,
        schrijven=True,
        **wat,
    )


@blauwdruk.post("/besprekingen/<uuid:bespreking>/teksten/<uuid:tekstveld>")
@vereist(Recht.PLAN_SCHRIJVEN)
def tekst_bewaren(bespreking: Bespreking, tekstveld: Tekstveld) -> ResponseReturnValue:
    """Save a text; when someone else was earlier, show both and lose nothing."""
    form = SchrijfTekstFormulier()
    if not form.validate_on_submit():
        return _antwoord(tekstveld, ONJUIST, eigen=form.waarde.data or "", form=form)
    invoer = form.als_invoer()
    try:
        bewaard = bewaar_tekst(sessie(), huidige_vrager(), tekstveld, invoer)
    except Botsing as botsing:
        return _te_laat(tekstveld, invoer, botsing)
    if not htmx:
        adres = url_for("bespreking.punt", overleg=bespreking.overleg_id, punt=bespreking.punt_id)
        return ga_naar(f"{adres}#tekst-{tekstveld.id}")
    eigen = bewaard.eigen_id
    return _antwoord(tekstveld, 200, opgeslagen=True, basis=eigen, op_versie=invoer.versie if eigen else None)


def _te_laat(veld: Tekstveld, invoer: Tekst, botsing: Botsing) -> ResponseReturnValue:
    """Keep the text that came too late, and show it beside the one that was earlier."""
    sleutel = veld.id
    sessie().rollback()
    bewaar_geweigerde_tekst(huidige_vrager(), sleutel, invoer)
    return _antwoord(sessie().get_one(Tekstveld, sleutel), BOTSING, eigen=invoer.waarde, botsing=botsing)


@blauwdruk.get("/besprekingen/<uuid:bespreking>/teksten/<uuid:tekstveld>/versies")
@vereist(Recht.PLAN_ZIEN)
def tekst_versies(bespreking: Bespreking, tekstveld: Tekstveld) -> ResponseReturnValue:
    """Show every version of a text, with who and when."""
    return toon(
        "bespreking/versies.html",
        bespreking=bespreking,
        veld=tekstveld,
        versies=versies_van(sessie(), tekstveld),
    )
