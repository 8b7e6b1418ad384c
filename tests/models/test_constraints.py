"""Every rule that the database holds is attacked, on both databases.

The tables are walked in the order of their foreign keys. At each, every constraint gets an attempt: a good
row with one mistake in it, which that constraint, and no other, must refuse. Then a good row goes in, for
the tables after it. NOT NULL, foreign keys, lists of words, keys and "not empty" are derived from the models;
a CHECK that is written out needs a row in `REGELS` of pogingen.py, or this fails.
"""

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass

import psycopg
import pytest
from flask import Flask
from sqlalchemy import (
    CheckConstraint,
    Connection,
    Constraint,
    Enum,
    Executable,
    ForeignKeyConstraint,
    Index,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
    text,
)
from sqlalchemy.exc import DBAPIError

from models import Basis
from models.logboek import ALLEEN_AANVULLEN
from overleg.basis.database import db
from tests.huis.bestanden import meld
from tests.models.goede_rij import Rijen
from tests.models.pogingen import MEE, REGELS, Regel, Rij

ONBEKEND = uuid.UUID(int=2)
NIET_LEEG = "_niet_leeg"
NUMMERT_ZELF = {"zegel": ("nummer",)}
"""Keys that SQLite fills in by itself: a number that is the only key."""
GEEN_OUDER = "FOREIGN KEY constraint failed"
ALLEEN_ERBIJ = "het logboek kan alleen worden aangevuld"
SQLITE_REDEN = re.compile(r"^(?:(?:CHECK|UNIQUE|NOT NULL) constraint failed: )?(.*)$")
TABELLEN = Basis.metadata.sorted_tables
HOE = "Write an attempt for it in REGELS of tests/models/pogingen.py: a change that the CHECK must refuse."


@dataclass(frozen=True)
class Poging:
    """A mistake, and the names under which the databases may refuse it."""

    wijziging: Rij
    door: tuple[str, ...]
    ook: tuple[str, ...] = ()
    """Columns to take over from another row: for what must be unique."""


def _uniek(tabel: Table) -> Iterator[PrimaryKeyConstraint | UniqueConstraint | Index]:
    """Yield everything that makes columns unique; what holds a made-up `id` is no rule."""
    for regel in tabel.constraints:
        if isinstance(regel, UniqueConstraint):
            yield regel
        if isinstance(regel, PrimaryKeyConstraint) and "id" not in regel.columns:
            yield regel
    yield from (index for index in tabel.indexes if index.unique and "id" not in index.columns)


def _verwijzingen(tabel: Table) -> Iterator[Poging]:
    """Yield a row that points nowhere for each key; a column in more of them, any may refuse."""
    sleutels = sorted(tabel.foreign_key_constraints, key=lambda sleutel: str(sleutel.name))
    for sleutel in sleutels:
        naam, (eigen, *mee) = str(sleutel.name), sleutel.column_keys
        wijziging = {**MEE.get(naam, {}), eigen: ONBEKEND}
        yield Poging(wijziging, (naam, GEEN_OUDER))
        for kolom in mee:
            namen = tuple(str(ander.name) for ander in sleutels if kolom in ander.column_keys)
            yield Poging({kolom: ONBEKEND}, (*namen, GEEN_OUDER))


def _lijsten(tabel: Table) -> dict[str, str]:
    """Return the CHECKs on a list of words, with the column that each is about."""
    return {
        f"ck_{tabel.name}_{kolom.type.name}": kolom.name
        for kolom in tabel.columns
        if isinstance(kolom.type, Enum)
    }


def _regel(tabel: Table, naam: str) -> Regel | None:
    """Return the attempts on a CHECK: a list of words, "not empty", or what pogingen.py says."""
    if naam in _lijsten(tabel):
        return Regel(({_lijsten(tabel)[naam]: "bestaat niet"},))
    kort = naam.removeprefix("ck_")
    if kort.endswith(NIET_LEEG):
        kolom = kort.removeprefix(f"{tabel.name}_").removesuffix(NIET_LEEG)
        return Regel(({kolom: ""}, {kolom: "   "}), ({kolom: "x"},))
    return REGELS.get(kort)


def _regels(tabel: Table) -> Iterator[tuple[str, Regel | None]]:
    """Yield the CHECKs of a table and the attempts on each."""
    for regel in tabel.constraints:
        if isinstance(regel, CheckConstraint):
            yield str(regel.name), _regel(tabel, str(regel.name))


