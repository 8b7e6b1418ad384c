"""One request: more time, the decision, correcting, ending a beperking, rounding off."""

from collections.abc import Callable
from typing import Any

from flask import flash, url_for
from flask.typing import ResponseReturnValue

from forms.basis import Formulier
from forms.lezen import DatumOfJaar
from forms.opvolging import RedenFormulier
from forms.persoonsverzoeken import BesluitOpVerzoekFormulier, CorrigeerFormulier
from models import Directbetrokkene, Persoonsverzoek
from overleg.basis.database import sessie
from overleg.basis.fouten import Geweigerd
from overleg.basis.schil import ga_naar, toon
from overleg.logboek.schrijven import noteer_blik
from overleg.logboek.soorten import Soort
from overleg.persoonsverzoeken.handelingen.correctie import corrigeer
from overleg.persoonsverzoeken.handelingen.verzoeken import besluit, hef_beperking_op, rond_af, verleng
from overleg.persoonsverzoeken.opvragen.verzoek import verzoekblad
from overleg.persoonsverzoeken.routes.basis import blauwdruk
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht


def _hier(persoonsverzoek: Persoonsverzoek) -> str:
    return url_for("persoonsverzoeken.verzoek", persoonsverzoek=persoonsverzoek.id)


def _toon(persoonsverzoek: Persoonsverzoek, status: int = 200, **eigen: Formulier) -> ResponseReturnValue:
    formulieren: dict[str, Formulier] = {
        "besluit": BesluitOpVerzoekFormulier(
            prefix="besluit", formdata=None, data={"identiteit": persoonsverzoek.identiteit}
        ),
        "verlengen": RedenFormulier(prefix="verlengen", formdata=None),
        "opheffen": RedenFormulier(prefix="opheffen", formdata=None),
        "corrigeren": CorrigeerFormulier(
            prefix="corrigeren", formdata=None, data=_gegevens(persoonsverzoek.betrokkene)
        ),
    }
    blad = verzoekblad(sessie(), huidige_vrager(), persoonsverzoek)
    return toon("persoonsverzoeken/verzoek.html", status=status, blad=blad, formulieren=formulieren | eigen)


def _gegevens(mens: Directbetrokkene) -> dict[str, object]:
    jaar = mens.geboortedatum.year if mens.geboortedatum else mens.geboortejaar
    return {
        "naam": mens.naam,
        "andere_namen": mens.andere_namen,
        "geboren": DatumOfJaar(jaar, mens.geboortedatum) if jaar else None,
    }


def _verwerk(
    persoonsverzoek: Persoonsverzoek,
    naam: str,
    form: Any,  # noqa: ANN401 every form here has its own als_invoer
    doe: Callable[..., object],
    bericht: str,
) -> ResponseReturnValue:
    """Check a form, do what it asks and go back; or show the page again with what was typed (422)."""
    if form.validate_on_submit():
        try:
            doe(sessie(), huidige_vrager(), persoonsverzoek, form.als_invoer())
        except Geweigerd as fout:
            form.voeg_redenen_toe(fout.oordeel.redenen)
        else:
            flash(bericht, "success")
            return ga_naar(_hier(persoonsverzoek))
    return _toon(persoonsverzoek, form.status, **{naam: form})


@blauwdruk.get("/persoonsverzoeken/<uuid:persoonsverzoek>")
@vereist(Recht.PERSOONSVERZOEK_ZIEN)
def verzoek(persoonsverzoek: Persoonsverzoek) -> ResponseReturnValue:
    """Show one request."""
    noteer_blik(huidige_vrager(), Soort.PERSOONSVERZOEK_BEKEKEN, persoonsverzoek)
    return _toon(persoonsverzoek)


@blauwdruk.post("/persoonsverzoeken/<uuid:persoonsverzoek>/besluit")
@vereist(Recht.PERSOONSVERZOEK_BESLISSEN)
def besluiten(persoonsverzoek: Persoonsverzoek) -> ResponseReturnValue:
    """Record the decision."""
    form = BesluitOpVerzoekFormulier(prefix="besluit")
    return _verwerk(persoonsverzoek, "besluit", form, besluit, "Het besluit is vastgelegd.")


@blauwdruk.post("/persoonsverzoeken/<uuid:persoonsverzoek>/verlengen")
@vereist(Recht.PERSOONSVERZOEK_BESLISSEN)
def verlengen(persoonsverzoek: Persoonsverzoek) -> ResponseReturnValue:
    """Take more time."""
    form = RedenFormulier(prefix="verlengen")
    return _verwerk(
        persoonsverzoek, "verlengen", form, verleng, "De termijn is verlengd. Vertel dit de betrokkene."
    )


@blauwdruk.post("/persoonsverzoeken/<uuid:persoonsverzoek>/corrigeren")
@vereist(Recht.PERSOONSVERZOEK_BESLISSEN)
def corrigeren(persoonsverzoek: Persoonsverzoek) -> ResponseReturnValue:
    """Put the facts of the person right."""
    form = CorrigeerFormulier(prefix="corrigeren")
    return _verwerk(
        persoonsverzoek,
        "corrigeren",
        form,
        corrigeer,
        "De gegevens zijn gecorrigeerd. Wat er stond, blijft leesbaar.",
    )


@blauwdruk.post("/persoonsverzoeken/<uuid:persoonsverzoek>/opheffen")
@vereist(Recht.PERSOONSVERZOEK_BESLISSEN)
def opheffen(persoonsverzoek: Persoonsverzoek) -> ResponseReturnValue:
    """End a beperking."""
    form = RedenFormulier(prefix="opheffen")
    return _verwerk(persoonsverzoek, "opheffen", form, hef_beperking_op, "De beperking is opgeheven.")


@blauwdruk.post("/persoonsverzoeken/<uuid:persoonsverzoek>/afronden")
@vereist(Recht.PERSOONSVERZOEK_BESLISSEN)
def afronden(persoonsverzoek: Persoonsverzoek) -> ResponseReturnValue:
    """Round off what was carried out."""
    rond_af(sessie(), huidige_vrager(), persoonsverzoek)
    flash("Het verzoek is afgerond.", "success")
    return ga_naar(_hier(persoonsverzoek))
