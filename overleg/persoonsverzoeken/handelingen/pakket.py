"""Making an inzagepakket: part by part, by one person, and let go by another (AVG art. 15)."""

from sqlalchemy.orm import Session

from models import Inzagedeel, Persoonsverzoek
from models.waarden_verzoeken import Deelkeuze
from overleg.basis.klok import nu
from overleg.logboek.schrijven import schrijf, vingerafdruk
from overleg.logboek.soorten import Soort
from overleg.persoonsverzoeken.handelingen.verzoeken import eis_oordeel
from overleg.persoonsverzoeken.invoer import Deelinvoer
from overleg.persoonsverzoeken.opvragen.dossier import dossier_van
from overleg.persoonsverzoeken.regels.besluiten import Deel, deel_klopt, mag_gecontroleerd, mag_pakket
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager


def stel_samen(sessie: Session, vrager: Vrager, verzoek: Persoonsverzoek) -> None:
    """Fill the package with what the casus holds now; every part waits for a choice. Raises Geweigerd.

    Doing it again begins anew: what was chosen before goes.
    """
    eis(vrager, Recht.PERSOONSVERZOEK_ZIEN, verzoek)
    eis_oordeel(mag_pakket(verzoek.soort, verzoek.status))
    verzoek.delen.clear()
    sessie.flush()
    verzoek.delen = [
        Inzagedeel(volgorde=nummer, kop=deel.kop[:200], origineel=deel.origineel, tekst=deel.voorstel)
        for nummer, deel in enumerate(dossier_van(sessie, vrager, verzoek.betrokkene))
    ]
    _gewijzigd(sessie, vrager, verzoek)


def bewaar_deel(
    sessie: Session, vrager: Vrager, verzoek: Persoonsverzoek, deel: Inzagedeel, invoer: Deelinvoer
) -> None:
    """Keep what becomes of one part. Raises Geweigerd when the choice does not fit what stands there.

    A package that was checked is not checked any more once it changes.
    """
    eis(vrager, Recht.PERSOONSVERZOEK_ZIEN, verzoek)
    eis_oordeel(
        mag_pakket(verzoek.soort, verzoek.status)
        & deel_klopt(Deel(invoer.keuze, deel.origineel, invoer.tekst, invoer.reden))
    )
    deel.keuze, deel.reden = invoer.keuze, invoer.reden
    deel.tekst = deel.origineel if invoer.keuze is Deelkeuze.OPNEMEN else invoer.tekst
    _gewijzigd(sessie, vrager, verzoek)


def _gewijzigd(sessie: Session, vrager: Vrager, verzoek: Persoonsverzoek) -> None:
    verzoek.samengesteld_door_id = vrager.id
    verzoek.gecontroleerd_door_id = verzoek.gecontroleerd_op = None
    sessie.flush()
    schrijf(sessie, vrager, Soort.INZAGEPAKKET_SAMENGESTELD, verzoek, delen=len(verzoek.delen))


def geef_vrij(sessie: Session, vrager: Vrager, verzoek: Persoonsverzoek) -> None:
    """The second person looked at every part: the package may leave. Raises Geweigerd."""
    eis(vrager, Recht.PERSOONSVERZOEK_ZIEN, verzoek)
    eis_oordeel(mag_pakket(verzoek.soort, verzoek.status))
    delen = tuple(Deel(deel.keuze, deel.origineel, deel.tekst, deel.reden) for deel in verzoek.delen)
    eis_oordeel(
        mag_gecontroleerd(
            delen,
            zelf_samengesteld=verzoek.samengesteld_door_id == vrager.id,
            al_gecontroleerd=verzoek.gecontroleerd_op is not None,
        )
    )
    verzoek.gecontroleerd_door_id, verzoek.gecontroleerd_op = vrager.id, nu()
    schrijf(sessie, vrager, Soort.INZAGEPAKKET_GECONTROLEERD, verzoek, inhoud_hash=afdruk(verzoek))


def afdruk(verzoek: Persoonsverzoek) -> str:
    """Return the hash of what the package says: the logboek tells which content left."""
    gekozen = (f"{deel.kop}\n{deel.keuze.value}\n{deel.tekst}" for deel in verzoek.delen)
    return vingerafdruk("\n\n".join(gekozen))
