"""Letting somebody choose a password: invited by beheer, or because it was forgotten.

Whether an e-mail address has an account is looked up by the background loop, not while somebody waits: the
answer is the same, and takes as long, whoever asks (ASVS 6.3.8).
"""

from datetime import timedelta

from flask import current_app
from flask_security.utils import hash_password
from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from models import Gebruiker, Identiteit, Linkaanvraag, Toegangslink
from models.waarden import Linksoort
from models.waarden_post import Berichtsoort
from overleg.basis.achtergrond import taak
from overleg.basis.config import Config
from overleg.basis.klok import hier
from overleg.basis.post import LINKPLEK, leg_klaar
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.afremmen import op_wachtwoord, was_goed
from overleg.toegang.inlogformulieren import wie
from overleg.toegang.kalenderlinks import haal_kalenderlink_weg
from overleg.toegang.links import gebruik, maak_link
from overleg.toegang.wachtwoorden import beeindig_sessies

MEESTE_PER_RONDE = 50
UITNODIGING = (
    "U heeft een account voor het Actie-overleg. Kies een wachtwoord met deze link:\n\n"
    "{link}\n\n"
    "De link werkt één keer, tot en met {tot}. Houd uw telefoon bij de hand: u koppelt daarna een app die "
    "codes maakt. Verwacht u deze mail niet? Dan hoeft u niets te doen.\n\n"
    "In deze mail staan geen gegevens over personen."
)
HERSTEL = (
    "Iemand vroeg een nieuw wachtwoord voor uw account van het Actie-overleg. Was u dat? Kies er een met "
    "deze link:\n\n{link}\n\n"
    "De link werkt één keer, een half uur lang. Was u het niet? Dan hoeft u niets te doen: uw wachtwoord "
    "blijft zoals het is.\n\n"
    "In deze mail staan geen gegevens over personen."
)
GEWIJZIGD = (
    "Het wachtwoord van uw account van het Actie-overleg is zojuist gewijzigd. Overal waar u was ingelogd, "
    "bent u uitgelogd. Was u dit niet? Bel dan meteen de beheerder van uw overlegtafel.\n\n"
    "In deze mail staan geen gegevens over personen."
)


def heeft_mailserver() -> bool:
    """Whether mail leaves this installation; otherwise a link is passed on by a person."""
    config: Config = current_app.extensions["overleg"]
    return bool(config.mail_url)


def nodig_uit(sessie: Session, gebruiker: Gebruiker) -> str:
    """Take the password of an account away, end its sessions, and let its owner choose one by a link.

    The link is mailed; without a mail server it is returned, to be shown this once to who passes it on.
    """
    gebruiker.password = None
    gebruiker.wachtwoord_wijzigen, gebruiker.eenmalig_tot = False, None
    beeindig_sessies(gebruiker)
    sessie.flush()
    link = maak_link(sessie, gebruiker, Linksoort.UITNODIGING)
    if not heeft_mailserver():
        return link
    _mail_uitnodiging(sessie, gebruiker, link)
    return ""


def _mail_uitnodiging(sessie: Session, gebruiker: Gebruiker, link: str) -> None:
    tot = hier(_link_van(sessie, gebruiker).verloopt_op)
    tekst = UITNODIGING.format(link=LINKPLEK, tot=f"{tot:%d-%m-%Y %H:%M} uur")
    leg_klaar(
        sessie, Berichtsoort.ALTIJD, gebruiker.email, "Uw account voor het Actie-overleg", tekst, link=link
    )


def _link_van(sessie: Session, gebruiker: Gebruiker) -> Toegangslink:
    return sessie.scalars(select(Toegangslink).where(Toegangslink.gebruiker_id == gebruiker.id)).one()


def vraag_link(sessie: Session, email: str) -> None:
    """Write down that somebody asked for a new password at an address."""
    sessie.add(Linkaanvraag(email=email.strip()))


def kies_wachtwoord(sessie: Session, token: str, wachtwoord: str) -> None:
    """Give the account of a link this password, and end its sessions. Raises LinkWeg.

    `wachtwoord` was judged before. Nobody is signed in by it: the second factor is asked for as always.
    """
    afgeleid = hash_password(wachtwoord)  # before the transaction begins: it takes long
    link = gebruik(sessie, token)
    gebruiker = sessie.get_one(Gebruiker, link.gebruiker_id)
    gebruiker.password = afgeleid
    gebruiker.wachtwoord_wijzigen, gebruiker.eenmalig_tot = False, None
    beeindig_sessies(gebruiker)
    was_goed(op_wachtwoord(gebruiker.email))
    schrijf(sessie, wie(gebruiker), Soort.WACHTWOORD_GEKOZEN, gebruiker, link=link.soort.value)
    if link.soort is Linksoort.HERSTEL:
        haal_kalenderlink_weg(sessie, gebruiker)  # whoever had the account before reads nothing more
        leg_klaar(sessie, Berichtsoort.ALTIJD, gebruiker.email, "Uw wachtwoord is gewijzigd", GEWIJZIGD)


def _iets_gevraagd(sessie: Session) -> bool:
    return bool(sessie.scalar(select(exists().select_from(Linkaanvraag))))


@taak("wachtwoordlinks", elke=timedelta(0), nodig=_iets_gevraagd)
def verwerk_aanvragen(eigen: Session) -> int:
    """Mail a link to who asked for one and has an account; forget the others. Returns how many asked."""
    aanvragen = eigen.scalars(
        select(Linkaanvraag).order_by(Linkaanvraag.gevraagd_op).limit(MEESTE_PER_RONDE)
    ).all()
    for aanvraag in aanvragen:
        gebruiker = eigen.scalars(
            select(Gebruiker).where(func.lower(Gebruiker.email) == aanvraag.email.lower())
        ).one_or_none()
        if gebruiker is not None and _mag_zelf(eigen, gebruiker):
            _mail_link(eigen, gebruiker)
        eigen.delete(aanvraag)
    return len(aanvragen)


def _mag_zelf(sessie: Session, gebruiker: Gebruiker) -> bool:
    """Whether an account has a password of its own: who comes in through a provider only, has none."""
    elders = exists().where(Identiteit.gebruiker_id == gebruiker.id)
    return gebruiker.active and (gebruiker.password is not None or not sessie.scalar(select(elders)))


def _mail_link(sessie: Session, gebruiker: Gebruiker) -> None:
    """Mail what the account needs: who never chose a password is invited again."""
    if gebruiker.password is None:
        _mail_uitnodiging(sessie, gebruiker, maak_link(sessie, gebruiker, Linksoort.UITNODIGING))
    else:
        link = maak_link(sessie, gebruiker, Linksoort.HERSTEL)
        leg_klaar(
            sessie,
            Berichtsoort.ALTIJD,
            gebruiker.email,
            "Nieuw wachtwoord kiezen",
            HERSTEL.format(link=LINKPLEK),
            link=link,
        )
    schrijf(sessie, None, Soort.WACHTWOORD_LINK_GEMAILD, gebruiker)
