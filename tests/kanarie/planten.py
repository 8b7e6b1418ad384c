"""Put a canary in every text about people of the made grid: a word that names its table, column and casus."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator, Mapping

from sqlalchemy import Enum, String, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapper, Session

from models import (
    Afspraak,
    Basis,
    Bekendheidsvraag,
    Besluit,
    Bespreking,
    Casus,
    Correctie,
    Criterium,
    CriteriumToets,
    Goedkeuring,
    Hulpverlening,
    Informatiebijdrage,
    Informering,
    Monitoringronde,
    Overdracht,
    Overleg,
    Persoonsverzoek,
    Spoedafspraak,
    Tafelbekendheid,
    Tekstveld,
    Tekstversie,
    Triageronde,
    Uitstel,
    Verslag,
    Voortgang,
)
from models.sleutels import ZONDER_CASUS, onderwerp, vertrouwelijk
from models.waarden import AfspraakStatus, Akkoord, BesluitSoort, OverdrachtStatus, RondeSoort, SpoedSoort
from overleg.basis.klok import nu, vandaag
from overleg.bewaren.reikwijdte import WEG
from overleg.verslag.bewaren import controlegetal, naar_json
from overleg.verslag.samenstellen import stel_samen
from tests.steun.raster import Raster

VORM = re.compile(r"KANARIE\.(\w+)\.(\w+)\.(\w+)\.(\w+)\.")
NIET = frozenset({"verslag.inhoud"})
"""Columns that hold a form of their own: made from the other texts, after these were planted."""

NIET_OVER_IEMAND: Mapping[str, str] = {
    "casus.kenmerk": "says nothing about people, by its form",
    "agendapunt.titel": "of an item about no casus",
    "deelname.naam": "who is at the meeting, of no casus",
    "aanschuiver.naam": "who is at the meeting, of no casus",
    "goedkeuring.onderwerp": "a kenmerk, or the name of an account",
    "informatieverzoek.functie": "a function, such as vertrouwensarts",
    "informatieverzoek.doel": "of the grounds table",
    "informatiebijdrage.doel": "of the grounds table",
    "hulpverlening.sinds": "a date in words",
    "maatregel.kader": "a law",
    "correctie.veld": "the name of a field",
    "inzagedeel.kop": "a heading of ours",
    "persoonsmerk.merk": "a hash",
}
"""Short columns of a casus that get no canary, and why."""

Plek = tuple[str, str, str]
"""`tabel.kolom`, the situation of its casus, and what kind of row it is (x when that does not matter)."""


def planten(sessie: Session, raster: Raster) -> set[str]:
    """Fill every column that may be filled, and return those that were (`tabel.kolom`)."""
    for naam in ("a_geagendeerd", "a_in_monitoring", "b_geagendeerd"):
        _vul_aan(sessie, raster.bundels[naam], raster.wie["voorzitter"].id)
    namen = {bundel["casus"].id: naam for naam, bundel in raster.bundels.items()}  # type: ignore[attr-defined]
    gevuld: set[str] = set()
    for tabel, mapper, kolom in kolommen():
        for rij, wie in _rijen(sessie, mapper):
            woord = f"KANARIE.{tabel}.{kolom}.{namen.get(wie, 'los')}.{_soort(rij)}."
            if _plant(sessie, rij, kolom, woord):
                gevuld.add(f"{tabel}.{kolom}")
    _stel_verslagen_vast(sessie)
    return gevuld


def kolommen() -> Iterator[tuple[str, Mapper[Basis], str]]:
    """Yield every column with text about people, of tables that belong to a casus or an overleg."""
    for mapper in sorted(Basis.registry.mappers, key=lambda m: m.class_.__name__):
        tabel: str = mapper.local_table.name  # type: ignore[attr-defined]
        if tabel not in ZONDER_CASUS:
            alle = (*vertrouwelijk(mapper), *_korte(mapper))
            yield from ((tabel, mapper, k) for k in alle if f"{tabel}.{k}" not in NIET)


def _korte(mapper: Mapper[Basis]) -> Iterator[str]:
    """Yield the short columns that people type in, of tables that go with a casus: names, mostly."""
    tabel = mapper.local_table
    for kolom in tabel.columns:
        kort = isinstance(kolom.type, String) and not isinstance(kolom.type, Enum)
        if kort and tabel.name in {*WEG, "casus"} and f"{tabel.name}.{kolom.name}" not in NIET_OVER_IEMAND:  # type: ignore[attr-defined]
            yield kolom.name


def gevonden(tekst: str) -> set[Plek]:
    """Return the canaries in a text."""
    return {(f"{tabel}.{kolom}", situatie, soort) for tabel, kolom, situatie, soort in VORM.findall(tekst)}


def _vul_aan(sessie: Session, bundel: Mapping[str, Basis], wie: uuid.UUID) -> None:
    """Add rows of the tables that the grid has none of."""
    casus, bespreking, afspraak = bundel["casus"], bundel["bespreking"], bundel["afspraak"]
    veld, verzoek = bundel["tekstveld"], bundel["persoonsverzoek"]
    informering = bundel["informering"]
    assert isinstance(casus, Casus)
    assert isinstance(bespreking, Bespreking)
    assert isinstance(afspraak, Afspraak)
    assert isinstance(veld, Tekstveld)
    assert isinstance(informering, Informering)
    assert isinstance(verzoek, Persoonsverzoek)
    criterium = sessie.scalars(select(Criterium.id).where(Criterium.criteriaset_id == casus.criteriaset_id))
    casus.acuut = True
    van = {"casus_id": casus.id}
    sessie.add_all(
        [
            Hulpverlening(**van, wie="x"),
            Bekendheidsvraag(**van, doel="x", aantal_tafels=1, door_id=wie),
            Spoedafspraak(**van, soort=SpoedSoort.WIE_OVERLEGT, tekst="x", door_id=wie),
            CriteriumToets(**van, criterium_id=criterium.first()),
            Tafelbekendheid(**van),
            Triageronde(**van, nummer=1, soort=RondeSoort.INGEDIEND, door_id=wie),
            Besluit(bespreking_id=bespreking.id, soort=BesluitSoort.INFORMEREN, door_id=wie),
            Besluit(
                bespreking_id=bespreking.id,
                soort=BesluitSoort.REGIE,
                organisatie_id=afspraak.organisatie_id,
                persoon_naam="x",
                achtervang_organisatie_id=afspraak.organisatie_id,
                achtervang_naam="x",
                door_id=wie,
            ),
            Monitoringronde(**van, bespreking_id=bespreking.id, door_id=wie),
            Uitstel(informering_id=informering.id, nummer=1, reden="x", opnieuw_op=vandaag(), door_id=wie),
            Voortgang(afspraak_id=afspraak.id, status=AfspraakStatus.BEZIG, door_id=wie),
            Tekstversie(tekstveld_id=veld.id, versie=1, waarde="x", door_id=wie),
            Correctie(
                verzoek_id=verzoek.id,
                betrokkene_id=verzoek.betrokkene_id,
                veld="naam",
                oud="x",
                nieuw="x",
                door_id=wie,
            ),
        ]
    )
    _beantwoord(sessie, casus.id)
    sessie.flush()


def _beantwoord(sessie: Session, casus_id: uuid.UUID) -> None:
    """Let one afspraak and one overdracht have an answer, so that who gave it can be read."""
    afspraak = sessie.scalars(
        select(Afspraak).where(Afspraak.casus_id == casus_id, Afspraak.nummer == 2)
    ).one()
    afspraak.akkoord, afspraak.akkoord_op, afspraak.akkoord_wie = Akkoord.AKKOORD, nu(), "x"
    vraag = select(Overdracht).where(Overdracht.casus_id == casus_id).order_by(Overdracht.bespreking_id)
    overdracht = sessie.scalars(vraag).all()[-1]
    overdracht.status, overdracht.beantwoord_op = OverdrachtStatus.GEACCEPTEERD, nu()
    overdracht.beantwoord_door_naam = "x"


def _soort(rij: Basis) -> str:
    """Return what decides who may read this row besides its table, as one word."""
    if isinstance(rij, Goedkeuring):
        return rij.soort.value
    if not isinstance(rij, Informatiebijdrage):
        return "x"
    om = f"om_{rij.om_uitkomst.value}" if rij.om_uitkomst else "om_open"
    wpg = f"_art9_{om}" if rij.artikel_9 else ""
    return f"{rij.organisatie.soort.value}_{rij.status.value}{wpg}"


def _rijen(sessie: Session, mapper: Mapper[Basis]) -> list[tuple[Basis, uuid.UUID]]:
    tabel = mapper.local_table
    wie = dict(sessie.execute(select(tabel.c.id, onderwerp(tabel))).all())  # type: ignore[arg-type]
    return [(rij, wie[rij.id]) for rij in sessie.scalars(select(mapper.class_)).unique()]  # type: ignore[attr-defined]


def _plant(sessie: Session, rij: Basis, kolom: str, woord: str) -> bool:
    """Put it there; False when a rule of the database says that it must be empty."""
    vorige = getattr(rij, kolom)
    try:
        with sessie.begin_nested():
            setattr(rij, kolom, woord)
            sessie.flush()
    except IntegrityError:
        setattr(rij, kolom, vorige)
        return False
    return True


def _stel_verslagen_vast(sessie: Session) -> None:
    """Adopt the records anew, with the canaries in them."""
    sessie.flush()
    for verslag in sessie.scalars(select(Verslag)):
        verslag.inhoud = naar_json(stel_samen(sessie, sessie.get_one(Overleg, verslag.overleg_id)))
        verslag.controlegetal = controlegetal(verslag.inhoud)
    sessie.commit()
