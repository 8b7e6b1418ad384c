"""Taking and changing a decision on regie, monitoring, parties or scaling up (domein.md §5)."""

from sqlalchemy.orm import Session

from models import Besluit, Bespreking
from models.waarden import BesluitSoort, OpschalingKeuze
from overleg.basis.fouten import Botsing, Geweigerd
from overleg.basis.klok import vandaag
from overleg.basis.oordeel import JA, Oordeel, nee
from overleg.bespreking.handelingen.beurt import wacht_op_beurt
from overleg.bespreking.handelingen.overdragen import regel_casus, regel_regie
from overleg.bespreking.invoer_besluiten import GeenPartijen, Monitoring, Opschaling, Regie, Wie
from overleg.bespreking.opvragen.beslist import besluiten_van, partijen_van
from overleg.bespreking.opvragen.personen import benoem, mag_taak_krijgen
from overleg.bespreking.regels.besluiten import mag_besluiten, mag_monitoren, mag_samengaan
from overleg.bespreking.regels.voorbehoud import zonder_voorbehoud
from overleg.logboek.schrijven import schrijf, vingerafdruk
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager

GEWIJZIGD = "Iemand anders heeft dit antwoord intussen gewijzigd. Vergelijk de twee en kies."


def neem_regie(sessie: Session, vrager: Vrager, bespreking: Bespreking, regie: Regie) -> Besluit:
    """Decide who has the regie, who stands in and who is the victim's fixed contact.

    Offers a handover when the regie goes to another than who has it, or to a guest.
    Raises Geweigerd when the bespreking is not open, Botsing when someone else answered meanwhile.
    """
    oordeel = zonder_voorbehoud({"toelichting": regie.toelichting})
    oordeel &= mag_taak_krijgen(sessie, bespreking.casus_id, regie.wie)
    oordeel &= mag_taak_krijgen(sessie, bespreking.casus_id, regie.achtervang, "achtervang")
    besluit = _pak(sessie, vrager, bespreking, BesluitSoort.REGIE, regie.versie, oordeel=oordeel)
    _zet_wie(sessie, besluit, regie.wie)
    achtervang = benoem(sessie, regie.achtervang)
    besluit.achtervang_organisatie_id = achtervang.organisatie_id
    besluit.achtervang_id, besluit.achtervang_naam = achtervang.persoon_id, achtervang.naam
    besluit.aanspreekpunt, besluit.toelichting = regie.aanspreekpunt, regie.toelichting
    besluit.datum = regie.per_datum
    _leg_vast(sessie, vrager, besluit)
    regel_regie(sessie, vrager, bespreking, besluit, regie)
    return besluit


def neem_monitoring(sessie: Session, vrager: Vrager, bespreking: Bespreking, keuze: Monitoring) -> Besluit:
    """Decide whether the casus is monitored: yes only on a ground, and not when it is handed up."""
    opschaling = besluiten_van(sessie, bespreking).get(BesluitSoort.OPSCHALING)
    oordeel = mag_monitoren(
        keuze.ja,
        keuze.grond,
        keuze.datum,
        max(vandaag(), bespreking.overleg.datum),
        opschaling.opschaling if opschaling else None,
    )
    if keuze.ja:
        oordeel &= zonder_voorbehoud({"wat": keuze.wat, "toelichting": keuze.toelichting})
        oordeel &= mag_taak_krijgen(sessie, bespreking.casus_id, keuze.wie)
    besluit = _pak(sessie, vrager, bespreking, BesluitSoort.MONITORING, keuze.versie, oordeel=oordeel)
    besluit.ja, besluit.toelichting = keuze.ja, keuze.toelichting
    besluit.grond = keuze.grond if keuze.ja else None
    besluit.datum = keuze.datum if keuze.ja else None
    besluit.wat = keuze.wat if keuze.ja else ""
    _zet_wie(sessie, besluit, keuze.wie if keuze.ja else None)
    _leg_vast(sessie, vrager, besluit)
    return besluit


def leg_geen_partijen_vast(
    sessie: Session, vrager: Vrager, bespreking: Bespreking, keuze: GeenPartijen
) -> Besluit:
    """Decide that no party outside the meeting has to be told. Raises Geweigerd while one is listed."""
    staan_er = partijen_van(sessie, bespreking)
    oordeel = nee("Er staan partijen in de lijst. Haal die eerst weg.", "toelichting") if staan_er else JA
    besluit = _pak(sessie, vrager, bespreking, BesluitSoort.PARTIJEN, keuze.versie, oordeel=oordeel)
    besluit.ja, besluit.toelichting = False, keuze.toelichting
    _leg_vast(sessie, vrager, besluit)
    return besluit


def neem_opschaling(sessie: Session, vrager: Vrager, bespreking: Bespreking, keuze: Opschaling) -> Besluit:
    """Decide whether the casus goes to another tafel; now means that it is offered to that tafel."""
    monitoring = besluiten_van(sessie, bespreking).get(BesluitSoort.MONITORING)
    oordeel = mag_samengaan(monitoring.ja if monitoring else None, keuze.keuze, "keuze")
    if keuze.keuze is OpschalingKeuze.NU:
        oordeel &= zonder_voorbehoud({"toelichting": keuze.toelichting})
    besluit = _pak(sessie, vrager, bespreking, BesluitSoort.OPSCHALING, keuze.versie, oordeel=oordeel)
    besluit.opschaling, besluit.toelichting = keuze.keuze, keuze.toelichting
    met_tafel = keuze.keuze in (OpschalingKeuze.NU, OpschalingKeuze.NIET_NU)
    besluit.andere_tafel_id = keuze.andere_tafel_id if met_tafel else None
    _leg_vast(sessie, vrager, besluit)
    naar = besluit.andere_tafel_id if keuze.keuze is OpschalingKeuze.NU else None
    regel_casus(sessie, vrager, bespreking, naar, keuze.toelichting)
    return besluit


def _pak(
    sessie: Session,
    vrager: Vrager,
    bespreking: Bespreking,
    soort: BesluitSoort,
    versie: int,
    *,
    oordeel: Oordeel = JA,
) -> Besluit:
    """Return the decision to fill, new or as it was seen; checks the right, the rules and the version."""
    eis(vrager, Recht.BESLUIT_INVULLEN, bespreking)
    wacht_op_beurt(sessie, bespreking)
    geheel = mag_besluiten(bespreking.status) & oordeel
    if not geheel:
        raise Geweigerd(geheel)
    besluit = besluiten_van(sessie, bespreking, vers=True).get(soort)
    if versie != (besluit.versie if besluit else 0):
        raise Botsing(GEWIJZIGD, besluit.toelichting if besluit else "")
    if besluit is None:
        besluit = Besluit(bespreking_id=bespreking.id, soort=soort)
    besluit.door_id = vrager.id
    return besluit


def _zet_wie(sessie: Session, besluit: Besluit, wie: Wie | None) -> None:
    wie_ = benoem(sessie, wie) if wie else None
    besluit.organisatie_id = wie_.organisatie_id if wie_ else None
    besluit.persoon_id = wie_.persoon_id if wie_ else None
    besluit.persoon_naam = wie_.naam if wie_ else ""


def _leg_vast(sessie: Session, vrager: Vrager, besluit: Besluit) -> None:
    sessie.add(besluit)
    sessie.flush()
    sessie.refresh(besluit)
    schrijf(
        sessie,
        vrager,
        Soort.BESLUIT_GENOMEN,
        besluit.bespreking,
        vraag=besluit.soort.value,
        inhoud_hash=vingerafdruk(besluit.toelichting),
    )
