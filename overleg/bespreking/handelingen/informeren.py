"""Who is told what, when and by whom: directbetrokkenen and parties (domein.md §5, questions 3 and 4)."""

import uuid
from typing import TypeVar

from sqlalchemy.orm import Session

from models import Besluit, Bespreking, Informering, TeInformerenPartij
from models.waarden import BesluitSoort, InformerenStatus
from overleg.basis.fouten import Botsing, Geweigerd
from overleg.basis.oordeel import Oordeel, nee
from overleg.bespreking.handelingen.beurt import wacht_op_beurt
from overleg.bespreking.handelingen.uitstel import stel_uit
from overleg.bespreking.invoer_besluiten import Informeren, Partij
from overleg.bespreking.opvragen.beslist import besluiten_van, partijen_van
from overleg.bespreking.opvragen.personen import Benoemd, benoem, mag_taak_krijgen
from overleg.bespreking.regels.afspraken import mag_op_dag
from overleg.bespreking.regels.besluiten import mag_besluiten
from overleg.bespreking.regels.informeren import Uitstelronde, mag_over_een_ander, mag_weghalen
from overleg.bespreking.regels.voorbehoud import zonder_voorbehoud
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager

R = TypeVar("R", Informering, TeInformerenPartij)

GEWIJZIGD = "Iemand anders heeft deze regel intussen gewijzigd. Vergelijk de twee en kies."


def leg_informeren_vast(
    sessie: Session, vrager: Vrager, bespreking: Bespreking, invoer: Informeren
) -> Informering:
    """Record one piece of information for one directbetrokkene, new or changed.

    Postponed when it has a date to look again, planned otherwise; there is no "no". Who only postpones
    what another filled in is named with that round, and not as who filled it in.
    Raises Geweigerd (not open, not of this casus), Botsing (changed meanwhile).
    """
    _mag(sessie, vrager, bespreking, invoer.wat)
    if invoer.betrokkene_id not in {mens.id for mens in bespreking.casus.betrokkenen}:
        raise Geweigerd(nee("Kies iemand uit deze casus.", "betrokkene"))
    dag = bespreking.overleg.datum
    _eis(mag_op_dag(invoer.op, dag, "op") & mag_op_dag(invoer.opnieuw_op, dag, "opnieuw_op"))
    _eis(mag_taak_krijgen(sessie, bespreking.casus_id, invoer.wie))
    rij = _pak(sessie, bespreking, Informering, invoer.id, invoer.versie)
    if rij.betrokkene_id not in {None, invoer.betrokkene_id}:
        hier = rij.bespreking_id == bespreking.id
        naam, rondes = rij.betrokkene.naam, len(rij.uitstellen)
        _eis(mag_over_een_ander(naam, rij.status, rondes, hier_vastgelegd=hier))
    wie = benoem(sessie, invoer.wie)
    if invoer.opnieuw_op and _is_alleen_uitstel(rij, invoer, wie):
        stel_uit(rij, vrager, Uitstelronde(invoer.uitstel_reden, invoer.opnieuw_op))
        sessie.flush()
        schrijf(sessie, vrager, Soort.INFORMERING_UITGESTELD, rij, tot=invoer.opnieuw_op.isoformat())
        return rij
    rij.betrokkene_id, rij.wat = invoer.betrokkene_id, invoer.wat
    rij.organisatie_id, rij.persoon_id, rij.persoon_naam = wie.organisatie_id, wie.persoon_id, wie.naam
    rij.door_id, rij.zonder_toestemming = vrager.id, invoer.zonder_toestemming
    if invoer.opnieuw_op:
        stel_uit(rij, vrager, Uitstelronde(invoer.uitstel_reden, invoer.opnieuw_op))
    else:
        rij.status, rij.op, rij.opnieuw_op = InformerenStatus.GEPLAND, invoer.op, None
    sessie.add(rij)
    sessie.flush()
    sessie.refresh(rij)
    schrijf(sessie, vrager, Soort.INFORMERING_VASTGELEGD, rij, stand=rij.status.value)
    return rij


def _is_alleen_uitstel(rij: Informering, invoer: Informeren, wie: Benoemd) -> bool:
    """Whether who is told what by whom stays as it was filled in; never of a new row."""
    nu = (rij.betrokkene_id, rij.wat, rij.organisatie_id, rij.persoon_naam, rij.zonder_toestemming)
    straks = (invoer.betrokkene_id, invoer.wat, wie.organisatie_id, wie.naam, invoer.zonder_toestemming)
    return invoer.id is not None and nu == straks


