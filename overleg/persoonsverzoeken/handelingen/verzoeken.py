"""Recording a request, taking more time, deciding, rounding off (AVG art. 12)."""

from sqlalchemy.orm import Session

from models import Casus, Directbetrokkene, Persoonsverzoek
from models.waarden_verzoeken import VerzoekBesluit, VerzoekSoort, VerzoekStatus
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import nu, vandaag
from overleg.basis.oordeel import Oordeel, nee
from overleg.logboek.schrijven import schrijf, vingerafdruk
from overleg.logboek.soorten import Soort
from overleg.persoonsverzoeken.invoer import Besluit, Verzoek
from overleg.persoonsverzoeken.regels.besluiten import Besluitfeiten, mag_besloten, na_besluit
from overleg.persoonsverzoeken.regels.termijn import mag_verlengd, uiterlijk, verlengd
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager


def eis_oordeel(oordeel: Oordeel) -> None:
    """Raise Geweigerd when a rule says no."""
    if not oordeel:
        raise Geweigerd(oordeel)


def leg_verzoek_vast(sessie: Session, vrager: Vrager, casus: Casus, invoer: Verzoek) -> Persoonsverzoek:
    """Record what somebody asks; the term begins on the day it came in. Raises Geweigerd."""
    eis(vrager, Recht.PERSOONSVERZOEK_VASTLEGGEN, casus)
    betrokkene = sessie.get(Directbetrokkene, invoer.betrokkene_id)
    if betrokkene is None or betrokkene.casus_id != casus.id:
        raise Geweigerd(nee("Kies een directbetrokkene van deze casus.", "betrokkene"))
    verzoek = Persoonsverzoek(
        casus=casus,
        betrokkene=betrokkene,
        soort=invoer.soort,
        ontvangen_op=invoer.ontvangen_op,
        uiterlijk=uiterlijk(invoer.ontvangen_op),
        gevraagd=invoer.gevraagd,
        namens=invoer.namens,
        identiteit=invoer.identiteit,
    )
    sessie.add(verzoek)
    sessie.flush()
    schrijf(sessie, vrager, Soort.PERSOONSVERZOEK_VASTGELEGD, verzoek, wat=verzoek.soort.value)
    return verzoek


def verleng(sessie: Session, vrager: Vrager, verzoek: Persoonsverzoek, reden: str) -> None:
    """Take two more months, once, with a reason for the person. Raises Geweigerd."""
    eis(vrager, Recht.PERSOONSVERZOEK_BESLISSEN, verzoek)
    eis_oordeel(mag_verlengd(verzoek.ontvangen_op, verzoek.uiterlijk, vandaag(), reden))
    verzoek.uiterlijk, verzoek.verlengd_reden = verlengd(verzoek.ontvangen_op), reden
    schrijf(
        sessie,
        vrager,
        Soort.PERSOONSVERZOEK_VERLENGD,
        verzoek,
        tot=verzoek.uiterlijk.isoformat(),
        reden_hash=vingerafdruk(reden),
    )


def besluit(sessie: Session, vrager: Vrager, verzoek: Persoonsverzoek, invoer: Besluit) -> None:
    """Decide on a request: of a known person, and with a reason for every no. Raises Geweigerd."""
    eis(vrager, Recht.PERSOONSVERZOEK_BESLISSEN, verzoek)
    eis_oordeel(mag_besloten(Besluitfeiten(verzoek.status, invoer.identiteit, invoer.besluit, invoer.reden)))
    verzoek.identiteit, verzoek.besluit, verzoek.besluit_reden = (
        invoer.identiteit,
        invoer.besluit,
        invoer.reden,
    )
    verzoek.besloten_door_id, verzoek.besloten_op = vrager.id, nu()
    verzoek.status = na_besluit(verzoek.soort, invoer.besluit)
    if verzoek.status is VerzoekStatus.AFGEROND:
        verzoek.afgerond_op = nu()
    schrijf(
        sessie,
        vrager,
        Soort.PERSOONSVERZOEK_BESLOTEN,
        verzoek,
        wat=verzoek.soort.value,
        besluit=invoer.besluit.value,
        reden_hash=vingerafdruk(invoer.reden),
    )


def rond_af(sessie: Session, vrager: Vrager, verzoek: Persoonsverzoek) -> None:
    """Round off a request that was carried out. Raises Geweigerd while something misses."""
    eis(vrager, Recht.PERSOONSVERZOEK_BESLISSEN, verzoek)
    if verzoek.status is not VerzoekStatus.BESLOTEN:
        raise Geweigerd(nee("Alleen een verzoek waarop is besloten, kunt u afronden."))
    if verzoek.soort is VerzoekSoort.INZAGE and verzoek.gecontroleerd_op is None:
        raise Geweigerd(nee("Laat eerst een ander het inzagepakket controleren."))
    verzoek.status, verzoek.afgerond_op = VerzoekStatus.AFGEROND, nu()
    schrijf(sessie, vrager, Soort.PERSOONSVERZOEK_AFGEROND, verzoek, wat=verzoek.soort.value)


def hef_beperking_op(sessie: Session, vrager: Vrager, verzoek: Persoonsverzoek, reden: str) -> None:
    """End a beperking; the person is told before (AVG art. 18 lid 3). Raises Geweigerd."""
    eis(vrager, Recht.PERSOONSVERZOEK_BESLISSEN, verzoek)
    geldt = (
        verzoek.soort is VerzoekSoort.BEPERKING
        and verzoek.besluit in (VerzoekBesluit.TOEGEWEZEN, VerzoekBesluit.DEELS)
        and verzoek.opgeheven_op is None
    )
    if not geldt:
        raise Geweigerd(nee("Er geldt geen beperking door dit verzoek."))
    if not reden:
        raise Geweigerd(
            nee("Schrijf op waarom de beperking eindigt, en hoe de betrokkene het hoorde.", "reden")
        )
    verzoek.opgeheven_op = nu()
    schrijf(sessie, vrager, Soort.BEPERKING_OPGEHEVEN, verzoek, reden_hash=vingerafdruk(reden))
