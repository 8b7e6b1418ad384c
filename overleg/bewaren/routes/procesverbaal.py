"""The certificate of a destroyed dossier: on screen and in Word."""

from flask import current_app
from flask.typing import ResponseReturnValue

from models import Vernietiging
from overleg.basis.config import Config
from overleg.basis.database import sessie
from overleg.basis.klok import nu
from overleg.basis.schil import toon
from overleg.bewaren.inhoud import procesverbaal_van
from overleg.bewaren.routes.basis import blauwdruk
from overleg.logboek.schrijven import noteer_blik
from overleg.logboek.soorten import Soort
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht
from overleg.verslag.opvragen.huisstijl import sjabloon_van_tafel
from overleg.verslag.procesverbaal import Procesverbaal
from overleg.verslag.routes.documenten import als_bestand
from overleg.verslag.word.procesverbaal import procesverbaal_docx


def _inhoud(vernietiging: Vernietiging) -> Procesverbaal:
    config: Config = current_app.extensions["overleg"]
    return procesverbaal_van(vernietiging, config.backup_dagen)


@blauwdruk.get("/vernietigingen/<uuid:vernietiging>")
@vereist(Recht.PROCESVERBAAL_ZIEN)
def procesverbaal(vernietiging: Vernietiging) -> ResponseReturnValue:
    """Show the certificate."""
    noteer_blik(huidige_vrager(), Soort.PROCESVERBAAL_BEKEKEN, vernietiging)
    return toon("bewaren/procesverbaal.html", vernietiging=vernietiging, inhoud=_inhoud(vernietiging))


@blauwdruk.get("/vernietigingen/<uuid:vernietiging>.docx")
@vereist(Recht.PROCESVERBAAL_ZIEN)
def procesverbaal_word(vernietiging: Vernietiging) -> ResponseReturnValue:
    """Give the certificate as a Word file."""
    bestand = procesverbaal_docx(
        _inhoud(vernietiging), nu(), sjabloon_van_tafel(sessie(), vernietiging.tafel_id)
    )
    noteer_blik(huidige_vrager(), Soort.PROCESVERBAAL_GEDOWNLOAD, vernietiging, altijd=True)
    return als_bestand(f"vernietiging-{vernietiging.kenmerk or 'concept'}", bestand)
