"""Putting the facts of a person right: what stood there before stays on record (AVG art. 16)."""

from datetime import date

from sqlalchemy.orm import Session

from models import Correctie, Persoonsverzoek
from models.waarden_verzoeken import VerzoekSoort, VerzoekStatus
from overleg.basis.fouten import Geweigerd
from overleg.basis.oordeel import nee
from overleg.basis.weergave import datum
from overleg.instroom.handelingen.personen import werk_vergelijkingen_bij
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.persoonsverzoeken.invoer import Gegevens
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager

VELDEN = ("naam", "andere_namen", "geboortedatum", "geboortejaar")


def corrigeer(
    sessie: Session, vrager: Vrager, verzoek: Persoonsverzoek, gegevens: Gegevens
) -> list[Correctie]:
    """Write the facts as they should read, and return what changed. Raises Geweigerd when nothing did.

    Looks for look-alikes again: another name or date can make another person of it.
    """
    eis(vrager, Recht.PERSOONSVERZOEK_BESLISSEN, verzoek)
    if verzoek.soort is not VerzoekSoort.CORRECTIE or verzoek.status is not VerzoekStatus.BESLOTEN:
        raise Geweigerd(nee("Corrigeren kan als een verzoek om correctie is toegewezen."))
    betrokkene = verzoek.betrokkene
    correcties = [
        Correctie(
            verzoek_id=verzoek.id,
            betrokkene_id=betrokkene.id,
            veld=veld,
            oud=_woorden(getattr(betrokkene, veld)),
            nieuw=_woorden(getattr(gegevens, veld)),
            door_id=vrager.id,
        )
        for veld in VELDEN
        if getattr(betrokkene, veld) != getattr(gegevens, veld)
    ]
    if not correcties:
        raise Geweigerd(nee("Er is niets veranderd. Verbeter wat niet klopt.", "naam"))
    for veld in VELDEN:
        setattr(betrokkene, veld, getattr(gegevens, veld))
    sessie.add_all(correcties)
    sessie.flush()
    werk_vergelijkingen_bij(sessie, verzoek.casus)
    schrijf(sessie, vrager, Soort.GEGEVENS_GECORRIGEERD, verzoek, velden=[rij.veld for rij in correcties])
    return correcties


def _woorden(waarde: object) -> str:
    if waarde is None:
        return ""
    return datum(waarde) if isinstance(waarde, date) else str(waarde)
