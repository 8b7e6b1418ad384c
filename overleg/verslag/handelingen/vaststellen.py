"""Adopting the record: what was said and decided is frozen with its checksum."""

from sqlalchemy.orm import Session

from models import Overleg, Verslag
from overleg.agenda.handelingen import zet_overlegstap
from overleg.agenda.regels.gang import OverlegStap
from overleg.basis.fouten import Botsing, Geweigerd
from overleg.basis.klok import nu
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager
from overleg.verslag.bewaren import controlegetal, naar_json
from overleg.verslag.opvragen import vaststelfeiten
from overleg.verslag.opvragen.huisstijl import huisstijl_voor_vaststellen
from overleg.verslag.regels import mag_vastgesteld
from overleg.verslag.samenstellen import stel_samen

GEWIJZIGD = "Het verslag is gewijzigd nadat u het opende. Lees het opnieuw en stel het dan vast."


def stel_vast(sessie: Session, vrager: Vrager, overleg: Overleg, gezien: str) -> Verslag:
    """Freeze the record of `overleg` as version 1; from then on nothing of the meeting can be changed.

    `gezien` is the checksum of the concept that the voorzitter read. Raises Geweigerd when the checks
    say no, Botsing when the concept changed meanwhile. Who saves a text at this very moment goes before
    it, or finds everything closed. Source: domein.md §6.
    """
    eis(vrager, Recht.VERSLAG_VASTSTELLEN, overleg)
    sessie.refresh(overleg, with_for_update={"of": Overleg})
    oordeel = mag_vastgesteld(vaststelfeiten(sessie, vrager, overleg))
    if not oordeel:
        raise Geweigerd(oordeel)
    inhoud = naar_json(stel_samen(sessie, overleg))
    getal = controlegetal(inhoud)
    if getal != gezien:
        raise Botsing(GEWIJZIGD)
    moment = nu()
    zet_overlegstap(overleg, OverlegStap.VASTSTELLEN)
    overleg.vastgesteld_op = moment
    verslag = Verslag(
        overleg_id=overleg.id,
        versie=1,
        inhoud=inhoud,
        huisstijl_id=huisstijl_voor_vaststellen(sessie, overleg.tafel_id),
        controlegetal=getal,
        vastgesteld_door_id=vrager.id,
        vastgesteld_op=moment,
    )
    sessie.add(verslag)
    schrijf(sessie, vrager, Soort.VERSLAG_VASTGESTELD, overleg, versie=1, controlegetal=getal)
    return verslag
