"""Guests: someone joins for one item, with a slot."""

import uuid
from dataclasses import dataclass
from datetime import time

from sqlalchemy.orm import Session

from models import Aanschuiver, Agendapunt, Gebruiker
from overleg.agenda.handelingen.afzeggen import zeg_gasten_af
from overleg.agenda.handelingen.gemeen import eis_oordeel, eis_wijzigbaar, punten_van, raak_aan
from overleg.agenda.inhoud import tijdvakken
from overleg.agenda.regels.gasten import mag_slot
from overleg.agenda.regels.tijden import Tijdvak
from overleg.basis.fouten import Geweigerd
from overleg.basis.oordeel import nee
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager


@dataclass(frozen=True)
class Gast:
    """Who joins, for which organisatie, from when until when."""

    organisatie_id: uuid.UUID | None
    """None with an account: that brings its own."""
    gebruiker_id: uuid.UUID | None
    naam: str
    begin: time | None
    einde: time | None


def voeg_gast_toe(sessie: Session, vrager: Vrager, punt: Agendapunt, invoer: Gast) -> Aanschuiver:
    """Let a guest join this item; with an account, or with a name only. Raises Geweigerd."""
    eis(vrager, Recht.AGENDA_MAKEN, punt)
    eis_wijzigbaar(punt.overleg)
    eis_oordeel(mag_slot(invoer.begin, invoer.einde, vak_van_punt(sessie, punt)))
    gebruiker = sessie.get(Gebruiker, invoer.gebruiker_id) if invoer.gebruiker_id else None
    organisatie_id = gebruiker.organisatie_id if gebruiker else invoer.organisatie_id
    if organisatie_id is None:
        raise Geweigerd(nee("Kies de organisatie van de gast.", "organisatie"))
    if gebruiker and any(gast.gebruiker_id == gebruiker.id for gast in punt.aanschuivers):
        raise Geweigerd(nee("Deze persoon staat al bij dit punt. Wijzig daar de tijd.", "gebruiker"))
    gast = Aanschuiver(
        organisatie_id=organisatie_id,
        gebruiker_id=invoer.gebruiker_id,
        naam="" if gebruiker else invoer.naam,
        slot_begin=invoer.begin,
        slot_einde=invoer.einde,
    )
    punt.aanschuivers.append(gast)
    raak_aan(punt.overleg)
    sessie.flush()
    schrijf(sessie, vrager, Soort.GAST_TOEGEVOEGD, punt)
    return gast


def vak_van_punt(sessie: Session, punt: Agendapunt) -> Tijdvak:
    """Return the times of an item that stands on its agenda."""
    vakken = tijdvakken(punt.overleg, punten_van(sessie, punt.overleg))
    return vakken.get(punt.id, Tijdvak(0, 0))


def wijzig_slot(
    sessie: Session, vrager: Vrager, gast: Aanschuiver, begin: time | None, einde: time | None
) -> None:
    """Change a guest's slot. Raises Geweigerd."""
    eis(vrager, Recht.AGENDA_MAKEN, gast)
    eis_wijzigbaar(gast.punt.overleg)
    eis_oordeel(mag_slot(begin, einde, vak_van_punt(sessie, gast.punt)))
    gast.slot_begin, gast.slot_einde = begin, einde
    raak_aan(gast.punt.overleg)
    schrijf(sessie, vrager, Soort.GAST_GEWIJZIGD, gast.punt)


def haal_gast_weg(sessie: Session, vrager: Vrager, gast: Aanschuiver) -> None:
    """Let a guest not join after all; who was invited hears it."""
    eis(vrager, Recht.AGENDA_MAKEN, gast)
    punt = gast.punt
    eis_wijzigbaar(punt.overleg)
    raak_aan(punt.overleg)
    zeg_gasten_af(sessie, punt.overleg, [gast])
    punt.aanschuivers.remove(gast)
    schrijf(sessie, vrager, Soort.GAST_WEGGEHAALD, punt)
