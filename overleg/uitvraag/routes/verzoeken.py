"""What is asked of the own organisatie, and answering it."""

from collections.abc import Callable, Sequence
from typing import Any

from flask import request, url_for
from flask.typing import ResponseReturnValue

from forms.uitvraag import GeefBijdrageFormulier
from models import Informatiebijdrage, Informatieverzoek
from models.waarden import BijdrageStatus, OrganisatieSoort
from overleg.basis.database import sessie
from overleg.basis.fouten import Botsing
from overleg.basis.klok import vandaag
from overleg.basis.schil import toon
from overleg.logboek.schrijven import noteer_blik
from overleg.logboek.soorten import Soort
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht
from overleg.uitvraag.handelingen import beantwoord, vul_aan
from overleg.uitvraag.inhoud import verzoekinhoud
from overleg.uitvraag.opvragen import Ontvanger, als_tekst, eigen_bijdragen, verzoeken_voor
from overleg.uitvraag.regels import mag_uitvragen
from overleg.uitvraag.routes.blauwdruk import blauwdruk
from overleg.uitvraag.routes.formulier import bijdrage_formulier
from overleg.uitvraag.routes.verwerken import sla_op, toon_formulier

AL_GEANTWOORD = "Uw organisatie heeft al geantwoord. U kunt dit indienen als aanvulling."
AL_CONCEPT = (
    "Uw organisatie heeft al een concept bewaard, met iets anders bij: {velden}. Vergelijk de teksten: wat u "
    "hieronder bewaart of indient, komt in de plaats van dat concept."
)


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
    concept, beantwoord_al = _hoe_ver(verzoek)
    if beantwoord_al:
        return toon_verzoek(verzoek) if request.method == "GET" else _al_beantwoord(verzoek)
    form, zonder_grond = bijdrage_formulier(verzoek.casus, vrager.organisatie_id, concept)
    if request.method == "GET":
        return toon_verzoek(verzoek, form=form, zonder_grond=zonder_grond)
    klaar = sla_op(form, lambda invoer: beantwoord(sessie(), vrager, verzoek, invoer))
    return klaar or toon_verzoek(verzoek, form=form, zonder_grond=zonder_grond)


def _hoe_ver(verzoek: Informatieverzoek) -> tuple[Informatiebijdrage | None, bool]:
    """Return the concept of the own organisatie, and whether it answered (with no concept left)."""
    eigen = [b for b in eigen_bijdragen(sessie(), huidige_vrager(), verzoek) if not b.artikel_9]
    concept = next((b for b in eigen if b.status is BijdrageStatus.CONCEPT), None)
    return concept, bool(eigen) and concept is None


def toon_ingevuld(
    verzoek: Informatieverzoek,
    vul: Callable[[GeefBijdrageFormulier], Sequence[str]],
    gelezen: tuple[str, ...],
) -> ResponseReturnValue:
    """Show the form as `vul` fills it in; nothing is saved until somebody presses a button on it.

    `vul` returns the labels of what it replaced; `gelezen` says what there is to know.
    """
    concept, beantwoord_al = _hoe_ver(verzoek)
    gever = huidige_vrager().organisatie_id
    form, zonder_grond = bijdrage_formulier(verzoek.casus, gever, concept, uit_post=False)
    anders = vul(form)
    form.gelezen = gelezen
    form.voeg_redenen_toe(mag_uitvragen(verzoek.casus.status).redenen)
    if beantwoord_al:
        form.gelezen = (*gelezen, AL_GEANTWOORD)
        return _toon_erbij(verzoek, form, zonder_grond, url_for("uitvraag.aanvulling", verzoek=verzoek.id))
    if concept and anders:
        zin = AL_CONCEPT.format(velden=", ".join(anders))
        form.botsing = Botsing(zin, als_tekst(concept), concept.versie)
        form.voeg_fouten_toe([zin])
    actie = url_for("uitvraag.antwoord", verzoek=verzoek.id)
    return toon_verzoek(verzoek, form=form, zonder_grond=zonder_grond, actie=actie)


def toon_verzoek(verzoek: Informatieverzoek, **context: Any) -> ResponseReturnValue:
    """Answer with the page of a request: what is asked, and what the own organisatie gave."""
    vrager = huidige_vrager()
    if request.method == "GET":
        noteer_blik(vrager, Soort.VERZOEK_BEKEKEN, verzoek)
    return toon_formulier(
        "uitvraag/antwoord.html",
        verzoek=verzoek,
        inhoud=verzoekinhoud(verzoek),
        mag_uitvragen=mag_uitvragen(verzoek.casus.status),
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
    form.voeg_fouten_toe([AL_GEANTWOORD])
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
