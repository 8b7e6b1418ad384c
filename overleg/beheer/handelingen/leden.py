"""Who has which place at a tafel, from when until when (ontwerp.md §4)."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models import Gebruiker, Lidmaatschap, Overlegtafel
from models.waarden import Bezetting, Rol
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import vandaag
from overleg.basis.oordeel import nee
from overleg.beheer.handelingen.berichten import meld_plaatsen
from overleg.beheer.handelingen.gemeen import eis_zoals_gezien, gewijzigd, kolommen, zet
from overleg.beheer.regels import mag_aan_tafel
from overleg.beheer.vertrek import doe_vervolg
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager

EEN_DAG = timedelta(days=1)
WANNEER = frozenset({"vanaf", "tot"})


@dataclass(frozen=True)
class Plaats:
    """What can change about a place; person and role stay, so that the past stays readable."""

    bezetting: Bezetting
    mandaat: bool
    functie: str
    vanaf: date
    tot: date | None


@dataclass(frozen=True)
class NieuwePlaats(Plaats):
    """A place for someone."""

    gebruiker_id: uuid.UUID
    rol: Rol


def geef_plaats(sessie: Session, vrager: Vrager, tafel: Overlegtafel, invoer: NieuwePlaats) -> None:
    """Give someone a place at a tafel, and tell that person and who leads there.

    Raises Geweigerd for oneself, for a functionaris, or when that place is held already.
    """
    meld_plaatsen(sessie, tafel, [zet_aan_tafel(sessie, vrager, tafel, invoer)])


def zet_aan_tafel(sessie: Session, vrager: Vrager, tafel: Overlegtafel, invoer: NieuwePlaats) -> Lidmaatschap:
    """Make the place and return it; whoever calls this tells with `meld_plaatsen`, once for all places.

    Raises Geweigerd as `geef_plaats` does.
    """
    eis(vrager, Recht.BEHEER)
    gebruiker = sessie.get(Gebruiker, invoer.gebruiker_id)
    if gebruiker is None or not gebruiker.active:
        raise Geweigerd(nee("Dit account staat uit. Kies iemand anders.", "gebruiker_id"))
    oordeel = mag_aan_tafel(is_zelf=gebruiker.id == vrager.id, is_functionaris=gebruiker.functionaris)
    if not oordeel:
        raise Geweigerd(oordeel)
    if _heeft_al(sessie, tafel, invoer):
        raise Geweigerd(
            nee("Deze persoon heeft deze rol hier al. Wijzig de bestaande plaats.", "gebruiker_id")
        )
    lid = Lidmaatschap(tafel_id=tafel.id, **kolommen(invoer))
    sessie.add(lid)
    sessie.flush()
    schrijf(sessie, vrager, Soort.LID_TOEGEVOEGD, lid, rol=lid.rol.tekst)
    return lid


def _heeft_al(sessie: Session, tafel: Overlegtafel, invoer: NieuwePlaats) -> bool:
    vraag = select(Lidmaatschap.id).where(
        Lidmaatschap.tafel_id == tafel.id,
        Lidmaatschap.gebruiker_id == invoer.gebruiker_id,
        Lidmaatschap.rol == invoer.rol,
        Lidmaatschap.functie == invoer.functie,
        or_(Lidmaatschap.tot.is_(None), Lidmaatschap.tot >= invoer.vanaf),
    )
    return sessie.scalars(vraag.limit(1)).first() is not None


def wijzig_plaats(
    sessie: Session, vrager: Vrager, lid: Lidmaatschap, invoer: Plaats, *, gezien: str | None
) -> None:
    """Change a place. Raises Botsing when it is no longer as the asker saw it, Geweigerd for one's own."""
    eis(vrager, Recht.BEHEER)
    eis_zoals_gezien(sessie, lid, invoer, gezien)
    oordeel = mag_aan_tafel(is_zelf=lid.gebruiker_id == vrager.id, is_functionaris=lid.gebruiker.functionaris)
    if not oordeel:
        raise Geweigerd(oordeel)
    velden = gewijzigd(lid, invoer)
    if velden:
        zet(lid, invoer, velden)
        schrijf(sessie, vrager, Soort.LID_GEWIJZIGD, lid, velden=velden)
    if WANNEER.intersection(velden):
        doe_vervolg(sessie, lid.gebruiker)


def beeindig_plaats(sessie: Session, vrager: Vrager, lid: Lidmaatschap) -> None:
    """End a place as of today: from this moment on it gives nothing any more."""
    eis(vrager, Recht.BEHEER)
    schrijf(sessie, vrager, Soort.LID_BEEINDIGD, lid, rol=lid.rol.tekst)
    gisteren = vandaag() - EEN_DAG
    if lid.vanaf > gisteren:
        sessie.delete(lid)
    elif lid.tot is None or lid.tot > gisteren:
        lid.tot = gisteren
    doe_vervolg(sessie, lid.gebruiker)
