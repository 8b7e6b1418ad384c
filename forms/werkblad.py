"""Handing in progress as a sheet: the rows that go along to be confirmed."""

from uuid import UUID

from wtforms.widgets import HiddenInput

from forms.basis import Formulier
from forms.bespreking.zeker import zeker
from forms.controles import Verplicht
from forms.rijen import Rijen, RijFormulier
from forms.velden import LangTekstVeld, VerborgenVeld
from models.waarden import AfspraakStatus
from overleg.bespreking.invoer_stappen import Melding
from overleg.opvolging.werkblad import Regel, Wijziging

VEROUDERD = "Deze pagina is verouderd. Kies het werkblad opnieuw."


STANDEN = {stand.value: stand for stand in AfspraakStatus}


def _lees_stand(tekst: str) -> AfspraakStatus:
    if tekst not in STANDEN:
        raise ValueError(VEROUDERD)
    return STANDEN[tekst]


class WerkbladRegel(RijFormulier):
    """One row of the sheet, as it was shown; everything is checked again."""

    regel = VerborgenVeld(int, [Verplicht(VEROUDERD)])
    afspraak = VerborgenVeld(UUID, [Verplicht(VEROUDERD)])
    versie = VerborgenVeld(int, [Verplicht(VEROUDERD)])
    stand = VerborgenVeld(_lees_stand, [Verplicht(VEROUDERD)])
    tekst = LangTekstVeld(limiet="toelichting", widget=HiddenInput())

    @property
    def is_leeg(self) -> bool:
        """Say that a row counts, whatever of it is missing: nobody fills these in."""
        return False

    def als_invoer(self) -> Regel:
        """Return the row; only of a form that is valid."""
        melding = Melding(zeker(self.versie.data), zeker(self.stand.data), self.tekst.data or "")
        return Regel(zeker(self.regel.data), zeker(self.afspraak.data), melding)


class LeverWerkbladInFormulier(Formulier):
    """The rows that can be taken over."""

    regels = Rijen(
        WerkbladRegel,
        "Regels",
        rijnaam="regel",
        min_rijen=1,
        begin_rijen=0,
        limiet="rijen_werkblad",
        melding=VEROUDERD,
    )

    @classmethod
    def voor(cls, wijzigingen: tuple[Wijziging, ...]) -> "LeverWerkbladInFormulier":
        """Return the form that carries these rows along."""
        return cls(formdata=None, data={"regels": [_veld(wijziging.regel) for wijziging in wijzigingen]})

    def als_invoer(self) -> tuple[Regel, ...]:
        """Return the rows."""
        return tuple(rij.als_invoer() for rij in self.regels.ingevuld)


def _veld(regel: Regel) -> dict[str, object]:
    melding = regel.melding
    return {
        "regel": regel.regel,
        "afspraak": regel.afspraak_id,
        "versie": melding.versie,
        "stand": melding.status,
        "tekst": melding.tekst,
    }
