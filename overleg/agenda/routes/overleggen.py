"""Routes: the list of overleggen, one overleg as its reader sees it, coming or not."""

import uuid

from flask import request, url_for
from flask.typing import ResponseReturnValue

from forms.agenda import MeldAfFormulier
from models import Overleg
from overleg.agenda.handelingen.aanwezigheid import meld_aanwezig, meld_af
from overleg.agenda.inhoud import agendainhoud
from overleg.agenda.opvragen.deelnemers import (
    deelnames_van,
    eigen_deelname,
    mogelijke_vervangers,
    verwachte_deelnemers,
)
from overleg.agenda.opvragen.gasten import gasttijden
from overleg.agenda.opvragen.overleggen import Sleutel, aantal_casussen, eigen_tafels, geweest, komende
from overleg.agenda.regels.plannen import mag_verplaatst
from overleg.agenda.routes.basis import blauwdruk, gelukt
from overleg.basis.database import sessie
from overleg.basis.klok import vandaag
from overleg.basis.schil import ONJUIST, ga_naar, toon
from overleg.logboek.schrijven import noteer_blik
from overleg.logboek.soorten import Soort
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import mag


@blauwdruk.get("/overleggen")
@vereist(Recht.OVERLEGGEN_ZIEN)
def overleggen() -> ResponseReturnValue:
    """Show what comes first, and below it what was; of one tafel when asked."""
    vrager, tafel = huidige_vrager(), _tafel_uit_adres()
    later = komende(sessie(), vrager, vandaag(), tafel, Sleutel.lees(request.args.get("na", "")))
    eerder = geweest(sessie(), vrager, vandaag(), tafel, Sleutel.lees(request.args.get("voor", "")))
    alle = [*later.overleggen, *eerder.overleggen]
    return toon(
        "agenda/overleggen.html",
        komend=later,
        geweest=eerder,
        aantallen=aantal_casussen(sessie(), vrager, alle),
        gasttijden=gasttijden(sessie(), vrager, alle),
        tafels=eigen_tafels(sessie(), vrager),
        tafel_id=tafel,
    )


def _tafel_uit_adres() -> uuid.UUID | None:
    try:
        return uuid.UUID(request.args.get("tafel", ""))
    except ValueError:
        return None


@blauwdruk.get("/overleggen/<uuid:overleg>")
@vereist(Recht.OVERLEG_ZIEN)
def overleg(overleg: Overleg) -> ResponseReturnValue:
    """Show the agenda as the reader may see it."""
    noteer_blik(huidige_vrager(), Soort.OVERLEG_BEKEKEN, overleg)
    return _toon_overleg(overleg, MeldAfFormulier())


def _toon_overleg(overleg: Overleg, form: MeldAfFormulier, status: int = 200) -> ResponseReturnValue:
    vrager = huidige_vrager()
    inhoud = agendainhoud(sessie(), vrager, overleg)
    gegevens: dict[str, object] | None = None
    if mag(vrager, Recht.AANWEZIGHEID_MELDEN, overleg):
        vervangers = mogelijke_vervangers(sessie(), vrager, overleg)
        form.vervanger.zet_keuzes([(lid.gebruiker_id, lid.gebruiker.naam) for lid in vervangers])
        gegevens = {
            "eigen": eigen_deelname(sessie(), vrager, overleg),
            "deelnames": deelnames_van(sessie(), overleg),
            "verwacht": verwachte_deelnemers(sessie(), overleg),
            "mag_melden": mag_verplaatst(overleg.status),
        }
    return toon(
        "agenda/overleg.html", status=status, overleg=overleg, inhoud=inhoud, form=form, deelname=gegevens
    )


@blauwdruk.post("/overleggen/<uuid:overleg>/aanwezigheid/komt")
@vereist(Recht.AANWEZIGHEID_MELDEN)
def komt(overleg: Overleg) -> ResponseReturnValue:
    """Say that one comes."""
    meld_aanwezig(sessie(), huidige_vrager(), overleg)
    gelukt("U heeft gemeld dat u komt.")
    return ga_naar(url_for("agenda.overleg", overleg=overleg.id))


@blauwdruk.post("/overleggen/<uuid:overleg>/aanwezigheid/komt-niet")
@vereist(Recht.AANWEZIGHEID_MELDEN)
def komt_niet(overleg: Overleg) -> ResponseReturnValue:
    """Say that one does not come, and who comes instead."""
    vrager, form = huidige_vrager(), MeldAfFormulier()
    vervangers = mogelijke_vervangers(sessie(), vrager, overleg)
    form.vervanger.zet_keuzes([(lid.gebruiker_id, lid.gebruiker.naam) for lid in vervangers])
    if not form.validate_on_submit():
        return _toon_overleg(overleg, form, ONJUIST)
    meld_af(sessie(), vrager, overleg, form.vervanger.data)
    gelukt("U heeft gemeld dat u niet komt.")
    return ga_naar(url_for("agenda.overleg", overleg=overleg.id))
