"""A Word file or a sheet is a zip of parts: taking them out, and putting others in their place."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile


def delen(inhoud: bytes) -> dict[str, bytes]:
    """Return all parts by name."""
    with ZipFile(BytesIO(inhoud)) as pak:
        return {naam: pak.read(naam) for naam in pak.namelist()}


def deel_van(inhoud: bytes, naam: str) -> bytes:
    """Return one part."""
    with ZipFile(BytesIO(inhoud)) as pak:
        return pak.read(naam)


def met_delen(inhoud: bytes, nieuw: Mapping[str, bytes], *, zonder: tuple[str, ...] = ()) -> bytes:
    """Return the file with parts more, or others in their place."""
    uit = BytesIO()
    with ZipFile(BytesIO(inhoud)) as bron, ZipFile(uit, "w", ZIP_DEFLATED) as doel:
        for info in bron.infolist():
            if info.filename not in nieuw and info.filename not in zonder:
                doel.writestr(info, bron.read(info))
        for naam, deel in nieuw.items():
            doel.writestr(naam, deel)
    return uit.getvalue()


def met_deel(inhoud: bytes, naam: str, deel: bytes, *, weg: str = "") -> bytes:
    """Return the file with one part more, or another in its place."""
    return met_delen(inhoud, {naam: deel}, zonder=(weg,))
