"""The form of an aanmelding. Its criteria, themas and tafels are those of the overlegtafel."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from forms.basis import Formulier
from forms.instroom.melding import MeldingVelden
from forms.instroom.rijen import BekendRij, BetrokkeneRij, HulpRij
from forms.rijen import Rijen
from forms.velden import (
    JaNeeVeld,
    KeuzeVeld,
    LangTekstVeld,
    MeerkeuzeVeld,
    VerborgenVeld,
    VinkVeld,
)
from models import AndereTafel, Casus, Criteriaset, Criterium, Thema
from models.waarden import Samenloop
from overleg.instroom.invoer import AFGESCHERMD, Aanmelding, ToetsInvoer


def veld_van(criterium: Criterium) -> str:
    """Return the name of the field with the answer to a criterium."""
    return f"criterium-{criterium.code}"


def veld_geen(criterium: Criterium) -> str:
    """Return the name of the box "none of these"."""
    return f"{veld_van(criterium)}-geen"


def veld_reden(criterium: Criterium) -> str:
    """Return the name of the field with the reason."""
    return f"{veld_van(criterium)}-reden"


class MeldAanFormulier(MeldingVelden, Formulier):
    """Everything that is asked of an aanmelding; made for one tafel by `aanmeld_formulier`."""

    criteria: Sequence[Criterium] = ()

    versie = VerborgenVeld(int)
    antwoord = LangTekstVeld(
        "Uw antwoord aan de voorzitter",
        limiet="toelichting",
        hoogte=3,
        description="U kunt ook hieronder de aanmelding zelf aanvullen.",
    )
    samenloop: KeuzeVeld[Samenloop] = KeuzeVeld(
        "Waar komen straf en zorg samen?", keuzes=Samenloop, vorm="radio"
    )
    vermoed_feit = LangTekstVeld(
        "Om welk strafbaar feit gaat het, of waar ontmoeten straf en zorg elkaar?",
        limiet="toelichting",
        hoogte=2,
    )
    themas: MeerkeuzeVeld[UUID] = MeerkeuzeVeld("Thema's", description="Kies er één of meer.")
    betrokkenen = Rijen(BetrokkeneRij, "Directbetrokkenen", rijnaam="persoon")
    hulp = Rijen(HulpRij, "Wie helpt er al?", rijnaam="hulpverlener", begin_rijen=0)
    letsel = JaNeeVeld("Is er letsel, of een vermoeden daarvan?")
    wat_gebeurd = LangTekstVeld(
        "Wat is er gebeurd?", hoogte=8, description="Feiten eerst: wat, wanneer, waar, wie was erbij."
    )
    grootste_zorg = LangTekstVeld("Wat is de grootste zorg?", limiet="toelichting", hoogte=3)
    concrete_vraag = LangTekstVeld(
        "Concrete vraag aan het overleg",
        limiet="toelichting",
        hoogte=3,
        description="Eén vraag: wie moet wat doen of beslissen, en vóór wanneer?",
    )
    bekend_bij = Rijen(
        BekendRij, "Waar is het gezin al bekend?", rijnaam="tafel", begin_rijen=0, limiet="aantal_keuzes"
    )

    def als_invoer(self) -> Aanmelding:
        """Return the whole form."""
        return Aanmelding(
            samenloop=self.samenloop.data,
            vermoed_feit=self.vermoed_feit.data or "",
            thema_ids=frozenset(self.themas.data),
            betrokkenen=tuple(rij.als_invoer() for rij in self.betrokkenen.ingevuld),
            hulp=tuple(rij.als_invoer() for rij in self.hulp.ingevuld),
            letsel=self.letsel.data,
            wat_gebeurd=self.wat_gebeurd.data or "",
            grootste_zorg=self.grootste_zorg.data or "",
            concrete_vraag=self.concrete_vraag.data or "",
            melding=self.melding_invoer(),
            toetsen=self.toets_invoer(),
            bekend_bij=tuple(rij.als_invoer() for rij in self.bekend_bij.ingevuld),
            antwoord=self.antwoord.data or "",
        )

    def neem_bewaard_over(self, versie: int, rijen: Mapping[str, Sequence[Any]], casus: Casus) -> None:
        """Carry along the version and the ids of the rows as they were just saved in `casus`."""
        self.versie.zet(versie)
        for naam, lijst in rijen.items():
            for rij, bewaard in zip(lijst, getattr(casus, naam), strict=True):
                rij.id.zet(bewaard.id)
        self.zet_bewaard(casus)

    def zet_bewaard(self, casus: Casus) -> None:
        """Tell each person's row which of its fields hold something that is not shown."""
        per_id = {p.id: frozenset(n for n in AFGESCHERMD if getattr(p, n)) for p in casus.betrokkenen}
        for rij in self.betrokkenen.entries:
            sleutel = rij.form.id.data
            rij.form.bewaard = per_id.get(sleutel, frozenset()) if sleutel else frozenset()

    def toets_invoer(self) -> tuple[ToetsInvoer, ...]:
        """Return the answers to the criteria."""
        return tuple(self._toets(criterium) for criterium in self.criteria)

    def _toets(self, criterium: Criterium) -> ToetsInvoer:
        reden = self[veld_reden(criterium)].data or ""
        if criterium.minimum is None:
            return ToetsInvoer(criterium.id, self[veld_van(criterium)].data, frozenset(), reden)
        geen = False if self[veld_geen(criterium)].data else None
        return ToetsInvoer(criterium.id, geen, frozenset(self[veld_van(criterium)].data), reden)


