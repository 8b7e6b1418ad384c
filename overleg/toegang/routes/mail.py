"""How often one gets mail about the work."""

from flask import Blueprint, flash, url_for
from flask.typing import ResponseReturnValue

from forms.toegang import KiesMailFormulier
from models import Gebruiker
from overleg.basis.database import sessie
from overleg.basis.schil import ga_naar, toon
from overleg.toegang.handelingen import kies_mail
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht


@vereist(Recht.EIGEN_ACCOUNT)
def mail() -> ResponseReturnValue:
    """Show what was chosen and what comes whatever one chooses; change it."""
    eigen = sessie().get_one(Gebruiker, huidige_vrager().id)
    form = KiesMailFormulier(data={"mail": eigen.mail})
    if form.validate_on_submit() and form.mail.data is not None:
        kies_mail(sessie(), huidige_vrager(), form.mail.data)
        flash("Uw keuze is bewaard.", "goed")
        return ga_naar(url_for("toegang.mail"))
    return toon("toegang/mail.html", status=form.status, form=form, adres=eigen.email)


def registreer(blauwdruk: Blueprint) -> None:
    """Add the routes."""
    blauwdruk.route("/mail", methods=["GET", "POST"])(mail)
