"""Showing the address of a person and how contact is safe: each time on purpose, and written down."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from models import Basis, Directbetrokkene
from models.waarden import ContactDoel
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager


@dataclass(frozen=True, slots=True)
class Contact:
    """What was asked for; no address for who only has to tell this person something."""

    contact: str
    hoe: str
    adres: str | None = None


def toon_contact(sessie: Session, vrager: Vrager, betrokkene: Directbetrokkene, doel: ContactDoel) -> Contact:
    """Return address and contact of a person, and note who asked and for what. Raises GeenRecht."""
    eis(vrager, Recht.CONTACT_ZIEN, betrokkene)
    schrijf(sessie, vrager, Soort.CONTACT_BEKEKEN, betrokkene, doel=doel.tekst, adres="ja")
    return Contact(betrokkene.contact, betrokkene.contact_hoe, betrokkene.adres)


def toon_contact_om_te_informeren(
    sessie: Session, vrager: Vrager, betrokkene: Directbetrokkene, plicht: Basis
) -> Contact:
    """Return how to reach a person safely, for who must tell them something (`plicht`); never the address.

    Raises GeenRecht when the duty is not the asker's.
    """
    eis(vrager, Recht.INFORMERING_MELDEN, plicht)
    schrijf(sessie, vrager, Soort.CONTACT_BEKEKEN, betrokkene, doel=ContactDoel.CONTACT.tekst, adres="nee")
    return Contact(betrokkene.contact, betrokkene.contact_hoe)
