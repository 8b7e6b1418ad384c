"""Routes of one's own account: where one is signed in, through whom or what, and choosing a password."""

from flask import Blueprint

from overleg.toegang.routes import (
    aanbieders,
    eigen_sessies,
    mail,
    passkeys,
    systeemkoppelingen,
    wachtwoord,
)

blauwdruk = Blueprint("toegang", __name__)

for _deel in (aanbieders, eigen_sessies, mail, passkeys, systeemkoppelingen, wachtwoord):
    _deel.registreer(blauwdruk)
