"""What an uploaded file must be before anything opens it: small, whole, of one kind (veiligheid.md §3).

A zip can unfold to thousands of times its size, and XML to more; so both are measured first. Nothing is
written to disk, and no address in the file is ever asked for.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath
from traceback import extract_tb
from typing import Final
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

GROOTSTE: Final = 2 * 1024 * 1024
GROOTSTE_UITGEPAKT: Final = 20 * 1024 * 1024
MEESTE_DELEN: Final = 100
MEESTE_ELEMENTEN: Final = 100_000
"""In all parts together; a sheet of a thousand rows as Google Sheets saves it has half of that."""
STUK: Final = 64 * 1024
INHOUD: Final = "[Content_Types].xml"
UITVOERBAAR: Final = ("vbaproject", "vbadata", "macrosheets/", "activex/", "embeddings/")
"""Parts by which a file does something: macros old and new, controls, files in the file."""

_VOORAF: Final = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"
"""What may stand before the first sign of XML: marks of how it was written, and white space."""

log = logging.getLogger(__name__)


class Onleesbaar(Exception):
    """The file is not taken; `zin` says why, and what to do."""

    def __init__(self, zin: str) -> None:
        """Keep the sentence for the page."""
        super().__init__(zin)
        self.zin = zin


@dataclass(frozen=True, slots=True)
class Bestandssoort:
    """A kind of file that can be handed in, and the words for it."""

    naam: str
    hoofdsoorten: tuple[bytes, ...]
    """What the list of kinds may call its main part."""
    nieuw: str
    oud: str
    programma: str
    vol: str
    """What there is too much of in a file with too many elements."""
    opnieuw: str
    """What to do when it is not taken."""
    laat_liggen: tuple[str, ...] = ("/hyperlink",)
    """Kinds of links to elsewhere that refuse no file: one to click, or one that nothing of ours follows."""


@contextmanager
def gekeurd(inhoud: bytes, soort: Bestandssoort) -> Iterator[None]:
    """Let the block read a file of `soort` that is safe to open. Raises Onleesbaar otherwise.

    Whatever the libraries make of a file that is broken, or made up, becomes a sentence for who handed it in;
    the log keeps what it was, without anything of the file.
    """
    try:
        keur(inhoud, soort)
        yield
    except Onleesbaar:
        raise
    except Exception as fout:
        log.warning("%s niet te lezen: %s in %s", soort.naam, type(fout).__name__, _plek(fout))
        zin = f"Dit bestand is beschadigd of geen {soort.naam} ({soort.nieuw}). {soort.opnieuw}"
        raise Onleesbaar(zin) from fout


def _plek(fout: Exception) -> str:
    """Return where it went wrong, so that a mistake of ours is found; no value of the file."""
    laatste = extract_tb(fout.__traceback__)[-1]
    return f"{PurePath(laatste.filename).name}:{laatste.lineno}, {laatste.name}"


def keur(inhoud: bytes, soort: Bestandssoort) -> None:
    """Let through a file of `soort` that is safe to open. Raises Onleesbaar otherwise.

    What is no zip or no XML raises what the libraries raise: `gekeurd` makes a sentence of it.
    """
    if len(inhoud) > GROOTSTE:
        megabyte = GROOTSTE // 1024 // 1024
        raise Onleesbaar(f"Dit bestand is te groot: hoogstens {megabyte} MB. {soort.opnieuw}")
    if inhoud.startswith(b"\xd0\xcf\x11\xe0"):
        raise Onleesbaar(
            f"Dit bestand heeft een wachtwoord of is in een oude vorm bewaard ({soort.oud}). "
            f"Bewaar het zonder wachtwoord als {soort.nieuw} en kies het opnieuw."
        )
    if not inhoud.startswith(b"PK"):
        raise Onleesbaar(f"Dit bestand is geen {soort.naam} ({soort.nieuw}). {soort.opnieuw}")
    with ZipFile(BytesIO(inhoud)) as pak:
        delen = pak.infolist()
        _keur_delen(delen, soort)
        _keur_soort(pak, {deel.filename for deel in delen}, soort)
        _keur_xml(pak, delen, soort)


def _keur_delen(delen: list[ZipInfo], soort: Bestandssoort) -> None:
    """Refuse by the list of parts alone, before any is unpacked."""
    uitgepakt = sum(deel.file_size for deel in delen)
    if len(delen) > MEESTE_DELEN or uitgepakt > GROOTSTE_UITGEPAKT:
        raise Onleesbaar(f"Dit bestand is uitgepakt te groot. {soort.opnieuw}")
    namen = [deel.filename.replace("\\", "/").lower() for deel in delen]
    if len(set(namen)) < len(namen) or any(naam.startswith("/") or ".." in naam for naam in namen):
        raise _vreemd(soort)
    if any(deel.flag_bits & 1 or deel.compress_type not in {ZIP_STORED, ZIP_DEFLATED} for deel in delen):
        raise Onleesbaar(f"Dit bestand is versleuteld of anders ingepakt. {soort.opnieuw}")
    if any(woord in naam for naam in namen for woord in UITVOERBAAR):
        raise Onleesbaar(f"Dit bestand bevat macro’s of andere bestanden. {soort.opnieuw}")
    if any("externallinks/" in naam for naam in namen):
        raise _verwijst()


def _vreemd(soort: Bestandssoort) -> Onleesbaar:
    return Onleesbaar(f"Dit bestand is niet door een {soort.programma} gemaakt. {soort.opnieuw}")


def _verwijst() -> Onleesbaar:
    return Onleesbaar(
        "Dit bestand verwijst naar andere bestanden. Verbreek die koppelingen en kies het opnieuw."
    )


def _keur_soort(pak: ZipFile, namen: set[str], soort: Bestandssoort) -> None:
    soorten = pak.read(INHOUD) if INHOUD in namen else b""
    if b"macroEnabled" in soorten:
        raise Onleesbaar(f"Dit bestand is bewaard om macro’s te bevatten. {soort.opnieuw}")
    if not any(hoofdsoort in soorten for hoofdsoort in soort.hoofdsoorten):
        raise Onleesbaar(f"Dit bestand is geen {soort.naam} ({soort.nieuw}). {soort.opnieuw}")


class _Telling:
    """Counts the elements of a file, and refuses what no part of it may hold."""

    def __init__(self, soort: Bestandssoort) -> None:
        self.soort, self.aantal = soort, 0

    def tel(self, aantal: int = 1) -> None:
        self.aantal += aantal
        if self.aantal > MEESTE_ELEMENTEN:
            raise Onleesbaar(f"Dit {self.soort.naam} heeft te veel {self.soort.vol}. {self.soort.opnieuw}")

    def doctype(self, *_wat: object) -> None:
        raise _vreemd(self.soort)

    def element(self, _naam: str, kenmerken: dict[str, str]) -> None:
        """Let a link pass that the kind leaves lying; what a program fetches by itself is refused."""
        self.tel()
        buiten = kenmerken.get("TargetMode", "").strip().lower() == "external"
        if buiten and not kenmerken.get("Type", "").endswith(self.soort.laat_liggen):
            raise _verwijst()


def _keur_xml(pak: ZipFile, delen: list[ZipInfo], soort: Bestandssoort) -> None:
    """Read every part once, a bit at a time: no DOCTYPE, and no more elements than such a file has.

    What a part is does not hang on its name: one with another ending can be named as the main part too. Where
    it does not begin as XML does, every `<` counts as an element.
    """
    telling = _Telling(soort)
    for deel in delen:
        if not _is_xml(pak, deel):
            for stuk in _stukken(pak, deel):
                telling.tel(stuk.count(b"<"))
            continue
        lezer = expat.ParserCreate()
        lezer.StartDoctypeDeclHandler = telling.doctype
        lezer.StartElementHandler = telling.element
        for stuk in _stukken(pak, deel):
            lezer.Parse(stuk, False)
        lezer.Parse(b"", True)


def _is_xml(pak: ZipFile, deel: ZipInfo) -> bool:
    if deel.filename.lower().endswith((".xml", ".rels", ".vml")):
        return True
    with pak.open(deel) as bron:
        begin = bron.read(STUK).lstrip(_VOORAF)
    return begin.startswith(b"<")


def _stukken(pak: ZipFile, deel: ZipInfo) -> Iterator[bytes]:
    with pak.open(deel) as bron:
        while stuk := bron.read(STUK):
            yield stuk
