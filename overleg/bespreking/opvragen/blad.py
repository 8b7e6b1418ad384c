"""The screen of one casus in the meeting: all of it, in a fixed number of queries."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from models import (
    Afspraak,
    AfwezigBij,
    Agendapunt,
    AndereTafel,
    Besluit,
    Bespreking,
    Casus,
    Deelname,
    Directbetrokkene,
    Informatiebijdrage,
    Informering,
    Organisatie,
    Overdracht,
    Overleg,
    Spoedafspraak,
    Tafelbekendheid,
    TeInformerenPartij,
    Tekstveld,
)
from models.waarden import BesluitSoort, OrganisatieSoort, Veld
from overleg.basis.oordeel import Oordeel
from overleg.bespreking.opvragen.invullen import mag_nu_invullen
from overleg.bespreking.opvragen.live import Livestand
from overleg.bespreking.opvragen.overleg import (
    Puntregel,
    afwezigen_bij,
    deelnames_van,
    livestand,
    puntregels,
)
from overleg.bespreking.opvragen.plan import (
    Afsprakenlijst,
    Maatregelenlijst,
    afsprakenlijst,
    maatregelenlijst,
)
from overleg.bespreking.opvragen.tafel import Lid, leden_van, organisaties_bij
from overleg.bespreking.regels.klok import Klok
from overleg.live.stand import nummer_voor
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis, mag
from overleg.toegang.vrager import Vrager
from overleg.uitvraag.opvragen import zichtbare_bijdragen


@dataclass(frozen=True)
class PlanRegel:
    """The line of one person in the veiligheidsplan; no text before the item began."""

    betrokkene: Directbetrokkene
    veld: Tekstveld | None


@dataclass(frozen=True)
class Besprekingsblad:
    """Everything on the screen of one casus in one meeting."""

    punt: Agendapunt
    overleg: Overleg
    casus: Casus
    bespreking: Bespreking | None
    """None until the item began: then all texts are absent too."""
    leidt: bool
    invullen: Oordeel
    """Whether this asker may change things here now, and why not."""
    regel: Puntregel | None
    live: Livestand
    vorige: Puntregel | None
    volgende: Puntregel | None
    velden: Mapping[Veld, Tekstveld]
    """The texts of the whole casus; those per person are in `plan`."""
    plan: list[PlanRegel]
    bijdragen: list[Informatiebijdrage]
    """What this asker may read, and no more."""
    bijdrage_toevoegen: bool
    maatregelenlijst: Maatregelenlijst
    afsprakenlijst: Afsprakenlijst
    besluiten: Mapping[BesluitSoort, Besluit]
    informeringen: list[Informering]
    partijen: list[TeInformerenPartij]
    overdrachten: list[Overdracht]
    andere_tafels: list[AndereTafel]
    deelnames: list[Deelname]
    afwezigen: list[AfwezigBij]
    organisaties: list[Organisatie]
    """Who can own an afspraak here."""
    leden: list[Lid]
    vervolging: bool
    """Whether this asker may write down the OM's own decision."""

    @property
    def afspraken(self) -> list[Afspraak]:
        """The afspraken made in this bespreking."""
        return self.afsprakenlijst.afspraken

    @property
    def klok(self) -> Klok | None:
        """The clock of this item."""
        return self.regel.klok if self.regel else None

    @property
    def bespreking_id(self) -> uuid.UUID | None:
        """The id of the discussion, once it began."""
        return self.bespreking.id if self.bespreking else None

    @property
    def aan(self) -> bool:
        """Whether this item is on now."""
        return self.overleg.huidig_punt_id == self.punt.id


def besprekingsblad(sessie: Session, vrager: Vrager, punt: Agendapunt) -> Besprekingsblad:
    """Return the screen of a casus item for a participant; for a guest see `gast.py`.

    `punt` must be about a casus. Raises GeenRecht for who may not see the plan.
    """
    eis(vrager, Recht.PLAN_ZIEN, punt)
    overleg = punt.overleg
    nummer = nummer_voor(sessie, vrager, overleg)
    casus = _casus(sessie, punt)
    bespreking = sessie.scalars(select(Bespreking).where(Bespreking.punt_id == punt.id)).one_or_none()
    velden = _velden(sessie, bespreking)
    regels = puntregels(sessie, vrager, overleg)
    plaats = next((nr for nr, regel in enumerate(regels) if regel.punt.id == punt.id), None)
    organisaties = organisaties_bij(sessie, punt)
    leidt = mag(vrager, Recht.BESPREKING_LEIDEN, punt)
    invullen = mag_nu_invullen(vrager, bespreking)
    return Besprekingsblad(
        punt=punt,
        overleg=overleg,
        casus=casus,
        bespreking=bespreking,
        leidt=leidt,
        invullen=invullen,
        regel=regels[plaats] if plaats is not None else None,
        vorige=_buur(regels, plaats, -1),
        volgende=_buur(regels, plaats, 1),
        live=livestand(overleg, nummer, regels, leidt=leidt),
        velden={v.veld: v for v in velden if v.betrokkene_id is None},
        plan=_plan(casus, velden),
        bijdragen=zichtbare_bijdragen(sessie, vrager, casus),
        bijdrage_toevoegen=bool(invullen) and mag(vrager, Recht.BIJDRAGE_TOEVOEGEN, casus),
        maatregelenlijst=maatregelenlijst(sessie, vrager, casus, overleg, bespreking),
        afsprakenlijst=afsprakenlijst(sessie, vrager, bespreking),
        besluiten=_besluiten(sessie, bespreking),
        informeringen=_informeringen(sessie, bespreking),
        partijen=_partijen(sessie, bespreking),
        overdrachten=_overdrachten(sessie, casus),
        andere_tafels=_andere_tafels(sessie, casus),
        deelnames=deelnames_van(sessie, overleg),
        afwezigen=afwezigen_bij(sessie, punt),
        organisaties=organisaties,
        leden=leden_van(sessie, overleg, organisaties),
        vervolging=leidt or vrager.organisatie_soort is OrganisatieSoort.OM,
    )


