"""What is in a backup: one line that says what it is, and behind it the copy itself, encrypted with age.

Without this application: `age -d -i KEY FILE | tail -n +2` gives the SQLite file, or a dump for pg_restore.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BufferedIOBase
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from pyrage import DecryptError, decrypt_io, encrypt_io, x25519

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

NAAM = "actie-overleg"
VERSIE = "2"
"""Since 2 the keys of texts are kept apart (decision 019); in a backup of before, texts are not sealed."""
ZONDER_SLEUTELS = "1"
LANGSTE_KOP = 200


class OnleesbareKopie(RuntimeError):
    """No backup, or the key does not open it; the message says which."""


class _Leesbaar(Protocol):
    def read(self, aantal: int = -1, /) -> bytes: ...


@dataclass(frozen=True)
class Kop:
    """What a backup is: of which kind of database, of when, and of which shape."""

    soort: str
    moment: datetime
    versie: str = VERSIE

    def __str__(self) -> str:
        return f"{NAAM} {self.versie} {self.soort} {self.moment.isoformat(timespec='seconds')}\n"

    @classmethod
    def uit(cls, regel: bytes) -> "Kop":
        """Return what the first line says; raises OnleesbareKopie for anything else."""
        try:
            naam, versie, soort, moment = regel.decode("ascii").split()
            kent = naam == NAAM and versie in {VERSIE, ZONDER_SLEUTELS}
            kop = cls(soort, datetime.fromisoformat(moment), versie) if kent else None
        except ValueError:
            kop = None
        if kop is None:
            raise OnleesbareKopie("This file is no backup of this application.")
        return kop


class _Ervoor(BufferedIOBase):
    """A stream with a line before it."""

    def __init__(self, kop: bytes, bron: _Leesbaar) -> None:
        self.kop, self.bron = kop, bron

    def read(self, aantal: int | None = -1, /) -> bytes:
        """Return the next bytes."""
        aantal = -1 if aantal is None else aantal
        deel, self.kop = (self.kop, b"") if aantal < 0 else (self.kop[:aantal], self.kop[aantal:])
        return deel or self.bron.read(aantal)


class _Erna(BufferedIOBase):
    """Takes a stream, keeps its first line apart, and writes the rest."""

    def __init__(self, doel: BufferedIOBase) -> None:
        self.doel, self.begin, self.kop = doel, b"", b""

    def write(self, stuk: "ReadableBuffer", /) -> int:
        """Take the next bytes."""
        deel = bytes(stuk)
        if self.kop:
            return self.doel.write(deel)
        self.begin += deel
        regel, einde, rest = self.begin.partition(b"\n")
        if einde:
            self.kop = regel
            self.doel.write(rest)
        elif len(self.begin) > LANGSTE_KOP:
            raise OnleesbareKopie("This file is no backup of this application.")
        return len(deel)

    def flush(self) -> None:
        """Write what waits."""
        self.doel.flush()


def versleutel(
    kop: Kop, bron: _Leesbaar, doel: BufferedIOBase, ontvangers: Sequence[x25519.Recipient]
) -> None:
    """Write `bron` to `doel`, for whoever holds one of the keys."""
    encrypt_io(_Ervoor(str(kop).encode("ascii"), bron), doel, ontvangers)


def ontsleutel(bestand: Path, doel: BufferedIOBase, geheimen: Sequence[x25519.Identity]) -> Kop:
    """Write what is in a backup to `doel`; raises OnleesbareKopie when the key does not open it whole."""
    erna = _Erna(doel)
    try:
        with bestand.open("rb") as bron:
            decrypt_io(bron, erna, geheimen)
    except (DecryptError, OSError) as fout:
        raise OnleesbareKopie(
            f"This key does not open {bestand.name}, or the file is damaged: {fout}"
        ) from None
    doel.flush()
    return Kop.uit(erna.kop)
