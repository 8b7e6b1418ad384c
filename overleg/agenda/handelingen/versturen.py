"""Sending the agenda: the checks, the list of who is expected, the invitations."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Deelname, Overleg
from models.waarden import Aanwezigheid
from overleg.agenda.handelingen.afzeggen import gasten_van
from overleg.agenda.handelingen.gang import zet_overlegstap
from overleg.agenda.handelingen.gemeen import eis_oordeel, punten_van
from overleg.agenda.handelingen.uitnodigen import (
    blok_van,
    blok_van_gast,
    gasten_met_adres,
    nodig_uit,
)
from overleg.agenda.inhoud import tijdvakken
from overleg.agenda.opvragen.controle import agendafeiten
from overleg.agenda.opvragen.deelnemers import deelnames_van, verwachte_deelnemers
from overleg.agenda.regels.controle import controle
from overleg.agenda.regels.gang import OverlegStap, mag_stap
from overleg.basis.klok import nu, vandaag
from overleg.basis.oordeel import Oordeel, Reden
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager


def verstuur_agenda(sessie: Session, vrager: Vrager, overleg: Overleg) -> int:
    """Send the agenda, for the first time or again; return how many invitations were laid ready.

    Raises Geweigerd with what must be mended first.
    """
    eis(vrager, Recht.AGENDA_MAKEN, overleg)
    eis_oordeel(mag_stap(overleg.status, OverlegStap.VERSTUREN))
    bevindingen = controle(agendafeiten(sessie, vrager, overleg, vandaag()))
    eis_oordeel(Oordeel(tuple(Reden(b.zin, b.plek.value) for b in bevindingen if b.blokkeert)))
    opnieuw = overleg.uitgenodigd_op is not None
    zet_overlegstap(overleg, OverlegStap.VERSTUREN)
    overleg.uitgenodigd_op, overleg.gewijzigd_na_uitnodiging = nu(), False
    zet_deelnames_klaar(sessie, overleg)
    aantal = _nodig_allen_uit(sessie, overleg, opnieuw=opnieuw)
    schrijf(sessie, vrager, Soort.AGENDA_VERSTUURD, overleg, aantal=aantal)
    return aantal


def zet_deelnames_klaar(sessie: Session, overleg: Overleg) -> None:
    """Put everybody who is expected on the list of this overleg; who is on it already stays as is.

    At sending the agenda, and at the start of the meeting (the stage bespreking).
    """
    vraag = select(Deelname.gebruiker_id).where(Deelname.overleg_id == overleg.id)
    staan_al = set(sessie.scalars(vraag).all())
    for lid in verwachte_deelnemers(sessie, overleg):
        if lid.gebruiker_id not in staan_al:
            sessie.add(
                Deelname(
                    overleg_id=overleg.id,
                    gebruiker_id=lid.gebruiker_id,
                    organisatie_id=lid.gebruiker.organisatie_id,
                    aanwezigheid=Aanwezigheid.VERWACHT,
                    mandaat=lid.mandaat,
                )
            )
    sessie.flush()


def _nodig_allen_uit(sessie: Session, overleg: Overleg, *, opnieuw: bool) -> int:
    """Lay the invitations ready; who said not to come gets none, nobody gets the same twice."""
    adressen = [
        rij.gebruiker.email
        for rij in deelnames_van(sessie, overleg)
        if rij.gebruiker and rij.aanwezigheid is not Aanwezigheid.AFGEMELD
    ]
    for adres in adressen:
        nodig_uit(sessie, overleg, adres, blok_van(overleg), opnieuw=opnieuw)
    vakken = tijdvakken(overleg, punten_van(sessie, overleg))
    gasten = gasten_met_adres(gasten_van(sessie, overleg))
    for gast, adres in gasten:
        blok = blok_van_gast(overleg, gast, vakken.get(gast.punt_id))
        nodig_uit(sessie, overleg, adres, blok, opnieuw=opnieuw)
    return len(adressen) + len(gasten)
