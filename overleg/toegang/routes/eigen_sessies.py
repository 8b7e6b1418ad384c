"""Where one is signed in, and ending that (ASVS 7.5.2)."""

from flask import Blueprint, flash, url_for
from flask.typing import ResponseReturnValue

from models import Sessie
from overleg.basis.database import sessie
from overleg.basis.schil import ga_naar, toon
from overleg.toegang.handelingen import beeindig_andere_sessies, beeindig_sessie
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht
from overleg.toegang.sessierijen import levende
from overleg.toegang.sessies import huidige_sleutel


@vereist(Recht.EIGEN_ACCOUNT)
def eigen_sessies() -> ResponseReturnValue:
    """Show where the person who asks is signed in now, this browser first."""
    huidige = huidige_sleutel()
    rijen = sorted(levende(sessie(), huidige_vrager().id), key=lambda rij: rij.id != huidige)
    return toon("toegang/sessies.html", rijen=rijen, huidige=huidige)


@vereist(Recht.SESSIE_BEEINDIGEN)
def beeindig(sessierij: Sessie) -> ResponseReturnValue:
    """End one of them."""
    beeindig_sessie(sessie(), huidige_vrager(), sessierij)
    flash("Op dat apparaat bent u uitgelogd.", "goed")
    return ga_naar(url_for("toegang.eigen_sessies"))


@vereist(Recht.EIGEN_ACCOUNT)
def beeindig_andere() -> ResponseReturnValue:
    """End all of them but this one."""
    beeindig_andere_sessies(sessie(), huidige_vrager(), huidige_sleutel())
    flash("Overal elders bent u uitgelogd.", "goed")
    return ga_naar(url_for("toegang.eigen_sessies"))


def registreer(blauwdruk: Blueprint) -> None:
    """Add the routes."""
    blauwdruk.get("/sessies")(eigen_sessies)
    blauwdruk.post("/sessies/andere")(beeindig_andere)
    blauwdruk.post("/sessies/<uuid:sessierij>/beeindigen")(beeindig)
