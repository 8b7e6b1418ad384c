"""The screen of one casus in the meeting, asked for part by part.

Each part is fetched when it is first read, in a fixed number of queries, and kept for this request: a page
reads all of them, a fragment that is fetched by itself only its own.
"""

import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

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
    Organisatie,
    Overdracht,
    Overleg,
    Spoedafspraak,
    Tafelbekendheid,
    TeInformerenPartij,
    Tekstveld,
)
from models.waarden import BesluitSoort, BesprekingStatus, OrganisatieSoort, OverlegStatus, Veld
from overleg.basis.oordeel import Oordeel
from overleg.bespreking.opvragen.beslist import (
    andere_tafels_van,
    besluiten_van,
    overdrachten_van,
    partijen_van,
)
from overleg.bespreking.opvragen.invullen import mag_nu_invullen
from overleg.bespreking.opvragen.inzaal import wie_houdt_de_zaal_dicht
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
from overleg.bespreking.opvragen.teksten import Tekstblok, tekstblok, velden_van
from overleg.bespreking.regels.klok import Klok
from overleg.bespreking.regels.verloop import DOORGEZET
from overleg.live.delen import VAN_CASUS
from overleg.live.stand import nummer_voor
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis, mag
from overleg.toegang.vrager import Vrager
from overleg.uitvraag.opvragen import zichtbare_bijdragen


@dataclass(frozen=True)
class PlanRegel:
    """The line of one person in the veiligheidsplan; no text before the item began."""

    betrokkene: Directbetrokkene
    blok: Tekstblok | None


