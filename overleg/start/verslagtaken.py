"""What there is to do on the first page about comments on draft records."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from overleg.basis.weergave import datum
from overleg.start.taken import Taak
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import mag
from overleg.toegang.vrager import Vrager
from overleg.verslag.opvragen import opmerkingen


def te_reageren(sessie: Session, vrager: Vrager) -> Iterator[Taak]:
    """Yield the drafts on which the asker can comment: the whole, or for a guest the own item."""
    for overleg in opmerkingen.te_reageren(sessie, vrager):
        heel = mag(vrager, Recht.VERSLAG_ZIEN, overleg)
        tot = datum(overleg.opmerkingen_tot) if overleg.opmerkingen_tot else ""
        yield Taak(
            f"Verslag waarop u nog kunt reageren: {datum(overleg.datum)}",
            "verslag.verslag" if heel else "verslag.eigen_punt",
            toon="info",
            toelichting=f"tot en met {tot}",
            sleutel=overleg.id,
            parameter="overleg",
        )


def pas_beantwoord(sessie: Session, vrager: Vrager) -> Iterator[Taak]:
    """Yield the own comments on which there is an answer to read."""
    for opmerking in opmerkingen.pas_beantwoord(sessie, vrager):
        yield Taak(
            f"Antwoord op uw opmerking bij het verslag van {datum(opmerking.overleg.datum)}",
            "verslag.opmerking",
            toelichting=opmerking.afhandeling.tekst,
            sleutel=opmerking.id,
            parameter="opmerking",
            vraag=(("overleg", str(opmerking.overleg_id)),),
        )


def te_behandelen(sessie: Session, vrager: Vrager) -> Iterator[Taak]:
    """Yield the records with comments that the asker, as voorzitter, has to handle."""
    for overleg, aantal in opmerkingen.te_behandelen(sessie, vrager):
        yield Taak(
            f"Opmerkingen die u nog behandelt: verslag van {datum(overleg.datum)}",
            "verslag.verslag",
            aantal,
            "let-op",
            sleutel=overleg.id,
            parameter="overleg",
        )
