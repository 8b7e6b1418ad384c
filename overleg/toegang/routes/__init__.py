"""Routes of one's own account: where one is signed in, through whom, and choosing a password."""

from flask import Blueprint

from overleg.toegang.routes import aanbieders, eigen_sessies, wachtwoord

blauwdruk = Blueprint("toegang", __name__)

for _deel in (aanbieders, eigen_sessies, wachtwoord):
    _deel.registreer(blauwdruk)
