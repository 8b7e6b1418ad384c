"""The contact with the OM on Wpg art. 9 data, which opens them to the other receivers (domein.md §4)."""

from datetime import datetime

from sqlalchemy.orm import Session

from models import Informatiebijdrage
from models.waarden import BijdrageStatus, OMUitkomst, OrganisatieSoort
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import moment_van
from overleg.basis.oordeel import JA, nee, samen
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager
from overleg.uitvraag.handelingen.verstrekken import noteer_verstrekking
from overleg.uitvraag.regels import OMContact


def leg_om_contact_vast(
    sessie: Session, vrager: Vrager, bijdrage: Informatiebijdrage, invoer: OMContact, nu_: datetime
) -> None:
    """Put on record who spoke with the OM, when, and the outcome.

    Raises Geweigerd when it is not about art. 9 data, was agreed already, or lies in the future.
    """
    eis(vrager, Recht.OM_CONTACT_VASTLEGGEN, bijdrage)
    moment = moment_van(invoer.dag, invoer.uur)
    past = bijdrage.artikel_9 and bijdrage.status is BijdrageStatus.INGEDIEND
    oordeel = samen(
        [
            JA if past else nee("Dit is geen ingediend gegeven onder art. 9 Wpg.", "bijdrage"),
            nee("Het OM is al akkoord met delen. Er hoeft niets meer te worden vastgelegd.", "bijdrage")
            if bijdrage.om_uitkomst is OMUitkomst.AKKOORD
            else JA,
            JA if moment <= nu_ else nee("Kies een moment dat al is geweest.", "dag"),
        ]
    )
    if not oordeel:
        raise Geweigerd(oordeel)
    bijdrage.om_contact_met, bijdrage.om_contact_op = invoer.met, moment
    bijdrage.om_uitkomst, bijdrage.om_vastgelegd_door_id = invoer.uitkomst, vrager.id
    schrijf(sessie, vrager, Soort.OM_CONTACT_VASTGELEGD, bijdrage, om_uitkomst=invoer.uitkomst.tekst)
    if invoer.uitkomst is OMUitkomst.AKKOORD:
        anderen = [o for o in bijdrage.ontvangers if o.organisatie.soort is not OrganisatieSoort.OM]
        noteer_verstrekking(sessie, vrager, bijdrage, [o.organisatie_id for o in anderen])
