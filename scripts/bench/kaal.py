"""The floor: the least that does the same work, under the same gunicorn settings and on the same PostgreSQL.

Streams that wait in memory and are woken over LISTEN on one connection a worker; a POST that only signals; a
POST that inserts one row; a page of a given size. No rights, no versions, no logboek.
"""

from __future__ import annotations

import os
import threading
from collections import defaultdict
from collections.abc import Iterator
from queue import SimpleQueue

import psycopg
from flask import Flask, Response, render_template, request
from jinja2 import DictLoader
from sqlalchemy import create_engine, text

PAGINA = "<!doctype html><title>kaal</title>{% for rij in rijen %}<p>{{ rij }}</p>\n{% endfor %}"
RIJ = "Een rij tekst van een pagina die even groot is als de onze."
RIJ_BYTES = len(RIJ) + len("<p></p>\n")
KANAAL = "kaal"
TABEL = "CREATE TABLE kaal (id serial PRIMARY KEY, waarde text NOT NULL)"

app = Flask("kaal")
app.jinja_loader = DictLoader({"pagina.html": PAGINA})
_url = os.environ.get("OVERLEG_DATABASE_URL") or "postgresql+psycopg://"
_motor = create_engine(_url, pool_size=10, max_overflow=10)
_stromen: defaultdict[str, set[SimpleQueue[str]]] = defaultdict(set)
_slot = threading.Lock()
_wachters: list[threading.Thread] = []


def _waak() -> None:
    with psycopg.connect(_url.replace("+psycopg", ""), autocommit=True) as eigen:
        eigen.execute(f"LISTEN {KANAAL}")
        for bericht in eigen.notifies():
            groep, _, deel = bericht.payload.partition(" ")
            for wachtrij in list(_stromen[groep]):
                wachtrij.put(deel)


@app.get("/healthz")
def healthz() -> str:
    """Say that it is up."""
    return "ok"


@app.get("/stroom/<groep>")
def stroom(groep: str) -> Response:
    """Pass on what is told to a group."""
    with _slot:
        if not _wachters:
            _wachters.append(threading.Thread(target=_waak, daemon=True))
            _wachters[0].start()
    wachtrij: SimpleQueue[str] = SimpleQueue()
    _stromen[groep].add(wachtrij)

    def seinen() -> Iterator[str]:
        yield ": begin\n\n"
        while True:
            yield f'data: {{"nummer": 1, "delen": ["{wachtrij.get()}"]}}\n\n'

    antwoord = Response(seinen(), mimetype="text/event-stream")
    antwoord.call_on_close(lambda: _stromen[groep].discard(wachtrij))
    return antwoord


@app.post("/sein/<groep>/<deel>")
def sein(groep: str, deel: str) -> str:
    """Signal that a part changed, and nothing else."""
    with _motor.begin() as verbinding:
        verbinding.execute(text("SELECT pg_notify(:k, :w)"), {"k": KANAAL, "w": f"{groep} {deel}"})
    return "ok"


@app.get("/deel")
def deel_() -> str:
    """Answer."""
    return "ok"


@app.post("/opslaan")
def opslaan() -> str:
    """Insert one row and commit."""
    with _motor.begin() as verbinding:
        verbinding.execute(text("INSERT INTO kaal (waarde) VALUES (:w)"), {"w": request.form["waarde"]})
    return "ok"


@app.get("/pagina")
def pagina() -> str:
    """Return a page of about so many bytes."""
    return render_template("pagina.html", rijen=[RIJ] * (request.args.get("bytes", 0, int) // RIJ_BYTES))
