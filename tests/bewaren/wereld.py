"""A casus with a canary in every text of every table, and another casus at the same meeting."""

from __future__ import annotations

import uuid
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Column, Enum, String, Table, select, text
from sqlalchemy.orm import Session

from models import (
    AndereTafel,
    Basis,
    Bericht,
    Casus,
    Criteriaset,
    Criterium,
    CriteriumOnderdeel,
    Grondslag,
    Overleg,
    Sleutel,
    Teller,
    Thema,
    Verslag,
    Verzending,
    Wijziging,
)
from models.basis import Vertrouwelijk
from models.versleuteling import kast_van
from models.waarden import OrganisatieSoort, OverlegStatus, Rol
from overleg.basis.klok import nu
from overleg.bewaren.reikwijdte import WEG
from overleg.verslag.bewaren import controlegetal, naar_json
from overleg.verslag.samenstellen import stel_samen
from tests.models.goede_rij import Rijen
from tests.steun.fabriek import Fabriek

LANG_GELEDEN = timedelta(days=800)
DAG = date(2024, 3, 7)
ANDERS: dict[str, dict[str, Any]] = {
    "casus": {"status": "gesloten", "concrete_vraag": "", "melding_status": "gedaan"},
    "agendapunt": {"soort": "casus", "minuten": 20},
    "persoonsverzoek": {"soort": "inzage", "status": "afgerond", "besluit": "toegewezen"},
    "tekstveld": {"veld": "plan_persoon"},
    "overdracht": {"soort": "afspraak"},
    "informatiebijdrage": {
        "status": "ingediend",
        "bekend": True,
        "gegeven_hoe": "telefoon",
        "gegeven_op": DAG,
    },
    "besluit": {"soort": "informeren"},
    "informering": {"op": DAG},
    "goedkeuring": {"soort": "belang_opheffen"},
}
ZONDER = {"casus.kenmerk", "casus.melding_volgt_door"}
"""Texts that get no canary: the kenmerk stays, and a few are held to a form by a rule."""


def is_tekst(kolom: Column[Any]) -> bool:
    """Whether people type in this column."""
    soort = kolom.type
    return isinstance(soort, Vertrouwelijk | String) and not isinstance(soort, Enum)


