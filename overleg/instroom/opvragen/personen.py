"""The same person more than once in one casus: as slachtoffer and as pleger, say."""

from models import Directbetrokkene
from models.waarden import Gelijkenis
from overleg.instroom.persoonsmerken import als_persoon
from overleg.instroom.regels.personen import vergelijk


def ook_als(persoon: Directbetrokkene) -> list[Directbetrokkene]:
    """Return the other rows of the same casus that are very likely this person.

    What is known of safe contact may stand at only one of them.
    """
    zelf = als_persoon(persoon)
    anderen = [ander for ander in persoon.casus.betrokkenen if ander.id != persoon.id]
    vergeleken = [(ander, vergelijk(zelf, als_persoon(ander))) for ander in anderen]
    return [ander for ander, hoe in vergeleken if hoe and hoe.gelijkenis is Gelijkenis.STERK]
