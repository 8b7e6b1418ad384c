"""Routes of one's own account: where one is signed in, and through whom."""

from flask import Blueprint

from overleg.toegang.routes import aanbieders, eigen_sessies

blauwdruk = Blueprint("toegang", __name__)

for _deel in (aanbieders, eigen_sessies):
    _deel.registreer(blauwdruk)
