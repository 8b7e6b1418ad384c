"""A mail server of a few lines, on a free port of loopback, that can be told to misbehave."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default


@dataclass
class Postbus:
    """What the server took in, and what it must do wrong."""

    url: str = ""
    ontvangen: list[EmailMessage] = field(default_factory=list)
    weiger_met: str = ""
    """The answer to a recipient, instead of well."""
    breek_af: bool = False
    """Take the mail in and break the line instead of confirming."""


class _Gesprek(socketserver.StreamRequestHandler):
    server: _Server

    def _zeg(self, regel: str) -> None:
        self.wfile.write(f"{regel}\r\n".encode())

    def handle(self) -> None:
        """Speak as much SMTP as a client needs."""
        self._zeg("220 proef")
        while regel := self.rfile.readline().decode().strip():
            woord = regel.split()[0].upper()
            if woord == "QUIT":
                break
            if woord == "DATA":
                if not self._neem_aan():
                    return
            elif woord == "RCPT" and self.server.postbus.weiger_met:
                self._zeg(self.server.postbus.weiger_met)
            else:
                self._zeg("250 goed")

    def _neem_aan(self) -> bool:
        self._zeg("354 ga door")
        regels = []
        while (regel := self.rfile.readline()) != b".\r\n":
            regels.append(regel.removeprefix(b"."))
        bericht = message_from_bytes(b"".join(regels), policy=default)
        assert isinstance(bericht, EmailMessage)
        self.server.postbus.ontvangen.append(bericht)
        if self.server.postbus.breek_af:
            return False
        self._zeg("250 aangenomen")
        return True


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True

    def __init__(self, postbus: Postbus) -> None:
        self.postbus = postbus
        super().__init__(("127.0.0.1", 0), _Gesprek)


@contextmanager
def postbus() -> Iterator[Postbus]:
    """Run the server until the block ends."""
    bus = Postbus()
    with _Server(bus) as server:
        bus.url = f"smtp://127.0.0.1:{server.server_address[1]}"
        draad = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        draad.start()
        try:
            yield bus
        finally:
            server.shutdown()
            draad.join()
