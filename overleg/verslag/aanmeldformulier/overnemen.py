"""From a form on paper to an aanmelding, checked as the screen checks it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from werkzeug.datastructures import MultiDict

from forms.instroom.aanmelding import MeldAanFormulier
from forms.instroom.concept import foute_velden, goede_deel
from overleg.basis.limieten import limiet
from overleg.instroom.invoer import AFGESCHERMD, Aanmelding
from overleg.instroom.regels.formulier import Rest, met_rest
from overleg.verslag.aanmeldformulier.plaatsen import Geplaatst

MEESTE_GENOEMD: Final = 8


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
    for veld, bij in foute_velden(form):
        rest = Rest(bij, "\n".join(gegevens.getlist(veld.name)), str(veld.errors[0]))
        (afgeschermd if veld.short_name in AFGESCHERMD else resten).append(rest)
    invoer = goede_deel(form, {}).invoer
    invoer = replace(invoer, wat_gebeurd=met_rest(invoer.wat_gebeurd, resten))
    fouten = [*_afgeschermd(afgeschermd), *_te_lang(invoer.wat_gebeurd, resten)]
    return Uitkomst(invoer, len(resten), tuple(fouten))


def _afgeschermd(resten: list[Rest]) -> Iterator[str]:
    """An address or a contact never goes among text that others read: it must be right in its own box."""
    for rest in resten[:MEESTE_GENOEMD]:
        waarom = rest.waarom.rstrip(".")
        yield f"{rest.veld}: {waarom}. Verbeter dit in het formulier en lever het opnieuw in."


def _te_lang(tekst: str, resten: list[Rest]) -> Iterator[str]:
    te_veel = len(tekst) - limiet("tekst")
    if te_veel > 0:
        langste = sorted(resten, key=lambda rest: -len(rest.tekst))[:MEESTE_GENOEMD]
        namen = "; ".join(f"{rest.veld} ({rest.waarom.rstrip('.')})" for rest in langste)
        yield (
            f"Wat niet te plaatsen is, is samen {te_veel} tekens te lang om te bewaren. "
            f"Maak dit korter in het formulier en lever het opnieuw in: {namen}."
        )