def haal_informeren_weg(sessie: Session, vrager: Vrager, bespreking: Bespreking, rij: Informering) -> None:
    """Take a record away that was made by mistake in this bespreking and was not told or shown yet.

    Raises Geweigerd for one of an earlier bespreking, or postponed more than once (`mag_weghalen`).
    """
    _mag(sessie, vrager, bespreking)
    hier = rij.bespreking_id == bespreking.id
    _eis(mag_weghalen(rij.status, len(rij.uitstellen), hier_vastgelegd=hier))
    schrijf(sessie, vrager, Soort.INFORMERING_WEGGEHAALD, rij)
    sessie.delete(rij)


def leg_partij_vast(
    sessie: Session, vrager: Vrager, bespreking: Bespreking, invoer: Partij
) -> TeInformerenPartij:
    """Record a party outside the meeting that must be told; the fourth question then reads yes."""
    _mag(sessie, vrager, bespreking, invoer.wat)
    _eis(mag_op_dag(invoer.op, bespreking.overleg.datum, "op"))
    _eis(mag_taak_krijgen(sessie, bespreking.casus_id, invoer.wie))
    rij = _pak(sessie, bespreking, TeInformerenPartij, invoer.id, invoer.versie)
    wie = benoem(sessie, invoer.wie)
    rij.partij, rij.wat, rij.op, rij.door_id = invoer.partij, invoer.wat, invoer.op, vrager.id
    rij.organisatie_id, rij.persoon_id, rij.persoon_naam = wie.organisatie_id, wie.persoon_id, wie.naam
    sessie.add(rij)
    _antwoord_ja(sessie, vrager, bespreking)
    sessie.flush()
    sessie.refresh(rij)
    schrijf(sessie, vrager, Soort.PARTIJ_VASTGELEGD, rij)
    return rij


def haal_partij_weg(sessie: Session, vrager: Vrager, bespreking: Bespreking, rij: TeInformerenPartij) -> None:
    """Take a party away that does not hold yet; without any left the question is open again."""
    _mag(sessie, vrager, bespreking)
    if rij.bespreking_id != bespreking.id or rij.gedaan_op is not None:
        raise Geweigerd(nee("Deze partij is al geïnformeerd, of hoort bij een eerdere bespreking."))
    schrijf(sessie, vrager, Soort.PARTIJ_WEGGEHAALD, rij)
    sessie.delete(rij)
    sessie.flush()
    if not partijen_van(sessie, bespreking):
        besluit = besluiten_van(sessie, bespreking, vers=True).get(BesluitSoort.PARTIJEN)
        if besluit is not None:
            sessie.delete(besluit)


def _mag(sessie: Session, vrager: Vrager, bespreking: Bespreking, wat: str = "") -> None:
    eis(vrager, Recht.BESLUIT_INVULLEN, bespreking)
    wacht_op_beurt(sessie, bespreking)
    _eis(mag_besluiten(bespreking.status) & zonder_voorbehoud({"wat": wat}))


def _eis(oordeel: Oordeel) -> None:
    if not oordeel:
        raise Geweigerd(oordeel)


def _pak(
    sessie: Session, bespreking: Bespreking, model: type[R], sleutel: uuid.UUID | None, versie: int
) -> R:
    """Return the row to fill: a new one, or the one that was seen."""
    if sleutel is None:
        return model(casus_id=bespreking.casus_id, bespreking_id=bespreking.id)
    rij = sessie.get(model, sleutel, populate_existing=True, with_for_update={"of": model})
    if rij is None or rij.casus_id != bespreking.casus_id:
        raise Geweigerd(nee("Deze regel bestaat niet meer. Voeg haar opnieuw toe."))
    if rij.versie != versie:
        raise Botsing(GEWIJZIGD, rij.wat)
    if rij.gedaan_op is not None:
        raise Geweigerd(nee("Dit is al verteld. Leg een nieuwe regel vast als er meer te vertellen is."))
    return rij


def _antwoord_ja(sessie: Session, vrager: Vrager, bespreking: Bespreking) -> None:
    besluit = besluiten_van(sessie, bespreking, vers=True).get(BesluitSoort.PARTIJEN)
    if besluit is None:
        besluit = Besluit(bespreking_id=bespreking.id, soort=BesluitSoort.PARTIJEN)
    if besluit.ja:
        return
    besluit.ja, besluit.toelichting, besluit.door_id = True, "", vrager.id
    sessie.add(besluit)
