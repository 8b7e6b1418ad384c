"""What someone does with the own sessions and mail; a beheerder ends the sessions of an account in beheer."""

import uuid

from sqlalchemy.orm import Session

from models import Gebruiker, Sessie
from models.waarden_post import Mailkeuze
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang import sessierijen
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager


def beeindig_sessie(sessie: Session, vrager: Vrager, rij: Sessie) -> None:
    """End one own session: its next request is refused, its streams close. Source: ASVS 7.5.2."""
    eis(vrager, Recht.SESSIE_BEEINDIGEN, rij)
    if sessierijen.beeindig(sessie, rij.id):
        _noteer(sessie, vrager, 1)


def beeindig_andere_sessies(sessie: Session, vrager: Vrager, huidige: uuid.UUID) -> None:
    """End every own session but `huidige`."""
    eis(vrager, Recht.EIGEN_ACCOUNT)
    if aantal := sessierijen.beeindig_alle(sessie, vrager.id, behalve=huidige):
        _noteer(sessie, vrager, aantal)


def kies_mail(sessie: Session, vrager: Vrager, keuze: Mailkeuze) -> None:
    """Let the asker get mail about the work so often from now on; what it is already is no change."""
    eis(vrager, Recht.EIGEN_ACCOUNT)
    eigen = sessie.get_one(Gebruiker, vrager.id)
    if eigen.mail is keuze:
        return
    eigen.mail = keuze
    schrijf(sessie, vrager, Soort.MAIL_GEKOZEN, eigen, keuze=keuze.value)


def _noteer(sessie: Session, vrager: Vrager, aantal: int) -> None:
    eigen = sessie.get_one(Gebruiker, vrager.id)
    schrijf(sessie, vrager, Soort.EIGEN_SESSIES_BEEINDIGD, eigen, aantal=aantal)
