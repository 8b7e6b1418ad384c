"""The blueprint of this stage."""

from flask import Blueprint

from models import Casus, Persoonsverzoek
from overleg.basis.database import sessie
from overleg.persoonsverzoeken.opvragen.register import geldt_voor

blauwdruk = Blueprint("persoonsverzoeken", __name__)


@blauwdruk.app_template_global("geldende_persoonsverzoeken")
def geldende_persoonsverzoeken(casus: Casus) -> list[Persoonsverzoek]:
    """Return the verklaringen and beperkingen that hold for a casus the asker is looking at."""
    return list(geldt_voor(sessie(), casus))
