"""A new version of the instroomcriteria or of the registratieafspraken."""

import re
from collections.abc import Sequence

from forms.basis import Formulier
from forms.controles import Verplicht
from forms.rijen import Rijen, RijFormulier
from forms.velden import GetalVeld, LangTekstVeld, TekstVeld, VerborgenVeld
from models import Criteriaset
from overleg.beheer.regels import (
    VOORBEELD,
    VOORBEELD_MINSTENS,
    CriteriaInvoer,
    CriteriumInvoer,
    OnderdeelInvoer,
)

ACHTERAAN = 10_000
_SLEUTEL = re.compile(r"[a-z0-9_]{1,60}")


def _sleutel(tekst: str) -> str:
    """Read the key of an item; raises ValueError for what the page cannot have carried along."""
    if not _SLEUTEL.fullmatch(tekst):
        raise ValueError(tekst)
    return tekst


class CriteriumRij(RijFormulier):
    """One criterium."""

    telt_niet_mee = frozenset({"plek"})
    plek = GetalVeld("Plaats", limiet="aantal_keuzes")
    code = TekstVeld("Letter", [Verplicht("Kies een letter.")], limiet="kenmerk")
    titel = TekstVeld("Criterium", [Verplicht("Schrijf het criterium op.")], limiet="regel")
    uitleg = TekstVeld("Uitleg", limiet="toelichting")
    minimum = GetalVeld("Minstens zoveel onderdelen", minimum=1, limiet="aantal_keuzes")

    def als_invoer(self) -> CriteriumInvoer:
        """Return the row."""
        code = (self.code.data or "").upper()
        return CriteriumInvoer(code, self.titel.data or "", self.uitleg.data or "", self.minimum.data)


class OnderdeelRij(RijFormulier):
    """One item of the list under a criterium."""

    telt_niet_mee = frozenset({"plek", "bij"})
    sleutel = VerborgenVeld(_sleutel)
    plek = GetalVeld("Plaats", limiet="aantal_keuzes")
    bij = TekstVeld("Bij letter", [Verplicht("Bij welk criterium hoort dit?")], limiet="kenmerk")
    titel = TekstVeld("Onderdeel", [Verplicht("Schrijf het onderdeel op.")], limiet="regel")

    def als_invoer(self) -> OnderdeelInvoer:
        """Return the row."""
        return OnderdeelInvoer((self.bij.data or "").upper(), self.titel.data or "", self.sleutel.data or "")


def _op_plek(rijen: Sequence[CriteriumRij] | Sequence[OnderdeelRij]) -> list[CriteriumRij | OnderdeelRij]:
    return sorted(rijen, key=lambda rij: ACHTERAAN if rij.plek.data is None else rij.plek.data)


class WijzigCriteriaFormulier(Formulier):
    """A new version of the criteria."""

    versie = VerborgenVeld(int)
    criteria = Rijen(
        CriteriumRij,
        "Criteria",
        rijnaam="criterium",
        min_rijen=1,
        melding="Schrijf minstens één criterium op.",
    )
    onderdelen = Rijen(OnderdeelRij, "Lijst onder een criterium", rijnaam="onderdeel", begin_rijen=0)
    regel = TekstVeld(
        "Wanneer voldoet een casus?",
        [Verplicht("Schrijf de regel op.")],
        limiet="regel",
        description=f"Met en, of en haakjes, zoals: {VOORBEELD}. Of: A en {VOORBEELD_MINSTENS}.",
    )

    def als_invoer(self) -> CriteriaInvoer:
        """Return what was filled in, in the order of the places."""
        criteria = [rij.als_invoer() for rij in _op_plek(self.criteria.ingevuld)]
        onderdelen = [rij.als_invoer() for rij in _op_plek(self.onderdelen.ingevuld)]
        return CriteriaInvoer(
            tuple(c for c in criteria if isinstance(c, CriteriumInvoer)),
            tuple(o for o in onderdelen if isinstance(o, OnderdeelInvoer)),
            self.regel.data or "",
        )


def begin_van(criteriaset: Criteriaset | None) -> dict[str, object]:
    """Return what the form starts with: the version in use."""
    if criteriaset is None:
        return {"versie": 0}
    return {
        "versie": criteriaset.nummer,
        "regel": criteriaset.regel,
        "criteria": [
            {"plek": nr, "code": c.code, "titel": c.titel, "uitleg": c.uitleg, "minimum": c.minimum}
            for nr, c in enumerate(criteriaset.criteria, start=1)
        ],
        "onderdelen": [
            {"plek": nr, "bij": c.code, "titel": o.titel, "sleutel": o.sleutel}
            for c in criteriaset.criteria
            for nr, o in enumerate(c.onderdelen, start=1)
        ],
    }


class WijzigRegistratieafspraakFormulier(Formulier):
    """A new version of what the tafel agreed on recording."""

    versie = VerborgenVeld(int)
    inhoud = LangTekstVeld(
        "Registratieafspraken", [Verplicht("Schrijf de afspraken op.")], hoogte=12, id="registratietekst"
    )
