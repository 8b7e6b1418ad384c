"""Routes of beheer: settings of tafels, organisaties, accounts, the outbox."""

from flask import Blueprint

from overleg.beheer.routes import (
    accounts,
    grondvragen,
    lijsten,
    organisaties,
    overzicht,
    postvak,
    rechten,
    tafels,
    versies,
)

blauwdruk = Blueprint("beheer", __name__)

for _deel in (overzicht, tafels, lijsten, versies, organisaties, accounts, postvak, rechten, grondvragen):
    _deel.registreer(blauwdruk)
