"""What is decided until now in one bespreking: the facts for the rules, and the rows for the screen."""

import uuid
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from models import (
    Agendapunt,
    Bespreking,
    Informering,
    Overleg,
    TeInformerenPartij,
    Tekstveld,
)
from models.waarden import (
    Akkoord,
    BesluitSoort,
    BesprekingStatus,
    InformerenStatus,
    OverlegStatus,
    Toestemming,
    Veld,
)
from overleg.basis.klok import hier, vandaag
from overleg.basis.oordeel import Oordeel
from overleg.bespreking.opvragen.beslist import (
    besluiten_van,
    eerdere_partijen_van,
    informeringen_van,
    ingevuld_op,
    is_later_besproken,
    partijen_van,
)
from overleg.bespreking.opvragen.blad import Besprekingsblad
from overleg.bespreking.opvragen.personen import hoe_genoemd
from overleg.bespreking.opvragen.plan import afspraken_van
from overleg.bespreking.opvragen.regie import HuidigeRegie, regie_nu
from overleg.bespreking.regels.akkoord import Openstaand
from overleg.bespreking.regels.besluiten import (
    LATER_BESPROKEN,
    Persoon,
    Stand,
    Vraag,
    mag_afgerond,
    vijf_vragen,
    was_open_bij,
)
from overleg.bespreking.regels.informeren import is_te_laat, wanneer

MEESTE_OVERLEGGEN = 12


@dataclass(frozen=True)
class Besluitenblok:
    """What the five questions show beside the sheet of the casus."""

    stand: Stand
    oordeel: Oordeel
    """Whether the bespreking may be closed, and what is missing."""
    vragen: tuple[Vraag, ...]
    informeringen: list[Informering]
    genoemd: dict[uuid.UUID, str]
    """What each directbetrokkene is called; no two the same."""
    regie: HuidigeRegie | None
    latere_overleggen: list[Overleg]
    eerdere_partijen: list[TeInformerenPartij]
    """Of other besprekingen, still to be told: shown while this one is open."""
    ingevuld_op: Mapping[uuid.UUID, datetime] = field(default_factory=dict)
    """When each row of questions 3 and 4 was filled in; later postponing does not count."""
    niet_heropenen: str = ""
    """Why a closed bespreking cannot be opened again, when the casus was discussed again; or nothing."""

    def te_laat(self, rij: Informering) -> bool:
        """Whether someone should have been told, or looked at again, before today."""
        return is_te_laat(rij.status, wanneer(rij.status, rij.op, rij.opnieuw_op), vandaag())

    def vraag(self, soort: str) -> Vraag:
        """Return one question."""
        return next(vraag for vraag in self.vragen if vraag.soort == soort)


def bespreking_bij(sessie: Session, punt: Agendapunt) -> Bespreking | None:
    """Return the bespreking of an agendapunt, if the meeting came to it."""
    return sessie.scalars(
        select(Bespreking)
        .where(Bespreking.punt_id == punt.id)
        .options(joinedload(Bespreking.casus), joinedload(Bespreking.overleg))
    ).one_or_none()


def stand_van(sessie: Session, bespreking: Bespreking) -> Stand:
    """Return the facts that the rules of the five questions ask for."""
    besluiten = besluiten_van(sessie, bespreking)
    monitoring, opschaling = besluiten.get(BesluitSoort.MONITORING), besluiten.get(BesluitSoort.OPSCHALING)
    partij = besluiten.get(BesluitSoort.PARTIJEN)
    afspraken = afspraken_van(sessie, bespreking)
    return Stand(
        status=bespreking.status,
        besluiten=frozenset(besluiten),
        personen=_personen(sessie, bespreking),
        partijen_ja=partij.ja if partij else None,
        partijen=len(partijen_van(sessie, bespreking)),
        monitoring_ja=monitoring.ja if monitoring else None,
        opschaling=opschaling.opschaling if opschaling else None,
        afspraken=len(afspraken),
        afspraken_zonder_persoon=tuple(a.nummer for a in afspraken if not a.persoon_naam),
        zonder_akkoord=tuple(
            Openstaand(a.nummer, a.organisatie.naam, f"afspraak-{a.nummer}", a.akkoord)
            for a in afspraken
            if a.akkoord is not Akkoord.AKKOORD
        ),
    )


