"""What is agreed and what is in force: the lists of stap 2, each a fragment that can be fetched by itself."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from models import (
    Afspraak,
    Bespreking,
    Casus,
    Directbetrokkene,
    Informering,
    Maatregel,
    Overleg,
    Veiligheidsvoorwaarde,
)
from models.waarden import AfspraakSoort, BetrokkeneRol, InformerenStatus, OrganisatieSoort
from overleg.basis.afspraakstand import NIET_KLAAR
from overleg.basis.klok import vandaag
from overleg.basis.oordeel import Reden
from overleg.bespreking.opvragen.akkoord import stand_van
from overleg.bespreking.opvragen.invullen import mag_nu_invullen
from overleg.bespreking.opvragen.inzaal import aan_tafel_bij
from overleg.bespreking.opvragen.overleg import volgend_overleg
from overleg.bespreking.regels.afspraken import IN_VRAAG_3, Feit, Informeerfeit, waarschuwingen
from overleg.bespreking.regels.akkoord import mag_antwoorden, moet_het_horen
from overleg.bespreking.regels.gehoor import Gehoord, Mens, gehoord_in
from overleg.bespreking.regels.maatregelen import Looptijd, looptijd, moet_eerder_herbeoordeeld
from overleg.bespreking.regels.voortgang import is_te_laat
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import mag
from overleg.toegang.vrager import Vrager
from overleg.uitvraag.regels import VOLWASSEN, leeftijd_op


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
    zonder_wie: frozenset[uuid.UUID] = frozenset()
    """Those by which somebody is heard, maybe a child, without saying whom; nothing for a guest."""
    niet_aan_tafel: frozenset[uuid.UUID] = frozenset()
    """Those whose owner is not there and gave no answer: somebody must tell them; nothing for a guest."""
    eerder: tuple[Afspraak, ...] = ()
    """What was agreed on this casus before, and is not done yet; nothing for a guest."""

    @property
    def bij_informeren(self) -> list[Reden]:
        """What is about telling someone: said at the third question too, where that is decided."""
        return [reden for reden in self.waarschuwingen if reden.waar == IN_VRAAG_3]

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

    @property
    def lopen_af(self) -> list[Maatregel]:
        """Those that end before the next overleg, when there is one."""
        if self.volgend is None:
            return []
        return [rij.maatregel for rij in self.maatregelen if rij.looptijd is Looptijd.LOOPT_AF]


def afsprakenlijst(sessie: Session, vrager: Vrager, bespreking: Bespreking | None) -> Afsprakenlijst:
    """Return the afspraken of a bespreking for this asker; empty before it began."""
    if bespreking is None:
        return Afsprakenlijst(None, [], [], schrijven=False)
    afspraken = afspraken_van(sessie, bespreking)
    schrijven = bool(mag_nu_invullen(vrager, bespreking))
    gast = not mag(vrager, Recht.PLAN_ZIEN, bespreking)
    eerder = [] if gast else _eerder_afgesproken(sessie, bespreking)
    wijzigbaar = [a.id for a in afspraken if schrijven and mag(vrager, Recht.BESPROKEN_AFSPRAAK_WIJZIGEN, a)]
    vraagt = [a for a in afspraken if schrijven and mag_antwoorden(stand_van(a))]
    eigen = frozenset(a.id for a in vraagt if mag(vrager, Recht.AFSPRAAK_AANVAARDEN, a))
    leidt = mag(vrager, Recht.BESPREKING_LEIDEN, bespreking)
    return Afsprakenlijst(
        bespreking,
        afspraken,
        [] if gast else _waarschuwingen(sessie, bespreking, [*eerder, *afspraken]),
        schrijven=schrijven,
        wijzigbaar=frozenset(wijzigbaar),
        eigen=eigen,
        zonder_wie=frozenset() if gast else _zonder_wie(bespreking, afspraken),
        niet_aan_tafel=frozenset() if gast else _niet_aan_tafel(sessie, bespreking, afspraken),
        namens=frozenset(a.id for a in vraagt if leidt and a.id not in eigen),
        eerder=tuple(afspraak for afspraak in eerder if afspraak.status in NIET_KLAAR),
    )


def _zonder_wie(bespreking: Bespreking, afspraken: list[Afspraak]) -> frozenset[uuid.UUID]:
    mensen = bespreking.casus.betrokkenen
    return frozenset(a.id for a in afspraken if gehoord_door(a, mensen).zonder_wie)


def _niet_aan_tafel(
    sessie: Session, bespreking: Bespreking, afspraken: list[Afspraak]
) -> frozenset[uuid.UUID]:
    aan_tafel = aan_tafel_bij(sessie, bespreking.punt)
    if aan_tafel is None:
        return frozenset()
    return frozenset(
        a.id for a in afspraken if moet_het_horen(a.akkoord, aan_tafel=a.organisatie_id in aan_tafel)
    )


def _waarschuwingen(sessie: Session, bespreking: Bespreking, afspraken: list[Afspraak]) -> list[Reden]:
    mensen = bespreking.casus.betrokkenen
    return waarschuwingen(
        [
            replace(feit_van(afspraak, mensen), eerder=afspraak.bespreking_id != bespreking.id)
            for afspraak in sorted(afspraken, key=lambda afspraak: afspraak.nummer)
        ],
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


def _eerder_afgesproken(sessie: Session, bespreking: Bespreking) -> list[Afspraak]:
    """Return what holds of other besprekingen of this casus, by date: what is not done comes first (§11)."""
    return list(
        sessie.scalars(
            select(Afspraak)
            .where(
                Afspraak.casus_id == bespreking.casus_id,
                Afspraak.bespreking_id != bespreking.id,
                Afspraak.geldt_vanaf.is_not(None),
            )
            .options(joinedload(Afspraak.organisatie), joinedload(Afspraak.gesprek_met))
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


def gehoord_door(afspraak: Afspraak, betrokkenen: Sequence[Directbetrokkene]) -> Gehoord:
    """Return whom an afspraak lets be heard by its words; nothing when it names with whom."""
    if afspraak.gesprek_met_id is not None:
        return Gehoord()
    mensen = [
        Mens(b.id, b.naam, kind=b.rol is BetrokkeneRol.KIND or _is_kind(b, afspraak.datum))
        for b in betrokkenen
    ]
    is_gesprek = afspraak.soort is AfspraakSoort.GESPREK
    return gehoord_in(afspraak.wat, mensen, is_gesprek=is_gesprek)


def feit_van(afspraak: Afspraak, betrokkenen: Sequence[Directbetrokkene] = ()) -> Feit:
    """Return what the rules on afspraken need to know of one; `betrokkenen` for who is heard by its words."""
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
        met_kind=met is not None and _is_kind(met, afspraak.datum),
        gehoord=gehoord_door(afspraak, betrokkenen),
    )


def _is_kind(betrokkene: Directbetrokkene, dag: date) -> bool:
    """Whether someone is a child on that day, as victim or witness too; a suspect is heard as a suspect."""
    leeftijd = leeftijd_op(dag, betrokkene.geboortedatum, betrokkene.geboortejaar)
    is_pleger = betrokkene.rol is BetrokkeneRol.PLEGER
    return not is_pleger and leeftijd is not None and leeftijd < VOLWASSEN


def _te_informeren(sessie: Session, bespreking: Bespreking) -> list[Informeerfeit]:
    rijen = sessie.scalars(
        select(Informering)
        .where(
            Informering.casus_id == bespreking.casus_id,
            Informering.status == InformerenStatus.GEPLAND,
            Informering.op.is_not(None),
        )
        .options(joinedload(Informering.betrokkene))
        .order_by(Informering.op, Informering.id)
    )
    return [
        Informeerfeit(
            rij.betrokkene.naam, rij.betrokkene.rol, rij.op, eerder=rij.bespreking_id != bespreking.id
        )
        for rij in rijen
        if rij.op
    ]


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
