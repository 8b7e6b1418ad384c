"""Taking in the form of a bijdrage: the same steps wherever it stands."""

from collections.abc import Callable
from typing import Any

from flask import flash, request, url_for
from flask.typing import ResponseReturnValue

from forms.uitvraag import GeefBijdrageFormulier
from models import Informatiebijdrage
from models.waarden import BijdrageStatus
from overleg.basis.fouten import Botsing, Geweigerd
from overleg.basis.schil import ONJUIST, ga_naar, toon
from overleg.toegang.poort import huidige_vrager
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import mag
from overleg.uitvraag.regels import Bijdrage

CLASH = 409
NOG_NIET_BEWAARD = "Wat hieronder staat, is nog niet bewaard. Kies “Indienen”, of “Opslaan als concept”."


def sla_op(
    form: GeefBijdrageFormulier, opslaan: Callable[[Bijdrage], Informatiebijdrage]
) -> ResponseReturnValue | None:
    """Store what the form holds and go on; None when the page must show what is wrong with it."""
    if request.form.get("actie") == "verwerkt":
        form.haal_niet_geplaatst_weg()
        form.gelezen = (NOG_NIET_BEWAARD,)
        return None
    concept = request.form.get("actie") == "concept" and not form.namens
    goed = form.geldig_als_concept() if concept else form.validate()
    if not goed:
        return None
    try:
        bijdrage = opslaan(form.als_invoer(indienen=not concept))
    except Geweigerd as fout:
        form.voeg_redenen_toe(fout.oordeel.redenen)
        return None
    except Botsing as fout:
        form.botsing = fout
        form.voeg_fouten_toe([f"{fout.zin} Vergelijk de teksten hieronder en dien dan opnieuw in."])
        form.versie.zet(fout.versie)
        return None
    ingediend = bijdrage.status is BijdrageStatus.INGEDIEND
    klaar = "Het antwoord is vastgelegd." if form.namens else "De bijdrage is ingediend."
    flash(klaar if ingediend else "Het concept is bewaard.", "success")
    return ga_naar(terug_van(bijdrage))


def terug_van(bijdrage: Informatiebijdrage) -> str:
    """Return the page to go to after a bijdrage was stored: of the question, for who can answer that."""
    if bijdrage.verzoek_id and mag(huidige_vrager(), Recht.VERZOEK_BEANTWOORDEN, bijdrage.verzoek):
        return url_for("uitvraag.antwoord", verzoek=bijdrage.verzoek_id)
    return url_for("uitvraag.uitvraag", casus=bijdrage.casus_id)


def toon_formulier(
    pagina: str, *, form: GeefBijdrageFormulier | None = None, **context: Any
) -> ResponseReturnValue:
    """Answer with a page that holds the form: 409 after a clash, 422 with mistakes."""
    status = 200
    if form is not None and form.botsing:
        status = CLASH
    elif form is not None and form.foutenlijst:
        status = ONJUIST
    return toon(pagina, status=status, form=form, **context)
