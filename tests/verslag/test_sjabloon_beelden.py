"""Pictures of a template: what draws them stays, what a camera or a program wrote beside that does not."""

from __future__ import annotations

import pytest

from overleg.verslag.bestanden import Onleesbaar
from overleg.verslag.sjabloon.openen import open_sjabloon
from tests.steun.pakket import delen
from tests.verslag.sjablonen import KANARIE, ander_beeld, sjabloon


def _stuk(merk: int, inhoud: bytes) -> bytes:
    return bytes((0xFF, merk)) + (len(inhoud) + 2).to_bytes(2, "big") + inhoud


EXIF = _stuk(0xE1, b"Exif\0\0" + KANARIE.encode())
BEGIN, MAAT = b"\xff\xd8", _stuk(0xC2, b"\x08\x00\x28\x00\x78\x01\x01\x11\x00")
SCAN = _stuk(0xDA, b"\x01\x01\x00\x00\x3f\x00") + b"be\xff\x00el\xff\xd0d"
ADOBE = _stuk(0xEE, b"Adobe\0\x64\0\0\0\0\x01")
TABEL = _stuk(0xC4, b"tabel")
EINDE = b"\xff\xd9"
ANDER = BEGIN + EXIF + MAAT + SCAN + EINDE
KLEUR_MET_MEER = _stuk(0xEE, b"Adobe\0\x64\0\0\0\0\x01" + KANARIE.encode())


@pytest.mark.parametrize(
    ("jpeg", "blijft"),
    [
        (BEGIN + EXIF + _stuk(0xFE, KANARIE.encode()) + MAAT + SCAN + EINDE, MAAT + SCAN),
        (BEGIN + MAAT + SCAN + EINDE + KANARIE.encode(), MAAT + SCAN),
        (BEGIN + MAAT + SCAN + EINDE + ANDER, MAAT + SCAN),
        (BEGIN + MAAT + SCAN + EXIF + TABEL + SCAN + EINDE, MAAT + SCAN + TABEL + SCAN),
        (BEGIN + ADOBE + MAAT + SCAN + EINDE, ADOBE + MAAT + SCAN),
        (BEGIN + KLEUR_MET_MEER + MAAT + SCAN + EINDE, MAAT + SCAN),
        (BEGIN + MAAT + SCAN + _stuk(0xC0, KANARIE.encode()) + EINDE, MAAT + SCAN),
    ],
    ids=["vooraf", "erachter", "tweede beeld", "tussen scans", "kleur", "kleur met meer", "maat na scan"],
)
def test_jpeg__zonder_wat_de_camera_schreef(jpeg: bytes, blijft: bytes) -> None:
    uit = delen(open_sjabloon(ander_beeld(jpeg)(sjabloon())).inhoud)
    (beeld,) = (inhoud for naam, inhoud in uit.items() if naam.startswith("word/media/"))
    jfif = _stuk(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0")
    assert beeld == BEGIN + jfif + blijft + EINDE


@pytest.mark.parametrize(
    "jpeg", [BEGIN + MAAT + EINDE, BEGIN + MAAT + SCAN, BEGIN + MAAT, BEGIN + SCAN + EINDE]
)
def test_jpeg__zonder_beeld_maat_of_einde__wordt_geweigerd(jpeg: bytes) -> None:
    with pytest.raises(Onleesbaar, match="is beschadigd"):
        open_sjabloon(ander_beeld(jpeg)(sjabloon()))
