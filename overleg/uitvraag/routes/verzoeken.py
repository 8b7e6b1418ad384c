"""What is asked of the own organisatie, and answering it."""

from typing import Any

from flask import request, url_for
from flask.typing import ResponseReturnValue

from forms.uitvraag import GeefBijdrageFormulier
from models import Informatieverzoek
from models.waarden import BijdrageStatus, OrganisatieSoort
from overleg.basis.database import sessie
from overleg.basis.klok import vandaag
from overleg.basis.schil import toon
from overleg.logboek.schrijven import noteer_blik
from overleg.logboek.soorten import Soort
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht
from overleg.uitvraag.handelingen import beantwoord, vul_aan
from overleg.uitvraag.opvragen import Ontvanger, eigen_bijdragen, verzoeken_voor
from overleg.uitvraag.routes.blauwdruk import blauwdruk
from overleg.uitvraag.routes.formulier import bijdrage_formulier
from overleg.uitvraag.routes.verwerken import sla_op, toon_formulier


@blauwdruk.get("/uitvragen")
@vereist(Recht.VERZOEKEN_ZIEN)
def verzoeken() -> ResponseReturnValue:
    """List what is asked of the own organisatie: open, late, answered."""
    rijen = verzoeken_voor(sessie(), huidige_vrager(), vandaag())
    return toon("uitvraag/verzoeken.html", rijen=rijen)


@blauwdruk.route("/uitvragen/<uuid:verzoek>", methods=["GET", "POST"])
@vereist(Recht.VERZOEK_BEANTWOORDEN)
def antwoord(verzoek: Informatieverzoek) -> ResponseReturnValue:
    """Show what is asked with the least data, and take the answer."""
    vrager = huidige_vrager()
    eigen = [b for b in eigen_bijdragen(sessie(), vrager, verzoek) if not b.artikel_9]
    concept = next((b for b in eigen if b.status is BijdrageStatus.CONCEPT), None)
    if eigen and concept is None:
        return toon_verzoek(verzoek) if request.method == "GET" else _al_beantwoord(verzoek)
    form, zonder_grond = bijdrage_formulier(verzoek.casus, vrager.organisatie_id, concept)
    if request.method == "GET":
        return toon_verzoek(verzoek, form=form, zonder_grond=zonder_grond)
    klaar = sla_op(form, lambda invoer: beantwoord(sessie(), vrager, verzoek, invoer))
    return klaar or toon_verzoek(verzoek, form=form, zonder_grond=zonder_grond)


def toon_verzoek(verzoek: Informatieverzoek, **context: Any) -> ResponseReturnValue:
    """Answer with the page of a request: what is asked, and what the own organisatie gave."""
    vrager = huidige_vrager()
    if request.method == "GET":
        noteer_blik(vrager, Soort.VERZOEK_BEKEKEN, verzoek)
    return toon_formulier(
        "uitvraag/antwoord.html",
        verzoek=verzoek,
        bijdragen=eigen_bijdragen(sessie(), vrager, verzoek),
        mag_artikel_9=vrager.organisatie_soort is OrganisatieSoort.POLITIE,
        **context,
    )


@blauwdruk.route("/uitvragen/<uuid:verzoek>/aanvulling", methods=["GET", "POST"])
@vereist(Recht.VERZOEK_BEANTWOORDEN)
def aanvulling(verzoek: Informatieverzoek) -> ResponseReturnValue:
    """Add a further bijdrage to an answer."""
    return _erbij(verzoek, artikel_9=False)


@blauwdruk.route("/uitvragen/<uuid:verzoek>/artikel-9", methods=["GET", "POST"])
@vereist(Recht.VERZOEK_BEANTWOORDEN)
def artikel_9(verzoek: Informatieverzoek) -> ResponseReturnValue:
    """Add a gegeven under Wpg art. 9: the OM first."""
    return _erbij(verzoek, artikel_9=True)


def _al_beantwoord(verzoek: Informatieverzoek) -> ResponseReturnValue:
    """A colleague was first: keep what was typed, to hand it in as a further bijdrage."""
    form, zonder_grond = bijdrage_formulier(verzoek.casus, huidige_vrager().organisatie_id)
    form.voeg_fouten_toe(["Een collega heeft al geantwoord. U kunt dit indienen als aanvulling."])
    return _toon_erbij(verzoek, form, zonder_grond, url_for("uitvraag.aanvulling", verzoek=verzoek.id))


def _erbij(verzoek: Informatieverzoek, *, artikel_9: bool) -> ResponseReturnValue:
    vrager = huidige_vrager()
    form, zonder_grond = bijdrage_formulier(verzoek.casus, vrager.organisatie_id, artikel_9=artikel_9)
    klaar = None
    if request.method == "POST":
        klaar = sla_op(form, lambda invoer: vul_aan(sessie(), vrager, verzoek, invoer))
    return klaar or _toon_erbij(verzoek, form, zonder_grond)


def _toon_erbij(
    verzoek: Informatieverzoek,
    form: GeefBijdrageFormulier,
    zonder_grond: list[Ontvanger],
    actie: str | None = None,
) -> ResponseReturnValue:
    return toon_formulier(
        "uitvraag/bijdrage.html",
        form=form,
        actie=actie,
        zonder_grond=zonder_grond,
        casus=verzoek.casus,
        bijdrage=None,
        terug=url_for("uitvraag.antwoord", verzoek=verzoek.id),
    )