class Wereld:
    """A tafel, its people, an adopted meeting with two casussen."""

    def __init__(self, fabriek: Fabriek) -> None:
        """Make it and commit it."""
        self.sessie: Session = fabriek.sessie
        self.tafel = fabriek.tafel()
        vt = fabriek.partner(self.tafel, OrganisatieSoort.VEILIG_THUIS)
        self.voorzitter = fabriek.lid(self.tafel, vt, Rol.VOORZITTER)
        self.andere_voorzitter = fabriek.lid(self.tafel, vt, Rol.VOORZITTER)
        self.deelnemer = fabriek.lid(self.tafel, vt, Rol.DEELNEMER)
        self.beheerder = fabriek.gebruiker(vt, beheerder=True)
        self.functionaris = fabriek.gebruiker(vt, functionaris=True)
        self.overleg = fabriek.overleg(self.tafel, DAG, OverlegStatus.VASTGESTELD, afgerond_op=nu())
        self.rijen = Rijen(self.sessie.connection())
        self.rijen.erin = {
            "overlegtafel": {"id": self.tafel.id},
            "organisatie": {"id": vt.id},
            "gebruiker": {"id": self.voorzitter.id},
            "overleg": {"id": self.overleg.id},
            **{naam: {"id": self._eerste(model)} for naam, model in INSTELLINGEN.items()},
        }
        self.ander = self._casus("BLIJFTZO", "LW-2024-0002")
        self.casus = self._casus("KANARIE", "LW-2024-0001")
        self.punt_id = self.rijen.erin["agendapunt"]["id"]
        self._los()
        self.verslag = self._verslag(self.overleg)
        fabriek.klaar()

    def _eerste(self, model: type[Any]) -> uuid.UUID:
        sleutel: uuid.UUID = self.sessie.scalars(select(model.id).limit(1)).one()
        return sleutel

    def _casus(self, merk: str, kenmerk: str) -> Casus:
        """Make a casus with a row in every table that hangs on it."""
        vorige = self.rijen.erin.get("directbetrokkene")
        self._sleutel()
        for tabel in Basis.metadata.sorted_tables:
            if tabel.name in {*WEG, "casus", "agendapunt", "deelname"}:
                self._rij(tabel, merk, kenmerk, vorige)
        return self.sessie.get_one(Casus, self.rijen.erin["casus"]["id"])

    def _rij(self, tabel: Table, merk: str, kenmerk: str, vorige: dict[str, Any] | None) -> None:
        erin = self.rijen.erin
        anders: dict[str, Any] = {k.name: self._kanarie(k, merk) for k in tabel.columns if is_tekst(k)}
        anders = {k: w for k, w in anders.items() if f"{tabel.name}.{k}" not in ZONDER}
        anders |= {kolom: self._ouder(tabel, kolom) for kolom in WEG.get(tabel.name, ())}
        anders |= ANDERS.get(tabel.name, {}) | self._bijzonder(tabel.name, merk, kenmerk)
        if tabel.name == "persoonsvergelijking":
            if vorige is None:
                return
            eerste, tweede = sorted([vorige["id"], erin["directbetrokkene"]["id"]])
            anders |= {"a_id": eerste, "b_id": tweede, "redenen": [merk]}
        rij = self.rijen.maak(tabel, **anders)
        self.rijen.schrijf(tabel, rij)
        erin[tabel.name] = rij

    def _sleutel(self) -> None:
        """Make the key of the next casus, as the models do."""
        self.rijen.wie = uuid.uuid4()
        verpakt = kast_van(self.rijen.verbinding.dialect).nieuw(self.rijen.wie.hex)
        self.sessie.add(Sleutel(voor_id=self.rijen.wie, tafel_id=self.tafel.id, verpakt=verpakt))
        self.sessie.flush()

    def _bijzonder(self, tabel: str, merk: str, kenmerk: str) -> dict[str, Any]:
        """Return what a row of a table needs beyond its canaries, now that the rows before it are there."""
        erin, wie, lang = self.rijen.erin, self.voorzitter.id, nu() - LANG_GELEDEN
        casus = erin.get("casus", {}).get("id")
        punt = erin.get("agendapunt", {}).get("id")
        per_tabel: dict[str, dict[str, Any]] = {
            "casus": {
                "id": self.rijen.wie,
                "kenmerk": kenmerk,
                "ingediend_op": lang,
                "gesloten_op": lang,
                "concrete_vraag": merk,
            },
            "directbetrokkene": {"id": uuid.uuid4()},
            "agendapunt": {"casus_id": casus},
            "deelname": {"punt_id": punt},
            "belang": {"opgeheven_op": nu()},
            "persoonsverzoek": {"besloten_op": nu(), "besloten_door_id": wie, "afgerond_op": nu()},
            "bewaarplicht": {"opgeheven_op": nu(), "opgeheven_door_id": wie},
        }
        return per_tabel.get(tabel, {})

    def _ouder(self, tabel: Table, kolom: str) -> uuid.UUID:
        (naar,) = tabel.columns[kolom].foreign_keys
        sleutel: uuid.UUID = self.rijen.erin[naar.column.table.name]["id"]
        return sleutel

    @staticmethod
    def _kanarie(kolom: Column[Any], merk: str) -> str:
        lengte = getattr(kolom.type, "length", None)
        return f"{merk}-{kolom.table.name}-{kolom.name}"[: lengte or 200]

    def _los(self) -> None:
        """Add what points to the casus without a key: mail, a form that was done, signals."""
        self.sessie.add_all(
            [
                Bericht(
                    aan="a@voorbeeld.nl", onderwerp=f"Casus {self.casus.kenmerk}", tekst="KANARIE-bericht"
                ),
                Bericht(
                    aan="a@voorbeeld.nl", onderwerp=f"Casus {self.ander.kenmerk}", tekst="BLIJFTZO-bericht"
                ),
                Verzending(afdruk="a" * 64, naar=f"/casussen/{self.casus.id}?KANARIE", op=nu()),
                Wijziging(overleg_id=self.overleg.id, nummer=1, punt_id=self.punt_id, delen=["KANARIE"]),
                Teller(bron_id=self.punt_id, nummer=1),
            ]
        )

    def _verslag(self, overleg: Overleg) -> Verslag:
        """Adopt the record as it is now."""
        self.sessie.flush()
        inhoud = naar_json(stel_samen(self.sessie, overleg))
        verslag = Verslag(
            overleg_id=overleg.id,
            versie=1,
            inhoud=inhoud,
            controlegetal=controlegetal(inhoud),
            vastgesteld_door_id=self.voorzitter.id,
        )
        self.sessie.add(verslag)
        return verslag


INSTELLINGEN: dict[str, type[Any]] = {
    "criteriaset": Criteriaset,
    "criterium": Criterium,
    "criterium_onderdeel": CriteriumOnderdeel,
    "thema": Thema,
    "andere_tafel": AndereTafel,
    "grondslag": Grondslag,
}


def vindplaatsen(sessie: Session, merk: str) -> dict[str, int]:
    """Return in which columns of the whole database a text stands, and how often."""
    sessie.rollback()
    gevonden = {}
    for tabel in Basis.metadata.sorted_tables:
        for kolom in tabel.columns:
            if isinstance(kolom.type, Vertrouwelijk):
                aantal = sum(merk in (tekst or "") for tekst in sessie.scalars(select(kolom)))
                if aantal:
                    gevonden[f"{tabel.name}.{kolom.name}"] = aantal
                continue
            vraag = text(
                f'SELECT count(*) FROM "{tabel.name}" WHERE CAST("{kolom.name}" AS TEXT) LIKE :merk'  # noqa: S608
            )
            if aantal := sessie.scalar(vraag, {"merk": f"%{merk}%"}):
                gevonden[f"{tabel.name}.{kolom.name}"] = int(aantal)
    return gevonden
