"""Every page, as each role: axe finds nothing, and 320 px wide needs no sideways scrolling.

The pages are found by following links, one of each kind, so that a new page is looked at by itself.
"""

from collections import deque
from urllib.parse import urlsplit

import pytest
from flask import Flask
from playwright.sync_api import Page
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from tests.reis.mens import Mens
from tests.steun.bediening import Account, Server
from tests.steun.browser import NieuweSessie
from tests.steun.toegankelijk import axe_bevindingen, past_in_de_breedte

ROLLEN = ("voorzitter", "secretaris", "politie", "inbrenger", "gast", "beheerder", "functionaris", "om")
BESTANDEN = (".docx", ".pdf", ".ics", ".xlsx", ".csv", ".json")
SMAL, BREED = 320, 1280
LINKS = "() => [...document.querySelectorAll('a[href]')].map(a => a.href)"


def soort_pagina(app: Flask, pad: str) -> str | None:
    """Return the endpoint of a path; None for a file or a path that is no page."""
    if pad.endswith(BESTANDEN) or pad.startswith("/static"):
        return None
    try:
        return str(app.url_map.bind("127.0.0.1").match(pad, method="GET")[0])
    except (HTTPException, RequestRedirect):
        return None


def klachten(page: Page, pad: str) -> list[str]:
    """Return what is wrong with the page that is open, wide and narrow."""
    gevonden = [f"{pad}: {regel}" for regel in axe_bevindingen(page)]
    page.set_viewport_size({"width": SMAL, "height": 800})
    if not past_in_de_breedte(page):
        gevonden.append(f"{pad}: needs sideways scrolling at {SMAL} px")
    page.set_viewport_size({"width": BREED, "height": 900})
    return gevonden


def bezoek_alles(mens: Mens, server: Server) -> tuple[set[str], list[str]]:
    """Visit one page of each kind that can be reached by links; return the kinds and the complaints."""
    gezien: set[str] = set()
    fouten: list[str] = []
    rij = deque(["/"])
    while rij:
        pad = rij.popleft()
        soort = soort_pagina(server.app, urlsplit(pad).path)
        if soort is None or soort in gezien:
            continue
        gezien.add(soort)
        mens.gaat_naar(pad)
        fouten += klachten(mens.page, pad)
        adressen: list[str] = mens.page.evaluate(LINKS)
        eigen = [a.removeprefix(server.url) for a in adressen if a.startswith(server.url)]
        rij.extend(adres.split("#")[0] for adres in eigen)
    return gezien, fouten


@pytest.mark.parametrize("rol", ROLLEN)
def test_paginas__als_rol__toegankelijk_en_smal(
    rol: str, server: Server, accounts: list[Account], nieuwe_sessie: NieuweSessie
) -> None:
    account = next(a for a in accounts if a.email.startswith(f"{rol}@"))
    mens = Mens(nieuwe_sessie())
    mens.page.goto("/inloggen")
    fouten = klachten(mens.page, "/inloggen")
    mens.vult_wachtwoord_in(account.email, account.wachtwoord)
    for pad in ("/inloggen/code", "/inloggen/herstelcode"):
        mens.gaat_naar(pad)
        fouten += klachten(mens.page, pad)
    mens.logt_in(account.email, account.wachtwoord)
    gezien, gevonden = bezoek_alles(mens, server)
    assert not fouten + gevonden, "\n".join(fouten + gevonden)
    assert "start.start" in gezien