def _buur(regels: list[Puntregel], plaats: int | None, stap: int) -> Puntregel | None:
    """Return the item before or after, among those the asker may see."""
    if plaats is None or not 0 <= plaats + stap < len(regels):
        return None
    return regels[plaats + stap]


def _casus(sessie: Session, punt: Agendapunt) -> Casus:
    """Return the casus with everything of the aanmelding that the screen shows."""
    return sessie.scalars(
        select(Casus)
        .where(Casus.id == punt.casus_id)
        .options(
            selectinload(Casus.betrokkenen),
            selectinload(Casus.hulp),
            selectinload(Casus.bekend_bij).joinedload(Tafelbekendheid.andere_tafel),
            selectinload(Casus.spoedafspraken).joinedload(Spoedafspraak.door),
            selectinload(Casus.themas),
            joinedload(Casus.inbrenger),
            joinedload(Casus.inbrenger_organisatie),
        )
        .execution_options(populate_existing=True)
    ).one()


def _velden(sessie: Session, bespreking: Bespreking | None) -> list[Tekstveld]:
    if bespreking is None:
        return []
    return list(
        sessie.scalars(
            select(Tekstveld)
            .where(Tekstveld.bespreking_id == bespreking.id)
            .options(joinedload(Tekstveld.door), joinedload(Tekstveld.betrokkene))
        )
    )


def _plan(casus: Casus, velden: list[Tekstveld]) -> list[PlanRegel]:
    per_persoon = {veld.betrokkene_id: veld for veld in velden if veld.betrokkene_id}
    return [PlanRegel(betrokkene, per_persoon.get(betrokkene.id)) for betrokkene in casus.betrokkenen]


def _besluiten(sessie: Session, bespreking: Bespreking | None) -> dict[BesluitSoort, Besluit]:
    if bespreking is None:
        return {}
    rijen = sessie.scalars(
        select(Besluit)
        .where(Besluit.bespreking_id == bespreking.id)
        .options(
            joinedload(Besluit.organisatie),
            joinedload(Besluit.persoon),
            joinedload(Besluit.achtervang_organisatie),
            joinedload(Besluit.achtervang),
            joinedload(Besluit.andere_tafel),
        )
    )
    return {besluit.soort: besluit for besluit in rijen}


def _informeringen(sessie: Session, bespreking: Bespreking | None) -> list[Informering]:
    if bespreking is None:
        return []
    return list(
        sessie.scalars(
            select(Informering)
            .where(Informering.bespreking_id == bespreking.id)
            .options(
                joinedload(Informering.betrokkene),
                joinedload(Informering.organisatie),
                joinedload(Informering.persoon),
            )
            .order_by(Informering.gemaakt_op, Informering.id)
        )
    )


def _partijen(sessie: Session, bespreking: Bespreking | None) -> list[TeInformerenPartij]:
    if bespreking is None:
        return []
    return list(
        sessie.scalars(
            select(TeInformerenPartij)
            .where(TeInformerenPartij.bespreking_id == bespreking.id)
            .options(joinedload(TeInformerenPartij.organisatie), joinedload(TeInformerenPartij.persoon))
            .order_by(TeInformerenPartij.gemaakt_op, TeInformerenPartij.id)
        )
    )


def _overdrachten(sessie: Session, casus: Casus) -> list[Overdracht]:
    return list(
        sessie.scalars(
            select(Overdracht)
            .where(Overdracht.casus_id == casus.id)
            .options(
                joinedload(Overdracht.van_organisatie),
                joinedload(Overdracht.naar_organisatie),
                joinedload(Overdracht.andere_tafel),
                joinedload(Overdracht.afspraak),
            )
            .order_by(Overdracht.aangeboden_op, Overdracht.id)
        )
    )


def _andere_tafels(sessie: Session, casus: Casus) -> list[AndereTafel]:
    return list(
        sessie.scalars(
            select(AndereTafel)
            .where(AndereTafel.tafel_id == casus.tafel_id, AndereTafel.actief.is_(True))
            .order_by(AndereTafel.volgorde, AndereTafel.naam)
        )
    )