def _personen(sessie: Session, bespreking: Bespreking) -> tuple[Persoon, ...]:
    informeringen = informeringen_van(sessie, bespreking)
    aantal = Counter(rij.betrokkene_id for rij in informeringen if telt_mee(rij, bespreking))
    verteld = {rij.betrokkene_id for rij in informeringen if rij.zonder_toestemming}
    plan = {
        veld.betrokkene_id: veld
        for veld in sessie.scalars(
            select(Tekstveld).where(
                Tekstveld.bespreking_id == bespreking.id, Tekstveld.veld == Veld.PLAN_PERSOON
            )
        )
    }
    genoemd = hoe_genoemd(bespreking.casus)
    return tuple(
        Persoon(
            naam=genoemd[mens.id],
            plan_anker=f"tekst-{plan[mens.id].id}" if mens.id in plan else "stap-2",
            informeringen=aantal[mens.id],
            zonder_toestemming=mens.toestemming is Toestemming.ZONDER,
            verteld=mens.id in verteld,
            in_plan=mens.id in plan and bool(plan[mens.id].waarde.strip()),
        )
        for mens in bespreking.casus.betrokkenen
    )


def telt_mee(rij: Informering, bespreking: Bespreking) -> bool:
    """Whether a record answers the third question here; page, rule and verslag all ask this."""
    if rij.bespreking_id == bespreking.id:
        return True
    klaar = bespreking.afgerond_op
    if klaar is None:
        return rij.status is not InformerenStatus.GEDAAN
    return was_open_bij(hier(klaar).date(), gemaakt=hier(rij.gemaakt_op).date(), gedaan=rij.gedaan_op)


def blok_van(sessie: Session, blad: Besprekingsblad) -> Besluitenblok | None:
    """Return what the five questions show beside the sheet; None until the item began."""
    if blad.bespreking is None:
        return None
    lijst = blad.maatregelenlijst
    lopen_af = tuple((m.wat, m.tot) for m in lijst.lopen_af if m.tot)
    stand = replace(stand_van(sessie, blad.bespreking), lopen_af=lopen_af)
    informeringen = informeringen_van(sessie, blad.bespreking)
    return Besluitenblok(
        stand=stand,
        oordeel=mag_afgerond(stand),
        vragen=vijf_vragen(stand),
        informeringen=[rij for rij in informeringen if telt_mee(rij, blad.bespreking)],
        genoemd=hoe_genoemd(blad.casus),
        regie=regie_nu(sessie, blad.casus),
        latere_overleggen=latere_overleggen(sessie, blad.overleg),
        eerdere_partijen=_eerdere_partijen(sessie, blad.bespreking),
        ingevuld_op=ingevuld_op(sessie, blad.casus.id, [*informeringen, *blad.partijen]),
        niet_heropenen=_niet_heropenen(sessie, blad.bespreking),
    )


def _eerdere_partijen(sessie: Session, bespreking: Bespreking) -> list[TeInformerenPartij]:
    return eerdere_partijen_van(sessie, bespreking) if bespreking.status is BesprekingStatus.OPEN else []


def _niet_heropenen(sessie: Session, bespreking: Bespreking) -> str:
    if bespreking.status is not BesprekingStatus.AFGEROND or not is_later_besproken(sessie, bespreking):
        return ""
    return LATER_BESPROKEN


def latere_overleggen(sessie: Session, overleg: Overleg) -> list[Overleg]:
    """Return the meetings of this tafel to which a casus can be held over, soonest first."""
    vraag = (
        select(Overleg)
        .where(
            Overleg.tafel_id == overleg.tafel_id,
            Overleg.datum > overleg.datum,
            Overleg.status.in_((OverlegStatus.GEPLAND, OverlegStatus.GEPUBLICEERD)),
        )
        .order_by(Overleg.datum, Overleg.begin)
        .limit(MEESTE_OVERLEGGEN)
    )
    return list(sessie.scalars(vraag))
