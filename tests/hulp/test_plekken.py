"""Every screen leads to the part of the handleiding that is about it, for each role."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask

from models.waarden import OrganisatieSoort, Rol
from overleg.hulp.bladen import INDEX, NAMEN, blad
from overleg.hulp.plekken import PLEKKEN, bladen_van, plek
from overleg.toegang.poort import BIBLIOTHEEK
from overleg.toegang.rechten import Recht
from overleg.toegang.vrager import Gastplek, Vrager
from tests.huis.bestanden import bestanden, meld
from tests.steun.database import ALLEEN_SQLITE
from tests.steun.wegen import wegen

NIEMAND = Vrager(uuid.uuid4(), "Iemand", uuid.uuid4(), "Politie Lindewoude", OrganisatieSoort.POLITIE)
TAFEL = uuid.uuid4()
ZONDER = {"live": "numbers of what changed, for a page that is open; no page of its own"}
"""Room → why none of its answers shows the link."""


def met(*rollen: Rol) -> Vrager:
    """Return an asker with these roles at one tafel."""
    return replace(NIEMAND, rollen=frozenset((TAFEL, rol) for rol in rollen))


def schermen(app: Flask) -> Iterator[str]:
    """Yield every endpoint that can show a page to somebody who signed in."""
    yield from (w.eindpunt for w in wegen(app) if "GET" in w.methoden and w.recht is not Recht.IEDEREEN)
    yield from (eindpunt for eindpunt, recht in BIBLIOTHEEK.items() if recht is not Recht.IEDEREEN)


@ALLEEN_SQLITE  # no database is asked
def test_scherm__heeft_een_plek(app: Flask) -> None:
    fouten = []
    for eindpunt in schermen(app):
        kamer = eindpunt.split(".", maxsplit=1)[0]
        if not {eindpunt, kamer} & (PLEKKEN.keys() | ZONDER.keys()):
            fouten.append(eindpunt)
    meld(fouten, "A new screen: say in overleg/hulp/plekken.py which part of the handleiding is about it.")


@ALLEEN_SQLITE
def test_plek__ieder_deel_bestaat_en_ieder_scherm_ook(app: Flask) -> None:
    delen = set(NAMEN) | {f"{n}#{kop.anker}" for n in NAMEN for kop in blad(n).koppen}
    fouten = [f"{waar}: {deel}" for waar, keuzes in PLEKKEN.items() for deel in keuzes if deel not in delen]
    bekend = set(app.view_functions) | set(app.blueprints)
    fouten += [f"{waar} is no screen and no room" for waar in PLEKKEN if waar not in bekend]
    meld(fouten, "A part of the handleiding has another name now: change overleg/hulp/plekken.py with it.")


def test_plek__per_kamer_een_deel_voor_wie_er_komt() -> None:
    """Whoever the table of rights lets in by a role finds the own page, not that of another."""
    for waar, wie in {
        "instroom.casussen": ("voorzitter", "secretaris", "deelnemer"),
        "uitvraag.verzoeken": ("deelnemer", "gast"),
        "agenda.overleg": ("voorzitter", "secretaris", "deelnemer", "gast"),
        "bespreking.punt": ("voorzitter", "secretaris", "deelnemer", "gast"),
        "verslag.verslag": ("voorzitter", "secretaris", "deelnemer"),
        "opvolging.acties": ("voorzitter", "secretaris", "deelnemer", "gast"),
        "bewaren.bewaren": ("voorzitter", "secretaris", "functionaris", "beheerder"),
        "vierogen.goedkeuringen": ("voorzitter", "secretaris", "functionaris", "beheerder"),
        "logboek.logboek": ("voorzitter", "secretaris", "functionaris"),
    }.items():
        assert [plek(waar, (naam,)).split("#")[0] for naam in wie] == list(wie), waar


@pytest.mark.parametrize(
    ("vrager", "bladen"),
    [
        (NIEMAND, (INDEX,)),
        (met(Rol.INBRENGER), ("deelnemer",)),
        (met(Rol.VOORZITTER, Rol.DEELNEMER), ("voorzitter", "deelnemer")),
        (met(Rol.SECRETARIS), ("secretaris",)),
        (met(Rol.GAST), ("gast",)),
        (replace(NIEMAND, beheerder=True), ("beheerder",)),
        (replace(NIEMAND, functionaris=True), ("functionaris",)),
        (
            replace(NIEMAND, gastplekken=frozenset({Gastplek(uuid.uuid4(), uuid.uuid4(), None, nu=False)})),
            ("gast",),
        ),
    ],
)
def test_bladen__volgen_uit_de_rollen(vrager: Vrager, bladen: tuple[str, ...]) -> None:
    assert bladen_van(vrager) == bladen


@pytest.mark.parametrize(
    ("eindpunt", "bladen", "deel"),
    [
        ("opvolging.acties", ("deelnemer",), "deelnemer#uw-actie-afmelden"),
        ("opvolging.acties", ("gast",), "gast#uw-actie-afmelden"),
        ("instroom.nieuw", ("voorzitter", "deelnemer"), "deelnemer#een-casus-aanmelden"),
        ("instroom.nieuw", ("voorzitter",), "deelnemer#een-casus-aanmelden"),
        ("agenda.volgorde", ("voorzitter",), "voorzitter#de-agenda"),
        (None, ("gast",), "gast"),
        ("onbekend.scherm", ("beheerder",), "beheerder"),
    ],
)
def test_plek__het_eigen_blad_gaat_voor(eindpunt: str | None, bladen: tuple[str, ...], deel: str) -> None:
    assert plek(eindpunt, bladen) == deel


def test_sjabloon__laat_de_link_staan() -> None:
    """The screen in the room shows as little as it can; nobody sits at it."""
    blokken = ("{% block kop %}", "{% block voetregel %}", "{% block voet %}")
    zonder = [
        pad
        for pad, tekst in bestanden("templates", soort=".html").items()
        if any(blok in tekst for blok in blokken) and pad != "templates/basis.html"
    ]
    assert zonder == ["templates/bespreking/zaal.html"]
