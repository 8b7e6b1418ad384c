"""Reading a record: the concept or an adopted version, as one asker may see it."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from models import Casus, Informatiebijdrage, Overleg, Verslag
from models.waarden import CasusStatus, OMUitkomst, OrganisatieSoort
from overleg.toegang.voorwaarden import leidt_tafel
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import ZICHT
from overleg.verslag.bewaren import controlegetal, naar_json, ontdooi
from overleg.verslag.inhoud import CONCEPT, Ingekort, Stempel, Verslaginhoud
from overleg.verslag.lezer import Lezer, voor_lezer
from overleg.verslag.samenstellen import stel_samen


@dataclass(frozen=True)
class Gelezen:
    """A record as one asker may read it, and what it is: a concept or an adopted version."""

    inhoud: Verslaginhoud
    stempel: Stempel
    geheel: str
    """Checksum of the whole, for everybody the same: says whether it changed since it was shown."""
    huisstijl_id: uuid.UUID | None = None
    """What an adopted version looks like; none: our own house style."""

    @property
    def casus_ids(self) -> frozenset[uuid.UUID]:
        """The casussen of which something is in it."""
        acties = {actie.casus_id for actie in self.inhoud.vorige_acties}
        return frozenset({casus.id for casus in self.inhoud.casussen} | acties)


def lees_verslag(
    sessie: Session, vrager: Vrager, overleg: Overleg, versie: int | None = None
) -> Gelezen | None:
    """Return the record for `vrager`: the version asked for, or the newest, or the concept.

    None when there is no such version. Raises OnleesbaarVerslag when it is not what was adopted.
    """
    versies = versies_van(sessie, overleg)
    if versie is not None:
        versies = [rij for rij in versies if rij.versie == versie]
        if not versies:
            return None
    rij = versies[-1] if versies else None
    geheel = ontdooi(rij.inhoud, rij.controlegetal) if rij else stel_samen(sessie, overleg)
    inhoud = voor_lezer(geheel, lezer_van(sessie, vrager, overleg, geheel))
    stempel = stempel_van(rij) if rij else CONCEPT
    getal = stempel.controlegetal or controlegetal(naar_json(geheel))
    return Gelezen(inhoud, stempel, getal, rij.huisstijl_id if rij else None)


def los_te_halen(sessie: Session, vrager: Vrager, inhoud: Verslaginhoud) -> frozenset[uuid.UUID]:
    """Return the casussen of a record that `vrager` may have as a file of its own.

    An adopted record stays readable when the asker no longer takes part in one of its casussen; a new file
    of that casus is not given then.
    """
    ids = [casus.id for casus in inhoud.casussen if casus.heeft_eigen_deel]
    return frozenset(sessie.scalars(select(Casus.id).where(Casus.id.in_(ids), ZICHT[Casus](vrager))))


def versies_van(sessie: Session, overleg: Overleg) -> list[Verslag]:
    """Return the adopted versions, the oldest first."""
    vraag = select(Verslag).where(Verslag.overleg_id == overleg.id).order_by(Verslag.versie)
    return list(sessie.scalars(vraag.options(joinedload(Verslag.vastgesteld_door))))


def stempel_van(rij: Verslag) -> Stempel:
    """Return what is said about an adopted version on every page."""
    ingekort = Ingekort(rij.ingekort_op, rij.oorspronkelijk_getal) if rij.ingekort_op else None
    return Stempel(rij.versie, rij.controlegetal, rij.vastgesteld_op, rij.vastgesteld_door.naam, ingekort)


def lezer_van(sessie: Session, vrager: Vrager, overleg: Overleg, inhoud: Verslaginhoud) -> Lezer:
    """Return who reads, with what is closed to them as of now."""
    casussen = {casus.id for casus in inhoud.casussen} | {a.casus_id for a in inhoud.vorige_acties}
    leeg = {casus.id for casus in inhoud.casussen if casus.vernietigd}
    dicht = (casussen & vrager.teruggetrokken) | (_vernietigd(sessie, casussen) - leeg)
    if vrager.organisatie_soort is not OrganisatieSoort.OM:
        dicht |= _artikel_9(sessie, vrager, casussen)
    return Lezer(vrager.organisatie_id, leidt_tafel(vrager, overleg), frozenset(dicht))


def _vernietigd(sessie: Session, casussen: Iterable[uuid.UUID]) -> set[uuid.UUID]:
    vraag = select(Casus.id).where(Casus.id.in_(casussen), Casus.status == CasusStatus.VERNIETIGD)
    return set(sessie.scalars(vraag))


def _artikel_9(sessie: Session, vrager: Vrager, casussen: Iterable[uuid.UUID]) -> set[uuid.UUID]:
    """Return the bijdragen with art. 9 Wpg data of others, without consent of the OM as of now."""
    uitkomst = Informatiebijdrage.om_uitkomst
    vraag = select(Informatiebijdrage.id).where(
        Informatiebijdrage.casus_id.in_(casussen),
        Informatiebijdrage.organisatie_id != vrager.organisatie_id,
        Informatiebijdrage.artikel_9.is_(True),
        or_(uitkomst.is_(None), uitkomst != OMUitkomst.AKKOORD),
    )
    return set(sessie.scalars(vraag))
