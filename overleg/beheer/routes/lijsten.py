"""The lists that a tafel keeps: one set of pages for all of them, described in `soorten.py`."""

import uuid
from typing import Any

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import BadRequest

from models import Dienstnummer, Overlegtafel
from overleg.basis.database import sessie
from overleg.basis.schil import ga_naar, toon
from overleg.beheer.handelingen.instellingen import (
    controleer_nummer,
    haal_weg,
    voeg_toe,
    wijzig,
    zet_terug,
    zet_volgorde,
)
from overleg.beheer.handelingen.leden import beeindig_plaats, geef_plaats, wijzig_plaats
from overleg.beheer.handelingen.partners import haal_partner_weg
from overleg.beheer.routes.gemeen import meld, probeer, probeer_wijziging
from overleg.beheer.routes.soorten import LEDEN, LIJSTEN, PARTNERS, Lijst
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht

Rij = Any


class Paginas:
    """The pages of one list."""

    def __init__(self, lijst: Lijst) -> None:
        """Make pages for this list."""
        self.lijst = lijst

    def _terug(self, tafel: Overlegtafel) -> ResponseReturnValue:
        return ga_naar(url_for(f"beheer.{self.lijst.parameter}_lijst", tafel=tafel.id))

    def overzicht(self, tafel: Overlegtafel) -> ResponseReturnValue:
        """Show the list."""
        rijen = self.lijst.rijen(tafel)
        return toon("beheer/lijst.html", lijst=self.lijst, tafel=tafel, rijen=rijen)

    def nieuw(self, tafel: Overlegtafel) -> ResponseReturnValue:
        """Add a row."""
        lijst, form = self.lijst, self.lijst.nieuw()
        lijst.kies(form, tafel)

        def doe() -> None:
            if lijst is LEDEN:
                geef_plaats(sessie(), huidige_vrager(), tafel, form.als_invoer())
            else:
                voeg_toe(sessie(), huidige_vrager(), tafel, lijst.instelling, form.als_invoer())

        if probeer(form, doe):
            meld("Het is toegevoegd.")
            return self._terug(tafel)
        return toon("beheer/rij.html", status=form.status, lijst=lijst, tafel=tafel, form=form, rij=None)

    def bewerk(self, tafel: Overlegtafel, **rest: Rij) -> ResponseReturnValue:
        """Change a row."""
        lijst, rij = self.lijst, rest[self.lijst.parameter]
        form = lijst.wijzig(obj=rij)
        lijst.kies(form, tafel)

        def doe() -> None:
            if lijst is LEDEN:
                wijzig_plaats(sessie(), huidige_vrager(), rij, form.als_invoer(), gezien=form.gezien.data)
            else:
                invoer, gezien = form.als_invoer(), form.gezien.data
                wijzig(sessie(), huidige_vrager(), lijst.instelling, rij, invoer, gezien=gezien)

        if probeer_wijziging(form, rij, doe):
            meld("De wijziging is bewaard.")
            return self._terug(tafel)
        return toon("beheer/rij.html", status=form.status, lijst=lijst, tafel=tafel, form=form, rij=rij)

    def weg(self, tafel: Overlegtafel, **rest: Rij) -> ResponseReturnValue:
        """Take a row out of use."""
        rij = rest[self.lijst.parameter]
        if self.lijst is LEDEN:
            beeindig_plaats(sessie(), huidige_vrager(), rij)
        elif self.lijst is PARTNERS:
            haal_partner_weg(sessie(), huidige_vrager(), rij)
        else:
            haal_weg(sessie(), huidige_vrager(), self.lijst.instelling, rij)
        meld("Het is uit gebruik genomen.")
        return self._terug(tafel)

    def terug(self, tafel: Overlegtafel, **rest: Rij) -> ResponseReturnValue:
        """Take a row into use again."""
        zet_terug(sessie(), huidige_vrager(), self.lijst.instelling, rest[self.lijst.parameter])
        meld("Het is weer in gebruik.")
        return self._terug(tafel)

    def volgorde(self, tafel: Overlegtafel) -> ResponseReturnValue:
        """Show the list to put in order."""
        rijen = [rij for rij in self.lijst.rijen(tafel) if self.lijst.gebruikt(rij)]
        return toon(
            "beheer/volgorde.html",
            fragment="beheer/_volgorde.html",
            lijst=self.lijst,
            tafel=tafel,
            rijen=rijen,
        )

    def verplaats(self, tafel: Overlegtafel) -> ResponseReturnValue:
        """Put the list in the posted order, or one row a place up or down."""
        huidig = [rij.id for rij in self.lijst.rijen(tafel) if self.lijst.gebruikt(rij)]
        zet_volgorde(sessie(), huidige_vrager(), tafel, self.lijst.instelling, gewenste_volgorde(huidig))
        sessie().flush()
        return self.volgorde(tafel)


