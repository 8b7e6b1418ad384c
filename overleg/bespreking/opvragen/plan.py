"""What is agreed and what is in force: the lists of stap 2, each a fragment that can be fetched by itself."""

import uuid
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from models import Afspraak, Bespreking, Casus, Informering, Maatregel, Overleg, Veiligheidsvoorwaarde
from models.waarden import InformerenStatus, OrganisatieSoort
from overleg.basis.klok import vandaag
from overleg.basis.oordeel import Reden
from overleg.bespreking.opvragen.akkoord import stand_van
from overleg.bespreking.opvragen.invullen import mag_nu_invullen
from overleg.bespreking.opvragen.overleg import volgend_overleg
from overleg.bespreking.regels.afspraken import Feit, Informeerfeit, waarschuwingen
from overleg.bespreking.regels.akkoord import mag_antwoorden
from overleg.bespreking.regels.maatregelen import Looptijd, looptijd, moet_eerder_herbeoordeeld
from overleg.bespreking.regels.voortgang import NIET_KLAAR, is_te_laat
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import mag
from overleg.toegang.vrager import Vrager


@dataclass(frozen=True)
class Afsprakenlijst:
    """The afspraken of one bespreking, with what deserves attention; `schrijven`: may change them now."""

    bespreking: Bespreking | None
    afspraken: list[Afspraak]
    waarschuwingen: list[Reden]
    schrijven: bool
    wijzigbaar: frozenset[uuid.UUID] = frozenset()
    """Those this asker may change or take away: a guest only the own ones."""
    eigen: frozenset[uuid.UUID] = frozenset()
    """Those this asker can say akkoord to, or not, for the own organisatie."""
    namens: frozenset[uuid.UUID] = frozenset()
    """Those of others, of which this asker can record what someone in the room says."""
    eerder: tuple[Afspraak, ...] = ()
    """What was agreed on this casus before, and is not done yet; nothing for a guest."""

    def te_laat(self, afspraak: Afspraak) -> bool:
        """Whether an afspraak should have been done before today."""
        return is_te_laat(afspraak.status, afspraak.datum, vandaag())


@dataclass(frozen=True)
class Maatregelregel:
    """One maatregel with how it stands before the next overleg."""

    maatregel: Maatregel
    looptijd: Looptijd
    eerder_kijken: bool


@dataclass(frozen=True)
class Maatregelenlijst:
    """The maatregelen of a casus and VT's conditions."""

    bespreking: Bespreking | None
    maatregelen: list[Maatregelregel]
    voorwaarden: list[Veiligheidsvoorwaarde]
    volgend: date | None
    schrijven: bool
    voorwaarden_stellen: bool


def afsprakenlijst(sessie: Session, vrager: Vrager, bespreking: Bespreking | None) -> Afsprakenlijst:
    """Return the afspraken of a bespreking for this asker; empty before it began."""
    if bespreking is None:
        return Afsprakenlijst(None, [], [], schrijven=False)
    afspraken = afspraken_van(sessie, bespreking)
    schrijven = bool(mag_nu_invullen(vrager, bespreking))
    gast = not mag(vrager, Recht.PLAN_ZIEN, bespreking)
    wijzigbaar = [a.id for a in afspraken if schrijven and mag(vrager, Recht.BESPROKEN_AFSPRAAK_WIJZIGEN, a)]
    vraagt = [a for a in afspraken if schrijven and mag_antwoorden(stand_van(a))]
    eigen = frozenset(a.id for a in vraagt if mag(vrager, Recht.AFSPRAAK_AANVAARDEN, a))
    leidt = mag(vrager, Recht.BESPREKING_LEIDEN, bespreking)
    return Afsprakenlijst(
        bespreking,
        afspraken,
        [] if gast else _waarschuwingen(sessie, bespreking, afspraken),
        schrijven=schrijven,
        wijzigbaar=frozenset(wijzigbaar),
        eigen=eigen,
        namens=frozenset(a.id for a in vraagt if leidt and a.id not in eigen),
        eerder=() if gast else _nog_te_doen(sessie, bespreking),
    )


def _waarschuwingen(sessie: Session, bespreking: Bespreking, afspraken: list[Afspraak]) -> list[Reden]:
    return waarschuwingen(
        [feit_van(afspraak) for afspraak in afspraken],
        _te_informeren(sessie, bespreking),
        bespreking.overleg.datum,
    )


