"""What the grid of tests/steun/raster.py makes at every casus, by the name of its URL parameter."""

from tests.steun.raster_belangen import maak_belangen
from tests.steun.raster_bewaren import maak_bewaarplichten, maak_vernietigingen
from tests.steun.raster_goedkeuringen import maak_goedkeuringen
from tests.steun.raster_noodtoegang import maak_noodtoegangen
from tests.steun.raster_opmerkingen import maak_opmerkingen

BIJ_CASUS = {
    "belang": maak_belangen,
    "goedkeuring": maak_goedkeuringen,
    "bewaarplicht": maak_bewaarplichten,
    "vernietiging": maak_vernietigingen,
    "noodtoegang": maak_noodtoegangen,
    "opmerking": maak_opmerkingen,
}
