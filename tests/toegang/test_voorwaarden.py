"""Conditions about nothing but who asks, written out: the door and the table are both made from them."""

from __future__ import annotations

from uuid import uuid4

import pytest

from models import Goedkeuring, Noodtoegang, Overleg
from models.waarden import OverlegStatus
from overleg.toegang import voorwaarden as v
from overleg.toegang import voorwaarden_nood as nood
from tests.huis.bestanden import meld
from tests.steun.database import ALLEEN_SQLITE
from tests.steun.fabriek import Fabriek
from tests.steun.raster import maak_raster

S = OverlegStatus
DEELNEMERS = {
    "vt",
    "vertrouwensarts",
    "politie",
    "politie_achtervang",
    "politie_teruggetrokken",
    "ander_korps",
    "ander_korps_genoemd",
    "om",
    "reclassering",
    "rvdk_als_gast",
    "ggz_niet_aangesloten",
    "politie_elders",
    "politie_elders_en_inbrenger",
}
VOORZITTERS = {"voorzitter", "voorzitter_teruggetrokken", "voorzitter_elders"}
LEIDERS = VOORZITTERS | {"secretaris"}
GASTEN = {"gast_nu", "gast_toen", "gast_straks", "gast_teruggetrokken"}
BRENGEN_IN = LEIDERS | DEELNEMERS | {"inbrenger", "inbrenger_teruggetrokken"}
WIE = {
    v.zit_een_tafel_voor: VOORZITTERS,
    v.leidt_een_tafel: LEIDERS,
    v.brengt_in_aan_een_tafel: BRENGEN_IN,
    v.zit_aan_een_tafel: BRENGEN_IN | {"gast_nu", "gast_teruggetrokken"},
    nood.heeft_vaste_plaats: LEIDERS | DEELNEMERS,
    v.kan_afspraken_hebben: LEIDERS | DEELNEMERS | GASTEN,
    v.is_om: {"om"},
    v.is_beheerder: {"beheerder"},
    v.is_functionaris: {"functionaris"},
}


@ALLEEN_SQLITE  # no query differs: the positions are read the same way (test_eens.py)
def test_wie__zonder_iets_waar_het_over_gaat(fabriek: Fabriek) -> None:
    raster = maak_raster(fabriek)
    fouten = []
    for voorwaarde, wie in WIE.items():
        houdt = {naam for naam, mens in raster.wie.items() if voorwaarde(fabriek.vrager(mens), None)}
        if houdt != wie:
            fouten.append(f"{voorwaarde.__name__}: too many {houdt - wie}, missing {wie - houdt}")
    meld(fouten, "A condition lets others through than it says.")


@pytest.mark.parametrize("status", S)
def test_verslag__nog_niet_vastgesteld(status: OverlegStatus) -> None:
    wie = None
    houdt = v.overleg_loopt_of_is_net_af(wie, Overleg(status=status))  # type: ignore[arg-type] # it asks nothing of who
    assert houdt is (status is not S.VASTGESTELD)
    assert not v.overleg_loopt_of_is_net_af(wie, None)  # type: ignore[arg-type]


@ALLEEN_SQLITE  # it asks the database nothing
def test_noodtoegang__wie_hem_nam__oordeelt_er_niet_over(fabriek: Fabriek) -> None:
    vrager = fabriek.vrager(maak_raster(fabriek).wie["voorzitter"])
    assert not nood.is_een_ander_dan_die_nam(vrager, Noodtoegang(gebruiker_id=vrager.id))
    assert nood.is_een_ander_dan_die_nam(vrager, Noodtoegang(gebruiker_id=uuid4()))
    assert not nood.is_een_ander_dan_die_nam(vrager, None)


@ALLEEN_SQLITE  # it asks the database nothing
def test_goedkeuring__niet_door_wie_vroeg__en_niet_over_zichzelf(fabriek: Fabriek) -> None:
    vrager = fabriek.vrager(maak_raster(fabriek).wie["beheerder"])
    ander, nog_iemand = uuid4(), uuid4()
    assert v.vroeg_niet_zelf(vrager, Goedkeuring(gevraagd_door_id=ander, doel_id=nog_iemand))
    assert not v.vroeg_niet_zelf(vrager, Goedkeuring(gevraagd_door_id=vrager.id, doel_id=ander))
    assert not v.vroeg_niet_zelf(vrager, Goedkeuring(gevraagd_door_id=ander, doel_id=vrager.id))
    assert not v.vroeg_niet_zelf(vrager, None)
