"""Questions about emergency access (besluiten/026), as those of `voorwaarden.py`."""

from models import Noodtoegang
from models.waarden import OrganisatieSoort, Rol
from overleg.basis.klok import nu
from overleg.toegang.voorwaarden import LEIDEND, Object
from overleg.toegang.vrager import Vrager


def is_van_veilig_thuis(vrager: Vrager, _ding: Object) -> bool:
    """Is of Veilig Thuis, which has to act on acute danger day and night (besluiten/026)."""
    return vrager.organisatie_soort is OrganisatieSoort.VEILIG_THUIS


def heeft_vaste_plaats(vrager: Vrager, _ding: Object) -> bool:
    """Takes part in the meetings of a tafel; who only brings in a casus or was a guest once does not."""
    return bool(vrager.tafels(*LEIDEND, Rol.DEELNEMER))


def nam_noodtoegang(vrager: Vrager, ding: Object) -> bool:
    """Is the one who took it."""
    return isinstance(ding, Noodtoegang) and ding.gebruiker_id == vrager.id


def is_een_ander_dan_die_nam(vrager: Vrager, ding: Object) -> bool:
    """Is another than the one who took it."""
    return isinstance(ding, Noodtoegang) and ding.gebruiker_id != vrager.id


def noodtoegang_loopt(_vrager: Vrager, ding: Object) -> bool:
    """Was not ended, and its time is not over."""
    return isinstance(ding, Noodtoegang) and ding.beeindigd_op is None and ding.tot > nu()
