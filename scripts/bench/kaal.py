"""The floor: the least that Flask can do of the same, under the same server and database.

Served as `scripts.bench.kaal:app`; the address of the database comes from OVERLEG_DATABASE_URL.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from queue import SimpleQueue

import psycopg
from flask import Flask, Response, request
from jinja2 import Environment
from sqlalchemy import create_engine, text

KANAAL = "kaal"
URL = os.environ["OVERLEG_DATABASE_URL"]
SJABLOON = Environment(autoescape=True).from_string(
    """<!DOCTYPE html><body>{% for regel in regels %}<p>{{ regel }}</p>{% endfor %}</body>"""
)
REGEL = "Een regel van een pagina, zo lang als er in een scherm meer staan."

app = Flask(__name__)
motor = create_engine(URL, pool_size=10, max_overflow=10)
wachtend: dict[str, set[SimpleQueue[str]]] = {}
slot = threading.Lock()
bezig: list[threading.Thread] = []


def _luister() -> None:
    with psycopg.connect(URL.replace("+psycopg", ""), autocommit=True) as lijn:
        lijn.execute(f"LISTEN {KANAAL}")
        for bericht in lijn.notifies():
            for rij in list(wachtend.get(bericht.payload, ())):
                rij.put(bericht.payload)


@app.get("/stroom/<groep>")
def stroom(groep: str) -> Response:
    """Tell that something changed in a group."""
    with slot:
        if not bezig:
            bezig.append(threading.Thread(target=_luister, daemon=True))
            bezig[0].start()
    rij: SimpleQueue[str] = SimpleQueue()
    wachtend.setdefault(groep, set()).add(rij)

    def seinen() -> Iterator[str]:
        yield ": begin\n\n"
        while True:
            yield f"data: {rij.get()}\n\n"

    antwoord = Response(seinen(), mimetype="text/event-stream")
    antwoord.call_on_close(lambda: wachtend[groep].discard(rij))
    return antwoord


@app.post("/meld/<groep>")
def meld(groep: str) -> str:
    """Tell a group that something changed, over all processes."""
    with motor.begin() as lijn:
        lijn.execute(text("SELECT pg_notify(:kanaal, :groep)"), {"kanaal": KANAAL, "groep": groep})
    return "ok"


@app.get("/stuk")
def stuk() -> str:
    """Return a fragment."""
    return "<p>ok</p>"


@app.post("/invoegen")
def invoegen() -> str:
    """Insert one row and commit."""
    with motor.begin() as lijn:
        lijn.execute(text("INSERT INTO kaal (waarde) VALUES (:waarde)"), {"waarde": request.form["waarde"]})
    return "ok"


@app.get("/pagina/<int:omvang>")
def pagina(omvang: int) -> str:
    """Return a page of about so many bytes, made by a loop in a template."""
    return SJABLOON.render(regels=[REGEL] * (omvang // (len(REGEL) + 7)))
