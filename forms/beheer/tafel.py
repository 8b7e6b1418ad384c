"""A new tafel, and the profile of one."""

import re

from wtforms import Field
from wtforms.validators import ValidationError

from forms.basis import Formulier
from forms.beheer.gezien import WijzigRijFormulier
from forms.controles import Verplicht
from forms.velden import (
    DatumVeld,
    GetalVeld,
    KeuzeVeld,
    LangTekstVeld,
    TekstVeld,
    TijdVeld,
    VinkVeld,
)
from models.waarden import Ritme, Weekdag
from overleg.beheer.handelingen.tafels import Profiel, TafelNaam

_CODE = re.compile(r"[A-Z]{2,6}")


class _MetNaam(Formulier):
    """Name, code and region."""

    naam = TekstVeld(
        "Naam",
        [Verplicht("Vul de naam in.")],
        limiet="naam",
        description="Bijvoorbeeld: Actie-overleg Lindewoude.",
    )
    code = TekstVeld(
        "Code",
        [Verplicht("Vul een code in.")],
        limiet="kenmerk",
        description="Twee tot zes letters. Elk kenmerk van een casus begint ermee, zoals LW-2026-0001.",
    )
    regio = TekstVeld("Regio", [Verplicht("Vul de regio in.")], limiet="naam")

    def validate_code(self, field: Field) -> None:
        """Refuse what is no code."""
        if not _CODE.fullmatch((field.data or "").upper()):
            raise ValidationError("Gebruik twee tot zes letters, zonder spaties of cijfers.")

    def code_tekst(self) -> str:
        """Return the code in capitals."""
        return (self.code.data or "").upper()


class NieuweTafelFormulier(_MetNaam):
    """A new tafel: the rest starts with the usual settings."""

    def als_invoer(self) -> TafelNaam:
        """Return what was filled in."""
        return TafelNaam(self.naam.data or "", self.code_tekst(), self.regio.data or "")


def _getal(label: str, melding: str, minimum: int, uitleg: str = "") -> GetalVeld:
    return GetalVeld(label, [Verplicht(melding)], minimum=minimum, limiet="minuten", description=uitleg)


class WijzigProfielFormulier(_MetNaam, WijzigRijFormulier):
    """What the tafel is for, and when it meets."""

    invoer = Profiel
    doel = LangTekstVeld("Doel", limiet="toelichting", hoogte=3, description="Waarvoor is deze tafel er?")
    reikwijdte = LangTekstVeld(
        "Reikwijdte", limiet="toelichting", hoogte=3, description="Welke casussen horen hier, en welke niet?"
    )
    kan_wel = LangTekstVeld("Wat deze tafel wel kan", limiet="toelichting", hoogte=3)
    kan_niet = LangTekstVeld("Wat deze tafel niet kan", limiet="toelichting", hoogte=3)
    profiel_herzien_op = DatumVeld(
        "Profiel opnieuw bekijken op", description="Vanaf die dag ziet u op het overzicht dat het tijd is."
    )
    ritme: KeuzeVeld[Ritme] = KeuzeVeld("Hoe vaak", [Verplicht("Kies hoe vaak.")], keuzes=Ritme)
    weekdag: KeuzeVeld[Weekdag] = KeuzeVeld("Dag", [Verplicht("Kies een dag.")], keuzes=Weekdag)
    begintijd = TijdVeld("Begint om", [Verplicht("Vul de begintijd in.")])
    duur_minuten = _getal("Duur in minuten", "Vul in hoe lang het overleg duurt.", 15)
    plaats = TekstVeld("Plaats", limiet="regel", description="Adres en zaal, of hoe men digitaal aansluit.")
    minuten_per_casus = _getal("Minuten per casus", "Vul het aantal minuten in.", 1)
    maximum_casussen = _getal("Hoogstens zoveel casussen per overleg", "Vul het aantal in.", 1)
    herhaling_maanden = _getal(
        "Herhaling: zoveel maanden terugkijken",
        "Vul het aantal maanden in.",
        1,
        "Bij een nieuwe aanmelding zoekt het systeem in deze periode naar dezelfde personen.",
    )
    opmerkingen_dagen = _getal(
        "Opmerkingen bij het concept van het verslag: zoveel dagen",
        "Vul het aantal dagen in.",
        1,
        "Wie bij het overleg was, kan zo lang reageren. De voorzitter kan een andere dag kiezen.",
    )
    actief = VinkVeld("Deze tafel is in gebruik")

    def validate_duur_minuten(self, field: Field) -> None:
        """Not longer than half a day."""
        _hoogstens(field, 600)

    def validate_minuten_per_casus(self, field: Field) -> None:
        """Not longer than an afternoon."""
        _hoogstens(field, 240)

    def validate_maximum_casussen(self, field: Field) -> None:
        """Not more than one meeting holds."""
        _hoogstens(field, 60)

    def validate_herhaling_maanden(self, field: Field) -> None:
        """Not longer than ten years."""
        _hoogstens(field, 120)

    def validate_opmerkingen_dagen(self, field: Field) -> None:
        """Not longer than two months."""
        _hoogstens(field, 60)

    def als_invoer(self) -> Profiel:
        """Return what was filled in. Only after the form was found right."""
        namen = Profiel.__dataclass_fields__
        waarden = {naam: self._fields[naam].data for naam in namen}
        return Profiel(**{**waarden, "code": self.code_tekst()})


def _hoogstens(field: Field, grens: int) -> None:
    if field.data is not None and field.data > grens:
        raise ValidationError(f"Vul een getal in van hoogstens {grens}.")
