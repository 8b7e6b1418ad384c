"""Text about people as ciphertext: a key for each casus and overleg, locked with a key outside the database.

A text is stored as `1:<whose key>:<nonce and ciphertext>`, so that it says by itself which key opens it. The
key is part of a row of `sleutel`, locked with the master key; taking that row away makes every copy of the
text unreadable. A text of several casussen (an adopted verslag) is stored in pieces, one after the other.

Sealed with AES-GCM: changed ciphertext, or ciphertext put in another column or under another casus, does not
open. Source: veiligheid.md §2 "Retention and destruction"; docs/besluiten/019.
"""

import base64
import hmac
import os
import time
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import groupby
from operator import itemgetter
from weakref import WeakKeyDictionary

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy.engine import Dialect

SLEUTELLENGTE = 32
NONCE = 12
ALGEMEEN = uuid.UUID(int=0)
"""For what is of no casus: the master key itself."""
WIE = slice(2, 34)
"""Where the id of the key stands in a piece."""
VORM = "1:"
TUSSEN = "|"
HOUDBAAR = 300.0
"""So many seconds a process may use a key before it looks again whether it is still there."""

Haal = Callable[[str], Iterable[tuple[str, str]]]
"""Gives the locked keys that belong with the one asked for: (whose, locked)."""


_gaten: ContextVar[bool] = ContextVar("gaten", default=False)


class Onleesbaar(Exception):
    """A text cannot be opened: it is not what was stored here."""


class SleutelWeg(Onleesbaar):
    """A text cannot be opened: its key is gone."""


class MetGaten(str):
    """A text of which pieces are gone; instead of each stands `{"weg":"<whose>"}`, which is JSON."""


@contextmanager
def sleutels_mogen_missen() -> Iterator[None]:
    """In here a text whose key is gone reads as empty, or as MetGaten: for destroying it once more."""
    merk = _gaten.set(True)
    try:
        yield
    finally:
        _gaten.reset(merk)


class Deeltekst(str):
    """A text made of pieces about several casussen; `delen` are (casus, or None for the rest; piece)."""

    delen: tuple[tuple[uuid.UUID | None, str], ...]

    @classmethod
    def van(cls, delen: Iterable[tuple[uuid.UUID | None, str]]) -> "Deeltekst":
        """Return the pieces as one text; pieces beside each other with one key become one."""
        alle = tuple(
            (voor, "".join(stuk for _, stuk in groep)) for voor, groep in groupby(delen, itemgetter(0))
        )
        tekst = cls("".join(stuk for _voor, stuk in alle))
        tekst.delen = alle
        return tekst


class Gemerkt(str):
    """A text that says whose key seals it, on its way to the database; the same text to everyone else."""

    delen: tuple[tuple[str, str], ...]

    @classmethod
    def voor(cls, wie: uuid.UUID, tekst: str) -> "Gemerkt":
        """Return `tekst` to be sealed for this casus or overleg."""
        gemerkt = cls(tekst)
        delen = tekst.delen if isinstance(tekst, Deeltekst) else ((None, tekst),)
        gemerkt.delen = tuple(((eigen or wie).hex, stuk) for eigen, stuk in delen)
        return gemerkt


