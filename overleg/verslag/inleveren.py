"""Reading a file that somebody hands in; the file itself is kept nowhere."""

from collections.abc import Callable
from typing import TypeVar

from forms.bestand import KiesWerkbladFormulier
from overleg.basis.limieten import limiet
from overleg.verslag.bestanden import GROOTSTE, Onleesbaar

R = TypeVar("R")


def lees_ingeleverd(
    form: KiesWerkbladFormulier, lees: Callable[[bytes], tuple[R, ...]], *, meeste: str, niets: str
) -> tuple[R, ...]:
    """Return the rows of the file in a form; what is wrong with it is put at its field.

    Takes long: call it without the lock to write (`zonder_schrijfslot`). `meeste` names the limit on rows,
    `niets` is the sentence for a file without any.
    """
    if not form.validate_on_submit():
        return ()
    try:
        rijen = lees(form.bestand.inhoud(GROOTSTE))
    except Onleesbaar as fout:
        form.voeg_fouten_toe([fout.zin], form.bestand)
        return ()
    if not rijen:
        form.voeg_fouten_toe([niets], form.bestand)
    if len(rijen) > limiet(meeste):
        zin = f"Er zijn {len(rijen)} rijen ingevuld: hoogstens {limiet(meeste)} tegelijk."
        form.voeg_fouten_toe([f"{zin} Lever het in delen in."], form.bestand)
    return rijen
