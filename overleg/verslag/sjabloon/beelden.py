"""Pictures of a template: PNG and JPEG only, without what a camera or a program wrote into them."""

import re
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
_VLAG, _EOI, _SOS = 0xFF, 0xD9, 0xDA
_KORTST: Final = 2
_TUSSEN: Final = frozenset({0xC4, 0xDB, 0xDD})
"""Tables, and how often a scan begins anew (DHT, DQT, DRI): these may stand between scans too."""
_VOORAF: Final = _TUSSEN | {0xC0, 0xC1, 0xC2}
"""With the size and kind of the picture (SOF): baseline, extended, progressive."""
_ADOBE: Final = b"\xff\xee\x00\x0eAdobe"
"""How the colours are meant, in a piece of one length only."""
_NA_SCAN: Final = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""The first piece after a scan: in it FF is followed by nothing, or by a place where it begins anew (RST)."""
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
    """Yield the pieces that draw the picture, scans among them, up to its end and not further.

    A camera puts another picture after it, with a place and a time of its own.
    """
    yield JPEG + _JFIF
    plek, blijft = len(JPEG), _VOORAF
    while inhoud[plek : plek + 2] != bytes((_VLAG, _EOI)):
        vlag, merk, lengte = struct.unpack_from(">BBH", inhoud, plek)
        einde = plek + 2 + lengte
        if vlag != _VLAG or lengte < _KORTST or einde > len(inhoud):
            raise ValueError("geen JPEG")
        if merk == _SOS:
            einde, blijft = _einde_van_scan(inhoud, einde), _TUSSEN
        if merk == _SOS or merk in blijft or _is_kleurwijze(inhoud, plek):
            yield inhoud[plek:einde]
        plek = einde
    if blijft is not _TUSSEN:
        raise ValueError("een afbeelding zonder beeld")
    yield bytes((_VLAG, _EOI))


def _einde_van_scan(inhoud: bytes, plek: int) -> int:
    volgende = _NA_SCAN.search(inhoud, plek)
    if volgende is None:
        raise ValueError("een afgebroken afbeelding")
    return volgende.start()


def _is_kleurwijze(inhoud: bytes, plek: int) -> bool:
    return inhoud.startswith(_ADOBE, plek)