class Kast:
    """The keys that one process uses with one database."""

    def __init__(self, hoofdsleutel: bytes, haal: Haal) -> None:
        """Open keys with `hoofdsleutel`; `haal` gets them, with those that will be needed along with it."""
        self._hoofd = AESGCM(hoofdsleutel)
        self._merksleutel = HKDF(SHA256(), SLEUTELLENGTE, None, b"persoonsmerk").derive(hoofdsleutel)
        self._haal = haal
        self._dicht: dict[str, tuple[float, str]] = {}
        self._open: dict[str, tuple[float, AESGCM]] = {}

    def merk(self, tekst: str) -> str:
        """Return a keyed hash of a text, with a key of its own that follows from the master key."""
        return hmac.digest(self._merksleutel, tekst.encode(), "sha256").hex()

    def nieuw(self, wie: str) -> str:
        """Make a key and return it locked, to be stored; until then only this process has it."""
        sleutel = os.urandom(SLEUTELLENGTE)
        nonce = os.urandom(NONCE)
        self._open[wie] = (time.perf_counter() + HOUDBAAR, AESGCM(sleutel))
        return base64.b64encode(nonce + self._hoofd.encrypt(nonce, sleutel, wie.encode())).decode()

    def leg_klaar(self, sleutels: Iterable[tuple[str, str]]) -> None:
        """Take locked keys that were fetched already."""
        tot = time.perf_counter() + HOUDBAAR
        self._dicht.update({wie: (tot, dicht) for wie, dicht in sleutels})

    def past(self, wie: str, dicht: str) -> bool:
        """Whether the master key opens this locked key."""
        try:
            self._ontsluit(wie, dicht)
        except Onleesbaar:
            return False
        return True

    def vergeet(self, wie: str) -> None:
        """Forget a key that was destroyed."""
        self._open.pop(wie, None)
        self._dicht.pop(wie, None)

    def verzegel(self, tekst: Gemerkt, plek: str) -> str:
        """Return the ciphertext of `tekst` for the column `plek`; raises Onleesbaar without its key."""
        return TUSSEN.join(self._verzegel(wie, stuk, plek) for wie, stuk in tekst.delen)

    def open(self, waarde: str, plek: str) -> str:
        """Return the text; raises Onleesbaar when it was not stored here, SleutelWeg without its key."""
        try:
            return "".join(self._ontzegel(stuk, plek) for stuk in waarde.split(TUSSEN))
        except SleutelWeg:
            if not _gaten.get():
                raise
            return self._open_met_gaten(waarde.split(TUSSEN), plek)

    def _open_met_gaten(self, stukken: list[str], plek: str) -> str:
        if len(stukken) == 1:
            return ""
        return MetGaten("".join(self._ontzegel_of_gat(stuk, plek) for stuk in stukken))

    def _ontzegel_of_gat(self, stuk: str, plek: str) -> str:
        try:
            return self._ontzegel(stuk, plek)
        except SleutelWeg:
            return f'{{"weg":"{uuid.UUID(stuk[WIE])}"}}'

    def _verzegel(self, wie: str, tekst: str, plek: str) -> str:
        nonce = os.urandom(NONCE)
        dicht = self._sleutel(wie).encrypt(nonce, tekst.encode(), _gebonden(wie, plek))
        return f"{VORM}{wie}:{base64.b64encode(nonce + dicht).decode('ascii')}"

    def _ontzegel(self, stuk: str, plek: str) -> str:
        soort, wie = stuk[:2], stuk[WIE]
        if soort != VORM:
            raise Onleesbaar(f"geen versleutelde tekst in {plek}")
        rauw = base64.b64decode(stuk[WIE.stop + 1 :])
        try:
            return self._sleutel(wie).decrypt(rauw[:NONCE], rauw[NONCE:], _gebonden(wie, plek)).decode()
        except InvalidTag as fout:
            raise Onleesbaar(f"een tekst in {plek} is niet wat er is opgeslagen") from fout

    def _sleutel(self, wie: str) -> AESGCM:
        if wie == ALGEMEEN.hex:
            return self._hoofd
        moment = time.perf_counter()
        bewaard = self._open.get(wie)
        if bewaard is not None and bewaard[0] > moment:
            return bewaard[1]
        self._open.pop(wie, None)
        tot, dicht = self._dicht.get(wie, (0.0, ""))
        if tot <= moment:
            self._dicht.pop(wie, None)
            self.leg_klaar(self._haal(wie))
            tot, dicht = self._dicht.get(wie, (0.0, ""))
        if not dicht:
            raise SleutelWeg("de sleutel van deze tekst is er niet meer")
        sleutel = self._ontsluit(wie, dicht)
        self._open[wie] = (tot, sleutel)
        return sleutel

    def _ontsluit(self, wie: str, dicht: str) -> AESGCM:
        rauw = base64.b64decode(dicht)
        try:
            return AESGCM(self._hoofd.decrypt(rauw[:NONCE], rauw[NONCE:], wie.encode()))
        except InvalidTag as fout:
            raise Onleesbaar("de hoofdsleutel past niet op deze database") from fout


_kasten: WeakKeyDictionary[Dialect, Kast] = WeakKeyDictionary()
"""An engine and its dialect belong together, and the dialect is what a column type gets to see."""


def zet_kast(dialect: Dialect, kast: Kast) -> None:
    """Say which keys belong to the engine of `dialect`."""
    _kasten[dialect] = kast


def kast_van(dialect: Dialect) -> Kast:
    """Return the keys of this engine; KeyError when it has none."""
    return _kasten[dialect]


def _gebonden(wie: str, plek: str) -> bytes:
    return f"{wie}:{plek}".encode()
