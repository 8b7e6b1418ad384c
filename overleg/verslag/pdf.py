"""Turning a Word file of ours into PDF, where LibreOffice is installed; never a file of somebody else.

The program gets a folder and a profile of its own, no settings of ours, and bounds on time, memory and what
it writes. It runs outside every transaction: it takes seconds.
"""

import contextlib
import os
import shutil
import signal
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Final

SECONDEN: Final = 60
GROOTSTE: Final = 20 * 1024 * 1024
GRENZEN: Final = 'ulimit -t 60 && ulimit -v 4194304 && ulimit -f 65536 && ulimit -c 0 && exec "$@"'
"""Seconds of the processor, memory in kB, size of a file in blocks, no image of a crash."""
PROGRAMMAS: Final = ("soffice", "libreoffice")
MISLUKT = (
    "Het voorbeeld als PDF is niet gelukt. Haal het voorbeeld als Word-bestand op: dat is hetzelfde document."
)
BEZET = "Er wordt net een ander voorbeeld gemaakt. Wacht een halve minuut en probeer het opnieuw."
_een_tegelijk = Lock()
"""In this process; a server with more workers makes at most one for each (besluiten/033)."""


class GeenPdf(Exception):
    """There is no PDF; `zin` says what to do instead."""

    def __init__(self, zin: str) -> None:
        """Keep the sentence for the page."""
        super().__init__(zin)
        self.zin = zin


def kan_pdf() -> bool:
    """Whether LibreOffice is installed on this machine."""
    return _programma() is not None


def _programma() -> str | None:
    return next((pad for naam in PROGRAMMAS if (pad := shutil.which(naam))), None)


def maak_pdf(word: bytes, *, seconden: int = SECONDEN) -> bytes:
    """Return a Word file that we made as PDF. Raises GeenPdf: not installed, busy, too slow, too large."""
    programma = _programma()
    if programma is None:
        raise GeenPdf(MISLUKT)
    if not _een_tegelijk.acquire(blocking=False):
        raise GeenPdf(BEZET)
    try:
        with TemporaryDirectory(prefix="overleg-pdf-", ignore_cleanup_errors=True) as map_:
            return _zet_om(programma, Path(map_), word, seconden)
    finally:
        _een_tegelijk.release()


def _zet_om(programma: str, map_: Path, word: bytes, seconden: int) -> bytes:
    (map_ / "voorbeeld.docx").write_bytes(word)
    profiel = f"-env:UserInstallation={(map_ / 'profiel').as_uri()}"
    opties = ["--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"]
    opdracht = [programma, *opties, profiel, "--convert-to", "pdf", "--outdir", str(map_), "voorbeeld.docx"]
    _draai(["/bin/sh", "-c", GRENZEN, "sh", *opdracht], map_, seconden)
    pdf = map_ / "voorbeeld.pdf"
    if not pdf.is_file() or pdf.stat().st_size > GROOTSTE:
        raise GeenPdf(MISLUKT)
    inhoud = pdf.read_bytes()
    if not inhoud.startswith(b"%PDF"):
        raise GeenPdf(MISLUKT)
    return inhoud


def _draai(opdracht: list[str], map_: Path, seconden: int) -> None:
    """Run to the end, or end it with all it started."""
    omgeving = {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "HOME": str(map_), "LANG": "C.UTF-8"}
    with subprocess.Popen(  # noqa: S603 our own words, and the path of a program that `which` found
        opdracht,
        cwd=map_,
        env=omgeving,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as proces:
        try:
            proces.wait(timeout=seconden)
        except subprocess.TimeoutExpired as fout:
            raise GeenPdf(MISLUKT) from fout
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(proces.pid, signal.SIGKILL)
