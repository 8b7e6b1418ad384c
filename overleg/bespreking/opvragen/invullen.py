"""Whether this asker may change a bespreking now."""

from models import Bespreking
from models.waarden import OverlegStatus
from overleg.basis.oordeel import Oordeel, nee
from overleg.bespreking.regels.verloop import mag_invullen
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import mag
from overleg.toegang.vrager import Vrager

NIET_BEGONNEN = nee("Dit punt is nog niet begonnen. De voorzitter of secretaris zet het aan.")
ZET_AAN = nee(
    "Dit punt is nog niet begonnen. Kies “Begin met dit punt”. "
    "Loopt het overleg nog niet? Start het dan eerst."
)
MEELEZEN = nee("U kunt hier meelezen. Vraag de voorzitter als u iets wilt vastleggen.")

VASTGESTELD = nee(
    "Het verslag is vastgesteld. Klopt er iets niet? De voorzitter zet het recht met een rectificatie."
)


def mag_nu_invullen(vrager: Vrager, bespreking: Bespreking | None, *, leidt: bool = False) -> Oordeel:
    """Return whether this asker may change this bespreking now, with the reason why not."""
    if bespreking is None:
        return ZET_AAN if leidt else NIET_BEGONNEN
    if not mag(vrager, Recht.BESPREKING_INVULLEN, bespreking):
        return VASTGESTELD if bespreking.overleg.status is OverlegStatus.VASTGESTELD else MEELEZEN
    return mag_invullen(bespreking.status, bespreking.overleg.status)
