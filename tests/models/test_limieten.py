"""What a form lets through fits in its column: PostgreSQL refuses a text that is too long (a 500)."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from sqlalchemy import Column, Enum, String
from werkzeug.datastructures import MultiDict
from wtforms.fields.core import UnboundField
from wtforms.form import BaseForm
from wtforms.validators import ValidationError

import forms
from forms.velden import TekstVeld
from models import Basis
from tests.huis.bestanden import meld

VAN_HET_SYSTEEM = frozenset(
    {
        "achtergrondtaak",
        "bericht",
        "gebeurtenis",
        "herstelcode",
        "kalenderlink",
        "koppelverzoek",
        "sessie",
        "toegangslink",
        "vernietiging",
        "verzending",
        "zegel",
    }
)
"""Tables that no form fills; what goes into them is short by itself."""
NIET_GETYPT = frozenset(
    {
        "afspraak.akkoord_wie",
        "casus.kenmerk",
        "correctie.veld",
        "criterium.code",
        "criterium_onderdeel.sleutel",
        "gebruiker.password",
        "gebruiker.fs_uniquifier",
        "goedkeuring.onderwerp",
        "huisstijl.controlegetal",
        "identiteit.issuer",
        "identiteit.subject",
        "gebruiker.tf_primary_method",
        "gebruiker.tf_totp_secret",
        "informatieverzoek.functie",
        "inlogpoging.sleutel",
        "inzagedeel.kop",
        "persoonsmerk.merk",
        "overlegtafel.code",
        "passkey.kenmerk",
        "passkey.sleutel",
        "rechtenbeoordeling.controlegetal",
        "thema.onderdeel_sleutel",
        "sleutel.verpakt",
        "systeemkoppeling.afdruk",
        "verslag.controlegetal",
        "verslag.oorspronkelijk_getal",
    }
)
"""Made by the machine, chosen from what is there, or held to a few signs by a rule."""
HEET_ANDERS = {
    "persoon": ("persoon_naam",),
    "naam": ("persoon_naam", "naar_naam"),
    "door_naam": ("beantwoord_door_naam",),
    "achtervang": ("achtervang_naam",),
    "met": ("om_contact_met",),
}
"""Name of a field → columns of another name that it fills as well."""
EIGEN_KOLOM: dict[str, str | None] = {
    "WijsGrondAfFormulier.reden": "grondvraag.afwijzing",
    "WijzigProfielFormulier.doel": "overlegtafel.doel",
    "NieuweTafelFormulier.code": None,
    "WijzigProfielFormulier.code": None,
    "_MetNaam.code": None,
    "CriteriumRij.code": None,
    "ZoekCasusFormulier.kenmerk": None,
    "OpschortFormulier.kenmerk": None,
    "NeemNoodtoegangFormulier.kenmerk": None,
    "ZoekInLogboekFormulier.kenmerk": None,
    "VraagBekendheidFormulier.doel": "bekendheidsvraag.doel",
    "MeldAfspraakFormulier.tekst": "voortgang.tekst",
    "WerkbladRegel.tekst": "voortgang.tekst",
    "StelVoorwaardeFormulier.tekst": "veiligheidsvoorwaarde.tekst",
    "RectificeerFormulier.tekst": "verslag.inhoud",
    "MaakOpmerkingFormulier.tekst": "verslagopmerking.tekst",
    "DeelFormulier.tekst": "inzagedeel.tekst",
    "CriteriumRij.titel": "criterium.titel",
    "CriteriumRij.uitleg": "criterium.uitleg",
    "OnderdeelRij.titel": "criterium_onderdeel.titel",
    "BetrokkeneRij.contact": "directbetrokkene.contact",
}
"""Field whose name stands for another column; None: bounded by a rule of its own, or stored nowhere."""


def _kolommen() -> dict[str, Column[str]]:
    """Return every column with text in the tables that forms fill, as `table.column`."""
    return {
        f"{tabel.name}.{kolom.name}": kolom
        for tabel in Basis.metadata.tables.values()
        if tabel.name not in VAN_HET_SYSTEEM
        for kolom in tabel.columns
    }


def _begrensd() -> dict[str, int]:
    """Return the columns that PostgreSQL cuts off at a length."""
    return {
        naam: kolom.type.length
        for naam, kolom in _kolommen().items()
        if isinstance(kolom.type, String) and kolom.type.length and not isinstance(kolom.type, Enum)
    }


def _formulieren(soort: type[BaseForm] = BaseForm) -> Iterator[type[BaseForm]]:
    for kind in soort.__subclasses__():
        if kind.__module__.startswith("forms."):
            yield kind
        yield from _formulieren(kind)


def _losse_velden() -> Iterator[tuple[str, str, TekstVeld]]:
    """Yield `Form.field`, the name of the field, and the field by itself, for every text field there is."""
    for module in pkgutil.walk_packages(forms.__path__, "forms."):
        importlib.import_module(module.name)
    for formulier in set(_formulieren()):
        for naam in dir(formulier):
            los = getattr(formulier, naam, None)
            if isinstance(los, UnboundField) and issubclass(los.field_class, TekstVeld):
                yield f"{formulier.__name__}.{naam}", naam, los.bind(form=BaseForm({}), name=naam)


def _velden() -> Iterator[tuple[str, str, int]]:
    """Yield `Form.field`, the name of the field and its limit, for every text field there is."""
    for volledig, naam, veld in _losse_velden():
        yield volledig, naam, veld.grens


def _doelen(volledig: str, naam: str) -> set[str]:
    """Return the columns that a field can end up in."""
    if volledig in EIGEN_KOLOM:
        doel = EIGEN_KOLOM[volledig]
        return {doel} if doel else set()
    namen = {naam, *HEET_ANDERS.get(naam, ())}
    return {kolom for kolom in _kolommen() if kolom.split(".")[1] in namen}


def test_limiet__van_ieder_tekstveld__past_in_de_kolom() -> None:
    begrensd = _begrensd()
    fouten = [
        f"{volledig}: {grens} signs, {kolom} holds {begrensd[kolom]}"
        for volledig, naam, grens in _velden()
        for kolom in _doelen(volledig, naam)
        if grens > begrensd.get(kolom, grens)
    ]
    meld(sorted(fouten), "Take a smaller limiet, or name the column of this field in EIGEN_KOLOM.")


@pytest.mark.parametrize(("erbij", "te_lang"), [(0, False), (1, True)])
def test_veld__precies_een_teken_te_lang__geweigerd_en_blijft_staan(erbij: int, te_lang: bool) -> None:
    fouten = []
    for volledig, naam, veld in _losse_velden():
        typte = "é" * (veld.grens + erbij)
        veld.process(MultiDict({naam: typte}))
        try:
            veld.pre_validate(BaseForm({}))
            zin = ""
        except ValidationError as fout:
            zin = str(fout)
        if ("1 teken te veel" in zin) is not te_lang or veld.data != typte:
            fouten.append(f"{volledig}: {zin}")
    meld(fouten, "A field takes as much as its limit, refuses one sign more in a sentence, and keeps it.")


def test_kolom__met_een_lengte__wordt_door_een_veld_gevuld() -> None:
    gevuld = {kolom for volledig, naam, _grens in _velden() for kolom in _doelen(volledig, naam)}
    meld(sorted(set(_begrensd()) - gevuld - NIET_GETYPT), "Say how these columns are filled.")


def test_lijsten__noemen_alleen_wat_er_is() -> None:
    velden = {volledig for volledig, _naam, _grens in _velden()}
    kolommen = set(_kolommen())
    weg = (set(EIGEN_KOLOM) - velden) | ({k for k in EIGEN_KOLOM.values() if k} - kolommen)
    meld(sorted(weg | (NIET_GETYPT - kolommen)), "These are gone: take them out of the lists.")
