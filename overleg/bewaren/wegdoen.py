"""Taking everything of one casus out of the database, as `reikwijdte.py` says."""

import re
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, Table, delete, or_, select, update
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from models import Basis, Bericht, Casus, Sleutel, Verzending, Wijziging
from models.versleuteling import kast_van
from overleg.bewaren.reikwijdte import STOMP, WEG
from overleg.instroom.handelingen.gang import eindig

Sleutels = dict[str, set[uuid.UUID]]
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def doe_weg(sessie: Session, casus: Casus) -> dict[str, int]:
    """Destroy what the database holds of `casus` and leave the stub; return how many rows of each table."""
    kenmerk = casus.kenmerk or ""
    maak_stomp(casus)
    sessie.flush()
    return _rijen(sessie, casus.id, kenmerk)


def doe_concept_weg(sessie: Session, casus: Casus) -> dict[str, int]:
    """Destroy a casus that was never handed in, and its row too: it has no kenmerk that could be missed."""
    sleutel = casus.id
    aantallen = _rijen(sessie, sleutel, "")
    aantallen["casus"] = _weg(sessie, delete(Casus).where(Casus.id == sleutel))
    sessie.expunge(casus)
    return aantallen


def _rijen(sessie: Session, casus_id: uuid.UUID, kenmerk: str) -> dict[str, int]:
    """Destroy every row of a casus but its own; return how many of each table."""
    sleutels = _zoek(sessie, casus_id)
    aantallen = _gasten(sessie, sleutels["agendapunt"])
    _maak_los(sessie, sleutels["agendapunt"])
    for tabel in reversed(_op_volgorde()):
        waar = _waar(tabel, sleutels)
        aantallen[tabel.name] = aantallen.get(tabel.name, 0) + _weg(sessie, delete(tabel).where(waar))
    aantallen |= _wat_erheen_wijst(sessie, sleutels, kenmerk)
    aantallen["sleutel"] = _weg(sessie, delete(Sleutel).where(Sleutel.voor_id == casus_id))
    kast_van(sessie.get_bind().dialect).vergeet(casus_id.hex)
    sessie.expire_all()
    return {naam: aantal for naam, aantal in sorted(aantallen.items()) if aantal}


def maak_stomp(casus: Casus) -> None:
    """Empty every column of a casus but those that `STOMP` names."""
    for kolom in Basis.metadata.tables["casus"].columns:
        if kolom.name not in STOMP:
            setattr(casus, kolom.name, leegte(kolom))
            flag_modified(casus, kolom.name)  # a text whose key is gone reads as empty already
    eindig(casus)
    jaar = datetime((casus.ingediend_op or casus.gemaakt_op).year, 1, 1, tzinfo=UTC)
    casus.gemaakt_op, casus.ingediend_op = jaar, jaar


def leegte(kolom: Column[Any]) -> object:
    """Return what stands in a column that nobody filled in."""
    if kolom.nullable:
        return None
    standaard: Any = kolom.default
    if standaard is None or not standaard.is_scalar:
        raise LookupError(f"{kolom}: say in overleg/bewaren/reikwijdte.py what is left of it")
    waarde: object = standaard.arg
    return waarde


def _op_volgorde() -> list[Table]:
    """Return the tables whose rows go, parents before what points to them."""
    return [tabel for tabel in Basis.metadata.sorted_tables if tabel.name in WEG]


def _zoek(sessie: Session, casus_id: uuid.UUID) -> Sleutels:
    """Return the ids of every row that goes, and of the items on an agenda."""
    punt = Basis.metadata.tables["agendapunt"]
    punten = set(sessie.scalars(select(punt.c.id).where(punt.c.casus_id == casus_id)))
    sleutels: Sleutels = {"casus": {casus_id}, "agendapunt": punten}
    for tabel in _op_volgorde():
        if "id" in tabel.c:
            sleutels[tabel.name] = set(sessie.scalars(select(tabel.c.id).where(_waar(tabel, sleutels))))
    return sleutels


def _waar(tabel: Table, sleutels: Sleutels) -> Any:  # noqa: ANN401 a condition of any kind
    kolommen = [tabel.c[naam] for naam in WEG[tabel.name]]
    return or_(*(kolom.in_(sleutels[ouder_van(kolom)]) for kolom in kolommen))


def ouder_van(kolom: Column[Any]) -> str:
    """Return the table that a column points to."""
    (verwijzing,) = kolom.foreign_keys
    return verwijzing.column.table.name


def _gasten(sessie: Session, punten: set[uuid.UUID]) -> dict[str, int]:
    """Take away who was at a meeting for this casus only; a guest of more casussen stays for the others."""
    deelname, gast = Basis.metadata.tables["deelname"], Basis.metadata.tables["aanschuiver"]
    punt, weg = Basis.metadata.tables["agendapunt"], Basis.metadata.tables["afwezig_bij"]
    gaan = set()
    for rij in sessie.execute(select(deelname).where(deelname.c.punt_id.in_(punten))).all():
        ander = sessie.scalar(
            select(gast.c.punt_id)
            .join(punt, punt.c.id == gast.c.punt_id)
            .where(
                punt.c.overleg_id == rij.overleg_id,
                punt.c.id.not_in(punten),
                gast.c.gebruiker_id == rij.gebruiker_id,
                gast.c.naam == rij.naam,
            )
            .limit(1)
        )
        if ander is None:
            gaan.add(rij.id)
        else:
            sessie.execute(update(deelname).where(deelname.c.id == rij.id).values(punt_id=ander))
    aantal = _weg(sessie, delete(weg).where(weg.c.deelname_id.in_(gaan)))
    return {"afwezig_bij": aantal, "deelname": _weg(sessie, delete(deelname).where(deelname.c.id.in_(gaan)))}


def _maak_los(sessie: Session, punten: set[uuid.UUID]) -> None:
    """Empty what an item on an agenda says in words."""
    punt = Basis.metadata.tables["agendapunt"]
    sessie.execute(update(punt).where(punt.c.id.in_(punten)).values(titel=""))


def _wat_erheen_wijst(sessie: Session, sleutels: Sleutels, kenmerk: str) -> dict[str, int]:
    """Take away mail, remembered forms and signals about it: these hold no keys to other tables."""
    punten, teller = sleutels["agendapunt"], Basis.metadata.tables["teller"]
    teksten = (Bericht.onderwerp, Bericht.tekst, Bericht.bijlage)
    genoemd = or_(*(kolom.contains(kenmerk, autoescape=True) for kolom in teksten))
    alle = {str(sleutel) for ids in sleutels.values() for sleutel in ids}
    naar = sessie.execute(select(Verzending.afdruk, Verzending.naar)).all()
    gedaan = [afdruk for afdruk, adres in naar if alle & set(_UUID.findall(adres))]
    return {
        "bericht": _weg(sessie, delete(Bericht).where(genoemd)) if kenmerk else 0,
        "verzending": _in_delen(sessie, gedaan),
        "wijziging": _weg(sessie, delete(Wijziging).where(Wijziging.punt_id.in_(punten))),
        "teller": _weg(sessie, delete(teller).where(teller.c.bron_id.in_(punten))),
    }


def _in_delen(sessie: Session, afdrukken: Iterable[str]) -> int:
    return sum(_weg(sessie, delete(Verzending).where(Verzending.afdruk == afdruk)) for afdruk in afdrukken)


def _weg(sessie: Session, opdracht: Any) -> int:  # noqa: ANN401 a DELETE
    gedaan: Any = sessie.execute(opdracht.execution_options(synchronize_session=False))
    return int(gedaan.rowcount)
