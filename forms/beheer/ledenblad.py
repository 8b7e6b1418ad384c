"""Members and partners from a sheet: its words read as the screens read them, and the confirmation."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, Self, TypeAlias, TypeVar

from werkzeug.datastructures import MultiDict
from wtforms.form import BaseForm
from wtforms.validators import ValidationError

from forms.basis import Formulier
from forms.bespreking.zeker import zeker
from forms.controles import Verplicht
from forms.rijen import Rijen, RijFormulier
from forms.velden import DatumVeld, EmailVeld, KeuzeVeld, TekstVeld, VerborgenVeld
from models.waarden import Bezetting, Partnervorm, Rol
from overleg.basis.tekst import schoon
from overleg.beheer.regels.ledenblad import NIET_MET_EEN_WERKBLAD, Fout, Lidrij, Partnerrij, naamsleutel
from overleg.beheer.regels.ledenblad import waarden as kop
from overleg.verslag.tabellen.leden import LEDEN, PARTNERS, SLEUTEL, VERSIE
from overleg.verslag.tabellen.lezen import MEESTE_RIJEN, Bladrij

T = TypeVar("T")
Ledenbladrij: TypeAlias = tuple[str, Bladrij]
"""A row, and the name of its sheet."""
VEROUDERD = "Deze pagina is verouderd. Kies het werkblad opnieuw."
FORMULE = "Hier staat een formule. Typ wat er moet staan."
LANGST_GETOOND = 40


class WoordVeld(KeuzeVeld[T]):
    """One answer from a list, given by its words as people type them."""

    def __init__(
        self, label: str, keuzes: Iterable[Any], anders: Mapping[str, str] | None = None, **kw: Any
    ) -> None:
        """Take the list; `anders` says of words that are not on it what to do instead."""
        super().__init__(label, keuzes=keuzes, **kw)
        self.anders = anders or {}

    def _herken(self, geposte: Iterable[object]) -> list[T]:
        teksten = [str(tekst) for tekst in geposte if tekst]
        bekend = {naamsleutel(tekst): keuze for keuze, tekst in self.keuzes}
        self.onbekend = [tekst for tekst in teksten if naamsleutel(tekst) not in bekend]
        return [bekend[naamsleutel(tekst)] for tekst in teksten if naamsleutel(tekst) in bekend]

    def pre_validate(self, form: BaseForm) -> None:  # noqa: ARG002 - the library passes it
        """Refuse other words, and say which ones there are."""
        for tekst in self.onbekend:
            woorden = ", ".join(woord.lower() for _keuze, woord in self.keuzes)
            getoond = tekst if len(tekst) <= LANGST_GETOOND else f"{tekst[:LANGST_GETOOND]}…"
            anders = self.anders.get(naamsleutel(tekst))
            raise ValidationError(anders or f"‘{getoond}’ kan hier niet. Kies uit: {woorden}.")


class _Rij(RijFormulier):
    """One row of a sheet; what it must hold the rules say, for that depends on what is there already."""

    @classmethod
    def van(cls, rij: Bladrij) -> Self:
        """Return the form with what stands in the row, each field under the heading that is its label."""
        return cls(MultiDict({veld.name: rij[str(veld.label.text)] for veld in cls()}))

    def fouten(self, formules: Iterable[str]) -> tuple[Fout, ...]:
        """Return what cannot be read, by column. Checks the form."""
        self.validate()
        uit = [Fout(kolom, FORMULE) for kolom in formules]
        uit.extend(Fout(str(veld.label.text), str(zin)) for veld in self for zin in veld.errors)
        return tuple(uit)


class LidRij(_Rij):
    """A row about a member; its labels are the headings of the sheet."""

    naam = TekstVeld(kop.NAAM, limiet="naam")
    email = EmailVeld(kop.EMAIL)
    organisatie = TekstVeld(kop.ORGANISATIE, limiet="naam")
    rol: WoordVeld[Rol] = WoordVeld(kop.ROL, Rol, NIET_MET_EEN_WERKBLAD)
    bezetting: WoordVeld[Bezetting] = WoordVeld(kop.BEZETTING, Bezetting)
    mandaat: WoordVeld[bool] = WoordVeld(kop.MANDAAT, [(True, "ja"), (False, "nee")])
    functie = TekstVeld(kop.FUNCTIE, limiet="kenmerk")
    vanaf = DatumVeld(kop.VANAF)
    tot = DatumVeld(kop.TOT)


class PartnerRij(_Rij):
    """A row about a partner."""

    organisatie = TekstVeld(kop.ORGANISATIE, limiet="naam")
    vorm: WoordVeld[Partnervorm] = WoordVeld(kop.VORM, Partnervorm)


def lees_lid(rij: Bladrij) -> Lidrij:
    """Return a row about a member as it can be read; what cannot be read is in its `fouten`."""
    form = LidRij.van(rij)
    fouten = form.fouten(rij.formules)
    return Lidrij(
        rij.regel,
        form.naam.data or "",
        form.email.data or "",
        form.organisatie.data or "",
        form.rol.data,
        form.bezetting.data,
        form.mandaat.data,
        form.functie.data or "",
        form.vanaf.data,
        form.tot.data,
        rij[SLEUTEL],
        rij[VERSIE],
        fouten,
    )


def lees_partner(rij: Bladrij) -> Partnerrij:
    """Return a row about a partner as it can be read."""
    form = PartnerRij.van(rij)
    fouten = form.fouten(rij.formules)
    return Partnerrij(rij.regel, form.organisatie.data or "", form.vorm.data, rij[VERSIE], fouten)


def _lees_rij(tekst: str) -> Ledenbladrij:
    """Read a row as the page carried it; everything in it is judged again."""
    try:
        blad, regel, cellen, formules = json.loads(tekst)
    except (ValueError, TypeError, RecursionError):
        raise ValueError(VEROUDERD) from None
    is_rij = blad in (LEDEN, PARTNERS) and type(regel) is int and 0 < regel <= MEESTE_RIJEN
    if not is_rij or not isinstance(cellen, dict) or not isinstance(formules, list):
        raise ValueError(VEROUDERD)
    if not all(isinstance(iets, str) for iets in (*cellen.values(), *formules)):
        raise ValueError(VEROUDERD)
    schone = {schoon(naam): schoon(tekst) for naam, tekst in cellen.items()}
    return blad, Bladrij(regel, schone, tuple(schoon(kolom) for kolom in formules))


def _schrijf_rij(rij: Ledenbladrij) -> str:
    blad, inhoud = rij
    cellen = {naam: tekst for naam, tekst in inhoud.cellen.items() if tekst}
    return json.dumps([blad, inhoud.regel, cellen, inhoud.formules], ensure_ascii=False)


class _RijVeld(VerborgenVeld[Ledenbladrij]):
    """A row that the page carries along."""

    def schrijf(self, waarde: Ledenbladrij) -> str:
        """Write it as it is read again."""
        return _schrijf_rij(waarde)


class LedenbladRegel(RijFormulier):
    """One row of the sheet, word for word."""

    rij = _RijVeld(_lees_rij, [Verplicht(VEROUDERD)])

    @property
    def is_leeg(self) -> bool:
        """Say that a row counts, whatever of it is missing: nobody fills these in."""
        return False


class NeemLedenbladOverFormulier(Formulier):
    """The rows of the sheet, and what stands for what was shown of them."""

    rijen = Rijen(
        LedenbladRegel,
        "Rijen",
        rijnaam="rij",
        min_rijen=1,
        begin_rijen=0,
        limiet="rijen_ledenblad",
        melding=VEROUDERD,
    )
    gezien = VerborgenVeld(str, [Verplicht(VEROUDERD)])

    @classmethod
    def voor(cls, rijen: Iterable[Ledenbladrij], gezien: str) -> "NeemLedenbladOverFormulier":
        """Return the form that carries these rows along."""
        return cls(formdata=None, data={"rijen": [{"rij": rij} for rij in rijen], "gezien": gezien})

    def als_invoer(self) -> tuple[Ledenbladrij, ...]:
        """Return the rows."""
        return tuple(zeker(regel.rij.data) for regel in self.rijen.ingevuld)
