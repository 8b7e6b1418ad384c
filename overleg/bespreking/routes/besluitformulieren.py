"""The forms of the five questions as the screen of a casus needs them, filled with what is decided."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from flask import request

from forms.basis import Formulier
from forms.bespreking.besluiten import (
    BiedAfspraakAanFormulier,
    GeenPartijenFormulier,
    HeropenFormulier,
    HoudAanFormulier,
    LegInformerenVastFormulier,
    LegPartijVastFormulier,
    NeemMonitoringFormulier,
    NeemOpschalingFormulier,
    NeemRegieFormulier,
)
from models import Besluit, Informering, TeInformerenPartij
from models.waarden import BesluitSoort, BesprekingStatus
from overleg.basis.database import sessie
from overleg.basis.weergave import datum
from overleg.bespreking.opvragen import Besprekingsblad
from overleg.bespreking.opvragen.besluiten import Besluitenblok, blok_van
from overleg.bespreking.opvragen.personen import hoe_genoemd
from overleg.bespreking.regels.besluiten import mag_van_eigenaar
from overleg.toegang.poort import huidige_vrager
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import mag

Begin = dict[str, Any]
SOORTEN: Mapping[str, type[Formulier]] = {
    "regie": NeemRegieFormulier,
    "monitoring": NeemMonitoringFormulier,
    "informeren": LegInformerenVastFormulier,
    "partij": LegPartijVastFormulier,
    "geen_partijen": GeenPartijenFormulier,
    "opschaling": NeemOpschalingFormulier,
    "aanbod": BiedAfspraakAanFormulier,
    "aanhouden": HoudAanFormulier,
    "heropenen": HeropenFormulier,
}
RECHTEN: Mapping[str, Recht] = dict.fromkeys(SOORTEN, Recht.BESLUIT_INVULLEN) | {
    "aanhouden": Recht.BESPREKING_LEIDEN,
    "heropenen": Recht.BESPREKING_HEROPENEN,
}
"""Name of a form → the recht of the route it goes to: who does not hold it does not get the form."""


@dataclass(frozen=True)
class Besluitcontext:
    """What the fragments of the five questions need: the rows, and the forms by name."""

    blok: Besluitenblok
    organisatie_id: uuid.UUID
    """Of the asker: what that one may take back."""
    formulieren: dict[str, Formulier] = field(default_factory=dict)

    @property
    def invullen(self) -> dict[str, Formulier]:
        """The forms while the bespreking is open; afterwards none can be sent."""
        return self.formulieren if self.blok.stand.status is BesprekingStatus.OPEN else {}


def besluitcontext(blad: Besprekingsblad, **eigen: Formulier) -> Besluitcontext | None:
    """Return the context of the fragments; `eigen` are forms that were posted, kept as typed."""
    blok = blok_van(sessie(), blad)
    if blok is None:
        return None
    wijzig = request.args.get("wijzig", "")
    vrager = huidige_vrager()
    formulieren = {
        naam: maak(naam, blad, blok, wijzig=wijzig)
        for naam in SOORTEN
        if naam not in eigen and mag(vrager, RECHTEN[naam], blad.bespreking)
    }
    return Besluitcontext(blok, vrager.organisatie_id, formulieren | eigen)


def maak(
    naam: str, blad: Besprekingsblad, blok: Besluitenblok, *, gepost: bool = False, wijzig: str = ""
) -> Formulier:
    """Return one form: as posted, or filled with what is decided until now."""
    begin = {} if gepost else _BEGIN.get(naam, _leeg)(blad, blok, wijzig)
    extra: Begin = {} if gepost else {"formdata": None}
    form: Any = SOORTEN[naam](prefix=naam, data=begin, **extra)
    for veld, keuzes in _keuzes(blad, blok).items():
        if veld in form._fields:
            form[veld].zet_keuzes(keuzes)
    if naam == "informeren":
        _zeg_voor_wie(form, blok)
    gevuld: Formulier = form
    return gevuld


def _zeg_voor_wie(form: LegInformerenVastFormulier, blok: Besluitenblok) -> None:
    """Name at the tick who must still hear that data were shared without consent."""
    namen = [mens.naam for mens in blok.stand.personen if mens.zonder_toestemming and not mens.verteld]
    if namen:
        form.zonder_toestemming.label.text += f" (nodig voor {' en '.join(namen)})"


def _keuzes(blad: Besprekingsblad, blok: Besluitenblok) -> dict[str, list[tuple[uuid.UUID, str]]]:
    organisaties = [(o.id, o.naam) for o in blad.organisaties]
    return {
        "organisatie": organisaties,
        "achtervang_organisatie": organisaties,
        "betrokkene": list(hoe_genoemd(blad.casus, met_rol=True).items()),
        "andere_tafel": [(t.id, t.naam) for t in blad.andere_tafels],
        "afspraak": [
            (a.id, f"{a.nummer}. {a.wat[:80]}")
            for a in blad.afspraken
            if mag_van_eigenaar(blad.leidt, a.organisatie_id == huidige_vrager().organisatie_id)
        ],
        "overleg": [(o.id, f"Overleg van {datum(o.datum)}") for o in blok.latere_overleggen],
    }


def _leeg(_blad: Besprekingsblad, _blok: Besluitenblok, _wijzig: str) -> Begin:
    return {}


def _regie(blad: Besprekingsblad, blok: Besluitenblok, _wijzig: str) -> Begin:
    """Return what is decided; else who has it now, so that "it stays so" is one press of the button."""
    vastgelegd = blad.besluiten.get(BesluitSoort.REGIE)
    besluit = vastgelegd or (blok.regie.besluit if blok.regie else None)
    if besluit is None:
        return {"versie": 0}
    return _wie(besluit) | {
        "versie": vastgelegd.versie if vastgelegd else 0,
        "achtervang_organisatie": besluit.achtervang_organisatie_id,
        "achtervang": besluit.achtervang_naam,
        "aanspreekpunt": besluit.aanspreekpunt,
        "per_datum": vastgelegd.datum if vastgelegd else None,
        "toelichting": besluit.toelichting,
    }


def _monitoring(blad: Besprekingsblad, _blok: Besluitenblok, _wijzig: str) -> Begin:
    besluit = blad.besluiten.get(BesluitSoort.MONITORING)
    if besluit is None:
        return {"versie": 0}
    return _wie(besluit) | {
        "ja": besluit.ja,
        "grond": besluit.grond,
        "datum": besluit.datum,
        "wat": besluit.wat,
        "toelichting": besluit.toelichting,
    }


def _opschaling(blad: Besprekingsblad, _blok: Besluitenblok, _wijzig: str) -> Begin:
    besluit = blad.besluiten.get(BesluitSoort.OPSCHALING)
    if besluit is None:
        return {"versie": 0}
    return {
        "versie": besluit.versie,
        "keuze": besluit.opschaling,
        "andere_tafel": besluit.andere_tafel_id,
        "toelichting": besluit.toelichting,
    }


def _geen_partijen(blad: Besprekingsblad, _blok: Besluitenblok, _wijzig: str) -> Begin:
    besluit = blad.besluiten.get(BesluitSoort.PARTIJEN)
    return {
        "versie": besluit.versie if besluit else 0,
        "toelichting": besluit.toelichting if besluit else "",
    }


def _informeren(_blad: Besprekingsblad, blok: Besluitenblok, wijzig: str) -> Begin:
    rij = next((rij for rij in blok.informeringen if str(rij.id) == wijzig), None)
    if rij is None:
        return {}
    return _rij(rij) | {
        "betrokkene": rij.betrokkene_id,
        "wat": rij.wat,
        "wanneer": rij.status,
        "uitstel_reden": rij.uitstellen[0].reden if rij.opnieuw_op else "",
        "opnieuw_op": rij.opnieuw_op,
        "zonder_toestemming": rij.zonder_toestemming,
    }


def _partij(blad: Besprekingsblad, _blok: Besluitenblok, wijzig: str) -> Begin:
    rij = next((rij for rij in blad.partijen if str(rij.id) == wijzig), None)
    return _rij(rij) | {"partij": rij.partij, "wat": rij.wat} if rij else {}


def _wie(besluit: Besluit) -> Begin:
    return {
        "versie": besluit.versie,
        "organisatie": besluit.organisatie_id,
        "naam": besluit.persoon_naam,
    }


def _rij(rij: Informering | TeInformerenPartij) -> Begin:
    return {
        "id": rij.id,
        "versie": rij.versie,
        "organisatie": rij.organisatie_id,
        "naam": rij.persoon_naam,
        "op": rij.op,
    }


_BEGIN: Mapping[str, Callable[[Besprekingsblad, Besluitenblok, str], Begin]] = {
    "regie": _regie,
    "monitoring": _monitoring,
    "informeren": _informeren,
    "partij": _partij,
    "geen_partijen": _geen_partijen,
    "opschaling": _opschaling,
}
