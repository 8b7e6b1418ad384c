"""The front-end parts: laid down whole, named by content, licensed freely."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from scripts import onderdelen
from scripts.gemeen import WORTEL

VERWACHT = {"htmx.min.js", "idiomorph-ext.min.js", "Sortable.min.js", "componenten.css"}


def test_manifest__noemt_elk_deel_met_de_hash_van_zijn_inhoud(tmp_path: Path) -> None:
    manifest = onderdelen.leg_neer(tmp_path)
    assert set(manifest) == VERWACHT
    for gehasht in manifest.values():
        som = hashlib.sha256((tmp_path / gehasht).read_bytes()).hexdigest()
        assert gehasht.split(".")[-2] == som[:12]
    assert json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8")) == manifest


def test_neerleggen__ruimt_op_wat_niet_meer_hoort(tmp_path: Path) -> None:
    (tmp_path / "htmx.oud.js").touch()
    onderdelen.leg_neer(tmp_path)
    assert not (tmp_path / "htmx.oud.js").exists()


def test_componenten__elk_met_naam_en_vrije_licentie() -> None:
    blad = onderdelen.stylesheet().decode()
    for naam in onderdelen.componenten():
        assert f"/*! @utrecht/{naam} " in blad
    assert blad.count("| EUPL-1.2 */") == len(onderdelen.componenten())


def test_componenten__halen_niets_van_elders() -> None:
    blad = onderdelen.stylesheet().decode()
    assert "@import" not in blad
    assert "url(http" not in blad


def test_slot__noemt_geen_plek_en_heeft_van_alles_een_hash() -> None:
    slot = json.loads((WORTEL / "package-lock.json").read_text(encoding="utf-8"))
    pakketten = {naam: gegevens for naam, gegevens in slot["packages"].items() if naam}
    assert not [naam for naam, gegevens in pakketten.items() if "resolved" in gegevens]
    assert not [naam for naam, gegevens in pakketten.items() if "integrity" not in gegevens]


def test_versies__staan_vast() -> None:
    gegevens = json.loads((WORTEL / "package.json").read_text(encoding="utf-8"))
    versies = {**gegevens["dependencies"], **gegevens["devDependencies"]}
    assert not [naam for naam, versie in versies.items() if not versie[0].isdigit()]
