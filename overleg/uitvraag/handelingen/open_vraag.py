"""What everything done with a question asks first: is it still there to be answered."""

from models import Informatieverzoek
from overleg.basis.fouten import Geweigerd
from overleg.basis.oordeel import JA, nee
from overleg.uitvraag.regels import mag_uitvragen


def eis_open(verzoek: Informatieverzoek) -> None:
    """Raise Geweigerd when the question was taken back, or the casus is not one to ask about any more."""
    ingetrokken = (
        nee("Deze vraag is al ingetrokken. Vraag de partner zo nodig opnieuw.")
        if verzoek.ingetrokken_op
        else JA
    )
    oordeel = ingetrokken & mag_uitvragen(verzoek.casus.status)
    if not oordeel:
        raise Geweigerd(oordeel)
