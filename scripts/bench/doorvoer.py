"""How much goes through: saves, and pages, beside the least that Flask can do on the same server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from uuid import uuid4

from flask import Flask
from sqlalchemy import event, text

from overleg.basis.database import db
from scripts.bench.lijn import Lijn, tegelijk
from scripts.bench.wereld import Server, Sessie
from tests.steun.vergadering import Vergadering

SECONDEN = 8.0
Zaal = tuple[Vergadering, list[Sessie]]


def _schrijver(server: Server, zaal: Vergadering, mens: Sessie, nummer: int) -> Callable[[], None]:
    """Return what saves a text of its own again and again."""
    plekken = [(plek, veld) for plek in zaal.casussen for veld in plek.velden]
    plek, veld = plekken[nummer % len(plekken)]
    lijn, versie = Lijn(server.poort, mens.cookie), [1]

    def bewaar() -> None:
        gegevens = {"versie": versie[0], "waarde": f"Tekst {uuid4()}", "sleutel": uuid4()}
        lijn.post(plek.tekst(veld), gegevens, mens.token)
        versie[0] += 1

    return bewaar


def _doener(lijn: Lijn, doe: Callable[[Lijn], object]) -> Callable[[], None]:
    def eenmaal() -> None:
        doe(lijn)

    return eenmaal


def _voeg_in(lijn: Lijn) -> object:
    return lijn.post("/invoegen", {"waarde": f"Tekst {uuid4()}"})


def saves(app: Flask, kaal: Server, ons: Server, zaal: Vergadering, mensen: list[Sessie]) -> Iterator[str]:
    """Twelve writers, each in a text of its own, against twelve that insert one row."""
    with app.app_context(), db.engine.begin() as lijn:
        lijn.execute(text("CREATE TABLE IF NOT EXISTS kaal (id serial PRIMARY KEY, waarde text)"))
    invoegen = [_doener(Lijn(kaal.poort), _voeg_in) for _ in mensen]
    bewaren = [_schrijver(ons, zaal, mens, nummer) for nummer, mens in enumerate(mensen)]
    vloer, eigen = tegelijk(invoegen, SECONDEN), tegelijk(bewaren, SECONDEN)
    yield f"saves per second, twelve writers / bare insert and commit, %: {100 * eigen / vloer:.1f} (≥ 50)"


def paginas(kaal: Server, ons: Server, zaal: Vergadering, mensen: list[Sessie]) -> Iterator[str]:
    """The screen of a casus in a meeting of twelve, against a bare page of the same size."""
    pad = f"{zaal.url}/{zaal.casussen[0].punt_id}"
    omvang = len(Lijn(ons.poort, mensen[1].cookie).get(pad))
    kale = [_doener(Lijn(kaal.poort), lambda lijn: lijn.get(f"/pagina/{omvang}")) for _ in mensen]
    eigen = [_doener(Lijn(ons.poort, mens.cookie), lambda lijn: lijn.get(pad)) for mens in mensen]
    vloer, onze = tegelijk(kale, SECONDEN), tegelijk(eigen, SECONDEN)
    wat = f"bespreking page of {omvang // 1024} kB, requests per second / bare page, %"
    yield f"{wat}: {100 * onze / vloer:.1f} (≥ 50)"


DELEN = ("", "?deel=tekst-{veld}", "?deel=afspraken", "?deel=besluiten", "?deel=bespreking-kop")


def vragen(app: Flask, klein: Zaal, groot: Zaal) -> Iterator[str]:
    """The number of queries of a page and of its parts, in a small and in a large meeting."""
    for deel in DELEN:
        naam = deel.split("=")[-1].replace("-{veld}", "") or "whole page"
        weinig, veel = _tel(app, klein, deel), _tel(app, groot, deel)
        yield f"queries of the bespreking, {naam}, few and many casussen: {weinig} and {veel} (the same)"


def _tel(app: Flask, waar: Zaal, deel: str) -> int:
    zaal, mensen = waar
    mens, plek = mensen[1], zaal.casussen[0]
    pad = f"{zaal.url}/{plek.punt_id}{deel.format(veld=plek.velden[0])}"
    bezoeker, gezien = app.test_client(use_cookies=False), list[str]()
    kop = {"Cookie": mens.cookie, "User-Agent": "bench", "Host": "127.0.0.1"}
    with app.app_context():
        motor = db.engine

    def hoor(*args: object) -> None:
        if str(args[2]).lstrip().upper().startswith("SELECT"):
            gezien.append(str(args[2]))

    bezoeker.get(pad, headers=kop)
    event.listen(motor, "before_cursor_execute", hoor)
    antwoord = bezoeker.get(pad, headers=kop)
    event.remove(motor, "before_cursor_execute", hoor)
    if antwoord.status_code != 200:  # noqa: PLR2004 - the code for "here it is"
        raise RuntimeError(f"{pad} answered {antwoord.status_code}")
    return len(gezien)
