"""Clients that cost little: a socket each, read by a greenlet; the whole process is patched by gevent."""

from __future__ import annotations

import re
import socket
import time
from collections.abc import Callable, Mapping
from urllib.parse import urlencode

import gevent

ADRES = "127.0.0.1"
BROWSER = "bench"
MEESTE = 65536
LENGTE = re.compile(rb"content-length:\s*(\d+)", re.IGNORECASE)


class Lijn:
    """One connection that stays open: asks, and reads the answer whole."""

    def __init__(self, poort: int, cookie: str = "") -> None:
        self.poort = poort
        self.kop = f"Host: {ADRES}:{poort}\r\nUser-Agent: {BROWSER}\r\n"
        self.kop += f"Cookie: {cookie}\r\n" if cookie else ""
        self._lijn: socket.socket | None = None

    def get(self, pad: str) -> bytes:
        """Fetch a page; raises RuntimeError when it is not there."""
        return self._vraag(f"GET {pad} HTTP/1.1\r\n{self.kop}\r\n".encode())

    def post(self, pad: str, gegevens: Mapping[str, object], token: str = "") -> bytes:
        """Send a form; raises RuntimeError when it is refused."""
        inhoud = urlencode(gegevens).encode()
        kop = f"POST {pad} HTTP/1.1\r\n{self.kop}HX-Request: true\r\nX-CSRFToken: {token}\r\n"
        kop += "Content-Type: application/x-www-form-urlencoded\r\n"
        return self._vraag(f"{kop}Content-Length: {len(inhoud)}\r\n\r\n".encode() + inhoud)

    def _vraag(self, vraag: bytes) -> bytes:
        for poging in (1, 2):
            try:
                return self._heen_en_weer(vraag)
            except OSError:
                self._lijn = None
                if poging == 2:  # noqa: PLR2004 - a line that was closed meanwhile is opened once more
                    raise
        raise AssertionError

    def _heen_en_weer(self, vraag: bytes) -> bytes:
        if self._lijn is None:
            self._lijn = socket.create_connection((ADRES, self.poort), timeout=60)
            self._lijn.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._lijn.sendall(vraag)
        ruw = b""
        while b"\r\n\r\n" not in ruw:
            ruw += self._lees()
        kop, _, inhoud = ruw.partition(b"\r\n\r\n")
        if not kop.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(f"{vraag[:80]!r}: {kop[:200]!r} {inhoud[:300]!r}")
        lengte = int(LENGTE.search(kop)[1])  # type: ignore[index] # gunicorn always says it
        while len(inhoud) < lengte:
            inhoud += self._lees()
        return inhoud

    def _lees(self) -> bytes:
        stuk = self._lijn.recv(MEESTE) if self._lijn else b""
        if not stuk:
            raise ConnectionError
        return stuk


class Stroom:
    """An open stream; calls `bij_sein` at every signal."""

    def __init__(self, poort: int, pad: str, cookie: str = "") -> None:
        self.bij_sein: Callable[[], None] | None = None
        self.lijn = socket.create_connection((ADRES, poort), timeout=120)
        kop = f"GET {pad} HTTP/1.1\r\nHost: {ADRES}:{poort}\r\nUser-Agent: {BROWSER}\r\n"
        self.lijn.sendall(f"{kop}Cookie: {cookie}\r\n\r\n".encode())
        begin = b""
        while b": begin" not in begin:
            begin += self.lijn.recv(MEESTE)
            if b"HTTP/1.1 200" not in begin[:20]:
                raise RuntimeError(begin[:300])
        self.greenlet = gevent.spawn(self._lees)

    def _lees(self) -> None:
        self.lijn.settimeout(None)
        while stuk := self.lijn.recv(MEESTE):
            if b"data: " in stuk and b"hartslag" not in stuk and self.bij_sein:
                self.bij_sein()

    def dicht(self) -> None:
        """Leave."""
        self.greenlet.kill()
        self.lijn.close()


def tegelijk(clients: list[Callable[[], None]], seconden: float) -> float:
    """Let each client go on for so long; return how many times a second they were done together."""
    einde, gedaan = time.monotonic() + seconden, [0]

    def ga_door(doe: Callable[[], None]) -> None:
        while time.monotonic() < einde:
            doe()
            gedaan[0] += 1

    begin = time.monotonic()
    gevent.joinall([gevent.spawn(ga_door, doe) for doe in clients], raise_error=True)
    return gedaan[0] / (time.monotonic() - begin)
