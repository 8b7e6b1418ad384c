"""Routes: the guests of one item."""

from dataclasses import dataclass

from flask import url_for
from flask.typing import ResponseReturnValue

from forms.agenda import VoegGastToeFormulier, WijzigSlotFormulier
from models import Aanschuiver, Agendapunt, Overleg
from overleg.agenda.handelingen.gasten import Gast, haal_gast_weg, vak_van_punt, voeg_gast_toe, wijzig_slot
from overleg.agenda.inhoud import gast_naam, punt_titel
from overleg.agenda.opvragen.blad import gastaccounts, organisaties
from overleg.agenda.regels.agenderen import mag_agenda_wijzigen
from overleg.agenda.regels.gasten import mag_slot
from overleg.agenda.routes.basis import blauwdruk, gelukt
from overleg.basis.database import sessie
from overleg.basis.fouten import Geweigerd
from overleg.basis.oordeel import Oordeel
from overleg.basis.schil import ONJUIST, ga_naar, toon
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht


@dataclass(frozen=True)
class Gastrij:
    """A guest on the page of an item, with the form for the slot."""

    gast: Aanschuiver
    naam: str
    form: WijzigSlotFormulier
    oordeel: Oordeel


def beginwaarden(punt: Agendapunt) -> dict[str, object]:
    """Return the slot a new guest starts with: the times of the item."""
    vak = vak_van_punt(sessie(), punt)
    return {"slot_begin": vak.begin, "slot_einde": vak.einde}


def gastformulier(punt: Agendapunt, form: VoegGastToeFormulier) -> VoegGastToeFormulier:
    """Give the form its lists."""
    form.gebruiker.zet_keuzes(gastaccounts(sessie(), punt))
    form.organisatie.zet_keuzes(organisaties(sessie()))
    return form


def toon_punt(
    overleg: Overleg,
    punt: Agendapunt,
    form: VoegGastToeFormulier,
    *,
    status: int = 200,
    rij: Gastrij | None = None,
) -> ResponseReturnValue:
    """Show an item with its guests; `rij` is one whose slot could not be changed, as typed."""
    vak = vak_van_punt(sessie(), punt)
    gasten = [rij if rij and rij.gast is gast else _rij(gast) for gast in punt.aanschuivers]
    return toon(
        "agenda/punt.html",
        status=status,
        overleg=overleg,
        punt=punt,
        titel=punt_titel(punt),
        vak=vak,
        gasten=gasten,
        form=form,
        wijzigbaar=mag_agenda_wijzigen(overleg.status),
    )


def _rij(gast: Aanschuiver, form: WijzigSlotFormulier | None = None) -> Gastrij:
    form = form or WijzigSlotFormulier(formdata=None, obj=gast, prefix=f"g{gast.id.hex}-")
    naam = gast_naam(gast) or gast.organisatie.naam
    vak = vak_van_punt(sessie(), gast.punt)
    return Gastrij(gast, naam, form, mag_slot(gast.slot_begin, gast.slot_einde, vak))


@blauwdruk.post("/overleggen/<uuid:overleg>/agenda/punten/<uuid:punt>/gasten")
@vereist(Recht.AGENDA_MAKEN)
def nieuwe_gast(overleg: Overleg, punt: Agendapunt) -> ResponseReturnValue:
    """Let a guest join this item."""
    form = gastformulier(punt, VoegGastToeFormulier())
    if not form.validate_on_submit():
        return toon_punt(overleg, punt, form, status=ONJUIST)
    try:
        voeg_gast_toe(sessie(), huidige_vrager(), punt, _als_gast(form))
    except Geweigerd as fout:
        form.voeg_redenen_toe(fout.oordeel.redenen)
        return toon_punt(overleg, punt, form, status=ONJUIST)
    gelukt("De gast staat bij dit punt.")
    return ga_naar(url_for("agenda.punt", overleg=overleg.id, punt=punt.id))


def _als_gast(form: VoegGastToeFormulier) -> Gast:
    """Return the guest as typed."""
    slot = form.als_invoer()
    return Gast(form.organisatie.data, form.gebruiker.data, form.naam.data or "", slot.begin, slot.einde)


@blauwdruk.post("/overleggen/<uuid:overleg>/agenda/punten/<uuid:punt>/gasten/<uuid:aanschuiver>/tijd")
@vereist(Recht.AGENDA_MAKEN)
def gast_tijd(overleg: Overleg, punt: Agendapunt, aanschuiver: Aanschuiver) -> ResponseReturnValue:
    """Change the slot of a guest."""
    form = WijzigSlotFormulier(prefix=f"g{aanschuiver.id.hex}-")
    if form.validate_on_submit():
        slot = form.als_invoer()
        try:
            wijzig_slot(sessie(), huidige_vrager(), aanschuiver, slot.begin, slot.einde)
        except Geweigerd as fout:
            form.voeg_redenen_toe(fout.oordeel.redenen)
        else:
            gelukt("De tijd van de gast is gewijzigd.")
            return ga_naar(url_for("agenda.punt", overleg=overleg.id, punt=punt.id))
    leeg = gastformulier(punt, VoegGastToeFormulier(formdata=None, data=beginwaarden(punt)))
    return toon_punt(overleg, punt, leeg, status=ONJUIST, rij=_rij(aanschuiver, form))


@blauwdruk.post("/overleggen/<uuid:overleg>/agenda/punten/<uuid:punt>/gasten/<uuid:aanschuiver>/weg")
@vereist(Recht.AGENDA_MAKEN)
def gast_weg(overleg: Overleg, punt: Agendapunt, aanschuiver: Aanschuiver) -> ResponseReturnValue:
    """Let a guest not join after all."""
    haal_gast_weg(sessie(), huidige_vrager(), aanschuiver)
    gelukt("De gast is weggehaald bij dit punt.")
    return ga_naar(url_for("agenda.punt", overleg=overleg.id, punt=punt.id))
