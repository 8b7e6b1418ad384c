"""The partners, over all tafels."""

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from forms.beheer.accounts import NieuweOrganisatieFormulier, WijzigOrganisatieFormulier
from models import Organisatie
from overleg.basis.database import sessie
from overleg.basis.schil import ga_naar, toon
from overleg.beheer import opvragen
from overleg.beheer.handelingen.accounts import OrganisatieInvoer, maak_organisatie, wijzig_organisatie
from overleg.beheer.routes.gemeen import meld, probeer, probeer_wijziging
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht


@vereist(Recht.BEHEER)
def organisaties() -> ResponseReturnValue:
    """Show all organisaties."""
    return toon("beheer/organisaties.html", organisaties=opvragen.organisaties(sessie()))


@vereist(Recht.BEHEER)
def nieuwe_organisatie() -> ResponseReturnValue:
    """Make an organisatie."""
    form = NieuweOrganisatieFormulier()
    form.hoort_bij_id.zet_keuzes(opvragen.mogelijke_gehelen(sessie()))
    if probeer(form, lambda: maak_organisatie(sessie(), huidige_vrager(), form.als_invoer())):
        meld("De organisatie is gemaakt.")
        return ga_naar(url_for("beheer.organisaties"))
    return toon("beheer/organisatie.html", status=form.status, form=form, organisatie=None)


@vereist(Recht.BEHEER)
def organisatie(organisatie: Organisatie) -> ResponseReturnValue:
    """Rename an organisatie, say what it is a unit of, or take it in or out of use."""
    form = WijzigOrganisatieFormulier(obj=organisatie)
    form.hoort_bij_id.zet_keuzes(opvragen.mogelijke_gehelen(sessie(), organisatie))

    def doe() -> None:
        invoer = OrganisatieInvoer(
            form.naam.data or "", organisatie.soort, form.actief.data, form.hoort_bij_id.data
        )
        wijzig_organisatie(sessie(), huidige_vrager(), organisatie, invoer, gezien=form.gezien.data)

    if probeer_wijziging(form, organisatie, doe):
        meld("De organisatie is bewaard.")
        return ga_naar(url_for("beheer.organisaties"))
    return toon("beheer/organisatie.html", status=form.status, form=form, organisatie=organisatie)


def registreer(blauwdruk: Blueprint) -> None:
    """Add the routes."""
    beide = ["GET", "POST"]
    blauwdruk.get("/beheer/organisaties")(organisaties)
    blauwdruk.route("/beheer/organisaties/nieuw", methods=beide)(nieuwe_organisatie)
    blauwdruk.route("/beheer/organisaties/<uuid:organisatie>", methods=beide)(organisatie)
