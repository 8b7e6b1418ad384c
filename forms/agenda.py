"""Forms for planning overleggen and making an agenda."""

import re
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time

from werkzeug.datastructures import MultiDict

from forms.basis import Formulier
from forms.controles import Verplicht, VerplichtAls
from forms.velden import (
    DatumVeld,
    GetalVeld,
    KeuzeVeld,
    MeerkeuzeVeld,
    TekstVeld,
    TijdVeld,
    VerborgenVeld,
    VinkVeld,
)
from models.waarden import OverlegVorm, Ritme
from overleg.basis.weergave import datum_lang

MEESTE_MINUTEN = 480
MINUTEN_MELDING = f"Vul een heel aantal minuten in, van 0 tot en met {MEESTE_MINUTEN}."
_GETAL = re.compile(r"[0-9]{1,3}")


class _OverlegVelden(Formulier):
    """When, how and where."""

    datum = DatumVeld("Datum", [Verplicht("Vul de datum in.")])
    begin = TijdVeld("Begintijd", [Verplicht("Vul de begintijd in.")])
    einde = TijdVeld("Eindtijd", [Verplicht("Vul de eindtijd in.")])
    vorm = KeuzeVeld[OverlegVorm](
        "Vorm", [Verplicht("Kies hoe u bij elkaar komt.")], keuzes=OverlegVorm, vorm="radio"
    )
    plaats = TekstVeld(
        "Plaats of link", description="Staat ook in de uitnodiging. Zet hier geen namen van betrokkenen."
    )


class PlanOverlegFormulier(_OverlegVelden):
    """Plan one overleg, or a series: then the days are shown first, to leave some out."""

    tafel = KeuzeVeld[uuid.UUID]("Overlegtafel", [Verplicht("Kies een overlegtafel.")])
    herhaling = KeuzeVeld[Ritme]("Herhalen", keuzes=Ritme, description="Leeg: één overleg.")
    tot_en_met = DatumVeld(
        "Tot en met", [VerplichtAls(lambda form: form.herhaling.data, "Vul in tot wanneer de reeks loopt.")]
    )
    extra = VinkVeld("Dit is een extra overleg, buiten de vaste reeks")
    overslaan = MeerkeuzeVeld[date]("Deze dagen overslaan")
    getoond = VerborgenVeld(str)
    """Which series the list of days was made for."""

    @property
    def kenmerk_reeks(self) -> str:
        """The series as it is filled in now, to see whether the list of days still belongs to it."""
        ritme = self.herhaling.data
        return f"{self.tafel.data}|{self.datum.data}|{ritme.value if ritme else ''}|{self.tot_en_met.data}"

    def toon_dagen(self, data: Sequence[date], redenen: dict[date, str], *, eerste_keer: bool) -> None:
        """Offer the days of the series; the first time those with a reason to leave out are ticked."""
        self.overslaan.zet_keuzes(
            [(dag, f"{datum_lang(dag)}{_reden(redenen.get(dag))}") for dag in data],
        )
        if eerste_keer:
            self.overslaan.data = [dag for dag in data if dag in redenen]
            self.getoond.ruw, self.getoond.data = None, self.kenmerk_reeks


def _reden(reden: str | None) -> str:
    return f" ({reden})" if reden else ""


class WijzigOverlegFormulier(_OverlegVelden):
    """Move an overleg."""

    versie = VerborgenVeld(int, [Verplicht("De pagina is verouderd. Laad de pagina opnieuw.")])


class VoegPuntToeFormulier(Formulier):
    """A free item."""

    titel = TekstVeld(
        "Onderwerp", [Verplicht("Vul het onderwerp in.")], limiet="naam", description="Zonder namen."
    )
    minuten = GetalVeld("Minuten", [Verplicht(MINUTEN_MELDING)], limiet="minuten_punt")


@dataclass(frozen=True)
class Slot:
    """From when until when."""

    begin: time | None
    einde: time | None


class WijzigSlotFormulier(Formulier):
    """A guest's slot."""

    slot_begin = TijdVeld("Van")
    slot_einde = TijdVeld("Tot")

    def als_invoer(self) -> Slot:
        """Return the slot as typed."""
        return Slot(self.slot_begin.data, self.slot_einde.data)


class VoegGastToeFormulier(WijzigSlotFormulier):
    """A guest: an account, or an organisatie with a name."""

    gebruiker = KeuzeVeld[uuid.UUID](
        "Account", description="Met een account ziet de gast het eigen punt zolang het aan de beurt is."
    )
    organisatie = KeuzeVeld[uuid.UUID](
        "Organisatie",
        [VerplichtAls(lambda form: not form.gebruiker.data, "Kies de organisatie van de gast.")],
        description="Als de gast geen account heeft.",
    )
    naam = TekstVeld("Naam", limiet="naam", description="Als de gast geen account heeft.")


class MeldAfFormulier(Formulier):
    """Say that one does not come, and who comes instead."""

    vervanger = KeuzeVeld[uuid.UUID]("Wie komt in uw plaats?")


@dataclass(frozen=True)
class Ordeningsinvoer:
    """The list of items as it was posted."""

    versie: int
    volgorde: tuple[uuid.UUID, ...]
    verschuif: tuple[uuid.UUID, int] | None
    minuten: dict[uuid.UUID, int]
    getypt: dict[uuid.UUID, str]
    """The minutes as typed, for showing them again."""
    fout: frozenset[uuid.UUID]
    """The items whose minutes cannot be read."""


def lees_ordening(form: MultiDict[str, str]) -> Ordeningsinvoer:
    """Read the list of items; what is no id is passed over, so that the order does not fit and is refused."""
    omhoog, omlaag = _sleutel(form.get("omhoog", "")), _sleutel(form.get("omlaag", ""))
    verschuif = (omhoog, -1) if omhoog else (omlaag, 1) if omlaag else None
    getypt = dict(_getypte_minuten(form.items()))
    goed = {punt: int(tekst) for punt, tekst in getypt.items() if _is_aantal(tekst)}
    versie = form.get("versie", "")
    return Ordeningsinvoer(
        versie=int(versie) if re.fullmatch(r"[0-9]{1,9}", versie) else 0,
        volgorde=tuple(punt for punt in map(_sleutel, form.getlist("volgorde")) if punt),
        verschuif=verschuif,
        minuten=goed,
        getypt=getypt,
        fout=frozenset(getypt) - frozenset(goed),
    )


def _getypte_minuten(paren: Iterable[tuple[str, str]]) -> Iterable[tuple[uuid.UUID, str]]:
    for naam, tekst in paren:
        punt = _sleutel(naam.removeprefix("minuten-")) if naam.startswith("minuten-") else None
        if punt:
            yield punt, tekst.strip()[:10]


def _is_aantal(tekst: str) -> bool:
    return bool(_GETAL.fullmatch(tekst)) and int(tekst) <= MEESTE_MINUTEN


def _sleutel(tekst: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(tekst)
    except ValueError:
        return None
