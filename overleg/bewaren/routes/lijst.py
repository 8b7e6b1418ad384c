"""What is due, what is held up, what was destroyed."""

from flask.typing import ResponseReturnValue

from overleg.basis.database import sessie
from overleg.basis.klok import vandaag
from overleg.basis.schil import toon
from overleg.bewaren.opvragen.lijst import MEESTE, bewaarplichten, te_vernietigen, vernietigingen
from overleg.bewaren.routes.basis import blauwdruk
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht


@blauwdruk.get("/bewaren")
@vereist(Recht.BEWAREN_ZIEN)
def bewaren() -> ResponseReturnValue:
    """Show the list, by kenmerk."""
    vrager = huidige_vrager()
    return toon(
        "bewaren/lijst.html",
        regels=te_vernietigen(sessie(), vrager, vandaag()),
        plichten=bewaarplichten(sessie(), vrager),
        gedaan=vernietigingen(sessie(), vrager),
        vandaag=vandaag(),
        meeste=MEESTE,
    )
