"""The Word form of an aanmelding: what it asks, and from there to an aanmelding, checked as on the screen.

It is made from the form of the screen itself, so that both ask the same. It holds settings of one tafel only,
nothing of any casus.
"""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from werkzeug.datastructures import MultiDict

from forms.instroom.aanmelding import MeldAanFormulier, veld_geen, veld_reden, veld_van
from forms.instroom.concept import foute_velden, goede_deel
from overleg.basis.limieten import limiet
from overleg.instroom.invoer import ROND_ADRES, Aanmelding
from overleg.instroom.regels.formulier import Rest, met_rest
from overleg.verslag.formulieren.plaatsen import HET_FORMULIER, MEESTE_GENOEMD, Geplaatst, niet_tussen_tekst
from overleg.verslag.formulieren.vorm import (
    Blok,
    Formulierinhoud,
    Formuliersoort,
    blok_van,
    rijen_van,
    word_bestand,
)

OPNIEUW: Final = "Haal het formulier opnieuw op bij Casus aanmelden, vul het in en bewaar het als .docx."
AANMELDING: Final = Formuliersoort(
    "tafel:", word_bestand(OPNIEUW), f"Dit is niet het aanmeldformulier. {OPNIEUW}"
)
VERSIE: Final = 1
"""Of the form itself; goes up when its fields change."""
PERSONEN: Final = 6
ANDERE_RIJEN: Final = 3
OUD: Final = "dit is niet het formulier van nu; lees de criteria na"


def aanmelding_inhoud(form: MeldAanFormulier, tafel_id: uuid.UUID, nummer: int) -> Formulierinhoud:
    """Return what to ask for this tafel; `nummer` is that of its criteriaset."""
    return Formulierinhoud(tafel_id, f"{VERSIE}.{nummer}", tuple(_blokken(form)))


def _blokken(form: MeldAanFormulier) -> Iterator[Blok]:
    yield blok_van(form, "Waar het om gaat", ["samenloop", "vermoed_feit", "themas"])
    uitleg = "Over wie gaat het? Noem ook ieder kind. Wat u niet weet of niet nodig hebt, laat u leeg."
    yield from rijen_van(form.betrokkenen, PERSONEN, uitleg)
    yield blok_van(form, "Wat er speelt", ["wat_gebeurd", "letsel", "grootste_zorg"])
    yield from rijen_van(form.hulp, ANDERE_RIJEN, "Laat leeg wat u niet nodig hebt.")
    meldvelden = [v.short_name for v in form if v.short_name.startswith("melding_")]
    yield blok_van(form, "Melding bij Veilig Thuis", meldvelden)
    yield blok_van(form, "Wat u van het overleg vraagt", ["concrete_vraag"])
    yield blok_van(form, "Criteria", list(_criteria(form)))
    uitleg = "Om dubbel werk te voorkomen. Is het gezin nergens bekend? Laat dit leeg."
    yield from rijen_van(form.bekend_bij, ANDERE_RIJEN, uitleg)


def _criteria(form: MeldAanFormulier) -> Iterator[str]:
    for criterium in form.criteria:
        yield veld_van(criterium)
        if criterium.minimum is not None:
            yield veld_geen(criterium)
        yield veld_reden(criterium)


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """What becomes the concept; with `fouten` it cannot, and nothing may be made of it."""

    invoer: Aanmelding
    aantal_resten: int
    fouten: tuple[str, ...]


def neem_over(soort: type[MeldAanFormulier], geplaatst: Geplaatst) -> Uitkomst:
    """Return the aanmelding with what is right in its field, and the rest behind what happened."""
    gegevens = MultiDict(geplaatst.velden)
    form = soort(formdata=gegevens, meta={"csrf": False})
    form.geldig_als_concept()
    resten, afgeschermd = list(geplaatst.resten), list(geplaatst.afgeschermd)
    if geplaatst.oude_versie is not None:
        resten.insert(0, Rest(HET_FORMULIER, f"versie {geplaatst.oude_versie or 'onbekend'}", OUD))
    for veld, bij in foute_velden(form):
        rest = Rest(bij, "\n".join(gegevens.getlist(veld.name)), str(veld.errors[0]))
        (afgeschermd if veld.short_name in ROND_ADRES else resten).append(rest)
    invoer = goede_deel(form, {}).invoer
    invoer = replace(invoer, wat_gebeurd=met_rest(invoer.wat_gebeurd, resten))
    fouten = [*niet_tussen_tekst(afgeschermd), *_te_lang(invoer.wat_gebeurd, resten)]
    return Uitkomst(invoer, len(resten), tuple(fouten))


def _te_lang(tekst: str, resten: list[Rest]) -> Iterator[str]:
    te_veel = len(tekst) - limiet("tekst")
    if te_veel > 0:
        langste = sorted(resten, key=lambda rest: -len(rest.tekst))[:MEESTE_GENOEMD]
        namen = "; ".join(f"{rest.veld} ({rest.waarom.rstrip('.')})" for rest in langste)
        yield (
            f"Wat niet te plaatsen is, is samen {te_veel} tekens te lang om te bewaren. "
            f"Maak dit korter in het formulier en lever het opnieuw in: {namen}."
        )