def aanmeld_formulier(
    criteriaset: Criteriaset, themas: Iterable[Thema], tafels: Iterable[AndereTafel]
) -> type[MeldAanFormulier]:
    """Return the form with the criteria, themas and andere tafels of one overlegtafel."""
    velden: dict[str, object] = {"criteria": tuple(criteriaset.criteria)}
    for criterium in criteriaset.criteria:
        velden |= _velden_van(criterium)
    velden["themas"] = _meerkeuze("Thema's", [(t.id, t.naam) for t in themas], "Kies er één of meer.")
    keuzes = [(t.id, f"{t.naam} (bekend daar: {t.bekend_regel.tekst.lower()})") for t in tafels]
    rij = type("BekendRijVanTafel", (BekendRij,), {"tafel": _keuze("Welke tafel?", keuzes)})
    velden["bekend_bij"] = Rijen(
        rij, "Waar is het gezin al bekend?", rijnaam="tafel", begin_rijen=0, limiet="aantal_rijen"
    )
    return type("MeldAanFormulierVanTafel", (MeldAanFormulier,), velden)


def _meerkeuze(label: str, keuzes: list[tuple[UUID, str]], uitleg: str) -> MeerkeuzeVeld[UUID]:
    veld: MeerkeuzeVeld[UUID] = MeerkeuzeVeld(label, None, keuzes=keuzes, description=uitleg)
    return veld


def _keuze(label: str, keuzes: list[tuple[UUID, str]]) -> KeuzeVeld[UUID]:
    veld: KeuzeVeld[UUID] = KeuzeVeld(label, None, keuzes=keuzes)
    return veld


def _velden_van(criterium: Criterium) -> dict[str, object]:
    label = f"{criterium.code}. {criterium.titel}"
    reden = LangTekstVeld(f"Waarom? (criterium {criterium.code})", limiet="toelichting", hoogte=2)
    if criterium.minimum is None:
        antwoord: object = JaNeeVeld(label, description=criterium.uitleg)
        return {veld_van(criterium): antwoord, veld_reden(criterium): reden}
    keuzes = [(onderdeel.id, onderdeel.titel) for onderdeel in criterium.onderdelen]
    return {
        veld_van(criterium): _meerkeuze(label, keuzes, criterium.uitleg),
        veld_geen(criterium): VinkVeld("Geen van deze"),
        veld_reden(criterium): reden,
    }


@dataclass(frozen=True, slots=True)
class Verschil:
    """A text that someone else changed meanwhile: what stands there now, and what was typed here."""

    label: str
    nu: str
    getypt: str


TEKSTEN = ("wat_gebeurd", "grootste_zorg", "concrete_vraag", "vermoed_feit", "antwoord")


def verschillen(form: MeldAanFormulier, nu: dict[str, object]) -> list[Verschil]:
    """Return the texts that differ between the form as typed and the data as saved now."""
    gevonden = []
    for naam in TEKSTEN:
        veld = form[naam]
        huidig = str(nu.get(naam) or "")
        if huidig != (veld.data or ""):
            gevonden.append(Verschil(veld.label.text, huidig, veld.data or ""))
    return gevonden
