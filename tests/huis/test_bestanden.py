"""Rules for every file, whatever is in it."""

from __future__ import annotations

import re
import subprocess

from scripts.gemeen import WORTEL
from tests.huis.bestanden import CODE, bestanden, meld

MEESTE_REGELS = 400
DIT_BESTAND = "tests/huis/test_bestanden.py"
LEGE_BELOFTE = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
SLAAT_OVER = re.compile(r"pytest\.mark\.(skip|skipif|xfail)\b|pytest\.(skip|importorskip|xfail)\(")
KOPPEN_BESLUIT = ("Situation", "Choice", "Path not taken", "Consequence", "How we would notice")
# Written in parts, so that this file does not find itself.
HOSTS = [f"{naam}.org" for naam in ("py" + "pi", "python" + "hosted", "npm" + "js")]


def in_git() -> list[str]:
    """Return the paths of all text files that are, or are about to be, committed."""
    regel = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    namen = subprocess.run(regel, cwd=WORTEL, capture_output=True, text=True, check=True).stdout.splitlines()
    return [naam for naam in namen if (WORTEL / naam).is_file()]


def test_bestand__nooit_te_lang() -> None:
    alle = bestanden(*CODE, soort=".py") | bestanden("templates", soort=".html")
    alle |= bestanden("static/js", soort=".js") | bestanden("static/css", soort=".css")
    lengtes = {pad: len(tekst.splitlines()) for pad, tekst in alle.items()}
    lang = [f"{pad}: {lengte}" for pad, lengte in lengtes.items() if lengte > MEESTE_REGELS]
    meld(lang, f"Files of more than {MEESTE_REGELS} lines: split them by verb, not by number.")


def test_bestand__geen_lege_beloften() -> None:
    alle = bestanden(*CODE, soort=".py") | bestanden("templates", soort=".html")
    gevonden = [pad for pad, tekst in alle.items() if pad != DIT_BESTAND and LEGE_BELOFTE.search(tekst)]
    meld(gevonden, "Do it now, or write an issue; the code makes no promises.")


def test_tests__slaan_niets_over() -> None:
    alle = bestanden("tests", soort=".py").items()
    gevonden = [pad for pad, tekst in alle if pad != DIT_BESTAND and SLAAT_OVER.search(tekst)]
    meld(gevonden, "A test runs or is not there.")


def test_bestand__noemt_geen_registry() -> None:
    gevonden = []
    for pad in in_git():
        inhoud = (WORTEL / pad).read_bytes()
        gevonden += [f"{pad}: {host}" for host in HOSTS if host.encode() in inhoud]
    meld(gevonden, "Where packages come from is the machine's setting; no file of ours names it.")


def test_besluit__heeft_zijn_koppen() -> None:
    fouten = []
    for pad, tekst in bestanden("docs/besluiten", soort=".md").items():
        koppen = [regel.lstrip("# ").strip() for regel in tekst.splitlines() if regel.startswith("#")]
        missend = [kop for kop in KOPPEN_BESLUIT if not any(eigen.startswith(kop) for eigen in koppen)]
        if missend and not pad.endswith("README.md"):
            fouten.append(f"{pad}: {', '.join(missend)}")
    meld(fouten, "A decision tells the situation, the choice, the path not taken, and the consequence.")
