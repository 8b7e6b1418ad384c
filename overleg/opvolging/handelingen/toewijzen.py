"""Giving open duties of one person to a colleague, e.g. before an account ends (domein.md §11)."""

from sqlalchemy.orm import Session

from models import Besluit, Gebruiker
from models.waarden_post import Berichtsoort
from overleg.basis.fouten import Geweigerd
from overleg.basis.oordeel import nee
from overleg.basis.post import leg_klaar
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.opvolging.invoer import Toewijzing
from overleg.opvolging.opvragen.plichten import Plicht, opvolgers, plichten
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.uitsluiting import is_uitgesloten
from overleg.toegang.vrager import Vrager


def wijs_toe(sessie: Session, vrager: Vrager, van: Gebruiker, invoer: Toewijzing) -> int:
    """Give these duties of `van` to a colleague of the same organisatie; return how many went over.

    To another organisatie it is a handover, which that one must accept. Raises Geweigerd when a duty is
    not of `van` any more, or the other cannot take over: one who is shut out of a casus would not see it.
    """
    eis(vrager, Recht.PLICHTEN_TOEWIJZEN)
    naar = next((mens for mens in opvolgers(sessie, vrager, van) if mens.id == invoer.naar_id), None)
    if naar is None:
        raise Geweigerd(nee("Kies een collega van dezelfde organisatie met een account.", "naar"))
    gekozen = [
        plicht
        for plicht in plichten(sessie, vrager)
        if (plicht.soort, plicht.rij.id) in invoer.plichten and plicht.persoon_id == van.id
    ]
    if len(gekozen) != len(invoer.plichten):
        raise Geweigerd(nee("De lijst is intussen veranderd. Kies opnieuw uit wat er nu staat.", "plichten"))
    _mag_alles_zien(sessie, naar, gekozen)
    for plicht in gekozen:
        eis(vrager, Recht.AFSPRAAK_TOEWIJZEN, plicht.casus)
        _geef(plicht, naar)
    for casus in {plicht.casus for plicht in gekozen}:
        aantal = sum(plicht.casus is casus for plicht in gekozen)
        soorten = ", ".join(sorted({plicht.soort for plicht in gekozen if plicht.casus is casus}))
        schrijf(sessie, vrager, Soort.PLICHTEN_TOEGEWEZEN, casus, aantal=aantal, wat=soorten)
    leg_klaar(
        sessie,
        Berichtsoort.WERK,
        naar.email,
        "Actie-overleg: er zijn taken aan u toegewezen",
        "De voorzitter heeft taken van een collega aan u gegeven.\nLog in en kijk bij Acties.\n",
    )
    return len(gekozen)


def _mag_alles_zien(sessie: Session, naar: Gebruiker, gekozen: list[Plicht]) -> None:
    dicht = [
        casus.kenmerk or "een casus zonder kenmerk"
        for casus in {plicht.casus for plicht in gekozen}
        if is_uitgesloten(sessie, naar.id, casus.id)
    ]
    if dicht:
        zin = f"{naar.naam} mag dit niet zien: {', '.join(sorted(dicht))}. Kies hiervoor een andere collega."
        raise Geweigerd(nee(zin, "naar"))


def _geef(plicht: Plicht, naar: Gebruiker) -> None:
    rij = plicht.rij
    if plicht.soort == "achtervang" and isinstance(rij, Besluit):
        rij.achtervang_id, rij.achtervang_naam = naar.id, naar.naam
    else:
        rij.persoon_id, rij.persoon_naam = naar.id, naar.naam
