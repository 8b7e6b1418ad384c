"""Every day: is the chain whole? A line changed or taken away is an incident (BIO2 8.15.05)."""

from collections.abc import Sequence
from pathlib import Path

from flask import current_app
from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models import Gebruiker
from models.waarden_post import Berichtsoort
from overleg.basis import achtergrond
from overleg.basis.config import Config
from overleg.basis.post import leg_klaar
from overleg.logboek.controleren import Controle, controleer
from overleg.logboek.kop import SYSLOG, Kop, OnleesbareKop, lees
from overleg.logboek.schrijven import schrijf
from overleg.logboek.sleutel import logboeksleutel
from overleg.logboek.soorten import Soort

TAAK = "logboek_controle"
ONDERWERP = "Het logboek is niet heel"
TEKST = (
    "De dagelijkse controle van het logboek vond een regel die is gewijzigd of weggehaald: {breuk}.\n\n"
    "Behandel dit als een beveiligingsincident. Laat de database zoals die is, en laat de techniek "
    "`flask logboek controleer` uitvoeren. U krijgt dit bericht elke dag, tot het logboek heel is.\n\n"
    "In deze mail staan geen gegevens over personen."
)


def _koppen() -> Sequence[Kop]:
    """Return the heads kept in a file; those of a syslog cannot be read back from here."""
    config: Config = current_app.extensions["overleg"]
    doel = config.logboek_kop
    if not doel or doel.startswith(f"{SYSLOG}:") or not Path(doel).exists():
        return ()
    return lees(Path(doel).read_text(encoding="utf-8"))


def controleer_keten(sessie: Session) -> Controle:
    """Check the whole chain, against the heads of earlier days too; reads only."""
    try:
        koppen = _koppen()
    except (OnleesbareKop, UnicodeDecodeError):
        return Controle(0, 0, "het bestand met de koppen van eerdere dagen is niet te lezen")
    return controleer(sessie, logboeksleutel(current_app), koppen)


@achtergrond.taak(TAAK, dagelijks=True, kijk=controleer_keten)
def meld_breuk(eigen: Session, uitkomst: Controle) -> int:
    """Tell the functionaris and the beheerders that the chain is broken; return whether it is (0 or 1)."""
    if not uitkomst.breuk:
        return 0
    schrijf(eigen, None, Soort.KETEN_GEBROKEN)
    ontvangers = select(Gebruiker.email).where(
        Gebruiker.active, or_(Gebruiker.functionaris, Gebruiker.beheerder)
    )
    for adres in eigen.scalars(ontvangers.order_by(Gebruiker.email)):
        leg_klaar(eigen, Berichtsoort.ALTIJD, adres, ONDERWERP, TEKST.format(breuk=uitkomst.breuk))
    return 1
