"""The answer of who is to do an afspraak, after the meeting: for who was not there."""

from functools import partial

from flask import url_for
from flask.typing import ResponseReturnValue

from forms.basis import Formulier
from forms.bespreking.akkoord import GeefAkkoordFormulier, GeefNietAkkoordFormulier
from models import Afspraak
from overleg.basis.database import sessie
from overleg.bespreking.handelingen.akkoord import antwoord_zelf
from overleg.opvolging.routes.afspraak import toon_afspraak
from overleg.opvolging.routes.basis import blauwdruk, verwerk
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht


@blauwdruk.post("/acties/<uuid:afspraak>/akkoord")
@vereist(Recht.AFSPRAAK_AANVAARDEN)
def afspraak_akkoord(afspraak: Afspraak) -> ResponseReturnValue:
    """Say in one click that the own organisatie does this."""
    return _verwerk(
        afspraak, "akkoord", GeefAkkoordFormulier(), f"U bent akkoord met afspraak {afspraak.nummer}."
    )


@blauwdruk.post("/acties/<uuid:afspraak>/niet-akkoord")
@vereist(Recht.AFSPRAAK_AANVAARDEN)
def afspraak_niet_akkoord(afspraak: Afspraak) -> ResponseReturnValue:
    """Say that the own organisatie does not do this, and why; the voorzitter is told."""
    return _verwerk(
        afspraak,
        "niet_akkoord",
        GeefNietAkkoordFormulier(prefix="niet"),
        f"U bent niet akkoord met afspraak {afspraak.nummer}. De voorzitter krijgt bericht.",
    )


def _verwerk(afspraak: Afspraak, naam: str, form: Formulier, bericht: str) -> ResponseReturnValue:
    return verwerk(
        form,
        partial(antwoord_zelf, sessie(), huidige_vrager(), afspraak),
        lambda fout, status: toon_afspraak(afspraak, status, **{naam: fout}),
        naar=url_for("opvolging.acties"),
        bericht=bericht,
    )
