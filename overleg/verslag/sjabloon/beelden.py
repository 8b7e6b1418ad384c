"""Pictures of a template: PNG and JPEG only, without what a camera or a program wrote into them."""

import struct
from collections.abc import Iterator
from io import BytesIO
from typing import Final

from docx.image.image import Image

from overleg.verslag.bestanden import Onleesbaar

PNG: Final = b"\x89PNG\r\n\x1a\n"
JPEG: Final = b"\xff\xd8"
MEESTE_PUNTEN: Final = 25_000_000
PNG_BLIJFT: Final = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"pHYs", b"sBIT"}
)
"""What a picture is drawn by; texts, times and places of the maker are in other pieces."""
_VLAG, _EOI, _SOS, _APP14, _COM = 0xFF, 0xD9, 0xDA, 0xEE, 0xFE
_KORTST: Final = 2
_APPS: Final = range(0xE0, 0xF0)
_JFIF: Final = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
SOORT = (
    "In de kop- of voettekst staat een afbeelding die geen PNG of JPEG is. Bewaar het logo als PNG, zet het "
    "opnieuw in het sjabloon en kies het bestand nog eens."
)
TE_GROOT = (
    "Een afbeelding in de kop- of voettekst is te groot. Maak haar kleiner en kies het bestand opnieuw."
)


def schoon_beeld(inhoud: bytes) -> bytes:
    """Return the picture alone. Raises Onleesbaar for another kind or a huge one."""
    if inhoud.startswith(PNG):
        schoon = PNG + b"".join(_stukken_van_png(inhoud))
    elif inhoud.startswith(JPEG):
        schoon = b"".join(_stukken_van_jpeg(inhoud))
    else:
        raise Onleesbaar(SOORT)
    beeld = Image.from_file(BytesIO(schoon))
    if not 0 < beeld.px_width * beeld.px_height <= MEESTE_PUNTEN:
        raise Onleesbaar(TE_GROOT)
    return schoon


def _stukken_van_png(inhoud: bytes) -> Iterator[bytes]:
    plek = len(PNG)
    while True:
        lengte, soort = struct.unpack_from(">I4s", inhoud, plek)
        einde = plek + 12 + lengte
        if einde > len(inhoud):
            raise ValueError("een afgebroken afbeelding")
        if soort in PNG_BLIJFT:
            yield inhoud[plek:einde]
        if soort == b"IEND":
            return
        plek = einde


def _stukken_van_jpeg(inhoud: bytes) -> Iterator[bytes]:
    """Yield the pieces up to the first scan, and all scans as they are."""
    yield JPEG + _JFIF
    plek = len(JPEG)
    while True:
        vlag, merk, lengte = struct.unpack_from(">BBH", inhoud, plek)
        if vlag != _VLAG or lengte < _KORTST:
            raise ValueError("geen JPEG")
        if merk == _SOS:
            yield inhoud[plek : inhoud.rindex(bytes((_VLAG, _EOI))) + 2]
            return
        if merk == _APP14 or (merk not in _APPS and merk != _COM):
            yield inhoud[plek : plek + 2 + lengte]
        plek += 2 + lengte
