"""The filters on queries and the table of rights say the same, on a made grid of people and objects."""

from sqlalchemy import select

from models import Basis, Gebeurtenis
from models.waarden import Rol
from overleg.toegang.poort import SOORTEN
from overleg.toegang.tabel import mag
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import ZICHT, ZIEN
from tests.huis.bestanden import meld
from tests.steun.fabriek import Fabriek
from tests.steun.raster import Raster, maak_raster

HANGT_AAN = {"casus_id", "overleg_id", "bespreking_id", "punt_id"}


def volgens_tabel(vrager: Vrager, ding: Basis) -> bool:
    """Whether the table lets the asker see this."""
    return any(mag(vrager, recht, ding) for recht in ZIEN[type(ding)])


def _naam(raster: Raster, ding: Basis) -> str:
    for situatie, bundel in raster.bundels.items():
        for naam, ander in bundel.items():
            if ander is ding:
                return f"{naam} of {situatie}"
    casus = getattr(ding, "casus", None)
    return f"{type(ding).__name__} (extra, casus {getattr(casus, 'status', None)})"


def _eis_beide_uitkomsten(uitkomsten: dict[type[Basis], set[bool]]) -> None:
    """The grid must hold rows that someone may see and someone may not, or it proves nothing."""
    eenzijdig = [f"{model.__name__}: {gezien}" for model, gezien in uitkomsten.items() if len(gezien) < 2]
    meld(eenzijdig, "Add rows of both kinds to tests/steun/raster.py.")


def _eis_logboek(fabriek: Fabriek, raster: Raster) -> None:
    """The functionaris reads all of the logboek, voorzitter and secretaris that of their tafel."""
    a, b = (raster.bundels[naam]["casus"] for naam in ("a_toegelaten", "b_geagendeerd"))
    for casus in (a, b):
        fabriek.sessie.add(Gebeurtenis(soort="casus_bekeken", tafel_id=casus.tafel_id))  # type: ignore[attr-defined]
    fabriek.sessie.flush()
    for positie, gebruiker in raster.wie.items():
        vrager = fabriek.vrager(gebruiker)
        tafels = set(fabriek.sessie.scalars(select(Gebeurtenis.tafel_id).where(ZICHT[Gebeurtenis](vrager))))
        verwacht = set(vrager.tafels(Rol.VOORZITTER, Rol.SECRETARIS))
        if positie == "functionaris":
            verwacht = {a.tafel_id, b.tafel_id}  # type: ignore[attr-defined]
        assert tafels == verwacht, positie


def test_zicht_en_tabel__zeggen_hetzelfde(fabriek: Fabriek) -> None:
    raster = maak_raster(fabriek)
    fouten: list[str] = []
    uitkomsten: dict[type[Basis], set[bool]] = {model: set() for model in ZIEN}
    dingen = [ding for ding in raster.alles if type(ding) in ZICHT]
    for positie, gebruiker in raster.wie.items():
        vrager = fabriek.vrager(gebruiker)
        gezien = {
            sleutel
            for model in ZICHT
            for sleutel in fabriek.sessie.scalars(select(model.id).where(ZICHT[model](vrager)))  # type: ignore[attr-defined]
        }
        for ding in dingen:
            filter_, tabel = ding.id in gezien, volgens_tabel(vrager, ding)  # type: ignore[attr-defined]
            uitkomsten[type(ding)].add(tabel)
            if filter_ != tabel:
                fouten.append(f"{positie}: {_naam(raster, ding)}: zicht says {filter_}, tabel says {tabel}")
    meld(sorted(set(fouten)), "overleg/toegang/zicht.py and tabel.py must agree; mend the one that is wrong.")
    _eis_beide_uitkomsten(uitkomsten)
    _eis_logboek(fabriek, raster)


def test_zicht__iedere_soort_met_inhoud_heeft_een_filter() -> None:
    kaal = [
        model.__name__
        for model in set(SOORTEN.values())
        if HANGT_AAN & set(model.__table__.columns.keys()) and model not in ZICHT
    ]
    meld(kaal, "These hang on a casus or overleg and can be named in a URL: give each a filter in ZICHT.")
    zonder = [model.__name__ for model in ZICHT if model not in ZIEN and model is not Gebeurtenis]
    meld(zonder, "Name in ZIEN (zicht.py) the recht that says the same as the filter.")
