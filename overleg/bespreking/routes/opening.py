"""The forms of the opening: one with a row for each person, and one for who was not expected."""

import uuid
from dataclasses import dataclass, replace

from forms.bespreking.deelnames import LegDeelnameVastFormulier, VoegDeelnemerToeFormulier
from models import Deelname, Overleg
from models.waarden import Aanwezigheid
from overleg.basis.database import sessie
from overleg.basis.klok import hier
from overleg.bespreking.invoer_stappen import Presentie
from overleg.bespreking.opvragen.overleg import (
    Overlegblad,
    deelnames_van,
    leden_van_tafel,
    naam_van,
    organisaties_van_tafel,
)


@dataclass(frozen=True)
class Openingsrij:
    """One person with the form of the row."""

    deelname: Deelname
    naam: str
    form: LegDeelnameVastFormulier

    @property
    def is_gast(self) -> bool:
        """Whether this person comes for one item, later: a button for everyone passes a guest over."""
        return self.deelname.punt_id is not None

    @property
    def meer_open(self) -> bool:
        """Whether the part that is folded in holds a mistake, or something that is not as usual."""
        form = self.form
        fout = any(veld.errors for veld in (form.mandaat, form.vervangt, form.gekomen, form.vertrokken))
        return fout or bool(form.vervangt.data) or form.aanwezigheid.data is Aanwezigheid.VERTROKKEN


@dataclass(frozen=True)
class Opening:
    """The form of the opening."""

    rijen: list[Openingsrij]

    def rij(self, deelname: Deelname) -> Openingsrij:
        """Return the row of one person."""
        return next(rij for rij in self.rijen if rij.deelname.id == deelname.id)


def opening_van(blad: Overlegblad) -> Opening:
    """Return the form of the opening, filled with what is recorded."""
    vaste_leden = _leden(blad.overleg)
    rijen = []
    for deelname in blad.deelnames:
        form = LegDeelnameVastFormulier(prefix=f"{deelname.id}-", data=_begin(deelname))
        form.vervangt.zet_keuzes(vaste_leden)
        rijen.append(Openingsrij(deelname, naam_van(deelname), form))
    return Opening(rijen)


def formulier_voor_nieuw(overleg: Overleg) -> VoegDeelnemerToeFormulier:
    """Return the form for who was not expected; who is on the list already is no choice."""
    form = VoegDeelnemerToeFormulier()
    al = {deelname.gebruiker_id for deelname in deelnames_van(sessie(), overleg)}
    form.gebruiker.zet_keuzes([keuze for keuze in _leden(overleg) if keuze[0] not in al])
    form.organisatie.zet_keuzes(organisaties_van_tafel(sessie(), overleg))
    return form


def _leden(overleg: Overleg) -> list[tuple[uuid.UUID, str]]:
    return [(lid.id, f"{lid.naam} ({lid.organisatie_naam})") for lid in leden_van_tafel(sessie(), overleg)]


def voor_allen(invoer: Presentie, knop: str) -> Presentie:
    """Return what a button for everyone makes of one row; an answer that was given stays."""
    if knop == "aanwezig" and invoer.aanwezigheid is Aanwezigheid.VERWACHT:
        return replace(invoer, aanwezigheid=Aanwezigheid.AANWEZIG)
    if knop == "akkoord" and invoer.akkoord is None and invoer.aanwezigheid is Aanwezigheid.AANWEZIG:
        return replace(invoer, akkoord=True)
    return invoer


def _begin(deelname: Deelname) -> dict[str, object]:
    gekomen, vertrokken = deelname.gekomen_op, deelname.vertrokken_op
    return {
        "aanwezigheid": deelname.aanwezigheid,
        "vervangt": deelname.vervangt_id,
        "mandaat": deelname.mandaat,
        "akkoord": deelname.registratie_akkoord,
        "gekomen": hier(gekomen).time() if gekomen else None,
        "vertrokken": hier(vertrokken).time() if vertrokken else None,
    }
