"""Routes of one's own account: where one is signed in, through whom, passkeys, and choosing a password."""

from flask import Blueprint

from overleg.toegang.routes import aanbieders, eigen_sessies, mail, passkeys, wachtwoord

blauwdruk = Blueprint("toegang", __name__)

for _deel in (aanbieders, eigen_sessies, mail, passkeys, wachtwoord):
    _deel.registreer(blauwdruk)
