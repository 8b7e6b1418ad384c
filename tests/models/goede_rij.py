"""A good row of any table, made from the models."""

import itertools
import uuid
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Column, Connection, Enum, Table, TypeDecorator, null

from models.basis import Vertrouwelijk
from models.versleuteling import Gemerkt, kast_van
from tests.models.pogingen import DAG, GOED, HOOG, NU, OCHTEND, Rij

_nummer = itertools.count(0x1000)
GEWOON: Mapping[type, Callable[[], Any]] = {
    # Fits the narrowest column, and is never the same twice.
    str: lambda: f"{next(_nummer):x}",
    int: lambda: next(_nummer),
    bool: lambda: False,
    date: lambda: DAG,
    time: lambda: OCHTEND,
    datetime: lambda: NU,
    uuid.UUID: uuid.uuid4,
    object: dict,  # JSON
}


class Rijen:
    """Makes good rows; remembers the one of each table that is in the database."""

    def __init__(self, verbinding: Connection) -> None:
        """Write on `verbinding`."""
        self.verbinding = verbinding
        self.erin: dict[str, Rij] = {}
        self.wie = uuid.uuid4()
        kast_van(verbinding.dialect).nieuw(self.wie.hex)

    def maak(self, tabel: Table, **anders: Any) -> Rij:
        """Return a row that every constraint accepts, but for what `anders` changes; nothing is written."""
        verplicht = {kolom.name: self._waarde(kolom) for kolom in tabel.columns if not kolom.nullable}
        rij = {**verplicht, **GOED.get(tabel.name, {}), **anders}
        return {naam: self._verwijzing(tabel.columns[naam], waarde) for naam, waarde in rij.items()}

    def schrijf(self, tabel: Table, rij: Rij) -> None:
        """Write one row."""
        waarden = {naam: null() if waarde is None else waarde for naam, waarde in rij.items()}
        self.verbinding.execute(tabel.insert().values(self._verzegeld(tabel, waarden)))

    def _verzegeld(self, tabel: Table, waarden: Rij) -> Rij:
        """Let what is text about people say whose it is, as the models do."""
        teksten = {k.name for k in tabel.columns if isinstance(k.type, Vertrouwelijk)}
        merken = {n: Gemerkt.voor(self.wie, waarden[n]) for n in teksten if isinstance(waarden.get(n), str)}
        return {**waarden, **merken}

    def bewaar(self, tabel: Table) -> None:
        """Write the good row that later tables point to."""
        self.erin[tabel.name] = rij = self.maak(tabel)
        self.schrijf(tabel, rij)
        if tabel.name == "directbetrokkene":
            self.schrijf(tabel, self.maak(tabel, id=HOOG))

    def _waarde(self, kolom: Column[Any]) -> Any:  # noqa: ANN401 a value of any column
        """Return a plain value for a required column."""
        for sleutel in kolom.foreign_keys:
            return self.erin[sleutel.column.table.name][sleutel.column.name]
        soort = kolom.type.impl_instance if isinstance(kolom.type, TypeDecorator) else kolom.type
        return soort.enums[0] if isinstance(soort, Enum) else GEWOON[soort.python_type]()

    def _verwijzing(self, kolom: Column[Any], waarde: Any) -> Any:  # noqa: ANN401 a value of any column
        """Return the id for the name of a table, and any other value as it is."""
        if kolom.foreign_keys and isinstance(waarde, str):
            return self.erin[waarde]["id"]
        return waarde