def _pogingen(tabel: Table) -> Iterator[Poging]:
    """Yield an attempt, or more, for every constraint of a table."""
    for kolom in tabel.columns:
        if not kolom.nullable and kolom.name not in NUMMERT_ZELF.get(tabel.name, ()):
            yield Poging({kolom.name: None}, (f"{tabel.name}.{kolom.name}",))
    for naam, regel in _regels(tabel):
        yield from (Poging({**MEE.get(naam, {}), **fout}, (naam,)) for fout in (regel.fout if regel else ()))
    yield from _verwijzingen(tabel)
    for uniek in _uniek(tabel):
        kolommen = tuple(kolom.name for kolom in uniek.columns)
        namen: tuple[str, ...] = (str(uniek.name), ", ".join(f"{tabel.name}.{kolom}" for kolom in kolommen))
        if tabel.name in ALLEEN_AANVULLEN:  # on SQLite a trigger sees a second row before the key does
            namen += (ALLEEN_ERBIJ,)
        yield Poging(dict(MEE.get(str(uniek.name), {})), namen, kolommen)


def _reden(fout: DBAPIError) -> str:
    """Return what refused: the constraint's name, or table.column for what may not be empty."""
    if isinstance(fout.orig, psycopg.Error):
        diag = fout.orig.diag
        return diag.constraint_name or f"{diag.table_name}.{diag.column_name}"
    gevonden = SQLITE_REDEN.match(str(fout.orig))
    return gevonden[1] if gevonden else str(fout.orig)


def _uitkomst(rijen: Rijen, tabel: Table, poging: Poging) -> str:
    """Try it; return what refused it, or an empty text. Nothing stays behind."""
    with rijen.verbinding.begin_nested() as proef:
        try:
            eerste = rijen.maak(tabel, **poging.wijziging)
            if poging.ook:
                rijen.schrijf(tabel, eerste)
            gelijk = {naam: eerste[naam] for naam in poging.ook}
            rijen.schrijf(tabel, rijen.maak(tabel, **{**poging.wijziging, **gelijk}))
        except DBAPIError as fout:
            return _reden(fout)
        finally:
            proef.rollback()
    return ""


def _fouten(rijen: Rijen, tabel: Table) -> Iterator[str]:
    """Try everything on one table; yield what came out otherwise than it must."""
    for poging in _pogingen(tabel):
        uitkomst = _uitkomst(rijen, tabel, poging)
        if uitkomst not in poging.door:
            wie = uitkomst or "nothing"
            yield f"{tabel.name} {poging.wijziging}: refused by {wie}, must be by {poging.door[0]}"
    for naam, regel in _regels(tabel):
        for goed in regel.goed if regel else ():
            if uitkomst := _uitkomst(rijen, tabel, Poging(goed, ())):
                yield f"{tabel.name} {goed}: refused by {uitkomst}, and {naam} must let it through"


@pytest.fixture
def verbinding(app: Flask) -> Iterator[Connection]:
    """Return a connection in a transaction that ends with the test."""
    with app.app_context():
        motor = db.engine
    with motor.connect() as verbinding, verbinding.begin() as alles:
        yield verbinding
        alles.rollback()


def test_constraints__houden_ieder_hun_eigen_fout_tegen(verbinding: Connection) -> None:
    rijen = Rijen(verbinding)
    fouten: list[str] = []
    for tabel in TABELLEN:
        fouten += _fouten(rijen, tabel)
        rijen.bewaar(tabel)
    meld(fouten, "Each constraint refuses its own mistake, and no more than that.")


def test_logboek__alleen_aanvullen(verbinding: Connection) -> None:
    rijen = Rijen(verbinding)
    legen = ["TRUNCATE"] if verbinding.dialect.name == "postgresql" else []
    for tabel in (tabel for tabel in TABELLEN if tabel.name in ALLEEN_AANVULLEN):
        rijen.bewaar(tabel)
        daden: list[Executable] = [tabel.update().values(rijen.erin[tabel.name]), tabel.delete()]
        daden.extend(text(f"{woord} {tabel.name}") for woord in legen)
        for daad in daden:
            with verbinding.begin_nested() as proef:
                with pytest.raises(DBAPIError, match=ALLEEN_ERBIJ):
                    verbinding.execute(daad)
                proef.rollback()


def test_pogingen__voor_iedere_constraint_en_geen_zonder() -> None:
    soorten = (PrimaryKeyConstraint, UniqueConstraint, CheckConstraint, ForeignKeyConstraint)
    alle: list[tuple[Table, Constraint]] = [(t, regel) for t in TABELLEN for regel in t.constraints]
    meld(
        [f"{t.name}: {regel}" for t, regel in alle if not isinstance(regel, soorten)],
        "A new kind of constraint: let _pogingen make an attempt for it.",
    )
    meld([naam for t in TABELLEN for naam, regel in _regels(t) if regel is None], HOE)
    namen = {str(regel.name) for _t, regel in alle}
    namen |= {str(index.name) for t in TABELLEN for index in t.indexes}
    meld(
        [naam for naam in {*MEE, *(f"ck_{kort}" for kort in REGELS)} if naam not in namen],
        "pogingen.py names a constraint that no table has (any more).",
    )
