"""Routes of one's own account: where one is signed in."""

from flask import Blueprint

from overleg.toegang.routes import eigen_sessies

blauwdruk = Blueprint("toegang", __name__)

for _deel in (eigen_sessies,):
    _deel.registreer(blauwdruk)
