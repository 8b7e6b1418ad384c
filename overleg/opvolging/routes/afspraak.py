"""One afspraak after the meeting: how far it is, and offering it to another organisatie."""

from functools import partial

from flask import url_for
from flask.typing import ResponseReturnValue

from forms.basis import Formulier
from forms.bespreking.acties import MeldAfspraakFormulier
from forms.bespreking.akkoord import GeefAkkoordFormulier, GeefNietAkkoordFormulier
from forms.opvolging import DraagOverFormulier
from models import Afspraak
from overleg.basis.database import sessie
from overleg.basis.klok import vandaag
from overleg.basis.schil import toon
from overleg.bespreking.handelingen.voortgang import meld_afspraak
from overleg.bespreking.opvragen.akkoord import stand_van
from overleg.bespreking.regels.akkoord import mag_antwoorden
from overleg.logboek.schrijven import noteer_blik
from overleg.logboek.soorten import Soort
from overleg.opvolging.handelingen.overdracht import draag_over
from overleg.opvolging.opvragen.melden import voortgang_van
from overleg.opvolging.opvragen.overdracht import is_aangeboden, overdrachten_van, overnemers
from overleg.opvolging.routes.basis import blauwdruk, verwerk
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import mag


def _overdragen(afspraak: Afspraak, *, leeg: bool = False) -> DraagOverFormulier:
    form = DraagOverFormulier(prefix="overdragen", **({"formdata": None} if leeg else {}))
    mensen = overnemers(sessie(), afspraak)
    form.naar.zet_keuzes([(mens.id, f"{mens.naam}, {mens.organisatie.naam}") for mens in mensen])
    return form


def toon_afspraak(afspraak: Afspraak, status: int = 200, **eigen: Formulier) -> ResponseReturnValue:
    """Show the page of one afspraak; `eigen` are forms that were posted, kept as typed."""
    versie = {"versie": afspraak.versie}
    formulieren: dict[str, Formulier] = {
        "melden": MeldAfspraakFormulier.voor(afspraak),
        "overdragen": _overdragen(afspraak, leeg=True),
        "akkoord": GeefAkkoordFormulier(formdata=None, data=versie),
        "niet_akkoord": GeefNietAkkoordFormulier(prefix="niet", formdata=None, data=versie),
    }
    return toon(
        "opvolging/afspraak.html",
        status=status,
        afspraak=afspraak,
        formulieren=formulieren | eigen,
        voortgang=voortgang_van(sessie(), afspraak),
        overdrachten=overdrachten_van(sessie(), huidige_vrager(), afspraak),
        aangeboden=is_aangeboden(sessie(), afspraak),
        vandaag=vandaag(),
        mag_akkoord=mag(huidige_vrager(), Recht.AFSPRAAK_AANVAARDEN, afspraak)
        and bool(mag_antwoorden(stand_van(afspraak))),
    )


@blauwdruk.get("/acties/<uuid:afspraak>")
@vereist(Recht.AFSPRAAK_ZIEN)
def afspraak(afspraak: Afspraak) -> ResponseReturnValue:
    """Show one afspraak with everything that was reported."""
    noteer_blik(huidige_vrager(), Soort.CASUS_BEKEKEN, afspraak.casus)
    return toon_afspraak(afspraak)


@blauwdruk.post("/acties/<uuid:afspraak>/melden")
@vereist(Recht.AFSPRAAK_MELDEN)
def afspraak_melden(afspraak: Afspraak) -> ResponseReturnValue:
    """Report how far it is."""
    return verwerk(
        MeldAfspraakFormulier.voor(afspraak),
        partial(meld_afspraak, sessie(), huidige_vrager(), afspraak),
        lambda form, status: toon_afspraak(afspraak, status, melden=form),
        naar=url_for("opvolging.acties"),
        bericht=f"Afspraak {afspraak.nummer} is bijgewerkt.",
    )


@blauwdruk.post("/acties/<uuid:afspraak>/overdragen")
@vereist(Recht.AFSPRAAK_OVERDRAGEN)
def afspraak_overdragen(afspraak: Afspraak) -> ResponseReturnValue:
    """Offer it to someone of another organisatie."""
    return verwerk(
        _overdragen(afspraak),
        partial(draag_over, sessie(), huidige_vrager(), afspraak),
        lambda form, status: toon_afspraak(afspraak, status, overdragen=form),
        naar=url_for("opvolging.afspraak", afspraak=afspraak.id, _anchor="overdragen"),
        bericht="De afspraak is aangeboden. Tot de ander aanneemt, blijft u verantwoordelijk.",
    )