class Besprekingsblad:
    """Everything on the screen of one casus in one meeting, for one participant."""

    def __init__(self, sessie: Session, vrager: Vrager, punt: Agendapunt) -> None:
        """Open the sheet. Raises GeenRecht for who may not see the plan; a guest has `gast.py`."""
        eis(vrager, Recht.PLAN_ZIEN, punt)
        self.sessie, self.vrager, self.punt = sessie, vrager, punt
        self.overleg: Overleg = punt.overleg
        self.leidt = mag(vrager, Recht.BESPREKING_LEIDEN, punt)

    # --- which item it is, and where the meeting stands

    @cached_property
    def nummer(self) -> int:
        """How far the page is; a whole page asks this before anything else that it shows."""
        return nummer_voor(self.sessie, self.vrager, self.overleg)

    @cached_property
    def casus(self) -> Casus:
        """The casus with everything of the aanmelding that the screen shows."""
        return _casus(self.sessie, self.punt)

    @cached_property
    def bespreking(self) -> Bespreking | None:
        """The discussion; None until the item began: then all texts are absent too."""
        vraag = select(Bespreking).where(Bespreking.punt_id == self.punt.id)
        return self.sessie.scalars(vraag).one_or_none()

    @property
    def bespreking_id(self) -> uuid.UUID | None:
        """The id of the discussion, once it began."""
        return self.bespreking.id if self.bespreking else None

    @property
    def _loopt(self) -> bool:
        return self.bespreking is None or self.bespreking.status is BesprekingStatus.OPEN

    @cached_property
    def waarom_aangehouden(self) -> Bespreking | None:
        """The discussion of an earlier overleg that was held over to this one, with its reason."""
        if self.punt.van_punt_id is None:
            return None
        return self.sessie.scalars(
            select(Bespreking)
            .where(
                Bespreking.punt_id == self.punt.van_punt_id,
                Bespreking.status == BesprekingStatus.AANGEHOUDEN,
            )
            .options(joinedload(Bespreking.overleg))
        ).one_or_none()

    @cached_property
    def invullen(self) -> Oordeel:
        """Whether this asker may change things here now, and why not."""
        if self.bespreking is None and self.doorgezet:
            return DOORGEZET
        return mag_nu_invullen(self.vrager, self.bespreking, leidt=self.leidt)

    @property
    def doorgezet(self) -> bool:
        """Whether the casus went on to a later overleg."""
        return self.punt.doorgezet_op is not None

    @property
    def te_beginnen(self) -> bool:
        """Whether who leads can put this item on now."""
        regel = self._regel
        loopt = self.overleg.status is OverlegStatus.LOPEND
        return self.leidt and loopt and regel is not None and regel.te_beginnen

    @cached_property
    def regels(self) -> list[Puntregel]:
        """The items of the meeting that this asker may see."""
        return puntregels(self.sessie, self.vrager, self.overleg)

    @property
    def live(self) -> Livestand:
        """What the page needs to stay up to date by itself."""
        return livestand(self.overleg, self.nummer, VAN_CASUS, self.regels, leidt=self.leidt)

    @property
    def hierna(self) -> Puntregel | None:
        """The first item after this one that who leads can put on, when this one is dealt with."""
        if not self.leidt or self.overleg.status is not OverlegStatus.LOPEND or self._regel is None:
            return None
        later = self.regels[self.regels.index(self._regel) + 1 :]
        return next((regel for regel in later if regel.te_beginnen), None)

    @property
    def aan(self) -> bool:
        """Whether this item is on now."""
        return self.overleg.huidig_punt_id == self.punt.id

    @property
    def klok(self) -> Klok | None:
        """The clock of this item."""
        return self._regel.klok if self._regel else None

    @property
    def _regel(self) -> Puntregel | None:
        return next((regel for regel in self.regels if regel.punt.id == self.punt.id), None)

    @property
    def vorige(self) -> Puntregel | None:
        """The item before this one, among those the asker may see."""
        return self._buur(-1)

    @property
    def volgende(self) -> Puntregel | None:
        """The item after this one, among those the asker may see."""
        return self._buur(1)

    def _buur(self, stap: int) -> Puntregel | None:
        plaats = next((nr for nr, regel in enumerate(self.regels) if regel.punt.id == self.punt.id), None)
        if plaats is None or not 0 <= plaats + stap < len(self.regels):
            return None
        return self.regels[plaats + stap]

    # --- the texts

    @cached_property
    def _velden(self) -> list[Tekstveld]:
        return velden_van(self.sessie, self.bespreking)

    def blok(self, veld: Tekstveld) -> Tekstblok:
        """Return one text as this asker sees it."""
        schrijven = bool(self.invullen) and (veld.veld is not Veld.VERVOLGING or self.vervolging)
        return tekstblok(veld, schrijven=schrijven)

    def tekstblokken(self, sleutels: Collection[uuid.UUID]) -> list[Tekstblok]:
        """Return the texts with these ids, as far as they are of this bespreking."""
        return [self.blok(veld) for veld in self.tekstvelden(sleutels)]

    def tekstvelden(self, sleutels: Collection[uuid.UUID]) -> list[Tekstveld]:
        """Return the fields with these ids, as far as they are of this bespreking."""
        return velden_van(self.sessie, self.bespreking, sleutels) if sleutels else []

    @cached_property
    def teksten(self) -> Mapping[Veld, Tekstblok]:
        """The texts of the whole casus; those per person are in `plan`."""
        return {veld.veld: self.blok(veld) for veld in self._velden if veld.betrokkene_id is None}

    @cached_property
    def plan(self) -> list[PlanRegel]:
        """The line of each person in the veiligheidsplan."""
        per_persoon = {veld.betrokkene_id: self.blok(veld) for veld in self._velden if veld.betrokkene_id}
        return [PlanRegel(mens, per_persoon.get(mens.id)) for mens in self.casus.betrokkenen]

    @property
    def vervolging(self) -> bool:
        """Whether this asker may write down the OM's own decision."""
        return self.leidt or self.vrager.organisatie_soort is OrganisatieSoort.OM

    # --- information, measures, afspraken, decisions

    @cached_property
    def bijdragen(self) -> list[Informatiebijdrage]:
        """What partners brought in, as far as this asker may read it."""
        return zichtbare_bijdragen(self.sessie, self.vrager, self.casus)

    @property
    def bijdrage_toevoegen(self) -> bool:
        """Whether this asker may bring in information now."""
        return bool(self.invullen) and mag(self.vrager, Recht.BIJDRAGE_TOEVOEGEN, self.casus)

    @cached_property
    def maatregelenlijst(self) -> Maatregelenlijst:
        """The maatregelen of the casus and VT's conditions."""
        return maatregelenlijst(self.sessie, self.vrager, self.casus, self.overleg, self.bespreking)

    @cached_property
    def afsprakenlijst(self) -> Afsprakenlijst:
        """The afspraken made in this bespreking, with what deserves attention."""
        return afsprakenlijst(self.sessie, self.vrager, self.bespreking)

    @property
    def afspraken(self) -> list[Afspraak]:
        """The afspraken made in this bespreking."""
        return self.afsprakenlijst.afspraken

    @cached_property
    def besluiten(self) -> Mapping[BesluitSoort, Besluit]:
        """The decisions until now, by question."""
        return besluiten_van(self.sessie, self.bespreking) if self.bespreking else {}

    @cached_property
    def partijen(self) -> list[TeInformerenPartij]:
        """The parties to inform."""
        return partijen_van(self.sessie, self.bespreking) if self.bespreking else []

    @cached_property
    def overdrachten(self) -> list[Overdracht]:
        """Every handover of this casus."""
        return overdrachten_van(self.sessie, self.casus)

    @cached_property
    def andere_tafels(self) -> list[AndereTafel]:
        """Where the casus can be scaled up or handed over to."""
        return andere_tafels_van(self.sessie, self.casus)

    # --- who is there

    @cached_property
    def deelnames(self) -> list[Deelname]:
        """Who is expected or there."""
        return deelnames_van(self.sessie, self.overleg)

    @cached_property
    def afwezigen(self) -> list[AfwezigBij]:
        """Who is not in the room for this item."""
        return afwezigen_bij(self.sessie, self.punt)

    @cached_property
    def houden_zaal_dicht(self) -> list[Deelname]:
        """For whom the screen in the room stays closed; only for who leads, while the casus is discussed."""
        aan = self.leidt and self.overleg.huidig_punt_id == self.punt.id and self._loopt
        return wie_houdt_de_zaal_dicht(self.sessie, self.punt) if aan else []

    @cached_property
    def organisaties(self) -> list[Organisatie]:
        """Who can own an afspraak here."""
        return organisaties_bij(self.sessie, self.punt)

    @cached_property
    def leden(self) -> list[Lid]:
        """The people of those organisaties who may see this casus."""
        return leden_van(self.sessie, self.overleg, self.organisaties, self.punt.casus_id)


def besprekingsblad(sessie: Session, vrager: Vrager, punt: Agendapunt) -> Besprekingsblad:
    """Return the sheet for a whole page: how far it is, is asked before anything else.

    `punt` must be about a casus. Raises GeenRecht for who may not see the plan.
    """
    blad = Besprekingsblad(sessie, vrager, punt)
    _ = blad.nummer
    return blad


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
