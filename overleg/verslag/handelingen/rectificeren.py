"""Adding a rectificatie: a numbered note beside what was adopted, in a version of its own."""

import uuid
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from models import Overleg, Verslag
from overleg.basis.fouten import Botsing, Geweigerd
from overleg.basis.klok import nu
from overleg.basis.oordeel import nee
from overleg.logboek.schrijven import schrijf, vingerafdruk
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager
from overleg.verslag.bewaren import controlegetal, naar_json, ontdooi
from overleg.verslag.inhoud import Rectificatie, Verslaginhoud
from overleg.verslag.lezer import voor_lezer
from overleg.verslag.opvragen import lezer_van, versies_van
from overleg.verslag.opvragen.huisstijl import huisstijl_voor_vaststellen
from overleg.verslag.regels import mag_gerectificeerd


@dataclass(frozen=True)
class RectificatieInvoer:
    """What the voorzitter typed; `versie` is the version that was on the screen."""

    versie: int
    casus_id: uuid.UUID | None
    tekst: str
    reden: str


def rectificeer(sessie: Session, vrager: Vrager, overleg: Overleg, invoer: RectificatieInvoer) -> Verslag:
    """Add a note to the adopted record of `overleg` as its next version; what was adopted stays.

    Raises Geweigerd when the record was not adopted or the casus is not in it for the asker, Botsing
    when someone else added a note meanwhile.
    """
    eis(vrager, Recht.VERSLAG_VASTSTELLEN, overleg)
    sessie.refresh(overleg, with_for_update={"of": Overleg})  # not while a casus is taken out of it
    oordeel = mag_gerectificeerd(overleg.status)
    versies = versies_van(sessie, overleg)
    if not oordeel or not versies:
        raise Geweigerd(oordeel or nee("Er is geen vastgesteld verslag."))
    laatste = versies[-1]
    if laatste.versie != invoer.versie:
        raise Botsing(
            "Iemand anders voegde intussen een rectificatie toe. Lees die eerst. "
            "Wat u typte staat hieronder. "
            "Is het nog nodig, leg het dan opnieuw vast."
        )
    geheel = ontdooi(laatste.inhoud, laatste.controlegetal)
    kenmerk = _kenmerk(voor_lezer(geheel, lezer_van(sessie, vrager, overleg, geheel)), invoer.casus_id)
    nummer = len(geheel.rectificaties) + 1
    moment = nu()
    erbij = Rectificatie(nummer, moment, vrager.naam, invoer.reden, invoer.tekst, invoer.casus_id, kenmerk)
    inhoud = naar_json(replace(geheel, rectificaties=(*geheel.rectificaties, erbij)))
    verslag = Verslag(
        overleg_id=overleg.id,
        versie=laatste.versie + 1,
        inhoud=inhoud,
        huisstijl_id=huisstijl_voor_vaststellen(sessie, overleg.tafel_id),
        controlegetal=controlegetal(inhoud),
        rectificatie_reden=invoer.reden,
        vastgesteld_door_id=vrager.id,
        vastgesteld_op=moment,
    )
    sessie.add(verslag)
    _noteer(sessie, vrager, overleg, verslag)
    return verslag


def _kenmerk(zichtbaar: Verslaginhoud, casus_id: uuid.UUID | None) -> str:
    """Return the kenmerk of the casus a note is about; refuses one the asker cannot see in this record."""
    if casus_id is None:
        return ""
    kenmerken = {casus.id: casus.kenmerk for casus in zichtbaar.casussen}
    if casus_id not in kenmerken:
        raise Geweigerd(nee("Kies een casus die in dit verslag staat.", "casus"))
    return kenmerken[casus_id]


def _noteer(sessie: Session, vrager: Vrager, overleg: Overleg, verslag: Verslag) -> None:
    schrijf(
        sessie,
        vrager,
        Soort.VERSLAG_GERECTIFICEERD,
        overleg,
        versie=verslag.versie,
        controlegetal=verslag.controlegetal,
        reden=vingerafdruk(verslag.rectificatie_reden),
    )
