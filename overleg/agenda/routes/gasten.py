"""Routes: the guests of one item."""

from dataclasses import dataclass

from flask import url_for
from flask.typing import ResponseReturnValue

from forms.agenda import VoegGastToeFormulier, WijzigSlotFormulier
from models import Aanschuiver, Agendapunt, Overleg
from overleg.agenda.handelingen.gasten import Gast, haal_gast_weg, vak_van_punt, voeg_gast_toe, wijzig_slot
from overleg.agenda.inhoud import agendainhoud, gast_naam, punt_titel
from overleg.agenda.opvragen.blad import gastaccounts, organisaties
from overleg.agenda.regels.agenderen import mag_agenda_wijzigen
from overleg.agenda.regels.gasten import mag_slot
from overleg.agenda.regels.tijden import Tijdvak
from overleg.agenda.routes.basis import blauwdruk, gelukt
from overleg.basis.database import sessie
from overleg.basis.fouten import Geweigerd
from overleg.basis.oordeel import Oordeel
from overleg.basis.schil import ONJUIST, ga_naar, toon
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht


@dataclass(frozen=True)
class Gastrij:
    """A guest on the page of an item: the name, and what is odd about the slot."""

    gast: Aanschuiver
    naam: str
    oordeel: Oordeel


def toon_punt(overleg: Overleg, punt: Agendapunt) -> ResponseReturnValue:
    """Show an item with its guests."""
    return toon(
        "agenda/punt.html",
        overleg=overleg,
        punt=punt,
        titel=punt_titel(punt),
        vak=_te_noemen_vak(overleg, punt),
        gasten=[_rij(gast) for gast in punt.aanschuivers],
        wijzigbaar=mag_agenda_wijzigen(overleg.status),
    )


def _te_noemen_vak(overleg: Overleg, punt: Agendapunt) -> Tijdvak | None:
    """Return the times of an item, for a page or to start from; None where these stay out (decision 037)."""
    inhoud = agendainhoud(sessie(), huidige_vrager(), overleg)
    return vak_van_punt(sessie(), punt) if inhoud.toont_tijden else None


def _rij(gast: Aanschuiver) -> Gastrij:
    vak = vak_van_punt(sessie(), gast.punt)
    return Gastrij(gast, _naam(gast), mag_slot(gast.slot_begin, gast.slot_einde, vak))


def _naam(gast: Aanschuiver) -> str:
    return gast_naam(gast) or gast.organisatie.naam


@blauwdruk.route("/overleggen/<uuid:overleg>/agenda/punten/<uuid:punt>/gasten", methods=["GET", "POST"])
@vereist(Recht.AGENDA_MAKEN, blik=True)
def nieuwe_gast(overleg: Overleg, punt: Agendapunt) -> ResponseReturnValue:
    """Let a guest join this item; the slot starts with the times of the item."""
    vak = _te_noemen_vak(overleg, punt)
    form = VoegGastToeFormulier(data={"slot_begin": vak.begin, "slot_einde": vak.einde} if vak else None)
    form.gebruiker.zet_keuzes(gastaccounts(sessie(), punt))
    form.organisatie.zet_keuzes(organisaties(sessie()))
    if form.validate_on_submit():
        try:
            voeg_gast_toe(sessie(), huidige_vrager(), punt, _als_gast(form))
        except Geweigerd as fout:
            form.voeg_redenen_toe(fout.oordeel.redenen)
        else:
            gelukt("De gast staat bij dit punt.")
            return ga_naar(url_for("agenda.punt", overleg=overleg.id, punt=punt.id))
    return _toon_formulier("agenda/nieuwe_gast.html", form, overleg, punt)


def _toon_formulier(
    pagina: str,
    form: VoegGastToeFormulier | WijzigSlotFormulier,
    overleg: Overleg,
    punt: Agendapunt,
    naam: str = "",
) -> ResponseReturnValue:
    status = ONJUIST if form.foutenlijst else 200
    titel = punt_titel(punt)
    return toon(pagina, status=status, form=form, overleg=overleg, punt=punt, titel=titel, naam=naam)


def _als_gast(form: VoegGastToeFormulier) -> Gast:
    """Return the guest as typed."""
    slot = form.als_invoer()
    return Gast(form.organisatie.data, form.gebruiker.data, form.naam.data or "", slot.begin, slot.einde)


@blauwdruk.route(
    "/overleggen/<uuid:overleg>/agenda/punten/<uuid:punt>/gasten/<uuid:aanschuiver>/tijd",
    methods=["GET", "POST"],
)
@vereist(Recht.AGENDA_MAKEN, blik=True)
def gast_tijd(overleg: Overleg, punt: Agendapunt, aanschuiver: Aanschuiver) -> ResponseReturnValue:
    """Change the slot of a guest."""
    form = WijzigSlotFormulier(obj=aanschuiver)
    if form.validate_on_submit():
        slot = form.als_invoer()
        try:
            wijzig_slot(sessie(), huidige_vrager(), aanschuiver, slot.begin, slot.einde)
        except Geweigerd as fout:
            form.voeg_redenen_toe(fout.oordeel.redenen)
        else:
            gelukt("De tijd van de gast is gewijzigd.")
            return ga_naar(url_for("agenda.punt", overleg=overleg.id, punt=punt.id))
    return _toon_formulier("agenda/gast_tijd.html", form, overleg, punt, _naam(aanschuiver))


@blauwdruk.post("/overleggen/<uuid:overleg>/agenda/punten/<uuid:punt>/gasten/<uuid:aanschuiver>/weg")
@vereist(Recht.AGENDA_MAKEN)
def gast_weg(overleg: Overleg, punt: Agendapunt, aanschuiver: Aanschuiver) -> ResponseReturnValue:
    """Let a guest not join after all."""
    haal_gast_weg(sessie(), huidige_vrager(), aanschuiver)
    gelukt("De gast is weggehaald bij dit punt.")
    return ga_naar(url_for("agenda.punt", overleg=overleg.id, punt=punt.id))