def afspraken_van(sessie: Session, bespreking: Bespreking) -> list[Afspraak]:
    """Return the afspraken made in this bespreking, by number."""
    return list(
        sessie.scalars(
            select(Afspraak)
            .where(Afspraak.bespreking_id == bespreking.id)
            .options(
                joinedload(Afspraak.organisatie),
                joinedload(Afspraak.persoon),
                joinedload(Afspraak.volgt_op),
                joinedload(Afspraak.gesprek_met),
                joinedload(Afspraak.akkoord_vastgelegd_door),
            )
            .order_by(Afspraak.nummer)
        )
    )


def _nog_te_doen(sessie: Session, bespreking: Bespreking) -> tuple[Afspraak, ...]:
    """Return what is not done of earlier besprekingen of this casus, by date: those come first (§11)."""
    return tuple(
        sessie.scalars(
            select(Afspraak)
            .where(
                Afspraak.casus_id == bespreking.casus_id,
                Afspraak.bespreking_id != bespreking.id,
                Afspraak.geldt_vanaf.is_not(None),
                Afspraak.status.in_(NIET_KLAAR),
            )
            .options(joinedload(Afspraak.organisatie))
            .order_by(Afspraak.datum, Afspraak.nummer)
        )
    )


def andere_afspraken(
    sessie: Session, bespreking: Bespreking, afspraak: Afspraak | None, *, alleen_hier: bool = False
) -> list[Afspraak]:
    """Return the afspraken of this casus that another one can follow on; a guest knows those made here."""
    vraag = select(Afspraak).where(Afspraak.casus_id == bespreking.casus_id).order_by(Afspraak.nummer)
    if alleen_hier:
        vraag = vraag.where(Afspraak.bespreking_id == bespreking.id)
    if afspraak is not None:
        vraag = vraag.where(Afspraak.id != afspraak.id)
    return list(sessie.scalars(vraag))


def feit_van(afspraak: Afspraak) -> Feit:
    """Return what the rules on afspraken need to know of one."""
    met = afspraak.gesprek_met
    return Feit(
        sleutel=afspraak.id,
        nummer=afspraak.nummer,
        soort=afspraak.soort,
        datum=afspraak.datum,
        volgt_op=afspraak.volgt_op_id,
        met=met.id if met else None,
        met_naam=met.naam if met else "",
        met_rol=met.rol if met else None,
        status=afspraak.status,
        domein=afspraak.domein,
    )


def _te_informeren(sessie: Session, bespreking: Bespreking) -> list[Informeerfeit]:
    rijen = sessie.scalars(
        select(Informering)
        .where(
            Informering.bespreking_id == bespreking.id,
            Informering.status == InformerenStatus.GEPLAND,
            Informering.op.is_not(None),
        )
        .options(joinedload(Informering.betrokkene))
        .order_by(Informering.op, Informering.id)
    )
    return [Informeerfeit(rij.betrokkene.naam, rij.betrokkene.rol, rij.op) for rij in rijen if rij.op]


def maatregelenlijst(
    sessie: Session, vrager: Vrager, casus: Casus, overleg: Overleg, bespreking: Bespreking | None
) -> Maatregelenlijst:
    """Return the maatregelen and conditions of a casus: what is in force first, by the day it ends."""
    volgend = volgend_overleg(sessie, overleg)
    dag = max(vandaag(), overleg.datum)
    rijen = sessie.scalars(
        select(Maatregel).where(Maatregel.casus_id == casus.id).order_by(Maatregel.vanaf, Maatregel.id)
    ).all()
    schrijven = bool(mag_nu_invullen(vrager, bespreking))
    vt = vrager.organisatie_soort is OrganisatieSoort.VEILIG_THUIS
    return Maatregelenlijst(
        bespreking,
        [
            Maatregelregel(
                m,
                looptijd(m.vanaf, m.tot, m.beeindigd_op, dag, volgend),
                moet_eerder_herbeoordeeld(m.herbeoordeling, dag, volgend),
            )
            for m in sorted(rijen, key=lambda m: (m.beeindigd_op is not None, m.tot or date.max))
        ],
        _voorwaarden(sessie, casus),
        volgend,
        schrijven=schrijven,
        voorwaarden_stellen=schrijven and (vt or mag(vrager, Recht.BESPREKING_LEIDEN, bespreking)),
    )


def _voorwaarden(sessie: Session, casus: Casus) -> list[Veiligheidsvoorwaarde]:
    return list(
        sessie.scalars(
            select(Veiligheidsvoorwaarde)
            .where(Veiligheidsvoorwaarde.casus_id == casus.id)
            .order_by(Veiligheidsvoorwaarde.gesteld_op, Veiligheidsvoorwaarde.gemaakt_op)
        )
    )
