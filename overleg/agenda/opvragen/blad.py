"""What the page on which voorzitter and secretaris make the agenda shows."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import case, exists, select
from sqlalchemy.orm import Session, joinedload

from models import Aansluiting, Agendapunt, Casus, Gebruiker, Organisatie, Overleg, Tafelpartner
from models.waarden import CasusStatus
from overleg.agenda.feiten import feiten_van
from overleg.agenda.inhoud import Agendainhoud, Puntinhoud, agendainhoud
from overleg.agenda.opvragen.controle import agendafeiten
from overleg.agenda.opvragen.deelnemers import ontvangers_van
from overleg.agenda.opvragen.overleggen import volgend_overleg
from overleg.agenda.opvragen.signalen import Signaal, signalen_voor
from overleg.agenda.regels.agenderen import mag_agenda_wijzigen, mag_geagendeerd
from overleg.agenda.regels.controle import Bevinding, blokkeert, controle
from overleg.agenda.regels.gang import OverlegStap, mag_stap
from overleg.agenda.regels.tijden import past_in_maximum, past_in_tijd
from overleg.basis.limieten import limiet
from overleg.basis.oordeel import Oordeel
from overleg.basis.weergave import sorteernaam
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import zichtbaar

TE_PLAATSEN = (CasusStatus.TOEGELATEN, CasusStatus.IN_MONITORING, CasusStatus.BESPROKEN)


@dataclass(frozen=True)
class TePlaatsen:
    """A casus that is on no agenda, and whether it can come on this one."""

    casus: Casus
    oordeel: Oordeel


@dataclass(frozen=True)
class Agendablad:
    """The page."""

    overleg: Overleg
    inhoud: Agendainhoud
    punten: tuple[Puntinhoud, ...]
    """The items that can be put in order."""
    wijzigbaar: Oordeel
    ruimte: Oordeel
    """Warnings on time and maximum."""
    einde_agenda: str
    bevindingen: tuple[Bevinding, ...]
    te_plaatsen: tuple[TePlaatsen, ...]
    ook_mogelijk: tuple[TePlaatsen, ...]
    """Discussed before, or under monitoring and not due yet."""
    signalen: Sequence[Signaal]
    volgend: Overleg | None
    mag_versturen: Oordeel
    ontvangers: tuple[str, ...]
    """Who gets the agenda when it is sent now."""

    @property
    def houdt_tegen(self) -> bool:
        """Whether something must be mended before the agenda is sent."""
        return blokkeert(self.bevindingen)


def agendablad(sessie: Session, vrager: Vrager, overleg: Overleg, vandaag: date) -> Agendablad:
    """Return the page for who makes the agenda; the caller has checked `agenda_maken`."""
    inhoud = agendainhoud(sessie, vrager, overleg)
    feiten = agendafeiten(sessie, vrager, overleg, vandaag)
    minuten = [punt.minuten for punt in feiten.punten]
    aantal = sum(1 for punt in feiten.punten if punt.casus_id)
    vrij = [_te_plaatsen(casus, vandaag) for casus in casussen_zonder_agenda(sessie, vrager, overleg)]
    nu = [rij for rij in vrij if _hoort_nu(rij.casus, overleg)]
    toont_einde = bool(feiten.punten) and inhoud.toont_tijden
    return Agendablad(
        overleg=overleg,
        inhoud=inhoud,
        punten=tuple(punt for punt in inhoud.punten if not punt.doorgezet),
        wijzigbaar=mag_agenda_wijzigen(overleg.status),
        ruimte=past_in_tijd(overleg.begin, overleg.einde, minuten)
        & past_in_maximum(aantal, overleg.tafel.maximum_casussen),
        einde_agenda=f"{feiten.punten[-1].tijdvak.einde:%H.%M}" if toont_einde else "",
        bevindingen=controle(feiten),
        te_plaatsen=tuple(nu),
        ook_mogelijk=tuple(rij for rij in vrij if rij not in nu),
        signalen=signalen_voor(sessie, vrager, overleg, vandaag),
        volgend=volgend_overleg(sessie, overleg, vandaag),
        mag_versturen=mag_stap(overleg.status, OverlegStap.VERSTUREN),
        ontvangers=ontvangers_van(sessie, overleg),
    )


def _te_plaatsen(casus: Casus, vandaag: date) -> TePlaatsen:
    return TePlaatsen(casus, mag_geagendeerd(feiten_van(casus, vandaag)))


def _hoort_nu(casus: Casus, overleg: Overleg) -> bool:
    """Whether the casus waits for a place: admitted, or due for monitoring."""
    aan_de_beurt = casus.monitoring_op is not None and casus.monitoring_op <= overleg.datum
    return casus.status is CasusStatus.TOEGELATEN or (
        casus.status is CasusStatus.IN_MONITORING and aan_de_beurt
    )


def casussen_zonder_agenda(sessie: Session, vrager: Vrager, overleg: Overleg) -> Sequence[Casus]:
    """Return the casussen of this tafel that stand on no agenda: spoed first, then who waits longest."""
    rang = case({status: plek for plek, status in enumerate(TE_PLAATSEN)}, value=Casus.status)
    vraag = (
        zichtbaar(vrager, Casus)
        .where(Casus.tafel_id == overleg.tafel_id, Casus.status.in_(TE_PLAATSEN))
        .order_by(rang, Casus.acuut.desc(), Casus.ingediend_op, Casus.id)
        .limit(limiet("aantal_per_pagina"))
        .options(joinedload(Casus.inbrenger_organisatie))
    )
    return sessie.scalars(vraag).all()


def gastaccounts(sessie: Session, punt: Agendapunt) -> list[tuple[uuid.UUID, str]]:
    """Return the accounts to choose a guest from: of organisaties that are no fixed part of this tafel."""
    partner = exists().where(
        Tafelpartner.tafel_id == punt.overleg.tafel_id,
        Tafelpartner.organisatie_id == Gebruiker.organisatie_id,
        Tafelpartner.actief.is_(True),
    )
    gast = exists().where(
        Aansluiting.casus_id == punt.casus_id,
        Aansluiting.organisatie_id == Gebruiker.organisatie_id,
        Aansluiting.als_gast.is_(True),
    )
    rijen = sessie.scalars(
        select(Gebruiker)
        .join(Gebruiker.organisatie)
        .where(
            Gebruiker.active.is_(True),
            Gebruiker.beheerder.is_(False),
            Gebruiker.functionaris.is_(False),
            Organisatie.actief.is_(True),
            ~partner | gast,
        )
        .order_by(gast.desc(), Organisatie.naam, Gebruiker.naam)
        .limit(limiet("aantal_keuzes"))
        .options(joinedload(Gebruiker.organisatie))
    ).all()
    return [(rij.id, f"{rij.naam}, {rij.organisatie.naam}") for rij in rijen]


def organisaties(sessie: Session) -> list[tuple[uuid.UUID, str]]:
    """Return the organisaties a guest can come from."""
    rijen = sessie.scalars(select(Organisatie).where(Organisatie.actief.is_(True))).all()
    return [(rij.id, rij.naam) for rij in sorted(rijen, key=lambda rij: sorteernaam(rij.naam))]