def gewenste_volgorde(huidig: list[uuid.UUID]) -> list[uuid.UUID]:
    """Return the order that the post asks for, given the order as it is."""
    for knop, stap in (("omhoog", -1), ("omlaag", 1)):
        if knop in request.form:
            return _een_plek(huidig, _sleutel(request.form[knop]), stap)
    return [_sleutel(tekst) for tekst in request.form.getlist("volgorde")]


def _een_plek(huidig: list[uuid.UUID], sleutel: uuid.UUID, stap: int) -> list[uuid.UUID]:
    plek = huidig.index(sleutel) if sleutel in huidig else -1
    nieuw = list(huidig)
    if plek >= 0 and 0 <= plek + stap < len(nieuw):
        nieuw[plek], nieuw[plek + stap] = nieuw[plek + stap], nieuw[plek]
    return nieuw


def _sleutel(tekst: str) -> uuid.UUID:
    try:
        return uuid.UUID(tekst)
    except ValueError:
        raise BadRequest from None


@vereist(Recht.BEHEER)
def gecontroleerd(tafel: Overlegtafel, dienstnummer: Dienstnummer) -> ResponseReturnValue:
    """Note that this number was called today and is right."""
    controleer_nummer(sessie(), huidige_vrager(), dienstnummer)
    meld(f"Genoteerd: {dienstnummer.naam} is vandaag gecontroleerd.")
    return ga_naar(url_for("beheer.dienstnummer_lijst", tafel=tafel.id))


def _hang_op(blauwdruk: Blueprint, lijst: Lijst) -> None:
    paginas, naam = Paginas(lijst), lijst.parameter
    begin = f"/beheer/tafels/<uuid:tafel>/{lijst.pad}"
    een = f"{begin}/<uuid:{naam}>"
    lezen, beide, schrijven = ["GET"], ["GET", "POST"], ["POST"]
    wegen = [
        (begin, "lijst", paginas.overzicht, lezen),
        (f"{begin}/nieuw", "nieuw", paginas.nieuw, beide),
        (een, "bewerken", paginas.bewerk, beide),
        (f"{een}/weg", "weg", paginas.weg, schrijven),
    ]
    if lijst.kan_terug:
        wegen.append((f"{een}/terug", "terug", paginas.terug, schrijven))
    if lijst.op_volgorde:
        wegen.append((f"{begin}/volgorde", "volgorde", paginas.volgorde, lezen))
        wegen.append((f"{begin}/volgorde", "verplaatsen", paginas.verplaats, schrijven))
    for weg, wat, pagina, methoden in wegen:
        bekeken = vereist(Recht.BEHEER)(lambda _pagina=pagina, **waarden: _pagina(**waarden))
        blauwdruk.add_url_rule(weg, f"{naam}_{wat}", bekeken, methods=methoden)


def registreer(blauwdruk: Blueprint) -> None:
    """Add the routes of every list."""
    for lijst in LIJSTEN:
        _hang_op(blauwdruk, lijst)
    weg = "/beheer/tafels/<uuid:tafel>/piketlijst/<uuid:dienstnummer>/gecontroleerd"
    blauwdruk.post(weg)(gecontroleerd)
