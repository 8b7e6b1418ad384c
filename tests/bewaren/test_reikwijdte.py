"""Every table has an opinion on destruction, and every way to a casus is named: a new one without fails."""

from __future__ import annotations

from models import Basis
from overleg.bewaren.inhoud import WOORDEN
from overleg.bewaren.reikwijdte import BEWERKT, BLIJFT, STOMP, WEG
from overleg.bewaren.wegdoen import leegte, ouder_van
from tests.huis.bestanden import meld

TABELLEN = Basis.metadata.tables
HOE = "Say in overleg/bewaren/reikwijdte.py what becomes of it when a casus is destroyed."
LOS = {"voor_id", "bron_id", "doel_id", "punt_id", "casus_id", "betrokkene_id", "object_id"}
"""Names of columns that hold the id of something of a casus without a key."""


MEE_IN_EEN_SLEUTEL = {"verzoekpersoon.casus_id"}
"""Columns that stand in the keys of others of their row only, so that these are of one casus."""


def test_iedere_tabel__staat_op_een_lijst() -> None:
    alle = [*WEG, *BEWERKT, *BLIJFT]
    meld(sorted(set(TABELLEN) - set(alle)), HOE)
    meld(sorted(set(alle) - set(TABELLEN)), "These tables are gone: take them out of reikwijdte.py.")
    assert len(alle) == len(set(alle)), "a table stands on two lists"


def test_iedere_weg_naar_een_casus__is_genoemd() -> None:
    """Whatever points to a row that goes must go with it, by each of its columns, or destruction fails."""
    gaat = {*WEG, "casus", "agendapunt"}
    fouten = [
        f"{tabel.name}.{kolom.name}"
        for tabel in TABELLEN.values()
        for kolom in tabel.columns
        if kolom.foreign_keys
        and f"{tabel.name}.{kolom.name}" not in MEE_IN_EEN_SLEUTEL
        and ouder_van(kolom) in gaat - {tabel.name}
        and kolom.name not in WEG.get(tabel.name, ())
        and f"{tabel.name}.{kolom.name}"
        not in {"agendapunt.casus_id", "overleg.huidig_punt_id", "deelname.punt_id"}
    ]
    meld(fouten, HOE)
    meld([f"{t}.{k}" for t, namen in WEG.items() for k in namen if not TABELLEN[t].c[k].foreign_keys], HOE)


def test_wat_een_casus_noemt_zonder_sleutel__heeft_een_reden() -> None:
    los = {
        tabel.name
        for tabel in TABELLEN.values()
        for kolom in tabel.columns
        if kolom.name in LOS and not kolom.foreign_keys
    }
    assert los <= {*WEG, *BEWERKT, "gebeurtenis", "vernietiging"}, los


def test_wat_blijft__heeft_een_reden() -> None:
    assert all(reden.strip() for lijst in (BEWERKT, BLIJFT, STOMP) for reden in lijst.values())
    kolommen = {kolom.name for kolom in TABELLEN["casus"].columns}
    assert set(STOMP) <= kolommen
    for kolom in TABELLEN["casus"].columns:
        if kolom.name not in STOMP:
            leegte(kolom)


def test_iedere_soort__heeft_woorden_op_de_verklaring() -> None:
    genoemd = [tabel for tabellen in WOORDEN.values() for tabel in tabellen]
    assert len(genoemd) == len(set(genoemd))
    meld(sorted({*WEG, *BEWERKT} - {"casus", "agendapunt"} - set(genoemd)), "Add it to WOORDEN of inhoud.py.")
