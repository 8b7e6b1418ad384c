"""Letting the own system of one's organisatie ask and report as oneself, and ending that."""

from flask import Blueprint, flash, request, url_for
from flask.typing import ResponseReturnValue

from forms.toegang import MaakSysteemkoppelingFormulier
from overleg.basis.adressen import volledig
from overleg.basis.database import sessie
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import vandaag
from overleg.basis.schil import ONJUIST, ga_naar, toon
from overleg.toegang.inlogvraag import eerst_bewijzen, is_vers
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht
from overleg.toegang.systeemkoppelingen import (
    INGELOGD_BINNEN,
    koppelingen_van,
    maak_koppeling,
    trek_koppeling_in,
)


@vereist(Recht.EIGEN_ACCOUNT)
def systeemkoppelingen() -> ResponseReturnValue:
    """Show what lets systems in as oneself."""
    return toon(
        "toegang/systeemkoppelingen.html",
        rijen=koppelingen_van(sessie(), huidige_vrager()),
        vandaag=vandaag(),
        dagen=INGELOGD_BINNEN.days,
        beschrijving=url_for("koppelvlak.openapi"),
    )


def _vraag(form: MaakSysteemkoppelingFormulier, status: int = 200) -> ResponseReturnValue:
    return toon("toegang/systeemkoppeling_nieuw.html", status=status, form=form)


@vereist(Recht.SYSTEEMKOPPELING_MAKEN)
def nieuwe_systeemkoppeling() -> ResponseReturnValue:
    """Ask for which system, and until when; first the password, when that was a while ago."""
    if not is_vers():
        return eerst_bewijzen(url_for("toegang.nieuwe_systeemkoppeling"))
    return _vraag(MaakSysteemkoppelingFormulier(formdata=None))


@vereist(Recht.SYSTEEMKOPPELING_MAKEN)
def systeemkoppeling_maken() -> ResponseReturnValue:
    """Make it, and show its token this once."""
    if not is_vers():
        return eerst_bewijzen(url_for("toegang.nieuwe_systeemkoppeling"))
    form = MaakSysteemkoppelingFormulier()
    if not form.validate_on_submit() or form.geldig_tot.data is None:
        return _vraag(form, ONJUIST)
    naam, tot = form.naam.data or "", form.geldig_tot.data
    try:
        token = maak_koppeling(sessie(), huidige_vrager(), naam, tot)
    except Geweigerd as fout:
        form.voeg_redenen_toe(fout.oordeel.redenen)
        return _vraag(form, ONJUIST)
    adres = volledig("koppelvlak.afspraken")
    dagen = INGELOGD_BINNEN.days
    return toon(
        "toegang/systeemkoppeling_token.html", naam=naam, tot=tot, token=token, adres=adres, dagen=dagen
    )


@vereist(Recht.EIGEN_ACCOUNT)
def systeemkoppeling_intrekken() -> ResponseReturnValue:
    """Let one not count any more."""
    trek_koppeling_in(sessie(), huidige_vrager(), request.form.get("koppeling", ""))
    flash("De koppeling is ingetrokken. Dat systeem krijgt niets meer.", "goed")
    return ga_naar(url_for("toegang.systeemkoppelingen"))


def registreer(blauwdruk: Blueprint) -> None:
    """Add the routes."""
    blauwdruk.get("/systeemkoppelingen")(systeemkoppelingen)
    blauwdruk.get("/systeemkoppelingen/nieuw")(nieuwe_systeemkoppeling)
    blauwdruk.post("/systeemkoppelingen/nieuw")(systeemkoppeling_maken)
    blauwdruk.post("/systeemkoppelingen/intrekken")(systeemkoppeling_intrekken)
