"""Rules for every template."""

from __future__ import annotations

import re

import pytest

from tests.huis.bestanden import bestanden, meld

SJABLONEN = bestanden("templates", soort=".html")
IN_JS = "put it in static/js; the policy refuses it here"
IN_CSS = "put it in static/css; the policy refuses it here"
VERBODEN = {
    "|safe": (re.compile(r"\|\s*safe\b"), "escape by the template; make HTML in a macro"),
    "autoescape": (re.compile(r"{%-?\s*autoescape\s+false"), "escaping stays on"),
    "inline script": (re.compile(r"<script(?![^>]*\bsrc=)", re.I), IN_JS),
    "inline style": (re.compile(r"<style\b|\sstyle\s*=", re.I), IN_CSS),
    "on-handler": (re.compile(r"<[^>{]*\son[a-z]+\s*=", re.I), IN_JS),
    "hx-on": (re.compile(r"\shx-on[:\-=]", re.I), "htmx would need eval for it; listen in static/js"),
    "hx-vals js": (re.compile(r"hx-(vals|headers)\s*=\s*[\"']js:", re.I), "htmx would need eval for it"),
    "javascript:": (re.compile(r"javascript:", re.I), "use a button and a listener in static/js"),
    "other server": (re.compile(r"(src|href)=[\"'](https?:)?//[^\"']*\.(js|css|woff2?|png|svg)", re.I),
                     "nothing is loaded from another server"),
}  # fmt: skip
GEEN_METHODE = re.compile(r"<form\b(?![^>]*\bmethod=)", re.I)


@pytest.mark.parametrize("naam", sorted(VERBODEN))
def test_sjabloon__houdt_zich_aan_het_huis(naam: str) -> None:
    patroon, raad = VERBODEN[naam]
    gevonden = []
    for pad, tekst in SJABLONEN.items():
        regels = enumerate(tekst.splitlines(), start=1)
        gevonden += [
            f"{pad}:{nummer}: {regel.strip()[:90]}" for nummer, regel in regels if patroon.search(regel)
        ]
    meld(gevonden, f"{naam} in a template: {raad}.")


def test_sjabloon__elk_formulier_noemt_zijn_methode() -> None:
    gevonden = [pad for pad, tekst in SJABLONEN.items() if GEEN_METHODE.search(tekst)]
    meld(gevonden, "A form without method puts what is typed in the address: name method=post (or get).")


def test_fragment__begint_met_wat_het_nodig_heeft() -> None:
    fragmenten = {pad: tekst for pad, tekst in SJABLONEN.items() if pad.rpartition("/")[2].startswith("_")}
    gevonden = [pad for pad, tekst in fragmenten.items() if not tekst.lstrip().startswith("{#")]
    meld(gevonden, "The first line of a fragment is a comment {# with the values it needs #}.")


@pytest.mark.parametrize(
    ("regel", "naam"),
    [
        ("{{ tekst|safe }}", "|safe"),
        ("{{ tekst | safe }}", "|safe"),
        ("<script>alert(1)</script>", "inline script"),
        ('<p style="color: red">', "inline style"),
        ('<button onclick="doe()">', "on-handler"),
        ('<div hx-on:click="doe()">', "hx-on"),
        ('<a href="javascript:doe()">', "javascript:"),
        ('<script src="https://elders.example/x.js"></script>', "other server"),
    ],
)
def test_patroon__herkent_zijn_fout(regel: str, naam: str) -> None:
    assert VERBODEN[naam][0].search(regel)


@pytest.mark.parametrize("regel", ['<script src="{{ x }}" defer></script>', '<p class="ons">', "{{ url }}"])
def test_patroon__laat_goede_regels_met_rust(regel: str) -> None:
    assert not [naam for naam, (patroon, _) in VERBODEN.items() if patroon.search(regel)]
